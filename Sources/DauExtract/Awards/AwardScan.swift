internal import DauRules

/// One walk over a document for the tallies of its running text: sentence by sentence, clause by clause, with the grant
/// that was last said carried to what stands under it.
struct AwardScan {
  /// Who grants what, as it was last said.
  struct Grant {
    var name: AwardVocabulary.Name?
    var grantor: String?
    /// Whether the grantor stands in the name of the award: `bằng khen của Thủ tướng` says nothing of other awards.
    var isGrantorOfName = false
    var category: String?
    var occasion: String?
    /// Where it was said.
    var tokens: Range<Int>
  }

  let stream: TokenStream
  let outline: Outline
  let scanner: AwardMarkScanner
  let period: PeriodFinder
  let personPlaces: [Int]
  let contestPlaces: [Int]
  var found: [Candidate] = []

  /// The grant of the clause before, in the same sentence.
  var carried: Grant?
  /// The grant that a list stands under: `Chính phủ đã khen thưởng cho 112 tập thể, cá nhân gồm:`.
  var lead: Grant?
  /// The grant that the heading of a section names, by section.
  var heading: (section: Int, grant: Grant?)?
  var isItem = false
  var sentence = 0..<0

  init(_ context: ReadingContext, tables: [AwardTable]) {
    stream = context.stream
    outline = context.outline
    period = PeriodFinder(context)
    personPlaces = Self.places(of: context.vocabulary.awards.contestants, in: stream)
    contestPlaces = Self.places(of: context.vocabulary.awards.contests, in: stream)
    var blocked = outline.reserved
    for candidate in context.settled {
      switch candidate.fact {
      case .date, .citation: for token in candidate.claim { blocked[token] = true }
      default: break
      }
    }
    for table in tables { for token in table.tokens { blocked[token] = true } }
    scanner = AwardMarkScanner(context, blocked: blocked)
  }

  // MARK: Sentences and clauses

  mutating func run() {
    var at = 0
    while at < stream.count {
      let end = sentenceEnd(from: at)
      if outline.role(of: stream[at]) != .table { read(at..<end) }
      at = end
    }
  }

  func sentenceEnd(from start: Int) -> Int {
    var at = start + 1
    while at < stream.count, !outline.beginsParagraph[at] {
      let mark = stream[at - 1]
      if mark.isSign(".") || mark.isSign("?") || mark.isSign("!"), !stream[at].isJoined, !scanner.blocked[at - 1] {
        break
      }
      at += 1
    }
    return at
  }

  mutating func read(_ range: Range<Int>) {
    sentence = range
    if outline.beginsParagraph[range.lowerBound] {
      isItem = isListItem(range.lowerBound)
      if !isItem || beginsHeading(range.lowerBound) { lead = nil }
    }
    carried = nil
    var start = range.lowerBound
    for at in range where stream[at].isSign(";") || at + 1 == range.upperBound {
      clause(start..<(at + 1))
      start = at + 1
    }
    if stream[range.upperBound - 1].isSign(":"), let carried { lead = carried }
  }

  func isListItem(_ index: Int) -> Bool {
    let token = stream[index]
    return outline.reserved[index] || token.isDash || token.isSign("+") || token.isSign("•") || token.isSign("*")
      || token.isSign("·")
  }

  func beginsHeading(_ index: Int) -> Bool {
    guard let section = outline.section(ofToken: index) else { return false }
    return outline.sections[section].start == index && outline.sections[section].heading != nil
  }

  /// The award that the heading of the section names: `II. Công nhận danh hiệu “Tập thể lao động xuất sắc”`.
  mutating func headingGrant(at index: Int) -> Grant? {
    guard let section = outline.section(ofToken: index) else { return nil }
    if let heading, heading.section == section { return heading.grant }
    var grant: Grant?
    if let tokens = outline.sections[section].heading, !tokens.isEmpty, tokens.count <= 60 {
      var made = Grant(name: nil, tokens: tokens)
      for mark in scanner.marks(in: tokens) {
        switch mark.kind {
        case .name(let name): made.name = made.name ?? name
        // A level is nobody who grants.
        case .grantor(let name) where name != "Nhà nước":
          made.grantor = made.grantor ?? name
        case .category(let name): made.category = made.category ?? name
        default: break
        }
      }
      if made.name != nil || made.grantor != nil { grant = made }
    }
    heading = (section, grant)
    return grant
  }

