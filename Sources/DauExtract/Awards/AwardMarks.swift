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
    /// `khen chuyên đề 889`: how many of those counted before were given so.
    case kinds(String, count: DecimalNumber)
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
  let numerals: NumeralParser
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
    Self.recipientHeads.addWords(to: &starts)
    Self.rankHeads.addWords(to: &starts)
    self.starts = starts
  }

  /// - Complexity: O(*k* · length of the longest name) for *k* tokens.
  func marks(in clause: Range<Int>) -> [AwardMark] {
    var graded: AwardVocabulary.Name?
    return marks(in: clause, grading: &graded)
  }

  /// - Parameter graded: the award last named, of which `hạng Ba` or `nhì` names another grade; in clauses of one sentence that
  ///   of the clause before.
  func marks(in clause: Range<Int>, grading graded: inout AwardVocabulary.Name?) -> [AwardMark] {
    var marks: [AwardMark] = []
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
        if let tally = tally(match.value, at..<match.end, clause) {
          marks.append(tally)
          at = tally.tokens.upperBound
          continue
        }
        marks.append(AwardMark(kind: .name(match.value), tokens: at..<match.end))
        // `Bằng khen của Thủ tướng Chính phủ` says who grants.
        if let grantor = firstGrantor(in: at..<match.end) { marks.append(grantor) }
        at = match.end
      } else if let grade = awards.grade(in: stream, at: at, before: clause.upperBound),
        let name = graded?.graded(grade.value)
      {
        // `Huân chương Lao động hạng Nhất cho 01 tập thể, hạng Ba cho 05 cá nhân`
        let mark = tally(name, at..<grade.end, clause) ?? AwardMark(kind: .name(name), tokens: at..<grade.end)
        marks.append(mark)
        at = mark.tokens.upperBound
      } else if let mark = quotedTitle(at, clause) {
        let mark = titleTally(mark, clause) ?? mark
        marks.append(mark)
        at = mark.tokens.upperBound
      } else if let mark = labelled(at, clause, graded, behind: marks.last) {
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

  private func titleTally(_ mark: AwardMark, _ clause: Range<Int>) -> AwardMark? {
    guard case .name(let name) = mark.kind else { return nil }
    return tally(name, mark.tokens, clause)
  }

  /// Who received, or which prize of those counted before, with the number behind.
  private func labelled(
    _ at: Int, _ clause: Range<Int>, _ graded: AwardVocabulary.Name?, behind last: AwardMark?
  ) -> AwardMark? {
    if Self.recipientHeads.contains(stream[at].key) {
      let isListed = if case .recipients? = last?.kind { true } else { false }
      return recipientTally(at, clause, isListed: isListed)
    }
    guard graded?.kind == .prize, Self.rankHeads.contains(stream[at].key) else { return nil }
    return rankTally(at, clause)
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
      let category = awards.category(stream, behindKhen: at + 1, before: clause.upperBound)
      var end = behind
      if behind == at + 2, !isField(at, clause) {
        marks.append(AwardMark(kind: .verb(.commends), tokens: at..<behind))
      }
      if let category {
        let tokens = at..<category.end
        let mark =
          kindTally(category.name, tokens, clause) ?? AwardMark(kind: .category(category.name), tokens: tokens)
        marks.append(mark)
        end = mark.tokens.upperBound
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
