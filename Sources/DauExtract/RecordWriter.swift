internal import DauText

/// Turns candidates into records: bytes into code points, restored text into its source.
struct RecordWriter {
  private let input: ExtractionInput
  private let stream: TokenStream
  private let outline: Outline
  private let source: [UInt8]
  private let isSource: Bool
  private let points: CodePointIndex
  private let sourcePoints: CodePointIndex

  init(input: ExtractionInput, stream: TokenStream, outline: Outline) {
    self.input = input
    self.stream = stream
    self.outline = outline
    points = CodePointIndex(stream.bytes)
    // A text that was not changed is its own source.
    isSource = input.sourceMap.isIdentity && input.source.utf8.count == stream.bytes.count
    source = isSource ? stream.bytes : Array(input.source.utf8)
    sourcePoints = isSource ? points : CodePointIndex(source)
  }

  func record(_ candidate: Candidate) -> Record {
    let bytes = stream.bytes(of: candidate.tokens)
    let sourceBytes = isSource ? bytes : input.sourceMap.sourceRange(of: bytes)
    let text = stream.text(bytes)
    let span = points.codePoints(of: bytes)
    var fact = candidate.fact
    if case .audit(var audit) = fact {
      audit.members = candidate.members.map { member in
        let bytes = stream.bytes(of: member.tokens)
        return AuditFact.Member(
          span: points.codePoints(of: bytes), line: Int(stream[member.tokens.lowerBound].line) + 1,
          text: stream.text(bytes),
          value: member.value)
      }
      fact = .audit(audit)
    }
    return Record(
      document: input.documentID, text: text,
      sourceText: isSource ? text : String(decoding: source[sourceBytes], as: UTF8.self), span: span,
      sourceSpan: isSource ? span : sourcePoints.codePoints(of: sourceBytes), page: page(of: bytes.lowerBound),
      line: Int(stream[candidate.tokens.lowerBound].line) + 1,
      section: outline.sectionPath(ofToken: candidate.tokens.lowerBound),
      confidence: candidate.confidence * input.confidence(bytes), fact: fact)
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
    var low = 0
    var high = input.pages.count
    while low < high {
      let middle = (low + high) / 2
      if input.pages[middle].upperBound <= byte { low = middle + 1 } else { high = middle }
    }
    return min(low, input.pages.count - 1) + 1
  }
}
