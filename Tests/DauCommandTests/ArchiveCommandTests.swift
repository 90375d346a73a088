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

  @Test func `a hit says the line that it stands in`() throws {
    try folder.write("một\nhai\nĐảng bộ tỉnh\nbốn\n", to: "in/3.txt")
    try ingest()
    let json = try dau("search", "--json", "đảng bộ", "tỉnh bốn")
    #expect(json.output.contains("\"line\":3"), Comment(rawValue: json.output))
    #expect(try dau("search", "đảng bộ", "tỉnh bốn").output.contains("line 3:"))
    #expect(try dau("search", "dang", "--offset", "99").status == 1)
  }

  @Test func `lost originals are all named and put back by their files`() throws {
    for number in 0..<30 { try folder.write("Văn bản số \(number)\n", to: "in/more-\(number).txt") }
    try ingest()
    #expect(try dau("summary", "--check").status == 0)
    let originals = folder.path + "/archive/originals"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: originals).filter { $0.utf8.count == 67 }
    #expect(paths.count == 32)
    for (number, path) in paths.dropFirst(2).enumerated() {
      if number.isMultiple(of: 2) {
        try FileManager.default.removeItem(atPath: "\(originals)/\(path)")
      } else {
        try folder.write("x", to: "archive/originals/\(path)")
      }
    }
    let check = try dau("summary", "--check")
    #expect(check.status == 2)
    #expect(check.output.isEmpty)
    #expect(check.messages.split(separator: "\n").count == 22)
    #expect(check.messages.contains("is missing") && check.messages.contains("was changed or damaged"))
    #expect(check.messages.contains("and 10 more"))
    #expect(check.messages.contains("30 of 32 originals are not there as they came"))
    let bag = try dau("export", "--format", "bagit", "-o", "bag")
    #expect(bag.status == 2)
    #expect(bag.messages.contains("'dau ingest' of that file puts it back"), Comment(rawValue: bag.messages))
    let again = try ingest()
    #expect(again.status == 0)
    #expect(again.messages.contains("32 already there"))
    #expect(again.messages.split(separator: "\n").count { $0.contains("was put back") } == 30)
    #expect(try dau("summary", "--check").status == 0)
    #expect(try dau("export", "--format", "bagit", "-o", "bag").status == 0)
  }

  @Test func `tables for spreadsheets say that they are UTF-8, and those for programs do not`() throws {
    try ingest()
    #expect(try dau("export", "--format", "csv", "-o", "tables").status == 0)
    #expect(try dau("export", "--format", "parquet-ready", "-o", "package").status == 0)
    func table(_ name: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: folder.url.appending(path: name))) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for name in ["documents", "dates"] {
      #expect(try table("tables/\(name).csv") == mark + table("package/\(name).csv"))
    }
    let plain = try dau("records", "--kind", "date", "--csv").output
    #expect(plain.hasPrefix("edtf,"))
    expectSameBytes(try dau("records", "--kind", "date", "--csv", "--bom").output, "\u{FEFF}" + plain)
    let sums = try dau("records", "--by", "kind", "--csv").output
    expectSameBytes(try dau("records", "--by", "kind", "--csv", "--bom").output, "\u{FEFF}" + sums)
  }

  @Test func `two readings of one paper are told, because each is counted`() throws {
    let page = """
      ỦY BAN NHÂN DÂN TỈNH
      Số: 276/QĐ-UBND
      Hà Giang, ngày 09 tháng 02 năm 2018
      QUYẾT ĐỊNH
      Tặng Bằng khen cho 18 tập thể.

      """
    try folder.write(page, to: "in/one.eng.txt")
    try folder.write(page + "Nơi nhận: VT.\n", to: "in/one.vie.txt")
    try ingest()
    for arguments in [["summary"], ["records", "--kind", "award", "--by", "award"]] {
      let result = try Program.run(arguments, in: folder.url)
      #expect(result.messages.contains("in/one.eng.txt = in/one.vie.txt"), Comment(rawValue: result.messages))
      #expect(try !Program.run(arguments + ["-q"], in: folder.url).messages.contains("one.eng.txt"))
    }
    #expect(try dau("records", "--kind", "award", "--by", "award", "--document", "one.eng.txt").messages.isEmpty)
  }

  @Test func `an archive's own folder is told, and a file name cannot move the cursor`() throws {
    try folder.write("Tổng kết\n", to: "in/bad\u{1B}[31m\nz.pdf")
    let odd = try ingest()
    #expect(odd.status == 1)
    #expect(odd.messages.split(separator: "\n").count == 2, Comment(rawValue: odd.messages))
    #expect(!odd.messages.contains("\u{1B}"))
    let own = try dau("ingest", "archive")
    #expect(own.status == 2)
    #expect(own.messages.contains("archive: is the folder of an archive"), Comment(rawValue: own.messages))
  }

  @Test func `a filter that names no code is told the codes`() throws {
    try ingest()
    let result = try dau("records", "--unit", "phần trăm")
    #expect(result.status == 1)
    #expect(result.messages.contains("no record matches"))
    #expect(try dau("records", "--failing", "--csv").output.hasPrefix("relation,"))
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
