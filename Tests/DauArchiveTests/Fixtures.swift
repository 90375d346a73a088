import DauTestSupport
import DauArchive
import DauIngest
import Foundation
import Testing

/// An engine behind the contract. A further engine is a further case here.
enum Engine: CaseIterable, CustomTestStringConvertible {
  case sqlite

  var testDescription: String {
    switch self {
    case .sqlite: "SQLite"
    }
  }

  /// Runs `body` with an empty store.
  func withStore(_ body: (any ArchiveStore) throws -> Void) throws {
    switch self {
    case .sqlite:
      let folder = try TemporaryFolder()
      let store = try SQLiteStore(file: folder.url.appending(path: "archive.sqlite"))
      try body(store)
      try store.close()
    }
  }
}

extension ProcessedDocument {
  /// A document as a pipeline would hand it over.
  ///
  /// - Parameter records: the fields of each record beyond those all records have.
  static func sample(
    _ text: String, file: String, symbol: String? = nil, issued: String? = nil, title: String? = nil,
    records: [[String: JSONValue]] = [], rules: String = "r1", changes: [Change] = []
  ) throws -> ProcessedDocument {
    let source = try TextReader().read(text, file: file)
    func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    let document = JSONValue.object([
      "kind": .string("document"), "id": .string(source.id.description), "file": .string(file),
      "symbol": optional(symbol), "issued": optional(issued), "title": optional(title),
    ])
    let lines = records.enumerated().map { position, fields in
      JSONValue.object(
        [
          "document": .string(source.id.description), "text": .string("evidence \(position)"),
          "source_text": .string("evidence \(position)"), "span": .array([.integer(0), .integer(1)]),
          "line": .integer(position + 1), "confidence": .number(0.9),
        ].merging(fields) { $1 }
      ).json
    }
    return ProcessedDocument(
      source: source, text: source.text, isRestored: true, wordCount: text.split(separator: " ").count,
      changes: changes, documentLine: document.json, recordLines: lines, rules: rules)
  }
}

/// An award record's own fields.
func award(
  _ name: String, _ count: Int, to recipient: String, total: Bool = false, grassroots: Bool = false,
  period: String? = nil
) -> [String: JSONValue] {
  [
    "kind": .string("award"), "award": .string(name), "count": .string("\(count)"), "recipient": .string(recipient),
    "total": .bool(total), "grassroots": .bool(grassroots), "period": period.map(JSONValue.string) ?? .null,
  ]
}

extension ArchiveStore {
  func put(_ documents: ProcessedDocument...) throws {
    let run = try beginRun(rules: "r1")
    for document in documents { try store(document, in: run) }
    try finish(run, counts: IngestCounts())
  }

  func records(_ change: (inout RecordFilter) -> Void = { _ in }) throws -> [StoredRecord] {
    var filter = RecordFilter()
    change(&filter)
    var found: [StoredRecord] = []
    try forEachRecord(matching: filter) { found.append($0) }
    return found
  }

  func files(found query: String, exact: Bool = false) throws -> [String] {
    try search(SearchQuery(query, isExactOnly: exact), limit: 100, offset: 0).hits.map(\.file)
  }
}
