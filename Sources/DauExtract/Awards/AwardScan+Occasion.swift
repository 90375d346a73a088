extension AwardScan {
  // MARK: What for

  /// `thành tích trong ...`, `trong công tác ...`, behind the recipients.
  func occasion(in range: Range<Int>) -> String? {
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
      for at in start..<max(start, min(start + 10, range.upperBound)) where stream[at].key == "trong" {
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
