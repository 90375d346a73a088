/// Phrases of several words, found in a token stream by walking a trie.
///
/// Every node's branches live in one table keyed by node and word, so the whole is one flat dictionary.
/// `Thi đua - Khen thưởng` is a phrase as well as `lượt khách`: signs are words here.
struct PhraseTable<Value: Sendable>: Sendable {
  private var branches = WordMap()
  private var values: [Value?] = [nil]
  /// Which first words there may be.
  private var starts: WordFilter = []

  init() {}

  /// - Parameter phrases: on one line each; of equal ones the last counts.
  /// - Complexity: O(*n*) in bytes. The phrases are taken apart as one text, which costs a fifth of one at a time.
  init(_ phrases: [(String, Value)]) {
    var lines = ""
    for (phrase, _) in phrases { lines += phrase + "\n" }
    let stream = TokenStream(lines)
    for (line, phrase) in phrases.enumerated() { insert(stream.tokens[stream.tokens(ofLine: line)], phrase.1) }
  }

  /// Adds a phrase; a later value replaces an earlier one.
  mutating func insert(_ phrase: String, _ value: Value) { insert(TokenStream(phrase).tokens[...], value) }

  private mutating func insert(_ phrase: ArraySlice<Token>, _ value: Value) {
    if let first = phrase.first { starts.insert(first.key) }
    var node: Int32 = 0
    for token in phrase {
      let branch = WordMap.key(token.key, node)
      if let next = branches[branch] {
        node = next
      } else {
        node = Int32(values.count)
        values.append(nil)
        branches.insert(branch, node)
      }
    }
    if node != 0 { values[Int(node)] = value }
  }

  /// The longest phrase that begins at token `start`.
  ///
  /// - Parameter end: phrases do not reach this token.
  /// - Complexity: O(length of the longest phrase).
  @inline(__always)
  func match(
    _ stream: TokenStream, at start: Int, before end: Int = .max
  ) -> (value: Value, end: Int)? {
    // Nearly every word begins no phrase.
    guard start < min(end, stream.count), starts.mayContain(stream[start].key) else { return nil }
    return walk(stream, from: start, before: min(end, stream.count))
  }

  private func walk(_ stream: TokenStream, from start: Int, before stop: Int) -> (value: Value, end: Int)? {
    var node: Int32 = 0
    var at = start
    var best: (Value, Int)?
    while at < stop, let next = branches[WordMap.key(stream[at].key, node)] {
      node = next
      at += 1
      if let value = values[Int(node)] { best = (value, at) }
    }
    return best.map { (value: $0.0, end: $0.1) }
  }
}

/// Phrases that are looked for from their last word to their first.
struct BackwardPhrases<Value: Sendable>: Sendable {
  private let reversed: PhraseTable<Value>

  /// - Parameter phrases: words with blanks between.
  init(_ phrases: [(String, Value)]) {
    reversed = PhraseTable(phrases.map { ($0.0.split(separator: " ").reversed().joined(separator: " "), $0.1) })
  }

  /// The longest phrase that ends before token `end`.
  ///
  /// - Parameter start: phrases do not reach over this token.
  /// - Complexity: O(length of the longest phrase).
  func match(_ stream: TokenStream, before end: Int, from start: Int) -> (value: Value, start: Int)? {
    reversed.matchBackward(stream, before: end, from: start)
  }
}

extension PhraseTable where Value == Void {
  init(_ phrases: [String]) { self.init(phrases.map { ($0, ()) }) }
}

extension PhraseTable {
  fileprivate func matchBackward(_ stream: TokenStream, before end: Int, from start: Int) -> (value: Value, start: Int)?
  {
    guard end > start, starts.mayContain(stream[end - 1].key) else { return nil }
    var node: Int32 = 0
    var at = end
    var best: (Value, Int)?
    while at > start, let next = branches[WordMap.key(stream[at - 1].key, node)] {
      node = next
      at -= 1
      if let value = values[Int(node)] { best = (value, at) }
    }
    return best.map { (value: $0.0, start: $0.1) }
  }

  /// Adds the first words of the phrases to a filter.
  func addStarts(to filter: inout WordFilter) { filter.formUnion(starts) }
}

