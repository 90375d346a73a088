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
      case .day, .years, .decade: break
      }
      at = point.end
    }
    if year == nil { year = metadata.issued?.year }
  }
}

private struct DateScan {
  private let stream: TokenStream
  private let outline: Outline
  private let parser: DatePointParser
  private let time: DocumentTime
  private(set) var found: [Candidate] = []

  init(_ context: ReadingContext) {
    stream = context.stream
    outline = context.outline
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
      if let end = listOfDays(at: at) { return end }
      if let end = startOfPeriod(at: at) { return end }
    }
    if token.isNumber, let end = halfYear(at: at) ?? bareDays(at: at) { return end }
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
  private func anyPoint(at: Int) -> DatePoint? {
    if let point = parser.point(at: at) { return point }
    guard stream[at].isNumber else { return nil }
    if let range = parser.yearRange(at: at, start: at) { return range }
    if let month = parser.bareMonth(at: at), stream[at - 1].key != Words.so, !isNoun(after: month.end) { return month }
    if let year = parser.bareYear(at: at), isBareYear(at) { return year }
    return nil
  }

  private func isNoun(after end: Int) -> Bool {
    let token = stream[end]
    return token.isWord && !Tables.functionWords.contains(token.key) && !outline.beginsParagraph[safe: end]
  }

  private static let yearLeads: WordSet = [
    "đến", "từ", "trước", "sau", "hết", "nhìn", "hướng", "đầu", "cuối", "giữa", "vụ", "xuân", "tết", "hè",
  ]

  /// Whether a number of four digits without `năm` is a year.
  private func isBareYear(_ at: Int) -> Bool {
    let role = outline.role(of: stream[at])
    guard role != .table, role != .pageNumber else { return false }
    let next = stream[at + 1]
    if next.isWord, !outline.beginsParagraph[safe: at + 1], !Tables.functionWords.contains(next.key) { return false }
    let before = stream[at - 1]
    if before.isSign("("), next.isSign(")") || next.isSign(",") || next.isDash { return true }
    guard before.isWord, !outline.beginsParagraph[at] else { return false }
    if Self.yearLeads.contains(before.key) { return true }
    // An amount of this size would be printed with a point.
    return stream[at].value >= 1930 && stream[at].value <= 2060 && !Tables.numberLeads.contains(before.key)
      && !Tables.softNumberLeads.contains(before.key) && !Tables.amountLeads.contains(before.key)
  }

