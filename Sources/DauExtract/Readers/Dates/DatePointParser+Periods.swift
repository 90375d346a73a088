/// Quarters, halves, years, terms and decades.
extension DatePointParser {
  /// The quarter that a number names, Arabic or Roman.
  func quarter(_ index: Int) -> Int? {
    let token = stream[index]
    if token.isNumber { return token.digitCount <= 2 && (1...4).contains(token.value) ? Int(token.value) : nil }
    guard let roman = RomanNumeral.value(of: token, in: stream), (1...4).contains(roman) else { return nil }
    return roman
  }

  func quarterPoint(at index: Int) -> DatePoint? {
    guard let number = quarter(index + 1) else { return nil }
    var point = DatePoint(shape: .quarter, month: 32 + number, start: index, end: index + 2, lead: index)
    if let (year, end) = yearBehind(index + 2) {
      point.year = year
      point.end = end
    } else if stream[index + 2].isDash, isYear(index + 3), !goesOn(index + 3) {
      // `quý II -2019`
      point.year = Int(stream[index + 3].value)
      point.end = index + 4
    } else if isYear(index + 2), !goesOn(index + 2) {
      point.year = Int(stream[index + 2].value)
      point.end = index + 3
    }
    return point
  }

  /// `6 tháng đầu năm 2018`, `9 tháng năm 2018`, `6 tháng cuối năm`; written out too: `sáu tháng đầu năm`.
  func partOfYear(at index: Int) -> DatePoint? {
    guard !continues(index), isSmall(index, 11) else { return nil }
    return partOfYear(count: Int(stream[index].value), at: index, end: index + 1)
  }

  /// `sáu tháng đầu năm`; `năm tháng` is left alone, which is a year and its months.
  static let monthCounts = WordTable(counts)
  private static let counts: [(word: WordKey, value: Int)] = [
    ("hai", 2), ("ba", 3), ("bốn", 4), ("sáu", 6), ("bảy", 7), ("tám", 8), ("chín", 9),
  ]

  /// The words that ``point(at:)`` may find something at.
  static let starts = WordFilter(
    [
      Words.ngay, Words.mong, Words.mung, Words.thang, Words.quy, Words.nam, Words.giai, Words.nhiem, Words.nien,
      Words.thoi, Words.khoa, Words.thap, half,
    ] + counts.map(\.word))

  static let half: WordKey = "nửa"

  /// `nửa đầu năm 2019`, `nửa cuối năm`.
  func halfOfYear(at index: Int) -> DatePoint? {
    let side = stream[index + 1].key
    guard side == Words.dau || side == Words.cuoi, stream[index + 2].key == Words.nam else { return nil }
    var point = DatePoint(
      shape: .half, month: side == Words.cuoi ? 41 : 40, start: index, end: index + 3, lead: index)
    takeYear(into: &point)
    return point
  }

  /// Takes the year that stands behind `năm`.
  private func takeYear(into point: inout DatePoint) {
    guard isYear(point.end), !goesOn(point.end) else { return }
    point.year = Int(stream[point.end].value)
    point.end += 1
  }

  func partOfYear(count printed: Int, at index: Int, end: Int) -> DatePoint? {
    var count = printed
    if stream[end].key == Words.quy, printed < 4 {
      // `3 quý đầu năm`
      count *= 3
    } else if stream[end].key != Words.thang {
      return nil
    }
    var at = end + 1
    var isLast = false
    if stream[at].key == Words.dau || stream[at].key == Words.cuoi {
      isLast = stream[at].key == Words.cuoi
      at += 1
      guard stream[at].key == Words.nam else { return nil }
    } else {
      guard stream[at].key == Words.nam, isYear(at + 1) else { return nil }
    }
    var point = DatePoint(shape: .months, start: index, end: at + 1, lead: index)
    takeYear(into: &point)
    if count == 6 {
      point.shape = .half
      point.month = isLast ? 41 : 40
    } else {
      point.month = isLast ? 13 - count : 1
      point.until = isLast ? 12 : count
    }
    return point
  }

  /// `năm 2019`, `năm 2016 - 2017`, `năm học 2017 - 2018`, `năm học mới 2019 - 2020`.
  func yearPoint(at index: Int) -> DatePoint? {
    var at = index + 1
    if stream[at].key == Words.hoc {
      at += 1
      if stream[at].key == Words.moi { at += 1 }
      return yearRange(at: at, start: index) ?? schoolYear(at: at, start: index)
    }
    if stream[at].key == Words.du, stream[at + 1].key == Words.toan { at += 2 }
    guard isYear(at) else {
      return writtenYear(at).map { year, end in
        DatePoint(shape: .year, year: year, start: index, end: end, lead: index)
      }
    }
    if let range = yearRange(at: at, start: index) { return range }
    guard !goesOn(at) || stream[at + 1].isDash else { return nil }
    return DatePoint(shape: .year, year: Int(stream[at].value), start: index, end: at + 1, lead: index)
  }

