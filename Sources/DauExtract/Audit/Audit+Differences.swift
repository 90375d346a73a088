extension Audit {
  mutating func anniversaries() {
    for (place, date) in dates.enumerated() {
      guard let edtf = date.fact.edtf, edtf.isEDTFRange, let first = edtf.edtfYear, let last = edtf.edtfLastYear else {
        continue
      }
      let isBracketed = stream[date.tokens.lowerBound - 1].isSign("(")
      let lead = date.tokens.lowerBound
      // `trong 5 năm gần nhất từ 2016-2020`
      let isPeriod =
        stream[lead].key == Words.giai || stream[lead].key == Words.tu || stream[lead - 1].key == Words.tu
      // `kế hoạch 5 năm 2016 - 2020`
      let isBeside = numbers(in: max(lead - 4, 0)..<lead).contains {
        numbers[$0].unit == "year" && numbers[$0].tokens.upperBound == lead
      }
      guard isBracketed || isPeriod || isBeside else { continue }
      let window = max(date.tokens.lowerBound - 45, 0)..<date.tokens.lowerBound
      guard let index = numbers(in: window).last(where: { numbers[$0].unit == "year" }) else { continue }
      let number = numbers[index]
      guard !number.isBounded, number.value.isWhole else { continue }
      let between = number.tokens.upperBound..<date.tokens.lowerBound
      // Another pair of dates in between has its own number, and a new paragraph or sentence its own subject.
      if place > 0, between.contains(dates[place - 1].tokens.lowerBound) { continue }
      if between.contains(where: { outline.beginsParagraph[$0] || stream[$0].isSign(".") || stream[$0].isSign(";") }) {
        continue
      }
      // `Sau một năm thực hiện Chỉ thị, Bộ đã xây dựng kế hoạch giai đoạn 2019 - 2020`: the years of something else.
      if isPeriod, between.contains(where: { stream[$0].key == "đã" }) { continue }
      let isOfYears = edtf.utf8.count == 9
      let exact = DecimalNumber(last - first)
      let inclusive = DecimalNumber(last - first + 1)
      let isInclusive = isOfYears && number.value == inclusive
      // `tổng kết 5 năm thực hiện Chỉ thị ... giai đoạn 2011-2015`; three years of a programme of five are told where it is not over.
      if isPeriod && !isBeside && !isInclusive && number.value != exact,
        !isSummedUp(number) || gap(number, inclusive) > DecimalNumber(1)
      {
        continue
      }
      // Years so far from the dates belong to something else in the sentence, unless they are those of an anniversary.
      let isAnniversary =
        isBracketed
        && (stream[number.tokens.lowerBound - 1].key == "niệm" || stream[number.tokens.upperBound].key == "ngày")
        && !between.contains { stream[$0].key == Words.va || stream[$0].isSign(",") }
      let isStraightBefore = isBeside || isBracketed && between.count <= 3
      if !isAnniversary, gap(number, exact) > DecimalNumber(10),
        !(isStraightBefore || isSummedUp(number)) || !isMisprint(number, first, last)
      {
        continue
      }
      // A plan of five years is called by them: only what does not agree is told.
      if isBeside, !isBracketed, !isPeriod, isInclusive || number.value == exact { continue }
      let computed = isInclusive || isPeriod && isOfYears && number.value != exact ? inclusive : exact
      let end =
        isBracketed && stream[date.tokens.upperBound].isSign(")") ? date.tokens.upperBound + 1 : date.tokens.upperBound
      add(
        .difference, number, computed, holds: number.value == computed, tokens: number.tokens.lowerBound..<end,
        members: [number.member, Candidate.Member(tokens: date.tokens, value: nil)],
        note: computed == inclusive
          ? "last year less first year plus one (both years counted)" : "last year less first year")
    }
  }

  /// `tổng kết 5 năm`
  private func isSummedUp(_ years: Number) -> Bool {
    let start = years.tokens.lowerBound
    return stream[start - 1].key == "kết" && stream[start - 2].key == "tổng"
  }

  /// Whether a length and its two years would agree if one digit of one of them were another: `200 năm (1668 - 1815)` is told roughly.
  private func isMisprint(_ years: Number, _ first: Int, _ last: Int) -> Bool {
    guard let missing = DecimalNumber(last - first).subtracting(years.value) else { return false }
    return isMisprint(years.value, of: missing, within: .zero)
      || isMisprint(DecimalNumber(first), of: missing, within: .zero)
      || isMisprint(DecimalNumber(last), of: -missing, within: .zero)
  }

  private func gap(_ years: Number, _ length: DecimalNumber) -> DecimalNumber {
    years.value.subtracting(length)?.magnitude ?? years.value
  }

  /// `còn 586 hồ sơ`: the total less what was done; `529 thôn thành 242 thôn, giảm 287 thôn`.
  mutating func remainder(_ index: Int) {
    let left = numbers[index]
    guard left.outOf == nil, !bases.contains(left.tokens), !differences.contains(left.tokens) else { return }
    if left.unit != "count" { return remainingAmount(index) }
    guard let noun = left.of else { return }
    let word = stream[left.tokens.lowerBound - 1].key
    let isLeft = isLeft(left)
    let isReduced = word == "giảm"
    let isIncreased = word == "tăng"
    // `2.601/2.629 nhà (còn lại 28 hộ)`; further behind, `475/583 thôn có nhà văn hóa, còn lại 108 thôn`, others may be left out.
    if isLeft, restOfFraction(left, noun, before: index) { return }
    // Without a word for it only numbers too large to agree by chance, and no parts of a sum.
    let isSilent = !isLeft && !isReduced && !isIncreased
    if isSilent, inSums.contains(left.tokens) { return }
    guard !isSilent || left.value > DecimalNumber(20) && !left.isBounded else { return }
    // `nhận 1.550 bài. Qua sơ khảo có 1.240 bài hợp lệ, loại 310 bài`
    let isRest = word == "loại" || word == "bỏ" || word == "hủy"
    let start =
      isReduced || isIncreased || isSilent && !isRest
      ? sentenceStart(of: left.tokens.lowerBound) : paragraphStart(of: left.tokens.lowerBound)
    let before = numbers(in: start..<left.tokens.lowerBound).filter {
      isSameKind(numbers[$0].of, noun) && numbers[$0].outOf == nil
    }
    .suffix(6)
    guard before.count >= 2 || isLeft && before.count == 1 else { return }
    for (place, a) in before.enumerated() {
      for b in before.dropFirst(place + 1) {
        guard let less = numbers[a].value.subtracting(numbers[b].value) else { continue }
        let computed = isIncreased ? -less : less
        guard computed == left.value else { continue }
        // `chết 05 người, bị thương 04 người, giảm 01 người`: of three numbers of one kind two may differ by the third.
        if isReduced || isIncreased, !leads(from: a, to: b) { continue }
        add(
          .difference, left, computed, holds: true, tokens: numbers[a].tokens.lowerBound..<left.tokens.upperBound,
          members: [numbers[a].member, numbers[b].member, left.member])
        return
      }
    }
    if isLeft, before.count == 1, let a = before.first { return restOfCases(left, index, of: numbers[a]) }
    if isLeft || isRest, let a = before.first, figures(of: numbers[a].value) >= 3 {
      for b in before.dropFirst() where b == before.last || isDone(numbers[b]) {
        guard let computed = numbers[a].value.subtracting(numbers[b].value), !computed.isNegative,
          figures(of: left.value) > 1,
          areMisprinted(numbers[a], [numbers[b], left], sum(of: [numbers[b], left]) ?? .zero, figures: 3)
        else { continue }
        add(
          .difference, left, computed, holds: false, tokens: numbers[a].tokens.lowerBound..<left.tokens.upperBound,
          members: [numbers[a].member, numbers[b].member, left.member])
        return
      }
    }
    let sentence = sentenceStart(of: left.tokens.lowerBound)
    // `tháng 10 có 1.204 ca, tháng 11 còn 725 ca`: of another month, and no rest.
    guard !isSilent, month(before: left) == nil, before.count == 2,
      before.allSatisfy({ numbers[$0].tokens.lowerBound >= sentence }),
      // `515/589 vụ, gồm 418 vụ khiếu nại và 97 vụ tố cáo; còn 74 vụ`: not one part less the other.
      !before.allSatisfy({ inSums.contains(numbers[$0].tokens) }), !before.contains(where: { isFraction(before: $0) }),
      let a = before.first, let b = before.last, (numbers[a].value > numbers[b].value) != isIncreased
    else { return }
    if isReduced || isIncreased, !leads(from: a, to: b) || isContrasted(numbers[b]) { return }
    if isIncreased, !isAside(numbers[b].tokens.upperBound..<left.tokens.lowerBound - 1) { return }
    guard let computed = numbers[a].value.subtracting(numbers[b].value)?.magnitude else { return }
    add(
      .difference, left, computed, holds: false, tokens: numbers[a].tokens.lowerBound..<left.tokens.upperBound,
      members: [numbers[a].member, numbers[b].member, left.member])
  }

  /// `Tạm giữ 9.872 phương tiện ... Đã trả cho 9.214 trường hợp, còn 658 phương tiện`: what was done is counted in cases.
  private mutating func restOfCases(_ left: Number, _ index: Int, of whole: Number) {
    guard index > 0, case let done = numbers[index - 1], done.of == "trường hợp", done.outOf == nil, !done.isBounded,
      isDone(done), left.tokens.lowerBound - done.tokens.upperBound <= 4, !whole.isBounded,
      figures(of: whole.value) >= 3, let computed = whole.value.subtracting(done.value), !computed.isNegative,
      computed == left.value || areMisprinted(whole, [done, left], sum(of: [done, left]) ?? .zero, figures: 3)
    else { return }
    add(
      .difference, left, computed, holds: computed == left.value,
      tokens: whole.tokens.lowerBound..<left.tokens.upperBound, members: [whole.member, done.member, left.member])
  }

  /// The place of the number before another; a share may stand between: `đã giải ngân 900 tỷ đồng, đạt 75%, còn lại 300
  /// tỷ đồng`.
  private func placeBefore(_ index: Int) -> Int {
    index > 1 && numbers[index - 1].unit == "percent" ? index - 2 : index - 1
  }

  /// `còn 586 hồ sơ`, `còn lại 586 hồ sơ`, `586 hồ sơ còn lại`, `còn thiếu 63 người`: a difference, no part.
  func isLeft(_ number: Number) -> Bool {
    let (start, end) = (number.tokens.lowerBound, number.tokens.upperBound)
    let word = stream[start - 1].key
    return word == "còn" || (word == "lại" || word == "thiếu") && stream[start - 2].key == "còn"
      // `tồn kho 55.140 liều`
      || word == "kho" && stream[start - 2].key == "tồn"
      || stream[end].key == "còn" && stream[end + 1].key == "lại"
  }

  /// What a fraction before it leaves; a share may stand between, `700/1.007 xã đạt chuẩn, đạt 69,5%; còn 307 xã`.
  ///
  /// - Returns: whether it was told.
  private mutating func restOfFraction(_ left: Number, _ noun: String, before index: Int) -> Bool {
    var place = placeBefore(index)
    // `đã giải quyết 515/589 vụ việc, đạt 87,4%, gồm 418 vụ khiếu nại và 97 vụ tố cáo; còn 74 vụ việc`
    while place > 0, index - place < 5, numbers[place].outOf == nil,
      numbers[place].unit != "percent" || index - place > 1
    {
      place -= 1
    }
    guard place >= 0, case let done = numbers[place], let whole = done.outOf, done.unit == "count",
      sentenceStart(of: left.tokens.lowerBound) <= done.tokens.lowerBound,
      let computed = whole.subtracting(done.value)
    else { return false }
    let gap = left.tokens.lowerBound - done.tokens.upperBound
    let isSure =
      isSameKind(done.of, noun) && (gap <= 6 || place < index - 1)
      || isBracketedRest(left) && gap <= 6 && nearlyAgrees(left.value, computed, oneIn: 3)
    let isFarKind = gap <= 32 && computed == left.value && isSameKind(done.of, noun) && figures(of: left.value) >= 2
    guard gap <= 16 || isFarKind, computed == left.value || isSure && nearlyAgrees(left.value, computed, oneIn: 2)
    else {
      return false
    }
    add(
      .difference, left, computed, holds: computed == left.value,
      tokens: done.tokens.lowerBound..<left.tokens.upperBound, members: [done.member, left.member])
    return true
  }

  /// Whether a share or its percentage stands before a number and opens its list: `515/589 vụ việc, đạt 87,4%, gồm 418
  /// vụ`.
  private func isFraction(before index: Int) -> Bool {
    guard index > 0, case let place = placeBefore(index) else { return false }
    return numbers[place].outOf != nil
      && (numbers[place].tokens.upperBound..<numbers[index].tokens.lowerBound).contains { stream[$0].key == "gồm" }
  }

  /// `(còn lại 28 hộ không có nhu cầu)`
  private func isBracketedRest(_ number: Number) -> Bool { stream[number.tokens.lowerBound - 3].isSign("(") }

  /// `được giao 12,5 tỷ đồng; 6 tháng chi 6,184 tỷ đồng, đạt 49,5% dự toán (...); dự toán còn lại 6,316 tỷ đồng`: the
  /// only two amounts of its sentence that stand in no brackets, the first assigned.
  private mutating func remainingBeforeBrackets(_ left: Number) {
    let start = sentenceStart(of: left.tokens.lowerBound)
    let before = numbers(in: start..<left.tokens.lowerBound).map { numbers[$0] }.filter {
      $0.unit == left.unit && $0.outOf == nil && !isBracketed($0)
    }
    guard before.count == 2, case let whole = before[0], case let done = before[1],
      (max(start, whole.tokens.lowerBound - 4)..<whole.tokens.lowerBound).contains(where: {
        stream[$0].key == "giao" || stream[$0].key == "cấp"
      }), let computed = whole.value.subtracting(done.value), !computed.isNegative
    else { return }
    let slack = slack(of: [done, left, whole])
    add(
      .difference, left, computed, holds: agrees(left.value, computed, within: slack),
      tokens: whole.tokens.lowerBound..<left.tokens.upperBound, members: [whole.member, done.member, left.member])
  }

  /// `đã chi 2.150 triệu đồng/2.500 triệu đồng, còn lại 350 triệu đồng`
  private mutating func remainingAmount(_ index: Int) {
    let left = numbers[index]
    let word = left.tokens.lowerBound - 1
    guard index > 0, left.unit != "percent", stream[word - 1].key == "còn",
      stream[word].key == "lại" || stream[word].key == "thiếu"
    else { return }
    let place = placeBefore(index)
    let done = numbers[place]
    // `6 tháng chi 6,184 tỷ đồng (tiền thưởng 4,917 tỷ đồng, chi khác 0,405 tỷ đồng); dự toán còn lại 6,316 tỷ đồng`:
    // not of what is in brackets.
    if isBracketed(done), !isBracketed(left) { return remainingBeforeBrackets(left) }
    // `tổng kinh phí 1.350 triệu đồng, đã chi 1.120 triệu đồng, còn lại 230 triệu đồng`
    if done.outOf == nil, place > 0, done.unit == left.unit, numbers[place - 1].unit == left.unit {
      let whole = numbers[place - 1]
      let sentence = sentenceStartOverNaming(of: left.tokens.lowerBound)
      // `bố trí 248 tỷ đồng, đã sử dụng 213,6 tỷ đồng (bằng 86,1%) ...; còn lại 34,4 tỷ đồng`
      let isOfDone = (max(whole.tokens.upperBound, done.tokens.lowerBound - 4)..<done.tokens.lowerBound).contains {
        stream[$0].key == "đã"
      }
      if sentence <= whole.tokens.lowerBound, isOfDone || isTotalled(whole) || isPlan(place - 1, from: sentence),
        let computed = whole.value.subtracting(done.value), !computed.isNegative
      {
        let slack = slack(of: [done, left, whole])
        add(
          .difference, left, computed, holds: agrees(left.value, computed, within: slack),
          tokens: whole.tokens.lowerBound..<left.tokens.upperBound, members: [whole.member, done.member, left.member])
        return
      }
    }
    guard done.unit == left.unit, let whole = done.outOf, left.tokens.lowerBound - done.tokens.upperBound <= 6,
      let computed = whole.subtracting(done.value)
    else { return }
    let slack = slack(of: [done, left])
    add(
      .difference, left, computed, holds: agrees(left.value, computed, within: slack),
      tokens: done.tokens.lowerBound..<left.tokens.upperBound, members: [done.member, left.member])
  }

  /// Whether the words between two numbers say that the first became the second.
  func leads(from a: Int, to b: Int) -> Bool {
    (numbers[a].tokens.upperBound..<numbers[b].tokens.lowerBound).contains {
      Self.becoming.contains(stream[$0].key) && !(stream[$0].key == Words.thanh && stream[$0 + 1].key == "phố")
    }
  }

  /// `2.358 xã đạt chuẩn; còn 257 xã dưới 5 tiêu chí`: behind a semicolon `còn` begins to speak of something else.
  private func isContrasted(_ number: Number) -> Bool {
    let start = number.tokens.lowerBound
    return stream[start - 1].key == "còn" && stream[start - 2].isSign(";")
  }

  static let becoming: WordSet = ["thành", "còn", "xuống", "lên"]
}
