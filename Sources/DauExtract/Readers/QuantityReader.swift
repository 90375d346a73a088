/// Reads numbers with what they count or measure.
///
/// Accepts `5.027 tỷ đồng`, `90 - 95%`, `từ 10 tiêu chí trở lên`, `08/162 phòng chuyên môn`, `thứ 53/63 tỉnh`,
/// `hai mươi tư xã`, `(-6,5%)`, `60 ngày đêm`. Refuses section numbers, `Quốc lộ 1A`, `lần thứ 9`, `mức độ 3, 4`,
/// `giai đoạn 1`, `một cửa`, `7 giờ 30 phút`, `0205.3812.345`. Leaves cells of tables to the readers of tables.
struct QuantityReader: Reader {
  func read(_ context: ReadingContext) -> [Candidate] {
    var scan = QuantityScan(context)
    scan.run()
    return scan.found
  }
}

/// A number with its unit, before bounds.
struct Amount: Sendable {
  var value: DecimalNumber
  var unit: String
  var of: String?
  var outOf: DecimalNumber?
  var start: Int
  var end: Int
  var isTime = false
  /// Whether the unit or the noun is known, not guessed.
  var isKnown = true
  /// Whether the unit measures: percent, money, length.
  var isMeasure = false
}

private struct QuantityScan {
  private let stream: TokenStream
  private let outline: Outline
  private let vocabulary: Vocabulary
  private let numerals: NumeralParser
  private(set) var found: [Candidate] = []
  /// The amount that was emitted last, and the token behind it.
  private var last: (value: DecimalNumber, unit: String, end: Int)?

  init(_ context: ReadingContext) {
    stream = context.stream
    outline = context.outline
    vocabulary = context.vocabulary
    numerals = NumeralParser(stream: context.stream)
  }

  mutating func run() {
    var at = 0
    while at < stream.count {
      let token = stream.tokens[at]
      let end: Int
      if token.isNumber {
        end = readFigures(at: at)
      } else if token.isWord {
        end = readWords(at: at)
      } else {
        end = at + 1
      }
      at = max(end, at + 1)
    }
  }

  // MARK: Figures

  private mutating func readFigures(at index: Int) -> Int {
    guard !outline.reserved[index], outline.role(of: stream[index]) != .table, !isInsideName(index) else {
      return index + 1
    }
    guard let numeral = numerals.figures(at: index) else { return behindRun(index) }
    if let end = readShare(at: index, numeral) { return end }
    if let end = readRange(at: index, numeral) { return end }
    guard let amount = amount(of: numeral, from: index) else { return numeral.end }
    emit(amount)
    return amount.end
  }

  /// Whether the number at `index` is a piece of a name or a symbol: `A12`, `Covid-19`, `/2019`.
  private func isInsideName(_ index: Int) -> Bool {
    guard stream[index].isJoined else { return false }
    let before = stream[index - 1]
    if before.isWord { return true }
    guard before.isSign("/") || before.isSign(".") || before.isSign(",") || before.isDash || before.isSign("_")
    else { return false }
    if before.isSign("/"), isPairedCount(index) { return false }
    return before.isJoined && (stream[index - 2].isWord || stream[index - 2].isNumber)
  }

