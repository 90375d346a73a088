import DauTestSupport
import Foundation
import Testing

@Suite struct DocumentCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  /// Sets and dictionaries of Swift have another order in every process; sums in their order are rounded otherwise.
  @Test func `two runs write the same bytes`() throws {
    let page = Program.root.appending(path: "corpus/inbox/02-bao-cao-2018.txt").path
    let runs = try (0..<3).map { _ in try Program.run(["restore", "--json", "--words", page]).output }
    #expect(!runs[0].isEmpty)
    #expect(Set(runs).count == 1)
  }

  @Test func `restore keeps lines, and line ends as they were`() throws {
    let text = "Ngày 31 tháng 10 năm 2019\r\n\r\nTổng kết phong trào thi đua\r\n"
    let result = try Program.run(["restore", "-"], input: text)
    #expect(result.status == 0)
    #expect(result.output.utf8.count { $0 == 0x0A } == 3)
    #expect(result.output.utf8.count { $0 == 0x0D } == 3)
    #expect(result.messages.isEmpty)
  }

  @Test func `restore writes a file whole and replaces none unasked`() throws {
    let input = try folder.write("Tổng kết phong trào thi đua\n", to: "a.txt")
    let output = folder.path + "/out.txt"
    #expect(try Program.run(["restore", input, "-o", output]).status == 0)
    let again = try Program.run(["restore", input, "-o", output])
    #expect(again.status == 2)
    #expect(again.messages.contains("--force"))
    #expect(try Program.run(["restore", input, "-o", output, "--force"]).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.txt", "out.txt"])
  }

  @Test func `extract prints the document and its records as JSON Lines`() throws {
    let result = try Program.run(
      ["extract", "--no-restore", "-"], input: "Họp ngày 31 tháng 10 năm 2019 tại tỉnh.\n")
    #expect(result.status == 0)
    let lines = try objects(result.output)
    #expect(lines.first?["kind"] as? String == "document")
    let date = try #require(lines.first { $0["kind"] as? String == "date" })
    #expect(date["edtf"] as? String == "2019-10-31")
    #expect(date["document"] as? String == lines.first?["id"] as? String)
  }

  @Test func `extract prints one kind as CSV`() throws {
    let result = try Program.run(
      ["extract", "--no-restore", "--csv", "date", "-"], input: "Họp ngày 31 tháng 10 năm 2019.\n")
    let rows = result.output.components(separatedBy: "\r\n")
    #expect(rows[0].hasPrefix("edtf,qualifier,resolved,issue,document,file,"))
    #expect(rows[1].hasPrefix("2019-10-31,,false,,sha256:"))
    let marked = try Program.run(
      ["extract", "--no-restore", "--csv", "date", "--bom", "-"], input: "Họp ngày 31 tháng 10 năm 2019.\n")
    expectSameBytes(marked.output, "\u{FEFF}" + result.output)
  }

  @Test(arguments: [
    ("empty.txt", "", "is empty"), ("scan.txt", "%PDF-1.4 x", "pdftotext"), ("nul.txt", "a\u{0}b", "NUL"),
    ("blank.txt", " \n", "blanks"),
  ])
  func `a file that cannot be read is named with the way out`(_ name: String, _ text: String, _ part: String) throws {
    let path = try folder.write(text, to: name)
    for command in ["restore", "extract", "explain"] {
      let result = try Program.run([command, path])
      #expect(result.status == 2)
      #expect(result.messages.contains(path) && result.messages.contains(part), "\(result.messages)")
      #expect(result.output.isEmpty)
    }
  }

  @Test func `a missing file is a clear message`() throws {
    let result = try Program.run(["restore", "no-such-file.txt"])
    #expect(result.status == 2)
    #expect(result.messages == "dau: no-such-file.txt: no such file or folder; check the spelling\n")
  }

  @Test func `explain of a line that is not there says how many there are`() throws {
    let path = try folder.write("một\nhai", to: "a.txt")
    for options in [[], ["--records", "--no-restore"]] {
      let result = try Program.run(["explain", path, "--line", "9"] + options)
      #expect(result.status == 2)
      #expect(result.messages.contains("2 lines"))
    }
    // The end of the last line begins no other.
    let one = try folder.write("một\n", to: "one.txt")
    for options in [[], ["--records", "--no-restore"]] {
      #expect(try Program.run(["explain", one, "--line", "2"] + options).messages.contains("has 1 line, so"))
    }
  }

  @Test func `explain shows the records and the numbers that became none`() throws {
    let path = try folder.write("Họp lần thứ 9 ngày 31/10/2019, đạt 16/18 chỉ tiêu.\n", to: "b.txt")
    let table = try Program.run(["explain", "--records", "--no-restore", path])
    #expect(table.status == 0)
    #expect(table.output.contains("date: 2019-10-31") && table.output.contains("behind “thứ”"), "\(table.output)")
    let lines = try objects(Program.run(["explain", "--records", "--no-restore", "--json", path]).output)
    let taken = lines.filter { $0["taken"] as? Bool == true }.compactMap { $0["record"] as? [String: Any] }
    #expect(Set(taken.compactMap { $0["kind"] as? String }).isSuperset(of: ["date", "quantity"]))
    let rejected = try #require(lines.first { $0["taken"] as? Bool == false })
    #expect(rejected["text"] as? String == "9" && rejected["reason"] as? String == "name")
    #expect(try Program.run(["explain", "--no-restore", path]).status == 64)
  }

  @Test func `stream answers each line in order, bad ones too`() throws {
    let input = """
      {"id": 7, "text": "Họp ngày 31/10/2019"}
      not json

      {"id": "x"}
      {"id": null, "text": ""}
      {"text": "Tổng kết"}
      """
    let result = try Program.run(["stream"], input: input)
    #expect(result.status == 1)
    let lines = try objects(result.output)
    #expect(lines.count == 5)
    #expect(lines[0]["id"] as? Int == 7)
    #expect((lines[0]["stats"] as? [String: Any])?["words"] != nil)
    #expect((lines[1]["error"] as? String)?.contains("line 2") == true)
    #expect(lines[2]["id"] as? String == "x")
    #expect(lines[2]["error"] != nil && lines[3]["error"] != nil)
    #expect(lines[4]["text"] as? String == "Tổng kết")
  }

  @Test(arguments: ["18446744073709551615", "1.10", "-0.0", "\"a\\u0041\"", "[1, {\"id\": 2.50}]", "null"])
  func `stream gives an id back as it is written`(_ id: String) throws {
    let result = try Program.run(["stream", "--no-restore"], input: "{\"text\": \"Tổng kết\", \"id\": \(id)}\n")
    #expect(result.lines.first?.hasPrefix("{\"id\":\(id),") == true, "\(result.output)\(result.messages)")
  }

  @Test(arguments: [
    ("stream <.", "Is a directory"), ("stream <&-", "Bad file descriptor"), ("restore <.", "Is a directory"),
    ("restore <&-", "Bad file descriptor"), ("extract --no-restore <&-", "Bad file descriptor"),
  ])
  func `standard input that cannot be read is one line of message`(_ command: String, _ reason: String) throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.currentDirectoryURL = folder.url
    shell.arguments = ["-c", "'\(Program.executable.path)' \(command) 2>err"]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationReason == .exit && shell.terminationStatus == 2)
    let messages = try String(contentsOfFile: folder.path + "/err", encoding: .utf8)
    #expect(messages == "dau: standard input: could not be read: \(reason)\n")
  }

  @Test func `a reader that goes away is a quiet end`() throws {
    let text = String(repeating: "Tổng kết phong trào thi đua yêu nước\n", count: 20_000)
    let path = try folder.write(text, to: "long.txt")
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = [
      "-c", "'\(Program.executable.path)' extract --no-restore --json '\(path)' 2>'\(folder.path)/err' | head -c 10",
    ]
    shell.standardOutput = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    #expect(try String(contentsOfFile: folder.path + "/err", encoding: .utf8).isEmpty)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "the system has no /dev/full"))
  func `output that cannot be written is an error with its reason`() throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = [
      "-c", "echo 1 | '\(Program.executable.path)' extract --no-restore - >/dev/full 2>'\(folder.path)/err'",
    ]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 2)
    #expect(try String(contentsOfFile: folder.path + "/err", encoding: .utf8).contains("No space left"))
  }

  @Test(arguments: ["places.tsv", "communes.tsv", "names.tsv"])
  func `a fault in one's own names is told before anything is restored`(_ file: String) throws {
    try folder.write("nothing of the kind\n", to: "own/\(file)")
    let result = try Program.run(["restore", "--rules", folder.path + "/own", "-"], input: "Hop tai tinh Lang Son.\n")
    #expect(result.status != 0)
    #expect(result.output.isEmpty)
    #expect(result.messages.contains(file))
  }

  /// Such rules had restored worse and said nothing, for names and formulas are read when a document asks for them.
  @Test func `a fault in rules that the environment names is told before anything is restored`() throws {
    let rules = folder.url.appending(path: "kept")
    try FileManager.default.copyItem(at: Program.root.appending(path: "rules"), to: rules)
    try folder.write("nothing of the kind\n", to: "kept/names.tsv")
    let result = try Program.run(
      ["restore", "-"], input: "Hop tai tinh Lang Son.\n", environment: ["DAU_RULES": rules.path])
    #expect(result.status != 0)
    #expect(result.output.isEmpty)
    #expect(result.messages.contains("names.tsv:1"), Comment(rawValue: result.messages))
  }

  @Test func `a device is written to and not replaced`() throws {
    let input = try folder.write("Tổng kết phong trào thi đua\n", to: "a.txt")
    #expect(try Program.run(["restore", input, "-o", "/dev/null"]).status == 0)
    let shown = try Program.run(["restore", input, "-o", "/dev/stdout"])
    #expect(shown.status == 0)
    expectSameBytes(shown.output, "Tổng kết phong trào thi đua\n")
  }

  @Test(arguments: [
    (["restore", "."], ".: is a folder, not a file; name a file in it"),
    (["restore", "/dev/null"], "/dev/null: is a device, not a file; name a file, or pass the text as standard input"),
    (["restore", "--model", ".", "a.txt"], "cannot be read (it is a folder)"),
    (["restore", "a.txt", "-o", ".", "--force"], ".: is a folder; name a file, in it or elsewhere"),
    (["restore", "a.txt", "-o", "none/x"], "none/x: there is no folder"),
    (["restore", "--rules", "a.txt", "a.txt"], "a.txt: is a file and no folder"),
  ])
  func `what is no file is named for what it is`(_ arguments: [String], _ message: String) throws {
    try folder.write("Tổng kết\n", to: "a.txt")
    let result = try Program.run(arguments, in: folder.url)
    #expect(result.status == 2)
    #expect(result.messages.contains(message), Comment(rawValue: result.messages))
    #expect(!result.messages.contains("stored"), Comment(rawValue: result.messages))
    #expect(result.output.isEmpty)
  }

  @Test func `a doubtful word comes with what it was not changed to`() throws {
    let page = Program.root.appending(path: "corpus/inbox/02-bao-cao-2018.txt").path
    let restored = try objects(Program.run(["restore", "--json", "--min-confidence", "0.99", page]).output)
    let doubtful = try #require(restored.first?["doubtful"] as? [[String: Any]])
    #expect(!doubtful.isEmpty)
    for word in doubtful {
      let proposal = try #require(word["proposal"] as? String)
      #expect(!proposal.isEmpty && word["before"] as? String == word["after"] as? String)
    }
    let changes = try #require(restored.first?["changes"] as? [[String: Any]])
    #expect(changes.allSatisfy { $0["proposal"] == nil })
    let explained = try objects(Program.run(["explain", "--json", "--min-confidence", "0.99", page]).output)
    #expect(explained.count { $0["proposal"] != nil } == doubtful.count)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "the system has no /dev/full"))
  func `help that cannot be written is an error`() throws {
    for command in ["--version", "--help", "help restore", "help exit-codes"] {
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = ["-c", "'\(Program.executable.path)' \(command) >/dev/full 2>'\(folder.path)/err'"]
      try shell.run()
      shell.waitUntilExit()
      #expect(shell.terminationStatus == 2, "\(command)")
      #expect(try String(contentsOfFile: folder.path + "/err", encoding: .utf8).contains("No space left"))
    }
  }

  @Test func `rules check says that the rules are sound`() throws {
    let result = try Program.run(["rules", "check"])
    #expect(result.status == 0)
    let wrong = try Program.run(["rules", "check", "--rules", "/no/such/folder"])
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("there is no such folder"))
  }

  @Test func `rules check names the files of one's own folder that nothing reads`() throws {
    try folder.write("source: s\nentries: []\n", to: "own/awards.yaml.bak")
    try folder.write("x", to: "own/README.md")
    let result = try Program.run(["rules", "check", "--rules", "own"], in: folder.url)
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("own/awards.yaml.bak: nothing reads this"), Comment(rawValue: result.output))
    #expect(result.lines.count == 1)
    // A name that is nearly right is meant, so it is refused by every command.
    try folder.write("source: s\nentries: []\n", to: "own/units.yml")
    let restored = try Program.run(["restore", "--rules", "own", "-"], input: "Tổng kết\n", in: folder.url)
    #expect(restored.status == 2)
    #expect(restored.messages.contains("rename it to units.yaml"), Comment(rawValue: restored.messages))
  }
}
