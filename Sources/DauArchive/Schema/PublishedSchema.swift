import DauExtract
public import DauRules
public import Foundation

/// The JSON Schemas (draft 2020-12) of what `dau` writes: the files of `schema/`, installed with the program.
///
/// What is published refers to nothing outside itself, so any validator can take it: where a file refers to another by its
/// `$id`, that one is taken into its definitions.
public struct PublishedSchema: Sendable {
  /// The files, in the order in which they are listed.
  public static let fileNames = ["record", "document", "restore", "explain", "stream"]

  /// What can be asked for: the files, and each kind of record by itself.
  public static let names = fileNames + Record.Kind.allCases.map(\.rawValue)

  /// The folder `schema/` of this installation.
  ///
  /// - Throws: a ``RuleError`` that names the places, when there is none.
  public static func standardDirectory() throws(RuleError) -> URL {
    try InstalledFolder("schema", marker: "record.schema.json").located(remedy: "install dau again with 'make install'")
  }

  /// The schema as JSON, as it is published.
  public let text: String
  /// What it describes, in a few words.
  public let title: String
  /// One or two sentences on it.
  public let summary: String

  /// - Parameters:
  ///   - name: one of ``names``. A kind of record gives the schema of records, narrowed to that kind.
  ///   - rules: rules whose own codes of units and recipients are valid too; the files hold those of the program.
  /// - Throws: when the file cannot be read or is no schema, and the first fault of the rules.
  public init(_ name: String, directory: URL, rules: RuleBook? = nil) throws {
    let kind = Record.Kind(rawValue: name)
    let file = directory.appending(path: (kind == nil ? name : "record") + ".schema.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    let written = try JSONValue(json: text)
    var schema = try Self.bundled(written, directory)
    if let rules {
      schema = Self.extended(schema, at: ["$defs", "unit"], by: try rules.units().entries.map(\.code))
      let recipients = try rules.recipients().entries.map(\.name)
      schema = Self.extended(schema, at: ["$defs", "award", "properties", "recipient", "anyOf"], by: recipients)
    }
    if let kind { schema = try Self.narrowed(schema, to: kind) }
    guard let title = schema["title"]?.string, let summary = schema["description"]?.string else {
      throw ArchiveError.failed(
        path: file.path, reason: "it is no schema with title and description", remedy: Self.remedy)
    }
    self.text = schema == written ? text : schema.prettyJSON + "\n"
    self.title = title
    self.summary = summary
  }

  private static let remedy = "take the folder schema/ from the distribution again"
  private static let identifiers = "urn:dau:schema:"

  /// A schema with those it refers to by their `$id` among its definitions, by their names.
  ///
  /// - Throws: when two definitions of one name differ, or a file cannot be read.
  private static func bundled(_ schema: JSONValue, _ directory: URL) throws -> JSONValue {
    var names: Set<String> = []
    let inner = replacing(schema) { reference in
      guard reference.hasPrefix(identifiers) else { return reference }
      let name = String(reference.dropFirst(identifiers.count).prefix { $0 != ":" })
      names.insert(name)
      return Self.reference(to: name)
    }
    guard !names.isEmpty, case .object(var root) = inner, case .object(var all)? = root["$defs"] else { return schema }
    for name in names.sorted() {
      let file = directory.appending(path: name + ".schema.json")
      guard case .object(var other) = try JSONValue(json: String(contentsOf: file, encoding: .utf8)) else { continue }
      if case .object(let definitions)? = other["$defs"] {
        try all.merge(definitions) { one, two in
          guard one == two else {
            throw ArchiveError.failed(
              path: file.path, reason: "it defines something that the other schemas define otherwise",
              remedy: Self.remedy)
          }
          return one
        }
      }
      for keyword in ["$schema", "$id", "$defs"] { other[keyword] = nil }
      all[name] = .object(other)
    }
    root["$defs"] = .object(all)
    return .object(root)
  }

  /// A schema with every reference replaced.
  private static func replacing(_ value: JSONValue, _ change: (String) -> String) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map { replacing($0, change) })
    case .object(let members):
      var out: [String: JSONValue] = [:]
      for (name, member) in members {
        out[name] = name == "$ref" ? member.string.map { .string(change($0)) } : replacing(member, change)
      }
      return .object(out)
    default: return value
    }
  }

  /// A schema with more codes in the `enum` at a path; in an `anyOf` that of its first alternative. Unchanged where
  /// there is none.
  private static func extended(_ schema: JSONValue, at path: ArraySlice<String>, by codes: [String]) -> JSONValue {
    switch schema {
    case .object(var members):
      if let name = path.first {
        members[name] = members[name].map { extended($0, at: path.dropFirst(), by: codes) }
      } else if case .array(let known)? = members["enum"] {
        var all = known
        for code in codes where !all.contains(.string(code)) { all.append(.string(code)) }
        members["enum"] = .array(all)
      }
      return .object(members)
    case .array(var alternatives) where path.isEmpty && !alternatives.isEmpty:
      alternatives[0] = extended(alternatives[0], at: path, by: codes)
      return .array(alternatives)
    default: return schema
    }
  }

  /// The schema of records of one kind: only its fields, and of the definitions only what these need.
  private static func narrowed(_ schema: JSONValue, to kind: Record.Kind) throws -> JSONValue {
    guard case .object(var root) = schema, case .object(var properties)? = root["properties"],
      case .object(let definitions)? = root["$defs"], let fact = definitions[kind.rawValue]
    else {
      throw ArchiveError.failed(
        path: "record.schema.json", reason: "it does not describe the kind \(kind.rawValue)", remedy: Self.remedy)
    }
    properties["kind"] = .object(["const": .string(kind.rawValue)])
    root["properties"] = .object(properties)
    root["$id"] = root["$id"]?.string.map { .string("\($0):\(kind.rawValue)") }
    root["title"] = fact["title"]
    root["description"] = fact["description"]
    root["allOf"] = .array([.object(["$ref": .string(reference(to: kind.rawValue))])])
    root["$defs"] = nil
    var needed: [String: JSONValue] = [:]
    var open = references(in: .object(root))
    while let name = open.popLast() {
      guard needed[name] == nil, let definition = definitions[name] else { continue }
      needed[name] = definition
      open += references(in: definition)
    }
    root["$defs"] = .object(needed)
    return .object(root)
  }

  private static func reference(to name: String) -> String { "#/$defs/\(name)" }

  /// The names of the definitions that a schema refers to.
  private static func references(in value: JSONValue) -> [String] {
    switch value {
    case .array(let elements): elements.flatMap(references)
    case .object(let members):
      members.flatMap { name, member in
        if name == "$ref", let text = member.string, text.hasPrefix(reference(to: "")) {
          return [String(text.dropFirst(reference(to: "").count))]
        }
        return references(in: member)
      }
    default: []
    }
  }
}
