@testable import DauExtract

/// What a text demands and reports, in short: `target = 80 percent | 2020`, `indicator 24 count`, one a record.
func statementSummaries(of text: String) -> [String] {
  extraction(of: text).records.compactMap { record in
    switch record.fact {
    case .target(let fact):
      var text = ["target", fact.comparator, fact.value?.description, fact.unit].compactMap(\.self)
      if let low = fact.low, let high = fact.high { text.insert("\(low)...\(high)", at: 2) }
      if let deadline = fact.deadline { text.append("| \(deadline.edtf ?? "?")") }
      return text.joined(separator: " ")
    case .indicator(let fact):
      var text = ["indicator", fact.value?.description ?? "-", fact.unit ?? "-"]
      if let plan = fact.planPercent { text.append("plan=\(plan)") }
      if let previous = fact.previousPercent { text.append("previous=\(previous)") }
      if let change = fact.changePercent { text.append("change=\(change)") }
      return text.joined(separator: " ")
    default: return nil
    }
  }
}
