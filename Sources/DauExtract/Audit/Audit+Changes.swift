/// How much something changed by, held against what it was before.
extension Audit {
  /// `84 văn bản, tăng 12 văn bản so với năm 2019 (72 văn bản)`; `9.200 ha, tăng 5,7% so với năm 2018 (8.700 ha)`: what it was
  /// stands in brackets behind the change.
  mutating func changeFromBracketed(_ index: Int) {
    let change = numbers[index]
    guard index > 0, let sign = direction(of: change), change.outOf == nil,
      let base = comparedBase(behind: change), base.number.value > .zero,
      let current = current(of: change, base.number, sign)
    else { return }
    if tell(change, sign, from: base.number, to: current, end: base.end) { bases.insert(base.number.tokens) }
  }

  /// Tells what something grew or fell by, or by how many per cent.
  ///
  /// - Parameter end: the token behind all of it, where that is not the last of the three numbers.
  /// - Returns: whether the change is a percentage, or of the measure of what changed.
  @discardableResult
  mutating func tell(_ change: Number, _ sign: Int, from base: Number, to current: Number, end: Int? = nil) -> Bool {
    guard let grown = growth(from: base.value, to: current.value, sign) else { return false }
    let all = [base, current, change].sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    let tokens = all[0].tokens.lowerBound..<(end ?? all[2].tokens.upperBound)
    let members = [current.member, base.member, change.member]
    if change.unit == "percent" {
      emitRatio(
        Number(current, value: grown), of: base.value, stated: change, members: members, from: tokens.lowerBound,
        to: tokens.upperBound, always: !grown.isNegative)
      return true
    }
    guard isSameMeasure(change, base) else { return false }
    add(
      .difference, change, grown, holds: agrees(change.value, grown, within: slack(of: all)), tokens: tokens,
      members: members)
    return true
  }

  /// What changed: the number of its sentence that did so by just that much, else the last that is no whole: `còn 8.642 hộ nghèo, chiếm
  /// 6,73% tổng số 128.450 hộ dân; giảm 2.385 hộ so với cuối năm 2019 (11.027 hộ)`.
  private func current(of change: Number, _ base: Number, _ sign: Int) -> Number? {
    let place = change.tokens.lowerBound
    let before = numbers(in: sentenceStart(of: place)..<place).filter {
      isSameMeasure(numbers[$0], base) && !isChange($0) && !isBracketed(numbers[$0])
    }.map { numbers[$0] }
    return before.last { growth(from: base.value, to: $0.value, sign) == change.value }
      ?? before.last { !isTotalled($0) && isOfMagnitude($0, base) } ?? before.last { isOfMagnitude($0, base) }
      ?? numbers(in: sentenceStart(of: place)..<place).map { numbers[$0] }.last {
        // `325/542 trường, tăng 18 trường so với năm trước (307 trường)`
        $0.outOf != nil && $0.unit == base.unit && isKind($0.of, of: base.of)
      }
  }

  /// Whether two numbers differ by no more than ten times: `14 người; tổng số tăng 53 người so với đầu năm (5.305 người)` are of two things.
  private func isOfMagnitude(_ number: Number, _ base: Number) -> Bool {
    guard let more = number.value.scaled(byPowerOfTen: 1), let other = base.value.scaled(byPowerOfTen: 1) else {
      return false
    }
    return more > base.value && number.value < other
  }

  /// `1.462,7 tỷ đồng, chiếm 80,2% (cùng kỳ 1.321,5 tỷ đồng, tăng 10,7%)`: what it was and by how much it grew, both in
  /// the brackets.
  mutating func changeInsideBrackets(_ index: Int) {
    let change = numbers[index]
    guard change.unit == "percent", index > 1, let sign = direction(of: change),
      stream[change.tokens.upperBound].isSign(")"), case let base = numbers[index - 1], base.unit != "percent",
      base.outOf == nil, !isChange(index - 1), base.value > .zero,
      base.tokens.upperBound + 2 == change.tokens.lowerBound,
      stream[base.tokens.upperBound].isSign(","),
      let open = (max(0, base.tokens.lowerBound - 6)..<base.tokens.lowerBound).last(where: { stream[$0].isSign("(") }),
      (open + 1..<base.tokens.lowerBound).contains(where: {
        stream[$0].key == "cùng" && stream[$0 + 1].key == "kỳ" || stream[$0].key == Words.nam
      }),
      let current = numbers(in: sentenceStart(of: open)..<open).last(where: {
        isSameMeasure(numbers[$0], base) && !isChange($0) && open - numbers[$0].tokens.upperBound <= 6
          // `nhiều hơn cùng kỳ 13 mô hình (cùng kỳ 51 mô hình, tăng 25,5%)`: by how many.
          && stream[numbers[$0].tokens.lowerBound - 1].key != "kỳ"
      }).map({ numbers[$0] })
    else { return }
    emitGrowth(change, sign, from: base, to: current, end: change.tokens.upperBound + 1)
  }

