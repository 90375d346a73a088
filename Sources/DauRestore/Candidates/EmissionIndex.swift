import Foundation

/// A channel table turned round for decoding: for each output, the letters that can have caused it.
///
/// A closed hash table over flat arrays: it is asked three times for every code point of every distinct word.
struct EmissionIndex: Sendable {
  struct Cause: Sendable {
    var letter: GraphemeID
    var log10: Float
  }

  /// What is known of one output.
  private struct Slot {
    /// 0 in a slot that is empty.
    var output: Output = 0
    /// The place of its causes.
    var start: Int32 = 0
    var end: Int32 = 0
    /// The highest log10 probability of its causes, and of those that it is no copy of.
    var best = -Float.infinity
    var misread = -Float.infinity
  }

  private var slots = Array(repeating: Slot(), count: 1024)
  private var mask: Int { slots.count &- 1 }
  /// By output, and there by letter.
  private(set) var causes: [Cause] = []
  /// By letter: log10 probability that it comes out as it is.
  private var copied = [Float](repeating: ChannelTable.unseen[1], count: Alphabet.count)
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
    for (id, row) in table.outputs.enumerated() {
      if let probability = row[Outputs.empty] { dropped[id] = log10(probability) }
    }
    droppedCosts = dropped.map { Int16(min(EmissionMatrix.limit, (-$0 * EmissionMatrix.scale).rounded())) }
    noveltyGains = novelty.map { Int16(max(-8000, min(8000, ($0 * EmissionMatrix.scale).rounded()))) }
    mostDropped = dropped.max() ?? -.infinity
    countCauses(table)
    listCauses(table)
  }

  /// Makes the slots, each with the place of its causes, of which there are none yet.
  private mutating func countCauses(_ table: ChannelTable) {
    var used = 0
    for row in table.outputs {
      for output in row.keys where output != Outputs.empty {
        var slot = slot(of: output)
        if slots[slot].output == 0 {
          used += 1
          if used * 2 > slots.count {
            grow()
            slot = self.slot(of: output)
          }
          slots[slot].output = output
        }
        slots[slot].end += 1
      }
    }
    var start: Int32 = 0
    for slot in slots.indices {
      let count = slots[slot].end
      (slots[slot].start, slots[slot].end) = (start, start)
      start += count
    }
    causes = Array(repeating: Cause(letter: 0, log10: 0), count: Int(start))
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for known in old where known.output != 0 { slots[slot(of: known.output)] = known }
  }

  /// Fills in the causes of each output, in the order of their letters.
  private mutating func listCauses(_ table: ChannelTable) {
    for (id, row) in table.outputs.enumerated() {
      for (output, probability) in row where output != Outputs.empty {
        let cause = Cause(letter: GraphemeID(id), log10: log10(probability))
        let slot = slot(of: output)
        causes[Int(slots[slot].end)] = cause
        slots[slot].end += 1
        slots[slot].best = max(slots[slot].best, cause.log10)
        if output == Output(Alphabet.glyphs[id]) {
          copied[id] = cause.log10
        } else {
          slots[slot].misread = max(slots[slot].misread, cause.log10)
        }
      }
    }
  }

  /// Whether plain letters lose or change their marks often: the document is damaged, not merely worn.
  var isDamaged: Bool { misread(Output(0x61)) > -1.5 }

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
      let other = misread(Output(glyph))
      most = max(most, (other > -.infinity ? other : ChannelTable.unseen[1]) - copy)
      if at + 1 < word.count { most = max(most, misread(Outputs.pack(word, at, 2)) - copy) }
    }
    return most
  }

  @inline(__always)
  private static func hash(_ output: Output) -> Int {
    Int(truncatingIfNeeded: (output &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }

  /// The place of an output, or an empty one.
  @inline(__always)
  private func slot(of output: Output) -> Int {
    var slot = Self.hash(output) & mask
    while slots[slot].output != 0, slots[slot].output != output { slot = (slot + 1) & mask }
    return slot
  }

  /// The highest log10 probability that another letter than the output itself caused it; -infinity where none is listed.
  private func misread(_ output: Output) -> Float { slots[slot(of: output)].misread }

  /// The letters that the table lists for `output`, as places in `causes`, and the highest of their log10 probabilities.
  @inline(__always)
  func causes(of output: Output) -> (Range<Int>, best: Float) {
    let slot = slots[slot(of: output)]
    return (Int(slot.start)..<Int(slot.end), slot.best)
  }
}
