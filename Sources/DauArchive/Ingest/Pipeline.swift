public import DauExtract
public import DauIngest
public import DauRestore
public import DauRules
import DauText
public import Foundation

/// The way of a document from bytes to records: restoration, then extraction, by one set of rules.
///
/// Immutable; one serves any number of tasks.
public struct Pipeline: Sendable {
  /// The version of this program. A new one makes every document of an archive again, as new rules do.
  public static let programVersion = "0.1.0"

  private let restorer: Restorer?
  private let extractor: Extractor
  /// The version of program, rules and model, as it is stored with every document.
  public let version: String

  /// - Parameters:
  ///   - model: a language model to use instead of the one in `rules/model/`.
  ///   - restores: whether texts are restored, or are clean and taken as they stand.
  /// - Throws: What ``Restorer`` throws when its model cannot be used.
  public init(rules: RuleBook, model: URL? = nil, restores: Bool = true) throws {
    restorer = restores ? try Restorer(rules: rules, model: model) : nil
    extractor = try Extractor(rules: rules)
    var version = "\(Self.programVersion)/\(rules.version)"
    // The book counts its own model; a text that is not restored is the same with any.
    if restores, let model { version += "/\(DocumentID(of: [UInt8](try Data(contentsOf: model))).hex)" }
    self.version = version
  }

  /// Whether it restores.
  public var restores: Bool { restorer != nil }

  /// Restores a document; without a restorer its text is its own restoration.
  public func restore(_ source: SourceDocument) -> Restoration {
    restorer?.restore(source.text) ?? Restoration(unchanged: source.text)
  }

  /// Takes a document the whole way.
  ///
  /// - Complexity: That of restoration; extraction is linear.
  public func process(_ source: SourceDocument) -> ProcessedDocument { process(source, as: restore(source)) }

  /// Takes a document the rest of the way that was restored already.
  ///
  /// - Parameter restoration: what ``restore(_:)`` made of it.
  /// - Complexity: Linear.
  public func process(_ source: SourceDocument, as restoration: Restoration) -> ProcessedDocument {
    let extraction = extractor.extract(input(source, restoration))
    return ProcessedDocument(
      source: source, text: restoration.text, isRestored: restores, wordCount: Self.wordCount(restoration),
      changes: restoration.words.filter(\.isChanged).map { word in
        ProcessedDocument.Change(
          target: word.target, source: source.map.sourceRange(of: word.source), confidence: word.confidence)
      },
      documentLine: extraction.document.jsonLine, recordLines: extraction.records.map(\.jsonLine), rules: version)
  }

  /// Takes a document the whole way and hands over its records as JSON Lines, the document itself first.
  ///
  /// Each record is made, written and forgotten, so that a large text does not have all of them in memory.
  ///
  /// - Parameter write: takes the bytes of one line, its line break included.
  /// - Returns: the number of records.
  /// - Complexity: That of ``process(_:)``.
  public func writeRecords(of source: SourceDocument, _ write: (Span<UInt8>) throws -> Void) rethrows -> Int {
    try extractor.writeJSONLines(of: input(source, restore(source)), write)
  }

  /// Reads the records of a document and says what else their text could have been.
  ///
  /// - Complexity: That of ``process(_:)``.
  public func explainRecords(_ source: SourceDocument) -> RecordExplanation {
    extractor.explain(input(source, restore(source)))
  }

  private func input(_ source: SourceDocument, _ restoration: Restoration) -> ExtractionInput {
    ExtractionInput(
      documentID: source.id.description, text: restoration.text, source: source.original,
      sourceMap: source.map.composed(with: restoration.sourceMap),
      confidence: { Double(restoration.confidence(of: $0)) },
      pages: source.pages.map { restoration.sourceMap.targetRange(of: $0) }, fileName: source.file)
  }

  /// The words of a text that was not taken apart are its pieces between blanks.
  private static func wordCount(_ restoration: Restoration) -> Int {
    if !restoration.words.isEmpty { return restoration.words.count }
    var text = restoration.text
    text.makeContiguousUTF8()
    let bytes = text.utf8Span.span
    var count = 0
    var isBehindBlank = 1
    for at in bytes.indices {
      // Without a branch: words end too irregularly to be foreseen.
      let isBlank = bytes[at] > 0x20 ? 0 : 1
      count &+= isBehindBlank & (isBlank ^ 1)
      isBehindBlank = isBlank
    }
    return count
  }
}
