/// Several dates that share their month or year.
extension DateScan {
  /// `năm 2016, 2017 và 2018`: the years behind the first; the token behind the last.
  mutating func listOfYears(after first: DatePoint) -> Int {
    guard first.shape == .year,
      stream[first.lead].key == Words.nam || stream[first.lead - 1].isSign("(")
        // `trong 3 năm 2016, 2017 và 2018`
        || stream[first.lead - 1].key == Words.nam
    else { return first.end }
    var end = first.end
    while stream[end].isSign(",") || stream[end].key == Words.va || stream[end].isSign(";"),
      let year = parser.bareYear(at: end + 1), !isNoun(after: end + 2)
    {
      add(DateFact(edtf: PartialDate(year: year.year ?? 0).edtf), (end + 1)..<(end + 2), rank: .date)
      end += 2
    }
    return end
  }

  /// `ngày 05, 06 và 07/9/2018`, `ngày 19 - 25/8/2019`, `từ ngày 19 đến ngày 25/8/2019`, `tháng 9, 10/2019`,
  /// `tháng 7 - 9/2019`.
  mutating func listOfDays(at: Int) -> Int? {
    let key = stream[at].key
    guard key == Words.ngay || key == Words.thang else { return nil }
    let isDay = key == Words.ngay
    var numbers: [Int] = []
    var isRange = false
    var next = at + 1
    while true {
      let token = stream[next]
      guard token.isNumber, token.digitCount <= 2, token.value >= 1, token.value <= (isDay ? 31 : 12) else {
        return nil
      }
      numbers.append(next)
      let mark = stream[next + 1]
      if mark.isSign(",") || mark.key == Words.va {
        next += 2
      } else if mark.isDash || mark.key == Words.den || mark.key == Words.toi {
        isRange = true
        next += 2
      } else {
        break
      }
      if stream[next].key == key { next += 1 }
      if numbers.count > 31 { return nil }
    }
    guard numbers.count >= 2, let last = numbers.last, !isRange || numbers.count == 2 else { return nil }
    // The last of the list carries the month and the year.
    let whole: DatePoint?
    if isDay {
      whole = parser.numericPoint(at: last, lead: at) ?? wordedMonth(last, lead: at)
    } else {
      whole = parser.monthPoint(at: last - 1, lead: last - 1)
    }
    guard let whole, whole.shape == (isDay ? .day : .month), let year = whole.year ?? time.year else { return nil }
    let isResolved = whole.year == nil
    func date(_ index: Int) -> PartialDate {
      let value = Int(stream[index].value)
      return PartialDate(year: year, month: isDay ? whole.month : value, day: isDay ? value : nil)
    }
    guard numbers.allSatisfy({ date($0).isPossible }) else { return nil }
    if isRange {
      guard stream[numbers[0]].value <= stream[last].value else { return nil }
      let start = stream[at - 1].key == Words.tu ? at - 1 : at
      add(
        DateFact(edtf: date(numbers[0]).edtf + "/" + date(last).edtf, resolved: isResolved), start..<whole.end,
        rank: .dates
      )
    } else {
      for index in numbers {
        let start = !isDay && stream[index - 1].key == key ? index - 1 : index
        let end = index == last ? whole.end : index + 1
        add(DateFact(edtf: date(index).edtf, resolved: isResolved), start..<end, rank: .dates)
      }
    }
    return whole.end
  }

  /// `17-19/12/1997`, `từ 19 đến 25/8/2019`: days of one month without a word before them.
  mutating func bareDays(at: Int) -> Int? {
    let first = stream[at]
    let mark = stream[at + 1]
    let isFrom = stream[at - 1].key == Words.tu
    guard first.digitCount <= 2, first.value >= 1, mark.isDash || mark.key == Words.den && isFrom,
      !first.isJoined || !(stream[at - 1].isSign("/") || stream[at - 1].isDash || stream[at - 1].isSign("."))
    else { return nil }
    // The second day is joined to its dash, so it is asked with a lead of its own.
    guard stream[at + 3].isSign("/"), let last = parser.numericPoint(at: at + 2, lead: at), last.shape == .day,
      let year = last.year, stream[at + 2].value > first.value
    else { return nil }
    let lower = PartialDate(year: year, month: last.month, day: Int(first.value))
    let upper = PartialDate(year: year, month: last.month, day: last.day)
    guard lower.isPossible, upper.isPossible else { return nil }
    add(DateFact(edtf: lower.edtf + "/" + upper.edtf), (isFrom ? at - 1 : at)..<last.end, rank: .dayPair)
    return last.end
  }

