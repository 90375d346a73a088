/// One line of a page, measured: what layout asks of it.
struct PageLine {
  /// How a line begins.
  enum Start { case lower, upper, digit, opening, other }

  /// The place in UTF-8 bytes, without the line end.
  let bytes: Range<Int>
  /// The same without the blanks around it.
  let text: Range<Int>
  /// The code points without the blanks around them.
  let glyphs: [Glyph]
  /// How many form feeds stand before its first letter.
  let page: Int
  /// Blanks before the first letter; a tab counts for eight.
  let indent: Int
  /// The widest run of blanks inside.
  let gap: Int

  var isBlank: Bool { glyphs.isEmpty }
  /// The number of code points, without the blanks around them.
  var length: Int { glyphs.count }
  var last: Glyph { glyphs.last ?? 0 }

  /// The lines of a text. The line end of the last line may be missing; a text that ends in one has no empty line behind.
  ///
  /// - Complexity: O(*n*).
  static func all(in text: Span<UInt8>) -> [PageLine] {
    var lines: [PageLine] = []
    var page = 0
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x0A { end += 1 }
      lines.append(PageLine(text, start..<end, page: &page))
      start = end + 1
    }
    return lines
  }

  private init(_ text: Span<UInt8>, _ bytes: Range<Int>, page: inout Int) {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(bytes.count)
    var offset = bytes.lowerBound
    var indent = 0
    var run = 0
    var gap = 0
    var trimmed = bytes.lowerBound..<bytes.lowerBound
    while offset < bytes.upperBound {
      let start = offset
      let glyph = Glyphs.decode(text, at: &offset)
      if glyph == 0x0C { page += 1 }
      if glyph <= 0x20 || glyph == 0xA0 || glyph == 0xFEFF {
        let width = glyph == 0x09 ? 8 : 1
        if glyphs.isEmpty { indent = glyph == 0x0C ? 0 : indent + width } else { run += width }
        if !glyphs.isEmpty { glyphs.append(0x20) }
      } else {
        if run > gap { gap = run }
        trimmed = (glyphs.isEmpty ? start : trimmed.lowerBound)..<offset
        run = 0
        glyphs.append(glyph)
      }
    }
    while glyphs.last == 0x20 { glyphs.removeLast() }
    self.bytes = bytes
    self.text = trimmed
    self.glyphs = glyphs
    self.page = page
    self.indent = indent
    self.gap = gap
  }

  var start: Start {
    guard let first = glyphs.first else { return .other }
    if Glyphs.isLetter(first) { return Glyphs.isUpper(first) ? .upper : .lower }
    // `1ap thanh tich`: a digit before letters is a misread letter.
    if Glyphs.isDigit(first) {
      return glyphs.count > 1 && Glyphs.isLetter(glyphs[1]) && !Glyphs.isUpper(glyphs[1]) ? .lower : .digit
    }
    switch first {
    case 0x28, 0x22, 0x201C, 0x5B: return .opening
    default: return .other
    }
  }

  /// Whether it is a row of a table, or two columns in one line.
  var isTabular: Bool { gap >= 3 || glyphs.first == 0x7C }

  /// The number of code points of the first word.
  var firstWordLength: Int { glyphs.firstIndex(of: 0x20) ?? glyphs.count }

  /// Whether it is set in capitals: five letters at least, and hardly one small one.
  var isCapitals: Bool {
    var upper = 0
    var lower = 0
    for glyph in glyphs where Glyphs.isLetter(glyph) {
      if Glyphs.isUpper(glyph) { upper += 1 } else { lower += 1 }
    }
    return upper >= 5 && upper >= 6 * lower
  }

  /// Whether its last sign ends a sentence or a clause of a list.
  var isEnded: Bool {
    var at = glyphs.count - 1
    while at > 0, [0x22, 0x201D, 0x29, 0xBB, 0x2A, 0x20].contains(glyphs[at]) { at -= 1 }
    guard at >= 0 else { return false }
    return LanguageText.endsSentence(glyphs[at]) || glyphs[at] == 0x2026
  }

  /// Whether it ends a text: `./.`
  var endsText: Bool { glyphs.count >= 3 && Array(glyphs.suffix(3)) == [0x2E, 0x2F, 0x2E] }

  /// The number of a line that holds nothing but a page number: `6`, `- 6 -`, `Trang 6/12`.
  var pageNumber: Int? {
    guard glyphs.count <= 14 else { return nil }
    var digits = 0
    var value = 0
    var word: [Glyph] = []
    var isBehind = false
    for glyph in glyphs {
      if Glyphs.isDigit(glyph), !isBehind {
        digits += 1
        value = value * 10 + Int(glyph - 0x30)
        if digits > 4 { return nil }
      } else if Glyphs.isDigit(glyph) || glyph == 0x2F {
        isBehind = digits > 0
        if !isBehind { return nil }
      } else if Glyphs.isLetter(glyph) {
        if digits > 0 { return nil }
        word.append(Glyphs.plain(glyph))
      } else if ![0x20, 0x2D, 0x2013, 0x2014, 0x2E, 0x7C, 0x5B, 0x5D, 0x28, 0x29, 0x7E].contains(glyph) {
        return nil
      } else if digits > 0, glyph != 0x20 {
        isBehind = true
      }
    }
    guard digits > 0, value > 0, value < 2000 else { return nil }
    return word.isEmpty || word == Glyphs.of("trang") || word == Glyphs.of("page") ? value : nil
  }

  /// A word that begins an entry of its own, by what follows in small letters without marks.
  private static let openers: [[Glyph]] = [
    "phu luc", "can cu ", "xet de nghi", "theo de nghi", "noi nhan", "kinh gui",
    "bieu so", "bang so", "ghi chu",
  ].map { Glyphs.of($0) }

  /// Words that begin one with a number behind them: `Điều 5`, `Chương II`, but not `Chương trình`.
  private static let numberedOpeners: [[Glyph]] = ["dieu ", "chuong ", "muc ", "phan "].map { Glyphs.of($0) }

  /// What a line begins with when it is an entry of its own.
  enum Entry: Equatable {
    case bullet
    /// A dash before a capital: a bullet, or the dash of `Đồng Đăng` `- Lạng Sơn`.
    case dash
    /// `1.`, `1)`, `1.2.`; the last number.
    case number(Int)
    /// `a)`, `IV.`, `Điều 5`, `Căn cứ`.
    case word
  }

  /// The entry that begins here, if any.
  var entry: Entry? {
    guard let first = glyphs.first else { return nil }
    switch first {
    case 0x2D, 0x2B, 0x2A, 0x2013, 0x2014, 0x2022, 0x25CF, 0x25AA, 0x25E6, 0x25CB, 0xB7, 0x2192, 0xF0B7, 0x2713, 0x3E:
      // `- xã hội` goes on with a dash; a bullet is followed by a capital.
      var next = 1
      while next < glyphs.count, glyphs[next] == 0x20 || glyphs[next] == first { next += 1 }
      guard next < glyphs.count else { return .bullet }
      if first == 0x2D || first == 0x2013 || first == 0x2014 {
        return Glyphs.isLetter(glyphs[next]) && Glyphs.isUpper(glyphs[next]) ? .dash : nil
      }
      return .bullet
    case 0x23: return .word
    default: break
    }
    var at = first == 0x28 ? 1 : 0
    let begin = at
    // 1. / 1.2. / 1) / 1/
    if at < glyphs.count, Glyphs.isDigit(glyphs[at]) {
      var value = 0
      while at < glyphs.count, at - begin < 8, Glyphs.isDigit(glyphs[at]) || (glyphs[at] == 0x2E && at > begin) {
        value = glyphs[at] == 0x2E ? 0 : value * 10 + Int(glyphs[at] - 0x30)
        if value > 99 { return nil }
        at += 1
      }
      let isClosed = glyphs[at - 1] == 0x2E || (at < glyphs.count && (glyphs[at] == 0x29 || glyphs[at] == 0x2F))
      let behind = glyphs[at - 1] == 0x2E ? at : at + 1
      guard isClosed, behind >= glyphs.count || glyphs[behind] == 0x20 || Glyphs.isLetter(glyphs[behind]) else {
        return nil
      }
      if glyphs[at - 1] == 0x2E {
        var number = 0
        for glyph in glyphs[begin..<at - 1] { number = glyph == 0x2E ? 0 : number * 10 + Int(glyph - 0x30) }
        value = number
      }
      return .number(value)
    }
    // a) / IV. / II -
    var letters = 0
    while at < glyphs.count, letters < 6, Glyphs.isLetter(glyphs[at]) {
      letters += 1
      at += 1
    }
    if letters == 1, at < glyphs.count,
      glyphs[at] == 0x29 || (glyphs[at] == 0x2E && at + 1 < glyphs.count && glyphs[at + 1] == 0x20)
    {
      return .word
    }
    let isRoman = glyphs[begin..<at].allSatisfy { [0x49, 0x56, 0x58, 0x4C].contains($0) }
    if letters > 0, isRoman, at < glyphs.count, glyphs[at] == 0x2E || glyphs[at] == 0x29 { return .word }
    let head = glyphs.prefix(14).map(Glyphs.plain)
    guard start == .upper else { return nil }
    if let opener = Self.numberedOpeners.first(where: { head.starts(with: $0) }) {
      let word = glyphs.dropFirst(opener.count).prefix { $0 != 0x20 && $0 != 0x2E && $0 != 0x3A }
      let isNumber = word.first.map(Glyphs.isDigit) == true
      return isNumber || (!word.isEmpty && word.allSatisfy { [0x49, 0x56, 0x58, 0x4C].contains($0) })
        || head.dropFirst(opener.count).starts(with: Glyphs.of("thu ")) ? .word : nil
    }
    return Self.openers.contains { head.starts(with: $0) } ? .word : nil
  }

  /// Whether it begins with `text`, but for case and marks.
  ///
  /// - Parameter text: small ASCII letters and blanks.
  func begins(with text: String) -> Bool {
    guard glyphs.count >= text.utf8.count else { return false }
    for (glyph, letter) in zip(glyphs, text.utf8) where Glyphs.plain(glyph) != Glyph(letter) {
      return false
    }
    return true
  }
}
