/// Ties demanded numbers to their subjects and deadlines.
///
/// Accepts `phấn đấu 100% hồ sơ được thẩm định đúng hạn`, `hoàn thành 15 nhà văn hóa trước ngày 02/9/2021`,
/// `ban hành kế hoạch trước ngày 25/7/2019`. Refuses `60 ngày đêm`, `cả 3 tiêu chí`, `kế hoạch năm 2019`, and a period
/// with a beginning and an end, which is no deadline.
struct TargetAssembler {
  let stream: TokenStream
  let words: StatementWords
  private let refusal: IndicatorRefusal
  let moods: StatementMoods
  let aims: StatementAims
  let plans: StatementPlans
  /// The targets, in the order of the text.
  var targets: [Candidate] { found.indices.filter { !withdrawn.contains($0) }.map { found[$0] } }
  private var found: [Candidate] = []
  /// Deadlines alone, as places in `found`, that turned out to lead in what is demanded.
  private var withdrawn: Set<Int> = []
  /// The clause before, for one that names no subject: `Phát động phong trào: xong trước ngày 20/3/2021`.
  private var before: Range<Int>?
  /// The deadline of the last number that was demanded.
  private var lastDeadline: StatementDate?
  /// The deadline that leads the sentence in: `Đến hết năm 2020, có thêm 08 xã đạt chuẩn; giảm 2% hộ nghèo`.
  private var leading: StatementDate?
  /// The deadline that heads the aims of a paragraph: `Mục tiêu đến năm 2020: Trồng 900.000 ha. Khoanh nuôi 360.000 ha.`
  private var heading: StatementDate?
  /// The place in `found` of that deadline as a demand of its own, as long as nothing was found that it leads in.
  private var leadingAlone: Int?
  /// The place in `found` of a number before a colon that has no deadline: `đưa 5 xã lên phường: A, B vào năm 2020`.
  private var listed: Int?
  /// Whether the clause before ended with a colon.
  private var isBehindColon = false
  /// `Phấn đấu đến năm 2025:` above a list of paragraphs: the deadline of all, and its place in `found` as one alone.
  private var lists = StatementLists<(date: StatementDate, alone: Int?)>()

  init(_ context: ReadingContext, words: StatementWords, moods: StatementMoods) {
    self.moods = moods
    stream = context.stream
    self.words = words
    aims = StatementAims(stream: context.stream, words: words)
    plans = StatementPlans(stream: context.stream, words: words)
    refusal = IndicatorRefusal(stream: context.stream, words: words)
  }

  struct Draft {
    var figure: StatementFigure
    var lead: StatementLead
    var end: Int
    var bound: Bound
    var deadline: StatementDate?
    /// Whether a number before it has that deadline of its own.
    var isInherited = false
    /// Whether it goes on with the number before it: `40 tập thể và 60 cá nhân`.
    var isCoordinate: Bool
    /// Whether one verb governs it and the number before it, so that both have one deadline.
    var isJoined = false
  }

