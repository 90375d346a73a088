/// Orders and aims in running text: what an office tells others to do, whatever the document around it reports.
///
/// Accepts `yêu cầu các sở báo cáo trước ngày 20/02/2017`, `giao Sở Nội vụ ... chậm nhất ngày 15/5`, `chỉ tiêu thu ngân sách
/// là 59.000 tỷ đồng`, `mỗi huyện xây dựng ít nhất 01 mô hình`. Refuses what was done, `đã báo cáo trước ngày 20/02/2017`,
/// and what only bears the word: `theo yêu cầu`, `so với mục tiêu`.
struct StatementOrders {
  let stream: TokenStream
  let words: StatementWords
  private var phrases: StatementPhrases { words.phrases }

  /// The last order of some tokens.
  ///
  /// - Complexity: O(*n*) in tokens.
  func lastOrder(in tokens: Range<Int>) -> Int? { lastVerb(phrases.orders, in: tokens) }

  /// Whether an order before a number demands it.
  ///
  /// - Complexity: O(*n*) in tokens.
  func orders(_ figure: StatementFigure, in tokens: Range<Int>, done: Int?) -> Bool {
    // `chỉ đạo các quận giải ngân tối thiểu 80%`: a bound is set by whoever orders it; a proposal sets none.
    // `phải có ít nhất 1 chỗ đỗ xe`, `ít nhất có 1 chỗ`
    let isBound =
      figure.fact.bound == .atLeast || figure.fact.bound == .atMost
      || tokens.suffix(3).contains { stream[$0].key == "ít" && stream[$0 + 1].key == "nhất" }
    guard let order = lastVerb(isBound ? phrases.orders : phrases.orderedNumbers, in: tokens),
      // `yêu cầu 100% đơn vị ...`
      figure.number - order > 3 || figure.fact.unit == "percent",
      stream[order].key != "kiến" && (stream[order].key != "đề" || asksBelow(order))
    else { return false }
    // `đã yêu cầu 12 đơn vị khắc phục` tells of something done, `đã giao Sở Nội vụ rút ngắn 20% thời gian` of what shall be.
    guard let done, order - 2 < done, done < figure.number else { return true }
    return done < order && words.contains(phrases.targetVerbs, in: min(order + 2, figure.number)..<figure.number)
  }

  private func lastVerb(_ table: PhraseTable<Void>, in tokens: Range<Int>) -> Int? {
    // What stands before the first token is another clause.
    words.last(table, in: tokens) {
      // `hồi âm kiến nghị của cử tri`: whose it is, so a noun.
      if stream[$0.upperBound].key == "của" { return false }
      return $0.lowerBound == tokens.lowerBound || !Self.nominal.contains(stream[$0.lowerBound - 1].key)
        // `được yêu cầu hoàn thành dự án`
        || stream[$0.lowerBound - 1].key == "được" && phrases.completions.match(stream, at: $0.upperBound) != nil
    }
  }

  /// Before `yêu cầu` and its like, a noun.
  private static let nominal: WordSet = [
    "theo", "ứng", "hiện", "đảm", "bảo", "ban", "các", "những", "nhu", "của", "không", "được", "đạt", "đáp",
    "với",
  ]

  /// Whether a demand is no comparison, `so với mục tiêu`, and not denied, `sẽ không đạt`.
  private func isMeant(_ demand: Int) -> Bool {
    // `giảm 06/109 đơn vị trực thuộc cấp sẽ;`: a verb misread, and none behind it.
    let next = stream[demand + 1]
    if stream[demand].key == "sẽ",
      !next.isWord && !next.isNumber || words.outline.beginsParagraph[safe: demand + 1]
    {
      return false
    }
    // `đã xây dựng kế hoạch kiểm tra 12 đơn vị`
    if stream[demand].key == "xây", Self.told.contains(stream[demand - 1].key) { return false }
    // `vượt chỉ tiêu là ngân hàng bán lẻ`: an aim that was met.
    if words.isAim(demand), let verb = phrases.verbs[stream[demand - 1].key], verb == .exceeds || verb == .reaches {
      return false
    }
    return stream[demand - 1].key != "so"
      && !(stream[demand].key == "sẽ" && Self.denials.contains(stream[demand + 1].key))
  }

