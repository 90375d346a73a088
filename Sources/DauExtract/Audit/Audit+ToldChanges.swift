/// Changes that are told as an amount and as a percentage, or as a percentage since a year.
extension Audit {
  /// A change with its percentage: `giảm 2 vụ (-6,5%)`, `tăng 9,6% (87 tỷ đồng)`.
  private struct ToldChange {
    var amount: Number
    var percent: Number
    var isFall: Bool
    /// Behind its brackets.
    var end: Int
    /// Whether words join them: `tương ứng`.
    var isInOtherWords = false

    /// The amount, negative for a fall.
    var signed: DecimalNumber { isFall ? -amount.value : amount.value }
    /// The percentage, negative for a fall.
    var stated: DecimalNumber { isFall && !percent.value.isNegative ? -percent.value : percent.value }
  }

  /// `giảm 2 vụ (-6,5%)` beside `29 vụ`, `tăng 290 người hay 0,81%` beside `36.132 người`, `tăng 104 triệu đồng (tăng
  /// 39,3%)` beside `369 triệu đồng`, `tăng 9,6% (87 tỷ đồng)`: the change over what it was before; `từ 400 xuống còn
  /// 280 đơn vị, giảm 120 đơn vị (30%)` says what that was.
  ///
  /// - Complexity: O(1): a few numbers before the change are looked at.
  mutating func changeInBrackets(_ index: Int) {
    guard let told = toldChange(index), !ratios.contains(told.percent.tokens) else { return }
    if changeToBehind(told) { return }
    let isCount = told.amount.unit == "count"
    let lead = numbers[index].tokens.lowerBound
    var before = numbers(in: sentenceStart(of: lead)..<lead)
      .filter { !isChange($0) && isSameMeasure(told.amount, numbers[$0]) }.suffix(isCount ? 8 : 4)
    if before.isEmpty, isCount { before = comparedInSentenceBefore(told.amount) }
    if isCount, before.count > 1 {
      let alike = before.filter { endsAlike(numbers[$0], told.amount) }
      if alike.count == 1 { before = alike[...] }
    }
    if !isCount, changeBetween(before, told) { return }
    for current in before {
      let number = numbers[current]
      let isStart =
        stream[number.tokens.lowerBound - 1].key == Words.tu || isComparedBase(number) || isOfEarlierTime(number)
      guard let previous = isStart ? number.value : number.value.subtracting(told.signed), previous > .zero else {
        continue
      }
      // The only number that it can be a change of.
      let isOnly =
        before.count == 1
        && (isCount || isStart
          || current == index - 1 && !number.isBounded && !told.amount.isBounded
            && isSubject(of: number.tokens.upperBound..<lead - 1))
      let slack = isStart ? number.slack : slack(of: [number, told.amount])
      let base = Base(value: previous, slack: slack, members: [told.amount.member, number.member])
      // `giảm 2 vụ (-6,5%)`: the sign says that it is how much it changed by.
      let slips = told.isInOtherWords ? 1 : isCount && told.percent.value.isNegative ? 0 : 3
      if emitChange(told, of: base, from: number, slips: isOnly ? slips : nil) { return }
    }
  }

  /// `xảy ra 8 vụ, 11 người bị thương. So với cùng kỳ tăng 3 vụ (60%), tăng 7 người bị thương (175%)`: what a sentence that begins by
  /// comparing speaks of, in the one before it.
  private func comparedInSentenceBefore(_ change: Number) -> ArraySlice<Int> {
    let start = sentenceStart(of: change.tokens.lowerBound)
    guard start > 1, stream.isVersus(start), !outline.beginsParagraph[start] else { return [] }
    let before = numbers(in: sentenceStart(of: start - 2)..<start).filter {
      !isChange($0) && numbers[$0].unit == change.unit && numbers[$0].outOf == nil
    }
    let same = before.filter { numbers[$0].of == change.of }
    if same.count == 1 { return same[...] }
    let alike = before.filter { endsAlike(numbers[$0], change) }
    return alike.count == 1 ? alike[...] : []
  }

  /// `làm chết 6 người`, `bị thương 11 người` beside `giảm 3 người chết`, `tăng 7 người bị thương` and `số người bị thương tăng 7 người`.
  private func endsAlike(_ number: Number, _ change: Number) -> Bool {
    let verb = change.tokens.lowerBound - 1
    let isNamed = stream[verb - 1].isWord && verb - 1 > sentenceStart(of: change.tokens.lowerBound)
    let end = change.tokens.upperBound
    let last = stream[isNamed ? verb - 1 : stream[end].isWord ? end : end - 1].key
    return isSameKind(number.of, change.of ?? "") && stream[number.tokens.lowerBound - 1].key == last
  }

