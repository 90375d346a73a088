import DauLanguage

/// Capitals that an engine of Vietnamese wrote: inside words, alone, and as acronyms.
extension CandidateFinder {
  /// log10 prior of reading a letter that stands alone as anything but itself with other marks, where the engine gives
  /// marks: `P` and `X` are names of parties, `B.V` and `b/cáo` parts of what is shortened.
  static let loneLetter: Float = -2
  /// log10 of what speaks for an acronym that the document itself writes with `Đ` where this one has `D`.
  static let agreedAcronym: Float = 1

  /// log10 of what speaks for small letters, and against a capital, where an engine never met before wrote a capital that
  /// is another letter than the reading begins with: `Men` for `khen`, `Mó` for `khó`. It saw a shape, no case.
  static let smallForOther: Float = 1.5
  static let capitalForOther: Float = -0.5

  /// Readings of a word with a capital first, best first, with what its capital says of their case.
  func withOwnCase(_ hits: [LexiconSearch.Hit], of word: [Glyph], _ isUpperLine: Bool) -> [LexiconSearch.Hit] {
    guard !isUpperLine, Glyphs.isLetter(word[0]), Glyphs.isUpper(word[0]),
      !word.dropFirst().contains(where: Glyphs.isUpper)
    else { return hits }
    let own = Glyphs.lower(Glyphs.bare(word[0]))
    var hits = hits
    for at in hits.indices {
      let entry = lexicons[hits[at].lexicon].entries[hits[at].entry]
      guard Glyphs.bare(entry.spelling[0]) != own else { continue }
      switch hits[at].pattern {
      case .lower: hits[at].channel += Self.smallForOther
      case .title: hits[at].channel += Self.capitalForOther
      default: break
      }
    }
    return hits
  }

  /// A word in small letters, but for its first, with a marked capital inside, in small letters: `xuẤt`, `KhẨu`.
  ///
  /// - Returns: nil for a word of another shape, or one that is then no syllable.
  func withoutInnerCapitals(_ word: [Glyph]) -> [Glyph]? {
    guard Self.hasInnerCapital(word) else { return nil }
    let small = word.map(Glyphs.lower)
    guard isSpelled(small) else { return nil }
    return [word[0]] + small.dropFirst()
  }

  /// Whether a marked capital stands in a word that has small letters.
  static func hasInnerCapital(_ word: [Glyph]) -> Bool {
    var isMixed = false
    var hasSmall = false
    for (at, glyph) in word.enumerated() {
      guard Glyphs.isLetter(glyph) else { return false }
      if !Glyphs.isUpper(glyph) { hasSmall = true } else if at > 0, glyph > 0x7F { isMixed = true }
    }
    return isMixed && hasSmall
  }

  /// Whether a word is made of digits and capitals, and is none that lost a digit to a letter.
  static func isCode(_ word: [Glyph]) -> Bool {
    word.contains(where: Glyphs.isDigit) && word.count <= 3
      && word.allSatisfy { Glyphs.isDigit($0) || (Glyphs.isLetter($0) && Glyphs.isUpper($0)) }
  }

  /// Weighs the readings of a letter that stands alone, for an engine that gives marks.
  ///
  /// - Parameter isMark: whether it is the mark of an item, as `ð)`.
  static func weighLoneLetter(_ word: [Glyph], isMark: Bool, readings: inout [Candidate]) {
    let bare = Glyphs.lower(Glyphs.bare(word[0]))
    for at in readings.indices where readings[at].text != word && readings[at].kind != .number {
      let text = readings[at].text
      if text.count == 1, Glyphs.lower(Glyphs.bare(text[0])) == bare { continue }
      readings[at].channel += isMark ? 2 * loneLetter : loneLetter
    }
  }
}