  /// `2017/2018`, `2018-19` behind `năm học`: a year and the next.
  private func schoolYear(at index: Int, start: Int) -> DatePoint? {
    let mark = stream[index + 1]
    guard isYear(index), !continues(index), mark.isSign("/") || mark.isDash, stream[index + 2].isNumber,
      !goesOn(index + 2)
    else { return nil }
    let year = Int(stream[index].value)
    let next = Int(stream[index + 2].value)
    let isNext = stream[index + 2].digitCount == 4 ? next == year + 1 : next == (year + 1) % 100
    guard isNext, stream[index + 2].digitCount == 4 || stream[index + 2].digitCount == 2 else { return nil }
    return DatePoint(shape: .years, year: year, until: year + 1, start: start, end: index + 3, lead: start)
  }

  /// `2016 - 2020`, `2016-2020`; `2016/2020` is none.
  func yearRange(at index: Int, start: Int) -> DatePoint? {
    guard isYear(index), stream[index + 1].isDash, !continues(index) else { return nil }
    let second = stream[index + 2]
    guard isYear(index + 2), second.value > stream[index].value, second.value - stream[index].value <= 300,
      !goesOn(index + 2)
    else { return nil }
    return DatePoint(
      shape: .years, year: Int(stream[index].value), until: Int(second.value), start: start, end: index + 3, lead: start
    )
  }

  /// `giai đoạn 2016 - 2020`, `nhiệm kỳ 2020-2025`, `niên khóa`, `khóa`, `thời kỳ`.
  func periodPoint(at index: Int) -> DatePoint? {
    var at = index + 1
    switch stream[index].key {
    case Words.giai: guard stream[at].key == Words.doan else { return nil }
    case Words.nhiem, Words.thoi: guard stream[at].key == Words.ky else { return nil }
    case Words.nien: guard stream[at].key == Words.khoa else { return nil }
    default: at -= 1
    }
    at += 1
    let start = index
    if stream[at].key == Words.tu { at += 1 }
    if stream[at].key == Words.nam { at += 1 }
    if let range = yearRange(at: at, start: start) { return range }
    if stream[index].key == Words.nien, let year = schoolYear(at: at, start: start) { return year }
    // `giai đoạn từ năm 2016 đến năm 2020`
    guard isYear(at), stream[at + 1].key == Words.den else { return nil }
    var second = at + 2
    if stream[second].key == Words.het { second += 1 }
    if stream[second].key == Words.nam { second += 1 }
    guard isYear(second), !goesOn(second) else { return nil }
    return DatePoint(
      shape: .years, year: Int(stream[at].value), until: Int(stream[second].value), start: start, end: second + 1,
      lead: start)
  }

  /// `những năm 1990`, `những năm 60 của thế kỷ XX`.
  func decadeOfYears(at index: Int) -> DatePoint? {
    guard stream[index - 1].key == "những" else { return nil }
    let token = stream[index + 1]
    guard token.isNumber, token.value % 10 == 0, !goesOn(index + 1) else { return nil }
    let next = stream[index + 2]
    if (next.isSign(",") || next.isDash || next.key == Words.va || next.key == Words.den), isYear(index + 3) {
      return nil
    }
    var year = Int(token.value)
    if token.digitCount == 2, year > 0 { year += 1900 } else if token.digitCount != 4 { return nil }
    return DatePoint(shape: .decade, year: year, start: index - 1, end: index + 2, lead: index - 1)
  }

  /// `thập niên 1990`, `thập kỷ 90`.
  func decadePoint(at index: Int) -> DatePoint? {
    guard stream[index + 1].key == Words.nien || stream[index + 1].key == Words.kyIpsilon else { return nil }
    let token = stream[index + 2]
    guard token.isNumber, token.value % 10 == 0, !goesOn(index + 2) else { return nil }
    let year: Int
    if token.digitCount == 4 {
      year = Int(token.value)
    } else if token.digitCount == 2 {
      year = 1900 + Int(token.value)
    } else {
      return nil
    }
    return DatePoint(shape: .decade, year: year, start: index, end: index + 3, lead: index)
  }

  /// `9/2019` without a word before it.
  func bareMonth(at index: Int, isSecondEnd: Bool = false) -> DatePoint? {
    guard isSmall(index, 12), isSecondEnd || !continues(index), stream[index + 1].isSign("/"),
      stream[index + 1].isJoined,
      stream[index + 2].isJoined, isYear(index + 2), !goesOn(index + 2)
    else { return nil }
    return DatePoint(
      shape: .month, year: Int(stream[index + 2].value), month: Int(stream[index].value), start: index, end: index + 3,
      lead: index)
  }

  /// `2019` alone.
  func bareYear(at index: Int) -> DatePoint? {
    guard isYear(index), !continues(index), !goesOn(index), stream[index].value >= 1900, stream[index].value <= 2100
    else { return nil }
    return DatePoint(shape: .year, year: Int(stream[index].value), start: index, end: index + 1, lead: index)
  }
}
