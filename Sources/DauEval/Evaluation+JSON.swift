import Foundation

/// Why a saved evaluation cannot be read.
public enum EvaluationError: Error, Equatable, CustomStringConvertible {
  /// The file holds something else; `reason` tells what is missing.
  case notAnEvaluation(path: String, reason: String)
  /// The file has another format than ``Evaluation/currentFormat``.
  case format(path: String, found: Int)

  /// The message for people: the file, what is wrong, what to do.
  public var description: String {
    switch self {
    case .notAnEvaluation(let path, let reason):
      "\(path): is no saved evaluation (\(reason)); 'dau eval --save FILE' writes one"
    case .format(let path, let found):
      "\(path): a saved evaluation of format \(found); this program reads \(Evaluation.currentFormat): "
        + "write it again with 'dau eval --save FILE'"
    }
  }
}

extension Evaluation {
  /// The evaluation as JSON, keys sorted, one line a document: versions of it can be compared by line.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func line(_ value: some Encodable) throws -> String { String(decoding: try encoder.encode(value), as: UTF8.self) }
    let lines = try documents.map(line).joined(separator: ",\n")
    return """
      {"format":\(format),"version":\(try line(version)),"is_without_text":\(isWithoutText),"documents":[
      \(lines)
      ],"total":
      \(try line(total))}

      """
  }

  /// Reads what ``json()`` wrote.
  ///
  /// - Parameter path: the name of the file, for messages.
  /// - Throws: ``EvaluationError``.
  public init(json: [UInt8], path: String) throws(EvaluationError) {
    struct Head: Decodable { var format: Int }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let data = Data(json)
    do {
      let head = try decoder.decode(Head.self, from: data)
      guard head.format == Self.currentFormat else { throw EvaluationError.format(path: path, found: head.format) }
      self = try decoder.decode(Evaluation.self, from: data)
    } catch let error as EvaluationError {
      throw error
    } catch {
      let reason =
        switch error {
        case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
          "'\(context.codingPath.last?.stringValue ?? "")' has another form"
        default: "it is not JSON"
        }
      throw .notAnEvaluation(path: path, reason: reason)
    }
  }
}
