/// A list of names that stand in documents as they are written here: `laws.tsv`, `offices.tsv`,
/// `positions.tsv`, `counted-nouns.tsv`, `dictionary-words.tsv`.
public struct NameList: Sendable {
  /// The names, in the order of the file, in the case of running text.
  public let names: [String]
  /// By name: where it stands, as `positions.tsv:12`.
  public let places: [String]

  /// - Parameter isBare: whether names are words in the letters a to z.
  init(_ files: [RuleFile], column: String, isBare: Bool = false, _ problems: inout Problems) {
    var names: [String] = []
    var places: [String] = []
    TSVRows(files, columns: [column, "source"], keyWidth: 1, &problems).forEach { row in
      if isBare, !row[0].utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
        problems.add(
          row.table.file, line: row.line, "\"\(row[0])\" is no word in small letters without marks",
          "write it in the letters a to z")
      }
      names.append(row[0])
      places.append("\(row.table.file.lastName):\(row.line)")
    }
    self.names = names
    self.places = places
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
  /// `dictionary-words.tsv`: words of other languages, in small letters without marks.
  static func dictionaryWords(_ files: [RuleFile], _ problems: inout Problems) -> NameList {
    NameList(files, column: "word", isBare: true, &problems)
  }
}
