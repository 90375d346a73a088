/// What is set in capitals.
extension Reading {
  /// Finds the headings in capitals that share a line with other text: the issuer beside the motto.
  static func markCapitals(in line: Range<Int>, of scanner: PieceScanner, into result: inout [Bool]) {
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
