import DauTestSupport
import Foundation
import Testing

@testable import DauLanguage

/// A small model of two sentences' worth of words, trained and written to a folder that lives as long as the value.
struct SmallModel {
  static let words = ["ủy", "ban", "nhân", "dân", "tỉnh", "và", "hội", "đồng"]
  let vocabulary = Vocabulary(words: Self.words)
  let trie: NGramTrie
  let url: URL

  static let sentences = [
    "ủy ban nhân dân tỉnh", "ủy ban nhân dân và hội đồng nhân dân tỉnh", "hội đồng nhân dân", "nhân dân tỉnh",
    "ủy ban và hội đồng", "dân tỉnh và nhân dân", "ban dân tỉnh",
  ]

  func ids(_ sentence: String) -> [WordID] { sentence.split(separator: " ").map { vocabulary.id(of: String($0)) } }

  let component: ComponentModel

  init(minimumCounts: [UInt32] = [1, 1, 1, 1]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dau-model-\(UUID().uuidString)")
    let work = folder.appending(path: "work")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    component = try Self.component(Self.sentences, vocabulary, in: work, minimumCounts: minimumCounts)
    trie = try component.whole()
    url = folder.appending(path: "small.daulm")
    try ModelFile.write(trie, vocabulary: vocabulary, to: url)
  }

  /// Counts and estimates, with so little memory that sorting goes through many runs.
  static func component(
    _ sentences: [String], _ vocabulary: Vocabulary, in folder: URL, minimumCounts: [UInt32] = [1, 1, 1, 1]
  ) throws -> ComponentModel {
    let name = UUID().uuidString
    var counter = NGramCounter(folder: folder, name: name, memory: 1)
    for sentence in sentences {
      try counter.add(sentence.split(separator: " ").map { vocabulary.id(of: String($0)) })
    }
    return try ComponentModel(
      counts: try counter.finish(), vocabularySize: vocabulary.count, minimumCounts: minimumCounts,
      top: folder.appending(path: name + ".top"))
  }

  func remove() { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
}

extension ComponentModel {
  /// All orders in memory.
  func whole() throws -> NGramTrie {
    var trie = trie
    var level = NGramTrie.Level()
    let reader = try RecordReader<ScoredNGram>(top)
    while let ngram = try reader.next() {
      level.append(ngram.key, logProbability: ngram.logProbability, frequency: ngram.frequency)
    }
    trie.levels.append(level)
    trie.linkChildren()
    return trie
  }
}

@Suite struct LanguageModelTests {
  /// The n-grams in order, as one key each.
  private func key(_ words: some Sequence<WordID>) -> NGramKey {
    words.reduce(0) { $0 << 16 | NGramKey($1.rawValue) }
  }

  @Test func `probabilities of all words after any context sum to one`() throws {
    let small = try SmallModel()
    defer { small.remove() }
    let words = (1..<small.vocabulary.count).map { WordID(UInt16($0)) }
    for context in [[], ["ủy"], ["ủy", "ban"], ["nhân", "dân", "tỉnh"], ["hội", "hội", "hội"]] {
      let ids = context.map { small.vocabulary.id(of: $0) }
      // `.none` and the start of a sentence follow nothing; the estimator gives them a share of the uniform part.
      let all = [WordID.none] + words
      let sum = all.reduce(0.0) {
        $0 + exp(Double(small.trie.logProbability(of: key(ids + [$1]), order: ids.count)))
      }
      #expect(abs(sum - 1) < 1e-4, "after \(context): \(sum)")
    }
  }

  @Test func `the mapped model scores as the one in memory`() throws {
    let small = try SmallModel()
    defer { small.remove() }
    let model = try LanguageModel(contentsOf: small.url)
    try model.verify()
    var compared = 0
    var filter = LanguageModel.FollowerFilter()
    for sentence in SmallModel.sentences + ["tỉnh ủy ban hội và", "đồng đồng dân"] {
      var state = model.sentenceStart
      var window = NGramKey(WordID.sentenceStart.rawValue)
      var length = 1
      for word in small.ids(sentence) + [.sentenceEnd] {
        window = window << 16 | NGramKey(word.rawValue)
        length = min(length + 1, 4)
        let slow = Double(small.trie.logProbability(of: window, order: length - 1)) / log(10)
        let fast = model.score(word, after: state)
        // All words at once: the same scores, and states that have the same future.
        let all = (1..<small.vocabulary.count).map { WordID(UInt16($0)) }
        var scores = [LanguageModel.Score](repeating: LanguageModel.Score(), count: all.count)
        unsafe all.withUnsafeBufferPointer { all in
          unsafe scores.withUnsafeMutableBufferPointer {
            unsafe model.score(all, in: model.context(of: state), filter: &filter, into: $0)
          }
        }
        for (other, score) in zip(all, scores) {
          let one = model.score(other, after: state)
          #expect(score.log10 == one.log10)
          let next = model.state(after: other, scored: score)
          for third in all {
            #expect(model.score(third, after: next).log10 == model.score(third, after: one.next).log10)
          }
        }
        state = fast.next
        // 8 bits a value: few distinct values here, so the codebook holds them nearly exactly.
        #expect(abs(Double(fast.log10) - slow) < 1e-3, "\(sentence)")
        compared += 1
      }
    }
    #expect(compared > 30)
  }

