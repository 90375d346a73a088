/// `places.tsv` and `communes.tsv`: the administrative units of Viet Nam, before and after 1 July 2025.
public struct Places: Sendable {
  /// The level of administration; districts ended on 30 June 2025.
  public enum Level: String, Sendable, CaseIterable {
    case province, district, commune
  }

  /// A unit, for as long as its name and the unit above it stayed the same.
  public struct Entry: Sendable, Equatable {
    /// The proper name: `Lạng Sơn`.
    public var name: String
    /// The level of administration.
    public var level: Level
    /// What it is: `Tỉnh`, `Thành phố`, `Huyện`, `Xã`.
    public var type: String
    /// The unit above with its type: `Tỉnh Lạng Sơn`; empty for provinces.
    public var parent: String
    /// The first day it is valid, where that is known.
    public var validFrom: String?
    /// The last day it was valid; `nil` for one that still is.
    public var validUntil: String?
    /// The law, standard or count that it comes from.
    public var source: String
  }

  /// The entries in the order of the files.
  public let entries: [Entry]

  static let columns = ["name", "level", "type", "parent", "from", "until", "source"]

  init(_ files: [RuleFile], _ problems: inout Problems) {
    let rows = TSVRows(files, columns: Self.columns, keyWidth: 4, &problems)
    var entries: [Entry] = []
    entries.reserveCapacity(rows.count)
    let isThorough = problems.isThorough
    rows.forEach { row in
      let level = Level(rawValue: row[1])
      if level == nil {
        problems.add(row.table.file, line: row.line, "\"\(row[1])\" is no level", "use province, district or commune")
      }
      func date(_ column: Int) -> String? {
        let text = row[column]
        if text.isEmpty { return nil }
        if !isDate(text) {
          problems.add(row.table.file, line: row.line, "\"\(text)\" is no date", "write it as 2025-06-30")
        }
        return text
      }
      let entry = Entry(
        name: row[0], level: level ?? .commune, type: row[2], parent: row[3], validFrom: date(4), validUntil: date(5),
        source: row.source)
      if isThorough, entry.type.isEmpty {
        problems.add(row.table.file, line: row.line, "\"\(entry.name)\" has no type", "write Tỉnh, Huyện, Xã, ...")
      }
      if isThorough, level != .province, entry.parent.isEmpty {
        problems.add(row.table.file, line: row.line, "\"\(entry.name)\" has no parent", "write the unit above it")
      }
      entries.append(entry)
    }
    self.entries = entries
  }
}
