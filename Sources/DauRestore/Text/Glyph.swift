/// A UTF-16 code unit of the basic plane, which holds every letter of the genre; all others are U+FFFD.
typealias Glyph = UInt16

/// What restoration asks of single code points. All by arithmetic: these run for every byte of training text.
enum Glyphs {
  static let replacement: Glyph = 0xFFFD

  /// The code points of valid UTF-8, one unit each.
  @inline(__always)
  static func decode(_ bytes: Span<UInt8>, at offset: inout Int) -> Glyph {
    let first = bytes[offset]
    if first < 0x80 {
      offset += 1
      return Glyph(first)
    }
    if first < 0xE0, offset + 1 < bytes.count {
      let value = Glyph(first & 0x1F) << 6 | Glyph(bytes[offset + 1] & 0x3F)
      offset += 2
      return value
    }
    if first < 0xF0, offset + 2 < bytes.count {
      let value = Glyph(first & 0x0F) << 12 | Glyph(bytes[offset + 1] & 0x3F) << 6 | Glyph(bytes[offset + 2] & 0x3F)
      offset += 3
      return value
    }
    offset = min(offset + 4, bytes.count)
    return replacement
  }

  /// The code points of a string.
  static func of(_ text: some StringProtocol) -> [Glyph] {
    var glyphs: [Glyph] = []
    // No more than bytes; to count code points takes as long as to read them.
    glyphs.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { glyphs.append(scalar.value <= 0xFFFF ? Glyph(scalar.value) : replacement) }
    return glyphs
  }

  static func string(_ glyphs: some Sequence<Glyph>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * glyphs.underestimatedCount)
    for glyph in glyphs { append(glyph, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @inline(__always) static func isDigit(_ g: Glyph) -> Bool { g >= 0x30 && g <= 0x39 }

  @inline(__always)
  static func isLetter(_ g: Glyph) -> Bool {
    if g < 0x80 { return (g | 0x20) >= 0x61 && (g | 0x20) <= 0x7A }
    if g < 0xC0 { return false }
    if g < 0x250 { return g != 0xD7 && g != 0xF7 }
    return (g >= 0x1E00 && g < 0x1F00) || (g >= 0x300 && g < 0x2000) || (g >= 0x2C00 && g < 0xD800)
  }

  /// Whether a letter is a vowel, with whatever marks.
  static func isVowel(_ g: Glyph) -> Bool {
    switch lower(bare(g)) {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  /// Whether a letter is of another script, or outside the basic plane: no engine makes it of a Vietnamese one.
  @inline(__always)
  static func isForeign(_ g: Glyph) -> Bool {
    g == replacement || (g >= 0x370 && g < 0x1E00) || (g >= 0x2C00 && g < 0xFB00)
  }

  @inline(__always)
  static func isUpper(_ g: Glyph) -> Bool { lower(g) != g }

  /// Whether a small letter is printed as its capital is, but for the size: one of `cosvwxz`.
  @inline(__always)
  static func isShapedAsCapital(_ g: Glyph) -> Bool {
    switch g {
    case 0x63, 0x6F, 0x73, 0x76, 0x77, 0x78, 0x7A: true
    default: false
    }
  }

  @inline(__always)
  static func lower(_ g: Glyph) -> Glyph {
    if g < 0x80 { return g >= 0x41 && g <= 0x5A ? g | 0x20 : g }
    if g < 0xC0 { return g }
    if g <= 0xDE { return g == 0xD7 ? g : g + 0x20 }
    if (g >= 0x100 && g < 0x130) || (g >= 0x14A && g < 0x178) || (g >= 0x1E00 && g < 0x1F00 && g != 0x1E9E) {
      return g | 1
    }
    if g == 0x1A0 || g == 0x1AF { return g + 1 }
    return g
  }

  @inline(__always)
  static func upper(_ g: Glyph) -> Glyph {
    if g < 0x80 { return g >= 0x61 && g <= 0x7A ? g & ~0x20 : g }
    if g < 0xE0 { return g }
    if g <= 0xFE { return g == 0xF7 ? g : g - 0x20 }
    if (g >= 0x100 && g < 0x130) || (g >= 0x14A && g < 0x178) || (g >= 0x1E00 && g < 0x1F00) { return g & ~1 }
    if g == 0x1A1 || g == 0x1B0 { return g - 1 }
    return g
  }

  /// The letter without tone and shape: `ậ` → `a`, `đ` → `d`; case is kept.
  static func bare(_ g: Glyph) -> Glyph { Int(g) < bareTable.count ? bareTable[Int(g)] : g }
  /// A letter without marks and case.
  static func plain(_ g: Glyph) -> Glyph { lower(bare(g)) }

  /// The letter without its tone: `ậ` → `â`.
  static func toneless(_ g: Glyph) -> Glyph { Int(g) < tonelessTable.count ? tonelessTable[Int(g)] : g }

  /// Vowels with their five toned forms, in the order of Vietnamese dictionaries: huyền, hỏi, ngã, sắc, nặng.
  static let vowelRows: [[Glyph]] = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
    "yỳỷỹýỵ",
  ].map { of($0) }

  /// By code unit.
  private static let bareTable: [Glyph] = {
    let bases: [Glyph] = of("aaaeeiooouuy")
    var table = Array(0..<0x1F00 as Range<Glyph>)
    table[0x111] = 0x64
    table[0x110] = 0x44
    for (row, base) in zip(vowelRows, bases) {
      for glyph in row {
        table[Int(glyph)] = base
        table[Int(upper(glyph))] = upper(base)
      }
    }
    return table
  }()

  /// By code unit.
  private static let tonelessTable: [Glyph] = {
    var table = Array(0..<0x1F00 as Range<Glyph>)
    for row in vowelRows {
      for glyph in row {
        table[Int(glyph)] = row[0]
        table[Int(upper(glyph))] = upper(row[0])
      }
    }
    return table
  }()

  /// The tone of a vowel by its place in `vowelRows`, 0 for none.
  static let toneIndex: [Glyph: Int] = {
    var table: [Glyph: Int] = [:]
    for row in vowelRows { for (tone, glyph) in row.enumerated() { table[glyph] = tone } }
    return table
  }()

  /// Moves the tone of a final open `oa`, `oe`, `uy` to the first vowel: `hoà` → `hòa`, `thuỷ` → `thủy`.
  ///
  /// - Parameter word: lower case.
  /// - Returns: whether anything moved.
  @inline(__always)
  static func placeToneOldStyle(_ word: inout [Glyph]) -> Bool {
    let count = word.count
    guard count >= 2 else { return false }
    let last = word[count - 1]
    guard last >= 0xE0 else { return false }
    let first = word[count - 2]
    guard first == 0x6F || (first == 0x75 && !(count >= 3 && word[count - 3] == 0x71)) else { return false }
    guard let tone = toneIndex[last], tone > 0 else { return false }
    let base = toneless(last)
    if first == 0x6F {
      guard base == 0x61 || base == 0x65 else { return false }
      word[count - 2] = vowelRows[6][tone]
    } else {
      guard base == 0x79 else { return false }
      word[count - 2] = vowelRows[9][tone]
    }
    word[count - 1] = base
    return true
  }

  @inline(__always)
  static func append(_ g: Glyph, to bytes: inout [UInt8]) {
    if g < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: g))
    } else if g < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | g >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | g & 0x3F))
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | g >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | g >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | g & 0x3F))
    }
  }
}
