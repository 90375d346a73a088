/// Administrative units by the word for their kind: `huyện Hướng Hóa`, `các xã Triệu Đại, Tân Hộ Cơ và Láng Biển`.
///
/// The language model has met few communes, and takes them for words that it knows: `Triều Đại`, `Biến Họ`. Behind the word for its
/// kind a name is therefore read as the unit whose letters it has, where there is one only: a district of any
/// province, a commune of those that the document names units of.
struct UnitNames: Sendable {
  /// A name, and where units that have it lie.
  struct Unit: Sendable {
    /// Its words in small letters.
    let words: [[Glyph]]
    var provinces: Set<String>
  }

  /// Words of the longest name that is looked for.
  static let longest = 4

  /// By the kind and the letters of the name without marks.
  private var units: [[Glyph]: [Unit]] = [:]

  init(_ names: [PlaceNames.Name]) { add(names) }

  /// - Complexity: O(*n*) in names.
  mutating func add(_ names: [PlaceNames.Name]) {
    for name in names where (2...Self.longest).contains(name.words.count) {
      let words = name.words.map { Glyphs.of($0) }
      let key = Self.key(name.kind, words)
      if let at = units[key]?.firstIndex(where: { $0.words == words }) {
        units[key]?[at].provinces.insert(name.province)
      } else {
        units[key, default: []].append(Unit(words: words, provinces: [name.province]))
      }
    }
  }

  /// The only name of a kind that has these letters, whatever their marks; nil where there is none, or several.
  ///
  /// - Parameter kind: the last word of its type, in small letters: `xã`, `trấn`.
  func unit(_ kind: [Glyph], of words: [[Glyph]]) -> Unit? {
    guard let found = units[Self.key(kind, words)], found.count == 1 else { return nil }
    return found[0]
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
  /// Provinces whose communes are looked at.
  private static let mostProvinces = 4

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

  /// Reads the names of units by their kind and their letters, in texts of engines that know no marks.
  ///
  /// - Complexity: O(*n*) in the words.
  func mendPlaces(_ verdicts: inout Verdicts) {
    guard !finder.isClean, !givesMarks, document.pieces.count >= Self.shortestOfPlaces else { return }
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
        revise(part.word, at: part.at, as: text, confidence: Self.sureOfUnit, in: &verdicts)
      }
    }
  }

  /// Shorter texts do not tell where they are from.
  private static let shortestOfPlaces = 40

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
