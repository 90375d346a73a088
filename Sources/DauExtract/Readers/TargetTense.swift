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
  }

  private let stream: TokenStream
  private let words: StatementWords
  private let moods: StatementMoods
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
  private var isListGoverned = false
  /// Whether the sentence began with a supposition.
  private var sentenceSupposes = false
  /// Where the demand that governs a list of bounded numbers was made; nil when none is open.
  private var openDemand: Int?
  /// Lists of demands over several paragraphs; an item of theirs may still tell of something done.
  private var lists = StatementLists<Void>()
  private let rules: StatementRules
  private let orders: StatementOrders
  private let aims: StatementAims
  private var future: StatementFuture
  /// Whether a year ahead or the noun of an aim opened the list: what is told as reached ends it.
  private var isListBound = false
  /// Whether a clause before in the sentence gave an order.
  private var sentenceOrders = false
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
    future = StatementFuture(stream: context.stream, words: words, year: issued?.year ?? year)
  }

  mutating func read(_ clause: StatementClause) -> Uses {
    if clause.beginsParagraph { paragraphMood = nil }
    if clause.beginsSentence {
      sentenceReports = false
      sentenceDemands = false
      isLastDemanded = false
      isListDemanded = false
      isAimList = false
      isListGoverned = false
      isListBound = false
      openDemand = nil
      sentenceOrders = false
      sentenceSupposes = rules.supposes(from: clause.tokens.lowerBound)
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
    let dates = clause.dates.map { isAhead($0) }
    var uses = Uses(figures: [], dates: dates, place: mood, isDemand: demand != nil)
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
            isListGoverned = governs
            // `được giao chỉ tiêu trồng 500 ha, thực hiện 480 ha`
            isListBound = stream[cue].key == "giao"
          }
        } else if let government = aims.government(of: figure, from: before, done: done) {
          isDemand = true
          if government == .list { openList() }
        } else if before == clause.tokens.lowerBound, done == nil,
          orders.introducesAims(in: before..<figure.number)
        {
          isDemand = true
          isListDemanded = true
          isAimList = true
        } else if let cue = orders.firstDemand(
          // A clause cut for its length may end inside the number.
          in: figure.tokens.upperBound..<max(figure.tokens.upperBound, min(after, figure.tokens.upperBound + 8))),
          !hasMark(figure.tokens.upperBound..<cue), stream[cue - 1].key != "ký"
        {
          // `tỷ lệ thương tật từ 61% trở lên sẽ được tặng`: on which condition. Who has `đăng ký phấn đấu` is told of.
          isCondition = figure.fact.bound == .atLeast || figure.fact.bound == .atMost
          isDemand = !isCondition
        }
        // `phấn đấu đón 1,1 triệu lượt khách, trong đó 225.000 lượt khách quốc tế`: parts of what is demanded; and what
        // stands behind `phấn đấu:`.
        if !isDemand, isLastDemanded, saysOfThese(before..<figure.number) || isSecondPart(index, clause) {
          isDemand = true
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
        if !isDemand {
          isDemand =
            orders.isNorm(figure, in: clause) && done == nil || orders.namesAim(figure, in: clause)
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
        if isDemand {
          isLastDemanded = isLastDemanded || !Self.times.contains(figure.fact.unit)
          uses.figures.append(.future)
        } else {
          // `sẽ có 40 doanh nghiệp có số nộp trên 1.000 tỷ đồng`: an attribute of what is demanded.
          let isAttribute = isLed && !hasMark(before..<figure.number)
          // `(khoảng 3.000 người)` behind what is demanded says more of it.
          let isNote =
            index > 0 && uses.figures[index - 1] == .future && done == nil
            && figure.parenthesis.map { $0 >= before && $0 + 1 == figure.tokens.lowerBound } ?? false
          let isAhead =
            clause.dates.last { $0.tokens.upperBound <= figure.number }.map {
              $0.fact.qualifier == .until && isLate($0)
            } ?? false
          let isRule =
            isNote || isAhead || isCondition || isAttribute || isForecast && !isReachedAim(figure)
            || sentenceSupposes && done == nil
            || rules.governs(figure, in: clause, done: done)
          uses.figures.append(
            isRule || isOfDemandedKind(figure, uses, clause, done: done) ? nil : .reported)
        }
        isLed = isLedNow
      case nil:
        let fact = figure.fact
        if demand != nil || fact.bound == .atLeast || fact.bound == .atMost {
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
    let setsAims = setsAims(clause, done: done) || done == nil && orders.introducesAims(in: clause.tokens)
    if clause.endsWithColon, demand != nil || setsAims || mood == .reported && aims.leadsIn(clause) {
      isListDemanded = true
      isAimList = demand == nil
    }
    lists.end(clause, with: isListDemanded || lists.current != nil ? () : nil)
    if mood == .future, sentenceReports, demand == nil { uses.dates = dates.map { _ in false } }
    return uses
  }

  private static let times: TextSet = ["year", "month", "day"]

  /// Opens a list that what is told as reached ends.
  private mutating func openList() {
    if !isListDemanded { isListBound = true }
    (isListDemanded, isAimList) = (true, true)
  }

  /// Whether a number goes on with the list before it: it has a subject of its own or says by how much it shall change, and
  /// is of no time gone by.
  private func goesOn(_ figure: StatementFigure, in clause: StatementClause, from before: Int) -> Bool {
    if let time = future.date(of: figure, in: clause), future.isPassed(clause.dates[time]) { return false }
    let lead = words.lead(before: figure.number, from: clause.tokens.lowerBound, limit: before)
    // `được giao chỉ tiêu trồng 500 ha, thực hiện 480 ha`
    if lead.tokens.prefix(2).contains(where: { words.phrases.aimResults.match(stream, at: $0) != nil }) { return false }
    guard !lead.hasSubject else { return true }
    return lead.verb.map { $0 == .rises || $0 == .falls || $0 == .remains } ?? true
  }

  /// `dự kiến có 4 chỉ tiêu đạt`: a forecast of how many aims were met is told as their number.
  private func isReachedAim(_ figure: StatementFigure) -> Bool {
    figure.fact.of == "chỉ tiêu"
      && words.phrases.verbs[stream[figure.tokens.upperBound].key].map { $0 == .reaches || $0 == .exceeds } ?? false
  }

  /// Whether the demand at `cue` is an aim that was set: `đề ra mục tiêu`, unlike `phấn đấu`.
  private func setsAim(_ cue: Int) -> Bool {
    (cue..<cue + 3).contains { words.isAim($0) }
  }

  /// `tập trung thực hiện 16 mục tiêu chủ yếu:`, unlike `có 15/16 chỉ tiêu đạt và vượt kế hoạch:`.
  private func setsAims(_ clause: StatementClause, done: Int?) -> Bool {
    guard done == nil, let last = clause.figures.last, last.fact.outOf == nil,
      last.fact.of == "mục tiêu" || last.fact.of == "chỉ tiêu", clause.tokens.upperBound - last.tokens.upperBound <= 6
    else { return false }
    return !clause.tokens.contains { [.reaches, .exceeds].contains(words.phrases.verbs[stream[$0].key]) }
  }

  /// Whether a number of a list of aims is told as done or compared with an earlier time.
  private func isToldBack(_ figure: StatementFigure, _ before: Int, _ after: Int, _ done: Int?) -> Bool {
    if let done, before <= done, done < figure.number { return true }
    if (before..<figure.number).contains(where: { orders.isPastTime($0) }) { return true }
    // `phấn đấu tỷ lệ hồ sơ trực tuyến tăng 3%; số thủ tục tăng 5% so với năm 2020`
    if isListGoverned { return false }
    return words.comparison(from: figure.tokens.upperBound, before: after) == .earlier
  }

  /// Whether a number is compared with a plan or an earlier time.
  private func isCompared(_ figure: StatementFigure, before end: Int) -> Bool {
    words.comparison(from: figure.tokens.upperBound, before: end) != nil
  }

  /// `12 xã phấn đấu đạt chuẩn năm 2018, 10 xã đạt dưới 5 tiêu chí`: one of a list of what shall be worked at.
  private func isOfDemandedKind(
    _ figure: StatementFigure, _ uses: Uses, _ clause: StatementClause, done: Int?
  ) -> Bool {
    guard done == nil, figure.fact.unit == "count", let noun = figure.fact.of, figure.fact.bound == .exact,
      words.isMark(figure.number - 1) || stream[figure.number - 1].key == Words.va
    else { return false }
    return zip(clause.figures, uses.figures).contains { other, mood in
      mood == .future && other.fact.of == noun && other.number < figure.number
    }
  }

  /// `chỉ tiêu thu ngân sách là 59.000 tỷ đồng, tăng 10.000 tỷ đồng so với năm 2016`: by how much an aim grows.
  private func isChangeOfAim(
    _ index: Int, _ uses: Uses, _ clause: StatementClause, before: Int, after: Int, wasForecast: Bool
  ) -> Bool {
    guard index > 0, wasForecast || uses.figures[index - 1] == .future else { return false }
    let figure = clause.figures[index]
    let lead = words.lead(before: figure.number, from: clause.tokens.lowerBound, limit: before)
    guard lead.verb == .rises || lead.verb == .falls, !lead.hasSubject else { return false }
    return words.comparison(from: figure.tokens.upperBound, before: after) != nil
  }

  /// `trong đó 272 chỉ tiêu khối sở và 288 chỉ tiêu khối huyện`: the next part of the same kind.
  private func isSecondPart(_ index: Int, _ clause: StatementClause) -> Bool {
    guard index > 1 else { return false }
    let (one, two) = (clause.figures[index - 1], clause.figures[index])
    let floor = clause.figures[index - 2].tokens.upperBound
    return one.fact.of == two.fact.of && one.fact.unit == two.fact.unit && stream[two.number - 1].key == Words.va
      && floor < one.number && saysOfThese(floor..<one.number)
  }

  /// Whether `trong đó` stands in some words.
  private func saysOfThese(_ tokens: Range<Int>) -> Bool {
    tokens.contains { stream[$0].key == Words.trong && stream[$0 + 1].key == Words.doThat }
  }

  /// `Mục tiêu: ...`, `Kết quả: ...` at the start of a paragraph.
  private func runIn(_ clause: StatementClause) -> Mood? {
    guard clause.endsWithColon, clause.tokens.count <= 12 else { return nil }
    for at in clause.tokens.prefix(4) {
      if let cue = words.phrases.headings.match(stream, at: at, before: clause.tokens.upperBound) {
        return cue.value
      }
    }
    return nil
  }

  private func firstDone(_ clause: StatementClause) -> Int? {
    words.first(words.phrases.reports, in: clause.tokens) { phrase in
      phrase.count > 1 || !words.phrases.attributesBehindDone.contains(stream[phrase.upperBound].key)
    }
  }

  private func isLeadIn(_ clause: StatementClause, _ at: Int) -> Bool { at - clause.tokens.lowerBound < 3 }

  private func hasMark(_ tokens: Range<Int>) -> Bool {
    tokens.contains { words.isMark($0) }
  }

  private func isSameStretch(_ date: StatementDate, _ figure: StatementFigure) -> Bool {
    let low = min(date.tokens.upperBound, figure.tokens.upperBound)
    let high = max(date.tokens.lowerBound, figure.tokens.lowerBound)
    return low <= high && high - low < 16 && !hasMark(low..<high)
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
  private func isAhead(_ date: StatementDate) -> Bool {
    guard let edtf = date.fact.edtf else {
      // `trước ngày 31/9/2024`, a day that does not exist.
      return date.fact.issue == "impossible"
        && (date.fact.qualifier == .before || stream[date.tokens.lowerBound - 2].key == Words.truoc)
    }
    if edtf.isEDTFRange || date.fact.qualifier == .from || date.fact.qualifier == .after { return false }
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
