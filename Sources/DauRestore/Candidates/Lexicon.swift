import Algorithms
import DauLanguage

/// The words that an OCR word may have been.
///
/// A word is cut into a *head*, its consonants before the first vowel, and a *tail*, the rest. A few dozen heads and about
/// 1,300 tails make up the syllables of Vietnamese, so what an OCR word has in common with each head and each tail is worked
/// out once, and a word of the lexicon is one sum of the two. Heads are a trie read forwards, tails a trie read backwards,
/// because tails share their ends (`ông`, `ong`, `uông`).
struct Lexicon: Sendable {
  /// One entry of the lexicon.
  struct Entry: Sendable {
    var spelling: [Glyph]
    var word: WordID
    /// log10 probability added when the entry is proposed: a rarer kind needs more evidence.
    var prior: Float
    /// What ranks entries before the context is known: the prior and a share of the log10 probability
    /// of the word by itself.
    var rank: Float
  }

  /// A head, or the beginning of one: the head above it and one letter more. The first is empty.
  struct Head: Sendable {
    var parent: Int32
    var letter: GraphemeID
  }

  /// A tail, or the end of one; what is one letter longer to the left stands behind it.
  struct Tail: Sendable {
    var letter: GraphemeID
    /// Letters.
    var depth: UInt8
    /// Letters that the longest tail below has more.
    var height: UInt8 = 0
    /// The first tail behind all that end in this one.
    var end: Int32 = 0
    /// The entries with this tail, as places in `words`.
    var firstWord: Int32 = 0
    var wordCount: Int32 = 0
    /// The one of them that has no head, or -1.
    var bareWord: Int32 = -1
    /// What the best of those entries lacks of rank 0, in the units of ``EmissionMatrix``; and the best here or below.
    var ownCost: Int16 = .max
    var bestCost: Int16 = .max
  }

  /// An entry by its head, in the list of its tail.
  struct Word: Sendable {
    var head: UInt16
    /// Letters of the head.
    var headLength: UInt8
    /// What the entry lacks of rank 0, in the units of ``EmissionMatrix``.
    var cost: Int16
    var entry: Int32
  }

  /// Sorted by their letters.
  private(set) var entries: [Entry] = []
  private(set) var heads: [Head] = [Head(parent: 0, letter: 0)]
  /// Each before those that end in it, of which the ones with the best words come first; the first is empty.
  private(set) var tails: [Tail] = []
  /// By tail, and there by rank.
  private(set) var words: [Word] = []
  /// The letters of tails.
  private(set) var tailLetters: [GraphemeID] = []
  /// The letters of each entry as a number, in ascending order.
  private var keys: [UInt128] = []

  /// The highest rank of an entry, not above 0.
  private(set) var bestRank = -Float.infinity

  /// - Parameters:
  ///   - entries: spelled in the letters of `Alphabet`, at most 16 of them, for longer OCR words are not read;
  ///     others are left out. Later entries of one spelling replace earlier ones.
  ///   - headLimit: letters of a head at most; words that are all consonants would have as many heads as there are words.
  init(_ entries: [Entry], headLimit: Int = 16) {
    var keyed: [(key: UInt128, entry: Int)] = []
    keyed.reserveCapacity(entries.count)
    for (at, entry) in entries.enumerated() {
      if let key = Self.key(of: entry.spelling) { keyed.append((key, at)) }
    }
    // Of equals the later stays the later.
    keyed.sort { $0.key < $1.key }
    var tailed: [(key: UInt128, word: Word)] = []
    tailed.reserveCapacity(keyed.count)
    for (at, (key, entry)) in keyed.enumerated() where at + 1 == keyed.count || keyed[at + 1].key != key {
      let (head, tail) = split(key, headLimit: headLimit)
      let length = entries[entry].spelling.count - (16 - tail.trailingZeroBitCount / 8)
      let rank = entries[entry].rank
      bestRank = max(bestRank, rank)
      tailed.append(
        (
          tail,
          Word(
            head: UInt16(head), headLength: UInt8(length),
            cost: Int16(max(0, min(EmissionMatrix.limit, -rank * EmissionMatrix.scale)) + 0.5),
            entry: Int32(self.entries.count))
        ))
      self.entries.append(entries[entry])
      keys.append(key)
    }
    sortHeads(&tailed)
    tailed.sort {
      $0.key == $1.key ? ($0.word.cost, $0.word.head) < ($1.word.cost, $1.word.head) : $0.key < $1.key
    }
    words = tailed.map(\.word)
    growTails(tailed.map(\.key))
    tailLetters = Set(tails.dropFirst().map(\.letter)).sorted()
  }

  /// Numbers the heads by how many words have them, so that the words of most tails are among few heads.
  private mutating func sortHeads(_ words: inout [(key: UInt128, word: Word)]) {
    var uses = [Int](repeating: 0, count: heads.count)
    for (_, word) in words { uses[Int(word.head)] += 1 }
    // A head is used where a longer one is, so none comes before its parent.
    for head in heads.indices.dropFirst().reversed() { uses[Int(heads[head].parent)] += uses[head] }
    let order = [0] + heads.indices.dropFirst().sorted { (-uses[$0], $0) < (-uses[$1], $1) }
    var numbers = [Int](repeating: 0, count: heads.count)
    for (number, head) in order.enumerated() { numbers[head] = number }
    heads = order.map { Head(parent: Int32(numbers[Int(heads[$0].parent)]), letter: heads[$0].letter) }
    for at in words.indices { words[at].word.head = UInt16(numbers[Int(words[at].word.head)]) }
  }

