/// Changes whose ends stand straight beside them, in the orders that people write them in.
extension Audit {
  /// `125 vụ, tăng 12 vụ so với 113 vụ của năm 2020`; `2.530.000 đồng/tháng (tăng 190.000 đồng so với mức 2.340.000
  /// đồng/tháng)`; `12,4 tỷ đồng, vượt 2,4 tỷ đồng so với kế hoạch 10 tỷ đồng`: what it was straight behind `so với`.
  mutating func changeBeforeBase(_ index: Int) {
    let change = numbers[index]
    let behind = change.tokens.upperBound
    guard index > 0, index + 1 < numbers.count, change.outOf == nil, stream.isVersus(behind),
      let sign = direction(of: change) ?? (stream[change.tokens.lowerBound - 1].key == "vượt" ? 1 : nil),
      case let base = numbers[index + 1], base.outOf == nil, base.unit != "percent", base.value > .zero,
      base.tokens.lowerBound - behind <= 5,
      (behind..<base.tokens.lowerBound).allSatisfy({ stream[$0].isWord && !outline.beginsParagraph[$0] }),
      case let current = numbers[index - 1], isSameMeasure(current, base), !isChange(index - 1),
      change.tokens.lowerBound - current.tokens.upperBound <= 4, !crossesParagraph(from: current, to: change)
    else { return }
    if tell(change, sign, from: base, to: current) { bases.insert(base.tokens) }
  }

  /// `giảm 3 triệu đồng, xuống còn 26,99 triệu đồng từ mức 29,99 triệu đồng`: what it became, then what it was.
  mutating func changeWithEndsBehind(_ index: Int) {
    let change = numbers[index]
    guard index + 2 < numbers.count, change.outOf == nil, change.unit != "percent", let sign = direction(of: change),
      case let now = numbers[index + 1], case let base = numbers[index + 2], isSameMeasure(now, base),
      isSameMeasure(change, base), leads(from: index, to: index + 1),
      now.tokens.lowerBound - change.tokens.upperBound <= 4, base.tokens.lowerBound - now.tokens.upperBound <= 4,
      (now.tokens.upperBound..<base.tokens.lowerBound).contains(where: { stream[$0].key == Words.tu }),
      !crossesParagraph(from: change, to: base)
    else { return }
    tell(change, sign, from: base, to: now)
  }

  /// `Năm 2020 thu 1.215 tỷ đồng, năm 2021 thu 1.362 tỷ đồng, tăng 147 tỷ đồng (12,1%)`: two years in a row, the earlier
  /// first or last, then the change.
  mutating func changeOverYears(_ index: Int) {
    let change = numbers[index]
    guard index > 1, change.outOf == nil, let sign = direction(of: change), !stream.isVersus(change.tokens.upperBound),
      !ratios.contains(change.tokens), case let last = numbers[index - 1], case let first = numbers[index - 2],
      isSameMeasure(first, last), isSameMeasure(last, first), !isChange(index - 1), !isChange(index - 2),
      change.tokens.lowerBound - last.tokens.upperBound <= 2, last.tokens.lowerBound - first.tokens.upperBound <= 8,
      !crossesParagraph(from: first, to: change), let year = year(before: first, within: 8),
      let next = self.year(before: last, within: 8), year != next,
      case let (base, now) = year < next ? (first, last) : (last, first), base.value > .zero,
      let grown = growth(from: base.value, to: now.value, sign), !grown.isNegative
    else { return }
    tell(change, sign, from: base, to: now)
  }

  /// `trồng mới 4.250 ha, nâng tổng diện tích từ 112.300 ha lên 116.550 ha`: what was added, and both ends.
  mutating func raised(_ index: Int) {
    let added = numbers[index]
    guard index + 2 < numbers.count, added.outOf == nil, added.unit != "percent", !isChange(index),
      case let first = numbers[index + 1], case let second = numbers[index + 2], isSameMeasure(first, second),
      isSameMeasure(added, first), stream[first.tokens.lowerBound - 1].key == Words.tu,
      leads(from: index + 1, to: index + 2), second.tokens.lowerBound - first.tokens.upperBound <= 4,
      (added.tokens.upperBound..<first.tokens.lowerBound).contains(where: { stream[$0].key == "nâng" }),
      first.tokens.lowerBound - added.tokens.upperBound <= 14,
      sentenceEnd(from: added.tokens.upperBound) >= second.tokens.lowerBound,
      let grown = second.value.subtracting(first.value), !grown.isNegative
    else { return }
    add(
      .difference, added, grown, holds: agrees(added.value, grown, within: slack(of: [added, first, second])),
      tokens: added.tokens.lowerBound..<second.tokens.upperBound,
      members: [added.member, first.member, second.member])
  }

  /// `Đầu năm có 80 xã đạt chuẩn, trong năm thêm 6 xã, nâng tổng số lên 86 xã`: what was, what came, and what it makes.
  /// Others may have come between, so that only exchanged digits make it a fault.
  mutating func raisedTo(_ index: Int) {
    let now = numbers[index]
    guard index > 1, now.outOf == nil, now.unit != "percent", stream[now.tokens.lowerBound - 1].key == "lên",
      case let added = numbers[index - 1], case let base = numbers[index - 2], isSameMeasure(base, now),
      isSameMeasure(added, now), Self.coming.contains(stream[added.tokens.lowerBound - 1].key),
      now.tokens.lowerBound - added.tokens.upperBound <= 12, base.tokens.lowerBound < added.tokens.lowerBound,
      (added.tokens.upperBound..<now.tokens.lowerBound).contains(where: { stream[$0].key == "nâng" }),
      !crossesParagraph(from: base, to: now), let sum = sum(of: [base, added]),
      case let holds = agrees(now.value, sum, within: slack(of: [base, added, now])),
      holds || areExchanged(now, [base, added], sum)
    else { return }
    add(
      .sum, now, sum, holds: holds, tokens: base.tokens.lowerBound..<now.tokens.upperBound,
      members: [base.member, added.member])
  }

  /// `kết nạp 35 đảng viên, nâng tổng số đảng viên lên 1.245 đồng chí (đầu năm 1.210 đồng chí)`: what came, what it makes,
  /// what was.
  mutating func raisedOverBracket(_ index: Int) {
    let now = numbers[index]
    guard index > 0, index + 1 < numbers.count, now.outOf == nil, now.unit != "percent",
      stream[now.tokens.lowerBound - 1].key == "lên", case let base = numbers[index + 1], isSameMeasure(base, now),
      standsInBrackets(base), stream[now.tokens.upperBound].isSign("("),
      base.tokens.lowerBound - now.tokens.upperBound <= 6, case let added = numbers[index - 1],
      added.unit == now.unit, added.outOf == nil, added.value < now.value,
      now.tokens.lowerBound - added.tokens.upperBound <= 12, !crossesParagraph(from: added, to: now),
      (added.tokens.upperBound..<now.tokens.lowerBound).contains(where: { stream[$0].key == "nâng" }),
      let grown = now.value.subtracting(base.value)
    else { return }
    add(
      .difference, added, grown, holds: agrees(added.value, grown, within: slack(of: [added, base, now])),
      tokens: added.tokens.lowerBound..<base.tokens.upperBound + 1,
      members: [added.member, now.member, base.member])
  }

  private static let coming: WordSet = ["thêm", "mới", "nạp"]
}
