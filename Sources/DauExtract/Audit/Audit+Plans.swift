/// Percentages of a plan, against the amount and the plan that the text states.
extension Audit {
  /// `thu 5.837,3 tỷ đồng, đạt 188,3% chỉ tiêu giao (3.100 tỷ đồng)`: the plan stands in brackets behind its percentage;
  /// of several such the amount is told once, before the first.
  mutating func shareOfBracketedPlan(_ index: Int) {
    let percent = numbers[index]
    guard percent.unit == "percent", !percent.value.isNegative else { return }
    if let whole = repeatedInBrackets(behind: percent) {
      return share(index, of: whole.number, to: whole.end, slips: Self.plainSlips)
    }
    guard words.planWords.contains(stream[percent.tokens.upperBound].key), let plan = onlyBracketed(behind: percent),
      plan.number.value > .zero
    else { return }
    share(
      index, of: plan.number, to: plan.end, slips: isPlainPlan(percent, plan.number) ? Self.plainSlips : Self.slips)
  }

  /// `bằng 2,1% doanh thu của toàn thị trường (doanh thu của toàn thị trường năm 2016 ước đạt 75.000 tỷ đồng)`: brackets that say how much it
  /// is of what the percentage is a share.
  private func repeatedInBrackets(behind percent: Number) -> (number: Number, end: Int)? {
    let start = percent.tokens.upperBound
    guard let bracket = bracket(behind: start, within: 16), case let open = bracket.lowerBound, open - start >= 2,
      stream[open + 1].key == stream[start].key, stream[open + 2].key == stream[start + 1].key
    else { return nil }
    let inside = numbers(in: bracket)
    guard inside.count == 1, let only = inside.first, numbers[only].unit != "percent", numbers[only].value > .zero
    else { return nil }
    return (numbers[only], bracket.upperBound + 1)
  }

