internal import DauRules

/// Clauses with a verb: who grants what, and which of those named receive it.
extension AwardScan {
  /// Who stands before `được` and the verb, as one list: `02 tập thể, 02 cá nhân được ... tặng`.
  func passiveRecipients(_ marks: [AwardMark], after previous: Int, before verb: Int) -> [Int] {
    if case .verb(.gains) = marks[verb].kind, let list = gainers(marks, after: previous, before: verb) { return list }
    guard
      let passive = (previous + 1..<verb).last(where: { if case .passive = marks[$0].kind { true } else { false } }),
      marks[verb].tokens.lowerBound - marks[passive].tokens.lowerBound <= 24,
      let last = (previous + 1..<passive).last(where: { isRecipients(marks[$0]) && !isObject(marks[$0]) }),
      marks[passive].tokens.lowerBound - marks[last].tokens.upperBound <= 60,
      // `73 diễn viên mà có đến 36 huy chương được trao`: what was given stands there, not who received it.
      !(last + 1..<passive).contains(where: { if case .awards = marks[$0].kind { true } else { false } })
    else { return [] }
    return list(endingAt: last, marks, after: previous)
  }

  /// Who stands before `đạt`: `12 cá nhân đạt danh hiệu ...`, the award straight behind the verb.
  func gainers(_ marks: [AwardMark], after previous: Int, before verb: Int) -> [Int]? {
    guard verb - 1 > previous, isRecipients(marks[verb - 1]), verb + 1 < marks.count, name(marks[verb + 1]) != nil,
      marks[verb].tokens.lowerBound - marks[verb - 1].tokens.upperBound
        <= (stream[marks[verb].tokens.lowerBound - 1].key == "đều" ? 24 : 12),
      marks[verb + 1].tokens.lowerBound - marks[verb].tokens.upperBound <= 4
    else { return nil }
    return list(endingAt: verb - 1, marks, after: previous)
  }

  /// `vụ chìm tàu làm 3 người chết`: those to whom something was done receive nothing.
  private func isObject(_ mark: AwardMark) -> Bool {
    scanner.awards.objectLeads.contains(stream[mark.tokens.lowerBound - 1].key)
  }

  func list(endingAt last: Int, _ marks: [AwardMark], after previous: Int) -> [Int] {
    var list = [last]
    var at = last - 1
    // `tặng bằng khen cho 119 doanh nghiệp, 15 doanh nghiệp được nhận giải thưởng`: `cho` ties the first to the verb before.
    while at > previous, isRecipients(marks[at]), previous < 0 || stream[marks[at].tokens.lowerBound - 1].key != "cho",
      isListed(marks[at].tokens.upperBound..<marks[list[0]].tokens.lowerBound, pastAside: true)
    {
      list.insert(at, at: 0)
      at -= 1
    }
    return list
  }

  /// Whether nothing but a comma or `và` stands between two of a list.
  ///
  /// - Parameter pastAside: whether brackets behind the first are passed over: `25 tập thể (có danh sách) và 40 cá nhân`.
  /// - Complexity: O(1): 60 tokens of brackets at most.
  func isListed(_ between: Range<Int>, pastAside: Bool = false) -> Bool {
    var between = between
    if pastAside, let open = between.first, stream[open].isSign("("), between.count <= 64,
      let close = between.first(where: { stream[$0].isSign(")") }), close + 1 < between.upperBound
    {
      between = close + 1..<between.upperBound
    }
    guard between.count <= 4 else { return false }
    return between.allSatisfy {
      let token = stream[$0]
      return token.isSign(",") || token.key == Words.va || token.key == "cùng" || token.key == "với"
        || token.isSign("&") || token.isSign("+") || token.isSign("/")
        || token.isSign("*") || Self.bounds.contains(token.key)
    }
  }

