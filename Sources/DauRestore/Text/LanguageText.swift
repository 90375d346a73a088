/// How text becomes the words of the language model.
///
/// A word is a run of letters in lower case, with the tone of open `oa`, `oe`, `uy` on the first vowel;
/// a run of digits (with `.`, `,`, `/` between digits) is the class `<num>`. A full stop, semicolon,
/// colon, question or exclamation mark before white space, and the end of a line of training text, end a
/// sentence. All other marks are passed over: a comma says little about the next word and would push
/// a useful one out of the context.
public enum LanguageText {
  /// The class of all numbers in Arabic digits.
  public static let number = "<num>"

  /// Calls `body` with each sentence of `text`, one paragraph a line, as words.
  ///
  /// - Complexity: O(*n*).
  public static func forEachSentence(of text: Span<UInt8>, _ body: ([String]) -> Void) {
    var sentence: [String] = []
    var word: [Glyph] = []
    var bytes: [UInt8] = []
    var inNumber = false
    var offset = 0
    func endWord() {
      if inNumber {
        sentence.append(number)
        inNumber = false
      } else if !word.isEmpty {
        _ = Glyphs.placeToneOldStyle(&word)
        bytes.removeAll(keepingCapacity: true)
        for glyph in word { Glyphs.append(glyph, to: &bytes) }
        sentence.append(String(decoding: bytes, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
    }
    func endSentence() {
      endWord()
      if !sentence.isEmpty { body(sentence) }
      sentence.removeAll(keepingCapacity: true)
    }
    while offset < text.count {
      let glyph = Glyphs.decode(text, at: &offset)
      if Glyphs.isLetter(glyph) {
        if inNumber { endWord() }
        word.append(Glyphs.lower(glyph))
      } else if Glyphs.isDigit(glyph) {
        if !word.isEmpty { endWord() }
        inNumber = true
      } else if inNumber, glyph == 0x2E || glyph == 0x2C || glyph == 0x2F, offset < text.count,
        Glyphs.isDigit(Glyph(text[offset]))
      {
        continue
      } else {
        endWord()
        if glyph == 0x0A || (endsSentence(glyph) && (offset == text.count || text[offset] <= 0x20)) { endSentence() }
      }
    }
    endSentence()
  }

  /// Whether a mark before white space ends a sentence.
  @inline(__always)
  static func endsSentence(_ g: Glyph) -> Bool { g == 0x2E || g == 0x3B || g == 0x3A || g == 0x3F || g == 0x21 }
}
