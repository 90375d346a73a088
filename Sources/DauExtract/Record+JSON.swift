extension Record {
  /// The record as one line of JSON, without the line break: the fields every record has, then those of its kind.
  ///
  /// The order never changes, a missing value is null, and numbers of the document are strings.
  public var jsonLine: String {
    var line = JSONLine()
    line.field("kind", kind.rawValue)
    line.field("document", document)
    line.field("text", text)
    line.field("source_text", sourceText)
    line.field("span", span)
    line.field("source_span", sourceSpan)
    line.field("page", page)
    line.field("line", self.line)
    line.field("section", section)
    line.field("confidence", share: confidence)
    fact.write(to: &line)
    return line.string()
  }
}

extension Fact {
  fileprivate func write(to line: inout JSONLine) {
    switch self {
    case .date(let fact):
      line.field("edtf", fact.edtf)
      line.field("qualifier", fact.qualifier?.rawValue)
      line.field("resolved", fact.resolved)
      if let issue = fact.issue { line.field("issue", issue) }
    case .quantity(let fact):
      line.field("value", fact.value)
      line.field("low", fact.low)
      line.field("high", fact.high)
      line.field("unit", fact.unit)
      line.field("of", fact.of)
      line.field("bound", fact.bound.rawValue)
      line.field("out_of", fact.outOf)
    case .target(let fact):
      line.field("subject", fact.subject)
      line.field("verb", fact.verb)
      line.field("comparator", fact.comparator)
      line.field("value", fact.value)
      line.field("low", fact.low)
      line.field("high", fact.high)
      line.field("unit", fact.unit)
      line.field("of", fact.of)
      line.field("out_of", fact.outOf)
      line.field(
        "deadline",
        object: fact.deadline.map { deadline in
          { line in
            line.field("edtf", deadline.edtf)
            line.field("qualifier", deadline.qualifier?.rawValue)
          }
        })
    case .indicator(let fact):
      line.field("subject", fact.subject)
      line.field("value", fact.value)
      line.field("unit", fact.unit)
      line.field("of", fact.of)
      line.field("bound", fact.bound.rawValue)
      line.field("period", fact.period)
      line.field("plan_percent", fact.planPercent)
      line.field("previous_percent", fact.previousPercent)
      line.field("change_percent", fact.changePercent)
      line.field("change_value", fact.changeValue)
    case .award(let fact):
      line.field("award", fact.award)
      line.field("grantor", fact.grantor)
      line.field("recipient", fact.recipient)
      line.field("count", fact.count)
      line.field("category", fact.category)
      line.field("grassroots", fact.grassroots)
      line.field("total", fact.total)
      line.field("occasion", fact.occasion)
      line.field("period", fact.period)
      line.field("row", fact.row)
      line.field("column", fact.column)
    case .citation(let fact):
      line.field("type", fact.type)
      line.field("number", fact.number)
      line.field("symbol", fact.symbol)
      line.field("date", fact.date)
      line.field("issuer", fact.issuer)
      line.field("title", fact.title)
      if !fact.provisions.isEmpty { line.field("provisions", fact.provisions) }
    case .audit(let fact):
      line.field("relation", fact.relation.rawValue)
      line.field("stated", fact.stated)
      line.field("computed", fact.computed)
      line.field("unit", fact.unit)
      line.field("members", objects: fact.members) { line, member in
        line.field("line", member.line)
        line.field("text", member.text)
        line.field("span", member.span)
        line.field("value", member.value)
      }
      line.field("holds", fact.holds)
      line.field("note", fact.note)
    }
  }
}
