/// Parts whose numbers stand behind their labels, without nouns or units of their own.
extension Audit {
  private struct LabelledParts {
    var all: [Number] = []
    var sum = DecimalNumber.zero
    /// How many of them have a noun all the same.
    var counted = 0
    /// Whether nothing but such parts stands in the brackets or up to the end of the sentence.
    var isClosed = false
  }

  /// `2.148 Bằng khen; trong đó: khen thường xuyên 1.012, khen chuyên đề 889, khen đột xuất 247`; `25 tập thể (Huyện Đoàn Giồng
  /// Trôm 04, Đoàn Khối Doanh nghiệp 21)`; `52 giải: nhất 01, nhì 09, ba 22, KK 20`.
  ///
  /// They are a fault only when nothing else is in the list and they miss the total by a slip. Refuses labels that make names of
  /// their numbers (`Quốc lộ 1, Quốc lộ 6`). Numbers with nouns may tell of overlapping parts (`nữ 480 học sinh, dân tộc 560
  /// học sinh`) and are no fault.
  mutating func labelledParts(_ index: Int) {
    let total = numbers[index]
    guard isSummed(total), !total.isBounded, total.value > DecimalNumber(1),
      let list = labelsStart(behind: total)
    else { return }
    let parts = labelledParts(in: list.start..<list.end, of: total)
    guard parts.all.count >= 2 else { return }
    let holds = agrees(total.value, parts.sum, within: slack(of: parts.all + [total]))
    // `3,25 tỷ đồng: tiền mặt 2,1 tỷ đồng, hiện vật trị giá 1,51 tỷ đồng`
    let isExchanged = total.unit != "count" && areExchanged(total, parts.all, parts.sum)
    guard
      holds
        || parts.isClosed && !list.isOfSome && (parts.counted <= 1 && isSlip(of: parts, total) || isExchanged)
    else { return }
    addSum(total, of: parts.all, parts.sum, holds: holds)
  }

  /// Whether parts miss their total by little, or by two exchanged digits: of two parts the total needs three figures
  /// for that.
  private func isSlip(of parts: LabelledParts, _ total: Number) -> Bool {
    let isPair = parts.all.count == 2
    return nearlyAgrees(total.value, parts.sum, oneIn: isPair ? 25 : 10)
      || (!isPair || figures(of: total.value) >= 3) && areExchanged(total, parts.all, parts.sum)
  }

  /// Where the labels begin behind a total: behind `(`, a colon, `gồm`, `trong đó`, with few words and one pair of brackets before.
  ///
  /// - Returns: their first token, where they end at the latest, and whether only some are told: `trong đó có`.
  private func labelsStart(behind total: Number) -> (start: Int, end: Int, isOfSome: Bool)? {
    let end = total.tokens.upperBound
    var at = end
    while at - end < 8, stream[at].isWord, !opensLabels(at), !outline.beginsParagraph[safe: at] { at += 1 }
    if stream[at].isSign("("), let close = matchingBracket(of: at) {
      if labelled(at + 1, at + 1..<close, total) != nil { return (at + 1, close, false) }
      at = close + 1
    }
    if stream[at].isSign(",") || stream[at].isSign(";") { at += 1 }
    guard !outline.beginsParagraph[safe: at] else { return nil }
    let isNaming = stream[at].key == Words.trong && stream[at + 1].key == Words.doThat
    if isNaming { at += 2 } else if stream[at].key == "bao" { at += 1 }
    let isListed = stream[at].key == "gồm"
    if isListed { at += 1 }
    let isOfSome = isNaming && stream[at].key == "có"
    if isOfSome { at += 1 }
    let hasColon = stream[at].isSign(":")
    if hasColon { at += 1 }
    guard isNaming || isListed || hasColon, !outline.beginsParagraph[safe: at] else { return nil }
    return (at, sentenceEnd(from: at), isOfSome)
  }

  private func opensLabels(_ at: Int) -> Bool {
    stream[at].key == "gồm" || stream[at].key == "bao" && stream[at + 1].key == "gồm"
      || stream[at].key == Words.trong && stream[at + 1].key == Words.doThat
  }

  /// The labels with their numbers, as far as they go.
  private func labelledParts(in range: Range<Int>, of total: Number) -> LabelledParts {
    var parts = LabelledParts()
    var at = range.lowerBound
    while at < range.upperBound {
      guard let (part, end) = labelled(at, range, total), let sum = parts.sum.adding(part.value) else { return parts }
      parts.all.append(part)
      // `Tân Hòa (85 suất)`: brackets behind a place hold what is its own.
      if end == part.tokens.upperBound, part.tokens.contains(where: { stream[$0].isWord }) { parts.counted += 1 }
      parts.sum = sum
      at = end
      if at >= range.upperBound || stream[at].key == "với" {
        // `xử phạt bằng tiền 108 lượt với tổng số tiền 312,5 triệu đồng`
        parts.isClosed = true
        return parts
      }
      guard stream[at].isSign(",") || stream[at].isSign(";") || stream[at].key == Words.va else { return parts }
      at += 1
      if stream[at].key == Words.va { at += 1 }
    }
    parts.isClosed = at >= range.upperBound
    return parts
  }

