/// What is set in capitals.
extension DocumentText {
  /// Whether most letters of each piece's line are capitals.
  static func upperLines(of scanner: PieceScanner) -> [Bool] {
    var result = [Bool](repeating: false, count: scanner.pieces.count)
    var index = 0
    while index < scanner.pieces.count {
      var end = index + 1
      while end < scanner.pieces.count,
        !scanner.glyphs[scanner.pieces[end - 1].glyphs.upperBound..<scanner.pieces[end].glyphs.lowerBound].contains(
          0x0A)
      { end += 1 }
      var upper = 0
      var lower = 0
      var alike = 0
      for piece in scanner.pieces[index..<end] {
        for glyph in scanner.glyphs[piece.glyphs] where Glyphs.isLetter(glyph) {
          if Glyphs.isUpper(glyph) { upper += 1 } else { lower += 1 }
          if Glyphs.isShapedAsCapital(glyph) { alike += 1 }
        }
      }
      // `BÁo cÁo`: what is small there may be large.
      if (upper >= 6 && upper * 10 >= (upper + lower) * 7) || (upper >= 3 && lower == alike && alike <= upper) {
        for at in index..<end { result[at] = true }
      } else {
        markCapitals(in: index..<end, of: scanner, into: &result)
      }
      index = end
    }
    return result
  }

  /// Finds the headings in capitals that share a line with other text: the issuer beside the motto.
  private static func markCapitals(in line: Range<Int>, of scanner: PieceScanner, into result: inout [Bool]) {
    var start = line.lowerBound
    while start < line.upperBound {
      var end = start
      var letters = 0
      var words = 0
      while end < line.upperBound {
        let word = scanner.glyphs[scanner.pieces[end].glyphs]
        let upper = word.count { Glyphs.isLetter($0) && Glyphs.isUpper($0) }
        guard upper > 0, 2 * upper >= word.count, upper > 1 || word.count > 1 else { break }
        letters += upper
        if word.contains(where: Glyphs.isVowel) { words += 1 }
        end += 1
      }
      // `Dc` behind a heading begins what stands beside it: `Độc lập`.
      if end < line.upperBound, end - start > 1 {
        let last = Array(scanner.glyphs[scanner.pieces[end - 1].glyphs])
        if last.count == 2, Glyphs.isUpper(last[0]), Glyphs.isLetter(last[1]), !Glyphs.isUpper(last[1]) {
          end -= 1
          letters -= 1
          if last.contains(where: Glyphs.isVowel) { words -= 1 }
        }
      }
      let isHeading = end - start == words ? words >= 2 && letters >= 6 : letters >= 8 && words * 2 > end - start
      if isHeading { for at in start..<end { result[at] = true } }
      start = max(end, start + 1)
    }
  }
}
