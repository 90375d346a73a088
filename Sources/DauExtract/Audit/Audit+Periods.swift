import Algorithms

/// Numbers of periods against those of the periods that make them up, and changes over several years.
extension Audit {
  /// `quý I thu 120 tỷ đồng, quý II thu 150 tỷ đồng, 6 tháng đầu năm thu 270 tỷ đồng`: periods in a row, then the one
  /// that they make up.
  ///
  /// - Complexity: O(1): the numbers of one sentence are looked at.
  mutating func periodsOfTotal(_ index: Int) {
    let total = numbers[index]
    guard index > 1, isSummed(total), !isChange(index), !total.isBounded, let whole = months(before: total) else {
      return
    }
    let start = sentenceStart(of: total.tokens.lowerBound)
    var parts: [Number] = []
    var end = whole.upperBound
    for number in numbers(in: start..<total.tokens.lowerBound).suffix(16).reversed().map({ numbers[$0] }) {
      guard isSameMeasure(number, total), !isRate(number), !number.isBounded, let part = months(before: number),
        part.upperBound == end, part != whole
      else { continue }
      parts.insert(number, at: 0)
      end = part.lowerBound
    }
    guard parts.count >= 2, end == whole.lowerBound, let sum = sum(of: parts) else { return }
    let holds = agrees(total.value, sum, within: slack(of: parts + [total]))
    guard holds || nearlyAgrees(total.value, sum, oneIn: 3) else { return }
    add(
      .sum, total, sum, holds: holds, tokens: parts[0].tokens.lowerBound..<total.tokens.upperBound,
      members: parts.map(\.member))
  }

  /// The months of the period that stands shortly before a number, counted from year 0: `6 tháng đầu năm thu`.
  private func months(before number: Number) -> Range<Int>? {
    let place = number.tokens.lowerBound
    let next = dates.partitioningIndex { $0.tokens.lowerBound >= place }
    guard next > 0, case let date = dates[next - 1], let edtf = date.fact.edtf, date.fact.qualifier == nil,
      place >= date.tokens.upperBound, place - date.tokens.upperBound <= 4,
      (date.tokens.upperBound..<place).allSatisfy({ stream[$0].isWord || stream[$0].isSign(":") }),
      !(date.tokens.upperBound...place).contains(where: { outline.beginsParagraph[$0] }), let year = Int(edtf.prefix(4))
    else { return nil }
    let first = year * 12
    if edtf.utf8.count == 4 { return first..<first + 12 }
    guard edtf.utf8.count == 7, let part = Int(edtf.suffix(2)) else { return nil }
    switch part {
    case 1...12: return first + part - 1..<first + part
    case 33...36: return first + (part - 33) * 3..<first + (part - 32) * 3
    case 40, 41: return first + (part - 40) * 6..<first + (part - 39) * 6
    default: return nil
    }
  }

  /// `giảm từ 15,38% năm 2016 xuống còn 6,08% năm 2021, bình quân mỗi năm giảm 1,86%`: the change over as many years.
  mutating func changePerYear(_ index: Int) {
    let change = numbers[index]
    guard index > 1, change.outOf == nil, let sign = direction(of: change), isPerYear(change),
      case let now = numbers[index - 1], case let base = numbers[index - 2], !isChange(index - 1),
      now.unit == base.unit, change.unit == now.unit || change.unit == "point" && now.unit == "percent",
      base.outOf == nil, now.outOf == nil, leads(from: index - 2, to: index - 1),
      sentenceStart(of: change.tokens.lowerBound) <= base.tokens.lowerBound, let first = year(beside: base),
      let last = year(beside: now), last > first + 1, let grown = growth(from: base.value, to: now.value, sign),
      case let years = DecimalNumber(Int(last - first)), let computed = grown.divided(by: years, places: 4),
      let own = slack(of: [base, now]).divided(by: years, places: 4), let slack = change.half.adding(own)
    else { return }
    add(
      .ratio, change, computed, holds: agrees(change.value, computed, within: slack),
      tokens: base.tokens.lowerBound..<change.tokens.upperBound, members: [base.member, now.member, change.member],
      note: "change over \(last - first) years")
  }

