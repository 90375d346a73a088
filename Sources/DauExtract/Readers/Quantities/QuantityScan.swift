/// The one pass of the reader of quantities.
struct QuantityScan {
  let stream: TokenStream
  let outline: Outline
  let vocabulary: ReaderVocabulary
  let numerals: NumeralParser
  private let places: PlaceSet
  var found: [Candidate] = []
  /// The amount that was emitted last, and the token behind it.
  var last: (value: DecimalNumber, unit: String, end: Int)?

  init(_ context: ReadingContext) {
    stream = context.stream
    outline = context.outline
    vocabulary = context.vocabulary
    numerals = NumeralParser(stream: context.stream)
    places = context.starts
  }

  /// The words that a number may begin with, and what a lost `1` looks like.
  static let starts: WordFilter = {
    var starts: WordFilter = ["i", "l"]
    NumeralParser.addStarts(to: &starts)
    return starts
  }()

  mutating func run() {
    var at = 0
    let starts = Self.starts
    while let place = places.next(from: at) {
      let token = stream[place]
      var end = place
      if token.isNumber {
        end = readFigures(at: place)
      } else if token.isWord, starts.mayContain(token.key) {
        end = readWords(at: place)
      }
      at = max(end, place + 1)
    }
  }

  // MARK: Figures

  mutating func readFigures(at index: Int) -> Int {
    guard !outline.reserved[index], outline.role(of: stream[index]) != .table, !isInsideName(index) else {
      return index + 1
    }
    if let end = numerals.damagedGroups(from: index) { return end }
    guard let numeral = numerals.figures(at: index, groupsByBlanks: true) else { return behindRun(index) }
    if numeral.end == index + 1, let end = readBlankGroup(at: index) { return end }
    if let end = readQuotient(at: index, numeral) ?? readShare(at: index, numeral)
      ?? readSpokenShare(at: index, numeral)
    {
      return end
    }
    if let end = readBareRange(at: index, numeral) ?? readRange(at: index, numeral) { return end }
    guard let amount = amount(of: numeral, from: index) else {
      return readBareStart(at: index, numeral) ?? readNamedCount(at: index, numeral)
        ?? readBareMeasure(at: index, numeral) ?? numeral.end
    }
    if let end = readPartOfAmount(amount) { return end }
    emit(amount)
    return amount.end
  }

  /// `1 234 người`: one blank that groups, where something known is counted and no word before numbers the first figures.
  mutating func readBlankGroup(at index: Int) -> Int? {
    let before = stream[index - 1].key
    guard let numeral = numerals.groupedByBlank(at: index),
      outline.beginsParagraph[index]
        || !vocabulary.words.numberLeads.contains(before) && !vocabulary.words.softNumberLeads.contains(before)
          && before != Words.so && before != Words.ngay && before != Words.nam,
      var amount = amount(of: numeral, from: index), amount.isKnown
    else { return nil }
    amount.isKnown = false
    emit(amount)
    return amount.end
  }

  /// Whether the number at `index` is a piece of a name or a symbol: `A12`, `Covid-19`, `/2019`; the scale of a map: `1:50.000`;
  /// or the rest of a damaged one: `1..5`, `,5%`.
  func isInsideName(_ index: Int) -> Bool {
    if isScaleOfMap(index) { return true }
    guard stream[index].isJoined else { return false }
    let before = stream[index - 1]
    // `giảm190 đơn vị`: the blank was lost.
    if before.isWord { return !isLostBlank(index) }
    guard before.isSign("/") || before.isSign(".") || before.isSign(",") || before.isDash || before.isSign("_")
    else { return false }
    if before.isSign("/"), isPairedCount(index) { return false }
    // `tàu cá TG -90983 TS`: the number of a vessel.
    if before.isDash, !before.isJoined, stream[index - 2].isAllCapitals, stream[index - 2].bytes.count <= 3,
      stream[index].digitCount >= 4
    {
      return true
    }
    if before.isSign(",") || before.isSign(".") {
      // The figures before the mark are lost; more marks than two lead the eye over a blank.
      if !before.isJoined { return true }
      let mark = stream[index - 2]
      if mark.isSign(",") || mark.isSign("."), mark.isJoined, stream[index - 3].isNumber { return true }
    }
    return before.isJoined && (stream[index - 2].isWord || stream[index - 2].isNumber)
  }

  /// `bản đồ tỷ lệ 1:50.000`, `tỷ lệ 1: 2000`
  private func isScaleOfMap(_ index: Int) -> Bool {
    guard index >= 3, stream[index - 1].isSign(":"), stream[index - 2].isNumber, stream[index - 2].value == 1,
      stream[index - 2].digitCount == 1
    else { return false }
    return stream[index].isJoined && stream[index - 1].isJoined || stream[index - 3].key == "lệ"
  }

  /// Whether a number is joined to a verb in small letters that stands before amounts, and counts or measures something known.
  private func isLostBlank(_ index: Int) -> Bool {
    let before = stream[index - 1]
    guard !before.isCapital, before.bytes.count > 3, vocabulary.words.amountLeads.contains(before.key),
      let numeral = numerals.figures(at: index), isOpen(numeral.end), stream[numeral.end].flags.contains(.spaced)
    else { return false }
    return vocabulary.countedNouns.match(stream, at: numeral.end) != nil
      || vocabulary.units.match(stream, at: numeral.end) != nil
  }

