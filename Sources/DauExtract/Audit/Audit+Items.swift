/// A count against the things that are listed behind it.
extension Audit {
  /// `khen thưởng 3 tập thể gồm: phòng A, phòng B và Công an huyện C`; `5 lĩnh vực quan trọng: giao thông, giảm ngập và
  /// phòng chống lụt bão, môi trường, giáo dục, y tế`: the items between commas, the last two tied by `và`.
  ///
  /// An `và` may also stand inside an item, so a list is at fault only where none can: it has four items or more of few
  /// words each, ends its clause, and misses the count by one. Refuses lists that are open (`...`, `v.v.`, `như`).
  mutating func listedItems(_ total: Number) {
    guard let list = listStart(behind: total.tokens.upperBound), list.isMarked || isOffice(list.start),
      let items = items(from: list.start),
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
