extension Audit {
  /// `35 giải cá nhân (01 giải nhất, 03 giải nhì, 05 giải ba và 26 giải khuyến khích)`
  mutating func bracketedParts(_ index: Int) {
    let total = numbers[index]
    var open = total.tokens.upperBound
    // `612 dự án còn hiệu lực (42 dự án FDI; 570 dự án trong nước)`
    let isWinner = winsPrizes(total)
    let reach = isWinner ? 24 : 14
    // `22 phường, xã (17 phường, 5 xã)`
    if stream[open].isSign(","), stream[open + 1].isWord, stream[open + 2].isSign("(") { open += 1 }
    while open - total.tokens.upperBound < reach, stream[open].isWord || isWinner && stream[open].isNumber,
      !outline.beginsParagraph[safe: open]
    {
      open += 1
    }
    guard total.unit != "percent", stream[open].isSign("("),
      !outline.beginsParagraph[safe: open],
      var close = closingBracket(from: open)
    else { return }
    // `29 tín chỉ (27 tín chỉ bắt buộc, 2 tín chỉ tự chọn, (22,1%)`: brackets that open twice.
    let inner = (open + 1..<close).first { stream[$0].isSign("(") }
    if let inner { close = inner }
    let parts = numbers(in: open..<close)
    guard parts.count >= 2,
      parts.allSatisfy({ numbers[$0].unit == total.unit && numbers[$0].outOf == nil && !numbers[$0].isBounded })
    else { return }
    // `12/12 chỉ tiêu (3 chỉ tiêu đạt và 9 chỉ tiêu vượt)`, and brackets far behind: parts when they are as many.
    let isFar = open - total.tokens.upperBound >= 6 && !parts.allSatisfy { isWon(numbers[$0]) }
    if isFar || total.outOf != nil && !isWinner, sum(of: parts.map { numbers[$0] }) != total.value { return }
    // A comparison is no part. `486 tập thể, cá nhân (trong đó 162 tập thể, ...)` names all of them.
    let isNamed = isOfAnyRecipient(total) && stream[open + 1].key == Words.trong
    let hasChange = (open..<close).contains {
      Self.changes.contains(stream[$0].key)
        || stream[$0].key == Words.trong && stream[$0 + 1].key == Words.doThat && $0 != open + 1
    }
    if hasChange { return }
    // `131 TC (trong đó 120 tín chỉ học tập và 11 tín chỉ giáo dục thể chất)`: parts under another name, when they are all.
    let isOfReceivers = isAwardToReceivers(total, parts.map { numbers[$0] })
    let isOfOthers =
      !isNamed && !isOfReceivers && stream[open + 1].key == Words.trong && stream[open + 2].key == Words.doThat
    if isOfOthers && open > total.tokens.upperBound { return }
    let isOneKind = parts.allSatisfy { isPartOf(numbers[$0], total) }
    let isCut = inner.map { !stream[$0 - 1].isSign(",") || !isOneKind } ?? false
    if isOfOthers || isCut, sum(of: parts.map { numbers[$0] }) != total.value { return }
    // `16 phường (trên tổng số 322 phường)`, `(từ 14 xuống còn 12)`: no parts.
    let hasWhole = (open..<close).contains {
      stream[$0].key == "tổng" && stream[$0 + 1].key == Words.so || stream[$0].key == "xuống"
    }
    if hasWhole || partsOfSeveral(index, parts, before: close + 1) { return }
    // `3.021 tỷ đồng (Ba nghìn không trăm hai mươi mốt tỷ đồng)`
    if stream[open + 1].isWord, numbers[parts.lowerBound].tokens.lowerBound == open + 1 { return }
    let isListed = stream[open + 1].key == "gồm" || stream[open + 1].key == "bao"
    emitSum(
      total, parts.map { numbers[$0] }, tokens: total.tokens.lowerBound..<(close + 1),
      onlyNear: open > total.tokens.upperBound || isNamed || !isOneKind, slips: isListed ? 5 : nil)
  }

  private static let changes: WordSet = ["tăng", "giảm", "hơn"]

