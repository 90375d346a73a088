/// `document-codes.tsv`: what stands behind the number in the symbol of a document: `NĐ-CP`, `QĐ-TTg`.
public struct DocumentCodes: Sendable {
  /// A code.
  public struct Entry: Sendable, Equatable {
    /// As it is printed.
    public var code: String
    /// How often it was counted in legal text; 0 where it was added by hand.
    public var count: Int
    /// The law, standard or count that it comes from.
    public var source: String
  }

  /// The entries in the order of their codes.
  public let entries: [Entry]
  private let byCode: [String: Int]

  static let columns = ["code", "count", "source"]

  init(_ files: [RuleFile], _ problems: inout Problems) {
    let rows = TSVRows(files, columns: Self.columns, keyWidth: 1, &problems)
    var entries: [Entry] = []
    var byCode: [String: Int] = [:]
    rows.forEach { row in
      byCode[row[0]] = entries.count
      entries.append(Entry(code: row[0], count: row.count(1, &problems), source: row.source))
    }
    rows.checkSorted(&problems)
    self.entries = entries
    self.byCode = byCode
  }

  /// The entry of a code as printed, case included.
  public subscript(code: String) -> Entry? { byCode[code].map { entries[$0] } }
}
