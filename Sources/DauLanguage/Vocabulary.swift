/// The words of a model and their identifiers, most frequent first.
public struct Vocabulary: Sendable {
  /// The largest number of words: identifiers have 16 bits.
  public static let limit = Int(UInt16.max)

  /// Spellings by identifier; the four special places hold `<none>`, `<unk>`, `<s>`, `</s>`.
  public let words: [String]
  private let ids: [String: WordID]

  /// - Parameter words: distinct spellings, most frequent first, without the special ones.
  /// - Precondition: at most `limit` words with the special ones.
  public init(words: [String]) {
    precondition(words.count + 4 <= Self.limit, "a vocabulary holds \(Self.limit) words at most")
    self.words = ["<none>", "<unk>", "<s>", "</s>"] + words
    var ids: [String: WordID] = [:]
    ids.reserveCapacity(self.words.count)
    for (index, word) in self.words.enumerated() { ids[word] = WordID(UInt16(index)) }
    self.ids = ids
  }

  /// The number of words, the four special ones among them.
  public var count: Int { words.count }

  /// The identifier of a spelling, or `.unknown`.
  public func id(of word: String) -> WordID { ids[word] ?? .unknown }
}

/// Counts spellings to choose a vocabulary from.
public struct VocabularyCounter: Sendable {
  private var counts: [String: Double] = [:]

  /// A counter that has seen no word.
  public init() {}

  /// Adds one occurrence that weighs `weight`.
  public mutating func add(_ word: String, weight: Double) { counts[word, default: 0] += weight }

  /// The `limit` heaviest words that weigh at least `minimum`; ties in order of spelling.
  public func vocabulary(limit: Int = Vocabulary.limit - 4, minimum: Double, always: Set<String> = []) -> Vocabulary {
    var kept = counts.filter { $0.value >= minimum || always.contains($0.key) }
    for word in always where kept[word] == nil { kept[word] = 0 }
    let ranked = kept.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
    let mandatory = ranked.filter { always.contains($0) }
    let room = max(0, limit - mandatory.count)
    let chosen = Set(ranked.lazy.filter { !always.contains($0) }.prefix(room)).union(mandatory)
    return Vocabulary(words: ranked.filter { chosen.contains($0) })
  }
}
