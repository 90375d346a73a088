import DauArchive
import DauRestore
import DauText

/// A changed word as it is shown to people and programs.
struct ChangedWord {
  var before: String
  var after: String
  var confidence: Float
  /// The 1-based line of the restored text.
  var line: Int
  /// Where it stands, in code points of the restored and of the given text.
  var span: Range<Int>
  var sourceSpan: Range<Int>
  /// Whether it was left as it stood, because no reading was sure enough.
  var isDoubtful: Bool
  /// The readings that were weighed, where they were asked for.
  var readings: [Restoration.Reading]
  /// The restored words before it, at most three.
  var context: [String]

  /// The changed words of a restoration, in order.
  ///
  /// - Complexity: O(*n*).
  static func all(in restoration: Restoration) -> [ChangedWord] {
    let text = Array(restoration.text.utf8)
    let source = Array(restoration.source.utf8)
    let places = CodePointIndex(text)
    let sourcePlaces = CodePointIndex(source)
    var line = 1
    var counted = 0
    let words = restoration.words
    return words.indices.filter { words[$0].isChanged || words[$0].isDoubtful }.map { at in
      let word = words[at]
      while counted < word.target.lowerBound {
        if text[counted] == 0x0A { line += 1 }
        counted += 1
      }
      return ChangedWord(
        before: String(decoding: source[word.source], as: UTF8.self),
        after: String(decoding: text[word.target], as: UTF8.self), confidence: word.confidence, line: line,
        span: places.codePoints(before: word.target.lowerBound)..<places.codePoints(before: word.target.upperBound),
        sourceSpan: sourcePlaces.codePoints(
          before: word.source.lowerBound)..<sourcePlaces.codePoints(
            before: word.source.upperBound), isDoubtful: word.isDoubtful, readings: word.readings,
        context: words[max(0, at - 3)..<at].map { String(decoding: text[$0.target], as: UTF8.self) })
    }
  }

  /// The decision of the context.
  static let byContext = "context"

  /// What decided for the reading that was taken: a rule by its place, the letters when they alone favour it, else the
  /// context.
  var decision: String {
    guard let taken = readings.first(where: { $0.text == after }) ?? readings.first else { return "" }
    if case .rule(let place) = taken.evidence { return place }
    return readings.allSatisfy { $0.channel <= taken.channel } ? "letters" : Self.byContext
  }

  private var readingsJSON: JSONValue {
    .array(
      readings.map { reading in
        .object([
          "text": .string(reading.text),
          "probability": .number((Double(reading.probability) * 10_000).rounded() / 10_000),
          "channel_log10": .number((Double(reading.channel) * 100).rounded() / 100),
          "language_log10": .number((Double(reading.language) * 100).rounded() / 100),
        ])
      })
  }

  var json: JSONValue {
    guard !readings.isEmpty, case .object(var fields) = plainJSON else { return plainJSON }
    fields["decided_by"] = .string(decision)
    fields["context"] = .array(context.map(JSONValue.string))
    fields["readings"] = readingsJSON
    return .object(fields)
  }

  private var plainJSON: JSONValue {
    .object([
      "before": .string(before), "after": .string(after), "line": .integer(line),
      "confidence": .number((Double(confidence) * 1000).rounded() / 1000),
      "span": .array([.integer(span.lowerBound), .integer(span.upperBound)]),
      "source_span": .array([.integer(sourceSpan.lowerBound), .integer(sourceSpan.upperBound)]),
    ])
  }
}
