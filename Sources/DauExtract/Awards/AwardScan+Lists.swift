/// Lists and clauses without a verb, whose grant was said before them or stands in the heading.
extension AwardScan {
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
      case .awards(let name, _, _):
        // `Bằng khen: 120 (40 tập thể, 80 cá nhân)`: the brackets say who received those.
        guard stream[mark.tokens.upperBound].isSign("("), index + 1 < marks.count, isRecipients(marks[index + 1]),
          marks[index + 1].tokens.lowerBound <= mark.tokens.upperBound + 2
        else { continue }
        grant = Grant(
          name: name, grantor: scanner.grantor(insideNameIn: mark.tokens) ?? carried?.grantor ?? lead?.grantor,
          tokens: mark.tokens)
        last = nil
      case .category(let name):
        category = name
        categoryEnd = mark.tokens.upperBound
      case .recipients:
        let start = behindMarks(mark.tokens.lowerBound)
        let before = stream[start - 1]
        let isNamed =
          grant.map { grant in
            before.isSign(":") || before.key == "cho" || before.isSign("(") || grant.tokens.upperBound == start
              || stream[start - 1].key == "gồm"
          } ?? false
        let isList = last.map { isListed($0.tokens.upperBound..<start, pastAside: true) } ?? false
        if grant == nil, last == nil {
          // `...; khen đột xuất 38 tập thể, 96 cá nhân`
          grant = inherited(start, content, category) ?? (categoryEnd == start || before.isSign(":") ? carried : nil)
          if grant == nil { continue }
        } else if !isNamed && !isList && !isBreakdown && categoryEnd != start {
          continue
        }
        guard var made = grant else { continue }
        made.category = category ?? made.category
        made.decision = decision(of: start) ?? made.decision ?? carried?.decision ?? lead?.decision
        made.occasion =
          made.occasion ?? occasion(in: mark.tokens.upperBound..<max(mark.tokens.upperBound, range.upperBound))
        let total = isTotal(mark, in: range)
        if total { isBreakdown = true }
        emit(mark, made, evidence: mark.tokens, isTotal: isWhole(marks, index, in: range))
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
    if let carried, start == content || before.key == Words.va && !carried.isOfCount { return carried }
    // `...; cấp tỉnh 420 tập thể, 1.120 cá nhân`
    if let carried, stream[content].key == "cấp", start - content <= 6 { return carried }
    if isItem, let lead, start == content || before.isSign(":") { return lead }
    guard before.key == "gồm" || before.isSign(":") || before.key == "cho" || before.key == "có",
      let grant = headingGrant(at: start), grant.name != nil
    else { return nil }
    return grant
  }
}