  mutating func add(_ clause: StatementClause, _ uses: StatementTense.Uses) {
    if clause.beginsParagraph { (before, heading) = (nil, nil) }
    lists.begin(clause, in: stream)
    if clause.beginsSentence {
      (leading, leadingAlone) = (nil, nil)
    }
    if clause.beginsSentence || isBehindColon && uses.place == .reported {
      // Behind the demand it is that of the clauses behind it; a number with a subject of its own in the same clause has none:
      // `phấn đấu hết năm 2019 có thêm 08 xã đạt chuẩn, bình quân toàn tỉnh đạt 15,2 tiêu chí/xã`.
      if let first = clause.dates.first, uses.dates[0], isLeadIn(first, clause) || isStriven(first, clause),
        isDeadline(first, clause, withNumber: true)
      {
        leading = first
      }
    }
    var drafts = drafts(clause, uses)
    var free: [Int] = []
    for (index, date) in clause.dates.enumerated() where uses.dates[index] {
      if !attach(date, clause, &drafts, uses) { free.append(index) }
    }
    let hasDeadline = clause.dates.indices.contains {
      uses.dates[$0] && isDeadline(clause.dates[$0], clause, withNumber: true)
    }
    if !clause.beginsSentence, clause.dates.isEmpty || uses.place == .reported && !hasDeadline, let leading {
      Self.give(leading, toFree: &drafts)
      // `Phấn đấu đến hết năm 2023: 70% hồ sơ ...` demands the 70 %, and no year besides.
      if !drafts.isEmpty, let alone = leadingAlone, stream[leading.tokens.upperBound].isSign(":") {
        withdrawn.insert(alone)
        leadingAlone = nil
      }
    }
    if let shared = lists.current, !drafts.isEmpty, !hasDeadline {
      Self.give(shared.date, toFree: &drafts)
      if let alone = shared.alone { withdrawn.insert(alone) }
    }
    if clause.beginsParagraph, clause.endsWithColon, clause.figures.isEmpty, words.firstAim(in: clause.tokens) != nil {
      heading = leading
    }
    if let heading, clause.dates.isEmpty { Self.give(heading, toFree: &drafts) }
    if uses.isCarried, !hasDeadline, let lastDeadline { Self.give(lastDeadline, toFree: &drafts) }
    if let last = drafts.last { lastDeadline = last.deadline }
    let isHead = clause.endsWithColon && drafts.isEmpty
    if isBehindColon, !clause.beginsSentence, clause.figures.isEmpty, let listed, let place = free.first,
      give(clause.dates[place], toFound: listed, in: clause)
    {
      free.removeFirst()
    }
    for draft in drafts { emit(draft, clause) }
    isBehindColon = clause.endsWithColon
    listed = clause.endsWithColon && drafts.count == 1 && drafts[0].deadline == nil ? found.indices.last : nil
    // A report states deadlines too, but only for what it says shall be; without a number the words must say so.
    for index in free where stands(index, clause, uses) {
      let place = found.count
      emit(clause.dates[index], clause)
      if found.count > place, clause.dates[index].tokens == leading?.tokens { leadingAlone = place }
    }
    before = clause.tokens
    let outer = lists.current
    lists.end(clause, with: isHead ? leading.map { ($0, leadingAlone) } ?? outer : outer)
  }

  /// Gives a deadline to the numbers that have none.
  private static func give(_ date: StatementDate, toFree drafts: inout [Draft]) {
    for index in drafts.indices where drafts[index].deadline == nil { drafts[index].deadline = date }
  }

  /// Gives a date that ends the names behind a colon to the number before it; false when it is no deadline.
  private mutating func give(_ date: StatementDate, toFound place: Int, in clause: StatementClause) -> Bool {
    // `thông qua 5 vấn đề: ...; dự toán ngân sách năm 2019`: the year of one of the names.
    let one = stream[date.tokens.lowerBound - 1].key
    guard date.fact.qualifier != nil || one == "vào" || one == Words.trong,
      isDeadline(date, clause, withNumber: true), case .target(var fact) = found[place].fact
    else { return false }
    fact.deadline = TargetFact.Deadline(edtf: date.fact.edtf, qualifier: date.fact.qualifier)
    found[place].fact = .target(fact)
    found[place].tokens = found[place].tokens.lowerBound..<date.tokens.upperBound
    return true
  }

  // MARK: Numbers

