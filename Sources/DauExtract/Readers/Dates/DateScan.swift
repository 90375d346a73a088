/// The one pass of the reader of dates.
struct DateScan {
  let stream: TokenStream
  let outline: Outline
  let words: CommonWords
  let parser: DatePointParser
  let time: DocumentTime
  private let places: PlaceSet
  var found: [Candidate] = []

  init(_ context: ReadingContext) {
    stream = context.stream
    outline = context.outline
    words = context.vocabulary.words
    parser = DatePointParser(stream: context.stream, breaks: context.outline.beginsParagraph)
    time = DocumentTime(context)
    places = context.starts
  }

  /// The words that a date or a period may begin with.
  static let starts: WordFilter = {
    var starts = DatePointParser.starts
    for word in [Words.dau, Words.giua, Words.cuoi] { starts.insert(word) }
    return starts
  }()

  mutating func run() {
    var at = 0
    let starts = Self.starts
    while let place = places.next(from: at) {
      let token = stream[place]
      let isStart = token.isNumber || token.isWord && starts.mayContain(token.key)
      at = max(isStart ? readExpression(at: place) : place, place + 1)
    }
  }

  /// Reads what begins at `at`; the token behind it, or `at` itself when nothing does.
  private mutating func readExpression(at: Int) -> Int {
    let token = stream[at]
    if token.isWord {
      if let end = listOfDays(at: at) ?? listOfQuarters(at: at) ?? daysOfYear(behindDayAt: at) { return end }
      if let end = startOfPeriod(at: at) { return end }
    }
    if token.isNumber, let end = halfYear(at: at) ?? bareDays(at: at) ?? bareDayRange(at: at) ?? daysOfYear(at: at) {
      return end
    }
    guard var first = anyPoint(at: at) else { return at }
    if first.shape == .year, first.start < first.end, stream[first.start].key == Words.nam, isLength(at: first.start) {
      // `10 năm 2011 - 2020`: the word belongs to the number before it.
      guard let range = parser.yearRange(at: first.start + 1, start: first.start + 1) else { return at }
      first = range
    }
    if first.shape == .years, stream[first.start].key == Words.nam, isLength(at: first.start) {
      first.start += 1
      first.lead = first.start
    }
    let intro = introduction(before: first.lead)
    if let (second, end) = secondEnd(after: first, introducedByFrom: intro.isFrom) {
      emitRange(first, second, intro: intro, end: end)
      return end
    }
    emit(first, intro: intro)
    let end = listOfYears(after: first)
    return max(end, first.end)
  }

  /// A point, or a bare month or year where the words round it show that one is meant.
  ///
  /// - Parameter isSecondEnd: whether it may be joined to a dash before it: `30/4/1975-30/4/2015`.
  private func anyPoint(at: Int, isSecondEnd: Bool = false) -> DatePoint? {
    // `số nhà 12/5/20`, `phiên bản 2.10.2019`
    if stream[at].isNumber, !outline.beginsParagraph[at],
      words.noDateLeads.match(stream, before: at, from: max(at - 3, 0)) != nil
    {
      return nil
    }
    if isSecondEnd, stream[at].isNumber, let point = parser.numericPoint(at: at, lead: at, isSecondEnd: true) {
      return point
    }
    if let point = parser.point(at: at) { return point }
    guard stream[at].isNumber else { return nil }
    if words.partsOfDay.contains(stream[at - 1].key), !outline.beginsParagraph[at],
      let point = parser.numericPoint(at: at, lead: at - 1)
    {
      return point
    }
    if let range = parser.yearRange(at: at, start: at) { return range }
    if let day = dayBehindTerm(at) { return day }
    if let month = parser.bareMonth(at: at, isSecondEnd: isSecondEnd), stream[at - 1].key != Words.so,
      !isNoun(after: month.end)
    {
      // `đợt 1/2021`: the first of that year, no month.
      if words.turns.contains(stream[at - 1].key), !outline.beginsParagraph[at], stream[at + 1].isSign("/"),
        month.end == at + 3
      {
        return DatePoint(shape: .year, year: month.year, start: at + 2, end: at + 3, lead: at + 2)
      }
      return month
    }
    if let year = parser.bareYear(at: at), isBareYear(at) { return year }
    return nil
  }

  func isNoun(after end: Int) -> Bool {
    let token = stream[end]
    return token.isWord && !words.functionWords.contains(token.key) && !outline.beginsParagraph[safe: end]
  }

