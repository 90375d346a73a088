extension Record {
  /// The record as one line of JSON, without the line break: the fields every record has, then those of its kind.
  ///
  /// The order never changes, a missing value is null, and numbers of the document are strings.
  /// `schema/record.schema.json` describes it.
  public var jsonLine: String { jsonObject }
}

extension Record: JSONWritable {
  func write(to line: inout JSONLine) {
    line.record(
      kind, document, text: text.utf8Span.span, sourceText: sourceText.utf8Span.span, span, sourceSpan, page: page,
      line: self.line, section, confidence)
    fact.write(to: &line)
  }
}

extension JSONLine {
  /// Writes the fields that every record has; those of its fact follow.
  ///
  /// - Parameter sourceText: nil where it is `text`.
  mutating func record(
    _ kind: Record.Kind, _ document: String, text: Span<UInt8>, sourceText: Span<UInt8>?, _ span: Range<Int>,
    _ sourceSpan: Range<Int>, page: Int?, line: Int, _ section: String?, _ confidence: Double
  ) {
    field("kind", kind)
    field("document", document)
    if let sourceText {
      field("text", utf8: text)
      field("source_text", utf8: sourceText)
    } else {
      fields("text", "source_text") { $0.quote(utf8: text) }
    }
    if span == sourceSpan {
      fields("span", "source_span") { $0.range(span) }
    } else {
      field("span", span)
      field("source_span", sourceSpan)
    }
    field("page", page)
    field("line", line)
    field("section", section)
    field("confidence", share: confidence)
  }
}

extension Fact: JSONWritable {
  func write(to line: inout JSONLine) {
    switch self {
    case .date(let fact): fact.write(to: &line)
    case .quantity(let fact): fact.write(to: &line)
    case .target(let fact): fact.write(to: &line)
    case .indicator(let fact): fact.write(to: &line)
    case .award(let fact): fact.write(to: &line)
    case .citation(let fact): fact.write(to: &line)
    case .audit(let fact): fact.write(to: &line)
    }
  }
}

extension DateFact: JSONWritable {
  func write(to line: inout JSONLine) {
    line.field("edtf", edtf)
    line.field("qualifier", qualifier)
    line.field("resolved", resolved)
    if let issue { line.field("issue", issue) }
  }
}

extension QuantityFact: JSONWritable {
  func write(to line: inout JSONLine) {
    line.field("value", value)
    line.field("low", low)
    line.field("high", high)
    line.field("unit", unit)
    line.field("of", of)
    line.field("bound", bound)
    line.field("out_of", outOf)
    if let issue { line.field("issue", issue.rawValue) }
  }
}

extension TargetFact: JSONWritable {
  func write(to line: inout JSONLine) {
    line.field("subject", subject)
    line.field("verb", verb)
    line.field("comparator", comparator)
    line.field("value", value)
    line.field("low", low)
    line.field("high", high)
    line.field("unit", unit)
    line.field("of", of)
    line.field("out_of", outOf)
    line.field("deadline", deadline)
  }
}

extension TargetFact.Deadline: JSONWritable {
  func write(to line: inout JSONLine) {
    line.field("edtf", edtf)
    line.field("qualifier", qualifier)
  }
}

extension IndicatorFact: JSONWritable {
  func write(to line: inout JSONLine) {
    line.field("subject", subject)
    line.field("value", value)
    line.field("unit", unit)
    line.field("of", of)
    line.field("bound", bound)
    line.field("period", period)
    line.field("plan_percent", planPercent)
    line.field("previous_percent", previousPercent)
    line.field("change_percent", changePercent)
    line.field("change_value", changeValue)
    if let low { line.field("low", low) }
    if let high { line.field("high", high) }
  }
}

extension AwardFact: JSONWritable {
  func write(to line: inout JSONLine) {
    line.field("award", award)
    line.field("grantor", grantor)
    line.field("recipient", recipient)
    line.field("count", count)
    line.field("category", category)
    line.field("grassroots", grassroots)
    line.field("total", total)
    line.field("occasion", occasion)
    line.field("period", period)
    line.field("row", row)
    line.field("column", column)
    if let decision { line.field("decision", decision) }
    if let grade { line.field("grade", grade) }
  }
}

extension CitationFact: JSONWritable {
  func write(to line: inout JSONLine) {
    line.field("type", type)
    line.field("number", number)
    line.field("symbol", symbol)
    line.field("date", date)
    line.field("issuer", issuer)
    line.field("title", title)
    line.field("key", key)
    if !provisions.isEmpty { line.field("provisions", provisions) }
  }
}

extension AuditFact: JSONWritable {
  func write(to line: inout JSONLine) {
    line.field("relation", relation)
    line.field("stated", stated)
    line.field("computed", computed)
    line.field("unit", unit)
    line.field("members", members)
    line.field("holds", holds)
    line.field("note", note)
  }
}

extension AuditFact.Member: JSONWritable {
  func write(to line: inout JSONLine) {
    line.field("line", self.line)
    line.field("text", text)
    line.field("span", span)
    line.field("value", value)
  }
}
