import DauArchive
import Foundation
import Testing

@testable import DauEval

@Suite struct RecordEvaluationTests {
  static func records(_ path: String) throws -> [JSONValue] {
    try Corpus.text(path).split(separator: "\n").map { try JSONValue(json: String($0)) }
  }

  @Test(
    arguments: [
      (#"{"kind":"quantity","value":"007.50","unit":"percent","out_of":null}"#, ["7.5", nil, nil, "percent", nil]),
      (#"{"kind":"quantity","value":7.5,"unit":" a \n b "}"#, ["7.5", nil, nil, "a b", nil]),
      (#"{"kind":"quantity","value":"-0.50","unit":""}"#, ["-0.5", nil, nil, nil, nil]),
      (#"{"kind":"date","edtf":"2019-10"}"#, ["2019-10"]),
      (#"{"kind":"date","edtf":null,"issue":"impossible"}"#, [nil]),
      (
        #"{"kind":"target","comparator":">=","value":"5","unit":"percent","deadline":{"edtf":"2020","qualifier":"end"}}"#,
        [">=", "5", nil, nil, "percent", "2020"]
      ),
      (#"{"kind":"target","deadline":{"edtf":null}}"#, [nil, nil, nil, nil, nil, "None"]),
      (#"{"kind":"award","award":"Bằng khen","count":"16","grassroots":true}"#, ["Bằng khen", nil, "16", nil, "true"]),
      (#"{"kind":"award","award":"Bằng khen","count":"16","grassroots":false}"#, ["Bằng khen", nil, "16", nil, nil]),
      (#"{"kind":"citation","type":"Luật","symbol":null,"date":"2003"}"#, ["Luật", "2003"]),
      (#"{"kind":"citation","type":"Nghị quyết","symbol":"35-NQ/TW"}"#, ["35-NQ/TW", nil]),
      (#"{"kind":"audit","relation":"sum","stated":"07"}"#, ["sum", "7", "false"]),
    ] as [(String, [String?])])
  func `a record is known by the fields of its kind`(_ json: String, _ values: [String?]) throws {
    #expect(RecordKey.keys(of: try JSONValue(json: json)).map(\.values) == [values])
  }

  @Test func `a date from the context and an unknown kind are not scored, a document by its fields`() throws {
    #expect(RecordKey.keys(of: try JSONValue(json: #"{"kind":"date","edtf":"2019","resolved":true}"#)).isEmpty)
    #expect(RecordKey.keys(of: try JSONValue(json: #"{"kind":"weather"}"#)).isEmpty)
    let document = #"{"kind":"document","type":"Báo cáo","number":"059","place":null,"signer":{"name":"An"}}"#
    #expect(
      RecordKey.keys(of: try JSONValue(json: document)).map(\.values)
        == [["type", "Báo cáo"], ["number", "59"], ["signer.name", "An"]])
  }

  @Test func `lost and false records are named, pairs of them brought together`() throws {
    func date(_ edtf: String, _ text: String, _ line: Int) throws -> JSONValue {
      try JSONValue(json: #"{"kind":"date","edtf":"\#(edtf)","text":"\#(text)","line":\#(line)}"#)
    }
    let gold = [try date("2019", "năm 2019", 1), try date("2020", "năm 2020", 2), try date("2021", "năm 2021", 9)]
    let found = [try date("2019", "năm 2019", 1), try date("2026", "năm 2020", 2), try date("1999", "1999", 3)]
    let evaluation = RecordEvaluation(gold: gold, found: found, lines: 1...8)
    #expect(evaluation.byKind["date"]!.f1 == 2.0 / 5)
    let pairs = RecordMistake.pairs(lost: evaluation.lost, found: evaluation.untrue)
    #expect(pairs.map { $0.lost?.key.description } == ["2020", nil])
    #expect(pairs.map { $0.found?.key.description } == ["2026", "1999"])
  }

  @Test func `where the document itself has no true record its fields are not judged`() throws {
    let found = [try JSONValue(json: #"{"kind":"document","type":"Báo cáo"}"#)]
    #expect(RecordEvaluation(gold: [], found: found).byKind.isEmpty)
  }

  /// As for texts; the records of the next document stand for those found in each.
  @Test func `figures agree with those of an independent scorer`() throws {
    struct Expected: Decodable {
      struct Score: Decodable {
        var gold: Int
        var found: Int
        var precision: Double
        var recall: Double
        var f1: Double
      }
      var gold: String
      var found: String
      var scores: [String: Score]
    }
    let lines = try Corpus.golden("records.jsonl").split(separator: "\n")
    #expect(lines.count == 10)
    for line in lines {
      let expected = try JSONDecoder().decode(Expected.self, from: Data(line.utf8))
      let evaluation = RecordEvaluation(
        gold: try Self.records("gold/\(expected.gold).records.jsonl"),
        found: try Self.records("gold/\(expected.found).records.jsonl"))
      #expect(Set(evaluation.byKind.keys) == Set(expected.scores.keys))
      for (kind, wanted) in expected.scores {
        let score = try #require(evaluation.byKind[kind])
        let comment: Comment = "\(expected.gold) \(kind)"
        #expect(score.goldCount == wanted.gold && score.foundCount == wanted.found, comment)
        #expect(abs(score.precision - wanted.precision) < 1e-12 && abs(score.recall - wanted.recall) < 1e-12, comment)
        #expect(abs(score.f1 - wanted.f1) < 1e-12, comment)
      }
    }
  }
}
