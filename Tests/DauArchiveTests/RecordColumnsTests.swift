import DauArchive
import DauExtract
import DauIngest
import DauTestSupport
import Testing

/// Each column shows its own value, and none that of another.
@Suite struct RecordColumnsTests {
  @Test(arguments: Record.Kind.allCases)
  func `the cells of a record are those of their columns`(_ kind: Record.Kind) throws {
    let columns = RecordColumns.columns(of: kind)
    var members: [String: JSONValue] = [:]
    for column in columns {
      guard let field = column.field else { continue }
      members[field] = .string("member \(field)")
    }
    members["span"] = .array([.string("member 0"), .string("member 1")])
    members["deadline"] = .object(["edtf": .string("member edtf"), "qualifier": .string("member qualifier")])
    for name in ["row", "column"] { members[name] = .array([.string("member"), .string(name)]) }
    let record = StoredRecord(
      kind: kind.rawValue, document: DocumentID(of: [1]), file: "the file", symbol: "the symbol", issued: "the day",
      json: JSONValue.object(members).json)
    let cells = try RecordColumns.cells(of: record, kind: kind)
    #expect(cells.count == columns.count)
    for (column, cell) in zip(columns, cells) {
      let expected: String? =
        switch column.source {
        case .field(let path): "member \(path.last ?? "")"
        case .headerPath(let name): "member/\(name)"
        case .archive: ["file": "the file", "document_symbol": "the symbol", "document_issued": "the day"][column.name]
        }
      #expect(cell == expected, "\(kind.rawValue).\(column.name)")
    }
  }

  @Test func `the cells of a document are those of their columns`() throws {
    let json = """
      {"id": "sha256:b", "file": "read.txt", "pages": 5, "signer": {"name": "N", "position": "P"}, "rules": "r"}
      """
    let document = StoredDocument(
      id: DocumentID(of: [1]), file: "stored.txt", files: ["stored.txt"], byteCount: 1, wordCount: 2, changedCount: 3,
      recordCount: 4, json: json)
    let cells = Dictionary(
      uniqueKeysWithValues: zip(RecordColumns.documentHeader, try RecordColumns.cells(of: document)))
    let expected = [
      "document": document.id.description, "file": "stored.txt", "words": "2", "changed": "3", "records": "4",
      "pages": "5", "signer_name": "N", "signer_position": "P", "rules": "r",
    ]
    #expect(cells.filter { !$0.value.isEmpty } == expected)
    let numbers = RecordColumns.documentColumns.filter { $0.type == .integer }.map(\.name)
    #expect(numbers == ["pages", "words", "changed", "records"])
    #expect(RecordColumns.documentColumns.allSatisfy { $0.type == .integer || $0.type == .string })
  }
}
