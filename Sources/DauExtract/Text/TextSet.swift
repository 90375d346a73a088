/// A set of nouns or names in normalization form C that is asked for every number of a text.
///
/// Compares bytes, by a hash of them alone: two texts share one by chance once in 2⁶⁴. `Set<String>` puts a word with
/// marks through normalization before it hashes it, which took ten times as long.
struct TextSet: Sendable, ExpressibleByArrayLiteral {
  private var texts = WordMap()

  init(arrayLiteral texts: String...) { self.init(texts) }

  init(_ texts: some Sequence<String>) { for text in texts { self.texts.insert(Self.key(text), 0) } }

  /// - Complexity: O(*n*) in bytes.
  func contains(_ text: String) -> Bool { texts[Self.key(text)] != nil }

  /// FNV-1a, mixed once more because ``WordMap`` takes the place from the high half.
  private static func key(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let bytes = text.utf8Span.span
    for at in bytes.indices { hash = (hash ^ UInt64(bytes[at])) &* 0x100_0000_01b3 }
    return WordMap.key(WordKey(rawValue: hash), 0)
  }
}
