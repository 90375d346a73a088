/// Ties reported numbers to what they are about and to the numbers they are compared with.
///
/// Accepts `thu ngân sách đạt 5.027 tỷ đồng, đạt 92,2% dự toán, tăng 8% so với cùng kỳ` as one record,
/// `khu vực dịch vụ tăng 5,25%` as a change without a value, `(đạt 99,08%)` as a share of its own. Refuses lengths of
/// time, members of a body, and tallies of awards, which `AwardReader` reads. What is demanded is left to
/// `TargetAssembler`.
struct IndicatorAssembler {
  let stream: TokenStream
  let words: StatementWords
  private let period: StatementPeriod

  /// A record that may still be given comparisons.
  struct Head {
    var fact: IndicatorFact
    var start: Int
    var end: Int
    var clause: Int
    var sentence: Int
    var paragraph: Int
    var outOf: DecimalNumber?
    /// The token behind its number.
    var figureEnd: Int
    var confidence: Double
    /// Whether the number is no indicator; its comparisons vanish with it.
    var isRefused = false
    /// The direction of the change of a value that was read last.
    var changed: StatementPhrases.Verb?
    var changeParenthesis: Int?
  }
  var heads: [Head] = []
  /// The head that comparisons belong to, an index of `heads`.
  var current: Int?
  var clause = 0
  private(set) var paragraph = 0
  private var isOnAwards = false
  /// The token behind the last number that was planned.
  private(set) var planEnd: Int?
  private(set) var sentence = 0
  /// What the sentence begins by comparing with.
  var leading: StatementWords.Comparison?
  /// What `bằng 95,4%` was compared with in the paragraph, in the order of the text: the next ones that say nothing mean the same.
  var equated: [StatementWords.Comparison] = []
  /// What the clause before named before its colon: `Thu ngân sách: năm 2016 đạt 1.479 tỷ đồng`.
  private var topic: Range<Int>?
  private var naming: Range<Int>?

  private let moods: StatementMoods
  let refusal: IndicatorRefusal
  private let tallies: Set<Int>

  init(
    stream: TokenStream, words: StatementWords, period: StatementPeriod, moods: StatementMoods, tallies: Set<Int>
  ) {
    self.stream = stream
    self.tallies = tallies
    self.moods = moods
    refusal = IndicatorRefusal(stream: stream, words: words)
    self.words = words
    self.period = period
  }

  mutating func begin(_ next: StatementClause) {
    clause += 1
    if next.beginsSentence { sentence += 1 }
    if next.beginsParagraph {
      paragraph += 1
      equated.removeAll(keepingCapacity: true)
      isOnAwards = moods.isOnAwards(atToken: next.tokens.lowerBound) || isNoteOnTally(next.tokens.lowerBound)
    }
    if !next.figures.isEmpty || next.endsWithColon { isOnAwards = isOnAwards || refusal.isAboutAwards(next) }
    if next.beginsSentence {
      leading = words.leadingComparison(next)
      if let leading { equated = [leading] }
    }
    topic = next.beginsSentence ? nil : naming
    naming = next.endsWithColon && next.figures.isEmpty ? next.tokens.dropLast() : nil
    if let current, comparesOnly(next) {
      heads[current].clause = clause
    } else {
      current = nil
    }
  }

  /// Takes the next reported number of the clause.
  ///
  /// - Parameters:
  ///   - limit: the end of the number before it in the clause.
  ///   - end: the beginning of the number behind it, or the end of the clause.
  /// - Returns: whether the words behind the number begin with it; those of a way point go on to where the way leads.
  mutating func add(_ figure: StatementFigure, in statement: StatementClause, limit: Int?, end: Int) -> Bool {
    var lead = words.lead(before: figure.number, from: statement.tokens.lowerBound, limit: limit)
    var compared = words.comparison(from: figure.tokens.upperBound, before: end)
    if let pair = pair(of: figure, in: statement) {
      compared = compared ?? words.comparison(from: pair.end, before: statement.tokens.upperBound)
      if let first = pair.verb { (lead.verb, lead.hasSubject) = (first, true) }
    }
    let use = Use(figure: figure, statement: statement, lead: lead, compared: compared, end: end)
    guard let value = figure.fact.value, !figure.isQuoted else {
      current = nil
      if figure.fact.low != nil, !figure.isQuoted, statesRange(use) { openRange(use) }
      return true
    }
    // Lengths of time and plans stand between a value and its comparisons: `vượt 18% so với kế hoạch 6 tháng, bằng ...`.
    if isWayPoint(use) { return false }
    if refusal.isTime(figure.fact), !refusal.isAverageAge(figure, lead) { return true }
    if isPlan(use) || isPlanBeside(use) || isShareOfPlan(use) {
      planEnd = figure.tokens.upperBound
      return true
    }
    if refusal.isTrait(figure, in: statement) || refusal.isPerUnit(figure, before: end, in: statement)
      || refusal.isCondition(figure, before: end, in: statement)
    {
      return true
    }
    if figure.fact.unit == "percent" || figure.fact.unit == "point" {
      addPercent(value, use)
    } else {
      addValue(value, use)
    }
    return true
  }