  /// Before a verb, tells that it was done.
  private static let told: WordSet = ["đã", "được", "việc"]

  /// `sẽ không đạt 100%`: whether some tokens deny what shall be.
  ///
  /// - Complexity: O(*n*) in tokens.
  func denies(in tokens: Range<Int>) -> Bool {
    tokens.contains { stream[$0].key == "sẽ" && Self.denials.contains(stream[$0 + 1].key) }
  }

  private static let denials: WordSet = ["không", "chưa", "khó"]

  /// The first demand of some tokens; `so với mục tiêu` demands nothing.
  ///
  /// - Complexity: O(*n*) in tokens.
  func firstDemand(in tokens: Range<Int>) -> Int? {
    words.first(phrases.demands, in: tokens) { isMeant($0.lowerBound) }
  }

  /// The last such demand.
  ///
  /// - Complexity: O(*n*) in tokens.
  func lastDemand(in tokens: Range<Int>) -> Int? {
    words.last(phrases.demands, in: tokens) { isMeant($0.lowerBound) }
  }

  /// `Thành phố phấn đấu tốc độ tăng đạt 9%, thu nhập 86 triệu đồng; ...`: a demand that is the verb of its sentence
  /// governs all that follows, unlike `12 xã phấn đấu về đích bình quân đạt 11,25 tiêu chí`.
  ///
  /// - Complexity: O(*f*) in figures of the clause.
  func governsList(_ demand: Int, before figure: StatementFigure, in clause: StatementClause) -> Bool {
    // `sẽ quyết tâm hoàn thành các chỉ tiêu như ...`
    let verb = stream[demand].key == "sẽ" ? demand + 1 : demand
    let strives = stream[verb].key == "phấn" || stream[verb].key == "quyết" && stream[verb + 1].key == "tâm"
    // `để phấn đấu đạt chuẩn vào năm 2018, năm 2016 xã được cấp 1 tỷ đồng`: only what for.
    guard strives, stream[demand - 1].key != "ký", stream[demand - 1].key != "để" else { return false }
    return !clause.figures.contains { $0.tokens.upperBound <= demand && $0.fact.unit == "count" }
  }

  /// `Phấn đấu đưa vào vận hành ...`, `Học viện sẽ công bố ...`: whether a demand is the verb of its sentence.
  ///
  /// - Complexity: O(1).
  func strives(_ demand: Int) -> Bool {
    switch (stream[demand].key, stream[demand + 1].key) {
    case ("phấn", "đấu"), ("quyết", "tâm"): stream[demand - 1].key != "ký" && stream[demand - 1].key != "để"
    case ("sẽ", _): words.beginsAct(demand + 1)
    default: false
    }
  }

  /// The second word of `năm qua`, `thời gian qua`, `vừa qua`.
  func isPastTime(_ at: Int) -> Bool { stream[at].key == "qua" && Self.times.contains(stream[at - 1].key) }

  private static let times: WordSet = ["năm", "gian", "vừa", "tháng", "kỳ"]

  /// `chỉ tiêu thu ngân sách năm 2017 là 59.000 tỷ đồng`: an aim named with its number.
  ///
  /// - Complexity: O(1): a lead is bounded.
  func namesAim(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    let start = figure.tokens.lowerBound
    let head = words.stretchStart(of: start, from: clause.tokens.lowerBound)
    // `với tổng chỉ tiêu tuyển trên 4.400`
    if let aim = totalAim(in: max(head, start - 5)..<start), !words.tellsOfAimsMet(in: aim..<start) { return true }
    // `chỉ tiêu về thất nghiệp chỉ là 3,18%`: what it came to.
    guard stream[start - 1].key == "là", stream[start - 2].key != "chỉ" else { return false }
    guard
      let aim = (head..<min(head + 4, start)).first(where: { words.isAim($0) })
        ?? joinedAim(in: head..<start) ?? totalAim(in: head..<start) ?? assignedPlan(in: head..<start)
        ?? wholePlan(at: head, figure)
    else { return false }
    return !(aim..<start).contains { at in
      // `mục tiêu tăng trưởng GDP là 6,7%`
      phrases.verbs[stream[at].key].map { $0 != .rises && $0 != .falls } ?? false
        || phrases.reports.match(stream, at: at) != nil
    }
  }

