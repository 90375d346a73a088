/// Parts behind `trong đó`.
extension Audit {
  /// `948,3 tỷ đồng, trong đó chi: ... 722,3 tỷ đồng; ... 226 tỷ đồng`
  mutating func namedParts(_ index: Int) {
    let total = numbers[index]
    // `76 trên tổng số 92 em dự thi đạt giải, trong đó có ...`: parts of those who won.
    if isBelow(total), stream[total.tokens.lowerBound - 4].isNumber { return }
    // `8/8 thí sinh đoạt giải` tells who won, and how many of all.
    guard total.outOf == nil || winsPrizes(total), total.unit != "percent", total.unit != "year",
      total.unit != "month", total.unit != "day"
    else {
      return
    }
    var end = sentenceEnd(from: total.tokens.upperBound)
    // `... 2.650 tỷ đồng, bằng 72,3% dự toán. Trong đó: ...`
    if stream[end].isSign("."), stream[end + 1].key == Words.trong, stream[end + 2].key == Words.doThat,
      !outline.beginsParagraph[safe: end + 1]
    {
      end = sentenceEnd(from: end + 1)
    }
    // `trong đó` belongs to the nearest number of its kind before it; `trong đó một số khoản chi ...` names some parts only.
    let at = firstNaming(from: total.tokens.upperBound)
    // `46.850 ha, đạt 104,1% kế hoạch (45.000 ha), trong đó: ...`: not the plan in brackets.
    guard at < end, words.someParts.match(stream, at: at + 2) == nil, !standsInBrackets(total),
      !numbers(in: total.tokens.upperBound..<at).contains(where: {
        numbers[$0].unit == total.unit && !isChange($0)
          && !standsInBrackets(numbers[$0])
          && (total.unit != "count" || isKind(numbers[$0].of, of: total.of))
      })
    else { return }
    // `doanh thu 58.389 tỷ đồng (trong đó doanh thu thuần 56.518 tỷ đồng), ...`: nothing behind the brackets is named.
    if stream[at - 1].isSign("("), let close = matchingBracket(of: at - 1) { end = min(end, close) }
    let parts = numbers(in: at..<end).filter {
      numbers[$0].unit == total.unit && numbers[$0].outOf == nil && !isChange($0)
        && (total.unit != "count" || isKind(numbers[$0].of, of: total.of) || isMedal(numbers[$0], of: total))
    }.map { numbers[$0] }
    guard parts.count >= 2, let last = parts.last else { return otherParts(total, behind: at, before: end) }
    // `trong đó công ty mẹ đạt 87.033 tỷ đồng; vốn chủ sở hữu 16.244 tỷ đồng`: another clause speaks of another amount.
    if total.unit != "count", parts.count == 2, let sum = sum(of: parts), sum > total.value, let first = parts.first,
      (first.tokens.upperBound..<parts[1].tokens.lowerBound).contains(where: { stream[$0].isSign(";") }),
      !(at..<first.tokens.lowerBound).contains(where: { stream[$0].isSign(":") })
    {
      return
    }
    // Of `162 tập thể, 298 cá nhân, 16 hộ gia đình` some are counted by another word.
    let behind = last.tokens.upperBound
    let clauseEnd =
      (behind..<max(behind, end)).first { stream[$0].isSign(";") || stream[$0].isSign(")") || stream[$0].isSign("(") }
    let counted = numbers(in: at..<(clauseEnd ?? max(behind, end))).count {
      numbers[$0].unit == total.unit && numbers[$0].outOf == nil && !isChange($0)
        && !stream[numbers[$0].tokens.lowerBound - 1].isSign("/")
    }
    // `196 chỉ tiêu, trong đó: Sở Y tế 46 chỉ tiêu, Sở Giáo dục 388 chỉ tiêu, ...`: no part is more than its whole.
    if stream[at + 2].isSign(":"), parts.allSatisfy({ $0.of == total.of && !$0.isBounded }), !total.isBounded,
      parts.count(where: { $0.value > total.value }) == 1, let sum = sum(of: parts)
    {
      return addSum(total, of: parts, sum, holds: false)
    }
    // `trong đó đã đăng ký 70.910 tàu, còn 14.585 tàu`: what is left, which the difference tells; but `4 tàu còn lại` is a part.
    if parts.count == 2, total.unit == "count", isLeft(last), stream[last.tokens.upperBound].key != "còn",
      isSameKind(last.of, parts[0].of ?? ""),
      isSameKind(last.of, total.of ?? "")
    {
      return
    }
    // `86.420 người, trong đó nông thôn 75.318 người, chiếm 87,2%; dân tộc thiểu số 18.935 người (21,9%)`: parts that
    // overlap, each with its own share.
    if parts.allSatisfy({ hasShare($0, of: total) }), sum(of: parts) != total.value { return }
    if counted > parts.count, sum(of: parts) != total.value { return otherParts(total, behind: at, before: end) }
    emitSum(
      total, parts, tokens: total.tokens.lowerBound..<last.tokens.upperBound, onlyNear: true,
      slips: areDivided(parts) ? 5 : areTooMany(parts, of: total, from: at) ? 2 : nil)
  }

