/// Which dates of a clause may be deadlines.
extension StatementTense {
  /// Whether an order stands before a date, here or in a clause before, and nothing done between the two.
  func isOrdered(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    let start = date.tokens.lowerBound
    let order = orders.lastOrder(in: clause.tokens.lowerBound..<start)
    guard order != nil || sentence.orders else { return false }
    return !words.contains(words.phrases.reports, in: (order ?? clause.tokens.lowerBound)..<start)
  }

  /// Whether a date can be a deadline: one end only, of this document's future or present.
  func isAhead(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    guard let edtf = date.fact.edtf else {
      // `trước ngày 31/9/2024`, a day that does not exist.
      return date.fact.issue == "impossible"
        && (date.fact.qualifier == .before || stream[date.tokens.lowerBound - 2].key == Words.truoc)
    }
    if edtf.isEDTFRange {
      // `Trong năm học 2026 - 2027, Khoa sẽ ...`, `Giai đoạn 2026 - 2030 sẽ ...`
      let isTime = words.isPromisedTime(date, in: clause) || words.isOfDemanded(date, in: clause)
      if words.isPhase(date, in: clause) || isTime { return !future.isPassed(date) }
      // `phấn đấu đến hết năm 2020 - 2021 giảm 10%`
      if date.fact.qualifier != .until { return false }
    }
    if date.fact.qualifier == .from || date.fact.qualifier == .after && !date.isYear { return false }
    // `trước ngày 15/11 hằng năm`
    guard let ends = edtf.edtfYear else { return edtf.hasPrefix("XXXX") }
    if let issued {
      if ends < issued.year { return false }
      return ends > issued.year || latest(edtf) >= (issued.month ?? 1)
    }
    if let year { return ends >= year }
    return true
  }

  /// The last month of a date within its year.
  private func latest(_ edtf: String) -> Int {
    guard let month = edtf.edtfMonth else { return 12 }
    switch month {
    case 33...36: return (month - 32) * 3
    case 40: return 6
    case 41: return 12
    default: return month
    }
  }

  /// `Năm 2021, toàn tỉnh có 14/15 chỉ tiêu đạt kế hoạch` in a plan of 2022: a sentence that a year gone by leads in.
  func isPast(_ date: StatementDate) -> Bool {
    guard let edtf = date.fact.edtf, !edtf.isOpenEDTFRange, let known = issued?.year ?? year,
      let ends = edtf.edtfLastYear
    else { return false }
    return ends < known && date.fact.qualifier != .after && date.fact.qualifier != .from
  }

  /// Whether a deadline lies beyond what a report can report on.
  func isLate(_ date: StatementDate) -> Bool {
    guard let edtf = date.fact.edtf, let ends = edtf.edtfYear else { return false }
    switch date.fact.qualifier {
    case .before?, .until?, .end?: break
    default: return false
    }
    if let issued, ends == issued.year, edtf.utf8.count >= 7 { return latest(edtf) > (issued.month ?? 12) }
    guard let known = issued?.year ?? year else { return false }
    return ends > known
  }
}