  /// `nhân dân hiến 186.420 m2 đất ... So với cùng kỳ năm trước (158.900 m2), diện tích đất hiến tăng 17,3%`: what it
  /// is stands a sentence before, what it was in brackets.
  mutating func changeBehindBase(_ index: Int) {
    let change = numbers[index]
    guard change.unit == "percent", index > 1, let sign = direction(of: change), case let base = numbers[index - 1],
      base.unit != "percent", base.outOf == nil, base.value > .zero, standsInBrackets(base),
      case let start = sentenceStart(of: change.tokens.lowerBound), stream.isVersus(start),
      numbers(in: start..<change.tokens.lowerBound).count == 1, start > 1, !outline.beginsParagraph[start],
      let current = numbers(in: sentenceStart(of: start - 2)..<start).first(where: {
        isSameMeasure(numbers[$0], base) && !isChange($0)
      }).map({ numbers[$0] })
    else { return }
    emitGrowth(change, sign, from: base, to: current, end: change.tokens.upperBound)
  }

  /// `thu được 4.186,4 tỷ đồng, bằng 53,3% dự toán (7.850 tỷ đồng); so với cùng kỳ năm trước (3.829,7 tỷ đồng) tăng 9,3%`: what it was in
  /// brackets straight before, what it is the last of its sentence that stands in none.
  mutating func changeBehindBracket(_ index: Int) {
    let change = numbers[index]
    guard change.unit == "percent", index > 1, !ratios.contains(change.tokens), let sign = direction(of: change),
      case let base = numbers[index - 1], base.unit != "percent", base.outOf == nil, base.value > .zero,
      standsInBrackets(base), (2...5).contains(change.tokens.lowerBound - base.tokens.upperBound),
      !crossesParagraph(from: base, to: change), case let open = base.tokens.lowerBound - 1,
      let versus = (max(sentenceStart(of: open), open - 10)..<open).last(where: stream.isVersus),
      !(versus..<open).contains(where: { words.planNouns.match(stream, at: $0) != nil }),
      let current = numbers(in: sentenceStart(of: versus)..<versus).map({ numbers[$0] }).last(where: {
        isSameMeasure($0, base) && !isBracketed($0)
      }), direction(of: current) == nil
    else { return }
    emitGrowth(change, sign, from: base, to: current, end: change.tokens.upperBound)
  }

  /// Tells by how many per cent something grew or fell from what it was.
  private mutating func emitGrowth(_ change: Number, _ sign: Int, from base: Number, to current: Number, end: Int) {
    guard let grown = growth(from: base.value, to: current.value, sign) else { return }
    emitRatio(
      Number(current, value: grown), of: base.value, stated: change,
      members: [current.member, base.member, change.member], from: current.tokens.lowerBound, to: end, always: true)
  }

  /// `đạt 27.124 tỷ đồng, gấp 1,47 lần năm 2015 (18.460 tỷ đồng)`: how many times what it was.
  mutating func multiple(_ index: Int) {
    let times = numbers[index]
    guard times.of == "lần", index > 0, index + 1 < numbers.count, !times.isBounded,
      stream[times.tokens.lowerBound - 1].key == "gấp", case let base = numbers[index + 1], standsInBrackets(base),
      base.value > .zero, base.tokens.lowerBound - times.tokens.upperBound <= 8, case let current = numbers[index - 1],
      isSameMeasure(current, base), !isChange(index - 1), times.tokens.lowerBound - current.tokens.upperBound <= 4,
      let computed = current.value.divided(by: base.value, places: 4)
    else { return }
    let slack = times.slack == .zero ? DecimalNumber(digits: 5, scale: times.value.scale + 1) : times.slack
    add(
      .ratio, times, computed, holds: agrees(times.value, computed, within: slack),
      tokens: current.tokens.lowerBound..<base.tokens.upperBound + 1,
      members: [current.member, base.member, times.member])
  }

