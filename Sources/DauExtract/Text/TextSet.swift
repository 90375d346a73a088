import DauText

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
    let bytes = text.utf8Span.span
    var hash = FNV1a()
    for at in bytes.indices { hash.combine(bytes[at]) }
    return WordMap.key(WordKey(rawValue: hash.value), 0)
  }
}
