import DauLanguage

/// The names that a document may speak of.
extension Reading {
  /// Shorter texts do not tell where they are from.
  private static let shortest = 100
  /// The parts of a foreign name that are looked at; the bound keeps the search linear.
  private static let longestName = 8

  /// The names of provinces and districts, and of the communes of the provinces that the document names most.
  ///
  /// A province is found by the letters of its name without marks, which the worst engine leaves of some.
  ///
  /// A short text has personal names only.
  func namePairs() -> NamePairs {
    let people = restorer.personalNames
    guard scanner.pieces.count >= Self.shortest else { return NamePairs([], people: people) }
    let upper = restorer.places()
    let own = provinces(among: upper)
    var names: [[WordID]] = []
    for name in upper + (own.isEmpty ? [] : restorer.communes(of: own)) {
      names.append(name.words.map { restorer.model.id(of: $0) ?? .unknown })
    }
    return NamePairs(names, people: people)
  }

  /// The provinces that stand in the text at least twice, and half as often as the one that does most.
  private func provinces(among names: [PlaceNames.Name]) -> Set<String> {
    func bare(_ glyphs: some Sequence<Glyph>) -> [Glyph] { glyphs.map { Glyphs.lower(Glyphs.bare($0)) } }
    var keys: [[Glyph]: String] = [:]
    for name in names { keys[bare(Glyphs.of(name.province))] = name.province }
    var counts: [String: Int] = [:]
    var before: [Glyph] = []
    for piece in scanner.pieces {
      let word = bare(scanner.glyphs[piece.glyphs])
      if let province = keys[before + [0x20] + word] { counts[province, default: 0] += 1 }
      before = word
    }
    let most = counts.values.max() ?? 0
    return Set(counts.filter { $0.value >= 2 && $0.value * 2 >= most }.keys)
  }

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
      let word = scanner.glyphs[scanner.pieces[end].glyphs]
      guard word.allSatisfy(Glyphs.isLetter), word.count <= 6 else { return false }
      for (place, glyph) in word.enumerated() where Glyphs.isUpper(glyph) != (end == first && place == 0) {
        return false
      }
      end += 1
    } while isHyphened(end) && end - first <= Self.longestName
    return end - first >= 3
  }
}
