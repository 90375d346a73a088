internal import DauRules

/// The tables of `rules/` in the form the readers walk.
///
/// Built once and shared; a reader never sees a rule file.
struct Vocabulary: Sendable {
  /// The types of documents by their names, each with its canonical name.
  let documentTypes: PhraseTable<String>
  /// The units of measurement by the ways they are printed.
  let units: PhraseTable<MeasureUnit>
  /// What is counted.
  let countedNouns: PhraseTable<Void>
  /// Bodies and positions by their names, each in the case of running text.
  let offices: PhraseTable<String>
  let positions: PhraseTable<String>
  /// Names of laws, without `Luật`.
  let lawNames: PhraseTable<Void>

  /// The awards, who grants and who receives them.
  private(set) var awards = AwardVocabulary()

  /// - Throws: the first fault of a family of rules that is read.
  init(rules: RuleBook) throws(RuleError) {
    self = .builtIn
    awards = try AwardVocabulary(rules)
  }

  private init() {
    documentTypes = PhraseTable(Tables.documentTypes.map { ($0, $0) })
    units = PhraseTable(Tables.units)
    countedNouns = PhraseTable(Tables.countedNouns)
    offices = PhraseTable(Tables.offices.map { ($0, $0) })
    lawNames = PhraseTable(Tables.lawNames)
    positions = PhraseTable(Tables.positions.map { ($0, $0) })
  }

  static let builtIn = Vocabulary()
}

/// Word lists of the genre.
enum Tables {}
