import Algorithms
import Foundation

/// An n-gram model in memory: for each order the sorted n-grams with what is known of them.
///
/// The children of an n-gram, its continuations by one word, stand together in the next order. During training a trie
/// holds the orders 1 to 3 and the highest order lies in a file; only the finished model has all four.
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

    mutating func reserve(_ count: Int) {
      keys.reserveCapacity(count)
      logProbability.reserveCapacity(count)
      logBackoff.reserveCapacity(count)
      frequency.reserveCapacity(count)
    }

    mutating func append(_ key: NGramKey, logProbability: Float, frequency: Float) {
      keys.append(key)
      self.logProbability.append(logProbability)
      logBackoff.append(0)
      self.frequency.append(frequency)
    }
  }

  var levels: [Level] = []

  /// Fills `firstChild` of the level `order` from the level above it.
  mutating func linkChildren(of order: Int) {
    guard order + 1 < levels.count else {
      levels[order].firstChild = []
      return
    }
    var first: [UInt32] = []
    first.reserveCapacity(levels[order].keys.count + 1)
    var child = 0
    let children = levels[order + 1].keys
    for key in levels[order].keys {
      // Orphans would be skipped here and then belong to the wrong parent.
      while child < children.count, children[child] >> 16 < key { child += 1 }
      first.append(UInt32(child))
    }
    first.append(UInt32(children.count))
    levels[order].firstChild = first
  }

  mutating func linkChildren() {
    for order in levels.indices { linkChildren(of: order) }
  }

  /// The index of the n-gram `key` of `order`, or nil.
  func index(of key: NGramKey, order: Int) -> Int? {
    // Every identifier has its unigram.
    if order == 0 { return key < levels[0].keys.count ? Int(key) : nil }
    guard let parent = index(of: key >> 16, order: order - 1) else { return nil }
    let siblings = Int(levels[order - 1].firstChild[parent])..<Int(levels[order - 1].firstChild[parent + 1])
    let keys = levels[order].keys[siblings]
    let at = keys.partitioningIndex { $0 >= key }
    return at < keys.endIndex && keys[at] == key ? at : nil
  }

  /// The natural logarithm of the probability of the last word of `key` after the others.
  ///
  /// - Parameter order: zero-based; the key has `order + 1` words. May be one above the highest level: that order is then
  ///   taken for empty.
  func logProbability(of key: NGramKey, order: Int) -> Float {
    if order < levels.count, let index = index(of: key, order: order) { return levels[order].logProbability[index] }
    guard order > 0 else { return levels[0].logProbability[Int(WordID.unknown.rawValue)] }
    let lower = logProbability(of: key & mask(order: order - 1), order: order - 1)
    guard let context = index(of: key >> 16, order: order - 1) else { return lower }
    return levels[order - 1].logBackoff[context] + lower
  }

  /// Gives every context of `order` the back-off weight that makes its probabilities sum to 1.
  ///
  /// - Precondition: the lower orders have theirs.
  mutating func normalizeBackoffs(of order: Int) {
    for context in levels[order].keys.indices {
      let children = Int(levels[order].firstChild[context])..<Int(levels[order].firstChild[context + 1])
      guard !children.isEmpty else {
        levels[order].logBackoff[context] = 0
        continue
      }
      var above = 0.0
      var below = 0.0
      for child in children {
        above += Double(exp(levels[order + 1].logProbability[child]))
        below += Double(exp(logProbability(of: levels[order + 1].keys[child] & mask(order: order), order: order)))
      }
      levels[order].logBackoff[context] = Self.logBackoff(above: above, below: below)
    }
  }

  mutating func normalizeBackoffs() {
    for order in 0..<(levels.count - 1) { normalizeBackoffs(of: order) }
  }

  /// - Parameters:
  ///   - above: the sum of the probabilities of a context's continuations.
  ///   - below: the sum of the same words' probabilities after the shorter context.
  static func logBackoff(above: Double, below: Double) -> Float {
    Float(log(max(1 - above, 1e-7) / max(1 - below, 1e-7)))
  }
}

extension NGramTrie {
  /// How often the n-grams of an order are met, as shares of all words.
  func frequencies(order: Int) -> [Float] {
    guard order + 1 == levels.count, order > 0 else { return levels[order].frequency }
    // The highest order has only its probabilities left.
    var frequencies = [Float](repeating: 0, count: levels[order].keys.count)
    let contexts = levels[order - 1]
    for context in contexts.keys.indices {
      for child in Int(contexts.firstChild[context])..<Int(contexts.firstChild[context + 1]) {
        frequencies[child] = contexts.frequency[context] * exp(levels[order].logProbability[child])
      }
    }
    return frequencies
  }

  /// Writes the levels as they lie in memory; `init(contentsOf:)` reads them.
  func write(to url: URL) throws(ModelError) {
    let sink = try FileSink(url)
    try sink.append(valueOf: UInt64(levels.count))
    for level in levels { try sink.append(valueOf: UInt64(level.keys.count)) }
    for level in levels {
      try sink.append(valuesOf: level.keys)
      try sink.append(valuesOf: level.logProbability)
      try sink.append(valuesOf: level.logBackoff)
      try sink.append(valuesOf: level.frequency)
    }
    try sink.commit(durably: false)
  }

  init(contentsOf url: URL) throws {
    let header = try RecordReader<UInt64>(url, blockSize: 8)
    guard let count = try header.next(), count <= ModelFile.order else {
      throw ModelError.damaged(path: url.path, what: "header")
    }
    var sizes: [Int] = []
    while sizes.count < Int(count), let size = try header.next(), size < UInt32.max { sizes.append(Int(size)) }
    guard sizes.count == Int(count), (header.byteCount - 8 * (sizes.count + 1)) == sizes.reduce(0, +) * 20 else {
      throw ModelError.damaged(path: url.path, what: "cut short")
    }
    for size in sizes {
      levels.append(
        Level(
          keys: try header.array(of: NGramKey.self, count: size),
          logProbability: try header.array(of: Float.self, count: size),
          logBackoff: try header.array(of: Float.self, count: size),
          frequency: try header.array(of: Float.self, count: size)))
    }
    linkChildren()
  }
}
