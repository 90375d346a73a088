/// Lists whose items have one number of a kind each, against the total of the kind above them.
extension Audit {
  /// `04 khối thi đua với 124 đơn vị, chia thành 17 cụm, cụ thể:` above `- Khối ...: 10 đơn vị, 02 cụm;`; `Tổng chi là 11.264,5 tỷ đồng, gồm:`
  /// above `- Chi đầu tư: 3.126,8 tỷ đồng;`; `Kết quả của từng tỉnh như sau:`, whose total a paragraph before tells. Where the items make it
  /// up, the shares in their brackets are held against it.
  ///
  /// Items may overlap (`- Tiêu chí điện: 95 xã; - Tiêu chí y tế: 90 xã`), so that what does not agree is told when it is near, when the
  /// paragraph says that it is divided, or when the items make up a total of another kind.
  ///
  /// - Complexity: O(*n*) in tokens of the list, forty items at most.
  mutating func uniformList(_ index: Int) {
    let list = paragraphStart(of: numbers[index].tokens.lowerBound)
    guard list > 1, beginsItem(list), stream[list - 1].isSign(":"),
      index == 0 || numbers[index - 1].tokens.lowerBound < list
    else { return }
    let head = paragraphStart(of: list - 1)..<list
    guard !head.contains(where: { words.openLists.contains(stream[$0].key) && stream[$0 + 1].isSign(":") }) else {
      return
    }
    let items = items(from: list)
    guard items.count >= 3 else { return }
    let sums = numbers(in: items[0]).compactMap { sum(of: numbers[$0], in: items, below: head) }
    let isComplete = sums.contains { $0.holds }
    // `Chia theo biện pháp:`
    let isDividedBy = head.contains { dividesBy(at: $0) }
    let isDivided = head.contains { Self.dividing.contains(stream[$0].key) }
    for sum in sums {
      let isNear = nearlyAgrees(sum.total.value, sum.value, oneIn: sum.isBefore ? 50 : isComplete ? 2 : 10)
      let isSome = sum.value.adding(sum.value).map { $0 >= sum.total.value } ?? false
      guard
        sum.holds || isNear || sum.isExchanged || isDivided && sum.isOnly && sum.value > sum.total.value
          || isDividedBy && sum.isOnly && isSome
      else { continue }
      add(.sum, sum.total, sum.value, holds: sum.holds, tokens: sum.total.tokens, members: sum.parts.map(\.member))
      if sum.holds { shares(of: sum) }
    }
  }

  private struct ListSum {
    var total: Number
    var parts: [Number]
    var value: DecimalNumber
    var holds: Bool
    /// Whether no other number of the kind stands in the paragraph.
    var isOnly: Bool
    /// Whether the total stands in a paragraph before.
    var isBefore: Bool
    /// Whether two exchanged digits explain what it misses.
    var isExchanged: Bool
  }

  /// The tokens of the items, each up to the end of its first sentence: behind it the text may go on, where lines are cut.
  private func items(from list: Int) -> [Range<Int>] {
    var items: [Range<Int>] = []
    let mark = itemMark(at: list)
    var at = list
    while at < stream.count, items.count < 40, beginsItem(at) {
      let end = paragraphEnd(from: at)
      if itemMark(at: at) == mark { items.append(at..<min(end, sentences.end(from: at) + 1)) }
      at = end
    }
    return items
  }

  /// The numbers of one kind in the items, one in each, and the total that they can make up.
  private func sum(of first: Number, in items: [Range<Int>], below head: Range<Int>) -> ListSum? {
    guard isSummed(first) else { return nil }
    var parts: [Number] = []
    for item in items {
      let own = alike(first, in: item)
      guard own.count == 1, !own[0].isBounded else { return nil }
      parts += own
    }
    guard let value = sum(of: parts) else { return nil }
    // `đạt 96,5% kế hoạch (30.000 người)`: a plan is no total.
    let wholes = alike(first, in: head)
    var totals = wholes.count > 1 ? wholes.filter { !standsInBrackets($0) } : wholes
    // `Phân tích 1.256 cá nhân được khen thưởng theo đối tượng:` above `+ Lãnh đạo cấp phòng: 218 người`
    if totals.isEmpty, first.of == "người" {
      totals = numbers(in: head).map { numbers[$0] }.filter {
        $0.unit == "count" && $0.outOf == nil && ($0.of == "cá nhân" || $0.of == "đồng chí")
      }
    }
    let isBefore = totals.isEmpty
    if isBefore {
      totals = alike(first, in: max(0, head.lowerBound - Self.reach)..<head.lowerBound)
    }
    let slack = slack(of: parts)
    let held = totals.last { agrees($0.value, value, within: slack.adding($0.slack) ?? slack) }
    // `trả lại 98 hồ sơ. Lý do trả lại:`: the number straight before the list, if exchanged digits explain what it
    // misses.
    let exchanged = isBefore ? nil : totals.last.flatMap { areExchanged($0, parts, value) ? $0 : nil }
    guard
      let total = held ?? exchanged ?? totals.last(where: { nearlyAgrees($0.value, value, oneIn: 10) }) ?? totals.first,
      !total.isBounded || isPrecise(total)
    else { return nil }
    return ListSum(
      total: total, parts: parts, value: value, holds: held != nil, isOnly: totals.count == 1, isBefore: isBefore,
      isExchanged: held == nil && exchanged != nil)
  }

  private mutating func shares(of sum: ListSum) {
    for part in sum.parts {
      guard let percent = percent(behind: part.tokens.upperBound) else { continue }
      emitRatio(
        part, of: sum.total.value, stated: percent, members: [part.member, sum.total.member, percent.member],
        from: part.tokens.lowerBound, always: true)
    }
  }

  /// The numbers of the kind of another; where it is a change, those that change the same way: `giảm 132 đơn vị` above
  /// `+ Y tế giảm 19 đơn vị;`.
  private func alike(_ other: Number, in tokens: Range<Int>) -> [Number] {
    let sign = direction(of: other)
    return numbers(in: tokens).filter {
      let isSame = sign == nil ? !isChange($0) : direction(of: numbers[$0]) == sign
      return isSame && isOfKind(numbers[$0], of: other) && isSummed(numbers[$0])
    }.map { numbers[$0] }
  }

  /// Say in the paragraph above a list that its total is divided.
  private static let dividing: WordSet = ["chia", "phân", "gồm"]
}
