public import DauExtract
import DauIngest

/// A column of a table, with where its cells come from.
public struct TableColumn: Sendable, Equatable {
  /// Where the cells of a column come from.
  public enum Source: Sendable, Equatable {
    /// A member of the record: the names on the way to it, numbers for elements of a list.
    case field([String])
    /// A member that is a header path, shown with `/` between its labels.
    case headerPath(String)
    /// What the archive knows about the document beyond the record.
    case archive(holds: String, example: String)
  }

  /// What its cells hold, in the words of Table Schema.
  public enum CellType: String, Sendable {
    case string, integer, number, boolean

    /// The type of SQL that holds such cells exactly: numbers of documents are decimal.
    var sql: String {
      switch self {
      case .string: "VARCHAR"
      case .integer: "BIGINT"
      case .number: "DECIMAL(38, 10)"
      case .boolean: "BOOLEAN"
      }
    }
  }

  /// The name in the first row.
  public var name: String
  /// What its cells hold.
  public var type: CellType
  /// Where its cells come from.
  public var source: Source

  /// The field of the record that it shows, when it is one.
  public var field: String? {
    switch source {
    case .field(let path): path.first
    case .headerPath(let name): name
    case .archive: nil
    }
  }
}

/// A column together with what fills it, so that no column can show the value of another.
private struct FilledColumn<Row>: Sendable {
  let column: TableColumn
  /// The cell of a row, whose JSON has been read.
  let cell: @Sendable (_ row: Row, _ json: JSONValue) -> String

  /// A member of the record, of the same name unless the way to it is given.
  static func field(
    _ name: String, _ type: TableColumn.CellType = .string, at path: [String]? = nil
  ) -> FilledColumn {
    let path = path ?? [name]
    return FilledColumn(column: TableColumn(name: name, type: type, source: .field(path))) { _, json in
      json.value(at: path)?.cell ?? ""
    }
  }

  /// A member of the record that the archive knows better: a document may have been stored under another name than it was
  /// read under.
  static func kept(
    _ name: String, of field: String, _ value: @escaping @Sendable (Row) -> String
  ) -> FilledColumn {
    FilledColumn(column: TableColumn(name: name, type: .string, source: .field([field]))) { row, _ in value(row) }
  }

  static func headerPath(_ name: String) -> FilledColumn {
    FilledColumn(column: TableColumn(name: name, type: .string, source: .headerPath(name))) { _, json in
      if case .array(let labels)? = json[name] { labels.map(\.cell).joined(separator: "/") } else { "" }
    }
  }

  static func archive(
    _ name: String, _ type: TableColumn.CellType = .string, holds: String, example: String,
    _ value: @escaping @Sendable (Row) -> String
  ) -> FilledColumn {
    FilledColumn(
      column: TableColumn(name: name, type: type, source: .archive(holds: holds, example: example))
    ) { row, _ in value(row) }
  }
}

/// The columns of the tables in which records are written out; `docs/records.md` says what each holds.
public enum RecordColumns {
  private static let place: [FilledColumn<StoredRecord>] = [
    .field("document"),
    .archive("file", holds: "The first of the document's files by name.", example: "02-bao-cao.txt") { $0.file },
    .archive("document_symbol", holds: "The symbol of the document it was read from.", example: "214/BC-UBND") {
      $0.symbol ?? ""
    },
    .archive(
      "document_issued", holds: "The day the document it was read from was issued (EDTF).", example: "2018-12-28"
    ) { $0.issued ?? "" },
    .field("page", .integer), .field("line", .integer), .field("section"),
    .field("start", .integer, at: ["span", "0"]), .field("end", .integer, at: ["span", "1"]), .field("text"),
    .field("source_text"), .field("confidence", .number),
  ]

  private static func own(_ kind: Record.Kind) -> [FilledColumn<StoredRecord>] {
    switch kind {
    case .date: [.field("edtf"), .field("qualifier"), .field("resolved", .boolean), .field("issue")]
    case .quantity:
      [
        .field("value", .number), .field("low", .number), .field("high", .number), .field("unit"), .field("of"),
        .field("bound"), .field("out_of", .number), .field("issue"),
      ]
    case .target:
      [
        .field("subject"), .field("verb"), .field("comparator"), .field("value", .number), .field("low", .number),
        .field("high", .number), .field("unit"), .field("of"), .field("out_of", .number),
        .field("deadline", at: ["deadline", "edtf"]),
        .field("deadline_qualifier", at: ["deadline", "qualifier"]),
      ]
    case .indicator:
      [
        .field("subject"), .field("value", .number), .field("unit"), .field("of"), .field("bound"), .field("period"),
        .field("plan_percent", .number), .field("previous_percent", .number), .field("change_percent", .number),
        .field("change_value", .number), .field("low", .number), .field("high", .number),
      ]
    case .award:
      [
        .field("award"), .field("grantor"), .field("recipient"), .field("count", .integer), .field("category"),
        .field("grassroots", .boolean), .field("total", .boolean), .field("occasion"), .field("period"),
        .headerPath("row"), .headerPath("column"), .field("decision"), .field("grade"),
      ]
    case .citation:
      [
        .field("type"), .field("number"), .field("symbol"), .field("date"), .field("issuer"), .field("title"),
        .field("key"), .field("provisions"),
      ]
    case .audit:
      [
        .field("relation"), .field("stated", .number), .field("computed", .number), .field("unit"),
        .field("holds", .boolean), .field("note"), .field("members"),
      ]
    }
  }

  /// Made once: rows are many.
  private static let all = Dictionary(uniqueKeysWithValues: Record.Kind.allCases.map { ($0, own($0) + place) })

  /// The columns of a kind's own fields, in the order of the records contract.
  public static func fields(of kind: Record.Kind) -> [TableColumn] { own(kind).map(\.column) }

  /// The columns of the table of a kind: its own fields, then the place.
  public static func columns(of kind: Record.Kind) -> [TableColumn] { all[kind]!.map(\.column) }

  /// The header of the table of a kind.
  public static func header(of kind: Record.Kind) -> [String] { columns(of: kind).map(\.name) }

  /// The cells of one record under ``header(of:)``.
  public static func cells(of record: StoredRecord, kind: Record.Kind) throws -> [String] {
    let json = try JSONValue(json: record.json)
    return all[kind]!.map { $0.cell(record, json) }
  }

  private static let document: [FilledColumn<StoredDocument>] = [
    .kept("document", of: "id") { $0.id.description }, .kept("file", of: "file") { $0.file }, .field("type"),
    .field("number"), .field("symbol"), .field("issuer"), .field("place"), .field("issued"), .field("title"),
    .field("signer_position", at: ["signer", "position"]), .field("signer_name", at: ["signer", "name"]),
    .field("recipients"), .field("pages", .integer),
    .archive("words", .integer, holds: "The number of its words.", example: "1204") { "\($0.wordCount)" },
    .archive("changed", .integer, holds: "How many of its words restoration changed.", example: "987") {
      "\($0.changedCount)"
    },
    .archive("records", .integer, holds: "The number of its records.", example: "112") { "\($0.recordCount)" },
    .field("rules"),
  ]

  /// The columns of the table of documents.
  public static let documentColumns = document.map(\.column)

  /// The header of the table of documents.
  public static var documentHeader: [String] { documentColumns.map(\.name) }

  /// The cells of one document under ``documentHeader``.
  public static func cells(of document: StoredDocument) throws -> [String] {
    let json = try JSONValue(json: document.json)
    return Self.document.map { $0.cell(document, json) }
  }
}
