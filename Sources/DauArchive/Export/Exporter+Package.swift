import DauExtract
public import Foundation

extension Exporter {
  /// Writes the tables of ``tables(_:to:csv:replacing:)`` with the types of their columns: `datapackage.json` (Data Package
  /// and Table Schema, frictionless.io) and `to-parquet.sql`, which makes Parquet files of them with DuckDB.
  ///
  /// Cells are as they stand in the records: types keep them from being taken for formulas.
  ///
  /// - Returns: The files written.
  public func package(_ filter: DocumentFilter, to folder: URL, replacing: Bool) throws -> [URL] {
    let described = ["datapackage.json", "to-parquet.sql"].map { folder.appending(path: $0) }
    if !replacing {
      for url in described where FileManager.default.fileExists(atPath: url.path) {
        throw ArchiveError.fileExists(path: url.relativePath)
      }
    }
    let tables = try tables(filter, to: folder, csv: CSV(guardsFormulas: false), replacing: replacing)
    for (url, text) in zip(described, [Self.dataPackage.prettyJSON + "\n", Self.parquetScript]) {
      let file = try AtomicFile(url, replacing: replacing)
      try file.write(text)
      try file.commit()
    }
    return tables + described
  }

  /// The tables with their columns, in the order in which they are written.
  static var packagedTables: [(name: String, columns: [TableColumn])] {
    [("documents", RecordColumns.documentColumns)]
      + Record.Kind.allCases.map { (tableName($0), RecordColumns.columns(of: $0)) }
  }

  private static var dataPackage: JSONValue {
    .object([
      "name": .string("dau-archive"), "profile": .string("tabular-data-package"),
      "resources": .array(
        packagedTables.map { table in
          .object([
            "name": .string(table.name), "path": .string(table.name + ".csv"),
            "profile": .string("tabular-data-resource"), "encoding": .string("utf-8"),
            "dialect": .object(["delimiter": .string(","), "lineTerminator": .string("\r\n")]),
            "schema": .object([
              "fields": .array(
                table.columns.map {
                  .object(["name": .string($0.name), "type": .string($0.type.rawValue)])
                }), "missingValues": .array([.string("")]),
            ]),
          ])
        }),
    ])
  }

  /// Run in the folder: `duckdb < to-parquet.sql`.
  private static var parquetScript: String {
    packagedTables.map { table in
      let columns = table.columns.map { "'\($0.name)': '\($0.type.sql)'" }.joined(separator: ", ")
      return """
        COPY (SELECT * FROM read_csv('\(table.name).csv', auto_detect = false, header = true, delim = ',', quote = '"',
          escape = '"', nullstr = '', columns = {\(columns)}))
        TO '\(table.name).parquet' (FORMAT parquet);

        """
    }.joined(separator: "\n")
  }
}
