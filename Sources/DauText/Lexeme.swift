/// A run of letters, a run of digits, or one other printing code point.
///
///     "651/QĐ-UBND."  →  digits 651, other /, letters QĐ, other -, letters UBND, other .
public struct Lexeme: Sendable, Hashable {
  /// What a lexeme is made of.
  public enum Kind: UInt8, Sendable {
    /// Letters of any script with their combining marks.
    case letters
    /// ASCII digits.
    case digits
    /// One punctuation mark or symbol.
    case other
  }

  /// What it is made of.
  public var kind: Kind
  /// The place in UTF-8 bytes.
  public var bytes: Range<Int>

  /// The first lexeme that starts at or behind `offset`; `nil` when only white space is left.
  ///
  /// - Parameter text: valid UTF-8; `offset` on a code point's first byte.
  /// - Complexity: O(*k*) in bytes passed. Allocates nothing.
  public static func next(in text: Span<UInt8>, from offset: Int) -> Lexeme? {
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
        return Lexeme(kind: .letters, bytes: start..<end)
      case .digit:
        while end < text.count, text[end] >= 0x30, text[end] <= 0x39 { end += 1 }
        return Lexeme(kind: .digits, bytes: start..<end)
      case .mark, .other, .space:
        return Lexeme(kind: .other, bytes: start..<end)
      }
    }
    return nil
  }

  /// All lexemes of a text.
  ///
  /// - Complexity: O(*n*).
  public static func all(in text: Span<UInt8>) -> [Lexeme] {
    var lexemes: [Lexeme] = []
    lexemes.reserveCapacity(text.count / 4)
    var offset = 0
    while let lexeme = next(in: text, from: offset) {
      lexemes.append(lexeme)
      offset = lexeme.bytes.upperBound
    }
    return lexemes
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
