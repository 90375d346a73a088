/// Administrative units by the word for their kind: `huyện Hướng Hóa`, `các xã Triệu Đại, Tân Hộ Cơ và Láng Biển`.
///
/// The language model has met few communes, and takes them for words that it knows: `Triều Đại`, `Biến Họ`. Behind the word for its
/// kind a name is therefore read as the unit whose letters it has, where there is one only: a district of any
/// province, a commune of those that the document is about.
struct UnitNames {
  /// Words of the longest name that is looked for.
  static let longest = 4

  /// By the kind and the letters of the name without marks: the words of the names, in small letters.
  private var names: [[Glyph]: Set<[[Glyph]]>] = [:]

  init(_ units: [PlaceNames.Name]) {
    for unit in units where (2...Self.longest).contains(unit.words.count) {
      let words = unit.words.map { Glyphs.of($0) }
      names[Self.key(unit.kind, words), default: []].insert(words)
    }
  }

  /// The words of the only unit of a kind that has these letters, whatever their marks; nil where there is none, or several.
  ///
  /// - Parameter kind: the last word of its type, in small letters: `xã`, `trấn`.
  func unit(_ kind: [Glyph], of words: [[Glyph]]) -> [[Glyph]]? {
    guard let found = names[Self.key(kind, words)], found.count == 1 else { return nil }
    return found.first
  }

  private static func key(_ kind: [Glyph], _ words: [[Glyph]]) -> [Glyph] {
    words.reduce(into: kind) { key, word in
      key.append(0x20)
      key += word.map(Glyphs.plain)
    }
  }
}

extension Reading {
  /// How often a name is right that its kind and its letters tell.
  private static let sureOfUnit: Float = 0.95

  /// A word that may belong to the name of a unit.
  private struct Part {
    var word: Int
    var at: Int
    var text: [Glyph]
  }

  /// Reads the names of units by their kind and their letters, in texts of engines that know no marks.
  ///
  /// - Complexity: O(*n*) in the words.
  mutating func mendPlaces(_ verdicts: inout Verdicts) {
    guard !finder.isClean, !givesMarks, !units.isEmpty else { return }
    let names = UnitNames(units)
    var parts: [Part] = []
    verdicts.forEach { word, pieces, change in
      parts.append(
        Part(word: word, at: pieces.lowerBound, text: Array(change?.text ?? source(of: pieces))))
    }
    // The kind that what stands here may be a name of.
    var kind: [Glyph]?
    var at = 0
    while at < parts.count {
      let small = parts[at].text.map(Glyphs.lower)
      if scanner.pieces[parts[at].at].breakBefore == .sentence { kind = nil }
      if restorer.isUnitType(small) {
        kind = small
      } else if let unitKind = kind, isCapital(parts[at].text) {
        if let count = mendUnit(unitKind, at, of: parts, names, &verdicts) {
          at += count
          continue
        }
        kind = nil
      } else if !isBetweenNames(parts[at]) {
        kind = nil
      }
      at += 1
    }
  }

  /// Reads the name at a word as that of a unit.
  ///
  /// - Returns: of how many words it is; nil for no such name.
  private func mendUnit(
    _ kind: [Glyph], _ start: Int, of parts: [Part], _ names: UnitNames, _ verdicts: inout Verdicts
  ) -> Int? {
    var end = start + 1
    while end < parts.count, end - start < UnitNames.longest, parts[end].at == parts[end - 1].at + 1,
      isLinked(parts[end].at), isCapital(parts[end].text)
    { end += 1 }
    for count in stride(from: end - start, through: 2, by: -1) {
      let run = parts[start..<(start + count)]
      guard let unit = names.unit(kind, of: run.map(\.text)) else { continue }
      for (part, word) in zip(run, unit) where part.text.map(Glyphs.lower) != word {
        let isUpper = part.text.allSatisfy { !Glyphs.isLetter($0) || Glyphs.isUpper($0) } && part.text.count > 1
        let text = isUpper ? word.map(Glyphs.upper) : CandidateFinder.cased(word, .title)
        verdicts.revise(
          part.word, at: part.at, as: text, isChanged: !text.elementsEqual(source(of: part.at..<(part.at + 1))),
          confidence: Self.sureOfUnit)
      }
      return count
    }
    return nil
  }

  private func isCapital(_ text: [Glyph]) -> Bool {
    text.first.map { Glyphs.isLetter($0) && Glyphs.isUpper($0) } == true
  }

  /// Whether a list of names goes on behind a word.
  private func isBetweenNames(_ part: Part) -> Bool { part.text == Self.and }

  private static let and = Glyphs.of("và")
}