  /// `215 vụ/287 đối tượng`: two counts that a stroke ties together.
  func isPairedCount(_ index: Int) -> Bool {
    guard stream[index - 2].isWord, !stream[index - 2].isCapital, let numeral = numerals.figures(at: index),
      isOpen(numeral.end), stream[numeral.end].flags.contains(.spaced),
      vocabulary.countedNouns.match(stream, at: numeral.end) != nil
    else { return false }
    // The count before it stands in the same words.
    return (1...4).contains { back in
      stream[index - 2 - back].isNumber && stream[index - 1 - back].flags.contains(.spaced)
        && (0..<back).allSatisfy { stream[index - 2 - $0].isWord }
    }
  }

  /// Behind digits joined by marks that are no number.
  func behindRun(_ index: Int) -> Int {
    var at = index + 1
    while stream[at].isJoined, stream[at].isNumber || stream[at + 1].isNumber && stream[at + 1].isJoined { at += 1 }
    return at
  }

  // MARK: Words

  mutating func readWords(at index: Int) -> Int {
    if let end = readMisreadOne(at: index) ?? spelledAmount(at: index) { return end }
    if !vocabulary.words.numberLeads.contains(stream[index - 1].key), let end = readWrittenShare(at: index) {
      return end
    }
    guard let numeral = numerals.words(at: index) ?? oneLength(at: index) else { return index + 1 }
    let before = stream[index - 1]
    // `thứ hai`, `tháng ba`, `“Ba đồng hành`, `Hai Bà Trưng`.
    guard outline.role(of: stream[index]) != .table, !vocabulary.words.numberLeads.contains(before.key),
      !before.opensQuote
    else {
      return numeral.end
    }
    if stream[index].isCapital, !outline.beginsParagraph[index], !before.endsClause, !before.isSign("(") {
      return numeral.end
    }
    if numeral.end - index == 1, numerals.words(at: numeral.end).map({ $0.end - numeral.end == 1 }) ?? false,
      stream[numeral.end].isJoined == false, !outline.beginsParagraph[numeral.end]
    {
      // `hai ba người`: two or three of them.
      return numeral.end + 1
    }
    if numeral.end - index == 1 {
      // A single word is a number only before what is surely counted, and never in the names of sets.
      let beginsSentence = outline.beginsParagraph[index] || before.endsClause
      guard !stream[index].isCapital || beginsSentence && !stream[numeral.end].isCapital,
        let amount = amount(of: numeral, from: index), amount.isKnown,
        !vocabulary.words.uncountedAfterWords.contains(stream[numeral.end].key), before.key != Words.mot
      else { return numeral.end }
      emit(amount)
      return amount.end
    }
    guard numeral.isGrouped || numeral.value > DecimalNumber(10), let amount = amount(of: numeral, from: index) else {
      return numeral.end
    }
    emit(amount)
    return amount.end
  }

  /// `sau một năm thực hiện`, `hơn một tháng`: `một` before a length of time, where a word before it measures time.
  func oneLength(at index: Int) -> Numeral? {
    guard stream[index].key == Words.mot else { return nil }
    if let one = numerals.listedOne(at: index), one.end + 2 <= stream.count,
      vocabulary.statements.recipients.contains(stream.flatText(ofTokens: one.end..<(one.end + 2)))
    {
      return one
    }
    guard Self.lengthLeads.contains(stream[index - 1].key),
      let unit = vocabulary.units.match(stream, at: index + 1), unit.value.isTime
    else { return nil }
    return Numeral(value: DecimalNumber(1), end: index + 1, isWritten: true)
  }

  private static let lengthLeads: WordSet = ["sau", "qua", "hơn", "gần", "trước"]

  /// `còn I08 hồ sơ`, `I.850 tỷ đồng`: a capital I or a small l in front of digits was a 1.
  mutating func readMisreadOne(at index: Int) -> Int? {
    let token = stream[index]
    guard token.bytes.count == 1, token.key == "i" && token.isCapital || token.key == "l" && !token.isCapital,
      token.flags.contains(.spaced), stream[index + 1].isJoined, outline.role(of: token) != .table
    else { return nil }
    let first =
      stream[index + 1].isSign(".") && stream[index + 2].digitCount == 3 && stream[index + 2].isJoined
      ? index + 2 : index + 1
    guard stream[first].isNumber, !outline.reserved[first], var numeral = numerals.figures(at: first),
      numeral.value.scale == 0 || numeral.isGrouped, !numeral.isReversed
    else { return nil }
    let digits = (first..<numeral.end).prefix { !stream[$0].isSign(",") }.reduce(0) { $0 + stream[$1].digitCount }
    guard let one = DecimalNumber(1).scaled(byPowerOfTen: digits), let value = one.adding(numeral.value) else {
      return nil
    }
    numeral.value = value
    numeral.isGrouped = numeral.isGrouped || first > index + 1
    guard var amount = amount(of: numeral, from: index), amount.isKnown || amount.isMeasure else { return nil }
    amount.isKnown = false
    emit(amount)
    return amount.end
  }
}
