/// The rules by which the words round a number demand it, in text that reports.
///
/// In this order: the words straight before and behind the number (`lead`), what it goes on with (`goesOn`), what its own
/// stretch says (`standsDemanded`), and the year it is for (`isOfYearAhead`). What none demands is reported, or says nothing
/// (`isNeither`).
extension StatementTense {
  /// A number of a clause, with the words between its neighbours.
  struct Number {
    let index: Int
    let clause: StatementClause
    /// The end of the number before, or the start of the clause. A length of time between a demand and its number is passed over:
    /// `đề ra mục tiêu trong 5 năm đến ... đạt 60%`.
    let before: Int
    /// The start of the number behind, or the end of the clause.
    let after: Int
    /// The first word of the clause that tells of something done.
    let done: Int?

    init(_ index: Int, of clause: StatementClause, done: Int?) {
      self.index = index
      self.clause = clause
      self.done = done
      before =
        clause.figures[..<index].last { !StatementTense.times.contains($0.fact.unit) }?.tokens.upperBound
        ?? clause.tokens.lowerBound
      after =
        index + 1 < clause.figures.count ? clause.figures[index + 1].tokens.lowerBound : clause.tokens.upperBound
    }

    var figure: StatementFigure { clause.figures[index] }
    /// The words before it, behind the number before.
    var lead: Range<Int> { before..<figure.number }
    /// Whether it is a length of time: that takes no demand from what follows.
    var isTime: Bool { StatementTense.times.contains(figure.fact.unit) }
  }

  /// What the numbers of a clause have said so far.
  struct Course {
    /// Whether the demand before a number is spent on the number before it.
    var isDemandSpent = false
    /// Whether the number before was a forecast.
    var wasForecast = false
    /// Whether a demand stood before the number before.
    var isLed = false
  }

  /// How the words straight round a number demand it.
  private enum Lead {
    /// A demand stands before it.
    case demand
    /// An aim governs it, or a demand stands behind it.
    case aim
    /// It is the condition of what shall be.
    case condition
    case none
  }

  /// Whether a number of a place that reports is demanded or reported; nil for neither.
  mutating func toldMood(_ number: Number, _ uses: inout Uses, _ course: inout Course) -> Mood? {
    if isExtentOfPlace(number.figure) { return nil }
    let isForecast = isForecast(number) || course.wasForecast && !sentence.isListDemanded && goesOnWithForecast(number)
    if isChangeOfAim(
      number.index, uses, number.clause, before: number.before, after: number.after, wasForecast: course.wasForecast)
    {
      return nil
    }
    course.wasForecast = isForecast
    let wasLastDemanded = sentence.isLastDemanded
    let lead = lead(of: number, course)
    let isOpen = lead == .demand || lead == .aim || goesOn(number, &uses)
    if !number.isTime {
      // `Trên 60% thời gian họp sẽ tập trung thông qua 13 dự án luật`: the demand behind a number has its own.
      (course.isDemandSpent, sentence.isLastDemanded) = (isOpen && !governsOn(number), isOpen)
    }
    let stands = isOpen || standsDemanded(number, uses, isForecast: isForecast)
    let isDemand =
      isOfYearAhead(number, stands, wasLastDemanded: wasLastDemanded, isForecast: isForecast)
      // `sẽ được giảm 50% tiền sử dụng đất`: a grant is no demand.
      && !(sentence.grants && rules.grants(number.figure, in: number.clause))
    // `sẽ có 40 doanh nghiệp có số nộp trên 1.000 tỷ đồng`, `sẽ đón 54 chuyến tàu với 113 nghìn du khách và 45 nghìn thủy thủ`:
    // an attribute of what is demanded.
    // `sẽ có 30 điểm với tổng số 31 trận địa`: how many they come to is demanded with them.
    if !isDemand, course.isLed, !hasMark(number.lead), number.figure.fact.unit == "count",
      number.lead.contains(where: { stream[$0].key == "tổng" && stream[$0 + 1].key == Words.so })
    {
      sentence.isLastDemanded = true
      return .future
    }
    let isAttribute = !isDemand && course.isLed && !hasMark(number.lead)
    course.isLed = lead == .demand || isAttribute
    if isDemand {
      sentence.isLastDemanded = sentence.isLastDemanded || !number.isTime
      return .future
    }
    let isNeither =
      isAttribute || lead == .condition || isNeither(number, uses, isForecast: isForecast)
      || isOfDemandedKind(number.figure, uses, number.clause, done: number.done)
    return isNeither ? nil : .reported
  }

