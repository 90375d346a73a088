/// Sums and shares that no word says: told only when they agree, of numbers too long to agree by chance.
extension Audit {
  /// `đón 1.620 ngàn lượt khách; khách quốc tế 30 ngàn lượt; khách nội địa 1.590 ngàn lượt`: a total and the numbers of its kind behind
  /// it in the paragraph, over a full stop too (`Trong đó, thu nội địa ...`).
  ///
  /// Refuses what is left or changed by, which a difference tells, and numbers of few figures: `100 triệu đồng, 50 triệu đồng và 50
  /// triệu đồng` may be three gifts.
  ///
  /// - Complexity: O(1): a few numbers behind the total are looked at.
  mutating func silentSum(_ index: Int) {
    let total = numbers[index]
    guard total.outOf == nil, Self.summed.contains(total.unit), !isChange(index), !isLeft(total),
      !inSums.contains(total.tokens),
      figures(of: total.value) >= 3
    else { return }
    var taken: [Number] = []
    var sum = DecimalNumber.zero
    for (next, number) in numbers.enumerated().dropFirst(index + 1).prefix(Self.silentReach) {
      guard number.tokens.lowerBound - total.tokens.upperBound < Self.reach, number.value < total.value,
        !crossesParagraph(from: total, to: number)
      else { return }
      if number.unit != total.unit || number.outOf != nil { continue }
      if isChange(next) { continue }
      guard !isLeft(number), !isSetAside(number), number.isBounded == total.isBounded,
        total.unit != "count" || isKind(number.of, of: total.of), let more = sum.adding(number.value),
        more <= total.value, !isToldAsLeft(number)
      else { return }
      taken.append(number)
      sum = more
      guard sum == total.value else { continue }
      guard taken.count >= 2 else { return }
      add(
        .sum, total, sum, holds: true, tokens: total.tokens.lowerBound..<number.tokens.upperBound,
        members: taken.map(\.member))
      return
    }
  }

  /// `triệt phá 742 vụ, ... đã khởi tố 558 vụ, ...; xử lý hành chính 157 vụ`: the only two numbers of its noun behind a number in its
  /// sentence, which would be its parts if two neighbouring digits had not been exchanged. Three figures each, so that chance seldom
  /// makes it so.
  ///
  /// - Complexity: O(1): one sentence is looked at.
  mutating func exchangedDigits(_ index: Int) {
    let total = numbers[index]
    guard total.unit == "count", total.outOf == nil, !total.isBounded, let noun = total.of, !isChange(index),
      !inSums.contains(total.tokens)
    else { return }
    let end = sentenceEnd(from: total.tokens.upperBound)
    let behind = numbers(in: total.tokens.upperBound..<end).filter { numbers[$0].of == noun }
    guard behind.count == 2,
      behind.allSatisfy({
        !isChange($0) && !isLeft(numbers[$0]) && !numbers[$0].isBounded && numbers[$0].outOf == nil
      })
    else { return }
    let parts = behind.map { numbers[$0] }
    guard figures(of: total.value) >= 3,
      parts.allSatisfy({ figures(of: $0.value) >= 3 && $0.value < total.value && !inSums.contains($0.tokens) })
    else { return }
    addExchanged(total, parts)
  }

  /// `Phát hiện sai phạm 41,37 tỷ đồng, kiến nghị thu hồi 26,84 tỷ đồng, xử lý khác 12,73 tỷ đồng`: an amount and the next two of its unit, which
  /// would be its parts if two neighbouring digits had not been exchanged.
  ///
  /// - Complexity: O(1).
  mutating func exchangedDigitsOfAmounts(_ index: Int) {
    let total = numbers[index]
    guard total.unit != "count", Self.summed.contains(total.unit), index + 2 < numbers.count, !total.isBounded,
      !isChange(index), !inSums.contains(total.tokens)
    else { return }
    let parts = [numbers[index + 1], numbers[index + 2]]
    guard parts[1].tokens.upperBound <= sentenceEnd(from: total.tokens.upperBound) + 1,
      parts.allSatisfy({ isSameMeasure($0, total) && $0.value < total.value && !$0.isBounded && !isLeft($0) }),
      !isChange(index + 1), !isChange(index + 2), ([total] + parts).allSatisfy({ figures(of: $0.value) >= 4 })
    else { return }
    addExchanged(total, parts)
  }

  /// Tells that parts would make up their total if two neighbouring digits of one number were exchanged.
  private mutating func addExchanged(_ total: Number, _ parts: [Number]) {
    guard let sum = sum(of: parts), areExchanged(total, parts, sum) else { return }
    addSum(total, of: parts, sum, holds: false)
  }

