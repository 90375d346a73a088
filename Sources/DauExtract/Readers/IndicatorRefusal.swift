/// Numbers of reports that report nothing.
struct IndicatorRefusal {
  let stream: TokenStream
  let words: StatementWords
  private var phrases: StatementPhrases { words.phrases }

  private static let times: Set<String> = ["year", "month", "day"]

  /// Whether a number is a length of time, a part of a name, a tally of awards, or describes a body.
  func refuses(
    _ figure: StatementFigure, in clause: StatementClause, lead: StatementLead, isOnAwards: Bool
  ) -> Bool {
    let fact = figure.fact
    if figure.isQuoted || isTime(fact) { return true }
    if isName(figure) { return true }
    // `giải nhất 5.000.000 đồng`: what a prize is worth.
    if fact.unit == "VND", let first = lead.tokens.first, phrases.awardNouns.contains(stream[first].key) {
      return true
    }
    guard fact.unit == "count", let noun = fact.of else { return false }
    if phrases.members.contains(noun) { return true }
    if isAward(noun) { return true }
    if phrases.recipients.contains(noun), isOnAwards { return true }
    if phrases.occasionalRecipients.contains(noun), isAboutAwards(clause) { return true }
    // `tăng gấp 3,7 lần`
    if noun == "lần" { return true }
    return isDescription(figure, lead) || isDefinition(figure, lead, clause)
  }

  /// Whether a clause speaks of awards; `Hội đồng Thi đua - Khen thưởng` and `công tác khen thưởng` do not.
  func isAboutAwards(_ clause: StatementClause) -> Bool {
    clause.tokens.contains { at in
      guard phrases.awardCues.match(stream, at: at, before: clause.tokens.upperBound) != nil else {
        return false
      }
      return !stream[at - 1].isDash && !stream[at - 1].isSign(",") && stream[at - 1].key != "tác"
    }
  }

  func isTime(_ fact: QuantityFact) -> Bool { Self.times.contains(fact.unit) }

  func isAward(_ noun: String) -> Bool {
    phrases.awardNouns.contains(WordKey(String(noun.prefix { $0 != " " }))) && noun != "giải pháp"
      || noun.hasPrefix("bằng khen") || noun.hasPrefix("giấy khen") || noun.hasPrefix("bằng công nhận")
  }

  /// `Cụm thi đua 7 tỉnh`, `04 tỉnh Lạng Sơn, Cao Bằng`, `Bí thư 04 tỉnh`.
  func isName(_ figure: StatementFigure) -> Bool {
    guard let noun = figure.fact.of, phrases.places.contains(noun) else { return false }
    let next = stream[figure.tokens.upperBound]
    if next.isCapital && !next.startsLine { return true }
    return stream[figure.number - 1].key == "đua"
  }

  /// `10 xã đạt dưới 5 tiêu chí`: what the units counted have in common, not what was reached.
  private func isDefinition(_ figure: StatementFigure, _ lead: StatementLead, _ clause: StatementClause) -> Bool {
    guard let noun = figure.fact.of, noun == "tiêu chí" || noun == "chỉ tiêu", lead.followsNumber,
      figure.fact.outOf == nil,
      let before = clause.figures.last(where: { $0.tokens.upperBound <= figure.number })
    else { return false }
    return before.fact.unit == "count" && before.fact.value.map { $0 > DecimalNumber(1) } ?? false
      && !lead.tokens.contains { stream[$0].key == "quân" }
  }

  /// `xác định 8 dự án trọng điểm`, `Bệnh viện Đa khoa tỉnh 700 giường`, `bình quân 01 xã`.
  private func isDescription(_ figure: StatementFigure, _ lead: StatementLead) -> Bool {
    let before = stream[figure.number - 1]
    let two = stream[figure.number - 2]
    if before.key == "định", two.key == "xác" { return true }
    if before.key == "quân", two.key == "bình" { return true }
    if before.key == "cả" { return true }
    return false
  }
}