  // MARK: One clause

  mutating func clause(_ range: Range<Int>) {
    let marks = scanner.marks(in: range)
    guard !marks.isEmpty else { return }
    let verbs = marks.indices.filter { if case .verb = marks[$0].kind { true } else { false } }
    readAwards(marks, range)
    if verbs.isEmpty {
      readList(marks, range)
      return
    }
    // `- Bằng khen: 03 tập thể, 09 cá nhân (trong đó có 02 cá nhân được khen thưởng đột xuất)`
    let first = passiveRecipients(marks, after: -1, before: verbs[0]).first ?? 0
    if first > 1, case .name = marks[0].kind, let listed = marks[..<first].firstIndex(where: isRecipients), listed <= 2,
      stream[marks[listed].tokens.lowerBound - 1].isSign(":")
    {
      readList(Array(marks[..<first]), range)
    }
    var previous = -1
    for (order, verb) in verbs.enumerated() {
      let next = order + 1 < verbs.count ? verbs[order + 1] : marks.count
      let passive = passiveRecipients(marks, after: previous, before: verb)
      let nextPassive = next < marks.count ? passiveRecipients(marks, after: verb, before: next) : []
      let active = (verb + 1..<next).filter { isRecipients(marks[$0]) && !nextPassive.contains($0) }
      readGrant(marks, range, verb: verb, previous: previous, next: next, passive: passive, active: active)
      previous = verb
    }
  }

  func isRecipients(_ mark: AwardMark) -> Bool {
    if case .recipients = mark.kind { return true }
    return false
  }

  /// Who stands before `được` and the verb, as one list: `02 tập thể, 02 cá nhân được ... tặng`.
  func passiveRecipients(_ marks: [AwardMark], after previous: Int, before verb: Int) -> [Int] {
    if case .verb(.gains) = marks[verb].kind, let list = gainers(marks, after: previous, before: verb) { return list }
    guard
      let passive = (previous + 1..<verb).last(where: { if case .passive = marks[$0].kind { true } else { false } }),
      marks[verb].tokens.lowerBound - marks[passive].tokens.lowerBound <= 24,
      let last = (previous + 1..<passive).last(where: { isRecipients(marks[$0]) }),
      marks[passive].tokens.lowerBound - marks[last].tokens.upperBound <= 60
    else { return [] }
    return list(endingAt: last, marks, after: previous)
  }

  /// Who stands before `đạt`: `12 cá nhân đạt danh hiệu ...`, the award straight behind the verb.
  func gainers(_ marks: [AwardMark], after previous: Int, before verb: Int) -> [Int]? {
    guard verb - 1 > previous, isRecipients(marks[verb - 1]), verb + 1 < marks.count, name(marks[verb + 1]) != nil,
      marks[verb].tokens.lowerBound - marks[verb - 1].tokens.upperBound <= 12,
      marks[verb + 1].tokens.lowerBound - marks[verb].tokens.upperBound <= 4
    else { return nil }
    return list(endingAt: verb - 1, marks, after: previous)
  }

  func list(endingAt last: Int, _ marks: [AwardMark], after previous: Int) -> [Int] {
    var list = [last]
    var at = last - 1
    while at > previous, isRecipients(marks[at]),
      isListed(marks[at].tokens.upperBound..<marks[list[0]].tokens.lowerBound)
    {
      list.insert(at, at: 0)
      at -= 1
    }
    return list
  }

  /// Whether nothing but a comma or `và` stands between two of a list.
  func isListed(_ between: Range<Int>) -> Bool {
    guard between.count <= 4 else { return false }
    return between.allSatisfy {
      let token = stream[$0]
      return token.isSign(",") || token.key == Words.va || token.key == "cùng" || token.key == "với"
        || token.isSign("&")
        || token.isSign("*")
    }
  }

