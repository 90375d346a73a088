/// The time a document is about: what an incomplete date is completed from.
struct DocumentTime: Sendable, Equatable {
  var year: Int?
  /// 40 or 41 when the title names a half of the year.
  var half: Int?
  /// How many months the title's period has when it begins with January: 9 in `9 tháng đầu năm 2020`.
  var firstMonths: Int?

  /// The title's period comes before the date of issue: a report of January on the old year is about the old year.
  init(_ context: ReadingContext) {
    let metadata = context.outline.metadata
    let parser = DatePointParser(stream: context.stream)
    var at = metadata.titleTokens.lowerBound
    while at < metadata.titleTokens.upperBound {
      guard let point = parser.point(at: at), point.end <= metadata.titleTokens.upperBound else {
        at += 1
        continue
      }
      // A day in a title is an anniversary or the like; it says little about the document's own time.
      switch point.shape {
      case .half, .months, .quarter, .month, .year:
        if year == nil, let named = point.year { year = named }
        if half == nil, point.shape == .half { half = point.month }
        if firstMonths == nil, point.shape == .months, point.month == 1 { firstMonths = point.until }
      case .day, .years, .decade: break
      }
      at = point.end
    }
    if year == nil { year = metadata.issued?.year }
  }

  /// In EDTF: the half of the year, its first months, or the year.
  var edtf: String? {
    guard let year else { return nil }
    if half == nil, let months = firstMonths {
      return PartialDate(year: year, month: 1).edtf + "/" + PartialDate(year: year, month: months).edtf
    }
    return PartialDate(year: year, month: half).edtf
  }
}
