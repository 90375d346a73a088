/// Parts behind `gồm` or a colon.
extension Audit {
  /// `15 cụm, khối thi đua, gồm 02 cụm ..., 07 khối ... và 06 khối ...`; `17 huy chương: 04 huy chương Vàng, ...`
  mutating func statedParts(_ index: Int) {
    let total = numbers[index]
    guard total.outOf == nil, Self.summed.contains(total.unit), !standsInBrackets(total) else { return }
    var at = total.tokens.upperBound
    // `14 đơn vị, chia thành 03 cụm: ...` tells of both.
    let divided = dividing(behind: at) ?? withMeasure(behind: at, total)
    if let divided { at = divided }
    // `1.347 lượt tập thể, cá nhân, hộ gia đình có thành tích trong Phong trào, gồm 412 tập thể, ...`
    let reach = recipients.contains(total.of ?? "") || total.of?.hasPrefix("lượt") ?? false ? 18 : 10
    while at < stream.count, at - total.tokens.upperBound < reach, !outline.beginsParagraph[at], !stream[at].isNumber,
      stream[at].key != "gồm", !stream[at].isSign(":"), !stream[at].isSign("."), !stream[at].isSign(";"),
      !stream[at].isSign("(")
    {
      at += 1
    }
    if stream[at].key != "gồm", !stream[at].isSign(":"), total.unit != "count", let told = detailing(total) {
      at = told
    }
    if stream[at].key != "gồm", !stream[at].isSign(":"), let told = includedNext(total) { at = told }
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
          && !isLeft(numbers[$0])
          // `tương đương 30,6 giường/10.000 dân`
          && stream[numbers[$0].tokens.lowerBound - 1].key != "đương"
      }
      .map { numbers[$0] }
    if !parts.isEmpty, stream[end].isSign(";"), partsOverClauses(total, from: at, first: parts) { return }
    if stream[at].key == "gồm", partsHeadingClauses(total, from: at) { return }
    guard parts.count >= 2, let sum = sum(of: parts) else { return }
    if divided != nil, !parts.allSatisfy({ isKind($0.of, of: total.of) }) { return }
    let holds = agrees(total.value, sum, within: slack(of: total, parts))
    if !holds, !isSlip(total, parts, sum, from: at) { return }
    addSum(total, of: parts, sum, holds: holds)
  }

  /// Whether parts behind `gồm` or a colon that do not make up their total are a slip of the writer.
  ///
  /// A list of other things is no list of parts, unless each has its number behind `gồm`; one of the same things that
  /// fails by a tenth at most, or by one digit, is a slip. Kinds of prizes and of nouns that the total names share nothing,
  /// so that they cannot be more than all.
  private func isSlip(_ total: Number, _ parts: [Number], _ sum: DecimalNumber, from at: Int) -> Bool {
    let isIncluded = stream[at].key == "gồm"
    let areListed = isIncluded && areOfListedNouns(parts, of: total)
    guard !isRounded(total, parts, sum),
      parts.allSatisfy({ $0.unit != "count" || isKind($0.of, of: total.of) })
        || isIncluded && (isCountedThrough(parts, from: at) || areListed)
    else { return false }
    let arePrizes = isPrize(total) && parts.allSatisfy { isPrize($0) }
    if arePrizes || areListed, sum > total.value { return true }
    if areMisprinted(total, parts, sum) { return true }
    let isWhole = areListed || arePrizes || isIncluded && isOneNoun(parts, of: total, from: at)
    // `116 người, gồm 105 hành khách và 11 thành viên`: told to the end.
    let isSome = (max(0, at - 4)..<at).contains { stream[$0].key == Words.doThat }
    let isTold =
      isIncluded && !isSome && isCountedThrough(parts, from: at) && endsWithAnd(parts)
      && parts.allSatisfy { beginsPart($0.tokens.lowerBound) }
    let told = sum > total.value ? 2 : 3
    return nearlyAgrees(total.value, sum, oneIn: isWhole ? 1 : isTold ? told : isIncluded ? 4 : 10)
  }

  private func endsWithAnd(_ parts: [Number]) -> Bool {
    guard let last = parts.last, let before = parts.dropLast().last else { return false }
    return (before.tokens.upperBound..<last.tokens.lowerBound).contains { stream[$0].key == Words.va }
  }

  /// `512 trường, gồm 168 trường mầm non, 146 trường tiểu học và 32 trường trung học`: whether three parts or more count all of a list, with
  /// the noun of their total, so that a figure too many is a slip as well.
  private func isOneNoun(_ parts: [Number], of total: Number, from at: Int) -> Bool {
    parts.count >= 3 && parts.allSatisfy { $0.unit == "count" && isSameKind($0.of, total.of ?? "") }
      && isCountedThrough(parts, from: at)
  }

  /// `15 cụm, khối thi đua, gồm 02 cụm huyện, thành phố, 07 khối sở, ngành và 06 khối doanh nghiệp`: whether each of three parts or more
  /// counts one of the nouns of their total.
  private func areOfListedNouns(_ parts: [Number], of total: Number) -> Bool {
    guard parts.count >= 3, let nouns = total.of, nouns.utf8.contains(0x2C) else { return false }
    let heads = Set(nouns.split(separator: ",").compactMap { $0.split(separator: " ").first })
    return parts.allSatisfy { $0.of?.split(separator: " ").first.map(heads.contains) ?? false }
  }

  /// `Tổng nhu cầu vốn là 1.864 tỷ đồng, gồm: ngân sách trung ương 612 tỷ đồng (32,8%); ...; vốn vay 170 tỷ đồng (9,1%)`: amounts in clauses
  /// of their own, one each.
  ///
  /// - Returns: whether a sum was told.
  private mutating func amountsOverClauses(_ total: Number, from start: Int) -> Bool {
    let end = sentenceEnd(from: start)
    var parts: [Number] = []
    var first = start
    for mark in start..<end + 1 where mark == end || stream[mark].isSign(";") {
      let own = numbers(in: first..<mark).filter { isAlike($0, total) }
      guard own.count == 1, let part = own.first, !numbers[part].isBounded else { return false }
      parts.append(numbers[part])
      first = mark + 1
    }
    guard parts.count >= 3, let sum = sum(of: parts) else { return false }
    let holds = agrees(total.value, sum, within: slack(of: parts + [total]))
    guard holds || nearlyAgrees(total.value, sum, oneIn: 10) else { return false }
    addSum(total, of: parts, sum, holds: holds)
    return true
  }

  /// `14 cá nhân và tập thể, gồm 01 giải Nhất, 03 giải Nhì; 01 nhân vật tiêu biểu; 09 giải phụ`: parts in clauses of their own, each
  /// of which begins with its number. That they are all is not said of each, so that a sum is told only when it holds.
  ///
  /// - Returns: whether they make up the total.
  private mutating func partsOverClauses(_ total: Number, from start: Int, first: [Number]) -> Bool {
    guard total.unit == "count" else { return amountsOverClauses(total, from: start) }
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
      guard sum == total.value else { continue }
      addSum(total, of: taken, sum, holds: true)
      return true
    }
    // `8 dự án, bao gồm: 5 dự án ...; 2 dự án ...`: all of the same noun, and a slip.
    guard stream[start].key == "gồm", taken.count >= 2, let sum = sum(of: taken),
      taken.allSatisfy({ isKind($0.of, of: total.of) }), nearlyAgrees(total.value, sum, oneIn: 5)
    else { return false }
    addSum(total, of: taken, sum, holds: false)
    return true
  }

  /// The `gồm` behind what is said of an amount before its parts: `3.920 tỷ đồng, bằng 85,2% dự toán và giảm 14,7% so
  /// với cùng kỳ; gồm thu nội địa ...`, `84,6 tỷ đồng kinh phí trước ngày 31.7.2024, gồm ...`. Only percentages and
  /// dates may stand between.
  ///
  /// - Complexity: O(1).
  private func detailing(_ total: Number) -> Int? {
    let end = total.tokens.upperBound
    for at in end..<min(end + 36, stream.count) {
      if outline.beginsParagraph[at] || sentences.isEnd(at) { return nil }
      guard stream[at].key == "gồm" else { continue }
      let mark = stream[stream[at - 1].key == "bao" ? at - 2 : at - 1]
      let isOwn = numbers(in: end..<at).allSatisfy { numbers[$0].unit == "percent" }
      return isOwn && (mark.isSign(",") || mark.isSign(";")) ? at : nil
    }
    return nil
  }

  /// `đến nay có 1.352 cháu mồ côi được đỡ đầu. Bao gồm 774 cháu ..., 391 cháu ..., 187 cháu ...`: the `gồm` that the next sentence begins with,
  /// behind the last number of its noun.
  private func includedNext(_ total: Number) -> Int? {
    let end = sentenceEnd(from: total.tokens.upperBound)
    guard stream[end].isSign("."), !outline.beginsParagraph[safe: end + 1],
      !numbers(in: total.tokens.upperBound..<end).contains(where: { isOfKind(numbers[$0], of: total) })
    else { return nil }
    let lead = stream[end + 1].key == "bao" ? end + 2 : end + 1
    return stream[lead].key == "gồm" ? lead : nil
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
  func isCountedThrough(_ parts: [Number], from start: Int) -> Bool {
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

  /// Units of which a whole is told with its parts: no shares, no times.
  static let summed: TextSet = ["count", "VND", "USD", "ha", "t", "kg", "km", "m2", "m3"]
}
