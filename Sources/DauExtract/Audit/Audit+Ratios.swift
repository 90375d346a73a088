extension Audit {
  /// `18/20 đại biểu (90%)`
  mutating func shareInBrackets(_ index: Int) {
    let part = numbers[index]
    guard let whole = part.outOf, let percent = percent(behind: part.tokens.upperBound), whole > .zero else { return }
    emitRatio(
      part, of: whole, stated: percent, members: [part.member, percent.member], from: part.tokens.lowerBound,
      always: true)
  }

  /// `11.841 hồ sơ (đạt 99,08%)`, `67 đơn, đạt 82,7%`, of a number of the same kind before it.
  mutating func shareOfNumber(_ index: Int) {
    let part = numbers[index]
    guard part.unit == "count", part.outOf == nil, let noun = part.of,
      let percent = percent(behind: part.tokens.upperBound),
      !percent.value.isNegative, percent.value <= DecimalNumber(100), !isChange(index)
    else { return }
    let before = numbers(in: paragraphStart(of: part.tokens.lowerBound)..<part.tokens.lowerBound)
      .filter {
        isSameKind(numbers[$0].of, noun) && numbers[$0].value >= part.value && numbers[$0].outOf == nil && !isChange($0)
      }
      .suffix(5)
    for whole in before.reversed() {
      if emitRatio(
        part, of: numbers[whole].value, stated: percent,
        members: [part.member, numbers[whole].member, percent.member], from: numbers[whole].tokens.lowerBound,
        always: false)
      {
        return
      }
    }
    shareOfNamed(part, percent, reportsSlips: true)
  }

  /// `2.640 đồng chí, trong đó 1.188 đảng viên, chiếm 45%`: of the number that `trong đó` follows, whatever it counts.
  private mutating func shareOfNamed(_ part: Number, _ percent: Number, reportsSlips: Bool) {
    var lead = part.tokens.lowerBound - 1
    if stream[lead].key == "có" { lead -= 1 }
    guard lead > 0, stream[lead].key == Words.doThat, stream[lead - 1].key == Words.trong,
      let whole = numbers(in: sentenceStart(of: lead)..<lead).last, numbers[whole].unit == "count",
      numbers[whole].outOf == nil, numbers[whole].value >= part.value, !isChange(whole)
    else { return }
    emitRatio(
      part, of: numbers[whole].value, stated: percent,
      members: [part.member, numbers[whole].member, percent.member], from: numbers[whole].tokens.lowerBound,
      always: false, reportsSlips: reportsSlips)
  }

  /// `31/98 xã đạt chuẩn, bằng 31,6%`; `18 đơn vị trong tổng số 72 đơn vị, đạt tỷ lệ 25%`; `163 hồ sơ phải trả lại,
  /// chiếm 16,7% số hồ sơ đã thẩm định`: a percentage of numbers that stand before it. `giải ngân 1.045/1.520 tỷ đồng, đạt 68,75%
  /// kế hoạch` is a share of the plan that stands there.
  mutating func shareAfterNumbers(_ index: Int) {
    let percent = numbers[index]
    // `164/226 xã, phường đạt tiêu chí quốc gia về y tế (72,6%)`
    let isAlone =
      stream[percent.tokens.lowerBound - 1].isSign("(") && stream[percent.tokens.upperBound].isSign(")")
    guard percent.unit == "percent", index > 0, !percent.value.isNegative, percent.value <= DecimalNumber(100),
      words.shareVerbs.contains(stream[percent.tokens.lowerBound - 1].key)
        || isAlone && numbers[index - 1].outOf != nil,
      !words.planWords.contains(stream[percent.tokens.upperBound].key)
        || numbers[index - 1].outOf != nil && numbers[index - 1].unit != "count"
    else { return }
    let last = numbers[index - 1]
    let between = last.tokens.upperBound..<percent.tokens.lowerBound
    guard last.unit == "count" || last.outOf != nil, between.count <= 14,
      !between.contains(where: { outline.beginsParagraph[$0] || stream[$0].isSign(".") || stream[$0].isSign(";") })
    else { return }
    // Straight behind its number it was read already.
    if last.outOf == nil, self.percent(behind: last.tokens.upperBound) != nil,
      lasts.contains(percent.tokens)
    {
      return
    }
    if let whole = last.outOf {
      guard self.percent(behind: last.tokens.upperBound) == nil, whole > .zero else { return }
      emitRatio(
        last, of: whole, stated: percent, members: [last.member, percent.member], from: last.tokens.lowerBound,
        always: false)
      return
    }
    guard let noun = last.of else { return }
    var start = last.tokens.lowerBound
    while start > 0, !outline.beginsParagraph[start], last.tokens.lowerBound - start < 200 { start -= 1 }
    let same = numbers(in: start..<percent.tokens.lowerBound)
      .filter { isSameKind(numbers[$0].of, noun) && numbers[$0].outOf == nil && !isChange($0) }.suffix(6)
    for other in same.dropLast().reversed() {
      let (part, whole) = numbers[other].value < last.value ? (numbers[other], last) : (last, numbers[other])
      let isNear = other == index - 2 && sentenceStart(of: last.tokens.lowerBound) <= numbers[other].tokens.lowerBound
      if emitRatio(
        part, of: whole.value, stated: percent, members: [part.member, whole.member, percent.member],
        from: numbers[other].tokens.lowerBound, always: false, reportsSlips: isNear)
      {
        return
      }
    }
    // `nhận được 1.550 bài, khối A 420 bài ... Có 1.240 bài hợp lệ, đạt 85%`: the largest number of its kind, which the
    // paragraph begins with, is the whole; a share of it that is not far off is a slip.
    let wholes = same.dropLast()
    if wholes.isEmpty { shareOfNamed(last, percent, reportsSlips: false) }
    guard wholes.count >= 2, let whole = wholes.max(by: { numbers[$0].value < numbers[$1].value }),
      whole == wholes.first, numbers[whole].value > last.value
    else { return }
    emitRatio(
      last, of: numbers[whole].value, stated: percent,
      members: [last.member, numbers[whole].member, percent.member], from: numbers[whole].tokens.lowerBound,
      always: false)
  }

  /// The percentage straight behind: `(đạt 99,08%)`, `, đạt 82,7%`, `(90%)`, `chiếm 5%`.
  func percent(behind end: Int) -> Number? {
    var at = end
    let isBracketed = stream[at].isSign("(")
    if isBracketed || stream[at].isSign(",") { at += 1 }
    let verb = stream[at].key
    if verb == "đạt" || verb == "chiếm" { at += 1 } else if !isBracketed { return nil }
    if stream[at].key == "tỷ", stream[at + 1].key == "lệ" { at += 2 }
    guard !outline.beginsParagraph[safe: at] else { return nil }
    let inside = numbers(in: at..<(at + 1))
    guard let first = inside.first, numbers[first].unit == "percent" else { return nil }
    // `đạt 55% kế hoạch` is a share of a plan.
    let behind = stream[numbers[first].tokens.upperBound]
    if words.planShares.contains(behind.key) { return nil }
    return numbers[first]
  }

  @discardableResult
  mutating func emitRatio(
    _ part: Number, of whole: DecimalNumber, stated: Number, members: [Candidate.Member], from start: Int,
    to end: Int? = nil, always: Bool, reportsSlips: Bool = true, allowsCut: Bool = true
  ) -> Bool {
    // Two relations may lead to one percentage.
    if ratios.contains(stated.tokens) { return true }
    guard let hundredfold = part.value.multiplied(by: DecimalNumber(100)),
      let computed = hundredfold.divided(by: whole, places: 4)
    else { return false }
    // A whole percentage is rounded too.
    let half = stated.slack == .zero ? DecimalNumber(digits: 5, scale: 1) : stated.slack
    // Some cut the places they do not print: 22,31 for 22,3165.
    let isCut =
      allowsCut && computed >= stated.value
      && (computed.subtracting(stated.value).flatMap { $0.multiplied(by: DecimalNumber(5)) }
        .map { gap in half.multiplied(by: DecimalNumber(10)).map { gap < $0 } ?? false } ?? false)
    let holds = agrees(stated.value, computed, within: half) || isCut
    guard holds || always || reportsSlips && nearlyAgrees(stated.value, computed, oneIn: 12) else { return false }
    let behind = stated.tokens.upperBound
    let end = end ?? (stream[behind].isSign(")") ? behind + 1 : behind)
    ratios.insert(stated.tokens)
    add(.ratio, stated, computed, holds: holds, tokens: start..<end, members: members)
    return true
  }

  /// `giảm 2 vụ (-6,5%)` beside `29 vụ`: the change over what it was before.
  mutating func changeInBrackets(_ index: Int) {
    let change = numbers[index]
    let verb = stream[change.tokens.lowerBound - 1].key
    guard change.unit == "count", verb == "tăng" || verb == "giảm", stream[change.tokens.upperBound].isSign("("),
      let percent = percent(behind: change.tokens.upperBound), let noun = change.of
    else { return }
    let start = sentenceStart(of: change.tokens.lowerBound)
    let signed = verb == "giảm" ? -change.value : change.value
    let before = numbers(in: start..<change.tokens.lowerBound)
      .filter { numbers[$0].unit == "count" && !isChange($0) && isKind(noun, of: numbers[$0].of) }.suffix(8)
    for current in before {
      guard let previous = numbers[current].value.subtracting(signed), previous > .zero,
        let hundredfold = signed.multiplied(by: DecimalNumber(100)),
        let computed = hundredfold.divided(by: previous, places: 2)
      else { continue }
      let stated = percent.value.isNegative || verb == "tăng" ? percent.value : -percent.value
      let half = percent.slack == .zero ? DecimalNumber(digits: 5, scale: 1) : percent.slack
      guard agrees(stated, computed, within: half) else { continue }
      add(
        .ratio, percent, computed, holds: true,
        tokens: numbers[current].tokens.lowerBound..<(percent.tokens.upperBound + 1),
        members: [change.member, numbers[current].member])
      return
    }
  }
}
