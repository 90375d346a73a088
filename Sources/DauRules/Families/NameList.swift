/// A list of names that stand in documents as they are written here: `laws.tsv`, `offices.tsv`,
/// `positions.tsv`, `counted-nouns.tsv`.
public struct NameList: Sendable {
  /// The names, in the order of the file, in the case of running text.
  public let names: [String]

  init(_ files: [RuleFile], column: String, _ problems: inout Problems) {
    var names: [String] = []
    TSVRows(files, columns: [column, "source"], keyWidth: 1, &problems).forEach { names.append($0[0]) }
    self.names = names
  }

  /// `laws.tsv`: names of laws, without the word for a law.
  static func laws(_ files: [RuleFile], _ problems: inout Problems) -> NameList {
    NameList(files, column: "law", &problems)
  }
  /// `offices.tsv`: bodies and their parts.
  static func offices(_ files: [RuleFile], _ problems: inout Problems) -> NameList {
    NameList(files, column: "office", &problems)
  }
  /// `positions.tsv`: whoever signs.
  static func positions(_ files: [RuleFile], _ problems: inout Problems) -> NameList {
    NameList(files, column: "position", &problems)
  }
  /// `counted-nouns.tsv`: what documents count.
  static func countedNouns(_ files: [RuleFile], _ problems: inout Problems) -> NameList {
    NameList(files, column: "noun", &problems)
  }
}
