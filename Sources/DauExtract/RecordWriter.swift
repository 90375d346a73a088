import Algorithms
internal import DauText

/// Turns candidates into records: bytes into code points, restored text into its source.
struct RecordWriter {
  private let input: ExtractionInput
  private let stream: TokenStream
  private let outline: Outline
  private let bytes: [UInt8]
  private let source: [UInt8]
  private let isSource: Bool
  private let points: CodePointIndex
  private let sourcePoints: CodePointIndex

  init(input: ExtractionInput, stream: TokenStream, outline: Outline) {
    self.input = input
    self.stream = stream
    self.outline = outline
    bytes = stream.bytes
    points = CodePointIndex(bytes)
    // A text that was not changed is its own source.
    isSource = input.sourceMap.isIdentity && input.source.utf8.count == bytes.count
    source = isSource ? bytes : Array(input.source.utf8)
    sourcePoints = isSource ? points : CodePointIndex(source)
  }

  func record(_ candidate: Candidate) -> Record {
    let place = place(of: candidate)
    let text = stream.text(place.bytes)
    return Record(
      document: input.documentID, text: text,
      sourceText: isSource ? text : String(decoding: source[place.sourceBytes], as: UTF8.self), span: place.span,
      sourceSpan: place.sourceSpan, page: place.page, line: place.line, section: section(of: candidate),
      confidence: confidence(of: candidate, place), fact: fact(of: candidate))
  }

  /// Writes the record of a candidate: what ``record(_:)`` makes, without a copy of its text.
  func write(_ candidate: Candidate, to line: inout JSONLine) {
    let place = place(of: candidate)
    line.object { line in
      line.record(
        candidate.fact.kind, input.documentID, text: bytes.span.extracting(place.bytes),
        sourceText: isSource ? nil : source.span.extracting(place.sourceBytes), place.span, place.sourceSpan,
        page: place.page,
        line: place.line, section(of: candidate), confidence(of: candidate, place))
      fact(of: candidate).write(to: &line)
    }
  }

  /// Where a record stands.
  private struct Place {
    var bytes: Range<Int>
    var sourceBytes: Range<Int>
    var span: Range<Int>
    var sourceSpan: Range<Int>
    var page: Int?
    var line: Int
  }

  private func place(of candidate: Candidate) -> Place {
    let bytes = stream.bytes(of: candidate.tokens)
    let sourceBytes = isSource ? bytes : input.sourceMap.sourceRange(of: bytes)
    let span = points.codePoints(of: bytes)
    return Place(
      bytes: bytes, sourceBytes: sourceBytes, span: span,
      sourceSpan: isSource ? span : sourcePoints.codePoints(of: sourceBytes), page: page(of: bytes.lowerBound),
      line: Int(stream[candidate.tokens.lowerBound].line) + 1)
  }

  private func section(of candidate: Candidate) -> String? { outline.sectionPath(ofToken: candidate.tokens.lowerBound) }

  private func confidence(of candidate: Candidate, _ place: Place) -> Double {
    candidate.confidence * input.confidence(place.bytes)
  }

  /// The fact with the members of an audit, which candidates hold by their tokens.
  private func fact(of candidate: Candidate) -> Fact {
    guard case .audit(var audit) = candidate.fact else { return candidate.fact }
    audit.members = candidate.members.map { member in
      let bytes = stream.bytes(of: member.tokens)
      return AuditFact.Member(
        span: points.codePoints(of: bytes), line: Int(stream[member.tokens.lowerBound].line) + 1,
        text: stream.text(bytes),
        value: member.value)
    }
    return .audit(audit)
  }

  /// How sure the text of a candidate was restored.
  func restorationConfidence(_ candidate: Candidate) -> Double {
    input.confidence(stream.bytes(of: candidate.tokens))
  }

  /// Where some tokens stand in the restored text, in code points.
  func span(_ tokens: Range<Int>) -> Range<Int> { points.codePoints(of: stream.bytes(of: tokens)) }

  func document(metadata: DocumentMetadata, rules: String) -> DocumentRecord {
    DocumentRecord(
      id: input.documentID, file: input.fileName, type: metadata.type, number: metadata.number,
      symbol: metadata.symbol, issuer: metadata.issuer, place: metadata.place, issued: metadata.issued?.edtf,
      title: metadata.title, signer: metadata.signer, signatures: metadata.signatures,
      recipients: metadata.recipients, sections: sections(), pages: input.pages.isEmpty ? nil : input.pages.count,
      rules: rules)
  }

  private func sections() -> [DocumentRecord.Section] {
    outline.sections.enumerated().map { index, section in
      let start = Int(stream[section.start].start)
      let next =
        index + 1 < outline.sections.count ? Int(stream[outline.sections[index + 1].start].start) : stream.bytes.count
      return DocumentRecord.Section(
        part: section.part, number: section.path, heading: section.heading.map { stream.flatText(ofTokens: $0) },
        line: Int(stream[section.start].line) + 1, span: points.codePoints(of: start..<max(start, next)))
    }
  }

  private func page(of byte: Int) -> Int? {
    guard !input.pages.isEmpty else { return nil }
    return min(input.pages.partitioningIndex { $0.upperBound > byte }, input.pages.count - 1) + 1
  }
}
