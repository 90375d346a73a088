import Foundation

/// The discounts of modified Kneser-Ney smoothing for one order.
///
/// Source: S. F. Chen and J. Goodman, *An Empirical Study of Smoothing Techniques for Language
/// Modeling*, TR-10-98, Harvard 1998, equation 26.
struct Discounts: Sendable {
  var one: Double
  var two: Double
  var many: Double

  /// - Parameter countOfCounts: how many n-grams have the adjusted count 1, 2, 3 and 4.
  init(countOfCounts n: [Double]) {
    // Small or odd texts leave a count of counts empty; then the usual values stand in.
    guard n.allSatisfy({ $0 > 0 }) else {
      (one, two, many) = (0.5, 1, 1.5)
      return
    }
    let y = n[0] / (n[0] + 2 * n[1])
    one = min(max(1 - 2 * y * n[1] / n[0], 0.05), 0.95)
    two = min(max(2 - 3 * y * n[2] / n[1], 0.05), 1.95)
    many = min(max(3 - 4 * y * n[3] / n[2], 0.05), 2.95)
  }

  func of(_ count: UInt32) -> Double {
    switch count {
    case 0: 0
    case 1: one
    case 2: two
    default: many
    }
  }
}

/// An n-gram model in memory: for each order the sorted n-grams with what is known of them.
///
/// The children of an n-gram, its continuations by one word, stand together in the next order.
struct NGramTrie: Sendable {
  struct Level: Sendable {
    var keys: [NGramKey] = []
    /// Natural logarithm of the interpolated probability.
    var logProbability: [Float] = []
    /// Natural logarithm of the weight of the lower order after this n-gram.
    var logBackoff: [Float] = []
    /// Where the children of n-gram *i* begin in the next level; one more entry than n-grams.
    var firstChild: [UInt32] = []
    /// How often the n-gram was seen, as a share of all words.
    var frequency: [Float] = []
  }

  var levels: [Level]

  /// Fills `firstChild` of all levels.
  mutating func linkChildren() {
    for order in 0..<levels.count {
      guard order + 1 < levels.count else {
        levels[order].firstChild = []
        continue
      }
      var first: [UInt32] = []
      first.reserveCapacity(levels[order].keys.count + 1)
      var child = 0
      let children = levels[order + 1].keys
      for key in levels[order].keys {
        while child < children.count, children[child] >> 16 < key { child += 1 }
        first.append(UInt32(child))
      }
      first.append(UInt32(children.count))
      // Orphans would be skipped by the loop above and then belong to the wrong parent.
      levels[order].firstChild = first
    }
  }

