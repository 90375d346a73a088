/// What bounds a quantity, and what is written out.
extension QuantityScan {
  mutating func emit(_ amount: Amount) {
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
      QuantityFact(
        value: value, unit: amount.unit, of: amount.of, bound: bound, outOf: amount.outOf,
        issue: amount.isReversed ? .reversed : nil), start..<end,
      confidence: amount.isKnown ? 0.95 : 0.75)
  }

  /// `trở lên` a few words behind an amount, with nothing but words between.
  func limit(_ end: Int) -> (end: Int, bound: Bound)? {
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
  func spelledAmount(at index: Int) -> Int? {
    guard let last, index - last.end <= 5, index > last.end, stream[last.end].isSign("("), last.unit == "VND",
      isOpen(last.end), numerals.words(at: index).map({ $0.end - index > 1 }) ?? false
    else { return nil }
    return (index..<min(index + 60, stream.count)).first { stream[$0].isSign(")") && !outline.beginsParagraph[$0] }
  }

  /// `500.000.000 đồng (Năm trăm triệu đồng)`, `(bằng chữ: năm trăm triệu đồng)`: the amount before, said again.
  func isRestated(_ amount: Amount) -> Bool {
    guard let last, last.value == amount.value, last.unit == amount.unit, amount.start - last.end <= 5,
      amount.start > last.end, stream[last.end].isSign("(")
    else { return false }
    return stream[amount.start].isWord
      || stream[amount.start].isNumber && stream[last.end - 1].isWord && amount.start == last.end + 1
  }

  /// The words before a number that bound it.
  func bounds(before start: Int) -> (bound: Bound, start: Int)? {
    let one = stream[start - 1]
    if one.isSign("≥") { return (.atLeast, start - 1) }
    if one.isSign("≤") { return (.atMost, start - 1) }
    if one.isSign(">") { return (.over, start - 1) }
    if one.isSign("<") { return (.under, start - 1) }
    // `<= 10 km`, in two signs.
    if one.isSign("="), one.isJoined, stream[start - 2].isSign(">") { return (.atLeast, start - 2) }
    if one.isSign("="), one.isJoined, stream[start - 2].isSign("<") { return (.atMost, start - 2) }
    guard one.isWord else { return nil }
    // Words before a paragraph's first bound nothing in it.
    var first = start - 1
    while first > max(start - 3, 0), isOpen(first) { first -= 1 }
    guard let match = vocabulary.words.bounds.match(stream, before: start, from: first), let bound = match.value else {
      return nil
    }
    // `cao hơn 5%`
    if match.start == start - 1, first < start - 1, one.key == "hơn",
      vocabulary.words.comparatives.contains(stream[start - 2].key)
    {
      return nil
    }
    return (bound, match.start)
  }

  mutating func add(_ fact: QuantityFact, _ tokens: Range<Int>, confidence: Double) {
    for index in tokens.dropFirst() where outline.beginsParagraph[index] { return }
    found.append(Candidate(.quantity(fact), tokens: tokens, rank: .quantity, confidence: confidence))
  }
}
