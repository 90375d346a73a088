/// Days and months without a year: `dịp 30/4 và 1/5`, `ngày 8/3, 20/10`.
extension DateScan {
  /// `dịp 30/4 - 1/5`, `chào mừng 2/9`, `dịp lễ 30/4 và 01/5/2015`: the token behind the last.
  mutating func daysOfYear(at: Int) -> Int? {
    guard words.dayLeads.contains(stream[at - 1].key), !outline.beginsParagraph[at] else { return nil }
    return daysOfYear(from: at, least: 1, mayBeRange: true)
  }

  /// `ngày 8/3, 20/10`; one day, or a range, is read like any other.
  mutating func daysOfYear(behindDayAt at: Int) -> Int? {
    guard stream[at].key == Words.ngay, stream[at + 1].isNumber else { return nil }
    return daysOfYear(from: at + 1, least: 2, mayBeRange: false)
  }

  private mutating func daysOfYear(from first: Int, least: Int, mayBeRange: Bool) -> Int? {
    var places: [Int] = []
    var isRange = false
    var year: Int?
    var next = first
    var end = first
    while places.count < 12, isDayOfYear(next) {
      places.append(next)
      end = next + 3
      if let (printed, behind) = parser.yearBehind(end) {
        (year, end) = (printed, behind)
        break
      }
      let mark = stream[end]
      let joinsRange = mark.isDash && mayBeRange && places.count == 1
      if joinsRange { isRange = true }
      guard joinsRange || mark.isSign(",") || mark.isSign(";") || mark.key == Words.va,
        !outline.beginsParagraph[safe: end + 1]
      else { break }
      next = end + 1
    }
    isRange = isRange && places.count == 2
    guard places.count >= least, let whole = year ?? time.year else { return nil }
    let dates = places.map {
      PartialDate(year: whole, month: Int(stream[$0 + 2].value), day: Int(stream[$0].value))
    }
    guard dates.allSatisfy(\.isPossible) else { return nil }
    // What may be a share, `8/3` or `16/12`, gives way to the unit behind it.
    let rank = Rank.bareDay
    if isRange {
      add(
        DateFact(edtf: dates[0].edtf + "/" + dates[1].edtf, resolved: year == nil), places[0]..<end, rank: rank)
      return end
    }
    for (place, date) in zip(places, dates) {
      let stop = place == places.last ? end : place + 3
      add(DateFact(edtf: date.edtf, resolved: year == nil), place..<stop, rank: rank)
    }
    return end
  }

  /// `báo cáo trước 20/10.`, `đến hết 30/6;`: a day behind the word of a deadline, with nothing that it could be a
  /// share of.
  func dayBehindTerm(_ at: Int) -> DatePoint? {
    let term = stream[at - 1]
    guard !outline.beginsParagraph[at],
      term.key == Words.truoc || term.key == Words.het
        || term.key == "nhất" && (stream[at - 2].key == "chậm" || stream[at - 2].key == "muộn"),
      isDayOfYear(at), var day = parser.numericPoint(at: at, lead: at - 1)
    else { return nil }
    day.lead = at
    let next = stream[day.end]
    return next.isWord && !outline.beginsParagraph[safe: day.end] ? nil : day
  }

  /// Whether `30/4` stands at `at`, and nothing but perhaps a year behind it.
  private func isDayOfYear(_ at: Int) -> Bool {
    parser.isSmall(at, 31) && stream[at + 1].isSign("/") && stream[at + 1].isJoined && stream[at + 2].isJoined
      && parser.isSmall(at + 2, 12) && (!parser.goesOn(at + 2) || parser.yearBehind(at + 3) != nil)
  }
}