  /// `đạt 93,2%, tăng 2,1% so với năm 2020 (91,1%)`: three percentages.
  mutating func changeOfShare(_ index: Int) {
    let change = numbers[index]
    guard index > 0, change.unit == "percent" || change.unit == "point", let sign = direction(of: change),
      let base = comparedBase(behind: change), base.number.unit == "percent"
    else { return }
    // `đạt 97,85% (7.235/7.394 thí sinh), tăng 0,42% so với năm 2018 (97,43%)`
    let isBehindPair = index > 1 && numbers[index - 1].outOf != nil && isBracketed(numbers[index - 1])
    let place = isBehindPair ? index - 2 : index - 1
    let current = numbers[place]
    guard current.unit == "percent", current.outOf == nil, !isChange(place),
      change.tokens.lowerBound - numbers[index - 1].tokens.upperBound <= 3,
      numbers[index - 1].tokens.lowerBound - current.tokens.upperBound <= 1,
      let grown = growth(from: base.number.value, to: current.value, sign), !grown.isNegative
    else { return }
    let slack = slack(of: [change, current, base.number])
    add(
      .difference, change, grown, holds: agrees(change.value, grown, within: slack),
      tokens: current.tokens.lowerBound..<base.end, members: [current.member, base.number.member, change.member])
  }

  /// `giảm 30,75% (734/1.060 ca)`: what it is and what it was, with a stroke between.
  mutating func changeOverFraction(_ index: Int) {
    let change = numbers[index]
    guard change.unit == "percent", index + 1 < numbers.count else { return }
    let pair = numbers[index + 1]
    guard stream[change.tokens.upperBound].isSign("("), pair.tokens.lowerBound == change.tokens.upperBound + 1,
      stream[pair.tokens.upperBound].isSign(")"), let before = pair.outOf, before > .zero
    else { return }
    guard let sign = direction(of: change) else {
      // `đạt 51,62% (2.235/4.330 học sinh)`: of nothing else.
      emitRatio(
        pair, of: before, stated: change, members: [pair.member, change.member], from: change.tokens.lowerBound,
        to: pair.tokens.upperBound + 1, always: !change.isBounded)
      return
    }
    guard let grown = growth(from: before, to: pair.value, sign), !grown.isNegative else { return }
    emitRatio(
      Number(pair, value: grown), of: before, stated: change, members: [pair.member, change.member],
      from: change.tokens.lowerBound, to: pair.tokens.upperBound + 1, always: true)
  }

  /// `từ 9,11% xuống còn 7,08%, giảm 2,03%`; `từ 120 tỷ đồng lên 150 tỷ đồng (tăng 30 tỷ đồng)`: what it was, what it became
  /// and by how much. Of counts `remainder` tells.
  mutating func fall(_ index: Int) {
    let change = numbers[index]
    guard index > 1, change.unit != "count", change.outOf == nil, let sign = direction(of: change),
      !stream[change.tokens.upperBound].isSign("/")
    else { return }
    let (first, second) = (numbers[index - 2], numbers[index - 1])
    let isRelative = change.unit == "percent" && first.unit != "percent"
    let unit = change.unit == "point" ? "percent" : isRelative ? first.unit : change.unit
    guard first.unit == unit, second.unit == unit, first.outOf == nil, second.outOf == nil,
      stream[first.tokens.lowerBound - 1].key == "từ", !isChange(index - 1), leads(from: index - 2, to: index - 1),
      sentenceStart(of: change.tokens.lowerBound) <= first.tokens.lowerBound,
      isAside(second.tokens.upperBound..<change.tokens.lowerBound - 1),
      let grown = growth(from: first.value, to: second.value, sign)
    else { return }
    let slack = slack(of: [change, first, second])
    let holds = !isRelative && agrees(change.value, grown, within: slack)
    // By so many per cent of what it was.
    if !holds, change.unit == "percent", first.value > .zero,
      emitRatio(
        Number(second, value: grown), of: first.value, stated: change,
        members: [first.member, second.member, change.member], from: first.tokens.lowerBound, always: isRelative,
        reportsSlips: false) || isRelative
    {
      return
    }
    add(
      .difference, change, grown, holds: holds, tokens: first.tokens.lowerBound..<change.tokens.upperBound,
      members: [first.member, second.member, change.member])
  }

