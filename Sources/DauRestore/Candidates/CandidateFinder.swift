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
  /// log10 prior of an acronym that nobody lists where one is listed that differs by marks alone: the language model knows
  /// neither, and what it does not know it expects nearly anywhere.
  static let unlistedAcronym: Float = -2
  /// log10 probability that the stroke of a `Đ` closes it: `CSTP`, `HPND`.
  static let strokeClosed: Float = -0.5
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
  /// What (log10) the best word that explains an OCR word lacks of what is conceivable, rank and all, mostly; what lacks more is
  /// searched for once more, further. Instructions on report459a with 2, 3, 4 and 5: 1,250, 1,100, 1,068 and 1,060 million.
  static let usualLack: Float = 5
  /// Readings looked for where a word is one of two in a piece, or two pieces are one: few of them are weighed.
  private var partEffort: Effort {
    Effort(readings: min(10, effort.readings), width: min(4, effort.width))
  }
  static let splitPrior: Float = -4
  static let mergePrior: Float = -3.2

  /// What the word at hand costs each letter.
  var matrix = EmissionMatrix()
  var search = LexiconSearch()

  init(lexicons: [Lexicon], model: LanguageModel) {
    self.lexicons = lexicons
    self.model = model
    numberID = model.numberID
  }

  /// The readings of one piece, best first.
  ///
  /// - Parameters:
  ///   - isMark: whether it begins a sentence or ends with a mark, as the number of a section does.
  ///   - isUpperLine: whether the line around it is set in capitals.
  ///   - isMeasured: whether a scale or a unit stands behind it.
  ///   - explained: the words of the lexicons that explain it, once they were looked for.
  mutating func candidates(
    for word: [Glyph], kind: Piece.Kind, isProtected: Bool, isMark: Bool = false, isUpperLine: Bool,
    isMeasured: Bool = false, index: EmissionIndex, explained: inout [Candidate]?
  ) -> [Candidate] {
    if kind == .number {
      return numberReadings(
        of: word, isProtected: isProtected, isUpperLine: isUpperLine, isMeasured: isMeasured, index: index,
        explained: &explained)
    }
    if let readings = settledReadings(of: word, isProtected: isProtected, isMark: isMark, index: index) {
      return readings
    }
    let isNoNumber = isProtected || (isMark && !word.contains(where: Glyphs.isDigit))
    let assembly = assemblyReading(of: word)
    let digits = assembly ?? (isNoNumber ? nil : digitReading(of: word))
    if digits == nil, Self.isShareOfLetters(word) || Self.isMeasure(word) { return [copy(of: word, kind: .word)] }
    // Digits inside a word and symbols alone are letters misread in a damaged text only.
    if !index.isDamaged, word.contains(where: Glyphs.isDigit) || !word.contains(where: Glyphs.isLetter) {
      return digits.map { [$0, strangeCopy(of: word)] } ?? [copy(of: word, kind: .word)]
    }
    if Self.isNumberLike(word), assembly == nil {
      return mixedNumberReadings(
        of: word, isProtected: isProtected, isUpperLine: isUpperLine, index: index, explained: &explained)
    }
    matrix.fill(word, with: index)
    var readings = explained ?? lexiconCandidates(for: word, isUpperLine: isUpperLine)
    explained = readings
    if let digits { readings.append(digits) }
    let remains = Self.remains(ofDigitsIn: word)
    if !remains.isEmpty { readings.removeAll { $0.text.map(Glyphs.plain) == remains } }
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
    weighAcronym(word, isProtected: isProtected, isUpperLine: isUpperLine, index: index, same: &same, in: &readings)
    if Self.isWellRead(word), same.first != .unknown {
      let bare = word.map(Glyphs.plain)
      for at in readings.indices where !readings[at].text.lazy.map(Glyphs.plain).elementsEqual(bare) {
        readings[at].channel += Self.otherLetters
      }
    }
    addCopy(same, of: word, index: index, to: &readings)
    return readings
  }

  /// The readings of a word that is not looked up in the lexicons; nil for one that is.
  private func settledReadings(
    of word: [Glyph], isProtected: Bool, isMark: Bool, index: EmissionIndex
  ) -> [Candidate]? {
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
    guard !isProtected, let numeral = numeralReading(of: word) else { return nil }
    return [numeral, strangeCopy(of: word)]
  }

  /// The copy of what is no word as it stands.
  private func strangeCopy(of word: [Glyph]) -> Candidate {
    var same = copy(of: word, kind: .word)
    same.channel = Self.strangerCost * Float(word.count)
    return same
  }

  /// Weighs the readings of capitals that may be an acronym: a listed one that differs by marks gains, words lose.
  ///
  /// - Parameter same: the copy of the word, which loses where one with marks is listed and this one is not.
  private func weighAcronym(
    _ word: [Glyph], isProtected: Bool, isUpperLine: Bool, index: EmissionIndex, same: inout Candidate,
    in readings: inout [Candidate]
  ) {
    // Where the engine keeps letters, capitals that are no word are an abbreviation nobody listed.
    let isCode = !index.isDamaged && Self.isCapitals(word) && same.first == .unknown
    // In a line of capitals only a listed one is told from a word.
    guard
      isUpperLine
        ? word.count > 3 && Self.isAcronym(word) && listedAcronyms[word] != nil : isCode || Self.isAcronym(word)
    else { return }
    let bare = word.map(Glyphs.bare)
    // What the language model does not know is too rare to be found among the words: `TDKT` is `TĐKT`.
    let isListed = readings.contains { $0.isListed && $0.text == word }
    let closed = index.keepsMarks || isListed ? nil : acronymOfClosedStroke(word)
    if let entry = listedAcronyms[word] ?? closed, !readings.contains(where: { $0.text == entry.spelling }) {
      readings.append(
        Candidate(
          kind: .lexicon, text: entry.spelling, first: entry.word,
          channel: matrixScore(of: entry.spelling) + entry.prior, isListed: true))
    }
    let losesMarks = !index.keepsMarks || index.isDamaged
    // An engine of Vietnamese writes `Đ` where one stands, and no word is `TĐ`.
    let hasStroke = index.keepsMarks && word.contains(0x110) && !word.contains(where: Glyphs.isVowel)
    let share: Float = hasStroke ? 4 : isCode || index.givesMarks ? 2 : index.capitalised > 0.02 ? 0.5 : 1
    for at in readings.indices where readings[at].text != word && !readings[at].isAgreed {
      if losesMarks, readings[at].isListed, !isListed, readings[at].text.map(Glyphs.bare) == bare {
        // `QD` is `QĐ`: the engine has no capital Đ.
        readings[at].channel = max(
          readings[at].channel,
          matrixScore(of: readings[at].text) + (isProtected ? Self.listedInSymbol : Self.listedAcronym))
        if word.count > 2, same.first == .unknown { same.channel += Self.unlistedAcronym }
      } else if readings[at].text == closed?.spelling {
        readings[at].channel = max(readings[at].channel, matrixScore(of: word) + Self.strokeClosed)
        if same.first == .unknown { same.channel += Self.unlistedAcronym }
      } else {
        readings[at].channel += share * Self.acronymAsWord
      }
    }
  }

  /// Adds the copy of a word, or weighs the reading that is the same.
  private func addCopy(_ same: Candidate, of word: [Glyph], index: EmissionIndex, to readings: inout [Candidate]) {
    guard let at = readings.firstIndex(where: { $0.text == word }) else {
      readings.append(same)
      return
    }
    if same.first == readings[at].first { readings[at].channel = max(readings[at].channel, same.channel) }
    readings[at].kind = .copy
    if !index.keepsMarks,
      readings[at].isListed || (!Self.isCapitals(word) && isSpelled(word.map(Glyphs.lower)))
    {
      readings[at].channel += Glyphs.isUpper(word[0]) ? Self.unchangedName : Self.unchangedWord
    }
  }

  /// The readings of a word by itself, best first.
  mutating func candidates(for word: [Glyph], isProtected: Bool, isUpperLine: Bool, index: EmissionIndex) -> [Candidate]
  {
    var explained: [Candidate]?
    return candidates(
      for: word, kind: .word, isProtected: isProtected, isUpperLine: isUpperLine, index: index, explained: &explained)
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
    let readings = lexiconCandidates(for: word, isUpperLine: isUpperLine, effort: partEffort)
    return Array(readings.filter { $0.text.count >= 2 }.prefix(4))
  }

  /// One word in two pieces.
  mutating func merges(of word: [Glyph], isUpperLine: Bool, index: EmissionIndex) -> [Candidate] {
    guard word.count >= 2, word.count <= 9 else { return [] }
    matrix.fill(word, with: index)
    return lexiconCandidates(for: word, isUpperLine: isUpperLine, effort: partEffort).prefix(5).map {
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
}
