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
  /// The same for a letter that is none of Vietnamese: `Wen` for `biến`, `Warn` for `năm`.
  static let smallForForeign: Float = 2.2

  private static let foreignLetters = Set(Glyphs.of("fjwz"))
  /// Capitals of other languages by what they are without their marks: `Üy` is `Ủy`, and no other letter than U.
  private static let shapes = Dictionary(
    uniqueKeysWithValues: zip(Glyphs.of("ÄÅĀĄÇĆČËĖĘÎÏİŁŃŇÖØŐŚŞŠÛÜŮŰŸ"), Glyphs.of("AAAACCCEEEIIILNNOOOSSSUUUUY")))

  /// Readings of a word with a capital first, best first, with what its capital says of their case.
  func withOwnCase(_ hits: [LexiconSearch.Hit], of word: [Glyph], _ isUpperLine: Bool) -> [LexiconSearch.Hit] {
    guard !isUpperLine, Glyphs.isLetter(word[0]), Glyphs.isUpper(word[0]),
      !word.dropFirst().contains(where: Glyphs.isUpper)
    else { return hits }
    let own = Glyphs.plain(Self.shapes[word[0]] ?? word[0])
    // No Vietnamese word begins with these, so they say nothing of case.
    let isNoLetter = Self.foreignLetters.contains(own)
    var hits = hits
    for at in hits.indices {
      let entry = lexicons[hits[at].lexicon].entries[hits[at].entry]
      guard Glyphs.bare(entry.spelling[0]) != own else { continue }
      switch hits[at].pattern {
      case .lower: hits[at].channel += isNoLetter ? Self.smallForForeign : Self.smallForOther
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

  /// A word without the border of a table that the engine read as its first letter: `Inhựa`, `lva`, `Imáy`.
  ///
  /// - Returns: nil for a word that may begin so, and where the engine keeps no marks to tell by.
  func withoutBorder(_ word: [Glyph], index: EmissionIndex) -> [Glyph]? {
    guard index.givesMarks, (3...9).contains(word.count), Self.borders.contains(word[0]),
      word.dropFirst().allSatisfy(Glyphs.isLetter), !word.dropFirst(2).contains(where: Glyphs.isUpper),
      !isSpelled(word.map(Glyphs.lower))
    else { return nil }
    return Array(word.dropFirst())
  }

  private static let borders = Set(Glyphs.of("Iilj"))
  /// log10 probability that a border is read as a letter, where the word is none with it.
  static let borderAsLetter: Float = -2

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

  /// The listed acronym with `Đ` for each `P` of a word, or for one of them; nil where there is none: `CSTP` is `CSTĐ`.
  func acronymOfClosedStroke(_ word: [Glyph]) -> Lexicon.Entry? {
    let places = word.indices.filter { word[$0] == 0x50 }
    guard word.count > 3, (1...3).contains(places.count) else { return nil }
    for chosen in [places] + (places.count > 1 ? places.map { [$0] } : []) {
      var bare = word
      for at in chosen { bare[at] = 0x44 }
      if let entry = listedAcronyms[bare], chosen.allSatisfy({ entry.spelling[$0] == 0x110 }) { return entry }
    }
    return nil
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
    let bare = Glyphs.plain(word[0])
    for at in readings.indices where readings[at].text != word && readings[at].kind != .number {
      let text = readings[at].text
      if text.count == 1, Glyphs.plain(text[0]) == bare { continue }
      readings[at].channel += isMark ? 2 * loneLetter : loneLetter
    }
  }
}