  private func drafts(_ clause: StatementClause, _ uses: StatementTense.Uses) -> [Draft] {
    var out: [Draft] = []
    var limit: Int?
    for (index, figure) in clause.figures.enumerated() {
      let end =
        index + 1 < clause.figures.count ? clause.figures[index + 1].tokens.lowerBound : clause.tokens.upperBound
      let lead = words.lead(before: figure.number, from: clause.tokens.lowerBound, limit: limit)
      limit = figure.tokens.upperBound
      guard uses.figures[index] == .future, let bound = bound(figure, lead), !refuses(figure, lead, end: end) else {
        continue
      }
      if isSubject(index, clause) || refusal.isTrait(figure, in: clause)
        || refusal.isPerUnit(figure, before: end, in: clause)
      {
        continue
      }
      var draft = Draft(figure: figure, lead: lead, end: end, bound: bound, deadline: nil, isCoordinate: false)
      if let last = out.last, last.figure.tokens.upperBound + 3 >= figure.number, !lead.hasSubject, lead.verb == nil,
        lead.tokens.allSatisfy({ stream[$0].key == "và" || stream[$0].isSign(",") })
      {
        draft.isCoordinate = true
        // `từ 3% trở lên, 75% số trường`: what bounds the number before stands behind it.
        if figure.fact.bound == .exact, last.bound == .atMost || last.bound == .atLeast,
          stream[last.figure.tokens.upperBound - 1].key != "lên"
        {
          draft.bound = last.bound
        }
      }
      draft.isJoined = draft.isCoordinate || isJoined(index, lead, clause)
      if draft.isJoined, let last = out.last, sharesBound(figure, lead, with: last) { draft.bound = last.bound }
      out.append(draft)
    }
    return out
  }

  /// `giảm ít nhất 3% hộ nghèo và 1% hộ cận nghèo`: whether what bounds the number before stands before both.
  private func sharesBound(_ figure: StatementFigure, _ lead: StatementLead, with last: Draft) -> Bool {
    guard figure.fact.bound == .exact, last.bound == .atLeast || last.bound == .atMost,
      lead.tokens.lowerBound == last.figure.tokens.upperBound, figure.fact.unit == last.figure.fact.unit
    else { return false }
    return last.figure.tokens.lowerBound < last.figure.number && stream[last.figure.tokens.lowerBound].key != "từ"
      && stream[figure.number - 1].key == Words.va
  }

  /// `Xóa 100% nhà tạm cho 1.250 hộ nghèo xong trước ...`, `11/11 đảng bộ huyện, thành phố và 6 đảng bộ trực thuộc ...`
  private func isJoined(_ index: Int, _ lead: StatementLead, _ clause: StatementClause) -> Bool {
    guard index > 0, lead.verb == nil, let last = lead.tokens.last,
      lead.followsNumber || stream[last].key == Words.va
    else { return false }
    let between = clause.figures[index - 1].tokens.upperBound..<clause.figures[index].number
    return between.count <= 16 && !words.contains(words.phrases.targetVerbs, in: between)
  }

  /// The bound a number is meant with; nil for a length of time that bounds nothing.
  private func bound(_ figure: StatementFigure, _ lead: StatementLead) -> Bound? {
    let fact = figure.fact
    if fact.bound == .exact, isDenied(figure, lead) { return .atMost }
    if fact.bound == .exact, let bound = aims.bound(of: figure, from: lead.tokens.lowerBound) { return bound }
    if fact.bound == .exact, let bound = boundOfVerb(lead) { return bound }
    guard fact.unit == "year" || fact.unit == "month" || fact.unit == "day" else { return fact.bound }
    if fact.bound == .atMost || fact.bound == .atLeast { return fact.bound }
    if lead.isArrival || refusal.isAverageAge(figure, lead) { return fact.bound }
    // `trong thời hạn 05 ngày làm việc`
    let one = stream[figure.number - 1].key
    return one == "hạn" || one == "vòng" ? .atMost : nil
  }

  /// `tối thiểu đạt 80%`, `ít nhất là 30%`: the bound stands before the verb.
  private func boundOfVerb(_ lead: StatementLead) -> Bound? {
    for at in lead.tokens.suffix(4) {
      if let bound = words.leastOrMost(at) { return bound }
    }
    return nil
  }

  /// `không đề nghị khen thưởng quá 20% số tập thể`: the denial stands before the verb.
  private func isDenied(_ figure: StatementFigure, _ lead: StatementLead) -> Bool {
    stream[figure.number - 1].key == "quá" && lead.tokens.contains { stream[$0].key == "không" }
  }

