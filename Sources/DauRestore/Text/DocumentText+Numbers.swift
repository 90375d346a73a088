/// How the numbers of a document are written.
extension DocumentText {
  /// Whether the document writes its decimals with a comma.
  ///
  /// - Complexity: O(*n*) in the pieces.
  var writesDecimalComma: Bool {
    var commas = 0
    var points = 0
    for piece in pieces where piece.kind == .number {
      let number = Array(glyphs[piece.glyphs])
      if CandidateFinder.hasDecimalComma(number) { commas += 1 }
      if CandidateFinder.withDecimalComma(number) != nil { points += 1 }
    }
    return commas >= 3 && commas > points
  }

  /// Whether a number stands before a scale or a unit, with whatever marks.
  func isMeasured(_ at: Int) -> Bool {
    guard pieces[at].kind == .number, at + 1 < pieces.count, pieces[at + 1].isAfterBlank else { return false }
    return Self.measures.contains(bare(at + 1))
  }

  private static let measures = Set(["nghin", "trieu", "ty", "ti", "ha", "km", "tan"].map { Glyphs.of($0) })

  /// Whether a piece and the next are `99 ,08%`: a blank before a decimal comma and none behind it is the engine's.
  func isNumberCut(_ at: Int) -> Bool {
    guard pieces[at].kind == .number, pieces[at + 1].kind == .number else { return false }
    let end = pieces[at].glyphs.upperBound
    return pieces[at + 1].glyphs.lowerBound == end + 2 && glyphs[end] == 0x20
      && glyphs[end + 1] == 0x2C
  }

  /// Whether a piece and the next are `X VII`, the tens and the units of one Roman numeral. Beside each other by themselves such
  /// stand only in the heads of tables, and there they ascend.
  func isNumeralCut(_ at: Int) -> Bool {
    guard at + 1 < pieces.count, pieces[at + 1].isAfterBlank,
      pieces[at + 1].breakBefore == .none
    else { return false }
    let (tens, units) = (glyphs(of: at), glyphs(of: at + 1))
    return tens.count <= 3 && tens.allSatisfy { $0 == 0x58 } && units.count <= 4
      && units.allSatisfy { $0 == 0x56 || $0 == 0x49 } && CandidateFinder.isNumeral(tens + units)
  }
}