  /// Holds a percentage against a plan and the amount before it in its sentence: its share of the plan, or what it has more (`vượt`).
  private mutating func share(_ index: Int, of plan: Number, to end: Int, slips: Int) {
    let percent = numbers[index]
    let start = sentenceStart(of: percent.tokens.lowerBound)
    guard
      let amount = numbers(in: start..<percent.tokens.lowerBound).last(where: {
        isSameMeasure(numbers[$0], plan) && !isChange($0) && !isBracketed(numbers[$0])
      }).map({ numbers[$0] })
    else { return }
    let isExcess = isExcess(percent)
    guard isExcess || !isChange(index), let part = isExcess ? excess(of: amount, over: plan) : amount else { return }
    // The only amount before its plan, straight before the percentage: of nothing else.
    let isOnly =
      slips == Self.plainSlips && !amount.isBounded && !plan.isBounded
      && percent.tokens.lowerBound - amount.tokens.upperBound <= 3
      && numbers(in: start..<percent.tokens.lowerBound).count { isSameMeasure(numbers[$0], plan) } == 1
    emitRatio(
      part, of: plan.value, stated: percent, members: [amount.member, plan.member, percent.member],
      from: amount.tokens.lowerBound, to: end, always: false, slips: isOnly ? 1 : slips)
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
      always: false, slips: isBracketed(percent) ? 1 : Self.slips)
  }

  /// `thu 108.311 tỷ đồng, đạt 100,29% chỉ tiêu được giao là 108.000 tỷ đồng`; `lên 2.791 tỷ đồng, vượt 16% của mục tiêu là 2.400 tỷ
  /// đồng`: the plan stands behind its percentage and `là`.
  mutating func shareOfToldPlan(_ index: Int) {
    let percent = numbers[index]
    var behind = percent.tokens.upperBound
    if stream[behind].key == "của" { behind += 1 }
    guard percent.unit == "percent", !percent.value.isNegative, words.planWords.contains(stream[behind].key),
      index + 1 < numbers.count, case let plan = numbers[index + 1], plan.value > .zero, isSummed(plan),
      // `kế hoạch năm 1.600 tỷ đồng`
      plan.tokens.lowerBound - behind <= (stream[plan.tokens.lowerBound - 1].key == "là" ? Self.toldReach : 4),
      (behind..<plan.tokens.lowerBound).allSatisfy({ stream[$0].isWord && !outline.beginsParagraph[$0] })
    else { return }
    share(index, of: plan, to: plan.tokens.upperBound, slips: Self.plainSlips)
  }

  /// `Kế hoạch giao 450 ha, thực hiện 468 ha, đạt 104%`: the plan, then what was done, then its share.
  mutating func shareOfPlanBefore(_ index: Int) {
    let percent = numbers[index]
    guard percent.unit == "percent", index > 1, !percent.value.isNegative, !ratios.contains(percent.tokens),
      stream[percent.tokens.lowerBound - 1].key == "đạt" || stream[percent.tokens.lowerBound - 1].key == "bằng",
      case let plan = numbers[index - 2], case let done = numbers[index - 1], isSameMeasure(plan, done),
      isSameMeasure(done, plan), plan.value > .zero, !isChange(index - 1), !isChange(index - 2),
      percent.tokens.lowerBound - done.tokens.upperBound <= 2, done.tokens.lowerBound - plan.tokens.upperBound <= 6,
      sentenceStart(of: percent.tokens.lowerBound) <= plan.tokens.lowerBound,
      (max(0, plan.tokens.lowerBound - 4)..<plan.tokens.lowerBound).contains(where: {
        words.planNouns.match(stream, at: $0) != nil
      }),
      (plan.tokens.upperBound..<done.tokens.lowerBound).contains(where: { Self.doing.contains(stream[$0].key) })
    else { return }
    emitRatio(
      done, of: plan.value, stated: percent, members: [done.member, plan.member, percent.member],
      from: plan.tokens.lowerBound, always: true)
  }

  private static let doing: WordSet = ["thực", "đã", "đạt", "được", "hoàn"]

  /// How many words stand between a percentage and the plan that is told behind it.
  private static let toldReach = 14

  /// `Tổng số thu 686,8 tỷ đồng, đạt 48,5% kế hoạch; ... nợ 27,2 tỷ đồng, bằng 1,92% dự toán thu`: a share of the plan
  /// that an amount and its own share imply. Another plan may be meant, so that only what agrees is told.
  mutating func shareOfPlan(_ index: Int) {
    let percent = numbers[index]
    let behind = percent.tokens.upperBound
    guard percent.unit == "percent", index > 0, stream[behind].key == Words.du, stream[behind + 1].key == Words.toan,
      stream[behind + 2].key == "thu" || stream[behind + 2].key == "chi"
    else { return }
    let part = numbers[index - 1]
    guard part.unit == "VND", percent.tokens.lowerBound - part.tokens.upperBound <= 4 else { return }
    let before = numbers(in: paragraphStart(of: part.tokens.lowerBound)..<part.tokens.lowerBound).suffix(24)
    for share in before.dropFirst().reversed() where numbers[share].unit == "percent" {
      let whole = numbers[share - 1]
      let plan = stream[numbers[share].tokens.upperBound].key
      guard plan == "kế" || plan == Words.du, whole.unit == "VND", whole.value > .zero,
        numbers[share].tokens.lowerBound - whole.tokens.upperBound <= 4,
        let product = part.value.multiplied(by: numbers[share].value),
        let computed = product.divided(by: whole.value, places: 4)
      else { continue }
      let half = percent.half
      guard agrees(percent.value, computed, within: half) else { continue }
      add(
        .ratio, percent, computed, holds: true, tokens: whole.tokens.lowerBound..<percent.tokens.upperBound,
        members: [part.member, whole.member, numbers[share].member], note: "of the plan that the shares imply")
      return
    }
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
    guard amount.outOf == nil, Self.summed.contains(amount.unit),
      percent.tokens.lowerBound - amount.tokens.upperBound <= 4
    else { return }
    let before = numbers(in: paragraphStart(of: amount.tokens.lowerBound)..<amount.tokens.lowerBound).suffix(8)
    let plans = before.filter {
      isSameMeasure(numbers[$0], amount) && isPlan($0, from: sentenceStart(of: numbers[$0].tokens.lowerBound))
    }
    // The only amounts of the paragraph that can be held against each other.
    let isOnly = plans.count == 1 && before.count(where: { isSameMeasure(numbers[$0], amount) }) == 1
    for plan in plans.reversed() where numbers[plan].value > .zero {
      if emitRatio(
        amount, of: numbers[plan].value, stated: percent,
        members: [amount.member, numbers[plan].member, percent.member], from: numbers[plan].tokens.lowerBound,
        always: false,
        reportsSlips: isOnly && !isPartBetween(numbers[plan], amount)
          || plan == index - 2 && (amount.unit == "count" || leadsTo(amount, from: numbers[plan])),
        slips: isOnly ? Self.onlySlips : amount.unit == "count" ? Self.plainSlips : Self.slips)
      {
        return
      }
    }
  }

  /// How far the share of the only plan may be off and still be a slip: a third.
  private static let onlySlips = 3

  /// `Dự toán giao 1.200 tỷ đồng, thực hiện 900 tỷ đồng`: whether a plan and an amount stand in one sentence, the second no part.
  private func leadsTo(_ amount: Number, from plan: Number) -> Bool {
    sentenceStart(of: amount.tokens.lowerBound) <= plan.tokens.lowerBound
      && amount.tokens.lowerBound - plan.tokens.upperBound <= 6
      && !isPartBetween(plan, amount)
  }

  /// Whether `trong đó` between two numbers makes the second a part.
  private func isPartBetween(_ a: Number, _ b: Number) -> Bool {
    (a.tokens.upperBound..<b.tokens.lowerBound).contains { stream[$0].key == Words.doThat }
  }

  /// `25,2% dự toán (50 tỷ đồng)`, `so với kế hoạch (5.000 ha)`: the plan at once behind its name, so that no other is meant.
  private func isPlainPlan(_ percent: Number, _ plan: Number) -> Bool {
    plan.tokens.lowerBound - percent.tokens.upperBound <= 5
  }

  /// The one number in the brackets that close the phrase behind a number.
  ///
  /// - Parameter allowsShares: whether it may be a percentage.
  func onlyBracketed(behind number: Number, allowsShares: Bool = false) -> (number: Number, end: Int)? {
    guard let bracket = bracket(behind: number.tokens.upperBound, within: 24, overNumbers: true) else { return nil }
    let inside = numbers(in: bracket)
    guard inside.count == 1, let only = inside.first, numbers[only].tokens.lowerBound - bracket.lowerBound <= 3,
      allowsShares || numbers[only].unit != "percent", numbers[only].outOf == nil, !isChange(only)
    else { return nil }
    return (numbers[only], bracket.upperBound + 1)
  }

  /// Whether a number is told as a plan: `chỉ tiêu`, `dự toán`, `kế hoạch` before it in its sentence.
  func isPlan(_ index: Int, from start: Int) -> Bool {
    let place = numbers[index].tokens.lowerBound
    return !isChange(index)
      && (max(start, place - 24)..<place).contains { words.planNouns.match(stream, at: $0) != nil }
  }

  /// `vượt 25%`, `vượt chỉ tiêu 16%`
  private func isExcess(_ percent: Number) -> Bool {
    let start = percent.tokens.lowerBound
    return stream[start - 1].key == "vượt"
      || stream[start - 1].key == "tiêu" && stream[start - 2].key == "chỉ" && stream[start - 3].key == "vượt"
  }

  /// An amount with what it has more than the plan as its value.
  private func excess(of amount: Number, over plan: Number) -> Number? {
    guard plan.value > .zero, let more = amount.value.subtracting(plan.value) else { return nil }
    return Number(amount, value: more)
  }

  /// `264.992 lượt` and `260.097 khách` count the same.
  func isSameMeasure(_ a: Number, _ b: Number) -> Bool {
    a.unit == b.unit && a.outOf == nil && a.unit != "percent"
      && (a.unit != "count" || a.of == "lượt" || isKind(a.of, of: b.of))
  }

  /// Whether nothing but it, or words before it, stand in brackets: `kế hoạch (45.000 ha)`.
  func standsInBrackets(_ number: Number) -> Bool {
    isBracketed(number) && stream[number.tokens.upperBound].isSign(")")
  }

  func isBracketed(_ number: Number) -> Bool {
    let start = number.tokens.lowerBound
    let mark = (max(0, start - 48)..<start).last { stream[$0].isSign("(") || stream[$0].isSign(")") }
    return mark.map { stream[$0].isSign("(") } ?? false
  }
}