  private func refuses(_ figure: StatementFigure, _ lead: StatementLead, end: Int) -> Bool {
    let fact = figure.fact
    if figure.isQuoted || refusal.isName(figure) || refusal.isBase(fact) || refusal.isNamedBefore(figure) {
      return true
    }
    let before = stream[figure.number - 1]
    let behind = stream[figure.tokens.upperBound]
    // `trẻ em từ đủ mười ba tuổi trở lên`: of what age somebody is.
    if fact.unit == "year", before.key == "đủ" || before.key == "từ",
      (figure.number..<figure.tokens.upperBound).contains(where: { stream[$0].key == "tuổi" })
    {
      return true
    }
    // `lên 1,3 tỷ USD vào năm 2020, so với khoảng 550 triệu USD vào năm ngoái`
    if lead.isVersus, lead.verb == nil, figure.number - lead.tokens.lowerBound <= Self.versusReach { return true }
    // `cả 3 tiêu chí`; `theo 7 tiêu chí`
    if before.key == "cả" || before.key == "theo" { return true }
    // `xử lý nghiêm vụ 22 cán bộ xã chia nhau gà`: the case that something is called by.
    if before.key == "vụ", fact.unit == "count", !Self.beforeService.contains(stream[figure.number - 2].key) {
      return true
    }
    // `từ 30 ngày xuống còn 22 ngày`
    // `đưa 5 xã thành 5 phường`: what the number before becomes.
    if before.key == Words.thanh, lead.followsNumber, stream[figure.number - 2].key != "hoàn" { return true }
    if before.key == "từ", fact.bound == .exact,
      behind.key == "xuống" || behind.key == "lên" || behind.key == "còn"
    {
      return true
    }
    // `Bệnh viện Đa khoa tỉnh (700 giường)`
    if figure.parenthesis != nil, lead.tokens.isEmpty, lead.verb == nil,
      figure.parenthesis == figure.tokens.lowerBound - 1
    {
      return true
    }
    // `hoàn thành đường ven biển (dài 12,4 km)`: how large it is.
    if let open = figure.parenthesis, open + 1 == lead.tokens.lowerBound, Self.sizes.contains(stream[open + 1].key) {
      return true
    }
    if !lead.hasSubject, lead.verb == .equals || lead.verb == .amounts { return true }
    // `đã thu được 5.619 tỷ đồng (vượt 25%)`, `đạt 471 tỷ đồng, vượt 7,4% so với kế hoạch`: by how much a plan is surpassed.
    if !lead.hasSubject, lead.verb == .exceeds, fact.bound != .atMost,
      figure.parenthesis != nil && fact.unit == "percent"
        || words.comparison(from: figure.tokens.upperBound, before: end) == .plan
    {
      return true
    }
    if lead.verb == .rises || lead.verb == .falls, !lead.hasSubject, figure.fact.unit == "percent",
      isComparedAtOnce(figure.tokens.upperBound, before: end),
      words.comparison(from: figure.tokens.upperBound, before: end) == .earlier,
      lead.verbAt > lead.tokens.lowerBound
        || stream[lead.tokens.lowerBound - 1].isSign(",") && lead.verbAt == lead.tokens.lowerBound
    {
      return true
    }
    guard fact.unit == "count", let noun = fact.of else { return false }
    // `thủ tục của gần 600 dự án`, `báo cáo tổng thể về 12 dự án`, unlike `cho ý kiến về 5 dự án`
    let preposition = stream[figure.tokens.lowerBound - 1].key
    if preposition == "của" || preposition == "về" && stream[figure.tokens.lowerBound - 2].key != "kiến",
      refusal.namesPlans(figure)
    {
      return true
    }
    // `triển khai việc tháo dỡ đối với 11 công trình`: what a task is about, unlike `lấy phiếu đối với 36 người`.
    if preposition == "với", stream[figure.tokens.lowerBound - 2].key == "đối",
      lead.tokens.suffix(8).contains(where: { stream[$0].key == "việc" })
        // `xử lý như đối với 12 dự án thua lỗ`
        || stream[figure.tokens.lowerBound - 3].key == "như"
    {
      return true
    }
    if words.phrases.places.contains(noun), isPlace(figure, lead, end: end) { return true }
    // A small number before a word that is not known to be counted is mostly a name: `Sinh viên 5 tốt`.
    if figure.confidence < 0.8, fact.bound == .exact, fact.value.map({ $0 < DecimalNumber(10) }) ?? false,
      stream[figure.number].digitCount == 1,
      !words.contains(words.phrases.targetVerbs, in: max(lead.tokens.lowerBound, figure.number - 3)..<figure.number),
      // `sẽ hủy 2 thỏa thuận`, `lô đầu tiên gồm 6 chiến đấu cơ`
      !(max(lead.tokens.lowerBound, figure.number - 3)..<figure.number).contains(where: {
        stream[$0].key == "sẽ" && stream[$0 + 1].key != "được" || stream[$0].key == "gồm"
      })
    {
      return true
    }
    // `cả 3 đợt`, but `mỗi huyện phát động tối thiểu 02 đợt`
    let isBound = fact.bound == .atLeast || fact.bound == .atMost
    return !isBound && words.phrases.noTargets.contains(noun) || words.phrases.members.contains(noun)
      || refusal.isAward(noun)
  }

