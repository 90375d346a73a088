import DauArchive
import DauExtract

/// A record, or a reading that was not taken, as it is shown to people and programs.
enum ExplainedReading {
  case taken(RecordExplanation.Taken)
  case rejected(RejectedReading)

  /// All of a document in the order of the text, each rejected reading behind the records that begin where it does.
  ///
  /// - Complexity: O(*n* log *n*).
  static func all(in explanation: RecordExplanation) -> [ExplainedReading] {
    let rows = explanation.taken.map(Self.taken) + explanation.rejected.map(Self.rejected)
    return rows.enumerated().sorted {
      $0.element.start != $1.element.start ? $0.element.start < $1.element.start : $0.offset < $1.offset
    }.map(\.element)
  }

  var line: Int {
    switch self {
    case .taken(let taken): taken.record.line
    case .rejected(let rejected): rejected.line
    }
  }

  private var start: Int {
    switch self {
    case .taken(let taken): taken.record.span.lowerBound
    case .rejected(let rejected): rejected.span.lowerBound
    }
  }

  private var text: String {
    switch self {
    case .taken(let taken): taken.record.text
    case .rejected(let rejected): rejected.text
    }
  }

  /// The text on one line, cut where it is long.
  var shortText: String {
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return flat.count <= 48 ? flat : flat.prefix(47) + "…"
  }

  var confidence: Double? {
    if case .taken(let taken) = self { taken.record.confidence } else { nil }
  }

  /// What it is, or is not.
  func label() throws -> String {
    switch self {
    case .taken(let taken):
      let record = try JSONValue(json: taken.record.jsonLine)
      return "\(taken.record.kind.rawValue): \(RecordLabel.text(of: record))"
    case .rejected(let rejected): return rejected.kind.map { "no \($0.rawValue)" } ?? "nothing"
    }
  }

  var because: String {
    switch self {
    case .taken(let taken):
      taken.restoration < 1
        ? "its form is right \(Self.share(taken.reading)), its text \(Self.share(taken.restoration))" : ""
    case .rejected(let rejected): "it \(rejected.reason.phrase)"
    }
  }

  private static func share(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  func json() throws -> JSONValue {
    switch self {
    case .taken(let taken):
      return .object([
        "taken": .bool(true), "reading_confidence": Self.number(taken.reading),
        "restoration_confidence": Self.number(taken.restoration), "record": try JSONValue(json: taken.record.jsonLine),
      ])
    case .rejected(let rejected):
      var fields: [String: JSONValue] = [
        "taken": .bool(false), "kind": rejected.kind.map { .string($0.rawValue) } ?? .null,
        "text": .string(rejected.text), "line": .integer(rejected.line),
        "span": .array([.integer(rejected.span.lowerBound), .integer(rejected.span.upperBound)]),
        "reason": .string(rejected.reason.code), "explanation": .string("it \(rejected.reason.phrase)"),
      ]
      if case .taken(let kind, let text) = rejected.reason {
        fields["by"] = .object(["kind": .string(kind.rawValue), "text": .string(text)])
      }
      return .object(fields)
    }
  }

  private static func number(_ share: Double) -> JSONValue { .number((share * 1000).rounded() / 1000) }
}
