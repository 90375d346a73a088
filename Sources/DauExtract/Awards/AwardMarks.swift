internal import DauRules

/// What the award reader sees in a clause: verbs, names, grantors and counted recipients, in the order of the text.
struct AwardMark: Sendable {
  enum Verb: String, Sendable, CaseIterable {
    /// `khen thưởng`
    case commends
    /// `tặng`: only with an award beside it, for many things are given.
    case gives
    /// `đạt`, `đón nhận`: who receives stands before it.
    case gains
  }
  enum Kind: Sendable {
    case grantor(String)
    case verb(Verb)
    case name(AwardVocabulary.Name)
    /// `16 tập thể`.
    case recipients(code: String, count: DecimalNumber)
    /// `03 giải nhì`, `01 Huân chương Lao động hạng Ba`.
    case awards(AwardVocabulary.Name, count: DecimalNumber, recipient: String?)
    /// `được`, before the verb and behind who receives.
    case passive
    case category(String)
    /// `đề nghị`, `phấn đấu`: nothing was granted yet.
    case refusal
  }
  var kind: Kind
  var tokens: Range<Int>
}

/// Finds the marks of a clause in one pass.
struct AwardMarkScanner {
  let stream: TokenStream
  let awards: AwardVocabulary
  let words: CommonWords
  /// Tokens that belong to dates, citations and tables.
  let blocked: [Bool]
  private let numerals: NumeralParser
  /// The words and signs at which a mark may begin; most are none of them.
  private let starts: WordFilter

  init(_ context: ReadingContext, blocked: [Bool]) {
    stream = context.stream
    awards = context.vocabulary.awards
    words = context.vocabulary.words
    self.blocked = blocked
    numerals = NumeralParser(stream: stream)
    var starts = awards.starts
    NumeralParser.addStarts(to: &starts)
    self.starts = starts
  }

  /// - Complexity: O(*k* · length of the longest name) for *k* tokens.
  func marks(in clause: Range<Int>) -> [AwardMark] {
    var marks: [AwardMark] = []
    // The award of which `hạng Ba` names another grade.
    var graded: AwardVocabulary.Name?
    var at = clause.lowerBound
    while at < clause.upperBound {
      let token = stream[at]
      if blocked[at] || !(token.isNumber || starts.mayContain(token.key)) {
        at += 1
      } else if token.isNumber || token.isWord, let mark = counted(at, clause, graded) {
        if case .awards(let name, _, _) = mark.kind { graded = name }
        marks.append(mark)
        at = mark.tokens.upperBound
      } else if let match = awards.name(in: stream, at: at, before: clause.upperBound), isName(match.value, at) {
        graded = match.value
        marks.append(AwardMark(kind: .name(match.value), tokens: at..<match.end))
        // `Bằng khen của Thủ tướng Chính phủ` says who grants.
        if let grantor = firstGrantor(in: at..<match.end) { marks.append(grantor) }
        at = match.end
      } else if let grade = awards.grade(in: stream, at: at, before: clause.upperBound),
        let name = graded?.graded(grade.value)
      {
        // `Huân chương Lao động hạng Nhất cho 01 tập thể, hạng Ba cho 05 cá nhân`
        marks.append(AwardMark(kind: .name(name), tokens: at..<grade.end))
        at = grade.end
      } else if let mark = quotedTitle(at, clause) {
        marks.append(mark)
        at = mark.tokens.upperBound
      } else if let match = awards.grantor(in: stream, at: at, before: clause.upperBound) {
        // `tỉnh` alone is a place or a level, nobody who grants.
        if match.value != "Tỉnh", match.value != "Trung ương" {
          marks.append(AwardMark(kind: .grantor(match.value), tokens: at..<match.end))
        }
        at = match.end
      } else if let end = word(at, clause, into: &marks) {
        at = end
      } else {
        at += 1
      }
    }
    return marks
  }

  /// `danh hiệu “Sinh viên 5 tốt”`: a title that no list knows is named by its quotation.
  private func quotedTitle(_ at: Int, _ clause: Range<Int>) -> AwardMark? {
    guard stream[at].key == "danh", stream[at + 1].key == "hiệu" else { return nil }
    let open = stream[at + 2].isSign(":") ? at + 3 : at + 2
    if let title = capitalTitle(at, open, clause) { return title }
    guard open < clause.upperBound, stream[open].opensQuote, stream[open + 1].isWord,
      let close = (open + 2..<min(open + 14, clause.upperBound)).first(where: { stream[$0].closesQuote })
    else { return nil }
    let title = AwardVocabulary.Name(name: stream.flatText(ofTokens: (open + 1)..<close), kind: .title)
    return AwardMark(kind: .name(title), tokens: at..<(close + 1))
  }