  /// `405 Bằng khen của Chủ tịch UBND tỉnh (trong đó 187 tập thể, 196 cá nhân, 22 hộ gia đình)`: whether parts tell who received awards, by
  /// kind, persons and collectives among them.
  private func isAwardToReceivers(_ total: Number, _ parts: [Number]) -> Bool {
    guard total.unit == "count", let noun = total.tokens.first(where: { stream[$0].isWord }),
      awards.name(in: stream, at: noun, before: min(total.tokens.upperBound + 8, stream.count)) != nil
    else { return false }
    let kinds = parts.compactMap(\.of)
    return Set(kinds).count == parts.count && kinds.allSatisfy { recipients.contains($0) } && kinds.contains("tập thể")
      && kinds.contains("cá nhân")
  }

  /// `trường hợp`, `tập thể, cá nhân`: whoever receives an award.
  private func isOfAnyRecipient(_ total: Number) -> Bool {
    guard let noun = total.of, recipients.contains(noun) else { return false }
    return noun.utf8.contains(0x2C) || noun == "trường hợp"
  }

  /// `12 học sinh đạt giải tại kỳ thi (01 giải Nhất, ...)`, `7/8 thí sinh của Đội tuyển quốc gia đã giành huy chương`: whether
  /// those counted are said to have won prizes, in the same breath.
  ///
  /// - Complexity: O(1): 16 words at most.
  func winsPrizes(_ total: Number) -> Bool {
    for at in total.tokens.upperBound..<min(total.tokens.upperBound + 16, stream.count) {
      guard stream[at].isWord, !outline.beginsParagraph[at] else { return false }
      guard Self.winning.contains(stream[at].key) else { continue }
      let noun = stream[at + 1].key
      return noun == "giải" || noun == "huy" || noun == "hcv"
    }
    return false
  }

  private static let winning: WordSet = ["đạt", "đoạt", "giành"]

  /// What contestants win: prizes, medals, and the certificates that stand behind them.
  func isWon(_ number: Number) -> Bool { isPrize(number) || number.of == "bằng khen" }

  /// `giải nhì`, `huy chương`, `HCV`
  func isPrize(_ number: Number) -> Bool {
    guard let noun = number.of else { return false }
    return noun == "giải" || noun.hasPrefix("giải ") || noun.hasPrefix("huy chương") || noun.hasPrefix("hc")
  }

  /// Whether what a part counts is surely some of the whole: the same word first, or who receives an award.
  private func isPartOf(_ part: Number, _ total: Number) -> Bool {
    guard part.unit == "count", let noun = part.of, let whole = total.of else { return part.unit == total.unit }
    let first = noun.prefix { $0 != " " }
    return whole.hasPrefix(first)
      || recipients.contains(noun)
        && (recipients.contains(whole) || whole.hasPrefix("lượt"))
      || first.hasPrefix("hc") && whole.hasPrefix("huy")
  }

