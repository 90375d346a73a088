/// A count against the things that are listed behind it.
extension Audit {
  /// `khen thưởng 3 tập thể gồm: phòng A, phòng B và Công an huyện C`; `5 lĩnh vực quan trọng: giao thông, giảm ngập và
  /// phòng chống lụt bão, môi trường, giáo dục, y tế`: the items between commas, the last two tied by `và`.
  ///
  /// An `và` may also stand inside an item, so a list is at fault only where none can: it has four items or more of few
  /// words each, ends its clause, and misses the count by one. Refuses lists that are open (`...`, `v.v.`, `như`).
  mutating func listedItems(_ total: Number) {
    // `2 môn thi là ngữ văn (120 phút) và ngoại ngữ (60 phút)`
    let behind = total.tokens.upperBound
    if stream[behind].key == "là", itemsWithAsides(total, from: behind + 1) { return }
    guard let list = listStart(behind: total.tokens.upperBound), list.isMarked || isOffice(list.start) else { return }
    if list.isMarked, itemsWithAsides(total, from: list.start) || itemsBetweenSemicolons(total, from: list.start) {
      return
    }
    guard total.isInFigures(stream), total.value > DecimalNumber(2), let items = items(from: list.start),
      items.spans.count >= 2
    else { return }
    if !list.isMarked, !items.spans.allSatisfy({ isOffice($0.lowerBound) }) { return }
    let bare = DecimalNumber(items.spans.count)
    let natural = items.endsWithAnd ? DecimalNumber(items.spans.count + 1) : bare
    let holds = total.value == bare || total.value == natural
    guard holds || list.isMarked && isSureList(items) && natural.subtracting(total.value)?.magnitude == DecimalNumber(1)
    else { return }
    add(
      .sum, total, holds ? total.value : natural, holds: holds, tokens: total.tokens.lowerBound..<items.end,
      members: [total.member], note: "items listed")
  }

  /// `gồm 2 phần: Học tập và làm theo tấm gương đạo đức ...; Những tấm gương bình dị mà cao quý ...`: items that semicolons part. Refuses
  /// items that begin with numbers, for those are parts.
  ///
  /// - Returns: whether they agree with the count or miss it by one.
  private mutating func itemsBetweenSemicolons(_ total: Number, from start: Int) -> Bool {
    let end = sentenceEnd(from: start)
    guard start < end, end - start < Self.reach, numbers(in: start..<end).isEmpty else { return false }
    var items = 0
    var listed = 0
    var first = start
    for at in start...end where at == end || stream[at].isSign(";") {
      if first == at, at == end { break }
      let lead = stream[first].key == Words.va ? first + 1 : first
      guard at - lead >= 1, stream[lead].isWord, !(lead..<at).contains(where: { stream[$0].isSign(":") }) else {
        return false
      }
      items += 1
      if (lead..<at).contains(where: { stream[$0].isSign(",") }) { listed += 1 }
      if at == end { break }
      first = at + 1
    }
    // `Lễ hội hoa ...; Liên hoan Văn hóa ... và Hội nghị Xúc tiến đầu tư ...`: the last may be two.
    if total.value == DecimalNumber(items + 1), (first..<end).contains(where: { stream[$0].key == Words.va }) {
      items += 1
    }
    // `A, học sinh lớp 12 ...; B (học sinh ..., C, học sinh ...`: where items hold commas a lost semicolon joins two.
    return items >= 2 && addItems(total, items, end: end, missing: listed <= 1 ? 1 : 0)
  }

  /// `2 môn thi là ngữ văn (120 phút) và ngoại ngữ (60 phút)`: items that each have brackets of their own.
  ///
  /// - Returns: whether there are such items; how many is told only where nothing goes on behind them.
  private mutating func itemsWithAsides(_ total: Number, from start: Int) -> Bool {
    var items = 0
    var at = start
    while items < 30 {
      var open = at
      while open - at < 8, stream[open].isWord, stream[open].key != Words.va, !outline.beginsParagraph[safe: open] {
        open += 1
      }
      guard open > at, stream[open].isSign("("), let close = closingBracket(from: open) else { return false }
      items += 1
      at = close + 1
      if stream[at].isSign(",") || stream[at].isSign(";") {
        at += stream[at + 1].key == Words.va ? 2 : 1
      } else if stream[at].key == Words.va {
        at += 1
      } else {
        break
      }
    }
    let isClosed =
      sentences.isEnd(at) || stream[at].isSign(")") || stream[at].kind == .outside || outline.beginsParagraph[safe: at]
    if isClosed, items >= 2 { _ = addItems(total, items, end: at) }
    return items >= 2
  }

