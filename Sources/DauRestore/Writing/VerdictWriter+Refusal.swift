/// Changes that are not sure enough for what they change.
extension VerdictWriter {
  /// A change that is right less often than this is not made. On report459a, layer.dev and twins.dev, with tables that had not seen
  /// them, no change of that kind is right, nor in stripped text of the genre.
  private static let hardlyEver: Float = 0.14
  /// A text of so few words does not tell its engine, and a change of it has to be this sure.
  private static let fewWords = 3
  private static let sureByItself: Float = 0.9
  /// Digits are read as a word where this is as sure: `13 12.537 hồ sơ` is `là 12.537` with 0.84, `thửa 13` `thửa là` with 0.008.
  private static let sureOfDigits: Float = 0.7
  /// A digit alone is seldom a number that a word fits better: of 21 such changes between this and the bound above, in 14.5 MB
  /// of real readings, all are right (`xe 6 tô`).
  private static let sureOfDigit: Float = 0.3

  /// The least confidence that a change of some pieces is made with.
  func leastConfidence(of pieces: Range<Int>, for change: Verdicts.Change) -> Float {
    // A listed acronym or one that the document agrees on is evidence that the confidence knows nothing of: no language model has
    // it (`162/KH-BCD`). Neither does it know of a name that the document agrees on.
    if change.isRevision || isMarkedAcronym(change.text, of: pieces) { return options.minimumConfidence }
    var least = max(options.minimumConfidence, Self.hardlyEver)
    if document.pieces.count < Self.fewWords { least = max(least, Self.sureByItself) }
    let at = pieces.lowerBound
    guard pieces.count == 1 else { return least }
    if document.pieces[at].kind == .number, document.glyphs(of: at).allSatisfy(Glyphs.isDigit) {
      // A cell of a table has its number.
      if isBesideBorder(at) { return .infinity }
      least = max(least, document.pieces[at].glyphs.count == 1 ? Self.sureOfDigit : Self.sureOfDigits)
    }
    return least
  }

  /// Whether the border of a cell, `|` or what is left of it, stands beside a piece.
  private func isBesideBorder(_ at: Int) -> Bool {
    func isBorder(_ glyph: Glyph) -> Bool { glyph == 0x7C || glyph == 0x5F }
    let place = document.pieces[at].glyphs
    let before = document.glyphs[..<place.lowerBound].last { $0 != 0x20 && $0 != 0x09 }
    let behind = document.glyphs[place.upperBound...].first { $0 != 0x20 && $0 != 0x09 }
    return before.map(isBorder) ?? false || behind.map(isBorder) ?? false
  }

  /// Whether a text is the same capitals with `Đ` for `D`.
  private func isMarkedAcronym(_ text: ArraySlice<Glyph>, of pieces: Range<Int>) -> Bool {
    text.contains(0x110) && text.allSatisfy { Glyphs.isLetter($0) && Glyphs.isUpper($0) }
      && text.map { $0 == 0x110 ? 0x44 : $0 }.elementsEqual(document.source(of: pieces).map { $0 == 0x110 ? 0x44 : $0 })
  }
}
