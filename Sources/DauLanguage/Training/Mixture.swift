import Foundation

extension ComponentModel {
  /// The linear interpolation of models over one vocabulary as one back-off model, which holds every n-gram of every part.
  ///
  /// Back-off weights of the highest context order are set by `ranked(to:)`, which reads the highest order anyway.
  ///
  /// - Parameters:
  ///   - weights: non-negative, with sum 1.
  ///   - top: where the highest order is written.
  static func mixture(
    of parts: [ComponentModel], weights: [Double], top: URL, progress: (Double) throws -> Void = { _ in }
  ) throws -> ComponentModel {
    precondition(parts.count == weights.count && !parts.isEmpty, "one weight for each model")
    var mixed = NGramTrie()
    for order in parts[0].trie.levels.indices {
      mixed.levels.append(mixedLevel(parts.map(\.trie), weights, order: order))
      if order > 0 { mixed.linkChildren(of: order - 1) }
      try progress(0.1 * Double(order + 1))
    }
    for order in mixed.levels.indices.dropLast() { mixed.normalizeBackoffs(of: order) }
    try mixTop(parts, weights, to: top) { try progress(0.4 + 0.6 * $0) }
    return ComponentModel(trie: mixed, top: top)
  }

  private static func mixedLevel(_ parts: [NGramTrie], _ weights: [Double], order: Int) -> NGramTrie.Level {
    let levels = parts.map { $0.levels[order] }
    var level = NGramTrie.Level()
    level.reserve(unionCount(levels.map(\.keys)))
    var at = [Int](repeating: 0, count: parts.count)
    while true {
      var key = NGramKey.max
      for part in parts.indices where at[part] < levels[part].keys.count { key = min(key, levels[part].keys[at[part]]) }
      if key == .max { break }
      var probability: Float = 0
      var frequency: Float = 0
      for part in parts.indices {
        let index = at[part]
        if index < levels[part].keys.count, levels[part].keys[index] == key {
          probability += Float(weights[part]) * exp(levels[part].logProbability[index])
          frequency += Float(weights[part]) * levels[part].frequency[index]
          at[part] += 1
        } else {
          probability += Float(weights[part]) * exp(parts[part].logProbability(of: key, order: order))
        }
      }
      level.append(key, logProbability: log(max(probability, 1e-30)), frequency: frequency)
    }
    return level
  }

  /// The number of different keys in sorted lists.
  private static func unionCount(_ lists: [[NGramKey]]) -> Int {
    var at = [Int](repeating: 0, count: lists.count)
    var count = 0
    while true {
      var key = NGramKey.max
      for list in lists.indices where at[list] < lists[list].count { key = min(key, lists[list][at[list]]) }
      if key == .max { return count }
      count += 1
      for list in lists.indices where at[list] < lists[list].count && lists[list][at[list]] == key { at[list] += 1 }
    }
  }

  private static func mixTop(
    _ parts: [ComponentModel], _ weights: [Double], to top: URL, progress: (Double) throws -> Void
  ) throws {
    let sink = try FileSink(top)
    let readers = try parts.map { try RecordReader<ScoredNGram>($0.top) }
    var heads = try readers.map { try $0.next() }
    let total = Double(max(1, readers.reduce(0) { $0 + $1.count }))
    var done = 0
    while true {
      var key = NGramKey.max
      for head in heads { if let head { key = min(key, head.key) } }
      if key == .max { break }
      var probability: Float = 0
      var frequency: Float = 0
      for part in parts.indices {
        if let head = heads[part], head.key == key {
          probability += Float(weights[part]) * exp(head.logProbability)
          frequency += Float(weights[part]) * head.frequency
          heads[part] = try readers[part].next()
          done += 1
          if done & 0xFFFF == 0 { try progress(Double(done) / total) }
        } else {
          probability += Float(weights[part]) * exp(parts[part].trie.logProbability(of: key, order: 3))
        }
      }
      try sink.append(
        valueOf: ScoredNGram(key: key, logProbability: log(max(probability, 1e-30)), frequency: frequency))
    }
    try sink.commit(durably: false)
  }

  /// The weights of a mixture that give held-out text the highest probability, by expectation maximisation.
  static func tunedWeights(_ parts: [ComponentModel], heldOut: [[WordID]]) throws -> [Double] {
    guard parts.count > 1, !heldOut.isEmpty else {
      return [Double](repeating: 1 / Double(parts.count), count: parts.count)
    }
    let perWord = try parts.map { part in
      var list: [Double] = []
      try part.forEachWord(of: heldOut) { list.append(Double(exp($0))) }
      return list
    }
    var weights = [Double](repeating: 1 / Double(parts.count), count: parts.count)
    for _ in 0..<30 {
      var share = [Double](repeating: 0, count: parts.count)
      for at in perWord[0].indices {
        var sum = 0.0
        for part in parts.indices { sum += weights[part] * perWord[part][at] }
        for part in parts.indices { share[part] += weights[part] * perWord[part][at] / sum }
      }
      let total = share.reduce(0, +)
      weights = share.map { $0 / total }
    }
    return weights
  }
}