  /// `tái định cư cho người dân trong khu vực 4,3 ha`
  private func isExtentOfPlace(_ figure: StatementFigure) -> Bool {
    let start = figure.tokens.lowerBound
    return words.extents.contains(figure.fact.unit) && stream[start - 2].key == "khu"
      && (stream[start - 1].key == "vực" || stream[start - 1].key == "đất")
  }

  /// Whether what is thought to come is told in the stretch of a number, or shortly before.
  private func isForecast(_ number: Number) -> Bool {
    let head = words.stretchStart(of: number.figure.number, from: number.lead.lowerBound)
    let near = max(number.lead.lowerBound, min(head, number.figure.number - Self.forecastReach))
    return words.contains(words.phrases.forecasts, in: near..<max(near, number.figure.number))
  }

  /// `dự kiến doanh thu 70.000 tỷ đồng, lợi nhuận 6.700 tỷ đồng`: the next of what is thought to come, in the same unit and without a verb.
  private func goesOnWithForecast(_ number: Number) -> Bool {
    let (figure, index) = (number.figure, number.index)
    guard index > 0, figure.fact.unit == number.clause.figures[index - 1].fact.unit, figure.fact.unit != "count",
      figure.parenthesis == nil, number.done == nil, !isCompared(figure, before: number.after), number.lead.count <= 8
    else { return false }
    return number.lead.allSatisfy {
      words.phrases.verbs[stream[$0].key] == nil && !stream[$0].endsClause && !stream[$0].isNumber
    }
      && !words.contains(words.phrases.targetVerbs, in: number.lead)
  }

  /// How far before its number a forecast is told in another stretch, in words.
  private static let forecastReach = 32

  // MARK: The words round a number

  private mutating func lead(of number: Number, _ course: Course) -> Lead {
    if let cue = demand(before: number, course) {
      open(by: cue, number)
      return .demand
    }
    if let government = aims.government(of: number.figure, from: number.before, done: number.done) {
      if government == .list { sentence.openList() }
      return .aim
    }
    if moods.isUnknown, plans.setBusiness(number.figure, from: number.before) {
      sentence.openList()
      return .aim
    }
    if number.before == number.clause.tokens.lowerBound, number.done.map(orders.setsAims) ?? true,
      orders.introducesAims(in: number.lead)
    {
      (sentence.isListDemanded, sentence.isAimList) = (true, true)
      return .aim
    }
    guard isDemandedBehind(number) else { return .none }
    // `tỷ lệ thương tật từ 61% trở lên sẽ được tặng`: on which condition. Who has `đăng ký phấn đấu` is told of.
    return isOfSome(number.figure, in: number.clause) || isAttributeOfSome(number) ? .condition : .aim
  }

  /// The demand before a number, unless it only says what for, on which condition, or what the number before shall be.
  private func demand(before number: Number, _ course: Course) -> Int? {
    let figure = number.figure
    guard let cue = orders.firstDemand(in: number.lead), !isOnlyPurpose(cue, of: figure),
      !isSupposed(figure, from: cue), !isOutcomeOfSupposed(cue, from: number.before),
      !isBesidePromise(figure, behind: cue)
    else { return nil }
    guard course.isDemandSpent else { return cue }
    return number.clause.figures[number.index - 1].tokens.upperBound < cue && hasMark(number.before..<cue) ? cue : nil
  }

