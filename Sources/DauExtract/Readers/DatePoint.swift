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

  var isComplete: Bool { year != nil }

  var date: PartialDate? { year.map { PartialDate(year: $0, month: month, day: day) } }
}

/// Reads date points.
///
/// Accepts `ngày 31 tháng 10 năm 2019`, `31/10/2019`, `31.10.2019`, `2019-10-31T09:07:31+0700`, `ngày 02/9`,
/// `tháng 9/2019`, `quý III/2018`, `6 tháng đầu năm 2018`, `năm học 2017 - 2018`, `năm 2019`.
/// Refuses `ngày` alone, `tháng năm`, `16/18 chỉ tiêu`, `1/500`, `15/15 xã`, `91/2017/NĐ-CP`.
struct DatePointParser: Sendable {
  let stream: TokenStream
  /// Where paragraphs begin; a date does not run over one. Empty where that is not known.
  var breaks: [Bool] = []
  /// Two-digit years up to this are of this century, those above of the last.
  static let pivot = 69

  // MARK: Numbers as parts of dates

  private func isYear(_ index: Int) -> Bool {
    let token = stream[index]
    return token.isNumber && token.digitCount == 4 && token.value >= 1000 && token.value < 2200
  }

  private func isSmall(_ index: Int, _ limit: Int32) -> Bool {
    let token = stream[index]
    return token.isNumber && token.digitCount <= 2 && token.value >= 1 && token.value <= limit
  }

  /// Whether the number at `index` goes on beyond itself, as in `1.234` or `2019/QĐ`.
  private func goesOn(_ index: Int) -> Bool {
    let next = stream[index + 1]
    if next.isWord && next.isJoined { return true }
    guard next.kind == .sign, next.isJoined else { return false }
    let third = stream[index + 2]
    if next.isSign("%") { return true }
    guard third.isJoined else { return false }
    if next.isSign("/") { return third.isWord || third.isNumber }
    if next.isDash { return third.isWord && third.isCapital }
    if next.isSign(".") || next.isSign(",") { return third.isNumber }
    return false
  }

  /// Whether the number at `index` is the rest of something before it.
  private func continues(_ index: Int) -> Bool {
    let token = stream[index]
    guard token.isJoined else { return false }
    let before = stream[index - 1]
    if before.isWord { return true }
    guard before.isSign("/") || before.isSign(".") || before.isSign(",") || before.isDash else { return false }
    return before.isJoined && (stream[index - 2].isNumber || stream[index - 2].isWord)
  }

  // MARK: Points

  func point(at index: Int) -> DatePoint? {
    let token = stream[index]
    if token.isNumber { return numericPoint(at: index, lead: index) ?? partOfYear(at: index) }
    guard token.isWord else { return nil }
    switch token.key {
    case Words.ngay, Words.mong, Words.mung: return dayPoint(at: index)
    case Words.thang: return monthPoint(at: index, lead: index)
    case Words.quy: return quarterPoint(at: index)
    case Words.nam: return yearPoint(at: index)
    case Words.giai, Words.nhiem, Words.nien, Words.thoi, Words.khoa: return periodPoint(at: index)
    case Words.thap: return decadePoint(at: index)
    default: return nil
    }
  }