  /// `giảm 15 đơn vị, từ 98 đơn vị còn 83 đơn vị`: by how much first, then both ends.
  mutating func changeBeforeEnds(_ index: Int) {
    let change = numbers[index]
    guard index + 2 < numbers.count, change.outOf == nil, let sign = direction(of: change) else { return }
    let (first, second) = (numbers[index + 1], numbers[index + 2])
    guard isSameMeasure(first, second), change.unit == "percent" || isSameMeasure(first, change),
      stream[first.tokens.lowerBound - 1].key == "từ", first.tokens.lowerBound - change.tokens.upperBound <= 3,
      leads(from: index + 1, to: index + 2), second.tokens.lowerBound < sentenceEnd(from: change.tokens.upperBound),
      let grown = growth(from: first.value, to: second.value, sign)
    else { return }
    // `giảm 37% từ 190.000 đồng xuống còn 120.000 đồng`
    if change.unit == "percent" {
      guard first.value > .zero else { return }
      emitRatio(
        Number(second, value: grown), of: first.value, stated: change,
        members: [change.member, first.member, second.member], from: change.tokens.lowerBound,
        to: second.tokens.upperBound, always: true)
      return
    }
    let slack = slack(of: [change, first, second])
    add(
      .difference, change, grown, holds: agrees(change.value, grown, within: slack),
      tokens: change.tokens.lowerBound..<second.tokens.upperBound,
      members: [change.member, first.member, second.member])
  }

  /// Whether no other thing is spoken of between what something became and by how much: `(`, `, tức`, `/năm,`.
  func isAside(_ between: Range<Int>) -> Bool {
    between.count <= 6 && !between.contains { stream[$0].endsClause }
      && between.count(where: { stream[$0].isWord && !Self.asides.contains(stream[$0].key) })
        <= (between.contains { stream[$0].isSign("/") } ? 1 : 0)
  }

  private static let asides: WordSet = ["tức", "là", "tương", "đương", "ứng", "đã", "năm", "mở", "rộng", "nâng"]

  /// How much something grew, or fell where `sign` is negative.
  func growth(from before: DecimalNumber, to after: DecimalNumber, _ sign: Int) -> DecimalNumber? {
    sign < 0 ? before.subtracting(after) : after.subtracting(before)
  }

  /// 1 behind `tăng`, -1 behind `giảm`.
  func direction(of number: Number) -> Int? { direction(before: number.tokens.lowerBound) }

  func direction(before index: Int) -> Int? {
    switch stream[index - 1].key {
    case "tăng": 1
    case "giảm": -1
    // `mở rộng thêm 5,7 ha`
    case "thêm": stream[index - 2].key == "giảm" ? -1 : 1
    // `cao hơn 9.143 tấn`
    case "hơn":
      switch stream[index - 2].key {
      case "cao", "nhiều", "lớn": 1
      case "thấp", "ít": -1
      default: nil
      }
    // `giảm tiếp 39,8%`
    case "tiếp": stream[index - 2].key == "giảm" ? -1 : stream[index - 2].key == "tăng" ? 1 : nil
    default: nil
    }
  }

  /// What a change is compared with: the one number in brackets behind it, `so với năm 2019 (72 văn bản)`, or behind `là`, `so với cùng kỳ
  /// 2016 là 260.097 khách`.
  private func comparedBase(behind change: Number) -> (number: Number, end: Int)? {
    let behind = change.tokens.upperBound
    guard stream.isVersus(behind),
      let base = onlyBracketed(behind: change, allowsShares: true) ?? toldBase(behind: behind),
      // `tăng 236% so với năm trước và hoàn thành kế hoạch năm (3.246 tỷ đồng)`: a plan.
      !(behind..<base.number.tokens.lowerBound).contains(where: { words.planNouns.match(stream, at: $0) != nil })
    else { return nil }
    return base
  }

  private func toldBase(behind start: Int) -> (number: Number, end: Int)? {
    guard let next = numbers(in: start..<start + 14).first.map({ numbers[$0] }), next.outOf == nil,
      next.unit != "percent",
      stream[next.tokens.lowerBound - 1].key == "là",
      (start..<next.tokens.lowerBound).allSatisfy({
        (stream[$0].isWord || stream[$0].isNumber) && !outline.beginsParagraph[$0]
      })
    else { return nil }
    return (next, next.tokens.upperBound)
  }
}
