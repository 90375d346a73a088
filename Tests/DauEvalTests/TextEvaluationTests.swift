import Foundation
import DauRestore
import Testing

@testable import DauEval

@Suite struct TextEvaluationTests {
  private func kinds(_ gold: String, _ found: String) throws -> [WordError.Kind] {
    try TextEvaluation(gold: gold, noisy: gold, restored: found).errors.map(\.kind)
  }

  @Test(arguments: [
    ("Ủy ban nhân dân", "Ủy Ban nhân dân", [WordError.Kind.capitals]),
    ("cấp tỉnh", "cấp tính", [.tone]),
    ("cấp tỉnh", "câp tinh", [.tone, .tone]),
    ("đường tôn", "dường ton", [.marks, .marks]),
    ("tập thể", "tập thế thể", [.added]),
    ("tập thể", "tập the", [.marks]),
    ("các huyện", "các huyên huyện", [.added]),
    ("là 12.537 hồ sơ", "là 12.587 hồ sơ", [.number]),
    ("là 12.537 hồ sơ", "là hồ sơ", [.number]),
    ("thi đua khen thưởng", "thi khen thưởng", [.missing]),
    ("thi đua khen thưởng", "thiđua khen thưởng", [.joins, .joins]),
    ("thi đua khen thưởng", "thi đua kh en thưởng", [.joins, .joins]),
    ("lập thành tích", "mas1 thành tích", [.letters]),
  ])
  func `each wrong word is of one kind`(_ gold: String, _ found: String, _ expected: [WordError.Kind]) throws {
    #expect(try kinds(gold, found) == expected)
  }

  @Test func `harm is what was right and is wrong`() throws {
    let evaluation = try TextEvaluation(
      gold: "một hai ba bốn", noisy: "mot hai ba bốn", restored: "một hãi ba bốn",
      confidence: { $0.lowerBound == 6 ? 0.4 : 1 })
    #expect(evaluation.before.wordErrors == 1)
    #expect(evaluation.after.wordErrors == 1)
    #expect(evaluation.harm == 1.0 / 3)
    #expect(evaluation.errorsLeft == 1)
    #expect(
      evaluation.errors == [
        WordError(position: 1, line: 1, gold: "hai", found: "hãi", kind: .tone, wasRight: true)
      ])
    #expect(evaluation.confidences.map(\.isWrong) == [false, true, false, false])
    #expect(evaluation.confidences.map(\.confidence) == [1, 0.4, 1, 1])
  }

  @Test func `empty texts are scored too`() throws {
    let nothing = try TextEvaluation(gold: "", noisy: "", restored: "thêm từ")
    #expect(nothing.after.wordErrorRate == 2)
    #expect(nothing.errors.map(\.kind) == [.added, .added])
    #expect(nothing.harm == 0 && nothing.errorsLeft == 0)
    #expect(try TextEvaluation(gold: "một hai", noisy: "", restored: "").after.wordErrorRate == 1)
  }

  /// Figures that an independent scorer (in Python, with RapidFuzz) gave for the sample archive: `.ci/expected-scores`
  /// writes the file. The Vietnamese reading stands for a restoration of the English one.
  @Test func `figures agree with those of an independent scorer`() throws {
    struct Expected: Decodable {
      struct Score: Decodable {
        var words: Int
        var wer: Double
        var wordAccuracy: Double
        var numbers: Int
        var numberError: Double
        var cer: Double
      }
      var name: String
      var before: Score
      var after: Score
      var harm: Double
    }
    let lines = try Corpus.golden("texts.jsonl").split(separator: "\n")
    #expect(lines.count == 10)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    for line in lines {
      let expected = try decoder.decode(Expected.self, from: Data(line.utf8))
      let evaluation = try TextEvaluation(
        gold: Corpus.text("gold/\(expected.name).txt"), noisy: Corpus.text("ocr/\(expected.name).eng.txt"),
        restored: Corpus.text("ocr/\(expected.name).vie.txt"))
      for (score, wanted) in [(evaluation.before, expected.before), (evaluation.after, expected.after)] {
        let comment: Comment = "\(expected.name)"
        #expect(score.wordCount == wanted.words, comment)
        #expect(score.wordErrorRate == wanted.wer, comment)
        #expect(TextScore.rate(score.rightWords, score.wordCount) == wanted.wordAccuracy, comment)
        #expect(score.numberCount == wanted.numbers, comment)
        #expect(score.numberErrorRate == wanted.numberError, comment)
        #expect(score.characterErrorRate == wanted.cer, comment)
      }
      #expect(evaluation.harm == expected.harm, "\(expected.name)")
      #expect(evaluation.errors.count == evaluation.after.wordErrors)
    }
  }
}

/// The files of the sample archive and of this folder.
enum Corpus {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  static let folder = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "corpus")

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  static func golden(_ name: String) throws -> String {
    try String(contentsOf: tests.appending(path: "Goldens").appending(path: name), encoding: .utf8)
  }
}