  /// `7 khối thi đua như sau:` above lines `1. ...` to `7. ...`; `3 nội dung: (1) ...; (2) ...; (3) ...`
  ///
  /// - Returns: whether they agree with the count or miss it by one.
  /// - Complexity: O(*n*) in tokens of the list.
  mutating func numberedItems(_ total: Number) -> Bool {
    let end = total.tokens.upperBound
    guard
      let colon = (end..<min(end + 40, stream.count)).first(where: {
        stream[$0].isSign(":") || sentences.isEnd($0) || outline.beginsParagraph[$0]
      }), stream[colon].isSign(":")
    else { return false }
    // `8 khối, cụm thi đua với tổng số 87 đơn vị, như sau:`: of two numbers the items say which is meant.
    let isNearest = !numbers(in: end..<colon).contains { numbers[$0].unit == "count" }
    let list =
      outline.beginsParagraph[safe: colon + 1] ? numberedLines(from: colon + 1) : numbersInLine(from: colon + 1)
    let areNamed =
      !list.lines.isEmpty && list.lines.allSatisfy { line in total.of.map { isNamed($0, at: line + 2) } ?? false }
    guard list.count >= 2, isNearest || areNamed else { return false }
    return addItems(total, list.count, end: min(list.end, stream.count))
  }

  /// `II. CÁ NHÂN (14 cá nhân)` above lines `1. ...` to `14. ...`: how many a heading says that its list names.
  ///
  /// A list that goes on numbering below the headings of its parts is counted by those.
  ///
  /// - Complexity: O(*n*) in tokens of the list.
  mutating func linesBelowHeading(_ index: Int) {
    let total = numbers[index]
    let close = total.tokens.upperBound
    guard total.unit == "count", total.outOf == nil, !total.isBounded, total.value > DecimalNumber(2),
      stream[total.tokens.lowerBound - 1].isSign("("), stream[close].isSign(")"),
      case let below = stream[close + 1].isSign(":") ? close + 2 : close + 1, below < stream.count,
      stream[below].startsLine, stream[below].isNumber
    else { return }
    let list = linesInARow(from: below)
    if list.count >= 2 { _ = addItems(total, list.count, end: min(list.end, stream.count), missing: 2) }
  }

  /// Items that are numbered from 1 on, where those in lines of their own begin, and the end of the last.
  private struct NumberedList {
    var count = 0
    var lines: [Int] = []
    var end: Int
  }

  /// Lines `6. ...`, `7. ...` that go on from any number, up to a line with a mark of another kind: `b) ...`, `III.
  /// ...`.
  private func linesInARow(from start: Int) -> NumberedList {
    var list = NumberedList(end: start)
    let first = Int(stream[start].value)
    var at = start
    while at < stream.count, at - list.end < Self.reach {
      if stream[at].startsLine || at == start {
        let mark = stream[at + 1]
        if mark.isJoined, mark.isSign(".") || mark.isSign(")") {
          guard stream[at].isNumber, Int(stream[at].value) == first + list.count else { break }
          list.count += 1
          list.end = at + 1
        }
      }
      at += 1
    }
    // To the end of the last line.
    while list.end < stream.count, !stream[list.end].startsLine { list.end += 1 }
    return list
  }

  /// Paragraphs `1. ...`, `2. ...`, with others that begin small or with a bullet between.
  private func numberedLines(from start: Int) -> NumberedList {
    var list = NumberedList(end: start)
    var at = start
    while at < stream.count, at - list.end < Self.reach, outline.beginsParagraph[at] {
      let mark = stream[at + 1]
      let isNext =
        stream[at].isNumber && Int(stream[at].value) == list.count + 1 && mark.isJoined
        && (mark.isSign(".") || mark.isSign(")"))
      if isNext {
        list.count += 1
        list.lines.append(at)
      } else if list.count == 0 || stream[at].isNumber || stream[at].isCapital {
        break
      }
      at = paragraphEnd(from: at)
      list.end = at
    }
    return list
  }

  /// `(1) ...; (2) ...` in one paragraph.
  private func numbersInLine(from start: Int) -> NumberedList {
    var list = NumberedList(end: start)
    var at = start
    while at < stream.count, at - list.end < Self.reach, !outline.beginsParagraph[at] {
      if stream[at].isSign("("), stream[at + 1].isNumber, stream[at + 2].isSign(")") {
        guard Int(stream[at + 1].value) == list.count + 1 else { break }
        list.count += 1
        list.end = at + 1
      }
      at += 1
    }
    return list
  }

