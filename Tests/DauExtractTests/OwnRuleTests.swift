import DauRules
import Foundation
import Testing

@testable import DauExtract

/// What an archivist adds to `rules/` is read without a change of the program.
@Suite struct OwnRuleTests {
  /// An extractor with files laid over the rules of the tree.
  private static func extractor(_ files: [String: String]) throws -> Extractor {
    let own = FileManager.default.temporaryDirectory.appending(
      path: "dau-own-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: own) }
    for (name, text) in files { try Data(text.utf8).write(to: own.appending(path: name)) }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let rules = try RuleBook(directory: root.appending(path: "rules"), overlay: own)
    return Extractor(vocabulary: try ReaderVocabulary(rules: rules), version: "test")
  }

  private static func cues(_ rows: String) -> [String: String] {
    ["cues.tsv": "# source: our office\nlist\tphrase\tvalue\tsource\n" + rows]
  }

  private static func facts(_ text: String, _ extractor: Extractor) -> [Fact] {
    extractor.extract(ExtractionInput(documentID: "sha256:00", text: text)).records.map(\.fact)
  }

  @Test func `an own verb says how a number is meant`() throws {
    let text = "Kết quả: thu ngân sách đạt 500 tỷ đồng, sụt 8% so với cùng kỳ."
    func change(_ extractor: Extractor) -> String? {
      for case .indicator(let fact) in Self.facts(text, extractor) where fact.value == DecimalNumber(500_000_000_000) {
        return fact.changePercent?.description
      }
      return "none"
    }
    #expect(change(DauExtractTests.extractor) == nil)
    #expect(change(try Self.extractor(Self.cues("verb\tsụt\tfalls\n"))) == "-8")
  }

  @Test func `an own verb names a target`() throws {
    let text =
      "KẾ HOẠCH\nPhát triển kinh tế năm 2021\n\nI. MỤC TIÊU\nPhấn đấu chỉnh trang 15 tuyến phố trước ngày 30/6/2021."
    func verbs(_ extractor: Extractor) -> [String?] {
      Self.facts(text, extractor).compactMap { if case .target(let fact) = $0 { fact.verb } else { nil } }
    }
    #expect(verbs(DauExtractTests.extractor) == ["phấn đấu"])
    #expect(
      verbs(try Self.extractor(Self.cues("target-verb\tchỉnh trang\n-target-verb\tphấn đấu\n"))) == ["chỉnh trang"])
  }

  @Test func `an own unit is measured in its own code`() throws {
    let own = try Self.extractor([
      "units.yaml": "source: our office\nentries:\n  - {name: sào, code: sao, forms: [sào], kind: area}\n"
    ])
    let units = Self.facts("Trồng mới 120 sào chè.", own).compactMap {
      if case .quantity(let fact) = $0 { fact.unit } else { nil }
    }
    #expect(units == ["sao"])
  }

  @Test(arguments: [Cues.List.heading, .verb, .awardVerb, .bound])
  func `every value a list allows is one that the readers know`(_ list: Cues.List) {
    guard case .oneOf(let values)? = list.values else {
      Issue.record("\(list.rawValue) has no values")
      return
    }
    let known =
      switch list {
      case .heading: StatementPhrases.Mood.allCases.map(\.rawValue)
      case .verb: StatementPhrases.Verb.allCases.map(\.rawValue)
      case .bound: Bound.allCases.map(\.rawValue).filter { $0 != "exact" } + ["none"]
      default: AwardMark.Verb.allCases.map(\.rawValue)
      }
    #expect(Set(values) == Set(known))
  }

  @Test(arguments: [
    // A circular of the State, not one of the Party, which is abbreviated alike: `80/2021/TT-BTC`.
    ("TT", "Thông tư"), ("CTHĐ", "Chương trình"), ("QH14", "Luật"), ("KL", "Kết luận"),
  ])
  func `the letters of a symbol say its type`(_ code: String, _ type: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let vocabulary = try ReaderVocabulary(rules: RuleBook(directory: root.appending(path: "rules")))
    #expect(vocabulary.typeOfCode[code] == type)
  }

  @Test func `square kilometres are square metres`() {
    #expect(readings(of: "diện tích 8.310 ki lô mét vuông", .quantity).first?.hasSuffix("= 8310000000 m2") == true)
    #expect(readings(of: "tăng 2,5 điểm %", .quantity).first?.hasSuffix("= 2.5 point") == true)
  }
}
