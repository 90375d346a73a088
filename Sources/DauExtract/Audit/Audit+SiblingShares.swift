/// Shares of several numbers that have one whole.
extension Audit {
  /// `thu về 6.214 phiếu hợp lệ. Kết quả: 3.045 phiếu rất hài lòng (49,0%), 2.796 phiếu hài lòng (45,0%), 301 phiếu
  /// bình thường (4,8%) ...`: where all shares, or all but one, are those of one number before them, they
  /// are told, that one as a fault.
  ///
  /// - Complexity: O(1): one sentence and a few numbers before it are looked at.
  mutating func sharesOfOneWhole(_ index: Int) {
    guard let first = bracketedShare(index), bracketedShare(index - 2) == nil else { return }
    var pairs = [first]
    var next = index + 2
    let end = sentenceEnd(from: first.part.tokens.upperBound)
    while next + 1 < numbers.count, numbers[next].tokens.lowerBound < end, let pair = bracketedShare(next),
      isSameMeasure(pair.part, first.part)
    {
      pairs.append(pair)
      next += 2
    }
    guard pairs.count >= 2 else { return }
    let start = first.part.tokens.lowerBound
    for whole in numbers[..<index].suffix(6).reversed() {
      guard isSameMeasure(whole, first.part), whole.value > first.part.value,
        start - whole.tokens.upperBound < Self.reach
      else { continue }
      let agreeing = pairs.map { isShare($0.share, $0.part, of: whole) }
      guard agreeing.count(where: { !$0 }) <= 1 else { continue }
      // Of two that do not agree alike, something else must say that they are all.
      if pairs.count == 2, agreeing.contains(false), sum(of: pairs.map(\.part)) != whole.value,
        !agrees(DecimalNumber(100), sum(of: pairs.map(\.share)) ?? .zero, within: slack(of: pairs.map(\.share)))
      {
        continue
      }
      for (pair, agrees) in zip(pairs, agreeing) {
        emitRatio(
          pair.part, of: whole.value, stated: pair.share,
          members: [pair.part.member, whole.member, pair.share.member],
          from: (agrees ? whole : pair.part).tokens.lowerBound, always: true)
      }
      addWhenWhole(whole, pairs.map(\.part))
      return
    }
    if pairs.count >= 3 { sharesOfTheirSum(pairs) }
  }

  /// `khiếu nại đúng 12 vụ (20%), sai 39 vụ (65%), có đúng có sai 9 vụ (15%)`: shares that make 100 and have no whole beside
  /// them, of the sum of their numbers. Where one does not agree the others say what the whole is.
  ///
  /// - Complexity: O(*k*²) in the shares of one sentence.
  private mutating func sharesOfTheirSum(_ pairs: [(part: Number, share: Number)]) {
    guard !pairs.contains(where: { $0.part.isBounded || $0.part.value == .zero }),
      let percent = sum(of: pairs.map(\.share)), let whole = sum(of: pairs.map(\.part)),
      let slack = slack(of: pairs.map(\.share)).adding(DecimalNumber(digits: 1, scale: 1))
    else { return }
    func tell(_ pair: (part: Number, share: Number), of whole: DecimalNumber) {
      emitRatio(
        pair.part, of: whole, stated: pair.share, members: pairs.map(\.part.member) + [pair.share.member],
        from: pairs[0].part.tokens.lowerBound, to: pairs[pairs.count - 1].share.tokens.upperBound + 1, always: true)
    }
    let agreeing = pairs.map { isShare($0.share, $0.part, of: Number($0.part, value: whole)) }
    let makeWhole = agrees(DecimalNumber(100), percent, within: slack)
    switch agreeing.count(where: { !$0 }) {
    case 0 where makeWhole: for pair in pairs { tell(pair, of: whole) }
    // The share alone is wrong.
    case 1 where !makeWhole: tell(zip(pairs, agreeing).first { !$0.1 }!.0, of: whole)
    default:
      // A number is wrong: the others say of what they are the shares.
      guard makeWhole else { return }
      let suspects = pairs.indices.compactMap { suspect -> (Int, DecimalNumber)? in
        let others = pairs.indices.filter { $0 != suspect }.map { pairs[$0] }
        guard let parts = sum(of: others.map(\.part)), let shares = sum(of: others.map(\.share)), shares > .zero,
          let whole = parts.scaled(byPowerOfTen: 2)?.divided(by: shares, places: 0),
          others.allSatisfy({
            $0.share.value > DecimalNumber(9) && isShare($0.share, $0.part, of: Number($0.part, value: whole))
          })
        else { return nil }
        return (suspect, whole)
      }
      guard suspects.count == 1, let (suspect, whole) = suspects.first else { return }
      tell(pairs[suspect], of: whole)
    }
  }

  /// A number with its share in brackets behind it and what it counts.
  private func bracketedShare(_ index: Int) -> (part: Number, share: Number)? {
    guard index >= 0, case let part = numbers[index], part.outOf == nil, Self.summed.contains(part.unit),
      let share = ownShare(of: index), !share.value.isNegative,
      !(part.tokens.upperBound..<share.tokens.lowerBound).contains(where: {
        stream[$0].endsClause || stream[$0].isSign(",")
      })
    else { return nil }
    return (part, share)
  }
}