  /// Before a number in brackets, what of a thing it measures.
  private static let sizes: WordSet = ["dài", "rộng", "cao", "sâu", "dày"]

  /// `so với khoảng`, `so với mức`: how many words stand before what is only compared with.
  private static let versusReach = 4

  /// The first words of `dịch vụ`, `nhiệm vụ` and their like.
  private static let beforeService: WordSet = ["dịch", "nhiệm", "phục", "nghiệp", "nghĩa", "chức"]

  /// `90% dân số tại 63 tỉnh thành`, `tại 6 xã trồng 60 ha`, `nguồn nước của 6 quốc gia`: where something is done, or
  /// whose it is.
  private func isPlace(_ figure: StatementFigure, _ lead: StatementLead, end: Int) -> Bool {
    let at = figure.tokens.lowerBound - 1
    switch stream[at].key {
    // `các tiêu chí của 12 xã phấn đấu đạt chuẩn`: who shall do something.
    case "của": return words.phrases.demands.match(stream, at: figure.tokens.upperBound) == nil
    case "tại", "ở":
      if lead.followsNumber { return true }
      return at == lead.tokens.lowerBound && stream[end].isNumber
        && !(figure.tokens.upperBound..<end).contains { words.isMark($0) }
    default: return false
    }
  }

  /// `tăng 6% so với cùng kỳ`, unlike `giảm 10% đơn vị sự nghiệp so với năm 2015`, which says what shall be fewer.
  private func isComparedAtOnce(_ at: Int, before end: Int) -> Bool {
    stream[at].key == "so" || words.phrases.earlierPhrases.match(stream, at: at, before: end) != nil
  }

  /// `12 xã ... cơ bản hoàn thành 19/19 tiêu chí`: the first number belongs to the subject of the second.
  private func isSubject(_ index: Int, _ clause: StatementClause) -> Bool {
    guard index + 1 < clause.figures.count else { return false }
    let next = clause.figures[index + 1]
    guard clause.figures[index].fact.unit == "count", stream[next.number - 1].key != "cả" else { return false }
    // `12 xã phấn đấu về đích năm 2018 bình quân đạt 11,25 tiêu chí/xã`: a target, then what is reached.
    if words.phrases.demands.match(stream, at: clause.figures[index].tokens.upperBound) != nil { return false }
    // `sẽ giảm 27 chỉ tiêu biên chế nhưng tăng 7 chỉ tiêu`
    if clause.figures[index].fact.of == next.fact.of { return false }
    guard let noun = next.fact.of, noun.begins(with: "tiêu chí") || noun.begins(with: "chỉ tiêu") else { return false }
    let between = clause.figures[index].tokens.upperBound..<next.number
    return !between.contains { words.isMark($0) } && between.count < 24
  }

