/// Puts plain letters for signs that look like them or like nothing: zero-width characters, soft hyphens inside words,
/// ligatures, full-width forms, letters of other alphabets in Latin words, `Ð` for `Đ`, slashes and hyphens that are not
/// those of the keyboard (`31⁄12`, `QĐ‑UBND`).
///
/// A word is touched only where the outcome is sure: a Cyrillic word stays Cyrillic, `Ðorn` stays Icelandic, a soft hyphen
/// at a line's end stays for whoever joins lines.
enum GlyphRepair {
  /// - Parameter text: UTF-8 in normalization form C.
  /// - Returns: `nil` when there is nothing to repair.
  /// - Complexity: O(*n*).
  static func repaired(_ text: Span<UInt8>) -> RepairedText? {
    var out: [UInt8] = []
    var map = SourceMap.Builder()
    var tallies: [TextRepair.Kind: (count: Int, offset: Int)] = [:]
    var copied = 0
    var at = 0
    while true {
      at = nextCandidate(text, from: at)
      guard at < text.count else { break }
      // The word around it.
      var start = at
      while start > copied, !isEdge(text[start - 1]) { start -= 1 }
      var end = at + 1
      while end < text.count, !isEdge(text[end]) { end += 1 }
      let word = Word(text, start..<end)
      if let (letters, kinds) = word.repaired() {
        out.append(text, copied..<start)
        map.copy(start - copied)
        var source = start
        for (scalars, width) in zip(letters, word.widths) {
          let from = out.count
          for scalar in scalars { UTF8Decoding.append(scalar, to: &out) }
          let isSame = out.count - from == width && (0..<width).allSatisfy { out[from + $0] == text[source + $0] }
          if isSame { map.copy(width) } else { map.replace(width, with: out.count - from) }
          source += width
        }
        for kind in kinds {
          let known = tallies[kind] ?? (0, start)
          tallies[kind] = (known.count + 1, known.offset)
        }
        copied = end
      }
      at = end
    }
    guard !tallies.isEmpty else { return nil }
    out.append(text, copied..<text.count)
    map.copy(text.count - copied)
    let repairs = tallies.map { kind, tally in
      TextRepair(kind: kind, count: tally.count, firstLine: text.line(at: tally.offset))
    }
    return RepairedText(bytes: out, map: map.build(), repairs: repairs.sorted { $0.code < $1.code })
  }

  /// The first byte from `start` on that may begin one of the signs, or the end.
  private static func nextCandidate(_ text: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at < text.count {
      // Inside the span.
      let byte = unsafe text[unchecked: at]
      if byte < 0xC2 {
        at += 1
      } else if byte == 0xE1 {
        // Most of the letters with marks.
        at += 3
      } else if isCandidate(text, at) {
        return at
      } else {
        at += 2
      }
    }
    return text.count
  }

  /// Whether a byte may begin one of the signs.
  @inline(__always)
  private static func isCandidate(_ text: Span<UInt8>, _ at: Int) -> Bool {
    let byte = text[at]
    if byte < 0xC2 { return false }
    let next = at + 1 < text.count ? text[at + 1] : 0
    switch byte {
    case 0xC2: return next == 0xAD
    case 0xC3: return next == 0x90 || next == 0xB0
    case 0xC4: return next == 0xB1
    case 0xC6: return next == 0x89
    case 0xC7: return next == 0x8D || next == 0x8E
    case 0xC9: return next == 0x96
    case 0xCE, 0xCF, 0xD0, 0xD1, 0xD4: return true
    case 0xE2:
      // Of U+2000...U+207F the invisible ones, two hyphens and a slash: dashes and quotation marks are in every text.
      let third = at + 2 < text.count ? text[at + 2] : 0
      switch next {
      case 0x80: return third >= 0x8B && third <= 0x8D || third == 0x90 || third == 0x91
      case 0x81: return third == 0xA0 || third == 0x84
      case 0x88: return third == 0x95
      default: return false
      }
    case 0xEF: return next == 0xBB || next == 0xAC || next == 0xBC || next == 0xBD
    default: return false
    }
  }

