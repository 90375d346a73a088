import DauLanguage

/// The formulas of the genre (`phrases.tsv`): what stands word for word in thousands of documents, over more words than the
/// language model looks back.
///
/// A formula is recognised by the words of it that the engine left legible; it then speaks for those it did not.
struct Formulas: Sendable {
  /// A word that a formula has at one place of a text.
  struct Expectation: Sendable, Equatable {
    /// The word in small letters.
    var text: [Glyph]
    var word: WordID
    /// Which formula.
    var formula: Int
    /// Whether just a blank stands before it in the formula.
    var isAfterBlank: Bool
  }

  /// Formulas of fewer words are within reach of the language model.
  static let shortest = 5
  /// What a formula adds to log10 of the channel's score of its words. With 2 a word more of report459a is wrong.
  static let gain: Float = 1
  /// What it leaves of that score at least where the engine knows no marks: a word that is beyond recognition is still known
  /// by its neighbours. Less would not come into the beam.
  static let floor: Float = -4

  private var words: [[Expectation]] = []
  private var places: [String] = []
  /// By the key of a word: the formulas that have it, and at which place.
  private var index: [UInt64: [(formula: Int, offset: Int)]] = [:]

  init() {}

  /// - Parameter phrases: each with the place of its entry.
  init(_ phrases: some Sequence<(text: String, place: String)>, model: LanguageModel) {
    for phrase in phrases {
      let parts = phrase.text.split(separator: " ").filter { $0.contains(where: \.isLetter) }
      let spellings = parts.map { part in
        var spelling = Glyphs.of(part.filter(\.isLetter))
        _ = Glyphs.placeToneOldStyle(&spelling)
        return spelling
      }
      // What has a number in it is no formula that stands word for word.
      guard spellings.count >= Self.shortest, !phrase.text.contains(where: \.isNumber) else { continue }
      let formula = places.count
      places.append(phrase.place)
      words.append(
        spellings.enumerated().map { offset, spelling in
          index[Self.key(of: spelling), default: []].append((formula, offset))
          return Expectation(
            text: spelling, word: model.id(of: Glyphs.string(spelling)) ?? .unknown, formula: formula,
            isAfterBlank: offset > 0 && parts[offset - 1].last!.isLetter
              && phrase.text.contains("\(parts[offset - 1]) \(parts[offset])"))
        })
    }
  }

  /// Where the entry of a formula stands, as `phrases.tsv:12`.
  func place(of formula: Int) -> String { places[formula] }

  /// What formulas expect of a text, by piece.
  ///
  /// A formula is at hand where half of its words, and three at least, stand in their places by their letters without marks,
  /// and of the rest all but one are near: no more letters are other ones than half of them. It speaks for what is near. A mark
  /// where the formula has none makes it another text: `quân, dân các dân tộc`.
  ///
  /// - Complexity: O(*n* · *m*) for *n* pieces and *m* formulas that share a word.
  func expectations(in scanner: PieceScanner) -> [Int: [Expectation]] {
    struct Start: Hashable {
      var formula: Int
      var piece: Int
    }
    guard !index.isEmpty else { return [:] }
    var matches: [Start: Int] = [:]
    for (at, piece) in scanner.pieces.enumerated() where piece.kind == .word {
      for (formula, offset) in index[Self.key(of: scanner.glyphs[piece.glyphs])] ?? [] where offset <= at {
        matches[Start(formula: formula, piece: at - offset), default: 0] += 1
      }
    }
    var found: [Int: [Expectation]] = [:]
    for (start, count) in matches {
      let words = words[start.formula]
      guard count >= 3, count * 2 >= words.count, start.piece + words.count <= scanner.pieces.count else { continue }
      let isParted = words.indices.contains { words[$0].isAfterBlank && !scanner.pieces[start.piece + $0].isAfterBlank }
      guard !isParted else { continue }
      let near = words.indices.filter { offset in
        let piece = scanner.pieces[start.piece + offset]
        guard piece.kind == .word, piece.glyphs.count <= 16 else { return false }
        let (word, truth) = (Self.bare(scanner.glyphs[piece.glyphs]), Self.bare(words[offset].text))
        return CandidateFinder.distance(word, truth) <= (max(word.count, truth.count) + 1) / 2
      }
      guard near.count + 1 >= words.count else { continue }
      for offset in near {
        let word = words[offset]
        let at = start.piece + offset
        // Formulas that share a word speak for it once; of those that do not, the order must not depend on the hash.
        if let same = found[at]?.firstIndex(where: { $0.text == word.text }) {
          found[at]![same].formula = min(found[at]![same].formula, word.formula)
        } else {
          found[at, default: []].append(word)
        }
      }
    }
    for at in found.keys { found[at]!.sort { $0.formula < $1.formula } }
    return found
  }

  private static func bare(_ word: some Sequence<Glyph>) -> [Glyph] { word.map { Glyphs.lower(Glyphs.bare($0)) } }

  /// A number for the letters of a word without marks (FNV-1a). Two words that share one by chance make a formula be looked at
  /// that is then not near.
  private static func key(of word: some Sequence<Glyph>) -> UInt64 {
    var key: UInt64 = 0xcbf2_9ce4_8422_2325
    for glyph in word { key = (key ^ UInt64(Glyphs.lower(Glyphs.bare(glyph)))) &* 0x100_0000_01b3 }
    return key
  }
}
