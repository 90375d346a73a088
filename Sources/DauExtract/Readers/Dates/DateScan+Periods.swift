/// Periods that the time of the document completes: `đầu năm`, `từ đầu năm đến ngày 11/10/2019`, `6 tháng`.
extension DateScan {
  /// `đầu năm`, `cuối năm`, `từ đầu năm đến ngày 11/10/2019`, `6 tháng` in a report on a half-year.
  mutating func startOfPeriod(at: Int) -> Int? {
    let key = stream[at].key
    guard key == Words.dau || key == Words.cuoi || key == Words.giua, stream[at + 1].key == Words.nam else {
      return nil
    }
    let next = stream[at + 2]
    if next.isNumber || next.key == Words.hoc || next.key == Words.moi || next.key == "sau" || next.key == "trước" {
      // With a number this is a year with its qualifier, read from `năm`; the others name no time of this document.
      guard next.isNumber, key == Words.dau, stream[at - 1].key == Words.tu else { return next.isNumber ? nil : at + 2 }
      return startOfYearRange(from: at - 1, lead: at, yearAt: at + 2)
    }
    // `6 tháng cuối năm` begins at its number and was read there.
    guard stream[at - 1].key != Words.thang else { return nil }
    if key == Words.dau, stream[at - 1].key == Words.tu {
      if let end = startOfYearRange(from: at - 1, lead: at, yearAt: nil) { return end }
    }
    guard let year = time.year else { return nil }
    let qualifier: DateQualifier = key == Words.dau ? .start : key == Words.cuoi ? .end : .middle
    add(
      DateFact(edtf: PartialDate(year: year).edtf, qualifier: qualifier, resolved: true), at..<(at + 2), rank: .bareDay,
      confidence: 0.75)
    return at + 2
  }

  /// `từ đầu năm [2019] đến ngày 11/10/2019`.
  mutating func startOfYearRange(from: Int, lead: Int, yearAt: Int?) -> Int? {
    var at = (yearAt ?? lead + 1) + 1
    guard stream[at].key == Words.den || stream[at].key == Words.toi else { return nil }
    at += 1
    if stream[at].key == Words.het { at += 1 }
    guard let end = parser.point(at: at), end.shape == .day || end.shape == .month else { return nil }
    guard let year = yearAt.map({ Int(stream[$0].value) }) ?? end.year ?? time.year else { return nil }
    let upper = PartialDate(year: end.year ?? year, month: end.month, day: end.day)
    let lower = PartialDate(year: year, month: 1, day: end.shape == .day ? 1 : nil)
    guard upper.isPossible else { return nil }
    add(
      DateFact(edtf: lower.edtf + "/" + upper.edtf, resolved: yearAt == nil || end.year == nil), from..<end.end,
      rank: .dates)
    return end.end
  }

  /// `6 tháng` in a report on a half-year names that half, `9 tháng` in one on nine months those months, unless the
  /// words round it show a length of time.
  mutating func halfYear(at: Int) -> Int? {
    guard let count = time.half == nil ? time.firstMonths : 6, let edtf = time.edtf,
      stream[at].value == count, stream[at].digitCount <= 2, stream[at + 1].key == Words.thang,
      !words.lengthLeads.contains(stream[at - 1].key),
      !words.lengthFollowers.contains(stream[at + 2].key), !stream[at + 2].isNumber,
      stream[at + 2].key != Words.dau, stream[at + 2].key != Words.cuoi, stream[at + 2].key != Words.nam
    else { return nil }
    add(DateFact(edtf: edtf, resolved: true), at..<(at + 2), rank: .dates, confidence: 0.8)
    return at + 2
  }
}
