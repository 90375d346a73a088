/// What the readers of sums share: which numbers can be parts of which, and how near they must come.
extension Audit {
  /// Whether a number is how much something changed by.
  func isChange(_ index: Int) -> Bool {
    let before = stream[numbers[index].tokens.lowerBound - 1].key
    return before == "tăng" || before == "giảm" || before == "vượt" || before == "hơn"
  }

  /// `bài dự thi` and `bài` are one kind of thing.
  func isSameKind(_ a: String?, _ b: String) -> Bool {
    guard let a else { return false }
    return a == b || a.hasPrefix(b + " ") || b.hasPrefix(a + " ")
  }

  /// Whether a number is of the kind of another, told by itself and no change.
  func isAlike(_ index: Int, _ other: Number) -> Bool { !isChange(index) && isOfKind(numbers[index], of: other) }

  /// Whether a number outside brackets has the unit of another and counts what it counts.
  func isOfKind(_ number: Number, of other: Number) -> Bool {
    number.unit == other.unit && number.outOf == nil && !isBracketed(number)
      && (other.unit != "count" || isSameKind(number.of, other.of ?? ""))
  }

  /// Whether a number has a unit that parts and totals have.
  func isSummed(_ number: Number) -> Bool {
    number.outOf == nil && Self.summed.contains(number.unit) && !isRate(number)
  }

  /// `50 triệu đồng/căn`
  func isRate(_ number: Number) -> Bool {
    number.tokens.contains { stream[$0].isSign("/") } || stream[number.tokens.upperBound].isSign("/")
  }

  /// `giải nhì` is a kind of `giải`, `khách` of `lượt khách`.
  func isKind(_ part: String?, of whole: String?) -> Bool {
    guard let part, let whole else { return false }
    return part.hasPrefix(whole) || whole.hasSuffix(part) || whole.hasPrefix(part)
  }

  func sum(of parts: [Number]) -> DecimalNumber? {
    var sum = DecimalNumber.zero
    for part in parts {
      guard let next = sum.adding(part.value) else { return nil }
      sum = next
    }
    return sum
  }

  /// Whether numbers are told so roughly that they need not add up: `gần 600 nghìn`, or 188.000 for 188.138.
  func isRounded(_ total: Number, _ parts: [Number], _ sum: DecimalNumber) -> Bool {
    if total.isBounded && !isPrecise(total) && !isEstimated(total, as: sum) || parts.contains(where: \.isBounded) {
      return true
    }
    let thousand = DecimalNumber(1000)
    guard total.value >= thousand, let rest = total.value.divided(by: thousand, places: 4), rest.isWhole,
      let difference = total.value.subtracting(sum)
    else { return false }
    return difference.magnitude < DecimalNumber(500)
  }

  /// `ước đạt 3.920 tỷ đồng`: an estimate that is printed to no rounder a place than its sum comes to.
  private func isEstimated(_ total: Number, as sum: DecimalNumber) -> Bool {
    guard stream[total.tokens.lowerBound].key == "ước" else { return false }
    var unit = DecimalNumber(1)
    while let next = unit.scaled(byPowerOfTen: 1), total.value.divided(by: next, places: 3)?.isWhole ?? false,
      next <= total.value
    {
      unit = next
    }
    return sum.divided(by: unit, places: 3)?.isWhole ?? false
  }

  /// By how much a sum may miss its total for the places that they do not print; a measure without places beside parts that
  /// have some was rounded too: `15 km, gồm 5,4 km và 10 km`.
  func slack(of total: Number, _ parts: [Number]) -> DecimalNumber {
    let isRounded =
      total.slack == .zero && total.unit != "count" && total.value.isWhole && parts.contains { !$0.value.isWhole }
    let own = isRounded ? total.half : total.slack
    return parts.reduce(own) { $0.adding($1.slack) ?? $0 }
  }

  /// How near parts that are not said to be all come to their whole by a slip alone, as one part in so many: of a few things
  /// one may be of no kind, and two amounts are seldom all.
  private func slips(of total: Number, _ parts: [Number], _ sum: DecimalNumber) -> Int {
    if total.unit == "count" {
      // Prizes and medals are told with all their kinds.
      if isPrize(total), parts.allSatisfy({ isPrize($0) }) { return 2 }
      return total.value < DecimalNumber(30) ? 15 : 7
    }
    return parts.count == 2 && sum < total.value ? 25 : 7
  }

  /// How many of the first parts, two at least and not all, make up their whole.
  ///
  /// - Complexity: O(*k*) in parts.
  private func wholePrefix(of parts: [Number], _ total: Number) -> Int? {
    var sum = DecimalNumber.zero
    for (index, part) in parts.dropLast().enumerated() {
      guard let next = sum.adding(part.value), next <= total.value else { return nil }
      sum = next
      if index > 0, sum == total.value { return index + 1 }
    }
    return nil
  }

  /// - Parameter allowed: how near the parts must come when they are not said to be all, as one part in so many.
  mutating func emitSum(
    _ total: Number, _ parts: [Number], tokens: Range<Int>, onlyNear: Bool, slips allowed: Int? = nil
  ) {
    guard let sum = sum(of: parts) else { return }
    let holds = agrees(total.value, sum, within: slack(of: total, parts))
    // `6.881 thí sinh, trong đó có 3.993 ...; 2.411 ...; 477 ...; 598 thí sinh tự do`: the first of them make it up, and the rest
    // are told of besides.
    if !holds, let count = wholePrefix(of: parts, total) {
      return emitSum(total, Array(parts.prefix(count)), tokens: tokens, onlyNear: onlyNear, slips: allowed)
    }
    // Kinds of prizes share no prize, so that they cannot be more than all.
    let areTooMany = sum > total.value && isPrize(total) && parts.allSatisfy { isPrize($0) }
    let isSlip = areTooMany || !isRate(total) && areMisprinted(total, parts, sum)
    guard holds || isSlip || total.value.multiplied(by: DecimalNumber(2)).map({ sum <= $0 }) ?? false else { return }
    guard
      holds || !onlyNear || isSlip || nearlyAgrees(total.value, sum, oneIn: allowed ?? slips(of: total, parts, sum))
        || figures(of: total.value) >= 3 && areExchanged(total, parts, sum)
    else { return }
    guard holds || !isRounded(total, parts, sum) else { return }
    add(.sum, total, sum, holds: holds, tokens: tokens, members: parts.map(\.member))
  }
}
