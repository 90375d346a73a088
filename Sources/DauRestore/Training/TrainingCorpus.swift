import Crypto
import DauLanguage
import DauText
import Foundation

/// The texts of a training, read once: their words as numbers in files, what each file held, the held-out lines.
struct TrainingCorpus: Codable, Equatable {
  /// What one file held.
  struct File: Codable, Equatable {
    var name: String
    var byteCount = 0
    var lineCount = 0
    var wordCount = 0
    /// Lines left out: held out, or nearly so.
    var leftOutCount = 0
    var sha256 = ""
  }

  struct Component: Codable, Equatable {
    var name: String
    var files: [File] = []
    /// Words and sentence ends.
    var tokenCount = 0
    var wordCount: Int { files.reduce(0) { $0 + $1.wordCount } }
  }

  var components: [Component] = []

  /// The numbers of the words of one component, in order; 0 ends a sentence.
  static func tokens(_ number: Int, in folder: URL) -> URL { folder.appending(path: "\(number + 1).tokens") }
  private static func table(in folder: URL) -> URL { folder.appending(path: "words.tsv") }
  private static func index(in folder: URL) -> URL { folder.appending(path: "corpus.json") }

  /// The corpus that an earlier run has read, if it came to its end.
  static func finished(in folder: URL) -> TrainingCorpus? {
    guard let data = try? Data(contentsOf: index(in: folder)) else { return nil }
    return try? JSONDecoder().decode(TrainingCorpus.self, from: data)
  }

  /// Reads all texts.
  ///
  /// - Parameter progress: is told how many bytes have been read.
  /// - Complexity: O(bytes) time; memory for the different words.
  static func read(
    _ parts: [LanguageModelTraining.Component], without heldOut: HeldOutLines, into folder: URL,
    progress: (Int) throws -> Void
  ) throws -> TrainingCorpus {
    var corpus = TrainingCorpus()
    var numbers: [String: UInt32] = [:]
    var words: [(spelling: String, count: Int)] = [("", 0)]
    var bytesRead = 0
    for (number, part) in parts.enumerated() {
      var component = Component(name: part.name)
      let sink = try TokenSink(tokens(number, in: folder))
      for url in part.files {
        var file = File(name: url.lastPathComponent)
        var digest = SHA256()
        try TextBlocks(url).forEach { block in
          digest.update(data: block)
          file.byteCount += block.count
          try forEachLine(of: block) { range in
            var sentences: [[String]] = []
            LanguageText.forEachSentence(of: block.span.extracting(range)) { sentences.append($0) }
            if sentences.isEmpty { return }
            file.lineCount += 1
            if !heldOut.isEmpty, heldOut.covers(LineWords(sentences)) {
              file.leftOutCount += 1
              return
            }
            for sentence in sentences {
              for word in sentence {
                var id = numbers[word] ?? 0
                if id == 0 {
                  id = UInt32(words.count)
                  numbers[word] = id
                  words.append((word, 0))
                }
                words[Int(id)].count += 1
                try sink.append(id)
              }
              try sink.append(0)
              file.wordCount += sentence.count
              component.tokenCount += sentence.count + 1
            }
          }
          bytesRead += block.count
          try progress(bytesRead)
        }
        file.sha256 = digest.finalize().hexadecimal
        component.files.append(file)
      }
      try sink.commit()
      corpus.components.append(component)
    }
    var text = ""
    for word in words.dropFirst() { text += "\(word.spelling)\t\(word.count)\n" }
    try Data(text.utf8).write(to: table(in: folder), options: .atomic)
    // Written last: with it the reading is done.
    try JSONEncoder().encode(corpus).write(to: index(in: folder), options: .atomic)
    return corpus
  }

  /// Calls `body` with the range of each line, without its end, that of Windows too.
  static func forEachLine(of block: [UInt8], _ body: (Range<Int>) throws -> Void) rethrows {
    var start = 0
    while start < block.count {
      let end = block[start...].firstIndex(of: 0x0A) ?? block.count
      let last = end > start && block[end - 1] == 0x0D ? end - 1 : end
      if last > start { try body(start..<last) }
      start = end + 1
    }
  }

  /// The words met, by their numbers, with how often; number 0 is no word.
  static func words(in folder: URL) throws -> [(spelling: String, count: Int)] {
    let text = try String(contentsOf: table(in: folder), encoding: .utf8)
    return [("", 0)]
      + text.split(separator: "\n").map { line in
        let fields = line.split(separator: "\t")
        return (String(fields[0]), fields.count > 1 ? Int(fields[1]) ?? 0 : 0)
      }
  }
}
