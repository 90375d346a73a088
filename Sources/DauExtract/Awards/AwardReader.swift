internal import DauRules

/// Reads who received how many of which award, in running text and lists.
///
/// Accepts `khen thưởng cho 16 tập thể, 13 cá nhân và 11 gia đình`, `02 cá nhân được Thủ tướng Chính phủ tặng Bằng
/// khen`, `- Cờ thi đua của Chính phủ: 07 tập thể;` below a heading, `35 giải cá nhân (01 giải nhất, 03 giải nhì)`, `04
/// huy chương Vàng`. Refuses what is proposed or limited (`đề nghị tặng`, `không quá 15 tập thể`), gifts (`tặng 20 suất
/// quà cho 20 hộ`) and contests (`tổ chức 02 giải cầu lông`). Leaves tables to ``AwardTableReader``.
struct AwardReader: Reader {
  func read(_ context: ReadingContext) -> [Candidate] { read(context, tables: AwardTable.read(context)) }

  /// - Complexity: O(*t*) in tokens: a clause is passed over a bounded number of times.
  func read(_ context: ReadingContext, tables: [AwardTable]) -> [Candidate] {
    var scan = AwardScan(context, tables: tables)
    scan.run()
    let cells = AwardTableReader(context)
    return scan.found + tables.flatMap(cells.read)
  }
}

private struct AwardScan {
  /// Who grants what, as it was last said.
  private struct Grant {
    var name: AwardVocabulary.Name?
    var grantor: String?
    var category: String?
    var occasion: String?
    /// Where it was said.
    var tokens: Range<Int>
  }

  private let stream: TokenStream
  private let outline: Outline
  private let scanner: AwardMarkScanner
  private let period: PeriodFinder
  private let personPlaces: [Int]
  private let contestPlaces: [Int]
  private(set) var found: [Candidate] = []

  /// The grant of the clause before, in the same sentence.
  private var carried: Grant?
  /// The grant that a list stands under: `Chính phủ đã khen thưởng cho 112 tập thể, cá nhân gồm:`.
  private var lead: Grant?
  /// The grant that the heading of a section names, by section.
  private var heading: (section: Int, grant: Grant?)?
  private var isItem = false
  private var sentence = 0..<0

