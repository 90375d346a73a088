import Foundation

/// The model of one body of text: the orders 1 to 3 in memory, the highest in a file.
struct ComponentModel {
  var trie: NGramTrie
  /// `ScoredNGram` in order of their keys.
  var top: URL

  /// Estimates an interpolated modified Kneser-Ney model.
  ///
  /// - Parameters:
  ///   - counts: as the counter left them.
  ///   - vocabularySize: every identifier below it gets a unigram.
  ///   - minimumCounts: an n-gram of order *i* + 1 rarer than this is left out; its mass goes to the lower order.
  ///   - top: where the highest order is written.
  ///   - progress: is told the share that is done.
  /// - Complexity: O(n-grams · log n-grams) time; memory for the n-grams of the orders 1 to 3.
  init(
    counts: NGramCounter.Files, vocabularySize: Int, minimumCounts: [UInt32], top: URL,
    progress: (Double) throws -> Void = { _ in }
  ) throws {
    let (unigrams, total) = try Self.unigrams(counts.url(0), vocabularySize: vocabularySize)
    var trie = NGramTrie(levels: [unigrams])
    let highest = ModelFile.order - 1
    let sink = try FileSink(top)
    for order in 1...highest {
      let discounts = try Discounts(countsIn: counts.url(order))
      let reader = try RecordReader<CountedNGram>(counts.url(order))
      var level = NGramTrie.Level()
      if order < highest {
        level.reserve(try Self.keptCount(counts.url(order), minimum: minimumCounts[order]))
      }
      var done = 0
      var parent = 0
      var group: [CountedNGram] = []
      var next = try reader.next()
      while let first = next {
        let context = first.key >> 16
        var sum = 0.0
        var left = 0.0
        group.removeAll(keepingCapacity: true)
        while let ngram = next, ngram.key >> 16 == context {
          sum += Double(ngram.adjusted)
          // What is left out gives all it has to the lower order.
          left += ngram.raw < minimumCounts[order] ? Double(ngram.adjusted) : discounts.of(ngram.adjusted)
          group.append(ngram)
          next = try reader.next()
        }
        done += group.count
        if done & 0x3FFF < group.count {
          try progress((Double(order - 1) + Double(done) / Double(reader.count)) / Double(highest))
        }
        // A context whose own n-gram was left out has no place in the trie.
        let parents = trie.levels[order - 1].keys
        while parent < parents.count, parents[parent] < context { parent += 1 }
        guard parent < parents.count, parents[parent] == context else { continue }
        let weight = left / sum
        trie.levels[order - 1].logBackoff[parent] = Float(log(max(weight, 1e-9)))
        for ngram in group where ngram.raw >= minimumCounts[order] {
          let lower = exp(Double(trie.logProbability(of: ngram.key & mask(order: order - 1), order: order - 1)))
          let probability = (Double(ngram.adjusted) - discounts.of(ngram.adjusted)) / sum + weight * lower
          let frequency = Float(Double(ngram.raw) / total)
          if order < highest {
            level.append(ngram.key, logProbability: Float(log(probability)), frequency: frequency)
          } else {
            try sink.append(
              valueOf: ScoredNGram(key: ngram.key, logProbability: Float(log(probability)), frequency: frequency))
          }
        }
      }
      guard order < highest else { break }
      trie.levels.append(level)
      trie.linkChildren(of: order - 1)
    }
    try sink.commit(durably: false)
    self.trie = trie
    self.top = top
  }

  init(trie: NGramTrie, top: URL) {
    self.trie = trie
    self.top = top
  }

  /// How many n-grams of a file are seen at least `minimum` times.
  private static func keptCount(_ url: URL, minimum: UInt32) throws -> Int {
    let reader = try RecordReader<CountedNGram>(url)
    guard minimum > 1 else { return reader.count }
    var count = 0
    while let ngram = try reader.next() { if ngram.raw >= minimum { count += 1 } }
    return count
  }

  private static func unigrams(_ url: URL, vocabularySize: Int) throws -> (NGramTrie.Level, total: Double) {
    let discounts = try Discounts(countsIn: url)
    let reader = try RecordReader<CountedNGram>(url)
    var table: [CountedNGram] = []
    while table.count < vocabularySize, let ngram = try reader.next() { table.append(ngram) }
    let total = table.reduce(0.0) { $0 + Double($1.raw) }
    let sum = table.reduce(0.0) { $0 + Double($1.adjusted) }
    let left = table.reduce(0.0) { $0 + discounts.of($1.adjusted) } / sum
    let uniform = 1 / Double(vocabularySize)
    var level = NGramTrie.Level()
    level.reserve(vocabularySize)
    for ngram in table {
      let own = (Double(ngram.adjusted) - discounts.of(ngram.adjusted)) / sum
      level.append(
        ngram.key, logProbability: Float(log(own + left * uniform)), frequency: Float(Double(ngram.raw) / total))
    }
    return (level, total)
  }
}

extension ComponentModel {
  /// Calls `body` with the natural log probability of every word and sentence end.
  ///
  /// - Complexity: one reading of the highest order.
  func forEachWord(of sentences: [[WordID]], _ body: (Float) -> Void) throws {
    var windows: [(key: NGramKey, length: Int)] = []
    for sentence in sentences where !sentence.isEmpty {
      var window = NGramKey(WordID.sentenceStart.rawValue)
      var length = 1
      for word in sentence + [.sentenceEnd] {
        window = window << 16 | NGramKey(word.rawValue)
        length = min(length + 1, ModelFile.order)
        windows.append((window, length))
      }
    }
    let wanted = Set(windows.lazy.filter { $0.length == ModelFile.order }.map(\.key))
    var found: [NGramKey: Float] = [:]
    let reader = try RecordReader<ScoredNGram>(top)
    while let ngram = try reader.next() {
      if wanted.contains(ngram.key) { found[ngram.key] = ngram.logProbability }
    }
    for (key, length) in windows {
      body(
        length == ModelFile.order
          ? found[key] ?? trie.logProbability(of: key, order: 3) : trie.logProbability(of: key, order: length - 1))
    }
  }

  func perplexity(of sentences: [[WordID]]) throws -> Double {
    var sum = 0.0
    var count = 0
    try forEachWord(of: sentences) {
      sum -= Double($0)
      count += 1
    }
    return count == 0 ? 0 : exp(sum / Double(count))
  }
}