  /// `đạt danh hiệu Người thợ trẻ giỏi toàn quốc`: a title that begins with a capital and ends its phrase.
  private func capitalTitle(_ start: Int, _ first: Int, _ clause: Range<Int>) -> AwardMark? {
    guard first < clause.upperBound, stream[first].isWord, stream[first].isCapital, !stream[first].isAllCapitals else {
      return nil
    }
    var end = first
    while end < clause.upperBound, end - first <= 12, stream[end].isWord || stream[end].isNumber,
      !awards.titleEnds.contains(stream[end].key)
    {
      end += 1
    }
    guard (3...12).contains(end - first) else { return nil }
    let title = AwardVocabulary.Name(name: stream.flatText(ofTokens: first..<end), kind: .title)
    return AwardMark(kind: .name(title), tokens: start..<end)
  }

  /// Who grants, where the name of an award says so: `Bằng khen của Thủ tướng Chính phủ`.
  func grantor(insideNameIn tokens: Range<Int>) -> String? {
    guard let mark = firstGrantor(in: tokens), case .grantor(let name) = mark.kind else { return nil }
    return name
  }

  private func firstGrantor(in tokens: Range<Int>) -> AwardMark? {
    for at in tokens.dropFirst() {
      if let match = awards.grantor(in: stream, at: at, before: tokens.upperBound), match.value != "Tỉnh" {
        return AwardMark(kind: .grantor(match.value), tokens: at..<match.end)
      }
    }
    return nil
  }

  /// A title made of common words is one only as a title: `gia đình văn hóa` is also who receives.
  private func isName(_ name: AwardVocabulary.Name, _ at: Int) -> Bool {
    guard name.kind == .prize else { return true }
    return !stream[at - 1].isNumber
  }

  // MARK: Numbers with what they count

  private func counted(_ at: Int, _ clause: Range<Int>, _ graded: AwardVocabulary.Name?) -> AwardMark? {
    let token = stream[at]
    let before = at > clause.lowerBound ? stream[at - 1] : Token.outside
    let numeral: Numeral
    if token.isNumber {
      guard
        !(token.isJoined
          && (before.isWord || before.isSign("/") || before.isSign(".") || before.isSign(",") || before.isDash)),
        let figures = numerals.figures(at: at), figures.value.isWhole, !figures.isReversed
      else { return nil }
      numeral = figures
    } else {
      guard let spelled = numerals.words(at: at) ?? numerals.listedOne(at: at), !words.numberLeads.contains(before.key)
      else { return nil }
      numeral = spelled
    }
    var next = numeral.end
    // `16/51 đồng chí đạt danh hiệu ...`: how many of all.
    if token.isNumber, stream[next].isSign("/"), stream[next].isJoined, stream[next + 1].isNumber,
      stream[next + 1].isJoined, !stream[next + 2].isJoined, let all = numerals.figures(at: next + 1),
      all.value >= numeral.value
    {
      next = all.end
    }
    // `27¹ tập thể`
    if stream[next].kind == .superscript, stream[next].isJoined { next += 1 }
    guard next < clause.upperBound, !words.numberLeads.contains(before.key) || numeral.hasLeadingZero,
      !Self.ranks.contains(before.key), !isGrade(numeral, behind: before)
    else { return nil }
    // `05 (năm) tập thể`
    if stream[next].isSign("("), stream[next + 1].isWord,
      let close = (next + 2..<next + 8).first(where: { stream[$0].isSign(")") }),
      stream[next + 2].isSign(")") || numerals.words(at: next + 1)?.end == close
    {
      next = close + 1
    }
    guard !isLimit(before: at, clause), !stream.isCell(at..<numeral.end) else { return nil }
    if Self.classifiers.contains(stream[next].key) { next += 1 }
    if let mark = timesGranted(numeral.value, at, next, clause) { return mark }
    if let name = graded.flatMap({ shortened($0, next) }) {
      return AwardMark(kind: .awards(name, count: numeral.value, recipient: nil), tokens: at..<(next + 1))
    }
    if let match = awards.name(in: stream, at: next, before: clause.upperBound),
      isCountable(match.value, next, match.end)
    {
      let (recipient, end) = kindOfPrize(match, clause)
      // `đã cấp 1.250 giấy chứng nhận`: papers of an office.
      if match.value.name == "Giấy chứng nhận", (max(clause.lowerBound, at - 3)..<at).contains(where: isIssuing) {
        return nil
      }
      // `01 Huân chương hạng ba trở lên`: on which condition.
      guard !isContest(match.value, at, end, clause), !(stream[end].key == "trở" && stream[end + 1].key == "lên") else {
        return nil
      }
      return AwardMark(
        kind: .awards(match.value, count: numeral.value, recipient: recipient), tokens: at..<end)
    }
    // `01 Huân chương Lao động hạng Nhì, 02 hạng Ba`
    if let grade = awards.grade(in: stream, at: next, before: clause.upperBound),
      let name = graded?.graded(grade.value)
    {
      return AwardMark(kind: .awards(name, count: numeral.value, recipient: nil), tokens: at..<grade.end)
    }
    guard let match = awards.recipient(in: stream, at: next, before: clause.upperBound) else { return nil }
    // `1.245 cá nhân Lao động tiên tiến`
    if match.end < clause.upperBound, stream[match.end].isCapital || stream[match.end].opensQuote,
      let title = awards.name(in: stream, at: match.end, before: clause.upperBound),
      title.value.kind == .title || title.value.kind == .badge
    {
      return AwardMark(
        kind: .awards(title.value, count: numeral.value, recipient: match.value), tokens: at..<title.end)
    }
    // `300 đại biểu đại diện các tập thể được khen thưởng`: those whom they stand for receive.
    if stream[match.end].key == "đại", stream[match.end + 1].key == "diện" { return nil }
    return AwardMark(kind: .recipients(code: match.value, count: numeral.value), tokens: at..<match.end)
  }