  mutating func readGrant(
    _ marks: [AwardMark], _ range: Range<Int>, verb: Int, previous: Int, next: Int, passive: [Int], active: [Int]
  ) {
    guard case .verb(let kind) = marks[verb].kind else { return }
    let needsName = if case .commends = kind { false } else { true }
    for index in previous + 1..<verb { if case .refusal = marks[index].kind { return } }
    let behind = verb + 1..<next
    let ahead = previous + 1..<verb
    var named = behind.first { name(marks[$0]) != nil } ?? ahead.last { name(marks[$0]) != nil }
    // `đạt 96 huy chương ..., có 12 vận động viên được phong kiện tướng`: those 12 were not given the medals.
    if let award = named, let first = passive.first, award < first, case .awards = marks[award].kind { named = nil }
    // `Kỷ niệm chương: Bộ Nội vụ tặng 12 cá nhân, Bộ Tư pháp tặng 08 cá nhân`
    var before: AwardVocabulary.Name?
    if named == nil, previous >= 0, let next = active.first,
      marks[next].tokens.lowerBound == marks[verb].tokens.upperBound
    {
      before = carried?.name
    }
    if needsName && named == nil && before == nil { return }
    var grant = Grant(
      name: named.flatMap { joinedName(marks, $0) } ?? before,
      grantor: grantor(marks, verb: verb, ahead: ahead, behind: behind),
      category: category(marks, behind) ?? category(marks, ahead),
      tokens: evidenceStart(marks, verb: verb, ahead: ahead)..<marks[verb].tokens.upperBound)
    grant.isGrantorOfName = grant.grantor != nil && ownGrantor(marks, behind: behind) != nil
    grant.grantor = grant.grantor ?? carriedGrantor(to: grant.name) ?? lead?.grantor
    let end = (passive + active).map { marks[$0].tokens.upperBound }.max() ?? marks[verb].tokens.upperBound
    grant.occasion = occasion(in: end..<range.upperBound)
    for index in passive {
      var last = marks[verb].tokens.upperBound
      if let named, named > verb { last = max(last, marks[named].tokens.upperBound) }
      emit(marks[index], grant, evidence: marks[index].tokens.lowerBound..<last, isTotal: false)
    }
    var taken: Int?
    for index in active {
      let mark = marks[index]
      guard isReached(mark.tokens.lowerBound, marks, verb: verb, index: index, last: taken.map { marks[$0] }) else {
        continue
      }
      // `Bằng khen cho 18 tập thể (trong đó khen chuyên đề 10 tập thể, 28 cá nhân; ...)`
      if case .category(let category) = marks[index - 1].kind,
        marks[index - 1].tokens.upperBound == mark.tokens.lowerBound
      {
        grant.category = category
      }
      // `danh hiệu “X” cho 32 tập thể và danh hiệu “Y” cho 09 cá nhân`
      if let nearest = (verb + 1..<index).last(where: { name(marks[$0]) != nil }) {
        grant.name = joinedName(marks, nearest)
      }
      emit(
        mark, grant, evidence: grant.tokens.lowerBound..<mark.tokens.upperBound, isTotal: isTotal(mark, in: range))
      taken = index
    }
    carried = grant
  }

  func name(_ mark: AwardMark) -> AwardVocabulary.Name? {
    switch mark.kind {
    case .name(let name): name
    case .awards(let name, _, _) where name.kind != .prize && name.kind != .sportsMedal: name
    default: nil
    }
  }

  /// Two names that share their recipients are one: `Tập thể lao động xuất sắc, Đơn vị quyết thắng`.
  func joinedName(_ marks: [AwardMark], _ index: Int) -> AwardVocabulary.Name? {
    guard var made = name(marks[index]) else { return nil }
    if index > 0, let before = name(marks[index - 1]), before.name != made.name,
      isListed(marks[index - 1].tokens.upperBound..<marks[index].tokens.lowerBound)
    {
      made.name = before.name + ", " + made.name
    }
    return made
  }

  /// `Bằng khen của Thủ tướng Chính phủ`
  func ownGrantor(_ marks: [AwardMark], behind: Range<Int>) -> String? {
    guard let own = behind.first(where: { name(marks[$0]) != nil }), own + 1 < marks.count,
      case .grantor(let grantor) = marks[own + 1].kind,
      marks[own + 1].tokens.lowerBound - marks[own].tokens.upperBound <= 1
    else { return nil }
    return grantor
  }

  /// Who granted in the clause before, unless it was said with the name of another award.
  func carriedGrantor(to name: AwardVocabulary.Name?) -> String? {
    guard let carried, !carried.isGrantorOfName || name == nil || carried.name?.name == name?.name else { return nil }
    return carried.grantor
  }

