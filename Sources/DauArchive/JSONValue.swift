import Foundation

/// Any JSON value, for records whose fields differ by kind.
///
/// Numbers that are facts of a document are strings in JSON; the numbers here are places, counts and probabilities.
public enum JSONValue: Sendable, Equatable, Codable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  /// Reads one JSON text.
  ///
  /// - Throws: `DecodingError`.
  public init(json: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
  }

  /// The value as JSON on one line, keys sorted, so that equal values are equal bytes.
  public var json: String { encoded([.sortedKeys, .withoutEscapingSlashes]) }

  /// The value as JSON for people: indented, keys sorted.
  public var prettyJSON: String { encoded([.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]) }

  private func encoded(_ formatting: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    // Every case is encodable but a number that is not finite, which JSON cannot have been read from.
    guard let data = try? encoder.encode(self) else { return "null" }
    return String(decoding: data, as: UTF8.self)
  }

  /// A member of an object; `nil` when this is no object or has no such member.
  public subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  /// The value behind a path of members; a whole number names an element of a list. `nil` when the path leads nowhere.
  public func value(at path: some Collection<String>) -> JSONValue? {
    guard let name = path.first else { return self }
    let next: JSONValue? =
      if case .array(let values) = self {
        Int(name).flatMap { values.indices.contains($0) ? values[$0] : nil }
      } else {
        self[name]
      }
    return next?.value(at: path.dropFirst())
  }

  /// The text of a string; `nil` for every other value.
  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// A whole number, or `nil`.
  public var int: Int? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The value as it stands in a table cell: empty for null, lists joined by `; `.
  public var cell: String {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let value): value
    case .array(let values): values.map(\.cell).joined(separator: "; ")
    case .object(let members):
      // A deadline or a member is known by its date or its text.
      (members["edtf"] ?? members["text"] ?? members["name"])?.cell ?? json
    }
  }
}