  /// Whether a token stands in a note to a tally of awards: `27 tập thể¹`.
  private func isNoteOnTally(_ token: Int) -> Bool {
    guard let mark = words.outline.note(ofToken: token)?.mark else { return false }
    return (mark - 5..<mark).contains(where: tallies.contains)
  }

  struct Use {
    var figure: StatementFigure
    var statement: StatementClause
    var lead: StatementLead
    var compared: StatementWords.Comparison?
    var end: Int
    var isAttached: Bool { !lead.hasSubject }
    var isInParenthesis: Bool { figure.parenthesis != nil }
  }

  /// `từ 30 ngày xuống còn 22 ngày`: where the way began.
  private func isWayPoint(_ use: Use) -> Bool {
    guard use.figure.fact.bound == .exact, stream[use.figure.number - 1].key == "từ" else { return false }
    // `giảm từ 19,07% năm 2016 xuống còn 7,88%`, `từ 6,15% (năm 2015) xuống còn 2,31%`
    var behind = use.figure.tokens.upperBound
    if stream[behind].isSign("("), let close = (behind..<behind + 5).first(where: { stream[$0].isSign(")") }) {
      behind = close + 1
    }
    return (behind..<max(behind + 1, min(use.end, behind + 6))).contains { at in
      let key = stream[at].key
      // `nhận hồ sơ từ 44 doanh nghiệp và đến nay ...`
      return (key == "lên" || key == "xuống" || key == "còn" || key == "đến" && stream[at + 1].key != "nay")
        && !(behind..<at).contains { words.isMark($0) }
    }
  }

  // MARK: Values

  private mutating func addValue(_ value: DecimalNumber, _ use: Use) {
    let fact = use.figure.fact
    if fact.outOf == nil, fact.unit != "rank" {
      if let change = changeOverEarlier(value, use) {
        _ = update({ $0.fact.changeValue == nil }, { $0.fact.changeValue = change }, use)
        return
      }
      // `giảm 0,46 điểm (-0,83%), xuống 54,85 điểm`
      if endsWithArrival(use), isLedTo(use, by: { $0.changeValue != nil }) { return settle(value, use) }
      switch use.lead.verb {
      case .rises?, .falls?:
        guard !use.lead.isArrival else { break }
        if use.isAttached, change(value, use) { return }
        guard isChange(use) else { break }
        open(use, value: nil) { $0.changeValue = use.lead.verb == .falls ? -value : value }
        if let current { heads[current].changed = use.lead.verb }
        return
      case .amounts?:
        if use.isAttached, let current, heads[current].fact.changePercent != nil {
          let isDown = heads[current].fact.changePercent?.isNegative == true
          _ = update({ $0.fact.changeValue == nil }, { $0.fact.changeValue = isDown ? -value : value }, use)
          return
        }
      case .exceeds?:
        if use.isAttached, current != nil { return extend(use) }
      case nil:
        if isPlanned(use) || isSurplus(use) || isMetPlan(use) { return }
        // `(tăng 06 dự án và 3.030 tỷ đồng so với cùng kỳ)`
        if let current, let direction = heads[current].changed, use.isInParenthesis,
          heads[current].changeParenthesis == use.figure.parenthesis, use.lead.tokens.count <= 1
        {
          let signed = direction == .falls ? -value : value
          if let owner = heads.indices.suffix(8).last(where: {
            heads[$0].clause == clause && heads[$0].fact.unit == fact.unit && heads[$0].fact.changeValue == nil
          }) {
            heads[owner].fact.changeValue = signed
            heads[owner].end = max(heads[owner].end, use.figure.tokens.upperBound)
          }
          return
        }
      // `giảm 2 tín chỉ (từ 14 tín chỉ xuống còn 12 tín chỉ)`, `giảm 12 vụ (-5%), còn 228 vụ`
      case .remains? where (use.isInParenthesis || endsWithArrival(use)) && isLedTo(use, by: { $0.changeValue != nil }):
        return settle(value, use)
      default: break
      }
    }
    open(use, value: value)
  }

