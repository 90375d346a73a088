import DauIngest

/// A record that a pipeline wrote and that is no JSON: what is made of it would lack a fact, and nobody would see it.
public struct MalformedRecord: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file of its document.
  public var file: String
  /// Its number among the records, from 1; nil for the record of the document itself.
  public var number: Int?

  public init(file: String, number: Int?) {
    self.file = file
    self.number = number
  }

  public var description: String { "\(file): \(what)" }

  /// What was found and what to do, where the file needs no name.
  public var what: String {
    let record = number.map { "its record \($0)" } ?? "the record of the document"
    return "\(record) is no JSON object, so nothing of the document was written; this is a fault of dau: "
      + "please report it with the document, and leave that out until it is mended"
  }
}

extension ProcessedDocument {
  /// The `document` record.
  ///
  /// - Throws: ``MalformedRecord``.
  public func documentRecord() throws(MalformedRecord) -> JSONValue { try value(documentLine, number: nil) }

  /// The records, in the order of the text.
  ///
  /// - Throws: ``MalformedRecord``, which names the first that cannot be read.
  public func records() throws(MalformedRecord) -> [JSONValue] {
    var records: [JSONValue] = []
    records.reserveCapacity(recordLines.count)
    for line in recordLines { records.append(try value(line, number: records.count + 1)) }
    return records
  }

  private func value(_ line: String, number: Int?) throws(MalformedRecord) -> JSONValue {
    guard let value = try? JSONValue(json: line), case .object = value else {
      throw MalformedRecord(file: source.file, number: number)
    }
    return value
  }
}
