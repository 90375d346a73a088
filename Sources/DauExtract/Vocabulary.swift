internal import DauRules

/// The tables of `rules/` in the form the readers walk.
///
/// Built once and shared; a reader never sees a rule file.
struct Vocabulary: Sendable {
  /// The types of documents by their names, each with its canonical name.
  let documentTypes: PhraseTable<String>

  init(rules: RuleBook) { self = .builtIn }

  private init() {
    documentTypes = PhraseTable(Tables.documentTypes.map { ($0, $0) })
  }

  static let builtIn = Vocabulary()
}

/// Word lists of the genre.
enum Tables {}