  /// Who grants: in the name of the award, before the verb, or between `được` and the verb.
  func grantor(_ marks: [AwardMark], verb: Int, ahead: Range<Int>, behind: Range<Int>) -> String? {
    if let own = ownGrantor(marks, behind: behind) { return own }
    let isNamedBehind = behind.contains { name(marks[$0]) != nil }
    for index in ahead.reversed() {
      guard case .grantor(let grantor) = marks[index].kind else { continue }
      // `... Bằng khen của Thủ tướng, 21 cá nhân được trao Kỷ niệm chương`: that is the grantor of another award.
      let isOfOther =
        isNamedBehind && index > 0 && name(marks[index - 1]) != nil
        && marks[index].tokens.lowerBound - marks[index - 1].tokens.upperBound <= 1
      if !isOfOther { return grantor }
    }
    return nil
  }

  func category(_ marks: [AwardMark], _ range: Range<Int>) -> String? {
    for index in range {
      if case .category(let category) = marks[index].kind { return category }
    }
    return nil
  }

  func evidenceStart(_ marks: [AwardMark], verb: Int, ahead: Range<Int>) -> Int {
    let start = marks[verb].tokens.lowerBound
    for index in ahead.reversed() {
      if case .grantor = marks[index].kind, start - marks[index].tokens.upperBound <= 8 {
        return marks[index].tokens.lowerBound
      }
    }
    return start
  }

  static let connectors: Set<WordKey> = ["cho", "với", "gồm", "là", "có", "tới", "đến", "đó", "được", "cả"]

  /// Whether the recipients at `start` are those the verb speaks of, and not some of which a phrase tells.
  func isReached(_ start: Int, _ marks: [AwardMark], verb: Int, index: Int, last: AwardMark?) -> Bool {
    let before = stream[start - 1]
    if let last {
      if case .category = marks[index - 1].kind, marks[index - 1].tokens.upperBound == start { return true }
      if isListed(last.tokens.upperBound..<start) { return true }
      return before.isSign(",") || before.isSign("(") || before.isSign(":") || before.key == Words.va
        || before.key == "cho" || before.key == "gồm" || before.key == "đó"
        || before.key == "có" && stream[start - 2].key == "đó"
    }
    if Self.connectors.contains(before.key) || before.isSign(":") || before.isSign("(") { return true }
    // `tặng Bằng khen cho Công an tỉnh và 02 cá nhân`: the first of the list is a name.
    if before.key == Words.va {
      let from = max(marks[index - 1].tokens.upperBound, start - 16)
      if (from..<start).contains(where: { stream[$0].key == "cho" }) { return true }
    }
    // Straight behind the verb, the award, its grantor or the kind.
    return marks[verb...].prefix(while: { $0.tokens.lowerBound < start }).contains { $0.tokens.upperBound == start }
  }

  /// Whether the parts of a tally stand behind it.
  func isTotal(_ mark: AwardMark, in range: Range<Int>) -> Bool {
    var at = mark.tokens.upperBound
    if stream[at].isSign(",") { at += 1 }
    let token = stream[at]
    if token.isSign(":") { return true }
    if token.key == "gồm" || token.key == "bao" && stream[at + 1].key == "gồm" { return true }
    if token.key == "trong" && stream[at + 1].key == "đó" { return true }
    guard token.isSign("("), at + 1 < range.upperBound else { return false }
    return stream[at + 1].isNumber
      || stream[at + 1].key == "trong" && stream[at + 2].key == "đó" && stream[at + 3].key != "có"
  }

  // MARK: Lists and clauses without a verb

