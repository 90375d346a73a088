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
    guard (0...9999).contains(year), (0...99).contains(month ?? 0), (0...99).contains(day ?? 0),
      month != nil || day == nil
    else {
      return [Self.padded(year, 4), month.map { Self.padded($0, 2) }, day.map { Self.padded($0, 2) }]
        .compactMap { $0 }.joined(separator: "-")
    }
    // Ten bytes are a small string, which is made without an allocation.
    return unsafe String(unsafeUninitializedCapacity: 10) { out in
      unsafe Self.write(year / 100, to: out, at: 0)
      unsafe Self.write(year % 100, to: out, at: 2)
      guard let month else { return 4 }
      unsafe out[4] = UInt8(ascii: "-")
      unsafe Self.write(month, to: out, at: 5)
      guard let day else { return 7 }
      unsafe out[7] = UInt8(ascii: "-")
      unsafe Self.write(day, to: out, at: 8)
      return 10
    }
  }

  /// Writes a number below 100 in two digits.
  private static func write(_ number: Int, to out: UnsafeMutableBufferPointer<UInt8>, at place: Int) {
    unsafe out[place] = UInt8(ascii: "0") + UInt8(number / 10)
    unsafe out[place + 1] = UInt8(ascii: "0") + UInt8(number % 10)
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
