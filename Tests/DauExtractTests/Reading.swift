import DauRules
import Foundation
import Testing
import DauText

@testable import DauExtract

/// A text with what shall be read from it, each as `evidence = value`.
struct Case: Sendable, CustomTestStringConvertible {
  let text: String
  let expected: [String]

  init(_ text: String, _ expected: String...) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text }
}

/// The vocabulary and the extractor that all tests share.
/// The extractor with the rules of the tree, whose version the goldens must not follow.
let extractor: Extractor = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  do {
    let rules = try RuleBook(directory: root.appending(path: "rules"))
    return Extractor(vocabulary: try ReaderVocabulary(rules: rules), version: "test")
  } catch {
    fatalError("\(error)")
  }
}()

func extraction(of text: String) -> Extraction {
  extractor.extract(ExtractionInput(documentID: "sha256:00", text: text))
}

/// The records of one kind in `text`, each as `evidence = value`.
func readings(of text: String, _ kind: Record.Kind) -> [String] {
  extraction(of: text).records.filter { $0.kind == kind }.map { record in
    "\(record.text.split(whereSeparator: \.isNewline).joined(separator: " ")) = \(record.fact.summary)"
  }
}

/// The audits of `text`, each as `relation stated holds computed`.
func auditSummaries(of text: String) -> [String] {
  extraction(of: text).records.filter { $0.kind == .audit }.map(\.fact.summary)
}

extension Fact {
  /// The value on one line, for tables of cases.
  var summary: String {
    switch self {
    case .date(let fact):
      [fact.edtf ?? fact.issue ?? "?", fact.qualifier?.rawValue, fact.resolved ? "resolved" : nil]
        .compactMap { $0 }.joined(separator: " ")
    case .quantity(let fact):
      [
        fact.value?.description ?? "\(fact.low?.description ?? "?")..\(fact.high?.description ?? "?")",
        fact.outOf.map { "of \($0)" }, fact.unit == "count" ? fact.of ?? "count" : fact.unit,
        fact.bound == .exact ? nil : fact.bound.rawValue,
      ].compactMap { $0 }.joined(separator: " ")
    case .citation(let fact):
      [fact.type, fact.symbol ?? fact.number, fact.date, fact.issuer.map { "by \($0)" }].compactMap { $0 }
        .joined(separator: " ")
    case .audit(let fact):
      "\(fact.relation.rawValue) \(fact.stated) \(fact.holds ? "holds" : "fails") \(fact.computed)"
    case .target(let fact): fact.subject
    case .indicator(let fact): fact.subject
    case .award(let fact): "\(fact.award ?? "-") \(fact.count)"
    }
  }
}