  mutating func readList(_ marks: [AwardMark], _ range: Range<Int>) {
    if marks.contains(where: { if case .refusal = $0.kind { true } else { false } }) { return }
    var grant: Grant?
    var category: String?
    var categoryEnd = -1
    var last: AwardMark?
    var isBreakdown = false
    let content = contentStart(of: range)
    for (index, mark) in marks.enumerated() {
      switch mark.kind {
      case .name:
        var made = Grant(name: joinedName(marks, index), tokens: mark.tokens)
        if index + 1 < marks.count, case .grantor(let grantor) = marks[index + 1].kind,
          marks[index + 1].tokens.lowerBound <= mark.tokens.upperBound + 1
        {
          made.grantor = grantor
        }
        made.grantor = made.grantor ?? carried?.grantor ?? lead?.grantor
        grant = made
        last = nil
      case .category(let name):
        category = name
        categoryEnd = mark.tokens.upperBound
      case .recipients:
        let start = mark.tokens.lowerBound
        let before = stream[start - 1]
        let isNamed =
          grant.map { grant in
            before.isSign(":") || before.key == "cho" || before.isSign("(") || grant.tokens.upperBound == start
              || stream[start - 1].key == "gồm"
          } ?? false
        let isList = last.map { isListed($0.tokens.upperBound..<start) } ?? false
        if grant == nil, last == nil {
          // `...; khen đột xuất 38 tập thể, 96 cá nhân`
          grant = inherited(start, content, category) ?? (categoryEnd == start || before.isSign(":") ? carried : nil)
          if grant == nil { continue }
        } else if !isNamed && !isList && !isBreakdown && categoryEnd != start {
          continue
        }
        guard var made = grant else { continue }
        made.category = category ?? made.category
        made.occasion = made.occasion ?? occasion(in: mark.tokens.upperBound..<range.upperBound)
        let total = isTotal(mark, in: range)
        if total { isBreakdown = true }
        emit(mark, made, evidence: mark.tokens, isTotal: total)
        last = mark
        carried = made
      default: break
      }
    }
    if carried == nil, let grant, range.upperBound == sentence.upperBound { carried = grant }
  }

  /// The first token behind the bullet or the number of an item.
  func contentStart(of range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound, outline.reserved[at] || !(stream[at].isWord || stream[at].isNumber) { at += 1 }
    return at
  }

  /// The grant that recipients without an award of their own belong to.
  mutating func inherited(_ start: Int, _ content: Int, _ category: String?) -> Grant? {
    let before = stream[start - 1]
    if let carried, start == content || before.key == Words.va { return carried }
    // `...; cấp tỉnh 420 tập thể, 1.120 cá nhân`
    if let carried, stream[content].key == "cấp", start - content <= 6 { return carried }
    if isItem, let lead, start == content || before.isSign(":") { return lead }
    guard before.key == "gồm" || before.isSign(":") || before.key == "cho" || before.key == "có",
      let grant = headingGrant(at: start), grant.name != nil
    else { return nil }
    return grant
  }

  mutating func emit(_ mark: AwardMark, _ grant: Grant, evidence: Range<Int>, isTotal: Bool) {
    guard case .recipients(let code, let count) = mark.kind else { return }
    var fact = AwardFact(
      award: grant.name?.name, grantor: grant.grantor ?? grant.name?.grantor, recipient: code, count: count,
      category: grant.category)
    fact.total = isTotal
    if fact.grantor == nil { fact.grantor = headingGrant(at: mark.tokens.lowerBound)?.grantor }
    if saysGrassroots(mark.tokens.upperBound) { fact.grassroots = true }
    fact.occasion = grant.occasion
    fact.period = period.period(in: sentence)
    var candidate = Candidate(.award(fact), tokens: inParagraph(evidence, mark), claim: 0..<0, confidence: 0.9)
    candidate.tally = mark.tokens.lowerBound
    found.append(candidate)
  }

  /// `12 cá nhân là người lao động trực tiếp`, `05 tập thể ở cơ sở`
  func saysGrassroots(_ end: Int) -> Bool {
    for at in end..<min(end + 5, sentence.upperBound) {
      if stream[at].isSign(",") || stream[at].isNumber || stream[at].endsClause || stream[at].isSign(")") {
        return false
      }
      if stream[at].key == "trực", stream[at + 1].key == "tiếp" {
        // `những người trực tiếp tham gia cấp cứu` says what they did, not what they are.
        return stream[at - 1].key == "động" || Self.directWork.contains(stream[at + 2].key)
      }
      if stream[at].key == "ở", stream[at + 1].key == "cơ", stream[at + 2].key == "sở" { return true }
    }
    return false
  }

  private static let directWork: WordSet = ["lao", "sản", "công", "chiến", "phục", "giảng"]

  /// Evidence that would reach over a paragraph is the tally alone.
  func inParagraph(_ evidence: Range<Int>, _ mark: AwardMark) -> Range<Int> {
    evidence.count > 0 && evidence.count <= 80 && evidence.lowerBound >= sentence.lowerBound ? evidence : mark.tokens
  }
}
