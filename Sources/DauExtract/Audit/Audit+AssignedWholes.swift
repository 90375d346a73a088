/// Shares of an amount that was assigned, planned or needed, and what stands behind in other forms.
extension Audit {
  /// `Tổng vốn được giao 1.250 tỷ đồng. Đến nay đã giải ngân 875 tỷ đồng, đạt 70%`; `nhu cầu vốn 23.000 tỷ đồng, mới bố trí
  /// được 5.000 tỷ đồng, tương ứng 21,7% yêu cầu`: a share of what its sentence, or the one before in the paragraph,
  /// says is to be had or done.
  ///
  /// Where several could be meant only one that agrees is told.
  ///
  /// - Complexity: O(1): the last dozen numbers of two sentences are looked at.
  mutating func shareOfAssigned(_ index: Int) {
    let percent = numbers[index]
    guard percent.unit == "percent", index > 0, !percent.value.isNegative, !ratios.contains(percent.tokens),
      !isChange(index), let (place, end) = subject(of: index), case let part = numbers[place], isSummed(part),
      !isChange(place), percent.tokens.lowerBound - end <= 4, !crossesParagraph(from: part, to: percent),
      isShareOfAssigned(percent)
    else { return }
    let sentence = sentenceStart(of: part.tokens.lowerBound)
    let start = sentence > 1 && !outline.beginsParagraph[sentence] ? sentenceStart(of: sentence - 2) : sentence
    let wholes = numbers(in: start..<part.tokens.lowerBound).suffix(12).filter {
      isSameMeasure(numbers[$0], part) && !isChange($0) && !isRate(numbers[$0]) && numbers[$0].value > .zero
    }.map { numbers[$0] }
    let assigned = wholes.filter { isAssigned($0, from: start) }
    for whole in assigned.reversed()
    where emitShare(
      of: whole, part, percent,
      reportsSlips: part.unit != "count" && wholes.count == 1 && leadsToDone(part, from: whole))
    {
      return
    }
  }

  private mutating func emitShare(of whole: Number, _ part: Number, _ percent: Number, reportsSlips: Bool) -> Bool {
    emitRatio(
      part, of: whole.value, stated: percent, members: [part.member, whole.member, percent.member],
      from: whole.tokens.lowerBound, always: false, reportsSlips: reportsSlips, slips: Self.assignedSlips,
      spread: part.slack.adding(whole.slack)?.percentage(of: whole.value, places: 6))
  }

  /// How far the share of the only amount that was assigned may be off and still be a slip: a half.
  private static let assignedSlips = 2

  /// A share verb before a percentage, or brackets round it, and behind it nothing or the plan: no other time, no other whole.
  private func isShareOfAssigned(_ percent: Number) -> Bool {
    let behind = percent.tokens.upperBound
    if isAloneInBrackets(percent) { return true }
    let verb = stream[percent.tokens.lowerBound - 1].key
    guard words.shareVerbs.contains(verb) || verb == "ứng" || verb == "đương" else { return false }
    if stream.isVersus(behind) { return words.planNouns.match(stream, at: behind + 2) != nil }
    return !stream[behind].isWord || outline.beginsParagraph[safe: behind]
      || words.planNouns.match(stream, at: behind) != nil
      || Self.assigned.contains(stream[behind + 1].key) || stream[behind].key == "tổng"
  }

  /// Whether words before a number in its sentence say that it is to be had or done.
  private func isAssigned(_ number: Number, from start: Int) -> Bool {
    let place = number.tokens.lowerBound
    return (max(start, place - 8)..<place).contains {
      Self.assigning.contains(stream[$0].key) || Self.assigned.contains(stream[$0 + 1].key)
        || words.planNouns.match(stream, at: $0) != nil
    }
  }

  /// Whether what stands between says that the second was done of the first.
  private func leadsToDone(_ done: Number, from whole: Number) -> Bool {
    let between = whole.tokens.upperBound..<done.tokens.lowerBound
    return between.count <= 24
      && between.contains { Self.doneWords.contains(stream[$0].key) }
      && !between.contains { stream[$0].isSign("(") || stream[$0].isSign(")") }
  }

  private static let assigning: WordSet = ["giao", "phải", "cần", "tổng", "duyệt"]
  /// The second words of `yêu cầu`, `nhu cầu`, `bố trí`.
  private static let assigned: WordSet = ["cầu", "trí"]
  private static let doneWords: WordSet = ["đã", "được", "giải", "thực", "mới", "lũy"]

