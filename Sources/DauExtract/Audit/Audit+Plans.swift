/// Percentages of a plan, against the amount and the plan that the text states.
extension Audit {
  /// `thu 5.837,3 tỷ đồng, đạt 188,3% chỉ tiêu giao (3.100 tỷ đồng)`: the plan stands in brackets behind its percentage;
  /// of several such the amount is told once, before the first.
  mutating func shareOfBracketedPlan(_ index: Int) {
    let percent = numbers[index]
    guard percent.unit == "percent", !percent.value.isNegative,
      words.planWords.contains(stream[percent.tokens.upperBound].key), let plan = onlyBracketed(behind: percent),
      plan.number.value > .zero
    else { return }
    let start = sentenceStart(of: percent.tokens.lowerBound)
    guard
      let amount = numbers(in: start..<percent.tokens.lowerBound).last(where: {
        isSameMeasure(numbers[$0], plan.number) && !isChange($0) && !isBracketed(numbers[$0])
      })
    else { return }
    let whole = plan.number
    let isExcess = isExcess(percent)
    guard isExcess || !isChange(index), let part = isExcess ? excess(of: numbers[amount], over: whole) : numbers[amount]
    else { return }
    emitRatio(
      part, of: whole.value, stated: percent, members: [numbers[amount].member, whole.member, percent.member],
      from: numbers[amount].tokens.lowerBound, to: plan.end, always: false,
      slips: isPlainPlan(percent, plan.number) ? Self.plainSlips : Self.slips)
  }

  /// `được giao chỉ tiêu 4.500 tỷ đồng, đã thu 5.619 tỷ đồng (vượt 25%)`: by how much an amount exceeds the plan that its
  /// sentence states before it.
  mutating func excessOverPlan(_ index: Int) {
    let percent = numbers[index]
    guard percent.unit == "percent", index > 1, isExcess(percent) else { return }
    let amount = numbers[index - 1]
    guard percent.tokens.lowerBound - amount.tokens.upperBound <= 3 else { return }
    let start = sentenceStart(of: amount.tokens.lowerBound)
    guard
      let plan = numbers(in: start..<amount.tokens.lowerBound).last(where: {
        isSameMeasure(numbers[$0], amount) && isPlan($0, from: start)
      }), let part = excess(of: amount, over: numbers[plan])
    else { return }
    emitRatio(
      part, of: numbers[plan].value, stated: percent,
      members: [amount.member, numbers[plan].member, percent.member], from: numbers[plan].tokens.lowerBound,
      always: false)
  }

  /// `giao dự toán 300 tỷ đồng ... Thực tế thu 566,4 tỷ đồng, bằng 189% so với dự toán`: a share of the plan of which the
  /// paragraph told before. Another plan may be meant, so that only what agrees is told.
  mutating func shareOfEarlierPlan(_ index: Int) {
    let percent = numbers[index]
    guard percent.unit == "percent", index > 1, !isChange(index) else { return }
    var behind = percent.tokens.upperBound
    if stream.isVersus(behind) { behind += 2 }
    guard words.planNouns.match(stream, at: behind) != nil else { return }
    let amount = numbers[index - 1]
    guard amount.outOf == nil, percent.tokens.lowerBound - amount.tokens.upperBound <= 4 else { return }
    let before = numbers(in: paragraphStart(of: amount.tokens.lowerBound)..<amount.tokens.lowerBound).suffix(8)
    for plan in before.reversed() where isSameMeasure(numbers[plan], amount) && numbers[plan].value > .zero {
      guard isPlan(plan, from: sentenceStart(of: numbers[plan].tokens.lowerBound)) else { continue }
      if emitRatio(
        amount, of: numbers[plan].value, stated: percent,
        members: [amount.member, numbers[plan].member, percent.member], from: numbers[plan].tokens.lowerBound,
        always: false,
        reportsSlips: plan == index - 2 && (amount.unit == "count" || leadsTo(amount, from: numbers[plan])),
        slips: amount.unit == "count" ? Self.plainSlips : Self.slips)
      {
        return
      }
    }
  }

  /// `Dự toán giao 1.200 tỷ đồng, thực hiện 900 tỷ đồng`: whether a plan and an amount stand in one sentence, the second no part.
  private func leadsTo(_ amount: Number, from plan: Number) -> Bool {
    sentenceStart(of: amount.tokens.lowerBound) <= plan.tokens.lowerBound
      && amount.tokens.lowerBound - plan.tokens.upperBound <= 6
      && !(plan.tokens.upperBound..<amount.tokens.lowerBound).contains { stream[$0].key == Words.doThat }
  }

  /// `25,2% dự toán (50 tỷ đồng)`, `so với kế hoạch (5.000 ha)`: the plan at once behind its name, so that no other is meant.
  private func isPlainPlan(_ percent: Number, _ plan: Number) -> Bool {
    plan.tokens.lowerBound - percent.tokens.upperBound <= 5
  }

  /// The one number in the brackets that close the phrase behind a number.
  ///
  /// - Parameter allowsShares: whether it may be a percentage.
  func onlyBracketed(behind number: Number, allowsShares: Bool = false) -> (number: Number, end: Int)? {
    var open = number.tokens.upperBound
    while open - number.tokens.upperBound < 24, stream[open].isWord || stream[open].isNumber,
      !outline.beginsParagraph[safe: open]
    {
      open += 1
    }
    guard stream[open].isSign("("), let close = closingBracket(from: open) else { return nil }
    let inside = numbers(in: open..<close)
    guard inside.count == 1, let only = inside.first, numbers[only].tokens.lowerBound - open <= 3,
      allowsShares || numbers[only].unit != "percent", numbers[only].outOf == nil, !isChange(only)
    else { return nil }
    return (numbers[only], close + 1)
  }

  /// Whether a number is told as a plan: `chỉ tiêu`, `dự toán`, `kế hoạch` before it in its sentence.
  func isPlan(_ index: Int, from start: Int) -> Bool {
    let place = numbers[index].tokens.lowerBound
    return !isChange(index)
      && (max(start, place - 24)..<place).contains { words.planNouns.match(stream, at: $0) != nil }
  }

  private func isExcess(_ percent: Number) -> Bool { stream[percent.tokens.lowerBound - 1].key == "vượt" }

  /// An amount with what it has more than the plan as its value.
  private func excess(of amount: Number, over plan: Number) -> Number? {
    guard plan.value > .zero, let more = amount.value.subtracting(plan.value) else { return nil }
    return Number(amount, value: more)
  }

  func isSameMeasure(_ a: Number, _ b: Number) -> Bool {
    a.unit == b.unit && a.outOf == nil && a.unit != "percent" && (a.unit != "count" || isKind(a.of, of: b.of))
  }

  func isBracketed(_ number: Number) -> Bool {
    let start = number.tokens.lowerBound
    let mark = (max(0, start - 12)..<start).last { stream[$0].isSign("(") || stream[$0].isSign(")") }
    return mark.map { stream[$0].isSign("(") } ?? false
  }
}