  /// One label and its number: words, `:` or nothing, and bare figures that a mark ends; or `lục quân (8.500)`.
  ///
  /// - Returns: the number, and the token behind it and its brackets.
  private func labelled(_ start: Int, _ range: Range<Int>, _ total: Number) -> (part: Number, end: Int)? {
    var at = start
    while at < range.upperBound, at - start < 12,
      stream[at].isWord || isClass(at) || stream[at].isDash || stream[at].isSign("&") || isCommaInLabel(at, range),
      !outline.beginsParagraph[at] || at == start, at == start || stream[at].key != Words.va || !stream[at + 1].isNumber
    {
      at += 1
    }
    guard at > start else { return nil }
    let lead = stream[at - 1]
    let isBracketed = stream[at].isSign("(")
    let hasColon = stream[at].isSign(":")
    if hasColon || isBracketed { at += 1 }
    guard at < range.upperBound, stream[at].isNumber, hasColon || stream[start].isWord,
      hasColon || isBracketed || !stream[at].isJoined,
      let numeral = numerals.figures(at: at), !numeral.isReversed, total.unit != "count" || numeral.value.isWhole
    else { return nil }
    // `huyện Lục Ngạn 04`, but `khu phố 4`, `Quốc lộ 1`, `năm 2019`.
    if !hasColon, !isBracketed, !numeral.hasLeadingZero,
      total.unit == "count" && (words.numberLeads.contains(lead.key) || words.gradedLeads.contains(lead.key))
        || lead.key == Words.nam
    {
      return nil
    }
    let part = total.unit == "count" ? count(numeral, at, total) : amount(numeral, at, total)
    guard let part else { return nil }
    var end = part.tokens.upperBound
    if isBracketed {
      guard stream[end].isSign(")") else { return nil }
      end += 1
    }
    let mark = stream[end]
    guard end >= range.upperBound || mark.isSign(",") || mark.isSign(";") || mark.key == Words.va || mark.key == "với"
    else { return nil }
    return (part, end)
  }

  private func count(_ numeral: Numeral, _ at: Int, _ total: Number) -> Number? {
    let noun = stream[numeral.end].isWord ? counted(at, numeral.end, total) : numeral.end
    return noun.map { Number(value: numeral.value, tokens: at..<$0) }
  }

  /// `1.307,5 tỷ đồng: Trung ương 135,0; tỉnh 120,5; ... doanh nghiệp 95,6 tỷ đồng`: figures that the unit of the
  /// total, or one of their own, counts.
  private func amount(_ numeral: Numeral, _ at: Int, _ total: Number) -> Number? {
    if let own = numbers(in: at..<at + 1).first.map({ numbers[$0] }), own.tokens.upperBound > numeral.end {
      return own.unit == total.unit && own.outOf == nil && !isRate(own) ? own : nil
    }
    guard let place = total.tokens.first(where: { stream[$0].isNumber }),
      let figures = numerals.figures(at: place, groupsByBlanks: true), figures.value != .zero,
      let scale = total.value.divided(by: figures.value, places: 0), let value = numeral.value.multiplied(by: scale),
      case let printed = self.slack(of: at..<numeral.end),
      let slack = (printed == .zero && scale > DecimalNumber(1) ? DecimalNumber(digits: 5, scale: 1) : printed)
        .multiplied(by: scale)
    else { return nil }
    return Number(value: value, tokens: at..<numeral.end, unit: total.unit, slack: slack)
  }

  /// `tỉnh 120,5; huyện, xã 186,4; lồng ghép 210,0`: a comma where semicolons part the labels.
  private func isCommaInLabel(_ at: Int, _ range: Range<Int>) -> Bool {
    stream[at].isSign(",") && stream[at - 1].isWord && stream[at + 1].isWord
      && range.contains { stream[$0].isSign(";") }
  }

  /// `Huy hiệu 30 năm: 2.011; 40 năm: 1.120`: the years of a class.
  private func isClass(_ at: Int) -> Bool { stream[at].isNumber && stream[at + 1].key == Words.nam }

  /// `4.519 đảng viên (..., 70 năm: 6 đảng viên)`: the end of a part that has a noun like that of the total all the same.
  private func counted(_ at: Int, _ end: Int, _ total: Number) -> Int? {
    if stream[end].key == Words.va { return end }
    guard let part = numbers(in: at..<end).first.map({ numbers[$0] }), part.tokens.upperBound > end,
      isSameKind(part.of, total.of ?? "")
        || recipients.contains(part.of ?? "") && recipients.contains(total.of ?? "")
    else { return nil }
    return part.tokens.upperBound
  }
}