  /// `cuối năm lớp 2 em được khen thưởng`: the number names a grade; `cấp 2 bằng khen` gives them out.
  private func isGrade(_ numeral: Numeral, behind before: Token) -> Bool {
    words.gradedLeads.contains(before.key) && before.key != "cấp" && !numeral.hasLeadingZero
      && numeral.value <= DecimalNumber(12)
  }

  /// Before a number, say that it is a place in an order: `trong top 15 gương mặt`.
  private static let ranks: WordSet = ["top", "tốp"]

  /// Between a number and what it counts: `2 tấm HCV`.
  private static let classifiers: WordSet = ["lượt", "tấm", "chiếc"]

  /// `2 lần được Trung ương Đoàn tặng huy chương`: how often somebody received it.
  private func timesGranted(
    _ count: DecimalNumber, _ start: Int, _ next: Int, _ clause: Range<Int>
  ) -> AwardMark? {
    // `hiến máu 40 lần được tặng` says what it was given for.
    let before = stream[start - 1]
    guard stream[next].key == "lần",
      start == clause.lowerBound || !before.isWord || Self.timesLeads.contains(before.key)
    else { return nil }
    var at = next + 1
    while at - next <= 2, stream[at].key == "vinh" || stream[at].key == "dự" { at += 1 }
    guard stream[at].key == Words.duoc else { return nil }
    while at < min(next + 16, clause.upperBound), !stream[at].isNumber, !stream[at].endsClause {
      if let verb = awards.verbs.match(stream, at: at, before: clause.upperBound), verb.value == .gives {
        guard let award = awards.name(in: stream, at: verb.end, before: clause.upperBound) else { return nil }
        return AwardMark(kind: .awards(award.value, count: count, recipient: nil), tokens: start..<award.end)
      }
      at += 1
    }
    return nil
  }

  private static let timesLeads: WordSet = ["đã", "có", "từng", "và", "ông", "bà", "anh", "chị", "thầy", "cô", "tới"]

