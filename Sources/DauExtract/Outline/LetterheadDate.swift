/// Reads place and date of a letterhead.
///
/// Accepts `Lạng Sơn, ngày 31 tháng 10 năm 2019`, and with letters for digits and specks `ngày. 12 tháng I2 năm 20l8`. Of a
/// day or month that was written by hand and that no engine can read, the rest is left: `Hà Nội, ngày.#5 tháng 8 năm
/// 2020` is `2020-08`. Of a form whose day is blank, `Lạng Sơn, ngày ..... tháng ..... năm .....`, the place is left.
/// Refuses a date inside a sentence.
struct LetterheadDate {
  let stream: TokenStream

  /// - Parameter used: tokens that are something else already.
  func read(_ tokens: Range<Int>, used: Set<Int>) -> (place: Range<Int>, date: PartialDate?, end: Int)? {
    guard tokens.count <= 80 else { return nil }
    for at in tokens where at > tokens.lowerBound && isDayWord(at) {
      let mark = stream[at - 1]
      let isMark = mark.isSign(",") || mark.isSign(".") || mark.isSign(";") || mark.isSign(":")
      guard isMark || mark.isWord && mark.isCapital,
        let (date, dateEnd) = date(at: at, in: tokens).map({ ($0.0 as PartialDate?, $0.end) })
          ?? (isMark ? blankEnd(at, in: tokens).map({ (nil, $0) }) : nil)
      else { continue }
      // The line ends with its date.
      guard
        dateEnd >= tokens.upperBound || stream[dateEnd].flags.contains(.wide)
          || (dateEnd..<tokens.upperBound).allSatisfy({ stream[$0].kind == .sign })
      else { continue }
      let end = isMark ? at - 1 : at
      var start = end
      while start > tokens.lowerBound, !used.contains(start - 1), isPartOfPlace(start - 1), !endsNumber(start - 1) {
        start -= 1
        if stream[start].flags.contains(.wide) || stream[start].flags.contains(.tabbed) { break }
      }
      while start < end, !beginsPlace(start, before: end) { start += 1 }
      guard start < end, end - start <= 8 else { continue }
      return (start..<end, date, dateEnd)
    }
    return nil
  }

  /// Whether a token is no speck before a place (`Q Hà Nội`), and no part of what stands in the other column (`thuế GTGT Hà Nội`).
  private func beginsPlace(_ index: Int, before end: Int) -> Bool {
    guard stream[index].isWord else { return false }
    return !stream[index].isAllCapitals || stream[index].bytes.count > 2 && stream[end - 1].isAllCapitals
  }

  private func isPartOfPlace(_ index: Int) -> Bool {
    let token = stream[index]
    // `Thành phố Hồ Chí Minh`
    let isSmall = (token.key == "phố" || token.key == "xã") && stream[index - 1].isCapital
    return token.isWord && (token.isCapital || isSmall) || token.isSign(".") || token.isDash
  }

  /// `ngày`, or what handwriting behind it left of it (`ngàu`, `ngày#5`).
  private func isDayWord(_ at: Int) -> Bool {
    guard stream[at].key != Words.ngay else { return true }
    guard stream[at].isWord, !stream[at].isCapital, stream[at].bytes.count <= 10 else { return false }
    return FoldedLetters.fold(stream, at).starts(with: [UInt8(ascii: "n"), UInt8(ascii: "g")])
  }

  private func date(at start: Int, in tokens: Range<Int>) -> (PartialDate, end: Int)? {
    if let point = DatePointParser(stream: stream).point(at: start), let date = point.date, date.isPossible,
      point.year != nil, point.shape == .day || point.shape == .month || point.shape == .year
    {
      return (date, point.end)
    }
    guard let monthWord = place(of: "thang", from: start + 1, within: 7, in: tokens),
      let yearWord = place(of: "nam", from: monthWord + 1, within: 5, in: tokens)
    else { return nil }
    var end = yearWord + 1
    while end < tokens.upperBound, isSpeck(end) { end += 1 }
    let yearStart = end
    while end < tokens.upperBound, end == yearStart || stream[end].isJoined, stream[end].isNumber || stream[end].isWord
    {
      end += 1
    }
    guard let year = number(yearStart..<end), (1900...2100).contains(year) else { return nil }
    var date = PartialDate(year: year)
    if let month = number((monthWord + 1)..<yearWord), (1...12).contains(month) {
      date.month = month
      // Letters on `ngày` were digits of the day; `ngài:` has none.
      let letters = FoldedLetters.fold(stream, start)
      let isWhole = letters.count == 4 && FoldedLetters.distance(letters, Array("ngay".utf8)) <= 1
      date.day = isWhole ? number((start + 1)..<monthWord) : nil
      if !date.isPossible { date.day = nil }
    }
    return (date, end)
  }

  /// Behind `ngày ..... tháng ..... năm .....`, in which nobody wrote a day yet.
  private func blankEnd(_ start: Int, in tokens: Range<Int>) -> Int? {
    var at = start + 1
    var words: [WordKey] = []
    var dots = 0
    while at < tokens.upperBound, !stream[at].flags.contains(.wide) || !stream[at].isWord {
      if stream[at].isWord {
        guard words.count < 2, stream[at].key == (words.isEmpty ? Words.thang : Words.nam) else { return nil }
        words.append(stream[at].key)
      } else {
        guard isSpeck(at) || stream[at].isSign("…") || stream[at].isSign("_") || stream[at].isNumber else { return nil }
        if words.isEmpty, !stream[at].isNumber { dots += 1 }
      }
      at += 1
    }
    return !words.isEmpty && dots > 0 ? at : nil
  }

  /// The first word near `word`, of whose letters one may be wrong.
  private func place(of word: String, from first: Int, within count: Int, in tokens: Range<Int>) -> Int? {
    let letters = Array(word.utf8)
    return (first..<max(min(first + count, tokens.upperBound), first)).first { at in
      stream[at].isWord && stream[at].bytes.count <= 3 * letters.count
        && FoldedLetters.distance(FoldedLetters.fold(stream, at), letters) <= 1
    }
  }

  /// The number that tokens are, letters for digits included, when nothing else stands among them but specks before it.
  private func number(_ tokens: Range<Int>) -> Int? {
    var start = tokens.lowerBound
    while start < tokens.upperBound, isSpeck(start) { start += 1 }
    guard start < tokens.upperBound,
      ((start + 1)..<tokens.upperBound).allSatisfy({ stream[$0].isJoined }),
      (start..<tokens.upperBound).allSatisfy({ stream[$0].isNumber || stream[$0].isWord })
    else { return nil }
    return CellNumber.read(start..<tokens.upperBound, in: stream).flatMap { Int("\($0.value)") }
  }

  private func isSpeck(_ at: Int) -> Bool {
    stream[at].isSign(".") || stream[at].isSign(",") || stream[at].isSign("'") || stream[at].isSign(":")
  }

  /// Whether a token is the end of the number in the same line: `Số: 12/QĐ-UBND Lạng Sơn, ngày ...`.
  private func endsNumber(_ index: Int) -> Bool {
    let token = stream[index]
    return token.isJoined && (stream[index - 1].isDash || stream[index - 1].isSign("/"))
  }
}
