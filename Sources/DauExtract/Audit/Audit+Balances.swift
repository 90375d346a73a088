import Algorithms

/// What is left of what came in, and by how much something fell or grew, where the numbers stand in sentences before.
extension Audit {
  /// `tiếp nhận 8.462 hồ sơ. ... đã giải quyết 8.127 hồ sơ ... Số hồ sơ còn lại đang trong thời hạn là 335 hồ sơ.`
  ///
  /// - Complexity: O(1): a few numbers before what is left are looked at.
  mutating func balance(_ index: Int) {
    let left = numbers[index]
    guard left.unit == "count", left.outOf == nil, !left.isBounded, let noun = left.of, !lasts.contains(left.tokens),
      isToldAsLeft(left)
    else { return }
    let before = sameThings(noun, before: sentenceStart(of: left.tokens.lowerBound))
    guard let place = before.lastIndex(where: { isLed(numbers[$0], by: Self.receipts) }),
      let done = before[(place + 1)...].first(where: { isLed(numbers[$0], by: Self.settlements) }),
      let computed = numbers[before[place]].value.subtracting(numbers[done].value), !computed.isNegative
    else { return }
    let received = numbers[before[place]]
    add(
      .difference, left, computed, holds: computed == left.value,
      tokens: received.tokens.lowerBound..<left.tokens.upperBound,
      members: [received.member, numbers[done].member, left.member])
  }

  /// `Số hồ sơ còn lại đang trong thời hạn là 335 hồ sơ`: whether a sentence whose first number it is tells of what is left.
  func isToldAsLeft(_ number: Number) -> Bool {
    let tokens = sentenceStart(of: number.tokens.lowerBound)..<number.tokens.lowerBound
    return numbers(in: tokens).isEmpty
      && tokens.contains { stream[$0].key == "còn" && stream[$0 + 1].key == "lại" }
  }

  /// `Đầu năm có 19.276 hộ nghèo. ... đến cuối năm còn 15.514 hộ nghèo. Như vậy đã giảm 3.762 hộ.`: the only two numbers of the kind, the
  /// second said to be what is left.
  ///
  /// - Complexity: O(1).
  mutating func changeOverSentences(_ index: Int) {
    let change = numbers[index]
    guard change.unit == "count", change.outOf == nil, !change.isBounded, let noun = change.of,
      !lasts.contains(change.tokens),
      let sign = direction(of: change)
    else { return }
    let start = sentenceStart(of: change.tokens.lowerBound)
    guard !numbers(in: start..<change.tokens.lowerBound).contains(where: { isSameKind(numbers[$0].of, noun) }) else {
      return
    }
    let before = sameThings(noun, before: start).map { numbers[$0] }
    guard before.count == 2, Self.arrivals.contains(stream[before[1].tokens.lowerBound - 1].key),
      let grown = growth(from: before[0].value, to: before[1].value, sign), !grown.isNegative,
      grown == change.value || nearlyAgrees(change.value, grown, oneIn: 5)
    else { return }
    add(
      .difference, change, grown, holds: grown == change.value,
      tokens: before[0].tokens.lowerBound..<change.tokens.upperBound,
      members: [before[0].member, before[1].member, change.member])
  }

  /// The numbers of a kind before a sentence in its section, at most `reach` tokens away.
  private func sameThings(_ noun: String, before start: Int) -> [Int] {
    let section = outline.section(ofToken: start)
    return numbers(in: max(start - Self.reach, 0)..<start).filter {
      isSameKind(numbers[$0].of, noun) && numbers[$0].outOf == nil && !isChange($0) && !numbers[$0].isBounded
        && outline.section(ofToken: numbers[$0].tokens.lowerBound) == section
    }
  }

