internal import DauRules
internal import DauText

/// The lists of `cues.tsv` in the forms the readers walk.
extension Cues {
  func words(_ list: List) -> WordSet {
    var words = WordSet()
    for cue in self[list] { words.insert(WordKey(cue.phrase)) }
    return words
  }

  func phrases(_ list: List) -> PhraseTable<Void> { PhraseTable(self[list].map(\.phrase)) }

  /// - Precondition: `Value` has the values that ``Cues/List/values`` names, so that none is dropped.
  func phrases<Value: RawRepresentable<String> & Sendable>(_ list: List) -> PhraseTable<Value> {
    PhraseTable(self[list].compactMap { cue in Value(rawValue: cue.value).map { (cue.phrase, $0) } })
  }

  /// The same for single words.
  func table<Value: RawRepresentable<String> & Sendable>(_ list: List) -> WordTable<Value> {
    WordTable(self[list].compactMap { cue in Value(rawValue: cue.value).map { (WordKey(cue.phrase), $0) } })
  }

  func texts(_ list: List) -> WordTable<String> { WordTable(self[list].map { (WordKey($0.phrase), $0.value) }) }

  /// Canonical names, compared as they are written.
  func names(_ list: List) -> TextSet { TextSet(self[list].map(\.phrase)) }

  /// Nouns as quantities hold them: in lower case.
  func nouns(_ list: List) -> TextSet { TextSet(self[list].map { lowercased($0.phrase) }) }

  /// Words by their letters without marks.
  func letters(_ list: List) -> Set<String> { Set(self[list].map { SearchFolding.fold($0.phrase) }) }
}