  /// Whether a number of four digits without `năm` is a year.
  private func isBareYear(_ at: Int) -> Bool {
    let role = outline.role(of: stream[at])
    guard role != .table, role != .pageNumber else { return false }
    let next = stream[at + 1]
    let before = stream[at - 1]
    let isFollowed = next.isWord && !outline.beginsParagraph[safe: at + 1] && !words.functionWords.contains(next.key)
    // `so với cùng kỳ 2016`, `dự toán 2017 thu nội địa`, unlike `kế hoạch 2017 tỷ đồng`
    if !isFollowed || words.yearFollowers.contains(next.key), isNamedYear(at) { return true }
    if isFollowed { return false }
    if before.isSign("("), next.isSign(")") || next.isSign(",") || next.isDash { return true }
    guard before.isWord, !outline.beginsParagraph[at] else { return false }
    if words.yearLeads.contains(before.key) { return true }
    // `tăng gần 7% so với 2015`
    if before.key == "với", stream[at - 2].key == Words.so || stream[at - 2].key == "so",
      Self.years.contains(stream[at].value)
    {
      return true
    }
    // An amount of this size would be printed with a point.
    return Self.years.contains(stream[at].value) && !words.numberLeads.contains(before.key)
      && !words.softNumberLeads.contains(before.key) && !words.amountLeads.contains(before.key)
  }

  /// Whether the words before a number say that it is a year: `cùng kỳ`, `dự toán`.
  private func isNamedYear(_ at: Int) -> Bool {
    guard at > 1, Self.years.contains(stream[at].value), !outline.beginsParagraph[at], !outline.beginsParagraph[at - 1]
    else { return false }
    return words.yearNouns.match(stream, at: at - 2).map { $0.end == at } ?? false
  }

  /// The years that documents speak of.
  private static let years: ClosedRange<Int32> = 1930...2060

  /// Whether the `năm` at `at` counts: a number stands before it, and that is not the number of something.
  private func isLength(at: Int) -> Bool {
    guard stream[at - 1].isNumber, !outline.beginsParagraph[at] else { return false }
    // `thu ngân sách 2017 Năm 2017, ngành ...`
    if isNamedYear(at - 1) { return false }
    // `Nghị quyết 653 năm 2019`
    if stream[at - 1].digitCount <= 4, words.actEnds.contains(stream[at - 2].key) { return false }
    var back = at - 2
    while stream[back].isSign(".") || stream[back].isSign(",") || stream[back].isSign("/") || stream[back].isNumber {
      if !stream[back + 1].isJoined { break }
      back -= 1
    }
    return !words.numberLeads.contains(stream[back].key)
  }

  // MARK: Ranges

  /// The second end of a range whose first end is `first`.
  private func secondEnd(after first: DatePoint, introducedByFrom: Bool) -> (DatePoint, Int)? {
    guard first.shape != .years, first.shape != .decade, first.time == nil, !first.isLunar else { return nil }
    var at = first.end
    guard at < stream.count, !outline.beginsParagraph[at] else { return nil }
    let token = stream[at]
    var isJoined = false
    if token.isDash {
      // `Lạng Sơn 2019 - Bắc Ninh` is no range, nor is a dash that begins a list.
      at += 1
      isJoined = token.isJoined && stream[at].isJoined
    } else if token.key == Words.den || token.key == Words.toi {
      at += 1
      switch stream[at].key {
      case Words.het, Words.dau, Words.giua, Words.cuoi: at += 1
      default: break
      }
      if let clock = clockEnd(at) { at = stream[clock].isSign(",") ? clock + 1 : clock }
    } else {
      return nil
    }
    guard at < stream.count, !outline.beginsParagraph[at] else { return nil }
    guard let second = anyPoint(at: at, isSecondEnd: isJoined) ?? parser.bareYear(at: at),
      second.shape != .years || first.shape == .year,
      !second.isLunar
    else { return nil }
    guard second.shape == first.shape || introducedByFrom else { return nil }
    // Both ends complete each other, or the document's year completes both.
    if let a = completed(first, by: second)?.date, let b = second.date ?? completed(second, by: first)?.date {
      if a.year > b.year { return nil }
    }
    return (second, second.end)
  }

  /// `first` with the year (and the month) of `second` where it has none.
  private func completed(_ first: DatePoint, by second: DatePoint) -> DatePoint? {
    var point = first
    if point.year == nil { point.year = second.year }
    return point.year == nil ? nil : point
  }

  private mutating func emitRange(_ first: DatePoint, _ second: DatePoint, intro: Introduction, end: Int) {
    let start = intro.isFrom ? intro.start : first.start
    var isResolved = false
    var (a, b) = (first, second)
    if a.year == nil, let year = b.year { a.year = a.precedes(b) ? year : year - 1 }
    if b.year == nil { b.year = a.year }
    if a.year == nil {
      guard let year = time.year else { return }
      a.year = year
      b.year = year
      isResolved = true
    }
    guard let lower = a.date, let upper = b.date else { return }
    guard lower.isPossible, upper.isPossible else {
      return add(DateFact(edtf: nil, issue: "impossible"), start..<end, rank: .date)
    }
    add(DateFact(edtf: lower.edtf + "/" + upper.edtf, resolved: isResolved), start..<end, rank: .dates)
  }