  /// `nếu trừ các ảnh hưởng ... sẽ dẫn tới tỷ lệ dưới 150%`: what would be, in the stretch of what is supposed.
  private func isOutcomeOfSupposed(_ cue: Int, from before: Int) -> Bool {
    stream[cue].key == "sẽ"
      && (words.stretchStart(of: cue, from: before)..<cue).contains { stream[$0].key == "nếu" }
  }

  /// `sẽ có sự phân hóa, vẫn có gần 70% sinh viên khá`, `sẽ bắn pháo hoa, sớm hơn kế hoạch 15 phút`: what still is, and what only
  /// compares, behind what will be.
  private func isBesidePromise(_ figure: StatementFigure, behind cue: Int) -> Bool {
    guard stream[cue].key == "sẽ" else { return false }
    let head = words.stretchStart(of: figure.tokens.lowerBound, from: cue)
    return head > cue && (stream[head].key == "vẫn" || stream[head].key == "sớm" && stream[head + 1].key == "hơn")
  }

  /// Notes what else a demand before a number demands.
  private mutating func open(by cue: Int, _ number: Number) {
    let figure = number.figure
    if stream[cue].key != "sẽ" { sentence.openDemand = figure.number }
    let last = orders.lastDemand(in: cue..<figure.number) ?? cue
    let governs = orders.governsList(last, before: figure, in: number.clause)
    guard setsAim(cue) || governs else { return }
    (sentence.isListDemanded, sentence.isAimList, sentence.isListSet) = (true, true, true)
    sentence.isListGoverned = governs
    // `được giao chỉ tiêu trồng 500 ha, thực hiện 480 ha`
    sentence.isListBound = stream[cue].key == "giao"
  }

  /// The demand in the words straight behind a number.
  private func demand(behind number: Number) -> Int? {
    let end = number.figure.tokens.upperBound
    // A clause cut for its length may end inside the number.
    return orders.firstDemand(in: end..<max(end, min(number.after, end + 8)))
  }

  /// `120 giáo viên sẽ được đào tạo`, unlike `đã đạt 79% và sẽ phấn đấu đến năm 2020 đạt trên 90%`: the demand is of what follows.
  private func isDemandedBehind(_ number: Number) -> Bool {
    let end = number.figure.tokens.upperBound
    guard let cue = demand(behind: number),
      !hasMark(end..<cue), stream[cue - 1].key != "ký", Self.verbs.contains(stream[cue].key),
      stream[cue - 1].key != Words.va, !isShare(number.figure, in: number.clause, from: number.before),
      !isCompany(number.figure, in: number.clause, before: cue)
    else { return false }
    return !(end...cue).contains { at in
      // `có 12/20 xã và đến năm 2025 phấn đấu có 15 xã`
      stream[at].key == "để" || stream[at].key == "khi"
        || stream[at].key == Words.va && Self.terms.contains(stream[at + 1].key)
    }
  }

  /// `hai đoàn sẽ tổ chức lễ chào cột mốc`: who shall do something, in words.
  private func isCompany(_ figure: StatementFigure, in clause: StatementClause, before cue: Int) -> Bool {
    figure.fact.unit == "count" && !stream[figure.number].isNumber && stream[cue].key == "sẽ"
      && !Self.passives.contains(stream[cue + 1].key) && words.phrases.verbs[stream[cue + 1].key] == nil
  }

  private static let passives: WordSet = ["được", "bị", "có", "là", "hoàn"]

  /// Whether an active verb behind `sẽ` that demands a number governs more than who shall do it.
  private func governsOn(_ number: Number) -> Bool {
    guard number.figure.fact.unit == "percent", orders.firstDemand(in: number.lead) == nil,
      let cue = demand(behind: number)
    else { return false }
    return stream[cue].key == "sẽ" && stream[cue + 1].key != "được" && stream[cue + 1].key != "bị"
  }

  /// `Cổ đông sở hữu 10 cổ phần sẽ được chia 7 cổ phiếu`: what those have who shall get something.
  private func isAttributeOfSome(_ number: Number) -> Bool {
    let (start, end) = (number.figure.tokens.lowerBound, number.figure.tokens.upperBound)
    return start - 1 > number.before && Self.havings.contains(stream[start - 1].key) && stream[end].key == "sẽ"
      && stream[end + 1].key == "được"
  }

