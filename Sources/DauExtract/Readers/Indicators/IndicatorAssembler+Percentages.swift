/// What a percentage says of the value before it: a share of a plan, of an earlier time, a change, or a value of its own.
extension IndicatorAssembler {
  mutating func addPercent(_ value: DecimalNumber, _ use: Use) {
    let isAttached = use.isAttached && current != nil
    if use.lead.verb == nil, let change = changeBeforeObject(value, use) {
      return open(use, value: nil) { $0.changePercent = change }
    }
    switch use.lead.verb {
    case .rises?, .falls?:
      if use.lead.isArrival { return arrive(value, use) }
      // `lợi nhuận tăng trưởng 18%`: a growth that nothing is compared with is a value.
      if !isAttached, use.compared != .earlier, leading != .earlier, stream[use.lead.verbAt + 1].key == "trưởng" {
        return open(use, value: value)
      }
      let change = use.lead.verb == .falls && !value.isNegative ? -value : value
      // `tăng bình quân 4,1% mỗi năm`: a pace over years, not the change of the value before it.
      let behind = stream[use.figure.tokens.upperBound]
      let isPace = behind.key == "mỗi" || behind.isSign("/") || use.figure.tokens.contains { stream[$0].isSign("/") }
      if isAttached, let owner = changed(use) {
        heads[owner].fact.changePercent = change
        heads[owner].end = max(heads[owner].end, use.figure.tokens.upperBound)
        return
      }
      // `đạt 61,2%, thấp hơn 3,8% so với chỉ tiêu`: the gap to a plan is no change.
      if isAttached, use.compared == .plan { return extend(use) }
      if isAttached, !isPace, update({ $0.fact.changePercent == nil }, { $0.fact.changePercent = change }, use) {
        return
      }
      let subject = isAttached && !isPace ? current.map { heads[$0].fact.subject } : nil
      open(use, value: nil) { $0.changePercent = change }
      // `tăng 12,5% so với cùng kỳ và tăng 3,2% so với tháng trước`: two changes of one thing.
      if let subject, !subject.isEmpty, let current { heads[current].fact.subject = subject }
    case .equals?:
      if let compared = use.compared, !equated.contains(compared) { equated.append(compared) }
      let compared =
        use.compared ?? (isAttached ? comparisonMeant(by: value) ?? (isBesidePlan(use) ? .earlier : nil) : nil)
      switch compared {
      case .plan?:
        if isAttached, update({ $0.fact.planPercent == nil }, { $0.fact.planPercent = value }, use) { return }
        open(use, value: nil) { $0.planPercent = value }
      case .earlier?:
        if isAttached, update({ $0.fact.previousPercent == nil }, { $0.fact.previousPercent = value }, use) { return }
        open(use, value: nil) { $0.previousPercent = value }
      case nil: open(use, value: value)
      }
    case .reaches?: reach(value, use, isAttached: isAttached)
    // `đạt 1.190 tỷ đồng, tương đương 99,1% chỉ tiêu kế hoạch`
    case .amounts? where isAttached && use.compared == .plan: reach(value, use, isAttached: isAttached)
    case .exceeds?, .amounts?: extend(use)
    case .remains?: arrive(value, use)
    case .shares?: open(use, value: value)
    case nil:
      // `..., thực hiện 65,3% kế hoạch năm`
      if use.compared == .plan, isPerformed(use) {
        return reach(value, use, isAttached: current != nil)
      }
      // `đã thực hiện được 16% chỉ tiêu doanh thu và 20% chỉ tiêu lợi nhuận`
      if use.compared == .plan, !use.isInParenthesis, endsPerformed(use) || isSecondPlan(use) {
        open(use, value: nil) { $0.planPercent = value }
        return
      }
      addBarePercent(value, use)
    }
  }

  /// `thu nội địa 900 tỷ đồng, bằng 95,4% dự toán; thu xuất nhập khẩu 350 tỷ đồng, bằng 91,2%`: what the second is compared with.
  private func comparisonMeant(by value: DecimalNumber) -> StatementWords.Comparison? {
    guard let current, heads[current].fact.value != nil, heads[current].fact.unit != "percent",
      heads[current].outOf == nil, !isShare(value, of: heads[current])
    else { return nil }
    let fact = heads[current].fact
    return equated.first { $0 == .plan ? fact.planPercent == nil : fact.previousPercent == nil }
  }

