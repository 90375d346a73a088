/// A letter of the true text with its case, as a small number: the lower-case letters first, then their
/// capitals in the same order, then the digits.
typealias GraphemeID = UInt8

/// The letters that the lexicon is spelled with.
enum Alphabet {
  static let glyphs: [Glyph] = {
    let lower = Glyphs.vowelRows.flatMap { $0 } + Glyphs.of("bcdđfghjklmnpqrstvwxz")
    return lower + lower.map(Glyphs.upper) + Glyphs.of("0123456789")
  }()

  /// The number of lower-case letters, and so the distance from a letter to its capital.
  static let lowerCount = (glyphs.count - 10) / 2
  static let count = glyphs.count

  private static let ids: [Glyph: GraphemeID] = {
    var table: [Glyph: GraphemeID] = [:]
    for (id, glyph) in glyphs.enumerated() { table[glyph] = GraphemeID(id) }
    return table
  }()

  static func id(of glyph: Glyph) -> GraphemeID? { ids[glyph] }

  /// The identifiers of a word, or nil when it has a letter outside the alphabet.
  static func ids(of word: [Glyph]) -> [GraphemeID]? {
    var result: [GraphemeID] = []
    result.reserveCapacity(word.count)
    for glyph in word {
      guard let id = ids[glyph] else { return nil }
      result.append(id)
    }
    return result
  }

  @inline(__always)
  static func isLowerLetter(_ id: GraphemeID) -> Bool { Int(id) < lowerCount }

  /// The number of small vowels, which come first.
  private static let vowelCount = Glyphs.vowelRows.reduce(0) { $0 + $1.count }

  /// Whether a letter is a vowel, small or capital.
  static func isVowel(_ id: GraphemeID) -> Bool {
    let id = Int(id)
    return id < vowelCount || (id >= lowerCount && id < lowerCount + vowelCount)
  }

  @inline(__always)
  static func upper(_ id: GraphemeID) -> GraphemeID { isLowerLetter(id) ? id + GraphemeID(lowerCount) : id }
}

/// Up to three code points that the engine wrote for one letter; 0 is nothing at all.
typealias Output = UInt64

enum Outputs {
  static let empty: Output = 0
  /// The longest output of one letter.
  static let limit = 3

  @inline(__always)
  static func pack(_ glyphs: [Glyph], _ start: Int, _ count: Int) -> Output {
    var packed: Output = 0
    for index in 0..<count { packed |= Output(glyphs[start + index]) << Output(16 * index) }
    return packed
  }

  static func unpack(_ output: Output) -> [Glyph] {
    var glyphs: [Glyph] = []
    var rest = output
    while rest != 0 {
      glyphs.append(Glyph(truncatingIfNeeded: rest))
      rest >>= 16
    }
    return glyphs
  }

  static func length(_ output: Output) -> Int {
    output == 0 ? 0 : output >> 16 == 0 ? 1 : output >> 32 == 0 ? 2 : 3
  }
}
