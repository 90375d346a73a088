/// What was planned, beside what was reached.
extension IndicatorAssembler {
  /// `đạt 24,4% so với kế hoạch 28,2%`, `(kế hoạch 90%)`: what was planned.
  func isPlan(_ use: Use) -> Bool {
    let tokens = use.lead.tokens
    guard let first = tokens.first,
      use.lead.isVersus || use.isInParenthesis || use.lead.followsNumber || stream[first].key == "với"
    else { return false }
    // `bằng 72,3% so với dự toán Thủ tướng Chính phủ giao và 53% Nghị quyết HĐND tỉnh`: the share of a second plan.
    if tokens.contains(where: { stream[$0].key == Words.va }) { return false }
    if namesMissedPlan(use) { return true }
    // `đạt 100,29% chỉ tiêu kế hoạch được giao là 108.000 tỷ đồng`
    if use.lead.followsNumber, stream[use.figure.number - 1].key == "là",
      words.phrases.planPhrases.match(stream, at: first, before: tokens.upperBound) != nil
    {
      return true
    }
    // `Với kế hoạch cả năm đạt 55.000 tỷ đồng doanh thu, ...`
    let start = stream[first].key == "với" ? first + 1 : words.behindVersus(first)
    guard start > first || use.isInParenthesis else { return false }
    return words.phrases.planPhrases.match(stream, at: start, before: tokens.upperBound) != nil
  }

  /// `thấp hơn so với kế hoạch đề ra là 6,7%`, `(chưa đạt yêu cầu đề ra là 90%)`: a plan, told with how the value before it
  /// missed or met it.
  private func namesMissedPlan(_ use: Use) -> Bool {
    guard stream[use.figure.number - 1].key == "là" else { return false }
    var at = use.lead.tokens.lowerBound
    let end = use.lead.tokens.upperBound
    if stream[at].key == "chưa" || stream[at].key == "không" { at += 1 }
    switch words.phrases.verbs[stream[at].key] {
    case .reaches?, .exceeds?, .rises?, .falls?: at += 1
    default: return false
    }
    if stream[at].key == "hơn" || stream[at].key == "được" { at += 1 }
    at = words.behindVersus(at)
    return words.phrases.planPhrases.match(stream, at: at, before: end) != nil
      || stream[at].key == "yêu" && stream[at + 1].key == "cầu"
  }

  /// `So với kế hoạch đạt 5.695 tỷ đồng doanh thu và 1.369 tỷ đồng lợi nhuận`: the second of two plans.
  func isPlanBeside(_ use: Use) -> Bool {
    guard let planEnd, use.lead.followsNumber, use.lead.verb == nil, let last = use.lead.tokens.last else {
      return false
    }
    return use.lead.tokens.lowerBound == planEnd && (stream[last].key == Words.va || stream[last].isDash)
  }

  /// `..., đạt kế hoạch đề ra với tỷ lệ tương ứng 60% - 39% - 1%`: the shares that were planned, behind the plan that
  /// was met.
  func isShareOfPlan(_ use: Use) -> Bool {
    guard let first = use.lead.tokens.first, stream[use.figure.number - 1].key == "ứng",
      let verb = words.phrases.verbs[stream[first].key], verb == .reaches || verb == .exceeds
    else { return false }
    return words.phrases.planPhrases.match(stream, at: first + 1, before: use.lead.tokens.upperBound) != nil
  }

  /// `..., vượt chỉ tiêu được giao hơn 310 tỷ đồng`: by how much the value before surpassed its plan.
  func isSurplus(_ use: Use) -> Bool {
    guard let first = use.lead.tokens.first, words.phrases.verbs[stream[first].key] == .exceeds else { return false }
    return words.phrases.planPhrases.match(stream, at: first + 1, before: use.lead.tokens.upperBound) != nil
  }

  /// `đón 3.250.000 lượt khách, bằng 65,65%, đạt 57,52% kế hoạch`: what is not the share of the plan behind it is that of the time
  /// before.
  func isBesidePlan(_ use: Use) -> Bool {
    let figures = use.statement.figures
    guard let next = figures.first(where: { $0.tokens.lowerBound >= use.figure.tokens.upperBound }),
      next.fact.unit == "percent", stream[use.figure.tokens.upperBound].isSign(","),
      next.tokens.lowerBound - use.figure.tokens.upperBound <= 2,
      words.phrases.verbs[stream[next.tokens.lowerBound - 1].key] == .reaches
    else { return false }
    return words.comparison(from: next.tokens.upperBound, before: use.statement.tokens.upperBound) == .plan
  }

  /// Whether nothing but `thực hiện` or `mới thực hiện được` stands before a number in its stretch.
  func isPerformed(_ use: Use) -> Bool {
    let lead = use.lead.tokens
    return (2...5).contains(lead.count)
      && lead.contains { stream[$0].key == "thực" && stream[$0 + 1].key == "hiện" }
      && lead.allSatisfy {
        stream[$0].key == "thực" || stream[$0].key == "mới" || words.phrases.fillers.contains(stream[$0].key)
      }
  }

  /// Whether the words before a number end with `thực hiện`, `thực hiện được`.
  func endsPerformed(_ use: Use) -> Bool {
    use.lead.tokens.suffix(3).contains { stream[$0].key == "thực" && stream[$0 + 1].key == "hiện" }
  }

  /// Whether the share of another plan, without a value, stands straight before.
  func isSecondPlan(_ use: Use) -> Bool {
    guard use.lead.followsNumber, let head = heads.last, head.clause == clause else { return false }
    return head.fact.value == nil && head.fact.planPercent != nil && stream[use.figure.number - 1].key == Words.va
  }

  /// `hoàn thành kế hoạch năm (3.246 tỷ đồng)`: the plan that was met, in brackets straight behind its name.
  func isMetPlan(_ use: Use) -> Bool {
    guard let open = use.figure.parenthesis, open + 1 == use.figure.tokens.lowerBound, let head = heads.last,
      head.clause == clause, head.fact.unit == use.figure.fact.unit
    else { return false }
    return isSetPlan(before: open)
  }

  /// Whether the words before a bracket name a plan that was surpassed or met: `vượt chỉ tiêu ... đề ra`.
  func isSetPlan(before open: Int) -> Bool {
    var at = open - 1
    var isSurpassed = false
    var isNamed = false
    while at >= 0, open - at <= 12, !words.isMark(at), !stream[at].isNumber {
      if words.phrases.verbs[stream[at].key] == .exceeds { isSurpassed = true }
      if stream[at].key == "hoàn", stream[at + 1].key == Words.thanh { isSurpassed = true }
      if words.phrases.planPhrases.match(stream, at: at) != nil { isNamed = true }
      at -= 1
    }
    return isSurpassed && isNamed
  }

  /// `đạt 188,3% chỉ tiêu do Bộ giao (3.100 tỷ đồng)`, `vượt 25% dự toán (4.500 tỷ đồng)`: the plan itself, in brackets
  /// straight behind its share.
  func isPlanned(_ use: Use) -> Bool {
    guard let open = use.figure.parenthesis, open + 1 == use.figure.tokens.lowerBound, let head = heads.last,
      head.clause == clause,
      head.fact.planPercent != nil || words.phrases.planPhrases.match(stream, at: head.end) != nil,
      head.fact.value == nil || head.fact.unit == use.figure.fact.unit
    else { return false }
    return open >= head.end && open - head.end <= 16 && !(head.end..<open).contains { words.isMark($0) }
  }
}