  /// `tháng 9 có 1.856 ca, tháng 10 có 1.204 ca (giảm 35,1%), tháng 11 còn 725 ca, giảm tiếp 39,8%`: a month and the one told before it.
  mutating func changeOverMonths(_ index: Int) {
    let change = numbers[index]
    guard index > 1, change.outOf == nil, let sign = direction(of: change), !ratios.contains(change.tokens),
      !stream.isVersus(change.tokens.upperBound), case let now = numbers[index - 1], !isChange(index - 1),
      change.tokens.lowerBound - now.tokens.upperBound <= 3, let month = month(before: now),
      let base = numbers[..<(index - 1)].suffix(3).last(where: { $0.unit != "percent" }), isSameMeasure(base, now),
      isSameMeasure(now, base), let earlier = self.month(before: base), month > earlier, base.value > .zero,
      sentenceStart(of: change.tokens.lowerBound) <= base.tokens.lowerBound
    else { return }
    tell(change, sign, from: base, to: now)
  }

  /// The month in `tháng 10 có` before a number, with no year behind it.
  func month(before number: Number) -> Int32? {
    let start = number.tokens.lowerBound
    for at in stride(from: start - 1, through: max(start - 5, 1), by: -1) {
      if outline.beginsParagraph[at] || !stream[at].isWord && !stream[at].isNumber { return nil }
      guard stream[at].isNumber else { continue }
      return stream[at - 1].key == "tháng" && (1...12).contains(stream[at].value) ? stream[at].value : nil
    }
    return nil
  }

  /// `mỗi năm giảm 1,86%`, `bình quân giảm 1,86%/năm`
  private func isPerYear(_ change: Number) -> Bool {
    let verb = change.tokens.lowerBound - 1
    if stream[verb - 2].key == "mỗi", stream[verb - 1].key == Words.nam { return true }
    return (change.tokens.lowerBound...change.tokens.upperBound).contains {
      stream[$0].isSign("/") && stream[$0 + 1].key == Words.nam
    }
  }

  /// The year straight behind a number or shortly before it.
  private func year(beside number: Number) -> Int32? {
    let end = number.tokens.upperBound
    if stream[end].key == Words.nam, stream[end + 1].digitCount == 4 { return stream[end + 1].value }
    if stream[end].isSign("("), stream[end + 1].key == Words.nam, stream[end + 2].digitCount == 4 {
      return stream[end + 2].value
    }
    return year(before: number, within: 8)
  }

  /// `xếp thứ 12/63 tỉnh, thành phố, tăng 5 bậc so với năm 2020 (thứ 17/63)`, `từ thứ 17 lên thứ 12, tăng 5 bậc`: places
  /// in a ranking, of which the first is the best.
  mutating func changeOfRank(_ index: Int) {
    let change = numbers[index]
    guard let noun = change.of, noun == "bậc" || noun == "hạng" || noun == "vị trí", change.outOf == nil,
      let sign = direction(of: change)
    else { return }
    let place = change.tokens.lowerBound
    let start = sentenceStart(of: place)
    let before = ranks(in: max(start, place - 40)..<place).suffix(2)
    let end = max(change.tokens.upperBound, min(sentenceEnd(from: place), place + 24))
    let behind = stream.isVersus(change.tokens.upperBound) ? ranks(in: change.tokens.upperBound..<end).prefix(1) : []
    let pair = before.count == 2 ? Array(before) : Array(behind + before)
    guard pair.count == 2, case let (base, now) = (pair[0], pair[1]), let one = base.value, let two = now.value,
      before.count == 1
        || (base.tokens.upperBound..<now.tokens.lowerBound).contains(where: {
          Self.becoming.contains(stream[$0].key)
        }), let computed = growth(from: two, to: one, sign)
    else { return }
    let all = [base.tokens, now.tokens, change.tokens]
    add(
      .difference, change, computed, holds: change.value == computed,
      tokens: all.map(\.lowerBound).min()!..<all.map(\.upperBound).max()!, members: [base, now, change.member],
      note: "places in a ranking")
  }

  /// `hạng 2/4`, `thứ 12/63`
  func isRank(_ number: Number) -> Bool {
    let before = stream[number.tokens.lowerBound - 1].key
    return number.unit == "rank" || before == "hạng" || before == "thứ"
  }

  /// `thứ 12`, `hạng 12`, as the figures alone.
  private func ranks(in tokens: Range<Int>) -> [Candidate.Member] {
    tokens.filter {
      stream[$0].isNumber && (stream[$0 - 1].key == "thứ" || stream[$0 - 1].key == "hạng")
        && stream[$0].digitCount <= 3
    }.map { Candidate.Member(tokens: $0..<$0 + 1, value: DecimalNumber(Int(stream[$0].value))) }
  }
}
