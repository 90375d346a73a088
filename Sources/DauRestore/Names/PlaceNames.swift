public import DauRules

/// The names of administrative units, by province.
public struct PlaceNames: Sendable {
  struct Name: Sendable {
    /// Its syllables in small letters.
    var words: [String]
    /// The last word of its type in small letters: `xã`, `trấn`.
    var kind: [Glyph]
    /// The province that it lies in, or is.
    var province: String
  }

  let names: [Name]
  /// The last words of the types of units, which stand before their names, in small letters: `tỉnh`, `phố`.
  let types: Set<[Glyph]>

  /// - Complexity: O(*n*) in the entries.
  public init(_ places: Places) {
    var kinds: [String: [Glyph]] = [:]
    names = places.entries.compactMap { entry in
      // By bytes: there are thousands of names.
      let words = entry.name.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
      guard words.count > 1 else { return nil }
      let kind = kinds[entry.type] ?? Self.kind(of: entry.type)
      kinds[entry.type] = kind
      return Name(words: words.map { Substring($0).lowercased() }, kind: kind, province: Self.province(of: entry))
    }
    types = Set(kinds.values)
  }

  private static func kind(of type: String) -> [Glyph] {
    Glyphs.of((type.split(separator: " ").last ?? "").lowercased())
  }

  /// The province that a unit lies in, or is, without its type.
  private static func province(of entry: Places.Entry) -> String {
    guard !entry.parent.isEmpty else { return entry.name }
    var above = Substring(entry.parent)
    if let comma = above.utf8.lastIndex(of: UInt8(ascii: ",")), above.utf8[comma...].starts(with: ", ".utf8) {
      above = above[above.utf8.index(comma, offsetBy: 2)...]
    }
    for type in ["Tỉnh ", "Thành phố "] where above.utf8.starts(with: type.utf8) {
      return String(above[above.utf8.index(above.startIndex, offsetBy: type.utf8.count)...])
    }
    return String(above)
  }
}