  /// `948,3 tỷ đồng, trong đó chi: ... 722,3 tỷ đồng; ... 226 tỷ đồng`
  mutating func namedParts(_ index: Int) {
    let total = numbers[index]
    // `76 trên tổng số 92 em dự thi đạt giải, trong đó có ...`: parts of those who won.
    if isBelow(total), stream[total.tokens.lowerBound - 4].isNumber { return }
    // `8/8 thí sinh đoạt giải` tells who won, and how many of all.
    guard total.outOf == nil || winsPrizes(total), total.unit != "percent", total.unit != "year",
      total.unit != "month", total.unit != "day"
    else {
      return
    }
    var end = sentenceEnd(from: total.tokens.upperBound)
    // `... 2.650 tỷ đồng, bằng 72,3% dự toán. Trong đó: ...`
    if stream[end].isSign("."), stream[end + 1].key == Words.trong, stream[end + 2].key == Words.doThat,
      !outline.beginsParagraph[safe: end + 1]
    {
      end = sentenceEnd(from: end + 1)
    }
    // `trong đó` belongs to the nearest number of its kind before it; `trong đó một số khoản chi ...` names some parts only.
    let at = firstNaming(from: total.tokens.upperBound)
    guard at < end, words.someParts.match(stream, at: at + 2) == nil,
      !numbers(in: total.tokens.upperBound..<at).contains(where: {
        numbers[$0].unit == total.unit && !isChange($0)
          && (total.unit != "count" || isKind(numbers[$0].of, of: total.of))
      })
    else { return }
    // `doanh thu 58.389 tỷ đồng (trong đó doanh thu thuần 56.518 tỷ đồng), ...`: nothing behind the brackets is named.
    if stream[at - 1].isSign("("), let close = matchingBracket(of: at - 1) { end = min(end, close) }
    let parts = numbers(in: at..<end).filter {
      numbers[$0].unit == total.unit && numbers[$0].outOf == nil && !isChange($0)
        && (total.unit != "count" || isKind(numbers[$0].of, of: total.of) || isMedal(numbers[$0], of: total))
    }.map { numbers[$0] }
    guard parts.count >= 2, let last = parts.last else { return otherParts(total, behind: at, before: end) }
    // `trong đó công ty mẹ đạt 87.033 tỷ đồng; vốn chủ sở hữu 16.244 tỷ đồng`: another clause speaks of another amount.
    if total.unit != "count", parts.count == 2, let sum = sum(of: parts), sum > total.value, let first = parts.first,
      (first.tokens.upperBound..<parts[1].tokens.lowerBound).contains(where: { stream[$0].isSign(";") }),
      !(at..<first.tokens.lowerBound).contains(where: { stream[$0].isSign(":") })
    {
      return
    }
    // Of `162 tập thể, 298 cá nhân, 16 hộ gia đình` some are counted by another word.
    let behind = last.tokens.upperBound
    let clauseEnd =
      (behind..<max(behind, end)).first { stream[$0].isSign(";") || stream[$0].isSign(")") || stream[$0].isSign("(") }
    let counted = numbers(in: at..<(clauseEnd ?? max(behind, end))).count {
      numbers[$0].unit == total.unit && numbers[$0].outOf == nil && !isChange($0)
        && !stream[numbers[$0].tokens.lowerBound - 1].isSign("/")
    }
    if counted > parts.count, sum(of: parts) != total.value { return otherParts(total, behind: at, before: end) }
    emitSum(
      total, parts, tokens: total.tokens.lowerBound..<last.tokens.upperBound, onlyNear: true,
      slips: areDivided(parts) ? 5 : nil)
  }

  /// `5 nội dung thuộc lĩnh vực kinh tế, 4 nội dung thuộc lĩnh vực xây dựng Đảng`: parts of one noun, each told where it belongs, so that
  /// none is counted twice.
  private func areDivided(_ parts: [Number]) -> Bool {
    parts.allSatisfy { $0.of == parts[0].of && !$0.isBounded && stream[$0.tokens.upperBound].key == "thuộc" }
  }

  /// `có 6 cháu đạt giải, trong đó có 1 giải B và 5 giải C`; `4 người tử nạn, trong đó 1 ca tại chỗ và 3 trường hợp tại bệnh viện`:
  /// parts that are counted by other words, when they are as many.
  private mutating func otherParts(_ total: Number, behind naming: Int, before end: Int) {
    // `8 giấy chứng nhận với vốn 3.588 tỷ đồng, trong đó có 4 dự án trong nước, 4 dự án nước ngoài`: amounts count nothing.
    guard total.unit == "count",
      let nearest = numbers(in: total.tokens.lowerBound..<naming).last(where: { numbers[$0].unit == "count" }),
      winsPrizes(total) || numbers[nearest] === total
    else { return }
    let parts = numbers(in: naming..<end).filter { numbers[$0].unit == "count" && numbers[$0].outOf == nil }
      .map { numbers[$0] }
    // Who won and what was won are as many but for a slip, and so are all parts of one noun: `560 người, trong đó 272 chỉ tiêu ... và
    // 288 chỉ tiêu ...`.
    let areWon =
      winsPrizes(total) && parts.allSatisfy { isWon($0) } || parts.allSatisfy { isWon($0) || namesPrize(behind: $0) }
    let areAlike = parts.allSatisfy { $0.of == parts[0].of && !$0.isBounded }
    guard parts.count >= 2, let last = parts.last else { return }
    // `3 Giáo sư, 49 Phó giáo sư, ..., 86 Cử nhân và 44 trình độ khác`: with the others they are all.
    let isComplete = parts.count >= 3 && namesOthers(last) && !parts.contains(where: \.isBounded)
    guard areWon || areAlike || isComplete || sum(of: parts) == total.value else { return }
    emitSum(
      total, parts, tokens: total.tokens.lowerBound..<last.tokens.upperBound, onlyNear: true,
      slips: isComplete ? 5 : areWon ? 7 : 25)
  }

