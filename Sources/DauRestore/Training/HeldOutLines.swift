import DauLanguage
import DauText

/// Lines that are kept out of the training by a rule, so that anyone who has the texts finds the same ones.
///
/// A line is held out when the FNV-1a hash of its words, joined by blanks, without its lowest 16 bits is a multiple of the
/// number given for its body of text. The words are those of the model, so case, numbers and punctuation make no difference, and the same line
/// in another file is held out as well. Of the lines held out, those with an even quotient tune the mixture; the
/// others measure it. A line of training text is left out too when it is nearly a held-out one: when more than half of
/// its sequences of eight words stand in held-out lines, or more than half of those of one held-out line stand in it.
struct HeldOutLines: Sendable {
  /// Shorter lines (headings, cells) say nothing about a model.
  static let minimumWordCount = 5
  private static let shingleLength = 8

  struct Line: Sendable {
    var text: String
    var component: String
    /// Whether the line tunes the mixture; otherwise it measures it.
    var tunes: Bool
  }

  private(set) var lines: [Line] = []
  private var hashes: Set<UInt64> = []
  /// The first held-out line that each sequence of eight words stands in.
  private var shingles: [UInt64: Int32] = [:]
  private var shingleCounts: [Int] = []

  var isEmpty: Bool { lines.isEmpty }

  /// Adds a line to the held-out ones if the rule says so.
  ///
  /// - Parameter every: one line in so many.
  mutating func consider(_ text: String, words: LineWords, component: String, every: UInt64) {
    guard words.hashes.count >= Self.minimumWordCount, words.isChosen(every: every) else { return }
    guard hashes.insert(words.hash).inserted else { return }
    let number = Int32(lines.count)
    lines.append(Line(text: text, component: component, tunes: ((words.hash >> 16) / every) % 2 == 0))
    var count = 0
    words.forEachShingle(of: Self.shingleLength) { shingle in
      count += 1
      if shingles[shingle] == nil { shingles[shingle] = number }
    }
    shingleCounts.append(count)
  }

  /// Makes all lines tune the mixture.
  mutating func useAllForTuning() {
    for at in lines.indices { lines[at].tunes = true }
  }

  /// Whether a line is held out, or so near to a held-out one that it must not be trained on.
  func covers(_ words: LineWords) -> Bool {
    if hashes.contains(words.hash) { return true }
    var all = 0
    var matched = 0
    var byLine: [Int32: Int] = [:]
    words.forEachShingle(of: Self.shingleLength) { shingle in
      all += 1
      if let line = shingles[shingle] {
        matched += 1
        byLine[line, default: 0] += 1
      }
    }
    return 2 * matched > all || byLine.contains { 2 * $1 > shingleCounts[Int($0)] }
  }
}

/// The words of a line as hashes.
struct LineWords {
  /// FNV-1a of the words joined by blanks.
  var hash: UInt64 { line.value }
  private var line = FNV1a()
  private(set) var hashes: [UInt64] = []

  init() {}

  init(_ sentences: [[String]]) { for sentence in sentences { for word in sentence { append(word) } } }

  private mutating func append(_ word: String) {
    if !hashes.isEmpty { line.combine(0x20 as UInt8) }
    var own = FNV1a()
    for byte in word.utf8 {
      line.combine(byte)
      own.combine(byte)
    }
    hashes.append(own.value)
  }

  /// Whether the rule holds out the line. The lowest bits of the hash are mixed worst.
  func isChosen(every: UInt64) -> Bool { (hash >> 16) % every == 0 }

  func forEachShingle(of length: Int, _ body: (UInt64) -> Void) {
    guard hashes.count >= length else { return }
    for start in 0...(hashes.count - length) {
      var hash: UInt64 = 0
      for at in start..<(start + length) { hash = (hash ^ hashes[at]) &* 0x9E37_79B9_7F4A_7C15 }
      body(hash ^ (hash >> 31))
    }
  }
}
