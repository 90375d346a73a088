import DauLanguage

/// The names that a document may speak of.
extension NamePairs {
  /// Shorter texts do not tell where they are from.
  private static let shortest = 100

  /// The names of provinces and districts, and of the communes of the provinces that the document names most.
  ///
  /// A province is found by the letters of its name without marks, which the worst engine leaves of some.
  ///
  /// A short text has personal names only.
  init(of document: DocumentText, by restorer: Restorer) {
    var names: [[WordID]] = []
    if document.pieces.count >= Self.shortest {
      let upper = restorer.places()
      let own = Self.provinces(among: upper, in: document)
      for name in upper + (own.isEmpty ? [] : restorer.communes(of: own)) {
        names.append(name.words.map { restorer.model.id(of: $0) ?? .unknown })
      }
    }
    self.init(names, people: restorer.personalNames)
  }

  /// The provinces that stand in the text at least twice, and half as often as the one that does most.
  private static func provinces(among names: [PlaceNames.Name], in document: DocumentText) -> Set<String> {
    func bare(_ glyphs: some Sequence<Glyph>) -> [Glyph] { glyphs.map(Glyphs.plain) }
    var keys: [[Glyph]: String] = [:]
    // Few words end the name of a province.
    var ends: Set<UInt64> = []
    for province in Set(names.map(\.province)) {
      let name = bare(Glyphs.of(province))
      keys[name] = province
      if let end = name.split(separator: 0x20).last { ends.insert(Glyphs.key(of: Array(end))) }
    }
    var counts: [String: Int] = [:]
    for (at, piece) in document.pieces.enumerated().dropFirst() {
      let word = document.glyphs[piece.glyphs]
      guard ends.contains(Glyphs.key(of: word.lazy.map(Glyphs.plain))) else { continue }
      let name = bare(document.glyphs(of: at - 1)) + [0x20] + bare(word)
      if let province = keys[name] { counts[province, default: 0] += 1 }
    }
    let most = counts.values.max() ?? 0
    return Set(counts.filter { $0.value >= 2 && $0.value * 2 >= most }.keys)
  }
}
