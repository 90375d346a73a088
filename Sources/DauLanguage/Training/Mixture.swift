import Foundation

extension NGramTrie {
  /// The linear interpolation of models over one vocabulary, written as one back-off model: it holds
  /// every n-gram of every part.
  ///
  /// - Parameter weights: non-negative, with sum 1.
  static func mixture(of parts: [NGramTrie], weights: [Double]) -> NGramTrie {
    precondition(parts.count == weights.count && !parts.isEmpty, "one weight for each model")
    guard parts.count > 1 else { return parts[0] }
    var mixed = NGramTrie(levels: [])
    for order in parts[0].levels.indices {
      var level = Level()
      level.keys = union(of: parts.map { $0.levels[order].keys })
      let count = level.keys.count
      level.logProbability = [Float](repeating: 0, count: count)
      level.frequency = [Float](repeating: 0, count: count)
      level.logBackoff = [Float](repeating: 0, count: count)
      for (part, weight) in zip(parts, weights) {
        var at = 0
        let own = part.levels[order]
        for index in 0..<count {
          let key = level.keys[index]
          let logProbability: Float
          if at < own.keys.count, own.keys[at] == key {
            logProbability = own.logProbability[at]
            level.frequency[index] += Float(weight) * own.frequency[at]
            at += 1
          } else {
            logProbability = part.logProbability(of: key, order: order)
          }
          level.logProbability[index] += Float(weight) * exp(logProbability)
        }
      }
      for index in 0..<count { level.logProbability[index] = log(max(level.logProbability[index], 1e-30)) }
      mixed.levels.append(level)
    }
    mixed.linkChildren()
    mixed.normalizeBackoffs()
    return mixed
  }

  /// Gives every context the back-off weight that makes its probabilities sum to 1.
  mutating func normalizeBackoffs() {
    for order in 0..<(levels.count - 1) {
      let mask: NGramKey = (1 << NGramKey(16 * (order + 1))) - 1
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
          below += Double(exp(logProbability(of: levels[order + 1].keys[child] & mask, order: order)))
        }
        levels[order].logBackoff[context] = Float(log(max(1 - above, 1e-7) / max(1 - below, 1e-7)))
      }
    }
  }

  /// Leaves out the n-grams whose loss costs least until the model fits.
  ///
  /// An n-gram's worth is its frequency times the drop of its log probability when it is left out
  /// (weighted difference pruning: K. Seymore and R. Rosenfeld, *Scalable Backoff Language Models*,
  /// ICSLP 1996). N-grams with remaining continuations stay.
  ///
  /// - Parameter fits: whether a model with these numbers of n-grams by order is small enough.
  mutating func prune(toFit fits: ([Int]) -> Bool) {
    guard !fits(levels.map(\.keys.count)) else { return }
    var worth: [[Float]] = levels.map { [Float](repeating: .infinity, count: $0.keys.count) }
    for order in 1..<levels.count {
      let mask: NGramKey = (1 << NGramKey(16 * order)) - 1
      for parent in levels[order - 1].keys.indices {
        let backoff = levels[order - 1].logBackoff[parent]
        for child in Int(levels[order - 1].firstChild[parent])..<Int(levels[order - 1].firstChild[parent + 1]) {
          let lower = logProbability(of: levels[order].keys[child] & mask, order: order - 1)
          worth[order][child] =
            levels[order].frequency[child] * (levels[order].logProbability[child] - backoff - lower)
        }
      }
    }
    // An n-gram is worth at least what its best continuation is worth.
    for order in stride(from: levels.count - 2, to: 0, by: -1) {
      for parent in levels[order].keys.indices {
        for child in Int(levels[order].firstChild[parent])..<Int(levels[order].firstChild[parent + 1]) {
          worth[order][parent] = max(worth[order][parent], worth[order + 1][child])
        }
      }
    }
    var low: Float = -30
    var high: Float = 0
    for _ in 0..<32 {
      let middle = (low + high) / 2
      let threshold = exp(middle)
      let counts = worth.map { level in level.reduce(0) { $0 + ($1 >= threshold ? 1 : 0) } }
      if fits(counts) { high = middle } else { low = middle }
    }
    let threshold = exp(high)
    for order in 1..<levels.count {
      let kept = levels[order].keys.indices.filter { worth[order][$0] >= threshold }
      levels[order].keys = kept.map { levels[order].keys[$0] }
      levels[order].logProbability = kept.map { levels[order].logProbability[$0] }
      levels[order].logBackoff = [Float](repeating: 0, count: kept.count)
      levels[order].frequency = kept.map { levels[order].frequency[$0] }
    }
    linkChildren()
    normalizeBackoffs()
  }

  private static func union(of lists: [[NGramKey]]) -> [NGramKey] {
    var result = lists[0]
    for list in lists.dropFirst() {
      var merged: [NGramKey] = []
      merged.reserveCapacity(result.count + list.count)
      var i = 0
      var j = 0
      while i < result.count || j < list.count {
        if j == list.count || (i < result.count && result[i] < list[j]) {
          merged.append(result[i])
          i += 1
        } else {
          if i < result.count, result[i] == list[j] { i += 1 }
          merged.append(list[j])
          j += 1
        }
      }
      result = merged
    }
    return result
  }
}
