/// What stands alone on a line in capitals in thousands of documents: kinds of documents, and short formulas of the genre.
///
/// Text layers of some fonts lack every vowel with a mark, and of a title nothing else is left to read it by: `QUYT ĐNH`,
/// `B CO`. A title is recognised by its consonants, all of them, in words that are otherwise none.
struct Titles: Sendable {
  /// The longest title, in words.
  static let longest = 8
  /// Of the letters of a title, at most one in so many is lost.
  private static let leastLeft = 2

  /// By the first letters of the words, without marks: the titles, as words in small letters.
  private var titles: [[Glyph]: [[[Glyph]]]] = [:]

  init() {}

  /// - Complexity: O(*n*) in the titles.
  init(_ texts: some Sequence<String>) {
    for text in texts {
      let words = Glyphs.of(text.lowercased()).split(separator: 0x20).map { Array($0) }
      guard (2...Self.longest).contains(words.count), words.allSatisfy({ $0.allSatisfy(Glyphs.isLetter) }) else {
        continue
      }
      let key = Self.key(of: words)
      if titles[key]?.contains(words) != true { titles[key, default: []].append(words) }
    }
  }

  private static func key(of words: [[Glyph]]) -> [Glyph] { words.map { Glyphs.plain($0[0]) } }

  /// The title of which some words are what is left: `CH TH` of `chỉ thị`.
  ///
  /// - Returns: its words in small letters; nil where there is none, or several.
  func title(leaving words: [[Glyph]]) -> [[Glyph]]? {
    let bare = words.map { $0.map(Glyphs.plain) }
    let titles = titles[Self.key(of: words)] ?? []
    let count = bare.joined().count
    let found = titles.filter { title in
      let whole = title.joined().count
      return count < whole && whole <= Self.leastLeft * count && zip(bare, title).allSatisfy(Self.isLeft)
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether letters without marks are those of a word without some of its vowels.
  private static func isLeft(_ letters: [Glyph], of word: [Glyph]) -> Bool {
    var at = 0
    for letter in word {
      if at < letters.count, letters[at] == Glyphs.bare(letter) {
        at += 1
      } else if !Glyphs.isVowel(letter) {
        return false
      }
    }
    return at == letters.count
  }
}

/// Titles that lost their vowels.
extension Reading {
  /// How often such a title is right: its consonants stand there in full, and no other title has them.
  private static let sureOfTitle: Float = 0.98

  /// Reads the lines in capitals of which vowels are missing as the titles that they are.
  mutating func mendTitles(_ verdicts: inout Verdicts) {
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
    return !finder.isSpelled(word)
  }
}
