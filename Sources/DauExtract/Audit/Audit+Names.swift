/// A count against the names that are listed behind it.
extension Audit {
  /// `04 tỉnh Lạng Sơn, Cao Bằng, Hà Giang, Quảng Ninh`; `03 Trạm: Thú y, Bảo vệ thực vật, Khuyến nông`; `5 phó chủ tịch là ông Lê
  /// Thanh Liêm, Lê Văn Khoa, bà Nguyễn Thị Thu, ông Trần Vĩnh Tuyến và ông Huỳnh Cách Mạng`: a count and the names of what is counted.
  ///
  /// Names are seldom parted by commas alone, so a list of another length is a fault only where it ends its clause, holds nothing but
  /// names in capitals and misses the count by one: behind a mark, or straight behind what places are counted as.
  mutating func listedNames(_ index: Int) {
    let total = numbers[index]
    guard total.unit == "count", total.outOf == nil, !total.isBounded, total.value.isWhole,
      total.value > DecimalNumber(1), total.value < DecimalNumber(31)
    else { return }
    if !namesInCapitals(total), !numberedItems(total) { listedItems(total) }
  }

  /// - Returns: whether the list agreed with its count or was found at fault.
  private mutating func namesInCapitals(_ total: Number) -> Bool {
    let list = namesStart(behind: total)
    guard list.isMarked || total.isInFigures(stream) && total.value > DecimalNumber(2) else { return false }
    var at = list.start
    let start = at
    var items = 0
    var isOfNames = true
    var isClosed = false
    var endsWithAnd = false
    while at < stream.count, at - start < 160, !outline.beginsParagraph[at] {
      let first = list.isMarked ? behindTitle(at) : at
      guard stream[first].isWord && stream[first].isCapital || isNumberedPlace(first, total) else { break }
      let end = nameEnd(from: first, isMarked: list.isMarked, &isOfNames)
      items += 1
      at = list.isMarked ? behindAside(end, isLast: endsWithAnd) : end
      let mark = stream[at]
      guard mark.isSign(",") || mark.key == Words.va, !outline.beginsParagraph[safe: at] else {
        isClosed =
          endsWithAnd && list.isMarked || sentences.isEnd(at) || mark.isSign(";") || mark.isSign(")")
          || mark.kind == .outside
          || outline.beginsParagraph[safe: at]
        break
      }
      endsWithAnd = mark.key == Words.va
      at += 1
      if stream[at].key == Words.va {
        endsWithAnd = true
        at += 1
      }
    }
    guard items >= 2, start < at else { return false }
    let computed = DecimalNumber(items)
    let isOneOff = total.value.subtracting(computed).map { $0.magnitude == DecimalNumber(1) } ?? false
    let isWhole =
      list.isMarked
      ? items >= 4 || endsWithAnd : items >= 4 && endsWithAnd && words.countedPlaces.contains(total.of ?? "")
    // Names of places hold neither commas nor `và`, so that they are counted surely.
    let isOfPlaces = items >= 3 && list.isMarked && countsPlaces(total)
    guard computed == total.value || (isOneOff || isOfPlaces) && isClosed && isOfNames && isWhole else { return false }
    add(
      .sum, total, computed, holds: computed == total.value, tokens: total.tokens.lowerBound..<at,
      members: [total.member], note: "names listed")
    return true
  }

  /// `tỉnh`, `tỉnh, thành phố`
  private func countsPlaces(_ number: Number) -> Bool {
    number.of?.split(separator: ",").first.map { words.countedPlaces.contains(String($0)) } ?? false
  }

