/// What a number counts or measures.
extension QuantityScan {
  /// The number with its scale and its unit; nil when it counts nothing.
  func amount(of numeral: Numeral, from start: Int) -> Amount? {
    var amount = unmarkedAmount(of: numeral, from: start)
    if numeral.isReversed { amount?.isReversed = true }
    return amount
  }

  private func unmarkedAmount(of numeral: Numeral, from start: Int) -> Amount? {
    if stream.isCell(start..<numeral.end) { return nil }
    var value = numeral.value
    var at = numeral.end
    var isScaled = false
    // `05 (năm) triệu đồng`: the scale stands behind the number said again.
    let spelled = behindSpelling(at, of: numeral)
    if numerals.scale(at: spelled) != nil { at = spelled }
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
    // `27¹ tập thể`: the mark of a note; `10²` is a power.
    if stream[at].kind == .superscript, stream[at].isJoined, stream[at + 1].isWord, !stream[at + 1].isJoined { at += 1 }
    guard isOpen(at) else {
      return isScaled ? bareMoney(value, start, at) : nil
    }
    let unit = vocabulary.units.match(stream, at: at)
    let nounEnd = max(
      vocabulary.countedNouns.match(stream, at: at)?.end ?? 0, vocabulary.positions.match(stream, at: at)?.end ?? 0)
    let unitEnd = unit?.end ?? 0
    if let unit, unitEnd >= nounEnd, isPrintedUnit(unit.value, at, isBound: stream[at].isJoined || isScaled) {
      return measured(value, unit.value, numeral, start, at, unitEnd, isScaled: isScaled)
    }
    if stream[at].isNumber || stream[at].kind != .word {
      return isScaled ? bareMoney(value, start, at) : nil
    }
    return counted(value, numeral, start, at, nounEnd == 0 ? nil : nounEnd, isScaled: isScaled)
  }

  /// `Tổng số hồ sơ tiếp nhận: 717.`, `số hồ sơ đang xử lý là 717 (chiếm 2%)`: the noun stands behind `số`, before the number.
  ///
  /// Refuses what is no number of things: `Số quyết định: 12`, `Số tài khoản: 301`, `số điểm là 8,5`.
  ///
  /// - Returns: the token behind the number.
  /// - Complexity: O(1): a few words before the number are looked at.
  mutating func readNamedCount(at index: Int, _ numeral: Numeral) -> Int? {
    let (lead, behind) = (index - 1, numeral.end)
    guard lead > 1, stream[lead].key == "là" || stream[lead].isSign(":") || isArrival(lead), isOpen(index),
      numeral.value.isWhole,
      !numeral.isReversed, !numeral.hasLeadingZero || stream[index].digitCount == 2,
      !isOpen(behind) || numerals.beginsSentence(behind) || stream[behind].kind == .sign && !stream[behind].isJoined
        || stream[behind].endsClause || stream[behind].isSign(",") || stream[behind].isSign(")"),
      !stream[behind].isSign("/"), !stream[behind].isDash
    else { return nil }
    var at = lead - 1
    while lead - at <= Self.namedReach, stream[at].isWord, !namesCount(at), !outline.beginsParagraph[at] { at -= 1 }
    guard at >= 0, namesCount(at), isCountLed(at, by: stream[lead]) else { return nil }
    let start = stream[at + 1].key == "lượng" ? at + 2 : at + 1
    guard start < lead, let noun = vocabulary.countedNouns.match(stream, at: start), noun.end <= lead,
      vocabulary.documentTypes.match(stream, at: start) == nil
    else { return nil }
    add(
      QuantityFact(value: numeral.value, unit: "count", of: self.noun(start..<noun.end), bound: .exact), index..<behind,
      confidence: 0.7)
    return behind
  }

  /// `số`, or `lượng` without it.
  private func namesCount(_ at: Int) -> Bool {
    stream[at].key == Words.so || stream[at].key == "lượng" && stream[at - 1].key != Words.so
  }

  /// The second word of `lên tới`, `lên đến`.
  private func isArrival(_ at: Int) -> Bool {
    (stream[at].key == "tới" || stream[at].key == Words.den) && stream[at - 1].key == "lên"
  }

  private static let namedReach = 12

  /// Whether `số` counts: before `là` always, before a colon as `tổng số` or `số lượng` only, for `Số phòng: 12` is an address.
  private func isCountLed(_ at: Int, by lead: Token) -> Bool {
    lead.isWord || stream[at - 1].key == "tổng" || stream[at + 1].key == "lượng"
  }

