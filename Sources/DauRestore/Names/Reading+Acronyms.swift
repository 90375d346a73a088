/// What the document itself says of its acronyms.
extension Reading {
  /// The shortest acronym that agrees with another: `CD` and `CĐ` are two.
  private static let shortestAcronym = 4

  /// The acronyms that stand with `Đ` twice or more in the document, by their letters without marks.
  ///
  /// A long one that has `D` elsewhere is the same: `BHTNLD` beside `BHTNLĐ`.
  func markedAcronyms() -> [[Glyph]: [Glyph]] {
    var counts = [Int](repeating: 0, count: copies.count)
    for word in words { counts[Int(word)] += 1 }
    var marked: [[Glyph]: [Glyph]] = [:]
    for word in counts.indices where counts[word] >= 2 {
      let glyphs = Array(table.glyphs(of: word))
      guard glyphs.count >= Self.shortestAcronym, glyphs.contains(0x110), CandidateFinder.isAcronym(glyphs) else {
        continue
      }
      marked[glyphs.map(Glyphs.bare)] = glyphs
    }
    return marked
  }

  /// The parts of symbols of documents that stand with `D` where the whole symbol is listed with `Đ`: `BCD` in `162/KH-BCD`.
  ///
  /// The letters alone tell nothing: there are both `BCD` and `BCĐ`.
  func markedCodeParts() -> [Int: [Glyph]] {
    var parts: [Int: [Glyph]] = [:]
    var first = 0
    while first < scanner.pieces.count {
      var end = first + 1
      while isHyphened(end) { end += 1 }
      defer { first = end }
      guard (2...4).contains(end - first) else { continue }
      let code = scanner.glyphs[scanner.pieces[first].glyphs.lowerBound..<scanner.pieces[end - 1].glyphs.upperBound]
      guard code.contains(0x44), let marked = restorer.markedCodes[code.map(Glyphs.bare)] else { continue }
      for (at, part) in zip(first..<end, marked.split(separator: 0x2D)) where part != table.glyphs(of: Int(words[at])) {
        parts[at] = Array(part)
      }
    }
    return parts
  }

  /// Whether a hyphen alone parts a piece from the one before; false where there is none.
  func isHyphened(_ at: Int) -> Bool {
    guard at > 0, at < scanner.pieces.count else { return false }
    let end = scanner.pieces[at - 1].glyphs.upperBound
    return scanner.pieces[at].isGlued && scanner.pieces[at].glyphs.lowerBound == end + 1 && scanner.glyphs[end] == 0x2D
  }

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
    guard at > 0, at + 1 < scanner.pieces.count,
      scanner.glyphs[scanner.pieces[at].glyphs].contains(where: Glyphs.isDigit)
    else { return false }
    return Self.dates.contains { $0.before == scanner.bare(at - 1) && $0.behind == scanner.bare(at + 1) }
  }

  private static let dates = [("ngay", "thang"), ("thang", "nam")].map {
    (before: Glyphs.of($0.0), behind: Glyphs.of($0.1))
  }

  /// What the kind of a document is in its symbol where it stands there without its mark: `NĐ` in `146/2017/ND-CP`.
  func kindInSymbol(_ at: Int) -> [Glyph]? {
    let place = scanner.pieces[at].glyphs
    guard place.count == 2, place.lowerBound >= 2, scanner.glyphs[place.lowerBound - 1] == 0x2F,
      Glyphs.isDigit(scanner.glyphs[place.lowerBound - 2]), place.upperBound < scanner.glyphs.count,
      scanner.glyphs[place.upperBound] == 0x2D
    else { return nil }
    return Self.kindsWithoutMark[Array(scanner.glyphs[place])]
  }

  private static let kindsWithoutMark = [Glyphs.of("ND"): Glyphs.of("NĐ"), Glyphs.of("QD"): Glyphs.of("QĐ")]

  /// The mark of an item whose digit was read as a letter: `bl)` at the head of a line and `điểm al` are `b1` and `a1`.
  func itemMark(_ at: Int) -> [Glyph]? {
    let place = scanner.pieces[at].glyphs
    guard finder.readsDigits, place.count == 2, scanner.glyphs[place.lowerBound + 1] == 0x6C,
      Self.itemLetters.contains(scanner.glyphs[place.lowerBound])
    else { return nil }
    let isHead =
      place.upperBound < scanner.glyphs.count && scanner.glyphs[place.upperBound] == 0x29 && beginsLine(at)
    guard
      isHead
        || (at > 0 && scanner.pieces[at].isAfterBlank && scanner.bare(at - 1) == Self.point)
    else { return nil }
    return [scanner.glyphs[place.lowerBound], 0x31]
  }

  /// Whether a piece is a letter that counts the items of a list: `a)` at the head of a line had become `là)`, and `d.` behind a
  /// sentence `ở.`.
  func isItemLetter(_ at: Int) -> Bool {
    let place = scanner.pieces[at].glyphs
    guard place.count == 1, Glyphs.isLetter(scanner.glyphs[place.lowerBound]), place.upperBound < scanner.glyphs.count,
      beginsLine(at)
    else { return false }
    let sign = scanner.glyphs[place.upperBound]
    return sign == 0x29 || (sign == 0x2E && scanner.pieces[at].breakBefore == .sentence)
  }

  /// Whether a text may be the letter of an item: none is `ở)`.
  static func isItemMark(_ text: [Glyph]) -> Bool {
    text.count == 1 && (text[0] < 0x80 || text[0] | 1 == 0x111) || text.allSatisfy(Glyphs.isDigit)
  }

  private static let itemLetters = Set(Glyphs.of("abcdđeghik"))
  private static let point = Glyphs.of("diem")
}
