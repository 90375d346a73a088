import DauLanguage

/// Two words without a blank between them, as authors and engines of Vietnamese leave them: `Thườngvụ`, `ýkiến`, `cơsở`.
///
/// The marks tell where the second begins, so both are read as they stand. The channel alone would take the shorter one for what the
/// engine added: `Thường`.
extension CandidateFinder {
  private static let longestGlued = 12
  /// The words of one letter that stand before and behind others so.
  private static let loneHeads = Set(Glyphs.of("áýôở"))
  private static let loneTails = Set(Glyphs.of("á"))

  /// The readings of a word as two that stand in it as they are; none for a word that is one.
  ///
  /// - Complexity: O(*m*²) in its letters.
  mutating func gluedReadings(of word: [Glyph], index: EmissionIndex) -> [Candidate] {
    guard (3...Self.longestGlued).contains(word.count), Self.isMarked(word), word.allSatisfy(Glyphs.isLetter),
      !isSpelled(word.map(Glyphs.lower))
    else { return [] }
    let cuts = (1..<word.count).filter { isGlued(word[..<$0], word[$0...]) }
    guard !cuts.isEmpty else { return [] }
    matrix.fill(word, with: index)
    let channel = matrixScore(of: word) + Self.splitPrior
    return cuts.map { cut in
      let (head, tail) = (Array(word[..<cut]), Array(word[cut...]))
      return Candidate(
        kind: .split, text: head + [0x20] + tail, first: languageID(of: head, kind: .word),
        second: languageID(of: tail, kind: .word), channel: channel)
    }
  }

  /// Whether a reading takes for an addition of the engine what is a word with marks: `Thường` for `Thườngvụ`.
  func dropsWord(_ text: [Glyph], of word: [Glyph]) -> Bool {
    guard text.count < word.count else { return false }
    let (head, tail) = (word[..<(word.count - text.count)], word[text.count...])
    return word.starts(with: text) && Self.isMarked(tail) && isGlued(text[...], tail)
      || word.suffix(text.count).elementsEqual(text) && Self.isMarked(head) && isGlued(head, text[...])
  }

  /// Whether two parts of a word are words, one of them with a mark.
  private func isGlued(_ head: ArraySlice<Glyph>, _ tail: ArraySlice<Glyph>) -> Bool {
    let (small, rest) = (head.map(Glyphs.lower), tail.map(Glyphs.lower))
    return (small.count > 1 || Self.loneHeads.contains(small[0]))
      && (rest.count > 1 || Self.loneTails.contains(rest[0]))
      && !head.dropFirst().contains(where: Glyphs.isUpper) && !tail.dropFirst().contains(where: Glyphs.isUpper)
      && (Self.isMarked(head) || Self.isMarked(tail)) && isSound(small) && isSound(rest)
  }

  private static func isMarked(_ word: some Sequence<Glyph>) -> Bool { word.contains { $0 > 0x7F } }
}
