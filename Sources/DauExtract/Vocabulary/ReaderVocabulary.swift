internal import DauRules
internal import DauText

/// The tables of `rules/` in the form the readers walk.
///
/// Built once and shared; a reader never sees a rule file.
final class ReaderVocabulary: Sendable {
  /// The types of documents by their names, each with its canonical name.
  let documentTypes: PhraseTable<String>
  /// The types by their abbreviations in symbols.
  let typeOfCode: [String: String]
  /// The same in small letters, as some documents print them throughout: `nđ`.
  let typeOfSmallCode: [String: String]
  /// The types by the letters of their names, without marks and blanks.
  let typesByLetters: [String: String]
  /// The units of measurement by the ways they are printed.
  let units: PhraseTable<MeasureUnit>
  /// The units of things that have an extent: lengths, areas, volumes and masses.
  let extents: Set<String>
  /// What is counted.
  let countedNouns: PhraseTable<Void>
  /// Bodies and positions by their names, each in the case of running text.
  let offices: PhraseTable<String>
  /// The bodies by their letters, without marks, case and blanks.
  let officesByLetters: [String: String]
  /// The first words of their names, likewise.
  let bodyHeads: Set<String>
  let positions: PhraseTable<String>
  /// The positions in capitals by their letters, likewise; where two share theirs, none.
  let positionsByLetters: [String: String]
  /// Provinces and districts of two syllables and more, and regions; whether it is a province.
  let places: PhraseTable<Bool>
  /// Names of laws, without `Luật`.
  let lawNames: PhraseTable<Void>
  let surnames: WordSet
  /// The awards, who grants and who receives them.
  let awards: AwardVocabulary
  let statements: StatementPhrases
  let words: CommonWords
  /// The words that a date, a quantity or a citation may begin with, but for numbers in figures.
  let starts: WordFilter
  /// Those of a citation alone.
  let citationStarts: WordFilter

  /// - Throws: the first fault of a family of rules that is read.
  init(rules: RuleBook) throws(RuleError) {
    let cues = try rules.cues()
    let types = DocumentTypes(try rules.documentTypes().entries)
    documentTypes = types.names
    typeOfCode = types.ofCode
    typeOfSmallCode = types.ofSmallCode
    typesByLetters = types.byLetters
    var measures = Measures()
    for unit in try rules.units().entries { measures.insert(unit) }
    units = PhraseTable(measures.units)
    extents = measures.extents
    countedNouns = PhraseTable(measures.countedNouns + (try rules.countedNouns().names))
    let bodies = try rules.offices().names + rules.issuers().entries.flatMap(\.forms)
    offices = PhraseTable(bodies.map { ($0, $0) })
    officesByLetters = Dictionary(bodies.map { (letters(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    bodyHeads = Set(bodies.map { letters(of: String($0.prefix { $0 != " " })) })
    let units = try rules.places().entries.sorted { $0.level == .district && $1.level == .province }
    places = PhraseTable(
      (cues[.region].map { ($0.phrase, false) } + units.map { ($0.name, $0.level == .province) })
        .filter { $0.0.contains(" ") })
    let positionNames = try rules.positions().names
    positions = PhraseTable(positionNames.map { ($0, $0) })
    positionsByLetters = Dictionary(grouping: Set(positionNames.map { $0.uppercased() }), by: letters(of:))
      .compactMapValues { $0.count == 1 ? $0[0] : nil }
    // `Luật Thi đua khen thưởng`: the commas of a law's name are often left out.
    let laws = try rules.laws().names
    lawNames = PhraseTable(laws.map { $0.filter { $0 != "," } } + laws)
    var surnames = cues.words(.surname)
    for name in try rules.names().entries where name.part == .surname { surnames.insert(WordKey(name.syllable)) }
    self.surnames = surnames
    awards = try AwardVocabulary(rules)
    statements = StatementPhrases(cues)
    words = CommonWords(cues)
    var starts = DateScan.starts
    starts.formUnion(QuantityScan.starts)
    citationStarts = CitationScan.starts(documentTypes)
    starts.formUnion(citationStarts)
    self.starts = starts
  }
}

/// The letters of a name without marks, case, blanks and hyphens.
func letters(of name: String) -> String { SearchFolding.fold(name).filter { $0 != " " && $0 != "-" } }