  // MARK: Single dates

  private mutating func emit(_ point: DatePoint, intro: Introduction) {
    var start = intro.qualifier == nil ? point.start : intro.start
    if point.isLunar {
      return add(DateFact(edtf: nil, issue: "lunar"), point.lead..<point.end, rank: .date)
    }
    if point.year == nil, point.shape == .day, isYearly(point, from: start) {
      let day = PartialDate(year: 2000, month: point.month, day: point.day)
      guard day.isPossible else { return }
      let edtf = "XXXX" + day.edtf.dropFirst(4)
      return add(
        DateFact(edtf: edtf, qualifier: intro.qualifier, resolved: true), start..<point.end, rank: .date,
        confidence: 0.8)
    }
    if point.year == nil, time.year == nil, point.shape == .day, let month = point.month,
      !PartialDate(year: 2000, month: month, day: point.day).isPossible
    {
      // `ngày 30/2` is no day of any year.
      return add(DateFact(edtf: nil, issue: "impossible"), point.start..<point.end, rank: .bareDay)
    }
    guard let year = point.year ?? time.year else { return }
    let isResolved = point.year == nil
    var edtf: String
    switch point.shape {
    case .years:
      edtf = "\(PartialDate.padded(year, 4))/\(PartialDate.padded(point.until ?? year, 4))"
    case .decade:
      edtf = PartialDate.padded(year / 10, 3) + "X"
    case .months:
      let from = PartialDate(year: year, month: point.month)
      let to = PartialDate(year: year, month: point.until)
      edtf = from.edtf + "/" + to.edtf
    default:
      let date = PartialDate(year: year, month: point.month, day: point.day)
      guard date.isPossible else {
        return add(DateFact(edtf: nil, issue: "impossible"), point.start..<point.end, rank: .date)
      }
      edtf = date.edtf + (point.time ?? "")
    }
    var qualifier = intro.qualifier
    if qualifier == .from {
      if edtf.utf8.contains(UInt8(ascii: "/")) || point.shape == .half {
        qualifier = nil
        start = point.start
      } else {
        edtf += "/.."
      }
    }
    // A short form that may be a share gives way to the unit behind it.
    let rank: Rank = point.shape == .day && point.year == nil ? .bareDay : .date
    add(DateFact(edtf: edtf, qualifier: qualifier, resolved: isResolved), start..<point.end, rank: rank)
  }

  /// Whether a day comes again each year: `trước ngày 15 tháng 11 hằng năm`, `Hằng năm, trước ngày 15/11`.
  private func isYearly(_ point: DatePoint, from start: Int) -> Bool {
    func isEveryYear(_ at: Int) -> Bool {
      (stream[at].key == "hằng" || stream[at].key == "hàng") && stream[at + 1].key == Words.nam
    }
    let next = stream[point.end].isSign(",") ? point.end + 1 : point.end
    if next < stream.count, !outline.beginsParagraph[next], isEveryYear(next) { return true }
    // `trước ngày 15/6 và ngày 15/12 hằng năm`: what is said behind the second day is said of both.
    if let end = secondDay(behind: point.end), isEveryYear(end) { return true }
    var at = start - 1
    if stream[at].isSign(",") { at -= 1 }
    return at > 0 && isEveryYear(at - 1) && !(at..<start).contains { outline.beginsParagraph[safe: $0 + 1] }
  }

  /// The token behind `và ngày 15/12`, `, 15 tháng 12`.
  private func secondDay(behind end: Int) -> Int? {
    guard stream[end].key == Words.va || stream[end].isSign(",") else { return nil }
    let day = stream[end + 1].key == Words.ngay ? end + 2 : end + 1
    guard parser.isSmall(day, 31), stream[day + 1].isSign("/") || stream[day + 1].key == Words.thang,
      parser.isSmall(day + 2, 12), !(end..<day + 3).contains(where: { outline.beginsParagraph[safe: $0] })
    else { return nil }
    return day + 3
  }

  // MARK: Output

  mutating func add(_ fact: DateFact, _ tokens: Range<Int>, rank: Rank, confidence: Double = 0.95) {
    for index in tokens.dropFirst() where outline.beginsParagraph[index] { return }
    let sure = fact.resolved ? min(confidence, 0.85) : confidence
    found.append(Candidate(.date(fact), tokens: tokens, rank: rank, confidence: sure))
  }
}

extension Array where Element == Bool {
  /// The element, or true beyond the end.
  subscript(safe index: Int) -> Bool { index < count ? self[index] : true }
}
