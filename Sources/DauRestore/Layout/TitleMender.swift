/// Reads titles that lost their vowels.
struct TitleMender {
  /// How often such a title is right: its consonants stand there in full, and no other title has them.
  private static let sureOfTitle: Float = 0.98

  let document: DocumentText
  let restorer: Restorer

  /// Reads the lines in capitals of which vowels are missing as the titles that they are.
  func mend(_ verdicts: inout Verdicts) {
    var lines: [Range<Int>] = []
    var at = 0
    while at < document.pieces.count {
      guard document.isUpperLine[at], startsLine(at) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < document.pieces.count, isNextInTitle(end) { end += 1 }
      if endsLine(end - 1), (2...Titles.longest).contains(end - at), (at..<end).allSatisfy(isInCapitals),
        (at..<end).contains(where: lacksVowels)
      {
        lines.append(at..<end)
      }
      at = end
    }
    let titles = lines.isEmpty ? [] : lines.map { line in restorer.titles.title(leaving: line.map(document.word)) }
    guard titles.contains(where: { $0 != nil }) else { return }
    var expected: [Int: [Glyph]] = [:]
    for (line, title) in zip(lines, titles) {
      // Only of words that lost letters, and of letters that lost marks.
      for (at, text) in zip(line, title ?? []) where document.word(at).map(Glyphs.lower) != text {
        expected[at] = text.map(Glyphs.upper)
      }
    }
    var places: [(word: Int, at: Int)] = []
    verdicts.forEach { word, pieces, _ in
      if pieces.count == 1, expected[pieces.lowerBound] != nil { places.append((word, pieces.lowerBound)) }
    }
    for (place, at) in places {
      let text = expected[at] ?? []
      verdicts.revise(place, at: at, as: text, isChanged: text != document.word(at), confidence: Self.sureOfTitle)
    }
  }

  /// Whether nothing but blanks stands before a piece on its line.
  private func startsLine(_ at: Int) -> Bool {
    var before = document.pieces[at].glyphs.lowerBound
    while before > 0, document.glyphs[before - 1] <= 0x20, document.glyphs[before - 1] != 0x0A { before -= 1 }
    return before == 0 || document.glyphs[before - 1] == 0x0A
  }

  /// Whether a piece follows the one before on its line, with just a blank between.
  private func isNextInTitle(_ at: Int) -> Bool {
    let piece = document.pieces[at]
    return piece.isAfterBlank && document.glyphs[piece.glyphs.lowerBound - 1] == 0x20
  }

  /// Whether nothing but marks stands behind a piece on its line.
  private func endsLine(_ at: Int) -> Bool {
    let end = at + 1 < document.pieces.count ? document.pieces[at + 1].glyphs.lowerBound : document.glyphs.count
    let rest = document.glyphs[document.pieces[at].glyphs.upperBound..<end]
    return at + 1 == document.pieces.count || rest.contains(0x0A)
  }

  private func isInCapitals(_ at: Int) -> Bool {
    document.pieces[at].kind == .word
      && document.glyphs(of: at).allSatisfy { Glyphs.isLetter($0) && Glyphs.isUpper($0) }
  }

  /// Whether a piece is spelled as no word.
  private func lacksVowels(_ at: Int) -> Bool {
    var word = document.word(at).map(Glyphs.lower)
    _ = Glyphs.placeToneOldStyle(&word)
    return !restorer.lexicons.haveSpelling(word)
  }
}