  /// Whether the `năm` at `at` counts: a number stands before it, and that is not the number of something.
  private func isLength(at: Int) -> Bool {
    guard stream[at - 1].isNumber, !outline.beginsParagraph[at] else { return false }
    // `Nghị quyết 653 năm 2019`
    if stream[at - 1].digitCount <= 4, Tables.actEnds.contains(stream[at - 2].key) { return false }
    var back = at - 2
    while stream[back].isSign(".") || stream[back].isSign(",") || stream[back].isSign("/") || stream[back].isNumber {
      if !stream[back + 1].isJoined { break }
      back -= 1
    }
    return !Tables.numberLeads.contains(stream[back].key)
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
    case "là", "vào", "nhất":
      if stream[at].key == "nhất", stream[at - 1].key == "chậm" || stream[at - 1].key == "muộn" {
        (intro.qualifier, intro.start) = (.until, at - 1)
      } else if stream[at - 1].key == "nhất", stream[at - 2].key == "chậm" || stream[at - 2].key == "muộn" {
        (intro.qualifier, intro.start) = (.until, at - 2)
      }
    default: break
    }
    return intro
  }

  // MARK: Ranges

  /// The second end of a range whose first end is `first`.
  private func secondEnd(after first: DatePoint, introducedByFrom: Bool) -> (DatePoint, Int)? {
    guard first.shape != .years, first.shape != .decade, first.time == nil, !first.isLunar else { return nil }
    var at = first.end
    guard at < stream.count, !outline.beginsParagraph[at] else { return nil }
    let token = stream[at]
    if token.isDash {
      // `Lạng Sơn 2019 - Bắc Ninh` is no range, nor is a dash that begins a list.
      at += 1
    } else if token.key == Words.den || token.key == Words.toi {
      at += 1
      if stream[at].key == Words.het || stream[at].key == Words.cuoi { at += 1 }
    } else {
      return nil
    }
    guard at < stream.count, !outline.beginsParagraph[at] else { return nil }
    guard let second = anyPoint(at: at) ?? parser.bareYear(at: at), second.shape != .years || first.shape == .year,
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
    if a.year == nil { a.year = b.year }
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

  private static let lengthLeads: WordSet = [
    "hơn", "trên", "gần", "dưới", "sau", "vòng", "hạn", "nhất", "thiểu", "đa", "mỗi", "cứ", "đủ", "khoảng", "quá", "kỳ",
  ]
  private static let lengthFollowers: WordSet = [
    "trở", "sau", "tới", "liên", "lương", "tuổi", "kể", "đến", "một", "qua",
  ]

  /// `6 tháng` in a report on a half-year names that half, unless the words round it show a length of time.
  private mutating func halfYear(at: Int) -> Int? {
    guard let half = time.half, let year = time.year, stream[at].value == 6, stream[at].digitCount <= 2,
      stream[at + 1].key == Words.thang, !Self.lengthLeads.contains(stream[at - 1].key),
      !Self.lengthFollowers.contains(stream[at + 2].key), !stream[at + 2].isNumber,
      stream[at + 2].key != Words.dau, stream[at + 2].key != Words.cuoi, stream[at + 2].key != Words.nam
    else { return nil }
    add(
      DateFact(edtf: PartialDate(year: year, month: half).edtf, resolved: true), at..<(at + 2), rank: 36,
      confidence: 0.8)
    return at + 2
  }

  // MARK: Lists

  /// `năm 2016, 2017 và 2018`: the years behind the first; the token behind the last.
  private mutating func listOfYears(after first: DatePoint) -> Int {
    guard first.shape == .year, stream[first.lead].key == Words.nam || stream[first.lead - 1].isSign("(") else {
      return first.end
    }
    var end = first.end
    while stream[end].isSign(",") || stream[end].key == Words.va || stream[end].isSign(";"),
      let year = parser.bareYear(at: end + 1), !isNoun(after: end + 2)
    {
      add(DateFact(edtf: PartialDate(year: year.year ?? 0).edtf), (end + 1)..<(end + 2), rank: 35)
      end += 2
    }
    return end
  }

  /// `ngày 05, 06 và 07/9/2018`, `ngày 19 - 25/8/2019`, `từ ngày 19 đến ngày 25/8/2019`, `tháng 9, 10/2019`,
  /// `tháng 7 - 9/2019`.
  private mutating func listOfDays(at: Int) -> Int? {
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
        DateFact(edtf: date(numbers[0]).edtf + "/" + date(last).edtf, resolved: isResolved), start..<whole.end, rank: 36
      )
    } else {
      for (place, index) in numbers.enumerated() {
        let start = place == 0 && !isDay ? at : index
        let end = index == last ? whole.end : index + 1
        add(DateFact(edtf: date(index).edtf, resolved: isResolved), start..<end, rank: 36)
      }
    }
    return whole.end
  }

  /// `17-19/12/1997`, `từ 19 đến 25/8/2019`: days of one month without a word before them.
  private mutating func bareDays(at: Int) -> Int? {
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
    add(DateFact(edtf: lower.edtf + "/" + upper.edtf), (isFrom ? at - 1 : at)..<last.end, rank: 37)
    return last.end
  }

  /// `25 tháng 8 năm 2019` behind the rest of a list.
  private func wordedMonth(_ index: Int, lead: Int) -> DatePoint? {
    guard stream[index + 1].key == Words.thang, var point = parser.monthPoint(at: index + 1, lead: lead) else {
      return nil
    }
    point.shape = .day
    return point
  }

  // MARK: Output

  private mutating func add(_ fact: DateFact, _ tokens: Range<Int>, rank: Int, confidence: Double = 0.95) {
    for index in tokens.dropFirst() where outline.beginsParagraph[index] { return }
    let sure = fact.resolved ? min(confidence, 0.85) : confidence
    found.append(Candidate(.date(fact), tokens: tokens, rank: rank, confidence: sure))
  }
}

extension Array where Element == Bool {
  /// The element, or true beyond the end.
  subscript(safe index: Int) -> Bool { index < count ? self[index] : true }
}
