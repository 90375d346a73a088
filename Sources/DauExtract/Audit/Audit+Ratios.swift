extension Audit {
  /// `18/20 đại biểu (90%)`
  mutating func shareInBrackets(_ index: Int) {
    let part = numbers[index]
    guard let whole = part.outOf, let percent = percent(behind: part.tokens.upperBound), whole > .zero, !isRank(part)
    else { return }
    if shareOfWholeBehind(part, percent) { return }
    emitRatio(
      part, of: whole, stated: percent, members: [part.member, percent.member], from: part.tokens.lowerBound,
      always: !percent.isBounded)
  }

  /// `chiếm 97% trên 105 đại biểu`, `đạt 30% trên tổng số 50 phiếu`, `chiếm 7,2% trong tổng số 26.914 hộ`: a share of
  /// the whole behind it. `trên` may say `more than` too, so that without `tổng số` a share is told only when it holds.
  ///
  /// - Returns: whether a whole stands there.
  mutating func shareOfWholeBehind(_ part: Number, _ percent: Number) -> Bool {
    let behind = percent.tokens.upperBound
    let isWithin = stream[behind].key == Words.trong && stream[behind + 1].key == "tổng"
    // `đạt 95% so với tổng số 1.600 hộ`
    let isVersus = stream.isVersus(behind) && stream[behind + 2].key == "tổng"
    let start = isVersus ? behind + 1 : behind
    guard stream[start].key == "trên" || isWithin || isVersus, !outline.beginsParagraph[safe: start],
      let whole = numbers(in: start..<(start + 4)).first.map({ numbers[$0] }), whole.unit == "count",
      whole.outOf == nil, whole.value >= part.value, whole.value > .zero
    else { return false }
    let isTotal = stream[start + 1].key == "tổng"
    guard isTotal || whole.tokens.lowerBound <= start + 1 else { return false }
    let end = whole.tokens.upperBound
    emitRatio(
      part, of: whole.value, stated: percent, members: [part.member, whole.member, percent.member],
      from: part.tokens.lowerBound, to: stream[end].isSign(")") ? end + 1 : end, always: isTotal,
      reportsSlips: false)
    return true
  }

  /// `228.156 hồ sơ, đạt 68,24% tổng số hồ sơ tiếp nhận mới (334.323 hồ sơ)`
  ///
  /// - Returns: whether such a whole stands there.
  private mutating func shareOfBracketedTotal(_ part: Number, _ percent: Number) -> Bool {
    let behind = percent.tokens.upperBound
    let saysTotal = stream[behind].key == "tổng" || stream[behind].key == Words.so
    // `chiếm 92,5% dân số (553.800 người)`
    let isPlain = stream[behind].isWord && !words.planWords.contains(stream[behind].key)
    guard saysTotal || isPlain, let whole = onlyBracketed(behind: percent),
      saysTotal || whole.number.tokens.lowerBound - behind <= 4,
      isSameKind(whole.number.of, part.of ?? ""), whole.number.value >= part.value, whole.number.value > .zero
    else { return false }
    emitRatio(
      part, of: whole.number.value, stated: percent, members: [part.member, whole.number.member, percent.member],
      from: part.tokens.lowerBound, to: whole.end, always: saysTotal, slips: Self.plainSlips)
    return true
  }

  /// `phải thu hồi 318,7 ha đất, đã bàn giao 287,4 ha, đạt 90,2%, còn 31,3 ha`: what was done of the amount straight before it.
  ///
  /// - Complexity: O(1).
  mutating func shareOfDone(_ index: Int) {
    let percent = numbers[index]
    guard percent.unit == "percent", index > 1, !ratios.contains(percent.tokens), !percent.value.isNegative,
      percent.value <= DecimalNumber(100), words.shareVerbs.contains(stream[percent.tokens.lowerBound - 1].key),
      case let behind = behindPlan(percent.tokens.upperBound),
      behind.isSign(",") || behind.isSign(";") || behind.endsClause
    else { return }
    let (whole, part) = (numbers[index - 2], numbers[index - 1])
    let between = whole.tokens.upperBound..<part.tokens.lowerBound
    guard part.unit != "count", isSameMeasure(whole, part), part.value < whole.value, !isChange(index - 1),
      percent.tokens.lowerBound - part.tokens.upperBound <= 2, between.count <= 12,
      between.contains(where: { stream[$0].key == "đã" }), !between.contains(where: { stream[$0].endsClause })
    else { return }
    // `được giao là 3.150 tỷ đồng`: of nothing else.
    let isAssigned = (max(0, whole.tokens.lowerBound - 4)..<whole.tokens.lowerBound).contains {
      stream[$0].key == "giao"
    }
    emitRatio(
      part, of: whole.value, stated: percent, members: [part.member, whole.member, percent.member],
      from: whole.tokens.lowerBound, always: false, slips: isAssigned ? Self.plainSlips : Self.slips)
  }

  /// What stands behind a percentage and the plan that it is of: `vốn được giao là 3.150 tỷ đồng, đã giải ngân 2.415 tỷ
  /// đồng, đạt 76,7% kế hoạch`.
  private func behindPlan(_ end: Int) -> Token {
    words.planWords.contains(stream[end].key) && stream[end + 1].isWord ? stream[end + 2] : stream[end]
  }

  /// `11.841 hồ sơ (đạt 99,08%)`, `67 đơn, đạt 82,7%`, of a number of the same kind before it.
  mutating func shareOfNumber(_ index: Int) {
    let part = numbers[index]
    guard part.unit == "count", part.outOf == nil, let noun = part.of,
      let percent = percent(behind: part.tokens.upperBound),
      !percent.value.isNegative, percent.value <= DecimalNumber(100), !isChange(index)
    else { return }
    if shareOfWholeBehind(part, percent) || shareOfBracketedTotal(part, percent) { return }
    let before = numbers(in: paragraphStart(of: part.tokens.lowerBound)..<part.tokens.lowerBound)
      .filter {
        isSameKind(numbers[$0].of, noun) && numbers[$0].value >= part.value && numbers[$0].outOf == nil && !isChange($0)
      }
      .suffix(5)
    for whole in before.reversed() {
      if emitRatio(
        part, of: numbers[whole].value, stated: percent,
        members: [part.member, numbers[whole].member, percent.member], from: numbers[whole].tokens.lowerBound,
        always: false, reportsSlips: !hasOwnShare(whole))
      {
        return
      }
    }
    // `78 phiếu (86%); ... 18 phiếu (19%)`: what has a share of its own is no whole.
    if let whole = before.last, !hasOwnShare(whole),
      whole == index - 1 || before.count == 1 && self.percent(behind: numbers[whole].tokens.upperBound) == nil
        || before.count == 1 && isDone(part),
      isPlainShare(percent) || before.count == 1 && isDone(part) && !stream[percent.tokens.upperBound].isWord,
      sentenceStart(of: part.tokens.lowerBound) <= numbers[whole].tokens.lowerBound
    {
      emitRatio(
        part, of: numbers[whole].value, stated: percent,
        members: [part.member, numbers[whole].member, percent.member], from: numbers[whole].tokens.lowerBound,
        always: false, slips: Self.plainSlips)
    }
    shareOfNamed(part, percent, reportsSlips: true)
  }

  /// `đã giải quyết được 67 đơn`: whether a number tells what was done.
  func isDone(_ part: Number) -> Bool {
    let start = part.tokens.lowerBound
    return (max(0, start - 5)..<start).contains {
      stream[$0].key == "đã" || stream[$0].key == "giải" && stream[$0 + 1].key == "quyết"
        || stream[$0].key == "xử" && stream[$0 + 1].key == "lý"
    }
  }

  /// `1.148 hồ sơ đủ điều kiện (92,1%), trả lại 98 hồ sơ (7,9%)`: whether a number has a share in brackets itself, so
  /// that it is no whole of the next.
  private func hasOwnShare(_ index: Int) -> Bool { ownShare(of: index) != nil }

  /// The percentage alone in brackets behind a number and what it counts.
  func ownShare(of index: Int) -> Number? {
    guard index + 1 < numbers.count, case let share = numbers[index + 1], share.unit == "percent",
      isAloneInBrackets(share), share.tokens.lowerBound - numbers[index].tokens.upperBound <= 9
    else { return nil }
    return share
  }

  /// `(72,6%)`, `(3.874 lượt)`
  func isAloneInBrackets(_ number: Number) -> Bool {
    stream[number.tokens.lowerBound - 1].isSign("(") && stream[number.tokens.upperBound].isSign(")")
  }

  /// Whether a percentage says of what it is only by what stands before it: `chiếm 34,3%`, `đạt tỷ lệ 25%`, nothing behind.
  func isPlainShare(_ percent: Number) -> Bool {
    let verb = stream[percent.tokens.lowerBound - 1].key
    let behind = stream[percent.tokens.upperBound]
    if isAloneInBrackets(percent) { return true }
    return (verb == "chiếm" || verb == "lệ")
      && (behind.isSign(")") || behind.isSign(",") || behind.endsClause || behind.kind == .outside
        || outline.beginsParagraph[safe: percent.tokens.upperBound])
  }

  /// How far a share that can be of nothing else may be off and still be a slip: a half.
  static let plainSlips = 2

  /// `2.640 đồng chí, trong đó 1.188 đảng viên, chiếm 45%`: of the number that `trong đó` follows, whatever it counts.
  private mutating func shareOfNamed(_ part: Number, _ percent: Number, reportsSlips: Bool) {
    // `trong đó nữ 287 người`, `trong đó có nữ đảng viên 12 đồng chí`: who is named, and nothing else.
    var lead = part.tokens.lowerBound - 1
    while part.tokens.lowerBound - lead <= 4, lead > 0, stream[lead].isWord, stream[lead].key != Words.doThat {
      lead -= 1
    }
    guard lead > 0, stream[lead].key == Words.doThat, stream[lead - 1].key == Words.trong,
      let whole = numbers(in: sentenceStart(of: lead)..<lead).last, numbers[whole].unit == "count",
      numbers[whole].outOf == nil, numbers[whole].value >= part.value, !isChange(whole)
    else { return }
    emitRatio(
      part, of: numbers[whole].value, stated: percent,
      members: [part.member, numbers[whole].member, percent.member], from: numbers[whole].tokens.lowerBound,
      always: false, reportsSlips: reportsSlips, slips: isPlainShare(percent) ? Self.plainSlips : Self.slips)
  }

  /// `31/98 xã đạt chuẩn, bằng 31,6%`; `18 đơn vị trong tổng số 72 đơn vị, đạt tỷ lệ 25%`; `163 hồ sơ phải trả lại,
  /// chiếm 16,7% số hồ sơ đã thẩm định`: a percentage of numbers that stand before it. `giải ngân 1.045/1.520 tỷ đồng, đạt 68,75%
  /// kế hoạch` is a share of the plan that stands there. Behind brackets it speaks of the number before them: `41 tín chỉ (29 bắt
  /// buộc, 12 tự chọn), chiếm 31,3%`.
  mutating func shareAfterNumbers(_ index: Int) {
    let percent = numbers[index]
    // `164/226 xã, phường đạt tiêu chí quốc gia về y tế (72,6%)`
    let isAlone = isAloneInBrackets(percent)
    guard percent.unit == "percent", !percent.value.isNegative, percent.value <= DecimalNumber(100),
      let (place, end) = subject(of: index)
    else { return }
    let last = numbers[place]
    // `46/204 phòng với tỷ lệ giảm 22,5%`
    let saysRate =
      last.outOf != nil && stream[percent.tokens.lowerBound - 2].key == "lệ" && stream[end].key == "với"
    guard
      words.shareVerbs.contains(stream[percent.tokens.lowerBound - 1].key) || saysRate
        || isAlone && (last.outOf != nil || last.unit == "count" || isBelow(last)),
      !words.planWords.contains(stream[percent.tokens.upperBound].key) || last.outOf != nil && last.unit != "count"
    else { return }
    let between = end..<percent.tokens.lowerBound
    guard last.unit == "count" || last.outOf != nil || isAlone && isBelow(last), between.count <= 14,
      !between.contains(where: { outline.beginsParagraph[$0] || stream[$0].isSign(".") || stream[$0].isSign(";") })
    else { return }
    // Straight behind its number it was read already.
    if last.outOf == nil, self.percent(behind: last.tokens.upperBound) != nil,
      lasts.contains(percent.tokens)
    {
      return
    }
    // `15 cá nhân đạt danh hiệu trên tổng số 96 người, chiếm 15,6%`
    if last.outOf == nil, place > 0, isBelow(last), numbers[place - 1].unit == last.unit,
      numbers[place - 1].outOf == nil,
      numbers[place - 1].value <= last.value || last.unit != "count", last.value > .zero,
      sentenceStart(of: last.tokens.lowerBound) <= numbers[place - 1].tokens.lowerBound
    {
      let part = numbers[place - 1]
      emitRatio(
        part, of: last.value, stated: percent, members: [part.member, last.member, percent.member],
        from: part.tokens.lowerBound, always: false, slips: Self.plainSlips)
      return
    }
    // `5.814 người, trong đó có 714 người giữ chức vụ lãnh đạo (12,3%)`
    if isAlone, last.outOf == nil { return shareOfNamed(last, percent, reportsSlips: between.count <= 3) }
    if let whole = last.outOf {
      // `hạng 2/4, tỷ lệ 61%`
      guard self.percent(behind: last.tokens.upperBound) == nil, whole > .zero, !isRank(last) else { return }
      // `24/32 điểm được xử lý, đạt 75%.`: of nothing else.
      let ends =
        !stream[percent.tokens.upperBound].isWord
        && (stream[percent.tokens.lowerBound - 2].isSign(",") || stream[percent.tokens.lowerBound - 3].isSign(","))
      emitRatio(
        last, of: whole, stated: percent, members: [last.member, percent.member], from: last.tokens.lowerBound,
        always: (ends || saysRate) && !percent.isBounded, reportsSlips: !percent.isBounded,
        slips: isPlainShare(percent) ? Self.plainSlips : Self.slips)
      return
    }
    // `2.015 đảng viên/4.030 cán bộ, chiếm 50%`
    let stroke = last.tokens.lowerBound - 1
    if place > 0, stream[stroke].isSign("/"), numbers[place - 1].tokens.upperBound == stroke,
      numbers[place - 1].unit == "count", last.value > .zero
    {
      let part = numbers[place - 1]
      emitRatio(
        part, of: last.value, stated: percent, members: [part.member, last.member, percent.member],
        from: part.tokens.lowerBound, always: false, slips: Self.plainSlips)
      return
    }
    guard let noun = last.of else { return }
    var start = last.tokens.lowerBound
    while start > 0, !outline.beginsParagraph[start], last.tokens.lowerBound - start < 200 { start -= 1 }
    let same = numbers(in: start..<last.tokens.upperBound)
      .filter { isSameKind(numbers[$0].of, noun) && numbers[$0].outOf == nil && !isChange($0) }.suffix(6)
    for other in same.dropLast().reversed() {
      let (part, whole) = numbers[other].value < last.value ? (numbers[other], last) : (last, numbers[other])
      let isNear = other == place - 1 && sentenceStart(of: last.tokens.lowerBound) <= numbers[other].tokens.lowerBound
      if emitRatio(
        part, of: whole.value, stated: percent, members: [part.member, whole.member, percent.member],
        from: numbers[other].tokens.lowerBound, always: false, reportsSlips: isNear,
        slips: isPlainShare(percent) ? Self.plainSlips : Self.slips)
      {
        return
      }
    }
    // `nhận được 1.550 bài, khối A 420 bài ... Có 1.240 bài hợp lệ, đạt 85%`: the largest number of its kind, which the
    // paragraph begins with, is the whole; a share of it that is not far off is a slip.
    let wholes = same.dropLast()
    // `trong đó có 52 nữ thủ khoa (chiếm 62%)`
    let isOwn = between.count <= 4 && stream[percent.tokens.lowerBound - 2].isSign("(")
    if wholes.isEmpty { shareOfNamed(last, percent, reportsSlips: isOwn) }
    guard wholes.count >= 2, let whole = wholes.max(by: { numbers[$0].value < numbers[$1].value }),
      whole == wholes.first, numbers[whole].value > last.value
    else { return }
    emitRatio(
      last, of: numbers[whole].value, stated: percent,
      members: [last.member, numbers[whole].member, percent.member], from: numbers[whole].tokens.lowerBound,
      always: false)
  }

  /// The number that a percentage behind it speaks of, with where that number or its brackets end: one before brackets that close
  /// between, not a part in them.
  ///
  /// - Complexity: O(1): brackets of 60 tokens at most.
  func subject(of index: Int) -> (number: Int, end: Int)? {
    guard index > 0 else { return nil }
    // `28.753/29.381 tàu cá từ 15 m trở lên đã lắp thiết bị (đạt 97,9%)`: of the boats, not of their length.
    let isTrait =
      index > 1 && numbers[index - 1].isBounded && stream[numbers[index - 1].tokens.lowerBound].key == Words.tu
      && numbers[index - 2].tokens.upperBound == numbers[index - 1].tokens.lowerBound
    let place = isTrait ? index - 2 : index - 1
    let last = numbers[place]
    let own = (number: place, end: numbers[index - 1].tokens.upperBound)
    let start = max(last.tokens.upperBound, numbers[index].tokens.lowerBound - 24)
    guard start < numbers[index].tokens.lowerBound,
      let close = (start..<numbers[index].tokens.lowerBound).last(where: { stream[$0].isSign(")") })
    else { return own }
    var depth = 0
    for at in stride(from: close, to: max(close - 60, -1), by: -1) {
      if outline.beginsParagraph[safe: at + 1] { return own }
      if stream[at].isSign(")") { depth += 1 }
      if stream[at].isSign("(") { depth -= 1 }
      guard depth == 0 else { continue }
      guard at < last.tokens.lowerBound else { return own }
      let before = numbers(in: max(at - 24, 0)..<at)
      return before.last.map { ($0, close + 1) }
    }
    return own
  }

  /// `trên tổng số 96 người`
  func isBelow(_ whole: Number) -> Bool {
    let start = whole.tokens.lowerBound
    return stream[start - 1].key == Words.so && stream[start - 2].key == "tổng" && stream[start - 3].key == "trên"
  }

  /// The percentage straight behind: `(đạt 99,08%)`, `, đạt 82,7%`, `(90%)`, `chiếm 5%`.
  func percent(behind end: Int) -> Number? {
    var at = end
    let isBracketed = stream[at].isSign("(")
    if isBracketed || stream[at].isSign(",") { at += 1 }
    // `(+13,0%)`
    if isBracketed, stream[at].isSign("+") { at += 1 }
    let verb = stream[at].key
    if verb == "đạt" || verb == "chiếm" {
      at += stream[at + 1].key == "đến" || stream[at + 1].key == "tới" ? 2 : 1
    } else if !isBracketed, at == end || verb != "tỷ" && verb != "tỉ" {
      return nil
    }
    if stream[at].key == "tỷ" || stream[at].key == "tỉ", stream[at + 1].key == "lệ" { at += 2 }
    guard !outline.beginsParagraph[safe: at] else { return nil }
    let inside = numbers(in: at..<(at + 1))
    guard let first = inside.first, numbers[first].unit == "percent" else { return nil }
    // `đạt 55% kế hoạch` is a share of a plan.
    let behind = stream[numbers[first].tokens.upperBound]
    if words.planWords.contains(behind.key) { return nil }
    return numbers[first]
  }

  /// How far a share that is not said to be of just that number may be off and still be a slip: a twelfth.
  static let slips = 12

  /// `diện tích trồng 200 ha, trong đó trồng mới 50 ha (chiếm 25%)`: a share of the amount that `trong đó` follows, in the same
  /// unit. Amounts are rounded themselves, so the places that they do not print are allowed for.
  ///
  /// - Complexity: O(1): one sentence is looked at.
  mutating func shareOfAmount(_ index: Int) {
    let percent = numbers[index]
    guard percent.unit == "percent", !percent.value.isNegative, percent.value <= DecimalNumber(100),
      !ratios.contains(percent.tokens), isPlainShare(percent), let (place, end) = subject(of: index)
    else { return }
    let part = numbers[place]
    guard part.unit != "count", part.unit != "percent", part.outOf == nil, !isChange(place),
      percent.tokens.lowerBound - end <= 3
    else { return }
    // `Doanh thu đạt 1.647 tỷ đồng. Trong đó doanh thu với tập đoàn 1.519 tỷ đồng, chiếm 92,2%`
    let start = sentenceStartOverNaming(of: part.tokens.lowerBound)
    guard
      let lead = (start..<part.tokens.lowerBound).last(where: {
        stream[$0].key == Words.doThat && stream[$0 - 1].key == Words.trong
      }),
      // `thu 38.855,5 tỷ đồng, đạt 58,5% dự toán (66.450 tỷ đồng). Trong đó: thu nội địa 30.162,8 tỷ đồng, chiếm 77,6%`: not the plan.
      let place = numbers(in: start..<lead).last(where: {
        !standsInBrackets(numbers[$0]) && numbers[$0].unit != "percent"
      }),
      isSameMeasure(numbers[place], part), !isChange(place)
    else { return }
    let whole = numbers[place]
    guard whole.value >= part.value, whole.value > .zero else { return }
    emitRatio(
      part, of: whole.value, stated: percent, members: [part.member, whole.member, percent.member],
      from: whole.tokens.lowerBound, always: false, slips: Self.plainSlips, spread: spread(part, of: whole))
  }

  /// How many per cent the share of two amounts may be off for the places that both do not print.
  private func spread(_ part: Number, of whole: Number) -> DecimalNumber? {
    // (part ± a) / (whole ± b) lies within (a + b) / whole of the share, for a share below one.
    part.slack.adding(whole.slack)?.percentage(of: whole.value, places: 6)
  }

  /// `16,6/21,9 km`: how many per cent the share may be off for the places that both do not print.
  private func fractionSlack(_ part: Number, of whole: DecimalNumber) -> DecimalNumber? {
    guard part.outOf == whole, part.slack > .zero, let sum = part.value.adding(whole),
      let spread = sum.multiplied(by: part.slack)?.scaled(byPowerOfTen: 2),
      let once = spread.divided(by: whole, places: 6)
    else { return nil }
    return once.divided(by: whole, places: 6)
  }

  /// `hơn 108.311 tỷ đồng`, `ước đạt 6.482,5 tỷ đồng`: a bound that leaves no more than a thousandth open.
  func isPrecise(_ number: Number) -> Bool {
    var digits = 0
    var zeros = 0
    // `ước 9,80 tỷ đồng`
    if let last = number.tokens.last(where: { stream[$0].isNumber }), stream[last].digitCount == 2,
      stream[last - 1].isSign(","), last - 1 > number.tokens.lowerBound
    {
      return true
    }
    for token in number.tokens where stream[token].isNumber {
      for byte in stream.bytes[stream[token].bytes] {
        digits += 1
        zeros = byte == UInt8(ascii: "0") ? zeros + 1 : 0
      }
    }
    return digits - zeros >= 4
  }

  /// `trong 1.833 công chức ... từ đại học trở lên là 1.777 người, bằng 96,9%. Về lý luận chính trị, cao cấp 487 người
  /// (26,6%)`: whether a percentage is that of another whole of its paragraph.
  ///
  /// - Complexity: O(*k*) in the numbers of the paragraph before it.
  private func isShareOfAnother(_ part: Number, _ stated: Number) -> Bool {
    let place = part.tokens.lowerBound
    let before = numbers(in: max(paragraphStart(of: place), place - Self.reach)..<place).map { numbers[$0] }
      .filter { $0.unit == part.unit && $0.outOf == nil }
    if before.contains(where: { $0.value > part.value && isShare(stated, part, of: $0) }) { return true }
    // `251 sáng kiến cơ sở và 17 sáng kiến toàn tỉnh. Giáo dục có 198 sáng kiến (73,9%)`: of both.
    return zip(before, before.dropFirst()).contains { one, other in
      one.of == other.of && sum(of: [one, other]).map { isShare(stated, part, of: Number(one, value: $0)) } ?? false
    }
  }

  /// Whether a percentage is the share of a part of a whole, as far as it prints its places.
  func isShare(_ percent: Number, _ part: Number, of whole: Number) -> Bool {
    guard whole.value > .zero, let share = part.value.percentage(of: whole.value, places: 4) else { return false }
    return agrees(percent.value, share, within: percent.half)
  }

  @discardableResult
  mutating func emitRatio(
    _ part: Number, of whole: DecimalNumber, stated: Number, members: [Candidate.Member], from start: Int,
    to end: Int? = nil, always: Bool, reportsSlips: Bool = true, slips: Int = Self.slips,
    spread: DecimalNumber? = nil
  ) -> Bool {
    // Two relations may lead to one percentage.
    if ratios.contains(stated.tokens) { return true }
    guard let computed = part.value.percentage(of: whole, places: 4) else { return false }
    // A whole percentage is rounded too.
    let half = stated.half
    let slack = (spread ?? fractionSlack(part, of: whole)).flatMap { half.adding($0) } ?? half
    let holds = agrees(stated.value, computed, within: slack)
    // `hơn 14.000 cơ sở`, of which the share was not made.
    guard holds || !part.isBounded || isPrecise(part) else { return false }
    guard holds || always || reportsSlips && nearlyAgrees(stated.value, computed, oneIn: slips) else { return false }
    if !holds, !always, isShareOfAnother(part, stated) { return false }
    let behind = stated.tokens.upperBound
    let end = end ?? (stream[behind].isSign(")") ? behind + 1 : behind)
    ratios.insert(stated.tokens)
    add(.ratio, stated, computed, holds: holds, tokens: start..<end, members: members)
    return true
  }
}
