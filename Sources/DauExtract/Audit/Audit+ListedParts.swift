/// Parts in the paragraphs of a list.
extension Audit {
  /// `112 tập thể, cá nhân gồm:` with a list of paragraphs `- Cờ thi đua: 07 tập thể;`
  mutating func listedParts(_ index: Int) {
    let total = numbers[index]
    guard total.unit == "count", total.outOf == nil, !isChange(index) else { return }
    // The paragraph ends with `gồm:` or `trong đó:`.
    var colon = total.tokens.upperBound
    var limit = 0
    while colon < stream.count, !outline.beginsParagraph[colon], limit < 60 {
      colon += 1
      limit += 1
    }
    guard colon < stream.count, limit < 60, stream[colon - 1].isSign(":") else { return }
    let lead = stream[colon - 2].key
    let isNaming = lead == "gồm" || lead == "đó"
    guard isNaming || lead == "thể" && stream[colon - 3].key == "cụ" || lead == "sau" && stream[colon - 3].key == "như"
    else { return }
    let between = numbers(in: total.tokens.upperBound..<(colon - 1))
    // A number that stands in brackets is a part itself: `40 trường hợp (25 tập thể, 15 cá nhân), trong đó:`.
    let firstBracket = (total.tokens.upperBound..<colon).first { stream[$0].isSign("(") || stream[$0].isSign(")") }
    if let firstBracket, stream[firstBracket].isSign(")") { return }
    // Only the parts of the same number may stand in between, in its brackets.
    if !between.isEmpty, !stream[total.tokens.upperBound].isSign("(") { return }
    // `tặng 214 Bằng khen, cụ thể:` lists them all only where each item counts the same.
    var isOneKind = true
    var parts: [Number] = []
    var bare = 0
    var items = 0
    var at = colon
    let mark = itemMark(at: colon)
    while at < stream.count, items < 40, beginsItem(at) {
      let end = paragraphEnd(from: at)
      // `+ Huân chương Lao động: 17` below `a) Khen thưởng cấp Nhà nước: 52 trường hợp` is a part of that.
      if itemMark(at: at) != mark {
        at = end
        continue
      }
      let inside = numbers(in: at..<end)
      items += 1
      var own: [Number] = []
      // Behind a colon all numbers count; else those the item begins with.
      if let mark = (at..<end).first(where: { stream[$0].isSign(":") }),
        !inside.contains(where: { numbers[$0].tokens.lowerBound < mark })
      {
        own = inside.filter { numbers[$0].unit == "count" }.map { numbers[$0] }
        // `- Mầm non: 142 trường, 1.486 lớp;` below `6.012 lớp`
        let same = own.filter { isSameKind($0.of, total.of ?? "") }
        if !same.isEmpty { own = same }
      } else if let first = inside.first, numbers[first].tokens.lowerBound <= at + 3 || inside.count == 1 {
        own = numbers[first].unit == "count" ? [numbers[first]] : []
      }
      if own.isEmpty { bare += 1 }
      isOneKind = isOneKind && own.count == 1 && own.allSatisfy { isKind($0.of, of: total.of) && !$0.isBounded }
      parts += own
      at = end
    }
    guard items >= 2, parts.count >= 2 else { return }
    guard let sum = sum(of: parts) else { return }
    // An item without a number may be one of its kind.
    let computed = sum == total.value ? sum : sum.adding(DecimalNumber(bare)) ?? sum
    let holds = computed == total.value
    guard isNaming ? holds || bare == 0 : isOneKind && (holds || nearlyAgrees(total.value, sum, oneIn: 10)) else {
      return
    }
    add(
      .sum, total, holds ? computed : sum, holds: holds, tokens: total.tokens,
      members: parts.map(\.member))
  }

  /// What kind of mark an item begins with: the bullet itself, or whether a number or a letter stands before what sign.
  func itemMark(at start: Int) -> [Int32] {
    if stream[start].isBullet { return [stream[start].isDash ? 0x2D : stream[start].value] }
    return [stream[start].isNumber ? 1 : 2, stream[start + 1].value]
  }

  /// Whether a paragraph begins as an item of a list: `-`, `+`, `1.`, `a)`.
  func beginsItem(_ at: Int) -> Bool {
    if stream[at].isBullet { return true }
    let isMark = stream[at + 1].isSign(".") || stream[at + 1].isSign(")")
    return outline.beginsParagraph[at] && isMark && stream[at + 1].isJoined
      && (stream[at].isNumber && stream[at].digitCount <= 2 || stream[at].isWord && stream[at].bytes.count <= 2)
  }
}
