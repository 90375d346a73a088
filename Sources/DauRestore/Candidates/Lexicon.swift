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

  /// A node of the trie; the children of a node stand together.
  struct Node: Sendable {
    var firstChild: Int32 = 0
    /// The entry that ends here, or -1.
    var entry: Int32 = -1
    /// The rank of that entry.
    var rank = -Float.infinity
    /// The highest rank of an entry here or below.
    var bestRank = -Float.infinity
    var letter: GraphemeID
    var childCount: UInt8 = 0
  }

  private(set) var entries: [Entry] = []
  /// In breadth-first order; the first is the root.
  private(set) var nodes: [Node] = []

  /// - Parameter entries: spelled in the letters of `Alphabet`, at most 16 of them, for longer OCR words are not read;
  ///   others are left out. Later entries of one spelling replace earlier ones.
  init(_ entries: [Entry]) {
    var keyed: [(key: UInt128, entry: Int)] = []
    keyed.reserveCapacity(entries.count)
    for (at, entry) in entries.enumerated() {
      if let key = Self.key(of: entry.spelling) { keyed.append((key, at)) }
    }
    keyed.sort { ($0.key, $0.entry) < ($1.key, $1.entry) }
    var keys: [[GraphemeID]] = []
    for (at, (key, entry)) in keyed.enumerated() where at + 1 == keyed.count || keyed[at + 1].key != key {
      self.entries.append(entries[entry])
      keys.append(Alphabet.ids(of: entries[entry].spelling) ?? [])
    }
    nodes = [Node(letter: 0)]
    // Each node is a run of keys that share their first `depth` letters.
    var queue: [(node: Int, keys: Range<Int>, depth: Int)] = [(0, 0..<keys.count, 0)]
    var head = 0
    while head < queue.count {
      let (node, range, depth) = queue[head]
      head += 1
      var index = range.lowerBound
      if index < range.upperBound, keys[index].count == depth {
        nodes[node].entry = Int32(index)
        nodes[node].rank = self.entries[index].rank
        index += 1
      }
      nodes[node].firstChild = Int32(nodes.count)
      while index < range.upperBound {
        let letter = keys[index][depth]
        var end = index + 1
        while end < range.upperBound, keys[end][depth] == letter { end += 1 }
        queue.append((nodes.count, index..<end, depth + 1))
        nodes.append(Node(letter: letter))
        nodes[node].childCount += 1
        index = end
      }
    }
    // Children stand behind their parents.
    for node in nodes.indices.reversed() {
      var best = nodes[node].rank
      let first = Int(nodes[node].firstChild)
      for child in first..<(first + Int(nodes[node].childCount)) { best = max(best, nodes[child].bestRank) }
      nodes[node].bestRank = best
    }
  }

  /// Whether a word is an entry.
  ///
  /// - Complexity: O(length), times the letters that may come next.
  func contains(_ word: [GraphemeID]) -> Bool {
    var node = 0
    for letter in word {
      let first = Int(nodes[node].firstChild)
      guard let child = (first..<(first + Int(nodes[node].childCount))).first(where: { nodes[$0].letter == letter })
      else { return false }
      node = child
    }
    return nodes[node].entry >= 0
  }

  /// The letters of a spelling as one number that sorts as they do.
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
