extension Audit {
  /// `04 tỉnh Lạng Sơn, Cao Bằng, Hà Giang, Quảng Ninh`; `03 Trạm: Thú y, Bảo vệ thực vật, Khuyến nông`: a count and the
  /// names of what is counted.
  ///
  /// Names are seldom parted by commas alone, so a list of another length is a fault only behind a colon, when it ends
  /// its clause, holds nothing but names in capitals, and misses the count by one.
  mutating func listedNames(_ index: Int) {
    let total = numbers[index]
    guard total.unit == "count", total.outOf == nil, !total.isBounded, total.value.isWhole,
      total.value > DecimalNumber(2), total.value < DecimalNumber(31),
      total.tokens.contains(where: { stream[$0].isNumber })
    else { return }
    if !namesInCapitals(total) { listedItems(total) }
  }

  /// - Returns: whether the list agreed with its count or was found at fault.
  private mutating func namesInCapitals(_ total: Number) -> Bool {
    var at = total.tokens.upperBound
    let hasMark = stream[at].isSign(":") || stream[at].key == "gồm" || stream[at].key == "là"
    if hasMark { at += 1 }
    if stream[at - 1].key == "gồm", stream[at].isSign(":") { at += 1 }
    let start = at
    var items = 0
    var isOfNames = true
    var isClosed = false
    while at < stream.count, at - start < 160, !outline.beginsParagraph[at] {
      // One name: capitals at its start, and without a mark before the list in each word.
      guard stream[at].isWord, stream[at].isCapital else { break }
      var end = at
      while end < stream.count, stream[end].isWord, !outline.beginsParagraph[end] || end == at, end - at < 10,
        stream[end].key != Words.va
      {
        if !stream[end].isCapital {
          isOfNames = false
          if !hasMark { break }
        }
        end += 1
      }
      items += 1
      if hasMark { end = behindAside(end) }
      let mark = stream[end]
      at = end
      guard mark.isSign(",") || mark.key == Words.va, !outline.beginsParagraph[safe: end] else {
        isClosed =
          mark.isSign(".") || mark.isSign(";") || mark.isSign(")") || mark.kind == .outside
          || outline.beginsParagraph[safe: end]
        break
      }
      at = end + 1
      if stream[at].key == Words.va { at += 1 }
    }
    guard items >= 2, start < at else { return false }
    let computed = DecimalNumber(items)
    let isOneOff = total.value.subtracting(computed).map { $0.magnitude == DecimalNumber(1) } ?? false
    let isFault = hasMark && isClosed && isOfNames && isOneOff && items >= 4
    guard computed == total.value || isFault else { return false }
    add(
      .sum, total, computed, holds: computed == total.value, tokens: total.tokens.lowerBound..<at,
      members: [total.member], note: "names listed")
    return true
  }

  /// Behind the brackets that say what one of a list does, where the list goes on: `Ngoại giao (chủ trì), Y tế`.
  private func behindAside(_ open: Int) -> Int {
    guard stream[open].isSign("("), !outline.beginsParagraph[safe: open], let close = closingBracket(from: open),
      close - open <= 8, stream[close + 1].isSign(",") || stream[close + 1].key == Words.va
    else { return open }
    return close + 1
  }

  /// `03 Phó Chủ tịch Hội đồng gồm: ... là Phó Chủ tịch thứ nhất; ... là Phó Chủ tịch thường trực và 01 Phó Chủ tịch`.
  mutating func listedOffices(_ index: Int) {
    let total = numbers[index]
    guard total.unit == "count", total.outOf == nil, !total.isBounded, total.value > DecimalNumber(1),
      total.value < DecimalNumber(13)
    else { return }
    guard let noun = (total.tokens.lowerBound..<total.tokens.upperBound).first(where: { stream[$0].isWord }),
      total.tokens.upperBound - noun >= 2
    else { return }
    let first = stream[noun].key
    let second = stream[noun + 1].key
    var at = total.tokens.upperBound
    while at - total.tokens.upperBound < 8, stream[at].isWord, stream[at].key != "gồm",
      !outline.beginsParagraph[safe: at]
    {
      at += 1
    }
    guard stream[at].key == "gồm", !outline.beginsParagraph[safe: at] else { return }
    let end = sentenceEnd(from: at)
    var sum = DecimalNumber.zero
    var members: [Candidate.Member] = []
    while at < end {
      if stream[at].key == first, stream[at + 1].key == second {
        if stream[at - 1].key == "là" {
          sum = sum.adding(DecimalNumber(1)) ?? sum
          members.append(Candidate.Member(tokens: at..<(at + 2), value: nil))
        } else if let part = numbers(in: max(at - 3, 0)..<at).last.map({ numbers[$0] }), part.tokens.contains(at) {
          sum = sum.adding(part.value) ?? sum
          members.append(part.member)
        }
      }
      at += 1
    }
    guard members.count >= 2, sum == total.value else { return }
    add(.sum, total, sum, holds: true, tokens: total.tokens.lowerBound..<end, members: members)
  }

  /// `Tổng số thu 686,8 tỷ đồng, đạt 48,5% kế hoạch; ... nợ 27,2 tỷ đồng, bằng 1,92% dự toán thu`: a share of the plan
  /// that an amount and its own share imply. Another plan may be meant, so that only what agrees is told.
  mutating func shareOfPlan(_ index: Int) {
    let percent = numbers[index]
    let behind = percent.tokens.upperBound
    guard percent.unit == "percent", index > 0, stream[behind].key == Words.du, stream[behind + 1].key == Words.toan,
      stream[behind + 2].key == "thu" || stream[behind + 2].key == "chi"
    else { return }
    let part = numbers[index - 1]
    guard part.unit == "VND", percent.tokens.lowerBound - part.tokens.upperBound <= 4 else { return }
    let before = numbers(in: paragraphStart(of: part.tokens.lowerBound)..<part.tokens.lowerBound).suffix(24)
    for share in before.dropFirst().reversed() where numbers[share].unit == "percent" {
      let whole = numbers[share - 1]
      let plan = stream[numbers[share].tokens.upperBound].key
      guard plan == "kế" || plan == Words.du, whole.unit == "VND", whole.value > .zero,
        numbers[share].tokens.lowerBound - whole.tokens.upperBound <= 4,
        let product = part.value.multiplied(by: numbers[share].value),
        let computed = product.divided(by: whole.value, places: 4)
      else { continue }
      let half = percent.half
      guard agrees(percent.value, computed, within: half) else { continue }
      add(
        .ratio, percent, computed, holds: true, tokens: whole.tokens.lowerBound..<percent.tokens.upperBound,
        members: [part.member, whole.member, numbers[share].member], note: "of the plan that the shares imply")
      return
    }
  }
}
