/// Changes whose ends stand straight beside them, in the orders that people write them in.
extension Audit {
  /// `125 vụ, tăng 12 vụ so với 113 vụ của năm 2020`; `2.530.000 đồng/tháng (tăng 190.000 đồng so với mức 2.340.000 đồng/tháng)`; `12,4 tỷ
  /// đồng, vượt 2,4 tỷ đồng so với kế hoạch 10 tỷ đồng`: what it was straight behind `so với`.
  mutating func changeBeforeBase(_ index: Int) {
    let change = numbers[index]
    let behind = change.tokens.upperBound
    guard index > 0, index + 1 < numbers.count, change.outOf == nil, stream.isVersus(behind),
      let sign = direction(of: change) ?? (stream[change.tokens.lowerBound - 1].key == "vượt" ? 1 : nil),
      case let base = numbers[index + 1], base.outOf == nil, base.unit != "percent", base.value > .zero,
      base.tokens.lowerBound - behind <= 5,
      (behind..<base.tokens.lowerBound).allSatisfy({ stream[$0].isWord && !outline.beginsParagraph[$0] }),
      case let current = numbers[index - 1], isSameMeasure(current, base), !isChange(index - 1),
      change.tokens.lowerBound - current.tokens.upperBound <= 4, !crossesParagraph(from: current, to: change),
      let grown = growth(from: base.value, to: current.value, sign)
    else { return }
    let members = [current.member, base.member, change.member]
    let tokens = current.tokens.lowerBound..<base.tokens.upperBound
    if change.unit == "percent" {
      emitRatio(
        Number(current, value: grown), of: base.value, stated: change, members: members, from: tokens.lowerBound,
        to: tokens.upperBound, always: !grown.isNegative)
    } else if isSameMeasure(change, base) {
      add(
        .difference, change, grown, holds: agrees(change.value, grown, within: slack(of: [change, current, base])),
        tokens: tokens, members: members)
    } else {
      return
    }
    bases.insert(base.tokens)
  }

  /// `giảm 3 triệu đồng, xuống còn 26,99 triệu đồng từ mức 29,99 triệu đồng`: what it became, then what it was.
  mutating func changeWithEndsBehind(_ index: Int) {
    let change = numbers[index]
    guard index + 2 < numbers.count, change.outOf == nil, change.unit != "percent", let sign = direction(of: change),
      case let now = numbers[index + 1], case let base = numbers[index + 2], isSameMeasure(now, base),
      isSameMeasure(change, base), leads(from: index, to: index + 1),
      now.tokens.lowerBound - change.tokens.upperBound <= 4, base.tokens.lowerBound - now.tokens.upperBound <= 4,
      (now.tokens.upperBound..<base.tokens.lowerBound).contains(where: { stream[$0].key == Words.tu }),
      !crossesParagraph(from: change, to: base), let grown = growth(from: base.value, to: now.value, sign)
    else { return }
    add(
      .difference, change, grown, holds: agrees(change.value, grown, within: slack(of: [change, now, base])),
      tokens: change.tokens.lowerBound..<base.tokens.upperBound, members: [change.member, now.member, base.member])
  }

  /// `Năm 2020 thu 1.215 tỷ đồng, năm 2021 thu 1.362 tỷ đồng, tăng 147 tỷ đồng (12,1%)`: two years in a row, then the change.
  mutating func changeOverYears(_ index: Int) {
    let change = numbers[index]
    guard index > 1, change.outOf == nil, let sign = direction(of: change), !stream.isVersus(change.tokens.upperBound),
      !ratios.contains(change.tokens), case let now = numbers[index - 1], case let base = numbers[index - 2],
      isSameMeasure(base, now), isSameMeasure(now, base), !isChange(index - 1), !isChange(index - 2),
      base.value > .zero, change.tokens.lowerBound - now.tokens.upperBound <= 2,
      now.tokens.lowerBound - base.tokens.upperBound <= 8, !crossesParagraph(from: base, to: change),
      let (first, second) = years(base, now), first < second,
      let grown = growth(from: base.value, to: now.value, sign)
    else { return }
    if change.unit == "percent" {
      emitRatio(
        Number(now, value: grown), of: base.value, stated: change,
        members: [base.member, now.member, change.member], from: base.tokens.lowerBound, always: !grown.isNegative)
    } else if isSameMeasure(change, base), !grown.isNegative {
      add(
        .difference, change, grown, holds: agrees(change.value, grown, within: slack(of: [change, now, base])),
        tokens: base.tokens.lowerBound..<change.tokens.upperBound,
        members: [base.member, now.member, change.member])
    }
  }