  /// Behind `và`, begins to say when.
  private static let terms: WordSet = ["đến", "cuối", "đầu", "hết", "trong", "năm"]
  private static let havings: WordSet = ["có", "hữu", "đạt"]
  private static let dimensions: WordSet = ["dài", "rộng", "cao", "sâu"]

  /// The first words of demands that are verbs: who stands before them shall do something.
  private static let verbs: WordSet = ["phấn", "quyết", "sẽ", "phải", "cam", "đặt", "đảm", "bảo"]
  static let times: TextSet = ["year", "month", "day"]

  // MARK: What a number goes on with

  /// Whether a number goes on with what was demanded before it.
  private mutating func goesOn(_ number: Number, _ uses: inout Uses) -> Bool {
    if isPastNote(number) { return false }
    if isPartOfLast(number) || isTiedToLast(number, uses) { return true }
    if number.done == nil, isPartOfDemanded(number.index, uses, number.clause) { return true }
    if sentence.isCarried, number.done == nil,
      goesOnWithAims(number.figure, in: number.clause, from: number.before, to: number.after)
    {
      uses.isCarried = true
      return true
    }
    return isListed(number, uses) || isBoundOfOpen(number)
  }

  /// `phấn đấu đón 1,1 triệu lượt khách, trong đó 225.000 lượt khách quốc tế`: parts of what is demanded; and what stands behind
  /// `phấn đấu:`.
  private func isPartOfLast(_ number: Number) -> Bool {
    guard sentence.isLastDemanded else { return false }
    // `sẽ đạt 12 chỉ tiêu, trong đó đến nay đã có 11 chỉ tiêu đạt`
    return saysOfThese(number.lead) && !words.contains(words.phrases.reports, in: number.lead)
      || isSecondPart(number.index, number.clause)
  }

  /// `đưa tỷ lệ lên 10 m2/người (năm 2015 là 7,18 m2/người)`: whether a number in brackets is of an earlier year than what was
  /// demanded before them.
  private func isPastNote(_ number: Number) -> Bool {
    guard let open = number.figure.parenthesis, let demanded = sentence.demandedYear else { return false }
    return number.clause.dates.contains { date in
      date.tokens.lowerBound > open && date.tokens.upperBound <= number.figure.number && date.isYear
        && date.fact.edtf?.edtfYear.map { $0 < demanded } ?? false
    }
  }

  /// `sẽ đào tạo 120 giáo viên và 30 cán bộ`, `sẽ giảm 704 hợp đồng, tinh giản 115 cán bộ`
  private func isTiedToLast(_ number: Number, _ uses: Uses) -> Bool {
    let (clause, index, figure) = (number.clause, number.index, number.figure)
    guard sentence.isLastDemanded, !words.contains(words.phrases.reports, in: number.lead),
      index > 0 ? uses.figures[index - 1] == .future : !clause.beginsSentence
    else { return false }
    // `phải đạt 30% từ năm 2021-2025 tiến đến 40% vào năm 2030`
    let start = figure.tokens.lowerBound
    // `sẽ nạo vét với độ sâu 3 mét, dài 3,6 km`
    if index > 0, words.extents.contains(figure.fact.unit), Self.dimensions.contains(stream[start - 1].key),
      stream[start - 2].isSign(","), words.extents.contains(clause.figures[index - 1].fact.unit)
    {
      return true
    }
    if index > 0, stream[start - 2].key == "tiến", stream[start - 1].key == Words.den || stream[start - 1].key == "tới"
    {
      return true
    }
    if index > 0, isOfNextYear(figure, after: clause.figures[index - 1], in: clause) { return true }
    // `sẽ có 4.500 sinh viên, 320 giảng viên`, `sẽ thông qua 7 dự án luật, 2 dự thảo nghị quyết`
    if index > 0, stream[start - 1].isSign(","),
      isNounOnly(from: clause.figures[index - 1].tokens.upperBound, to: start - 1),
      number.done == nil,
      figure.fact.unit == "count", clause.figures[index - 1].fact.unit == "count", figure.parenthesis == nil,
      clause.figures[index - 1].parenthesis == nil, figure.fact.of != clause.figures[index - 1].fact.of
    {
      return true
    }
    if index > 0, isBehindJoinedVerb(figure, after: clause.figures[index - 1].tokens.upperBound),
      !isCompared(figure, before: number.after)
    {
      return true
    }
    return index > 0 && isCoordinate(figure, after: clause.figures[index - 1].tokens.upperBound)
      || continuesVerb(figure, in: clause, from: number.before) && !isCompared(figure, before: number.after)
  }

