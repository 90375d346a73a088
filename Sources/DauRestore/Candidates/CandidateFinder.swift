import DauLanguage

/// Finds what an OCR word may have been.
struct CandidateFinder {
  /// Syllables, in any case, the common ones first; and words of one spelling only: abbreviations, Roman numerals.
  let lexicons: [Lexicon]
  let model: LanguageModel
  let numberID: WordID
  /// Whether letters may be digits misread: not in a clean text.
  var readsDigits = false
  /// Whether no table knows the engine of the document well.
  var isStranger = false
  /// Whether the document passes for clean.
  var isClean = false
  /// The syllables to read for words of the engine's dictionary; none unless the engine was never met before.
  var frequent = FrequentSyllables()
  /// Whether the document at hand writes its decimals with a comma.
  var writesDecimalComma = false
  /// The acronyms with `Đ` of the document at hand, by their letters without marks.
  var acronyms: [[Glyph]: [Glyph]] = [:]
  /// The listed acronyms with marks that are listed with these only, by their letters without marks.
  var listedAcronyms: [[Glyph]: Lexicon.Entry] = [:]

  /// How far the search goes.
  struct Effort: Sendable {
    /// Readings kept for one word.
    var readings: Int
    /// Readings whose rank is this much (log10) behind the best are not looked at.
    var width: Float

    /// For the text that is written. On report459a 14 readings within 4 cost a quarter more errors than these.
    static let full = Effort(readings: 28, width: 6)
    /// For an engine never met before: what it does to a letter is known less well.
    static let wide = Effort(readings: 50, width: 8)
    /// For estimating the channel, where the likely readings are enough.
    static let estimate = Effort(readings: 10, width: 3)
    /// For learning the channel from the document: what is not weighed here is not learned.
    static let learn = Effort(readings: 14, width: 4)
    /// The same for an engine never met before.
    static let learnStranger = Effort(readings: 24, width: 5)
  }

  var effort = Effort.full
  /// log10 cost of each code point of a word that the model does not know: the entropy of a letter.
  static let strangerCost: Float = -1.15
  /// The same for an acronym, of which this genre is full.
  static let acronymCost: Float = -0.75
  /// log10 cost of each digit of a number.
  static let digitCost: Float = -0.85
  /// log10 prior of reading digits as a word: numbers are not changed without strong evidence.
  static let digitsAsWord: Float = -1
  /// log10 prior of reading an acronym as a word.
  static let acronymAsWord: Float = -2
  /// log10 prior of a listed acronym that differs from what stands there by marks alone.
  static let listedAcronym: Float = -0.5
  /// The same inside the symbol of a document.
  static let listedInSymbol: Float = 0.5
  /// log10 probability that the kind of a document lost the stroke of its `Đ`: no document is a `QD` or an `ND`.
  static let kindWithoutMark: Float = -0.3
  /// log10 prior of reading other letters where the engine wrote a word with marks: an engine that gives marks
  /// mistakes them more often than letters.
  static let otherLetters: Float = -1
  /// log10 prior that two or more small letters which spell neither a syllable nor a listed word are a word all the
  /// same, in a damaged text.
  static let oddWord: Float = -1
  /// The same for a word that is made as none is: `sO`, `9tioc`.
  static let scrambledWord: Float = -3
  /// log10 of how much likelier a word without marks, with a capital first or not, is right as it stands than the
  /// channel says, where the engine knows no marks: the letters of most names and loans have none. On report459a, with a
  /// channel from other pages, these take the right words that are broken from 0.87 to 0.35 %.
  static let unchangedName: Float = 0.5
  static let unchangedWord: Float = 0.3
  /// What (log10) the best word that explains an OCR word lacks of what is conceivable, rank and all, nine times in ten.
  static let usualLack: Float = 4
  static let splitPrior: Float = -4
  static let mergePrior: Float = -3.2

  private var matrix = EmissionMatrix()
  private var search = LexiconSearch()

  init(lexicons: [Lexicon], model: LanguageModel) {
    self.lexicons = lexicons
    self.model = model
    numberID = model.id(of: LanguageText.number) ?? .unknown
  }