  /// `3 huy chương vàng, 2 bạc và 1 đồng`; `6 cờ thi đua cho ... và 43 cờ cho ...`: the award named before, by one word.
  private func shortened(_ name: AwardVocabulary.Name, _ at: Int) -> AwardVocabulary.Name? {
    let behind = stream[at + 1]
    guard !behind.isWord || Self.shortenedEnds.contains(behind.key) else { return nil }
    switch name.kind {
    case .sportsMedal where Self.metals.contains(stream[at].key):
      return awards.name("huy chương", dividedBy: stream.flatText(ofTokens: at..<(at + 1)))
    case .flag where stream[at].key == "cờ": return name
    default: return nil
    }
  }

  private static let metals: WordSet = ["vàng", "bạc", "đồng"]
  private static let shortenedEnds: WordSet = ["và", "cho", "của", "tại", "ở", "trong"]

  /// `cấp` as a verb; `các cấp`, `cấp tỉnh` are levels.
  private func isIssuing(_ at: Int) -> Bool {
    stream[at].key == "cấp" && stream[at - 1].key != "các" && (stream[at + 1].isNumber || !stream[at + 2].isWord)
  }

  /// `không quá 15 tập thể`, `tối đa 20`, `ít nhất 5`, `từ 10 ... trở lên`: a limit, no tally.
  private func isLimit(before at: Int, _ clause: Range<Int>) -> Bool {
    guard at - 2 >= clause.lowerBound else { return false }
    // `tăng 04 giải so với năm học trước`: a difference.
    if stream[at - 1].key == "tăng" || stream[at - 1].key == "giảm" { return true }
    // `trao tối đa cho 20 nữ sinh`
    let at = stream[at - 1].key == "cho" ? at - 1 : at
    guard let match = words.bounds.match(stream, before: at, from: clause.lowerBound), match.start < at - 1 else {
      return false
    }
    return match.value == .atLeast || match.value == .atMost
  }

  /// `12 gia đình văn hóa` counts families, `12 Bằng khen` awards.
  private func isCountable(_ name: AwardVocabulary.Name, _ start: Int, _ end: Int) -> Bool {
    guard name.kind == .title else { return true }
    guard let match = awards.recipient(in: stream, at: start, before: end) else { return true }
    // `1.204 tập thể Lao động tiên tiến`
    return match.end < end && (stream[start].isCapital || name.name.hasPrefix("Tập thể"))
  }

  /// `35 giải cá nhân`, `02 giải nhất toàn đoàn`: who receives, behind the name of a prize.
  private func kindOfPrize(
    _ match: (value: AwardVocabulary.Name, end: Int), _ clause: Range<Int>
  ) -> (String?, Int) {
    guard match.value.kind == .prize || match.value.kind == .sportsMedal else { return (nil, match.end) }
    var recipient: String?
    // The form itself may say it: `giải cá nhân`.
    switch stream[match.end - 1].key {
    case "nhân" where stream[match.end - 2].key == "cá": recipient = "individual"
    case "thể" where stream[match.end - 2].key == "tập": recipient = "collective"
    case "đoàn" where stream[match.end - 2].key == "toàn": recipient = "collective"
    default: break
    }
    if recipient == nil, match.end < clause.upperBound,
      let next = awards.recipient(in: stream, at: match.end, before: clause.upperBound),
      next.value == "individual" || next.value == "collective",
      stream[match.end].key == "cá" || stream[match.end].key == "tập"
    {
      return (next.value, next.end)
    }
    if recipient == nil, stream[match.end].key == "toàn", stream[match.end + 1].key == "đoàn" {
      return ("collective", match.end + 2)
    }
    return (recipient, match.end)
  }

  /// `tổ chức 05 giải cầu lông`: a contest, not a prize.
  private func isContest(_ name: AwardVocabulary.Name, _ start: Int, _ end: Int, _ clause: Range<Int>) -> Bool {
    guard name.kind == .prize, name.name == "giải" else { return false }
    if end < clause.upperBound, awards.sports.contains(stream[end].key) { return true }
    for at in max(clause.lowerBound, start - 3)..<start {
      // `Ban Tổ chức trao 35 giải` gives prizes.
      if stream[at].key == "chức" { return stream[at - 1].key == "tổ" && stream[at - 2].key != "ban" }
      // `học sinh giỏi quốc gia: đạt 27 giải`
      if stream[at].key == "gia", stream[at - 1].key != "tham" { continue }
      if awards.contestVerbs.contains(stream[at].key) { return true }
    }
    return false
  }

  // MARK: Verbs and other words