/// A set of words that may hold more than was put in: one bit of 4096 a word, to pass over most words of a text with one
/// look into memory that stays in the first cache.
struct WordFilter: Sendable, ExpressibleByArrayLiteral {
  private var bits = [UInt64](repeating: 0, count: 64)

  init(arrayLiteral words: WordKey...) { self.init(words) }

  init(_ words: some Sequence<WordKey>) { for word in words { insert(word) } }

  mutating func insert(_ word: WordKey) { bits[Self.place(word)] |= Self.bit(word) }

  mutating func formUnion(_ other: WordFilter) { for index in bits.indices { bits[index] |= other.bits[index] } }

  /// - Complexity: O(1).
  @inline(__always)
  func mayContain(_ word: WordKey) -> Bool {
    // A place is one of the 64.
    unsafe bits.span[unchecked: Self.place(word)] & Self.bit(word) != 0
  }

  // FNV mixes its lowest bits worst (see `FNV1a`); the filter only spares look-ups, so that costs time at most.
  @inline(__always)
  private static func place(_ word: WordKey) -> Int { Int(truncatingIfNeeded: (word.rawValue >> 6) & 63) }
  @inline(__always)
  private static func bit(_ word: WordKey) -> UInt64 { 1 << (word.rawValue & 63) }
}

/// A hash table from 64 well-mixed bits to a number: open addressing, half full at most.
///
/// Word keys are hashes already; hashing them again with a keyed function, as `Dictionary` does, was a tenth of the
/// time of an extraction.
struct WordMap: Sendable {
  private var keys: [UInt64] = []
  private var numbers: [Int32] = []
  private var count = 0

  /// The key of a word behind a node of a trie.
  static func key(_ word: WordKey, _ node: Int32) -> UInt64 {
    // 0 marks a free place; a real key is 0 once in 2⁶⁴.
    let mixed = (word.rawValue ^ UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return mixed == 0 ? 1 : mixed
  }

  /// - Complexity: O(1).
  subscript(key: UInt64) -> Int32? {
    guard !keys.isEmpty else { return nil }
    let mask = keys.count - 1
    var at = Int(truncatingIfNeeded: key >> 32) & mask
    while keys[at] != 0 {
      if keys[at] == key { return numbers[at] }
      at = (at + 1) & mask
    }
    return nil
  }

  mutating func insert(_ key: UInt64, _ number: Int32) {
    if (count + 1) * 2 > keys.count { grow() }
    let mask = keys.count - 1
    var at = Int(truncatingIfNeeded: key >> 32) & mask
    while keys[at] != 0, keys[at] != key { at = (at + 1) & mask }
    if keys[at] == 0 { count += 1 }
    keys[at] = key
    numbers[at] = number
  }

  private mutating func grow() {
    let old = zip(keys, numbers).filter { $0.0 != 0 }
    let size = max(keys.count * 2, 16)
    keys = Array(repeating: 0, count: size)
    numbers = Array(repeating: 0, count: size)
    count = 0
    for (key, number) in old { insert(key, number) }
  }
}

/// Values by words.
struct WordTable<Value: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
  private var words = WordMap()
  private var values: [Value] = []

  init(dictionaryLiteral elements: (WordKey, Value)...) { self.init(elements) }

  /// - Parameter entries: of equal words the last counts.
  init(_ entries: [(word: WordKey, value: Value)]) {
    for (word, value) in entries {
      words.insert(WordMap.key(word, 0), Int32(values.count))
      values.append(value)
    }
  }

  /// - Complexity: O(1).
  subscript(word: WordKey) -> Value? { words[WordMap.key(word, 0)].map { values[Int($0)] } }
}

/// A set of words that is asked for every word of a text.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private var words = WordMap()
  private var all: [WordKey] = []

  init() {}

  init(arrayLiteral words: WordKey...) { for word in words { insert(word) } }

  mutating func insert(_ word: WordKey) {
    words.insert(WordMap.key(word, 0), 0)
    all.append(word)
  }

  /// - Complexity: O(1).
  func contains(_ word: WordKey) -> Bool { words[WordMap.key(word, 0)] != nil }

  /// Adds the words to a filter.
  func addWords(to filter: inout WordFilter) { for word in all { filter.insert(word) } }
}