  /// `44 trình độ khác`
  private func namesOthers(_ number: Number) -> Bool {
    stream[number.tokens.upperBound - 1].key == "khác" || stream[number.tokens.upperBound].key == "khác"
  }

  /// `11 em đoạt giải Nhất`
  private func namesPrize(behind number: Number) -> Bool {
    let end = number.tokens.upperBound
    return Self.winning.contains(stream[end].key) && stream[end + 1].key == "giải"
  }

  /// `12 HCV` are some of `42 huy chương`.
  private func isMedal(_ part: Number, of total: Number) -> Bool {
    guard let noun = part.of, let whole = total.of else { return false }
    return noun.hasPrefix("hc") && whole.hasPrefix("huy chương")
  }

  /// Units of which a whole is told with its parts: no shares, no times.
  static let summed: TextSet = ["count", "VND", "USD", "ha", "t", "kg", "km", "m2", "m3"]

  /// `15 cụm, khối thi đua, gồm 02 cụm ..., 07 khối ... và 06 khối ...`; `17 huy chương: 04 huy chương Vàng, ...`
  mutating func statedParts(_ index: Int) {
    let total = numbers[index]
    guard total.outOf == nil, Self.summed.contains(total.unit) else { return }
    var at = total.tokens.upperBound
    // `14 đơn vị, chia thành 03 cụm: ...` tells of both.
    let divided = dividing(behind: at) ?? withMeasure(behind: at, total)
    if let divided { at = divided }
    while at < stream.count, at - total.tokens.upperBound < 10, !outline.beginsParagraph[at], !stream[at].isNumber,
      stream[at].key != "gồm", !stream[at].isSign(":"), !stream[at].isSign("."), !stream[at].isSign(";"),
      !stream[at].isSign("(")
    {
      at += 1
    }
    guard stream[at].key == "gồm" || stream[at].isSign(":"), !outline.beginsParagraph[safe: at + 1] else { return }
    var end = sentenceEnd(from: at)
    if let inner = (at..<end).first(where: {
      stream[$0].isSign(";") || stream[$0].key == "trong" && stream[$0 + 1].key == "đó"
    }) {
      end = inner
    }
    let parts = numbers(in: at..<end)
      .filter {
        numbers[$0].unit == total.unit && numbers[$0].outOf == nil && !numbers[$0].isBounded && !isChange($0)
          && !isRest(numbers[$0])
      }
      .map { numbers[$0] }
    if !parts.isEmpty, stream[end].isSign(";"), partsOverClauses(total, from: at, first: parts) { return }
    if stream[at].key == "gồm", partsHeadingClauses(total, from: at) { return }
    guard parts.count >= 2, let last = parts.last, let sum = sum(of: parts) else { return }
    if divided != nil, !parts.allSatisfy({ isKind($0.of, of: total.of) }) { return }
    let holds = agrees(total.value, sum, within: slack(of: total, parts))
    if !holds {
      // A list of other things is no list of parts, unless each has its number behind `gồm`; one of the same things that fails
      // by a tenth at most is a slip.
      guard !isRounded(total, parts, sum),
        parts.allSatisfy({ $0.unit != "count" || isKind($0.of, of: total.of) })
          || stream[at].key == "gồm" && isCountedThrough(parts, from: at),
        let difference = total.value.subtracting(sum),
        let times = difference.magnitude.multiplied(by: DecimalNumber(stream[at].key == "gồm" ? 4 : 10)),
        times <= total.value.magnitude
      else { return }
    }
    add(
      .sum, total, sum, holds: holds, tokens: total.tokens.lowerBound..<last.tokens.upperBound,
      members: parts.map(\.member))
  }

