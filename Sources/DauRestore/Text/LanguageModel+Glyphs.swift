import DauLanguage

extension LanguageModel {
  /// The class of all numbers.
  var numberID: WordID { id(of: LanguageText.number) ?? .unknown }

  /// The word that some letters are in any case, in either style of tone placement; `.unknown` for one never met.
  func id(of word: [Glyph]) -> WordID {
    var lower = word.map(Glyphs.lower)
    _ = Glyphs.placeToneOldStyle(&lower)
    return id(of: Glyphs.string(lower)) ?? .unknown
  }

  /// What a piece of a kind is.
  func id(of word: [Glyph], kind: Piece.Kind) -> WordID { kind == .number ? numberID : id(of: word) }
}
