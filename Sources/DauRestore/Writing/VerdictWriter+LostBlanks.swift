/// Blanks that an engine lost behind a mark, or took a speck for.
extension VerdictWriter {
  /// What is printed between a piece and the one before where a text that is not clean has lost the blank behind a mark:
  /// `trat,to` is `trật, tự`; or where a speck stands for it, a point before a small letter (`thi.cao`, `UBND.tỉnh`). A hyphen
  /// is left: `ca-si-nô` and `kinh tế-xã hội` are printed so on damaged pages too.
  ///
  /// - Parameters:
  ///   - text: what the piece is read as, if not as it stands.
  ///   - previous: what the word before it is read as.
  func lostBlank(
    before at: Int, as text: ArraySlice<Glyph>?, behind previous: ArraySlice<Glyph>
  ) -> [Glyph]? {
    guard !condition.isClean, at > 0, document.pieces[at].isGlued else { return nil }
    let (before, piece) = (document.pieces[at - 1], document.pieces[at])
    // A word and a number: `ngày15`.
    if condition.isDamaged, before.kind != piece.kind, before.glyphs.upperBound == piece.glyphs.lowerBound {
      return [0x20]
    }
    guard before.kind == .word, piece.kind == .word, before.glyphs.count >= 2, piece.glyphs.count >= 2,
      !isPartOfAddress(before.glyphs.upperBound)
    else { return nil }
    let text = text ?? document.glyphs[piece.glyphs]
    let gap = document.glyphs[before.glyphs.upperBound..<piece.glyphs.lowerBound]
    switch Array(gap) {
    case [0x2C]: return condition.isDamaged && Self.isSmall(text) ? [0x2C, 0x20] : nil
    case [0x2E], [0x2E, 0x5F]:
      let isWord = Self.isSmall(previous.dropFirst()) || CandidateFinder.isCapitals(Array(previous))
      return isWord && Self.isSmall(text) ? [0x20] : nil
    default: return nil
    }
  }

  private static func isSmall(_ glyphs: ArraySlice<Glyph>) -> Bool {
    glyphs.allSatisfy { Glyphs.isLetter($0) && !Glyphs.isUpper($0) }
  }

  /// Whether what stands around a place without a blank is an address of the internet.
  private func isPartOfAddress(_ at: Int) -> Bool {
    var (low, high) = (at, at)
    while low > 0, document.glyphs[low - 1] > 0x20 { low -= 1 }
    while high < document.glyphs.count, document.glyphs[high] > 0x20 { high += 1 }
    let run = document.glyphs[low..<high]
    // `/` and `@`, or two points.
    return run.contains { $0 == 0x2F || $0 == 0x40 } || run.count { $0 == 0x2E } > 1
  }
}
