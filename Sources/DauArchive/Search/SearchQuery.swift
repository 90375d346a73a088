import DauText

/// What a person typed to search for: words, `"phrases"` and `beginnings*`, all of which a hit must hold.
///
/// Marks are optional: `dang bo` finds *Đảng bộ*. A word typed with marks finds what is written so first. Nothing a
/// person types is an operator of the database: every token is quoted.
public struct SearchQuery: Sendable, Equatable {
  /// One word or phrase.
  public struct Term: Sendable, Equatable {
    /// Its tokens, lower case, in form C.
    public var exact: [String]
    /// Its tokens, folded.
    public var folded: [String]
    /// Whether the last token may go on.
    public var isPrefix: Bool
    /// Whether it was typed with marks, so that its spelling says something.
    public var hasMarks: Bool { exact != folded }
  }

  /// What was typed.
  public var text: String
  /// What a hit must hold, each of them.
  public var terms: [Term]
  /// Whether only what is written exactly as typed counts.
  public var isExactOnly: Bool

  /// Words of other query languages that are searched for as words here.
  public var literalOperators: [String] {
    terms.filter { $0.exact.count == 1 }.map(\.exact[0]).filter { ["and", "or", "not", "near"].contains($0) }
  }

  /// - Throws: ``ArchiveError/emptyQuery`` when there is nothing to search for, ``ArchiveError/openQuote(query:)``.
  /// - Complexity: O(*n*).
  public init(_ text: String, isExactOnly: Bool = false) throws {
    self.text = text
    self.isExactOnly = isExactOnly
    let composed = try Normalization.nfc(text)
    var terms: [Term] = []
    var rest = Substring(Self.withPlainQuotes(composed))
    while !rest.isEmpty {
      if rest.first == "\"" {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: "\"") else { throw ArchiveError.openQuote(query: text) }
        let phrase = rest[..<end]
        rest = rest[rest.index(after: end)...]
        let goesOn = rest.first == "*"
        if goesOn { rest.removeFirst() }
        terms += Self.term(phrase, isPrefix: goesOn)
      } else if rest.first!.isWhitespace {
        rest.removeFirst()
      } else {
        let end = rest.firstIndex { $0 == "\"" || $0.isWhitespace } ?? rest.endIndex
        let word = rest[..<end]
        rest = rest[end...]
        terms += Self.term(word, isPrefix: word.hasSuffix("*"))
      }
    }
    guard !terms.isEmpty else { throw ArchiveError.emptyQuery }
    self.terms = terms
  }

  private static func term(_ text: Substring, isPrefix: Bool) -> [Term] {
    let tokens = SearchToken.all(in: String(text))
    guard !tokens.isEmpty else { return [] }
    return [Term(exact: tokens.map(\.exact), folded: tokens.map(\.folded), isPrefix: isPrefix)]
  }

  /// Quotation marks as word processors set them are quotation marks.
  private static func withPlainQuotes(_ text: String) -> String {
    String(text.map { "“”„«»".contains($0) ? "\"" : $0 })
  }
}