  /// `tăng 9 sáng kiến so với năm 2017`: whether a change was taken by the head it belongs to.
  private mutating func change(_ value: DecimalNumber, _ use: Use) -> Bool {
    let signed = use.lead.verb == .falls ? -value : value
    var owner = current.flatMap { heads[$0].clause == clause && fits(use.figure, heads[$0]) ? $0 : nil }
    if owner == nil {
      // `29 vụ, làm chết 29 người; so với cùng kỳ giảm 2 vụ, giảm 4 người chết`: in the order of what was said.
      // So does a sentence that begins by comparing with those of the one before: `... 29 vụ. So với cùng kỳ giảm 2 vụ`.
      owner = heads.indices.suffix(8).first {
        (heads[$0].sentence == sentence
          || leading == .earlier && heads[$0].sentence == sentence - 1 && heads[$0].paragraph == paragraph)
          && heads[$0].fact.changeValue == nil && fits(use.figure, heads[$0])
      }
    }
    // `69 người mắc bệnh, tăng 40 ca so với cùng kỳ`: the same things by another name.
    if owner == nil, use.compared == .earlier, use.figure.fact.unit == "count", let current,
      heads[current].clause == clause, heads[current].fact.unit == "count", heads[current].fact.changeValue == nil
    {
      owner = current
    }
    guard let owner else { return false }
    heads[owner].fact.changeValue = heads[owner].fact.changeValue ?? signed
    heads[owner].end = max(heads[owner].end, use.figure.tokens.upperBound)
    heads[owner].changed = use.lead.verb
    heads[owner].changeParenthesis = use.figure.parenthesis
    current = owner
    return true
  }

  // MARK: Heads

  /// Gives a comparison to the current head; false when it has one of the kind already.
  mutating func update(_ isFree: (Head) -> Bool, _ write: (inout Head) -> Void, _ use: Use) -> Bool {
    guard let current, isFree(heads[current]) else { return false }
    write(&heads[current])
    heads[current].end = max(heads[current].end, comparisonEnd(use))
    return true
  }

  mutating func extend(_ use: Use) {
    guard use.isAttached, let current else { return }
    heads[current].end = max(heads[current].end, use.figure.tokens.upperBound)
  }

  func comparisonEnd(_ use: Use) -> Int {
    use.compared == nil
      ? use.figure.tokens.upperBound : words.phraseEnd(from: use.figure.tokens.upperBound, before: use.end)
  }

  mutating func open(
    _ use: Use, value: DecimalNumber?, _ write: (inout IndicatorFact) -> Void = { _ in }
  ) {
    let figure = use.figure
    var (subject, _) = words.subject(figure, lead: use.lead, before: use.end)
    if subject.isEmpty { subject = subjectOfContext(use) ?? "" }
    var start = min(use.lead.tokens.lowerBound, figure.tokens.lowerBound)
    while start < figure.tokens.lowerBound, !stream[start].isWord { start += 1 }
    var fact = IndicatorFact(
      subject: subject, value: value, unit: value == nil ? nil : figure.fact.unit,
      of: value == nil ? nil : figure.fact.of, bound: figure.fact.bound,
      period: period.period(of: figure, in: use.statement))
    write(&fact)
    let isRefused =
      figure.tokens.contains(where: tallies.contains)
      || refusal.refuses(figure, in: use.statement, lead: use.lead, isOnAwards: isOnAwards)
    var end = figure.tokens.upperBound
    if value == nil { end = comparisonEnd(use) }
    heads.append(
      Head(
        fact: fact, start: start, end: end, clause: clause, sentence: sentence, paragraph: paragraph,
        outOf: figure.fact.outOf, figureEnd: figure.tokens.upperBound,
        confidence: figure.confidence, isRefused: isRefused))
    current = heads.count - 1
  }

  /// `..., đạt 99,08%`: the share of what stood before; `góp 86.200 ngày công và 31,4 tỷ đồng`: the same again.
  private func subjectOfContext(_ use: Use) -> String? {
    let isPercent = use.figure.fact.unit == "percent"
    if let head = heads.last, head.sentence == sentence || isPercent && sentence - head.sentence <= 1,
      !head.fact.subject.isEmpty
    {
      return isPercent && head.fact.unit != "percent" ? "tỷ lệ " + head.fact.subject : head.fact.subject
    }
    return words.subjectBefore(use.lead.tokens.lowerBound, from: use.statement.tokens.lowerBound)
      ?? topic.map { stream.flatText(ofTokens: $0.suffix(Self.longestTopic)) }
  }

  private static let longestTopic = 24

  /// The records, in the order in which they were opened.
  func candidates() -> [Candidate] {
    heads.compactMap { head in
      guard !head.isRefused, !head.fact.subject.isEmpty else { return nil }
      return Candidate(
        .indicator(head.fact), tokens: head.start..<head.end, claim: head.start..<head.start, rank: .none,
        confidence: min(head.confidence, 0.85))
    }
  }
}
