import Foundation

/// A channel table turned round for decoding: for each output, the letters that can have caused it.
struct EmissionIndex: Sendable {
  private var byOutput: [Output: [(letter: GraphemeID, log10: Float)]] = [:]
  /// log10 probability that a letter leaves nothing.
  fileprivate var dropped: [Float]

  init(_ table: ChannelTable) {
    dropped = [Float](repeating: ChannelTable.unseen[0], count: Alphabet.count)
    for (id, row) in table.outputs.enumerated() {
      for (output, probability) in row {
        if output == Outputs.empty {
          dropped[id] = log10(probability)
        } else {
          byOutput[output, default: []].append((GraphemeID(id), log10(probability)))
        }
      }
    }
  }

  func letters(for output: Output) -> [(letter: GraphemeID, log10: Float)] { byOutput[output] ?? [] }
}

/// log10 P(output | letter) for every letter and every stretch of one OCR word.
///
/// Laid out by start, then length, then letter, and filled once a word.
struct EmissionMatrix {
  private(set) var count = 0
  private var values: [Float] = []
  /// By position: log10 probability that the code point there is spurious.
  private(set) var spurious: [Float] = []
  /// By position: an upper bound of what the rest of the word can score.
  private(set) var best: [Float] = []

  mutating func fill(_ word: [Glyph], with index: EmissionIndex) {
    let letters = Alphabet.count
    count = word.count
    values.removeAll(keepingCapacity: true)
    spurious.removeAll(keepingCapacity: true)
    var most = [Float](repeating: -.infinity, count: count * 4)
    for start in 0..<count {
      spurious.append(ChannelTable.spurious(word[start]))
      values.append(contentsOf: index.dropped)
      for length in 1...Outputs.limit {
        let base = values.count
        let fits = start + length <= count
        values.append(contentsOf: repeatElement(fits ? ChannelTable.unseen[length] : -.infinity, count: letters))
        guard fits else { continue }
        var top = ChannelTable.unseen[length]
        for (letter, log10) in index.letters(for: Outputs.pack(word, start, length)) {
          values[base + Int(letter)] = log10
          top = max(top, log10)
        }
        most[start * 4 + length] = top
      }
    }
    values.append(contentsOf: index.dropped)
    best = [Float](repeating: 0, count: count + 1)
    for start in stride(from: count - 1, through: 0, by: -1) {
      var top = spurious[start] + best[start + 1]
      for length in 1...Outputs.limit where start + length <= count {
        top = max(top, most[start * 4 + length] + best[start + length])
      }
      best[start] = top
    }
  }

  /// log10 P(the `length` code points from `start` | letter).
  @inline(__always)
  func log10(_ letter: GraphemeID, _ start: Int, _ length: Int) -> Float {
    values[(start * 4 + length) * Alphabet.count + Int(letter)]
  }
}
