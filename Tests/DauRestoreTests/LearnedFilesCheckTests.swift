import DauRules
import DauTestSupport
import Foundation
import Testing

@testable import DauRestore

@Suite struct LearnedFilesCheckTests {
  private static let rules = Shared.root.appending(path: "rules", directoryHint: .isDirectory)

  /// The faults of an overlay with these files, as `name:line: what`; those of the program would be among them.
  private func faults(_ files: [String: [UInt8]]) throws -> [String] {
    let own = try TemporaryFolder()
    for (name, bytes) in files { try own.write(bytes, to: name) }
    return LearnedFiles(directory: Self.rules, overlay: own.url).check().map { fault in
      #expect(!fault.remedy.isEmpty)
      return "\(URL(filePath: fault.file).lastPathComponent):\(fault.line.map(String.init) ?? "-"): \(fault.what)"
    }
  }

  @Test func `the shipped files are sound, and so is a copy of one`() throws {
    #expect(try faults([:]) == [])
    let table = try Data(contentsOf: Self.rules.appending(path: "channel/light.tsv"))
    #expect(try faults(["channel/mine.tsv": [UInt8](table)]) == [])
    let windows = String(decoding: table, as: UTF8.self).replacing("\n", with: "\r\n")
    #expect(try faults(["channel/mine.tsv": Array(windows.utf8)]) == [])
  }

  @Test(arguments: [
    ("channel/mine.tsv", "garbage\n", "mine.tsv:1: not 'letter, output of up to 3 characters, log10 probability'"),
    ("channel/mine.tsv", "# only a comment\n", "mine.tsv:-: the table is empty"),
    ("channel/mine.tsv", "", "mine.tsv:-: the table is empty"),
    ("channel/mine.tsv", "a\ta\t-inf\n", "mine.tsv:1: not 'letter"),
    ("channel/mine.tsv", "a\ta\t-1\na\ta\t-1\n", "mine.tsv:2: says again what line 1 says"),
    (
      "channel/mine.tsv", "a\ta\t-0.1\na\to\t-0.1\n", "mine.tsv:2: the outputs of 'a' have a probability of more than 1"
    ),
    ("channel/mine.tsv", "a\ta\t-0.1\n", "mine.tsv:-: says nothing of 195 letters"),
    ("channel/mine.txt", "a\ta\t-0.1\n", "mine.txt:-: is no channel table, so nothing reads it"),
    ("model/weights.tsv", "bias\t1\n", "weights.tsv:-: nothing reads a table of this name"),
    ("model/confidence.tsv", "junk\n", "confidence.tsv:1: is not a feature and its weight"),
    ("model/confidence.tsv", "bias\t1\n", "confidence.tsv:-: has no weight for"),
    ("model/ours.daulm", "junk\n", "ours.daulm:-: not a language model"),
  ])
  func `a fault is named`(_ file: String, _ text: String, _ expected: String) throws {
    let found = try faults([file: Array(text.utf8)])
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test func `bytes that are no text are named with their line`() throws {
    #expect(
      try faults(["channel/mine.tsv": [0x23, 0x0A, 0xFF, 0xFE, 0x0A]]) == ["mine.tsv:2: the table is not UTF-8 text"])
    #expect(try faults(["model/confidence.tsv": [0xFF, 0xFE]]).first?.contains("no text in UTF-8") == true)
  }

  @Test func `rules without tables, weights and model lack each of them`() throws {
    let empty = try TemporaryFolder()
    let faults = LearnedFiles(directory: empty.url).check().map(\.what)
    #expect(faults.count == 3, "\(faults)")
    #expect(faults[0] == "there are no channel tables (*.tsv)")
    #expect(faults[1].hasPrefix("cannot be read (No such file"))
    #expect(faults[2] == "the weights of the confidence are missing")
  }

  @Test func `an own table is one of the regimes`() throws {
    let own = try TemporaryFolder()
    try own.write(
      [UInt8](try Data(contentsOf: Self.rules.appending(path: "channel/light.tsv"))), to: "channel/mine.tsv")
    let restorer = try Restorer(rules: RuleBook(directory: Self.rules, overlay: own.url))
    #expect(restorer.regimes.map(\.name).contains("mine"))
    #expect(restorer.regimes.count == (try Shared.restorer.get()).regimes.count + 1)
  }

  @Test func `an empty table is refused`() throws {
    let own = try TemporaryFolder()
    let path = try own.write("# nothing\n", to: "channel/mine.tsv")
    #expect(throws: ChannelError.empty(path: path)) {
      try Restorer(rules: RuleBook(directory: Self.rules, overlay: own.url))
    }
  }
}