  /// `31/10/2019`, `31-10-2019`, `31.10.2019`, `2019-10-31`, with a time behind.
  func numericPoint(at index: Int, lead: Int) -> DatePoint? {
    let hasLead = lead < index
    guard hasLead || !continues(index) else { return nil }
    // Year first.
    if isYear(index), stream[index + 1].isDash, stream[index + 1].isJoined, isSmall(index + 2, 12),
      stream[index + 2].isJoined, stream[index + 3].isDash, stream[index + 3].isJoined, isSmall(index + 4, 31),
      stream[index + 4].isJoined
    {
      var point = DatePoint(
        shape: .day, year: Int(stream[index].value), month: Int(stream[index + 2].value),
        day: Int(stream[index + 4].value), start: index, end: index + 5, lead: lead)
      readTime(&point)
      return point
    }
    let limit: (day: Int32, month: Int32) = hasLead ? (99, 99) : (31, 12)
    guard isSmall(index, limit.day), let separator = separator(at: index + 1, loose: hasLead),
      isSmall(index + 2, limit.month), joinsOn(index + 2, separator, loose: hasLead)
    else { return nil }
    // d/m/y
    if let second = self.separator(at: index + 3, loose: hasLead), second == separator,
      joinsOn(index + 4, separator, loose: hasLead)
    {
      let year = stream[index + 4]
      if isYear(index + 4), !goesOn(index + 4) || stream[index + 5].isWord {
        var point = DatePoint(
          shape: .day, year: Int(year.value), month: Int(stream[index + 2].value), day: Int(stream[index].value),
          start: index, end: index + 5, lead: lead)
        readTime(&point)
        return point
      }
      if hasLead, year.isNumber, year.digitCount == 2, !goesOn(index + 4) {
        let value = Int(year.value)
        return DatePoint(
          shape: .day, year: value <= Self.pivot ? 2000 + value : 1900 + value, month: Int(stream[index + 2].value),
          day: Int(stream[index].value), start: index, end: index + 5, lead: lead)
      }
      if !hasLead { return nil }
    }
    // d/m behind `ngày`, perhaps with a year behind it.
    guard hasLead, separator != 0x2E, isSmall(index, 31), isSmall(index + 2, 12) else { return nil }
    var point = DatePoint(
      shape: .day, year: nil, month: Int(stream[index + 2].value), day: Int(stream[index].value), start: index,
      end: index + 3, lead: lead)
    if let (year, end) = yearBehind(index + 3) {
      point.year = year
      point.end = end
      point.start = lead
    } else if goesOn(index + 2) {
      return nil
    }
    return point
  }

  /// The sign between the parts of a numeric date, and whether blanks round it are allowed.
  private func separator(at index: Int, loose: Bool) -> Int32? {
    let token = stream[index]
    guard token.kind == .sign, token.isSign("/") || token.isSign(".") || token.isDash else { return nil }
    if !token.isJoined && !(token.isSign("/") || loose) { return nil }
    return token.isDash ? 0x2D : token.value
  }

  private func joinsOn(_ index: Int, _ separator: Int32, loose: Bool) -> Bool {
    stream[index].isJoined || separator == 0x2F || loose && separator == 0x2D
  }

  /// `09:29:08 +07:00` or `T09:07:31+0700` behind a day.
  private func readTime(_ point: inout DatePoint) {
    var at = point.end
    if stream[at].isWord && stream[at].key == Words.t && stream[at].isJoined { at += 1 }
    if stream[at].isSign(",") { at += 1 }
    guard isClock(at), stream[at + 3].isSign(":"), stream[at + 3].isJoined, stream[at + 4].isNumber,
      stream[at + 4].isJoined, stream[at + 4].digitCount == 2, stream[at + 4].value < 60
    else { return }
    var time = "T" + [at, at + 2, at + 4].map { PartialDate.padded(Int(stream[$0].value), 2) }.joined(separator: ":")
    at += 5
    let sign = stream[at]
    if sign.isSign("+") || sign.isDash, stream[at + 1].isNumber, stream[at + 1].isJoined {
      let hours = stream[at + 1]
      let mark = sign.isSign("+") ? "+" : "-"
      if hours.digitCount == 4 {
        time +=
          mark + PartialDate.padded(Int(hours.value) / 100, 2) + ":" + PartialDate.padded(Int(hours.value) % 100, 2)
        at += 2
      } else if hours.digitCount <= 2, stream[at + 2].isSign(":"), stream[at + 3].isNumber,
        stream[at + 3].digitCount == 2
      {
        time += mark + PartialDate.padded(Int(hours.value), 2) + ":" + PartialDate.padded(Int(stream[at + 3].value), 2)
        at += 4
      }
    }
    point.time = time
    point.end = at
  }

