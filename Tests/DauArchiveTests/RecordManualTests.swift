import DauArchive
import DauExtract
import Foundation
import Testing

/// The manual of the records is made from what the program works by.
@Suite struct RecordManualTests {
  private static func schema(_ name: String) throws -> JSONValue {
    try JSONValue(json: PublishedSchema(name, directory: SchemaTests.folder).text)
  }

  /// `DAU_REWRITE_DOCS=1 swift test --filter RecordManualTests` writes the page anew.
  @Test func `the page on records is current`() throws {
    let page = SchemaTests.root.appending(path: "docs/records.md")
    let markdown = try RecordManual(record: Self.schema("record"), document: Self.schema("document")).markdown
    if ProcessInfo.processInfo.environment["DAU_REWRITE_DOCS"] != nil {
      try markdown.write(to: page, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: page, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    let expected = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, pair) in zip(written, expected).enumerated() {
      #expect(pair.0 == pair.1, "docs/records.md:\(line + 1) is stale; run with DAU_REWRITE_DOCS=1")
    }
    #expect(written.count == expected.count)
  }

  @Test(arguments: Record.Kind.allCases)
  func `every field of a kind has a column, and every column a field`(_ kind: Record.Kind) throws {
    let schema = try Self.schema("record")
    func fields(_ holder: JSONValue?) -> Set<String> {
      if case .object(let properties)? = holder?["properties"] { Set(properties.keys) } else { [] }
    }
    let own = fields(schema["$defs"]?[kind.rawValue])
    #expect(Set(RecordColumns.fields(of: kind).compactMap(\.field)) == own)
    // The kind names the table; the place in the OCR text is for programs, which read the JSON.
    let place = fields(schema).subtracting(["kind", "source_span"])
    #expect(Set(RecordColumns.columns(of: kind).compactMap(\.field)) == own.union(place))
    let names = RecordColumns.header(of: kind)
    #expect(Set(names).count == names.count)
  }

  @Test func `the columns of documents are fields of the document`() throws {
    guard case .object(let properties)? = try Self.schema("document")["properties"] else { return }
    for column in RecordColumns.documentColumns {
      guard let field = column.field else { continue }
      #expect(properties[field] != nil, "\(column.name)")
    }
  }
}