  /// `14 cá nhân và tập thể, gồm 01 giải Nhất, 03 giải Nhì; 01 nhân vật tiêu biểu; 09 giải phụ`: parts in clauses of their own, each
  /// of which begins with its number. That they are all is not said of each, so that a sum is told only when it holds.
  ///
  /// - Returns: whether they make up the total.
  private mutating func partsOverClauses(_ total: Number, from start: Int, first: [Number]) -> Bool {
    guard total.unit == "count" else { return false }
    let end = sentenceEnd(from: start)
    var taken = first
    for mark in start..<end where stream[mark].isSign(";") {
      guard let next = numbers(in: (mark + 1)..<min(mark + 3, end)).first,
        let clauseEnd = (mark + 1..<end + 1).first(where: { $0 == end || stream[$0].isSign(";") })
      else { return false }
      taken += numbers(in: numbers[next].tokens.lowerBound..<clauseEnd).map { numbers[$0] }
      guard taken.allSatisfy({ $0.unit == "count" && $0.outOf == nil && !$0.isBounded }), let sum = sum(of: taken),
        sum <= total.value
      else { return false }
      guard sum == total.value, let last = taken.last else { continue }
      add(
        .sum, total, sum, holds: true, tokens: total.tokens.lowerBound..<last.tokens.upperBound,
        members: taken.map(\.member))
      return true
    }
    // `8 dự án, bao gồm: 5 dự án ...; 2 dự án ...`: all of the same noun, and a slip.
    guard stream[start].key == "gồm", taken.count >= 2, let last = taken.last, let sum = sum(of: taken),
      taken.allSatisfy({ isKind($0.of, of: total.of) }), nearlyAgrees(total.value, sum, oneIn: 5)
    else { return false }
    add(
      .sum, total, sum, holds: false, tokens: total.tokens.lowerBound..<last.tokens.upperBound,
      members: taken.map(\.member))
    return true
  }

  /// The `gồm` behind the measures of what was counted: `218 dự án với tổng kinh phí gần 8.000 tỷ đồng, bao gồm`.
  private func withMeasure(behind end: Int, _ total: Number) -> Int? {
    guard total.unit == "count", let next = numbers(in: end..<(end + 8)).first.map({ numbers[$0] }),
      next.unit != "count", next.unit != "percent",
      (end..<next.tokens.lowerBound).contains(where: { stream[$0].key == "với" })
    else { return nil }
    let behind = next.tokens.upperBound
    let lead = stream[behind].isSign(",") ? behind + 1 : behind
    if stream[lead].key == "gồm" { return lead }
    return stream[lead].key == "bao" && stream[lead + 1].key == "gồm" ? lead + 1 : nil
  }

  /// Behind `chia thành 03 cụm`, `phân thành 4 nhóm`; nil when what was counted is not divided so.
  private func dividing(behind end: Int) -> Int? {
    for at in end..<min(end + 6, stream.count) {
      if stream[at].isNumber || outline.beginsParagraph[at] { return nil }
      guard stream[at].key == "chia" || stream[at].key == "phân" else { continue }
      let next = stream[at + 1].key == Words.thanh || stream[at + 1].key == "làm" ? at + 2 : at + 1
      return numbers(in: next..<(next + 1)).first.map { numbers[$0].tokens.upperBound }
    }
    return nil
  }

  /// Whether every item of a list has its number first: `gồm 01 Chủ tịch, 04 Phó Chủ tịch và 16 Ủy viên`.
  private func isCountedThrough(_ parts: [Number], from start: Int) -> Bool {
    var end = start
    for part in parts {
      let between = end..<part.tokens.lowerBound
      let marks = between.count { stream[$0].isSign(",") || stream[$0].key == Words.va }
      guard end == start ? between.count <= 3 : marks == 1 && between.count <= 8 else { return false }
      end = part.tokens.upperBound
    }
    return !(end..<min(end + 8, stream.count)).prefix { !stream[$0].endsClause && !outline.beginsParagraph[$0] }
      .contains { stream[$0].isSign(",") || stream[$0].key == Words.va }
  }

  /// Whether a number is how much something changed by.
  func isChange(_ index: Int) -> Bool {
    let before = stream[numbers[index].tokens.lowerBound - 1].key
    return before == "tăng" || before == "giảm" || before == "vượt" || before == "hơn"
  }

  /// `bài dự thi` and `bài` are one kind of thing.
  func isSameKind(_ a: String?, _ b: String) -> Bool {
    guard let a else { return false }
    return a == b || a.hasPrefix(b + " ") || b.hasPrefix(a + " ")
  }

