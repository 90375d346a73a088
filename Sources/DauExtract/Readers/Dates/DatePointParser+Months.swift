/// Months, in figures and in words, and the year behind them.
extension DatePointParser {
  private static let monthWords: WordTable<Int> = [
    "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "chạp": 12,
  ]

  /// `I1`, `1l`, `II`, `T1`, `O9`, `1O` behind a day: a month of two digits, one of them read as a letter.
  private func misreadMonth(_ index: Int) -> (month: Int, end: Int)? {
    var digits = 0
    var letters = 0
    var value = 0
    var at = index
    while at < index + 2, at == index || stream[at].isJoined, stream[at].isWord || stream[at].isNumber {
      for byte in stream.bytes[stream[at].bytes] {
        switch byte {
        case UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "T"): (value, letters) = (value * 10 + 1, letters + 1)
        case UInt8(ascii: "O"), UInt8(ascii: "o"): (value, letters) = (value * 10, letters + 1)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value * 10 + Int(byte - 0x30)
        default: return nil
        }
        digits += 1
        if digits > 2 { return nil }
      }
      at += 1
    }
    return digits == 2 && letters > 0 && (1...12).contains(value) ? (value, at) : nil
  }

  /// `tháng 13` behind a day, `tháng 13/2019`: a month that does not exist, as month 0. A `tháng 13 năm 2019` alone is a
  /// thirteenth month's pay.
  private func impossibleMonth(at: Int, behind index: Int, lead: Int) -> DatePoint? {
    let token = stream[at]
    guard token.isNumber, token.digitCount <= 2, token.value == 0 || token.value > 12 else { return nil }
    let year = yearBehind(at + 1)
    guard lead < index ? year != nil || !goesOn(at) : year != nil && stream[at + 1].isSign("/") else { return nil }
    return DatePoint(
      shape: .month, year: year?.year, month: 0, start: lead, end: year?.end ?? at + 1, lead: lead)
  }

  func monthPoint(at index: Int, lead: Int) -> DatePoint? {
    let at = index + 1
    if isSmall(at, 12) {
      var point = DatePoint(
        shape: .month, month: Int(stream[at].value), start: lead, end: at + 1, lead: lead)
      if let (year, end) = yearBehind(at + 1) {
        point.year = year
        point.end = end
        return point
      }
      // A number that goes on is something else; so is `6 tháng 01 lần`.
      if goesOn(at) { return nil }
      if lead == index, stream[index - 1].isNumber { return nil }
      return point
    }
    if let point = impossibleMonth(at: at, behind: index, lead: lead) { return point }
    if lead < index, let (month, end) = misreadMonth(at), let (year, yearEnd) = yearBehind(end) {
      return DatePoint(shape: .month, year: year, month: month, start: lead, end: yearEnd, lead: lead, isWeak: true)
    }
    // `mồng một tháng năm`, `tháng năm năm 2018`, but `ngày 5 tháng ... năm 2019`.
    if stream[at].key == Words.nam, !stream[at + 1].isNumber {
      let year = yearBehind(at + 1)
      guard lead < index || year != nil else { return nil }
      return DatePoint(
        shape: .month, year: year?.year, month: 5, start: lead, end: year?.end ?? at + 1, lead: lead)
    }
    // Written out, only where a day or a year shows that a month is meant.
    guard var month = Self.monthWords[stream[at].key] else { return nil }
    var end = at + 1
    if month == 10, stream[end].key == Words.mot {
      month = 11
      end += 1
    } else if month == 10, stream[end].key == Words.hai {
      month = 12
      end += 1
    }
    let isLunar = stream[at].key == Words.gieng || stream[at].key == Words.chap
    let year = yearBehind(end)
    guard year != nil || lead < index || isLunar else { return nil }
    var point = DatePoint(shape: .month, year: year?.year, month: month, start: lead, end: year?.end ?? end, lead: lead)
    point.isLunar = isLunar
    return point
  }

  /// `năm 2019`, `, năm 2019`, `/2019`, `-2019` behind a month or a day and month.
  func yearBehind(_ index: Int) -> (year: Int, end: Int)? {
    var at = index
    // `**Ngày 31 tháng 10** năm 2019`
    while stream[at].isSign("*"), at - index < 4 { at += 1 }
    if index < breaks.count, breaks[index] { return nil }
    if stream[at].isSign("/")
      || (stream[at].isDash || stream[at].isSign(".")) && stream[at].isJoined && stream[at + 1].isJoined
    {
      return isYear(at + 1) && !goesOn(at + 1) ? (Int(stream[at + 1].value), at + 2) : nil
    }
    if stream[at].isSign(",") || stream[at].isSign(".") && stream[at].isJoined && !stream[at + 1].isCapital { at += 1 }
    if stream[at].key == Words.nam, isYear(at + 1), !goesOn(at + 1) || stream[at + 2].isDash {
      return (Int(stream[at + 1].value), at + 2)
    }
    if stream[at].key == Words.nam { return writtenYear(at + 1) }
    return nil
  }

  /// `một nghìn chín trăm bốn mươi lăm`, `hai nghìn mười chín`: four words at least, for `hai nghìn` begins amounts too.
  func writtenYear(_ index: Int) -> (year: Int, end: Int)? {
    let thousand = stream[index + 1].key
    guard thousand == "nghìn" || thousand == "ngàn",
      let numeral = NumeralParser(stream: stream).words(at: index), numeral.end - index >= 4,
      let year = numeral.value.int, (1000..<2200).contains(year)
    else { return nil }
    return (year, numeral.end)
  }
}