  // MARK: Output

  private mutating func emit(_ draft: Draft, _ clause: StatementClause) {
    let fact = draft.figure.fact
    var (subject, tokens) = words.subject(draft.figure, lead: draft.lead, before: draft.end)
    // `Phấn đấu tỷ lệ che phủ rừng đạt 55-57%`
    if let demand = words.phrases.demands.match(stream, at: tokens.lowerBound, before: tokens.upperBound) {
      subject =
        nameBehind(draft, demand: demand.end..<tokens.upperBound)
        ?? words.subjectBefore(draft.lead.tokens.lowerBound, from: clause.tokens.lowerBound) ?? subject
    }
    if subject.isEmpty, let row = subjectOfRow(draft, clause) { subject = row }
    if subject.isEmpty {
      subject =
        words.subjectBefore(draft.lead.tokens.lowerBound, from: clause.tokens.lowerBound) ?? subjectOfContext() ?? ""
    }
    var start = min(draft.lead.tokens.lowerBound, draft.figure.tokens.lowerBound)
    while start < draft.figure.tokens.lowerBound, !stream[start].isWord { start += 1 }
    var end = max(draft.figure.tokens.upperBound, tokens.upperBound)
    // A deadline that leads a whole list in stands before the number.
    if let date = draft.deadline { end = max(end, date.tokens.upperBound) }
    guard !subject.isEmpty else { return }
    let target = TargetFact(
      subject: subject, verb: verb(in: start..<draft.figure.number), comparator: comparator(fact, draft.bound),
      value: fact.value, low: fact.low, high: fact.high, unit: fact.unit, of: fact.of, outOf: fact.outOf,
      deadline: draft.deadline.map { TargetFact.Deadline(edtf: $0.fact.edtf, qualifier: $0.fact.qualifier) })
    found.append(
      Candidate(
        .target(target), tokens: start..<end, claim: start..<start, confidence: min(draft.figure.confidence, 0.85)))
  }

  /// `tăng tỷ lệ lên 15% vào năm 2020 và đến 30% vào năm 2030`: what the number before is about, where its deadline and no words of its own
  /// stand between.
  private func subjectOfRow(_ draft: Draft, _ clause: StatementClause) -> String? {
    guard let last = found.last, case .target(let target) = last.fact, target.unit == draft.figure.fact.unit,
      last.tokens.lowerBound >= clause.tokens.lowerBound,
      let deadline = target.deadline?.edtf, draft.deadline?.fact.edtf.map({ $0 > deadline }) ?? false
    else { return nil }
    return target.subject
  }

  /// `Phấn đấu đến năm 2021 giảm 10% biên chế`: the words behind a demand, or behind the number where they only say by when.
  private func nameBehind(_ draft: Draft, demand rest: Range<Int>) -> String? {
    let names = rest.filter {
      stream[$0].isWord && stream[$0].key != Words.den && stream[$0].key != Words.het
        && !words.phrases.timeWords.contains(stream[$0].key)
    }
    if !names.isEmpty { return stream.flatText(ofTokens: rest) }
    let first = draft.figure.tokens.upperBound
    guard draft.figure.fact.unit != "count" else { return draft.figure.fact.of }
    let behind = first..<max(first, words.phraseEnd(from: first, before: draft.end))
    let versus = behind.first(where: stream.isVersus) ?? behind.upperBound
    return versus > first ? stream.flatText(ofTokens: first..<versus) : nil
  }

