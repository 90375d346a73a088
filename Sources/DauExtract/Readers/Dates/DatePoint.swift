/// One end of a date expression: a day, a month, a quarter, a year as it is printed, before ranges and qualifiers.
struct DatePoint: Sendable, Equatable {
  enum Shape: Sendable { case day, month, quarter, half, months, year, years, decade }

  var shape: Shape
  /// Nil when the year stands elsewhere.
  var year: Int?
  var month: Int?
  var day: Int?
  /// The last year or month of a shape that is a range itself: 2020 in `giai đoạn 2016 - 2020`.
  var until: Int?
  /// From the first token that belongs to the text of a record (`ngày` of `ngày 31/10/2019` does not).
  var start: Int
  var end: Int
  /// Where the expression begins with the word that leads it in: `ngày`.
  var lead: Int
  /// `T09:29:08` and the zone, when a time is printed behind a day.
  var time: String?
  var isLunar = false
  /// Whether it could as well be something else, such as the fraction `10/12`.
  var isWeak = false

  /// Whether it comes before `other` within one year, or may: `28/12` does not come before `03/01`.
  func precedes(_ other: DatePoint) -> Bool {
    guard let month, let later = other.month else { return true }
    return month != later ? month < later : (day ?? 0) <= (other.day ?? 31)
  }

  var date: PartialDate? { year.map { PartialDate(year: $0, month: month, day: day) } }
}
