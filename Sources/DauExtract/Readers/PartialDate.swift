/// A date as exact as it was written: a year, a month, a day, or a part of a year.
///
/// The forms of EDTF (ISO 8601-2 level 2): `2019`, `2019-10`, `2019-10-31`, `2018-35` (33...36 are the quarters, 40
/// and 41 the halves), `199X` for a decade.
struct PartialDate: Sendable, Equatable {
  var year: Int
  /// 1...12 for a month, 33...36 for a quarter, 40 or 41 for a half of the year.
  var month: Int?
  var day: Int?

  var isDay: Bool { day != nil }

  /// Whether the day exists in the Gregorian calendar.
  var isPossible: Bool {
    guard let month else { return day == nil }
    if month > 12 { return day == nil && ((33...36).contains(month) || month == 40 || month == 41) }
    guard month >= 1 else { return false }
    guard let day else { return true }
    return day >= 1 && day <= Self.days(ofMonth: month, year: year)
  }

  static func days(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  var edtf: String {
    var text = Self.padded(year, 4)
    if let month { text += "-" + Self.padded(month, 2) }
    if let day { text += "-" + Self.padded(day, 2) }
    return text
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
