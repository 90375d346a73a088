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
    /// Whether awards were counted and nobody was said to grant them: `10 thí sinh giải nhất và 5 thí sinh` tells of others.
    var isOfCount = false
    var category: String?
    var occasion: String?
    /// The symbol of the decision that it rests on.
    var decision: String?
    /// Where it was said.
    var tokens: Range<Int>
  }

  let stream: TokenStream
  let outline: Outline
  private let sentences: SentenceEnds
  let scanner: AwardMarkScanner
  let period: PeriodFinder
  let personPlaces: [Int]
  let contestPlaces: [Int]
  /// The offices that persons hold.
  let positions: PhraseTable<String>
  let decisions: GrantingDecisions
  var found: [Candidate] = []

  /// The grant of the clause before, in the same sentence.
  var carried: Grant?
  /// The tally last read in the sentence, which kinds behind it divide.
  var divided: AwardFact?
  /// Whether the clauses before in the sentence only propose.
  var isProposed = false
  /// The award last named in the sentence.
  private var graded: AwardVocabulary.Name?
  /// The grant that a list stands under: `Chính phủ đã khen thưởng cho 112 tập thể, cá nhân gồm:`.
  var lead: Grant?
  /// The grant that the heading of a section names, by section.
  var heading: (section: Int, grant: Grant?)?
  var isItem = false
  /// Whether the list is of what was only applied for: `Số cá nhân đăng ký là 24.518 người, phân ra:`.
  private var isOfApplicants = false
  var sentence = 0..<0
  private(set) var clause = 0..<0

  init(_ context: ReadingContext, tables: [AwardTable]) {
    stream = context.stream
    outline = context.outline
    sentences = context.sentences
    period = PeriodFinder(context)
    let awards = context.vocabulary.awards
    positions = context.vocabulary.positions
    var starts: WordFilter = []
    awards.contestants.addStarts(to: &starts)
    awards.contests.addStarts(to: &starts)
    let contests = PlaceSet(stream, starts)
    personPlaces = Self.places(of: awards.contestants, in: stream, contests)
    contestPlaces = Self.places(of: awards.contests, in: stream, contests)
    decisions = GrantingDecisions(context)
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

  /// The first token behind the sentence of `start`.
  func sentenceEnd(from start: Int) -> Int {
    let end = sentences.end(from: start)
    return sentences.isEnd(end) ? end + 1 : end
  }

  mutating func read(_ range: Range<Int>) {
    sentence = range
    if outline.beginsParagraph[range.lowerBound] {
      isItem = isListItem(range.lowerBound)
      if !isItem || beginsHeading(range.lowerBound) { lead = nil }
      if !stream[range.lowerBound].isBullet { isOfApplicants = false }
    }
    if isOfApplicants { return }
    isProposed = false
    carried = nil
    divided = nil
    graded = nil
    var start = range.lowerBound
    for at in range where stream[at].isSign(";") || at + 1 == range.upperBound {
      readClause(start..<(at + 1))
      start = at + 1
    }
    if stream[range.upperBound - 1].isSign(":") {
      if let carried { lead = carried }
      isOfApplicants = range.contains { stream[$0].key == "đăng" && stream[$0 + 1].key == "ký" }
    }
  }

  func isListItem(_ index: Int) -> Bool {
    outline.reserved[index] || stream[index].isBullet
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

  /// `8 đảng viên đạt tiêu chuẩn ... được tặng Bằng khen`: whether `đạt` only says for what something is given.
  private func gainsNothing(_ verb: Int, _ marks: [AwardMark]) -> Bool {
    guard case .verb(.gains) = marks[verb].kind, stream[marks[verb].tokens.lowerBound].key == "đạt" else {
      return false
    }
    let behind = marks[(verb + 1)...].prefix { !isVerb($0) }
    guard behind.endIndex < marks.count, case .passive? = behind.last?.kind else { return false }
    return !behind.contains { mark in
      switch mark.kind {
      case .name, .awards, .recipients: true
      default: false
      }
    }
  }

  mutating func readClause(_ range: Range<Int>) {
    clause = range
    let marks = scanner.marks(in: range, grading: &graded)
    guard !marks.isEmpty, !isOfProposal(marks) else { return }
    let verbs = marks.indices.filter { isVerb(marks[$0]) && !isDoubled($0, marks) && !gainsNothing($0, marks) }
    readAwards(marks, range)
    if verbs.isEmpty { readList(marks, range) } else { readGrants(marks, verbs, range) }
    readKinds(marks)
  }

  private mutating func readGrants(_ marks: [AwardMark], _ verbs: [Int], _ range: Range<Int>) {
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
      let active = (verb + 1..<next).filter {
        isRecipients(marks[$0]) && !nextPassive.contains($0) && !isReceived(marks[$0], by: marks[verb])
      }
      readGrant(marks, range, verb: verb, previous: previous, next: next, passive: passive, active: active)
      previous = verb
    }
  }

  /// `đã nhận được 1.637 tác phẩm`: works that came in, straight behind the verb, were awarded nothing by it.
  private func isReceived(_ mark: AwardMark, by verb: AwardMark) -> Bool {
    guard case .verb(.gains) = verb.kind, case .recipients("work", _) = mark.kind else { return false }
    return mark.tokens.lowerBound - verb.tokens.upperBound <= 2
  }

  private func isVerb(_ mark: AwardMark) -> Bool {
    if case .verb = mark.kind { true } else { false }
  }

  /// `được phong tặng, truy tặng danh hiệu`: the second of two verbs says for both what was given.
  private func isDoubled(_ index: Int, _ marks: [AwardMark]) -> Bool {
    guard index + 1 < marks.count, case .verb(let one) = marks[index].kind,
      case .verb(let other) = marks[index + 1].kind
    else { return false }
    return one == .gives && other == .gives
      && isListed(marks[index].tokens.upperBound..<marks[index + 1].tokens.lowerBound)
  }

  func decision(of token: Int) -> String? { decisions.decision(of: token, clause: clause, sentence: sentence) }

  func isRecipients(_ mark: AwardMark) -> Bool {
    if case .recipients = mark.kind { return true }
    return false
  }

  // MARK: Records

  mutating func emit(_ mark: AwardMark, _ grant: Grant, evidence: Range<Int>, isTotal: Bool) {
    guard case .recipients(let code, let count) = mark.kind else { return }
    var fact = AwardFact(
      award: grant.name?.name, grantor: grant.grantor ?? grant.name?.grantor, recipient: code, count: count,
      category: grant.category)
    fact.grade = grant.name?.grade
    fact.decision = decision(of: mark.tokens.lowerBound) ?? grant.decision
    fact.total = isTotal
    if fact.grantor == nil { fact.grantor = headingGrant(at: mark.tokens.lowerBound)?.grantor }
    if saysGrassroots(mark.tokens.upperBound) { fact.grassroots = true }
    fact.occasion = grant.occasion
    fact.period = period.period(of: mark.tokens.lowerBound, in: sentence)
    var candidate = Candidate(.award(fact), tokens: inParagraph(evidence, mark), claim: 0..<0, confidence: 0.9)
    candidate.tally = mark.tokens.lowerBound
    found.append(candidate)
    divided = fact
  }

  /// `12 cá nhân là người lao động trực tiếp`, `05 tập thể ở cơ sở`
  func saysGrassroots(_ end: Int) -> Bool {
    for at in end..<max(end, min(end + 5, sentence.upperBound)) {
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