  /// `18 đơn vị trong tổng số 72 đơn vị trực thuộc, đạt tỷ lệ 25%`; `7.521 thí sinh đỗ trong số 7.650 thí sinh dự thi, đạt
  /// 98,31%`: a part, the whole that it is in, and its share, which can be of nothing else.
  mutating func shareWithin(_ index: Int) {
    let percent = numbers[index]
    guard percent.unit == "percent", index > 1, !percent.value.isNegative, percent.value <= DecimalNumber(100),
      !ratios.contains(percent.tokens), case let whole = numbers[index - 1], case let part = numbers[index - 2],
      isIntroducedAsWhole(whole), whole.outOf == nil, part.outOf == nil, whole.value > .zero,
      isOfOneNoun(part, whole), !isChange(index - 2), !whole.isBounded,
      (part.tokens.upperBound..<percent.tokens.lowerBound).allSatisfy({
        !stream[$0].endsClause && !outline.beginsParagraph[$0]
      }), whole.tokens.lowerBound - part.tokens.upperBound <= 16,
      percent.tokens.lowerBound - whole.tokens.upperBound <= 8,
      words.shareVerbs.contains(stream[percent.tokens.lowerBound - 1].key) || isAloneInBrackets(percent),
      !stream[percent.tokens.upperBound].isWord
    else { return }
    emitRatio(
      part, of: whole.value, stated: percent, members: [part.member, whole.member, percent.member],
      from: part.tokens.lowerBound, always: true)
  }

  /// `hồ sơ nộp trực tuyến` and `hồ sơ tiếp nhận` begin with one word.
  private func isOfOneNoun(_ a: Number, _ b: Number) -> Bool {
    a.unit == b.unit && (a.unit != "count" || a.of?.split(separator: " ").first == b.of?.split(separator: " ").first)
  }

  /// `giảm 12 vụ (84/96 vụ)`, `giảm 5 người chết (45/50)`: by how much, then what it is and what it was, with a stroke between.
  ///
  /// `thêm 5 xã (12/45 xã)` is a part of all, so that what does not agree is told only where it is near.
  mutating func changeOverPair(_ index: Int) {
    let change = numbers[index]
    guard change.unit != "percent", change.outOf == nil, let sign = direction(of: change),
      let open = bracketBehind(change), let (now, base, end) = pair(at: open + 1), stream[end].isSign(")"),
      let grown = growth(from: base.value ?? .zero, to: now.value ?? .zero, sign)
    else { return }
    let holds = agrees(change.value, grown, within: change.slack)
    guard holds || isCompared(change) || !grown.isNegative && nearlyAgrees(change.value, grown, oneIn: 2) else {
      return
    }
    add(
      .difference, change, grown, holds: holds, tokens: change.tokens.lowerBound..<end + 1,
      members: [now, base, change.member])
  }

  /// `Toàn tỉnh có 165.430 phụ nữ. ... Hội tập hợp được 122.971 hội viên, tỷ lệ thu hút 74,3%`: a rate of the number straight before its part,
  /// whatever they count. Others may be meant, so that only what agrees or would with one digit is told.
  mutating func namedRate(_ index: Int) {
    let percent = numbers[index]
    guard percent.unit == "percent", index > 1, percent.slack > .zero, figures(of: percent.value) >= 3,
      !ratios.contains(percent.tokens), !percent.value.isNegative, percent.value < DecimalNumber(100),
      case let part = numbers[index - 1], part.unit == "count", part.outOf == nil, !isChange(index),
      // Over `từ 18 tuổi trở lên`.
      let place = numbers.indices[..<(index - 1)].suffix(3).last(where: { figures(of: numbers[$0].value) >= 3 }),
      case let whole = numbers[place], whole.unit == "count", whole.outOf == nil, part.value < whole.value,
      !isChange(index - 1), !isChange(place), figures(of: part.value) >= 3,
      !crossesParagraph(from: whole, to: percent), percent.tokens.lowerBound - part.tokens.upperBound <= 6,
      let rate = (part.tokens.upperBound..<percent.tokens.lowerBound).first(where: { stream[$0].key == "lệ" }),
      stream[rate - 2].isSign(","), !stream[percent.tokens.upperBound].isWord,
      let share = part.value.percentage(of: whole.value, places: 4), let missing = share.subtracting(percent.value),
      isShare(percent, part, of: whole) || isMisprint(percent.value, of: missing, within: percent.half)
    else { return }
    emitRatio(
      part, of: whole.value, stated: percent, members: [part.member, whole.member, percent.member],
      from: whole.tokens.lowerBound, always: true)
  }

  /// `72/44 (61%)`: a part that is more than its whole is read as no share, and the percentage beside it says that it was meant as one.
  /// A second figure of twelve at most may be a month.
  mutating func shareOfMore(_ index: Int) {
    let percent = numbers[index]
    let open = percent.tokens.lowerBound - 1
    guard percent.unit == "percent", isAloneInBrackets(percent), !ratios.contains(percent.tokens),
      !percent.value.isNegative, percent.value <= DecimalNumber(100),
      let start = (max(1, open - 7)..<max(1, open - 2)).last(where: {
        stream[$0].isNumber && stream[$0 + 1].isSign("/")
      }),
      !stream[start - 1].isSign("/"), !(start + 1...open).contains(where: { outline.beginsParagraph[$0] }),
      let (part, whole, end) = pair(at: start), end == open, let more = part.value, let all = whole.value,
      all > DecimalNumber(12), more > all, more.isWhole, all.isWhole, let tenfold = all.scaled(byPowerOfTen: 1),
      more < tenfold
    else { return }
    let number = Number(value: more, tokens: part.tokens)
    emitRatio(
      number, of: all, stated: percent, members: [part, whole, percent.member], from: part.tokens.lowerBound,
      always: true)
  }

