import Foundation

/// Chooses the n-grams that a model of limited size keeps.
///
/// An n-gram's worth is its frequency times the drop of its log probability when it is left out (weighted difference
/// pruning: K. Seymore and R. Rosenfeld, *Scalable Backoff Language Models*, ICSLP 1996), and at least what its best
/// continuation is worth, so that no n-gram loses its context. Those of most worth stay.
struct Pruning {
  /// The worth of the n-grams of each order in memory; unigrams always stay.
  private var worth: [[Float]]
  private var ranks: [RankCounts]
  private let model: ComponentModel

  /// How many n-grams are worth how much: bins of 1/2048 of the value.
  private struct RankCounts {
    static let binCount = 1 << 19
    var bins = [UInt32](repeating: 0, count: binCount)

    static func bin(_ worth: Float) -> Int { worth > 0 ? Int(worth.bitPattern >> 12) : 0 }

    mutating func add(_ worth: Float) { bins[Self.bin(worth)] += 1 }
  }

  /// Ranks the n-grams of `model`, and gives the contexts of the highest order their back-off weights.
  ///
  /// - Parameter ranked: where the highest order is written with its worth in place of the frequency.
  init(_ unranked: ComponentModel, ranked: URL, progress: (Double) throws -> Void = { _ in }) throws {
    var trie = unranked.trie
    let highest = trie.levels.count - 1
    worth = trie.levels.map { _ in [] }
    ranks = Array(repeating: RankCounts(), count: trie.levels.count + 1)
    var best = [Float](repeating: 0, count: trie.levels[highest].keys.count)

    let sink = try FileSink(ranked)
    let reader = try RecordReader<ScoredNGram>(unranked.top)
    var group: [(ngram: ScoredNGram, lower: Float)] = []
    var next = try reader.next()
    var parent = 0
    var done = 0
    while let first = next {
      let context = first.key >> 16
      group.removeAll(keepingCapacity: true)
      var above = 0.0
      var below = 0.0
      while let ngram = next, ngram.key >> 16 == context {
        let lower = trie.logProbability(of: ngram.key & mask(order: highest), order: highest)
        above += Double(exp(ngram.logProbability))
        below += Double(exp(lower))
        group.append((ngram, lower))
        next = try reader.next()
      }
      while trie.levels[highest].keys[parent] < context { parent += 1 }
      let backoff = NGramTrie.logBackoff(above: above, below: below)
      trie.levels[highest].logBackoff[parent] = backoff
      for (ngram, lower) in group {
        let worth = ngram.frequency * (ngram.logProbability - backoff - lower)
        best[parent] = max(best[parent], worth)
        ranks[highest + 1].add(worth)
        try sink.append(
          valueOf: ScoredNGram(key: ngram.key, logProbability: ngram.logProbability, frequency: worth))
      }
      done += group.count
      if done & 0x3FFF < group.count { try progress(0.8 * Double(done) / Double(reader.count)) }
    }
    try sink.commit(durably: false)
    for order in stride(from: highest, to: 0, by: -1) {
      var above = [Float](repeating: 0, count: trie.levels[order - 1].keys.count)
      for parent in trie.levels[order - 1].keys.indices {
        let backoff = trie.levels[order - 1].logBackoff[parent]
        for child in Int(trie.levels[order - 1].firstChild[parent])..<Int(trie.levels[order - 1].firstChild[parent + 1])
        {
          let lower = trie.logProbability(of: trie.levels[order].keys[child] & mask(order: order - 1), order: order - 1)
          let own = trie.levels[order].frequency[child] * (trie.levels[order].logProbability[child] - backoff - lower)
          best[child] = max(best[child], own)
          ranks[order].add(best[child])
          above[parent] = max(above[parent], best[child])
        }
      }
      worth[order] = best
      best = above
      try progress(0.8 + 0.2 * Double(highest - order + 1) / Double(highest))
    }
    model = ComponentModel(trie: trie, top: ranked)
  }

  /// The model of the n-grams of most worth, all orders in memory.
  ///
  /// - Parameter fits: whether a model with these numbers of n-grams by order is small enough.
  consuming func pruned(toFit fits: ([Int]) -> Bool) throws -> NGramTrie {
    let threshold = self.threshold(fits)
    var trie = model.trie
    let highest = trie.levels.count - 1
    for order in 1...highest {
      let level = trie.levels[order]
      var kept = NGramTrie.Level()
      kept.reserve(worth[order].reduce(0) { $0 + (RankCounts.bin($1) >= threshold ? 1 : 0) })
      for index in level.keys.indices where RankCounts.bin(worth[order][index]) >= threshold {
        kept.append(level.keys[index], logProbability: level.logProbability[index], frequency: level.frequency[index])
      }
      trie.levels[order] = kept
      worth[order] = []
    }
    var top = NGramTrie.Level()
    top.reserve(ranks[highest + 1].bins[threshold...].reduce(0) { $0 + Int($1) })
    let reader = try RecordReader<ScoredNGram>(model.top)
    while let ngram = try reader.next() {
      guard RankCounts.bin(ngram.frequency) >= threshold else { continue }
      top.append(ngram.key, logProbability: ngram.logProbability, frequency: 0)
    }
    trie.levels.append(top)
    trie.linkChildren()
    trie.normalizeBackoffs()
    return trie
  }

  /// The lowest bin whose n-grams, with those above it, fit.
  private func threshold(_ fits: ([Int]) -> Bool) -> Int {
    var counts = [model.trie.levels[0].keys.count] + [Int](repeating: 0, count: ranks.count - 1)
    var bin = RankCounts.binCount
    while bin > 0 {
      var more = counts
      for order in 1..<ranks.count { more[order] += Int(ranks[order].bins[bin - 1]) }
      guard more == counts || fits(more) else { break }
      counts = more
      bin -= 1
    }
    return bin
  }
}