  /// `Cà Mau, Kiên Giang, Bà Rịa - Vũng Tàu, Bình Định và Khánh Hòa (05 tỉnh có nhiều tàu vi phạm)`: places against the
  /// count in the brackets behind them.
  ///
  /// - Complexity: O(1): names of 120 tokens at most.
  mutating func namesBefore(_ index: Int) {
    let total = numbers[index]
    let open = total.tokens.lowerBound - 1
    guard total.unit == "count", total.outOf == nil, !total.isBounded, total.value > DecimalNumber(1),
      total.value < DecimalNumber(31), open > 2, stream[open].isSign("("), !outline.beginsParagraph[open],
      words.countedPlaces.contains(total.of ?? "")
    else { return }
    var at = open - 1
    var names = 1
    var hasAnd = false
    while at > 0, open - at < 120 {
      let token = stream[at]
      if token.isSign(",") {
        names += 1
      } else if token.key == Words.va, !hasAnd, names == 1 {
        hasAnd = true
        names += 1
      } else if !(token.isWord && token.isCapital || token.isDash && stream[at + 1].isCapital || isTitle(at)) {
        break
      }
      if outline.beginsParagraph[at] { break }
      at -= 1
    }
    let first = outline.beginsParagraph[at] ? at : at + 1
    let computed = DecimalNumber(names)
    // `các tỉnh: A, B và C`, `tại các tỉnh A, B và C`: that the list begins there is sure only behind a colon or `các`.
    let isOneOff = total.value.subtracting(computed).map { $0.magnitude == DecimalNumber(1) } ?? false
    guard hasAnd, names >= 3,
      computed == total.value || isOneOff && (stream[at].isSign(":") || stream[first].key == "các")
    else { return }
    add(
      .sum, total, computed, holds: computed == total.value, tokens: first..<total.tokens.upperBound,
      members: [total.member], note: "names listed")
  }

  /// Where names may begin behind a count, and whether behind a colon, `gồm` or `là`; a colon may stand behind what those counted do:
  /// `6 tỉnh không xảy ra tai nạn là: Bắc Ninh, ...`.
  private func namesStart(behind total: Number) -> (start: Int, isMarked: Bool) {
    let end = total.tokens.upperBound
    if stream[end].isSign(":") { return (end + 1, true) }
    // `Cụm số 1 (06 đơn vị): thị trấn Vân Hà và các xã Suối Mây, Đồi Chè`
    if stream[end].isSign(")"), stream[total.tokens.lowerBound - 1].isSign("("), stream[end + 1].isSign(":") {
      return (end + 2, true)
    }
    if stream[end].key == "gồm" || stream[end].key == "là" {
      return (stream[end + 1].isSign(":") ? end + 2 : end + 1, true)
    }
    var at = end
    while at - end < 12, stream[at].isWord, !stream[at].isCapital || stream[at].isAllCapitals,
      !outline.beginsParagraph[safe: at]
    {
      at += 1
    }
    // `ba đoàn viên thanh niên là Phạm Thế Cường (...) và Võ Khánh Thành (...)`
    if let copula = (end..<min(at, end + 4)).first(where: { stream[$0].key == "là" }), stream[at].isCapital,
      (copula + 1..<at).allSatisfy(isTitle)
    {
      return (copula + 1, true)
    }
    let isTold = stream[at].isSign(":") && (stream[at - 1].key == "là" || stream[at - 1].key == "gồm")
    return isTold ? (at + 1, true) : (end, false)
  }

  /// `ông Lê Thanh Liêm`: the name behind the titles of a person.
  private func behindTitle(_ start: Int) -> Int {
    var at = start
    while at - start < 4, stream[at].isWord, !stream[at].isCapital, isTitle(at) { at += 1 }
    return stream[at].isCapital ? at : start
  }

  private func isTitle(_ at: Int) -> Bool {
    awards.personTitles.contains(stream[at].key) || stream[at].key == "đồng" && stream[at + 1].key == "chí"
      || stream[at].key == "các" || stream[at].key == "thị" || words.countedPlaces.contains(text(at))
      || words.countedPlaces.contains(text(at - 1) + " " + text(at))
  }

  private func text(_ at: Int) -> String { stream.flatText(ofTokens: at..<at + 1).lowercased() }

  /// `quận, huyện: 9, 12, Thủ Đức`
  private func isNumberedPlace(_ at: Int, _ total: Number) -> Bool {
    stream[at].isNumber && stream[at].digitCount <= 2 && (stream[at + 1].isSign(",") || stream[at + 1].key == Words.va)
      && words.countedPlaces.contains(total.of ?? "")
  }

  /// The end of one name: words in capitals, with `-` and the points of abbreviations between (`Bà Rịa - Vũng Tàu`, `TP.HCM`); behind a
  /// mark small words too, which `isOfNames` tells.
  private func nameEnd(from first: Int, isMarked: Bool, _ isOfNames: inout Bool) -> Int {
    var end = first
    while end < stream.count, end == first || !outline.beginsParagraph[end], end - first < 12 {
      let token = stream[end]
      if token.isWord, token.key != Words.va {
        if !token.isCapital {
          isOfNames = false
          if !isMarked { break }
        }
      } else if token.isDash || token.isSign(".") && token.isJoined && !sentences.isEnd(end) {
        guard end > first, stream[end + 1].isCapital else { break }
      } else if end > first || !token.isNumber {
        break
      }
      end += 1
    }
    return end
  }

