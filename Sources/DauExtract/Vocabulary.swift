internal import DauRules

/// The tables of `rules/` in the form the readers walk.
///
/// Built once and shared; a reader never sees a rule file.
struct Vocabulary: Sendable {
  /// The types of documents by their names, each with its canonical name.
  private(set) var documentTypes: PhraseTable<String>
  /// The types by their abbreviations in symbols.
  private(set) var typeOfCode: [String: String]
  /// The units of measurement by the ways they are printed.
  private(set) var units: PhraseTable<MeasureUnit>
  /// What is counted.
  private(set) var countedNouns: PhraseTable<Void>
  /// Bodies and positions by their names, each in the case of running text.
  private(set) var offices: PhraseTable<String>
  private(set) var positions: PhraseTable<String>
  /// Names of laws, without `Luật`.
  private(set) var lawNames: PhraseTable<Void>
  private(set) var surnames: WordSet

  /// The awards, who grants and who receives them.
  private(set) var awards = AwardVocabulary()

  /// - Throws: the first fault of a family of rules that is read.
  init(rules: RuleBook) throws(RuleError) {
    self = .builtIn
    for type in try rules.documentTypes().entries {
      for form in type.forms { documentTypes.insert(form, type.name) }
      for code in [type.abbreviation].compactMap(\.self) + type.oldAbbreviations { typeOfCode[code] = type.name }
    }
    for unit in try rules.units().entries { insert(unit) }
    for issuer in try rules.issuers().entries { for form in issuer.forms { offices.insert(form, form) } }
    for law in try rules.laws().names { lawNames.insert(law, ()) }
    for position in try rules.positions().names { positions.insert(position, position) }
    for noun in try rules.countedNouns().names { countedNouns.insert(noun, ()) }
    for name in try rules.names().entries where name.part == .surname { surnames.insert(WordKey(name.syllable)) }
    awards = try AwardVocabulary(rules)
  }

  /// Counted nouns and units whose numbers are taken as printed; a week stays a week, and `điểm` is counted, while
  /// the point of a percentage is a unit of its own.
  private mutating func insert(_ unit: Unit) {
    switch unit.kind {
    case .count: for form in unit.forms { countedNouns.insert(form, ()) }
    case .rank, .score: break
    case .share, .money, .length, .area, .volume, .mass, .transport, .time:
      guard let scale = DecimalNumber(unit.scale) else { return }
      let isTime = unit.kind == .time
      if isTime, scale != DecimalNumber(1) || !["year", "month", "day"].contains(unit.code) { return }
      for form in unit.forms where !form.hasPrefix("điểm ") {
        units.insert(form, MeasureUnit(name: unit.code, scale: scale, isTime: isTime))
      }
    }
  }

  private init() {
    typeOfCode = Tables.typeOfCode
    surnames = Tables.surnames
    documentTypes = PhraseTable(Tables.documentTypes.map { ($0, $0) })
    units = PhraseTable(Tables.units)
    countedNouns = PhraseTable()
    offices = PhraseTable(Tables.offices.map { ($0, $0) })
    lawNames = PhraseTable()
    positions = PhraseTable()
  }

  private static let builtIn = Vocabulary()
}

/// Word lists of the genre.
enum Tables {}
