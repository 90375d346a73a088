/// `abbreviations.tsv`: what the abbreviations of administrative text stand for.
public struct Abbreviations: Sendable {
  /// An abbreviation.
  public struct Entry: Sendable, Equatable {
    /// As it is printed: `UBND`, `KT-XH`.
    public var short: String
    /// What it stands for, the most frequent first.
    public var expansions: [String]
    /// The law, standard or count that it comes from.
    public var source: String
  }

  /// The entries in the order of their abbreviations.
  public let entries: [Entry]
  private let byShort: [String: Int]
  static let columns = ["abbreviation", "expansion", "source"]

  init(_ files: [RuleFile], _ problems: inout Problems) {
    let rows = TSVRows(files, columns: Self.columns, keyWidth: 1, &problems)
    var entries: [Entry] = []
    var byShort: [String: Int] = [:]
    rows.forEach { row in
      let short = row[0]
      let expansions = row.list(1)
      if expansions.isEmpty {
        problems.add(row.table.file, line: row.line, "\"\(short)\" stands for nothing", "write what it stands for")
      }
      byShort[short] = entries.count
      entries.append(Entry(short: short, expansions: expansions, source: row.source))
    }
    rows.checkSorted(&problems)
    self.entries = entries
    self.byShort = byShort
  }

  /// The entry of an abbreviation as printed, case included.
  public subscript(short: String) -> Entry? { byShort[short].map { entries[$0] } }
}
