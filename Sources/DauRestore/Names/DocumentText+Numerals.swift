/// Numerals, numbers and units that the words around them protect.
extension DocumentText {
  /// Whether the letters of a word are no digits misread, by what stands before it: `mục I`, `Lô I3`, `[I8]`.
  func isNumeral(_ at: Int) -> Bool {
    let piece = pieces[at]
    guard at > 0, piece.kind == .word, piece.glyphs.count <= 3, Glyphs.isUpper(glyphs[piece.glyphs.lowerBound])
    else { return false }
    if glyphs[piece.glyphs.lowerBound - 1] == 0x5B { return true }
    return (piece.glyphs.count == 1 ? Self.countedInRoman : Self.lettered).contains(bare(at - 1))
  }

  /// A Roman numeral whose strokes the engine joined, where one stands: `Phụ lục HI` is III, and `IL.` at the head of a line II.
  func joinedNumeral(_ at: Int) -> [Glyph]? {
    let place = pieces[at].glyphs
    guard (2...4).contains(place.count), pieces[at].kind == .word else { return nil }
    let word = glyphs[place]
    guard word.contains(0x48) || word.contains(0x4C), word.allSatisfy({ Self.strokes[$0] != nil }) else { return nil }
    let isHead = beginsLine(at) && place.upperBound < glyphs.count && glyphs[place.upperBound] == 0x2E
    guard
      isHead
        || (at > 0 && pieces[at].isAfterBlank
          && Self.countedInRoman.contains(bare(at - 1)))
    else { return nil }
    let text = word.flatMap { Self.strokes[$0] ?? [] }
    return CandidateFinder.isNumeral(text) ? text : nil
  }

  /// Whether a lone `I` or `l` is the number of a clause or an article, which are counted in digits: `khoản I và khoản 2`.
  func isCountedInDigits(_ at: Int) -> Bool {
    guard at > 0, pieces[at].isAfterBlank, pieces[at].glyphs.count == 1,
      glyphs[pieces[at].glyphs.lowerBound] | 0x20 == 0x69
        || glyphs[pieces[at].glyphs.lowerBound] == 0x6C
    else { return false }
    return isBehindArticle(at)
  }

  /// Whether a piece stands behind `Điều` or `khoản`: a number there is no word, as `16` is `lệ` elsewhere.
  func isBehindArticle(_ at: Int) -> Bool {
    at > 0 && pieces[at].isAfterBlank && Self.countedInDigits.contains(bare(at - 1))
  }

  /// Whether a piece is a unit behind its number, or behind such a unit and a slash: `35 m3/ha`. An engine that knows no Vietnamese
  /// may read `mã` so elsewhere.
  func isUnit(_ at: Int) -> Bool {
    guard at > 0 else { return false }
    let piece = pieces[at]
    if isPower(at) { return pieces[at - 1].kind == .number || Self.scales.contains(bare(at - 1)) }
    return piece.isGlued && glyphs[piece.glyphs.lowerBound - 1] == 0x2F && piece.glyphs.count <= 4
      && pieces[at - 1].glyphs.upperBound + 1 == piece.glyphs.lowerBound && isPower(at - 1) && isUnit(at - 1)
  }

  private func isPower(_ at: Int) -> Bool {
    let place = pieces[at].glyphs
    // Asked of every word: most have no digit.
    guard (2...3).contains(place.count), Glyphs.isDigit(glyphs[place.upperBound - 1]) else { return false }
    return Self.powers.contains(Array(glyphs[place]))
  }

  private static let powers = Set(["m2", "m3", "km2"].map { Glyphs.of($0) })
  private static let scales = Set(["nghin", "ngan", "trieu", "ty"].map { Glyphs.of($0) })
  private static let countedInDigits = Set(["khoan", "dieu"].map { Glyphs.of($0) })
  /// What the strokes of numerals are read as.
  private static let strokes: [Glyph: [Glyph]] = [
    0x49: [0x49], 0x56: [0x56], 0x58: [0x58], 0x48: [0x49, 0x49], 0x4C: [0x49], 0x6C: [0x49],
  ]

  /// What is counted in Roman numerals, and what has a letter before its number; without marks, as both come.
  private static let countedInRoman = Set(
    ["muc", "phan", "chuong", "nhom", "hang", "loai", "quy", "bang", "luc"].map { Glyphs.of($0) })
  private static let lettered = Set(["lo", "khu", "nha", "toa", "block", "can", "phong"].map { Glyphs.of($0) })
}
