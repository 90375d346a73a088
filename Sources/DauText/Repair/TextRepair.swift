/// One kind of repair that a text needed before it could be read.
public struct TextRepair: Sendable, Equatable, CustomStringConvertible {
  /// What was repaired.
  public enum Kind: Sendable, Hashable {
    /// Lines in an encoding older than Unicode, or in Unicode that was misread.
    case encoding(LegacyEncoding)
    /// Letters whose marks stood apart from them.
    case decomposed
    /// Zero-width characters and soft hyphens inside words.
    case invisible
    /// Letters of other alphabets, or of other languages, that look like Vietnamese ones: `Ð`, Cyrillic `а`.
    case lookAlike
    /// Ligatures (`ﬁ`) and full-width forms (`１`).
    case presentationForm
    /// Words whose letters stood apart: `S Ử D Ụ NG`.
    case spacedLetters
  }

  /// What was repaired.
  public var kind: Kind
  /// The number of lines for encodings, of words for all others.
  public var count: Int
  /// The 1-based line of the first.
  public var firstLine: Int

  /// A repair of `count` lines or words, the first of them on `firstLine`.
  public init(kind: Kind, count: Int, firstLine: Int) {
    self.kind = kind
    self.count = count
    self.firstLine = firstLine
  }

  /// A short stable name, for programs.
  public var code: String {
    switch kind {
    case .encoding(let encoding): encoding.rawValue
    case .decomposed: "decomposed"
    case .invisible: "invisible"
    case .lookAlike: "look-alike"
    case .presentationForm: "presentation-form"
    case .spacedLetters: "spaced-letters"
    }
  }

  /// What was found where, as people read it: `3 words had marks apart from their letters (first: line 2)`.
  public var description: String {
    let what =
      switch kind {
      case .encoding(.misreadUTF8): "\(count) \(count == 1 ? "line was" : "lines were") \(code)"
      case .encoding: "\(count) \(count == 1 ? "line was" : "lines were") in \(code)"
      case .decomposed: "\(words) had marks apart from their letters"
      case .invisible: "\(words) held invisible characters"
      case .lookAlike: "\(words) held letters or signs that only look right"
      case .presentationForm: "\(words) held ligatures or full-width forms"
      case .spacedLetters: "\(words) had blanks between the letters"
      }
    return what + (count == 1 ? " (line \(firstLine))" : " (first: line \(firstLine))")
  }

  private var words: String { count == 1 ? "1 word" : "\(count) words" }
}

/// A text that was repaired, and how.
struct RepairedText {
  var bytes: [UInt8]
  var map: SourceMap
  var repairs: [TextRepair]
}

extension Span where Element == UInt8 {
  /// The 1-based line of a byte.
  func line(at offset: Int) -> Int {
    var line = 1
    var isBehindCR = false
    for index in 0..<Swift.min(offset, count) {
      let byte = self[index]
      if byte == 0x0D || (byte == 0x0A && !isBehindCR) { line += 1 }
      isBehindCR = byte == 0x0D
    }
    return line
  }
}