  /// The years that two numbers are told of, each in the few words before its number.
  private func years(_ a: Number, _ b: Number) -> (Int32, Int32)? {
    func year(before number: Number, from start: Int) -> Int32? {
      let range = max(start, number.tokens.lowerBound - 8)..<number.tokens.lowerBound
      guard let at = range.last(where: { isYear($0) }), stream[at - 1].key == Words.nam else { return nil }
      // `6 tháng đầu năm 2020`
      let lead = stream[at - 2]
      return Self.partsOfYear.contains(lead.key) ? nil : stream[at].value
    }
    guard let first = year(before: a, from: 1), let second = year(before: b, from: a.tokens.upperBound) else {
      return nil
    }
    return (first, second)
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

  /// `96 đại biểu, trong đó có 58 nam, 38 nữ`; `3.215 cán bộ, trong số đó nữ 1.980 người, nam 1.235 người`: nobody is neither.
  mutating func menAndWomen(_ index: Int) {
    guard index > 0, index + 1 < numbers.count, case let total = numbers[index - 1], total.unit == "count",
      total.outOf == nil, !isChange(index - 1), !total.isBounded,
      case let (a, b) = (numbers[index], numbers[index + 1]), a.unit == "count", b.unit == "count", a.outOf == nil,
      b.outOf == nil, let first = sex(of: a), let second = sex(of: b), first != second,
      b.tokens.lowerBound - a.tokens.upperBound <= 3, a.tokens.lowerBound - total.tokens.upperBound <= 8,
      !crossesParagraph(from: total, to: b), let sum = sum(of: [a, b]),
      sum == total.value || nearlyAgrees(total.value, sum, oneIn: 4) || areExchanged(total, [a, b], sum)
    else { return }
    addSum(total, of: [a, b], sum, holds: sum == total.value)
  }

  /// `phát ra 52 phiếu; hợp lệ 51 phiếu, không hợp lệ 01 phiếu`; `8/10 chỉ tiêu đạt, 2/10 chỉ tiêu không đạt`: what is so and what is not are all.
  mutating func complements(_ index: Int) {
    guard index + 1 < numbers.count, case let (a, b) = (numbers[index], numbers[index + 1]), a.unit == "count",
      b.unit == "count", isSameKind(b.of, a.of ?? ""), b.tokens.lowerBound - a.tokens.upperBound <= 8,
      !crossesParagraph(from: a, to: b), let sum = sum(of: [a, b]), !isChange(index), !isChange(index + 1)
    else { return }
    if let whole = a.outOf, b.outOf == whole, isNegation(of: a, by: b, before: false) {
      let total = Number(a, value: whole)
      guard sum == whole || sum > whole && nearlyAgrees(whole, sum, oneIn: 4) else { return }
      return addSum(total, of: [a, b], sum, holds: sum == whole)
    }
    guard a.outOf == nil, b.outOf == nil, !a.isBounded, !b.isBounded,
      isNegation(of: a, by: b, before: true) || isNegation(of: a, by: b, before: false),
      let total = numbers(in: sentenceStart(of: a.tokens.lowerBound)..<a.tokens.lowerBound).last(where: {
        isSameKind(numbers[$0].of, a.of ?? "") && numbers[$0].outOf == nil && !isChange($0)
      }).map({ numbers[$0] }), !total.isBounded, total.value > a.value || total.value > b.value
    else { return }
    // Some may have done neither, `436 tán thành; 2 không tán thành` of 439, but no more than all can have done either.
    guard
      sum == total.value || sum > total.value && nearlyAgrees(total.value, sum, oneIn: 10)
        || areExchanged(total, [a, b], sum)
    else { return }
    addSum(total, of: [a, b], sum, holds: sum == total.value)
  }

  /// Whether the words straight before the second number, or behind it, are those of the first with `không` or `chưa`.
  private func isNegation(of a: Number, by b: Number, before: Bool) -> Bool {
    if before {
      let lead = b.tokens.lowerBound
      guard
        let not = (a.tokens.upperBound..<lead).last(where: { Self.negations.contains(stream[$0].key) }),
        case let count = lead - not - 1, (1...4).contains(count), a.tokens.lowerBound > count
      else { return false }
      return (1...count).allSatisfy { stream[lead - $0].key == stream[a.tokens.lowerBound - $0].key }
    }
    guard Self.negations.contains(stream[b.tokens.upperBound].key) else { return false }
    let word = stream[b.tokens.upperBound + 1]
    return word.isWord && word.key == stream[a.tokens.upperBound].key
  }

  private static let negations: WordSet = ["không", "chưa"]

  /// `nam` or `nữ` behind the figures of a number, or before it.
  private func sex(of number: Number) -> WordKey? {
    let words = number.tokens.filter { stream[$0].isWord } + [number.tokens.lowerBound - 1]
    return words.lazy.map { stream[$0].key }.first { Self.sexes.contains($0) }
  }

  private static let sexes: WordSet = ["nam", "nữ"]
}