  /// The index of `word` among the children of n-gram `parent` of `order`, or nil.
  func child(_ word: UInt16, of parent: Int, order: Int) -> Int? {
    let level = levels[order]
    var low = Int(level.firstChild[parent])
    let end = Int(level.firstChild[parent + 1])
    var high = end
    let wanted = level.keys[parent] << 16 | NGramKey(word)
    while low < high {
      let middle = (low + high) / 2
      if levels[order + 1].keys[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < end && levels[order + 1].keys[low] == wanted ? low : nil
  }

  /// The index of the n-gram `key` of `order`, or nil.
  func index(of key: NGramKey, order: Int) -> Int? {
    let keys = levels[order].keys
    var low = 0
    var high = keys.count
    if order > 0 {
      guard let parent = index(of: key >> 16, order: order - 1) else { return nil }
      low = Int(levels[order - 1].firstChild[parent])
      high = Int(levels[order - 1].firstChild[parent + 1])
    }
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < end && keys[low] == key ? low : nil
  }

  /// The natural logarithm of the probability of the last word of `key` after the others.
  ///
  /// - Parameter order: zero-based; the key has `order + 1` words.
  func logProbability(of key: NGramKey, order: Int) -> Float {
    if let index = index(of: key, order: order) { return levels[order].logProbability[index] }
    guard order > 0 else { return levels[0].logProbability[Int(WordID.unknown.rawValue)] }
    let mask: NGramKey = (1 << NGramKey(16 * order)) - 1
    let lower = logProbability(of: key & mask, order: order - 1)
    guard let context = self.index(of: key >> 16, order: order - 1) else { return lower }
    return levels[order - 1].logBackoff[context] + lower
  }
}

extension NGramTrie {
  /// Estimates an interpolated modified Kneser-Ney model.
  ///
  /// - Parameters:
  ///   - counts: all orders, as the counter gives them.
  ///   - vocabularySize: every identifier below it gets a unigram.
  ///   - minimumCounts: an n-gram of order *i* + 1 rarer than this is left out; its mass goes to the lower order.
  init(counts: [NGramCounts], vocabularySize: Int, minimumCounts: [UInt32]) {
    levels = []
    let total = Double(counts[0].raw.reduce(0) { $0 + UInt64($1) })
    for order in counts.indices {
      let table = counts[order]
      var countOfCounts = [Double](repeating: 0, count: 4)
      for count in table.adjusted where count >= 1 && count <= 4 { countOfCounts[Int(count) - 1] += 1 }
      let discounts = Discounts(countOfCounts: countOfCounts)
      if order == 0 {
        levels.append(Self.unigrams(table, discounts: discounts, vocabularySize: vocabularySize, total: total))
        continue
      }
      var level = Level()
      var index = 0
      var parent = 0
      while index < table.count {
        let context = table.keys[index] >> 16
        var end = index
        var sum = 0.0
        var left = 0.0
        while end < table.count, table.keys[end] >> 16 == context {
          let count = table.adjusted[end]
          sum += Double(count)
          // What is left out gives all it has to the lower order.
          left += table.raw[end] < minimumCounts[order] ? Double(count) : discounts.of(count)
          end += 1
        }
        // A context whose own n-gram was left out has no place in the trie.
        while parent < levels[order - 1].keys.count, levels[order - 1].keys[parent] < context { parent += 1 }
        guard parent < levels[order - 1].keys.count, levels[order - 1].keys[parent] == context else {
          index = end
          continue
        }
        let weight = left / sum
        levels[order - 1].logBackoff[parent] = Float(log(max(weight, 1e-9)))
        let mask: NGramKey = (1 << NGramKey(16 * order)) - 1
        for at in index..<end where table.raw[at] >= minimumCounts[order] {
          let count = table.adjusted[at]
          let lower = exp(Double(logProbability(of: table.keys[at] & mask, order: order - 1)))
          let probability = (Double(count) - discounts.of(count)) / sum + weight * lower
          level.keys.append(table.keys[at])
          level.logProbability.append(Float(log(probability)))
          level.logBackoff.append(0)
          level.frequency.append(Float(Double(table.raw[at]) / total))
        }
        index = end
      }
      levels.append(level)
      linkChildren()
    }
  }

  private static func unigrams(
    _ table: NGramCounts, discounts: Discounts, vocabularySize: Int, total: Double
  ) -> Level {
    var level = Level()
    let sum = table.adjusted.reduce(0.0) { $0 + Double($1) }
    let left = table.adjusted.reduce(0.0) { $0 + discounts.of($1) } / sum
    let uniform = 1 / Double(vocabularySize)
    var at = 0
    for id in 0..<vocabularySize {
      var probability = left * uniform
      var frequency: Float = 0
      if at < table.count, table.keys[at] == NGramKey(id) {
        probability += (Double(table.adjusted[at]) - discounts.of(table.adjusted[at])) / sum
        frequency = Float(Double(table.raw[at]) / total)
        at += 1
      }
      level.keys.append(NGramKey(id))
      level.logProbability.append(Float(log(probability)))
      level.logBackoff.append(0)
      level.frequency.append(frequency)
    }
    level.firstChild = Array(repeating: 0, count: vocabularySize + 1)
    return level
  }
}
