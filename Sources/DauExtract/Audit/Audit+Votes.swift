/// Shares of votes, and shares whose whole stands behind them.
extension Audit {
  /// `với số phiếu 51/52, đạt tỷ lệ 94,4%`; `số phiếu bầu 102/102 (chiếm 97% trên 105 đại biểu)`: a percentage of votes that are told as
  /// bare figures.
  ///
  /// Refuses fractions that no vote is spoken of before, which may be dates or numbers of documents.
  ///
  /// - Complexity: O(1): a few tokens before the percentage are looked at.
  mutating func shareOfVotes(_ index: Int) {
    let percent = numbers[index]
    guard percent.unit == "percent", !percent.value.isNegative, percent.value <= DecimalNumber(100),
      !ratios.contains(percent.tokens), let votes = bareVotes(before: index), let whole = votes.outOf
    else { return }
    if shareOfWholeBehind(votes, percent) { return }
    emitRatio(
      votes, of: whole, stated: percent, members: [votes.member, percent.member], from: votes.tokens.lowerBound,
      always: true)
  }

  /// The figures of a vote straight before a percentage: `51/52, đạt tỷ lệ 94,4%`.
  private func bareVotes(before index: Int) -> Number? {
    var last = numbers[index].tokens.lowerBound - 1
    if stream[last].key == "lệ", stream[last - 1].key == "tỷ" { last -= 2 }
    if words.shareVerbs.contains(stream[last].key) { last -= 1 }
    guard stream[last].isSign(",") || stream[last].isSign("(") else { return nil }
    last -= 1
    let first = last - 2
    guard first > 0, stream[last].isNumber, stream[last].isJoined, stream[last - 1].isSign("/"),
      stream[last - 1].isJoined, stream[first].isNumber, stream[last].digitCount <= 3,
      isVoted(before: first), index == 0 || numbers[index - 1].tokens.upperBound <= first
    else { return nil }
    let (part, whole) = (DecimalNumber(Int(stream[first].value)), DecimalNumber(Int(stream[last].value)))
    guard part <= whole, whole > .zero else { return nil }
    let fact = QuantityFact(value: part, unit: "count", outOf: whole)
    return Number(fact, value: part, tokens: first..<(last + 1), slack: .zero)
  }

  /// Whether the words before figures speak of votes: `số phiếu bầu tuyệt đối`.
  private func isVoted(before start: Int) -> Bool {
    let before = stream[start - 1].key
    guard before != Words.so, before != Words.ngay, before != Words.thang else { return false }
    for at in stride(from: start - 1, through: max(start - 8, 0), by: -1) {
      guard stream[at].isWord, !outline.beginsParagraph[safe: at + 1] else { return false }
      if stream[at].key == "phiếu" { return true }
    }
    return false
  }

  /// `chiếm 97% trên 105 đại biểu`, `đạt 30% trên tổng số 50 phiếu`: a share of the whole behind it. `trên` may say `more than` too, so
  /// that without `tổng số` a share is told only when it holds.
  ///
  /// - Returns: whether a whole stands there.
  mutating func shareOfWholeBehind(_ part: Number, _ percent: Number) -> Bool {
    let start = percent.tokens.upperBound
    guard stream[start].key == "trên", !outline.beginsParagraph[safe: start],
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
}