  private func isClock(_ at: Int) -> Bool {
    stream[at].isNumber && stream[at].digitCount <= 2 && stream[at].value < 24 && stream[at + 1].isSign(":")
      && stream[at + 1].isJoined && stream[at + 2].isNumber && stream[at + 2].isJoined
      && stream[at + 2].digitCount == 2 && stream[at + 2].value < 60
  }

  /// `năm 2019`, `, năm 2019`, `/2019`, `-2019` behind a month or a day and month.
  private func yearBehind(_ index: Int) -> (year: Int, end: Int)? {
    var at = index
    if index < breaks.count, breaks[index] { return nil }
    if stream[at].isSign("/")
      || (stream[at].isDash || stream[at].isSign(".")) && stream[at].isJoined && stream[at + 1].isJoined
    {
      return isYear(at + 1) && !goesOn(at + 1) ? (Int(stream[at + 1].value), at + 2) : nil
    }
    if stream[at].isSign(",") { at += 1 }
    if stream[at].key == Words.nam, isYear(at + 1), !goesOn(at + 1) || stream[at + 2].isDash {
      return (Int(stream[at + 1].value), at + 2)
    }
    return nil
  }

  /// `ngày 31 tháng 10 năm 2019`, `ngày 31/10/2019`, `mồng 3 tháng Giêng`, `ngày ... tháng 10 năm 2019`.
  private func dayPoint(at index: Int) -> DatePoint? {
    var at = index
    if stream[at].key == Words.ngay { at += 1 }
    if stream[at].key == Words.mong || stream[at].key == Words.mung { at += 1 }
    if stream[at].isNumber {
      if let point = numericPoint(at: at, lead: index) { return lunar(point) }
      guard isSmall(at, 99), stream[at + 1].key == Words.thang else { return nil }
      guard var point = monthPoint(at: at + 1, lead: index) else { return nil }
      point.shape = .day
      point.day = Int(stream[at].value)
      point.start = index
      return lunar(point)
    }
    if let blank = blankEnd(at), stream[blank].key == Words.thang {
      return blankMonth(at: blank, start: index)
    }
    return nil
  }

  /// `tháng 10 năm 2019`, or with a blank, behind a blank day.
  private func blankMonth(at index: Int, start: Int) -> DatePoint? {
    if var point = monthPoint(at: index, lead: start), point.year != nil {
      point.start = start
      return point
    }
    guard let blank = blankEnd(index + 1), stream[blank].key == Words.nam, isYear(blank + 1) else { return nil }
    return DatePoint(
      shape: .year, year: Int(stream[blank + 1].value), start: start, end: blank + 2, lead: start)
  }

  /// Behind the dots or the blank left for a number to be written in.
  private func blankEnd(_ index: Int) -> Int? {
    var at = index
    while stream[at].isSign(".") || stream[at].isSign("…") || stream[at].isSign("_"), at - index < 40 { at += 1 }
    if at > index { return at }
    return stream[at].flags.contains(.wide) ? at : nil
  }

  private func lunar(_ point: DatePoint) -> DatePoint {
    var point = point
    var at = point.end
    if stream[at].isSign("(") { at += 1 }
    if stream[at].key == Words.am && stream[at + 1].key == Words.lich || stream[at].key == Words.al {
      point.isLunar = true
      point.end = stream[at].key == Words.al ? at + 1 : at + 2
    }
    return point
  }

  private static let monthWords: [WordKey: Int] = [
    "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "chạp": 12,
  ]

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

  private func quarterPoint(at index: Int) -> DatePoint? {
    let token = stream[index + 1]
    let number: Int
    if token.isNumber, token.digitCount <= 2, (1...4).contains(token.value) {
      number = Int(token.value)
    } else if let roman = RomanNumeral.value(of: token, in: stream), (1...4).contains(roman) {
      number = roman
    } else {
      return nil
    }
    var point = DatePoint(shape: .quarter, month: 32 + number, start: index, end: index + 2, lead: index)
    if let (year, end) = yearBehind(index + 2) {
      point.year = year
      point.end = end
    } else if isYear(index + 2), !goesOn(index + 2) {
      point.year = Int(stream[index + 2].value)
      point.end = index + 3
    }
    return point
  }