  @Test func `a word is found by its spelling and spelled by its number`() throws {
    let small = try SmallModel()
    defer { small.remove() }
    let model = try LanguageModel(contentsOf: small.url)
    for word in SmallModel.words {
      let id = try #require(model.id(of: word))
      #expect(Array(model.spelling(of: id).utf8) == Array(word.utf8))
    }
    #expect(model.id(of: "xã") == nil)
    #expect(model.id(of: "") == nil)
    // The same letters in another normalization form are another spelling.
    #expect(model.id(of: "hội".decomposedStringWithCanonicalMapping) == nil)
  }

  @Test func `an n-gram that was seen is likelier than one that was not`() throws {
    let small = try SmallModel()
    defer { small.remove() }
    let model = try LanguageModel(contentsOf: small.url)
    func score(_ sentence: String) -> Float {
      var state = model.sentenceStart
      var sum: Float = 0
      for word in small.ids(sentence) {
        let next = model.score(word, after: state)
        sum += next.log10
        state = next.next
      }
      return sum
    }
    #expect(score("ủy ban nhân dân") > score("ủy ban dân nhân"))
    #expect(score("hội đồng nhân dân") > score("đồng hội nhân dân"))
  }

  @Test func `files that are no models are refused by name`() throws {
    let small = try SmallModel()
    defer { small.remove() }
    let good = try Data(contentsOf: small.url)
    let bad = small.url.deletingLastPathComponent().appending(path: "bad.daulm")
    func open(_ data: Data) throws -> LanguageModel {
      try data.write(to: bad)
      return try LanguageModel(contentsOf: bad)
    }
    #expect(throws: ModelError.notAModel(path: bad.path)) { _ = try open(Data()) }
    #expect(throws: ModelError.notAModel(path: bad.path)) { _ = try open(Data(repeating: 0x41, count: 4096)) }
    #expect(throws: ModelError.size(path: bad.path, found: good.count - 1, expected: good.count)) {
      _ = try open(good.dropLast())
    }
    var other = good
    other[8] = 9
    #expect(throws: ModelError.version(path: bad.path, found: 9, readable: 1)) { _ = try open(other) }
    #expect(throws: (any Error).self) {
      _ = try LanguageModel(contentsOf: bad.deletingLastPathComponent().appending(path: "none"))
    }
  }

  @Test func `a flipped byte is found by verify`() throws {
    let small = try SmallModel()
    defer { small.remove() }
    var data = try Data(contentsOf: small.url)
    data[data.count - 9] ^= 0x10
    try data.write(to: small.url)
    let model = try LanguageModel(contentsOf: small.url)
    #expect(throws: ModelError.damaged(path: small.url.path, what: "checksum")) { try model.verify() }
  }

  @Test func `a model named to be verified is refused where a byte is flipped`() throws {
    let small = try SmallModel()
    defer { small.remove() }
    _ = try LanguageModel(contentsOf: small.url, verifying: true)
    var data = try Data(contentsOf: small.url)
    data[data.count - 9] ^= 0x10
    try data.write(to: small.url)
    #expect(throws: ModelError.damaged(path: small.url.path, what: "checksum")) {
      _ = try LanguageModel(contentsOf: small.url, verifying: true)
    }
  }

  @Test func `scores of a damaged model are numbers, and nothing traps`() throws {
    let small = try SmallModel()
    defer { small.remove() }
    let good = try Data(contentsOf: small.url)
    var generator = Randomness(seed: 20)
    var opened = 0
    for _ in 0..<1500 {
      var data = good
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        // The codebooks fill most of a small file; what lies behind them is the trie.
        let at = Int.random(
          in: Bool.random(using: &generator) ? 128..<good.count : good.count - 300..<good.count, using: &generator)
        data[at] = UInt8.random(in: 0...255, using: &generator)
      }
      try data.write(to: small.url)
      guard let model = try? LanguageModel(contentsOf: small.url) else { continue }
      opened += 1
      var state = model.sentenceStart
      var filter = LanguageModel.FollowerFilter()
      var scores = [LanguageModel.Score](repeating: .init(), count: SmallModel.words.count)
      let words = SmallModel.words.map { model.id(of: $0) ?? .unknown }
      for word in words + words.reversed() {
        // The buffers are used during the call only.
        unsafe words.withUnsafeBufferPointer { words in
          unsafe scores.withUnsafeMutableBufferPointer {
            unsafe model.score(words, in: model.context(of: state), filter: &filter, into: $0)
          }
        }
        #expect(scores.allSatisfy { $0.log10.isFinite })
        let next = model.score(word, after: state)
        #expect(next.log10.isFinite)
        state = next.next
      }
    }
    #expect(opened > 500)
  }

  @Test func `damaged headers never trap`() throws {
    let small = try SmallModel()
    defer { small.remove() }
    let good = try Data(contentsOf: small.url)
    for at in 0..<ModelFile.headerByteCount {
      for value in [0x00, 0x01, 0x7F, 0xFF] as [UInt8] {
        var data = good
        data[at] = value
        try data.write(to: small.url)
        // Opening may succeed (bytes that mean nothing) or throw; it may not trap.
        if let model = try? LanguageModel(contentsOf: small.url) {
          #expect(model.wordCount > 4, "byte \(at) = \(value)")
        }
      }
    }
  }
}
