import DauLanguage
import DauRules
import Foundation

/// The syllables of personal names, for the lattice by word and for the text by letters.
struct PersonalNames: Sendable {
  /// Of names, those that have a word for their middle; the others have the given name behind the surname.
  private static let middleShare: Float = 0.8
  /// What an entry by hand counts for.
  private static let leastCount: Float = 0.5

  /// By letters as they are printed: a bit for each part that they are.
  private var parts: [[Glyph]: UInt8] = [:]
  /// The words that stand before names, and the surnames, in small letters without marks.
  private var bareTitles: Set<[Glyph]> = []
  private var bareSurnames: Set<[Glyph]> = []
  /// The two words that positions begin with, alike.
  private let barePositionHeads: Set<[[Glyph]]>
  /// By word: the share of the names that have it as this part.
  private var surnames = [Float](repeating: 0, count: 1 << 16)
  private var middles = [Float](repeating: 0, count: 1 << 16)
  private var givens = [Float](repeating: 0, count: 1 << 16)

  /// - Complexity: O(*n*) in the entries.
  init(_ names: Names?, positions: [String] = [], model: LanguageModel) {
    let positions = positions.map { name in
      name.split(separator: " ").map { word in Glyphs.of(word).filter(Glyphs.isLetter).map(Glyphs.plain) }
    }
    barePositionHeads = Set(positions.filter { $0.count > 1 }.map { Array($0.prefix(2)) })
    let entries = names?.entries ?? []
    var totals = [Float](repeating: 0, count: Names.Part.allCases.count)
    for entry in entries { totals[Self.number(of: entry.part)] += max(Self.leastCount, Float(entry.count)) }
    parts.reserveCapacity(entries.count)
    for entry in entries {
      let part = Self.number(of: entry.part)
      let syllable = Glyphs.of(entry.syllable)
      parts[syllable, default: 0] |= 1 << part
      if entry.part == .title { bareTitles.insert(syllable.map(Glyphs.plain)) }
      if entry.part == .surname { bareSurnames.insert(syllable.map(Glyphs.plain)) }
      guard let word = model.id(of: Glyphs.string(syllable.map(Glyphs.lower))) else { continue }
      let share = max(Self.leastCount, Float(entry.count)) / totals[part]
      switch entry.part {
      case .surname: surnames[Int(word.rawValue)] = share
      case .middle: middles[Int(word.rawValue)] = share
      case .given: givens[Int(word.rawValue)] = share
      case .title: break
      }
    }
  }

  private static func number(of part: Names.Part) -> Int {
    switch part {
    case .surname: 0
    case .middle: 1
    case .given: 2
    case .title: 3
    }
  }

  /// Whether a word stands behind another in a name.
  func mayFollow(_ word: WordID) -> Bool {
    middles[Int(word.rawValue)] > 0 || givens[Int(word.rawValue)] > 0
  }

  /// log10 P(`second` | `first`) inside a personal name; nil where the first is no surname or middle name, or the second never
  /// stands behind one.
  func log10(_ second: WordID, after first: WordID) -> Float? {
    let (first, second) = (Int(first.rawValue), Int(second.rawValue))
    var share: Float = 0
    if surnames[first] > 0 { share = Self.middleShare * middles[second] + (1 - Self.middleShare) * givens[second] }
    if middles[first] > 0 { share = max(share, givens[second]) }
    return share > 0 ? Foundation.log10(share) : nil
  }

  /// log10 of the share of names that have a word as a part; nil where none has.
  func log10(_ word: WordID, as part: Names.Part) -> Float? {
    let at = Int(word.rawValue)
    let share: Float =
      switch part {
      case .surname: surnames[at]
      // Between surname and given name stand second syllables of given names too.
      case .middle: Self.middleShare * middles[at] + (1 - Self.middleShare) * givens[at]
      case .given: givens[at]
      case .title: 0
      }
    return share > 0 ? Foundation.log10(share) : nil
  }

  /// Whether a word is listed as a part of names, as it is printed.
  func has(_ word: [Glyph], as part: Names.Part) -> Bool {
    (parts[word] ?? 0) >> Self.number(of: part) & 1 != 0
  }

  /// Whether a word may be one that stands before names, by its letters without case and marks.
  func mayBeTitle(_ word: [Glyph]) -> Bool { bareTitles.contains(word.map(Glyphs.plain)) }

  /// The same of a surname.
  func mayBeSurname(_ word: [Glyph]) -> Bool { bareSurnames.contains(word.map(Glyphs.plain)) }

  /// Whether two words, given without case and marks, may begin a position.
  func mayBeginPosition(_ first: [Glyph], _ second: [Glyph]) -> Bool { barePositionHeads.contains([first, second]) }

  /// Whether a word, in any case, stands before names.
  func isTitle(_ word: [Glyph]) -> Bool { has(word.map(Glyphs.lower), as: .title) }
}
