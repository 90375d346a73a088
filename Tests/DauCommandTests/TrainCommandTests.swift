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
    // The engine knows no đ.
    #expect(table.contains("\nđ\td\t"))
    #expect(try Program.run(arguments, in: folder.url).status == 2, "an existing table is not overwritten")
    #expect(try Program.run(arguments + ["--force"], in: folder.url).status == 0)
  }

  @Test func `a language model is trained and used`() throws {
    let result = try Program.run(
      [
        "train", "lm", "--component", "a:\(Self.corpus)/gold/01-phat-dong-2019.txt", "--component",
        "b:\(Self.corpus)/gold/04-ke-hoach-2021.txt", "--held-out", "\(Self.corpus)/gold/02-bao-cao-2018.txt",
        "--megabytes", "2", "--out", "small.daulm",
      ], in: folder.url)
    #expect(result.status == 0, Comment(rawValue: result.messages))
    #expect(result.output.contains("perplexity of the held-out text"))
    let page = "\(Self.corpus)/inbox/01-phat-dong-2019.txt"
    #expect(try Program.run(["restore", "--model", "small.daulm", page], in: folder.url).status == 0)
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
