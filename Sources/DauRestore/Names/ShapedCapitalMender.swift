/// Mends words in capitals where the letters that the engine wrote say nothing of their case: `BO Chinh tri` is
/// `Bộ Chính trị`.
struct ShapedCapitalMender {
  let document: DocumentText
  let lexicons: [Lexicon]

  /// Gives words in capitals small letters where a capital is only what the engine made of them, in a line that is not set in
  /// capitals: behind the first letter, where the others have the shape of small ones; and inside a sentence all of them, where
  /// it wrote a digit (`1A` for `là`) or another letter (`G` for `ở`).
  ///
  /// Left alone: acronyms, and a word beside another in capitals.
  ///
  /// - Complexity: O(*n*) in the words.
  func mend(_ verdicts: inout Verdicts) {
    var places: [(word: Int, at: Int, text: [Glyph])] = []
    verdicts.forEach { word, pieces, change in
      let at = pieces.lowerBound
      guard let change, pieces.count == 1, !document.isUpperLine[at],
        change.text.allSatisfy({ Glyphs.isLetter($0) && Glyphs.isUpper($0) }),
        change.text.contains(where: { $0 > 0x7F }),
        lexicons.haveSpelling(change.text.map(Glyphs.lower)), !isBesideCapitals(at)
      else { return }
      if let text = withoutShapedCapitals(change.text, at: at) { places.append((word, at, text)) }
    }
    for place in places {
      verdicts.revise(place.word, at: place.at, as: place.text, in: document)
    }
  }

  private func withoutShapedCapitals(_ text: ArraySlice<Glyph>, at: Int) -> [Glyph]? {
    let source = document.glyphs(of: at)
    let first = source[source.startIndex]
    let small = text.map(Glyphs.lower)
    if text.count > 1, Glyphs.isLetter(first) {
      let isShaped =
        (2...4).contains(source.count)
        && source.dropFirst().allSatisfy { Glyphs.isUpper($0) && Glyphs.isShapedAsCapital(Glyphs.plain($0)) }
      return isShaped ? [text[text.startIndex]] + small.dropFirst() : nil
    }
    // The first letter is none that was read.
    guard isInsideSentence(at), Glyphs.plain(first) != Glyphs.plain(small[0]) else { return nil }
    return text.count > 1 || source.count == 1 ? small : nil
  }

  /// Whether a word in small letters stands before a piece, and no mark between.
  private func isInsideSentence(_ at: Int) -> Bool {
    guard at > 0, document.pieces[at].isAfterBlank, document.pieces[at].breakBefore == .none else { return false }
    let before = document.glyphs(of: at - 1)
    return before.last.map { Glyphs.isLetter($0) && !Glyphs.isUpper($0) } == true
  }

  private func isBesideCapitals(_ at: Int) -> Bool {
    func isCapitals(_ at: Int) -> Bool {
      guard document.pieces.indices.contains(at), document.pieces[at].kind == .word else { return false }
      let word = document.word(at)
      return CandidateFinder.isCapitals(word) && !CandidateFinder.isAcronym(word)
    }
    return isCapitals(at - 1) || isCapitals(at + 1)
  }
}
