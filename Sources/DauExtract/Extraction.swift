public import DauRules
public import DauText

/// A document as the extractor takes it.
public struct ExtractionInput: Sendable {
  /// `sha256:` and the hex digest of the ingested bytes.
  public var documentID: String
  /// The restored text, in normalization form C.
  public var text: String
  /// The text as it stood in the OCR.
  public var source: String
  /// From `source` to `text`.
  public var sourceMap: SourceMap
  /// How sure a stretch of `text` (in bytes) was read, 0...1.
  public var confidence: @Sendable (Range<Int>) -> Double
  /// The bytes of `text` on each page, in order; empty for a text without pages.
  public var pages: [Range<Int>]
  /// The name that records show for the file; nil for standard input.
  public var fileName: String?

  public init(
    documentID: String, text: String, source: String, sourceMap: SourceMap,
    confidence: @escaping @Sendable (Range<Int>) -> Double = { _ in 1 }, pages: [Range<Int>] = [],
    fileName: String? = nil
  ) {
    self.documentID = documentID
    self.text = text
    self.source = source
    self.sourceMap = sourceMap
    self.confidence = confidence
    self.pages = pages
    self.fileName = fileName
  }

  /// A text that was never restored: every byte is its own source.
  public init(documentID: String, text: String, fileName: String? = nil) {
    self.init(
      documentID: documentID, text: text, source: text, sourceMap: SourceMap(identityOf: text.utf8.count),
      fileName: fileName)
  }
}

/// What was read from one document.
public struct Extraction: Sendable, Equatable {
  /// What the document says about itself.
  public var document: DocumentRecord
  /// In the order of the text; records that begin at one place stand in the order of `Record.Kind`.
  public var records: [Record]
}

/// Reads records out of restored text.
///
/// The way of a document: text → tokens → outline → readers → competition → second readers → audit → records. The
/// first readers (dates, quantities, citations) each propose candidates, and one stretch of text is given to one of
/// them; the second readers (awards, targets, indicators) build on what was settled. Every stage is a pure function,
/// linear in the length of the text; an extractor is immutable and may be used from many tasks at once.
public struct Extractor: Sendable {
  private let vocabulary: ReaderVocabulary
  private let version: String

  /// - Parameter rules: the knowledge of the genre; its version is noted in every document record.
  /// - Throws: the first fault of a family of rules that is read.
  public init(rules: RuleBook) throws(RuleError) {
    self.init(vocabulary: try ReaderVocabulary(rules: rules), version: rules.version)
  }

  init(vocabulary: ReaderVocabulary, version: String) {
    self.vocabulary = vocabulary
    self.version = version
  }

  /// Reads one document.
  ///
  /// - Complexity: O(*n* log *n*) in bytes for the sorting of the records, O(*n*) else.
  public func extract(_ input: ExtractionInput) -> Extraction {
    let reading = read(input.text, keepsRejected: false)
    let writer = RecordWriter(input: input, stream: reading.stream, outline: reading.outline)
    return Extraction(
      document: writer.document(metadata: reading.outline.metadata, rules: version),
      records: reading.found.map(writer.record))
  }

  /// Reads one document and hands it and its records over as JSON Lines.
  ///
  /// - Parameter write: takes the bytes of one line, its line break included.
  /// - Returns: the number of records.
  /// - Complexity: that of ``extract(_:)``; one record is in memory at a time.
  public func writeJSONLines(of input: ExtractionInput, _ write: (Span<UInt8>) throws -> Void) rethrows -> Int {
    let reading = read(input.text, keepsRejected: false)
    let writer = RecordWriter(input: input, stream: reading.stream, outline: reading.outline)
    var line = JSONLine()
    line.object(writer.document(metadata: reading.outline.metadata, rules: version))
    try line.end(write)
    for candidate in reading.found {
      writer.write(candidate, to: &line)
      try line.end(write)
    }
    return reading.found.count
  }

  /// Reads one document and says what else its numbers were taken for, and why they are not that.
  ///
  /// - Complexity: that of ``extract(_:)``.
  public func explain(_ input: ExtractionInput) -> RecordExplanation {
    let reading = read(input.text, keepsRejected: true)
    let writer = RecordWriter(input: input, stream: reading.stream, outline: reading.outline)
    return RecordExplanation(reading, writer)
  }

  private func read(_ text: String, keepsRejected: Bool) -> Reading {
    let stream = TokenStream.withoutPageNumbers(text)
    let outline = Outline(stream, vocabulary: vocabulary)
    var context = ReadingContext(stream: stream, outline: outline, vocabulary: vocabulary)

    var candidates: [Candidate] = []
    let firstReaders: [any Reader] = [CitationReader(), DateReader(), QuantityReader()]
    for reader in firstReaders { candidates += reader.read(context) }
    var rejected: [Rejection] = []
    let competition = Competition(stream: stream, outline: outline)
    context.settled = competition.settle(candidates, keepsRejected ? { rejected.append($0) } : nil)
    context.sentences = SentenceEnds(stream, outline, vocabulary.words, settled: context.settled)

    let (tables, summed, derived) = AwardTable.read(context)
    let outside = AwardTable.withoutCells(of: tables.map(\.tokens) + summed.map(\.tokens), context.settled)
    if keepsRejected, outside.count < context.settled.count {
      let kept = Set(outside.map(\.tokens))
      rejected += context.settled.filter { !kept.contains($0.tokens) }.map { Rejection(candidate: $0, cause: .cell) }
    }
    context.settled = outside
    let awards = AwardReader().read(context, tables: tables)
    context.tallies = Set(awards.compactMap(\.tally))
    var found = context.settled + awards
    let secondReaders: [any Reader] = [TargetAndIndicatorReader()]
    for reader in secondReaders { found += reader.read(context) }
    found.sortForOutput()
    context.settled = found
    var audits = Auditor().read(context)
    // One owner again, so that the audits are added in place.
    context.settled = []
    audits += TableAuditor(stream, tables: tables).read()
    audits += NarrativeAuditor(stream, awards: awards).read()
    audits += SummedTable.audits(of: summed) + SummedTable.audits(ofDerived: derived)
    found += audits
    found.sortForOutput()
    return Reading(
      stream: stream, outline: outline, words: vocabulary.words, found: found, rejected: rejected)
  }

  /// All that was read from one text.
  struct Reading {
    var stream: TokenStream
    var outline: Outline
    var words: CommonWords
    /// In the order of the text.
    var found: [Candidate]
    /// The readings that were not taken, when they were asked for.
    var rejected: [Rejection]
  }
}
