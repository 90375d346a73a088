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
    guard pairs.count >= 3 else { return }
    let start = first.part.tokens.lowerBound
    for whole in numbers[..<index].suffix(6).reversed() {
      guard isSameMeasure(whole, first.part), whole.value > first.part.value,
        start - whole.tokens.upperBound < Self.reach
      else { continue }
      let agreeing = pairs.map { isShare($0.share, $0.part, of: whole) }
      guard agreeing.count(where: { !$0 }) <= 1 else { continue }
      for (pair, agrees) in zip(pairs, agreeing) {
        emitRatio(
          pair.part, of: whole.value, stated: pair.share,
          members: [pair.part.member, whole.member, pair.share.member],
          from: (agrees ? whole : pair.part).tokens.lowerBound, always: true)
      }
      addWhenWhole(whole, pairs.map(\.part))
      return
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
