public import Foundation

/// Bytes that are handed out at once.
private let arpaBlockSize = 1 << 20

extension LanguageModel {
  /// Writes the model in the ARPA format, which KenLM, SRILM and IRSTLM read.
  ///
  /// The values are those of the file, after quantisation, so that another program that reads the ARPA text gives every
  /// sentence the probability that this one gives it. `<s>` has the conventional probability 10^-99: it is only ever a
  /// context.
  ///
  /// - Parameter progress: is told the share that is done, between 0 and 1.
  /// - Throws: `ModelError.unwritable`, or what `progress` throws; then there is no file.
  /// - Complexity: O(n-grams).
  public func writeARPA(to url: URL, progress: (Double) throws -> Void = { _ in }) throws {
    let sink = try FileSink(url)
    try writeARPA({ try sink.append($0) }, progress: progress)
    try sink.commit()
  }

  /// Hands the model out in the ARPA format, in blocks of bytes.
  ///
  /// - Complexity: O(n-grams).
  public func writeARPA(_ write: ([UInt8]) throws -> Void, progress: (Double) throws -> Void = { _ in }) throws {
    var block: [UInt8] = []
    block.reserveCapacity(arpaBlockSize + 4096)
    var text = "\\data\\\n"
    for order in counts.indices {
      // The padding `<none>` is no word.
      text += "ngram \(order + 1)=\(order == 0 ? counts[0] - 1 : counts[order])\n"
    }
    block += text.utf8
    let words = (0..<wordCount).map { Array(spelling(of: WordID(UInt16($0))).utf8) }
    let total = Double(counts.reduce(0, +))
    var done = 0.0
    for order in counts.indices {
      block += "\n\\\(order + 1)-grams:\n".utf8
      let level = [unigrams, bigrams, trigrams, fourgrams][order]
      // A level has 256 different values: each is spelled once.
      let isHighest = order == counts.count - 1
      let probabilities = (0..<256).map { Array("\(unsafe min(0, level.probabilityCodes[$0]))\t".utf8) }
      let backoffs = isHighest ? [] : (0..<256).map { Array("\t\(unsafe level.backoffCodes[$0])\n".utf8) }
      try forEachNGram(order: order) { ngram, index in
        let only = ngram[0]
        if order == 0, only == WordID.none.rawValue { return }
        if order == 0, only == WordID.sentenceStart.rawValue {
          block += "-99\t".utf8
        } else {
          // The index is that of an n-gram of this level.
          unsafe block += probabilities[Int(level.probabilities[index])]
        }
        for (place, word) in ngram.enumerated() {
          if place > 0 { block.append(0x20) }
          block += words[Int(word)]
        }
        if isHighest {
          block.append(0x0A)
        } else {
          unsafe block += backoffs[Int(level.backoffs[index])]
        }
        if block.count >= arpaBlockSize {
          try write(block)
          block.removeAll(keepingCapacity: true)
        }
        done += 1
        if index & 0xFFFF == 0 { try progress(done / total) }
      }
    }
    block += "\n\\end\\\n".utf8
    try write(block)
  }

  /// Calls `body` with every n-gram of an order: its words, oldest first, and its index in the level.
  ///
  /// - Parameter order: zero-based.
  /// - Complexity: O(n-grams of the order and below). Allocates once.
  func forEachNGram(order: Int, _ body: ([UInt16], Int) throws -> Void) throws {
    var ngram = [UInt16](repeating: 0, count: order + 1)
    func visit(_ children: Range<Int>, at depth: Int) throws {
      for index in children {
        switch depth {
        case 0: ngram[0] = UInt16(index)
        // Children of an n-gram are entries of the next level.
        case 1: ngram[1] = unsafe bigrams.words[index]
        case 2: ngram[2] = unsafe trigrams.words[index]
        default: ngram[3] = unsafe fourgrams.words[index]
        }
        if depth == order {
          try body(ngram, index)
        } else {
          try visit(firstChild(of: index, order: depth)..<firstChild(of: index + 1, order: depth), at: depth + 1)
        }
      }
    }
    try visit(0..<wordCount, at: 0)
  }
}