  /// `giải nhì` is a kind of `giải`, `khách` of `lượt khách`.
  func isKind(_ part: String?, of whole: String?) -> Bool {
    guard let part, let whole else { return false }
    return part.hasPrefix(whole) || whole.hasSuffix(part) || whole.hasPrefix(part)
  }

  /// `112 tập thể, cá nhân gồm:` with a list of paragraphs `- Cờ thi đua: 07 tập thể;`
  mutating func listedParts(_ index: Int) {
    let total = numbers[index]
    guard total.unit == "count", total.outOf == nil else { return }
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
      var end = at + 1
      while end < stream.count, !outline.beginsParagraph[end] { end += 1 }
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
  private func itemMark(at start: Int) -> [Int32] {
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

  func sum(of parts: [Number]) -> DecimalNumber? {
    var sum = DecimalNumber.zero
    for part in parts {
      guard let next = sum.adding(part.value) else { return nil }
      sum = next
    }
    return sum
  }

  /// Whether numbers are told so roughly that they need not add up: `gần 600 nghìn`, or 188.000 for 188.138.
  func isRounded(_ total: Number, _ parts: [Number], _ sum: DecimalNumber) -> Bool {
    if total.isBounded || parts.contains(where: \.isBounded) { return true }
    let thousand = DecimalNumber(1000)
    guard total.value >= thousand, let rest = total.value.divided(by: thousand, places: 4), rest.isWhole,
      let difference = total.value.subtracting(sum)
    else { return false }
    return difference.magnitude < DecimalNumber(500)
  }

  /// By how much a sum may miss its total for the places that they do not print; a measure without places beside parts that
  /// have some was rounded too: `15 km, gồm 5,4 km và 10 km`.
  private func slack(of total: Number, _ parts: [Number]) -> DecimalNumber {
    let isRounded =
      total.slack == .zero && total.unit != "count" && total.value.isWhole && parts.contains { !$0.value.isWhole }
    let own = isRounded ? total.half : total.slack
    return parts.reduce(own) { $0.adding($1.slack) ?? $0 }
  }

  /// How near parts that are not said to be all come to their whole by a slip alone, as one part in so many: of a few things
  /// one may be of no kind, and two amounts are seldom all.
  private func slips(of total: Number, _ parts: [Number], _ sum: DecimalNumber) -> Int {
    if total.unit == "count" {
      // Prizes and medals are told with all their kinds.
      if isPrize(total), parts.allSatisfy({ isPrize($0) }) { return 2 }
      return total.value < DecimalNumber(30) ? 15 : 7
    }
    return parts.count == 2 && sum < total.value ? 25 : 7
  }

  /// How many of the first parts, two at least and not all, make up their whole.
  ///
  /// - Complexity: O(*k*) in parts.
  private func wholePrefix(of parts: [Number], _ total: Number) -> Int? {
    var sum = DecimalNumber.zero
    for (index, part) in parts.dropLast().enumerated() {
      guard let next = sum.adding(part.value), next <= total.value else { return nil }
      sum = next
      if index > 0, sum == total.value { return index + 1 }
    }
    return nil
  }

  /// - Parameter allowed: how near the parts must come when they are not said to be all, as one part in so many.
  mutating func emitSum(
    _ total: Number, _ parts: [Number], tokens: Range<Int>, onlyNear: Bool, slips allowed: Int? = nil
  ) {
    guard let sum = sum(of: parts) else { return }
    let holds = agrees(total.value, sum, within: slack(of: total, parts))
    // `6.881 thí sinh, trong đó có 3.993 ...; 2.411 ...; 477 ...; 598 thí sinh tự do`: the first of them make it up, and the rest
    // are told of besides.
    if !holds, let count = wholePrefix(of: parts, total) {
      return emitSum(total, Array(parts.prefix(count)), tokens: tokens, onlyNear: onlyNear, slips: allowed)
    }
    guard holds || total.value.multiplied(by: DecimalNumber(2)).map({ sum <= $0 }) ?? false else { return }
    guard holds || !onlyNear || nearlyAgrees(total.value, sum, oneIn: allowed ?? slips(of: total, parts, sum)) else {
      return
    }
    guard holds || !isRounded(total, parts, sum) else { return }
    add(.sum, total, sum, holds: holds, tokens: tokens, members: parts.map(\.member))
  }
}
