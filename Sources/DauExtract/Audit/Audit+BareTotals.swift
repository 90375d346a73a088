/// Totals without a noun: the label before their colon says what is counted.
extension Audit {
  /// `+ Huân chương Lao động: 17 (02 hạng Nhất, 04 hạng Nhì, 11 hạng Ba)`; `Bằng khen: 926 (348 tập thể, 561 cá nhân, 17 hộ gia đình)`: bare
  /// figures between a colon and brackets, in which each part begins with its number.
  ///
  /// - Complexity: O(*n*) in tokens.
  mutating func bareTotals() {
    for open in 1..<max(1, stream.count) where stream[open].isSign("(") && stream[open - 1].isNumber {
      var start = open - 1
      while start > 0, open - start < 6, stream[start].isJoined, !stream[start].startsLine { start -= 1 }
      guard start > 0, stream[start - 1].isSign(":"), !outline.beginsParagraph[start],
        numbers(in: start..<open).isEmpty,
        let numeral = numerals.figures(at: start), numeral.end == open, numeral.value.isWhole,
        let close = closingBracket(from: open), let parts = bareParts(in: open + 1..<close), parts.count >= 2
      else { continue }
      let total = Number(value: numeral.value, tokens: start..<open)
      guard let sum = sum(of: parts) else { continue }
      let holds = sum == total.value
      guard holds || nearlyAgrees(total.value, sum, oneIn: 3) else { continue }
      add(.sum, total, sum, holds: holds, tokens: start..<close + 1, members: parts.map(\.member))
    }
  }

  /// The numbers that the parts of a list begin with; nil where one has none, two, or more than words behind it.
  private func bareParts(in range: Range<Int>) -> [Number]? {
    var parts: [Number] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard let numeral = numerals.figures(at: at), numeral.end < range.upperBound, numeral.value.isWhole else {
        return nil
      }
      var end = numeral.end
      while end < range.upperBound, stream[end].isWord, stream[end].key != Words.va { end += 1 }
      guard end > numeral.end else { return nil }
      parts.append(Number(value: numeral.value, tokens: at..<numeral.end))
      guard end < range.upperBound else { break }
      guard stream[end].isSign(",") || stream[end].isSign(";") || stream[end].key == Words.va else { return nil }
      at = end + 1
      if stream[at].key == Words.va { at += 1 }
    }
    return parts
  }
}
