import Algorithms
import DauArchive
import DauIngest
import DauRestore
import DauText

/// A changed word as it is shown to people and programs.
struct ChangedWord {
  var before: String
  var after: String
  var confidence: Float
  /// The 1-based line of the restored text.
  var line: Int
  /// Where it stands, in code points of the restored text and of the text of the file as it stood.
  var span: Range<Int>
  var sourceSpan: Range<Int>
  /// Whether it was left as it stood, because no reading was sure enough.
  var isDoubtful: Bool
  /// What it would have been changed to, where it was left as it stood.
  var proposal: String?
  /// The readings that were weighed, where they were asked for.
  var readings: [Restoration.Reading]
  /// The restored words before it, at most three.
  var context: [String]

  /// The changed words of the restoration of a document, in its order.
  ///
  /// - Parameter unwrapped: the restored text as paragraphs, if that is what is shown; places are then in it, and what it
  ///   leaves out is passed over.
  /// - Complexity: O(*n*).
  static func all(
    in restoration: Restoration, of document: SourceDocument, unwrapped: UnwrappedText? = nil
  ) -> [ChangedWord] {
    let text = Array(restoration.text.utf8)
    let source = Array(restoration.source.utf8)
    let shown = Array((unwrapped?.text ?? restoration.text).utf8)
    let places = CodePointIndex(shown)
    let sourcePlaces = CodePointIndex(document.original)
    let lineEnds = shown.indices.filter { shown[$0] == 0x0A }
    let words = restoration.words
    return words.indices.filter { words[$0].isChanged || words[$0].isDoubtful }.compactMap { at in
      let word = words[at]
      guard let target = unwrapped.map({ $0.target(of: word.target) }) ?? word.target else { return nil }
      return ChangedWord(
        before: String(decoding: source[word.source], as: UTF8.self),
        after: String(decoding: text[word.target], as: UTF8.self), confidence: word.confidence,
        line: line(of: target.lowerBound, lineEnds), span: places.codePoints(of: target),
        sourceSpan: sourcePlaces.codePoints(of: document.map.sourceRange(of: word.source)),
        isDoubtful: word.isDoubtful, proposal: word.proposal, readings: word.readings,
        context: words[max(0, at - 3)..<at].map { String(decoding: text[$0.target], as: UTF8.self) })
    }
  }

  /// The 1-based line of a byte, by the places of the line ends.
  private static func line(of offset: Int, _ lineEnds: [Int]) -> Int {
    lineEnds.partitioningIndex { $0 >= offset } + 1
  }

  /// The decision of the context.
  static let byContext = "context"

  /// What decided for the reading that was taken: a rule by its place, the letters when they alone favour it, else the
  /// context.
  var decision: String {
    guard let taken = readings.first(where: { $0.text == proposal ?? after }) ?? readings.first else { return "" }
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
    var fields: [String: JSONValue] = [
      "before": .string(before), "after": .string(after), "line": .integer(line),
      "confidence": .number((Double(confidence) * 1000).rounded() / 1000),
      "span": .array([.integer(span.lowerBound), .integer(span.upperBound)]),
      "source_span": .array([.integer(sourceSpan.lowerBound), .integer(sourceSpan.upperBound)]),
    ]
    if let proposal { fields["proposal"] = .string(proposal) }
    return .object(fields)
  }
}
