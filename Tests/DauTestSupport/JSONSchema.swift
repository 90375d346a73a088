public import DauArchive
import Foundation

/// A validator of the part of JSON Schema 2020-12 that the schemas of `schema/` use.
///
/// A keyword it does not know is refused when a schema is loaded: a check that is skipped in silence is no check.
/// References go to `#/$defs/NAME` only.
public struct JSONSchema {
  /// A schema that cannot be used.
  public struct Fault: Error, CustomStringConvertible {
    public var description: String
  }

  private static let annotations: Set<String> = ["$schema", "$id", "$comment", "title", "description", "examples"]
  private static let checked: Set<String> = [
    "$ref", "type", "enum", "const", "pattern", "minLength", "minimum", "maximum", "items", "minItems", "maxItems",
    "properties", "required", "additionalProperties", "unevaluatedProperties", "allOf", "anyOf", "oneOf", "not", "if",
    "then", "else",
  ]

  private let root: JSONValue
  private let definitions: [String: JSONValue]
  private var patterns: [String: NSRegularExpression] = [:]

  /// - Throws: a ``Fault`` that names the first place of the schema that this validator could not honour.
  public init(_ schema: JSONValue) throws {
    root = schema
    if case .object(let members)? = schema["$defs"] { definitions = members } else { definitions = [:] }
    try check(schema, at: "#")
  }

  /// The schema of one of the definitions.
  public func definition(_ name: String) throws -> JSONSchema {
    guard let definition = definitions[name], case .object(var members) = definition else {
      throw Fault(description: "there is no definition \(name)")
    }
    members["$defs"] = .object(definitions)
    return try JSONSchema(.object(members))
  }

  /// What is wrong with `instance`, each fault with its place; empty when it is valid.
  public func faults(in instance: JSONValue) -> [String] { evaluate(root, instance, at: "$").faults }

  // MARK: Loading

  private mutating func check(_ schema: JSONValue, at place: String) throws {
    if case .bool = schema { return }
    guard case .object(let members) = schema else {
      throw Fault(description: "\(place): a schema is an object or a boolean")
    }
    for (keyword, value) in members {
      let here = "\(place)/\(keyword)"
      switch keyword {
      case "$defs", "properties":
        guard case .object(let schemas) = value else { throw Fault(description: "\(here): not an object") }
        for (name, schema) in schemas { try check(schema, at: "\(here)/\(name)") }
      case "items", "additionalProperties", "unevaluatedProperties", "not", "if", "then", "else":
        try check(value, at: here)
      case "allOf", "anyOf", "oneOf":
        guard case .array(let schemas) = value, !schemas.isEmpty else {
          throw Fault(description: "\(here): not a list of schemas")
        }
        for (index, schema) in schemas.enumerated() { try check(schema, at: "\(here)/\(index)") }
      case "$ref":
        guard let name = value.string, definitions[Self.target(name)] != nil, name.hasPrefix("#/$defs/") else {
          throw Fault(description: "\(here): leads nowhere: \(value.json)")
        }
      case "pattern":
        guard let pattern = value.string, let expression = try? NSRegularExpression(pattern: pattern) else {
          throw Fault(description: "\(here): no regular expression: \(value.json)")
        }
        patterns[pattern] = expression
      default:
        guard Self.annotations.contains(keyword) || Self.checked.contains(keyword) else {
          throw Fault(description: "\(here): this validator does not know the keyword")
        }
      }
    }
  }

  private static func target(_ reference: String) -> String { String(reference.dropFirst("#/$defs/".count)) }

  // MARK: Validating

  /// What a schema says of an instance: its faults, and the members it has looked at (for `unevaluatedProperties`).
  private struct Outcome {
    var faults: [String] = []
    var evaluated: Set<String> = []
    var isValid: Bool { faults.isEmpty }

    mutating func require(_ holds: Bool, at place: String, _ message: @autoclosure () -> String) {
      if !holds { faults.append("\(place): \(message())") }
    }

    /// Takes over what a subschema said.
    mutating func add(_ other: Outcome) {
      faults += other.faults
      if other.isValid { evaluated.formUnion(other.evaluated) }
    }
  }

  private func evaluate(_ schema: JSONValue, _ instance: JSONValue, at place: String) -> Outcome {
    guard case .object(let keywords) = schema else {
      return schema == .bool(true) ? Outcome() : Outcome(faults: ["\(place): must not be there"])
    }
    var outcome = Outcome()
    if let types = keywords["type"] {
      let names = if case .array(let list) = types { list.compactMap(\.string) } else { [types.string ?? ""] }
      outcome.require(
        names.contains { Self.isOfType($0, instance) }, at: place,
        "\(instance.json) is no \(names.joined(separator: " or "))")
    }
    if case .array(let values)? = keywords["enum"] {
      outcome.require(
        values.contains(instance), at: place,
        "\(instance.json) is none of \(values.map(\.json).joined(separator: ", "))")
    }
    if let value = keywords["const"] {
      outcome.require(instance == value, at: place, "\(instance.json) is not \(value.json)")
    }
    if let reference = keywords["$ref"]?.string, let definition = definitions[Self.target(reference)] {
      outcome.add(evaluate(definition, instance, at: place))
    }
    switch instance {
    case .string(let text): evaluateText(keywords, text, at: place, &outcome)
    case .integer(let number): evaluateNumber(keywords, Double(number), at: place, &outcome)
    case .number(let number): evaluateNumber(keywords, number, at: place, &outcome)
    case .array(let elements): evaluateElements(keywords, elements, at: place, &outcome)
    default: break
    }
    evaluateCombinations(keywords, instance, at: place, &outcome)
    if case .object(let members) = instance { evaluateMembers(keywords, members, at: place, &outcome) }
    return outcome
  }