  /// `9 tập thể và hơn 66 cá nhân`
  private static let bounds: WordSet = ["hơn", "trên", "gần", "khoảng"]

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
    let isDivided = named.map { namesPart($0, marks, behind: passive.last ?? verb) } ?? false
    if isDivided { named = nil }
    if needsName && named == nil && before == nil && !isDivided { return }
    let aside = bracketedCategory(marks, behind, active)
    var grant = Grant(
      name: named.flatMap { joinedName(marks, $0) } ?? before,
      grantor: grantor(marks, verb: verb, ahead: ahead, behind: behind),
      category: aside == nil ? category(marks, behind) ?? category(marks, ahead) : category(marks, ahead),
      tokens: evidenceStart(marks, verb: verb, ahead: ahead)..<marks[verb].tokens.upperBound)
    grant.isGrantorOfName = grant.grantor != nil && ownGrantor(marks, behind: behind) != nil
    grant.grantor = grant.grantor ?? carriedGrantor(to: grant.name) ?? lead?.grantor
    let end = (passive + active).map { marks[$0].tokens.upperBound }.max() ?? marks[verb].tokens.upperBound
    // A verb may reach over the end of its range: `KHEN` and `THƯỞNG |` on two lines.
    grant.occasion = occasion(in: end..<max(end, range.upperBound))
    grant.decision = decision(of: marks[verb].tokens.lowerBound) ?? lead?.decision
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
      } else if let aside, aside.tokens.contains(mark.tokens.lowerBound) {
        grant.category = aside.category
      }
      // `danh hiệu “X” cho 32 tập thể và danh hiệu “Y” cho 09 cá nhân`
      if let nearest = (verb + 1..<index).last(where: { name(marks[$0]) != nil }) {
        grant.name = joinedName(marks, nearest)
      }
      emit(
        mark, grant, evidence: grant.tokens.lowerBound..<mark.tokens.upperBound,
        isTotal: isWhole(marks, index, in: range))
      taken = index
    }
    carried = grant
  }

  /// `24 tập thể, 33 cá nhân (trong đó 10 tập thể, 12 cá nhân là khen đột xuất)`: the kind, behind those it is said of in
  /// their brackets, with the brackets.
  func bracketedCategory(
    _ marks: [AwardMark], _ range: Range<Int>, _ recipients: [Int]
  ) -> (category: String, tokens: Range<Int>)? {
    guard let at = range.first(where: { if case .category = marks[$0].kind { true } else { false } }),
      case .category(let category) = marks[at].kind, let first = recipients.first
    else { return nil }
    let start = marks[at].tokens.lowerBound
    guard
      let open = (marks[first].tokens.lowerBound..<max(start, marks[first].tokens.upperBound)).last(where: {
        stream[$0].isSign("(") || stream[$0].isSign(")")
      }), stream[open].isSign("("), recipients.contains(where: { (open..<start).contains(marks[$0].tokens.lowerBound) })
    else { return nil }
    // A kind straight before its numbers is read with them.
    if at + 1 < marks.count, isRecipients(marks[at + 1]), marks[at + 1].tokens.lowerBound == marks[at].tokens.upperBound
    {
      return nil
    }
    return (category, open..<start)
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
      made = made.named(before.name + ", " + made.name)
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
      if isGiven(marks[index]) { return subject(marks, before: index) }
      // `... Bằng khen của Thủ tướng, 21 cá nhân được trao Kỷ niệm chương`: that is the grantor of another award.
      let isOfOther =
        isNamedBehind && index > 0 && name(marks[index - 1]) != nil
        && marks[index].tokens.lowerBound - marks[index - 1].tokens.upperBound <= 1
      if !isOfOther { return grantor }
    }
    return nil
  }

  /// `trao 100 triệu đồng cho Công an tỉnh, tặng Bằng khen cho ...`: who was given something does not grant.
  private func isGiven(_ mark: AwardMark) -> Bool { stream[mark.tokens.lowerBound - 1].key == "cho" }

  /// Who gave it: the last before that was given nothing.
  private func subject(_ marks: [AwardMark], before index: Int) -> String? {
    for mark in marks[..<index].reversed() {
      if case .grantor(let grantor) = mark.kind, !isGiven(mark) { return grantor }
    }
    return nil
  }

  func category(_ marks: [AwardMark], _ range: Range<Int>) -> String? {
    var hasRecipients = false
    for index in range {
      if isRecipients(marks[index]) { hasRecipients = true }
      guard case .category(let category) = marks[index].kind else { continue }
      // `120 tập thể, trong đó: khen đột xuất 20 tập thể`: the kind of those behind it alone.
      if hasRecipients, index + 1 < marks.count, isRecipients(marks[index + 1]),
        marks[index].tokens.upperBound == marks[index + 1].tokens.lowerBound
      {
        continue
      }
      return category
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

  /// Whether the recipients at `start` are those the verb speaks of, and not some of which a phrase tells.
  func isReached(_ start: Int, _ marks: [AwardMark], verb: Int, index: Int, last: AwardMark?) -> Bool {
    let start = behindMarks(start)
    let before = stream[start - 1]
    if let last {
      if case .category = marks[index - 1].kind, marks[index - 1].tokens.upperBound == start { return true }
      if isListed(last.tokens.upperBound..<start) || isOfNext(last, start) { return true }
      return before.isSign(",") || before.isSign("(") || before.isSign(":") || before.key == Words.va
        || before.key == "cho" || before.key == "gồm" || before.key == "đó" || before.key == "cùng"
        || before.key == "có" && stream[start - 2].key == "đó"
    }
    if scanner.awards.connectors.contains(before.key) || before.isSign(":") || before.isSign("(") { return true }
    // `tặng Bằng khen cho Công an tỉnh và 02 cá nhân`: the first of the list is a name.
    if before.key == Words.va || before.key == "cùng" {
      let from = max(marks[index - 1].tokens.upperBound, start - 16)
      if (from..<start).contains(where: { stream[$0].key == "cho" }) { return true }
    }
    // Straight behind the verb, the award, its grantor or the kind.
    return marks[verb...].prefix(while: { $0.tokens.lowerBound < start }).contains { $0.tokens.upperBound == start }
  }

  /// `Hà Tĩnh có 76 học sinh được nhận bằng khen, Vĩnh Phúc có 61 học sinh, Nghệ An 59 học sinh`: the same of the next place.
  private func isOfNext(_ last: AwardMark, _ start: Int) -> Bool {
    let between = last.tokens.upperBound..<start
    guard (2...7).contains(between.count), stream[between.lowerBound].isSign(",") else { return false }
    let end = stream[start - 1].key == "có" ? start - 1 : start
    let name = between.lowerBound + 1..<max(end, between.lowerBound + 1)
    return !name.isEmpty && name.allSatisfy { stream[$0].isWord && stream[$0].isCapital }
  }

  /// Whether a tally sums others: those behind it, or behind the list that it begins.
  ///
  /// `120 tập thể, 350 cá nhân, trong đó: ...` gives two that do; `62 cá nhân, trong đó 30 cá nhân ... ở cơ sở` none, for
  /// those at the grassroots are counted beside.
  ///
  /// - Complexity: O(*k*) in tokens behind it, 200 at most.
  func isWhole(_ marks: [AwardMark], _ index: Int, in range: Range<Int>) -> Bool {
    guard case .recipients(let code, _) = marks[index].kind else { return false }
    if isTotal(marks[index], in: range) {
      let parts = ends(of: code, behind: marks[index].tokens.upperBound)
      return parts.count != 1 || !saysGrassroots(parts[0])
    }
    var last = index
    while last + 1 < marks.count, isRecipients(marks[last + 1]),
      isListed(marks[last].tokens.upperBound..<marks[last + 1].tokens.lowerBound)
    {
      last += 1
    }
    return last > index && isTotal(marks[last], in: range)
      && ends(of: code, behind: marks[last].tokens.upperBound).count >= 2
  }

  /// Where the tallies of one kind of recipient end behind a token, in its sentence.
  private func ends(of code: String, behind token: Int) -> [Int] {
    (token..<max(token, min(token + 200, sentence.upperBound))).compactMap { at in
      guard stream[at].isNumber,
        let part = scanner.awards.recipient(in: stream, at: at + 1, before: sentence.upperBound), part.value == code
      else { return nil }
      return part.end
    }
  }

  /// `start`, or where the `*` of Markdown before it begin.
  func behindMarks(_ start: Int) -> Int {
    var start = start
    while start > 0, stream[start - 1].isSign("*") { start -= 1 }
    return start
  }

  /// Whether the parts of a tally stand behind it.
  func isTotal(_ mark: AwardMark, in range: Range<Int>) -> Bool {
    var at = mark.tokens.upperBound
    // Marks of Markdown and of notes: `24 cá nhân(2)`.
    while stream[at].isSign("*") || at < range.upperBound && outline.reserved[at] { at += 1 }
    if stream[at].isSign(",") || stream[at].isSign(";") && stream[at + 1].key == Words.trong { at += 1 }
    let token = stream[at]
    if token.isSign(":") { return true }
    if token.key == "gồm" || token.key == "bao" && stream[at + 1].key == "gồm" { return true }
    if token.key == "trong" && stream[at + 1].key == "đó" { return true }
    guard token.isSign("("), at + 1 < range.upperBound else { return false }
    return
      (stream[at + 1].isNumber || beginsPart(at + 1, mark, range)
      || stream[at + 1].key == "trong" && stream[at + 2].key == "đó" && stream[at + 3].key != "có")
      && !dividesOthers(mark, at + 1..<max(at + 1, range.upperBound))
  }

  /// `33 cá nhân và 02 gia đình (trong đó 10 tập thể, 12 cá nhân ...)`: brackets that count none of those before them
  /// divide the whole list.
  private func dividesOthers(_ mark: AwardMark, _ range: Range<Int>) -> Bool {
    guard case .recipients(let code, _) = mark.kind, code != "mixed" else { return false }
    var counted = 0
    for at in range {
      if stream[at].isSign(")") { break }
      guard stream[at].isNumber,
        let part = scanner.awards.recipient(in: stream, at: at + 1, before: range.upperBound)
      else { continue }
      if part.value == code { return false }
      counted += 1
    }
    return counted > 0
  }
}
