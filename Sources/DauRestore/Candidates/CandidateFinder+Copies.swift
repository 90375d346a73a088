import DauLanguage

/// What stands there, and what kind of word it is.
extension CandidateFinder {
  /// A piece as it stands, with a channel score of 0: nothing is weighed against it.
  func copy(of word: [Glyph], kind: Piece.Kind) -> Candidate {
    Candidate(kind: kind == .number ? .number : .copy, text: word, first: languageID(of: word, kind: kind), channel: 0)
  }

  /// What a piece is for the language model.
  func languageID(of word: [Glyph], kind: Piece.Kind) -> WordID {
    kind == .number ? numberID : model.id(of: word)
  }

  /// The word as it stands, as one reading among others.
  func weighedCopy(of word: [Glyph], index: EmissionIndex) -> Candidate {
    var candidate = copy(of: word, kind: .word)
    let isAcronym = candidate.first == .unknown && Self.isAcronym(word)
    for (at, glyph) in word.enumerated() {
      if let letter = Alphabet.id(of: glyph) {
        candidate.channel += matrix.log10(letter, at, 1)
      } else {
        // No engine writes a symbol for itself as often as for a letter, in this genre.
        candidate.channel -= 1
      }
      if candidate.first == .unknown { candidate.channel += isAcronym ? Self.acronymCost : Self.strangerCost }
    }
    if index.isDamaged, word.count > 1, !isSpelled(word) {
      if !word.contains(where: Glyphs.isUpper) { candidate.channel += Self.oddWord }
      // No word has a capital behind a small letter, or digits among letters.
      if !index.keepsMarks, Self.isScrambled(word) { candidate.channel += Self.scrambledWord }
    }
    return candidate
  }

  /// log10 P(the word the matrix is filled with | `text`, letter by letter), for words of one length.
  func matrixScore(of text: [Glyph]) -> Float {
    var score: Float = 0
    for (at, glyph) in text.enumerated() where at < matrix.count {
      if let letter = Alphabet.id(of: glyph) { score += matrix.log10(letter, at, 1) }
    }
    return score
  }

  /// Whether a word is an address of the internet, which is spelled without marks: `langsontv.vn`.
  static func isAddress(_ word: [Glyph]) -> Bool {
    guard let point = word.firstIndex(of: 0x2E), point > 0, point + 1 < word.count else { return false }
    return Glyphs.isLetter(word[point - 1]) && Glyphs.isLetter(word[point + 1])
  }

  /// Whether an apostrophe stands inside a word, as in names of other peoples of the country: `K'Hiếu`, `H’Quỳnh`.
  static func hasApostrophe(_ word: [Glyph]) -> Bool {
    word.dropFirst().dropLast().contains { $0 == 0x27 || $0 == 0x2019 }
  }

  /// Whether a word is one as it stands: spelled as a syllable, or listed, and known to the language model.
  ///
  /// In a text that passes for clean such a word is read as nothing else, however unlikely it is where it stands: what
  /// its author wrote is not ours to mend, and the better the language model, the more often it knows better.
  func isSound(_ word: [Glyph]) -> Bool {
    languageID(of: word, kind: .word) != .unknown && isSpelled(word.map(Glyphs.lower))
  }

  /// Whether a lower-case word is spelled as a syllable, or listed.
  func isSpelled(_ word: [Glyph]) -> Bool {
    lexicons.haveSpelling(word)
  }

  /// Whether a word that begins with a small letter goes on with a capital, or one of three characters has a digit
  /// beside a letter. `4d` may be the mark of an item, `TRQ1` a name.
  static func isScrambled(_ word: [Glyph]) -> Bool {
    if !Glyphs.isUpper(word[0]), Glyphs.isLetter(word[0]), word.contains(where: Glyphs.isUpper) { return true }
    return word.count > 2 && word.contains(where: Glyphs.isDigit)
      && !(isCapitals(Array(word.dropLast())) && Glyphs.isDigit(word[word.count - 1]))
  }

  /// Whether most of a word are digits and no letter can be one of them misread.
  static func isNumberLike(_ word: [Glyph]) -> Bool {
    let digits = word.count(where: Glyphs.isDigit)
    return digits >= 2 && digits * 2 >= word.count
  }

  /// Whether a word is set in capitals throughout.
  static func isCapitals(_ word: [Glyph]) -> Bool {
    word.count >= 2 && word.allSatisfy { Glyphs.isLetter($0) && Glyphs.isUpper($0) }
  }

  /// Whether a word is made as acronyms are: capitals, and no vowel in the places where a syllable has one.
  static func isAcronym(_ word: [Glyph]) -> Bool {
    guard word.count >= 2, word.count <= 8 else { return false }
    var vowels = 0
    for glyph in word {
      guard Glyphs.isLetter(glyph), Glyphs.isUpper(glyph) else { return false }
      if vowelLetters.contains(Glyphs.bare(glyph)) { vowels += 1 }
    }
    return vowels == 0 || word.count - vowels >= 3 * vowels
  }

  /// Whether the engine gave marks that only Vietnamese has.
  static func isWellRead(_ word: [Glyph]) -> Bool {
    word.contains { $0 > 0xFF || ($0 >= 0xC0 && Glyphs.bare($0) != $0 && $0 != 0xE9 && $0 != 0xC9) }
  }

  private static let vowelLetters = Set(Glyphs.of("AEIOUY"))
}
