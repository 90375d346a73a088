/// What is only proposed, over the clauses of a sentence.
///
/// A list under `trình Chủ tịch nước tặng thưởng ..., cụ thể:` is left alone: reports print there what was granted.
extension AwardScan {
  /// Whether a clause belongs to a proposal: it has one of its own, or goes on with that of a clause before it.
  ///
  /// `Đề nghị tặng Bằng khen cho 08 tập thể; công nhận 02 Chiến sĩ thi đua cấp tỉnh` proposes both; `đề nghị ...; đã được tặng
  /// Huân chương cho 01 tập thể` tells of a grant. What a proposal says of what was granted before, in its own clause, is left
  /// to the readers of the clause.
  ///
  /// - Complexity: O(*k*) in marks and in tokens of the clause.
  mutating func isOfProposal(_ marks: [AwardMark]) -> Bool {
    let isGranted =
      marks.contains { if case .passive = $0.kind { true } else { false } }
      || clause.contains { stream[$0].key == "đã" }
    if isProposed {
      if isGranted { isProposed = false }
      return !isGranted
    }
    guard let refusal = marks.firstIndex(where: { isProposal($0) }) else { return false }
    isProposed = marks[(refusal + 1)...].contains { mark in
      switch mark.kind {
      case .verb, .name, .awards: true
      default: false
      }
    }
    return false
  }

  /// `đề nghị`, `kiến nghị`, `trình Chủ tịch`, `dự kiến`: who asks for awards; not `chưa`, `hồ sơ`, `đề nghị của`.
  private func isProposal(_ mark: AwardMark) -> Bool {
    guard case .refusal = mark.kind else { return false }
    return Self.proposing.contains(stream[mark.tokens.lowerBound].key) && stream[mark.tokens.upperBound].key != "của"
  }

  private static let proposing: WordSet = ["đề", "kiến", "trình", "dự"]
}
