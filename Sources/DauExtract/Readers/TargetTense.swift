/// Tells for each number and date of a clause whether it reports or demands.
struct StatementTense {
  typealias Mood = StatementPhrases.Mood

  /// What the numbers and dates of one clause are; nil for neither.
  struct Uses {
    var figures: [Mood?]
    /// Whether a date can be a deadline.
    var dates: [Bool]
    /// The mood of the place, whatever the words say.
    var place: Mood?
    /// Whether the clause itself says that it demands.
    var isDemand = false
    /// Whether a date lies beyond what a report can report on.
    var late: [Bool] = []
    /// Whether an order stands before a date in its sentence.
    var ordered: [Bool] = []
    /// Whether the clause goes on with the aims of the sentence before.
    var isCarried = false
    /// Whether the sentence begins by urging to do something.
    var isUrged = false
  }

  let stream: TokenStream
  let words: StatementWords
  let moods: StatementMoods
  private let issued: PartialDate?
  private let year: Int?
  private var sentenceReports = false
  private var sentenceDemands = false
  private var paragraphMood: Mood?
  /// Whether the last number of a sentence that reports is demanded, and whether all of a list is.
  private var isLastDemanded = false
  private var isListDemanded = false
  /// Whether that list was opened by its aims and not by a colon, so that it ends where something done is told.
  private var isAimList = false
  /// Whether the verb of the sentence governs that list: comparisons with an earlier time belong to its aims.
  private(set) var isListGoverned = false
  /// Whether that list was set as aims: a comparison with a year only says from where they are reckoned.
  private(set) var isListSet = false
  /// Whether the sentence before set aims, and whether this one may go on with them.
  private var wasOfAims = false
  private var isCarried = false
  /// Whether the sentence before only told that aims were set: `đề ra 27 chỉ tiêu. Trong đó ...`.
  private var hasSetAims = false
  /// Whether the sentence before promised something and told of nothing: `sẽ triển khai 80 dự án. Trong đó có 50 dự án ...`.
  private var wasPromised = false
  /// Whether the paragraph is an item of a rule.
  private var isProvision = false
  /// Whether the sentence began with a supposition.
  private var sentenceSupposes = false
  /// Whether the sentence set what some are granted: its bounds are conditions, also of what they `đã` did.
  private var sentenceGrants = false
  /// The plan that the sentence tells by: `Theo kế hoạch, ...`.
  private(set) var planned: StatementOrders.PlanLead?
  /// The last year that the sentence has demanded something by.
  private(set) var demandedYear: Int?
  /// Where the demand that governs a list of bounded numbers was made; nil when none is open.
  private var openDemand: Int?
  /// Lists of demands over several paragraphs; an item of theirs may still tell of something done.
  private var lists = StatementLists<Void>()
  private let rules: StatementRules
  let orders: StatementOrders
  private let aims: StatementAims
  private(set) var future: StatementFuture
  /// Whether a year ahead or the noun of an aim opened the list: what is told as reached ends it.
  private var isListBound = false
  /// Whether a clause before in the sentence gave an order.
  private var sentenceOrders = false
  /// Whether the sentence began by urging to do something.
  private var sentenceUrges = false
  /// Whether `yêu cầu:` or the like ended what a document that demands tells of the present.
  private var isPreambleOver = false

  init(_ context: ReadingContext, words: StatementWords, moods: StatementMoods) {
    stream = context.stream
    self.words = words
    self.moods = moods
    rules = StatementRules(stream: context.stream, words: words)
    orders = StatementOrders(stream: context.stream, words: words)
    aims = StatementAims(stream: context.stream, words: words)
    issued = context.outline.metadata.issued
    year = DocumentTime(context).year
    future = StatementFuture(context, words: words, year: issued?.year ?? year)
  }

