/// Reads dates, periods and their qualifiers.
///
/// Accepts `(04/11/1909 - 04/11/2019)` as one range, `đến hết ngày 14/10/2019` with its qualifier, and fills `tháng 9`
/// from the document's own time. Refuses `ngày` alone, `hàng năm`, `năm` as a number. Leaves `6 tháng` as a length of
/// time to `QuantityReader`, except in a report on a half-year, where it names that half-year.
struct DateReader: Reader {
  func read(_ context: ReadingContext) -> [Candidate] {
    var scan = DateScan(context)
    scan.run()
    return scan.found
  }
}

/// The time a document is about: what an incomplete date is completed from.
struct DocumentTime: Sendable, Equatable {
  var year: Int?
  /// 40 or 41 when the title names a half of the year.
  var half: Int?
  /// How many months the title's period has when it begins with January: 9 in `9 tháng đầu năm 2020`.
  var firstMonths: Int?

  /// The title's period comes before the date of issue: a report of January on the old year is about the old year.
  init(_ context: ReadingContext) {
    let metadata = context.outline.metadata
    let parser = DatePointParser(stream: context.stream)
    var at = metadata.titleTokens.lowerBound
    while at < metadata.titleTokens.upperBound {
      guard let point = parser.point(at: at), point.end <= metadata.titleTokens.upperBound else {
        at += 1
        continue
      }
      // A day in a title is an anniversary or the like; it says little about the document's own time.
      switch point.shape {
      case .half, .months, .quarter, .month, .year:
        if year == nil, let named = point.year { year = named }
        if half == nil, point.shape == .half { half = point.month }
        if firstMonths == nil, point.shape == .months, point.month == 1 { firstMonths = point.until }
      case .day, .years, .decade: break
      }
      at = point.end
    }
    if year == nil { year = metadata.issued?.year }
  }
}

/// The one pass of the reader of dates.
struct DateScan {
  let stream: TokenStream
  let outline: Outline
  let words: CommonWords
  let parser: DatePointParser
  let time: DocumentTime
  private(set) var found: [Candidate] = []

  init(_ context: ReadingContext) {
    stream = context.stream
    outline = context.outline
    words = context.vocabulary.words
    parser = DatePointParser(stream: context.stream, breaks: context.outline.beginsParagraph)
    time = DocumentTime(context)
  }

  mutating func run() {
    var at = 0
    while at < stream.count {
      let end = readExpression(at: at)
      at = end > at ? end : at + 1
    }
  }

  /// Reads what begins at `at`; the token behind it, or `at` itself when nothing does.
  private mutating func readExpression(at: Int) -> Int {
    let token = stream.tokens[at]
    if token.isWord {
      if let end = listOfDays(at: at) ?? listOfQuarters(at: at) { return end }
      if let end = startOfPeriod(at: at) { return end }
    }
    if token.isNumber, let end = halfYear(at: at) ?? bareDays(at: at) ?? bareDayRange(at: at) { return end }
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
    if let month = parser.bareMonth(at: at, isSecondEnd: isSecondEnd), stream[at - 1].key != Words.so,
      !isNoun(after: month.end)
    {
      // `đợt 1/2021`: the first of that year, no month.
      if Self.turns.contains(stream[at - 1].key), !outline.beginsParagraph[at], stream[at + 1].isSign("/"),
        month.end == at + 3
      {
        return DatePoint(shape: .year, year: month.year, start: at + 2, end: at + 3, lead: at + 2)
      }
      return month
    }
    if let year = parser.bareYear(at: at), isBareYear(at) { return year }
    return nil
  }

  private static let turns: WordSet = ["đợt", "kỳ", "lần", "khóa", "phiên"]

  func isNoun(after end: Int) -> Bool {
    let token = stream[end]
    return token.isWord && !words.functionWords.contains(token.key) && !outline.beginsParagraph[safe: end]
  }