  /// Whether no more than the rest of what is counted stands behind a number.
  private func isNounOnly(from start: Int, to end: Int) -> Bool {
    guard (0...2).contains(end - start) else { return false }
    let tokens = start..<end
    return tokens.allSatisfy { stream[$0].isWord && !stream[$0].isNumber && words.phrases.verbs[stream[$0].key] == nil }
      && !words.contains(words.phrases.targetVerbs, in: tokens)
  }

  /// Whether a number stands in a list of aims that is open; one that is told as reached ends it.
  private mutating func isListed(_ number: Number, _ uses: Uses) -> Bool {
    // `mới đạt 5,4% kế hoạch doanh thu và 61,83% kế hoạch lợi nhuận`
    let isBesideTold = number.index > 0 && uses.figures[number.index - 1] == .reported && !hasMark(number.lead)
    guard sentence.isListDemanded, !(sentence.isAimList && isBesideTold),
      !(sentence.isAimList && isToldBack(number.figure, number.before, number.after, number.done))
    else { return false }
    if !sentence.isListBound || goesOn(number.figure, in: number.clause, from: number.before) { return true }
    sentence.isListDemanded = lists.current != nil
    return false
  }

  /// `phấn đấu giảm tỷ lệ hộ nghèo còn dưới 5%, các huyện nghèo còn dưới 30%`
  private mutating func isBoundOfOpen(_ number: Number) -> Bool {
    guard sentence.openDemand != nil else { return false }
    if number.done.map({ $0 < number.figure.number && $0 >= number.before }) ?? false
      || isCompared(number.figure, before: number.after)
    {
      sentence.openDemand = nil
      return false
    }
    return number.figure.fact.bound != .exact && number.figure.fact.bound != .about
  }

  // MARK: What the stretch of a number says

  /// Whether a number that nothing before it demands is demanded by its own stretch.
  private mutating func standsDemanded(_ number: Number, _ uses: Uses, isForecast: Bool) -> Bool {
    let (clause, figure, isUndone) = (number.clause, number.figure, number.done == nil)
    if isUndone, isPlanned(figure, in: clause) {
      sentence.openList()
      return true
    }
    // `Khẩn trương hoàn thành việc xét xử sơ thẩm 4/11 vụ án`
    if isUndone, moods.isUnknown, sentence.urges, clause.beginsSentence, number.index == 0,
      stream[clause.tokens.lowerBound].key == "khẩn"
    {
      return true
    }
    if isAimedAt(figure) || moods.isUnknown && plans.say(figure, in: clause) { return true }
    if isUndone,
      isDue(figure, in: clause) || isActByYear(figure, in: clause) || isBoundByYear(figure, in: clause)
        || strivesOn(number)
    {
      return true
    }
    if number.done.map({ $0 > figure.tokens.upperBound + Self.assuredReach }) ?? true, isAssured(number) { return true }
    if isForecast, isUndone, isForecastFor(figure, in: clause, from: number.before) { return true }
    if isUndone, isPurpose(figure, in: clause, from: number.before) { return true }
    if orders.namesAim(figure, in: clause) {
      sentence.openList()
      return true
    }
    if isUndone,
      orders.isNorm(figure, in: clause) || orders.isBoundBeforeVerb(figure) || orders.isQuota(figure, in: clause)
    {
      return true
    }
    if orders.limitsMeasure(figure, in: clause)
      || isUndone && moods.isUnknown && orders.obliges(figure, in: number.lead)
    {
      return true
    }
    return orders.orders(figure, in: number.lead, done: number.done)
      || clause.dates.indices.contains {
        uses.dates[$0] && isLate(clause.dates[$0]) && isSameStretch(clause.dates[$0], figure)
      }
  }