  /// `So với cùng kỳ năm 2020 (3.874 lượt), số lượt tiếp giảm 265 lượt (-6,8%)`, `so với cùng kỳ (248 vụ, 141 người chết): giảm 34 vụ
  /// (-13,7%)`: whether a number in brackets is what something is compared with.
  private func isComparedBase(_ number: Number) -> Bool {
    guard isBracketed(number),
      let open = (max(0, number.tokens.lowerBound - 24)..<number.tokens.lowerBound).last(where: {
        stream[$0].isSign("(")
      })
    else { return false }
    let start = max(sentenceStart(of: open), open - 10)
    return (start..<open).contains(where: stream.isVersus)
  }

  /// `Cùng kỳ năm 2021 tiếp 4.738 lượt, như vậy số lượt tiếp giảm 412 lượt (8,7%)`: the first number of a sentence on an earlier time.
  private func isOfEarlierTime(_ number: Number) -> Bool {
    let start = sentenceStart(of: number.tokens.lowerBound)
    return stream[start].key == "cùng" && stream[start + 1].key == "kỳ"
      && numbers(in: start..<number.tokens.lowerBound).isEmpty
  }

  /// Whether a change is surely of the amount before it: nothing else, or the time it is compared with, is told between. `giá dầu 53,01
  /// USD/thùng, trong khi giá dầu thô Brent giảm 1,09 USD` is of another.
  private func isSubject(of between: Range<Int>) -> Bool {
    guard between.count <= 12, let first = between.first else { return between.isEmpty }
    let lead = stream[first].isWord ? first : first + 1
    return isAside(between) && !stream[first].isSign("/") || stream.isVersus(lead)
  }

  /// `dự toán thu 911.100 tỷ đồng, đã quyết toán 998.217 tỷ đồng; tăng 9,6% (87.117 tỷ đồng)`: the two amounts straight before a change
  /// that differ by just that much. With `từ` before the first `fall` tells the difference.
  ///
  /// - Returns: whether they do.
  private mutating func changeBetween(_ before: ArraySlice<Int>, _ told: ToldChange) -> Bool {
    let pair = before.suffix(2).map { numbers[$0] }
    guard pair.count == 2, pair[0].value > .zero, stream[pair[0].tokens.lowerBound - 1].key != Words.tu,
      told.amount.value > .zero, pair[1].value.subtracting(pair[0].value) == told.signed
    else { return false }
    add(
      .difference, told.amount, told.amount.value, holds: true, tokens: pair[0].tokens.lowerBound..<told.end,
      members: [pair[0].member, pair[1].member, told.amount.member])
    let base = Base(
      value: pair[0].value, slack: pair[0].slack, members: [told.amount.member, pair[0].member, told.percent.member])
    return emitChange(told, of: base, from: pair[0], slips: Self.plainSlips)
  }

  /// `tăng 9,84 điểm tương ứng 0,8% lên 1.239,39 điểm`: what it became stands straight behind.
  ///
  /// - Returns: whether it does.
  private mutating func changeToBehind(_ told: ToldChange) -> Bool {
    let start = stream[told.end].isSign(",") ? told.end + 1 : told.end
    guard let now = numbers(in: start..<start + 4).first.map({ numbers[$0] }), isSameMeasure(now, told.amount),
      now.tokens.lowerBound > start,
      (start..<now.tokens.lowerBound).allSatisfy({ Self.becomes.contains(stream[$0].key) }),
      !outline.beginsParagraph[safe: start], let previous = now.value.subtracting(told.signed), previous > .zero
    else { return false }
    var told = told
    told.end = now.tokens.upperBound
    let base = Base(
      value: previous, slack: slack(of: [now, told.amount]), members: [told.amount.member, now.member])
    return emitChange(told, of: base, from: told.amount, slips: 1)
  }

  private static let becomes: WordSet = ["lên", "còn", "xuống", "mức", "ở", "đạt"]

