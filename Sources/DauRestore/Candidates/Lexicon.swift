import DauLanguage

/// The words that an OCR word may have been, as a trie of letters.
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

  private(set) var entries: [Entry] = []

  /// The rank of each entry.
  private(set) var ranks: [Float] = []

  /// Nodes in breadth-first order, so that the children of a node stand together.
  private(set) var letters: [GraphemeID] = []
  private(set) var firstChild: [Int32] = []
  private(set) var childCount: [UInt8] = []
  /// The entry that ends at the node, or -1.
  private(set) var entryAt: [Int32] = []
  /// The highest rank of an entry at or below the node.
  private(set) var bestRank: [Float] = []

  /// - Parameter entries: spelled in the letters of `Alphabet`; later entries of one spelling replace earlier ones.
  init(_ entries: [Entry]) {
    var unique: [[GraphemeID]: Entry] = [:]
    for entry in entries {
      if let ids = Alphabet.ids(of: entry.spelling), !ids.isEmpty { unique[ids] = entry }
    }
    let sorted = unique.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    self.entries = sorted.map(\.value)
    ranks = self.entries.map(\.rank)
    let keys = sorted.map(\.key)
    letters = [0]
    firstChild = [0]
    childCount = [0]
    entryAt = [-1]
    // Each node is a run of keys that share their first `depth` letters.
    var queue: [(node: Int, keys: Range<Int>, depth: Int)] = [(0, 0..<keys.count, 0)]
    var head = 0
    while head < queue.count {
      let (node, range, depth) = queue[head]
      head += 1
      var index = range.lowerBound
      if index < range.upperBound, keys[index].count == depth {
        entryAt[node] = Int32(index)
        index += 1
      }
      firstChild[node] = Int32(letters.count)
      var children = 0
      while index < range.upperBound {
        let letter = keys[index][depth]
        var end = index + 1
        while end < range.upperBound, keys[end][depth] == letter { end += 1 }
        queue.append((letters.count, index..<end, depth + 1))
        letters.append(letter)
        firstChild.append(0)
        childCount.append(0)
        entryAt.append(-1)
        children += 1
        index = end
      }
      childCount[node] = UInt8(children)
    }
    bestRank = entryAt.map { $0 < 0 ? -.infinity : self.entries[Int($0)].rank }
    // Children stand behind their parents.
    for node in stride(from: letters.count - 1, through: 0, by: -1) where childCount[node] > 0 {
      let first = Int(firstChild[node])
      for child in first..<(first + Int(childCount[node])) { bestRank[node] = max(bestRank[node], bestRank[child]) }
    }
  }
}
