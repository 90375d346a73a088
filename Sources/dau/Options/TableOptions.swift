import ArgumentParser
import DauArchive

/// How a table of comma-separated values is written.
struct TableOptions: ParsableArguments {
  @Flag(help: "Leave cells that look like spreadsheet formulas as they are.")
  var rawCells = false
  @Flag(help: "Begin --csv with a byte order mark, by which spreadsheets know UTF-8.")
  var bom = false

  var csv: CSV { CSV(guardsFormulas: !rawCells, marksEncoding: bom) }

  /// - Parameter option: what asks for a table, such as `--csv`.
  /// - Throws: when these options are given and no table is asked for.
  func require(_ isAsked: Bool, _ option: String) throws {
    guard !isAsked else { return }
    for (name, isGiven) in [("--raw-cells", rawCells), ("--bom", bom)] where isGiven {
      throw ValidationError("\(name) says how --csv is written; add \(option)")
    }
  }
}
