import DauTestSupport
import Foundation
import Synchronization
import Testing

@testable import DauLanguage

/// Counting and smoothing by the book, with dictionaries: the oracle for what works through files.
struct PlainKneserNey {
  private var raw: [[[UInt16]: Int]] = Array(repeating: [:], count: 5)
  private var adjusted: [[[UInt16]: Int]] = Array(repeating: [:], count: 5)
  private var discounts: [Discounts] = []
  private let vocabularySize: Int

  init(_ sentences: [[WordID]], vocabularySize: Int) {
    self.vocabularySize = vocabularySize
    var before: [[UInt16]: Set<UInt16>] = [:]
    for sentence in sentences {
      let words = [WordID.sentenceStart.rawValue] + sentence.map(\.rawValue) + [WordID.sentenceEnd.rawValue]
      for length in 1...4 where words.count >= length {
        for start in 0...(words.count - length) {
          let ngram = Array(words[start..<(start + length)])
          if ngram == [WordID.sentenceStart.rawValue] { continue }
          raw[length][ngram, default: 0] += 1
          if start > 0 { before[ngram, default: []].insert(words[start - 1]) }
        }
      }
    }
    for length in 1...4 {
      for (ngram, count) in raw[length] {
        let startsSentence = ngram[0] == WordID.sentenceStart.rawValue
        adjusted[length][ngram] = length == 4 || startsSentence ? count : before[ngram]!.count
      }
    }
    discounts = [Discounts(countOfCounts: [0, 0, 0, 0])]
    for length in 1...4 {
      let counts = (1...4).map { wanted in Double(adjusted[length].values.count { $0 == wanted }) }
      discounts.append(Discounts(countOfCounts: counts))
    }
  }

  func rawCount(_ ngram: [UInt16]) -> Int { raw[ngram.count][ngram] ?? 0 }
  func adjustedCount(_ ngram: [UInt16]) -> Int { adjusted[ngram.count][ngram] ?? 0 }
  func count(ofLength length: Int) -> Int { raw[length].count }

  func probability(of word: UInt16, after context: [UInt16]) -> Double {
    let length = context.count + 1
    let continuations = adjusted[length].filter { Array($0.key.dropLast()) == context }
    let lower = context.isEmpty ? 1 / Double(vocabularySize) : probability(of: word, after: Array(context.dropFirst()))
    guard !continuations.isEmpty else { return lower }
    let sum = Double(continuations.values.reduce(0, +))
    let left = continuations.values.reduce(0.0) { $0 + discounts[length].of(UInt32($1)) }
    let own = continuations[context + [word]] ?? 0
    return (Double(own) - discounts[length].of(UInt32(own))) / sum + left / sum * lower
  }
}

@Suite struct TrainingTests {
  private let folder: TemporaryFolder
  private let vocabulary = Vocabulary(words: SmallModel.words)

  init() throws { folder = try TemporaryFolder() }

  private func key(_ words: some Sequence<UInt16>) -> NGramKey { words.reduce(0) { $0 << 16 | NGramKey($1) } }

  /// Sentences of a few words that follow each other more or less often.
  private func sentences(seed: UInt64, count: Int = 400) -> [[WordID]] {
    var randomness = Randomness(seed: seed)
    return (0..<count).map { _ in
      var word = Int.random(in: 4..<vocabulary.count, using: &randomness)
      return (0..<Int.random(in: 1...9, using: &randomness)).map { _ in
        word = 4 + (word * 5 + Int.random(in: 0...2, using: &randomness) * 3) % (vocabulary.count - 4)
        return WordID(UInt16(word))
      }
    }
  }

