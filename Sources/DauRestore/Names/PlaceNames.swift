public import DauRules

/// The names of administrative units, by province.
public struct PlaceNames: Sendable {
  struct Name: Sendable {
    /// Its syllables in small letters.
    var words: [String]
    /// The province that it lies in, or is.
    var province: String
  }

  let names: [Name]

  /// - Complexity: O(*n*) in the entries.
  public init(_ places: Places) {
    names = places.entries.compactMap { entry in
      let words = entry.name.split { $0 == " " || $0 == "-" }.map { $0.lowercased() }
      guard words.count > 1 else { return nil }
      let above = entry.parent.split(separator: ", ").last.map(String.init) ?? entry.name
      let type = ["Tỉnh ", "Thành phố "].first { above.hasPrefix($0) } ?? ""
      return Name(words: words, province: String(above.dropFirst(type.count)))
    }
  }
}