  /// How many words behind a share what is told as done belongs to what is counted: `50% số giáo viên đang được đào tạo hoặc đã ...`.
  private static let assuredReach = 4

  /// `Phấn đấu đưa vào vận hành hệ thống; hoàn thành cơ sở dữ liệu của 530 xã`: whether a clause goes on, with a verb of its own, with
  /// what its sentence began to strive for.
  private func strivesOn(_ number: Number) -> Bool {
    guard sentence.strives, !number.clause.beginsSentence, number.index == 0 else { return false }
    return words.beginsAct(words.stretchStart(of: number.figure.tokens.lowerBound, from: number.before))
  }

  /// `Bảo đảm 100% hồ sơ được giải quyết đúng hạn`
  private func isAssured(_ number: Number) -> Bool {
    orders.assures(number.figure, in: number.clause, opening: !sentence.orders)
      && (sentence.orders || isUnsaid(number.clause))
  }

  /// Whether a number is demanded, with the year that it is for.
  private mutating func isOfYearAhead(
    _ number: Number, _ isDemanded: Bool, wasLastDemanded: Bool, isForecast: Bool
  ) -> Bool {
    var isDemand = isDemanded
    let time = future.date(of: number.figure, in: number.clause).map { number.clause.dates[$0] }
    if let time, number.done.map({ $0 > number.figure.number || $0 < number.before }) ?? true, !isForecast {
      if future.isLater(time) {
        isDemand = true
        // `đến năm 2020 đạt 42 triệu đồng, 40% số xã đạt chuẩn`
        if time.tokens.upperBound <= number.figure.number { sentence.openList() }
      } else if wasLastDemanded, future.mayBeAhead(time) {
        // `sẽ tạo việc làm cho 7.000 lao động; thu nhập năm 2020 đạt 3.000 USD`
        isDemand = true
      }
    }
    if isDemand {
      sentence.demandedYear = time.flatMap { $0.isYear ? $0.fact.edtf?.edtfYear : nil } ?? sentence.demandedYear
    }
    return isDemand
  }

  // MARK: What says nothing

  /// Whether a number that nothing demands is no result either: a note, a rule, a proposal, a forecast.
  private func isNeither(_ number: Number, _ uses: Uses, isForecast: Bool) -> Bool {
    let (clause, figure, done) = (number.clause, number.figure, number.done)
    if done == nil {
      // `(khoảng 3.000 người)` behind what is demanded says more of it.
      if isNote(figure, uses, clause, from: number.before) || isPlaceOfDemanded(figure, uses) || sentence.supposes
        || orders.isToComplete(figure, in: number.lead)
      {
        return true
      }
    }
    // `Phạt tiền ... cao hơn 5% so với tiêu chuẩn đã công bố`
    if sentence.supposes, let done, done > figure.number { return true }
    if isSupposed(figure, from: number.before) || orders.denies(in: number.lead) || isBehindTermAhead(figure, clause)
      || isForecast && !isReachedAim(figure)
    {
      return true
    }
    return isProvision && rules.bounds(figure, in: clause, done: done)
      || sentence.grants && (figure.fact.bound != .exact || rules.grants(figure, in: clause))
      || rules.governs(figure, in: clause, done: done) || rules.depends(figure, in: clause)
      || (done.map { $0 > figure.number } ?? true) && (sentence.asks || orders.asks(in: number.lead))
  }

  /// Whether the last date before a number is a term beyond what a report can report on.
  private func isBehindTermAhead(_ figure: StatementFigure, _ clause: StatementClause) -> Bool {
    clause.dates.last { $0.tokens.upperBound <= figure.number }.map { $0.fact.qualifier == .until && isLate($0) }
      ?? false
  }
}
