import DauLanguage

/// The names that a document may speak of.
extension Reading {
  /// Shorter texts do not tell where they are from.
  private static let shortest = 100

  /// The names of provinces and districts, and of the communes of the provinces that the document names most.
  ///
  /// A province is found by the letters of its name without marks, which the worst engine leaves of some.
  ///
  /// - Returns: nil for a short text, and where there are no names.
  func namePairs() -> NamePairs? {
    guard scanner.pieces.count >= Self.shortest else { return nil }
    let upper = restorer.places()
    guard !upper.isEmpty else { return nil }
    let own = provinces(among: upper)
    var names: [[WordID]] = []
    for name in upper + (own.isEmpty ? [] : restorer.communes(of: own)) {
      names.append(name.words.map { restorer.model.id(of: $0) ?? .unknown })
    }
    return NamePairs(names)
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
}
