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

  init(minimumCounts: [UInt32] = [1, 1, 1, 1]) throws {
    var counter = NGramCounter(blockSize: 16)
    let vocabulary = vocabulary
    for sentence in Self.sentences {
      counter.add(sentence.split(separator: " ").map { vocabulary.id(of: String($0)) })
    }
    trie = NGramTrie(counts: counter.counts(), vocabularySize: vocabulary.count, minimumCounts: minimumCounts)
    let folder = FileManager.default.temporaryDirectory.appending(path: "dau-model-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    url = folder.appending(path: "small.daulm")
    try ModelFile.write(trie, vocabulary: vocabulary, to: url)
  }

  func remove() { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
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
    var cache = LanguageModel.BigramCache()
    for sentence in SmallModel.sentences + ["tỉnh ủy ban hội và", "đồng đồng dân"] {
      var state = model.sentenceStart
      var window = NGramKey(WordID.sentenceStart.rawValue)
      var length = 1
      for word in small.ids(sentence) + [.sentenceEnd] {
        window = window << 16 | NGramKey(word.rawValue)
        length = min(length + 1, 4)
        let slow = Double(small.trie.logProbability(of: window, order: length - 1)) / log(10)
        let fast = model.score(word, after: state)
        let cached = model.score(word, in: model.context(of: state), cache: &cache)
        #expect(cached.log10 == fast.log10 && cached.next == fast.next)
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

  @Test func `counts do not depend on the size of the blocks`() {
    let vocabulary = Vocabulary(words: SmallModel.words)
    func counts(_ size: Int) -> [NGramCounts] {
      var counter = NGramCounter(blockSize: size)
      for sentence in SmallModel.sentences {
        counter.add(sentence.split(separator: " ").map { vocabulary.id(of: String($0)) })
      }
      return counter.counts()
    }
    let whole = counts(1 << 12)
    for size in [1, 2, 3, 7] {
      let blocks = counts(size)
      for order in 0..<4 {
        #expect(blocks[order].keys == whole[order].keys)
        #expect(blocks[order].raw == whole[order].raw)
        #expect(blocks[order].adjusted == whole[order].adjusted)
      }
    }
    // "nhân dân" stands 6 times, behind 4 different words: ban, đồng, và, and the start of a sentence.
    let pair = key([vocabulary.id(of: "nhân"), vocabulary.id(of: "dân")])
    let at = whole[1].keys.firstIndex(of: pair)!
    #expect(whole[1].raw[at] == 6)
    #expect(whole[1].adjusted[at] == 4)
  }

  @Test func `discounts follow Chen and Goodman`() {
    // Y = 100 / (100 + 2 · 40) = 5/9.
    let discounts = Discounts(countOfCounts: [100, 40, 20, 12])
    #expect(abs(discounts.one - (1 - 2 * (5.0 / 9) * 0.4)) < 1e-12)
    #expect(abs(discounts.two - (2 - 3 * (5.0 / 9) * 0.5)) < 1e-12)
    #expect(abs(discounts.many - (3 - 4 * (5.0 / 9) * 0.6)) < 1e-12)
  }

  @Test func `a mixture is the weighted mean of its parts`() throws {
    let first = try SmallModel()
    defer { first.remove() }
    let second = try SmallModel(minimumCounts: [1, 2, 2, 2])
    defer { second.remove() }
    let mixed = NGramTrie.mixture(of: [first.trie, second.trie], weights: [0.3, 0.7])
    for (order, level) in mixed.levels.enumerated() {
      for key in level.keys {
        let expected =
          0.3 * exp(Double(first.trie.logProbability(of: key, order: order)))
          + 0.7 * exp(Double(second.trie.logProbability(of: key, order: order)))
        #expect(abs(exp(Double(mixed.logProbability(of: key, order: order))) - expected) < 1e-5)
      }
    }
  }

  @Test func `pruning fits the limit, keeps the trie whole and the sums at one`() throws {
    let small = try SmallModel()
    defer { small.remove() }
    var trie = small.trie
    let before = trie.levels.map(\.keys.count)
    let limit = before.reduce(0, +) * 2 / 3
    trie.prune { $0.reduce(0, +) <= limit }
    let after = trie.levels.map(\.keys.count)
    #expect(after.reduce(0, +) <= limit)
    #expect(after[0] == before[0])
    for order in 1..<4 {
      for key in trie.levels[order].keys { #expect(trie.index(of: key >> 16, order: order - 1) != nil) }
    }
    let ban = small.vocabulary.id(of: "ban")
    let sum = (0..<small.vocabulary.count).reduce(0.0) {
      $0 + exp(Double(trie.logProbability(of: key([ban, WordID(UInt16($1))]), order: 1)))
    }
    #expect(abs(sum - 1) < 1e-4)
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
