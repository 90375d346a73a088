public import DauArchive
import Foundation

/// What a record says, as far as it is scored: two records agree when their keys are equal.
///
/// | kind | fields |
/// |---|---|
/// | `date` | `edtf`; a date whose year came from the context (`resolved`) is not scored |
/// | `quantity` | `value`, `low`, `high`, `unit`, `out_of` |
/// | `target` | `comparator`, `value`, `low`, `high`, `unit`, `deadline` |
/// | `indicator` | `value`, `unit`, `plan_percent`, `previous_percent`, `change_percent` |
/// | `award` | `award`, `recipient`, `count`, `category`, `grassroots` |
/// | `citation` | `symbol`, or `type` without one; `date` |
/// | `audit` | `relation`, `stated`, `holds` |
/// | `document` | each scalar field is a key by itself |
///
/// Fields are compared as text in normalization form C with single blanks, numbers by their value; missing, `null`, empty
/// and `false` are the same.
public struct RecordKey: Hashable, Sendable {
  /// One of ``kinds``.
  public var kind: String
  /// The values in the order of the table; for `document`, the name of a field and its value.
  public var values: [String?]

  /// The kinds that are scored, in the order of reports.
  public static let kinds = ["date", "quantity", "target", "indicator", "award", "citation", "audit", "document"]

  private static let fields: [String: [[String]]] = [
    "date": [["edtf"]],
    "quantity": [["value"], ["low"], ["high"], ["unit"], ["out_of"]],
    "target": [["comparator"], ["value"], ["low"], ["high"], ["unit"], ["deadline"]],
    "indicator": [["value"], ["unit"], ["plan_percent"], ["previous_percent"], ["change_percent"]],
    "award": [["award"], ["recipient"], ["count"], ["category"], ["grassroots"]],
    "citation": [["symbol", "type"], ["date"]],
    "audit": [["relation"], ["stated"], ["holds"]],
  ]
  private static let documentFields = [
    "type", "number", "symbol", "issuer", "place", "issued", "title", "signer.position", "signer.name",
  ]

  init(kind: String, values: [String?]) {
    self.kind = kind
    self.values = values
  }

  /// The keys of one record; none for a kind or a date that is not scored.
  public static func keys(of record: JSONValue) -> [RecordKey] {
    guard let kind = record["kind"]?.string else { return [] }
    if kind == "document" {
      return documentFields.compactMap { field in
        value(at: field, in: record).map { RecordKey(kind: kind, values: [field, $0]) }
      }
    }
    guard let fields = fields[kind] else { return [] }
    if kind == "date", folded(record["resolved"]) != nil { return [] }
    var values = fields.map { names in names.lazy.compactMap { folded(record[$0]) }.first }
    if kind == "audit" { values[2] = values[2] == "true" ? "true" : "false" }
    return [RecordKey(kind: kind, values: values)]
  }

  /// The key as people read it: `2018-35`; `12537 count`; `Bằng khen, collective, 16`.
  public var description: String {
    let parts = values.compactMap { $0 }
    if kind == "document", parts.count == 2 { return "\(parts[0]): \(parts[1])" }
    if kind == "audit" {
      return parts.dropLast().joined(separator: " ") + (values.last == "true" ? " holds" : " fails")
    }
    return parts.isEmpty ? "(nothing)" : parts.joined(separator: kind == "award" ? ", " : " ")
  }

  private static func value(at path: String, in record: JSONValue) -> String? {
    var value: JSONValue? = record
    for part in path.split(separator: ".") { value = value?[String(part)] }
    return folded(value)
  }

  /// A field as it is compared; `nil` for what counts as missing.
  static func folded(_ value: JSONValue?) -> String? {
    switch value {
    case nil, .null, .bool(false): return nil
    case .bool(true): return "true"
    case .string(let text): return text.isEmpty ? nil : number(normalized(text))
    case .integer(let number): return "\(number)"
    case .number(let number): return self.number("\(number)")
    case .object(let members):
      // A deadline without a day of our calendar is still a deadline.
      return members["edtf"].flatMap(folded) ?? "None"
    case .array(let values): return values.map { folded($0) ?? "None" }.joined(separator: "; ")
    }
  }

  private static func normalized(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// A decimal number in one form (`007` and `7.0` are `7`); any other text as it is.
  private static func number(_ text: String) -> String {
    var digits = Substring(text)
    var sign = ""
    if let first = digits.first, first == "-" || first == "+" {
      sign = first == "-" ? "-" : ""
      digits.removeFirst()
    }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isNumber =
      digits.utf8.contains { 0x30...0x39 ~= $0 } && parts.allSatisfy { $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
    guard isNumber else { return text }
    let whole = parts[0].drop { $0 == "0" }
    var fraction = parts.count == 2 ? parts[1] : ""
    while fraction.last == "0" { fraction.removeLast() }
    return sign + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
