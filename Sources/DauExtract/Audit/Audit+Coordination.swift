/// Brackets that divide several totals at once.
extension Audit {
  /// `40 tập thể và 80 cá nhân (khen chuyên đề 10 tập thể và 20 cá nhân; khen thường xuyên 30 tập thể và 60 cá nhân)`: the
  /// parts of each noun against the total of that noun. `40 tập thể và 80 cá nhân (20 bác sĩ, 60 điều dưỡng)` divides the
  /// last alone and is left.
  ///
  /// - Parameters:
  ///   - index: the total straight before the brackets.
  ///   - parts: the numbers in the brackets.
  /// - Returns: whether the brackets speak of the totals before that one too.
  /// - Complexity: O(*t* · *p*) in totals, ``coordinatedTotals`` at most, and parts.
  mutating func partsOfSeveral(_ index: Int, _ parts: Range<Int>, before end: Int) -> Bool {
    let totals = totals(coordinatedWith: index)
    guard totals.count > 1 else { return false }
    let parts = parts.map { numbers[$0] }
    let shares = totals.map { total in parts.filter { isSameKind($0.of, total.of ?? "") } }
    guard shares.dropLast().contains(where: { !$0.isEmpty }) else { return false }
    for (total, share) in zip(totals, shares) where share.count >= 2 {
      emitSum(total, share, tokens: total.tokens.lowerBound..<end, onlyNear: true)
    }
    return true
  }

  /// The numbers of other nouns that stand in one list before a number, and it.
  private func totals(coordinatedWith index: Int) -> [Number] {
    var totals = [numbers[index]]
    for before in numbers[..<index].suffix(Self.coordinatedTotals).reversed() {
      let between = before.tokens.upperBound..<totals[0].tokens.lowerBound
      guard before.unit == "count", before.outOf == nil, let noun = before.of, (1...4).contains(between.count),
        stream[between.upperBound - 1].isSign(",") || stream[between.upperBound - 1].key == Words.va,
        between.dropLast().allSatisfy({ stream[$0].isWord && !outline.beginsParagraph[$0] }),
        !totals.contains(where: { isSameKind($0.of, noun) })
      else { break }
      totals.insert(before, at: 0)
    }
    return totals
  }

  /// The totals that one list may have before its last.
  private static let coordinatedTotals = 5
}
