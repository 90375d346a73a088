import DauArchive
import DauTestSupport
import Foundation
import Testing

@testable import DauEval

@Suite struct ComparisonTests {
  private func evaluation(restored: String, dates: [String], gold: String = "một hai ba bốn năm") throws -> Evaluation {
    func records(_ dates: [String]) throws -> [JSONValue] {
      try dates.map { try JSONValue(json: #"{"kind":"date","edtf":"\#($0)","text":"năm \#($0)","line":1}"#) }
    }
    var evaluator = Evaluator()
    evaluator.add(
      "a", gold: gold, text: try TextEvaluation(gold: gold, noisy: "mot hai bà bon năm", restored: restored),
      restored: RecordEvaluation(gold: try records(["2019", "2020", "2020"]), found: try records(dates)))
    return evaluator.evaluation(version: "1")
  }

  @Test func `words mended and broken and records gained and lost are told`() throws {
    let old = try evaluation(restored: "một hãi bà bốn năm", dates: ["2019", "2031"])
    let new = try evaluation(restored: "một hai bá bốn nam", dates: ["2020", "2031", "2032"])
    for (old, new) in [(old, new), (old.withoutText(), new), (old, new.withoutText())] {
      let comparison = EvaluationComparison(old: old, new: new)
      let document = try #require(comparison.documents.first)
      #expect(document.mended.count == 1 && document.broken.count == 1 && document.changed.count == 1)
      #expect(document.restored.gained.count == 1 && document.restored.lost.count == 1)
      #expect(document.restored.falseNew.count == 1 && document.restored.falseGone.isEmpty)
      #expect(document.clean.isEmpty)
    }
    let known = try #require(EvaluationComparison(old: old.withoutText(), new: new).documents.first)
    #expect(known.broken == [.init(line: 1, gold: "năm", old: nil, new: "nam")])
    #expect(known.mended == [.init(line: 1, gold: nil, old: nil, new: nil)])
    #expect(known.restored.lost.map(\.description) == ["2019"])
  }

  @Test func `equal results differ in nothing, digests included`() throws {
    let result = try evaluation(restored: "mọt hai ba bốn", dates: ["2020", "1999"])
    #expect(EvaluationComparison(old: result, new: result.withoutText()).documents.allSatisfy { $0.isEmpty })
    #expect(!(try result.withoutText().json()).contains("mọt"))
  }

  @Test func `words of another true text are not compared`() throws {
    let old = try evaluation(restored: "một hai ba bốn năm", dates: [])
    let new = try evaluation(restored: "một", dates: [], gold: "hai ba")
    let document = EvaluationComparison(old: old, new: new).documents[0]
    #expect(document.goldChanged && document.mended.isEmpty && document.broken.isEmpty)
  }

  @Test func `a saved result is read back as it was`() throws {
    let result = try evaluation(restored: "mọt hai ba bốn", dates: ["2020", "1999"])
    #expect(try Evaluation(json: Array(result.json().utf8), path: "x") == result)
  }

  @Test(arguments: [
    (#"{"format":9}"#, "x: a saved evaluation of format 9; this program reads 1"),
    (#"{"a":1}"#, "x: is no saved evaluation ('format' is missing)"),
    ("nonsense", "x: is no saved evaluation (it is not JSON)"),
    (#"{"format":1,"version":"1","is_without_text":false,"documents":[],"total":7}"#, "x: is no saved evaluation ("),
  ])
  func `what is no saved result is refused with a reason`(_ json: String, _ message: String) {
    let error = #expect(throws: EvaluationError.self) { _ = try Evaluation(json: Array(json.utf8), path: "x") }
    #expect(error.map { "\($0)".hasPrefix(message) } == true, "\(error.map { "\($0)" } ?? "")")
  }

  @Test func `two extractions are compared without true records`() throws {
    func record(_ document: String, _ value: String, _ line: Int) throws -> JSONValue {
      try JSONValue(
        json:
          #"{"kind":"quantity","document":"\#(document)","value":"\#(value)","unit":"count","text":"t\#(line)","line":\#(line)}"#
      )
    }
    let comparison = RecordComparison(
      old: [try record("a", "1", 1), try record("a", "2", 2), try record("a", "3", 3)],
      new: [try record("a", "1", 1), try record("a", "20", 2), try record("b", "3", 3)])
    #expect(comparison.sameCount == 1)
    #expect(comparison.changed.map { $0.found?.key.values[0] } == ["20"])
    #expect(comparison.lost.map(\.line) == [3] && comparison.gained.map(\.line) == [3])
  }
}

@Suite struct EvaluationInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `documents are found by the names of their files`() throws {
    for name in [
      "a.gold.txt", "a.noisy.txt", "a.records.jsonl", "b.txt", "b.lines3-9.records.jsonl", "c.gold.txt", "d.txt",
      "e.noisy.txt",
    ] { try folder.write("x", to: name) }
    let found = EvaluationInputs(paths: [folder.path])
    let path = folder.path
    #expect(
      found.inputs == [
        EvaluationInput(
          name: "a", gold: "\(path)/a.gold.txt", noisy: "\(path)/a.noisy.txt", records: "\(path)/a.records.jsonl"),
        EvaluationInput(
          name: "b", gold: "\(path)/b.txt", records: "\(path)/b.lines3-9.records.jsonl", recordLines: 3...9),
      ])
    #expect(found.failures.map(\.path) == ["\(path)/c.gold.txt"])
  }

  @Test func `readings find their true texts in another folder`() throws {
    for name in ["gold/a.txt", "gold/a.records.jsonl", "ocr/a.eng.txt", "ocr/a.vie.txt", "ocr/b.eng.txt"] {
      try folder.write("x", to: name)
    }
    let found = EvaluationInputs(gold: "\(folder.path)/gold", noisy: ["\(folder.path)/ocr"], records: nil)
    #expect(found.inputs.map(\.name) == ["a.eng", "a.vie"])
    #expect(
      found.inputs.allSatisfy { $0.gold.hasSuffix("gold/a.txt") && $0.records?.hasSuffix("a.records.jsonl") == true })
    #expect(found.failures.count == 1)
    #expect(EvaluationInputs(gold: "\(folder.path)/gold", noisy: [], records: nil).inputs.map(\.name) == ["a"])
  }

  @Test func `what holds nothing to evaluate is named`() throws {
    try folder.write("x", to: "plain.txt")
    for path in [folder.path, folder.path + "/plain.txt", folder.path + "/none.gold.txt"] {
      let found = EvaluationInputs(paths: [path])
      #expect(found.inputs.isEmpty && found.failures.map(\.path) == [path])
    }
  }
}