  mutating func read(_ clause: StatementClause) -> Uses {
    if clause.beginsParagraph {
      paragraphMood = nil
      isProvision = moods.isUnknown && rules.isProvision(from: clause.tokens.lowerBound)
    }
    if clause.beginsSentence {
      let goesOn = !clause.beginsParagraph && moods.isUnknown
      isCarried = wasOfAims && goesOn
      let opensAims = hasSetAims && goesOn && orders.opensDetails(clause)
      let isNextAim = wasOfAims && moods.isUnknown && isNextAim(clause)
      let opensParts = wasPromised && goesOn && orders.opensDetails(clause)
      (wasOfAims, hasSetAims, wasPromised) = (false, false, false)
      isListSet = false
      sentenceReports = false
      sentenceDemands = false
      isLastDemanded = false
      isListDemanded = false
      isAimList = false
      isListGoverned = false
      isListBound = false
      openDemand = nil
      demandedYear = nil
      sentenceOrders = false
      sentenceUrges = orders.urges(clause)
      sentenceGrants = false
      planned = orders.planLead(of: clause)
      sentenceSupposes = rules.supposes(from: clause.tokens.lowerBound)
      if opensAims { (isListDemanded, isAimList, isListSet) = (true, true, true) }
      if isNextAim || opensParts { openList() }
    }
    lists.begin(clause, in: stream)
    if clause.beginsSentence, lists.current != nil {
      isListDemanded = true
      isAimList = true
    }
    var place = moods.mood(atToken: clause.tokens.lowerBound)
    if isPreambleOver, moods.isPreamble(clause.tokens.lowerBound) { place = moods.base }
    if clause.endsWithColon, moods.base == .future, words.contains(words.phrases.performatives, in: clause.tokens) {
      isPreambleOver = true
    }
    if clause.beginsParagraph, let mood = runIn(clause) { paragraphMood = mood }
    let mood = paragraphMood ?? place
    let demand = orders.firstDemand(in: clause.tokens)
    let done = firstDone(clause)
    future.begin(clause, done: done)
    let dates = clause.dates.map { isAhead($0, clause) }
    var uses = Uses(figures: [], dates: dates, place: mood, isDemand: demand != nil)
    uses.isUrged = sentenceUrges
    uses.late = clause.dates.map { isLate($0) }
    uses.ordered = clause.dates.map { isOrdered($0, clause) }
    if orders.lastOrder(in: clause.tokens) != nil { sentenceOrders = true }
    if mood != .reported {
      if demand != nil { sentenceDemands = true; sentenceReports = false }
      if let done, demand == nil || done < demand! { sentenceReports = true }
    }
    if clause.beginsSentence, mood == .future, demand == nil, let first = clause.dates.first,
      first.tokens.lowerBound - clause.tokens.lowerBound <= 2, isPast(first)
    {
      sentenceReports = true
    }
    if clause.figures.contains(where: { rules.grants($0, in: clause) }) { sentenceGrants = true }
    var isDemandSpent = false
    /// Whether the number before was a forecast.
    var wasForecast = false
    /// Whether a demand stood before the number before.
    var isLed = false
    for (index, figure) in clause.figures.enumerated() {
      switch mood {
      case .future?:
        let isDone =
          sentenceReports && (done == nil || done! < figure.number || isLeadIn(clause, done!))
          && (demand == nil || demand! > figure.number)
        uses.figures.append(isDone ? .reported : .future)
      case .reported?:
        // A length of time between a demand and its number is passed over: `đề ra mục tiêu trong 5 năm đến ... đạt 60%`.
        let before =
          clause.figures[..<index].last { !Self.times.contains($0.fact.unit) }?.tokens.upperBound
          ?? clause.tokens.lowerBound
        let after =
          index + 1 < clause.figures.count ? clause.figures[index + 1].tokens.lowerBound : clause.tokens.upperBound
        let isForecast = words.contains(words.phrases.forecasts, in: before..<figure.number)
        if isChangeOfAim(index, uses, clause, before: before, after: after, wasForecast: wasForecast) {
          uses.figures.append(nil)
          continue
        }
        wasForecast = isForecast
        let wasLastDemanded = isLastDemanded
        var isDemand = false
        var isLedNow = false
        var isCondition = false
        if let cue = orders.firstDemand(in: before..<figure.number),
          !isOnlyPurpose(cue, of: figure), !isSupposed(figure, from: cue),
          !isDemandSpent || clause.figures[index - 1].tokens.upperBound < cue && hasMark(before..<cue)
        {
          isDemand = true
          isLedNow = true
          if stream[cue].key != "sẽ" { openDemand = figure.number }
          let last = orders.lastDemand(in: cue..<figure.number) ?? cue
          let governs = orders.governsList(last, before: figure, in: clause)
          if setsAim(cue) || governs {
            isListDemanded = true
            isAimList = true
            isListSet = true
            isListGoverned = governs
            // `được giao chỉ tiêu trồng 500 ha, thực hiện 480 ha`
            isListBound = stream[cue].key == "giao"
          }
        } else if let government = aims.government(of: figure, from: before, done: done) {
          isDemand = true
          if government == .list { openList() }
        } else if before == clause.tokens.lowerBound, done.map(orders.setsAims) ?? true,
          orders.introducesAims(in: before..<figure.number)
        {
          isDemand = true
          isListDemanded = true
          isAimList = true
        } else if let cue = orders.firstDemand(
          // A clause cut for its length may end inside the number.
          in: figure.tokens.upperBound..<max(figure.tokens.upperBound, min(after, figure.tokens.upperBound + 8))),
          !hasMark(figure.tokens.upperBound..<cue), stream[cue - 1].key != "ký", Self.verbs.contains(stream[cue].key),
          // `đã đạt 79% và sẽ phấn đấu đến năm 2020 đạt trên 90%`: the demand is of what follows.
          stream[cue - 1].key != Words.va,
          !isShare(figure, in: clause, from: before),
          !(figure.tokens.upperBound...cue).contains(where: { stream[$0].key == "để" })
        {
          // `tỷ lệ thương tật từ 61% trở lên sẽ được tặng`: on which condition. Who has `đăng ký phấn đấu` is told of.
          isCondition = isOfSome(figure, in: clause)
          isDemand = !isCondition
        }
        // `phấn đấu đón 1,1 triệu lượt khách, trong đó 225.000 lượt khách quốc tế`: parts of what is demanded; and what
        // stands behind `phấn đấu:`.
        if !isDemand, isLastDemanded, saysOfThese(before..<figure.number) || isSecondPart(index, clause) {
          isDemand = true
        }
        if !isDemand, isLastDemanded, !words.contains(words.phrases.reports, in: before..<figure.number),
          index > 0 ? uses.figures[index - 1] == .future : !clause.beginsSentence,
          index > 0 && isCoordinate(figure, after: clause.figures[index - 1].tokens.upperBound)
            || continuesVerb(figure, in: clause, from: before) && !isCompared(figure, before: after)
        {
          isDemand = true
        }
        if !isDemand, done == nil, isPartOfDemanded(index, uses, clause) { isDemand = true }
        if !isDemand, isCarried, done == nil, goesOnWithAims(figure, in: clause, from: before, to: after) {
          isDemand = true
          uses.isCarried = true
        }
        if !isDemand, isListDemanded, !(isAimList && isToldBack(figure, before, after, done)) {
          isDemand = !isListBound || goesOn(figure, in: clause, from: before)
          if !isDemand { isListDemanded = lists.current != nil }
        }
        // `phấn đấu giảm tỷ lệ hộ nghèo còn dưới 5%, các huyện nghèo còn dưới 30%`
        if !isDemand, openDemand != nil {
          if done.map({ $0 < figure.number && $0 >= before }) ?? false || isCompared(figure, before: after) {
            openDemand = nil
          } else {
            isDemand = figure.fact.bound != .exact && figure.fact.bound != .about
          }
        }
        // `trong 5 năm tới sẽ đào tạo 12,8 triệu lao động`: a length of time takes no demand from what follows.
        if !Self.times.contains(figure.fact.unit) {
          isDemandSpent = isDemand
          isLastDemanded = isDemand
        }
        if !isDemand, done == nil, isPlanned(figure, in: clause) {
          isDemand = true
          openList()
        }
        if !isDemand, done == nil,
          isDue(figure, in: clause) || isAimedAt(figure) || isActByYear(figure, in: clause)
            || orders.assures(figure, in: clause, opening: !sentenceOrders)
              && (sentenceOrders || isUnsaid(clause))
        {
          isDemand = true
        }
        if !isDemand, isForecast, done == nil, isForecastFor(figure, in: clause, from: before) { isDemand = true }
        if !isDemand, done == nil, isPurpose(figure, in: clause, from: before) { isDemand = true }
        if !isDemand, orders.namesAim(figure, in: clause) {
          isDemand = true
          openList()
        }
        if !isDemand {
          isDemand =
            (orders.isNorm(figure, in: clause) || orders.isBoundBeforeVerb(figure)) && done == nil
            || orders.isQuota(figure, in: clause) && done == nil
            || orders.orders(figure, in: before..<figure.number, done: done)
        }
        if !isDemand {
          isDemand = clause.dates.indices.contains {
            dates[$0] && isLate(clause.dates[$0]) && isSameStretch(clause.dates[$0], figure)
          }
        }
        let time = future.date(of: figure, in: clause).map { clause.dates[$0] }
        if let time, done.map({ $0 > figure.number || $0 < before }) ?? true, !isForecast {
          if future.isLater(time) {
            isDemand = true
            // `đến năm 2020 đạt 42 triệu đồng, 40% số xã đạt chuẩn`
            if time.tokens.upperBound <= figure.number { openList() }
          } else if !isDemand, wasLastDemanded, future.mayBeAhead(time) {
            // `sẽ tạo việc làm cho 7.000 lao động; thu nhập năm 2020 đạt 3.000 USD`
            isDemand = true
          }
        }
        if isDemand { demandedYear = time.flatMap { $0.isYear ? $0.fact.edtf?.edtfYear : nil } ?? demandedYear }
        // `sẽ được giảm 50% tiền sử dụng đất`: a grant is no demand.
        if sentenceGrants, rules.grants(figure, in: clause) { isDemand = false }
        if isDemand {
          isLastDemanded = isLastDemanded || !Self.times.contains(figure.fact.unit)
          uses.figures.append(.future)
        } else {
          // `sẽ có 40 doanh nghiệp có số nộp trên 1.000 tỷ đồng`: an attribute of what is demanded.
          let isAttribute = isLed && !hasMark(before..<figure.number)
          // `sẽ đón 54 chuyến tàu với 113 nghìn du khách và 45 nghìn thủy thủ`
          if isAttribute { isLedNow = true }
          // `(khoảng 3.000 người)` behind what is demanded says more of it.
          let isBracketed = done == nil && isNote(figure, uses, clause, from: before)
          let isAhead =
            clause.dates.last { $0.tokens.upperBound <= figure.number }.map {
              $0.fact.qualifier == .until && isLate($0)
            } ?? false
          let isRule =
            isBracketed || done == nil && isPlaceOfDemanded(figure, uses) || isSupposed(figure, from: before)
            || orders.denies(in: before..<figure.number) || isAhead
            || isCondition || isAttribute
            || isForecast && !isReachedAim(figure)
            || sentenceSupposes && done == nil || isProvision && rules.bounds(figure, in: clause, done: done)
            || sentenceGrants && (figure.fact.bound != .exact || rules.grants(figure, in: clause))
            || rules.governs(figure, in: clause, done: done) || rules.depends(figure, in: clause)
            || (done.map { $0 > figure.number } ?? true) && orders.isRequested(figure, in: before..<figure.number)
          uses.figures.append(
            isRule || isOfDemandedKind(figure, uses, clause, done: done) ? nil : .reported)
        }
        isLed = isLedNow
      case nil:
        let fact = figure.fact
        if demand != nil || fact.bound == .atLeast || fact.bound == .atMost
          || done == nil && orders.assures(figure, in: clause)
        {
          uses.figures.append(.future)
        } else if done != nil
          || words.comparison(from: figure.tokens.upperBound, before: clause.tokens.upperBound) == .earlier
        {
          uses.figures.append(.reported)
        } else {
          uses.figures.append(nil)
        }
      }
    }
    if clause.endsWithColon {
      let setsAims =
        setsAims(clause, done: done) || (done.map(orders.setsAims) ?? true) && orders.introducesAims(in: clause.tokens)
        || isCarried && done == nil && orders.namesAims(clause)
      if demand != nil || setsAims || mood == .reported && aims.leadsIn(clause) {
        isListDemanded = true
        isAimList = demand == nil
        isListSet = setsAims
      }
    }
    if mood == .reported, !clause.figures.isEmpty {
      wasOfAims =
        uses.isCarried
        || (isListDemanded || demand.map { stream[$0].key != "sẽ" } ?? false)
          && !uses.figures.contains(.reported)
    }
    if mood == .reported, uses.figures.contains(where: { $0 != nil }) {
      wasPromised = !uses.figures.contains(.reported)
    }
    if mood == .reported, moods.isUnknown, orders.tellsOfSetAims(clause) { hasSetAims = true }
    lists.end(clause, with: isListDemanded || lists.current != nil ? () : nil)
    if mood == .future, sentenceReports, demand == nil { uses.dates = dates.map { _ in false } }
    // `Tiếp tục triển khai các nhiệm vụ đã được phê duyệt, cụ thể như sau:`: what is listed is still to be done.
    if mood == .future, clause.endsWithColon, orders.tellsToDo(clause) { sentenceReports = false }
    return uses
  }

