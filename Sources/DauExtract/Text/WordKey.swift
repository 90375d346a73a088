/// A word without its case and without the place of its tone mark, in 64 bits.
///
/// Readers compare words of the text with the words of their tables. Comparing strings costs an allocation and a
/// normalising hash for each word, so both sides are hashed once: the letters in lower case, then the tone.
/// `ỦY`, `Uỷ` and `uỷ` have one key; `nam` and `năm` do not. Two different words share a key by chance once in 2⁶⁴.
public struct WordKey: Hashable, Sendable, ExpressibleByStringLiteral {
  public let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The key of `word`, which must be one word or one sign in normalization form C.
  ///
  /// - Complexity: O(*n*) in bytes.
  public init(_ word: String) {
    var builder = Builder()
    for scalar in word.unicodeScalars { builder.append(scalar.value) }
    self = builder.key
  }

  /// The key of a literal, read from the program's own bytes: comparing with one in a loop costs a few nanoseconds and
  /// no allocation.
  public init(stringLiteral word: StaticString) {
    var builder = Builder()
    if word.hasPointerRepresentation {
      // A literal's bytes live as long as the program; they are valid UTF-8.
      let bytes = unsafe UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
      var at = 0
      while at < bytes.count {
        let lead = unsafe UInt32(bytes[at])
        if lead < 0x80 {
          builder.append(lead)
          at += 1
        } else if lead < 0xE0 {
          builder.append((lead & 0x1F) << 6 | (unsafe UInt32(bytes[at + 1]) & 0x3F))
          at += 2
        } else if lead < 0xF0 {
          let tail = (unsafe UInt32(bytes[at + 1]) & 0x3F) << 6 | (unsafe UInt32(bytes[at + 2]) & 0x3F)
          builder.append((lead & 0x0F) << 12 | tail)
          at += 3
        } else {
          let tail = (unsafe UInt32(bytes[at + 1]) & 0x3F) << 12 | (unsafe UInt32(bytes[at + 2]) & 0x3F) << 6
          builder.append((lead & 0x07) << 18 | tail | (unsafe UInt32(bytes[at + 3]) & 0x3F))
          at += 4
        }
      }
    } else {
      builder.append(word.unicodeScalar.value)
    }
    self = builder.key
  }

  /// Builds a key from scalars, front to back: FNV-1a over the letters without their tone, then the tone.
  struct Builder {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    private var tone: UInt64 = 0

    mutating func append(_ scalar: UInt32) {
      let letter = VietnameseLetter.of(scalar)
      if letter.tone != 0 { tone = UInt64(letter.tone) }
      hash = (hash ^ UInt64(letter.base)) &* 0x100_0000_01b3
    }

    var key: WordKey {
      WordKey(rawValue: tone == 0 ? hash : (hash ^ (0x1_0000_0000 + tone)) &* 0x100_0000_01b3)
    }
  }
}

/// A letter taken apart: the lower-case letter with its hat, breve, horn or stroke, and the tone apart.
struct VietnameseLetter {
  /// The lower-case letter without tone, as a scalar value.
  var base: UInt32
  /// 0 for the level tone, 1...5 for huyền, hỏi, ngã, sắc, nặng.
  var tone: UInt8
  var isUpper: Bool

  /// - Complexity: O(1).
  static func of(_ scalar: UInt32) -> VietnameseLetter {
    if scalar < 0x80 {
      if scalar >= 0x41 && scalar <= 0x5A { return VietnameseLetter(base: scalar + 0x20, tone: 0, isUpper: true) }
      return VietnameseLetter(base: scalar, tone: 0, isUpper: false)
    }
    if scalar < 0x1B1 { return low[Int(scalar - 0x80)] }
    if scalar >= 0x1EA0 && scalar < 0x1F00 { return high[Int(scalar - 0x1EA0)] }
    return VietnameseLetter(base: scalar, tone: 0, isUpper: false)
  }

  /// The capital of a letter of `low` or `high`, or the scalar itself.
  static func upper(of scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x61...0x7A, 0xE0...0xF6, 0xF8...0xFE: scalar - 0x20
    case 0x100...0x17F, 0x1EA0...0x1EFF: scalar & ~1
    case 0x1A1: 0x1A0
    case 0x1B0: 0x1AF
    default: scalar
    }
  }

  /// The small letter of a capital, or the scalar itself.
  static func lower(of scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
    case 0x100...0x137, 0x14A...0x177, 0x1EA0...0x1EFF: scalar | 1
    case 0x1A0: 0x1A1
    case 0x1AF: 0x1B0
    default: scalar
    }
  }

  private static let tones: [UInt32: (base: UInt32, tone: UInt8)] = {
    var table: [UInt32: (base: UInt32, tone: UInt8)] = [:]
    let rows = [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ",
      "ưừửữứự", "yỳỷỹýỵ",
    ]
    for row in rows {
      let scalars = row.unicodeScalars.map(\.value)
      for (tone, scalar) in scalars.enumerated() { table[scalar] = (scalars[0], UInt8(tone)) }
    }
    return table
  }()

  private static func make(_ scalar: UInt32) -> VietnameseLetter {
    let small = lower(of: scalar)
    let parts = tones[small] ?? (small, 0)
    return VietnameseLetter(base: parts.base, tone: parts.tone, isUpper: small != scalar)
  }
  private static let low: [VietnameseLetter] = (0x80..<0x1B1).map(make)
  private static let high: [VietnameseLetter] = (0x1EA0..<0x1F00).map(make)
}
