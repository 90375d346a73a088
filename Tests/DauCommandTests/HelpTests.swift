import DauTestSupport
import Foundation
import Testing

@Suite struct HelpTests {
  /// The subcommands that `dau --help` lists.
  static func subcommands() throws -> [String] {
    let lines = try Program.run(["--help"]).output.split(separator: "\n").drop { !$0.contains("SUBCOMMANDS:") }
    return lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("See 'dau") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  @Test func `every subcommand has help and stands in the README`() throws {
    let readme = try String(contentsOf: Program.root.appending(path: "README.md"), encoding: .utf8)
    let names = try Self.subcommands()
    #expect(names.count >= 11)
    for name in names {
      let result = try Program.run(["help", name])
      #expect(result.status == 0, "dau help \(name)")
      #expect(result.output.hasPrefix("OVERVIEW:"), "dau help \(name)")
      #expect(result.output.contains("USAGE: dau \(name)"), "dau help \(name)")
      #expect(readme.contains("`dau \(name)"), "README.md does not name 'dau \(name)'")
    }
  }

  /// The names of a command's subcommands in the order of its help.
  private static func children(of command: [String]) throws -> [[String]] {
    let lines = try Program.run(["help"] + command).output.split(separator: "\n").drop { !$0.contains("SUBCOMMANDS:") }
    return lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("See 'dau") }
      .compactMap { $0.split(separator: " ").first.map { command + [String($0)] } }
  }

  /// A line that a terminal of the usual width breaks is two commands to whoever copies it.
  @Test func `examples are not broken on a terminal of eighty columns`() throws {
    var commands = [[]] + (try Self.subcommands().map { [$0] })
    for command in commands.dropFirst() { commands += try Self.children(of: command) }
    #expect(commands.contains(["train", "lm"]))
    for command in commands {
      func lines(columns: Int) throws -> [Substring] {
        try Program.run(["help"] + command, environment: ["COLUMNS": "\(columns)"]).output.split(separator: "\n")
      }
      let narrow = Set(try lines(columns: 80))
      for line in try lines(columns: 500) where line.hasPrefix("  dau ") || line.hasSuffix("\\") {
        #expect(narrow.contains(line), "dau help \(command.joined(separator: " "))")
      }
    }
  }

  @Test func `the exit codes are explained`() throws {
    let result = try Program.run(["help", "exit-codes"])
    for code in ["0", "1", "2", "64", "130"] { #expect(result.output.contains("\(code)  "), "\(code)") }
  }

  @Test func `the version is printed`() throws {
    let result = try Program.run(["--version"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("0."))
  }

  @Test(arguments: [
    ["nonsense"], ["restore", "--nonsense"], ["ingest"], ["search"], ["records", "--kind", "nonsense"],
    ["records", "--csv"], ["records", "--from", "yesterday"], ["records", "--from", "2020", "--to", "2018"],
    ["records", "--by", "colour"], ["export", "--format", "csv"], ["export", "--format", "xml"],
    ["records", "--csv", "--json", "--kind", "award"], ["explain", "--line", "0"], ["search", "x", "--limit", "0"],
    ["ingest", "x", "--jobs", "0"], ["ingest", "x", "-q", "-v"], ["rules", "list", "nofam"],
    ["rules", "list", "--find", ""], ["restore", "--rules", "", "x"], ["ingest", "-"],
    ["records", "--by", "year", "--limit", "3"], ["records", "--by", "year, YEAR"], ["records", "--bom"],
    ["extract", "--bom", "x"],
    ["train", "lm", "--component", "a:b", "--hold-out", "a:1/9", "--hold-out", "a:1/8", "--out", "x"],
  ])
  func `a wrong command line is a usage error with a message`(_ arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.messages.contains("Error:"))
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [
    (["restore", "--min-confidence", "-1", "x"], "not -1"), (["explain", "--line", "-3", "x"], "--line -3 is none"),
    (["search", "x", "--limit", "-1"], "--limit must be 1 or more"),
    (["ingest", "x", "--jobs", "-2"], "--jobs must be 1"),
    (["train", "lm", "--component", "a:b", "--out", "x", "--memory", "-1"], "--memory must be"),
  ])
  func `a number below zero is refused for what it is`(_ arguments: [String], _ message: String) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.messages.contains(message), Comment(rawValue: result.messages))
  }

  /// What a script hands over whose variable is not set.
  @Test(arguments: [
    ["ingest", ""], ["ingest", "x", ""], ["ingest", "x", "--archive", ""], ["search", "x", "--archive", ""],
    ["records", "--archive", ""], ["summary", "--archive", ""], ["export", "--format", "jsonl", "--archive", ""],
    ["export", "--format", "txt", "--output", ""], ["export", "--format", "jsonl", "--document", ""],
    ["records", "--document", ""], ["records", "--award", ""], ["records", "--of", ""], ["records", "--output", ""],
    ["restore", ""], ["extract", ""], ["explain", ""], ["restore", "x", "--output", ""],
    ["restore", "x", "--model", ""],
    ["rules", "check", "--rules", ""], ["model", "show", "--model", ""], ["model", "arpa", "--output", ""],
    ["model", "words", ""], ["model", "perplexity", ""], ["eval", ""], ["eval", "--gold", ""],
    ["eval", "--gold", "x", "--noisy", ""], ["eval", "x", "--save", ""], ["schema", "--output", ""],
    ["train", "lm", "--component", "a:b", "--out", ""],
    ["train", "channel", "--pair", "a:b", "--name", "", "--out", "x"],
    ["train", "channel", "--pair", "a:b", "--name", "x", "--out", ""],
    ["train", "confidence", "--page", "a:b", "--out", ""],
  ])
  func `an empty name is a usage error and touches nothing`(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("Tổng kết\n", to: "a.txt")
    let result = try Program.run(arguments, in: folder.url)
    #expect(result.status == 64, Comment(rawValue: result.messages))
    #expect(result.messages.contains("is empty"), Comment(rawValue: result.messages))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
  }

  @Test(arguments: [["rules", "list", "nofam"], ["rules", "list", "--find", ""]])
  func `the usage shown is that of the command`(_ arguments: [String]) throws {
    #expect(try Program.run(arguments).messages.contains("Usage: dau rules list"))
  }
}
