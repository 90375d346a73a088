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
