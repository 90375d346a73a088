public import DauText

/// The tokens of a text with their keys, made once and walked by many phrase indexes.
///
/// Splitting a text and hashing its words is most of the work of a look-up; a reader that asks several
/// families at each token pays for it once.
///
///     let tokens = KeyedTokens(text)
///     for index in tokens.indices {
///       if let unit = units.match(in: tokens, at: index) { ... }
///     }
public struct KeyedTokens: Sendable {
  public let tokens: [Token]
  /// The key of each token for ``PhraseIndex``.
  let keys: [UInt64]
  /// Whether white space with an empty line, or nothing at all between two words, stands before a token.
  let joints: [Joint]

  enum Joint: UInt8, Sendable {
    case open
    /// Letters and digits without white space between them.
    case glued
    /// An empty line, which no phrase crosses.
    case paragraph
  }

  public var indices: Range<Int> { tokens.indices }
  public var count: Int { tokens.count }

  /// - Parameter text: UTF-8 in normalization form C.
  /// - Complexity: O(*n*).
  public init(_ text: Span<UInt8>) {
    var tokens: [Token] = []
    var keys: [UInt64] = []
    var joints: [Joint] = []
    tokens.reserveCapacity(text.count / 4)
    keys.reserveCapacity(text.count / 4)
    joints.reserveCapacity(text.count / 4)
    var end = 0
    var wasWord = false
    while let token = Token.next(in: text, from: end) {
      tokens.append(token)
      keys.append(WordKey.key(of: token.bytes, in: text))
      joints.append(Self.joint(text, end..<token.bytes.lowerBound, betweenWords: wasWord && token.kind != .other))
      wasWord = token.kind != .other
      end = token.bytes.upperBound
    }
    self.tokens = tokens
    self.keys = keys
    self.joints = joints
  }

  /// What stands between two tokens.
  static func joint(_ text: Span<UInt8>, _ gap: Range<Int>, betweenWords: Bool) -> Joint {
    if gap.isEmpty { return betweenWords ? .glued : .open }
    var lines = 0
    for index in gap where text[index] == 0x0A { lines += 1 }
    return lines > 1 ? .paragraph : .open
  }

  /// The number of the first token that ends behind byte `offset`; ``count`` when there is none.
  ///
  /// - Complexity: O(log *n*).
  public func index(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].bytes.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