  /// `Số đơn kỳ trước chuyển sang là 142 đơn. ... tiếp nhận mới 586 đơn; như vậy tổng số đơn phải giải quyết là 728 đơn`: what was carried
  /// over and what came in.
  ///
  /// - Complexity: O(1).
  mutating func carriedOver(_ index: Int) {
    let total = numbers[index]
    guard total.unit == "count", total.outOf == nil, !total.isBounded, let noun = total.of, isTotalled(total) else {
      return
    }
    let before = sameThings(noun, before: total.tokens.lowerBound).map { numbers[$0] }
    guard let place = before.lastIndex(where: { isLed($0, by: Self.remnants) }), place + 2 == before.count,
      isLed(before[place + 1], by: Self.receipts), let sum = sum(of: [before[place], before[place + 1]]),
      sum == total.value || nearlyAgrees(total.value, sum, oneIn: 5)
    else { return }
    add(
      .sum, total, sum, holds: sum == total.value, tokens: before[place].tokens.lowerBound..<total.tokens.upperBound,
      members: [before[place].member, before[place + 1].member])
  }

  /// `Đầu năm toàn huyện có 1.938 hộ nghèo. Có 427 hộ thoát nghèo, phát sinh mới 36 hộ; đến ngày 15/6/2019 còn 1.547 hộ
  /// nghèo`: what there was, what went, what came, what is left.
  ///
  /// - Complexity: O(1).
  mutating func comingAndGoing(_ index: Int) {
    let left = numbers[index]
    guard left.unit == "count", left.outOf == nil, !left.isBounded, let noun = left.of, isLeft(left),
      !differences.contains(left.tokens)
    else { return }
    let before = numbers(
      in: max(paragraphStart(of: left.tokens.lowerBound), left.tokens.lowerBound - Self.reach)..<left.tokens.lowerBound
    )
    .filter { isSameKind(numbers[$0].of, noun) && numbers[$0].outOf == nil && !numbers[$0].isBounded }
    .map { numbers[$0] }
    guard before.count >= 3, let came = before.last, case let went = before[before.count - 2],
      let opening = before.dropLast(2).last(where: { $0.of == noun }),
      isNewlyMade(came),
      (sentenceStart(of: opening.tokens.lowerBound)..<opening.tokens.lowerBound).contains(where: {
        stream[$0].key == "đầu"
      }), went.value < opening.value, let rest = opening.value.subtracting(went.value),
      let computed = rest.adding(came.value)
    else { return }
    add(
      .difference, left, computed, holds: computed == left.value,
      tokens: opening.tokens.lowerBound..<left.tokens.upperBound,
      members: [opening.member, went.member, came.member, left.member])
  }

  /// `Số dư đầu năm 2019 là 1.250 triệu đồng. Trong năm tiếp nhận được 8.750 triệu đồng. Tổng số tiền đã chi là 7.640 triệu đồng. Số dư quỹ đến
  /// ngày 31/12/2019 còn 2.360 triệu đồng.`: the only four amounts, the third in a sentence on what was spent.
  ///
  /// - Complexity: O(1).
  mutating func fundBalance(_ index: Int) {
    let left = numbers[index]
    guard index >= 3, left.unit != "percent", left.outOf == nil, isBalance(left) else { return }
    // `thu 9.318 triệu đồng (hội phí 3.042 triệu đồng, ...)`: without what stands in brackets.
    let before = Array(numbers[..<index].suffix(12).filter { !isBracketed($0) }.suffix(3))
    guard before.count == 3, let opening = before.first,
      before.allSatisfy({ $0.unit == left.unit && $0.outOf == nil && !$0.isBounded }),
      left.tokens.lowerBound - opening.tokens.upperBound < Self.reach, isBalance(opening),
      label(straightBefore: opening).contains(where: { Self.openings.contains(stream[$0].key) }),
      isSpent(before[2]), !isSpent(before[1]),
      let gross = opening.value.adding(before[1].value),
      let computed = gross.subtracting(before[2].value)
    else { return }
    let holds = agrees(left.value, computed, within: slack(of: before + [left]))
    add(
      .difference, left, computed, holds: holds, tokens: opening.tokens.lowerBound..<left.tokens.upperBound,
      members: before.map(\.member) + [left.member])
  }

