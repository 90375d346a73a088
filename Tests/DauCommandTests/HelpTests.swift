import Foundation
import Testing

@Suite struct HelpTests {
  static let subcommands = [
    "restore", "extract", "explain", "stream", "ingest", "search", "records", "summary", "export", "rules",
    "exit-codes",
  ]

  @Test(arguments: subcommands)
  func `every subcommand has help and stands in the README`(_ name: String) throws {
    let result = try Program.run(["help", name])
    #expect(result.status == 0)
    #expect(result.output.contains("OVERVIEW:"))
    #expect(result.output.contains("USAGE: dau \(name)"))
    let readme = try String(contentsOf: Program.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains("dau \(name)"), "README.md does not name 'dau \(name)'")
  }

  @Test func `help lists every subcommand, and no other is listed`() throws {
    let help = try Program.run(["--help"]).output
    for name in Self.subcommands { #expect(help.contains("  \(name) "), "\(name)") }
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
    ["ingest", "x", "--jobs", "0"], ["ingest", "x", "-q", "-v"],
  ])
  func `a wrong command line is a usage error with a message`(_ arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.messages.contains("Error:"))
    #expect(result.output.isEmpty)
  }
}
