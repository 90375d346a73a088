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