  /// `Số dư quỹ đến ngày 31/12/2019 còn`, `tồn quỹ đầu năm`: whether a number is told as a balance.
  private func isBalance(_ number: Number) -> Bool {
    let tokens = label(straightBefore: number)
    return tokens.count < 30
      && tokens.contains {
        stream[$0].key == "dư" && stream[$0 - 1].key == Words.so
          || stream[$0].key == "tồn" && stream[$0 + 1].key == "quỹ"
      }
  }

  /// In the words before what was there at first: `đầu năm`, `năm trước`, `chuyển từ năm 2019 sang`.
  private static let openings: WordSet = ["đầu", "trước", "sang"]

  private func isSpent(_ number: Number) -> Bool {
    label(straightBefore: number).contains { stream[$0].key == "chi" }
  }

  /// What stands between a number and the one before it in its sentence.
  private func label(straightBefore number: Number) -> Range<Int> {
    let start = sentenceStart(of: number.tokens.lowerBound)
    let before = numbers(in: start..<number.tokens.lowerBound).last
    return (before.map { numbers[$0].tokens.upperBound } ?? start)..<number.tokens.lowerBound
  }

  /// `Nợ đến 31/12/2018 là 45,6 tỷ đồng, trong năm đã trả 18,2 tỷ đồng, phát sinh 3,1 tỷ đồng, còn nợ 30,5 tỷ đồng`: what was owed, what was
  /// paid and what came, in either order, and what is left.
  ///
  /// - Complexity: O(1): the three amounts before it.
  mutating func debtLeft(_ index: Int) {
    let left = numbers[index]
    let word = left.tokens.lowerBound - 1
    guard index >= 3, left.unit != "percent", left.unit != "count", left.outOf == nil,
      isLeft(left) || word > 1 && stream[word].key == "nợ" && stream[word - 1].key == "còn"
    else { return }
    let before = Array(numbers[(index - 3)..<index])
    guard before.allSatisfy({ isSameMeasure($0, left) && !$0.isBounded }),
      left.tokens.lowerBound - before[0].tokens.upperBound < Self.reach,
      !crossesParagraph(from: before[0], to: left),
      let came = before.dropFirst().first(where: { isNewlyMade($0) }),
      let went = before.dropFirst().first(where: { $0 !== came }),
      label(straightBefore: went).contains(where: { Self.payments.contains(stream[$0].key) }),
      let rest = before[0].value.subtracting(went.value), let computed = rest.adding(came.value)
    else { return }
    add(
      .difference, left, computed, holds: agrees(left.value, computed, within: slack(of: before + [left])),
      tokens: before[0].tokens.lowerBound..<left.tokens.upperBound, members: before.map(\.member) + [left.member])
  }

  /// `phát sinh 3,1 tỷ đồng`, `phát sinh mới 36 hộ`
  private func isNewlyMade(_ number: Number) -> Bool {
    (max(0, number.tokens.lowerBound - 3)..<number.tokens.lowerBound).contains {
      stream[$0].key == "phát" && stream[$0 + 1].key == "sinh"
    }
  }

  private static let payments: WordSet = ["trả", "thu", "xử", "giảm", "thanh"]

  /// `thu 120 tỷ đồng, chi 95 tỷ đồng, kết dư 25 tỷ đồng`, `chi 64 tỷ đồng và thu 58,9 tỷ đồng, bội chi 5,1 tỷ đồng`
  ///
  /// - Complexity: O(1): the two amounts before it.
  mutating func surplus(_ index: Int) {
    let balance = numbers[index]
    guard index > 1, balance.unit != "percent", balance.outOf == nil, !differences.contains(balance.tokens),
      case let words = label(straightBefore: balance), words.count <= 6
    else { return }
    let pair = [numbers[index - 2], numbers[index - 1]]
    guard pair.allSatisfy({ isSameMeasure($0, balance) && !$0.isBounded }),
      let received = pair.first(where: { isTold($0, as: "thu") }),
      let spent = pair.first(where: { isTold($0, as: "chi") }), received !== spent
    else { return }
    let isSurplus = words.contains {
      stream[$0].key == "kết" && stream[$0 + 1].key == "dư" || stream[$0].key == "bội" && stream[$0 + 1].key == "thu"
    }
    let isDeficit = words.contains { stream[$0].key == "bội" && stream[$0 + 1].key == "chi" }
    guard isSurplus || isDeficit, let rest = received.value.subtracting(spent.value) else { return }
    let computed = isSurplus ? rest : -rest
    add(
      .difference, balance, computed,
      holds: agrees(balance.value, computed, within: slack(of: pair + [balance])),
      tokens: pair[0].tokens.lowerBound..<balance.tokens.upperBound, members: pair.map(\.member) + [balance.member])
  }

