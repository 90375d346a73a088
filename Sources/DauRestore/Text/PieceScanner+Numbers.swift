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
      if let seam = seamBeforeMisreadNumber(chunk) { return seam }
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
    let word = glyphs[seam..<chunk.upperBound]
    return Self.behind.contains(Array(word)) || isCounted(chunk.lowerBound..<seam, word) ? seam : nil
  }

  /// Whether some digits are a number before a word, and no letters of it: two or more of them, of which one looks like no letter.
  ///
  /// Of 200 words in real scans that begin so, all but one begin with a number (`20thdng`, `12ho`, `20kg`); `60i`, `11ng` are letters.
  private func isCounted(_ digits: Range<Int>, _ word: ArraySlice<Glyph>) -> Bool {
    digits.count >= 2 && glyphs[digits].contains { !Self.lettersAlike.contains($0) } && word.count >= 2
      && word.allSatisfy { Glyphs.isLetter($0) && !Glyphs.isUpper($0) }
      && !CandidateFinder.isMeasure(Array(glyphs[digits.lowerBound..<word.endIndex]))
  }

  /// Digits that stand for letters in ruined words: `1ap` for `lập`, `c6` for `có`.
  static let lettersAlike = Set(Glyphs.of("016"))

  /// `ngayl6`: behind a word that stands before numbers, a 1 read as a letter and digits.
  private func seamBeforeMisreadNumber(_ chunk: Range<Int>) -> Int? {
    var seam = chunk.upperBound
    while seam > chunk.lowerBound, Glyphs.isDigit(glyphs[seam - 1]) { seam -= 1 }
    seam -= 1
    guard seam > chunk.lowerBound, seam + 1 < chunk.upperBound, Self.onesAlike.contains(glyphs[seam]),
      Self.before.contains(glyphs[chunk.lowerBound..<seam].map(Glyphs.lower))
    else { return nil }
    return seam
  }

  private static let onesAlike = Set(Glyphs.of("lI|"))

  private func isNumeric(_ range: Range<Int>) -> Bool {
    glyphs[range].allSatisfy { Glyphs.isDigit($0) || Self.numberMarks.contains($0) }
  }

  private static let numberMarks = Set(Glyphs.of(".,/:-%"))
  /// What stands before a number wherever it stands, with its marks or without.
  private static let before = Set(
    ["ngày", "ngay", "tháng", "thang", "năm", "nam", "điều", "khoản", "khoan"].map { Glyphs.of($0) })
  /// What is counted most; what an engine that knows no marks leaves of it is taken too.
  private static let behind: Set<[Glyph]> = {
    let words = [
      "ngày", "tháng", "năm", "đồng", "nghìn", "triệu", "tỷ", "người", "hộ", "xã", "thôn", "phường", "huyện", "trường",
      "lớp",
      "giải", "vụ", "đội",
    ].map { Glyphs.of($0) }
    return Set(words + words.map { $0.map(Glyphs.bare) })
  }()
}