  /// The head of a word, made where there is none yet, and the letters of its tail from the last to the first.
  private mutating func split(_ key: UInt128, headLimit: Int) -> (head: Int, tail: UInt128) {
    var key = key
    var head = 0
    var length = 0
    while key != 0, length < headLimit, case let letter = GraphemeID(truncatingIfNeeded: key >> 120) - 1,
      !Alphabet.isVowel(letter)
    {
      // The last heads were made for words that sort just before this one.
      let known = heads.indices.last { $0 > 0 && heads[$0].parent == head && heads[$0].letter == letter }
      if known == nil { heads.append(Head(parent: Int32(head), letter: letter)) }
      head = known ?? heads.count - 1
      length += 1
      key <<= 8
    }
    var tail: UInt128 = 0
    var shift: UInt128 = 120
    while key != 0 {
      let length = key.trailingZeroBitCount / 8
      tail |= (key >> UInt128(8 * length) & 0xFF) << shift
      key &= ~(0xFF << UInt128(8 * length))
      shift -= 8
    }
    return (head, tail)
  }

  /// Makes the trie of tails. Each node is a run of keys that share their first `depth` letters.
  private mutating func growTails(_ keys: [UInt128]) {
    // By key, so that a run's best is found without its tails being there yet.
    func bestCost(_ range: Range<Int>) -> Int16 { range.reduce(.max) { min($0, words[$1].cost) } }
    typealias Node = (words: Range<Int>, depth: Int, bestCost: Int16)
    var waiting: [Node] = [(0..<keys.count, 0, bestCost(0..<keys.count))]
    // The tails above the one at hand.
    var path: [Int] = []
    func close(to depth: Int) {
      while path.count > depth {
        let tail = path.removeLast()
        tails[tail].end = Int32(tails.count)
        if let parent = path.last { tails[parent].height = max(tails[parent].height, tails[tail].height + 1) }
      }
    }
    while let (range, depth, best) = waiting.popLast() {
      close(to: depth)
      func letter(_ index: Int, _ depth: Int) -> UInt8 {
        depth == 16 ? 0 : UInt8(truncatingIfNeeded: keys[index] >> UInt128(120 - 8 * depth))
      }
      var tail = Tail(letter: depth == 0 ? 0 : letter(range.lowerBound, depth - 1) - 1, depth: UInt8(depth))
      tail.bestCost = best
      tail.firstWord = Int32(range.lowerBound)
      var index = range.lowerBound
      while index < range.upperBound, letter(index, depth) == 0 {
        tail.ownCost = min(tail.ownCost, words[index].cost)
        if words[index].head == 0 { tail.bareWord = Int32(index) }
        index += 1
      }
      tail.wordCount = Int32(index - range.lowerBound)
      var children: [Node] = []
      while index < range.upperBound {
        let first = index
        while index < range.upperBound, letter(index, depth) == letter(first, depth) { index += 1 }
        children.append((first..<index, depth + 1, bestCost(first..<index)))
      }
      children.sort { ($0.bestCost, $0.words.lowerBound) > ($1.bestCost, $1.words.lowerBound) }
      waiting += children
      path.append(tails.count)
      tails.append(tail)
    }
    close(to: 0)
  }

  func withTables(_ body: (LexiconTables) -> Void) {
    // Used by `body` only, which lets none escape. The lists are not empty where there is an entry.
    unsafe heads.withUnsafeBufferPointer { heads in
      unsafe tails.withUnsafeBufferPointer { tails in
        unsafe words.withUnsafeBufferPointer { words in
          unsafe tailLetters.withUnsafeBufferPointer { letters in
            unsafe body(LexiconTables(heads: heads, tails: tails, words: words, tailLetters: letters))
          }
        }
      }
    }
  }

  /// Whether a word is an entry.
  ///
  /// - Complexity: O(log *n*).
  func contains(_ word: [GraphemeID]) -> Bool {
    guard !word.isEmpty, word.count <= 16 else { return false }
    var key: UInt128 = 0
    for letter in word { key = key << 8 | UInt128(letter + 1) }
    key <<= UInt128(8 * (16 - word.count))
    let at = keys.partitioningIndex { $0 >= key }
    return at < keys.count && keys[at] == key
  }

  /// The letters of a spelling as one number that sorts as they do, the first letter in its highest byte.
  private static func key(of spelling: [Glyph]) -> UInt128? {
    guard !spelling.isEmpty, spelling.count <= 16 else { return nil }
    var key: UInt128 = 0
    for glyph in spelling {
      guard let id = Alphabet.id(of: glyph) else { return nil }
      key = key << 8 | UInt128(id + 1)
    }
    return key << UInt128(8 * (16 - spelling.count))
  }
}

extension [Lexicon] {
  /// Whether a lower-case word is spelled as a syllable, or listed.
  func haveSpelling(_ word: [Glyph]) -> Bool {
    guard let ids = Alphabet.ids(of: word) else { return false }
    return contains { $0.contains(ids) }
  }
}