  /// `đạt 92,2% dự toán`, `tỷ lệ ... đạt 95,7%`, `đã giải quyết 67 đơn, đạt 82,7%`.
  private mutating func reach(_ value: DecimalNumber, _ use: Use, isAttached: Bool) {
    switch use.compared {
    case .plan?:
      if isAttached, update({ $0.fact.planPercent == nil }, { $0.fact.planPercent = value }, use) { return }
      // `đạt 188% chỉ tiêu bộ giao (3.100 tỷ đồng), đạt 171% chỉ tiêu tỉnh giao, tăng 8%`: what follows is the head's.
      let head = isAttached && !use.isInParenthesis ? current : nil
      open(use, value: nil) { $0.planPercent = value }
      if head != nil { current = head }
    case .earlier?:
      if isAttached, update({ $0.fact.previousPercent == nil }, { $0.fact.previousPercent = value }, use) { return }
      open(use, value: nil) { $0.previousPercent = value }
    case nil:
      let isNamed =
        stream[use.figure.number - 1].key == "lệ"
        // `4 đơn vị khác có chỉ số đạt trên 90%`
        || use.lead.followsNumber && use.lead.tokens.contains { stream[$0].key == "có" }
      // `trồng 845 ha/800 ha KH, đạt 105,6%`: no part is more than its whole, so the whole was planned.
      if isAttached, let current, heads[current].outOf != nil, heads[current].fact.planPercent == nil,
        value > DecimalNumber(100) || words.phrases.planPhrases.match(stream, at: heads[current].figureEnd) != nil
      {
        _ = update({ _ in true }, { $0.fact.planPercent = value }, use)
        return
      }
      if isAttached, !isNamed, !use.isInParenthesis, let current, heads[current].fact.value != nil,
        heads[current].fact.unit != "percent", heads[current].fact.planPercent == nil, heads[current].outOf == nil,
        !isShare(value, of: heads[current])
      {
        _ = update({ _ in true }, { $0.fact.planPercent = value }, use)
      } else {
        open(use, value: value)
      }
    }
  }

  private mutating func addBarePercent(_ value: DecimalNumber, _ use: Use) {
    // `(vượt mục tiêu Nghị quyết 0,36%)`
    if isSurplus(use) { return extend(use) }
    // `vượt chỉ tiêu Quốc hội đề ra (6,7%)`: the plan itself.
    if let open = use.figure.parenthesis, open + 1 == use.figure.tokens.lowerBound, isSetPlan(before: open) { return }
    // `đạt 120,5% dự toán tỉnh giao, 115% dự toán huyện giao, tăng 12%`: a second plan; what follows belongs to the head.
    if !use.isInParenthesis, use.compared == .plan, use.isAttached, let current, heads[current].fact.planPercent != nil
    {
      open(use, value: nil) { $0.planPercent = value }
      self.current = current
      return
    }
    // `đã gieo cấy được khoảng 50% kế hoạch`
    if !use.isInParenthesis, use.compared == .plan, !use.lead.isVersus {
      open(use, value: nil) { $0.planPercent = value }
      return
    }
    let isBare = use.lead.tokens.allSatisfy { stream[$0].isSign("+") }
    guard use.isInParenthesis, isBare || value.isNegative, let current else {
      open(use, value: value)
      return
    }
    if use.compared == .plan, update({ $0.fact.planPercent == nil }, { $0.fact.planPercent = value }, use) { return }
    if use.compared == .earlier, update({ $0.fact.previousPercent == nil }, { $0.fact.previousPercent = value }, use) {
      return
    }
    if let direction = heads[current].changed {
      let change = direction == .falls && !value.isNegative ? -value : value
      if update({ $0.fact.changePercent == nil }, { $0.fact.changePercent = change }, use) { return }
    }
    if value.isNegative {
      if update({ $0.fact.changePercent == nil }, { $0.fact.changePercent = value }, use) { return }
    }
    open(use, value: value)
  }

  /// `giảm 1,5%, còn 17,57%`: the value that a change led to.
  private mutating func arrive(_ value: DecimalNumber, _ use: Use) {
    if isLedTo(use, by: { $0.changePercent != nil }) { return settle(value, use) }
    open(use, value: value)
  }

  /// Whether a change of the kind that `isChange` knows stands before a number in its clause, and no value yet.
  func isLedTo(_ use: Use, by isChange: (IndicatorFact) -> Bool) -> Bool {
    guard let current, !heads[current].isRefused, heads[current].clause == clause else { return false }
    return heads[current].fact.value == nil && isChange(heads[current].fact)
  }

  mutating func settle(_ value: DecimalNumber, _ use: Use) {
    guard let current else { return }
    heads[current].fact.value = value
    heads[current].fact.unit = use.figure.fact.unit
    heads[current].fact.of = use.figure.fact.of
    heads[current].end = use.figure.tokens.upperBound
  }
}
