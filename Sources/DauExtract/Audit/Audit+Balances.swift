/// What is left of what came in, and by how much something fell or grew, where the numbers stand in sentences before.
extension Audit {
  /// `tiếp nhận 8.462 hồ sơ. ... đã giải quyết 8.127 hồ sơ ... Số hồ sơ còn lại đang trong thời hạn là 335 hồ sơ.`
  ///
  /// - Complexity: O(1): a few numbers before what is left are looked at.
  mutating func balance(_ index: Int) {
    let left = numbers[index]
    guard left.unit == "count", left.outOf == nil, !left.isBounded, let noun = left.of, !lasts.contains(left.tokens),
      isToldAsLeft(left)
    else { return }
    let before = sameThings(noun, before: sentenceStart(of: left.tokens.lowerBound))
    guard let place = before.lastIndex(where: { isLed(numbers[$0], by: Self.receipts) }),
      let done = before[(place + 1)...].first(where: { isLed(numbers[$0], by: Self.settlements) }),
      let computed = numbers[before[place]].value.subtracting(numbers[done].value), !computed.isNegative
    else { return }
    let received = numbers[before[place]]
    add(
      .difference, left, computed, holds: computed == left.value,
      tokens: received.tokens.lowerBound..<left.tokens.upperBound,
      members: [received.member, numbers[done].member, left.member])
  }

  /// `Số hồ sơ còn lại đang trong thời hạn là 335 hồ sơ`: whether a sentence whose first number it is tells of what is left.
  func isToldAsLeft(_ number: Number) -> Bool {
    let tokens = sentenceStart(of: number.tokens.lowerBound)..<number.tokens.lowerBound
    return numbers(in: tokens).isEmpty
      && tokens.contains { stream[$0].key == "còn" && stream[$0 + 1].key == "lại" }
  }

  /// `Đầu năm có 19.276 hộ nghèo. ... đến cuối năm còn 15.514 hộ nghèo. Như vậy đã giảm 3.762 hộ.`: the only two numbers of the kind, the
  /// second said to be what is left.
  ///
  /// - Complexity: O(1).
  mutating func changeOverSentences(_ index: Int) {
    let change = numbers[index]
    guard change.unit == "count", change.outOf == nil, !change.isBounded, let noun = change.of,
      !lasts.contains(change.tokens),
      let sign = direction(of: change)
    else { return }
    let start = sentenceStart(of: change.tokens.lowerBound)
    guard !numbers(in: start..<change.tokens.lowerBound).contains(where: { isSameKind(numbers[$0].of, noun) }) else {
      return
    }
    let before = sameThings(noun, before: start).map { numbers[$0] }
    guard before.count == 2, Self.arrivals.contains(stream[before[1].tokens.lowerBound - 1].key),
      let grown = growth(from: before[0].value, to: before[1].value, sign), !grown.isNegative,
      grown == change.value || nearlyAgrees(change.value, grown, oneIn: 5)
    else { return }
    add(
      .difference, change, grown, holds: grown == change.value,
      tokens: before[0].tokens.lowerBound..<change.tokens.upperBound,
      members: [before[0].member, before[1].member, change.member])
  }

  /// The numbers of a kind before a sentence in its section, at most `reach` tokens away.
  private func sameThings(_ noun: String, before start: Int) -> [Int] {
    let section = outline.section(ofToken: start)
    return numbers(in: max(start - Self.reach, 0)..<start).filter {
      isSameKind(numbers[$0].of, noun) && numbers[$0].outOf == nil && !isChange($0) && !numbers[$0].isBounded
        && outline.section(ofToken: numbers[$0].tokens.lowerBound) == section
    }
  }

  /// Whether one of some verbs stands shortly before a number, with no other number between.
  private func isLed(_ number: Number, by verbs: Set<[WordKey]>) -> Bool {
    let start = number.tokens.lowerBound
    for at in stride(from: start - 2, through: max(start - 8, 0), by: -1) {
      if stream[at + 1].isNumber || outline.beginsParagraph[safe: at + 2] { return false }
      if verbs.contains([stream[at].key, stream[at + 1].key]) { return true }
    }
    return false
  }

  private static let receipts: Set<[WordKey]> = [["tiếp", "nhận"], ["nhận", "được"], ["thụ", "lý"]]
  private static let settlements: Set<[WordKey]> = [
    ["giải", "quyết"], ["xử", "lý"], ["hoàn", "thành"], ["thẩm", "định"],
  ]
  private static let arrivals: WordSet = ["còn", "xuống", "lên"]
}