  /// `tiếp nhận 186 người; nghỉ hưu 62 người, thôi việc 57 người, chuyển công tác 14 người; do vậy tổng số tăng 53 người`: who came less all
  /// who went, in one sentence.
  ///
  /// - Complexity: O(1): the numbers of a sentence, a dozen at most.
  mutating func netChange(_ index: Int) {
    let change = numbers[index]
    let place = change.tokens.lowerBound
    guard change.unit == "count", change.outOf == nil, let noun = change.of, let sign = direction(of: change),
      (max(1, place - 6)..<place).contains(where: {
        stream[$0].key == "vậy" && (stream[$0 - 1].key == "do" || stream[$0 - 1].key == "như")
      })
    else { return }
    let flows = numbers(in: sentenceStart(of: place)..<place).suffix(12).filter {
      numbers[$0].of == noun && !isChange($0)
    }
    .map { numbers[$0] }
    guard flows.count >= 3, flows.allSatisfy({ $0.outOf == nil && !$0.isBounded }),
      let went = sum(of: Array(flows.dropFirst())), let rest = flows[0].value.subtracting(went),
      case let computed = sign < 0 ? -rest : rest, let missing = change.value.subtracting(computed),
      missing == .zero || isMisprint(change.value, of: -missing, within: .zero)
        || flows.contains(where: { isMisprint($0.value, of: missing, within: .zero) })
    else { return }
    add(
      .difference, change, computed, holds: missing == .zero,
      tokens: flows[0].tokens.lowerBound..<change.tokens.upperBound, members: flows.map(\.member) + [change.member])
  }

  /// Whether the words straight before a number say that it was received or spent.
  private func isTold(_ number: Number, as word: WordKey) -> Bool {
    label(straightBefore: number).suffix(8).contains { stream[$0].key == word }
  }

  /// `xuất khẩu 1.094,7 triệu USD, tăng 11,4%; nhập khẩu 767,7 triệu USD. ... xuất siêu 327 triệu USD`
  ///
  /// - Complexity: O(1): a few numbers before it are looked at.
  mutating func tradeBalance(_ index: Int) {
    let balance = numbers[index]
    let start = balance.tokens.lowerBound
    guard start > 1, stream[start - 1].key == "siêu", balance.unit != "percent", balance.unit != "count" else { return }
    let before = numbers[..<index].suffix(10).filter {
      isSameMeasure($0, balance) && start - $0.tokens.upperBound < Self.reach
    }
    func traded(_ way: WordKey) -> Number? {
      before.last { number in
        (max(0, number.tokens.lowerBound - 3)..<number.tokens.lowerBound).contains {
          stream[$0].key == way && stream[$0 + 1].key == "khẩu"
        }
      }
    }
    guard let sold = traded("xuất"), let bought = traded("nhập"), let computed = sold.value.subtracting(bought.value)
    else { return }
    let isSurplus = stream[start - 2].key == "xuất"
    let signed = isSurplus ? computed : -computed
    add(
      .difference, balance, signed, holds: agrees(balance.value, signed, within: slack(of: [balance, sold, bought])),
      tokens: min(sold.tokens.lowerBound, bought.tokens.lowerBound)..<balance.tokens.upperBound,
      members: [sold.member, bought.member, balance.member])
  }

