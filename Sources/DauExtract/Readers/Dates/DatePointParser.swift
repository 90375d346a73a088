/// Reads date points.
///
/// Accepts `ngày 31 tháng 10 năm 2019`, `31/10/2019`, `31.10.2019`, `2019-10-31T09:07:31+0700`, `ngày 02/9`,
/// `tháng 9/2019`, `quý III/2018`, `6 tháng đầu năm 2018`, `năm học 2017 - 2018`, `năm 2019`.
/// Refuses `ngày` alone, `tháng năm`, `16/18 chỉ tiêu`, `1/500`, `15/15 xã`, `91/2017/NĐ-CP`.
struct DatePointParser: Sendable {
  let stream: TokenStream
  /// Where paragraphs begin; a date does not run over one. Empty where that is not known.
  var breaks: [Bool] = []
  /// Two-digit years up to this are of this century, those above of the last; `docs/records.md` states it.
  static let pivot = 69

  // MARK: Numbers as parts of dates

  func isYear(_ index: Int) -> Bool {
    let token = stream[index]
    return token.isNumber && token.digitCount == 4 && token.value >= 1000 && token.value < 2200
  }

  /// Whether a number of one or two digits lies between `least` and `limit`.
  func isSmall(_ index: Int, _ limit: Int32, least: Int32 = 1) -> Bool {
    let token = stream[index]
    return token.isNumber && token.digitCount <= 2 && token.value >= least && token.value <= limit
  }

