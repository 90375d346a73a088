/// Two numbers that are all: men and women, what is so and what is not.
extension Audit {
  /// `96 đại biểu, trong đó có 58 nam, 38 nữ`; `3.215 cán bộ, trong số đó nữ 1.980 người, nam 1.235 người`: nobody is neither.
  mutating func menAndWomen(_ index: Int) {
    guard index > 0, index + 1 < numbers.count, case let total = numbers[index - 1], total.unit == "count",
      total.outOf == nil, !isChange(index - 1), !total.isBounded, sex(of: total) == nil,
      case let (a, b) = (numbers[index], numbers[index + 1]), a.unit == "count", b.unit == "count", a.outOf == nil,
      b.outOf == nil, let first = sex(of: a), let second = sex(of: b), first != second,
      b.tokens.lowerBound - a.tokens.upperBound <= 3, a.tokens.lowerBound - total.tokens.upperBound <= 8,
      !crossesParagraph(from: total, to: b), let sum = sum(of: [a, b]),
      sum >= total.value || nearlyAgrees(total.value, sum, oneIn: 4) || areExchanged(total, [a, b], sum)
    else { return }
    addSum(total, of: [a, b], sum, holds: sum == total.value)
  }

  /// `phát ra 52 phiếu; hợp lệ 51 phiếu, không hợp lệ 01 phiếu`; `8/10 chỉ tiêu đạt, 2/10 chỉ tiêu không đạt`: what is
  /// so and what is not are all.
  mutating func complements(_ index: Int) {
    guard index + 1 < numbers.count, case let (a, b) = (numbers[index], numbers[index + 1]), a.unit == "count",
      b.unit == "count", isSameKind(b.of, a.of ?? ""), b.tokens.lowerBound - a.tokens.upperBound <= 8,
      !crossesParagraph(from: a, to: b), let sum = sum(of: [a, b]), !isChange(index), !isChange(index + 1)
    else { return }
    if let whole = a.outOf, b.outOf == whole, isNegation(of: a, by: b, before: false) {
      let total = Number(a, value: whole)
      guard sum == whole || sum > whole && nearlyAgrees(whole, sum, oneIn: 4) else { return }
      return addSum(total, of: [a, b], sum, holds: sum == whole)
    }
    guard a.outOf == nil, b.outOf == nil, !a.isBounded, !b.isBounded,
      isNegation(of: a, by: b, before: true) || isNegation(of: a, by: b, before: false),
      let total = numbers(in: sentenceStart(of: a.tokens.lowerBound)..<a.tokens.lowerBound).last(where: {
        isSameKind(numbers[$0].of, a.of ?? "") && numbers[$0].outOf == nil && !isChange($0)
      }).map({ numbers[$0] }), !total.isBounded, total.value > a.value || total.value > b.value
    else { return }
    // Some may have done neither, `436 tán thành; 2 không tán thành` of 439, but no more than all can have done either.
    guard
      sum == total.value || sum > total.value && nearlyAgrees(total.value, sum, oneIn: 3)
        || areExchanged(total, [a, b], sum)
    else { return }
    addSum(total, of: [a, b], sum, holds: sum == total.value)
  }

  /// Whether the words straight before the second number, or behind it, are those of the first with `không` or `chưa`.
  private func isNegation(of a: Number, by b: Number, before: Bool) -> Bool {
    if before {
      let lead = b.tokens.lowerBound
      guard
        let not = (a.tokens.upperBound..<lead).last(where: { Self.negations.contains(stream[$0].key) }),
        case let count = lead - not - 1, (1...4).contains(count), a.tokens.lowerBound > count
      else { return false }
      return (1...count).allSatisfy { stream[lead - $0].key == stream[a.tokens.lowerBound - $0].key }
    }
    guard Self.negations.contains(stream[b.tokens.upperBound].key) else { return false }
    let word = stream[b.tokens.upperBound + 1]
    return word.isWord && word.key == stream[a.tokens.upperBound].key
  }

  private static let negations: WordSet = ["không", "chưa"]

  /// `nam` or `nữ` behind the figures of a number, or before it.
  private func sex(of number: Number) -> WordKey? {
    let words = number.tokens.filter { stream[$0].isWord } + [number.tokens.lowerBound - 1]
    return words.lazy.map { stream[$0].key }.first { Self.sexes.contains($0) }
  }

  private static let sexes: WordSet = ["nam", "nữ"]
}