  /// The readings of one piece, best first.
  ///
  /// - Parameters:
  ///   - isMark: whether it begins a sentence or ends with a mark, as the number of a section does.
  ///   - isUpperLine: whether the line around it is set in capitals.
  mutating func candidates(
    for word: [Glyph], kind: Piece.Kind, isProtected: Bool, isMark: Bool = false, isUpperLine: Bool,
    index: EmissionIndex
  ) -> [Candidate] {
    if kind == .number {
      return numberReadings(of: word, isProtected: isProtected, isUpperLine: isUpperLine, index: index)
    }
    // The mark of an item, as `©)`, is not read at all.
    if isMark, index.givesMarks, word.count == 1, !Glyphs.isLetter(word[0]) { return [copy(of: word, kind: .word)] }
    // Neither is a part of a code that has a digit: `03-8A/TNDN`.
    if isProtected, index.givesMarks, Self.isCode(word) { return [copy(of: word, kind: .word)] }
    guard word.count <= 16, !word.contains(where: Glyphs.isForeign), !Self.isAddress(word),
      !isClean || !Self.hasApostrophe(word)
    else {
      return [copy(of: word, kind: .word)]
    }
    if isClean, isSound(word) { return [copy(of: word, kind: .word)] }
    if !isProtected, let numeral = numeralReading(of: word) {
      var same = copy(of: word, kind: .word)
      same.channel = Self.strangerCost * Float(word.count)
      return [numeral, same]
    }
    let isNoNumber = isProtected || (isMark && !word.contains(where: Glyphs.isDigit))
    let assembly = assemblyReading(of: word)
    let digits = assembly ?? (isNoNumber ? nil : digitReading(of: word))
    // Digits inside a word and symbols alone are letters misread in a damaged text only.
    if !index.isDamaged, word.contains(where: Glyphs.isDigit) || !word.contains(where: Glyphs.isLetter) {
      guard let digits else { return [copy(of: word, kind: .word)] }
      var same = copy(of: word, kind: .word)
      same.channel = Self.strangerCost * Float(word.count)
      return [digits, same]
    }
    if Self.isNumberLike(word), assembly == nil {
      return mixedNumberReadings(of: word, isProtected: isProtected, isUpperLine: isUpperLine, index: index)
    }
    matrix.fill(word, with: index)
    var readings = lexiconCandidates(for: word, isUpperLine: isUpperLine)
    if let digits { readings.append(digits) }
    if !index.keepsMarks { addDictionaryReadings(of: word, isUpperLine: isUpperLine, to: &readings) }
    var same = weighedCopy(of: word, index: index)
    if !isUpperLine, let text = withoutInnerCapitals(word) {
      readings.removeAll { $0.text == text }
      readings.append(Candidate(kind: .lexicon, text: text, first: same.first, channel: same.channel))
      same.channel += Self.scrambledWord
    }
    if let text = acronyms[word] {
      let channel = same.channel + Self.agreedAcronym
      readings.append(Candidate(kind: .lexicon, text: text, first: same.first, channel: channel, isAgreed: true))
    }
    if word.count == 1, index.givesMarks { Self.weighLoneLetter(word, isMark: isMark, readings: &readings) }
    // Where the engine keeps letters, capitals that are no word are an abbreviation nobody listed.
    let isCode = !index.isDamaged && Self.isCapitals(word) && same.first == .unknown
    if !isUpperLine, isCode || Self.isAcronym(word) {
      let bare = word.map(Glyphs.bare)
      // What the language model does not know is too rare to be found among the words: `TDKT` is `TĐKT`.
      if let entry = listedAcronyms[word], !readings.contains(where: { $0.text == entry.spelling }) {
        readings.append(
          Candidate(
            kind: .lexicon, text: entry.spelling, first: entry.word,
            channel: matrixScore(of: entry.spelling) + entry.prior, isListed: true))
      }
      let isListed = readings.contains { $0.isListed && $0.text == word }
      let losesMarks = !index.keepsMarks || index.isDamaged
      let share: Float = isCode || index.givesMarks ? 2 : index.capitalised > 0.02 ? 0.5 : 1
      for at in readings.indices where readings[at].text != word && !readings[at].isAgreed {
        if losesMarks, readings[at].isListed, !isListed, readings[at].text.map(Glyphs.bare) == bare {
          // `QD` is `QĐ`: the engine has no capital Đ.
          readings[at].channel = max(
            readings[at].channel,
            matrixScore(of: readings[at].text) + (isProtected ? Self.listedInSymbol : Self.listedAcronym))
        } else {
          readings[at].channel += share * Self.acronymAsWord
        }
      }
    }
    if Self.isWellRead(word), same.first != .unknown {
      let bare = word.map { Glyphs.lower(Glyphs.bare($0)) }
      for at in readings.indices where readings[at].text.map({ Glyphs.lower(Glyphs.bare($0)) }) != bare {
        readings[at].channel += Self.otherLetters
      }
    }
    if let at = readings.firstIndex(where: { $0.text == word }) {
      readings[at].channel = max(
        readings[at].channel, same.first == readings[at].first ? same.channel : readings[at].channel)
      readings[at].kind = .copy
      if !index.keepsMarks,
        readings[at].isListed || (!Self.isCapitals(word) && isSpelled(word.map(Glyphs.lower)))
      {
        readings[at].channel += Glyphs.isUpper(word[0]) ? Self.unchangedName : Self.unchangedWord
      }
    } else {
      readings.append(same)
    }
    return readings
  }