  /// `25 tháng 8 năm 2019` behind the rest of a list.
  func wordedMonth(_ index: Int, lead: Int) -> DatePoint? {
    guard stream[index + 1].key == Words.thang, var point = parser.monthPoint(at: index + 1, lead: lead) else {
      return nil
    }
    point.shape = .day
    return point
  }

  /// `Quý II, III năm 2020`, `quý I và quý II/2021`, `quý I - III/2021`: the token behind the last.
  mutating func listOfQuarters(at: Int) -> Int? {
    guard stream[at].key == Words.quy else { return nil }
    var places: [(start: Int, quarter: Int)] = []
    var isRange = false
    var next = at
    var whole: DatePoint?
    while places.count < 4 {
      let start = next
      if stream[next].key == Words.quy { next += 1 }
      guard next > start || start > at, let quarter = parser.quarter(next) else { return nil }
      places.append((start, quarter))
      if let point = parser.quarterPoint(at: next - 1), point.year != nil {
        whole = point
        break
      }
      let mark = stream[next + 1]
      guard mark.isSign(",") || mark.key == Words.va || mark.isDash, !outline.beginsParagraph[safe: next + 2] else {
        break
      }
      isRange = isRange || mark.isDash
      next += 2
    }
    guard places.count >= 2, let whole, let year = whole.year, let first = places.first, let last = places.last else {
      return nil
    }
    func date(_ quarter: Int) -> String { PartialDate(year: year, month: 32 + quarter).edtf }
    if isRange {
      guard places.count == 2, first.quarter < last.quarter else { return nil }
      add(DateFact(edtf: date(first.quarter) + "/" + date(last.quarter)), at..<whole.end, rank: .dates)
      return whole.end
    }
    for (place, item) in places.enumerated() {
      let end =
        place + 1 == places.count ? whole.end : stream[item.start].key == Words.quy ? item.start + 2 : item.start + 1
      add(DateFact(edtf: date(item.quarter)), item.start..<end, rank: .dates)
    }
    return whole.end
  }

  /// `từ 01/01 đến 31/12/2020`, `(28/5 - 02/6/2021)`: the first day has neither `ngày` nor a year.
  mutating func bareDayRange(at: Int) -> Int? {
    let slash = stream[at + 1]
    guard stream[at].digitCount <= 2, slash.isSign("/"), slash.isJoined, stream[at + 2].isJoined,
      (1...31).contains(stream[at].value), (1...12).contains(stream[at + 2].value), stream[at + 2].digitCount <= 2,
      !parser.continues(at), stream[at - 1].key != Words.ngay, stream[at - 1].key != Words.so
    else { return nil }
    var next = at + 3
    if stream[next].isDash {
      next += 1
    } else if stream[next].key == Words.den {
      next += 1
      if stream[next].key == Words.het { next += 1 }
      if stream[next].key == Words.ngay { next += 1 }
    } else {
      return nil
    }
    guard stream[next].isNumber, let last = parser.numericPoint(at: next, lead: next, isSecondEnd: true),
      last.shape == .day, let year = last.year, !outline.beginsParagraph[next]
    else { return nil }
    let first = DatePoint(
      shape: .day, month: Int(stream[at + 2].value), day: Int(stream[at].value), start: at, end: at + 3, lead: at)
    let lower = PartialDate(year: first.precedes(last) ? year : year - 1, month: first.month, day: first.day)
    let upper = PartialDate(year: year, month: last.month, day: last.day)
    guard lower.isPossible, upper.isPossible else { return nil }
    let isFrom = stream[at - 1].key == Words.tu && !outline.beginsParagraph[at]
    add(DateFact(edtf: lower.edtf + "/" + upper.edtf), (isFrom ? at - 1 : at)..<last.end, rank: .dayPair)
    return last.end
  }
}