  /// `6 tháng đầu năm 2018`, `9 tháng năm 2018`, `6 tháng cuối năm`; written out too: `sáu tháng đầu năm`.
  private func partOfYear(at index: Int) -> DatePoint? {
    guard !continues(index), isSmall(index, 11) else { return nil }
    return partOfYear(count: Int(stream[index].value), at: index, end: index + 1)
  }

  private func partOfYear(count: Int, at index: Int, end: Int) -> DatePoint? {
    guard stream[end].key == Words.thang else { return nil }
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
    if isYear(at + 1), !goesOn(at + 1) {
      point.year = Int(stream[at + 1].value)
      point.end = at + 2
    }
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
  private func yearPoint(at index: Int) -> DatePoint? {
    var at = index + 1
    if stream[at].key == Words.hoc {
      at += 1
      if stream[at].key == Words.moi { at += 1 }
      return yearRange(at: at, start: index)
    }
    if stream[at].key == Words.du, stream[at + 1].key == Words.toan { at += 2 }
    guard isYear(at) else { return nil }
    if let range = yearRange(at: at, start: index) { return range }
    guard !goesOn(at) || stream[at + 1].isDash else { return nil }
    return DatePoint(shape: .year, year: Int(stream[at].value), start: index, end: at + 1, lead: index)
  }

  /// `2016 - 2020`, `2016-2020`, `2016 – 20`, `2016/2020` is none.
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
  private func periodPoint(at index: Int) -> DatePoint? {
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

  /// `thập niên 1990`, `thập kỷ 90`.
  private func decadePoint(at index: Int) -> DatePoint? {
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
  func bareMonth(at index: Int) -> DatePoint? {
    guard isSmall(index, 12), !continues(index), stream[index + 1].isSign("/"), stream[index + 1].isJoined,
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

/// The words that dates are made of.
enum Words {
  static let ngay: WordKey = "ngày"
  static let thang: WordKey = "tháng"
  static let nam: WordKey = "năm"
  static let quy: WordKey = "quý"
  static let mong: WordKey = "mồng"
  static let mung: WordKey = "mùng"
  static let giai: WordKey = "giai"
  static let doan: WordKey = "đoạn"
  static let nhiem: WordKey = "nhiệm"
  static let ky: WordKey = "kỳ"
  static let kyIpsilon: WordKey = "kỷ"
  static let nien: WordKey = "niên"
  static let khoa: WordKey = "khóa"
  static let thoi: WordKey = "thời"
  static let thap: WordKey = "thập"
  static let t: WordKey = "t"
  static let am: WordKey = "âm"
  static let lich: WordKey = "lịch"
  static let al: WordKey = "âl"
  static let gieng: WordKey = "giêng"
  static let chap: WordKey = "chạp"
  static let mot: WordKey = "một"
  static let hai: WordKey = "hai"
  static let hoc: WordKey = "học"
  static let moi: WordKey = "mới"
  static let du: WordKey = "dự"
  static let toan: WordKey = "toán"
  static let tu: WordKey = "từ"
  static let den: WordKey = "đến"
  static let toi: WordKey = "tới"
  static let het: WordKey = "hết"
  static let dau: WordKey = "đầu"
  static let giua: WordKey = "giữa"
  static let cuoi: WordKey = "cuối"
  static let truoc: WordKey = "trước"
  static let sau: WordKey = "sau"
  static let va: WordKey = "và"
  static let diem: WordKey = "điểm"
  static let khoan: WordKey = "khoản"
  static let dieu: WordKey = "điều"
  static let trong: WordKey = "trong"
  static let doThat: WordKey = "đó"
  static let so: WordKey = "số"
  static let thu: WordKey = "thứ"
}
