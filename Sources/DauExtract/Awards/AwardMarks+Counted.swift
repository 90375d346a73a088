internal import DauRules

/// Numbers with what they count: `16 tập thể`, `03 giải nhì`, `2 lần được tặng Bằng khen`.
extension AwardMarkScanner {
  func counted(_ at: Int, _ clause: Range<Int>, _ graded: AwardVocabulary.Name?) -> AwardMark? {
    let token = stream[at]
    let before = at > clause.lowerBound ? stream[at - 1] : Token.outside
    let numeral: Numeral
    if token.isNumber {
      guard
        !(token.isJoined
          && (before.isWord || before.isSign("/") && !isBehindRecipient(at - 1) || before.isSign(".")
            || before.isSign(",") || before.isDash)),
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
    if let mark = timesGranted(numeral.value, at, next, clause) ?? countedKind(numeral.value, at, next, clause) {
      return mark
    }
    if numeral.value < Self.money, let (name, end) = graded.flatMap({ shortened($0, next, clause) }) {
      return AwardMark(kind: .awards(name, count: numeral.value, recipient: nil), tokens: at..<end)
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
    if let (prize, end) = prizeBehind(match.end, clause) {
      return AwardMark(kind: .awards(prize, count: numeral.value, recipient: match.value), tokens: at..<end)
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

  /// `05 cá nhân giải nhì`, `03 tác phẩm trao giải A`: the ranked prize straight behind who won it; `05 em giải nhất, nhì` won
  /// several.
  private func prizeBehind(_ start: Int, _ clause: Range<Int>) -> (AwardVocabulary.Name, Int)? {
    let at = stream[start].key == "trao" || stream[start].key == "xếp" ? start + 1 : start
    guard stream[at].key == "giải", let prize = awards.name(in: stream, at: at, before: clause.upperBound),
      prize.value.kind == .prize, prize.value.name != "giải",
      !(stream[prize.end].isSign(",") || stream[prize.end].key == Words.va) || rank(prize.end + 1, clause) == nil
    else { return nil }
    return (prize.value, prize.end)
  }

  /// `tập thể/11 cá nhân`: a stroke between two of a list.
  private func isBehindRecipient(_ stroke: Int) -> Bool { Self.recipientTails.contains(stream[stroke - 1].key) }

  /// As much of `đồng` is money.
  private static let money = DecimalNumber(1000)

  private static let recipientTails: WordSet = ["thể", "nhân", "đình", "hộ"]

  /// `3 huy chương vàng, 2 bạc và 1 đồng`; `01 giải nhất, 05 nhì, 20 khuyến khích`; `6 cờ thi đua cho ... và 43 cờ cho ...`: the
  /// award named before, by a word or two.
  private func shortened(
    _ name: AwardVocabulary.Name, _ at: Int, _ clause: Range<Int>
  ) -> (AwardVocabulary.Name, Int)? {
    if name.kind == .prize, Self.rankHeads.contains(stream[at].key), let rank = rank(at, clause) {
      return isShortenedEnd(rank.end) ? rank : nil
    }
    guard isShortenedEnd(at + 1) else { return nil }
    switch name.kind {
    case .sportsMedal where Self.metals.contains(stream[at].key):
      return awards.name("huy chương", dividedBy: stream.flatText(ofTokens: at..<(at + 1))).map { ($0, at + 1) }
    case .flag where stream[at].key == "cờ": return (name, at + 1)
    default: return nil
    }
  }

  private func isShortenedEnd(_ end: Int) -> Bool {
    !stream[end].isWord || Self.shortenedEnds.contains(stream[end].key)
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
}
