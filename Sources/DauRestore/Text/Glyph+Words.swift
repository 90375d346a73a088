import DauText

/// Words as code points, compared.
extension Glyphs {
  /// The number of letters to change, add or take away (Levenshtein).
  ///
  /// - Complexity: O(*n* · *m*).
  static func distance(_ a: [Glyph], _ b: [Glyph]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let substituted = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, min(row[j + 1], row[j]) + 1)
      }
    }
    return row[b.count]
  }

  /// A number that tells a text from all others of at most 16 letters but for one pair in 2^32 (FNV-1a).
  static func key(of text: some Sequence<Glyph>) -> UInt64 {
    var key = FNV1a()
    for glyph in text { key.combine(glyph) }
    return key.value
  }
}
