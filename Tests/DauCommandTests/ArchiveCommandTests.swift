import DauTestSupport
import Foundation
import Testing

@Suite struct ArchiveCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("Đảng bộ tỉnh họp ngày 31 tháng 10 năm 2019\n", to: "in/1.txt")
    try folder.write("Báo cáo về việc đăng ký thi đua năm 2018\n", to: "in/2.md")
  }

  private func dau(_ arguments: String...) throws -> Program.Result { try Program.run(arguments, in: folder.url) }

  @discardableResult
  private func ingest(_ more: String...) throws -> Program.Result {
    try Program.run(["ingest", "in", "--no-restore"] + more, in: folder.url)
  }

  private func databaseBytes() throws -> Data {
    try Data(contentsOf: folder.url.appending(path: "archive/archive.sqlite"))
  }

  @Test func `a second ingest says that all is there and changes nothing`() throws {
    let first = try ingest()
    #expect(first.status == 0)
    #expect(first.messages == "dau: 2 files: 2 stored; archive holds 2 documents\n")
    let before = try databaseBytes()
    let second = try ingest()
    #expect(second.status == 0)
    #expect(second.messages == "dau: 2 files: 2 already there; archive holds 2 documents\n")
    #expect(try databaseBytes() == before)
    #expect(try ingest("--redo").messages.contains("2 made again"))
  }

  @Test func `bad files are named, counted, and stop nothing`() throws {
    try folder.write("%PDF-1.4", to: "in/3.pdf")
    try folder.write("", to: "in/4.txt")
    let result = try ingest("--json")
    #expect(result.status == 1)
    #expect(result.messages.contains("in/3.pdf: is a PDF"))
    #expect(result.messages.contains("in/4.txt: is empty"))
    #expect(result.lines.count == 5)
    let totals = try #require(JSONSerialization.jsonObject(with: Data(result.lines[4].utf8)) as? [String: Any])
    #expect(totals["stored"] as? Int == 2)
    #expect(totals["failed"] as? Int == 2)
    let summary = try dau("summary")
    #expect(summary.output.contains("in/4.txt: is empty"))
  }

  @Test func `a dry run writes nothing`() throws {
    let result = try ingest("--dry-run")
    #expect(result.status == 0)
    #expect(result.messages.contains("2 to store; nothing was written"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/archive"))
  }

  @Test func `nothing to ingest is an error`() throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/hollow", withIntermediateDirectories: true)
    #expect(try dau("ingest", "hollow").status == 2)
    #expect(try dau("ingest", "no-such-folder").status == 1)
  }

  @Test func `search finds with and without marks and says when there is nothing`() throws {
    try ingest()
    let bare = try dau("search", "dang")
    #expect(bare.status == 0)
    #expect(bare.output.contains("[Đảng]") && bare.output.contains("[đăng]"))
    let marked = try dau("search", "đảng", "bộ")
    #expect(marked.output.contains("in/1.txt") && !marked.output.contains("in/2.md"))
    let none = try dau("search", "khủng long")
    #expect(none.status == 1)
    #expect(none.output.isEmpty)
    #expect(none.messages.contains("no document holds khủng long"))
    let json = try dau("search", "--json", "dang bo")
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["total"] as? Int == 1)
  }

  @Test(arguments: ["\"", "*", "", " ", "\"thi đua", "()", "🙂", "'; --"])
  func `a query that says nothing gets a message, never a crash or a silent nothing`(_ query: String) throws {
    try ingest()
    let result = try dau("search", "--", query)
    #expect(result.status == 2)
    #expect(result.messages.hasPrefix("dau: ") && result.messages.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["NEAR(", "a OR b", "exact:x", "-x", "'; DROP TABLE document"])
  func `a query in another language is searched for as words`(_ query: String) throws {
    try ingest()
    let result = try dau("search", "--", query)
    #expect(result.status == 1)
    #expect(result.messages.contains("no document holds"))
  }

  @Test func `records are filtered and summed`() throws {
    try ingest()
    let all = try dau("records", "--kind", "date", "--json")
    #expect(all.lines.count >= 2)
    let some = try dau("records", "--kind", "date", "--from", "2019", "--json")
    #expect(some.lines.count >= 1 && some.lines.count < all.lines.count)
    let sums = try dau("records", "--kind", "date", "--by", "year", "--csv")
    #expect(sums.output.hasPrefix("year,records\r\n2018,"))
    let none = try dau("records", "--kind", "date", "--from", "2050")
    #expect(none.status == 1)
    #expect(none.messages.contains("no record matches"))
    #expect(try dau("records", "--kind", "document").output.contains("in/2.md"))
  }

  @Test func `export writes texts and tables and replaces none unasked`() throws {
    try ingest()
    #expect(try dau("export", "--format", "txt", "--output", "texts").status == 0)
    let text = try String(contentsOfFile: folder.path + "/texts/1.txt", encoding: .utf8)
    #expect(text == "Đảng bộ tỉnh họp ngày 31 tháng 10 năm 2019\n")
    #expect(try dau("export", "--format", "txt", "--output", "texts").status == 2)
    #expect(try dau("export", "--format", "csv", "--output", "tables").status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/tables/awards.csv"))
    let lines = try dau("export", "--format", "jsonl").lines
    #expect(lines.first?.contains("\"kind\":\"document\"") == true)
    #expect(try dau("export", "--format", "jsonl", "--document", "9.txt").status == 2)
  }

  @Test(arguments: [["search", "x"], ["records"], ["summary"], ["export", "--format", "jsonl"]])
  func `no archive is a message that says how to make one`(_ arguments: [String]) throws {
    let result = try Program.run(arguments, in: folder.url)
    #expect(result.status == 2)
    #expect(result.messages.contains("dau ingest"))
  }

  @Test func `two runs do not write at once`() throws {
    for number in 0..<300 {
      let text = String(repeating: "Văn bản số \(number) về việc thi đua, khen thưởng năm 2019. ", count: 20)
      try folder.write(text, to: "in/many-\(number).txt")
    }
    let scratch = try TemporaryFolder()
    let first = try Program.start(["ingest", "in", "--no-restore"], in: folder.url, scratch: scratch)
    var others: [Program.Result] = []
    while first.isRunning { others.append(try ingest()) }
    first.waitUntilExit()
    // Whichever came second either waited its turn or was told that another is writing; nobody failed otherwise.
    for result in try others + [Program.result(of: first, scratch)] where result.status != 0 {
      #expect(result.status == 2)
      let isTold = result.messages.contains("another 'dau ingest' is writing")
      #expect(isTold, Comment(rawValue: result.messages))
    }
    #expect(try ingest().status == 0)
    #expect(try dau("records", "--kind", "document", "--json").lines.count == 302)
  }

  @Test func `colour is for terminals`() throws {
    try ingest()
    for arguments in [["summary"], ["search", "dang"], ["records"]] {
      #expect(try !Program.run(arguments, in: folder.url).output.contains("\u{1B}"))
    }
  }
}
