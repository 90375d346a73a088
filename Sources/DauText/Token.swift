/// A run of letters, a run of digits, or one other printing code point.
///
///     "651/QĐ-UBND."  →  digits 651, other /, letters QĐ, other -, letters UBND, other .
public struct Token: Sendable, Hashable {
  public enum Kind: UInt8, Sendable {
    /// Letters of any script with their combining marks.
    case letters
    /// ASCII digits.
    case digits
    /// One punctuation mark or symbol.
    case other
  }

  public var kind: Kind
  /// The place in UTF-8 bytes.
  public var bytes: Range<Int>

  /// The first token that starts at or behind `offset`; `nil` when only white space is left.
  ///
  /// - Parameter text: valid UTF-8; `offset` on a code point's first byte.
  /// - Complexity: O(*k*) in bytes passed. Allocates nothing.
  public static func next(in text: Span<UInt8>, from offset: Int) -> Token? {
    let classes = CharacterClasses.shared
    var start = offset
    while start < text.count {
      let (kind, count) = classes.kind(text, at: start)
      if kind == .space {
        start += count
        continue
      }
      var end = start + count
      switch kind {
      case .letter:
        while end < text.count {
          let (next, count) = classes.kind(text, at: end)
          guard next == .letter || next == .mark else { break }
          end += count
        }
        return Token(kind: .letters, bytes: start..<end)
      case .digit:
        while end < text.count, text[end] >= 0x30, text[end] <= 0x39 { end += 1 }
        return Token(kind: .digits, bytes: start..<end)
      case .mark, .other, .space:
        return Token(kind: .other, bytes: start..<end)
      }
    }
    return nil
  }

  /// All tokens of a text.
  ///
  /// - Complexity: O(*n*).
  public static func all(in text: Span<UInt8>) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count / 4)
    var offset = 0
    while let token = next(in: text, from: offset) {
      tokens.append(token)
      offset = token.bytes.upperBound
    }
    return tokens
  }
}

/// Finds the words of a text: the runs between white space.
///
/// White space is Unicode's `White_Space` (with the no-break spaces); zero-width characters are part
/// of their word.
public enum WordScanner {
  /// The first word that starts at or behind `offset`, in bytes; `nil` when only white space is left.
  ///
  /// - Complexity: O(*k*) in bytes passed. Allocates nothing.
  public static func next(in text: Span<UInt8>, from offset: Int) -> Range<Int>? {
    var start = offset
    while start < text.count {
      let width = spaceWidth(text, at: start)
      if width == 0 { break }
      start += width
    }
    guard start < text.count else { return nil }
    var end = start
    while end < text.count {
      let byte = text[end]
      // Continuation bytes and printing ASCII are most of a word; only a few lead bytes can open a space.
      if byte > 0x20, byte < 0x7F || (byte != 0xC2 && byte != 0xE1 && byte != 0xE2 && byte != 0xE3) {
        end += 1
        continue
      }
      if spaceWidth(text, at: end) > 0 { break }
      end += 1
    }
    return start..<end
  }

  /// All words of a text.
  ///
  /// - Complexity: O(*n*).
  public static func words(in text: Span<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(text.count / 5)
    var offset = 0
    while let word = next(in: text, from: offset) {
      words.append(word)
      offset = word.upperBound
    }
    return words
  }

  /// The number of bytes of the white-space character at `offset`, 0 when there is none.
  @inline(always)
  static func spaceWidth(_ text: Span<UInt8>, at offset: Int) -> Int {
    let byte = text[offset]
    if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
    if byte == 0xC2 {
      // U+0085 and U+00A0.
      return offset + 1 < text.count && (text[offset + 1] == 0xA0 || text[offset + 1] == 0x85) ? 2 : 0
    }
    guard byte >= 0xE1, byte <= 0xE3, offset + 2 < text.count else { return 0 }
    let (value, _) = UTF8Decoding.scalar(in: text, at: offset)
    switch value {
    case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return 3
    default: return 0
    }
  }
}

/// What kind of character a code point is, by table where text of the genre lives.
struct CharacterClasses: Sendable {
  enum Kind: UInt8, Sendable { case letter, mark, digit, space, other }

  static let shared = CharacterClasses()

  /// U+0000...U+024F.
  private var low: [Kind] = []

  private init() { low = (0..<UInt32(0x250)).map(Self.look) }

  @inline(always)
  func kind(_ text: Span<UInt8>, at offset: Int) -> (Kind, Int) {
    let (value, count) = UTF8Decoding.scalar(in: text, at: offset)
    if value < UInt32(low.count) { return (low[Int(value)], count) }
    if value >= 0x1E00, value < 0x1F00 { return (.letter, count) }
    return (Self.look(value), count)
  }

  private static func look(_ value: UInt32) -> Kind {
    if value >= 0x30, value <= 0x39 { return .digit }
    guard let scalar = Unicode.Scalar(value) else { return .other }
    let properties = scalar.properties
    if properties.isWhitespace { return .space }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      // ª and º are ordinal signs, not letters of a word.
      return value == 0xAA || value == 0xBA ? .other : .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    default: return .other
    }
  }
}