  private func word(_ at: Int, _ clause: Range<Int>, into marks: inout [AwardMark]) -> Int? {
    let key = stream[at].key
    if key == Words.duoc {
      marks.append(AwardMark(kind: .passive, tokens: at..<(at + 1)))
      return at + 1
    }
    if key == Words.thanh, stream[at + 1].key == "tích" {
      let end = min(clause.upperBound, at + 5)
      for index in (at + 2)..<max(end, at + 2) where stream[index].key == "đột" && stream[index + 1].key == "xuất" {
        marks.append(AwardMark(kind: .category("khen đột xuất"), tokens: at..<(index + 2)))
        return index + 2
      }
      return at + 2
    }
    // A field of work: `công tác thi đua, khen thưởng`; a kind: `khen đột xuất`.
    if key == Words.khen {
      let behind = stream[at + 1].key == "thưởng" ? at + 2 : at + 1
      let kind = stream[behind].key == "theo" ? behind + 1 : behind
      let category = awards.commendationKinds.match(stream, at: kind, before: clause.upperBound)
      var end = behind
      if behind == at + 2, !isField(at, clause) {
        marks.append(AwardMark(kind: .verb(.commends), tokens: at..<behind))
      }
      if let category {
        marks.append(AwardMark(kind: .category("khen " + lowercased(category.value)), tokens: at..<category.end))
        end = category.end
      } else if behind == at + 1, let match = awards.verbs.match(stream, at: at, before: clause.upperBound) {
        marks.append(AwardMark(kind: .verb(match.value), tokens: at..<match.end))
        end = match.end
      } else if behind == at + 1, countsRecipients(behind, clause) {
        // `đã khen 27 tập thể`
        marks.append(AwardMark(kind: .verb(.commends), tokens: at..<behind))
      }
      return end
    }
    if let match = awards.refusals.match(stream, at: at, before: clause.upperBound) {
      // `Xét đề nghị của Trưởng ban`, `theo đề nghị`: what was asked for, and then granted.
      if !(stream[at].key == "đề" && Self.askedFor.contains(stream[at - 1].key)) {
        marks.append(AwardMark(kind: .refusal, tokens: at..<match.end))
      }
      return match.end
    }
    if let match = awards.verbs.match(stream, at: at, before: clause.upperBound) {
      // `quà tặng` is a noun.
      if stream[at - 1].key == "quà" { return match.end }
      if match.value == .gains, receivesWorks(match.end, clause) { return match.end }
      // A name begins with `danh hiệu` and is read with it.
      let end = stream[match.end - 1].key == "hiệu" ? match.end - 2 : match.end
      marks.append(AwardMark(kind: .verb(match.value), tokens: at..<end))
      return end
    }
    return nil
  }

  /// `Ban tổ chức đã nhận được 1.637 tác phẩm`: whether works are counted behind `nhận`, which were sent in and won
  /// nothing yet.
  private func receivesWorks(_ start: Int, _ clause: Range<Int>) -> Bool {
    guard stream[start].key == Words.duoc, stream[start + 1].isNumber else { return false }
    var at = start + 2
    while at < clause.upperBound, stream[at].isNumber || stream[at].isSign(".") { at += 1 }
    return awards.recipient(in: stream, at: at, before: clause.upperBound)?.value == "work"
  }

  private static let askedFor: WordSet = ["xét", "theo", "vào", "cứ"]

  /// Whether a number of recipients stands at `start`, behind the `*` of Markdown and `cho`.
  private func countsRecipients(_ start: Int, _ clause: Range<Int>) -> Bool {
    var at = start
    while at < clause.upperBound, stream[at].isSign("*") || stream[at].key == "cho" { at += 1 }
    return at + 1 < clause.upperBound && stream[at].isNumber
      && awards.recipient(in: stream, at: at + 1, before: clause.upperBound) != nil
  }

  private func isField(_ at: Int, _ clause: Range<Int>) -> Bool {
    guard at > clause.lowerBound else { return false }
    var before = at - 1
    if stream[before].isSign(",") || stream[before].isDash || stream[before].key == Words.va { before -= 1 }
    // `quy định khen thưởng` is a text, `quyết định khen thưởng` grants.
    if stream[before].key == "định" { return stream[before - 1].key == "quy" || stream[before - 1].key == "nghị" }
    return awards.fields.contains(stream[before].key)
  }
}
