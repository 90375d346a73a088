import Algorithms
import DauText

/// The order in which a text is read: what stands between two halves of a sentence (a page number, a running head,
/// footnotes) behind the paragraph that it interrupts.
///
/// Restoration reads in this order, so that the language model sees the sentence whole, and puts the lines back in their
/// places afterwards.
struct ReadingOrder {
  /// Stretches of whole lines, in UTF-8 bytes of the text, in the order of reading.
  let stretches: [Range<Int>]

  /// - Returns: `nil` when a text is read from front to back.
  /// - Complexity: O(*n*).
  init?(_ text: Span<UInt8>) {
    let layout = PageLayout(text, joinsAlways: false)
    guard layout.hasAsides else { return nil }
    var order: [Int] = []
    var taken = [Bool](repeating: false, count: layout.lines.count)
    var following = [Int?](repeating: nil, count: layout.lines.count)
    for (index, before) in layout.continued.enumerated() { if let before { following[before] = index } }
    for index in layout.lines.indices where !taken[index] {
      var line: Int? = index
      while let at = line, !taken[at] {
        taken[at] = true
        order.append(at)
        line = following[at]
      }
    }
    var stretches: [Range<Int>] = []
    for index in order {
      let line = layout.lines[index].bytes
      let end = min(line.upperBound + 1, text.count)
      if let last = stretches.last, last.upperBound == line.lowerBound {
        stretches[stretches.count - 1] = last.lowerBound..<end
      } else {
        stretches.append(line.lowerBound..<end)
      }
    }
    // The last line may lack its line end; it must not run into the next.
    guard stretches.count > 1, text[text.count - 1] == 0x0A else { return nil }
    self.stretches = stretches
  }

  /// The order in which a text is read, and the text in that order; `nil` when it is read from front to back.
  static func ordering(_ text: String) -> (order: ReadingOrder, text: String)? {
    let bytes = Array(text.utf8)
    guard let order = ReadingOrder(bytes.span) else { return nil }
    return (order, order.ordered(bytes))
  }

  /// The text in the order of reading.
  func ordered(_ text: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    for stretch in stretches { out.append(contentsOf: text[stretch]) }
    return String(decoding: out, as: UTF8.self)
  }

  /// A restoration of the ordered text as one of the text as it stands.
  func replaced(_ restoration: Restoration, of text: String) -> Restoration {
    let restored = restoration.text.utf8
    var parts: [(source: Range<Int>, ordered: Range<Int>)] = []
    var at = 0
    for stretch in stretches {
      parts.append((stretch, at..<at + stretch.count))
      at += stretch.count
    }
    parts.sort { $0.source.lowerBound < $1.source.lowerBound }
    var out: [UInt8] = []
    out.reserveCapacity(restored.count)
    var map = SourceMap.Builder()
    var words = Restoration.Words()
    map.reserveCapacity(restoration.sourceMap.segments.count + 2 * stretches.count)
    words.reserveCapacity(restoration.words.count)
    for part in parts {
      // Line ends are copied, so a stretch of lines is one on both sides.
      let target = restoration.sourceMap.targetRange(of: part.ordered)
      let shift = out.count - target.lowerBound
      let sourceShift = part.source.lowerBound - part.ordered.lowerBound
      let start = restored.index(restored.startIndex, offsetBy: target.lowerBound)
      out.append(contentsOf: restored[start..<restored.index(start, offsetBy: target.count)])
      for segment in restoration.sourceMap.segments(within: part.ordered) {
        if segment.isCopy {
          map.copy(segment.source.count)
        } else {
          map.replace(segment.source.count, with: segment.target.count)
        }
      }
      for word in restoration.words(within: target) {
        var word = word
        word.target = word.target.lowerBound + shift..<word.target.upperBound + shift
        word.source = word.source.lowerBound + sourceShift..<word.source.upperBound + sourceShift
        words.append(word)
      }
    }
    var result = restoration
    result.source = text
    result.text = String(decoding: out, as: UTF8.self)
    result.sourceMap = map.build()
    result.words = words
    return result
  }
}

extension SourceMap {
  /// The segments of a stretch of the source that begins and ends inside copies; those at its ends are cut.
  fileprivate func segments(within source: Range<Int>) -> [Segment] {
    let first = segments.partitioningIndex { $0.source.upperBound > source.lowerBound }
    return segments[first...].prefix { $0.source.lowerBound < source.upperBound }.map { segment in
      var segment = segment
      if segment.isCopy {
        let inside = segment.source.clamped(to: source)
        let start = segment.target.lowerBound + inside.lowerBound - segment.source.lowerBound
        segment.source = inside
        segment.target = start..<start + inside.count
      }
      return segment
    }
  }
}

extension Restoration {
  /// The words inside a stretch of `text`.
  fileprivate func words(within target: Range<Int>) -> Slice<Words> {
    words[words.partitioningIndex { $0.target.lowerBound >= target.lowerBound }...]
      .prefix { $0.target.lowerBound < target.upperBound }
  }
}
