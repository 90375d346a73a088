/// A total against the years that it is told of.
extension Audit {
  /// `Trong 05 năm vận động được 48,75 tỷ đồng; năm 2017 được 8,42 tỷ đồng, năm 2018 được 9,15 tỷ đồng, ...`: the
  /// amounts of years in a row against the nearest of their kind before them. Three years at least; what they miss is
  /// told where it is near or two digits are exchanged.
  ///
  /// - Complexity: O(1): a few numbers behind the total are looked at.
  mutating func yearsOfTotal(_ index: Int) {
    let total = numbers[index]
    guard total.outOf == nil, Self.summed.contains(total.unit), !isChange(index), year(before: total) == nil,
      !isRate(total), !standsInBrackets(total), !inSums.contains(total.tokens)
    else { return }
    var parts: [Number] = []
    var last: Int32?
    for (next, number) in numbers.enumerated().dropFirst(index + 1).prefix(Self.mostYears) {
      guard number.tokens.lowerBound - total.tokens.upperBound < Self.reach, !crossesParagraph(from: total, to: number)
      else { break }
      guard isSameMeasure(number, total), number.outOf == nil else { continue }
      guard let year = year(before: number) else {
        // `bình quân 9,75 tỷ đồng/năm` between, or the next thing.
        if parts.isEmpty, isRate(number) { continue }
        if parts.isEmpty { return }
        break
      }
      guard !isChange(next), last.map({ year == $0 + 1 }) ?? true else { break }
      parts.append(number)
      last = year
    }
    guard parts.count >= 3, let sum = sum(of: parts) else { return }
    let holds = agrees(total.value, sum, within: slack(of: parts + [total]))
    guard
      holds
        || !isRounded(total, parts, sum)
          && (nearlyAgrees(total.value, sum, oneIn: 10) || areExchanged(total, parts, sum))
    else { return }
    addSum(total, of: parts, sum, holds: holds)
  }

  /// `năm 2017 được 8,42 tỷ đồng`, `năm 2016: 1.624 tỷ đồng`: the year straight before a number.
  private func year(before number: Number) -> Int32? {
    let start = number.tokens.lowerBound
    guard start > 1,
      let place = (max(1, start - 3)..<start).last(where: { stream[$0].isNumber && stream[$0].digitCount == 4 }),
      stream[place - 1].key == Words.nam, (1900..<2100).contains(stream[place].value),
      (place + 1..<start).allSatisfy({ stream[$0].isWord || stream[$0].isSign(":") })
    else { return nil }
    return stream[place].value
  }

  /// Numbers looked at behind a total.
  private static let mostYears = 24
}
