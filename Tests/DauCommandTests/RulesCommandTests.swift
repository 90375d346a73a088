import DauTestSupport
import Foundation
import Testing

@Suite struct RulesCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A `\r\n` is one character to Swift: the whole file had been one line, and no entry was listed.
  @Test(arguments: ["\n", "\r\n"]) func `own rules are listed, also with Windows line ends`(_ end: String) throws {
    let list = ["# own", "abbreviation\texpansion\tsource", "XYZQ\tXã Ý Zờ Quờ\tmade up"]
    let awards = [
      "source: made up", "entries:", "  - name: Bằng khen Vân Hà", "    kind: certificate", "  # the other",
      "  - {name: Cờ Vân Hà, kind: flag}",
    ]
    try folder.write(list.map { $0 + end }.joined(), to: "own/abbreviations.tsv")
    try folder.write(awards.map { $0 + end }.joined(), to: "own/awards.yaml")
    func entries(_ family: String) throws -> [String] {
      let result = try Program.run(["rules", "list", family, "--rules", "own"], in: folder.url)
      #expect(result.status == 0, Comment(rawValue: result.messages))
      return Array(result.lines.drop { !$0.contains("Vân Hà") && !$0.contains("XYZQ") })
    }
    #expect(try entries("abbreviations") == ["abbreviations.tsv:3: XYZQ  Xã Ý Zờ Quờ  made up"])
    #expect(
      try entries("awards") == [
        "awards.yaml:3: name: Bằng khen Vân Hà kind: certificate", "awards.yaml:6: {name: Cờ Vân Hà, kind: flag}",
      ])
  }
}
