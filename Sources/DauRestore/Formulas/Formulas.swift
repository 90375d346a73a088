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

  /// Formulas of fewer words are within reach of the language model, but where they stand alone as the label of a row or an
  /// item: there it has nothing to go by (`Khen thường xuyên`, where `Khen` nearly always means `Khen thưởng`).
  static let shortest = 5
  static let shortestLabel = 2
  /// What a formula adds to log10 of the channel's score of its words. With 2 a word more of report459a is wrong.
  static let gain: Float = 1
  /// What it leaves of that score at least where the engine knows no marks: a word that is beyond recognition is still known
  /// by its neighbours. Less would not come into the beam.
  static let floor: Float = -4

  /// The words of a formula by which it is looked for: those that fewest formulas have.
  static let anchorCount = 4

  private struct Anchor {
    var formula: Int32
    var offset: Int32
  }

  private var words: [[Expectation]] = []
  /// By formula, and there by word: its key.
  private var keys: [[UInt64]] = []
  private var places: [String] = []
  /// By the key of a word: the formulas that are looked for by it.
  private var anchors: [UInt64: [Anchor]] = [:]
  /// By formula: the places of its anchors, in ascending order.
  private var anchorOffsets: [[Int]] = []

  init() {}

  /// - Parameter phrases: each with the place of its entry.
  init(_ phrases: some Sequence<(text: String, place: String)>, model: LanguageModel) {
    for phrase in phrases {
      let glyphs = Glyphs.of(phrase.text)
      let parts = glyphs.split(separator: 0x20).filter { $0.contains(where: Glyphs.isLetter) }
      // What has a number in it is no formula that stands word for word.
      guard parts.count >= Self.shortestLabel, !glyphs.contains(where: Glyphs.isDigit) else { continue }
      let spellings = parts.map { part in
        var spelling = part.filter(Glyphs.isLetter)
        _ = Glyphs.placeToneOldStyle(&spelling)
        return spelling
      }
      let formula = places.count
      places.append(phrase.place)
      keys.append(spellings.map(Self.key))
      words.append(
        spellings.enumerated().map { offset, spelling in
          Expectation(
            text: spelling, word: model.id(of: Glyphs.string(spelling)) ?? .unknown, formula: formula,
            isAfterBlank: offset > 0 && Glyphs.isLetter(parts[offset - 1].last!)
              && parts[offset - 1].endIndex + 1 == parts[offset].startIndex)
        })
    }
    setAnchors()
  }

  private mutating func setAnchors() {
    var counts: [UInt64: Int] = [:]
    for keys in keys {
      for (at, key) in keys.enumerated() where !keys[..<at].contains(key) { counts[key, default: 0] += 1 }
    }
    for (formula, keys) in keys.enumerated() {
      let uses = keys.map { counts[$0]! }
      let rarest = keys.indices.sorted { (uses[$0], $0) < (uses[$1], $1) }
      let offsets = rarest.prefix(Self.anchorCount).sorted()
      anchorOffsets.append(offsets)
      for offset in offsets {
        anchors[keys[offset], default: []].append(Anchor(formula: Int32(formula), offset: Int32(offset)))
      }
    }
  }

  /// Where the entry of a formula stands, as `phrases.tsv:12`.
  func place(of formula: Int) -> String { places[formula] }

  /// What formulas expect of a text, by piece.
  ///
  /// A formula is at hand where half of its words, and three at least, one of its anchors among them, stand in their
  /// places by their letters without marks, and of the rest all but one are near: no more letters are other ones than
  /// half of them. It speaks for what is near. A short one is at hand where all of its words but one, and two at least,
  /// stand in their places, and nothing but numbers beside them in the line. A mark where the formula has none makes it
  /// another text: `quân, dân các dân tộc`.
  ///
  /// - Complexity: O(*n* · *m*) for *n* pieces and *m* formulas that share an anchor.
  func expectations(in scanner: PieceScanner) -> [Int: [Expectation]] {
    guard !anchors.isEmpty else { return [:] }
    // No key is 0 but by chance, and then of one word in 2^64.
    let pieces = scanner.pieces.map { $0.kind == .word ? Self.key(of: scanner.glyphs[$0.glyphs]) : 0 }
    var found: [Int: [Expectation]] = [:]
    for (at, key) in pieces.enumerated() {
      for anchor in anchors[key] ?? [] {
        let (formula, offset) = (Int(anchor.formula), Int(anchor.offset))
        let start = at - offset
        let keys = keys[formula]
        guard start >= 0, start + keys.count <= pieces.count,
          // The first anchor that stands there speaks for all.
          !anchorOffsets[formula].contains(where: { $0 < offset && pieces[start + $0] == keys[$0] })
        else { continue }
        let count = keys.indices.count { pieces[start + $0] == keys[$0] }
        let isAtHand =
          keys.count >= Self.shortest
          ? count >= 3 && count * 2 >= keys.count
          : count >= max(Self.shortestLabel, keys.count - 1) && Self.isLabel(start..<(start + keys.count), in: scanner)
        guard isAtHand else { continue }
        for offset in near(formula, at: start, in: scanner) {
          let word = words[formula][offset]
          // Formulas that share a word speak for it once.
          if let same = found[start + offset]?.firstIndex(where: { $0.text == word.text }) {
            found[start + offset]![same].formula = min(found[start + offset]![same].formula, formula)
          } else {
            found[start + offset, default: []].append(word)
          }
        }
      }
    }
    for at in found.keys { found[at]!.sort { $0.formula < $1.formula } }
    return found
  }

  /// Whether some pieces are all of their line but for numbers.
  private static func isLabel(_ pieces: Range<Int>, in scanner: PieceScanner) -> Bool {
    /// Whether a line begins between a piece and the one before it.
    func beginsLine(_ at: Int) -> Bool {
      guard at > 0, at < scanner.pieces.count else { return true }
      return scanner.glyphs[scanner.pieces[at - 1].glyphs.upperBound..<scanner.pieces[at].glyphs.lowerBound].contains(
        0x0A)
    }
    guard !pieces.dropFirst().contains(where: beginsLine) else { return false }
    var first = pieces.lowerBound
    while !beginsLine(first), scanner.pieces[first - 1].kind == .number { first -= 1 }
    var end = pieces.upperBound
    while !beginsLine(end), scanner.pieces[end].kind == .number { end += 1 }
    return beginsLine(first) && beginsLine(end)
  }

  /// The places of a formula whose words are near what stands there; none where it is another text.
  private func near(_ formula: Int, at start: Int, in scanner: PieceScanner) -> [Int] {
    let words = words[formula]
    guard !words.indices.contains(where: { words[$0].isAfterBlank && !scanner.pieces[start + $0].isAfterBlank }) else {
      return []
    }
    let near = words.indices.filter { offset in
      let piece = scanner.pieces[start + offset]
      guard piece.kind == .word, piece.glyphs.count <= 16 else { return false }
      let (word, truth) = (Self.bare(scanner.glyphs[piece.glyphs]), Self.bare(words[offset].text))
      return Glyphs.distance(word, truth) <= (max(word.count, truth.count) + 1) / 2
    }
    return near.count + 1 >= words.count ? near : []
  }

  private static func bare(_ word: some Sequence<Glyph>) -> [Glyph] { word.map(Glyphs.plain) }

  /// A number for the letters of a word without marks. Two words that share one by chance make a formula be looked at that is
  /// not at hand then.
  private static func key(of word: some Sequence<Glyph>) -> UInt64 {
    Glyphs.key(of: word.lazy.map(Glyphs.plain))
  }
}