  /// Whether the number at `index` goes on beyond itself, as in `1.234` or `2019/QĐ`.
  func goesOn(_ index: Int) -> Bool {
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
  func continues(_ index: Int) -> Bool {
    let token = stream[index]
    guard token.isJoined else { return false }
    let before = stream[index - 1]
    if before.isWord { return true }
    guard before.isSign("/") || before.isSign(".") || before.isSign(",") || before.isDash else { return false }
    return before.isJoined && (stream[index - 2].isNumber || stream[index - 2].isWord)
  }

  // MARK: Points

  /// `ngày 30//8/2017`: a stroke that was struck twice.
  private func doubledStroke(at index: Int, lead: Int) -> DatePoint? {
    var parts = [index]
    var at = index + 1
    var strokes = 0
    while parts.count < 3 {
      let start = at
      while stream[at].isSign("/"), stream[at].isJoined, at - start < 2 { at += 1 }
      guard at > start, stream[at].isNumber, stream[at].isJoined else { return nil }
      strokes += at - start
      parts.append(at)
      at += 1
    }
    guard strokes > 2, isSmall(parts[0], 31), isSmall(parts[1], 12), isYear(parts[2]), !goesOn(parts[2]) else {
      return nil
    }
    return DatePoint(
      shape: .day, year: Int(stream[parts[2]].value), month: Int(stream[parts[1]].value),
      day: Int(stream[parts[0]].value), start: index, end: at, lead: lead)
  }

  func point(at index: Int) -> DatePoint? {
    let token = stream[index]
    if token.isNumber { return numericPoint(at: index, lead: index) ?? partOfYear(at: index) ?? dayAlone(at: index) }
    guard token.isWord else { return nil }
    switch token.key {
    case Words.ngay, Words.mong, Words.mung: return dayPoint(at: index)
    case Words.thang: return monthPoint(at: index, lead: index)
    case Words.quy: return quarterPoint(at: index)
    case Words.nam: return decadeOfYears(at: index) ?? yearPoint(at: index)
    case Words.giai, Words.nhiem, Words.nien, Words.thoi, Words.khoa: return periodPoint(at: index)
    case Words.thap: return decadePoint(at: index)
    case Self.half: return halfOfYear(at: index)
    default: return Self.monthCounts[token.key].flatMap { partOfYear(count: $0, at: index, end: index + 1) }
    }
  }

  /// `31/10/2019`, `31-10-2019`, `31.10.2019`, `2019-10-31`, with a time behind.
  ///
  /// - Parameter isSecondEnd: whether it stands behind the dash of a range, to which it may be joined.
  func numericPoint(at index: Int, lead: Int, isSecondEnd: Bool = false) -> DatePoint? {
    let hasLead = lead < index
    guard hasLead || isSecondEnd || !continues(index) else { return nil }
    // Year first.
    let mark = stream[index + 1]
    if isYear(index), mark.isDash || mark.isSign("/"), mark.isJoined, isSmall(index + 2, 12),
      stream[index + 2].isJoined, stream[index + 3].key == mark.key, stream[index + 3].isJoined,
      isSmall(index + 4, 31), stream[index + 4].isJoined, mark.isDash || !goesOn(index + 4)
    {
      var point = DatePoint(
        shape: .day, year: Int(stream[index].value), month: Int(stream[index + 2].value),
        day: Int(stream[index + 4].value), start: index, end: index + 5, lead: lead)
      readTime(&point)
      return point
    }
    if hasLead, let point = doubledStroke(at: index, lead: lead) { return point }
    // Behind `ngày` whatever stands there is meant for a day; elsewhere `10/31/2019` is one the other way round.
    let limits: (least: Int32, day: Int32, month: Int32) = hasLead ? (0, 99, 99) : (1, 31, 31)
    guard isSmall(index, limits.day, least: limits.least), let separator = separator(at: index + 1, loose: hasLead),
      isSmall(index + 2, limits.month, least: limits.least), joinsOn(index + 2, separator, loose: hasLead),
      hasLead || stream[index + 2].value <= 12 || separator == 0x2F && isYear(index + 4)
    else { return nil }
    if let point = partedMonth(at: index, lead: lead, separator) { return point }
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
      if hasLead || separator == 0x2F && year.isJoined, year.isNumber, year.digitCount == 2, !goesOn(index + 4) {
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

  /// `30/1 1/2021`: a month of two digits that a blank parts.
  private func partedMonth(at index: Int, lead: Int, _ separator: Int32) -> DatePoint? {
    let first = stream[index + 2]
    let second = stream[index + 3]
    guard first.digitCount == 1, first.value == 1, second.isNumber, second.digitCount == 1, second.value <= 2,
      !second.isJoined, self.separator(at: index + 4, loose: false) == separator, isYear(index + 5),
      stream[index + 5].isJoined, !goesOn(index + 5)
    else { return nil }
    return DatePoint(
      shape: .day, year: Int(stream[index + 5].value), month: 10 + Int(second.value), day: Int(stream[index].value),
      start: index, end: index + 6, lead: lead, isWeak: true)
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
    var hour = Int(stream[at].value)
    // `2:22:10 CH` of a signing time printed in Vietnamese.
    let half = stream[at + 5]
    let isAfternoon = half.key == "ch" || half.key == "pm"
    let isHalved = isAfternoon || half.key == "sa" || half.key == "am"
    if isHalved, half.isAllCapitals, hour <= 12 { hour = hour % 12 + (isAfternoon ? 12 : 0) }
    var time =
      "T"
      + ([hour] + [at + 2, at + 4].map { Int(stream[$0].value) }).map { PartialDate.padded($0, 2) }
      .joined(separator: ":")
    at += isHalved && half.isAllCapitals ? 6 : 5
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

  /// `ngày 31 tháng 10 năm 2019`, `ngày 31/10/2019`, `mồng 3 tháng Giêng`, `ngày ... tháng 10 năm 2019`.
  private func dayPoint(at index: Int) -> DatePoint? {
    var at = index
    if stream[at].key == Words.ngay { at += 1 }
    // A speck read as a point: `ngày. 12 tháng 8`.
    if stream[at].isSign("."), stream[at].isJoined, stream[at + 1].isNumber, stream[at + 2].key == Words.thang {
      at += 1
    }
    if stream[at].key == Words.mong || stream[at].key == Words.mung { at += 1 }
    if stream[at].isNumber {
      if let point = numericPoint(at: at, lead: index) { return lunar(point) }
      guard isSmall(at, 99, least: 0), stream[at + 1].key == Words.thang else { return nil }
      guard var point = monthPoint(at: at + 1, lead: index) else { return nil }
      point.shape = .day
      point.day = Int(stream[at].value)
      point.start = index
      return lunar(point)
    }
    if let blank = blankEnd(at) {
      if stream[blank].key == Words.thang { return blankMonth(at: blank, start: index) }
      if stream[blank].isSign("/") { return blankSlashes(at: blank, start: index) }
    }
    return writtenDay(at: at, start: index)
  }

  /// `Hà Nội, 26 tháng 11 năm 2003`: a day without its word; the month and the word of the year show that it is one.
  private func dayAlone(at index: Int) -> DatePoint? {
    guard isSmall(index, 31), !continues(index), stream[index + 1].key == Words.thang, isSmall(index + 2, 12),
      stream[index + 3].key == Words.nam, isYear(index + 4), var point = monthPoint(at: index + 1, lead: index)
    else { return nil }
    point.shape = .day
    point.day = Int(stream[index].value)
    point.start = index
    return point
  }

  /// `ngày mười lăm tháng tám năm 1945`, `mồng một tháng năm`.
  private func writtenDay(at index: Int, start: Int) -> DatePoint? {
    guard stream[index].isWord else { return nil }
    let numeral = NumeralParser(stream: stream).words(at: index)
    let day: Int
    let end: Int
    if let numeral, let value = numeral.value.int, (2...31).contains(value) {
      (day, end) = (value, numeral.end)
    } else if stream[index].key == Words.mot {
      (day, end) = (1, index + 1)
    } else {
      return nil
    }
    guard stream[end].key == Words.thang, var point = monthPoint(at: end, lead: start) else { return nil }
    point.shape = .day
    point.day = day
    point.start = start
    return lunar(point)
  }

  /// `ngày ..../..../2021`, `ngày    /7/2021`: what is left of a date whose day is to be written in.
  private func blankSlashes(at index: Int, start: Int) -> DatePoint? {
    var at = index + 1
    if isSmall(at, 12), stream[at].isJoined, let (year, end) = yearBehind(at + 1) {
      return DatePoint(shape: .month, year: year, month: Int(stream[at].value), start: start, end: end, lead: start)
    }
    if let blank = blankEnd(at) { at = blank }
    guard stream[at].isSign("/"), isYear(at + 1), !goesOn(at + 1) else { return nil }
    return DatePoint(shape: .year, year: Int(stream[at + 1].value), start: start, end: at + 2, lead: start)
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
}