  /// `... cũng như mục tiêu đến năm 2035 là 10.000 USD`: the second of two aims.
  private func joinedAim(in tokens: Range<Int>) -> Int? {
    tokens.suffix(12).first { words.isAim($0) && (stream[$0 - 1].key == "như" || stream[$0 - 1].key == Words.va) }
  }

  /// `kế hoạch thi tuyển với tổng chỉ tiêu tuyển dụng là 560 người`: several aims of one kind, told as one number.
  private func totalAim(in tokens: Range<Int>) -> Int? {
    tokens.suffix(8).first { words.isAim($0) && stream[$0 - 1].key == "tổng" }
  }

  /// `dự toán thu ngân sách được giao`, `giao dự toán thu`: where a plan is named that was assigned.
  private func assignedPlan(in tokens: Range<Int>) -> Int? {
    guard tokens.contains(where: { stream[$0].key == "giao" }) else { return nil }
    return tokens.first { stream[$0].key == "dự" && stream[$0 + 1].key == "toán" }
  }

  /// `Kế hoạch thu ngân sách cả năm là 2.500 tỷ đồng`: a plan that is told with its number, and not beside what met it.
  private func wholePlan(at head: Int, _ figure: StatementFigure) -> Int? {
    guard figure.parenthesis == nil, stream[head].key == "kế", stream[head + 1].key == "hoạch" else { return nil }
    return stream[head + 2].key == "là" ? nil : head
  }

  /// `Theo kế hoạch, ...`, `Theo Quy hoạch, đến năm 2020 ...`: what a sentence tells by a plan, and whether the plan must say by when.
  ///
  /// - Complexity: O(1).
  func planLead(of clause: StatementClause) -> PlanLead? {
    let first = clause.tokens.lowerBound
    // `Kế hoạch của tỉnh cho biết, ...`
    if phrases.planSources.match(stream, at: first) != nil,
      let comma = (first..<min(first + Self.planReach, clause.tokens.upperBound)).first(where: words.isMark),
      stream[comma].isSign(","), phrases.sayings.match(stream, at: comma - 2)?.end == comma
    {
      return PlanLead(comma: comma, isDated: stream[first].key != "kế")
    }
    // `Đến năm 2020, dự kiến toàn tỉnh khai thác 2.667 ha, sản lượng 2.750 tấn`
    if let date = clause.dates.first, date.tokens.lowerBound == first, date.fact.qualifier == .until {
      let at = date.tokens.upperBound
      if stream[at].isSign(","), words.saysExpected(at + 1) { return PlanLead(comma: at, isDated: true) }
    }
    // `Dự kiến, điểm trường này phục vụ 400 học sinh`
    if words.saysExpected(first), stream[first + 2].isSign(",") {
      return PlanLead(comma: first + 2, isDated: false)
    }
    // `Theo kế hoạch chỉ có 20 chiếc được xuất xưởng`
    if stream[first].key == "theo", let plan = phrases.planSources.match(stream, at: first + 1),
      stream[plan.end].key == "chỉ", stream[plan.end + 1].key == "có"
    {
      return PlanLead(comma: plan.end, isDated: false)
    }
    guard let by = (first..<min(first + 3, clause.tokens.upperBound)).first(where: { stream[$0].key == "theo" }),
      phrases.planSources.match(stream, at: by + 1) != nil || words.saysExpected(by + 1),
      let comma = (by..<min(by + Self.planReach, clause.tokens.upperBound)).first(where: words.isMark)
    else { return nil }
    // A resolution or a programme also says what is.
    return PlanLead(comma: comma, isDated: !Self.plans.contains(stream[by + 1].key))
  }

  struct PlanLead {
    /// Where what the plan says begins.
    var comma: Int
    /// Whether only what shall be by some time is told by it: a resolution also says what is.
    var isDated: Bool
  }

  /// The first words of `kế hoạch`, `lộ trình`, `dự kiến`.
  private static let plans: WordSet = ["kế", "lộ", "dự"]
  private static let planReach = 24

