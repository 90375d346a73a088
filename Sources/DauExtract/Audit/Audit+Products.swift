/// Amounts for each of so many, held against their total.
extension Audit {
  /// `325 hộ với mức 5 triệu đồng/hộ, tổng kinh phí 1.625 triệu đồng`; `120 suất học bổng, mỗi suất 500.000 đồng, tổng
  /// trị giá 60 triệu đồng`; several such pairs before one total.
  ///
  /// - Complexity: O(1): one sentence is looked at.
  mutating func product(_ index: Int) {
    let total = numbers[index]
    guard index > 1, total.outOf == nil, total.unit != "percent", !isRate(total), isTotalled(total) else { return }
    let before = numbers(in: sentenceStart(of: total.tokens.lowerBound)..<total.tokens.lowerBound).suffix(16)
    var pairs: [(count: Number, each: Number)] = []
    var counts: [Number] = []
    for place in before {
      let number = numbers[place]
      if number.unit == total.unit, total.unit != "count" || countsLike(total, number), let noun = nounOfEach(number) {
        guard let count = counts.last(where: { isOf($0, noun) }) else { return }
        pairs.append((count, number))
        counts = []
      } else if number.unit == "count", number.outOf == nil, !isRate(number), !isChange(place) {
        counts.append(number)
      }
    }
    guard let first = pairs.first, !pairs.contains(where: { $0.count.isBounded || $0.each.isBounded }) else { return }
    var (computed, slack) = (DecimalNumber.zero, total.slack)
    for (count, each) in pairs {
      guard let product = count.value.multiplied(by: each.value), let more = computed.adding(product),
        let own = count.value.multiplied(by: each.slack), let wider = slack.adding(own)
      else { return }
      (computed, slack) = (more, wider)
    }
    let holds = agrees(total.value, computed, within: slack)
    // `325 hộ với mức 5 triệu đồng/hộ, tổng kinh phí 1.625 triệu đồng`: straight behind, of nothing else.
    let isSure =
      pairs.count == 1 && total.tokens.lowerBound - first.each.tokens.upperBound <= 6
      && !(first.each.tokens.upperBound..<total.tokens.lowerBound).contains { stream[$0].endsClause }
      && computed.multiplied(by: DecimalNumber(10)).map { total.value < $0 } ?? false
      && total.value.multiplied(by: DecimalNumber(10)).map { computed < $0 } ?? false
    guard holds || !total.isBounded && (isSure || nearlyAgrees(total.value, computed, oneIn: pairs.count > 1 ? 5 : 2))
    else { return }
    add(
      .sum, total, computed, holds: holds, tokens: first.count.tokens.lowerBound..<total.tokens.upperBound,
      members: pairs.flatMap { [$0.count.member, $0.each.member] }, note: "number times what each of them has")
  }

  /// What an amount is told for each of: `/hộ` behind it, `mỗi suất` or `một suất` before it.
  ///
  /// - Returns: the tokens of the noun, from which words that follow it are not parted.
  private func nounOfEach(_ number: Number) -> Range<Int>? {
    if let noun = nounBehindSlash(of: number) { return noun }
    let place = number.tokens.lowerBound
    guard
      place > 1, let lead = (max(1, place - 6)..<place).last(where: { stream[$0].key == "mỗi" }), lead + 1 < place,
      (lead..<place).allSatisfy({ stream[$0].isWord && !outline.beginsParagraph[$0] })
    else { return nil }
    return lead + 1..<place
  }

  /// `diện tích 12.450 ha, năng suất 58,2 tạ/ha, sản lượng 72.459 tấn`: an area, what each hectare of it bears, and
  /// what all of it does.
  ///
  /// What is sown is not all harvested, so that a small difference is none of a slip's unless its digits were exchanged.
  ///
  /// - Complexity: O(1): one sentence is looked at.
  mutating func harvest(_ index: Int) {
    let yield = numbers[index]
    guard yield.outOf == nil, !isChange(index), let perHectare = tonnesPerHectare(yield) else { return }
    let place = yield.tokens.lowerBound
    let (start, end) = (sentenceStart(of: place), sentenceEnd(from: place))
    let near = numbers(in: start..<end).filter { !isChange($0) && numbers[$0].outOf == nil && !isRate(numbers[$0]) }
      .map { numbers[$0] }
    let areas = near.filter { $0.unit == "ha" && $0.tokens.lowerBound < place }
    let outputs = near.filter { $0.unit == "t" }
    var told: (area: Number, output: Number, computed: DecimalNumber, holds: Bool)?
    for area in areas.reversed() where told == nil {
      for output in outputs.reversed() {
        guard let computed = area.value.multiplied(by: perHectare.value),
          let byYield = area.value.multiplied(by: perHectare.half),
          let byArea = area.half.multiplied(by: perHectare.value), let own = byYield.adding(byArea),
          let slack = own.adding(output.half)
        else { continue }
        if agrees(output.value, computed, within: slack) { told = (area, output, computed, true) }
      }
    }
    if told == nil, areas.count == 1, outputs.count == 1, case let (area, output) = (areas[0], outputs[0]),
      !area.isBounded, !output.isBounded, !yield.isBounded,
      let computed = area.value.multiplied(by: perHectare.value), nearlyAgrees(output.value, computed, oneIn: 1),
      !nearlyAgrees(output.value, computed, oneIn: 20)
    {
      told = (area, output, computed, false)
    }
    guard let (area, output, computed, holds) = told else { return }
    let all = [area, yield, output]
    add(
      .ratio, output, computed, holds: holds,
      tokens: area.tokens.lowerBound..<all.map(\.tokens.upperBound).max()!, members: all.map(\.member),
      note: "area times yield")
  }

  /// `58,2 tạ/ha` and `5,82 tấn/ha`, with half a unit of the last place.
  private func tonnesPerHectare(_ yield: Number) -> (value: DecimalNumber, half: DecimalNumber)? {
    guard let noun = nounBehindSlash(of: yield), stream[noun.lowerBound].key == "ha" else { return nil }
    if yield.unit == "t" { return (yield.value, yield.half) }
    guard yield.of == "tạ/ha", let value = yield.value.scaled(byPowerOfTen: -1),
      let half = yield.half.scaled(byPowerOfTen: -1)
    else { return nil }
    return (value, half)
  }
}