  /// The first words of demands that are verbs: who stands before them shall do something.
  private static let verbs: WordSet = ["phấn", "quyết", "sẽ", "phải", "cam", "đặt", "đảm", "bảo"]
  private static let times: TextSet = ["year", "month", "day"]

  /// Whether neither the type of the document nor a heading says whether a clause reports.
  private func isUnsaid(_ clause: StatementClause) -> Bool {
    moods.isUnknown && paragraphMood == nil && moods.isPreamble(clause.tokens.lowerBound)
  }

  /// Opens a list that what is told as reached ends.
  private mutating func openList() {
    if !isListDemanded { isListBound = true }
    (isListDemanded, isAimList) = (true, true)
  }

  private func isLeadIn(_ clause: StatementClause, _ at: Int) -> Bool { at - clause.tokens.lowerBound < 3 }

  func hasMark(_ tokens: Range<Int>) -> Bool {
    tokens.contains { words.isMark($0) }
  }

  // MARK: Dates

  /// Whether an order stands before a date, here or in a clause before, and nothing done between the two.
  private func isOrdered(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    let start = date.tokens.lowerBound
    let order = orders.lastOrder(in: clause.tokens.lowerBound..<start)
    guard order != nil || sentenceOrders else { return false }
    return !words.contains(words.phrases.reports, in: (order ?? clause.tokens.lowerBound)..<start)
  }

