public import DauLanguage
public import Foundation

/// Trains the language model of restoration from text files.
public struct LanguageModelTraining: Sendable {
  /// A body of text.
  public struct Component: Sendable {
    public var name: String
    public var files: [URL]

    public init(name: String, files: [URL]) {
      self.name = name
      self.files = files
    }
  }

  public var components: [Component]
  /// Text that steers the interpolation; its lines are left out of all components.
  public var heldOut: URL?
  /// Words that belong into the vocabulary however rare they are.
  public var requiredWords: Set<String>
  /// The largest size of the model in bytes.
  public var byteLimit: Int
  /// A word seen less often than this in all components becomes unknown.
  public var minimumWordCount: Double = 4
  /// N-grams of order *i* + 1 seen less often than this in a component are left out.
  public var minimumCounts: [UInt32] = [1, 1, 1, 2]

  public init(components: [Component], heldOut: URL?, requiredWords: Set<String>, byteLimit: Int) {
    self.components = components
    self.heldOut = heldOut
    self.requiredWords = requiredWords
    self.byteLimit = byteLimit
  }

  /// Trains and writes the model.
  ///
  /// - Parameter progress: is told what is going on, one line at a time.
  public func run(writingTo url: URL, progress: (String) -> Void) throws -> LanguageModelTrainer.Report {
    var heldOutLines: Set<Int> = []
    var heldOutText: [UInt8] = []
    if let heldOut {
      heldOutText = [UInt8](try Data(contentsOf: heldOut))
      for line in heldOutText.split(separator: 0x0A) { heldOutLines.insert(Self.key(line)) }
    }
    var counter = VocabularyCounter()
    for component in components {
      for file in component.files {
        progress("counting words of \(file.lastPathComponent)")
        try forEachSentence(of: file, without: heldOutLines) { for word in $0 { counter.add(word, weight: 1) } }
      }
    }
    let vocabulary = counter.vocabulary(minimum: minimumWordCount, always: requiredWords.union([LanguageText.number]))
    progress("\(vocabulary.count) words")
    var trainer = LanguageModelTrainer(vocabulary: vocabulary)
    for component in components {
      var counter = NGramCounter()
      for file in component.files {
        progress("counting n-grams of \(file.lastPathComponent)")
        try forEachSentence(of: file, without: heldOutLines) { sentence in
          counter.add(sentence.map { vocabulary.id(of: $0) })
        }
      }
      progress("estimating \(component.name): \(counter.tokenCount) words")
      trainer.add(component.name, counter: counter, minimumCounts: minimumCounts)
    }
    var heldOutSentences: [[WordID]] = []
    LanguageText.forEachSentence(of: heldOutText.span) { sentence in
      heldOutSentences.append(sentence.map { vocabulary.id(of: $0) })
    }
    progress("mixing, pruning, writing")
    return try trainer.write(to: url, heldOut: heldOutSentences, byteLimit: byteLimit)
  }

  private static func key(_ line: ArraySlice<UInt8>) -> Int {
    var hasher = Hasher()
    for byte in line { hasher.combine(byte) }
    return hasher.finalize()
  }

  private func forEachSentence(of file: URL, without heldOut: Set<Int>, _ body: ([String]) -> Void) throws {
    let data = try Data(contentsOf: file, options: .mappedIfSafe)
    let size = data.count
    var start = 0
    let block = 1 << 22
    while start < size {
      var end = min(start + block, size)
      while end < size, data[end - 1] != 0x0A { end += 1 }
      var bytes = [UInt8](data[start..<end])
      if !heldOut.isEmpty {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        for line in bytes.split(separator: 0x0A) where !heldOut.contains(Self.key(line)) {
          kept.append(contentsOf: line)
          kept.append(0x0A)
        }
        bytes = kept
      }
      LanguageText.forEachSentence(of: bytes.span, body)
      start = end
    }
  }
}
