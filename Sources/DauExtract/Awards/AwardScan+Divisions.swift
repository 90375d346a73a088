/// Tallies that brackets or `trong đó` divide: over several awards by award, `40 tập thể (Bằng khen: 10 tập thể; Giấy khen: 30
/// tập thể)`, and of one award by the kind of commendation.
extension AwardScan {
  /// Whether a name behind the recipients is that of some of them: it stands straight behind `(`, a colon, `gồm` or `trong đó`,
  /// and has recipients of its own. `12 tập thể (Bằng khen)` names what the 12 received.
  ///
  /// - Parameter last: the verb, or the last who stand before it.
  /// - Complexity: O(*k*) in marks up to the name, and in tokens from the recipients on.
  func namesPart(_ name: Int, _ marks: [AwardMark], behind last: Int) -> Bool {
    let before = marks[..<name].lastIndex { isRecipients($0) } ?? -1
    guard before >= 0, before >= last || isRecipients(marks[last]) else { return false }
    let start = marks[name].tokens.lowerBound
    guard opensParts(start - 1), hasOwnRecipients(name, marks) else { return false }
    return true
  }

  private func opensParts(_ at: Int) -> Bool {
    let token = stream[at]
    return token.isSign("(") || token.isSign(":") || token.key == "gồm" || token.key == Words.doThat
      || token.key == "có" && stream[at - 1].key == Words.doThat
  }

  /// `Bằng khen của UBND tỉnh: 10 tập thể`, `Bằng khen cho 10 tập thể`
  private func hasOwnRecipients(_ name: Int, _ marks: [AwardMark]) -> Bool {
    var at = name + 1
    while at < marks.count, case .grantor = marks[at].kind { at += 1 }
    guard at < marks.count, isRecipients(marks[at]) else { return false }
    return marks[at].tokens.lowerBound - marks[at - 1].tokens.upperBound <= 2
  }

  /// Whether brackets behind a tally begin with an award, a grade or a kind of commendation and count some of those tallied:
  /// `80 cá nhân (khen chuyên đề 20 cá nhân; ...)`.
  func beginsPart(_ start: Int, _ mark: AwardMark, _ range: Range<Int>) -> Bool {
    let awards = scanner.awards
    guard case .recipients(let code, _) = mark.kind else {
      // `Bằng khen: 120 (tập thể 40, cá nhân 80)`, `46 Huân chương Lao động (hạng Nhất: 03, ...)`
      let label =
        awards.grade(in: stream, at: start, before: range.upperBound)?.end
        ?? awards.recipient(in: stream, at: start, before: range.upperBound)?.end
      return label.map { stream[stream[$0].isSign(":") ? $0 + 1 : $0].isNumber } ?? false
    }
    let first = awards.verbs.match(stream, at: start, before: range.upperBound)?.end ?? start
    guard
      stream[start].key == Words.khen || awards.name(in: stream, at: first, before: range.upperBound) != nil
        || awards.grade(in: stream, at: start, before: range.upperBound) != nil
    else { return false }
    for at in start..<max(start, min(start + 40, range.upperBound)) {
      if stream[at].isSign(")") { break }
      if stream[at].isNumber, let part = awards.recipient(in: stream, at: at + 1, before: range.upperBound),
        part.value == code || code == "mixed"
      {
        return true
      }
    }
    return false
  }

  /// `2.148 Bằng khen; trong đó: khen thường xuyên 1.012, khen chuyên đề 889`: how many of those counted before, in the
  /// same sentence, were given for each reason; two reasons at least make a division.
  ///
  /// - Complexity: O(*k*) in marks.
  mutating func readKinds(_ marks: [AwardMark]) {
    let kinds = marks.compactMap { mark -> (category: String, count: DecimalNumber, tokens: Range<Int>)? in
      if case .kinds(let category, let count) = mark.kind { (category, count, mark.tokens) } else { nil }
    }
    guard kinds.count >= 2, let divided, !marks.contains(where: { if case .refusal = $0.kind { true } else { false } }),
      marks.count(where: { isRecipients($0) }) < 2,
      let sum = kinds.reduce(DecimalNumber.zero as DecimalNumber?, { $0?.adding($1.count) }), sum <= divided.count
    else { return }
    for kind in kinds {
      var fact = divided
      (fact.count, fact.category, fact.total) = (kind.count, kind.category, false)
      var candidate = Candidate(.award(fact), tokens: kind.tokens, claim: 0..<0, confidence: 0.9)
      candidate.tally = kind.tokens.lowerBound
      found.append(candidate)
    }
  }
}
