/// Which percentages are shares of what was reached.
extension IndicatorAssembler {
  /// `lần lượt giảm 12,5% và 8,4% so với cùng kỳ`: whether a percentage is the first of two that `lần lượt` gives to two subjects.
  ///
  /// - Complexity: O(1).
  func isOneOfPair(_ figure: StatementFigure, in statement: StatementClause) -> Bool {
    let (start, end) = (figure.tokens.lowerBound, figure.tokens.upperBound)
    guard figure.fact.unit == "percent", stream[end].key == Words.va, stream[end + 1].isNumber else { return false }
    return (max(statement.tokens.lowerBound, start - 6)..<start).contains {
      stream[$0].key == "lần" && stream[$0 + 1].key == "lượt"
    }
  }

  /// For the first of such a pair where the second ends, for the second itself the verb that it has from the first.
  func pair(of figure: StatementFigure, in statement: StatementClause) -> (end: Int, verb: StatementPhrases.Verb?)? {
    guard figure.fact.unit == "percent", let place = statement.figures.firstIndex(where: { $0.number == figure.number })
    else { return nil }
    if isOneOfPair(figure, in: statement), place + 1 < statement.figures.count,
      case let second = statement.figures[place + 1], second.fact.unit == "percent"
    {
      return (second.tokens.upperBound, nil)
    }
    guard place > 0, case let first = statement.figures[place - 1], isOneOfPair(first, in: statement),
      first.tokens.upperBound + 1 == figure.number
    else { return nil }
    let limit = place > 1 ? statement.figures[place - 2].tokens.upperBound : nil
    let lead = words.lead(before: first.number, from: statement.tokens.lowerBound, limit: limit)
    return (figure.tokens.upperBound, lead.verb)
  }

  /// Whether a percentage without a name can be the share of a number in one that stood before: then it is a fact of
  /// its own, else the share of a plan.
  func isShare(_ percent: DecimalNumber, of head: Head) -> Bool {
    guard let part = head.fact.value else { return false }
    for other in heads.suffix(8) where other.start != head.start && sentence - other.sentence <= 1 {
      guard other.paragraph == paragraph, let whole = other.fact.value, other.fact.unit == head.fact.unit,
        other.fact.value != head.fact.value
      else { continue }
      let isSameNoun = Self.firstWord(other.fact.of) == Self.firstWord(head.fact.of)
      if whole > part, other.fact.unit == "count", isSameNoun { return true }
      // Of other things only the arithmetic tells, and it must be exact: `1.402 đoàn viên, trong đó 963 đồng chí, đạt 68,7%`.
      if other.fact.unit == "count", !isSameNoun {
        if whole > part, isPercentage(percent, part, of: whole, places: 4, within: DecimalNumber(digits: 5, scale: 2)) {
          return true
        }
        continue
      }
      if isPercentage(percent, part, of: whole, places: 2, within: DecimalNumber(1))
        || isPercentage(percent, whole, of: part, places: 2, within: DecimalNumber(1))
      {
        return true
      }
    }
    return false
  }

  /// Whether `part` is so many percent of `whole`.
  private func isPercentage(
    _ percent: DecimalNumber, _ part: DecimalNumber, of whole: DecimalNumber, places: Int, within gap: DecimalNumber
  ) -> Bool {
    guard let share = part.percentage(of: whole, places: places),
      let found = share.subtracting(percent)
    else { return false }
    return found.magnitude <= gap
  }
}
