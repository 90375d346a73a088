/// Learns a channel table from words and what the engine made of them, by expectation maximisation.
struct ChannelTrainer {
  /// A word, what the engine wrote for it, and how often.
  struct Pair: Hashable {
    var truth: [Glyph]
    var ocr: [Glyph]
  }

  private(set) var pairs: [Pair: Float] = [:]

  mutating func add(truth: [Glyph], ocr: [Glyph], weight: Float = 1) {
    pairs[Pair(truth: truth, ocr: ocr), default: 0] += weight
  }

  /// The table without telling how far the work is.
  func table(prior: ChannelTable, strength: Float, rounds: Int = 6) -> ChannelTable {
    table(prior: prior, strength: strength, rounds: rounds) { _ in }
  }

  /// - Parameters:
  ///   - prior: where the estimation starts, and what it falls back on.
  ///   - strength: how many observations of a letter the prior is worth.
  ///   - progress: is told the share of the rounds that is done.
  func table(
    prior: ChannelTable, strength: Float, rounds: Int = 6, progress: (Double) throws -> Void
  ) rethrows -> ChannelTable {
    var table = prior
    var alignment = ChannelAlignment()
    let spelled = pairs.compactMap { pair, weight in Alphabet.ids(of: pair.truth).map { (pair.ocr, $0, weight) } }
      .sorted { ($0.0.count, Glyphs.string($0.0)) < ($1.0.count, Glyphs.string($1.0)) }
    for round in 0..<rounds {
      try progress(Double(round) / Double(rounds))
      var counts = [OutputRow](repeating: OutputRow(), count: Alphabet.count)
      for (ocr, truth, weight) in spelled {
        alignment.accumulate(ocr: ocr, truth: truth, table: table, weight: weight, into: &counts)
      }
      table = prior.adapted(to: counts, strength: strength)
    }
    return table
  }
}
