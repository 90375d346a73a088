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
  /// Where its cells come from.
  public var source: Source

  /// By its name, which stands for the same in every table.
  public var type: CellType {
    switch name {
    case "page", "pages", "line", "start", "end", "count", "words", "changed", "records": .integer
    case "value", "low", "high", "out_of", "plan_percent", "previous_percent", "change_percent", "change_value",
      "stated",
      "computed", "confidence":
      .number
    case "resolved", "grassroots", "total", "holds": .boolean
    default: .string
    }
  }

  /// The field of the record that it shows, when it is one.
  public var field: String? {
    switch source {
    case .field(let path): path.first
    case .headerPath(let name): name
    case .archive: nil
    }
  }
}

/// The columns of the tables in which records are written out; `docs/records.md` says what each holds.
public enum RecordColumns {
  private static func same(_ names: String...) -> [TableColumn] {
    names.map { TableColumn(name: $0, source: .field([$0])) }
  }

  private static let place =
    same("document") + [
      TableColumn(
        name: "file", source: .archive(holds: "The first of the document's files by name.", example: "02-bao-cao.txt")),
      TableColumn(
        name: "document_symbol",
        source: .archive(holds: "The symbol of the document it was read from.", example: "214/BC-UBND")),
      TableColumn(
        name: "document_issued",
        source: .archive(holds: "The day the document it was read from was issued (EDTF).", example: "2018-12-28")),
    ] + same("page", "line", "section") + [
      TableColumn(name: "start", source: .field(["span", "0"])),
      TableColumn(name: "end", source: .field(["span", "1"])),
    ] + same("text", "source_text", "confidence")

  /// The columns of a kind's own fields, in the order of the records contract.
  public static func fields(of kind: Record.Kind) -> [TableColumn] {
    switch kind {
    case .date: same("edtf", "qualifier", "resolved", "issue")
    case .quantity: same("value", "low", "high", "unit", "of", "bound", "out_of", "issue")
    case .target:
      same("subject", "verb", "comparator", "value", "low", "high", "unit", "of", "out_of") + [
        TableColumn(name: "deadline", source: .field(["deadline", "edtf"])),
        TableColumn(name: "deadline_qualifier", source: .field(["deadline", "qualifier"])),
      ]
    case .indicator:
      same(
        "subject", "value", "unit", "of", "bound", "period", "plan_percent", "previous_percent", "change_percent",
        "change_value")
    case .award:
      same(
        "award", "grantor", "recipient", "count", "category", "grassroots", "total", "occasion", "period")
        + ["row", "column"].map { TableColumn(name: $0, source: .headerPath($0)) } + same("decision", "grade")
    case .citation: same("type", "number", "symbol", "date", "issuer", "title", "key", "provisions")
    case .audit: same("relation", "stated", "computed", "unit", "holds", "note", "members")
    }
  }

  /// The columns of the table of a kind: its own fields, then the place.
  public static func columns(of kind: Record.Kind) -> [TableColumn] { fields(of: kind) + place }

  /// The header of the table of a kind.
  public static func header(of kind: Record.Kind) -> [String] { columns(of: kind).map(\.name) }

  /// The cells of one record under ``header(of:)``.
  public static func cells(of record: StoredRecord, kind: Record.Kind) throws -> [String] {
    let json = try JSONValue(json: record.json)
    return columns(of: kind).map { column in
      switch column.source {
      case .field(let path): json.value(at: path)?.cell ?? ""
      case .headerPath(let name):
        if case .array(let labels)? = json[name] { labels.map(\.cell).joined(separator: "/") } else { "" }
      case .archive:
        switch column.name {
        case "file": record.file
        case "document_symbol": record.symbol ?? ""
        default: record.issued ?? ""
        }
      }
    }
  }

  /// The columns of the table of documents.
  public static let documentColumns =
    [TableColumn(name: "document", source: .field(["id"]))]
    + same("file", "type", "number", "symbol", "issuer", "place", "issued", "title") + [
      TableColumn(name: "signer_position", source: .field(["signer", "position"])),
      TableColumn(name: "signer_name", source: .field(["signer", "name"])),
    ] + same("recipients", "pages") + [
      TableColumn(name: "words", source: .archive(holds: "The number of its words.", example: "1204")),
      TableColumn(
        name: "changed", source: .archive(holds: "How many of its words restoration changed.", example: "987")),
      TableColumn(name: "records", source: .archive(holds: "The number of its records.", example: "112")),
    ] + same("rules")

  /// The header of the table of documents.
  public static var documentHeader: [String] { documentColumns.map(\.name) }

  /// The cells of one document under ``documentHeader``.
  public static func cells(of document: StoredDocument) throws -> [String] {
    let json = try JSONValue(json: document.json)
    return documentColumns.map { column in
      switch (column.name, column.source) {
      // The archive's own: a document may have been stored under another name than it was read under.
      case ("document", _): document.id.description
      case ("file", _): document.file
      case (_, .field(let path)): json.value(at: path)?.cell ?? ""
      case ("words", _): "\(document.wordCount)"
      case ("changed", _): "\(document.changedCount)"
      default: "\(document.recordCount)"
      }
    }
  }
}