  private static func isOfType(_ name: String, _ instance: JSONValue) -> Bool {
    switch (name, instance) {
    case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array), ("object", .object),
      ("integer", .integer), ("number", .integer), ("number", .number):
      true
    default: false
    }
  }

  private func evaluateText(
    _ keywords: [String: JSONValue], _ text: String, at place: String, _ outcome: inout Outcome
  ) {
    if let least = keywords["minLength"]?.int {
      outcome.require(text.unicodeScalars.count >= least, at: place, "is shorter than \(least)")
    }
    if let pattern = keywords["pattern"]?.string, let expression = patterns[pattern] {
      let whole = NSRange(text.startIndex..., in: text)
      outcome.require(
        expression.firstMatch(in: text, range: whole) != nil, at: place,
        "\(text.debugDescription) does not match \(pattern)")
    }
  }

  private func evaluateNumber(
    _ keywords: [String: JSONValue], _ number: Double, at place: String, _ outcome: inout Outcome
  ) {
    func limit(_ name: String) -> Double? {
      switch keywords[name] {
      case .integer(let value): Double(value)
      case .number(let value): value
      default: nil
      }
    }
    if let least = limit("minimum") { outcome.require(number >= least, at: place, "\(number) is less than \(least)") }
    if let most = limit("maximum") { outcome.require(number <= most, at: place, "\(number) is more than \(most)") }
  }

  private func evaluateElements(
    _ keywords: [String: JSONValue], _ elements: [JSONValue], at place: String, _ outcome: inout Outcome
  ) {
    if let least = keywords["minItems"]?.int {
      outcome.require(elements.count >= least, at: place, "has fewer than \(least) items")
    }
    if let most = keywords["maxItems"]?.int {
      outcome.require(elements.count <= most, at: place, "has more than \(most) items")
    }
    guard let items = keywords["items"] else { return }
    for (index, element) in elements.enumerated() {
      outcome.faults += evaluate(items, element, at: "\(place)[\(index)]").faults
    }
  }

  private func evaluateCombinations(
    _ keywords: [String: JSONValue], _ instance: JSONValue, at place: String, _ outcome: inout Outcome
  ) {
    func outcomes(_ name: String) -> [Outcome]? {
      guard case .array(let schemas)? = keywords[name] else { return nil }
      return schemas.map { evaluate($0, instance, at: place) }
    }
    for part in outcomes("allOf") ?? [] { outcome.add(part) }
    if let parts = outcomes("anyOf") {
      let valid = parts.filter(\.isValid)
      if valid.isEmpty { outcome.faults.append("\(place): \(parts.flatMap(\.faults).joined(separator: "; or "))") }
      for part in valid { outcome.add(part) }
    }
    if let parts = outcomes("oneOf") {
      let valid = parts.filter(\.isValid)
      if valid.count != 1 { outcome.faults.append("\(place): \(valid.count) of \(parts.count) forms fit, not one") }
      for part in valid { outcome.add(part) }
    }
    if let schema = keywords["not"], evaluate(schema, instance, at: place).isValid {
      outcome.faults.append("\(place): \(instance.json) is ruled out")
    }
    if let condition = keywords["if"] {
      let asked = evaluate(condition, instance, at: place)
      if asked.isValid { outcome.add(asked) }
      if let branch = keywords[asked.isValid ? "then" : "else"] { outcome.add(evaluate(branch, instance, at: place)) }
    }
  }

  private func evaluateMembers(
    _ keywords: [String: JSONValue], _ members: [String: JSONValue], at place: String, _ outcome: inout Outcome
  ) {
    if case .array(let names)? = keywords["required"] {
      for name in names.compactMap(\.string) where members[name] == nil {
        outcome.faults.append("\(place): \(name) is missing")
      }
    }
    var known: Set<String> = []
    if case .object(let properties)? = keywords["properties"] {
      for (name, schema) in properties {
        guard let member = members[name] else { continue }
        known.insert(name)
        outcome.faults += evaluate(schema, member, at: "\(place).\(name)").faults
      }
    }
    if let schema = keywords["additionalProperties"] {
      for (name, member) in members where !known.contains(name) {
        outcome.faults += evaluate(schema, member, at: "\(place).\(name)").faults
        known.insert(name)
      }
    }
    outcome.evaluated.formUnion(known)
    // A subschema that failed has looked at nothing; to name its members too would bury the fault itself.
    if let schema = keywords["unevaluatedProperties"], outcome.isValid {
      for (name, member) in members where !outcome.evaluated.contains(name) {
        outcome.faults += evaluate(schema, member, at: "\(place).\(name)").faults
        outcome.evaluated.insert(name)
      }
    }
  }
}
