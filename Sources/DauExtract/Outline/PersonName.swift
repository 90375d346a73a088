internal import DauText

/// Reads the name of a person where a signature may stand.
///
/// Accepts `Lò Thị Mai` alone in its line, `LÒ THỊ MAI`, and the end of a line of recipients that OCR mixed with the
/// column of the signature: `- Các sở, ban, ngành; Lò Thị Mai`. Refuses `- Ông Lò Thị Mai;`, `Sở Nội vụ`, `DANH SÁCH`.
struct PersonName {
  let stream: TokenStream
  let vocabulary: Vocabulary

  /// The name that a line is, from two to six words with a capital each, the first a surname; marks around it and the
  /// specks behind it are left out.
  ///
  /// - Parameter allowsCapitals: whether all its letters may be capitals; it is then written as running text writes it.
  func name(_ tokens: Range<Int>, allowsCapitals: Bool) -> String? {
    var tokens = tokens
    while let first = tokens.first, stream[first].kind == .sign { tokens = (first + 1)..<tokens.upperBound }
    while let last = tokens.last, stream[last].kind == .sign, !stream[last].isSign(";") {
      tokens = tokens.lowerBound..<last
    }
    guard (2...6).contains(tokens.count), let first = tokens.first,
      tokens.allSatisfy({ stream[$0].isWord && stream[$0].isCapital }), isSurname(first, in: tokens)
    else { return nil }
    guard tokens.allSatisfy({ stream[$0].isAllCapitals }) else {
      // `Lưu VPTU`: one word in capitals among others is an abbreviation.
      if tokens.dropFirst().contains(where: { stream[$0].isAllCapitals && isNoSyllable($0) }) { return nil }
      return stream.flatText(ofTokens: tokens)
    }
    guard allowsCapitals, tokens.count >= 3, !isHeading(first), !isPosition(tokens) else { return nil }
    return tokens.map { capitalised(stream.text(of: stream[$0])) }.joined(separator: " ")
  }

  /// The name at the end of a line that begins with something else, when nothing shows that it belongs to the entry.
  func trailing(_ tokens: Range<Int>) -> Range<Int>? {
    var end = tokens.upperBound
    while end > tokens.lowerBound {
      let token = stream[end - 1]
      // A speck: a sign, or one small letter.
      guard token.kind == .sign || token.isWord && !token.isCapital && token.bytes.count <= 2 else { break }
      if token.isSign(";") || token.isSign(")") || token.isSign(",") { return nil }
      end -= 1
    }
    var start = end
    while start > tokens.lowerBound, end - start < 5, stream[start - 1].isWord, stream[start - 1].isCapital,
      !stream[start - 1].isAllCapitals
    {
      start -= 1
    }
    while end - start >= 2 {
      let before = stream[start - 1]
      // `Cục Thuế TP. Hà Nội` names no Mr Hà.
      let isPlace =
        before.isSign(".") && before.isJoined && vocabulary.words.placeAbbreviations.contains(stream[start - 2].key)
      let isBehindMark = before.kind == .sign && !before.isDash && !isPlace && start - 1 > tokens.lowerBound
      let isAddressed = before.key == "ông" || before.key == "bà" || before.key == "chí"
      if start > tokens.lowerBound, !isAddressed, !before.isDash || start - 1 > tokens.lowerBound,
        isBehindMark || end - start >= 3 && vocabulary.surnames.contains(stream[start].key),
        isSurname(start, in: start..<end)
      {
        return start..<end
      }
      start += 1
    }
    return nil
  }

  /// A surname, or one that lost its mark before two more words: `Đảng Quốc Khải` is no party.
  private func isSurname(_ index: Int, in name: Range<Int>) -> Bool {
    if vocabulary.surnames.contains(stream[index].key) { return true }
    guard name.count >= 3, !stream[index].isAllCapitals, stream[index].bytes.count >= 3 else { return false }
    return vocabulary.words.surnamesByLetters.contains(
      String(decoding: FoldedLetters.fold(stream, index), as: UTF8.self))
  }

  /// Whether a word begins as no syllable does: `VPTU`.
  private func isNoSyllable(_ at: Int) -> Bool {
    let letters = FoldedLetters.fold(stream, at)
    guard letters.count >= 3, !letters.prefix(2).contains(where: FoldedLetters.vowels.contains) else { return false }
    return !["ch", "gh", "kh", "ng", "nh", "ph", "th", "tr"].contains(
      String(decoding: letters.prefix(2), as: UTF8.self))
  }

  private func isPosition(_ tokens: Range<Int>) -> Bool {
    vocabulary.positions.match(stream, at: tokens.lowerBound, before: tokens.upperBound) != nil
  }

  /// `DANH SÁCH KHEN THƯỞNG`: `Danh` is a surname too.
  private func isHeading(_ first: Int) -> Bool {
    stream[first].key == "danh" && (stream[first + 1].key == "sách" || stream[first + 1].key == "mục")
  }

  private func capitalised(_ word: String) -> String {
    guard let first = word.unicodeScalars.first else { return word }
    return String(first) + lowercased(String(word.unicodeScalars.dropFirst()))
  }
}
