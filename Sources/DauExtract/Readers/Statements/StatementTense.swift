/// Tells for each number and date of a clause whether it reports or demands.
///
/// Where the place of a clause demands, the words only say what is told as done (`placedMood`). Where it reports, the words must
/// demand: each number goes through the rules of `StatementTense+Numbers.swift`, from the words before it to those of the
/// sentences before.
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

  /// What the clauses of a sentence have said so far.
  struct Sentence {
    /// Whether it tells of something done, in a place that demands.
    var reports = false
    /// Whether the last number of a sentence that reports is demanded, and whether all of a list is.
    var isLastDemanded = false
    var isListDemanded = false
    /// Whether that list was opened by its aims and not by a colon, so that it ends where something done is told.
    var isAimList = false
    /// Whether the verb of the sentence governs that list: comparisons with an earlier time belong to its aims.
    var isListGoverned = false
    /// Whether that list was set as aims: a comparison with a year only says from where they are reckoned.
    var isListSet = false
    /// Whether a year ahead or the noun of an aim opened the list: what is told as reached ends it.
    var isListBound = false
    /// Where the demand that governs a list of bounded numbers was made; nil when none is open.
    var openDemand: Int?
    /// The last year that the sentence has demanded something by.
    var demandedYear: Int?
    /// Whether it goes on with the aims of the sentence before.
    var isCarried = false
    /// Whether a clause before gave an order.
    var orders = false
    /// Whether a clause before asked somebody for something: `đề nghị các bộ cho hưởng ưu đãi: ...`.
    var asks = false
    /// Whether it begins by urging to do something.
    var urges = false
    /// Whether it strives for something without a number, so that what its next clauses do is demanded: `Phấn đấu ...; hoàn thành ...`,
    /// `sẽ công bố tiêu chí; tuyển ...`.
    var strives = false
    /// Whether it began with a supposition.
    var supposes = false
    /// Whether it set what some are granted: its bounds are conditions, also of what they `đã` did.
    var grants = false
    /// The plan that it tells by: `Theo kế hoạch, ...`.
    var planned: StatementOrders.PlanLead?

    /// Opens a list that what is told as reached ends.
    mutating func openList() {
      if !isListDemanded { isListBound = true }
      (isListDemanded, isAimList) = (true, true)
    }
  }

  /// What the sentence before leaves open for the next.
  struct Legacy {
    /// Whether it set aims, and whether the next may go on with them.
    var isOfAims = false
    /// Whether it only told that aims were set: `đề ra 27 chỉ tiêu. Trong đó ...`.
    var hasSetAims = false
    /// Whether it promised something and told of nothing: `sẽ triển khai 80 dự án. Trong đó có 50 dự án ...`.
    var isPromised = false
  }

  let stream: TokenStream
  let words: StatementWords
  let moods: StatementMoods
  let rules: StatementRules
  let orders: StatementOrders
  let plans: StatementPlans
  let aims: StatementAims
  let issued: PartialDate?
  let year: Int?
  private(set) var future: StatementFuture
  var sentence = Sentence()
  private var legacy = Legacy()
  private var paragraphMood: Mood?
  /// Whether the paragraph is an item of a rule.
  private(set) var isProvision = false
  /// Lists of demands over several paragraphs; an item of theirs may still tell of something done.
  private(set) var lists = StatementLists<Void>()
  /// Whether `yêu cầu:` or the like ended what a document that demands tells of the present.
  private var isPreambleOver = false

  init(_ context: ReadingContext, words: StatementWords, moods: StatementMoods) {
    stream = context.stream
    self.words = words
    self.moods = moods
    rules = StatementRules(stream: context.stream, words: words)
    orders = StatementOrders(stream: context.stream, words: words)
    plans = StatementPlans(stream: context.stream, words: words)
    aims = StatementAims(stream: context.stream, words: words)
    issued = context.outline.metadata.issued
    year = DocumentTime(context).year
    future = StatementFuture(context, words: words, year: issued?.year ?? year)
  }

  /// Reads the next clause of the document.
  ///
  /// - Complexity: O(*n* · *f*) in tokens and figures of the clause, whose length is bounded.
  mutating func read(_ clause: StatementClause) -> Uses {
    if clause.beginsParagraph {
      paragraphMood = nil
      isProvision = moods.isUnknown && rules.isProvision(from: clause.tokens.lowerBound)
    }
    if clause.beginsSentence { begin(clause) }
    lists.begin(clause, in: stream)
    if clause.beginsSentence, lists.current != nil {
      (sentence.isListDemanded, sentence.isAimList) = (true, true)
    }
    let mood = mood(of: clause)
    let demand = orders.firstDemand(in: clause.tokens)
    let done = firstDone(clause)
    future.begin(clause, done: done)
    var uses = Uses(
      figures: [], dates: clause.dates.map { isAhead($0, clause) }, place: mood, isDemand: demand != nil,
      late: clause.dates.map { isLate($0) }, ordered: clause.dates.map { isOrdered($0, clause) },
      isUrged: sentence.urges)
    if orders.lastOrder(in: clause.tokens) != nil { sentence.orders = true }
    if clause.figures.contains(where: { rules.grants($0, in: clause) }) { sentence.grants = true }
    if mood != .reported { note(clause, demand: demand, done: done, mood: mood) }
    var course = Course()
    for (index, figure) in clause.figures.enumerated() {
      switch mood {
      case .future?: uses.figures.append(placedMood(of: figure, in: clause, demand: demand, done: done))
      case .reported?: uses.figures.append(toldMood(Number(index, of: clause, done: done), &uses, &course))
      case nil: uses.figures.append(bareMood(of: figure, in: clause, demand: demand, done: done))
      }
    }
    end(clause, uses, mood: mood, demand: demand, done: done)
    if mood == .future, sentence.reports, demand == nil { uses.dates = uses.dates.map { _ in false } }
    // `Tiếp tục triển khai các nhiệm vụ đã được phê duyệt, cụ thể như sau:`: what is listed is still to be done.
    if mood == .future, clause.endsWithColon, orders.tellsToDo(clause) { sentence.reports = false }
    return uses
  }

  // MARK: Sentences

  /// Begins a sentence with what the one before has left open.
  private mutating func begin(_ clause: StatementClause) {
    let goesOn = !clause.beginsParagraph && moods.isUnknown
    let opensDetails = goesOn && orders.opensDetails(clause)
    let opensAims = legacy.hasSetAims && opensDetails
    let opensParts = legacy.isPromised && opensDetails
    let isNextAim = legacy.isOfAims && moods.isUnknown && isNextAim(clause)
    sentence = Sentence()
    sentence.isCarried = legacy.isOfAims && goesOn
    sentence.urges = orders.urges(clause)
    sentence.planned = orders.planLead(of: clause)
    sentence.supposes = rules.supposes(from: clause.tokens.lowerBound)
    legacy = Legacy()
    if opensAims {
      (sentence.isListDemanded, sentence.isAimList, sentence.isListSet) = (true, true, true)
    }
    if isNextAim || opensParts { sentence.openList() }
  }

  /// Notes what a clause leaves to the next clauses, sentences and paragraphs.
  private mutating func end(_ clause: StatementClause, _ uses: Uses, mood: Mood?, demand: Int?, done: Int?) {
    if clause.endsWithColon {
      let setsAims =
        setsAims(clause, done: done) || (done.map(orders.setsAims) ?? true) && orders.introducesAims(in: clause.tokens)
        || sentence.isCarried && done == nil && orders.namesAims(clause)
      if demand != nil || setsAims || mood == .reported && aims.leadsIn(clause) {
        sentence.isListDemanded = true
        sentence.isAimList = demand == nil
        sentence.isListSet = setsAims
      }
    }
    if clause.endsWithColon, clause.figures.isEmpty, orders.asks(in: clause.tokens) { sentence.asks = true }
    if done != nil {
      sentence.strives = false
    } else if moods.isUnknown, clause.figures.isEmpty, !clause.endsWithColon {
      sentence.strives = sentence.strives || clause.beginsSentence && (demand.map(orders.strives) ?? false)
    }
    let reports = uses.figures.contains(.reported)
    if mood == .reported, !clause.figures.isEmpty {
      let isOfAims = sentence.isListDemanded || demand.map { stream[$0].key != "sẽ" } ?? false
      legacy.isOfAims = uses.isCarried || isOfAims && !reports
    }
    if mood == .reported, uses.figures.contains(where: { $0 != nil }) { legacy.isPromised = !reports }
    if mood == .reported, moods.isUnknown, orders.tellsOfSetAims(clause) { legacy.hasSetAims = true }
    lists.end(clause, with: sentence.isListDemanded || lists.current != nil ? () : nil)
  }

  // MARK: Places

  /// The mood that its place gives to a clause: its paragraph, its section, or the type of the document.
  private mutating func mood(of clause: StatementClause) -> Mood? {
    var place = moods.mood(atToken: clause.tokens.lowerBound)
    if isPreambleOver, moods.isPreamble(clause.tokens.lowerBound) { place = moods.base }
    if clause.endsWithColon, moods.base == .future, words.contains(words.phrases.performatives, in: clause.tokens) {
      isPreambleOver = true
    }
    if clause.beginsParagraph, let mood = runIn(clause) { paragraphMood = mood }
    return paragraphMood ?? place
  }

  /// Notes whether a sentence of a place that does not report tells of something done.
  private mutating func note(_ clause: StatementClause, demand: Int?, done: Int?, mood: Mood?) {
    if demand != nil { sentence.reports = false }
    if let done, demand == nil || done < demand! { sentence.reports = true }
    if clause.beginsSentence, mood == .future, demand == nil, let first = clause.dates.first,
      first.tokens.lowerBound - clause.tokens.lowerBound <= 2, isPast(first)
    {
      sentence.reports = true
    }
  }

  /// A number of a place that demands: only what is told as done reports.
  private func placedMood(of figure: StatementFigure, in clause: StatementClause, demand: Int?, done: Int?) -> Mood {
    let isDone =
      sentence.reports && (done == nil || done! < figure.number || isLeadIn(clause, done!))
      && (demand == nil || demand! > figure.number)
    return isDone ? .reported : .future
  }

  /// A number of a place that says nothing.
  private func bareMood(of figure: StatementFigure, in clause: StatementClause, demand: Int?, done: Int?) -> Mood? {
    let fact = figure.fact
    if demand != nil || fact.bound == .atLeast || fact.bound == .atMost
      || done == nil && orders.assures(figure, in: clause)
    {
      return .future
    }
    if done != nil || words.comparison(from: figure.tokens.upperBound, before: clause.tokens.upperBound) == .earlier {
      return .reported
    }
    return nil
  }

  /// Whether neither the type of the document nor a heading says whether a clause reports.
  func isUnsaid(_ clause: StatementClause) -> Bool {
    moods.isUnknown && paragraphMood == nil && moods.isPreamble(clause.tokens.lowerBound)
  }

  private func isLeadIn(_ clause: StatementClause, _ at: Int) -> Bool { at - clause.tokens.lowerBound < 3 }

  func hasMark(_ tokens: Range<Int>) -> Bool {
    tokens.contains { words.isMark($0) }
  }
}
