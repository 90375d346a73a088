/// `confusions.tsv`: how print is misread, by hand, over what the channel tables learned.
public struct Confusions: Sendable {
  /// One misreading.
  public struct Entry: Sendable, Equatable {
    /// What the reader wrote.
    public var ocr: String
    /// What was printed, in lower case unless the confusion is of capitals.
    public var printed: String
    /// Log10 of the probability that the printed text is read so; below 0.
    public var log10Weight: Double
    /// The law, standard or count that it comes from.
    public var source: String
    /// Where the entry stands, as `confusions.tsv:12`.
    public var place: String
  }

  /// The entries in the order of the files.
  public let entries: [Entry]

  static let columns = ["ocr", "true", "log10", "note", "source"]

  init(_ files: [RuleFile], _ problems: inout Problems) {
    let rows = TSVRows(files, columns: Self.columns, keyWidth: 2, &problems)
    var entries: [Entry] = []
    rows.forEach { row in
      let weight = Double(row[2])
      if weight == nil || !weight!.isFinite || weight! > 0 {
        problems.add(
          row.table.file, line: row.line, "\"\(row[2])\" is no log10 of a probability", "write a number from -9 to 0")
      }
      if row[1].isEmpty {
        problems.add(row.table.file, line: row.line, "what \"\(row[0])\" was is missing", "fill in the second column")
      }
      entries.append(
        Entry(
          ocr: row[0], printed: row[1], log10Weight: weight ?? 0, source: row.source,
          place: "confusions.tsv:\(row.line)"))
    }
    self.entries = entries
  }
}