  private func counts(_ sentences: [[WordID]], memory: Int, name: String) throws -> NGramCounter.Files {
    var counter = NGramCounter(folder: folder.url, name: name, memory: memory)
    for sentence in sentences { try counter.add(sentence) }
    return try counter.finish()
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `counts and probabilities are those of the book`(_ seed: UInt64) throws {
    let sentences = sentences(seed: seed)
    let plain = PlainKneserNey(sentences, vocabularySize: vocabulary.count)
    // 64 bytes of memory: some hundred runs, so that runs are merged into runs too.
    let files = try counts(sentences, memory: 64, name: "small")
    for order in 1...3 {
      let reader = try RecordReader<CountedNGram>(files.url(order))
      var last: NGramKey?
      #expect(reader.count == plain.count(ofLength: order + 1) || order == 3, "order \(order), seed \(seed)")
      while let ngram = try reader.next() {
        let words = (0...order).reversed().map { word(ngram.key, $0) }
        #expect(Int(ngram.raw) == plain.rawCount(words) && Int(ngram.adjusted) == plain.adjustedCount(words))
        #expect(last.map { $0 < ngram.key } ?? true, "keys rise")
        last = ngram.key
      }
    }
    let trie = try ComponentModel(
      counts: files, vocabularySize: vocabulary.count, minimumCounts: [1, 1, 1, 1],
      top: folder.url.appending(path: "top")
    ).whole()
    for sentence in sentences.prefix(40) {
      let words = [WordID.sentenceStart.rawValue] + sentence.map(\.rawValue) + [WordID.sentenceEnd.rawValue]
      for at in 1..<words.count {
        let context = Array(words[max(0, at - 3)..<at])
        let own = Double(exp(trie.logProbability(of: key(context + [words[at]]), order: context.count)))
        let book = plain.probability(of: words[at], after: context)
        #expect(abs(own - book) < 1e-5, "seed \(seed), \(words[at]) after \(context)")
      }
    }
  }

  @Test func `the size of the memory changes no byte`() throws {
    let sentences = sentences(seed: 7)
    let large = try counts(sentences, memory: 1 << 20, name: "large")
    let small = try counts(sentences, memory: 1, name: "small")
    for order in 0..<4 { #expect(try Data(contentsOf: large.url(order)) == Data(contentsOf: small.url(order))) }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("run") }
    #expect(left.isEmpty, "no run is left: \(left)")
  }

  @Test func `runs are removed when the work is given up`() throws {
    do {
      var counter = NGramCounter(folder: folder.url, name: "x", memory: 1)
      for sentence in sentences(seed: 1) { try counter.add(sentence) }
      #expect(try !FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `radix sort orders keys and keeps equal ones in their order`() {
    var randomness = Randomness(seed: 5)
    for count in [0, 1, 2, 3, 1000] {
      for bits in [3, 16, 64] as [UInt64] {
        let all = (0..<count).map { at in
          CountedNGram(key: randomness.next() >> (64 - bits), raw: UInt32(at), adjusted: 0)
        }
        var sorted = all
        RadixSort.sort(&sorted)
        let expected = all.sorted { ($0.key, $0.raw) < ($1.key, $1.raw) }
        #expect(sorted == expected, "\(count) keys of \(bits) bits")
      }
    }
  }

  @Test func `discounts follow Chen and Goodman`() {
    // Y = 100 / (100 + 2 · 40) = 5/9.
    let discounts = Discounts(countOfCounts: [100, 40, 20, 12])
    #expect(abs(discounts.one - (1 - 2 * (5.0 / 9) * 0.4)) < 1e-12)
    #expect(abs(discounts.two - (2 - 3 * (5.0 / 9) * 0.5)) < 1e-12)
    #expect(abs(discounts.many - (3 - 4 * (5.0 / 9) * 0.6)) < 1e-12)
  }

  private func estimated(_ sentences: [[WordID]], _ name: String, minimumCounts: [UInt32]) throws -> ComponentModel {
    try ComponentModel(
      counts: counts(sentences, memory: 1 << 16, name: name), vocabularySize: vocabulary.count,
      minimumCounts: minimumCounts, top: folder.url.appending(path: name + ".top"))
  }

  @Test func `a mixture is the weighted mean of its parts, and its probabilities sum to one`() throws {
    let first = try estimated(sentences(seed: 1), "1", minimumCounts: [1, 1, 1, 1])
    let second = try estimated(sentences(seed: 2), "2", minimumCounts: [1, 1, 2, 2])
    let mixture = try ComponentModel.mixture(
      of: [first, second], weights: [0.3, 0.7], top: folder.url.appending(path: "mixture.top"))
    let whole = try Pruning(mixture, ranked: folder.url.appending(path: "ranked.top")).pruned { _ in true }
    let parts = [try first.whole(), try second.whole()]
    #expect(whole.levels.map(\.keys.count) == mixture.trie.levels.map(\.keys.count) + [whole.levels[3].keys.count])
    for (order, level) in whole.levels.enumerated() {
      for key in level.keys {
        let expected =
          0.3 * exp(Double(parts[0].logProbability(of: key, order: order)))
          + 0.7 * exp(Double(parts[1].logProbability(of: key, order: order)))
        #expect(abs(exp(Double(whole.logProbability(of: key, order: order))) - expected) < 1e-5)
      }
    }
    for context in whole.levels[2].keys.prefix(50) {
      let sum = (0..<vocabulary.count).reduce(0.0) {
        $0 + exp(Double(whole.logProbability(of: context << 16 | NGramKey($1), order: 3)))
      }
      #expect(abs(sum - 1) < 1e-3, "\(sum)")
    }
  }

  @Test func `the weights prefer the body that is like the held-out text`() throws {
    let parts = [
      try estimated(sentences(seed: 1), "1", minimumCounts: [1, 1, 1, 1]),
      try estimated([[4], [5, 6], [4, 4, 4]].map { $0.map { WordID($0) } }, "2", minimumCounts: [1, 1, 1, 1]),
    ]
    let weights = try ComponentModel.tunedWeights(parts, heldOut: sentences(seed: 9, count: 50))
    #expect(weights[0] > 0.9 && abs(weights[0] + weights[1] - 1) < 1e-9)
  }

  @Test func `pruning fits the limit and keeps every context`() throws {
    let model = try estimated(sentences(seed: 3), "1", minimumCounts: [1, 1, 1, 1])
    let before = try model.whole().levels.map(\.keys.count)
    let limit = before.reduce(0, +) * 2 / 3
    let trie = try Pruning(model, ranked: folder.url.appending(path: "ranked.top")).pruned { $0.reduce(0, +) <= limit }
    let after = trie.levels.map(\.keys.count)
    #expect(after.reduce(0, +) <= limit && after.reduce(0, +) > limit * 9 / 10)
    #expect(after[0] == before[0])
    for order in 1..<4 {
      for key in trie.levels[order].keys { #expect(trie.index(of: key >> 16, order: order - 1) != nil) }
    }
    for context in trie.levels[1].keys.prefix(50) {
      let sum = (0..<vocabulary.count).reduce(0.0) {
        $0 + exp(Double(trie.logProbability(of: context << 16 | NGramKey($1), order: 2)))
      }
      #expect(abs(sum - 1) < 1e-3)
    }
  }

  @Test func `a codebook is fine where values are needed often, and keeps its exact value`() {
    var randomness = Randomness(seed: 11)
    let samples = (0..<20_000).map { _ in -Float.random(in: 0...8, using: &randomness) }
    // The values near zero are needed a thousand times as often.
    let weights = samples.map { $0 > -1 ? 1000 : Float(1) }
    let codebook = Codebook(samples, weights: weights, exact: 0)
    #expect(codebook.values.count == 256 && codebook.values == codebook.values.sorted())
    #expect(codebook.values[Int(codebook.code(of: 0))] == 0)
    func error(_ range: ClosedRange<Float>) -> Float {
      let errors = samples.filter(range.contains).map { abs(codebook.values[Int(codebook.code(of: $0))] - $0) }
      return errors.reduce(0, +) / Float(errors.count)
    }
    #expect(error(-1...0) < 0.005 && error(-8 ... -1) < 0.1, "\(error(-1...0)), \(error(-8 ... -1))")
    // Fewer values than codes: each keeps its own.
    let few = Codebook([-3, -1, -3, -2], weights: [1, 1, 1, 1])
    for value in [-3, -2, -1] as [Float] { #expect(few.values[Int(few.code(of: value))] == value) }
    #expect(Codebook([], weights: [], exact: 0).values == [Float](repeating: 0, count: 256))
  }

  @Test func `a work folder is one training's alone`() throws {
    let inputs = Data("a".utf8)
    let url = folder.url.appending(path: "work")
    do {
      let work = try TrainingFolder(url, inputs: inputs)
      try Data("x".utf8).write(to: url.appending(path: "1.tokens"))
      try Data("x".utf8).write(to: url.appending(path: "1.4.run1"))
      #expect(throws: ModelError.busy(path: url.path)) { _ = try TrainingFolder(url, inputs: inputs) }
      #expect(throws: ModelError.self) { try work.require(.max) }
    }
    _ = try TrainingFolder(url, inputs: inputs)
    // What was finished stays, what was not is removed.
    #expect(FileManager.default.fileExists(atPath: url.appending(path: "1.tokens").path))
    #expect(!FileManager.default.fileExists(atPath: url.appending(path: "1.4.run1").path))
    _ = try TrainingFolder(url, inputs: Data("b".utf8))
    #expect(!FileManager.default.fileExists(atPath: url.appending(path: "1.tokens").path))
    try folder.write("letters", to: "home/letter.txt")
    #expect(throws: ModelError.foreign(path: folder.url.appending(path: "home").path)) {
      _ = try TrainingFolder(folder.url.appending(path: "home"), inputs: inputs)
    }
  }

  /// The name of a description is a common one: what tells a training's folder is the lock, which bears our name.
  @Test(arguments: ["", "a", #"{"format": 1}"#], [nil, "", "another's lock\n"])
  func `a folder of another is left as it is, whatever its files are called`(_ text: String, _ lock: String?) throws {
    var files = [
      "home/inputs.json": text, "home/.git/HEAD": "ref: refs/heads/main\n", "home/notes.run.txt": "ran 5 km\n",
      "home/words.tsv": "xin\t1\n", "home/1.tokens": "tokens", "home/.inputs.json.12.tmp": "x",
    ]
    files["home/.lock"] = lock
    for (path, text) in files { try folder.write(text, to: path) }
    let home = folder.url.appending(path: "home")
    #expect(throws: ModelError.foreign(path: home.path)) { _ = try TrainingFolder(home, inputs: Data("a".utf8)) }
    for (path, text) in files {
      #expect(try String(contentsOf: folder.url.appending(path: path), encoding: .utf8) == text, "\(path)")
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: home.path).filter { $0 != ".git" }.count == files.count)
  }

  @Test func `what somebody put into a work folder stays, and so does the folder`() throws {
    let url = folder.url.appending(path: "work")
    let own = ["notes.txt", ".hidden", "x.run.txt", "my.trie", ".git/HEAD", "2.tokens/letter.txt", ".1.tokens.tmp"]
    let steps = [
      "1.tokens", "1.counts4", "12.trie", "1.top", "mixture.top", "ranked.top", "words.tsv", "corpus.json", "1.4.run7",
      ".1.tokens.77.tmp", ".dat.nosync62F5.6TJ4K3",
    ]
    var work: TrainingFolder? = try TrainingFolder(url, inputs: Data("a".utf8))
    for name in own + steps { try folder.write("x", to: "work/\(name)") }
    func left() throws -> Set<String> {
      let names = try FileManager.default.subpathsOfDirectory(atPath: url.path)
      return Set(names).subtracting([".git", "2.tokens"])
    }
    work = nil
    work = try TrainingFolder(url, inputs: Data("a".utf8))
    #expect(try left() == Set(own + steps.dropLast(3) + [".lock", "inputs.json"]))
    #expect(work?.isBegun == true)
    work = nil
    // A folder under the name of a step is nobody's step.
    #expect(throws: ModelError.self) { _ = try TrainingFolder(url, inputs: Data("b".utf8)) }
    try FileManager.default.removeItem(at: url.appending(path: "2.tokens"))
    let rest = Set(own).subtracting(["2.tokens/letter.txt"])
    work = try TrainingFolder(url, inputs: Data("b".utf8))
    #expect(try left() == rest.union([".lock", "inputs.json"]))
    #expect(work?.isBegun == false)
    work?.remove()
    #expect(try left() == rest)
    work = nil
    #expect(throws: ModelError.foreign(path: url.path)) { _ = try TrainingFolder(url, inputs: Data("b".utf8)) }
  }

  /// A kill between making the lock and writing our name into it.
  @Test(arguments: [0, 10]) func `a lock that is not signed yet is ours where nothing else is`(_ length: Int) throws {
    try folder.write(String(TrainingFolder.mark.prefix(length)), to: "work/.lock")
    let url = folder.url.appending(path: "work")
    try TrainingFolder(url, inputs: Data()).remove()
    #expect(!FileManager.default.fileExists(atPath: url.path))
  }

  /// `the work folder holds other files`, said of the folder of a training that was killed while it removed it.
  @Test func `a work folder that is half removed is known as such`() throws {
    let inputs = Data("a".utf8)
    let url = folder.url.appending(path: "work")
    let description = url.appending(path: "inputs.json")
    for isFinished in [true, false] {
      var work: TrainingFolder? = try TrainingFolder(url, inputs: inputs)
      let steps = (0..<3000).map { url.appending(path: "\($0).trie") }
      for step in steps { try Data().write(to: step) }
      // What a kill would leave at each moment.
      let isOver = Mutex(false)
      let faults = Mutex<Set<String>>([])
      let watch = Thread {
        while !isOver.withLock({ $0 }) {
          if let known = try? Data(contentsOf: description), known == inputs {
            // Steps are gone only under another description, which a look at both cannot miss.
            let isWhole = steps.allSatisfy { FileManager.default.fileExists(atPath: $0.path) }
            if !isWhole, (try? Data(contentsOf: description)) == inputs {
              faults.withLock { _ = $0.insert("would go on with a part of the steps") }
            }
          } else if !FileManager.default.fileExists(atPath: description.path) {
            let left = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
            if !left.allSatisfy({ $0 == ".lock" || $0.contains("inputs.json") }) {
              faults.withLock { _ = $0.insert("would take the steps for another's files") }
            }
          }
        }
      }
      watch.start()
      if isFinished {
        work?.remove()
      } else {
        work = nil
        work = try TrainingFolder(url, inputs: Data("b".utf8))
      }
      isOver.withLock { $0 = true }
      while !watch.isFinished { Thread.sleep(forTimeInterval: 0.001) }
      #expect(faults.withLock { $0 }.isEmpty, "\(isFinished)")
      #expect(!FileManager.default.fileExists(atPath: steps[0].path))
      work = nil
    }
  }
}