  /// `215 vụ/287 đối tượng`: two counts that a stroke ties together.
  private func isPairedCount(_ index: Int) -> Bool {
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
  private func behindRun(_ index: Int) -> Int {
    var at = index + 1
    while stream[at].isJoined, stream[at].isNumber || stream[at + 1].isNumber && stream[at + 1].isJoined { at += 1 }
    return at
  }

  // MARK: Units

  /// The number with its scale and its unit; nil when it counts nothing.
  private func amount(of numeral: Numeral, from start: Int) -> Amount? {
    var value = numeral.value
    var at = numeral.end
    var isScaled = false
    if let (power, end) = numerals.scale(at: at), isOpen(at) {
      guard let scaled = value.scaled(byPowerOfTen: power) else { return nil }
      (value, at, isScaled) = (scaled, end, true)
      var smallest = power
      // `2 tỷ 500 triệu`
      while stream[at].isNumber, let next = numerals.figures(at: at), let (power, end) = numerals.scale(at: next.end),
        power < smallest, let part = next.value.scaled(byPowerOfTen: power), let sum = value.adding(part)
      {
        (value, at, smallest) = (sum, end, power)
      }
      if stream[at].key == "rưỡi", let half = DecimalNumber(5).scaled(byPowerOfTen: smallest - 1),
        let sum = value.adding(half)
      {
        (value, at) = (sum, at + 1)
      }
    }
    at = behindSpelling(at, of: numeral)
    guard isOpen(at) else {
      return isScaled ? bareMoney(value, start, at) : nil
    }
    let unit = vocabulary.units.match(stream, at: at)
    let nounEnd = max(
      vocabulary.countedNouns.match(stream, at: at)?.end ?? 0, vocabulary.positions.match(stream, at: at)?.end ?? 0)
    let unitEnd = unit?.end ?? 0
    if let unit, unitEnd >= nounEnd, isPrintedUnit(unit.value, at, isNumeralJoined: stream[at].isJoined) {
      return measured(value, unit.value, numeral, start, at, unitEnd, isScaled: isScaled)
    }
    if stream[at].isNumber || stream[at].kind != .word {
      return isScaled ? bareMoney(value, start, at) : nil
    }
    return counted(value, numeral, start, at, nounEnd == 0 ? nil : nounEnd, isScaled: isScaled)
  }

  /// `20 (hai mươi) ngày`, `hai mươi (20) ngày`: the number said again in words or in figures.
  private func behindSpelling(_ index: Int, of numeral: Numeral) -> Int {
    if numeral.isWritten, stream[index].isSign("("), stream[index + 1].isNumber,
      let figures = numerals.figures(at: index + 1), figures.value == numeral.value, stream[figures.end].isSign(")")
    {
      return figures.end + 1
    }
    guard stream[index].isSign("("), let words = numerals.words(at: index + 1), stream[words.end].isSign(")") else {
      // One word, such as `05 (năm) ngày`, is no number by itself.
      if stream[index].isSign("("), stream[index + 2].isSign(")"),
        stream[index + 1].key == Words.nam || stream[index + 1].key == Words.mot
      {
        return index + 3
      }
      return index
    }
    return words.end + 1
  }

  /// Whether a paragraph goes on at `index`.
  private func isOpen(_ index: Int) -> Bool { index < stream.count && !outline.beginsParagraph[index] }

  /// Whether a unit's sign is printed as one: `đ` stands joined to its number, `m` in small letters.
  private func isPrintedUnit(_ unit: MeasureUnit, _ at: Int, isNumeralJoined: Bool) -> Bool {
    let token = stream[at]
    if token.key == "đ" {
      return isNumeralJoined && !token.isCapital && !(stream[at + 1].isJoined && stream[at + 1].isWord)
    }
    if token.key == "m" || token.key == "ha" { return !token.isCapital }
    return true
  }

  private func measured(
    _ value: DecimalNumber, _ unit: MeasureUnit, _ numeral: Numeral, _ start: Int, _ at: Int, _ end: Int,
    isScaled: Bool
  ) -> Amount? {
    var end = end
    if unit.isTime {
      guard !isOrdinal(start, numeral, isSoftCounted: true) else { return nil }
      // `12 tháng 9 năm 2019` is a date; so is `2018 năm`.
      if unit.name == "month", stream[start - 1].key == Words.ngay { return nil }
      // Nor is `6 tháng đầu năm` a length, even where no year is known to read it by.
      if unit.name == "month", stream[end].key == Words.dau || stream[end].key == Words.cuoi,
        stream[end + 1].key == Words.nam
      {
        return nil
      }
      // `Nghị quyết 653 năm 2019`
      if unit.name == "year", stream[end].isNumber, stream[end].digitCount == 4,
        vocabulary.words.actEnds.contains(stream[start - 1].key)
      {
        return nil
      }
      if numeral.value.scale > 0 && numeral.isReversed { return nil }
    }
    if unit.name == "year" || unit.name == "month" || unit.name == "day", isYearLike(start, numeral) { return nil }
    guard let scaled = value.multiplied(by: unit.scale) else { return nil }
    // `124.500 m? đất`: the small 2 was read as a sign.
    if unit.name == "m", Self.lostSquares.contains(stream[end].key), stream[end].isJoined, stream[end + 1].isWord,
      !stream[end + 1].isCapital, !stream[end + 1].isJoined, isOpen(end + 1)
    {
      return Amount(value: value, unit: "m2", start: start, end: end + 1, isKnown: false, isMeasure: true)
    }
    // `55 triệu đồng/người/năm`
    while !unit.isTime, stream[end].isSign("/"), stream[end + 1].isWord, isOpen(end + 1) {
      end = vocabulary.countedNouns.match(stream, at: end + 1)?.end ?? end + 2
    }
    return Amount(
      value: scaled, unit: unit.name, start: start, end: end, isTime: unit.isTime, isMeasure: !unit.isTime)
  }

  private static let lostSquares: WordSet = ["?", "”", "\"", "’", "'", "°", "*", "^", "º"]

  /// A scale without a unit: `1.235 tỷ` is money.
  private func bareMoney(_ value: DecimalNumber, _ start: Int, _ end: Int) -> Amount? {
    guard stream[end - 1].key == "tỷ" || stream[end - 1].key == "tỉ" || stream[end - 1].key == "triệu" else {
      return nil
    }
    return Amount(value: value, unit: "VND", start: start, end: end, isKnown: false, isMeasure: true)
  }

  private func counted(
    _ value: DecimalNumber, _ numeral: Numeral, _ start: Int, _ at: Int, _ nounEnd: Int?, isScaled: Bool
  ) -> Amount? {
    if !isScaled, isOrdinal(start, numeral, isSoftCounted: nounEnd != nil) { return nil }
    // `kỳ thi năm 2019 tỉnh`, `quốc gia 2019 tỉnh`: a count of that size is printed with a point, or a verb says so.
    if isYearLike(start, numeral), nounEnd == nil || !vocabulary.words.amountLeads.contains(stream[start - 1].key) {
      return nil
    }
    // `Q. 1`, `P. 7`
    if stream[start - 1].isSign("."), stream[start - 1].isJoined, stream[start - 2].isAllCapitals,
      stream[start - 2].bytes.count == 1, start > 1, !outline.beginsParagraph[start]
    {
      return nil
    }
    if isClock(start, at) { return nil }
    if let nounEnd {
      var end = nounEnd
      // `11,25 tiêu chí/xã`, `94 người/km2`
      while stream[end].isSign("/"), stream[end].isJoined, stream[end + 1].isWord, stream[end + 1].isJoined {
        end =
          max(
            vocabulary.countedNouns.match(stream, at: end + 1)?.end ?? 0,
            vocabulary.units.match(stream, at: end + 1)?.end ?? 0, end + 2)
      }
      var value = value
      // `1,000 người`: nobody counts thousandths of a person, so the comma groups.
      if !isScaled, end == nounEnd, !vocabulary.words.dividedNouns.contains(first(at..<nounEnd)),
        let whole = numerals.grouped(at: start), whole.end == numeral.end
      {
        value = whole.value
        return Amount(value: value, unit: "count", of: noun(at..<end), start: start, end: end, isKnown: false)
      }
      // A word joined to the number is a unit only when it is a word: `2.700hộ`, not `1A`.
      if stream[at].isJoined && stream[at].isCapital { return nil }
      return Amount(value: value, unit: "count", of: noun(at..<end), start: start, end: end)
    }
    let first = stream[at]
    guard first.isWord, !first.isJoined, !vocabulary.words.functionWords.contains(first.key), first.bytes.count > 1
    else {
      return isScaled ? bareMoney(value, start, at) : nil
    }
    if numeral.isReversed { return nil }
    // A code: `4900123456`.
    if !numeral.isGrouped, !numeral.isWritten, stream[start].digitCount > 6 { return nil }
    // `“5 không, 3 sạch”`, `3 tốt`: names of movements.
    if !isScaled, numeral.value < DecimalNumber(10), !numeral.hasLeadingZero,
      vocabulary.words.slogans.contains(first.key)
    {
      return nil
    }
    // `chậm nhất ngày 20 hằng tháng`: a day of each month.
    if first.key == "hằng" || first.key == "hàng", Self.spans.contains(stream[at + 1].key) { return nil }
    // `tàu Biển Ngọc 20 mang số`: the number of a thing with a name.
    let named = stream[start - 1]
    if !isScaled, !numeral.isGrouped, !numeral.hasLeadingZero, isOpen(start), named.isWord, named.isCapital,
      !named.isAllCapitals, !outline.beginsParagraph[start - 1], !stream[start - 2].endsClause,
      numeral.value < DecimalNumber(100)
    {
      return nil
    }
    // `14 Phú Châu` is an address, `T-14 Armata` a thing's name; `13 GV` and `02 Bảo tàng tỉnh` are counted.
    if first.isCapital, !isAbbreviation(at), stream[at + 1].isCapital || !stream[at + 1].isWord { return nil }
    // Two words of unknown nouns, no further than the clause.
    var end = at + 1
    if isOpen(end), stream[end].isWord, !vocabulary.words.functionWords.contains(stream[end].key),
      stream[end].isCapital == first.isCapital
    {
      end += 1
    }
    return Amount(value: value, unit: "count", of: noun(at..<end), start: start, end: end, isKnown: false)
  }

  private static let spans: WordSet = ["ngày", "tuần", "tháng", "quý", "năm"]

  /// `GV`, `ThS`: a word with two capitals at least.
  private func isAbbreviation(_ index: Int) -> Bool {
    if stream[index].isAllCapitals { return true }
    return stream.text(stream[index].bytes).unicodeScalars.count { VietnameseLetter.of($0.value).isUpper } >= 2
  }

  private func first(_ tokens: Range<Int>) -> WordKey { stream[tokens.lowerBound].key }

  private func noun(_ tokens: Range<Int>) -> String { lowercased(stream.flatText(ofTokens: tokens)) }

  /// Whether the words before the number make it a name.
  private func isOrdinal(_ start: Int, _ numeral: Numeral, isSoftCounted: Bool) -> Bool {
    guard start > 0, !outline.beginsParagraph[start] else { return false }
    var at = start - 1
    if stream[at].isSign("(") || stream[at].opensQuote { return false }
    // `mức độ 3, 4`, `Điều 5 và 6`: a list of names.
    var steps = 0
    while steps < 8, stream[at].isSign(",") || stream[at].key == Words.va || stream[at].isDash, stream[at - 1].isNumber
    {
      at -= 2
      steps += 1
    }
    let before = stream[at]
    guard before.isWord else { return before.isSign("+") && stream[at - 1].isNumber && stream[at - 1].isJoined }
    if numeral.isGrouped && !numeral.isReversed { return false }
    if before.key == Words.so {
      let two = stream[at - 1].key
      return two != "tổng" && two != "trong"
    }
    if before.key == "độ" { return stream[at - 1].key == "mức" || stream[at - 1].key == "cấp" }
    // `Trung ương 4`, but `cấp Trung ương 89 hộ`.
    if before.key == "ương", isSoftCounted, numeral.value > DecimalNumber(15) { return false }
    if vocabulary.words.numberLeads.contains(before.key) { return true }
    guard vocabulary.words.softNumberLeads.contains(before.key) else { return false }
    if numeral.hasLeadingZero { return !isSoftCounted }
    // `tổ 5 phường Tam Thanh` names a place; `thành phố 10 tập thể` counts what cannot be numbered so.
    return !isSoftCounted || vocabulary.words.placeLeads.contains(stream[numeral.end].key)
      || stream[numeral.end].key == "thành"
      || vocabulary.words.gradedLeads.contains(before.key) && numeral.value <= DecimalNumber(12)
  }

  private func isYearLike(_ start: Int, _ numeral: Numeral) -> Bool {
    let token = stream[start]
    return !numeral.isGrouped && token.digitCount == 4 && token.value >= 1900 && token.value <= 2100
  }

  /// `7 giờ 30 phút`, `lúc 8 giờ`, `30 phút` behind an hour.
  private func isClock(_ start: Int, _ at: Int) -> Bool {
    let key = stream[at].key
    if key == "phút" { return stream[start - 1].key == "giờ" }
    guard key == "giờ" else { return false }
    if vocabulary.words.clockLeads.contains(stream[start - 1].key) { return true }
    let next = stream[at + 1]
    return next.isNumber || next.key == Words.ngay || next.key == "sáng" || next.key == "chiều" || next.key == "tối"
  }

  // MARK: Shares and ranges

  /// `08/162 phòng`, `thứ 53/63 tỉnh, thành phố`.
  private mutating func readShare(at index: Int, _ numeral: Numeral) -> Int? {
    let slash = stream[numeral.end]
    guard slash.isSign("/"), slash.isJoined, stream[numeral.end + 1].isNumber, stream[numeral.end + 1].isJoined else {
      return nil
    }
    guard let whole = numerals.figures(at: numeral.end + 1) else { return behindRun(index) }
    let end = whole.end
    if stream[end].isJoined, stream[end].isSign("/") || stream[end].isDash, stream[end + 1].isJoined {
      return behindRun(index)
    }
    let before = stream[index - 1]
    guard before.key != Words.ngay, before.key != Words.thang, before.key != Words.quy, before.key != Words.so else {
      return end
    }
    // A month of a year, a scale of a map, all day long.
    if isYearLike(numeral.end + 1, whole), numeral.value <= DecimalNumber(12) { return end }
    if before.key == "lệ" || whole.value == DecimalNumber(24) && numeral.value == whole.value { return end }
    if numeral.value == DecimalNumber(24), whole.value == DecimalNumber(7) { return end }
    // `giải ngân 145,2/160,5 tỷ đồng`
    if let amount = amount(of: whole, from: numeral.end + 1), amount.isMeasure, amount.isKnown,
      amount.unit != "percent",
      whole.value > DecimalNumber(4) || whole.value.scale > 0, let scale = power(of: amount.value, over: whole.value),
      let part = numeral.value.scaled(byPowerOfTen: scale)
    {
      emit(
        Amount(
          value: part, unit: amount.unit, outOf: amount.value, start: index, end: amount.end, isMeasure: true))
      return amount.end
    }
    guard var amount = amount(of: whole, from: numeral.end + 1), amount.unit == "count",
      amount.isKnown || numeral.value > DecimalNumber(31) || whole.value > DecimalNumber(12)
    else {
      // `xếp hạng 50/63`
      if before.key == "hạng" || before.key == Words.thu, numeral.value <= whole.value,
        !stream[end].isWord || !isOpen(end)
      {
        let start = before.key == "hạng" && stream[index - 2].key == "xếp" ? index - 2 : index - 1
        add(
          QuantityFact(value: numeral.value, unit: "rank", bound: .exact, outOf: whole.value), start..<end,
          confidence: 0.7)
        return end
      }
      // Without a noun only where a verb says that so many of so many were reached.
      guard before.key == "đạt" || before.key == "được", numeral.value <= whole.value,
        !stream[end].isWord || !isOpen(end)
      else {
        return end
      }
      add(
        QuantityFact(value: numeral.value, unit: "count", bound: .exact, outOf: whole.value), index..<end,
        confidence: 0.7)
      return end
    }
    amount.outOf = whole.value
    amount.value = numeral.value
    amount.start = index
    if before.key == Words.thu || before.key == "hạng" {
      amount.unit = "rank"
      amount.start = before.key == "hạng" && stream[index - 2].key == "xếp" ? index - 2 : index - 1
    }
    emit(amount)
    return amount.end
  }

  /// `90 - 95%`, `từ 5 đến 7 triệu đồng`, `từ 10% đến 15%`.
  private mutating func readRange(at index: Int, _ first: Numeral) -> Int? {
    var low = first.value
    var at = first.end
    var unit: String?
    let isFrom = stream[index - 1].key == Words.tu && isOpen(index)
    if let amount = amount(of: first, from: index), amount.isMeasure {
      (low, at, unit) = (amount.value, amount.end, amount.unit)
    } else if let (power, end) = numerals.scale(at: at), let scaled = low.scaled(byPowerOfTen: power) {
      (low, at, unit) = (scaled, end, "")
    }
    let mark = stream[at]
    guard isOpen(at), mark.isDash || mark.key == Words.den else { return nil }
    guard stream[at + 1].isNumber, let second = numerals.figures(at: at + 1) else { return nil }
    guard let amount = amount(of: second, from: at + 1) else { return nil }
    if unit == nil {
      // The lower end has the scale of the upper: `5 - 7 triệu`.
      guard let scale = power(of: amount.value, over: second.value), let scaled = low.scaled(byPowerOfTen: scale) else {
        return nil
      }
      guard !isOrdinal(index, first, isSoftCounted: true) || amount.isMeasure, !isYearLike(index, first) else {
        return nil
      }
      low = scaled
    } else if unit != "" && unit != amount.unit {
      return nil
    }
    guard low < amount.value else { return nil }
    var start = isFrom ? index - 1 : index
    var bound = Bound.exact
    if start > 0, isOpen(start), let match = bounds(before: start) {
      bound = match.bound
      start = match.start
    }
    add(
      QuantityFact(value: nil, low: low, high: amount.value, unit: amount.unit, of: amount.of, bound: bound),
      start..<amount.end, confidence: 0.9)
    return amount.end
  }

  /// The power of ten between a number with its scale and without.
  private func power(of scaled: DecimalNumber, over plain: DecimalNumber) -> Int? {
    for power in [0, 3, 6, 9, 12, 4] where plain.scaled(byPowerOfTen: power) == scaled { return power }
    return nil
  }

  // MARK: Words

  private mutating func readWords(at index: Int) -> Int {
    if let end = readMisreadOne(at: index) ?? spelledAmount(at: index) { return end }
    guard let numeral = numerals.words(at: index) else { return index + 1 }
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

  /// `còn I08 hồ sơ`, `I.850 tỷ đồng`: a capital I or a small l in front of digits was a 1.
  private mutating func readMisreadOne(at index: Int) -> Int? {
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

  // MARK: Bounds and output

  private mutating func emit(_ amount: Amount) {
    if isRestated(amount) { return }
    last = (amount.value, amount.unit, amount.end)
    var value = amount.value
    var start = amount.start
    var end = amount.end
    var bound = Bound.exact
    // `-6,5%` in parentheses or behind a verb; `5-7%` was read as a range, a dash that begins a line is a bullet.
    let sign = stream[start - 1]
    if sign.isDash, stream[start].isJoined, isOpen(start), !outline.beginsParagraph[start - 1],
      !sign.isJoined || stream[start - 2].isSign("("), amount.isMeasure
    {
      value = -value
      start -= 1
    }
    if start > 0, isOpen(start), let match = bounds(before: start) {
      bound = match.bound
      start = match.start
    }
    if stream[end].key == "trở", isOpen(end), stream[end + 1].key == "lên" || stream[end + 1].key == "xuống" {
      bound = stream[end + 1].key == "lên" ? .atLeast : .atMost
      end += 2
      if stream[start - 1].key == Words.tu, isOpen(start) { start -= 1 }
    } else if bound == .exact, stream[start - 1].key == Words.tu, isOpen(start), let (behind, direction) = limit(end) {
      // `từ 900 đảng viên mới trở lên`
      (bound, end) = (direction, behind)
      start -= 1
    }
    add(
      QuantityFact(value: value, unit: amount.unit, of: amount.of, bound: bound, outOf: amount.outOf), start..<end,
      confidence: amount.isKnown ? 0.95 : 0.75)
  }

  /// `trở lên` a few words behind an amount, with nothing but words between.
  private func limit(_ end: Int) -> (end: Int, bound: Bound)? {
    var at = end
    while at - end < 5, isOpen(at), stream[at].isWord, stream[at].key != Words.den {
      if stream[at].key == "trở", stream[at + 1].key == "lên" || stream[at + 1].key == "xuống" {
        return (at + 2, stream[at + 1].key == "lên" ? .atLeast : .atMost)
      }
      at += 1
    }
    return nil
  }

  /// Behind an amount of money that is spelled in brackets behind its figures, in pieces that commas part:
  /// `147.510.000 đồng (Một trăm bốn mươi bảy triệu, năm trăm mười nghìn đồng)`.
  private func spelledAmount(at index: Int) -> Int? {
    guard let last, last.unit == "VND", stream[last.end].isSign("("), index > last.end, index - last.end <= 5,
      isOpen(last.end), numerals.words(at: index).map({ $0.end - index > 1 }) ?? false
    else { return nil }
    return (index..<min(index + 60, stream.count)).first { stream[$0].isSign(")") && !outline.beginsParagraph[$0] }
  }

  /// `500.000.000 đồng (Năm trăm triệu đồng)`, `(bằng chữ: năm trăm triệu đồng)`: the amount before, said again.
  private func isRestated(_ amount: Amount) -> Bool {
    guard let last, last.value == amount.value, last.unit == amount.unit, amount.start - last.end <= 5,
      amount.start > last.end, stream[last.end].isSign("(")
    else { return false }
    return stream[amount.start].isWord
      || stream[amount.start].isNumber && stream[last.end - 1].isWord && amount.start == last.end + 1
  }

  /// The words before a number that bound it.
  private func bounds(before start: Int) -> (bound: Bound, start: Int)? {
    let one = stream[start - 1]
    let two = stream[start - 2]
    let hasTwo = start >= 2 && isOpen(start - 1)
    if one.isSign("≥") { return (.atLeast, start - 1) }
    if one.isSign("≤") { return (.atMost, start - 1) }
    if one.isSign(">") { return (.over, start - 1) }
    if one.isSign("<") { return (.under, start - 1) }
    guard one.isWord else { return nil }
    if one.key == "hơn" || one.key == "quá", start >= 3, isOpen(start - 2), stream[start - 3].key == "không" {
      switch (two.key, one.key) {
      case ("thấp", "hơn"), ("ít", "hơn"), ("nhỏ", "hơn"): return (.atLeast, start - 3)
      case ("cao", "hơn"), ("nhiều", "hơn"), ("lớn", "hơn"), ("vượt", "quá"): return (.atMost, start - 3)
      default: break
      }
    }
    if hasTwo {
      switch (two.key, one.key) {
      case ("tối", "thiểu"), ("ít", "nhất"), ("không", "dưới"): return (.atLeast, start - 2)
      case ("tối", "đa"), ("không", "quá"), ("nhiều", "nhất"): return (.atMost, start - 2)
      case ("xấp", "xỉ"), ("ước", "đạt"), ("ước", "tăng"), ("ước", "giảm"), ("ước", "tính"), ("ước", "khoảng"),
        ("ước", "có"), ("ước", "trên"), ("ước", "chiếm"):
        return (.about, start - 2)
      case ("chưa", "đến"), ("chưa", "tới"), ("chưa", "đầy"): return (.under, start - 2)
      case ("cấp", "trên"), ("cấp", "dưới"), ("tuyến", "trên"), ("tuyến", "dưới"), ("nêu", "trên"): return nil
      case (let adjective, "hơn") where vocabulary.words.comparatives.contains(adjective): return nil
      default: break
      }
    }
    switch one.key {
    case "trên", "hơn": return (.over, start - 1)
    case "dưới", "gần": return (.under, start - 1)
    case "khoảng", "ước", "chừng": return (.about, start - 1)
    default: return nil
    }
  }

  private mutating func add(_ fact: QuantityFact, _ tokens: Range<Int>, confidence: Double) {
    for index in tokens.dropFirst() where outline.beginsParagraph[index] { return }
    found.append(Candidate(.quantity(fact), tokens: tokens, rank: 30, confidence: confidence))
  }
}

/// `text` in lower case, letter by letter as the documents print them.
///
/// - Complexity: O(*n*).
func lowercased(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { out.append(Unicode.Scalar(VietnameseLetter.lower(of: scalar.value)) ?? scalar) }
  return String(out)
}
