import DauArchive
import DauText

extension JSONValue {
  /// Repairs as `[{"kind": "TCVN3", "count": 12, "first_line": 3}]`; the count is of lines for encodings, else of words.
  static func list(of repairs: [TextRepair]) -> JSONValue {
    .array(
      repairs.map { repair in
        .object([
          "kind": .string(repair.code), "count": .integer(repair.count), "first_line": .integer(repair.firstLine),
        ])
      })
  }
}
