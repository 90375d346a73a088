public import DauIngest

/// A page of hits.
public struct SearchResult: Sendable, Equatable {
  /// How many documents match in all.
  public var total: Int
  /// Those of the page, best first.
  public var hits: [Hit]
}

/// A document that matches a query.
public struct Hit: Sendable, Equatable {
  /// Its identity.
  public var document: DocumentID
  /// The first of its files by name.
  public var file: String
  /// Its title, where one was read.
  public var title: String?
  /// Its symbol, such as `235/BC-UBND`.
  public var symbol: String?
  /// The day it was issued (EDTF).
  public var issued: String?
  /// Whether it holds every term as it was typed, marks included.
  public var isExact: Bool
  /// The stretches that show best why it matches; two at most.
  public var snippets: [Snippet]
}

/// A stretch of a restored text around a match.
///
/// The text is raw: whoever shows it escapes it first and then marks by position.
public struct Snippet: Sendable, Equatable {
  /// The stretch, with line ends turned into blanks one for one.
  public var text: String
  /// The matches in UTF-8 bytes of `text`.
  public var marks: [Range<Int>]
  /// Where the stretch stands in the restored text, in Unicode code points.
  public var span: Range<Int>
  /// The matches in Unicode code points of the restored text.
  public var matches: [Range<Int>]
  /// The 1-based line of the first match.
  public var line: Int
}
