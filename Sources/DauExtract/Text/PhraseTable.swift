/// Phrases of several words, found in a token stream by walking a trie.
///
/// Every node's branches live in one table keyed by node and word, so the whole is one flat dictionary.
/// `Thi đua - Khen thưởng` is a phrase as well as `lượt khách`: signs are words here.
public struct PhraseTable<Value: Sendable>: Sendable {
  private struct Branch: Hashable {
    var node: Int32
    var key: WordKey
  }
  private var branches: [Branch: Int32] = [:]
  private var values: [Value?] = [nil]

  public init() {}

  public init(_ phrases: [(String, Value)]) {
    for (phrase, value) in phrases { insert(phrase, value) }
  }

  /// Adds a phrase; a later value replaces an earlier one.
  public mutating func insert(_ phrase: String, _ value: Value) {
    let stream = TokenStream(phrase)
    var node: Int32 = 0
    for token in stream.tokens {
      let branch = Branch(node: node, key: token.key)
      if let next = branches[branch] {
        node = next
      } else {
        node = Int32(values.count)
        values.append(nil)
        branches[branch] = node
      }
    }
    if node != 0 { values[Int(node)] = value }
  }

  /// The longest phrase that begins at token `start`.
  ///
  /// - Parameter end: phrases do not reach this token.
  /// - Complexity: O(length of the longest phrase).
  public func match(
    _ stream: TokenStream, at start: Int, before end: Int = .max
  ) -> (value: Value, end: Int)? {
    var node: Int32 = 0
    var at = start
    var best: (Value, Int)?
    let stop = min(end, stream.count)
    while at < stop, let next = branches[Branch(node: node, key: stream.tokens[at].key)] {
      node = next
      at += 1
      if let value = values[Int(node)] { best = (value, at) }
    }
    return best.map { (value: $0.0, end: $0.1) }
  }
}

extension PhraseTable where Value == Void {
  public init(_ phrases: [String]) {
    for phrase in phrases { insert(phrase, ()) }
  }
}