  private func toldChange(_ index: Int) -> ToldChange? {
    let first = numbers[index]
    let verb = stream[first.tokens.lowerBound - 1].key
    let open = first.tokens.upperBound
    guard let sign = direction(of: first), first.outOf == nil else { return nil }
    let isFall = sign < 0
    if first.unit != "percent", first.unit != "count" || first.of != nil,
      let percent = percentInOtherWords(behind: open, verb)
    {
      let end = percent.tokens.upperBound
      return ToldChange(
        amount: first, percent: percent, isFall: isFall, end: stream[end].isSign(")") ? end + 1 : end,
        isInOtherWords: true)
    }
    guard stream[open].isSign("(") else { return nil }
    if first.unit == "percent" {
      // `tăng 9,6% (tăng 87.117 tỷ đồng)`
      let lead = stream[open + 1].key == verb ? open + 2 : open + 1
      guard let amount = numbers(in: lead..<(lead + 1)).first.map({ numbers[$0] }), amount.unit != "percent",
        amount.outOf == nil, stream[amount.tokens.upperBound].isSign(")")
      else { return nil }
      return ToldChange(amount: amount, percent: first, isFall: isFall, end: amount.tokens.upperBound + 1)
    }
    guard let percent = percent(behind: open) ?? changeBracketed(at: open, verb) else { return nil }
    let end = percent.tokens.upperBound + 1
    if first.unit == "count" {
      return first.of.map { _ in ToldChange(amount: first, percent: percent, isFall: isFall, end: end) }
    }
    // `tăng 300 tỷ đồng (chiếm 20%)` is a share.
    let before = stream[percent.tokens.lowerBound - 1]
    guard stream[end - 1].isSign(")"), before.isSign("(") || before.key == verb else { return nil }
    return ToldChange(amount: first, percent: percent, isFall: isFall, end: end)
  }

  /// `tăng 290 người hay 0,81%`, `giảm 48 hộ tương ứng giảm 16%`, `tăng 3,03 điểm (tương đương 0,42%)`: the percentage
  /// that says the same as the amount before it.
  private func percentInOtherWords(behind end: Int, _ verb: WordKey) -> Number? {
    var at = end
    if stream[at].isSign(",") { at += 1 }
    if stream[at].isSign("(") { at += 1 }
    let lead = at
    while at - lead < 4, Self.sameAs.contains(stream[at].key), !outline.beginsParagraph[safe: at] { at += 1 }
    guard at > lead else { return nil }
    if stream[at].key == verb { at += 1 }
    guard let percent = numbers(in: at..<at + 1).first.map({ numbers[$0] }), percent.unit == "percent",
      case let behind = stream[percent.tokens.upperBound].key, behind == "so" || !words.planWords.contains(behind)
    else { return nil }
    return percent
  }

  private static let sameAs: WordSet = ["tương", "ứng", "đương", "hay", "tức", "là", "với"]

  /// `tăng 3,9 nghìn vụ (tăng 11%)`: the change in brackets that begin with the verb before them.
  private func changeBracketed(at open: Int, _ verb: WordKey) -> Number? {
    guard stream[open].isSign("("), stream[open + 1].key == verb, !outline.beginsParagraph[safe: open + 1],
      let inside = numbers(in: open + 2..<open + 3).first, numbers[inside].unit == "percent",
      stream[numbers[inside].tokens.upperBound].isSign(")")
    else { return nil }
    return numbers[inside]
  }

  /// What something was before it changed.
  private struct Base {
    var value: DecimalNumber
    /// How far it may be off for the places that are not printed.
    var slack: DecimalNumber
    /// What it and the change were read from.
    var members: [Candidate.Member]
  }

  /// - Parameter slips: how near a percentage that does not agree must come to be told, as one part in so many; 0 where each is, nil where none is.
  private mutating func emitChange(_ told: ToldChange, of base: Base, from number: Number, slips: Int?) -> Bool {
    guard let computed = told.signed.percentage(of: base.value, places: 2),
      let spread = spread(computed, of: base, slack: told.amount.slack)
    else { return false }
    let slack = told.percent.half.adding(spread) ?? told.percent.half
    let holds = agrees(told.stated, computed, within: slack)
    guard holds || slips.map({ $0 == 0 || nearlyAgrees(told.stated, computed, oneIn: $0) }) ?? false else {
      return false
    }
    ratios.insert(told.percent.tokens)
    // `giảm 16%` is told without a sign, `(-6,5%)` with it.
    let printed = told.percent.value.isNegative || !told.isFall ? computed : -computed
    add(
      .ratio, told.percent, printed, holds: holds, tokens: number.tokens.lowerBound..<told.end,
      members: base.members)
    return true
  }

