/// Reads the names of units by their kind and their letters, in texts of engines that know no marks.
struct UnitNameMender {
  /// How often a name is right that its kind and its letters tell.
  private static let sureOfUnit: Float = 0.95
  /// Provinces whose communes are looked at.
  private static let mostProvinces = 4
  /// Shorter texts do not tell where they are from.
  private static let shortest = 40

  /// A word that may belong to the name of a unit.
  private struct Part {
    var word: Int
    var at: Int
    var text: [Glyph]
  }

  /// A unit, and which parts are its name.
  private struct Mention {
    var parts: Range<Int>
    var unit: UnitNames.Unit
  }

  let document: DocumentText
  let restorer: Restorer

  /// - Complexity: O(*n*) in the words.
  func mend(_ verdicts: inout Verdicts) {
    guard document.pieces.count >= Self.shortest else { return }
    var parts: [Part] = []
    verdicts.forEach { word, pieces, change in
      parts.append(Part(word: word, at: pieces.lowerBound, text: Array(change?.text ?? document.source(of: pieces))))
    }
    var names = restorer.districts
    names.add(restorer.communes(of: provinces(of: mentions(among: parts, in: names))))
    for mention in mentions(among: parts, in: names) {
      for (part, word) in zip(parts[mention.parts], mention.unit.words) where part.text.map(Glyphs.lower) != word {
        let isUpper = CandidateFinder.isCapitals(part.text)
        let text = isUpper ? word.map(Glyphs.upper) : CandidateFinder.cased(word, .title)
        verdicts.revise(part.word, at: part.at, as: text, in: document, confidence: Self.sureOfUnit)
      }
    }
  }

  /// The provinces that units lie in whose names one province has only, the most frequent first.
  private func provinces(of mentions: [Mention]) -> Set<String> {
    var counts: [String: Int] = [:]
    for mention in mentions where mention.unit.provinces.count == 1 {
      counts[mention.unit.provinces.first!, default: 0] += 1
    }
    let first = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostProvinces)
    return Set(first.map(\.key))
  }

  /// The names behind words for kinds of units, and on in their lists.
  private func mentions(among parts: [Part], in names: UnitNames) -> [Mention] {
    var mentions: [Mention] = []
    // The kind that what stands here may be a name of.
    var kind: [Glyph]?
    var at = 0
    while at < parts.count {
      let small = parts[at].text.map(Glyphs.lower)
      if document.pieces[parts[at].at].breakBefore == .sentence { kind = nil }
      if restorer.isUnitType(small) {
        kind = small
      } else if let unitKind = kind, isCapital(parts[at].text), let mention = mention(of: unitKind, at, parts, names) {
        mentions.append(mention)
        at = mention.parts.upperBound
        continue
      } else if parts[at].text != Self.and {
        kind = nil
      }
      at += 1
    }
    return mentions
  }

  /// The longest name of a unit that begins at a part.
  private func mention(of kind: [Glyph], _ start: Int, _ parts: [Part], _ names: UnitNames) -> Mention? {
    var end = start + 1
    while end < parts.count, end - start < UnitNames.longest, parts[end].at == parts[end - 1].at + 1,
      document.isLinked(parts[end].at), isCapital(parts[end].text)
    { end += 1 }
    for count in stride(from: end - start, through: 2, by: -1) {
      if let unit = names.unit(kind, of: parts[start..<(start + count)].map(\.text)) {
        return Mention(parts: start..<(start + count), unit: unit)
      }
    }
    return nil
  }

  private func isCapital(_ text: [Glyph]) -> Bool {
    text.first.map { Glyphs.isLetter($0) && Glyphs.isUpper($0) } == true
  }

  private static let and = Glyphs.of("và")
}
