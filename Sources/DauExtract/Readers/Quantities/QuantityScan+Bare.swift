/// Numbers of measures that have no unit: marks, coefficients, and how many of one thing there are for one of another.
extension QuantityScan {
  /// `đạt 3,95 theo thang đo 5 mức`, `tăng lên 2,34.`: a number with decimals behind a word that tells what was measured, with nothing
  /// counted behind it.
  ///
  /// - Returns: the token behind the number.
  mutating func readBareMeasure(at index: Int, _ numeral: Numeral) -> Int? {
    guard isBareDecimal(numeral, from: index), isOpen(index), Self.measuring.contains(stream[index - 1].key),
      endsMeasure(numeral.end)
    else { return nil }
    add(QuantityFact(value: numeral.value, unit: "count", bound: .exact), index..<numeral.end, confidence: 0.7)
    return numeral.end
  }

  /// `mức điểm tốt từ 3,89 đến 4,1`: the same as a range.
  mutating func readBareRange(at index: Int, _ first: Numeral) -> Int? {
    guard isBareDecimal(first, from: index), stream[index - 1].key == Words.tu, isOpen(index),
      stream[first.end].key == Words.den,
      isOpen(first.end), isOpen(first.end + 1), stream[first.end + 1].isNumber,
      let second = numerals.figures(at: first.end + 1), isBareDecimal(second, from: first.end + 1),
      first.value < second.value,
      endsMeasure(second.end)
    else { return nil }
    add(
      QuantityFact(value: nil, low: first.value, high: second.value, unit: "count", bound: .exact),
      (index - 1)..<second.end, confidence: 0.7)
    return second.end
  }

  /// `Tỷ số bài báo trên cán bộ: 69,75/20 (3,49)`: a fraction that the number in brackets behind it is the quotient of. Both are read.
  mutating func readQuotient(at index: Int, _ part: Numeral) -> Int? {
    guard stream[part.end].isSign("/"), stream[part.end].isJoined, stream[part.end + 1].isNumber,
      stream[part.end + 1].isJoined, let whole = numerals.figures(at: part.end + 1), stream[whole.end].isSign("("),
      isOpen(whole.end), stream[whole.end + 1].isNumber, let quotient = numerals.figures(at: whole.end + 1),
      stream[quotient.end].isSign(")"), isBareDecimal(quotient, from: whole.end + 1),
      isQuotient(quotient.value, part.value, whole.value)
    else { return nil }
    add(
      QuantityFact(value: part.value, unit: "count", bound: .exact, outOf: whole.value), index..<whole.end,
      confidence: 0.8)
    add(
      QuantityFact(value: quotient.value, unit: "count", bound: .exact), (whole.end + 1)..<quotient.end,
      confidence: 0.8)
    return quotient.end + 1
  }

  /// Whether a number is that of a division, to its last decimal that is not 0.
  private func isQuotient(_ quotient: DecimalNumber, _ part: DecimalNumber, _ whole: DecimalNumber) -> Bool {
    // quotient ± half of its last place, times the whole: 2 · 10^places · part lies between (2q ∓ 1) · whole.
    guard let scaled = quotient.scaled(byPowerOfTen: quotient.scale),
      let twice = scaled.multiplied(by: DecimalNumber(2)),
      let target = part.scaled(byPowerOfTen: quotient.scale)?.multiplied(by: DecimalNumber(2)),
      let low = twice.adding(DecimalNumber(-1))?.multiplied(by: whole),
      let high = twice.adding(DecimalNumber(1))?.multiplied(by: whole)
    else { return false }
    return low <= target && target <= high
  }

  /// Whether a number has decimals behind a comma, as measures are printed; one behind a point may be a version or a section.
  private func isBareDecimal(_ numeral: Numeral, from start: Int) -> Bool {
    !numeral.isReversed && !numeral.isWritten && !numeral.hasLeadingZero
      && (numeral.value.scale > 0 || (start..<numeral.end).contains { stream[$0].isSign(",") })
  }

  /// Whether nothing that may be counted stands at a token: a mark, the end of a paragraph, or a word that names the scale.
  private func endsMeasure(_ index: Int) -> Bool {
    guard isOpen(index), !numerals.beginsSentence(index) else { return true }
    let token = stream[index]
    if token.isWord { return !token.isJoined && Self.scaleLeads.contains(token.key) }
    return token.kind == .sign && !token.isJoined || token.endsClause || token.isSign(",") || token.isSign(")")
  }

  /// Before the number of a measure.
  private static let measuring: WordSet = ["đạt", "còn", "lên", "xuống", "mức"]
  /// Behind it, before its scale or what it is compared with.
  private static let scaleLeads: WordSet = ["theo", "so", "trên", "và", "trong"]
}
