/// Words that lost the blank before or behind a number: `ngày15/8/2013`, `31tháng`, `lãi là2%`.
///
/// Left as one piece, such a word is read as letters throughout and its digits are lost.
extension PieceScanner {
  /// Where a run of characters is cut into a word and a number, or a number and a word.
  ///
  /// - Returns: nil where it is one of these already, or may be a word with misread letters (`c6`, `ngườ1`).
  /// - Complexity: O(*n*) in the run.
  func numberSeam(_ chunk: Range<Int>) -> Int? {
    guard chunk.count >= 3 else { return nil }
    if Glyphs.isLetter(glyphs[chunk.lowerBound]) {
      var seam = chunk.lowerBound
      while seam < chunk.upperBound, Glyphs.isLetter(glyphs[seam]) { seam += 1 }
      let digits = glyphs[seam..<chunk.upperBound].count(where: Glyphs.isDigit)
      guard seam - chunk.lowerBound >= 2, digits > 0, Glyphs.isDigit(glyphs[seam]), isNumeric(seam..<chunk.upperBound)
      else { return nil }
      let word = glyphs[chunk.lowerBound..<seam].map(Glyphs.lower)
      if Self.before.contains(word) { return seam }
      // A word that only Vietnamese spells so, and more behind it than a letter that looks like a digit.
      guard !Glyphs.isUpper(glyphs[seam - 1]) else { return nil }
      let isShare = glyphs[chunk.upperBound - 1] == 0x25 && word.contains { $0 >= 0xC0 }
      return isShare || (digits >= 2 && word.contains { $0 > 0xFF }) ? seam : nil
    }
    guard Glyphs.isDigit(glyphs[chunk.lowerBound]) else { return nil }
    var seam = chunk.lowerBound
    while seam < chunk.upperBound, Glyphs.isDigit(glyphs[seam]) { seam += 1 }
    return Self.behind.contains(Array(glyphs[seam..<chunk.upperBound])) ? seam : nil
  }

  private func isNumeric(_ range: Range<Int>) -> Bool {
    glyphs[range].allSatisfy { Glyphs.isDigit($0) || Self.numberMarks.contains($0) }
  }

  private static let numberMarks = Set(Glyphs.of(".,/:-%"))
  /// What stands before a number wherever it stands, with its marks or without.
  private static let before = Set(
    ["ngày", "ngay", "tháng", "thang", "năm", "nam", "điều", "khoản", "khoan"].map { Glyphs.of($0) })
  private static let behind = Set(["ngày", "tháng", "thang", "năm", "đồng"].map { Glyphs.of($0) })
}
