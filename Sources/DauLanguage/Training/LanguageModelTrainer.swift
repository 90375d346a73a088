public import Foundation

/// Trains an n-gram model of order 4 from several bodies of text.
///
/// Each body is counted and estimated by itself (interpolated modified Kneser-Ney); the bodies are interpolated
/// with weights tuned on held-out text, pruned to the size asked for, quantised and written. What is larger than
/// the memory lies in a folder; each finished step leaves its files there, and a trainer over the same folder
/// goes on behind the last of them.
public struct LanguageModelTrainer {
  /// Told the share of a step that is done; what it throws stops the work.
  public typealias Progress = (Double) throws -> Void

  private let vocabulary: Vocabulary
  private let folder: URL
  private let memory: Int
  private var components: [(name: String, top: URL, tokens: Int)] = []

  /// - Parameters:
  ///   - folder: for the files of finished steps; it must exist and hold those of the same training only.
  ///   - memory: bytes for sorting.
  public init(vocabulary: Vocabulary, folder: URL, memory: Int) {
    self.vocabulary = vocabulary
    self.folder = folder
    self.memory = memory
  }

  private func url(_ name: String) -> URL { folder.appending(path: name) }

  /// Adds a body of text.
  ///
  /// - Parameters:
  ///   - minimumCounts: n-grams of order *i* + 1 seen less often are left out at once.
  ///   - trigramLimit: when there are more trigrams, those seen once are left out too, so that the rest fits the memory.
  ///   - sentences: hands out the sentences; is not called when they have been counted before.
  public mutating func add(
    _ name: String, tokenCount: Int, minimumCounts: [UInt32] = [1, 1, 1, 1], trigramLimit: Int = .max,
    progress: Progress = { _ in },
    sentences: (([WordID]) throws -> Void) throws -> Void
  ) throws {
    let number = components.count + 1
    let top = url("\(number).top")
    defer { components.append((name, top, tokenCount)) }
    guard !exists(lowerOrders(number)) else { return }
    var counter = NGramCounter(folder: folder, name: "\(number)", memory: memory)
    var files = counter.files
    if !files.areComplete {
      try sentences { try counter.add($0) }
      try progress(0.4)
      files = try counter.finish()
    }
    try progress(0.6)
    var minimumCounts = minimumCounts
    if try RecordReader<CountedNGram>(files.url(2)).count > trigramLimit {
      minimumCounts[2] = max(minimumCounts[2], 2)
    }
    let model = try ComponentModel(
      counts: files, vocabularySize: vocabulary.count, minimumCounts: minimumCounts, top: top
    ) { try progress(0.6 + 0.4 * $0) }
    try model.trie.write(to: lowerOrders(number))
    files.remove()
  }

  private func lowerOrders(_ number: Int) -> URL { url("\(number).trie") }
  private func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

  /// What the training found out, for the model card.
  public struct Report: Sendable, Equatable, Codable {
    /// A body of text.
    public struct Component: Sendable, Equatable, Codable {
      /// As it was named for the training.
      public var name: String
      /// Its weight in the mixture, from 0 to 1.
      public var weight: Double
      /// Its words and sentence ends.
      public var tokens: Int
    }

    /// The bodies in the order in which they were named.
    public var components: [Component] = []
    /// Perplexity of the held-out text under the whole mixture, before quantisation.
    public var mixturePerplexity = 0.0
    /// That of the pruned model.
    public var prunedPerplexity = 0.0
    /// The number of n-grams of each order in the mixture.
    public var mixtureCounts: [Int] = []
    /// The number of n-grams of each order that the model kept.
    public var counts: [Int] = []
  }

  /// Mixes, prunes and writes.
  ///
  /// - Parameters:
  ///   - heldOut: sentences that none of the components has seen; tunes the weights.
  ///   - byteLimit: the largest size of the file.
  public consuming func write(
    to url: URL, heldOut: [[WordID]], byteLimit: Int, progress: Progress = { _ in }
  ) throws -> Report {
    var report = Report()
    let ranking: Pruning
    do {
      let mixture = try mixture(heldOut: heldOut, report: &report) { try progress(0.6 * $0) }
      report.mixturePerplexity = try mixture.perplexity(of: heldOut)
      report.mixtureCounts = mixture.trie.levels.map(\.keys.count)
      report.mixtureCounts.append(try RecordReader<ScoredNGram>(mixture.top).count)
      ranking = try Pruning(mixture, ranked: self.url("ranked.top")) { try progress(0.6 + 0.25 * $0) }
    }
    let fixed = ModelFile.fixedByteCount(of: vocabulary)
    let model = try ranking.pruned { fixed + ModelFile.byteCount(ofCounts: $0) <= byteLimit }
    try progress(0.95)
    report.prunedPerplexity = model.perplexity(of: heldOut)
    report.counts = model.levels.map(\.keys.count)
    try ModelFile.write(model, vocabulary: vocabulary, to: url)
    return report
  }

  private func mixture(heldOut: [[WordID]], report: inout Report, progress: Progress) throws -> ComponentModel {
    let parts = try components.enumerated().map { number, part in
      ComponentModel(trie: try NGramTrie(contentsOf: lowerOrders(number + 1)), top: part.top)
    }
    let weights = try ComponentModel.tunedWeights(parts, heldOut: heldOut)
    report.components = zip(components, weights).map { Report.Component(name: $0.name, weight: $1, tokens: $0.tokens) }
    return try ComponentModel.mixture(of: parts, weights: weights, top: url("mixture.top"), progress: progress)
  }
}

extension NGramTrie {
  /// The perplexity of sentences under a model that has all its orders in memory.
  func perplexity(of sentences: [[WordID]]) -> Double {
    var sum = 0.0
    var count = 0
    for sentence in sentences where !sentence.isEmpty {
      var window = NGramKey(WordID.sentenceStart.rawValue)
      var length = 1
      for word in sentence + [.sentenceEnd] {
        window = window << 16 | NGramKey(word.rawValue)
        length = min(length + 1, ModelFile.order)
        sum -= Double(logProbability(of: window, order: length - 1))
        count += 1
      }
    }
    return count == 0 ? 0 : exp(sum / Double(count))
  }
}
