public import DauText

/// A text as it is scored: its words, and its characters.
///
/// White space parts the words; marks of punctuation at both ends are taken off, and what is left of `-` alone is no word.
/// Quotation marks and dashes are brought to one style, so is the tone of open `oa`, `oe`, `uy` (`hoà` counts as `hòa`); soft
/// hyphens are left out. Case counts. Characters are code points of the text with white space as single blanks.
public struct ScoredText: Sendable {
  /// A word of the text.
  public struct Word: Sendable, Equatable {
    /// The word as it is compared.
    public var text: String
    /// Where it stands, in UTF-8 bytes of the text in normalization form C.
    public var bytes: Range<Int>
    /// Its line, from 1.
    public var line: Int
    /// Whether there is a digit in it.
    public var isNumber: Bool
  }

  /// The words in the order of the text.
  public private(set) var words: [Word] = []
  /// The code points that character error counts, white space folded.
  public private(set) var characters: [UInt32] = []

  private static let punctuation = Set("\"'.,;:!?()[]{}<>«»…*_/|~`-".unicodeScalars)

  /// Takes a text apart.
  ///
  /// - Throws: ``ICUError`` when ICU cannot normalise it.
  /// - Complexity: O(*n*).
  public init(_ text: String) throws(ICUError) {
    let text = try Normalization.nfc(text)
    characters.reserveCapacity(text.utf8.count)
    var piece: [(scalar: Unicode.Scalar, offset: Int)] = []
    var offset = 0
    var line = 1
    for scalar in text.unicodeScalars {
      let next = offset + UTF8.width(scalar)
      if Self.isSpace(scalar) {
        try endPiece(&piece, line: line)
        if scalar == "\n" { line += 1 }
      } else if let plain = Self.plain(scalar) {
        if piece.isEmpty, !characters.isEmpty { characters.append(0x20) }
        characters.append(plain.value)
        piece.append((plain, offset))
      }
      offset = next
    }
    try endPiece(&piece, line: line)
  }

  private mutating func endPiece(
    _ piece: inout [(scalar: Unicode.Scalar, offset: Int)], line: Int
  ) throws(ICUError) {
    defer { piece.removeAll(keepingCapacity: true) }
    guard let first = piece.firstIndex(where: { !Self.punctuation.contains($0.scalar) }),
      let last = piece.lastIndex(where: { !Self.punctuation.contains($0.scalar) })
    else { return }
    var word = ""
    var isNumber = false
    for (scalar, _) in piece[first...last] {
      word.unicodeScalars.append(scalar)
      if let type = scalar.properties.numericType, type != .numeric { isNumber = true }
    }
    // The width in the text is that of the scalar that stood there: a dash is longer than the hyphen it became.
    let end = last + 1 < piece.count ? piece[last + 1].offset : nil
    words.append(
      Word(
        text: try Self.withToneInFront(word),
        bytes: piece[first].offset..<(end ?? piece[last].offset + UTF8.width(piece[last].scalar)), line: line,
        isNumber: isNumber))
  }

  /// White space as Unicode has it, and the four separators of ASCII.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value == 0x20 || 9...13 ~= scalar.value || 0x1C...0x1F ~= scalar.value }
    return scalar.properties.isWhitespace
  }

  /// One style of quotation marks and dashes; `nil` for the soft hyphen.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\u{201C}", "\u{201D}": "\""
    case "\u{2018}", "\u{2019}": "'"
    case "\u{2013}", "\u{2014}": "-"
    case "\u{AD}": nil
    default: scalar
    }
  }

  /// The tone of a final `oa`, `oe`, or `uy` not behind `q`, on its first vowel: `hoà` as `hòa`, `thuỷ` as `thủy`.
  static func withToneInFront(_ word: String) throws(ICUError) -> String {
    guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return word }
    var word = word
    word.makeContiguousUTF8()
    let bytes = try Normalization.nfd(word.utf8Span.span)
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    let count = scalars.count
    guard count >= 3, tones.contains(scalars[count - 1]) else { return try Normalization.nfc(word) }
    let moves =
      switch (scalars[count - 3], scalars[count - 2]) {
      case ("o", "a"), ("o", "e"), ("o", "A"), ("o", "E"), ("O", "a"), ("O", "e"), ("O", "A"), ("O", "E"): true
      case ("u", "y"), ("u", "Y"), ("U", "y"), ("U", "Y"):
        count == 3 || (scalars[count - 4] != "q" && scalars[count - 4] != "Q")
      default: false
      }
    guard moves else { return try Normalization.nfc(word) }
    scalars.swapAt(count - 2, count - 1)
    var moved = ""
    moved.unicodeScalars.append(contentsOf: scalars)
    return try Normalization.nfc(moved)
  }

  private static let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
}