  /// `tổng dư nợ tại thời điểm 31/12/2018 là 18.420 tỷ đồng. ... tổng dư nợ đạt 20.815 tỷ đồng, tăng 2.395 tỷ đồng so với cuối năm 2018`: the
  /// same label twice, once at the end of the year that the change is compared with.
  ///
  /// - Complexity: O(1): the numbers before it, at most `reach` tokens away.
  mutating func changeSinceYearEnd(_ index: Int) {
    let change = numbers[index]
    guard index > 1, change.unit != "percent", change.outOf == nil, let sign = direction(of: change),
      let year = yearEnd(behind: change)
    else { return }
    let current = numbers[index - 1]
    guard isSameMeasure(current, change), change.tokens.lowerBound - current.tokens.upperBound <= 4,
      let label = label(of: current)
    else { return }
    for earlier in numbers[..<(index - 1)].suffix(8).reversed() {
      guard change.tokens.lowerBound - earlier.tokens.upperBound < Self.reach else { return }
      let start = sentenceStart(of: earlier.tokens.lowerBound)
      guard isSameMeasure(earlier, current), !earlier.isBounded, !current.isBounded,
        (start..<earlier.tokens.lowerBound).contains(where: {
          stream[$0].key == label.0 && stream[$0 + 1].key == label.1
        }),
        isDated(start..<earlier.tokens.lowerBound, year),
        let grown = growth(from: earlier.value, to: current.value, sign), !grown.isNegative
      else { continue }
      let slack = slack(of: [change, current, earlier])
      add(
        .difference, change, grown, holds: agrees(change.value, grown, within: slack),
        tokens: earlier.tokens.lowerBound..<change.tokens.upperBound,
        members: [earlier.member, current.member, change.member])
      return
    }
  }

  /// Whether a date of so many tokens is the one that `edtf` names.
  private func isDated(_ tokens: Range<Int>, _ edtf: String) -> Bool {
    dates[dates.partitioningIndex { $0.tokens.lowerBound >= tokens.lowerBound }...]
      .prefix { $0.tokens.upperBound <= tokens.upperBound }.contains { $0.fact.edtf == edtf }
  }

  /// The last day of the year in `so với cuối năm 2018`, in brackets or none before it.
  private func yearEnd(behind change: Number) -> String? {
    var at = change.tokens.upperBound
    if stream[at].isSign("("), let close = closingBracket(from: at) { at = close + 1 }
    guard stream.isVersus(at), stream[at + 2].key == "cuối", stream[at + 3].key == Words.nam,
      stream[at + 4].digitCount == 4
    else { return nil }
    return "\(stream[at + 4].value)-12-31"
  }

  /// The two words before the verb of an amount: `dư nợ` in `tổng dư nợ đạt 20.815 tỷ đồng`.
  private func label(of number: Number) -> (WordKey, WordKey)? {
    let verb = number.tokens.lowerBound - 1
    guard verb > 1, Self.reaching.contains(stream[verb].key), stream[verb - 1].isWord, stream[verb - 2].isWord else {
      return nil
    }
    return (stream[verb - 2].key, stream[verb - 1].key)
  }

  private static let reaching: WordSet = ["đạt", "là", "còn", "lên"]

  /// Whether one of some verbs stands shortly before a number, with no other number between.
  private func isLed(_ number: Number, by verbs: Set<[WordKey]>) -> Bool {
    let start = number.tokens.lowerBound
    for at in stride(from: start - 2, through: max(start - 8, 0), by: -1) {
      if stream[at + 1].isNumber || outline.beginsParagraph[safe: at + 2] { return false }
      if verbs.contains([stream[at].key, stream[at + 1].key]) { return true }
    }
    return false
  }

  private static let receipts: Set<[WordKey]> = [
    ["tiếp", "nhận"], ["nhận", "được"], ["thụ", "lý"], ["nhận", "mới"], ["phát", "sinh"],
  ]
  private static let remnants: Set<[WordKey]> = [
    ["chuyển", "sang"], ["tồn", "đọng"], ["kỳ", "trước"], ["còn", "tồn"], ["tồn", "kỳ"],
  ]
  private static let settlements: Set<[WordKey]> = [
    ["giải", "quyết"], ["xử", "lý"], ["hoàn", "thành"], ["thẩm", "định"],
  ]
  private static let arrivals: WordSet = ["còn", "xuống", "lên"]
}
