public import Foundation

/// Counts the n-grams of a stream of sentences into files, within bounded memory.
///
/// The n-grams of order 4 are sorted and added up; those of a lower order are the endings of the n-grams above, and sorted
/// again. Sorting is external (`NGramSorter`), so the text may be larger than the memory.
public struct NGramCounter {
  /// The files of the counts: for the orders 2, 3 and 4 `CountedNGram` in order of their keys, and the
  /// unigrams as one record for each identifier.
  struct Files {
    var folder: URL
    var name: String

    /// - Parameter order: zero-based.
    func url(_ order: Int) -> URL { folder.appending(path: "\(name).counts\(order + 1)") }

    /// The file of unigrams is written last.
    var areComplete: Bool { FileManager.default.fileExists(atPath: url(0).path) }

    func remove() {
      for order in 0..<ModelFile.order { try? FileManager.default.removeItem(at: url(order)) }
    }
  }

  let files: Files
  private let sorter: NGramSorter
  private let memory: Int
  /// The number of words seen, sentence ends included.
  public private(set) var tokenCount = 0

  /// - Parameters:
  ///   - name: begins the names of the files in `folder`.
  ///   - memory: bytes for sorting.
  public init(folder: URL, name: String, memory: Int = 1 << 28) {
    files = Files(folder: folder, name: name)
    sorter = NGramSorter(folder: folder, name: name + ".4", memory: memory)
    self.memory = memory
  }

  /// Adds one sentence; its start and end are added by the counter.
  public mutating func add(_ sentence: [WordID]) throws {
    guard !sentence.isEmpty else { return }
    var window = NGramKey(WordID.sentenceStart.rawValue)
    for word in sentence { try push(word, &window) }
    try push(.sentenceEnd, &window)
    tokenCount += sentence.count + 1
  }

  @inline(__always)
  private func push(_ word: WordID, _ window: inout NGramKey) throws {
    // Shifting drops the oldest word, so that the start mark leaves after three words.
    window = window << 16 | NGramKey(word.rawValue)
    try sorter.add(CountedNGram(key: window, raw: 1, adjusted: 1))
  }

  /// Writes the counts of all orders.
  consuming func finish() throws -> Files {
    let trigrams = NGramSorter(folder: files.folder, name: files.name + ".3", memory: memory)
    let bigrams = NGramSorter(folder: files.folder, name: files.name + ".2", memory: memory / 2)
    var unigrams = [CountedNGram](repeating: CountedNGram(key: 0, raw: 0, adjusted: 0), count: 1 << 16)
    for id in unigrams.indices { unigrams[id].key = NGramKey(id) }

    var sink = try FileSink(files.url(3))
    try sorter.finish { ngram in
      // Padded keys are shorter n-grams that begin a sentence: nothing stands before them.
      if word(ngram.key, 3) != 0 {
        try sink.append(valueOf: CountedNGram(key: ngram.key, raw: ngram.raw, adjusted: ngram.raw))
        try trigrams.add(CountedNGram(key: ngram.key & mask(order: 2), raw: ngram.raw, adjusted: 1))
      } else if word(ngram.key, 2) != 0 {
        try trigrams.add(CountedNGram(key: ngram.key, raw: ngram.raw, adjusted: ngram.raw))
      } else {
        try bigrams.add(CountedNGram(key: ngram.key, raw: ngram.raw, adjusted: ngram.raw))
      }
    }
    try sink.commit(durably: false)
    sink = try FileSink(files.url(2))
    try trigrams.finish { ngram in
      try sink.append(valueOf: ngram)
      try bigrams.add(CountedNGram(key: ngram.key & mask(order: 1), raw: ngram.raw, adjusted: 1))
    }
    try sink.commit(durably: false)
    sink = try FileSink(files.url(1))
    try bigrams.finish { ngram in
      try sink.append(valueOf: ngram)
      let id = Int(word(ngram.key, 0))
      unigrams[id].raw &+= ngram.raw
      unigrams[id].adjusted &+= 1
    }
    try sink.commit(durably: false)
    sink = try FileSink(files.url(0))
    try sink.append(valuesOf: unigrams)
    try sink.commit(durably: false)
    return files
  }
}