  /// `Hội nghị đề ra một số chỉ tiêu chủ yếu, gồm có`: whether several aims are introduced as a list. A report lists what
  /// was reached in the same words, so they must be set (`đề ra`), or made up of what follows (`gồm`).
  ///
  /// - Complexity: O(*n*) in tokens.
  func introducesAims(in tokens: Range<Int>) -> Bool {
    guard let aim = words.lastAim(in: tokens, where: { Self.severals.contains(stream[$0 - 1].key) }),
      let lead = (aim + 2..<max(aim + 2, tokens.upperBound)).first(where: {
        phrases.listIntroductions.match(stream, at: $0, before: tokens.upperBound) != nil
          || $0 == tokens.upperBound - 1 && stream[$0].isSign(":")
      }), lead - aim <= Self.introductionReach
    else { return false }
    let head = max(tokens.lowerBound, aim - Self.introductionReach)..<aim
    // `phát huy kết quả của năm trước, Đại hội đã thông qua các chỉ tiêu như sau`: only what is told of these aims.
    guard !words.tellsOfAimsMet(in: max(head.lowerBound, words.stretchStart(of: aim, from: tokens.lowerBound))..<aim)
    else { return false }
    return stream[lead].key == "gồm" || stream[lead].key == "bao"
      // `Kế hoạch với các chỉ tiêu cụ thể như triệt xóa 200 vụ`
      || stream[aim - 2].key == "với"
        && (lead..<lead + 3).contains { stream[$0].key == "như" && stream[$0 + 1].key != "sau" }
      || head.contains { phrases.aimSetters.match(stream, at: $0) != nil }
      || (aim..<lead).contains { phrases.aimSetters.match(stream, at: $0) != nil }
  }

  /// `Các chỉ tiêu về xã hội, môi trường:`: whether a clause begins by naming aims, and does not tell how they were met.
  ///
  /// - Complexity: O(*n*) in tokens.
  func namesAims(_ clause: StatementClause) -> Bool {
    let first = clause.tokens.lowerBound
    return (first..<min(first + Self.nameReach, clause.tokens.upperBound)).contains(where: words.isAim)
      && !words.tellsOfAimsMet(in: clause.tokens)
  }

  /// `UBND tỉnh đề ra 27 chỉ tiêu trong năm 2018.`
  ///
  /// - Complexity: O(*n*) in tokens.
  func tellsOfSetAims(_ clause: StatementClause) -> Bool {
    guard let aim = words.firstAim(in: clause.tokens) else { return false }
    let head = max(clause.tokens.lowerBound, aim - Self.setterReach)..<aim
    return head.contains { phrases.aimSetters.match(stream, at: $0, before: aim) != nil }
      && !words.tellsOfAimsMet(in: clause.tokens.lowerBound..<aim)
  }

  /// `Trong đó, đáng chú ý là ...`: whether a sentence goes into the details of the one before.
  ///
  /// - Complexity: O(1).
  func opensDetails(_ clause: StatementClause) -> Bool {
    phrases.detailLeads.match(stream, at: clause.tokens.lowerBound) != nil
  }

  /// `đề nghị các đơn vị nâng tỷ lệ lên 70-75%`: whether those are asked who do as they are told.
  private func asksBelow(_ order: Int) -> Bool {
    (stream[order + 2].key == "các" || stream[order + 2].key == "từng") && Self.below.contains(stream[order + 3].key)
  }

  private static let below: WordSet = ["đơn", "địa", "huyện", "sở", "xã", "phòng", "trường", "cấp", "quận"]

  /// `đề nghị Trung ương thưởng 10.000 tỷ đồng`, `kiến nghị các bộ, ngành`: whether somebody is asked for something. `kiến nghị thu
  /// hồi 2,7 tỷ đồng` tells of what was found.
  ///
  /// - Complexity: O(*n*) in tokens.
  func asks(in tokens: Range<Int>) -> Bool {
    words.contains(phrases.orders, in: tokens)
      && tokens.contains { at in
        guard stream[at].key == "nghị", stream[at - 1].key == "đề" || stream[at - 1].key == "kiến" else { return false }
        let asked = stream[at + 1]
        return (asked.isCapital || asked.key == "các" && stream[at + 2].isCapital) && stream[at - 2].key != "đã"
          && !Self.nominal.contains(stream[at - 2].key)
      }
  }

