import DauRules

/// Foreign and personal names, by how they are written.
extension DocumentText {
  /// The parts of a foreign name that are looked at; the bound keeps the search linear.
  private static let longestName = 8

  /// Whether a piece is a syllable of a foreign name that is written with hyphens: `Xing-ga-po`, `Phi-lip-pin`.
  ///
  /// Three parts or more, of which the first alone has a capital. Such syllables are none of the language's, so neither the model
  /// nor the lexicon knows what they should be; `kinh tế-xã hội` and codes are made otherwise.
  func isPartOfForeignName(_ at: Int) -> Bool {
    guard isHyphened(at) || isHyphened(at + 1) else { return false }
    var first = at
    while isHyphened(first), at - first < Self.longestName { first -= 1 }
    var end = first
    repeat {
      let word = glyphs(of: end)
      guard word.allSatisfy(Glyphs.isLetter), word.count <= 6 else { return false }
      for (place, glyph) in word.enumerated() where Glyphs.isUpper(glyph) != (end == first && place == 0) {
        return false
      }
      end += 1
    } while isHyphened(end) && end - first <= Self.longestName
    return end - first >= 3
  }

  /// Words with a capital in a row that are looked at.
  private static let longestRun = 5

  /// Whether a piece is a word of a personal name by its capitals and by the words around it: `Ông Quàng Văn Hặc`,
  /// `Vừ Thị Sua`; not `Ủy ban`, `Lạng Sơn`.
  ///
  /// - Parameter names: asked for only where a word has a capital.
  func isPersonalName(_ at: Int, by names: @autoclosure () -> PersonalNames) -> Bool {
    guard isCapitalised(at) else { return false }
    var first = at
    while first > 0, at - first < Self.longestRun, isLinked(first), isCapitalised(first - 1) { first -= 1 }
    var end = at + 1
    while end < pieces.count, end - first <= Self.longestRun, isLinked(end), isCapitalised(end) { end += 1 }
    let names = names()
    var isNamed = first > 0 && isLinked(first) && names.isTitle(word(first - 1))
    if names.isTitle(word(first)) {
      isNamed = true
      first += 1
    }
    guard at >= first, end - first >= 2 else { return false }
    return isNamed || names.has(word(first), as: .surname)
  }
}
