/// Changes whose numbers have no noun or unit of their own.
extension Audit {
  /// Bare figures, or a quantity that begins with them.
  private struct Figures {
    var value: DecimalNumber
    /// With the noun or unit of a quantity.
    var tokens: Range<Int>
    var isBare: Bool
    var places: Int

    var member: Candidate.Member { Candidate.Member(tokens: tokens, value: value) }
  }

  /// `giảm 62, từ 220 xuống còn 158`; `chi cục từ 17 còn 12, giảm 05 chi cục`: what something was, what it became, and
  /// by how much, where one of the ends at least has no noun. Where both have one `fall` and `remainder` tell.
  ///
  /// - Complexity: O(*n*) in tokens.
  mutating func bareChanges() {
    for from in 1..<max(1, stream.count) where stream[from].key == Words.tu && stream[from + 1].isNumber {
      guard let before = figures(at: from + 1), let lead = becoming(behind: before.tokens.upperBound),
        let after = figures(at: lead), before.isBare || after.isBare,
        let change = change(before: from) ?? change(behind: after.tokens.upperBound),
        let computed = growth(from: before.value, to: after.value, change.sign), !computed.isNegative
      else { continue }
      let number = change.number
      let places = max(before.places, after.places, number.places)
      let slack = places == 0 ? .zero : DecimalNumber(digits: 1, scale: places)
      let all = [before, after, number]
      add(
        .difference, Number(value: number.value, tokens: number.tokens), computed,
        holds: agrees(number.value, computed, within: slack),
        tokens: all.map(\.tokens.lowerBound).min()!..<all.map(\.tokens.upperBound).max()!,
        members: all.map(\.member))
    }
  }

  /// The number that begins at a token; nil for a share, a rate or what is counted in thousands.
  private func figures(at index: Int) -> Figures? {
    guard stream[index].isNumber, !outline.beginsParagraph[index], let numeral = numerals.figures(at: index) else {
      return nil
    }
    guard let quantity = numbers(in: index..<index + 1).first.map({ numbers[$0] }) else {
      let mark = stream[numeral.end]
      guard !mark.isSign("/"), !mark.isSign("%"), !mark.isSign("-") || !mark.isJoined else { return nil }
      return Figures(
        value: numeral.value, tokens: index..<numeral.end, isBare: true, places: numeral.value.scale)
    }
    guard quantity.unit == "count", quantity.outOf == nil, !isRate(quantity), quantity.value == numeral.value else {
      return nil
    }
    return Figures(value: quantity.value, tokens: quantity.tokens, isBare: false, places: numeral.value.scale)
  }

  /// The token behind `còn`, `xuống còn`, `lên`, ... with a few words before: `từ 142 nay còn 108`.
  private func becoming(behind end: Int) -> Int? {
    var at = end
    while at - end < 6, stream[at].isWord || stream[at].isSign(","), !outline.beginsParagraph[safe: at] {
      at += 1
    }
    return at > end && Self.becoming.contains(stream[at - 1].key) ? at : nil
  }

  /// `giảm 62, từ`
  private func change(before from: Int) -> (number: Figures, sign: Int)? {
    var end = from
    if stream[end - 1].isSign(",") || stream[end - 1].isSign("(") { end -= 1 }
    for at in stride(from: end - 1, through: max(1, end - 6), by: -1) {
      if outline.beginsParagraph[at] { return nil }
      guard stream[at].isNumber, let sign = direction(before: at) else { continue }
      guard let number = figures(at: at), number.tokens.upperBound == end else { return nil }
      return (number, sign)
    }
    return nil
  }

  /// `, giảm 05 chi cục`, `(giảm 05)`
  private func change(behind end: Int) -> (number: Figures, sign: Int)? {
    guard stream[end].isSign(",") || stream[end].isSign("("), !outline.beginsParagraph[safe: end + 1],
      let sign = direction(before: end + 2), let number = figures(at: end + 2)
    else { return nil }
    return (number, sign)
  }
}
