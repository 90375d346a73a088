import Foundation

/// A channel table turned round for decoding: for each output, the letters that can have caused it.
///
/// A closed hash table over flat arrays: it is asked three times for every code point of every distinct word.
struct EmissionIndex: Sendable {
  struct Cause: Sendable {
    var letter: GraphemeID
    var log10: Float
  }

  private var keys: [Output]
  private var starts: [Int32]
  private var counts: [Int32]
  private var causes: [Cause] = []
  private let mask: Int
  /// By letter: log10 probability that it leaves nothing.
  let dropped: [Float]
  /// By letter: log10 probability that it comes out as it is.
  private let copied: [Float]
  /// By output of one or two code points: the highest log10 probability that another letter caused it.
  private let misread: [Output: Float]
  /// The highest log10 probability that a letter was dropped.
  private let mostDropped: Float

  init(_ table: ChannelTable) {
    var dropped = [Float](repeating: ChannelTable.unseen[0], count: Alphabet.count)
    var byOutput: [Output: [Cause]] = [:]
    for (id, row) in table.outputs.enumerated() {
      for (output, probability) in row {
        if output == Outputs.empty {
          dropped[id] = log10(probability)
        } else {
          byOutput[output, default: []].append(Cause(letter: GraphemeID(id), log10: log10(probability)))
        }
      }
    }
    self.dropped = dropped
    mostDropped = dropped.max() ?? -.infinity
    var copied = [Float](repeating: ChannelTable.unseen[1], count: Alphabet.count)
    var misread: [Output: Float] = [:]
    for (output, list) in byOutput where Outputs.length(output) <= 2 {
      for cause in list {
        if output == Output(Alphabet.glyphs[Int(cause.letter)]) {
          copied[Int(cause.letter)] = cause.log10
        } else {
          misread[output] = max(misread[output] ?? -.infinity, cause.log10)
        }
      }
    }
    self.copied = copied
    self.misread = misread
    var slots = 64
    while slots < byOutput.count * 2 { slots *= 2 }
    mask = slots - 1
    keys = Array(repeating: 0, count: slots)
    starts = Array(repeating: 0, count: slots)
    counts = Array(repeating: 0, count: slots)
    for (output, list) in byOutput {
      var slot = Self.hash(output) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = output
      starts[slot] = Int32(causes.count)
      counts[slot] = Int32(list.count)
      causes.append(contentsOf: list)
    }
  }

  /// Whether plain letters lose or change their marks often: the document is damaged, not merely worn.
  var isDamaged: Bool { (misread[Output(0x61)] ?? -.infinity) > -1.5 }

  /// log10 of the probability of any one output that the table does not list: lower where the engine errs rarely.
  func unseen(_ length: Int) -> Float { ChannelTable.unseen[length] - (isDamaged ? 0 : 1.5) }

  /// How much better (log10) the channel can rate another word than `word` itself, at most: the likeliest
  /// single misreading over the copy it replaces. Nil for a word with other code points than letters.
  func advantageOfAnother(over word: [Glyph]) -> Float? {
    var most = mostDropped
    for (at, glyph) in word.enumerated() {
      guard let letter = Alphabet.id(of: glyph), glyph > 0x39 else { return nil }
      let copy = copied[Int(letter)]
      most = max(most, (misread[Output(glyph)] ?? ChannelTable.unseen[1]) - copy)
      if at + 1 < word.count, let pair = misread[Outputs.pack(word, at, 2)] { most = max(most, pair - copy) }
    }
    return most
  }

  @inline(__always)
  private static func hash(_ output: Output) -> Int {
    Int(truncatingIfNeeded: (output &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }

  /// Calls `body` with every letter that the table lists for `output`.
  @inline(__always)
  func forEachCause(of output: Output, _ body: (Cause) -> Void) {
    var slot = Self.hash(output) & mask
    while keys[slot] != 0 {
      if keys[slot] == output {
        let start = Int(starts[slot])
        for at in start..<(start + Int(counts[slot])) { body(causes[at]) }
        return
      }
      slot = (slot + 1) & mask
    }
  }
}

/// log10 P(output | letter) for every letter and every stretch of one OCR word.
///
/// Laid out by letter, then start, then length, so that a trie node reads one short run; filled once a word.
struct EmissionMatrix {
  private(set) var count = 0
  /// By letter, start and length: `values[(letter * (count + 1) + start) * 4 + length]`.
  private(set) var values: [Float] = []
  /// By position: log10 probability that the code point there is spurious.
  private(set) var spurious: [Float] = []
  /// By position: an upper bound of what the rest of the word can score.
  private(set) var best: [Float] = []
  /// By letter and position: an upper bound of what the rest can score when this letter comes first:
  /// `bounds[letter * (count + 1) + start]`.
  private(set) var bounds: [Float] = []

  mutating func fill(_ word: [Glyph], with index: EmissionIndex) {
    let count = word.count
    self.count = count
    let row = (count + 1) * 4
    values.removeAll(keepingCapacity: true)
    for letter in 0..<Alphabet.count {
      let dropped = index.dropped[letter]
      for start in 0...count {
        values.append(dropped)
        for length in 1...Outputs.limit {
          values.append(start + length <= count ? index.unseen(length) : -.infinity)
        }
      }
    }
    spurious.removeAll(keepingCapacity: true)
    best.removeAll(keepingCapacity: true)
    best.append(contentsOf: repeatElement(0, count: count + 1))
    for glyph in word { spurious.append(ChannelTable.spurious(glyph)) }
    for start in stride(from: count - 1, through: 0, by: -1) {
      var top = spurious[start] + best[start + 1]
      for length in 1...Outputs.limit where start + length <= count {
        var most = index.unseen(length)
        index.forEachCause(of: Outputs.pack(word, start, length)) { cause in
          values[Int(cause.letter) * row + start * 4 + length] = cause.log10
          most = max(most, cause.log10)
        }
        top = max(top, most + best[start + length])
      }
      best[start] = top
    }
    bounds.removeAll(keepingCapacity: true)
    for letter in 0..<Alphabet.count {
      for start in 0...count {
        let at = (letter * (count + 1) + start) * 4
        var bound = values[at] + best[start]
        for length in 1...Outputs.limit where start + length <= count {
          bound = max(bound, values[at + length] + best[start + length])
        }
        bounds.append(bound)
      }
    }
  }

  /// log10 P(the `length` code points from `start` | letter).
  @inline(__always)
  func log10(_ letter: GraphemeID, _ start: Int, _ length: Int) -> Float {
    values[(Int(letter) * (count + 1) + start) * 4 + length]
  }
}
