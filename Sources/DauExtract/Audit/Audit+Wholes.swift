/// Parts of a whole that is told before them.
extension Audit {
  /// `trong tổng số 28 chỉ tiêu ... có 18 chỉ tiêu đạt kế hoạch, đạt 64,3%`; `trong số 13 chỉ tiêu ... có 11 chỉ tiêu đạt,
  /// 2 chỉ tiêu gần đạt`. That the parts are all is not said, so that a sum is told only when it holds.
  mutating func partsWithin(_ index: Int) {
    let whole = numbers[index]
    guard whole.unit == "count", whole.outOf == nil, !whole.isBounded, let noun = whole.of, isIntroducedAsWhole(whole)
    else { return }
    let parts = numbers(in: whole.tokens.upperBound..<sentenceEnd(from: whole.tokens.upperBound)).filter {
      isSameKind(numbers[$0].of, noun) && numbers[$0].outOf == nil && !isChange($0) && numbers[$0].value < whole.value
        && !isLeft(numbers[$0])
    }
    guard let first = parts.first else { return }
    if let percent = share(behind: first) {
      emitRatio(
        numbers[first], of: whole.value, stated: percent,
        members: [numbers[first].member, whole.member, percent.member], from: whole.tokens.lowerBound, always: false,
        slips: isPlainShare(percent) ? Self.plainSlips : Self.slips)
    }
    var taken: [Number] = []
    for part in parts {
      taken.append(numbers[part])
      guard taken.count >= 2, let sum = sum(of: taken), sum >= whole.value else { continue }
      guard sum == whole.value else { break }
      add(
        .sum, whole, sum, holds: true, tokens: whole.tokens.lowerBound..<numbers[part].tokens.upperBound,
        members: taken.map(\.member))
      return
    }
    // `có 38 tiêu chí đạt, 7 tiêu chí chưa đạt`: what is and what is not are all.
    guard taken.count == 2, parts.count == 2, let last = taken.last, isDenied(behind: last), let sum = sum(of: taken),
      nearlyAgrees(whole.value, sum, oneIn: 10)
    else { return }
    add(
      .sum, whole, sum, holds: false, tokens: whole.tokens.lowerBound..<last.tokens.upperBound,
      members: taken.map(\.member))
  }

  /// `439 đại biểu biểu quyết, kết quả như sau: 436 đại biểu tán thành, chiếm 88,8%; 2 đại biểu không tán thành; 1 đại biểu không biểu
  /// quyết`: all that are counted so behind the colon, when they are as many.
  mutating func partsBehindColon(_ index: Int) {
    let whole = numbers[index]
    guard whole.unit == "count", whole.outOf == nil, !whole.isBounded, let noun = whole.of else { return }
    let end = sentenceEnd(from: whole.tokens.upperBound)
    guard
      let colon = (whole.tokens.upperBound..<min(whole.tokens.upperBound + 24, end)).first(where: {
        stream[$0].isSign(":")
      }), !numbers(in: whole.tokens.upperBound..<colon).contains(where: { numbers[$0].unit == "count" })
    else { return }
    let parts = numbers(in: colon..<end).filter {
      isSameKind(numbers[$0].of, noun) && numbers[$0].outOf == nil && !isChange($0) && !isLeft(numbers[$0])
    }.map { numbers[$0] }
    addWhenWhole(whole, parts)
  }

  /// `22 cá nhân gồm 9 người dân ở thôn 11, trong đó có anh A; 5 cán bộ, chiến sĩ; 5 cán bộ, y bác sĩ; 3 y, bác sĩ`: three clauses or more
  /// that each begin with a number. What they count differs, so that a sum is told only when it holds.
  ///
  /// - Returns: whether they make up the total.
  /// - Complexity: O(1): one sentence is looked at.
  mutating func partsHeadingClauses(_ total: Number, from start: Int) -> Bool {
    guard total.unit == "count" else { return false }
    let end = sentenceEnd(from: start)
    var members: [Candidate.Member] = []
    var sum = DecimalNumber.zero
    var at = start
    while at + 1 < end {
      at += stream[at + 1].isSign(":") || stream[at + 1].key == Words.va ? 2 : 1
      guard let head = clauseHead(at), let value = head.value, let more = sum.adding(value), more <= total.value
      else { return false }
      members.append(head)
      sum = more
      at = (at..<end).first { stream[$0].isSign(";") } ?? end
    }
    guard members.count >= 3, sum == total.value else { return false }
    add(.sum, total, sum, holds: true, tokens: total.tokens.lowerBound..<end, members: members)
    return true
  }

  /// The exact number of things that a clause begins with, a quantity or bare figures before a word.
  private func clauseHead(_ at: Int) -> Candidate.Member? {
    if let number = numbers(in: at..<(at + 1)).first.map({ numbers[$0] }) {
      return number.unit == "count" && number.outOf == nil && !number.isBounded ? number.member : nil
    }
    guard let numeral = numerals.figures(at: at), stream[numeral.end].isWord,
      !outline.beginsParagraph[safe: numeral.end]
    else { return nil }
    return Candidate.Member(tokens: at..<numeral.end, value: numeral.value)
  }