  /// Whether an item begins with a noun of what is counted: `khối, cụm thi đua` with `Khối` or `Cụm`.
  private func isNamed(_ noun: String, at: Int) -> Bool {
    noun.split(whereSeparator: { $0 == " " || $0 == "," }).contains { WordKey(String($0)) == stream[at].key }
  }

  /// - Parameter most: by how many a list may miss its count and still be the one that it counts.
  private mutating func addItems(_ total: Number, _ items: Int, end: Int, missing most: Int = 1) -> Bool {
    let computed = DecimalNumber(items)
    guard let difference = total.value.subtracting(computed)?.magnitude, difference <= DecimalNumber(most) else {
      return false
    }
    add(
      .sum, total, computed, holds: difference == .zero, tokens: total.tokens.lowerBound..<end,
      members: [total.member], note: "items listed")
    return true
  }

  private func isOffice(_ at: Int) -> Bool { offices.match(stream, at: at) != nil }

  /// What stands between the commas of a list.
  private struct Items {
    var spans: [Range<Int>] = []
    /// How many `và` stand in items before the last.
    var innerAnds = 0
    /// Whether the last span holds one `và` or more.
    var endsWithAnd = false
    var lastAnds = 0
    /// Whether it ends with its clause.
    var isClosed = false
    var end = 0
  }

  /// Where a list begins: behind `gồm`, `bao gồm` or a colon, at most four words behind what is counted, or straight
  /// behind it.
  private func listStart(behind end: Int) -> (start: Int, isMarked: Bool)? {
    var at = end
    while at - end <= 4, !outline.beginsParagraph[safe: at] {
      if stream[at].key == "gồm" { return (stream[at + 1].isSign(":") ? at + 2 : at + 1, true) }
      if stream[at].isSign(":") { return (at + 1, true) }
      if stream[at].isSign(","), stream[at + 1].key == "gồm" || stream[at + 1].key == "bao" {
        at += 1
        continue
      }
      // `6 lĩnh vực như: ...`
      if words.openLists.contains(stream[at].key) { return nil }
      guard stream[at].isWord else { break }
      at += 1
    }
    return stream[end].isWord && !outline.beginsParagraph[safe: end] ? (end, false) : nil
  }

  /// The items of a list; nil when it is open or cannot be taken apart.
  private func items(from start: Int) -> Items? {
    guard start < stream.count, !outline.beginsParagraph[safe: start], stream[start].isWord || stream[start].isNumber
    else { return nil }
    var items = Items()
    var first = start
    var at = start
    var ands = 0
    func close(_ end: Int) -> Bool {
      guard end > first, end - first <= 30 else { return false }
      items.spans.append(first..<end)
      return true
    }
    while at - start < 160 {
      let token = stream[at]
      if token.kind == .outside || outline.beginsParagraph[safe: at] || token.isSign(";") || sentences.isEnd(at)
        || words.listEnds.contains(token.key)
      {
        items.isClosed = !words.listEnds.contains(token.key)
        break
      }
      if token.isSign("…") || token.isSign("(") || token.isSign(":") || token.opensQuote || token.isSign(".")
        || words.openLists.contains(token.key)
      {
        return nil
      }
      if token.isSign(","), !(token.isJoined && stream[at + 1].isNumber && stream[at + 1].isJoined) {
        guard close(at) else { return nil }
        items.innerAnds += ands
        ands = 0
        at += 1
        if stream[at].key == Words.va { at += 1 }
        first = at
        continue
      }
      if token.key == Words.va { ands += 1 }
      at += 1
    }
    guard close(at) else { return nil }
    items.endsWithAnd = ands > 0
    items.lastAnds = ands
    items.end = at
    return items
  }

  /// Whether nobody could count the items otherwise.
  private func isSureList(_ items: Items) -> Bool {
    items.isClosed && items.innerAnds == 0 && items.lastAnds <= 1 && items.spans.count >= 3
      && items.spans.count + items.lastAnds >= 4
      && items.spans.enumerated().allSatisfy { order, span in
        let isLast = order + 1 == items.spans.count
        return span.count <= (isLast && items.lastAnds > 0 ? 13 : 6)
          && span.allSatisfy { stream[$0].isWord && !words.itemBreaks.contains(stream[$0].key) || stream[$0].isDash }
      }
  }
}