  /// `Bảo đảm 100% hồ sơ được giải quyết đúng hạn`, `bảo đảm đạt ít nhất 50%`: whether a share stands behind `bảo đảm` at the head
  /// of its stretch.
  ///
  /// - Parameter opening: whether nothing but dates may stand before it in its sentence.
  ///
  /// - Complexity: O(1).
  func assures(_ figure: StatementFigure, in clause: StatementClause, opening: Bool = false) -> Bool {
    let first = clause.tokens.lowerBound
    var verb = figure.tokens.lowerBound - 2
    while verb > first, figure.tokens.lowerBound - verb < 7, Self.assured.contains(stream[verb + 1].key) { verb -= 1 }
    guard figure.fact.unit == "percent", verb >= first,
      !opening
        || clause.beginsSentence
          && (first..<verb).allSatisfy({ at in
            !stream[at].isWord || clause.dates.contains { $0.tokens.contains(at) }
          })
    else { return false }
    switch (stream[verb].key, stream[verb + 1].key) {
    case ("bảo", "đảm"), ("đảm", "bảo"): break
    default: return false
    }
    return verb == first || words.isMark(verb - 1) || !stream[verb - 1].isWord
      || words.outline.reserved[verb - 1]
  }

  /// May stand between `bảo đảm` and its number: `có ít nhất là`, `đạt tối thiểu`.
  private static let assured: WordSet = ["có", "đạt", "ít", "nhất", "tối", "thiểu", "là"]

  /// `Tập trung xử lý ...`, `Khẩn trương hoàn thành ...`: whether a sentence begins by urging to do something.
  ///
  /// - Complexity: O(1).
  func urges(_ clause: StatementClause) -> Bool {
    clause.beginsSentence && phrases.urgings.match(stream, at: clause.tokens.lowerBound) != nil
  }

  /// `Tiếp tục triển khai các nhiệm vụ ...`: whether a clause begins by telling to do something.
  ///
  /// - Complexity: O(1) behind the marks it begins with.
  func tellsToDo(_ clause: StatementClause) -> Bool {
    guard let first = clause.tokens.first(where: { stream[$0].isWord && !words.outline.reserved[$0] }) else {
      return false
    }
    return phrases.urgings.match(stream, at: first) != nil
      || phrases.targetVerbs.match(stream, at: first) != nil && phrases.aimResults.match(stream, at: first) == nil
  }

  private static let nameReach = 4
  private static let setterReach = 8

  /// Whether what tells of something done only tells that aims were set: `đã đưa ra một số chỉ tiêu như`.
  ///
  /// - Complexity: O(1).
  func setsAims(at done: Int) -> Bool { phrases.aimSetters.match(stream, at: done + 1) != nil }

  /// Before `chỉ tiêu`, `mục tiêu`: several of them.
  private static let severals: WordSet = ["số", "các", "những"]
  /// How many words stand between aims and what introduces them.
  private static let introductionReach = 20

  /// `mỗi huyện, thành phố xây dựng ít nhất 01 mô hình`: a quota for each.
  ///
  /// - Complexity: O(1): a stretch is bounded by its clause.
  func isQuota(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    guard figure.fact.bound == .atLeast || figure.fact.bound == .atMost else { return false }
    let first = max(clause.tokens.lowerBound, figure.number - Self.reach)
    return (first..<figure.number).contains { stream[$0].key == "mỗi" || stream[$0].key == "từng" }
  }

  /// `Tối thiểu 90% cơ quan, đơn vị đăng ký thi đua`: a share that heads its sentence as a bound is a norm.
  ///
  /// `Ít nhất 12 người` may be what was counted, `Tối thiểu 02 mô hình` is not.
  func isNorm(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    guard figure.fact.bound == .atLeast || figure.fact.bound == .atMost, clause.beginsSentence else { return false }
    let first = figure.tokens.lowerBound
    guard figure.fact.unit == "percent" || stream[first].key == "tối" else { return false }
    return (clause.tokens.lowerBound..<first).allSatisfy { !stream[$0].isWord || words.outline.reserved[$0] }
  }

  /// Whether `tối thiểu` or `tối đa` stands straight before a token, or a word sooner.
  private func isLeastOrMost(before at: Int) -> Bool {
    (at - 3...at - 2).contains { stream[$0].key == "tối" && words.leastOrMost($0) != nil }
  }

