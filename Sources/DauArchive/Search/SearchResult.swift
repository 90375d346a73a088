public import DauIngest

/// A page of hits.
public struct SearchResult: Sendable, Equatable {
  /// How many documents match in all.
  public var total: Int
  public var hits: [Hit]
}

/// A document that matches a query.
public struct Hit: Sendable, Equatable {
  public var document: DocumentID
  public var file: String
  public var title: String?
  public var symbol: String?
  public var issued: String?
  /// Whether it holds every term as it was typed, marks included.
  public var isExact: Bool
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
