/// Acronyms, the symbols of documents, dates and the marks of items, by what stands around them.
extension DocumentText {
  /// Whether a piece is capitals that a hyphen joins to an acronym: `CA` in `VNPT-CA`.
  func isJoinedToAcronym(_ at: Int) -> Bool {
    guard !isUpperLine[at], isHyphened(at) || isHyphened(at + 1), CandidateFinder.isCapitals(word(at)) else {
      return false
    }
    return isHyphened(at) && CandidateFinder.isAcronym(word(at - 1))
      || isHyphened(at + 1) && CandidateFinder.isAcronym(word(at + 1))
  }

  /// Whether a piece with a digit stands where a date has its day or month: `tháng T1 năm 2017`. It is a number then, however
  /// badly read, and no word.
  func isDatePart(_ at: Int) -> Bool {
    guard at > 0, at + 1 < pieces.count,
      glyphs(of: at).contains(where: Glyphs.isDigit)
    else { return false }
    return Self.dates.contains { $0.before == bare(at - 1) && $0.behind == bare(at + 1) }
  }

  private static let dates = [("ngay", "thang"), ("thang", "nam")].map {
    (before: Glyphs.of($0.0), behind: Glyphs.of($0.1))
  }

  /// What the kind of a document is in its symbol where it stands there without its mark: `NĐ` in `146/2017/ND-CP`.
  func kindInSymbol(_ at: Int) -> [Glyph]? {
    let place = pieces[at].glyphs
    guard place.count == 2, place.lowerBound >= 2, glyphs[place.lowerBound - 1] == 0x2F,
      Glyphs.isDigit(glyphs[place.lowerBound - 2]), place.upperBound < glyphs.count,
      glyphs[place.upperBound] == 0x2D
    else { return nil }
    return Self.kindsWithoutMark[Array(glyphs[place])]
  }

  private static let kindsWithoutMark = [Glyphs.of("ND"): Glyphs.of("NĐ"), Glyphs.of("QD"): Glyphs.of("QĐ")]

  /// The mark of an item whose digit was read as a letter: `bl)` at the head of a line and `điểm al` are `b1` and `a1`.
  func itemMark(_ at: Int) -> [Glyph]? {
    let place = pieces[at].glyphs
    guard place.count == 2, glyphs[place.lowerBound + 1] == 0x6C, Self.itemLetters.contains(glyphs[place.lowerBound])
    else { return nil }
    let isHead = place.upperBound < glyphs.count && glyphs[place.upperBound] == 0x29 && beginsLine(at)
    guard isHead || (at > 0 && pieces[at].isAfterBlank && bare(at - 1) == Self.point) else { return nil }
    return [glyphs[place.lowerBound], 0x31]
  }

  /// Whether a piece is a letter that counts the items of a list: `a)` at the head of a line had become `là)`, and `d.` behind a
  /// sentence `ở.`.
  func isItemLetter(_ at: Int) -> Bool {
    let place = pieces[at].glyphs
    guard place.count == 1, Glyphs.isLetter(glyphs[place.lowerBound]), place.upperBound < glyphs.count,
      beginsLine(at)
    else { return false }
    let sign = glyphs[place.upperBound]
    return sign == 0x29 || (sign == 0x2E && pieces[at].breakBefore == .sentence)
  }

  /// Whether a text may be the letter of an item: none is `ở)`.
  static func isItemMark(_ text: [Glyph]) -> Bool {
    text.count == 1 && (text[0] < 0x80 || text[0] | 1 == 0x111) || text.allSatisfy(Glyphs.isDigit)
  }

  private static let itemLetters = Set(Glyphs.of("abcdđeghik"))
  private static let point = Glyphs.of("diem")

  /// The parts of symbols of documents that stand with `D` where the whole symbol is listed with `Đ`: `BCD` in `162/KH-BCD`.
  ///
  /// The letters alone tell nothing: there are both `BCD` and `BCĐ`.
  ///
  /// - Parameter listed: the symbols with `Đ`, by their letters without marks.
  func markedCodeParts(listed: [[Glyph]: [Glyph]]) -> [Int: [Glyph]] {
    var parts: [Int: [Glyph]] = [:]
    var first = 0
    while first < pieces.count {
      var end = first + 1
      while isHyphened(end) { end += 1 }
      defer { first = end }
      guard (2...4).contains(end - first) else { continue }
      let code = source(of: first..<end)
      guard code.contains(0x44), let marked = listed[code.map(Glyphs.bare)] else { continue }
      for (at, part) in zip(first..<end, marked.split(separator: 0x2D)) where part != glyphs(of: at) {
        parts[at] = Array(part)
      }
    }
    return parts
  }
}
