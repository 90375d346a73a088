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
    return restoration.words.filter(\.isChanged).map { word in
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
            before: word.source.upperBound))
    }
  }

  var json: JSONValue {
    .object([
      "before": .string(before), "after": .string(after), "line": .integer(line),
      "confidence": .number((Double(confidence) * 1000).rounded() / 1000),
      "span": .array([.integer(span.lowerBound), .integer(span.upperBound)]),
      "source_span": .array([.integer(sourceSpan.lowerBound), .integer(sourceSpan.upperBound)]),
    ])
  }
}
