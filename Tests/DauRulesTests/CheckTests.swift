import DauTestSupport
import DauRules
import Foundation
import Testing

@Suite struct CheckTests {
  /// A planted fault: the file, its text, and the fault that must be named.
  @Test(arguments: [
    (
      "phrases.tsv", "# source: s\nphrase\tsource\nthi đua\nthi đua\n",
      #"phrases.tsv:4: "thi đua" stands on line 3 too"#
    ),
    ("phrases.tsv", "phrase\tsource\nthi đua\n", "phrases.tsv:2: an entry without a source"),
    ("phrases.tsv", "# source:\nphrase\tsource\nthi đua\n", "phrases.tsv:1: an empty source"),
    ("phrases.tsv", "# source: s\nphrases\n", #"phrases.tsv:2: the columns are "phrases""#),
    ("phrases.tsv", "# source: s\n", "phrases.tsv:-: no columns"),
    ("phrases.tsv", "# source: s\nphrase\tsource\na\tb\tc\n", "phrases.tsv:3: 3 columns"),
    (
      "phrases.tsv", "# source: s\nphrase\tsource\nthi xyzt\n",
      #"phrases.tsv:3: "xyzt" is no syllable of syllables.tsv"#
    ),
    (
      "phrases.tsv", "# source: s\nphrase\tsource\nthi đua\nthe\u{302}\u{301}\n",
      "phrases.tsv:4: the line is not in normalization form C"
    ),
    ("syllables.tsv", "# source: s\nsyllable\tkind\tsource\nb\u{E0}\na\n", #"syllables.tsv:4: "a" stands behind "bà""#),
    (
      "syllables.tsv", "# source: s\nsyllable\tkind\tsource\nhoà\n",
      #"syllables.tsv:3: "hoà" has its tone in the new style"#
    ),
    (
      "syllables.tsv", "# source: s\nsyllable\tkind\tsource\nkrông\n",
      #"syllables.tsv:3: "krông" is no Vietnamese syllable"#
    ),
    ("syllables.tsv", "# source: s\nsyllable\tkind\tsource\na\tbig\n", #"syllables.tsv:3: "big" is no kind"#),
    (
      "document-codes.tsv", "# source: s\ncode\tcount\tsource\nNĐ-CP\tmany\n",
      #"document-codes.tsv:3: "many" is no count"#
    ),
    (
      "abbreviations.tsv", "# source: s\nabbreviation\texpansion\tsource\nUBND\n",
      #"abbreviations.tsv:3: "UBND" stands for nothing"#
    ),
    (
      "confusions.tsv", "# source: s\nocr\ttrue\tlog10\tnote\tsource\n1\tl\t0.5\n",
      #"confusions.tsv:3: "0.5" is no log10 of a probability"#
    ),
    ("names.tsv", "# source: s\nsyllable\tpart\tcount\tsource\nAn\tfirst\t3\n", #"names.tsv:3: "first" is no part"#),
    (
      "places.tsv", "# source: s\nname\tlevel\ttype\tparent\tfrom\tuntil\tsource\nHuế\tcity\tTỉnh\n",
      #"places.tsv:3: "city" is no level"#
    ),
    (
      "places.tsv", "# source: s\nname\tlevel\ttype\tparent\tfrom\tuntil\tsource\nHuế\tprovince\tTỉnh\t\t2025-13-01\n",
      #"places.tsv:3: "2025-13-01" is no date"#
    ),
    ("units.yaml", "entries:\n  - {name: một, kind: count}\n", "units.yaml:2: an entry without a source"),
    ("units.yaml", "source: s\nentries:\n  - {name: một}\n", #"units.yaml:3: no "kind""#),
    ("units.yaml", "source: s\nentries:\n  - {name: một, kind: big}\n", #"units.yaml:3: "big" is no kind"#),
    (
      "units.yaml", "source: s\nentries:\n  - {name: một, kind: count, vaule: 1}\n",
      #"units.yaml:3: "vaule" is not known here"#
    ),
    (
      "units.yaml", "source: s\nentries:\n  - {name: một, forms: mốt, kind: count}\n",
      #"units.yaml:3: "forms" is not a list"#
    ),
    ("units.yaml", "source: s\nentries:\n  - một\n", "units.yaml:3: an entry without keys"),
    ("units.yaml", "source: s\nentires: []\n", #"units.yaml:2: "entires" is not known here"#),
    (
      "units.yaml", "source: s\nentries:\n  - {remove: một}\n",
      #"units.yaml:3: "remove" outside a user's own folder"#
    ),
    ("units.yaml", "source: s\nentries: []\n", "units.yaml:-: no examples that are accepted and refused"),
    (
      "units.yaml",
      "source: s\nentries:\n  - {name: một, forms: [một], kind: count}\n  - {name: hai, forms: [Một], kind: count}\n",
      #"units.yaml:4: the form "Một" belongs to "một" already"#
    ),
    (
      "units.yaml",
      "source: s\nexamples:\n  accepts:\n    - {text: ba, gives: một}\nentries:\n  - {name: một, forms: [một], kind: count}\n",
      #"units.yaml:4: "ba" gives nothing, not "một""#
    ),
    (
      "units.yaml",
      "source: s\nexamples:\n  refuses:\n    - một\nentries:\n  - {name: một, forms: [một], kind: count}\n",
      #"units.yaml:4: "một" gives "một" and should give nothing"#
    ),
    (
      "awards.yaml", "source: s\nentries:\n  - {name: Cúp, kind: prize, grantors: [ai đó]}\n",
      #"awards.yaml:3: "Cúp" names the grantor "ai đó", which grantors.yaml does not have"#
    ),
    (
      "awards.yaml", "source: s\nentries:\n  - {name: Cúp, kind: prize, recipients: [team]}\n",
      #"awards.yaml:3: "Cúp" names the recipient "team", which recipients.yaml does not have"#
    ),
  ])
  func `a planted fault is named with its line`(file: String, text: String, fault: String) throws {
    // A debug build reads all families slowly, so only those that the fault needs are there.
    var files = [file: text]
    if file == "phrases.tsv" { files["syllables.tsv"] = "# source: s\nsyllable\tkind\tsource\nthi\nđua\nthế\n" }
    let folder = try RuleFolder(files, shipped: file == "awards.yaml" ? ["grantors.yaml", "recipients.yaml"] : [])
    let faults = folder.faults().filter { !$0.hasSuffix("the file is missing") }
    #expect(faults.contains(fault), "\(faults.prefix(5))")
  }

  @Test(arguments: ["điện", "Then", "the n"])
  func `a word of another language has the letters a to z`(word: String) throws {
    let folder = try RuleFolder(["dictionary-words.tsv": "# source: s\nword\tsource\nthen\n\(word)\n"])
    let faults = folder.faults().filter { !$0.hasSuffix("the file is missing") }
    #expect(faults == ["dictionary-words.tsv:4: \"\(word)\" is no word in small letters without marks"])
  }

  @Test func `all faults are reported, not only the first`() throws {
    let folder = try RuleFolder([
      "names.tsv": "# source: s\nsyllable\tpart\tcount\tsource\nAn\ta\t1\nBa\tb\t1\nCa\tc\t1\n"
    ])
    #expect(folder.faults().count == 3)
  }

  @Test func `broken YAML is named with its line`() throws {
    let folder = try RuleFolder(["units.yaml": "source: s\nentries:\n  - {name: [\n"], shipped: [])
    let faults = folder.faults().filter { $0.hasPrefix("units.yaml") }
    #expect(faults.count == 1 && faults[0].hasPrefix("units.yaml:"), "\(faults)")
  }

  @Test func `a key that stands twice is a fault`() throws {
    let folder = try RuleFolder(["units.yaml": "source: s\nsource: t\nentries: []\n"], shipped: [])
    #expect(folder.faults().contains { $0.contains("stands twice") })
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
    (0..<3_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ])
  func `nesting without end is refused`(text: String) throws {
    let folder = try RuleFolder(["units.yaml": text], shipped: [])
    let isNamed = folder.faults().contains("units.yaml:-: nested deeper than 32")
    #expect(isNamed)
  }

  @Test func `a missing family and a stranger are named`() throws {
    let folder = try RuleFolder(["unit.yaml": "entries: []\n"])
    try FileManager.default.removeItem(at: folder.url.appending(path: "names.tsv"))
    #expect(folder.faults() == ["unit.yaml:-: no family of rules has this name", "names.tsv:-: the file is missing"])
  }

  @Test(arguments: RuleBook.familyNames)
  func `each family is checked, and read by its own name`(_ name: String) throws {
    let folder = try RuleFolder([name: "nothing of the kind\n\tat all"])
    #expect(folder.faults().contains { $0.hasPrefix(name + ":") })
  }

  @Test func `a file that is no text is refused at its byte`() throws {
    let folder = try RuleFolder([:], shipped: ["names.tsv"])
    let url = folder.url.appending(path: "names.tsv")
    try FileManager.default.removeItem(at: url)
    try Data([0x61, 0xFF]).write(to: url)
    let fault = try #require(RuleBook.check(folder.url).first { $0.what != "the file is missing" })
    #expect(fault.what == "the file is not text" && fault.remedy.hasPrefix("byte 1 is not UTF-8 (FF)"))
  }

  @Test func `loading refuses what it reads, with file and line`() throws {
    let folder = try RuleFolder(
      ["units.yaml": "source: s\nentries:\n  - {name: x, forms: [x], kind: big}\n"], shipped: ["grantors.yaml"])
    let rules = try RuleBook(directory: folder.url)
    #expect {
      try rules.units()
    } throws: { error in
      "\(error)".hasSuffix(
        #"units.yaml:3: "big" is no kind: use one of share, money, length, area, volume, mass, transport, time, score, rank, count"#
      )
    }
    #expect(throws: Never.self) { try rules.grantors() }
  }
}
