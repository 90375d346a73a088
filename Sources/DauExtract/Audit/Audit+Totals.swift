/// A total that stands behind its parts.
extension Audit {
  /// `chi thường xuyên 2.345,6 tỷ đồng, chi đầu tư 1.204,4 tỷ đồng; tổng chi 3.550 tỷ đồng`; `64 tập thể và 152 cá nhân (tổng số
  /// 216 trường hợp)`.
  ///
  /// A sum that fails is told only of parts that are surely those of the total: recipients of awards, or amounts under the
  /// word that stands behind `tổng`.
  mutating func totalBehind(_ index: Int) {
    let total = numbers[index]
    guard index > 1, total.outOf == nil, total.unit != "percent", total.unit != "year", let lead = totalLead(of: total)
    else { return }
    let start = sentenceStart(of: lead)
    let parts = numbers(in: start..<lead).filter {
      numbers[$0].unit == total.unit && numbers[$0].outOf == nil && !isChange($0)
    }.suffix(8).map { numbers[$0] }
    guard parts.count >= 2, let first = parts.first, !parts.contains(where: { isTotalled($0) }) else { return }
    let tokens = first.tokens.lowerBound..<total.tokens.upperBound
    for count in 2...parts.count {
      let taken = Array(parts.suffix(count))
      guard let sum = sum(of: taken) else { return }
      let slack = slack(of: taken + [total])
      guard agrees(total.value, sum, within: slack) else { continue }
      add(.sum, total, sum, holds: true, tokens: tokens, members: taken.map(\.member))
      return
    }
    // `mở rộng với tổng diện tích là 4.737 m2`: of what it became.
    if (max(start, lead - 4)..<lead).contains(where: { Self.enlargements.contains(stream[$0].key) }) { return }
    guard let sum = sum(of: parts), !isRounded(total, parts, sum),
      nearlyAgrees(total.value, sum, oneIn: 4) && areSurelyParts(parts, of: total, in: start..<lead)
        || areExchanged(total, parts, sum) && parts.allSatisfy({ $0.of == total.of && !$0.isBounded })
    else { return }
    add(.sum, total, sum, holds: false, tokens: tokens, members: parts.map(\.member))
  }

  private static let enlargements: WordSet = ["rộng", "nâng", "lên", "thành"]

  private func areSurelyParts(_ parts: [Number], of total: Number, in tokens: Range<Int>) -> Bool {
    if total.unit == "count" {
      if isPrize(total), parts.allSatisfy({ isPrize($0) }) { return true }
      // `cấp xã 145 người, cấp huyện 80 người, cấp tỉnh 20 người, tổng cộng 245 người`
      let isOneNoun = parts.count >= 3 && parts.allSatisfy { $0.of == total.of }
      if isOneNoun, stream[tokens.upperBound + 1].key == "cộng" { return true }
      return recipients.contains(total.of ?? "") && parts.allSatisfy { recipients.contains($0.of ?? "") }
    }
    let kind = stream[tokens.upperBound + 1].key
    return tokens.count { stream[$0].key == kind } >= parts.count
  }

  /// Where `tổng`, at most six words before a number, begins to speak of it.
  private func totalLead(of total: Number) -> Int? {
    let start = total.tokens.lowerBound
    // `45 tập thể và 120 cá nhân (165 tập thể, cá nhân)`
    if stream[start - 1].isSign("("), stream[total.tokens.upperBound].isSign(")"), let noun = total.of,
      noun.utf8.contains(0x2C), recipients.contains(noun)
    {
      return start - 1
    }
    // `tổng số tiền thu khoản này là 80 triệu đồng`
    let reach = stream[start - 1].key == "là" || stream[start - 1].key == "tới" ? 9 : 7
    for at in stride(from: start - 1, through: max(start - reach, 0), by: -1) {
      guard stream[at].isWord, !outline.beginsParagraph[safe: at + 1] else { return nil }
      if stream[at].key == "tổng" { return stream[at - 1].key == Words.trong ? nil : at }
    }
    return nil
  }

  func isTotalled(_ number: Number) -> Bool { totalLead(of: number) != nil }
}
