import DauLanguage

/// Numbers: their digits are protected, and letters that stand for digits are read as these.
extension CandidateFinder {
  /// log10 probability that a digit is read as the letter that looks like it.
  static let digitAsLetter: Float = -0.7
  /// The same where no digit beside it says that a number stands here.
  static let loneDigitAsLetter: Float = -1.3
  /// log10 prior of a number with a letter in it that looks like a digit (`I08`).
  static let mixedNumber: Float = -2
  /// log10 prior that a document which writes its decimals with a comma writes one with a point.
  static let strayPoint: Float = -1

  /// The readings of digits with the marks that belong to numbers.
  ///
  /// - Parameter isMeasured: whether a scale or a unit stands behind them, as behind no number of a section.
  mutating func numberReadings(
    of word: [Glyph], isProtected: Bool, isUpperLine: Bool, isMeasured: Bool, index: EmissionIndex,
    explained: inout [Candidate]?
  ) -> [Candidate] {
    var number = Candidate(kind: .number, text: word, first: numberID, channel: 0)
    number.channel = Self.digitCost * Float(word.count { Glyphs.isDigit($0) || $0 == 0x25 })
    if writesDecimalComma, let text = Self.withDecimalComma(word, isMeasured: isMeasured) {
      var mended = number
      mended.text = text
      number.channel += Self.strayPoint
      return [mended, number]
    }
    // Digits are letters misread in a damaged text only, as inside of words.
    guard index.isDamaged, !isProtected, word.count <= 3, word.allSatisfy(Glyphs.isDigit) else { return [number] }
    fill(word, with: index)
    var readings = explained ?? lexiconCandidates(for: word, isUpperLine: isUpperLine)
    explained = readings
    for at in readings.indices { readings[at].channel += Self.digitsAsWord }
    return [number] + readings
  }

  /// The readings of letters and digits of which most are digits: `Km93`, `1A`, `I08`.
  mutating func mixedNumberReadings(
    of word: [Glyph], isProtected: Bool, isUpperLine: Bool, index: EmissionIndex, explained: inout [Candidate]?
  ) -> [Candidate] {
    var number = Candidate(kind: .number, text: word, first: numberID, channel: 0)
    for glyph in word { number.channel += Glyphs.isDigit(glyph) ? Self.digitCost : Self.strangerCost }
    if let digits = digitReading(of: word) {
      number.channel += Self.mixedNumber
      return [digits, number]
    }
    guard !isProtected else { return [number] }
    fill(word, with: index)
    var readings = explained ?? lexiconCandidates(for: word, isUpperLine: isUpperLine)
    explained = readings
    readings.removeAll { $0.text == word }
    return [number] + readings
  }

  /// A word as the number whose digits look like its letters: `I2` is 12, `S0%` is 50%, `Ol` is 01.
  ///
  /// - Returns: nil where one of the letters looks like no digit.
  func digitReading(of word: [Glyph]) -> Candidate? {
    guard readsDigits, word.count <= 6 else { return nil }
    let isPercent = word.last == 0x25
    let body = isPercent ? word.dropLast() : word[...]
    let digits = body.count(where: Glyphs.isDigit)
    // Without a digit it takes two letters, or the one that is printed as 1 is.
    guard !body.isEmpty, digits < body.count else { return nil }
    if digits == 0, isPercent || body.count > 3 || body == [0x6F] || body == [0x4F] { return nil }
    var text: [Glyph] = []
    var cost: Float = 0
    for (at, glyph) in body.enumerated() {
      switch glyph {
      case _ where Glyphs.isDigit(glyph): text.append(glyph)
      case 0x4F, 0x6F: text.append(0x30)
      case 0x49, 0x6C: text.append(0x31)
      // `S1` may be the name of a building; `0S` is none.
      case 0x53 where digits > 0 && at == 0 && (isPercent || body.count > 2): text.append(0x35)
      case 0x53 where at == 1 && body.count == 2 && body.first == 0x30: text.append(0x35)
      default: return nil
      }
      if !Glyphs.isDigit(glyph) { cost += digits > 0 ? Self.digitAsLetter : Self.loneDigitAsLetter }
    }
    if isPercent { text.append(0x25) }
    return Candidate(
      kind: .number, text: text, first: numberID, channel: cost + Self.digitCost * Float(text.count))
  }

