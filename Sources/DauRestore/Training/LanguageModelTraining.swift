public import DauLanguage
public import Foundation

/// Trains the language model of restoration from text files.
///
/// The steps: read the texts, count and estimate each body, mix, prune and write. Each leaves its files in a work folder;
/// a run that was stopped, by whatever means, goes on behind the last finished step and writes the same bytes. The
/// folder is removed when the model is written.
public struct LanguageModelTraining: Sendable {
  /// A body of text.
  public struct Component: Sendable, Equatable {
    /// What the card calls the body.
    public var name: String
    /// Its texts, one paragraph a line.
    public var files: [URL]
    /// One line in so many is held out; 0 for none.
    public var holdOutEvery: Int

    public init(name: String, files: [URL], holdOutEvery: Int = 0) {
      self.name = name
      self.files = files
      self.holdOutEvery = holdOutEvery
    }
  }

  /// The bodies of text, which are mixed.
  public var components: [Component]
  /// Text that steers the interpolation; its lines, and lines near to them, are left out of all components.
  public var heldOut: URL?
  /// Words that belong into the vocabulary however rare they are.
  public var requiredWords: Set<String>
  /// The file they come from, for the card.
  public var wordList: URL?
  /// The largest size of the model in bytes.
  public var byteLimit: Int
  /// Bytes of memory to keep within.
  public var memory = 4_000_000_000
  /// A word seen less often than this in all components becomes unknown.
  public var minimumWordCount: Double = 4
  /// N-grams of order *i* + 1 seen less often than this are left out of a component of more than ten million words; a smaller
  /// one, in which each weighs more, keeps all.
  public var minimumCounts: [UInt32] = [1, 1, 1, 2]
  /// Fewer words than this make no model.
  public static let minimumTrainingWords = 1000

  public init(components: [Component], heldOut: URL?, requiredWords: Set<String>, byteLimit: Int) {
    self.components = components
    self.heldOut = heldOut
    self.requiredWords = requiredWords
    self.byteLimit = byteLimit
  }

  /// Where a training stands.
  public struct Progress: Sendable {
    /// What is being done, as a phrase for people.
    public var step: String
    /// The share of the whole training that is done, from 0 to 1.
    public var share: Double
  }

  /// What came out.
  public struct Result: Sendable {
    /// What the trainer counted and weighed.
    public var report: LanguageModelTrainer.Report
    /// Words that the model knows.
    public var vocabularySize: Int
    /// The size of the file of the model.
    public var byteCount: Int
    /// Held-out lines and what they measured, by component.
    public var tests: [Test]
    /// Held-out lines that tuned the mixture.
    public var tuningLineCount: Int
    var corpus: TrainingCorpus

    /// The measuring lines of one component.
    public struct Test: Sendable, Equatable {
      public var name: String
      /// Held-out lines of the body that measured the model.
      public var lineCount: Int
      /// Their words.
      public var wordCount: Int
      /// Perplexity under the model as it was written.
      public var perplexity: Double
      /// The lines.
      public var text: String
    }
  }

  /// Trains and writes the model.
  ///
  /// - Parameters:
  ///   - work: a folder for the files of the steps; it is made, and removed at the end.
  ///   - progress: is told what is going on; what it throws stops the training.
  /// - Throws: ``TextError``, ``TrainingError``, `ModelError`, or what `progress` throws. Then the folder stays when a step in it is
  ///   finished and may be gone on with.
  public func run(writingTo url: URL, work: URL, progress: (Progress) throws -> Void) throws -> Result {
    let folder = try TrainingFolder(work, inputs: try inputs())
    do {
      return try run(writingTo: url, in: folder, progress: progress)
    } catch {
      // What cannot become a model, or has not finished a step, is nothing to go on with.
      if error is TrainingError || !folder.isBegun { folder.remove() }
      throw error
    }
  }

  private func run(
    writingTo url: URL, in folder: TrainingFolder, progress: (Progress) throws -> Void
  ) throws -> Result {
    let byteCount = try components.flatMap(\.files).reduce(0) { try $0 + Self.size(of: $1) }
    // An upper bound, by calculation: runs, counts and tokens of the largest body lie side by side.
    try folder.require(8 * byteCount)
    let heldOut = try heldOutLines { try progress(Progress(step: "choosing held-out lines", share: 0.08 * $0)) }
    let corpus =
      try TrainingCorpus.finished(in: folder.url)
      ?? TrainingCorpus.read(components, without: heldOut, into: folder.url) {
        try progress(Progress(step: "reading", share: 0.08 + 0.25 * Double($0) / Double(max(1, byteCount))))
      }
    for component in corpus.components where component.wordCount == 0 {
      throw TrainingError.empty(component.name)
    }
    let total = corpus.components.reduce(0) { $0 + $1.tokenCount }
    guard total >= Self.minimumTrainingWords else { throw TrainingError.tooSmall(wordCount: total) }

    let (vocabulary, ids) = try vocabulary(in: folder.url)
    var trainer = LanguageModelTrainer(vocabulary: vocabulary, folder: folder.url, memory: memory * 2 / 5)
    var done = 0
    for (number, component) in corpus.components.enumerated() {
      let share = Double(component.tokenCount) / Double(total)
      func tell(_ step: String, _ part: Double) throws {
        try progress(Progress(step: step, share: 0.33 + 0.42 * (Double(done) / Double(total) + share * part)))
      }
      try trainer.add(
        component.name, tokenCount: component.tokenCount,
        minimumCounts: component.tokenCount > 10_000_000 ? minimumCounts : [1, 1, 1, 1],
        // The orders 1 to 3 of all bodies, and of their mixture, must fit.
        trigramLimit: Int(Double(memory) * 0.4 * share) / 28,
        progress: { try tell("estimating \(component.name)", $0) },
        sentences: { add in
          try TokenFile(TrainingCorpus.tokens(number, in: folder.url)).forEachSentence(
            ids: ids, progress: { try tell("counting \(component.name)", 0.4 * $0) }, add)
        })
      done += component.tokenCount
    }
    let report = try trainer.write(
      to: url, heldOut: Self.sentences(heldOut.lines.filter(\.tunes), vocabulary), byteLimit: byteLimit
    ) { try progress(Progress(step: "mixing", share: 0.75 + 0.25 * $0)) }
    let model = try LanguageModel(contentsOf: url)
    folder.remove()
    return Result(
      report: report, vocabularySize: vocabulary.count, byteCount: model.byteCount,
      tests: components.compactMap { Self.test($0.name, heldOut, model) },
      tuningLineCount: heldOut.lines.count { $0.tunes }, corpus: corpus)
  }

