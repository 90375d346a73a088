import DauRules

/// Personal names that stand right.
///
/// The language model has met the names of the plains a thousand times and `Vừ Thị Sua` never, so it takes every rare name for a
/// frequent one misread. Where the text around a name is right as it stands, so is the name.
struct SoundNames {
  /// Pieces before and behind a name, of which none may be damaged.
  private static let passage = 25
  /// Words with marks there that stay as they stand: the text is none that lost its marks.
  private static let witnesses = 2

  let document: DocumentText
  let restorer: Restorer

  /// The pieces of names which are read as others although the passage around them passes for clean.
  func pieces(in verdicts: Verdicts) -> Set<Int> {
    guard verdicts.changeCount > 0 else { return [] }
    var names: [Int] = []
    var isDamaged = [Bool](repeating: false, count: document.pieces.count)
    verdicts.forEach { _, pieces, change in
      guard let change else { return }
      let at = pieces.lowerBound
      if pieces.count == 1, document.isPersonalName(at, by: restorer.personalNames), !isListedForm(change.text, of: at)
      {
        names.append(at)
      } else {
        for at in pieces { isDamaged[at] = true }
      }
    }
    guard !names.isEmpty else { return [] }
    let changed = Set(names)
    return changed.filter { name in
      let passage = max(0, name - Self.passage)..<min(document.pieces.count, name + 1 + Self.passage)
      guard !isDamaged[passage].contains(true) else { return false }
      var witnesses = 0
      for at in passage where !changed.contains(at) {
        if document.glyphs(of: at).contains(where: { $0 > 0xFF }) { witnesses += 1 }
      }
      return witnesses >= Self.witnesses
    }
  }

  /// Whether a reading is a listed surname or middle name where the word as it stands is none and has the same letters:
  /// `Nguyễn` for `Nguyên`.
  private func isListedForm(_ text: ArraySlice<Glyph>, of at: Int) -> Bool {
    let (text, word) = (Array(text), document.word(at))
    guard text.map(Glyphs.bare) == word.map(Glyphs.bare) else { return false }
    // The last word is the given name, which may be any: `Mỷ` is no `Mỹ`.
    guard at + 1 < document.pieces.count, document.isLinked(at + 1), document.isCapitalised(at + 1) else {
      return false
    }
    let names = restorer.personalNames
    let isFirst =
      at == 0 || !document.isLinked(at) || !document.isCapitalised(at - 1) || names.isTitle(document.word(at - 1))
    let part: Names.Part = isFirst ? .surname : .middle
    return names.has(text, as: part) && !names.has(word, as: part) && !names.has(word, as: .given)
  }
}
