internal import DauText

/// Finds the longest of many phrases at a place of a text, in one walk.
///
/// A phrase matches lexeme by lexeme (``Lexeme``): case, tone style and the amount of white space do not
/// matter, a line break counts as white space, an empty line ends every phrase. `m2` does not match
/// `m 2`, and `kinh tế - xã hội` matches `kinh tế-xã hội`.
///
///     index of "Bằng khen", "Bằng khen của Thủ tướng Chính phủ"
///     "tặng BẰNG KHEN của Thủ\ntướng Chính phủ cho"  →  the second, from BẰNG to phủ
struct PhraseIndex: Sendable {
  /// A phrase found in a text.
  struct Match: Sendable, Equatable {
    /// The number that the phrase was given.
    var value: Int
    /// Where it stands, in UTF-8 bytes.
    var bytes: Range<Int>
  }

  // An open-addressed table from (node, lexeme) to node; node 0 is the root.
  private var steps: [UInt64] = []
  private var targets: [Int32] = []
  private var stepCount = 0
  /// The value of the phrase that ends at a node, -1 for none.
  private var values: [Int32] = [-1]

  /// An index without phrases.
  init() { grow(to: 64) }

  /// - Parameter phrases: texts with the number to report for each; of equal phrases the first counts.
  /// - Complexity: O(*n*) in bytes.
  init(_ phrases: some Sequence<(text: String, value: Int)>) {
    self.init()
    for (text, value) in phrases { _ = insert(text, value: value) }
  }

  /// The number of different phrases.
  private(set) var count = 0

  /// Adds a phrase.
  ///
  /// - Returns: The value of an equal phrase that was there already, which stays; else `nil`.
  /// - Complexity: O(*k*) in bytes, amortised.
  @discardableResult
  mutating func insert(_ phrase: String, value: Int) -> Int? {
    var phrase = phrase
    phrase.makeContiguousUTF8()
    return insert(phrase.utf8Span.span, value: value)
  }

  private mutating func insert(_ text: Span<UInt8>, value: Int) -> Int? {
    var node: Int32 = 0
    var cursor = Cursor()
    while let step = cursor.next(in: text) {
      if (stepCount + 1) * 2 > steps.count { grow(to: steps.count * 2) }
      let key = Self.mix(node, step)
      var slot = Int(truncatingIfNeeded: key) & (steps.count - 1)
      while steps[slot] != 0, steps[slot] != key { slot = (slot + 1) & (steps.count - 1) }
      if steps[slot] == 0 {
        steps[slot] = key
        targets[slot] = Int32(values.count)
        values.append(-1)
        stepCount += 1
      }
      node = targets[slot]
    }
    if node == 0 { return nil }
    let old = values[Int(node)]
    if old >= 0 { return Int(old) }
    values[Int(node)] = Int32(value)
    count += 1
    return nil
  }

  private mutating func grow(to size: Int) {
    let (oldSteps, oldTargets) = (steps, targets)
    steps = [UInt64](repeating: 0, count: size)
    targets = [Int32](repeating: 0, count: size)
    for (index, key) in oldSteps.enumerated() where key != 0 {
      var slot = Int(truncatingIfNeeded: key) & (size - 1)
      while steps[slot] != 0 { slot = (slot + 1) & (size - 1) }
      steps[slot] = key
      targets[slot] = oldTargets[index]
    }
  }

  /// The longest phrase that starts at the lexeme at `offset`.
  ///
  /// - Parameters:
  ///   - text: UTF-8 in normalization form C.
  ///   - offset: the first byte of a lexeme.
  ///   - end: where to stop looking, such as the end of a line; the end of the text when `nil`.
  /// - Complexity: O(*k*) in bytes of the longest phrase. Allocates nothing.
  func longestMatch(in text: Span<UInt8>, at offset: Int, before end: Int? = nil) -> Match? {
    let end = end ?? text.count
    var node: Int32 = 0
    var cursor = Cursor(offset: offset)
    var best: Match?
    while let step = cursor.next(in: text), cursor.offset <= end {
      let key = Self.mix(node, step)
      var slot = Int(truncatingIfNeeded: key) & (steps.count - 1)
      while steps[slot] != 0, steps[slot] != key { slot = (slot + 1) & (steps.count - 1) }
      if steps[slot] == 0 { break }
      node = targets[slot]
      let value = values[Int(node)]
      if value >= 0 { best = Match(value: Int(value), bytes: cursor.start..<cursor.offset) }
    }
    return best
  }

  /// The phrases of a text from left to right, the longest at each place, none inside another.
  ///
  /// - Complexity: O(*n* · *k*), where *k* is the length of the longest phrase.
  func matches(in text: Span<UInt8>) -> [Match] {
    var matches: [Match] = []
    var offset = 0
    while let lexeme = Lexeme.next(in: text, from: offset) {
      if let match = longestMatch(in: text, at: lexeme.bytes.lowerBound) {
        matches.append(match)
        offset = match.bytes.upperBound
      } else {
        offset = lexeme.bytes.upperBound
      }
    }
    return matches
  }

  /// The value of a text that is one phrase and nothing else.
  func value(of phrase: String) -> Int? {
    var phrase = phrase
    phrase.makeContiguousUTF8()
    let span = phrase.utf8Span.span
    guard let first = Lexeme.next(in: span, from: 0) else { return nil }
    guard let match = longestMatch(in: span, at: first.bytes.lowerBound) else { return nil }
    return Lexeme.next(in: span, from: match.bytes.upperBound) == nil ? match.value : nil
  }

  /// What stands between two lexemes.
  private enum Joint {
    case open
    /// Letters and digits without white space between them.
    case glued
    /// An empty line, which no phrase crosses.
    case paragraph

    init(_ text: Span<UInt8>, _ gap: Range<Int>, betweenWords: Bool) {
      if gap.isEmpty {
        self = betweenWords ? .glued : .open
        return
      }
      var lines = 0
      for index in gap where text[index] == 0x0A { lines += 1 }
      self = lines > 1 ? .paragraph : .open
    }
  }

  /// Letters and digits without white space between them are another phrase than with it.
  @inline(always)
  private static func step(_ key: UInt64, _ joint: Joint) -> UInt64 { joint == .glued ? ~key : key }

  private static func mix(_ node: Int32, _ lexeme: UInt64) -> UInt64 {
    // Finalizer of SplitMix64; 0 marks an empty slot.
    var z = lexeme &+ UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return z == 0 ? 1 : z
  }

  /// Walks over lexemes and gives each a key.
  private struct Cursor {
    /// Where the first lexeme starts; -1 before it was met.
    var start = -1
    /// Behind the last lexeme.
    var offset = 0
    private var isWord = false

    init(offset: Int = 0) { self.offset = offset }

    mutating func next(in text: Span<UInt8>) -> UInt64? {
      guard let lexeme = Lexeme.next(in: text, from: offset) else { return nil }
      var joint = Joint.open
      if start < 0 {
        start = lexeme.bytes.lowerBound
      } else {
        let isNextWord = lexeme.kind != .other
        joint = Joint(text, offset..<lexeme.bytes.lowerBound, betweenWords: isWord && isNextWord)
        if joint == .paragraph { return nil }
      }
      let key = PhraseIndex.step(WordHash.key(of: lexeme.bytes, in: text), joint)
      isWord = lexeme.kind != .other
      offset = lexeme.bytes.upperBound
      return key
    }
  }
}
