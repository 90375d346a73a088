import DauLanguage

/// What was decided, beside the text that it was decided of.
extension Verdicts {
  /// Reads a word of one piece otherwise, or as it stands.
  ///
  /// - Parameter confidence: how sure that is, where the evidence of the word does not tell.
  mutating func revise(
    _ word: Int, at piece: Int, as text: [Glyph], in document: DocumentText, confidence: Float? = nil
  ) {
    let isChanged = !text.elementsEqual(document.glyphs(of: piece))
    revise(word, at: piece, as: text, isChanged: isChanged, confidence: confidence)
  }

  /// The text of each word.
  func texts(in document: DocumentText) -> [[Glyph]] {
    var texts: [[Glyph]] = []
    forEach { _, pieces, change in texts.append(Array(change?.text ?? document.source(of: pieces))) }
    return texts
  }

  /// The 0-based line of each word.
  func lines(in document: DocumentText) -> [Int] {
    var lines: [Int] = []
    var line = 0
    var at = 0
    forEach { _, pieces, _ in
      let start = document.pieces[pieces.lowerBound].glyphs.lowerBound
      while at < start {
        if document.glyphs[at] == 0x0A { line += 1 }
        at += 1
      }
      lines.append(line)
    }
    return lines
  }

  /// The changed pieces that stand in a sentence between two words that are no Vietnamese and stay as they are, as `vu` in
  /// `déjà vu garçon`: what is between them is none either.
  func changesAmongStrangers(in document: DocumentText, _ words: DocumentWords) -> Set<Int> {
    guard changeCount > 0 else { return [] }
    var changed: [Int] = []
    var isChanged = [Bool](repeating: false, count: document.pieces.count)
    forEach { _, pieces, change in
      guard change != nil else { return }
      if pieces.count == 1 { changed.append(pieces.lowerBound) }
      for at in pieces { isChanged[at] = true }
    }
    func isStranger(_ at: Int) -> Bool {
      guard !isChanged[at], words.id(at: at) == .unknown, document.pieces[at].kind == .word else { return false }
      let word = document.glyphs(of: at)
      return word.count >= 3 && word.allSatisfy { Glyphs.isLetter($0) && !Glyphs.isUpper($0) }
    }
    return Set(
      changed.filter { at in
        at > 0 && at + 1 < document.pieces.count && document.pieces[at].breakBefore == .none
          && document.pieces[at + 1].breakBefore == .none && isStranger(at - 1) && isStranger(at + 1)
      })
  }
}