  /// Whether a byte parts words: ASCII that is neither letter nor digit.
  private static func isEdge(_ byte: UInt8) -> Bool {
    byte < 0x80 && !((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A) && !(byte >= 0x30 && byte <= 0x39)
  }

  /// One word by its code points.
  private struct Word {
    private(set) var scalars: [UInt32] = []
    private(set) var widths: [Int] = []

    init(_ text: Span<UInt8>, _ range: Range<Int>) {
      var at = range.lowerBound
      while at < range.upperBound {
        let (scalar, width) = UTF8Decoding.scalar(in: text, at: at)
        scalars.append(scalar)
        widths.append(width)
        at += width
      }
    }

    /// What each code point becomes, and the kinds of repair; `nil` when the word stays.
    func repaired() -> (letters: [[UInt32]], kinds: Set<TextRepair.Kind>)? {
      var letters = scalars.map { [$0] }
      var kinds: Set<TextRepair.Kind> = []
      let isLatin = scalars.allSatisfy {
        $0 < 0x370 || (0x1E00..<0x1F00).contains($0) || (0x2000..<0x2070).contains($0) || $0 == 0x2215
          || (0xFB00...0xFFEF).contains($0)
      }
      for (index, scalar) in scalars.enumerated() {
        switch scalar {
        case 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF:
          // Joiners have work to do in other scripts.
          if isLatin { (letters[index], _) = ([], kinds.insert(.invisible)) }
        case 0xAD:
          if isBetweenLetters(index) { (letters[index], _) = ([], kinds.insert(.invisible)) }
        case 0x2010, 0x2011:
          // HYPHEN and NON-BREAKING HYPHEN.
          if isLatin, isInside(index) { (letters[index], _) = ([0x2D], kinds.insert(.lookAlike)) }
        case 0x2044, 0x2215:
          // FRACTION SLASH and DIVISION SLASH: engines write them in dates and symbols.
          if isLatin { (letters[index], _) = ([0x2F], kinds.insert(.lookAlike)) }
        case 0xFB00...0xFB06:
          letters[index] = Self.ligatures[Int(scalar - 0xFB00)].unicodeScalars.map(\.value)
          kinds.insert(.presentationForm)
        case 0xFF01...0xFF5E where isLatin:
          letters[index] = [scalar - 0xFEE0]
          kinds.insert(.presentationForm)
        default: break
        }
      }
      lookAlikes(&letters, &kinds)
      return kinds.isEmpty ? nil : (letters, kinds)
    }

    /// Whether the word goes on at both sides of a code point.
    private func isInside(_ index: Int) -> Bool { index > 0 && index + 1 < scalars.count }

    private func isBetweenLetters(_ index: Int) -> Bool {
      isInside(index) && isLetter(scalars[index - 1]) && isLetter(scalars[index + 1])
    }

    private func lookAlikes(_ letters: inout [[UInt32]], _ kinds: inout Set<TextRepair.Kind>) {
      var replaced = letters
      var foreign = 0
      var related = 0
      for index in letters.indices where letters[index].count == 1 {
        let scalar = letters[index][0]
        if let latin = GlyphRepair.foreign[scalar] {
          replaced[index] = [latin]
          foreign += 1
        } else if let vietnamese = GlyphRepair.related[scalar] {
          replaced[index] = [vietnamese]
          related += 1
        }
      }
      guard foreign + related > 0 else { return }
      // The runs of letters in the word, before and after, each judged by itself.
      var start = 0
      while start < letters.count {
        guard let first = letters[start].first, isLetter(first) else {
          start += 1
          continue
        }
        var end = start
        while end < letters.count, letters[end].allSatisfy(isLetter) { end += 1 }
        let old = letters[start..<end].flatMap { $0 }
        let new = replaced[start..<end].flatMap { $0 }
        if old != new, isSure(old, new) {
          letters[start..<end] = replaced[start..<end]
          kinds.insert(.lookAlike)
        }
        start = end
      }
    }

    private func isSure(_ old: [UInt32], _ new: [UInt32]) -> Bool {
      guard new.allSatisfy({ $0 < 0x250 || ($0 >= 0x1E00 && $0 < 0x1F00) || ($0 >= 0x300 && $0 < 0x370) }) else {
        return false
      }
      // A word wholly of another alphabet is left to it.
      guard old.contains(where: { LetterTable.shared[$0] != nil }) else {
        return old.allSatisfy { GlyphRepair.related[$0] != nil } && isUpper(new)
      }
      if old.contains(where: { GlyphRepair.foreign[$0] != nil }) { return true }
      return LegacyReading.isSyllable(new.span) || isUpper(new)
    }

    private func isUpper(_ letters: [UInt32]) -> Bool {
      letters.allSatisfy { LetterTable.shared[$0]?.isUppercase == true }
    }

    private func isLetter(_ scalar: UInt32) -> Bool {
      if scalar < 0x80 { return (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A }
      return (scalar >= 0xC0 && scalar < 0x530 && scalar != 0xD7 && scalar != 0xF7)
        || (scalar >= 0x1E00 && scalar < 0x2000)
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
  }

  /// Greek and Cyrillic letters to the Latin ones that look the same.
  private static let foreign: [UInt32: UInt32] = {
    let pairs: [(String, String)] = [
      ("АВЕЅІЈКМНОРСТУХԚԜ", "ABESIJKMHOPCTYXQW"), ("аеѕіјорсухԛԝһԁ", "aesijopcyxqwhd"),
      ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"), ("ονα", "ova"),
    ]
    var table: [UInt32: UInt32] = [:]
    for (from, to) in pairs {
      for (a, b) in zip(from.unicodeScalars, to.unicodeScalars) { table[a.value] = b.value }
    }
    return table
  }()

  /// Latin letters of other languages to the Vietnamese ones that look the same: Ð, ð, Ɖ, ɖ, Ǎ, ǎ, ı.
  private static let related: [UInt32: UInt32] = [
    0xD0: 0x110, 0xF0: 0x111, 0x189: 0x110, 0x256: 0x111, 0x1CD: 0x102, 0x1CE: 0x103, 0x131: 0x69,
  ]
}