  /// `7 tiêu chí chưa đạt`, `2 chỉ tiêu không đạt`
  func isDenied(behind number: Number) -> Bool {
    (number.tokens.upperBound..<min(number.tokens.upperBound + 3, stream.count)).contains {
      stream[$0].key == "chưa" || stream[$0].key == "không"
    }
  }

  /// `trong 12`, `trong số 12`, `trong tổng số 12`
  func isIntroducedAsWhole(_ number: Number) -> Bool {
    var at = number.tokens.lowerBound - 1
    if stream[at].key == Words.so {
      at -= 1
      if stream[at].key == "tổng" { at -= 1 }
    }
    return stream[at].key == Words.trong
  }

  /// The percentage that follows a part with no other number between, behind a verb that tells shares.
  private func share(behind part: Int) -> Number? {
    guard part + 1 < numbers.count else { return nil }
    let percent = numbers[part + 1]
    let between = numbers[part].tokens.upperBound..<percent.tokens.lowerBound
    guard percent.unit == "percent", !percent.value.isNegative, percent.value <= DecimalNumber(100),
      between.count <= 14,
      !between.contains(where: { outline.beginsParagraph[$0] || stream[$0].endsClause || stream[$0].isSign(")") }),
      words.shareVerbs.contains(stream[percent.tokens.lowerBound - 1].key) || stream[between.upperBound - 1].isSign("(")
    else { return nil }
    return percent
  }

  /// `diện tích có rừng là 286.430 ha ... Phân theo mục đích sử dụng: rừng đặc dụng 31.640 ha, rừng phòng hộ 92.375 ha, rừng sản xuất 162.415
  /// ha`: what is told before, divided again by something.
  ///
  /// - Complexity: O(1): one sentence and `reach` tokens before it are looked at.
  mutating func dividedAgain(_ index: Int) {
    let first = numbers[index]
    guard first.outOf == nil, Self.summed.contains(first.unit), !isChange(index) else { return }
    let start = sentenceStart(of: first.tokens.lowerBound)
    // `Theo nội dung: lĩnh vực đất đai 2.683 đơn; ...`
    guard dividesBy(at: start) || stream[start].key == "theo",
      let colon = (start..<first.tokens.lowerBound).first(where: { stream[$0].isSign(":") }), colon - start <= 10,
      numbers(in: start..<first.tokens.lowerBound).isEmpty
    else { return }
    let parts = numbers(in: colon..<sentenceEnd(from: colon)).filter { isAlike($0, first) }.map { numbers[$0] }
    guard parts.count >= 3, !parts.contains(where: \.isBounded), let last = parts.last, let sum = sum(of: parts) else {
      return
    }
    let before = numbers(in: max(0, start - Self.reach)..<start).map { numbers[$0] }.filter {
      $0.unit == first.unit && $0.outOf == nil && (first.unit != "count" || isKind($0.of, of: first.of))
    }
    let slack = slack(of: parts)
    guard
      let total = before.last(where: { agrees($0.value, sum, within: slack) })
        ?? before.last(where: { nearlyAgrees($0.value, sum) })
    else { return }
    add(
      .sum, total, sum, holds: agrees(total.value, sum, within: slack),
      tokens: first.tokens.lowerBound..<last.tokens.upperBound, members: parts.map(\.member))
  }

  /// `phân theo`, `chia theo`
  func dividesBy(at index: Int) -> Bool {
    stream[index + 1].key == "theo" && (stream[index].key == "phân" || stream[index].key == "chia")
  }

  /// `phát hiện 286 hồ chứa hư hỏng; đã sửa chữa xong 174 hồ, đang sửa chữa 65 hồ, chưa bố trí được vốn 47 hồ`: what
  /// was done, is being done and is not done yet make up the number before them.
  ///
  /// - Complexity: O(1): one sentence is looked at.
  mutating func statesOfAll(_ index: Int) {
    let total = numbers[index]
    guard total.unit == "count", total.outOf == nil, !total.isBounded, let noun = total.of, !isChange(index),
      index + 3 < numbers.count
    else { return }
    let end = sentenceEnd(from: total.tokens.upperBound)
    let parts = numbers(in: total.tokens.upperBound..<end).filter { isSameKind(numbers[$0].of, noun) }
      .map { numbers[$0] }
    guard parts.count == 3, parts.allSatisfy({ $0.outOf == nil && !$0.isBounded }), state(of: parts[0]) == "đã",
      state(of: parts[1]) == "đang", state(of: parts[2]) == "chưa", let sum = sum(of: parts), sum != total.value,
      nearlyAgrees(total.value, sum, oneIn: 5) || areExchanged(total, parts, sum)
    else { return }
    addSum(total, of: parts, sum, holds: false)
  }

  /// The first word of the stretch that a number ends: `đã`, `đang`, `chưa`.
  private func state(of number: Number) -> WordKey {
    var at = number.tokens.lowerBound
    while at > 0, number.tokens.lowerBound - at < 10, stream[at - 1].isWord, !outline.beginsParagraph[at] { at -= 1 }
    return stream[at].key
  }
}
