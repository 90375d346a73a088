/// A total below the list of its parts.
extension Audit {
  /// `- Chi tập huấn: 842,5 triệu đồng; ... Tổng cộng: 3.400 triệu đồng.`; `+ Đợt 1: 186,5 tấn gạo; ... Như vậy, qua 3 đợt toàn tỉnh đã cấp
  /// 426 tấn gạo`: each item with one number of the total's unit.
  ///
  /// - Complexity: O(*n*) in tokens of the list, forty items at most.
  mutating func totalBelowList(_ index: Int) {
    let total = numbers[index]
    guard total.outOf == nil, !total.isBounded, Self.summed.contains(total.unit), !isChange(index) else { return }
    // Straight below a list the line of a total may pass for the rest of its last item.
    var head = total.tokens.lowerBound
    while total.tokens.lowerBound - head <= Self.totalReach, !beginsLine(head) { head -= 1 }
    guard head > 0, beginsLine(head), !beginsItem(head), saysTotal(head..<total.tokens.lowerBound),
      numbers(in: head..<total.tokens.lowerBound).allSatisfy({ numbers[$0].unit != total.unit })
    else { return }
    var parts: [Number] = []
    var end = head
    while end > 0, parts.count < 40 {
      let start = paragraphStart(of: end - 1)
      guard beginsItem(start) else { break }
      // `12 x 2.980.000 đồng = 35.760.000 đồng`: what it comes to.
      let first = (start..<end).last { stream[$0].isSign("=") } ?? start
      let own = numbers(in: first..<end).filter { numbers[$0].unit == total.unit && numbers[$0].outOf == nil }
      guard own.count == 1, let part = own.first, !numbers[part].isBounded, !isChange(part),
        total.unit != "count" || isKind(numbers[part].of, of: total.of)
      else { return }
      parts.insert(numbers[part], at: 0)
      end = start
    }
    guard parts.count >= 2, let sum = sum(of: parts) else { return }
    let holds = agrees(total.value, sum, within: slack(of: parts + [total]))
    guard holds || nearlyAgrees(total.value, sum, oneIn: 3), let first = parts.first else { return }
    add(
      .sum, total, sum, holds: holds, tokens: first.tokens.lowerBound..<total.tokens.upperBound,
      members: parts.map(\.member))
  }

  private func beginsLine(_ at: Int) -> Bool { at <= 0 || stream[at].startsLine || outline.beginsParagraph[at] }

  /// How far behind the beginning of its line the total stands at most, in tokens.
  private static let totalReach = 16

  /// Whether a paragraph begins by telling what all comes to: `Tổng cộng`, `Cộng`, `Như vậy`.
  private func saysTotal(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first(where: { stream[$0].isWord }), tokens.upperBound - first <= Self.totalReach else {
      return false
    }
    return AwardLabel.isTotal(stream, first) || stream[first].key == "như" && stream[first + 1].key == "vậy"
  }
}