  /// `Tỷ lệ hồ sơ trực tuyến tối thiểu đạt 80%`: a share that is the least or the most before its verb is a norm: what was
  /// reached is what it is.
  ///
  /// - Complexity: O(1).
  func isBoundBeforeVerb(_ figure: StatementFigure) -> Bool {
    let verb = figure.tokens.lowerBound - 1
    guard figure.fact.unit == "percent" else { return false }
    // `giờ dạy trên lớp chiếm tối thiểu 50% định mức`
    if stream[verb + 1].key == "tối", phrases.verbs[stream[verb].key] == .shares { return true }
    // `phải có tỷ lệ góp vốn tối thiểu là 30%`
    if stream[verb].key == "là", isLeastOrMost(before: verb) { return true }
    guard phrases.verbs[stream[verb].key] == .reaches else { return false }
    // `đạt tối thiểu 80%`
    if stream[verb + 1].key == "tối" { return true }
    return isLeastOrMost(before: verb)
  }

  /// `số lượng Phó Giám đốc không quá 3 người`, `mức dư nợ không vượt quá 30%`: what a measure may be at most or at least, unlike
  /// the condition of `có số lao động không quá 10 người thì được miễn`.
  ///
  /// - Complexity: O(1): a stretch is bounded by its clause.
  func limitsMeasure(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    guard figure.fact.bound == .atLeast || figure.fact.bound == .atMost else { return false }
    let (start, end) = (figure.tokens.lowerBound, figure.tokens.upperBound)
    guard stream[start].key == "không" || stream[start].key == "tối" && stream[start + 2].key == "không" else {
      return false
    }
    let head = max(words.stretchStart(of: start, from: clause.tokens.lowerBound), start - Self.reach)
    guard
      let measure = (head..<start).last(where: { phrases.rateNouns.contains(stream[$0].key) && stream[$0].key != "độ" })
    else {
      return false
    }
    // `loại xe có tỷ lệ xăng không quá 70%`: what tells some from others.
    if stream[measure].key == "lệ", stream[measure - 2].key == "có" { return false }
    return !words.contains(phrases.reports, in: measure..<start)
      && !(end..<min(end + Self.conditionReach, clause.tokens.upperBound)).contains {
        Self.consequences.contains(stream[$0].key)
      }
  }

  private static let consequences: WordSet = ["thì", "được", "phải"]
  private static let conditionReach = 8

  /// `phải vận động và bố trí cho 4 hộ`: whether somebody must do something with what is counted, in a text that tells of no time.
  ///
  /// - Complexity: O(1).
  func obliges(_ figure: StatementFigure, in tokens: Range<Int>) -> Bool {
    let isMoney = figure.fact.unit == "VND"
    guard isMoney || figure.fact.unit == "count" && (figure.fact.bound == .exact || figure.fact.bound == .atLeast),
      let must = tokens.suffix(Self.mustReach).last(where: { stream[$0].key == "phải" }),
      !(must..<figure.number).contains(where: { words.isMark($0) || stream[$0].key == "để" })
    else { return false }
    // `phải nộp hơn 403 triệu đồng vào ngân sách`
    if isMoney { return Self.repayments.contains(stream[must + 1].key) }
    return phrases.targetVerbs.match(stream, at: must + 1, before: figure.number) != nil
      && !Self.sufferings.contains(stream[must + 1].key)
  }

  /// `phải hoàn tất sân đỗ 21 ha`, `phải có 01 đại diện`: whether a number tells of what must be completed or be there.
  ///
  /// - Complexity: O(1).
  func isToComplete(_ figure: StatementFigure, in tokens: Range<Int>) -> Bool {
    tokens.suffix(Self.reach).contains { at in
      stream[at].key == "phải"
        && (phrases.yearCompletions.match(stream, at: at + 1) != nil
          || stream[at + 1].key == "có" && at + 2 == figure.number)
        && !(at..<figure.number).contains { words.isMark($0) }
    }
  }

  /// Behind `phải`, what comes upon somebody.
  private static let sufferings: WordSet = [
    "có", "chi", "thu", "gửi", "chuyển", "mở", "hỗ", "di", "cấp", "giảm", "tăng", "huy", "lựa",
  ]
  /// The first words of what money must be done with.
  private static let repayments: WordSet = ["nộp", "hoàn", "bồi"]
  private static let mustReach = 10

  /// How far before a quota its `mỗi` stands.
  private static let reach = 20
}
