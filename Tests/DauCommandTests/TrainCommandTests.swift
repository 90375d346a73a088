import DauTestSupport
import Foundation
import Testing

@Suite struct TrainCommandTests {
  private let folder: TemporaryFolder
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "corpus").path

  init() throws { folder = try TemporaryFolder() }

  @Test func `a channel is learned from aligned lines`() throws {
    let pair = "\(Self.corpus)/aligned/01-phat-dong-2019.eng.txt:\(Self.corpus)/gold/01-phat-dong-2019.txt"
    let arguments = ["train", "channel", "--pair", pair, "--name", "our scanner", "--out", "scanner.tsv"]
    let result = try Program.run(arguments, in: folder.url)
    #expect(result.status == 0, Comment(rawValue: result.messages))
    let table = try String(contentsOf: folder.url.appending(path: "scanner.tsv"), encoding: .utf8)
    #expect(table.hasPrefix("# our scanner\n"))
    #expect(table.contains("\n# 01-phat-dong-2019.eng.txt (SHA-256 "))
    // The engine knows no đ.
    #expect(table.contains("\nđ\td\t"))
    #expect(try Program.run(arguments, in: folder.url).status == 2, "an existing table is not overwritten")
    #expect(try Program.run(arguments + ["--force"], in: folder.url).status == 0)
  }

  @Test func `what is trained goes where a link leads, and the link stays`() throws {
    try folder.write("old", to: "kept/scanner.tsv")
    try folder.write("old", to: "kept/small.daulm")
    for name in ["scanner.tsv", "small.daulm"] {
      try FileManager.default.createSymbolicLink(
        at: folder.url.appending(path: name), withDestinationURL: folder.url.appending(path: "kept/\(name)"))
    }
    let pair = "\(Self.corpus)/aligned/01-phat-dong-2019.eng.txt:\(Self.corpus)/gold/01-phat-dong-2019.txt"
    for arguments in [
      ["train", "channel", "--pair", pair, "--name", "x", "--out", "scanner.tsv"],
      Self.body + ["--megabytes", "2", "--out", "small.daulm"],
    ] {
      let result = try Program.run(arguments + ["--force"], in: folder.url)
      #expect(result.status == 0, Comment(rawValue: result.messages))
    }
    for name in ["scanner.tsv", "small.daulm"] {
      let link = folder.url.appending(path: name)
      #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: link.path)) != nil, "\(name)")
      #expect(try Data(contentsOf: folder.url.appending(path: "kept/\(name)")).count > 1000, "\(name)")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/kept").sorted() == [
        "scanner.tsv", "small.daulm",
      ])
  }

  private static let body = [
    "train", "lm", "--component", "a:\(corpus)/gold/01-phat-dong-2019.txt,\(corpus)/gold/04-ke-hoach-2021.txt",
  ]

  @Test func `a language model is trained, described and used`() throws {
    let arguments =
      Self.body + [
        "--component", "b:\(Self.corpus)/gold/02-bao-cao-2018.txt", "--hold-out", "a:1/5", "--megabytes", "2", "--arpa",
        "--out", "small.daulm",
      ]
    let result = try Program.run(arguments, in: folder.url)
    #expect(result.status == 0, Comment(rawValue: result.messages))
    #expect(result.output.contains("perplexity of lines held out of a, "))
    #expect(result.output.contains(#/weight of b, [0-9.]+ words +0,[0-9]{4}\n/#), Comment(rawValue: result.output))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["small.arpa", "small.card.md", "small.daulm", "small.heldout.txt"])
    let card = try String(contentsOf: folder.url.appending(path: "small.card.md"), encoding: .utf8)
    #expect(card.contains("| b | 02-bao-cao-2018.txt | "))
    #expect(card.contains("--hold-out a:1/5"))
    #expect(!card.contains(Self.corpus), "folders of the machine are not told")
    let page = "\(Self.corpus)/inbox/01-phat-dong-2019.txt"
    for command in [["restore"], ["extract"], ["explain"], ["ingest", "--archive", "archive"]] {
      let used = try Program.run(command + ["--model", "small.daulm", page], in: folder.url)
      #expect(used.status == 0, "\(command): \(used.messages)")
    }
    let stream = try Program.run(
      ["stream", "--model", "small.daulm"], input: "{\"text\": \"Tong két phong trao\"}\n", in: folder.url)
    #expect(stream.status == 0 && stream.output.contains("\"text\":"))
    let again = try Program.run(arguments, in: folder.url)
    #expect(again.status == 2 && again.messages.contains("small.daulm exists; name another file or add --force"))
    let before = try Data(contentsOf: folder.url.appending(path: "small.daulm"))
    #expect(try Program.run(arguments + ["--force"], in: folder.url).status == 0)
    #expect(try Data(contentsOf: folder.url.appending(path: "small.daulm")) == before, "the same texts, the same bytes")
  }

  @Test func `a training that was killed goes on and writes the same bytes`() throws {
    let arguments = Self.body + ["--hold-out", "a:1/5", "--megabytes", "2", "--out"]
    #expect(try Program.run(arguments + ["whole.daulm"], in: folder.url).status == 0)
    for milliseconds in [5, 20, 40, 80, 120] {
      let scratch = try TemporaryFolder()
      let process = try Program.start(arguments + ["killed.daulm"], in: folder.url, scratch: scratch)
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let result = try Program.run(arguments + ["killed.daulm", "--force"], in: folder.url)
    #expect(result.status == 0, Comment(rawValue: result.messages))
    func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.url.appending(path: name)) }
    #expect(try bytes("killed.daulm") == bytes("whole.daulm"))
    #expect(try bytes("killed.heldout.txt") == bytes("whole.heldout.txt"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "killed.daulm.work").path))
  }

  /// Its first line is a comment: read as one line, the whole list would be one.
  @Test(arguments: ["\n", "\r\n"]) func `the words that a list requires are known, also with Windows line ends`(
    _ end: String
  ) throws {
    let list = ["# own words", "vãihàng\tmade up", "", "lậpđật"].map { $0 + end }.joined()
    try folder.write(list, to: "words.tsv")
    let result = try Program.run(
      Self.body + ["--megabytes", "2", "--words", "words.tsv", "--arpa", "--out", "x.daulm"], in: folder.url)
    #expect(result.status == 0, Comment(rawValue: result.messages))
    let arpa = try String(contentsOf: folder.url.appending(path: "x.arpa"), encoding: .utf8)
    for word in ["vãihàng", "lậpđật"] { #expect(arpa.contains("\t\(word)\t"), "\(word)") }
    #expect(!arpa.contains("\r"))
  }

  @Test func `a work folder that is another's is refused and left alone`() throws {
    try folder.write("{}", to: "project/inputs.json")
    try folder.write("ref: refs/heads/main\n", to: "project/.git/HEAD")
    let result = try Program.run(Self.body + ["--work", "project", "--out", "x.daulm"], in: folder.url)
    #expect(result.status == 2)
    #expect(
      result.messages.contains("the work folder holds other files; name an empty or new one with --work"),
      Comment(rawValue: result.messages))
    let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    #expect(left == ["project", "project/.git", "project/.git/HEAD", "project/inputs.json"])
  }

  @Test(arguments: [
    ("", "'a' has no words"), ("một hai ba\n", "the texts have 4 words"), ("một\u{0}hai", "byte 5 is zero"),
  ])
  func `a text that makes no model is refused`(_ text: String, _ message: String) throws {
    try folder.write(text, to: "odd.txt")
    let result = try Program.run(["train", "lm", "--component", "a:odd.txt", "--out", "x.daulm"], in: folder.url)
    #expect(result.status == 2)
    #expect(result.messages.contains(message), Comment(rawValue: result.messages))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "x.daulm").path))
    #expect(
      !FileManager.default.fileExists(atPath: folder.url.appending(path: "x.daulm.work").path), "nothing to go on with")
  }

  @Test func `how far training is, and how long it takes, is told without a terminal too`() throws {
    let result = try Program.run(Self.body + ["--megabytes", "2", "--out", "m.daulm"], in: folder.url)
    #expect(result.status == 0, Comment(rawValue: result.messages))
    #expect(result.messages.contains(/[0-9]+ s  [0-9]+ %  mixing/), Comment(rawValue: result.messages))
  }

  @Test func `a table that was learned is used from one's own rules`() throws {
    let pair = "\(Self.corpus)/aligned/01-phat-dong-2019.eng.txt:\(Self.corpus)/gold/01-phat-dong-2019.txt"
    try folder.write("# notes\n", to: "own/channel/notes.md")
    let trained = try Program.run(
      ["train", "channel", "--pair", pair, "--name", "x", "--out", "own/channel/mine.tsv"], in: folder.url)
    #expect(trained.status == 0, Comment(rawValue: trained.messages))
    #expect(try Program.run(["rules", "check", "--rules", "own"], in: folder.url).status == 0)
    try folder.write("Tong két phong trao thi dua\n", to: "a.txt")
    #expect(try Program.run(["restore", "--rules", "own", "a.txt"], in: folder.url).status == 0)
    try folder.write("garbage\n", to: "own/channel/mine.tsv")
    let check = try Program.run(["rules", "check", "--rules", "own"], in: folder.url)
    #expect(check.status == 1)
    #expect(check.output.contains("own/channel/mine.tsv:1: not 'letter"), Comment(rawValue: check.output))
    let used = try Program.run(["restore", "--rules", "own", "a.txt"], in: folder.url)
    #expect(used.status == 2 && used.messages.contains("mine.tsv:1:"), Comment(rawValue: used.messages))
  }

  /// A pair of such files had been taken for one line each: the channel learned nothing, and the truth "had 1 line".
  @Test func `pairs with Windows line ends teach what others do`() throws {
    let names = ["01-phat-dong-2019", "02-bao-cao-2018", "04-ke-hoach-2021", "07-so-ket-2022"]
    for (kind, end) in [("unix", "\n"), ("windows", "\r\n")] {
      for name in names {
        for (source, copy) in [("aligned/\(name).eng.txt", "\(name).eng.txt"), ("gold/\(name).txt", "\(name).txt")] {
          let text = try String(contentsOfFile: "\(Self.corpus)/\(source)", encoding: .utf8)
          try folder.write(text.replacing("\n", with: end), to: "\(kind)/\(copy)")
        }
      }
      let pairs = names.map { "\(kind)/\($0).eng.txt:\(kind)/\($0).txt" }
      for (command, option) in [("channel", "--pair"), ("confidence", "--page")] {
        let name = command == "channel" ? ["--name", "x"] : []
        let result = try Program.run(
          ["train", command, "--out", "\(kind).\(command).tsv"] + name + pairs.flatMap { [option, $0] }, in: folder.url)
        #expect(result.status == 0, Comment(rawValue: result.messages))
      }
    }
    /// What was learned; comments name the files and their digests.
    func learned(_ name: String) throws -> [Substring] {
      try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8).split(separator: "\n").filter {
        !$0.hasPrefix("#")
      }
    }
    for command in ["channel", "confidence"] {
      #expect(try learned("unix.\(command).tsv").count > 10)
      #expect(try learned("windows.\(command).tsv") == learned("unix.\(command).tsv"), "\(command)")
    }
  }

  @Test func `confidence is learned with figures and a card`() throws {
    let names = ["01-phat-dong-2019", "02-bao-cao-2018", "04-ke-hoach-2021", "07-so-ket-2022"]
    let pages = names.flatMap { ["--page", "\(Self.corpus)/aligned/\($0).eng.txt:\(Self.corpus)/gold/\($0).txt"] }
    let result = try Program.run(["train", "confidence", "--out", "c.tsv"] + pages, in: folder.url)
    #expect(result.status == 0, Comment(rawValue: result.messages))
    let card = try String(contentsOf: folder.url.appending(path: "c.card.md"), encoding: .utf8)
    #expect(card.contains("| \(names[0]).eng.txt | ") && card.contains("dau train confidence"))
    #expect(result.messages.contains("restoring \(names[0]).eng.txt"), Comment(rawValue: result.messages))
  }

  @Test func `too little to learn a confidence from is refused`() throws {
    try folder.write("Tong két phong trao\n", to: "a.txt")
    try folder.write("Tổng kết phong trào\n", to: "b.txt")
    let result = try Program.run(["train", "confidence", "--page", "a.txt:b.txt", "--out", "c.tsv"], in: folder.url)
    #expect(result.status == 2)
    #expect(result.messages.contains("1000 words with 30 wrong ones are the least"), Comment(rawValue: result.messages))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "c.tsv").path))
  }

  @Test(arguments: [
    ["--pair", "nofile", "--name", "x"], ["--pair", "a:b:0", "--name", "x"],
    ["--pair", "a:b", "--name", "a\nb\tc\t-1"],
  ])
  func `a wrong pair or name shows the usage of the command`(_ arguments: [String]) throws {
    let result = try Program.run(["train", "channel", "--out", "x.tsv"] + arguments, in: folder.url)
    #expect(result.status == 64)
    #expect(result.messages.contains("Usage: dau train channel"), Comment(rawValue: result.messages))
  }

  @Test(arguments: ["-", "/dev/null", "."])
  func `what is no file is not replaced by a model`(_ out: String) throws {
    let result = try Program.run(Self.body + ["--force", "--out", out], in: folder.url)
    #expect(result.status == 2, Comment(rawValue: result.messages))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `pairs that do not belong together make no table`() throws {
    try folder.write("xyz qwr\nabc\n", to: "ocr.txt")
    try folder.write("Ủy ban\nnhân dân\n", to: "truth.txt")
    let result = try Program.run(
      ["train", "channel", "--pair", "ocr.txt:truth.txt", "--name", "x", "--out", "x.tsv"], in: folder.url)
    #expect(result.status == 2)
    #expect(result.messages.contains("a table needs 50"), Comment(rawValue: result.messages))
  }

  @Test(arguments: [
    ["--component", "a"], ["--component", "a:x", "--hold-out", "b:1/5"], ["--component", "a:x", "--hold-out", "a:5"],
    ["--component", "a:x", "--component", "a:y"], ["--component", "a:x", "--memory", "0"],
  ])
  func `a wrong description of the texts is a usage error`(_ arguments: [String]) throws {
    let result = try Program.run(["train", "lm", "--out", "x.daulm"] + arguments, in: folder.url)
    #expect(result.status == 64, Comment(rawValue: result.messages))
  }

  @Test(arguments: [
    (["train", "channel", "--pair", "no:such", "--name", "x", "--out", "x.tsv"], "no: there is no such file"),
    (["train", "lm", "--component", "a:none.txt", "--out", "x.daulm"], "none.txt: there is no such file"),
  ])
  func `a missing file is named before the work begins`(_ arguments: [String], _ message: String) throws {
    let result = try Program.run(arguments, in: folder.url)
    #expect(result.status == 2)
    #expect(result.messages.contains(message), Comment(rawValue: result.messages))
  }
}