  /// Whether a sentence says before a change that it is one since another time: `so với cùng kỳ năm 2017 giảm 12 vụ`.
  private func isCompared(_ change: Number) -> Bool {
    let place = change.tokens.lowerBound
    return (max(sentenceStart(of: place), place - 60)..<place).contains(where: stream.isVersus)
  }

  /// The bracket that opens behind a number and at most two words: `giảm 5 người chết (`.
  private func bracketBehind(_ number: Number) -> Int? {
    var at = number.tokens.upperBound
    while at - number.tokens.upperBound < 3, stream[at].isWord, !outline.beginsParagraph[safe: at] { at += 1 }
    return stream[at].isSign("(") ? at : nil
  }

  /// `84/96 vụ`, with or without what it counts, and the token behind it.
  private func pair(at start: Int) -> (now: Candidate.Member, base: Candidate.Member, end: Int)? {
    guard let first = numerals.figures(at: start), stream[first.end].isSign("/"),
      let second = numerals.figures(at: first.end + 1)
    else { return nil }
    var end = second.end
    while end - second.end < 4, stream[end].isWord, !outline.beginsParagraph[safe: end] { end += 1 }
    return (
      Candidate.Member(tokens: start..<first.end, value: first.value),
      Candidate.Member(tokens: first.end + 1..<second.end, value: second.value), end
    )
  }

  /// `15 chỉ tiêu đạt và vượt, 3 chỉ tiêu không đạt trong tổng số 18 chỉ tiêu`: all of a kind in the sentence before the
  /// whole. That they are all is not said, so that a sum is told when it holds, or where the last are those that are not so.
  mutating func partsBeforeWhole(_ index: Int) {
    let whole = numbers[index]
    guard whole.unit == "count", whole.outOf == nil, !whole.isBounded, let noun = whole.of, isIntroducedAsWhole(whole),
      !inSums.contains(whole.tokens)
    else { return }
    let start = sentenceStart(of: whole.tokens.lowerBound)
    let parts = numbers(in: start..<whole.tokens.lowerBound).filter {
      isSameKind(numbers[$0].of, noun) && numbers[$0].outOf == nil && !isChange($0) && !isLeft(numbers[$0])
    }.map { numbers[$0] }
    guard parts.count >= 2, parts.allSatisfy({ !$0.isBounded && $0.value < whole.value }), let last = parts.last,
      let sum = sum(of: parts)
    else { return }
    guard sum == whole.value || isDenied(behind: last) && nearlyAgrees(whole.value, sum, oneIn: 5) else { return }
    add(
      .sum, whole, sum, holds: sum == whole.value, tokens: parts[0].tokens.lowerBound..<whole.tokens.upperBound,
      members: parts.map(\.member))
  }

  /// `năm 2019 trồng 1.250 ha, năm 2020 trồng 1.380 ha, hai năm trồng 2.630 ha`: years in a row, then as many together.
  mutating func yearsTogether(_ index: Int) {
    let total = numbers[index]
    guard index > 2, isSummed(total), !isChange(index), !total.isBounded else { return }
    let years = numbers[index - 1]
    guard years.unit == "year", total.tokens.lowerBound - years.tokens.upperBound <= 4,
      (years.tokens.upperBound..<total.tokens.lowerBound).allSatisfy({ stream[$0].isWord })
    else { return }
    // `... năm. 12 ha`: the years may stand in the sentence before.
    let start = min(sentenceStart(of: total.tokens.lowerBound), years.tokens.lowerBound)
    var parts: [Number] = []
    for number in numbers(in: start..<years.tokens.lowerBound).suffix(12).reversed().map({ numbers[$0] }) {
      guard isSameMeasure(number, total) else { continue }
      guard let year = year(before: number, within: 5) else { break }
      if let next = parts.first, let last = self.year(before: next, within: 5), last != year + 1 { break }
      parts.insert(number, at: 0)
    }
    guard parts.count >= 2, DecimalNumber(parts.count) == years.value, let sum = sum(of: parts) else { return }
    let holds = agrees(total.value, sum, within: slack(of: parts + [total]))
    guard holds || nearlyAgrees(total.value, sum, oneIn: 1) else { return }
    add(
      .sum, total, sum, holds: holds, tokens: parts[0].tokens.lowerBound..<total.tokens.upperBound,
      members: parts.map(\.member))
  }
}