  /// `26 chương trình, trong đó 21 chương trình ..., 08 chương trình ..., 02 chương trình ...`: whether things that are told off one after the
  /// other are more than all of them; of persons one may be named twice.
  private func areTooMany(_ parts: [Number], of total: Number, from naming: Int) -> Bool {
    guard parts.count >= 3, !total.isBounded, isThing(total), let sum = sum(of: parts) else { return false }
    return sum > total.value && parts.allSatisfy { $0.of == total.of && !$0.isBounded }
      && isCountedThrough(parts, from: naming + 1)
  }

  /// Whether the share behind a part is that of the total.
  private func hasShare(_ part: Number, of total: Number) -> Bool {
    percent(behind: part.tokens.upperBound).map { isShare($0, part, of: total) } ?? false
  }

  /// `5 nội dung thuộc lĩnh vực kinh tế, 4 nội dung thuộc lĩnh vực xây dựng Đảng`: parts of one noun, each told where it belongs, so that
  /// none is counted twice.
  private func areDivided(_ parts: [Number]) -> Bool {
    parts.allSatisfy { $0.of == parts[0].of && !$0.isBounded && stream[$0.tokens.upperBound].key == "thuộc" }
  }

  /// `có 6 cháu đạt giải, trong đó có 1 giải B và 5 giải C`; `4 người tử nạn, trong đó 1 ca tại chỗ và 3 trường hợp tại bệnh viện`:
  /// parts that are counted by other words, when they are as many.
  private mutating func otherParts(_ total: Number, behind naming: Int, before end: Int) {
    // `8 giấy chứng nhận với vốn 3.588 tỷ đồng, trong đó có 4 dự án trong nước, 4 dự án nước ngoài`: amounts count nothing.
    guard total.unit == "count",
      let nearest = numbers(in: total.tokens.lowerBound..<naming).last(where: { numbers[$0].unit == "count" }),
      winsPrizes(total) || numbers[nearest] === total
    else { return }
    let parts = numbers(in: naming..<end).filter { numbers[$0].unit == "count" && numbers[$0].outOf == nil }
      .map { numbers[$0] }
    // Who won and what was won are as many but for a slip, and so are all parts of one noun: `560 người, trong đó 272 chỉ tiêu ... và
    // 288 chỉ tiêu ...`.
    let areWon =
      winsPrizes(total) && parts.allSatisfy { isWon($0) } || parts.allSatisfy { isWon($0) || namesPrize(behind: $0) }
    let areAlike = parts.allSatisfy { $0.of == parts[0].of && !$0.isBounded }
    guard parts.count >= 2, let last = parts.last else { return }
    // `3 Giáo sư, 49 Phó giáo sư, ..., 86 Cử nhân và 44 trình độ khác`: with the others they are all.
    let isComplete = parts.count >= 3 && namesOthers(last) && !parts.contains(where: \.isBounded)
    guard areWon || areAlike || isComplete || sum(of: parts) == total.value else { return }
    emitSum(
      total, parts, tokens: total.tokens.lowerBound..<last.tokens.upperBound, onlyNear: true,
      slips: isComplete ? 5 : areWon ? 7 : 25)
  }

  /// Whether a number counts no persons or what belongs to several groups at once.
  func isThing(_ number: Number) -> Bool {
    guard number.unit == "count", let noun = number.of?.split(separator: " ").first else { return false }
    return !Self.groups.contains(noun)
  }

  /// First words of nouns whose members are named by more than one trait: women, members of the Party, the poor.
  private static let groups: Set<Substring> = [
    "người", "đồng", "cán", "học", "sinh", "đại", "giáo", "hộ", "đảng", "công", "em", "lao", "hội", "đoàn", "thành",
    "bệnh", "ca", "trường", "xã", "thôn", "cá", "trẻ", "thí", "chiến", "khách", "lượt", "thanh", "phụ", "nhân", "đơn",
  ]

  /// `44 trình độ khác`
  private func namesOthers(_ number: Number) -> Bool {
    stream[number.tokens.upperBound - 1].key == "khác" || stream[number.tokens.upperBound].key == "khác"
  }

  /// `11 em đoạt giải Nhất`
  private func namesPrize(behind number: Number) -> Bool {
    let end = number.tokens.upperBound
    return Self.winning.contains(stream[end].key) && stream[end + 1].key == "giải"
  }

  /// `12 HCV` are some of `42 huy chương`.
  private func isMedal(_ part: Number, of total: Number) -> Bool {
    guard let noun = part.of, let whole = total.of else { return false }
    return noun.hasPrefix("hc") && whole.hasPrefix("huy chương")
  }
}
