import DauTestSupport
import Foundation
import Testing

@Suite struct ModelCommandTests {
  private let folder: TemporaryFolder
  private static let gold = Program.root.appending(path: "corpus/gold/01-phat-dong-2019.txt").path

  init() throws { folder = try TemporaryFolder() }

  @Test func `the shipped model is sound`() throws {
    let result = try Program.run(["model", "check"])
    #expect(result.status == 0, Comment(rawValue: result.messages))
    #expect(try Program.run(["model", "show", "--json"]).output.contains("\"ngrams\":["))
  }

  @Test func `tables for people have the Vietnamese decimal mark, and no empty first line`() throws {
    for arguments in [["show"], ["perplexity", Self.gold]] {
      let result = try Program.run(["model"] + arguments)
      #expect(!result.output.hasPrefix("\n") && !result.output.contains("─"), "\(arguments)")
      #expect(result.output.contains(#/ [0-9.]+,[0-9]+\n/#), "\(arguments)")
      #expect(!result.output.contains(#/ [0-9]+\.[0-9]{1,2}\n/#), "\(arguments)")
    }
  }

  @Test func `a damaged model is named`() throws {
    let shipped = Program.root.appending(path: "rules/model/admin-vi.daulm")
    var data = try Data(contentsOf: shipped)
    data[data.count / 2] ^= 1
    try data.write(to: folder.url.appending(path: "bad.daulm"))
    let result = try Program.run(["model", "check", "--model", "bad.daulm"], in: folder.url)
    #expect(result.status == 2)
    #expect(result.messages.contains("bad.daulm: damaged (checksum)"))
    #expect(try Program.run(["model", "arpa", "--model", "bad.daulm", "-o", "x"], in: folder.url).status == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "x").path))
  }

  @Test func `clean text of the genre is foretold better than text in disorder`() throws {
    func perplexity(_ file: String) throws -> Double {
      let result = try Program.run(["model", "perplexity", "--json", file])
      #expect(result.status == 0, Comment(rawValue: result.messages))
      let value = result.output.firstMatch(of: /"perplexity":([0-9.]+)/)
      return try #require(value.flatMap { Double($0.1) })
    }
    let clean = try perplexity(Self.gold)
    var words = try String(contentsOfFile: Self.gold, encoding: .utf8).split(separator: " ")
    var randomness = Randomness(seed: 1)
    words.shuffle(using: &randomness)
    #expect(clean < 100)
    #expect(try perplexity(folder.write(words.joined(separator: " "), to: "shuffled.txt")) > 3 * clean)
  }

  @Test func `text is printed in the words of the model`() throws {
    try folder.write("UBND tỉnh hoà bình, năm 2019: đạt 12,5%. Hết\n", to: "a.txt")
    let result = try Program.run(["model", "words", "a.txt"], in: folder.url)
    expectSameBytes(result.output, "ubnd tỉnh hòa bình năm <num>\nđạt <num>\nhết\n")
  }

  @Test func `texts and ARPA go through standard input and output`() throws {
    let words = try Program.run(["model", "words", "-"], input: "Năm 2019: đạt\n", in: folder.url)
    expectSameBytes(words.output, "năm <num>\nđạt\n")
    let text = "Tổng kết phong trào thi đua\n"
    #expect(try Program.run(["model", "perplexity", "-"], input: text, in: folder.url).status == 0)
    // The whole would be 300 MB.
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "cd '\(folder.path)' && '\(Program.executable.path)' model arpa -o - | head -n 2"]
    let pipe = Pipe()
    shell.standardOutput = pipe
    try shell.run()
    let head = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(head.hasPrefix("\\data\\\nngram 1="), "\(head)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test(arguments: [
    (["perplexity", "."], ".: is a folder; name the files in it"),
    (["words", "none.txt"], "none.txt: there is no such file"),
    (["words", "/dev/null"], "/dev/null: is a device or a pipe"), (["check", "--model", "."], "it is a folder"),
    (["check", "--model", "none.daulm"], "none.daulm: there is no such model"),
  ])
  func `what is no text or no model is named for what it is`(_ arguments: [String], _ message: String) throws {
    let result = try Program.run(["model"] + arguments, in: folder.url)
    #expect(result.status == 2)
    #expect(result.messages.contains(message), Comment(rawValue: result.messages))
  }

  @Test(arguments: [
    ([0x41, 0x00, 0x42] as [UInt8], "byte 1 is zero"), ([0x41, 0xFF, 0x42], "byte 1 is not UTF-8"), ([], "no words"),
  ])
  func `what is no text is refused`(_ bytes: [UInt8], _ message: String) throws {
    try folder.write(bytes, to: "odd.txt")
    let result = try Program.run(["model", "perplexity", "odd.txt"], in: folder.url)
    #expect(result.status == 2)
    #expect(result.messages.contains(message), Comment(rawValue: result.messages))
  }
}
