import Foundation

@testable import DauExtract

/// The tallies of `text`, each as `count award recipient, category; marks`.
func tallies(of text: String) -> [String] {
  awardRecords(of: text).compactMap { record in
    guard case .award(let fact) = record.fact else { return nil }
    var line = "\(fact.count) \(fact.award ?? "-") \(fact.recipient ?? "-")"
    if let grantor = fact.grantor { line += " by \(grantor)" }
    if let category = fact.category { line += ", \(category)" }
    if fact.grassroots { line += ", grassroots" }
    if fact.total { line += ", total" }
    return line
  }
}

/// The grades and decisions of the tallies of `text`, each as `count grade decision`.
func grounds(of text: String) -> [String] {
  awardRecords(of: text).compactMap { record in
    guard case .award(let fact) = record.fact else { return nil }
    return "\(fact.count) \(fact.grade ?? "-") \(fact.decision ?? "-")"
  }
}

/// The sums of tables in `text`, each as `relation stated holds computed: members`.
func tableAudits(of text: String) -> [String] {
  awardRecords(of: text).compactMap { record in
    guard case .audit(let fact) = record.fact else { return nil }
    let members = fact.members.map(\.text).joined(separator: "+")
    return "\(fact.relation.rawValue) \(fact.stated) \(fact.holds ? "holds" : "fails") \(fact.computed): \(members)"
  }
}

func awardRecords(of text: String) -> [Record] {
  extractor.extract(ExtractionInput(documentID: "sha256:00", text: text)).records
}
