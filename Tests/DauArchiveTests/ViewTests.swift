import DauTestSupport
import DauArchive
import Foundation
import GRDB
import Testing

/// The views are a promise to analysts, who open the file with any SQLite client.
@Suite struct ViewTests {
  @Test func `each view answers with the columns that the documentation names`() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "archive.sqlite")
    let store = try SQLiteStore(file: file)
    var cell = award("Bằng khen", 3, to: "individual")
    cell["row"] = .array([.string("Khen thưởng của tỉnh"), .string("Bằng khen")])
    cell["column"] = .null
    try store.put(
      .sample(
        "một hai", file: "a.txt", issued: "2018-07-10",
        records: [
          cell, ["kind": .string("date"), "edtf": .string("2019")],
          ["kind": .string("quantity"), "value": .string("5"), "issue": .string("reversed")],
          [
            "kind": .string("citation"), "symbol": .string("1/KH"), "key": .string("1/kh"),
            "provisions": .array([.string("khoản 1 Điều 5"), .string("Điều 7")]),
          ],
          ["kind": .string("target"), "deadline": .object(["edtf": .string("2020")])],
          ["kind": .string("indicator"), "period": .string("2018")], ["kind": .string("audit"), "holds": .bool(true)],
        ]))
    let manual = try String(contentsOf: Self.documentation, encoding: .utf8)
    let views = [
      "documents", "awards", "quantities", "dates", "citations", "targets", "indicators", "audits", "changes",
    ]
    try DatabaseQueue(path: file.path).read { db in
      for view in views {
        let columns = try db.columns(in: view).map(\.name)
        for column in columns { #expect(manual.contains("`\(column)`"), "\(view).\(column) is not documented") }
        if view != "changes" {
          #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM \(view)") == 1, "\(view)")
        }
      }
      #expect(try Int.fetchOne(db, sql: "SELECT year FROM awards") == 2018)
      #expect(try String.fetchOne(db, sql: "SELECT \"row\" FROM awards") == "Khen thưởng của tỉnh/Bằng khen")
      #expect(try String.fetchOne(db, sql: "SELECT \"column\" FROM awards") == nil)
      #expect(try String.fetchOne(db, sql: "SELECT provisions FROM citations") == "khoản 1 Điều 5; Điều 7")
      #expect(try String.fetchOne(db, sql: "SELECT key FROM citations GROUP BY key") == "1/kh")
      #expect(try String.fetchOne(db, sql: "SELECT issue FROM quantities") == "reversed")
      #expect(try String.fetchOne(db, sql: "SELECT deadline_edtf FROM targets") == "2020")
      #expect(try Int.fetchOne(db, sql: "SELECT rowid FROM search WHERE search MATCH 'folded:mot'") == 1)
    }
  }

  private static var documentation: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/archive.md")
  }
}
