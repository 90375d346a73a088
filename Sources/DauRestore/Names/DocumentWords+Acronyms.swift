/// What the document itself says of its acronyms.
extension DocumentWords {
  /// The shortest acronym that agrees with another: `CD` and `CĐ` are two.
  private static let shortestAcronym = 4

  /// The acronyms that stand with `Đ` twice or more in the document, by their letters without marks.
  ///
  /// A long one that has `D` elsewhere is the same: `BHTNLD` beside `BHTNLĐ`.
  func markedAcronyms(in document: DocumentText) -> [[Glyph]: [Glyph]] {
    var counts = [Int](repeating: 0, count: count)
    for word in numbers { counts[Int(word)] += 1 }
    var marked: [[Glyph]: [Glyph]] = [:]
    // The next word that is met for the first time.
    var next = 0
    for (at, number) in numbers.enumerated() where Int(number) == next {
      next += 1
      guard counts[Int(number)] >= 2 else { continue }
      let word = document.glyphs(of: at)
      guard word.count >= Self.shortestAcronym, word.contains(0x110), CandidateFinder.isAcronym(Array(word)) else {
        continue
      }
      marked[word.map(Glyphs.bare)] = Array(word)
    }
    return marked
  }
}
