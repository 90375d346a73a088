import DauLanguage

/// Two neighbouring words with capitals, somewhere in a document.
struct NameMention {
  /// The letters of both without marks and case, as a number.
  let key: UInt64
  private let firstWord: UInt32
  private let firstPiece: UInt32
  /// Whether it stands in a heading, where all words have capitals.
  let isHeading: Bool

  /// Which word of the verdicts the first is, and which piece.
  var word: Int { Int(firstWord) }
  var at: Int { Int(firstPiece) }

  init(key: UInt64, word: Int, at: Int, isHeading: Bool) {
    self.key = key
    firstWord = UInt32(word)
    firstPiece = UInt32(at)
    self.isHeading = isHeading
  }

  /// The mentions of each name, one of which stands outside of headings.
  ///
  /// - Complexity: O(*n* log *n*).
  static func groups(_ mentions: [NameMention]) -> [ArraySlice<NameMention>] {
    let sorted = mentions.sorted { ($0.key, $0.firstPiece) < ($1.key, $1.firstPiece) }
    var groups: [ArraySlice<NameMention>] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].key == sorted[start].key { end += 1 }
      if sorted[start..<end].contains(where: { !$0.isHeading }) { groups.append(sorted[start..<end]) }
      start = end
    }
    return groups
  }
}

/// What stands around one mention.
struct NameContext {
  var state: LanguageModel.State
  /// Words behind it.
  var following: [WordID]

  /// log10 P of the two words and of those behind them.
  ///
  /// - Parameters:
  ///   - head: the score of the first.
  ///   - least: log10 of how probable the two are at least.
  func score(
    _ second: WordID, behind first: WordID, _ head: (log10: Float, next: LanguageModel.State), least: Float,
    names: NamePairs?, model: LanguageModel
  ) -> Float {
    let tail = model.score(second, after: head.next)
    var sum = max(least, head.log10 + max(tail.log10, names?.score(second, after: first) ?? -.infinity))
    var state = tail.next
    for word in following {
      let next = model.score(word, after: state)
      sum += next.log10
      state = next.next
    }
    return sum
  }
}

/// The names that stand clearly somewhere in a document, for mentions that do not.
struct FamiliarNames {
  /// Two words of a name.
  struct Name {
    var first: WordID
    var second: WordID
    /// Their letters without marks, in small letters.
    var letters: (first: [Glyph], second: [Glyph])
  }

  /// The posterior from which a word is sure.
  static let sure: Float = 0.95
  /// log10 probability that a name near to a familiar one is that.
  static let again: Float = -1.5
  /// Names of the same first letters that are kept.
  private static let limit = 50

  /// By the first letters of both words.
  private var names: [[Glyph]: [Name]] = [:]

  init(_ all: some Sequence<Name>) {
    for name in all {
      let key = [name.letters.first[0], name.letters.second[0]]
      if names[key, default: []].count < Self.limit { names[key, default: []].append(name) }
    }
  }

  /// The names that two words are near to: a letter of each more, less or other at most.
  ///
  /// - Parameters: the letters of the words without marks, in small letters.
  func near(_ first: [Glyph], _ second: [Glyph]) -> [Name] {
    (names[[first[0], second[0]]] ?? []).filter {
      Glyphs.distance(first, $0.letters.first) <= 1 && Glyphs.distance(second, $0.letters.second) <= 1
    }
  }
}
