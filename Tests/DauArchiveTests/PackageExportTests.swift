import DauArchive
import DauExtract
import DauTestSupport
import Foundation
import Testing

@Suite struct PackageExportTests {
  private static func export(_ records: [[String: JSONValue]]) throws -> (folder: TemporaryFolder, files: [URL]) {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(file: folder.url.appending(path: "archive.sqlite"))
    try store.put(.sample("một", file: "a.txt", issued: "2018", records: records))
    let out = folder.url.appending(path: "out")
    return (folder, try Exporter(store: store).package(DocumentFilter(), to: out, replacing: false))
  }

  @Test func `each table is described with the columns it has`() throws {
    let (folder, files) = try Self.export([award("Bằng khen", 3, to: "individual")])
    let out = folder.url.appending(path: "out")
    let package = try JSONValue(
      json: String(contentsOf: out.appending(path: "datapackage.json"), encoding: .utf8))
    guard case .array(let resources)? = package["resources"] else {
      Issue.record("no resources")
      return
    }
    #expect(resources.count == Record.Kind.allCases.count + 1)
    #expect(files.count == resources.count + 2)
    let script = try String(contentsOf: out.appending(path: "to-parquet.sql"), encoding: .utf8)
    for resource in resources {
      let path = try #require(resource["path"]?.string)
      let header = try String(contentsOf: out.appending(path: path), encoding: .utf8).prefix { $0 != "\r\n" }
      guard case .array(let fields)? = resource["schema"]?["fields"] else { continue }
      #expect(fields.compactMap { $0["name"]?.string }.joined(separator: ",") == header, "\(path)")
      #expect(script.contains("read_csv('\(path)'"))
    }
  }

  @Test func `what is there already is not overwritten`() throws {
    let (folder, _) = try Self.export([])
    let store = try SQLiteStore(file: folder.url.appending(path: "archive.sqlite"))
    #expect(throws: ArchiveError.self) {
      try Exporter(store: store).package(
        DocumentFilter(), to: folder.url.appending(path: "out"), replacing: false)
    }
  }

  /// A column of whole numbers must not hold decimals, whatever a document says.
  @Test(arguments: Record.Kind.allCases)
  func `the types of columns are those of the schema`(_ kind: Record.Kind) throws {
    let schema = try JSONValue(json: PublishedSchema("record", directory: SchemaTests.folder).text)
    for column in RecordColumns.columns(of: kind) {
      guard let field = column.field else { continue }
      let property = schema["$defs"]?[kind.rawValue]?["properties"]?[field] ?? schema["properties"]?[field]
      let text = (property ?? .null).json
      let expected: TableColumn.CellType =
        if column.name == "start" || column.name == "end" || text.contains("$defs/whole\"")
          || text.contains("\"integer\"")
        {
          .integer
        } else if text.contains("$defs/decimal\"") || text.contains("\"type\":\"number\"") {
          .number
        } else if text.contains("\"boolean\"") {
          .boolean
        } else {
          .string
        }
      #expect(column.type == expected, "\(kind.rawValue).\(column.name)")
    }
  }
}
