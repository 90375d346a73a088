import DauArchive
import DauExtract
import DauIngest
import DauRules
import DauTestSupport
import Foundation
import Testing

/// The published schemas are a promise: what `dau` writes fits them, and what does not fit is refused.
@Suite struct SchemaTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let folder = root.appending(path: "schema", directoryHint: .isDirectory)

  private static func schema(_ name: String) throws -> JSONValue {
    try JSONValue(json: PublishedSchema(name, directory: folder).text)
  }

  private static func files(_ folder: String, _ suffix: String) throws -> [URL] {
    let url = root.appending(path: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0.hasSuffix(suffix) }.sorted()
    return names.map { url.appending(path: $0) }
  }

  /// What a pipeline writes of the sample corpus: the document line, then its records.
  private static func lines(of folder: String, restored: Bool) throws -> [String] {
    let rules = try RuleBook(directory: root.appending(path: "rules", directoryHint: .isDirectory))
    let pipeline = try Pipeline(rules: rules, restores: restored)
    return try files(folder, ".txt").flatMap { file in
      let document = pipeline.process(try FileReader().read(file.path))
      return [document.documentLine] + document.recordLines
    }
  }

  // MARK: What is written fits

  @Test(arguments: [("corpus/inbox", true), ("corpus/gold", false)])
  func `every line of the sample corpus is valid`(_ folder: String, _ restored: Bool) throws {
    let record = try JSONSchema(Self.schema("record"))
    let document = try JSONSchema(Self.schema("document"))
    let narrowed = try Dictionary(
      uniqueKeysWithValues: Record.Kind.allCases.map { ($0.rawValue, try JSONSchema(Self.schema($0.rawValue))) })
    var kinds: Set<String> = []
    for line in try Self.lines(of: folder, restored: restored) {
      let value = try JSONValue(json: line)
      let kind = try #require(value["kind"]?.string)
      kinds.insert(kind)
      let faults = (kind == "document" ? document : record).faults(in: value)
      #expect(faults == [], "\(line)")
      #expect(narrowed[kind]?.faults(in: value) ?? [] == [], "schema \(kind): \(line)")
    }
    #expect(kinds == Set(["document"] + Record.Kind.allCases.map(\.rawValue)))
  }

  /// Gold files leave out what is not scored (spans, ids), so nothing is required of them. They keep `out_of`
  /// with indicators, which belongs to the quantity.
  @Test func `the gold of the sample corpus holds no value that a record could not hold`() throws {
    func lenient(_ value: JSONValue) -> JSONValue {
      switch value {
      case .array(let elements): return .array(elements.map(lenient))
      case .object(var members):
        members["required"] = nil
        return .object(members.mapValues(lenient))
      default: return value
      }
    }
    let record = try JSONSchema(lenient(Self.schema("record")))
    let document = try JSONSchema(lenient(Self.schema("document")))
    var count = 0
    for file in try Self.files("corpus/gold", ".jsonl") {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        guard case .object(var members) = try JSONValue(json: String(line)) else { continue }
        if members["kind"] == .string("indicator") { members["out_of"] = nil }
        let schema = members["kind"] == .string("document") ? document : record
        #expect(schema.faults(in: .object(members)) == [], "\(file.lastPathComponent): \(line)")
        count += 1
      }
    }
    #expect(count > 500)
  }

  @Test(arguments: [("record", 20), ("document", 20), ("restore", 18), ("explain", 20), ("stream", 10)])
  func `every field has a description and an example that fits it`(_ name: String, _ least: Int) throws {
    let schema = try Self.schema(name)
    guard case .object(let definitions)? = schema["$defs"] else { return }
    var seen = 0
    for (owner, holder) in [(name, schema)] + definitions.map({ ($0.key, $0.value) }) {
      guard case .object(let properties)? = holder["properties"] else { continue }
      for (field, property) in properties {
        // A whole record or document has its examples in its own schema.
        if let target = property["$ref"]?.string, ["#/$defs/record", "#/$defs/document"].contains(target) { continue }
        guard case .object(var members) = property, case .array(let examples)? = property["examples"] else {
          Issue.record("\(owner).\(field) has no examples")
          continue
        }
        let description = property["description"]?.string ?? ""
        #expect(description.hasSuffix("."), "\(owner).\(field) has no description")
        members["$defs"] = .object(definitions)
        let schema = try JSONSchema(.object(members))
        for example in examples { #expect(schema.faults(in: example) == [], "\(owner).\(field)") }
        // A reader must learn when there is nothing.
        #expect(schema.faults(in: .null).isEmpty == description.contains(" Null "), "\(owner).\(field): null")
        seen += 1
      }
    }
    #expect(seen > least)
  }

  // MARK: The code's own lists

  @Test func `the lists of codes are those of the program and of its rules`() throws {
    let schema = try Self.schema("record")
    func codes(_ definition: String, _ field: String? = nil) throws -> Set<String> {
      var value = try #require(schema["$defs"]?[definition])
      if let field { value = try #require(value["properties"]?[field]) }
      if case .array(let forms)? = value["anyOf"] { value = forms[0] }
      guard case .array(let values)? = value["enum"] else { return [] }
      return Set(values.compactMap(\.string))
    }
    #expect(try codes("qualifier") == Set(DateQualifier.allCases.map(\.rawValue)))
    #expect(try codes("bound") == Set(Bound.allCases.map(\.rawValue)))
    #expect(try codes("audit", "relation") == Set(AuditFact.Relation.allCases.map(\.rawValue)))
    guard case .array(let kinds)? = schema["properties"]?["kind"]?["enum"] else { return }
    #expect(kinds.compactMap(\.string) == Record.Kind.allCases.map(\.rawValue))
    let rules = try RuleBook(directory: Self.root.appending(path: "rules", directoryHint: .isDirectory))
    #expect(try codes("award", "recipient") == Set(rules.recipients().entries.map(\.name)))
    #expect(Set(try rules.units().entries.map(\.code)).isSubset(of: try codes("unit")))
  }

  @Test func `the codes of a user's own rules are valid in the schema that is printed with them`() throws {
    let own = FileManager.default.temporaryDirectory.appending(
      path: "dau-own-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: own) }
    for (name, entry) in [
      ("units.yaml", "{name: sao, forms: [sào], kind: area}"),
      ("recipients.yaml", "{name: school, forms: [trường học]}"),
    ] {
      try Data("source: our office\nentries:\n  - \(entry)\n".utf8).write(to: own.appending(path: name))
    }
    let shipped = Self.root.appending(path: "rules", directoryHint: .isDirectory)
    let rules = try RuleBook(directory: shipped, overlay: own)
    for (kind, field, code) in [("quantity", "unit", "sao"), ("award", "recipient", "school")] {
      var record = try Self.sample(kind)
      record[field] = .string(code)
      if field == "unit" { record["of"] = .null }
      for name in ["record", kind] {
        #expect(!(try JSONSchema(Self.schema(name))).faults(in: .object(record)).isEmpty)
        let text = try PublishedSchema(name, directory: Self.folder, rules: rules).text
        #expect(try JSONSchema(JSONValue(json: text)).faults(in: .object(record)) == [])
      }
    }
    let plain = try PublishedSchema("record", directory: Self.folder, rules: RuleBook(directory: shipped))
    #expect(plain.text == (try PublishedSchema("record", directory: Self.folder)).text)
  }

  @Test func `definitions that two schemas share are the same in both`() throws {
    var all: [String: JSONValue] = [:]
    for file in PublishedSchema.fileNames {
      guard case .object(let definitions)? = try Self.schema(file)["$defs"] else {
        Issue.record("\(file): a schema without definitions")
        continue
      }
      for (name, definition) in definitions {
        #expect(all[name] == nil || all[name] == definition, "\(file): \(name)")
        all[name] = definition
      }
    }
    #expect(all["edtf"] != nil && all["repair"] != nil)
  }

  // MARK: What is broken is refused

  /// A valid record of each kind, made from the examples of the schema.
  private static func sample(_ kind: String) throws -> [String: JSONValue] {
    let schema = try schema("record")
    var record: [String: JSONValue] = [:]
    for holder in [schema, schema["$defs"]?[kind] ?? .null] {
      guard case .object(let properties)? = holder["properties"] else { continue }
      for (name, property) in properties {
        if case .array(let examples)? = property["examples"] { record[name] = examples[0] }
      }
    }
    record["kind"] = .string(kind)
    switch kind {
    case "date": record["issue"] = nil
    case "quantity", "target":
      record["issue"] = nil
      record["low"] = .null
      record["high"] = .null
    case "indicator":
      record["low"] = nil
      record["high"] = nil
    default: break
    }
    return record
  }

  @Test(arguments: Record.Kind.allCases)
  func `a record made of the examples is valid, and no field of it may be missing or unknown`(_ kind: Record.Kind)
    throws
  {
    let schema = try JSONSchema(Self.schema("record"))
    let record = try Self.sample(kind.rawValue)
    #expect(schema.faults(in: .object(record)) == [])
    // These are left out where nothing is stated.
    for name in record.keys where !["provisions", "decision", "grade"].contains(name) {
      var broken = record
      broken[name] = nil
      #expect(!schema.faults(in: .object(broken)).isEmpty, "without \(name)")
    }
    for name in ["Text", "extra", kind == .date ? "award" : "edtf"] {
      var broken = record
      broken[name] = .string("2019")
      #expect(!schema.faults(in: .object(broken)).isEmpty, "with \(name)")
    }
  }

  @Test(arguments: [
    ("date", "kind", #""dates""#), ("date", "document", #""sha256:12""#), ("date", "document", #""SHA256:0""#),
    ("date", "text", #""""#), ("date", "span", "[1]"), ("date", "span", "[1, 2, 3]"), ("date", "span", "[-1, 2]"),
    ("date", "span", #"["1", "2"]"#), ("date", "page", "0"), ("date", "line", "0"), ("date", "line", "null"),
    ("date", "line", "1.5"), ("date", "section", #""""#), ("date", "confidence", "1.01"),
    ("date", "confidence", #""0.9""#), ("date", "confidence", "null"),
    ("date", "edtf", #""31/10/2019""#), ("date", "edtf", #""2019-10-32""#), ("date", "edtf", #""2019-02-30""#),
    ("date", "edtf", #""2019-04-31""#), ("date", "edtf", #""2019-13""#), ("date", "edtf", #""2019-42""#),
    ("date", "edtf", #""2019-1-1""#), ("date", "edtf", #""19""#), ("date", "edtf", #""2016-2020""#),
    ("date", "edtf", #""2016/""#), ("date", "edtf", #""../..""#), ("date", "edtf", #""2019-10-31T25:00:00""#),
    ("date", "edtf", #""2019-10T09:00:00""#), ("date", "edtf", #""2019 ""#), ("date", "edtf", "2019"),
    ("date", "edtf", "null"), ("date", "qualifier", #""about""#), ("date", "resolved", "0"),
    ("date", "issue", #""impossible""#),
    ("quantity", "value", "5"), ("quantity", "value", #""5,2""#), ("quantity", "value", #""5.027.000""#),
    ("quantity", "value", #""05""#), ("quantity", "value", #""5.0""#), ("quantity", "value", #""5.""#),
    ("quantity", "value", #"".5""#), ("quantity", "value", #""-0""#), ("quantity", "value", #""1e9""#),
    ("quantity", "value", #""5 ""#), ("quantity", "value", "null"), ("quantity", "low", #""1""#),
    ("quantity", "unit", #""đồng""#), ("quantity", "unit", #""vnd""#), ("quantity", "unit", "null"),
    ("quantity", "unit", #""percent""#), ("quantity", "bound", #""min""#), ("quantity", "out_of", "162"),
    ("quantity", "issue", "null"), ("quantity", "issue", #""impossible""#), ("citation", "key", "null"),
    ("target", "comparator", #""≥""#), ("target", "comparator", #""between""#), ("target", "comparator", "null"),
    ("target", "value", "null"), ("target", "unit", "null"), ("target", "subject", "null"),
    ("target", "deadline", #""2019-10-10""#), ("target", "deadline", #"{"edtf": "2019-10-10"}"#),
    ("target", "deadline", #"{"edtf": "10/2019", "qualifier": null}"#),
    ("target", "deadline", #"{"edtf": "2019", "qualifier": null, "year": 2019}"#),
    ("indicator", "value", "null"), ("indicator", "low", #""5""#), ("indicator", "unit", "null"),
    ("indicator", "period", #""6 tháng""#),
    ("indicator", "change_percent", #""-7,3""#), ("indicator", "plan_percent", "92.2"),
    ("award", "count", "27"), ("award", "count", #""-1""#), ("award", "count", #""1.5""#),
    ("award", "count", #""027""#),
    ("award", "recipient", #""tập thể""#), ("award", "grassroots", "null"), ("award", "total", #""false""#),
    ("award", "award", #""""#),
    ("citation", "type", "null"), ("citation", "number", "35"), ("citation", "date", #""31/7/2017""#),
    ("citation", "provisions", "[]"), ("citation", "provisions", "null"), ("citation", "provisions", #""Điều 5""#),
    ("audit", "relation", #""product""#), ("audit", "stated", "188"), ("audit", "computed", "null"),
    ("audit", "holds", #""true""#), ("audit", "members", "[]"), ("audit", "members", #"[{"line": 7}]"#),
  ])
  func `a broken value is refused`(_ kind: String, _ field: String, _ value: String) throws {
    var record = try Self.sample(kind)
    record[field] = try JSONValue(json: value)
    #expect(!(try JSONSchema(Self.schema("record")).faults(in: .object(record)).isEmpty))
  }

  @Test(arguments: [
    ("quantity", #"{"value": null, "low": "85", "high": "90"}"#), ("quantity", #"{"issue": "reversed"}"#),
    ("target", #"{"value": null, "low": "85", "high": "90", "comparator": "between"}"#),
    (
      "target",
      #"{"value": null, "comparator": null, "unit": null, "of": null, "out_of": null, "deadline": {"edtf": "2020", "qualifier": "end"}}"#
    ),
    (
      "indicator",
      #"{"value": null, "unit": null, "of": null, "change_percent": "7.98", "plan_percent": null, "previous_percent": null}"#
    ),
    (
      "indicator",
      #"{"value": null, "low": "5", "high": "7", "plan_percent": null, "previous_percent": null, "change_percent": null, "change_value": null}"#
    ),
    ("date", #"{"edtf": null, "issue": "impossible"}"#), ("date", #"{"edtf": "199X"}"#),
    ("date", #"{"edtf": "XXXX-11-15"}"#),
    ("date", #"{"edtf": "2020-01/.."}"#), ("date", #"{"edtf": "../2019-09"}"#), ("date", #"{"edtf": "2020-02-29"}"#),
    ("date", #"{"edtf": "2019-10-31T09:07:31+07:00"}"#), ("date", #"{"edtf": "2019-12-25T09:29:08"}"#),
    ("citation", #"{"provisions": ["khoản 1 Điều 5"], "symbol": null, "number": null, "date": "2013"}"#),
  ])
  func `the other forms of a record are accepted`(_ kind: String, _ change: String) throws {
    guard case .object(let changed) = try JSONValue(json: change) else { return }
    let record = try Self.sample(kind).merging(changed) { $1 }
    #expect(try JSONSchema(Self.schema("record")).faults(in: .object(record)) == [])
  }

  @Test(arguments: [
    ("id", #""12""#), ("kind", #""record""#), ("issued", #""28/12/2018""#), ("pages", "0"), ("title", #""""#),
    ("recipients", "null"), ("signer", #"{"name": "A"}"#), ("rules", "null"), ("number", "214"),
    ("signer", #"{"authority": ["TM"], "on_behalf_of": null, "position": null, "name": null}"#),
    ("signatures", #"[{"signer": null, "time": "9 giờ"}]"#),
    ("sections", #"[{"number": null, "heading": null, "line": 1, "span": [0, 1]}]"#),
    ("sections", #"[{"number": "I", "heading": "", "line": 1, "span": [0, 1]}]"#), ("extra", "1"),
  ])
  func `a broken document is refused`(_ field: String, _ value: String) throws {
    let schema = try Self.schema("document")
    var document: [String: JSONValue] = [:]
    guard case .object(let properties)? = schema["properties"] else { return }
    for (name, property) in properties {
      if case .array(let examples)? = property["examples"] { document[name] = examples[0] }
    }
    let validator = try JSONSchema(schema)
    #expect(validator.faults(in: .object(document)) == [])
    document[field] = try JSONValue(json: value)
    #expect(!validator.faults(in: .object(document)).isEmpty)
  }
}
