import Algorithms

/// How a document is built: its lines, paragraphs, sections and notes, and what it says about itself.
///
/// A number means nothing without its place: `3.1.` before a heading is no quantity, and `¹` at the foot of a page is
/// a mark. The outline is read first, from the shape of the lines; readers ask it.
final class Outline: Sendable {
  enum Role: UInt8, Sendable {
    case text, empty, table, footnote, pageNumber
  }

  struct Line: Sendable {
    var tokens: Range<Int>
    var role: Role
  }

  struct Section: Sendable {
    /// `Phần thứ nhất` or `Phụ lục 1`, under which the numbering starts anew.
    var part: String?
    /// The numbering path; nil for a part.
    var path: String?
    /// The tokens of the heading; nil when running text follows the number.
    var heading: Range<Int>?
    /// The first token: the number's.
    var start: Int
  }

  /// A note at the foot of a page.
  struct Note: Sendable {
    /// From the mark that it begins with to the end of its last line.
    var tokens: Range<Int>
    /// The mark in the text that it belongs to; nil when none is found.
    var mark: Int?
  }

  let lines: [Line]
  /// In the order of the text.
  let notes: [Note]
  /// Whether a paragraph begins at the token.
  let beginsParagraph: [Bool]
  /// Whether the token belongs to nothing that can be read: section numbers, marks, the document's own symbol.
  let reserved: [Bool]
  let sections: [Section]
  /// The first token of each section, side by side for the search.
  private let sectionStarts: [Int]
  let metadata: DocumentMetadata

  /// - Complexity: O(*t*) in tokens.
  init(_ stream: TokenStream, vocabulary: ReaderVocabulary) {
    var reserved = Array(repeating: false, count: stream.count)
    var layout = LineLayout(stream, words: vocabulary.words)
    layout.classify()
    lines = layout.lines
    notes = layout.notes
    beginsParagraph = layout.beginsParagraph
    for token in layout.marks { reserved[token] = true }

    let numbering = SectionNumbering(stream: stream, lines: lines, beginsParagraph: beginsParagraph).read()
    sections = numbering.sections
    sectionStarts = sections.map(\.start)
    for token in numbering.marks { reserved[token] = true }

    metadata = MetadataReader(stream: stream, lines: lines, beginsParagraph: beginsParagraph, vocabulary: vocabulary)
      .read()
    for token in metadata.ownSymbol { reserved[token] = true }
    self.reserved = reserved
  }

  /// The numbering path of the section that holds a token; nil before the first.
  ///
  /// - Complexity: O(log *s*) in sections.
  func sectionPath(ofToken token: Int) -> String? {
    guard let index = section(ofToken: token) else { return nil }
    return sections[index].path ?? sections[index].part
  }

  /// The note that holds a token.
  ///
  /// - Complexity: O(log *n*) in notes.
  func note(ofToken token: Int) -> Note? {
    let at = notes.partitioningIndex { $0.tokens.upperBound > token }
    return at < notes.count && notes[at].tokens.contains(token) ? notes[at] : nil
  }

  /// The index of the section that holds a token; a note belongs where its mark stands.
  ///
  /// - Complexity: O(log *s* + log *n*) in sections and notes.
  func section(ofToken token: Int) -> Int? {
    let token = note(ofToken: token)?.mark ?? token
    let next = sectionStarts.partitioningIndex { $0 > token }
    return next == 0 ? nil : next - 1
  }

  /// What kind of line a token stands in.
  func role(of token: Token) -> Role {
    token.line >= 0 && Int(token.line) < lines.count ? lines[Int(token.line)].role : .empty
  }
}

/// What a document says about itself, before it is written out.
struct DocumentMetadata: Sendable, Equatable {
  var type: String?
  var number: String?
  var symbol: String?
  var issuer: String?
  var place: String?
  var issued: PartialDate?
  var title: String?
  /// The tokens of the title, for what the document is about in time.
  var titleTokens: Range<Int> = 0..<0
  var signer: DocumentRecord.Signer?
  var signatures: [DocumentRecord.Signature] = []
  var recipients: [String] = []
  /// The tokens of the document's own number and symbol.
  var ownSymbol: Range<Int> = 0..<0
  /// The tokens of the list of recipients, to the end of its last entry.
  var recipientTokens: Range<Int> = 0..<0
}