  private mutating func emit(_ date: StatementDate, _ clause: StatementClause) {
    let start = date.tokens.lowerBound
    var head = mark(before: start, from: clause.tokens.lowerBound)
    if start - head <= 2 {
      // Nothing but `xong` before it: what shall be done stands before the mark.
      head = mark(before: max(head - 1, clause.tokens.lowerBound), from: clause.tokens.lowerBound)
    }
    // `hoàn thành đường ven biển (dài 12,4 km) trước 31/12/2024`: brackets are no beginning.
    if stream[head - 1].isSign("("), head - 1 > clause.tokens.lowerBound,
      let close = (head..<start).first(where: { stream[$0].isSign("(") || stream[$0].isSign(")") }),
      stream[close].isSign(")")
    {
      head = mark(before: head - 1, from: clause.tokens.lowerBound)
    }
    while head < start, !stream[head].isWord { head += 1 }
    var end = date.tokens.upperBound
    var subject = withoutTails(head..<start)
    // `Giao Sở Xây dựng trong quý I/2027, hoàn thành quy hoạch`: what shall be done stands behind.
    let isBehind =
      completionBehind(date, clause) != nil && !words.contains(words.phrases.completions, in: head..<start)
    if subject.isEmpty || isBehind || isStriven(date, clause) || isPromised(date, clause) {
      // `Trong quý II/2021 hoàn thành việc kiện toàn Hội đồng`
      let first = stream[end].isSign(",") && end + 1 < clause.tokens.upperBound ? end + 1 : end
      let last = words.phraseEnd(from: first, before: clause.tokens.upperBound)
      let behind = withoutTails(first..<last)
      // `..., bảo đảm hoàn thành trước ngày 30/6/2017.`: nothing stands behind.
      if subject.isEmpty || !behind.isEmpty { (subject, end) = (behind, last) }
    }
    var verbEnd = subject.lowerBound
    if let match = words.phrases.targetVerbs.match(stream, at: subject.lowerBound, before: subject.upperBound) {
      verbEnd = match.end
    }
    let named = verbEnd < subject.upperBound ? verbEnd..<subject.upperBound : subject
    let text =
      named.count > 1 ? stream.flatText(ofTokens: named) : subjectOfContext() ?? stream.flatText(ofTokens: named)
    guard !text.isEmpty else { return }
    let qualifier = date.fact.qualifier ?? (date.fact.edtf == nil ? .before : nil)
    let target = TargetFact(
      subject: text, verb: verb(in: subject), comparator: nil,
      deadline: TargetFact.Deadline(edtf: date.fact.edtf, qualifier: qualifier))
    found.append(
      Candidate(.target(target), tokens: min(head, date.tokens.lowerBound)..<end, claim: head..<head, confidence: 0.75))
  }

  private func withoutTails(_ tokens: Range<Int>) -> Range<Int> {
    var tokens = tokens
    while let last = tokens.last, !stream[last].isWord || words.phrases.targetTails.contains(stream[last].key) {
      tokens = tokens.dropLast()
    }
    return tokens
  }

  /// The words of the clause before, at most 24.
  private func subjectOfContext() -> String? {
    guard let before else { return nil }
    var words = before.suffix(24)
    while let last = words.last, !stream[last].isWord { words = words.dropLast() }
    return words.isEmpty ? nil : stream.flatText(ofTokens: words.startIndex..<words.endIndex)
  }

  /// The first verb of a demand in some tokens, in lower case.
  private func verb(in tokens: Range<Int>) -> String? {
    var verb: Range<Int>?
    _ = words.first(words.phrases.targetVerbs, in: tokens) { phrase in
      // `doanh thu 70.000 tỷ đồng`
      guard words.phrases.verbLikeNouns.match(stream, at: phrase.lowerBound) == nil,
        words.phrases.verbLikeNouns.match(stream, at: phrase.lowerBound - 1, before: phrase.upperBound) == nil
      else { return false }
      verb = phrase
      return true
    }
    return verb.map { lowercased(stream.flatText(ofTokens: $0)) }
  }

  private func comparator(_ fact: QuantityFact, _ bound: Bound) -> String {
    if fact.value == nil { return "between" }
    switch bound {
    case .exact, .about: return "="
    case .over: return ">"
    case .under: return "<"
    case .atLeast: return ">="
    case .atMost: return "<="
    }
  }
}