  /// `thu 19,2 nghìn tỷ đồng. Sau khi hoàn thuế (12 nghìn tỷ đồng), thu cân đối đạt 7,2 nghìn tỷ đồng`: what is left of an amount told
  /// before, once that behind `sau khi` was taken away. Refuses numbers of one figure, which agree by chance.
  ///
  /// - Complexity: O(1): a few numbers before what is left are looked at.
  mutating func silentDifference(_ index: Int) {
    let left = numbers[index]
    guard index > 1, left.unit != "count", Self.summed.contains(left.unit), left.outOf == nil, !isChange(index),
      !inSums.contains(left.tokens), figures(of: left.value) >= 2
    else { return }
    let taken = numbers[index - 1]
    let between = taken.tokens.upperBound..<left.tokens.lowerBound
    guard isSameMeasure(taken, left), !isChange(index - 1), figures(of: taken.value) >= 2, between.count <= 24,
      !between.contains(where: { stream[$0].endsClause }),
      let cue = (max(taken.tokens.lowerBound - 24, 1)..<taken.tokens.lowerBound).last(where: {
        stream[$0].key == "khi" && stream[$0 - 1].key == Words.sau
      }), !(cue..<taken.tokens.lowerBound).contains(where: { stream[$0].endsClause }),
      let total = numbers[..<(index - 1)].suffix(Self.silentReach).last(where: {
        isSameMeasure($0, left) && $0.tokens.upperBound < cue
      }), left.tokens.lowerBound - total.tokens.upperBound < Self.reach, !crossesParagraph(from: total, to: left),
      figures(of: total.value) >= 2, total.value.subtracting(taken.value) == left.value
    else { return }
    add(
      .difference, left, left.value, holds: true, tokens: total.tokens.lowerBound..<left.tokens.upperBound,
      members: [total.member, taken.member, left.member])
  }

  /// `nhận 1.550 bài, loại 310 bài`: what was taken away is no part.
  private func isSetAside(_ number: Number) -> Bool { Self.removals.contains(stream[number.tokens.lowerBound - 1].key) }

  private static let removals: WordSet = ["loại", "bỏ", "hủy", "lên", "xuống", "từ", "thành"]
  private static let silentReach = 12

  /// `Doanh thu 1.647 tỷ đồng, trong đó với tập đoàn 1.519 tỷ đồng, chiếm 92,2%`; `trong số 203 người ứng cử có 11 nhân sự của các cơ
  /// quan Đảng (chiếm tỷ lệ 5,42%); 5 người ... (tương đương 2,46%)`: a share, printed with places, of an amount or a whole before its
  /// part.
  ///
  /// - Complexity: O(1): a few numbers before the share are looked at.
  mutating func silentShare(_ index: Int) {
    let percent = numbers[index]
    guard percent.unit == "percent", index > 1, !percent.value.isNegative, percent.value < DecimalNumber(100),
      percent.slack > .zero, percent.slack < DecimalNumber(digits: 5, scale: 1), !ratios.contains(percent.tokens),
      saysShare(percent), let (place, end) = subject(of: index)
    else { return }
    let part = numbers[place]
    guard part.unit != "percent", part.outOf == nil, !isChange(place),
      percent.tokens.lowerBound - end <= Self.shareReach, !crossesParagraph(from: part, to: percent)
    else { return }
    for whole in numbers[..<place].suffix(Self.silentReach).reversed() {
      if part.tokens.lowerBound - whole.tokens.upperBound >= Self.reach || crossesParagraph(from: whole, to: part) {
        return
      }
      guard whole.unit == part.unit, whole.outOf == nil, whole.value > part.value,
        part.unit != "count" || isIntroducedAsWhole(whole)
      else { continue }
      if emitRatio(
        part, of: whole.value, stated: percent, members: [part.member, whole.member, percent.member],
        from: whole.tokens.lowerBound, always: false, reportsSlips: false)
      {
        return
      }
    }
  }

  private static let shareReach = 24

  /// `chiếm`, `tỷ lệ`, `tương đương` before a percentage, and no plan or earlier time behind it.
  private func saysShare(_ percent: Number) -> Bool {
    let verb = stream[percent.tokens.lowerBound - 1].key
    return (verb == "chiếm" || verb == "lệ" || verb == "đương" || stream[percent.tokens.lowerBound - 1].isSign("("))
      && !words.planWords.contains(stream[percent.tokens.upperBound].key)
  }

  /// `36,36% khách hàng đã nhận thưởng sống ở thành phố (4/11 người)`: a share, printed with places, and further behind it in brackets
  /// the numbers it was made of.
  ///
  /// - Complexity: O(1).
  mutating func shareBeforeFraction(_ index: Int) {
    let percent = numbers[index]
    guard percent.unit == "percent", index + 1 < numbers.count, percent.slack < DecimalNumber(digits: 5, scale: 1),
      percent.slack > .zero, !ratios.contains(percent.tokens), !isChange(index)
    else { return }
    let pair = numbers[index + 1]
    guard let whole = pair.outOf, whole > .zero, stream[pair.tokens.lowerBound - 1].isSign("("),
      pair.tokens.lowerBound - percent.tokens.upperBound <= 24, stream[pair.tokens.upperBound].isSign(")"),
      pair.tokens.lowerBound < sentenceEnd(from: percent.tokens.upperBound)
    else { return }
    emitRatio(
      pair, of: whole, stated: percent, members: [pair.member, percent.member], from: percent.tokens.lowerBound,
      to: pair.tokens.upperBound + 1, always: false, reportsSlips: false)
  }

  /// `2.278 thí sinh đoạt giải với 93 giải Nhất, 544 giải Nhì, ...`: who won, and all that was won behind it in the sentence.
  mutating func silentPrizes(_ index: Int) {
    let total = numbers[index]
    guard total.unit == "count", winsPrizes(total) else { return }
    let end = sentenceEnd(from: total.tokens.upperBound)
    let parts = numbers(in: total.tokens.upperBound..<end).filter { isWon(numbers[$0]) }.map { numbers[$0] }
    addWhenWhole(total, parts)
  }
}
