import DauTestSupport
import Foundation
import Testing

@Suite struct EvalCommandTests {
  private let folder: TemporaryFolder
  private static let corpus = Program.root.appending(path: "corpus").path
  private static let page = "01-phat-dong-2019"

  init() throws { folder = try TemporaryFolder() }

  private var onePage: [String] {
    ["eval", "--gold", "\(Self.corpus)/gold/\(Self.page).txt", "--noisy", "\(Self.corpus)/ocr/\(Self.page).eng.txt"]
  }

  @Test func `a page is measured, saved and compared`() throws {
    let report = try Program.run(onePage + ["--errors", "2", "--save", "old.json"], in: folder.url)
    #expect(report.status == 0, Comment(rawValue: report.messages))
    for heading in ["Restoration", "Confidence", "Records of the true text", "Records of the restored text"] {
      #expect(report.output.contains(heading + "\n"))
    }
    #expect(
      try Program.run(onePage + ["--json", "--without-text", "-o", "new.json"], in: folder.url).status == 0)
    let comparison = try Program.run(["eval", "--compare", "old.json", "new.json"], in: folder.url)
    #expect(comparison.status == 0, Comment(rawValue: comparison.messages))
    #expect(comparison.output.contains("1 documents, 1 of them without a difference"))
  }

  @Test func `a text restored by another program is judged by the same rules`() throws {
    let truth = "\(Self.corpus)/gold/\(Self.page).txt"
    let result = try Program.run(
      onePage + ["--restored", truth, "--max-wer", "0", "--max-harm", "0", "--min-f1", "date=0.9"])
    #expect(result.status == 0, Comment(rawValue: result.messages))
  }

  @Test func `records that are named and are not there are an error`() throws {
    let result = try Program.run(onePage + ["--records", "nope"])
    #expect(result.status == 2)
    #expect(result.messages.contains("nope"), Comment(rawValue: result.messages))
  }

  @Test func `bars that are missed give exit code 1`() throws {
    let noisy = "\(Self.corpus)/ocr/\(Self.page).eng.txt"
    let result = try Program.run(onePage + ["--restored", noisy, "--max-wer", "5", "--min-f1", "0.999"])
    #expect(result.status == 1)
    #expect(result.messages.contains("above the bar of 5,00 %"))
    #expect(result.messages.contains("below the bar of 99,90 %"))
  }

  @Test func `two extractions are compared`() throws {
    let gold = "\(Self.corpus)/gold/\(Self.page).records.jsonl"
    let text = try String(contentsOfFile: gold, encoding: .utf8).split(separator: "\n")
    try folder.write(text.dropLast(3).joined(separator: "\n"), to: "new.jsonl")
    let result = try Program.run(["eval", "--compare", gold, "new.jsonl"], in: folder.url)
    #expect(result.status == 0)
    #expect(result.output.contains("records: 0 gained, 3 lost, 0 changed"), Comment(rawValue: result.output))
  }

  @Test func `a missing pair is named, and the others are measured`() throws {
    try folder.write("Một hai ba", to: "a.gold.txt")
    try folder.write("Mot hai ba", to: "a.noisy.txt")
    try folder.write("Một", to: "b.gold.txt")
    let result = try Program.run(["eval", "."], in: folder.url)
    #expect(result.status == 1)
    #expect(result.messages.contains("b.gold.txt: has neither"))
    #expect(result.output.contains("Restoration"))
    try folder.write([0xFF, 0xD8, 0xFF, 0xE0, 0, 1], to: "a.noisy.txt")
    let broken = try Program.run(["eval", "a.gold.txt"], in: folder.url)
    #expect(broken.status == 2)
    #expect(broken.messages.contains("a.noisy.txt: "))
    try folder.write("{\"kind\":\"date\"}\nnonsense\n", to: "a.records.jsonl")
    try folder.write("Mot hai ba", to: "a.noisy.txt")
    let records = try Program.run(["eval", "a.gold.txt"], in: folder.url)
    #expect(records.status == 2)
    #expect(records.messages.contains("a.records.jsonl:2: is no JSON object"))
  }

  @Test(arguments: [
    ["eval"], ["eval", "a", "--gold", "b"], ["eval", "--noisy", "a"], ["eval", "--compare", "a"],
    ["eval", "a", "--min-f1", "weather=0.5"], ["eval", "a", "--min-f1", "2"], ["eval", "a", "--without-text"],
    ["eval", "--gold", "a", "--restored", "b"], ["eval", "--compare", "a", "b", "--save", "c"],
    ["eval", "--compare", "a", "b", "--min-f1", "0.9"], ["eval", "--compare", "a", "b", "--max-wer", "5"],
    ["eval", "a", "--max-wer", "nan"], ["eval", "a", "--max-harm", "inf"], ["eval", "a", "--max-wer", "-5"],
    ["eval", "a", "--save", "b", "-o", "./b"], ["eval", "a", "--save", "-"], ["eval", "--gold", ".", "--records", "a"],
    ["eval", "--compare", "a", "b", "--json"], ["eval", "--compare", "a", "b", "--records", "c"],
  ])
  func `a wrong command line is a usage error`(_ arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 64)
  }
}