  private static func test(_ name: String, _ heldOut: HeldOutLines, _ model: LanguageModel) -> Result.Test? {
    let lines = heldOut.lines.filter { !$0.tunes && $0.component == name }
    guard !lines.isEmpty else { return nil }
    let text = lines.map { $0.text + "\n" }.joined()
    var meter = PerplexityMeter(model: model)
    meter.add(Array(text.utf8).span)
    return Result.Test(
      name: name, lineCount: lines.count, wordCount: meter.wordCount, perplexity: meter.perplexity, text: text)
  }

  private static func sentences(_ lines: [HeldOutLines.Line], _ vocabulary: Vocabulary) -> [[WordID]] {
    var sentences: [[WordID]] = []
    for line in lines {
      LanguageText.forEachSentence(of: Array(line.text.utf8).span) { sentence in
        sentences.append(sentence.map { vocabulary.id(of: $0) })
      }
    }
    return sentences
  }

  /// The words of the model, and the word of each number in the token files.
  private func vocabulary(in folder: URL) throws -> (Vocabulary, [WordID]) {
    let words = try TrainingCorpus.words(in: folder)
    var counter = VocabularyCounter()
    for word in words.dropFirst() { counter.add(word.spelling, weight: Double(word.count)) }
    let vocabulary = counter.vocabulary(
      minimum: minimumWordCount, always: requiredWords.union([LanguageText.number]))
    return (vocabulary, words.map { vocabulary.id(of: $0.spelling) })
  }

  private func heldOutLines(progress: (Double) throws -> Void) throws -> HeldOutLines {
    var heldOut = HeldOutLines()
    func consider(_ url: URL, component: String, every: UInt64, told: (Int) throws -> Void) throws {
      try TextBlocks(url).forEach { block in
        TrainingCorpus.forEachLine(of: block) { range in
          var sentences: [[String]] = []
          LanguageText.forEachSentence(of: block.span.extracting(range)) { sentences.append($0) }
          let words = LineWords(sentences)
          // Most lines are not chosen: only then the text is needed.
          guard words.isChosen(every: every) else { return }
          heldOut.consider(
            String(decoding: block[range], as: UTF8.self), words: words, component: component, every: every)
        }
        try told(block.count)
      }
    }
    if let url = self.heldOut {
      try consider(url, component: "", every: 1) { _ in }
      heldOut.useAllForTuning()
    }
    let chosen = components.filter { $0.holdOutEvery > 0 }
    let total = try chosen.flatMap(\.files).reduce(0) { try $0 + Self.size(of: $1) }
    var done = 0
    for component in chosen {
      for file in component.files {
        try consider(file, component: component.name, every: UInt64(component.holdOutEvery)) {
          done += $0
          try progress(Double(done) / Double(max(1, total)))
        }
      }
    }
    return heldOut
  }

  /// Describes everything that the finished steps depend on.
  private func inputs() throws -> Data {
    struct Inputs: Encodable {
      var format = 1
      var components: [[String]]
      var files: [String]
      var words: [String]
      var settings: [Double]
    }
    func identity(_ url: URL) throws -> String {
      let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
      let changed = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return "\(url.path) \(try Self.size(of: url)) \(changed)"
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    return try encoder.encode(
      Inputs(
        components: components.map { [$0.name, String($0.holdOutEvery)] + $0.files.map(\.path) },
        files: try (components.flatMap(\.files) + [heldOut].compactMap { $0 }).map(identity),
        words: requiredWords.sorted(),
        settings: [minimumWordCount, Double(memory)] + minimumCounts.map(Double.init)))
  }

  private static func size(of url: URL) throws -> Int {
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
      return (attributes[.size] as? NSNumber)?.intValue ?? 0
    } catch { throw TextError.unreadable(path: url.relativePath, reason: error.localizedDescription) }
  }
}

/// Why texts make no model.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
  case empty(String)
  case tooSmall(wordCount: Int)

  public var description: String {
    switch self {
    case .empty(let name): "'\(name)' has no words; give clean text in UTF-8, one paragraph a line"
    case .tooSmall(let count):
      "the texts have \(count) words; a model needs \(LanguageModelTraining.minimumTrainingWords) at the very least, "
        + "and is of use from about a million"
    }
  }
}