  /// Whether a date can be a deadline: one end only, of this document's future or present.
  private func isAhead(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    guard let edtf = date.fact.edtf else {
      // `trước ngày 31/9/2024`, a day that does not exist.
      return date.fact.issue == "impossible"
        && (date.fact.qualifier == .before || stream[date.tokens.lowerBound - 2].key == Words.truoc)
    }
    if edtf.isEDTFRange, words.isPhase(date, in: clause) { return !future.isPassed(date) }
    // `phấn đấu đến hết năm 2020 - 2021 giảm 10%`
    if edtf.isEDTFRange, date.fact.qualifier != .until { return false }
    if date.fact.qualifier == .from || date.fact.qualifier == .after { return false }
    // `trước ngày 15/11 hằng năm`
    guard let ends = edtf.edtfYear else { return edtf.hasPrefix("XXXX") }
    if let issued {
      if ends < issued.year { return false }
      return ends > issued.year || latest(edtf) >= (issued.month ?? 1)
    }
    if let year { return ends >= year }
    return true
  }

  /// The last month of a date within its year.
  private func latest(_ edtf: String) -> Int {
    guard let month = edtf.edtfMonth else { return 12 }
    switch month {
    case 33...36: return (month - 32) * 3
    case 40: return 6
    case 41: return 12
    default: return month
    }
  }

  /// `Năm 2021, toàn tỉnh có 14/15 chỉ tiêu đạt kế hoạch` in a plan of 2022: a sentence that a year gone by leads in.
  private func isPast(_ date: StatementDate) -> Bool {
    guard let edtf = date.fact.edtf, !edtf.isOpenEDTFRange, let known = issued?.year ?? year,
      let ends = edtf.edtfLastYear
    else { return false }
    return ends < known && date.fact.qualifier != .after && date.fact.qualifier != .from
  }

  /// Whether a deadline lies beyond what a report can report on.
  private func isLate(_ date: StatementDate) -> Bool {
    guard let edtf = date.fact.edtf, let ends = edtf.edtfYear else { return false }
    switch date.fact.qualifier {
    case .before?, .until?, .end?: break
    default: return false
    }
    if let issued, ends == issued.year, edtf.utf8.count >= 7 { return latest(edtf) > (issued.month ?? 12) }
    guard let known = issued?.year ?? year else { return false }
    return ends > known
  }
}
