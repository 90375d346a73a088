/// Parts in the brackets behind their total.
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
    // `48 văn bản về thi đua, khen thưởng (02 Thông tư, ...)`
    while open - total.tokens.upperBound < reach,
      stream[open].isWord || isWinner && stream[open].isNumber
        || stream[open].isSign(",") && stream[open + 1].key == "khen",
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
    let parts = heads(of: numbers(in: open..<close), total)
    guard parts.count >= 2,
      parts.allSatisfy({ numbers[$0].unit == total.unit && numbers[$0].outOf == nil && !numbers[$0].isBounded })
    else { return }
    // `48 văn bản về thi đua (02 Thông tư, 03 Chỉ thị, 71 Kế hoạch, 26 công văn)`: three kinds and more, each with its
    // number.
    let kinds = parts.map { numbers[$0] }
    if kinds.count >= 3, kinds.count == numbers(in: open..<close).count, let sum = sum(of: kinds),
      areExchanged(total, kinds, sum)
    {
      return addSum(total, of: kinds, sum, holds: false)
    }
    // `12/12 chỉ tiêu (3 chỉ tiêu đạt và 9 chỉ tiêu vượt)`, and brackets far behind: parts when they are as many.
    let isFar =
      open - total.tokens.upperBound >= 6 && !parts.allSatisfy { isWon(numbers[$0]) } && !areOfOneNoun(kinds, total)
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
    if hasWhole || partsOfSeveral(index, numbers(in: open..<close), before: close + 1) { return }
    // `3.021 tỷ đồng (Ba nghìn không trăm hai mươi mốt tỷ đồng)`
    if stream[open + 1].isWord, numbers[parts[0]].tokens.lowerBound == open + 1 { return }
    // `46 giải (02 nhất, 09 nhì, 15 ba, 20 khuyến khích)`: a part that is read as no quantity.
    let isPartUnread = (open + 1..<close).contains {
      stream[$0].isNumber && beginsPart($0) && numbers(in: $0..<$0 + 1).isEmpty
    }
    if isPartUnread, sum(of: kinds) != total.value { return }
    let isListed = stream[open + 1].key == "gồm" || stream[open + 1].key == "bao"
    // Some may be left out, `81 loài (18 loài trong Sách đỏ Việt Nam và 6 loài trong Sách đỏ thế giới)`, but none told twice.
    let areFew = sum(of: kinds).map { $0 < total.value } ?? true
    if areFew, isOneKind,
      sum(of: kinds).flatMap({ $0.multiplied(by: DecimalNumber(2)) }).map({ $0 < total.value }) ?? true
    {
      return
    }
    emitSum(
      total, parts.map { numbers[$0] }, tokens: total.tokens.lowerBound..<(close + 1),
      onlyNear: open > total.tokens.upperBound || isNamed || !isOneKind
        || kinds.contains { stream[$0.tokens.lowerBound - 1].key == "là" },
      slips: areOfOneNoun(kinds, total) ? (areFew ? 4 : 1) : isListed ? 5 : nil)
  }

  /// `90 người ứng cử (42 người được giới thiệu và 48 người tự ứng cử)`: whether parts count what their total counts, persons joined by
  /// `và`.
  private func areOfOneNoun(_ parts: [Number], _ total: Number) -> Bool {
    guard total.unit == "count", let noun = total.of?.split(separator: " ").first, let last = parts.last else {
      return false
    }
    return parts.allSatisfy { $0.unit == "count" && $0.of?.split(separator: " ").first == noun }
      && parts.allSatisfy { beginsPart($0.tokens.lowerBound) }
      && (isThing(total)
        || parts.dropLast().last.map { before in
          (before.tokens.upperBound..<last.tokens.lowerBound).contains { stream[$0].key == Words.va }
        } ?? false)
  }

  /// Whether nothing but `có` or the like stands before a number in its part of a list: `(18 TC bắt buộc, 10 TC tự chọn)`.
  func beginsPart(_ at: Int) -> Bool {
    let before = stream[at - 1]
    return before.isSign("(") || before.isSign(",") || before.isSign(";") || Self.leads.contains(before.key)
  }

  private static let leads: WordSet = ["và", "có", "gồm", "đó"]

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

  /// Whether what a part counts is surely some of the whole: the same word first, or who receives an award.
  private func isPartOf(_ part: Number, _ total: Number) -> Bool {
    guard part.unit == "count", let noun = part.of, let whole = total.of else { return part.unit == total.unit }
    let first = noun.prefix { $0 != " " }
    return whole.hasPrefix(first)
      || recipients.contains(noun)
        && (recipients.contains(whole) || whole.hasPrefix("lượt"))
      || first.hasPrefix("hc") && whole.hasPrefix("huy")
  }

  /// Without what describes a part: `27 sản phẩm 4 sao, 69 sản phẩm 3 sao` are 27 and 69.
  /// `63,2 tỷ đồng, mức 50 triệu đồng/căn`: a rate is none either.
  private func heads(of range: Range<Int>, _ total: Number) -> [Int] {
    let parts = range.contains { !isRate(numbers[$0]) } ? range.filter { !isRate(numbers[$0]) } : Array(range)
    let own = parts.filter { isSameKind(numbers[$0].of, total.of ?? "") }
    let describe = parts.filter { part in
      own.contains(part - 1) && numbers[part].of != total.of
        && (numbers[part - 1].tokens.upperBound..<numbers[part].tokens.lowerBound).allSatisfy { stream[$0].isWord }
    }
    return own.count >= 2 && own.count + describe.count == parts.count ? own : parts
  }
}
