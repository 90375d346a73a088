/// Two numbers that are one quantity: shares and ranges.
extension QuantityScan {
  /// `08/162 phòng`, `thứ 53/63 tỉnh, thành phố`.
  mutating func readShare(at index: Int, _ numeral: Numeral) -> Int? {
    let slash = stream[numeral.end]
    guard slash.isSign("/"), slash.isJoined, stream[numeral.end + 1].isNumber, isOpen(numeral.end + 1) else {
      return nil
    }
    guard let whole = numerals.figures(at: numeral.end + 1) else {
      return stream[numeral.end + 1].isJoined ? behindRun(index) : nil
    }
    // `2.235/ 21.304 hồ sơ`: no day and month have thousands.
    guard stream[numeral.end + 1].isJoined || numeral.isGrouped && whole.isGrouped else { return nil }
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
    if before.key == "lệ" && stream[index - 2].key != "hợp"
      || whole.value == DecimalNumber(24) && numeral.value == whole.value
    {
      return end
    }
    if numeral.value == DecimalNumber(24), whole.value == DecimalNumber(7) { return end }
    // `sáng 15/6 Bộ trưởng đến thăm`: a day, and who came.
    if !numeral.isGrouped, !whole.isGrouped, numeral.value <= DecimalNumber(31), whole.value <= DecimalNumber(12),
      stream[end].isCapital, !stream[end].isAllCapitals, isOpen(end), vocabulary.positions.match(stream, at: end) != nil
    {
      return end
    }
    // `giải ngân 145,2/160,5 tỷ đồng`
    if let amount = amount(of: whole, from: numeral.end + 1), amount.isMeasure, amount.isKnown,
      amount.unit != "percent",
      whole.value > DecimalNumber(4) || whole.value.scale > 0, let scale = power(of: amount.value, over: whole.value),
      let part = numeral.value.scaled(byPowerOfTen: scale)
    {
      emit(
        Amount(
          value: part, unit: amount.unit, outOf: amount.value, start: index, end: amount.end, isMeasure: true,
          isReversed: numeral.isReversed || amount.isReversed))
      return amount.end
    }
    // `2/3 tổng số thành viên`, `3/4 dân số`: of a whole whose number is not told.
    if numeral.value < whole.value, whole.value <= DecimalNumber(20), let noun = wholeNoun(at: end) {
      emit(
        Amount(
          value: numeral.value, unit: "count", of: noun.of, outOf: whole.value, start: index, end: noun.end,
          isKnown: false))
      return noun.end
    }
    guard let amount = amount(of: whole, from: numeral.end + 1), amount.unit == "count",
      amount.isKnown || numeral.value > DecimalNumber(31) || whole.value > DecimalNumber(12)
    else {
      // `xếp hạng 50/63`
      if isRank(index), numeral.value <= whole.value, !stream[end].isWord || !isOpen(end) {
        add(
          QuantityFact(value: numeral.value, unit: "rank", bound: .exact, outOf: whole.value),
          rankStart(index)..<end, confidence: 0.7)
        return end
      }
      // Without a noun only where a verb says that so many of so many were reached, or their share stands behind.
      let isOfVotes = isOfVotes(index)
      let isBehindShare = before.isSign("(") && stream[index - 2].isSign("%") && stream[end].isSign(")")
      guard before.key == "đạt" || before.key == "được" || isOfVotes || isShareBracketed(at: end) || isBehindShare,
        numeral.value <= whole.value, !stream[end].isWord || !isOpen(end)
      else {
        return end
      }
      add(
        QuantityFact(
          value: numeral.value, unit: "count", of: isOfVotes ? "phiếu" : nil, bound: .exact, outOf: whole.value),
        index..<end, confidence: 0.7)
      return end
    }
    return emitShare(numeral, of: whole, as: amount, at: index)
  }

  /// A number of a whole with the noun of the whole; of a rank, with the word before it.
  private mutating func emitShare(_ part: Numeral, of whole: Numeral, as amount: Amount, at index: Int) -> Int {
    var amount = amount
    (amount.value, amount.outOf, amount.start) = (part.value, whole.value, index)
    if isRank(index) { (amount.unit, amount.start) = ("rank", rankStart(index)) }
    emit(amount)
    return amount.end
  }

  /// `thứ 5`, `hạng 5`
  private func isRank(_ index: Int) -> Bool { stream[index - 1].key == Words.thu || stream[index - 1].key == "hạng" }

  /// Where a rank begins: `xếp hạng 5`.
  private func rankStart(_ index: Int) -> Int {
    stream[index - 1].key == "hạng" && stream[index - 2].key == "xếp" ? index - 2 : index - 1
  }

  /// `15 trên 19 tiêu chí`, `68 trên tổng số 149 đơn vị`, `thứ 5 trên 63 tỉnh, thành phố`
  mutating func readSpokenShare(at index: Int, _ numeral: Numeral) -> Int? {
    let before = stream[index - 1].key
    guard stream[numeral.end].key == "trên", isOpen(numeral.end), numeral.value.scale == 0,
      isRank(index) || !isOrdinal(index, numeral, isSoftCounted: false),
      before != Words.ngay, before != Words.thang, before != Words.nam, before != Words.quy
    else { return nil }
    var at = numeral.end + 1
    if stream[at].key == "tổng", stream[at + 1].key == Words.so { at += 2 }
    guard isOpen(at), stream[at].isNumber, let whole = numerals.figures(at: at), numeral.value <= whole.value,
      let amount = amount(of: whole, from: at), amount.unit == "count", amount.isKnown
    else { return nil }
    return emitShare(numeral, of: whole, as: amount, at: index)
  }

