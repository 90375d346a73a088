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
  private(set) var causes: [Cause] = []
  /// The highest log10 probability of the causes of a slot.
  private var bests: [Float]
  private let mask: Int
  /// By letter: log10 probability that it comes out as it is.
  private let copied: [Float]
  /// By output of one or two code points: the highest log10 probability that another letter caused it.
  private let misread: [Output: Float]
  /// The highest log10 probability that a letter was dropped.
  private let mostDropped: Float
  /// The most that is added to `unseen` for a letter.
  let mostNovelty: Float
  /// By letter, in the units of ``EmissionMatrix``: what it costs that it leaves nothing, and what its novelty is worth.
  let droppedCosts: [Int16]
  let noveltyGains: [Int16]
  /// How often a small letter is written as a capital, on the average of the marked vowels.
  let capitalised: Float
  /// Whether the engine writes most letters that only Vietnamese has as they are, worn as the page may be.
  let givesMarks: Bool

  init(_ table: ChannelTable) {
    var dropped = [Float](repeating: ChannelTable.unseen[0], count: Alphabet.count)
    let novelty = table.novelty
    givesMarks = table.keepsMarks
    mostNovelty = table.novelty.max() ?? 0
    var capitals: Float = 0
    var marked: Float = 0
    for (id, glyph) in Alphabet.glyphs.prefix(Alphabet.lowerCount).enumerated()
    where Glyphs.bare(glyph) != glyph && glyph != 0x111 {
      capitals += table.outputs[id][Output(Glyphs.upper(Glyphs.bare(glyph)))] ?? 0
      marked += 1
    }
    capitalised = capitals / marked
    for id in novelty.indices { dropped[id] += min(1, novelty[id]) }
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
    droppedCosts = dropped.map { Int16(min(EmissionMatrix.limit, (-$0 * EmissionMatrix.scale).rounded())) }
    noveltyGains = novelty.map { Int16(max(-8000, min(8000, ($0 * EmissionMatrix.scale).rounded()))) }
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
    bests = Array(repeating: -.infinity, count: slots)
    for (output, list) in byOutput {
      var slot = Self.hash(output) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = output
      starts[slot] = Int32(causes.count)
      counts[slot] = Int32(list.count)
      bests[slot] = list.reduce(-.infinity) { max($0, $1.log10) }
      causes.append(contentsOf: list)
    }
  }

  /// Whether plain letters lose or change their marks often: the document is damaged, not merely worn.
  var isDamaged: Bool { (misread[Output(0x61)] ?? -.infinity) > -1.5 }

  /// Whether the engine has the letters that only Vietnamese has.
  var keepsMarks: Bool { Self.telling.allSatisfy { copied[Int($0)] > -0.3 } }

  private static let telling = Alphabet.ids(of: Glyphs.of("đĐ")) ?? []

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

  /// The letters that the table lists for `output`, as places in `causes`, and the highest of their log10 probabilities.
  @inline(__always)
  func causes(of output: Output) -> (Range<Int>, best: Float) {
    var slot = Self.hash(output) & mask
    while keys[slot] != 0 {
      if keys[slot] == output {
        let start = Int(starts[slot])
        return (start..<(start + Int(counts[slot])), bests[slot])
      }
      slot = (slot + 1) & mask
    }
    return (0..<0, -.infinity)
  }
}
