import DauTestSupport
import DauArchive
import DauIngest
import Foundation
import GRDB
import Testing

@Suite struct ArchiveTests {
  @Test func `a folder without an archive is named with the way to make one`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: ArchiveError.self) { try Archive(reading: folder.url) }
    #expect(error?.description.contains("dau ingest") == true)
  }

  @Test func `a file that is no database is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "not a database. ", count: 500), to: "archive.sqlite")
    #expect(throws: ArchiveError.self) { try Archive(reading: folder.url) }
    #expect(throws: ArchiveError.self) { try Archive(writing: folder.url) }
  }

  @Test func `the database of another program is left alone`() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "archive.sqlite")
    let queue = try DatabaseQueue(path: file.path)
    try queue.write { try $0.execute(sql: "CREATE TABLE theirs (x)") }
    try queue.close()
    let before = try Data(contentsOf: file)
    let error = try #require(throws: ArchiveError.self) { try Archive(writing: folder.url) }
    #expect(error.description.contains("another program"))
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `every original that is lost is named`() throws {
    let folder = try TemporaryFolder()
    let archive = try Archive(writing: folder.url)
    for (name, text) in [("a.txt", "một"), ("b.txt", "hai"), ("c.txt", "ba")] {
      let document = try ProcessedDocument.sample(text, file: name)
      try archive.originals.keep(Array(text.utf8), as: document.source.id)
      try archive.store.put(document)
    }
    let whole = try archive.examine()
    #expect(whole.originalCount == 3 && whole.lost.isEmpty)
    func original(_ text: String) -> URL { archive.originals.url(of: DocumentID(of: Array(text.utf8))) }
    try Data("x".utf8).write(to: original("một"))
    try FileManager.default.removeItem(at: original("ba"))
    let lost = try archive.examine().lost
    #expect(lost.map(\.file) == ["a.txt", "c.txt"])
    #expect(lost.map(\.damage) == [.changed, .missing])
    try archive.close()
  }

  @Test func `an archive that nothing was written to stays the same to the byte`() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "archive.sqlite")
    let first = try Archive(writing: folder.url)
    try first.store.put(.sample("một", file: "a.txt"))
    try first.close()
    let before = try Data(contentsOf: file)
    let second = try Archive(writing: folder.url)
    _ = try second.store.summary()
    try second.close()
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `exports hold every document and record, and replace nothing`() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(file: folder.url.appending(path: "archive.sqlite"))
    try store.put(
      .sample("một", file: "x/a.txt", records: [award("=Bằng khen", 2, to: "individual")]),
      .sample("hai", file: "y/a.txt", records: [["kind": .string("date"), "edtf": .string("2019")]]))
    let exporter = Exporter(store: store)
    let out = folder.url.appending(path: "out")
    let texts = try exporter.texts(DocumentFilter(), to: out, replacing: false)
    #expect(try Set(texts.map { try String(contentsOf: $0, encoding: .utf8) }) == ["một", "hai"])
    #expect(throws: ArchiveError.self) { try exporter.texts(DocumentFilter(), to: out, replacing: false) }
    _ = try exporter.texts(DocumentFilter(), to: out, replacing: true)

    let tables = try exporter.tables(DocumentFilter(), to: out, csv: CSV(), replacing: false)
    let awards = try #require(tables.first { $0.lastPathComponent == "awards.csv" })
    let rows = try String(contentsOf: awards, encoding: .utf8).components(separatedBy: "\r\n")
    #expect(rows.count == 3)
    #expect(rows[1].hasPrefix("'=Bằng khen,"))

    var lines: [String] = []
    try exporter.jsonLines(DocumentFilter()) { lines.append($0) }
    #expect(try lines.map { try JSONValue(json: $0)["kind"]?.string } == ["document", "award", "document", "date"])
  }
}
