/// A word of a model's vocabulary. The first four are not words.
public struct WordID: Sendable, Hashable {
  /// The place of the word in the vocabulary.
  public var rawValue: UInt16

  /// The word at a place of the vocabulary, which need not exist.
  @inline(always) public init(_ rawValue: UInt16) { self.rawValue = rawValue }

  /// No word: pads contexts shorter than the order.
  public static let none = WordID(0)
  /// Any word that is not in the vocabulary.
  public static let unknown = WordID(1)
  /// The place before the first word of a sentence.
  public static let sentenceStart = WordID(2)
  /// The place after the last word of a sentence.
  public static let sentenceEnd = WordID(3)

  /// The first identifier that belongs to a word.
  public static let firstWord = WordID(4)
}
