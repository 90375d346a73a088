import Foundation
import Testing

@testable import DauRules

@Suite struct OverlayTests {
  @Test func `own entries of a list are added, replace and remove`() throws {
    let own = try RuleFolder(
      [
        "abbreviations.tsv":
          "# source: our office\nabbreviation\texpansion\tsource\nTTLTLS\tTrung tâm Lưu trữ lịch sử\nUBND\tcái khác\n-TTĐB\n"
      ],
      shipped: [])
    let base = try RuleBook(directory: shippedRules).abbreviations()
    let rules = try RuleBook(directory: shippedRules, overlay: own.url).abbreviations()
    #expect(rules["TTLTLS"]?.source == "our office")
    #expect(rules["UBND"]?.expansions == ["cái khác"])
    #expect(base["TTĐB"] != nil && rules["TTĐB"] == nil)
    #expect(rules.entries.count == base.entries.count)
  }

  @Test func `own entries of a YAML family are added, replace and remove`() throws {
    let own = try RuleFolder(
      [
        "awards.yaml": """
        source: our province
        entries:
          - {name: Huy hiệu Vì sự nghiệp lưu trữ, kind: badge}
          - {name: bằng KHEN, kind: citation}
          - remove: Thư khen
        """
      ], shipped: [])
    let awards = try RuleBook(directory: shippedRules, overlay: own.url).awards()
    #expect(awards["Huy hiệu Vì sự nghiệp lưu trữ"]?.source == "our province")
    #expect(awards.entry(for: "Bằng khen")?.kind == .citation)
    #expect(awards["Thư khen"] == nil)
    #expect(try RuleBook(directory: shippedRules).awards()["Thư khen"] != nil)
  }

  @Test func `a family the overlay leaves out is the shipped one`() throws {
    let own = try RuleFolder([:], shipped: [])
    let rules = try RuleBook(directory: shippedRules, overlay: own.url)
    #expect(try rules.names().entries == RuleBook(directory: shippedRules).names().entries)
  }

  @Test func `removing what is not there is a fault`() throws {
    let own = try RuleFolder(
      [
        "names.tsv": "# source: s\nsyllable\tpart\tcount\tsource\n-Zzz\tsurname\n",
        "units.yaml": "entries:\n  - remove: furlong\n",
      ], shipped: [])
    let base = try RuleFolder([:], shipped: ["names.tsv", "units.yaml"])
    #expect(
      base.faults(overlay: own).filter { !$0.hasSuffix("the file is missing") } == [
        #"names.tsv:3: there is no entry "Zzz\#tsurname" to take away"#,
        #"units.yaml:2: there is no entry "furlong" to take away"#,
      ])
  }

  @Test func `a file of a name no family has is refused on opening`() throws {
    let own = try RuleFolder(["abbrev.tsv": ""], shipped: [])
    #expect(throws: RuleError.self) { try RuleBook(directory: shippedRules, overlay: own.url) }
  }
}