  /// How many per cent a relative change may be off for the places that its numbers do not print; nil beyond a tenth of it, where
  /// anything would agree.
  private func spread(_ computed: DecimalNumber, of base: Base, slack: DecimalNumber) -> DecimalNumber? {
    guard let own = slack.scaled(byPowerOfTen: 2), let other = computed.magnitude.multiplied(by: base.slack),
      let spread = own.adding(other)?.divided(by: base.value, places: 4), let tenfold = spread.scaled(byPowerOfTen: 1),
      tenfold <= computed.magnitude
    else { return nil }
    return spread
  }

  // MARK: Since a year

  /// `năm 2015 ... số tiền đề nghị thanh toán 438,8 tỷ đồng; năm 2016 ... số tiền đề nghị thanh toán 720 tỷ đồng, tăng 70% so với ...
  /// năm 2015`: two amounts behind the same words, three at least, the first of the year that the second is compared with.
  ///
  /// - Complexity: O(1): a few numbers before the change are looked at.
  mutating func changeSinceYear(_ index: Int) {
    let change = numbers[index]
    guard change.unit == "percent", index > 1, !ratios.contains(change.tokens),
      let sign = direction(of: change), let year = comparedYear(behind: change)
    else { return }
    let current = numbers[index - 1]
    guard change.tokens.lowerBound - current.tokens.upperBound <= 2, !isChange(index - 1), current.outOf == nil,
      let own = self.year(before: current, within: 39), own != year
    else { return }
    for earlier in numbers[..<(index - 1)].suffix(8).reversed() {
      guard change.tokens.lowerBound - earlier.tokens.upperBound < Self.reach else { return }
      guard isSameMeasure(earlier, current), earlier.value > .zero, likeWords(before: earlier, current) >= 3,
        self.year(before: earlier, within: 39) == year,
        let grown = growth(from: earlier.value, to: current.value, sign)
      else { continue }
      let told = ToldChange(
        amount: Number(current, value: grown), percent: change, isFall: false, end: change.tokens.upperBound)
      let isSure = !earlier.isBounded && !current.isBounded
      let base = Base(
        value: earlier.value, slack: earlier.slack, members: [earlier.member, current.member, change.member])
      _ = emitChange(told, of: base, from: earlier, slips: isSure ? Self.plainSlips : nil)
      return
    }
  }

  /// The year in `so với kinh phí năm 2015`; nil where a part of a year is compared.
  private func comparedYear(behind change: Number) -> Int32? {
    let start = change.tokens.upperBound
    guard stream.isVersus(start) else { return nil }
    for at in start + 2..<start + 10 {
      guard stream[at].isWord, !Self.partsOfYear.contains(stream[at].key), !outline.beginsParagraph[safe: at] else {
        return nil
      }
      if stream[at].key == Words.nam { return isYear(at + 1) ? stream[at + 1].value : nil }
    }
    return nil
  }

  /// The year that was told last before a number, at most so many tokens away in its paragraph; nil where a part of a
  /// year is told.
  func year(before number: Number, within reach: Int) -> Int32? {
    let start = number.tokens.lowerBound
    for at in stride(from: start - 1, through: max(start - reach, 1), by: -1) {
      if outline.beginsParagraph[safe: at + 1] { return nil }
      guard isYear(at) else { continue }
      // `năm học 2018 - 2019`
      if stream[at - 1].isSign("-"), isYear(at - 2), stream[at - 3].key == "học" { return stream[at].value }
      guard stream[at - 1].key == Words.nam else { return nil }
      let before = stream[at - 2]
      return before.isNumber || Self.partsOfYear.contains(before.key) ? nil : stream[at].value
    }
    return nil
  }

  private func isYear(_ at: Int) -> Bool {
    stream[at].digitCount == 4 && (1900..<2100).contains(stream[at].value) && !stream[at + 1].isSign("%")
  }

  private static let partsOfYear: WordSet = ["kỳ", "tháng", "quý", "đầu", "cuối", "giữa"]

  /// How many words straight before two numbers are alike.
  private func likeWords(before a: Number, _ b: Number) -> Int {
    var count = 0
    while count < 8, a.tokens.lowerBound > count, stream[a.tokens.lowerBound - 1 - count].isWord,
      stream[a.tokens.lowerBound - 1 - count].key == stream[b.tokens.lowerBound - 1 - count].key
    {
      count += 1
    }
    return count
  }
}
