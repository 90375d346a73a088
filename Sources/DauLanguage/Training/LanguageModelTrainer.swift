public import Foundation

/// Trains an n-gram model of order 4 from the counts of several bodies of text.
///
/// Each component is estimated by itself (interpolated modified Kneser-Ney); the components are
/// interpolated with weights tuned on held-out text, pruned to the size asked for, quantised and written.
public struct LanguageModelTrainer {
  private let vocabulary: Vocabulary
  private var components: [(name: String, trie: NGramTrie, tokens: Int)] = []

  public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Adds a body of text by its counts.
  ///
  /// - Parameter minimumCounts: n-grams of order *i* + 1 seen less often are left out at once.
  public mutating func add(_ name: String, counter: consuming NGramCounter, minimumCounts: [UInt32] = [1, 1, 1, 1]) {
    let tokens = counter.tokenCount
    let counts = counter.counts()
    components.append(
      (name, NGramTrie(counts: counts, vocabularySize: vocabulary.count, minimumCounts: minimumCounts), tokens))
  }

  /// What the training found out, for the model card.
  public struct Report: Sendable {
    public var weights: [(name: String, weight: Double, tokens: Int)] = []
    /// Perplexity of the held-out text under the whole mixture and under the pruned model.
    public var mixturePerplexity = 0.0
    public var prunedPerplexity = 0.0
    /// The number of n-grams kept of each order.
    public var counts: [Int] = []
  }

  /// Mixes, prunes and writes.
  ///
  /// - Parameters:
  ///   - heldOut: sentences that none of the components has seen; tunes the weights.
  ///   - byteLimit: the largest size of the file.
  public consuming func write(to url: URL, heldOut: [[WordID]], byteLimit: Int) throws -> Report {
    var report = Report()
    let weights = Self.tunedWeights(components.map(\.trie), heldOut: heldOut)
    report.weights = zip(components, weights).map { ($0.name, $1, $0.tokens) }
    var model = NGramTrie.mixture(of: components.map(\.trie), weights: weights)
    components = []
    report.mixturePerplexity = model.perplexity(of: heldOut)
    let fixed = ModelFile.fixedByteCount(of: vocabulary)
    model.prune { fixed + ModelFile.byteCount(ofCounts: $0) <= byteLimit }
    report.prunedPerplexity = model.perplexity(of: heldOut)
    report.counts = model.levels.map(\.keys.count)
    try ModelFile.write(model, vocabulary: vocabulary, to: url)
    return report
  }

  /// Expectation maximisation of the interpolation weights on held-out text.
  static func tunedWeights(_ parts: [NGramTrie], heldOut: [[WordID]]) -> [Double] {
    guard parts.count > 1, !heldOut.isEmpty else {
      return [Double](repeating: 1 / Double(parts.count), count: parts.count)
    }
    let perWord = parts.map { part in
      var list: [Double] = []
      part.forEachWord(of: heldOut) { list.append(Double(exp($0))) }
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

extension NGramTrie {
  /// Calls `body` with the natural log probability of every word and sentence end.
  func forEachWord(of sentences: [[WordID]], _ body: (Float) -> Void) {
    for sentence in sentences where !sentence.isEmpty {
      var window = NGramKey(WordID.sentenceStart.rawValue)
      var length = 1
      for word in sentence + [.sentenceEnd] {
        window = window << 16 | NGramKey(word.rawValue)
        length = min(length + 1, 4)
        body(logProbability(of: window, order: length - 1))
      }
    }
  }

  func perplexity(of sentences: [[WordID]]) -> Double {
    var sum = 0.0
    var count = 0
    forEachWord(of: sentences) {
      sum -= Double($0)
      count += 1
    }
    return count == 0 ? 0 : exp(sum / Double(count))
  }
}