  init(_ context: ReadingContext, tables: [AwardTable]) {
    stream = context.stream
    outline = context.outline
    period = PeriodFinder(context)
    personPlaces = Self.places(of: Self.persons, in: stream)
    contestPlaces = Self.places(of: Self.contests, in: stream)
    var blocked = outline.reserved
    for candidate in context.settled {
      switch candidate.fact {
      case .date, .citation: for token in candidate.claim { blocked[token] = true }
      default: break
      }
    }
    for table in tables { for token in table.tokens { blocked[token] = true } }
    scanner = AwardMarkScanner(stream: stream, awards: context.vocabulary.awards, blocked: blocked)
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

  private func sentenceEnd(from start: Int) -> Int {
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

  private mutating func read(_ range: Range<Int>) {
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

  private func isListItem(_ index: Int) -> Bool {
    let token = stream[index]
    return outline.reserved[index] || token.isDash || token.isSign("+") || token.isSign("•") || token.isSign("*")
      || token.isSign("·")
  }

  private func beginsHeading(_ index: Int) -> Bool {
    guard let section = outline.section(ofToken: index) else { return false }
    return outline.sections[section].start == index && outline.sections[section].heading != nil
  }

  /// The award that the heading of the section names: `II. Công nhận danh hiệu “Tập thể lao động xuất sắc”`.
  private mutating func headingGrant(at index: Int) -> Grant? {
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

  private mutating func clause(_ range: Range<Int>) {
    let marks = scanner.marks(in: range)
    guard !marks.isEmpty else { return }
    let verbs = marks.indices.filter { if case .verb = marks[$0].kind { true } else { false } }
    readAwards(marks, range)
    if verbs.isEmpty {
      readList(marks, range)
      return
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

  private func isRecipients(_ mark: AwardMark) -> Bool {
    if case .recipients = mark.kind { return true }
    return false
  }

  /// Who stands before `được` and the verb, as one list: `02 tập thể, 02 cá nhân được ... tặng`.
  private func passiveRecipients(_ marks: [AwardMark], after previous: Int, before verb: Int) -> [Int] {
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
  private func gainers(_ marks: [AwardMark], after previous: Int, before verb: Int) -> [Int]? {
    guard verb - 1 > previous, isRecipients(marks[verb - 1]), verb + 1 < marks.count, name(marks[verb + 1]) != nil,
      marks[verb].tokens.lowerBound - marks[verb - 1].tokens.upperBound <= 12,
      marks[verb + 1].tokens.lowerBound - marks[verb].tokens.upperBound <= 4
    else { return nil }
    return list(endingAt: verb - 1, marks, after: previous)
  }

  private func list(endingAt last: Int, _ marks: [AwardMark], after previous: Int) -> [Int] {
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
  private func isListed(_ between: Range<Int>) -> Bool {
    guard between.count <= 4 else { return false }
    return between.allSatisfy {
      let token = stream[$0]
      return token.isSign(",") || token.key == Words.va || token.key == "cùng" || token.key == "với"
        || token.isSign("&")
        || token.isSign("*")
    }
  }

  private mutating func readGrant(
    _ marks: [AwardMark], _ range: Range<Int>, verb: Int, previous: Int, next: Int, passive: [Int], active: [Int]
  ) {
    guard case .verb(let kind) = marks[verb].kind else { return }
    let needsName = if case .commends = kind { false } else { true }
    for index in previous + 1..<verb { if case .refusal = marks[index].kind { return } }
    let behind = verb + 1..<next
    let ahead = previous + 1..<verb
    let named = behind.first { name(marks[$0]) != nil } ?? ahead.last { name(marks[$0]) != nil }
    if needsName && named == nil { return }
    var grant = Grant(
      name: named.flatMap { joinedName(marks, $0) }, grantor: grantor(marks, verb: verb, ahead: ahead, behind: behind),
      category: category(marks, behind) ?? category(marks, ahead),
      tokens: evidenceStart(marks, verb: verb, ahead: ahead)..<marks[verb].tokens.upperBound)
    grant.grantor = grant.grantor ?? carried?.grantor ?? lead?.grantor
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

  private func name(_ mark: AwardMark) -> AwardVocabulary.Name? {
    switch mark.kind {
    case .name(let name): name
    case .awards(let name, _, _) where name.kind != .prize && name.kind != .sportsMedal: name
    default: nil
    }
  }

  /// Two names that share their recipients are one: `Tập thể lao động xuất sắc, Đơn vị quyết thắng`.
  private func joinedName(_ marks: [AwardMark], _ index: Int) -> AwardVocabulary.Name? {
    guard var made = name(marks[index]) else { return nil }
    if index > 0, let before = name(marks[index - 1]), before.name != made.name,
      isListed(marks[index - 1].tokens.upperBound..<marks[index].tokens.lowerBound)
    {
      made.name = before.name + ", " + made.name
    }
    return made
  }

  /// Who grants: in the name of the award, before the verb, or between `được` and the verb.
  private func grantor(_ marks: [AwardMark], verb: Int, ahead: Range<Int>, behind: Range<Int>) -> String? {
    if let own = behind.first(where: { name(marks[$0]) != nil }), own + 1 < marks.count,
      case .grantor(let grantor) = marks[own + 1].kind,
      marks[own + 1].tokens.lowerBound - marks[own].tokens.upperBound <= 1
    {
      return grantor
    }
    for index in ahead.reversed() {
      if case .grantor(let grantor) = marks[index].kind { return grantor }
    }
    return nil
  }

  private func category(_ marks: [AwardMark], _ range: Range<Int>) -> String? {
    for index in range {
      if case .category(let category) = marks[index].kind { return category }
    }
    return nil
  }

  private func evidenceStart(_ marks: [AwardMark], verb: Int, ahead: Range<Int>) -> Int {
    let start = marks[verb].tokens.lowerBound
    for index in ahead.reversed() {
      if case .grantor = marks[index].kind, start - marks[index].tokens.upperBound <= 8 {
        return marks[index].tokens.lowerBound
      }
    }
    return start
  }

  private static let connectors: Set<WordKey> = ["cho", "với", "gồm", "là", "có", "tới", "đến", "đó", "được", "cả"]

  /// Whether the recipients at `start` are those the verb speaks of, and not some of which a phrase tells.
  private func isReached(_ start: Int, _ marks: [AwardMark], verb: Int, index: Int, last: AwardMark?) -> Bool {
    let before = stream[start - 1]
    if let last {
      if isListed(last.tokens.upperBound..<start) { return true }
      return before.isSign(",") || before.isSign("(") || before.isSign(":") || before.key == Words.va
        || before.key == "cho" || before.key == "gồm" || before.key == "đó"
        || before.key == "có" && stream[start - 2].key == "đó"
    }
    if Self.connectors.contains(before.key) || before.isSign(":") || before.isSign("(") { return true }
    // Straight behind the verb, the award, its grantor or the kind.
    return marks[verb...].prefix(while: { $0.tokens.lowerBound < start }).contains { $0.tokens.upperBound == start }
  }

  /// Whether the parts of a tally stand behind it.
  private func isTotal(_ mark: AwardMark, in range: Range<Int>) -> Bool {
    var at = mark.tokens.upperBound
    if stream[at].isSign(",") { at += 1 }
    let token = stream[at]
    if token.isSign(":") { return true }
    if token.key == "gồm" || token.key == "bao" && stream[at + 1].key == "gồm" { return true }
    if token.key == "trong" && stream[at + 1].key == "đó" { return true }
    return token.isSign("(") && stream[at + 1].isNumber && at + 1 < range.upperBound
  }

  // MARK: Lists and clauses without a verb

  private mutating func readList(_ marks: [AwardMark], _ range: Range<Int>) {
    if marks.contains(where: { if case .refusal = $0.kind { true } else { false } }) { return }
    var grant: Grant?
    var category: String?
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
      case .category(let name): category = name
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
          grant = inherited(start, content, category)
          if grant == nil { continue }
        } else if !isNamed && !isList && !isBreakdown {
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
  private func contentStart(of range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound, outline.reserved[at] || !(stream[at].isWord || stream[at].isNumber) { at += 1 }
    return at
  }

  /// The grant that recipients without an award of their own belong to.
  private mutating func inherited(_ start: Int, _ content: Int, _ category: String?) -> Grant? {
    let before = stream[start - 1]
    if let carried, start == content || before.key == Words.va { return carried }
    if isItem, let lead, start == content || before.isSign(":") { return lead }
    guard before.key == "gồm" || before.isSign(":") || before.key == "cho" || before.key == "có",
      let grant = headingGrant(at: start), grant.name != nil
    else { return nil }
    return grant
  }

  private mutating func emit(_ mark: AwardMark, _ grant: Grant, evidence: Range<Int>, isTotal: Bool) {
    guard case .recipients(let code, let count) = mark.kind else { return }
    var fact = AwardFact(
      award: grant.name?.name, grantor: grant.grantor ?? grant.name?.grantor, recipient: code, count: count,
      category: grant.category)
    fact.total = isTotal
    if fact.grantor == nil { fact.grantor = headingGrant(at: mark.tokens.lowerBound)?.grantor }
    if saysGrassroots(mark.tokens.upperBound) { fact.grassroots = true }
    fact.occasion = grant.occasion
    fact.period = period.period(in: sentence)
    found.append(Candidate(.award(fact), tokens: inParagraph(evidence, mark), claim: 0..<0, confidence: 0.9))
  }

  /// `12 cá nhân là người lao động trực tiếp`, `05 tập thể ở cơ sở`
  private func saysGrassroots(_ end: Int) -> Bool {
    for at in end..<min(end + 5, sentence.upperBound) {
      if stream[at].isSign(",") || stream[at].isNumber || stream[at].endsClause || stream[at].isSign(")") {
        return false
      }
      if stream[at].key == "trực", stream[at + 1].key == "tiếp" { return true }
      if stream[at].key == "ở", stream[at + 1].key == "cơ", stream[at + 2].key == "sở" { return true }
    }
    return false
  }

  /// Evidence that would reach over a paragraph is the tally alone.
  private func inParagraph(_ evidence: Range<Int>, _ mark: AwardMark) -> Range<Int> {
    evidence.count > 0 && evidence.count <= 80 && evidence.lowerBound >= sentence.lowerBound ? evidence : mark.tokens
  }

  // MARK: Counted awards

  /// `18 giải, trong đó: 02 giải nhì, 05 giải ba`, `01 Huân chương Lao động hạng Ba`.
  private mutating func readAwards(_ marks: [AwardMark], _ range: Range<Int>) {
    var total: (recipient: String?, kind: Award.Kind)?
    var grantor: String?
    let isSport = marks.contains {
      if case .awards(let name, _, _) = $0.kind { name.kind == .sportsMedal } else { false }
    }
    var verb: Range<Int>?
    for (index, mark) in marks.enumerated() {
      switch mark.kind {
      case .refusal: return
      case .grantor(let name): grantor = name
      case .verb: verb = mark.tokens
      case .awards(var name, let count, var recipient):
        // `17 huy chương: 04 huy chương Vàng` are medals of athletes, not of the State.
        if isSport, name.kind == .medal {
          name.kind = .sportsMedal
          name.recipient = nil
          name.grantor = nil
        }
        let isTotal = isTotal(mark, in: range)
        if let total, total.kind == name.kind { recipient = recipient ?? total.recipient }
        recipient = recipient ?? name.recipient ?? person(name, mark.tokens.lowerBound)
        // `tặng 15 Bằng khen cho 05 tập thể và 10 cá nhân`: those are the tallies.
        let receivers = marks[(index + 1)...].prefix {
          if case .recipients = $0.kind { true } else { false }
        }
        if let first = receivers.first, stream[first.tokens.lowerBound - 1].key == "cho", verb != nil {
          if receivers.count == 1 { continue }
          recipient = "mixed"
        } else if recipient == nil, stream[mark.tokens.upperBound].key == "cho",
          let match = scanner.awards.recipient(
            in: stream, at: mark.tokens.upperBound + 1, before: range.upperBound)
        {
          recipient = match.value
        }
        if isTotal { total = (recipient, name.kind) }
        var fact = AwardFact(award: name.name, recipient: recipient, count: count)
        fact.grantor = grantor ?? name.grantor ?? carried?.grantor ?? lead?.grantor
        fact.total = isTotal || recipient == "mixed"
        fact.occasion = contest(before: mark.tokens.lowerBound)
        fact.period = period.period(in: sentence)
        found.append(Candidate(.award(fact), tokens: mark.tokens, claim: 0..<0, confidence: 0.9))
        if carried == nil { carried = Grant(name: nil, grantor: fact.grantor, tokens: mark.tokens) }
      default: break
      }
    }
  }

  private static let persons = PhraseTable<Void>(["học sinh", "thí sinh", "sinh viên", "giáo viên"])
  private static let contests = PhraseTable<Void>([
    "cuộc thi", "kỳ thi", "hội thi", "giải vô địch", "đại hội", "hội khỏe",
  ])

  /// Where the phrases stand, in order.
  private static func places(of phrases: PhraseTable<Void>, in stream: TokenStream) -> [Int] {
    (0..<stream.count).filter { phrases.match(stream, at: $0) != nil }
  }

  /// The last place before `token`.
  ///
  /// - Complexity: O(log *p*) in places.
  private static func last(of places: [Int], before token: Int) -> Int? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < token { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : places[low - 1]
  }

  /// Prizes of a contest of pupils are won by persons, unless the text says otherwise.
  private func person(_ name: AwardVocabulary.Name, _ start: Int) -> String? {
    guard name.kind == .prize, let place = Self.last(of: personPlaces, before: start),
      place >= max(sentence.lowerBound, start - 60)
    else { return nil }
    return "individual"
  }

  /// `kỳ thi chọn học sinh giỏi quốc gia`, `cuộc thi viết “...”` before a prize, in the same paragraph.
  private func contest(before start: Int) -> String? {
    guard let place = Self.last(of: contestPlaces, before: start), start - place <= 120 else { return nil }
    for at in place + 1..<start where outline.beginsParagraph[at] { return nil }
    return phrase(from: place, before: start)
  }

  private func phrase(from start: Int, before limit: Int) -> String {
    var end = start
    var isQuoted = false
    while end < limit, end - start < 60 {
      let token = stream[end]
      if token.opensQuote, !isQuoted {
        isQuoted = true
      } else if token.closesQuote {
        end += 1
        break
      }
      if !isQuoted, token.isSign(",") || token.isSign("(") || token.endsClause || scanner.blocked[end] { break }
      end += 1
    }
    return stream.flatText(ofTokens: start..<end)
  }

  // MARK: What for

  /// `thành tích trong ...`, `trong công tác ...`, behind the recipients.
  private func occasion(in range: Range<Int>) -> String? {
    var start: Int?
    // It stands soon behind the recipients; a longer search would make a clause of many tallies cost its square.
    for at in range.prefix(60) {
      let token = stream[at]
      if token.isSign("(") || token.isSign(";") { break }
      let next = stream[at + 1].key
      if token.key == "thành" && next == "tích" || token.key == "hoàn" && next == "thành" {
        start = at
        break
      }
      if token.key == "trong", next != "đó" {
        start = at + 1
        break
      }
    }
    guard var start else { return nil }
    // `thành tích đột xuất trong công tác ...`: the kind is no occasion.
    if stream[start].key == "thành", stream[start + 2].key == "đột" || stream[start + 2].key == "xuất" {
      for at in start..<min(start + 10, range.upperBound) where stream[at].key == "trong" {
        start = at + 1
        break
      }
    }
    var end = start
    while end < range.upperBound, end - start < 60 {
      let token = stream[end]
      if token.isSign("(") || token.isSign(";") || token.isSign(":") || end + 1 == range.upperBound && token.endsClause
      {
        break
      }
      end += 1
    }
    return end > start ? stream.flatText(ofTokens: start..<end) : nil
  }
}
