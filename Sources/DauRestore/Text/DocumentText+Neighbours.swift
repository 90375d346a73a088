/// How a piece stands beside its neighbours and in its line.
extension DocumentText {
  /// Whether a word is the first thing on its line.
  func beginsLine(_ at: Int) -> Bool {
    let piece = pieces[at]
    return piece.kind == .word
      && (piece.glyphs.lowerBound == 0 || glyphs[piece.glyphs.lowerBound - 1] == 0x0A)
  }

  /// Whether a piece begins a line, or what is set apart from what stands before it in the line.
  func isCellStart(_ at: Int) -> Bool {
    guard at > 0 else { return true }
    let between = glyphs[pieces[at - 1].glyphs.upperBound..<pieces[at].glyphs.lowerBound]
    var blanks = 0
    for glyph in between {
      if glyph == 0x0A || glyph == 0x0C || glyph == 0x09 || glyph == 0x7C { return true }
      blanks = glyph == 0x20 ? blanks + 1 : 0
      if blanks >= 3 { return true }
    }
    return false
  }

  /// Whether a piece follows the one before inside a sentence, with a blank between.
  func isLinked(_ at: Int) -> Bool {
    pieces[at].isAfterBlank && pieces[at].breakBefore == .none
  }

  /// Whether a hyphen alone parts a piece from the one before; false where there is none.
  func isHyphened(_ at: Int) -> Bool {
    guard at > 0, at < pieces.count else { return false }
    let end = pieces[at - 1].glyphs.upperBound
    return pieces[at].isGlued && pieces[at].glyphs.lowerBound == end + 1 && glyphs[end] == 0x2D
  }

  /// Whether a word in small letters is parted from a neighbour by punctuation alone (`bảo-đảm`, `thi.cao`).
  func isGlued(_ range: Range<Int>) -> Bool {
    func isSmall(_ at: Int) -> Bool {
      pieces[at].kind == .word && glyphs(of: at).allSatisfy { Glyphs.isLetter($0) && !Glyphs.isUpper($0) }
    }
    let first = range.lowerBound
    let next = range.upperBound
    if first > 0, pieces[first].isGlued, pieces[first].kind == .word, isSmall(first - 1) { return true }
    return next < pieces.count && pieces[next].isGlued && pieces[next].kind == .word && isSmall(next - 1)
  }

  /// Whether a piece is a word of letters, the first a capital and the others small.
  func isCapitalised(_ at: Int) -> Bool {
    let word = glyphs(of: at)
    guard let first = word.first, Glyphs.isLetter(first), Glyphs.isUpper(first) else { return false }
    return word.dropFirst().allSatisfy { Glyphs.isLetter($0) && !Glyphs.isUpper($0) }
  }
}
