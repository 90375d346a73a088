import DauRules

/// Personal names that stand right.
///
/// The language model has met the names of the plains a thousand times and `Vừ Thị Sua` never, so it takes every rare name for a
/// frequent one misread. Where the text around a name is right as it stands, so is the name.
extension Reading {
  /// Words with a capital in a row that are looked at.
  private static let longestRun = 5
  /// Pieces before and behind a name, of which none may be damaged.
  private static let passage = 25
  /// Words with marks there that stay as they stand: the text is none that lost its marks.
  private static let witnesses = 2

  /// The pieces of names which are read as others although the passage around them passes for clean.
  func soundNames(_ verdicts: Verdicts) -> Set<Int> {
    guard verdicts.changeCount > 0 else { return [] }
    var names: [Int] = []
    var isDamaged = [Bool](repeating: false, count: scanner.pieces.count)
    verdicts.forEach { _, pieces, change in
      guard let change else { return }
      if pieces.count == 1, isPersonalName(pieces.lowerBound), !isListedForm(change.text, of: pieces.lowerBound) {
        names.append(pieces.lowerBound)
      } else {
        for at in pieces { isDamaged[at] = true }
      }
    }
    guard !names.isEmpty else { return [] }
    let changed = Set(names)
    return changed.filter { name in
      let passage = max(0, name - Self.passage)..<min(scanner.pieces.count, name + 1 + Self.passage)
      guard !isDamaged[passage].contains(true) else { return false }
      var witnesses = 0
      for at in passage where !changed.contains(at) {
        if scanner.glyphs[scanner.pieces[at].glyphs].contains(where: { $0 > 0xFF }) { witnesses += 1 }
      }
      return witnesses >= Self.witnesses
    }
  }

  /// Whether a piece is a word of a personal name by its capitals and by the words around it: `Ông Quàng Văn Hặc`,
  /// `Vừ Thị Sua`; not `Ủy ban`, `Lạng Sơn`.
  func isPersonalName(_ at: Int) -> Bool {
    guard isCapitalised(at) else { return false }
    var first = at
    while first > 0, at - first < Self.longestRun, isLinked(first), isCapitalised(first - 1) { first -= 1 }
    var end = at + 1
    while end < scanner.pieces.count, end - first <= Self.longestRun, isLinked(end), isCapitalised(end) { end += 1 }
    let names = restorer.personalNames
    var isNamed = first > 0 && isLinked(first) && names.isTitle(word(first - 1))
    if names.isTitle(word(first)) {
      isNamed = true
      first += 1
    }
    guard at >= first, end - first >= 2 else { return false }
    return isNamed || names.has(word(first), as: .surname)
  }

  /// Whether a reading is a listed surname or middle name where the word as it stands is none and has the same letters:
  /// `Nguyễn` for `Nguyên`.
  private func isListedForm(_ text: ArraySlice<Glyph>, of at: Int) -> Bool {
    let (text, word) = (Array(text), word(at))
    guard text.map(Glyphs.bare) == word.map(Glyphs.bare) else { return false }
    // The last word is the given name, which may be any: `Mỷ` is no `Mỹ`.
    guard at + 1 < scanner.pieces.count, isLinked(at + 1), isCapitalised(at + 1) else { return false }
    let names = restorer.personalNames
    let isFirst = at == 0 || !isLinked(at) || !isCapitalised(at - 1) || names.isTitle(self.word(at - 1))
    let part: Names.Part = isFirst ? .surname : .middle
    return names.has(text, as: part) && !names.has(word, as: part) && !names.has(word, as: .given)
  }

  /// The code points of a piece.
  func word(_ at: Int) -> [Glyph] { Array(table.glyphs(of: Int(words[at]))) }

  /// Whether a piece follows the one before inside a sentence, with a blank between.
  func isLinked(_ at: Int) -> Bool {
    scanner.pieces[at].isAfterBlank && scanner.pieces[at].breakBefore == .none
  }

  /// Whether a piece is a word of letters, the first a capital and the others small.
  func isCapitalised(_ at: Int) -> Bool {
    let word = table.glyphs(of: Int(words[at]))
    guard let first = word.first, Glyphs.isLetter(first), Glyphs.isUpper(first) else { return false }
    return word.dropFirst().allSatisfy { Glyphs.isLetter($0) && !Glyphs.isUpper($0) }
  }
}
