/// Ranges that were measured.
extension IndicatorAssembler {
  /// `thu nhập từ 5 đến 7 triệu đồng/tháng`, `điểm trung bình từ 3,8 đến 4,4`: whether a range is what was reached, and not by how
  /// much something changed, a plan, a length of time or a condition.
  func statesRange(_ use: Use) -> Bool {
    let lead = use.lead.tokens
    switch use.lead.verb {
    case .rises?, .falls?, .exceeds?, .equals?: return false
    case .reaches?, .remains?, .shares?: break
    case .amounts?, nil:
      guard lead.contains(where: { Self.measures.contains(stream[$0].key) }) else { return false }
    }
    // `phải luôn có sẵn 500 triệu đến 1 tỷ đồng`, `thu hồi được từ 200 triệu đến dưới 500 triệu đồng`: what must be, and for whom.
    if lead.contains(where: { Self.conditions.contains(stream[$0].key) || words.isAim($0) })
      || stream[use.figure.number - 2].key == "được"
    {
      return false
    }
    return use.lead.hasSubject && use.compared == nil && !use.isInParenthesis && !refusal.isTime(use.figure.fact)
      && !refusal.isPerUnit(use.figure, before: use.end, in: use.statement)
      && !refusal.isCondition(use.figure, before: use.end, in: use.statement)
  }

  /// Words of what is measured: `thu nhập bình quân`, `điểm trung bình`, `tỷ lệ`, `kết quả`, `số lượng`.
  private static let measures: WordSet = ["quân", "bình", "lệ", "mức", "điểm", "quả", "lượng", "nhập"]

  private static let conditions: WordSet = ["phải", "nếu"]

  /// A range takes no comparisons.
  mutating func openRange(_ use: Use) {
    let fact = use.figure.fact
    open(use, value: nil) {
      ($0.low, $0.high, $0.unit, $0.of) = (fact.low, fact.high, fact.unit, fact.of)
    }
    heads[heads.count - 1].end = use.figure.tokens.upperBound
    current = nil
  }
}