  /// Whether a number of four digits without `năm` is a year.
  private func isBareYear(_ at: Int) -> Bool {
    let role = outline.role(of: stream[at])
    guard role != .table, role != .pageNumber else { return false }
    let next = stream[at + 1]
    if next.isWord, !outline.beginsParagraph[safe: at + 1], !words.functionWords.contains(next.key) { return false }
    let before = stream[at - 1]
    if before.isSign("("), next.isSign(")") || next.isSign(",") || next.isDash { return true }
    guard before.isWord, !outline.beginsParagraph[at] else { return false }
    if words.yearLeads.contains(before.key) { return true }
    // An amount of this size would be printed with a point.
    return stream[at].value >= 1930 && stream[at].value <= 2060 && !words.numberLeads.contains(before.key)
      && !words.softNumberLeads.contains(before.key) && !words.amountLeads.contains(before.key)
  }

  /// Whether the `năm` at `at` counts: a number stands before it, and that is not the number of something.
  private func isLength(at: Int) -> Bool {
    guard stream[at - 1].isNumber, !outline.beginsParagraph[at] else { return false }
    // `Nghị quyết 653 năm 2019`
    if stream[at - 1].digitCount <= 4, words.actEnds.contains(stream[at - 2].key) { return false }
    var back = at - 2
    while stream[back].isSign(".") || stream[back].isSign(",") || stream[back].isSign("/") || stream[back].isNumber {
      if !stream[back + 1].isJoined { break }
      back -= 1
    }
    return !words.numberLeads.contains(stream[back].key)
  }

  // MARK: Qualifiers

  private struct Introduction {
    var start: Int
    var qualifier: DateQualifier?
    var isFrom = false
  }

  /// The words before a point that say how it is meant, and where they begin.
  private func introduction(before lead: Int) -> Introduction {
    var intro = Introduction(start: lead, qualifier: nil)
    let lead = beforeTimeOfDay(lead)
    var at = lead - 1
    func isInside(_ index: Int) -> Bool { index >= 0 && !outline.beginsParagraph[index + 1] }
    guard isInside(at) else { return intro }
    // Nearest first: `đến hết`, `từ đầu`, `chậm nhất là trước`.
    switch stream[at].key {
    case Words.dau: (intro.qualifier, intro.start) = (.start, at)
    case Words.giua: (intro.qualifier, intro.start) = (.middle, at)
    case Words.cuoi, Words.het: (intro.qualifier, intro.start) = (.end, at)
    default: at = lead
    }
    at -= 1
    guard at < lead, isInside(at) else { return intro }
    switch stream[at].key {
    case Words.den, Words.toi: (intro.qualifier, intro.start) = (.until, at)
    case Words.truoc where intro.qualifier == nil: (intro.qualifier, intro.start) = (.before, at)
    case Words.sau where intro.qualifier == nil: (intro.qualifier, intro.start) = (.after, at)
    case Words.tu:
      intro.qualifier = .from
      intro.isFrom = true
      intro.start = stream[at - 1].key == "kể" && isInside(at - 1) ? at - 1 : at
    case "quá" where stream[at - 1].key == "không" && isInside(at - 1):
      (intro.qualifier, intro.start) = (.until, at - 1)
    case "là", "vào", "trong", "nhất":
      if stream[at].key == "nhất", stream[at - 1].key == "chậm" || stream[at - 1].key == "muộn" {
        (intro.qualifier, intro.start) = (.until, at - 1)
      } else if stream[at - 1].key == "nhất", stream[at - 2].key == "chậm" || stream[at - 2].key == "muộn" {
        (intro.qualifier, intro.start) = (.until, at - 2)
      }
    default: break
    }
    return intro
  }