  /// Behind the brackets that say more of one of a list, where the list goes on or one behind `và` ends it: `Ngoại giao (chủ trì), Y tế`.
  private func behindAside(_ open: Int, isLast: Bool) -> Int {
    guard stream[open].isSign("("), !outline.beginsParagraph[safe: open], let close = closingBracket(from: open),
      close - open <= 30, isLast || stream[close + 1].isSign(",") || stream[close + 1].key == Words.va
    else { return open }
    return close + 1
  }

  /// `03 Phó Chủ tịch Hội đồng gồm: ... là Phó Chủ tịch thứ nhất; ... là Phó Chủ tịch thường trực và 01 Phó Chủ tịch`.
  mutating func listedOffices(_ index: Int) {
    let total = numbers[index]
    guard total.unit == "count", total.outOf == nil, !total.isBounded, total.value > DecimalNumber(1),
      total.value < DecimalNumber(13)
    else { return }
    guard let noun = (total.tokens.lowerBound..<total.tokens.upperBound).first(where: { stream[$0].isWord }),
      total.tokens.upperBound - noun >= 2
    else { return }
    let first = stream[noun].key
    let second = stream[noun + 1].key
    var at = total.tokens.upperBound
    while at - total.tokens.upperBound < 8, stream[at].isWord, stream[at].key != "gồm",
      !outline.beginsParagraph[safe: at]
    {
      at += 1
    }
    guard stream[at].key == "gồm", !outline.beginsParagraph[safe: at] else { return }
    let end = sentenceEnd(from: at)
    var sum = DecimalNumber.zero
    var members: [Candidate.Member] = []
    while at < end {
      if stream[at].key == first, stream[at + 1].key == second {
        if stream[at - 1].key == "là" {
          sum = sum.adding(DecimalNumber(1)) ?? sum
          members.append(Candidate.Member(tokens: at..<(at + 2), value: nil))
        } else if let part = numbers(in: max(at - 3, 0)..<at).last.map({ numbers[$0] }), part.tokens.contains(at) {
          sum = sum.adding(part.value) ?? sum
          members.append(part.member)
        }
      }
      at += 1
    }
    guard members.count >= 2, sum == total.value else { return }
    add(.sum, total, sum, holds: true, tokens: total.tokens.lowerBound..<end, members: members)
  }

  /// `2 Huân chương Lao động hạng Ba (năm 1973, 1960)`: awards against the years in which they were given.
  mutating func yearsInBrackets(_ index: Int) {
    let total = numbers[index]
    guard total.unit == "count", total.outOf == nil, !total.isBounded, total.value > DecimalNumber(1),
      total.value < DecimalNumber(13), let noun = total.tokens.dropFirst().first(where: { stream[$0].isWord }),
      // `hai lần được nhận bằng khen của Giám đốc Sở (năm 2014 và 2015)`
      case let isTimes = total.of == "lần",
      isTimes || awards.name(in: stream, at: noun, before: min(total.tokens.upperBound + 8, stream.count)) != nil
    else { return }
    guard let bracket = bracket(behind: total.tokens.upperBound, within: isTimes ? 20 : 8) else { return }
    var years = 0
    for at in bracket.dropFirst() {
      let token = stream[at]
      if token.digitCount == 4, (1900..<2100).contains(token.value) {
        years += 1
      } else if !(token.isSign(",") || token.isSign(";") || token.key == Words.va || token.key == Words.nam
        || token.key == "các")
      {
        return
      }
    }
    guard years >= 2 else { return }
    let computed = DecimalNumber(years)
    add(
      .sum, total, computed, holds: computed == total.value, tokens: total.tokens.lowerBound..<bracket.upperBound + 1,
      members: [total.member], note: "years listed")
  }
}

extension Audit.Number {
  /// Whether it is printed in figures.
  func isInFigures(_ stream: TokenStream) -> Bool { tokens.contains { stream[$0].isNumber } }
}
