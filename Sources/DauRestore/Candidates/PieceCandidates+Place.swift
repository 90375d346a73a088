import DauLanguage

/// What the place of a piece adds to the readings of its letters, and what it takes from them.
extension PieceCandidates {
  /// Weighs letters as digits by what stands before them: `mục I` is no 1, `khoản I` is one.
  static func weighNumbers(_ candidates: inout [Candidate], of word: [Glyph], _ setting: PieceSetting) {
    if setting.isNumeral { candidates.removeAll { $0.kind == .number } }
    if setting.isItemLetter { candidates.removeAll { $0.text != word && !DocumentText.isItemMark($0.text) } }
    guard setting.isCounted else { return }
    for at in candidates.indices where candidates[at].kind == .number {
      candidates[at].channel -= CandidateFinder.loneDigitAsLetter
    }
  }

  /// Adds what the place of a word tells of it, whatever its letters are: in the symbol of a document, as the mark of an item, behind the
  /// border of a table, in a numeral.
  mutating func addWhatPlaceTells(
    _ candidates: inout [Candidate], of word: [Glyph], _ setting: PieceSetting, index: EmissionIndex
  ) {
    if let kindInSymbol = setting.kindInSymbol {
      let kind = Candidate(
        kind: .lexicon, text: kindInSymbol, first: finder.model.id(of: kindInSymbol),
        channel: CandidateFinder.kindWithoutMark, isListed: true)
      candidates.add([kind])
      for at in candidates.indices where candidates[at].text == word {
        candidates[at].channel += CandidateFinder.acronymAsWord
      }
    }
    if let item = setting.item {
      var copy = finder.copy(of: word, kind: .word)
      copy.channel = CandidateFinder.scrambledWord
      candidates = [
        Candidate(kind: .number, text: item, first: finder.numberID, channel: CandidateFinder.digitAsLetter), copy,
      ]
    }
    if setting.isLineStart, !setting.isGlued, let text = finder.withoutBorder(word, index: index) {
      candidates.add(behindBorder(text, isUpperLine: setting.isUpperLine, index: index))
    }
    if let part = setting.codePart, let same = candidates.first(where: { $0.text == word }) {
      candidates.removeAll { $0.text == part }
      candidates.append(
        Candidate(
          kind: .lexicon, text: part, first: same.first, channel: same.channel + CandidateFinder.agreedAcronym,
          isAgreed: true))
    } else if setting.isJoined {
      for at in candidates.indices where candidates[at].text != word && !candidates[at].isListed {
        candidates[at].channel += CandidateFinder.acronymAsWord
      }
    }
    if let numeral = setting.numeral {
      candidates.add([Candidate(kind: .lexicon, text: numeral, first: finder.model.id(of: numeral), channel: 0)])
    }
  }

  /// The readings of a word behind the border of a table.
  private mutating func behindBorder(_ word: [Glyph], isUpperLine: Bool, index: EmissionIndex) -> [Candidate] {
    var readings = finder.candidates(for: word, isProtected: false, isUpperLine: isUpperLine, index: index)
    readings.removeAll { $0.first == .unknown }
    for at in readings.indices {
      if readings[at].kind == .copy { readings[at].kind = .lexicon }
      readings[at].channel += CandidateFinder.borderAsLetter
    }
    return readings
  }

  /// Takes out what the letters of a word rule out: another numeral for one, another number for that in a code, and in a text
  /// whose engine knows letters another word for a code of capitals.
  static func ruleOut(
    _ candidates: inout [Candidate], of word: [Glyph], numeral: [Glyph]?, isUpperLine: Bool, index: EmissionIndex
  ) {
    let kept = numeral ?? (word.count > 1 && CandidateFinder.isNumeral(word) ? word : nil)
    if let kept { candidates.removeAll { $0.text != kept && CandidateFinder.isNumeral($0.text) } }
    guard !index.isDamaged else { return }
    let digits = word.filter(Glyphs.isDigit)
    if digits.count >= 2 {
      candidates.removeAll { $0.isListed && $0.text != word && $0.text.filter(Glyphs.isDigit) != digits }
    }
    if !isUpperLine, (2...5).contains(word.count), CandidateFinder.isCapitals(word), word.allSatisfy({ $0 < 0x80 }),
      kept == nil
    {
      let bare = word.map(Glyphs.plain)
      candidates.removeAll {
        $0.kind != .number && $0.text.map(Glyphs.plain) != bare && !(isOneLetterOther($0.text, word) && $0.isListed)
      }
    }
  }

  /// Whether two texts of one length differ in one letter.
  private static func isOneLetterOther(_ text: [Glyph], _ word: [Glyph]) -> Bool {
    text.count == word.count && zip(text, word).count { $0 != $1 } == 1
  }
}