  /// A Roman numeral with digits for some of its letters: `X111`, `XII1`.
  ///
  /// - Returns: nil where it may be an Arabic number, or a name: `X1`, `I11`.
  func numeralReading(of word: [Glyph]) -> Candidate? {
    guard ((isClean ? 4 : 3)...6).contains(word.count), word.contains(0x31), word[0] == 0x58 || word[0] == 0x56 else {
      return nil
    }
    let text = word.map { $0 == 0x31 || $0 == 0x6C ? 0x49 : $0 }
    guard Self.isNumeral(text) else { return nil }
    var candidate = numeral(text)
    candidate.kind = .lexicon
    candidate.span = 1
    candidate.channel = Self.digitAsLetter * Float(zip(word, text).count { $0 != $1 })
    return candidate
  }

  /// A Roman numeral in two pieces as one.
  func numeral(_ text: [Glyph]) -> Candidate {
    var candidate = Candidate(kind: .merge, text: text, first: languageID(of: text, kind: .word), channel: 0)
    candidate.span = 2
    return candidate
  }

  /// Whether some letters are a Roman numeral of those that the genre counts with.
  static func isNumeral(_ text: some Sequence<Glyph>) -> Bool { numerals.contains(Array(text)) }

  private static let numerals = Set(Restorer.romanNumerals.map { Glyphs.of($0) })

  /// The symbol of a National Assembly whose number lost its first digit to a letter: `QHI3` is `QH13`.
  func assemblyReading(of word: [Glyph]) -> Candidate? {
    guard readsDigits, word.count == 4 || word.count == 8, let unit = word.last, Glyphs.isDigit(unit) else {
      return nil
    }
    // `0H13`: the first letter is read as the digit that looks like it.
    if word.first == 0x30, word.dropFirst().starts(with: Self.assemblyTail) {
      return Candidate(kind: .number, text: [0x51] + word.dropFirst(), first: numberID, channel: Self.digitAsLetter)
    }
    let tens = word[word.count - 2]
    guard tens == 0x49 || tens == 0x6C, Self.assemblies.contains(Array(word.dropLast(2))) else {
      return nil
    }
    return Candidate(
      kind: .number, text: word.dropLast(2) + [0x31, unit], first: numberID, channel: Self.digitAsLetter)
  }

  private static let assemblyTail = Glyphs.of("H1")
  private static let assemblies = Set(["QH", "UBTVQH"].map { Glyphs.of($0) })

  /// A share or a measure with a point for its decimal comma, with the comma: `51.3%`, `194.2` of `194.2 nghìn`.
  ///
  /// - Returns: nil for anything else.
  static func withDecimalComma(_ word: [Glyph], isMeasured: Bool = false) -> [Glyph]? {
    let isShare = word.last == 0x25
    guard isShare || isMeasured, let point = word.firstIndex(of: 0x2E) else { return nil }
    let decimals = word[(point + 1)...].dropLast(isShare ? 1 : 0)
    guard (1...3).contains(point), (1...2).contains(decimals.count), word[..<point].allSatisfy(Glyphs.isDigit),
      decimals.allSatisfy(Glyphs.isDigit)
    else { return nil }
    var text = word
    text[point] = 0x2C
    return text
  }

  /// Whether a word is a share all of whose letters look like digits: `I%`. The `%` makes it a number even where it is not
  /// clear which.
  static func isShareOfLetters(_ word: [Glyph]) -> Bool {
    word.count > 1 && word.last == 0x25
      && word.dropLast().allSatisfy { Glyphs.isDigit($0) || shapedAsDigits.contains($0) }
  }

  /// Whether a word is a number and its unit without a blank: `7ha`. Its digits are no letters misread.
  static func isMeasure(_ word: [Glyph]) -> Bool {
    let unit = word.drop(while: Glyphs.isDigit)
    return unit.count < word.count && word[0] != 0x30 && units.contains(Array(unit))
  }

  private static let units = Set(["ha", "km", "kg", "cm"].map { Glyphs.of($0) })
  private static let shapedAsDigits = Set(Glyphs.of("IlOoSBZ"))

  /// What a word is without its digits, and marks and case, where a digit at its beginning or end looks like no letter: `2của`, `4a`,
  /// `Cấp5`. Who reads it so loses a number; empty for other words.
  static func remains(ofDigitsIn word: [Glyph]) -> [Glyph] {
    guard let first = word.first, let last = word.last, word.contains(where: Glyphs.isLetter),
      [first, last].contains(where: { Glyphs.isDigit($0) && !PieceScanner.lettersAlike.contains($0) })
    else { return [] }
    return word.filter { !Glyphs.isDigit($0) }.map(Glyphs.plain)
  }

  /// Whether a number is a share with a decimal comma: `51,3%`.
  static func hasDecimalComma(_ word: [Glyph]) -> Bool {
    guard let comma = word.firstIndex(of: 0x2C) else { return false }
    var text = word
    text[comma] = 0x2E
    return withDecimalComma(text) == word
  }
}
