/// The words of the lexicons that explain an OCR word, in the cases that it may have been printed in.
extension CandidateFinder {
  /// - Parameter effort: how far to look; nil for the finder's own.
  mutating func lexiconCandidates(for word: [Glyph], isUpperLine: Bool, effort: Effort? = nil) -> [Candidate] {
    let effort = effort ?? self.effort
    let patterns = Self.casePatterns(of: word, isUpperLine: isUpperLine, capitalised: matrix.capitalised)
    // Mostly the best word lacks little of what is conceivable, and then no more needs to be looked at than is wanted.
    var cap = effort.width + Self.usualLack
    while true {
      search.begin(limit: effort.readings, width: effort.width, cap: cap)
      for at in lexicons.indices {
        search.run(lexicons, at, matrix: matrix, patterns: at + 1 < lexicons.count ? patterns : [(nil, 0)])
      }
      if search.reach <= cap || cap == .infinity { break }
      cap = search.reach
    }
    let hits = isStranger ? withOwnCase(search.ranked(), of: word, isUpperLine) : search.ranked()
    var readings: [Candidate] = []
    var keys: [UInt64] = []
    readings.reserveCapacity(min(hits.count, effort.readings))
    keys.reserveCapacity(min(hits.count, effort.readings))
    // A rare word needs a better channel score to be looked at.
    for hit in hits {
      let entry = lexicons[hit.lexicon].entries[hit.entry]
      let text = hit.pattern.map { Self.cased(entry.spelling, $0) } ?? entry.spelling
      let key = Glyphs.key(of: text)
      if keys.contains(key) { continue }
      keys.append(key)
      readings.append(
        Candidate(
          kind: .lexicon, text: text, first: entry.word, channel: hit.channel + entry.prior,
          isListed: hit.pattern == nil))
      if readings.count == effort.readings { break }
    }
    return readings
  }

  static func cased(_ word: [Glyph], _ pattern: CasePattern) -> [Glyph] {
    switch pattern {
    case .lower: return word
    case .upper: return word.map(Glyphs.upper)
    case .title:
      var word = word
      word[0] = Glyphs.upper(word[0])
      return word
    }
  }

  /// The case patterns that an OCR word may have been printed in, with log10 priors.
  static func casePatterns(
    of word: [Glyph], isUpperLine: Bool, capitalised: Float = 0
  ) -> [(pattern: CasePattern?, prior: Float)] {
    var upper = 0
    var lower = 0
    for glyph in word where Glyphs.isLetter(glyph) {
      if Glyphs.isUpper(glyph) { upper += 1 } else { lower += 1 }
    }
    let first = word[0]
    let firstIsUpper = Glyphs.isUpper(first)
    // No word has a capital behind a small letter: `quÁ` is `QUẢ`.
    if isUpperLine, upper > 0, !firstIsUpper, Glyphs.isLetter(first) {
      return [(.upper, 0), (.title, -4), (.lower, -5)]
    }
    if isUpperLine, upper > 0 || lower <= 1 { return [(.upper, 0), (.title, -1.5), (.lower, lower > 0 ? -2 : -3)] }
    if upper == 0 {
      if lower == 0 { return [(.lower, 0), (.title, -1.8), (.upper, -2.5)] }
      return Glyphs.isLetter(first) && !Self.sameShape.contains(Glyphs.bare(first))
        ? [(.lower, 0)] : [(.lower, 0), (.title, -2.3)]
    }
    if firstIsUpper, upper == 1 {
      // A capital and a symbol (`L&`) is rarely a word in capitals, outside a line of them.
      if lower == 0 { return [(.title, 0), (.upper, word.count == 1 ? -0.7 : -2), (.lower, -2)] }
      return first == 0x49 || first == 0x4A || lower == 1
        ? [(.title, 0), (.lower, -1), (.upper, -3)] : [(.title, 0), (.lower, -2.3)]
    }
    // Of a hundred short words with a capital one is in capitals, outside a heading.
    if lower == 0, !isUpperLine, (2...3).contains(upper), upper == word.count {
      return [(.upper, -2), (.title, 0), (.lower, -2)]
    }
    // Where the engine writes vowels as capitals, `SO` is `Sở`.
    if capitalised > 0.02, !isUpperLine, upper + lower <= 3 {
      return firstIsUpper ? [(.title, 0), (.upper, -1), (.lower, -2)] : [(.lower, 0), (.title, -2), (.upper, -1.5)]
    }
    if lower == 0 { return [(.upper, 0), (.title, -2.3)] }
    if upper > lower { return [(.upper, 0), (.title, -1.3), (.lower, -2.5)] }
    return firstIsUpper ? [(.title, 0), (.upper, -1.5), (.lower, -2)] : [(.lower, 0), (.title, -2), (.upper, -2)]
  }

  private static let sameShape = Set(Glyphs.of("coswxvzkpuyi"))
}
