import DauArchive
import DauTestSupport
import DauText
import Foundation
import Testing

/// What the commands print as JSON fits the schemas that are published for it, and what does not fit is refused.
@Suite struct OutputSchemaTests {
  private static func schema(_ name: String) throws -> JSONSchema {
    try JSONSchema(
      JSONValue(json: PublishedSchema(name, directory: Program.root.appending(path: "schema")).text))
  }

  private static let inbox = "corpus/inbox/01-phat-dong-2019.txt"

  private static func lines(_ arguments: [String], input: String? = nil) throws -> [JSONValue] {
    let result = try Program.run(arguments, input: input)
    return try result.lines.map { try JSONValue(json: $0) }
  }

  // MARK: What is written fits

  @Test(arguments: [[], ["--words"], ["--unwrap", "--words"], ["--min-confidence", "0.99"]])
  func `a restored document is valid`(_ options: [String]) throws {
    let path = Program.root.appending(path: Self.inbox).path
    let lines = try Self.lines(["restore", "--json", path] + options)
    let value = try #require(lines.first)
    #expect(try Self.schema("restore").faults(in: value) == [])
    #expect((value["words"] != nil) == options.contains("--words"))
    #expect((value["left_out"] != nil) == options.contains("--unwrap"))
  }

  @Test(arguments: [[], ["--records"], ["--records", "--no-restore"]])
  func `explanations are valid`(_ options: [String]) throws {
    let path = Program.root.appending(path: Self.inbox).path
    let schema = try Self.schema("explain")
    let lines = try Self.lines(["explain", "--json", path] + options)
    #expect(lines.count > 10)
    for line in lines { #expect(schema.faults(in: line) == [], "\(line.json)") }
  }

  @Test func `answers of the stream are valid, failures too`() throws {
    let text = try String(contentsOf: Program.root.appending(path: Self.inbox), encoding: .utf8)
    let requests = [
      JSONValue.object(["id": .integer(1), "text": .string(text)]).json, #"{"id": [1, null], "text": "5 xã"}"#,
      #"{"text": 5}"#, "no JSON", #"{"id": "b", "text": "  "}"#, #"{"text": "t\u00f5ng s\u00d5"}"#,
    ]
    let schema = try Self.schema("stream")
    let answers = try Self.lines(["stream"], input: requests.joined(separator: "\n") + "\n")
    #expect(answers.count == requests.count)
    for answer in answers { #expect(schema.faults(in: answer) == [], "\(answer.json.prefix(300))") }
    #expect(answers.map { $0["error"] != nil } == [false, false, true, true, true, false])
  }

  // MARK: What is broken is refused

  /// A valid value of each, made from the examples.
  private static let samples: [String: String] = [
    "restore": """
    {"file": "a", "text": "kết", "changes": [{"before": "két", "after": "kết", "confidence": 0.9, "line": 1, "span": [0, 3],
    "source_span": [0, 3]}], "doubtful": [], "repairs": [{"kind": "TCVN3", "count": 1, "first_line": 1}],
    "stats": {"words": 1, "changed": 1}, "words": [[0, 3, 0.9]]}
    """,
    "word": """
    {"before": "két", "after": "kết", "confidence": 0.9, "line": 1, "span": [0, 3], "source_span": [0, 3],
    "decided_by": "context", "context": ["Tổng"], "readings": [{"text": "kết", "probability": 1, "channel_log10": -1,
    "language_log10": -2.5}]}
    """,
    "rejected": """
    {"taken": false, "kind": null, "text": "4", "line": 1, "span": [0, 1], "reason": "mark", "explanation": "it is a mark"}
    """,
    "stream": """
    {"id": 1, "error": "line 1: is not JSON"}
    """,
  ]

  @Test(
    arguments: [
      ("restore", "restore", "text", nil), ("restore", "restore", "text", "null"), ("restore", "restore", "extra", "1"),
      ("restore", "restore", "stats", #"{"words": 1}"#),
      ("restore", "restore", "stats", #"{"words": -1, "changed": 0}"#),
      ("restore", "restore", "words", "[[0, 3]]"), ("restore", "restore", "words", #"[["0", 3, 1]]"#),
      ("restore", "restore", "repairs", #"[{"kind": "tcvn3", "count": 1, "first_line": 1}]"#),
      ("restore", "restore", "repairs", #"[{"kind": "VNI", "count": 0, "first_line": 1}]"#),
      ("restore", "restore", "changes", #"[{"before": "a"}]"#), ("restore", "restore", "doubtful", "null"),
      ("restore", "restore", "left_out", "[1]"), ("explain", "word", "proposal", "1"),
      ("explain", "word", "before", #""""#), ("explain", "word", "confidence", "1.5"), ("explain", "word", "line", "0"),
      ("explain", "word", "span", "[0]"), ("explain", "word", "decided_by", nil), ("explain", "word", "readings", nil),
      ("explain", "word", "readings", "[]"), ("explain", "word", "context", #"["a", "b", "c", "d"]"#),
      ("explain", "word", "taken", "true"), ("explain", "word", "record", "{}"),
      ("explain", "rejected", "reason", #""other""#), ("explain", "rejected", "reason", #""taken""#),
      ("explain", "rejected", "by", #"{"kind": "date", "text": "a"}"#), ("explain", "rejected", "taken", "true"),
      ("explain", "rejected", "taken", nil), ("explain", "rejected", "kind", #""dates""#),
      ("explain", "rejected", "explanation", nil),
      ("stream", "stream", "error", #""""#), ("stream", "stream", "error", nil), ("stream", "stream", "id", nil),
      ("stream", "stream", "records", "[]"),
    ] as [(String, String, String, String?)])
  func `a broken value is refused`(_ name: String, _ sample: String, _ field: String, _ value: String?) throws {
    let schema = try Self.schema(name)
    guard case .object(var members) = try JSONValue(json: #require(Self.samples[sample])) else { return }
    #expect(schema.faults(in: .object(members)) == [])
    members[field] = try value.map { try JSONValue(json: $0) }
    #expect(!schema.faults(in: .object(members)).isEmpty)
  }

  @Test func `the kinds of repairs are those of the program`() throws {
    let schema = try JSONValue(
      json: PublishedSchema("restore", directory: Program.root.appending(path: "schema")).text)
    guard case .array(let kinds)? = schema["$defs"]?["repair"]?["properties"]?["kind"]?["enum"] else { return }
    let encodings = LegacyEncoding.allCases.map { TextRepair.Kind.encoding($0) }
    let all = encodings + [.decomposed, .invisible, .lookAlike, .presentationForm, .spacedLetters]
    #expect(
      Set(kinds.compactMap(\.string)) == Set(all.map { TextRepair(kind: $0, count: 1, firstLine: 1).code }))
  }
}