  /// `với số phiếu 51/52`, `số phiếu bầu tuyệt đối 102/102`
  private func isOfVotes(_ index: Int) -> Bool {
    var at = index - 1
    while index - at <= 4, at > 0, stream[at].isWord, stream[at].key != "phiếu" { at -= 1 }
    return at > 0 && stream[at].key == "phiếu" && stream[at - 1].key == Words.so
  }

  /// `17/238 (chiếm 7,14%)`, `03/20 (15,0%)`: whether brackets at a token hold one percentage.
  private func isShareBracketed(at open: Int) -> Bool {
    guard stream[open].isSign("("), isOpen(open) else { return false }
    var at = open + 1
    while at - open <= 3, stream[at].isWord { at += 1 }
    guard stream[at].isNumber, let percent = numerals.figures(at: at), stream[percent.end].isSign("%") else {
      return false
    }
    return stream[percent.end + 1].isSign(")")
  }

  /// `một phần ba số hộ`, `hai phần ba dân số`.
  mutating func readWrittenShare(at index: Int) -> Int? {
    guard stream[index + 1].key == "phần", isOpen(index + 2), let part = NumeralParser.units[stream[index].key],
      let whole = NumeralParser.units[stream[index + 2].key], part > 0, part < whole,
      let noun = wholeNoun(at: index + 3)
    else { return nil }
    emit(
      Amount(
        value: DecimalNumber(part), unit: "count", of: noun.of, outOf: DecimalNumber(whole), start: index,
        end: noun.end, isKnown: false))
    return noun.end
  }

  /// The whole that a fraction is of: `số phiếu`, `tổng số thành viên`, `dân số`; and its noun.
  private func wholeNoun(at index: Int) -> (of: String, end: Int)? {
    guard isOpen(index) else { return nil }
    if let whole = vocabulary.words.wholes.match(stream, at: index) { return (noun(index..<whole.end), whole.end) }
    let start = stream[index].key == "tổng" ? index + 1 : index
    guard stream[start].key == Words.so, isOpen(start + 1),
      let counted = vocabulary.countedNouns.match(stream, at: start + 1)
    else { return nil }
    return (noun((start + 1)..<counted.end), counted.end)
  }

  /// `90 - 95%`, `từ 5 đến 7 triệu đồng`, `từ 10% đến 15%`.
  mutating func readRange(at index: Int, _ first: Numeral) -> Int? {
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
    guard isOpen(at), mark.isDash || mark.key == Words.den || mark.key == "tới" else { return nil }
    // `từ 500 tỷ đến dưới 1.000 tỷ đồng`
    let next = isFrom && unit != nil && Self.softEnds.contains(stream[at + 1].key) ? at + 2 : at + 1
    guard stream[next].isNumber, let second = numerals.figures(at: next) else { return nil }
    guard let amount = amount(of: second, from: next) else { return nil }
    // `kỳ họp ngày 6-12 vừa qua`: a day and its month.
    if unit == nil, Self.dayWords.contains(stream[index - 1].key), second.value <= DecimalNumber(12), !amount.isMeasure
    {
      return nil
    }
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
      QuantityFact(
        value: nil, low: low, high: amount.value, unit: amount.unit, of: amount.of, bound: bound,
        issue: first.isReversed || amount.isReversed ? .reversed : nil),
      start..<amount.end, confidence: 0.9)
    return amount.end
  }

  /// `từ 401 xuống còn 208 đơn vị`: what was counted before a change is counted by the noun behind it.
  ///
  /// - Returns: the token behind the first number.
  mutating func readBareStart(at index: Int, _ first: Numeral) -> Int? {
    guard stream[index - 1].key == Words.tu, isOpen(index), !isYearLike(index, first), !first.isReversed,
      first.value.isWhole
    else { return nil }
    var at = first.end
    while isOpen(at), at - first.end < 3, Self.becoming.contains(stream[at].key) { at += 1 }
    guard at > first.end, isOpen(at), stream[at].isNumber, let second = numerals.figures(at: at),
      let amount = amount(of: second, from: at), amount.unit == "count", amount.outOf == nil,
      amount.value == second.value
    else { return nil }
    add(
      QuantityFact(value: first.value, unit: amount.unit, of: amount.of, bound: .exact), index..<first.end,
      confidence: 0.8)
    return first.end
  }

  private static let becoming: WordSet = ["xuống", "còn", "lên", "thành", "tới"]

  /// Before a day and its month.
  private static let dayWords: WordSet = ["ngày", "hôm", "sáng", "chiều", "tối", "trưa"]

  private static let softEnds: WordSet = ["dưới", "gần", "trên", "hơn", "khoảng"]

  /// `39,62 tỷ đồng/77,415 tỷ đồng`, `18 xã/24 xã`: a part and the whole, each with its unit.
  mutating func readPartOfAmount(_ part: Amount) -> Int? {
    let slash = stream[part.end]
    guard slash.isSign("/"), stream[part.end + 1].isNumber, isOpen(part.end + 1), part.outOf == nil, part.isKnown,
      !part.isTime, part.unit != "percent", let numeral = numerals.figures(at: part.end + 1),
      let whole = amount(of: numeral, from: part.end + 1), whole.unit == part.unit, whole.of == part.of, whole.isKnown
    else { return nil }
    var amount = part
    amount.outOf = whole.value
    amount.end = whole.end
    emit(amount)
    return whole.end
  }

  /// The power of ten between a number with its scale and without.
  func power(of scaled: DecimalNumber, over plain: DecimalNumber) -> Int? {
    for power in [0, 3, 6, 9, 12, 4] where plain.scaled(byPowerOfTen: power) == scaled { return power }
    return nil
  }
}
