import DauRules
import Foundation
import Testing

@Suite struct CueTests {
  private static func faults(_ lines: String) throws -> [String] {
    let folder = try RuleFolder(
      ["cues.tsv": "# source: s\nlist\tphrase\tvalue\tsource\n" + lines], shipped: [])
    return folder.faults().filter { $0.hasPrefix("cues.tsv") }
  }

  @Test(
    arguments: [
      ("verb\ttăng\trises\n", nil), ("heading\tphương hướng\tfuture\n", nil), ("signing-authority\ttm\tTM.\n", nil),
      ("verbs\ttăng\trises\n", #"cues.tsv:3: "verbs" is no list"#),
      ("verb\ttăng lên\trises\n", #"cues.tsv:3: "tăng lên" has several words"#),
      ("verb\ttăng\tup\n", #"cues.tsv:3: "up" is no value of "verb""#),
      ("verb\ttăng\n", #"cues.tsv:3: "" is no value of "verb""#),
      ("filler\tước\trises\n", #"cues.tsv:3: "rises" stands in the column value"#),
      ("body-abbreviation\tUBND\n", #"cues.tsv:3: "UBND" has no value"#),
      ("filler\t\n", "cues.tsv:3: the phrase is empty"),
      ("filler\tước\nplan\tước\nfiller\tước\n", #"cues.tsv:5: "filler | ước" stands on line 3 too"#),
    ] as [(String, String?)])
  func `an entry is checked against its list`(_ lines: String, _ fault: String?) throws {
    #expect(try Self.faults(lines) == [fault].compactMap(\.self))
  }

  @Test func `what to do names the lists and the values`() throws {
    let folder = try RuleFolder(
      ["cues.tsv": "# source: s\nlist\tphrase\tvalue\tsource\nverbs\ttăng\nverb\ttăng\tup\n"], shipped: [])
    let remedies = RuleBook.check(folder.url).filter { $0.file.hasSuffix("cues.tsv") }.map(\.remedy)
    #expect(remedies.first?.contains("verb, ") == true)
    #expect(remedies.last == "use one of rises, falls, equals, reaches, exceeds, shares, remains, amounts")
  }

  @Test func `own cues are added, replace and take away`() throws {
    let own = try RuleFolder(
      [
        "cues.tsv":
          "# source: our office\nlist\tphrase\tvalue\tsource\nverb\tsụt\tfalls\nverb\ttăng\tfalls\n-verb\tgiảm\n"
      ], shipped: [])
    let verbs = try RuleBook(directory: shippedRules, overlay: own.url).cues()[.verb]
    #expect(verbs.contains(Cues.Cue(phrase: "sụt", value: "falls")))
    #expect(verbs.filter { $0.phrase == "tăng" }.map(\.value) == ["falls"])
    #expect(!verbs.contains { $0.phrase == "giảm" })
  }

  @Test(arguments: Cues.List.allCases)
  func `every list has entries and says above them what it does`(_ list: Cues.List) throws {
    let text = try String(contentsOf: shippedRules.appending(path: "cues.tsv"), encoding: .utf8)
    #expect(text.contains("\n# \(list.rawValue): "))
    #expect(try !RuleBook(directory: shippedRules).cues()[list].isEmpty)
  }
}