  /// Two words in one: the best pairs of readings of a beginning and the rest.
  mutating func splits(of word: [Glyph], isUpperLine: Bool, index: EmissionIndex) -> [Candidate] {
    guard word.count >= 5, word.count <= 14, !word.contains(where: Glyphs.isForeign) else { return [] }
    var pairs: [Candidate] = []
    for at in 2...(word.count - 2) {
      let heads = bestReadings(Array(word[..<at]), isUpperLine: isUpperLine, index: index)
      guard !heads.isEmpty else { continue }
      let tails = bestReadings(Array(word[at...]), isUpperLine: isUpperLine, index: index)
      for head in heads {
        for tail in tails {
          pairs.append(
            Candidate(
              kind: .split, text: head.text + [0x20] + tail.text, first: head.first, second: tail.first,
              channel: head.channel + tail.channel + Self.splitPrior))
        }
      }
    }
    pairs.sort { $0.channel > $1.channel }
    return Array(pairs.prefix(6))
  }

  private mutating func bestReadings(_ word: [Glyph], isUpperLine: Bool, index: EmissionIndex) -> [Candidate] {
    matrix.fill(word, with: index)
    return Array(lexiconCandidates(for: word, isUpperLine: isUpperLine).filter { $0.text.count >= 2 }.prefix(4))
  }

  /// One word in two pieces.
  mutating func merges(of word: [Glyph], isUpperLine: Bool, index: EmissionIndex) -> [Candidate] {
    guard word.count >= 2, word.count <= 9 else { return [] }
    matrix.fill(word, with: index)
    return lexiconCandidates(for: word, isUpperLine: isUpperLine).prefix(5).map {
      var merged = $0
      merged.kind = .merge
      merged.span = 2
      merged.channel += Self.mergePrior
      return merged
    }
  }

  mutating func fill(_ word: [Glyph], with index: EmissionIndex) { matrix.fill(word, with: index) }

  /// log10 P(the word that was filled in last | `text` in small letters); -infinity for what is no Vietnamese.
  func score(of text: [Glyph]) -> Float { Alphabet.ids(of: text).map(matrix.score) ?? -.infinity }

  // MARK: What stands there

  /// A piece as it stands, with a channel score of 0: nothing is weighed against it.
  func copy(of word: [Glyph], kind: Piece.Kind) -> Candidate {
    Candidate(kind: kind == .number ? .number : .copy, text: word, first: languageID(of: word, kind: kind), channel: 0)
  }

  /// What a piece is for the language model.
  func languageID(of word: [Glyph], kind: Piece.Kind) -> WordID {
    if kind == .number { return numberID }
    var lower = word.map(Glyphs.lower)
    _ = Glyphs.placeToneOldStyle(&lower)
    return model.id(of: Glyphs.string(lower)) ?? .unknown
  }

  /// The word as it stands, as one reading among others.
  private func weighedCopy(of word: [Glyph], index: EmissionIndex) -> Candidate {
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
  private func matrixScore(of text: [Glyph]) -> Float {
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
  private static func hasApostrophe(_ word: [Glyph]) -> Bool {
    word.dropFirst().dropLast().contains { $0 == 0x27 || $0 == 0x2019 }
  }

  /// Whether a word is one as it stands: spelled as a syllable, or listed, and known to the language model.
  ///
  /// In a text that passes for clean such a word is read as nothing else, however unlikely it is where it stands: what
  /// its author wrote is not ours to mend, and the better the language model, the more often it knows better.
  private func isSound(_ word: [Glyph]) -> Bool {
    languageID(of: word, kind: .word) != .unknown && isSpelled(word.map(Glyphs.lower))
  }

  /// Whether a lower-case word is spelled as a syllable, or listed.
  func isSpelled(_ word: [Glyph]) -> Bool {
    guard let ids = Alphabet.ids(of: word) else { return false }
    return lexicons.contains { $0.contains(ids) }
  }

  /// Whether a word that begins with a small letter goes on with a capital, or one of three characters has a digit
  /// beside a letter. `4d` may be the mark of an item, `TRQ1` a name.
  private static func isScrambled(_ word: [Glyph]) -> Bool {
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
  private static func isWellRead(_ word: [Glyph]) -> Bool {
    word.contains { $0 > 0xFF || ($0 >= 0xC0 && Glyphs.bare($0) != $0 && $0 != 0xE9 && $0 != 0xC9) }
  }

  private static let vowelLetters = Set(Glyphs.of("AEIOUY"))

  // MARK: The lexicon

  mutating func lexiconCandidates(for word: [Glyph], isUpperLine: Bool) -> [Candidate] {
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
    var readings: [Candidate] = []
    var keys: [UInt64] = []
    // A rare word needs a better channel score to be looked at.
    for hit in isStranger ? withOwnCase(search.ranked(), of: word, isUpperLine) : search.ranked() {
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