  /// Before the clock or the weekday that stands between a word that qualifies and its day: `trước 17 giờ 00 ngày`,
  /// `trước thứ Sáu, ngày`; `lead` where there is none.
  private func beforeTimeOfDay(_ lead: Int) -> Int {
    var at = lead
    if stream[at - 1].isSign(","), !outline.beginsParagraph[at] { at -= 1 }
    if stream[at - 2].key == Words.thu, stream[at - 1].isWord || stream[at - 1].isNumber { return at - 2 }
    var start = at - 1
    while start > 0, at - start <= 5, stream[start].isNumber || Self.clockWords.contains(stream[start].key),
      !outline.beginsParagraph[start + 1]
    {
      start -= 1
    }
    return clockEnd(start + 1) == at ? start + 1 : lead
  }

  private static let clockWords: WordSet = ["h", "giờ", "phút", ":", "'", "g"]

  /// Behind `17h00`, `17 giờ`, `7 giờ 30 phút`, `7:30`; nil where no clock time stands.
  private func clockEnd(_ start: Int) -> Int? {
    guard stream[start].isNumber, stream[start].digitCount <= 2, stream[start].value <= 24 else { return nil }
    var at = start + 1
    guard stream[at].key == "h" || stream[at].key == "giờ" || stream[at].key == "g" || stream[at].isSign(":") else {
      return nil
    }
    at += 1
    if stream[at].isNumber, stream[at].digitCount == 2, stream[at].value < 60 {
      at += 1
      if stream[at].key == "phút" || stream[at].isSign("'") { at += 1 }
    }
    return at
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
      return add(DateFact(edtf: nil, issue: "impossible"), start..<end, rank: 35)
    }
    add(DateFact(edtf: lower.edtf + "/" + upper.edtf, resolved: isResolved), start..<end, rank: 36)
  }

  // MARK: Single dates

  private mutating func emit(_ point: DatePoint, intro: Introduction) {
    var start = intro.qualifier == nil ? point.start : intro.start
    if point.isLunar {
      return add(DateFact(edtf: nil, issue: "lunar"), point.lead..<point.end, rank: 35)
    }
    if point.year == nil, point.shape == .day, isYearly(point, from: start) {
      let day = PartialDate(year: 2000, month: point.month, day: point.day)
      guard day.isPossible else { return }
      let edtf = "XXXX" + day.edtf.dropFirst(4)
      return add(DateFact(edtf: edtf, qualifier: intro.qualifier), start..<point.end, rank: 35, confidence: 0.8)
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
        return add(DateFact(edtf: nil, issue: "impossible"), point.start..<point.end, rank: 35)
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
    let rank = point.shape == .day && point.year == nil ? 20 : 35
    add(DateFact(edtf: edtf, qualifier: qualifier, resolved: isResolved), start..<point.end, rank: rank)
  }

  /// Whether a day comes again each year: `trước ngày 15 tháng 11 hằng năm`, `Hằng năm, trước ngày 15/11`.
  private func isYearly(_ point: DatePoint, from start: Int) -> Bool {
    func isEveryYear(_ at: Int) -> Bool {
      (stream[at].key == "hằng" || stream[at].key == "hàng") && stream[at + 1].key == Words.nam
    }
    let next = stream[point.end].isSign(",") ? point.end + 1 : point.end
    if next < stream.count, !outline.beginsParagraph[next], isEveryYear(next) { return true }
    var at = start - 1
    if stream[at].isSign(",") { at -= 1 }
    return at > 0 && isEveryYear(at - 1) && !(at..<start).contains { outline.beginsParagraph[safe: $0 + 1] }
  }

  /// `đầu năm`, `cuối năm`, `từ đầu năm đến ngày 11/10/2019`, `6 tháng` in a report on a half-year.
  private mutating func startOfPeriod(at: Int) -> Int? {
    let key = stream[at].key
    guard key == Words.dau || key == Words.cuoi || key == Words.giua, stream[at + 1].key == Words.nam else {
      return nil
    }
    let next = stream[at + 2]
    if next.isNumber || next.key == Words.hoc || next.key == Words.moi || next.key == "sau" || next.key == "trước" {
      // With a number this is a year with its qualifier, read from `năm`; the others name no time of this document.
      guard next.isNumber, key == Words.dau, stream[at - 1].key == Words.tu else { return next.isNumber ? nil : at + 2 }
      return startOfYearRange(from: at - 1, lead: at, yearAt: at + 2)
    }
    // `6 tháng cuối năm` begins at its number and was read there.
    guard stream[at - 1].key != Words.thang else { return nil }
    if key == Words.dau, stream[at - 1].key == Words.tu {
      if let end = startOfYearRange(from: at - 1, lead: at, yearAt: nil) { return end }
    }
    guard let year = time.year else { return nil }
    let qualifier: DateQualifier = key == Words.dau ? .start : key == Words.cuoi ? .end : .middle
    add(
      DateFact(edtf: PartialDate(year: year).edtf, qualifier: qualifier, resolved: true), at..<(at + 2), rank: 20,
      confidence: 0.75)
    return at + 2
  }

  /// `từ đầu năm [2019] đến ngày 11/10/2019`.
  private mutating func startOfYearRange(from: Int, lead: Int, yearAt: Int?) -> Int? {
    var at = (yearAt ?? lead + 1) + 1
    guard stream[at].key == Words.den || stream[at].key == Words.toi else { return nil }
    at += 1
    if stream[at].key == Words.het { at += 1 }
    guard let end = parser.point(at: at), end.shape == .day || end.shape == .month else { return nil }
    guard let year = yearAt.map({ Int(stream[$0].value) }) ?? end.year ?? time.year else { return nil }
    let upper = PartialDate(year: end.year ?? year, month: end.month, day: end.day)
    let lower = PartialDate(year: year, month: 1, day: end.shape == .day ? 1 : nil)
    guard upper.isPossible else { return nil }
    add(
      DateFact(edtf: lower.edtf + "/" + upper.edtf, resolved: yearAt == nil || end.year == nil), from..<end.end,
      rank: 36)
    return end.end
  }

  /// The time a document's title names: a half of the year, its first months, or the year.
  static func edtf(of time: DocumentTime) -> String? {
    guard let year = time.year else { return nil }
    if time.half == nil, let months = time.firstMonths {
      return PartialDate(year: year, month: 1).edtf + "/" + PartialDate(year: year, month: months).edtf
    }
    return PartialDate(year: year, month: time.half).edtf
  }

  /// `6 tháng` in a report on a half-year names that half, `9 tháng` in one on nine months those months, unless the
  /// words round it show a length of time.
  private mutating func halfYear(at: Int) -> Int? {
    guard let count = time.half == nil ? time.firstMonths : 6, let edtf = Self.edtf(of: time),
      stream[at].value == count, stream[at].digitCount <= 2, stream[at + 1].key == Words.thang,
      !words.lengthLeads.contains(stream[at - 1].key),
      !words.lengthFollowers.contains(stream[at + 2].key), !stream[at + 2].isNumber,
      stream[at + 2].key != Words.dau, stream[at + 2].key != Words.cuoi, stream[at + 2].key != Words.nam
    else { return nil }
    add(DateFact(edtf: edtf, resolved: true), at..<(at + 2), rank: 36, confidence: 0.8)
    return at + 2
  }

  // MARK: Output

  mutating func add(_ fact: DateFact, _ tokens: Range<Int>, rank: Int, confidence: Double = 0.95) {
    for index in tokens.dropFirst() where outline.beginsParagraph[index] { return }
    let sure = fact.resolved ? min(confidence, 0.85) : confidence
    found.append(Candidate(.date(fact), tokens: tokens, rank: rank, confidence: sure))
  }
}

extension Array where Element == Bool {
  /// The element, or true beyond the end.
  subscript(safe index: Int) -> Bool { index < count ? self[index] : true }
}