  /// `20 (hai mươi) ngày`, `hai mươi (20) ngày`: the number said again in words or in figures.
  func behindSpelling(_ index: Int, of numeral: Numeral) -> Int {
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
  func isOpen(_ index: Int) -> Bool { index < stream.count && !outline.beginsParagraph[index] }

  /// Whether a unit's sign is printed as one: `đ` stands joined to its number, or behind a scale (`350 tỷ đ`), `m` in small letters.
  func isPrintedUnit(_ unit: MeasureUnit, _ at: Int, isBound: Bool) -> Bool {
    let token = stream[at]
    if token.key == "đ" {
      return isBound && !token.isCapital && !(stream[at + 1].isJoined && stream[at + 1].isWord)
    }
    if token.key == "m" || token.key == "ha" { return !token.isCapital }
    return true
  }

  func measured(
    _ value: DecimalNumber, _ unit: MeasureUnit, _ numeral: Numeral, _ start: Int, _ at: Int, _ end: Int,
    isScaled: Bool
  ) -> Amount? {
    var end = end
    if unit.isTime {
      guard isSpanOfYears(start, unit, end) || !isOrdinal(start, numeral, isSoftCounted: true) else { return nil }
      // `12 tháng 9 năm 2019` is a date; so is `2018 năm`.
      if unit.name == "month", stream[start - 1].key == Words.ngay { return nil }
      // `0 giờ 15 ngày 01/01`: minutes.
      if unit.name == "day", stream[start - 1].key == "giờ" { return nil }
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
      // `đăng ký ở nguyện vọng 1 năm 2021`: the year is of what follows.
      if unit.name == "year", value == DecimalNumber(1), stream[end].isNumber, stream[end].digitCount == 4 {
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

  /// `so với giai đoạn 5 năm trước đó`, unlike `giai đoạn 2 năm 2019`
  private func isSpanOfYears(_ start: Int, _ unit: MeasureUnit, _ end: Int) -> Bool {
    unit.name == "year" && stream[start - 1].key == "đoạn" && stream[start - 2].key == "giai"
      && Self.turns.contains(stream[end].key)
  }

  private static let turns: WordSet = ["trước", "sau", "tới", "qua"]

  private static let lostSquares: WordSet = ["?", "”", "\"", "’", "'", "°", "*", "^", "º"]

  /// A scale without a unit: `1.235 tỷ` is money.
  func bareMoney(_ value: DecimalNumber, _ start: Int, _ end: Int) -> Amount? {
    guard stream[end - 1].key == "tỷ" || stream[end - 1].key == "tỉ" || stream[end - 1].key == "triệu" else {
      return nil
    }
    // `đón lượt khách 15 triệu`: visits are no money.
    if let turn = (max(0, start - 3)..<start).first(where: { stream[$0].key == "lượt" }), isOpen(start),
      let noun = vocabulary.countedNouns.match(stream, at: turn), noun.end == start
    {
      return Amount(value: value, unit: "count", of: self.noun(turn..<start), start: start, end: end, isKnown: false)
    }
    if let noun = countedBefore(start) {
      return Amount(value: value, unit: "count", of: self.noun(noun), start: start, end: end, isKnown: false)
    }
    return Amount(value: value, unit: "VND", start: start, end: end, isKnown: false, isMeasure: true)
  }

  /// `tổng hành khách đạt 81 triệu`: who is counted straight before the verb of a number.
  private func countedBefore(_ start: Int) -> Range<Int>? {
    guard isOpen(start), Self.reachings.contains(stream[start - 1].key), Self.counted.contains(stream[start - 2].key)
    else {
      return nil
    }
    let first = stream[start - 3].key == "hành" || stream[start - 3].key == "du" ? start - 3 : start - 2
    return first..<start - 1
  }

  private static let reachings: WordSet = ["đạt", "là", "hơn", "khoảng"]
  private static let counted: WordSet = ["khách", "dân"]

  func counted(
    _ value: DecimalNumber, _ numeral: Numeral, _ start: Int, _ at: Int, _ nounEnd: Int?, isScaled: Bool
  ) -> Amount? {
    if !isScaled, isOrdinal(start, numeral, isSoftCounted: nounEnd != nil) { return nil }
    if nounEnd != nil, Self.verbal.contains(stream[at].key), isNamed(start, numeral) { return nil }
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
    if let minutes = hoursAndMinutes(start, numeral, at) { return minutes }
    if isClock(start, at) { return nil }
    if let nounEnd {
      var end = nounEnd
      // `79 Hồ Tùng Mậu`: the house in a street that is named by a word for something counted.
      if nounEnd == at + 1, !isScaled, !numeral.isGrouped, !numeral.hasLeadingZero, stream[at].isCapital,
        !stream[at].isAllCapitals, stream[at + 1].isCapital, isOpen(at + 1), stream[start - 1].isWord,
        !outline.beginsParagraph[start]
      {
        return nil
      }
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
        return Amount(
          value: value, unit: "count", of: noun(at..<end), start: start, end: end, isKnown: false, isReversed: true)
      }
      // A word joined to the number is a unit only when it is a word: `2.700hộ`, not `1A`.
      if stream[at].isJoined && stream[at].isCapital { return nil }
      return Amount(value: value, unit: "count", of: noun(at..<end), start: start, end: end)
    }
    let first = stream[at]
    guard first.isWord, !first.isJoined, !vocabulary.words.functionWords.contains(first.key), first.bytes.count > 1,
      !numerals.beginsSentence(at)
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
    if first.key == "hằng" || first.key == "hàng", vocabulary.words.repeatedSpans.contains(stream[at + 1].key) {
      return nil
    }
    // `tàu Biển Ngọc 20 mang số`: the number of a thing with a name.
    let named = stream[start - 1]
    if !isScaled, !numeral.isGrouped, !numeral.hasLeadingZero, isOpen(start), named.isWord, named.isCapital,
      !named.isAllCapitals, !outline.beginsParagraph[start - 1], !stream[start - 2].endsClause,
      numeral.value < DecimalNumber(100)
    {
      return nil
    }
    // `đội tuyển U 23 châu Á`
    if !isScaled, isOpen(start), named.isAllCapitals, named.bytes.count == 1, !outline.beginsParagraph[start - 1],
      !numeral.hasLeadingZero
    {
      return nil
    }
    // `14 Phú Châu` is an address, `T-14 Armata` a thing's name; `13 GV` and `02 Bảo tàng tỉnh` are counted.
    if first.isCapital, !isAbbreviation(at), !numeral.hasLeadingZero,
      stream[at + 1].isCapital || !stream[at + 1].isWord
    {
      return nil
    }
    // Two words of unknown nouns, no further than the clause.
    var end = at + 1
    if isOpen(end), stream[end].isWord, !vocabulary.words.functionWords.contains(stream[end].key),
      stream[end].isCapital == first.isCapital
    {
      end += 1
    }
    return Amount(value: value, unit: "count", of: noun(at..<end), start: start, end: end, isKnown: false)
  }

  /// The first words of nouns that are verbs as well: `12 quy định`, `Nghị định 98 quy định`.
  private static let verbal: WordSet = ["quy", "thông"]

  /// Whether what stands before a number is called by it: `Nghị định 98`, `nghị quyết 42`, `Phòng 2`, `ngày 12`.
  private func isNamed(_ start: Int, _ numeral: Numeral) -> Bool {
    guard isOpen(start), !numeral.isGrouped, !numeral.hasLeadingZero, stream[start - 1].isWord else { return false }
    return stream[start - 1].key == Words.ngay || stream[start - 1].isCapital
      || stream[start - 2].isCapital && !outline.beginsParagraph[start - 1]
      || (start - 2...start - 1).contains { vocabulary.documentTypes.match(stream, at: $0)?.end == start }
  }

  /// `GV`, `ThS`: a word with two capitals at least.
  func isAbbreviation(_ index: Int) -> Bool {
    if stream[index].isAllCapitals { return true }
    return stream.text(of: stream[index]).unicodeScalars.count { VietnameseLetter.of($0.value).isUpper } >= 2
  }

  func first(_ tokens: Range<Int>) -> WordKey { stream[tokens.lowerBound].key }

  func noun(_ tokens: Range<Int>) -> String { lowercased(stream.flatText(ofTokens: tokens)) }

  func isYearLike(_ start: Int, _ numeral: Numeral) -> Bool {
    let token = stream[start]
    return !numeral.isGrouped && token.digitCount == 4 && token.value >= 1900 && token.value <= 2100
  }

  /// `trong 2 giờ 30 phút`: a length of time, in minutes, where the word before it does not let it be a time of day.
  func hoursAndMinutes(_ start: Int, _ numeral: Numeral, _ at: Int) -> Amount? {
    guard stream[at].key == "giờ", stream[at + 1].isNumber, stream[at + 2].key == "phút", isOpen(at + 2),
      vocabulary.words.durationLeads.contains(stream[start - 1].key), !outline.beginsParagraph[start],
      let hours = numeral.value.int, let minutes = numerals.figures(at: at + 1)?.value.int, minutes < 60
    else { return nil }
    return Amount(
      value: DecimalNumber(hours * 60 + minutes), unit: "count", of: "phút", start: start, end: at + 3)
  }

  /// `7 giờ 30 phút`, `lúc 8 giờ`, `30 phút` behind an hour.
  func isClock(_ start: Int, _ at: Int) -> Bool {
    let key = stream[at].key
    if key == "phút" { return stream[start - 1].key == "giờ" }
    guard key == "giờ" else { return false }
    if vocabulary.words.clockLeads.contains(stream[start - 1].key) { return true }
    let next = stream[at + 1]
    return next.isNumber || next.key == Words.ngay || next.key == "sáng" || next.key == "chiều" || next.key == "tối"
  }
}
