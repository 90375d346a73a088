public import DauIngest
import DauText

/// A document that went through the whole pipeline and is ready to be stored.
public struct ProcessedDocument: Sendable, Equatable {
  /// One word that restoration changed.
  public struct Change: Sendable, Equatable {
    /// Where it stands in `text`, in UTF-8 bytes.
    public var target: Range<Int>
    /// Where it stood in the source as read, in UTF-8 bytes.
    public var source: Range<Int>
    /// 0...1.
    public var confidence: Float

    public init(target: Range<Int>, source: Range<Int>, confidence: Float) {
      self.target = target
      self.source = source
      self.confidence = confidence
    }
  }

  /// The document as it was read.
  public var source: SourceDocument
  /// The restored text; the source's own text when it was not restored.
  public var text: String
  /// Whether its text was restored, or taken as it stood.
  public var isRestored: Bool
  /// The number of words of `text`.
  public var wordCount: Int
  /// The words that restoration changed, in order.
  public var changes: [Change]
  /// The `document` record as one line of JSON.
  public var documentLine: String
  /// The records as lines of JSON, in the order of the text.
  public var recordLines: [String]
  /// The version of rules and model that made all this.
  public var rules: String

  public init(
    source: SourceDocument, text: String, isRestored: Bool, wordCount: Int, changes: [Change], documentLine: String,
    recordLines: [String], rules: String
  ) {
    self.source = source
    self.text = text
    self.isRestored = isRestored
    self.wordCount = wordCount
    self.changes = changes
    self.documentLine = documentLine
    self.recordLines = recordLines
    self.rules = rules
  }

  /// What was repaired in the source before it could be read, for the journal; `nil` when nothing was.
  var repairNote: String? {
    source.repairs.isEmpty ? nil : source.repairs.map(\.description).joined(separator: "; ")
  }
}
