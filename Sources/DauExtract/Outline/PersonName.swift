internal import DauText

/// Reads the name of a person where a signature may stand.
///
/// Accepts `Lò Thị Mai` alone in its line, `LÒ THỊ MAI`, and the end of a line of recipients that OCR mixed with the
/// column of the signature: `- Các sở, ban, ngành; Lò Thị Mai`. Refuses `- Ông Lò Thị Mai;`, `Sở Nội vụ`, `DANH SÁCH`.
struct PersonName {
  let stream: TokenStream
  let vocabulary: ReaderVocabulary

  /// The name that a line is, from two to six words with a capital each, the first a surname; marks around it and the
  /// specks behind it are left out.
  ///
  /// - Parameter allowsCapitals: whether all its letters may be capitals; it is then written as running text writes it.
  func name(_ tokens: Range<Int>, allowsCapitals: Bool) -> String? {
    guard !isEntry(tokens) else { return nil }
    let tokens = withoutMarks(tokens)
    guard (2...6).contains(tokens.count), let first = tokens.first,
      tokens.allSatisfy({ stream[$0].isWord && stream[$0].isCapital }), isSurname(first, in: tokens)
    else { return nil }
    // `Phó Giám Đốc` has the first word of Phó Đức Phương.
    if isDeputy(tokens) { return nil }
    guard tokens.allSatisfy({ stream[$0].isAllCapitals }) else {
      // `Lưu VPTU`: one word in capitals among others is an abbreviation.
      if tokens.dropFirst().contains(where: isAbbreviation) { return nil }
      return stream.flatText(ofTokens: tokens)
    }
    guard allowsCapitals, tokens.count >= 3, !isHeading(first), !isPosition(tokens) else { return nil }
    return tokens.map { capitalised(stream.text(of: stream[$0])) }.joined(separator: " ")
  }

  /// The name that a line below a position is though no list has its surname, as those of the peoples of the mountains:
  /// `Giản Bá Huỳnh`, `K' Mák`, `A Pớt`. From two to five words with a capital each, not all in capitals, and nothing else.
  func unlistedName(_ tokens: Range<Int>) -> String? {
    guard !isEntry(tokens) else { return nil }
    let tokens = withoutMarks(tokens)
    guard let first = tokens.first, let last = tokens.last, stream[last].isWord, !stream[last].isAllCapitals,
      (2...5).contains(tokens.count(where: { stream[$0].isWord })),
      tokens.allSatisfy({ isPartOfName($0) || stream[$0].isSign("'") || stream[$0].isSign("’") }),
      !isPosition(tokens), vocabulary.offices.match(stream, at: first, before: tokens.upperBound) == nil,
      vocabulary.documentTypes.match(stream, at: first, before: tokens.upperBound) == nil,
      !vocabulary.words.bodyLeads.contains(stream[first].key), !Self.noNames.contains(stream[first].key)
    else { return nil }
    return stream.flatText(ofTokens: tokens)
  }

  /// A word with a capital as its first letter alone, `Rah`, or a word of one letter that names have, `A`.
  private func isPartOfName(_ at: Int) -> Bool {
    let token = stream[at]
    guard token.isWord, token.isCapital else { return false }
    if token.bytes.count == 1 { return Self.oneLetterNames.contains(token.key) }
    let text = stream.text(of: token)
    guard !token.isAllCapitals, capitalised(text) == text, !vocabulary.words.placeLeads.contains(token.key) else {
      return false
    }
    // `A Hơn` is no `hơn`.
    let before = stream[at - 1]
    return !vocabulary.words.functionWords.contains(token.key)
      || before.bytes.count == 1 && Self.oneLetterNames.contains(before.key) && !token.startsLine
  }

  /// `A Pớt`, `Y Bliu`, `H' Ngăm`, `K' Mák`
  private static let oneLetterNames: WordSet = ["a", "y", "h", "k"]

  /// First words of lines about a signature that are no names: `Đã Ký`, `Nơi Nhận`, `Các Phòng`.
  private static let noNames: WordSet = [
    "đã", "ký", "nơi", "như", "các", "lưu", "người", "thành", "thị", "số", "trang",
  ]

  /// Whether a line is an entry of a list: `- Lưu VP.`
  private func isEntry(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, tokens.count > 1 else { return false }
    return (stream[first].isDash || stream[first].isSign("+")) && !stream[first + 1].isDash
  }

  /// The tokens without marks around them, the specks behind them and `(đã ký)`.
  private func withoutMarks(_ tokens: Range<Int>) -> Range<Int> {
    var tokens = tokens
    func isTrimmed(_ last: Int) -> Bool { stream[last].kind == .sign && !stream[last].isSign(";") }
    while let first = tokens.first, stream[first].kind == .sign { tokens = tokens.dropFirst() }
    while let last = tokens.last, isTrimmed(last) { tokens = tokens.dropLast() }
    if tokens.count > 1, isSignedMark(tokens.lowerBound) { tokens = tokens.dropFirst(2) }
    if tokens.count > 1, isSignedMark(tokens.upperBound - 2) { tokens = tokens.dropLast(2) }
    while let first = tokens.first, stream[first].kind == .sign { tokens = tokens.dropFirst() }
    while let last = tokens.last, isTrimmed(last) { tokens = tokens.dropLast() }
    return tokens
  }

  /// `đã ký`, which stands for the signature.
  private func isSignedMark(_ at: Int) -> Bool { stream[at].key == "đã" && stream[at + 1].key == Words.kySign }

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

  /// Whether a word in capitals begins as no syllable does, or has no vowel: `VPTU`, `VP`.
  private func isAbbreviation(_ at: Int) -> Bool {
    guard stream[at].isAllCapitals else { return false }
    let letters = FoldedLetters.fold(stream, at)
    if letters.count == 2, !letters.contains(where: FoldedLetters.vowels.contains) { return true }
    guard letters.count >= 3, !letters.prefix(2).contains(where: FoldedLetters.vowels.contains) else { return false }
    return !["ch", "gh", "kh", "ng", "nh", "ph", "th", "tr"].contains(
      String(decoding: letters.prefix(2), as: UTF8.self))
  }

  /// `Phó Chủ Tịch`, `Phó Trưởng Phòng`, `Phó Văn Phòng`: the word for a deputy before a position or a body.
  private func isDeputy(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, stream[first].key == "phó" else { return false }
    return isPosition(tokens) || isPosition(tokens.dropFirst())
      || vocabulary.offices.match(stream, at: first + 1, before: tokens.upperBound) != nil
  }

  private func isPosition(_ tokens: Range<Int>) -> Bool {
    vocabulary.positions.match(stream, at: tokens.lowerBound, before: tokens.upperBound) != nil
  }

  /// `DANH SÁCH KHEN THƯỞNG`: `Danh` is a surname too.
  private func isHeading(_ first: Int) -> Bool {
    stream[first].key == "danh" && (stream[first + 1].key == "sách" || stream[first + 1].key == "mục")
  }
}
