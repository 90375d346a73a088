public import DauExtract
import DauIngest

/// The columns of the tables in which records are written out; `docs/archive.md` says what each holds.
public enum RecordColumns {
  /// The columns of the place, the same for every kind.
  private static let place = [
    "document", "file", "document_symbol", "document_issued", "page", "line", "section", "start", "end", "text",
    "source_text", "confidence",
  ]

  /// The fields of a kind, in the order of the records contract.
  public static func fields(of kind: Record.Kind) -> [String] {
    switch kind {
    case .date: ["edtf", "qualifier", "resolved", "issue"]
    case .quantity: ["value", "low", "high", "unit", "of", "bound", "out_of"]
    case .target:
      [
        "subject", "verb", "comparator", "value", "low", "high", "unit", "of", "out_of", "deadline",
        "deadline_qualifier",
      ]
    case .indicator:
      [
        "subject", "value", "unit", "of", "bound", "period", "plan_percent", "previous_percent", "change_percent",
        "change_value",
      ]
    case .award:
      [
        "award", "grantor", "recipient", "count", "category", "grassroots", "total", "occasion", "period", "row",
        "column",
      ]
    case .citation: ["type", "number", "symbol", "date", "issuer", "title"]
    case .audit: ["relation", "stated", "computed", "unit", "holds", "note", "members"]
    }
  }

  /// The header of the table of a kind.
  public static func header(of kind: Record.Kind) -> [String] { fields(of: kind) + place }

  /// The cells of one record under ``header(of:)``.
  public static func cells(of record: StoredRecord, kind: Record.Kind) throws -> [String] {
    let json = try JSONValue(json: record.json)
    func cell(_ name: String) -> String {
      if name == "deadline_qualifier" { return json["deadline"]?["qualifier"]?.cell ?? "" }
      return json[name]?.cell ?? ""
    }
    var span = ("", "")
    if case .array(let ends)? = json["span"], ends.count == 2 { span = (ends[0].cell, ends[1].cell) }
    return fields(of: kind).map(cell) + [
      record.document.description, record.file, record.symbol ?? "", record.issued ?? "", cell("page"), cell("line"),
      cell("section"), span.0, span.1, cell("text"), cell("source_text"), cell("confidence"),
    ]
  }

  /// The header of the table of documents.
  public static let documentHeader = [
    "document", "file", "type", "number", "symbol", "issuer", "place", "issued", "title", "signer_position",
    "signer_name", "recipients", "pages", "words", "changed", "records", "rules",
  ]

  /// The cells of one document under ``documentHeader``.
  public static func cells(of document: StoredDocument) throws -> [String] {
    let json = try JSONValue(json: document.json)
    func cell(_ name: String) -> String { json[name]?.cell ?? "" }
    return [
      document.id.description, document.file, cell("type"), cell("number"), cell("symbol"), cell("issuer"),
      cell("place"), cell("issued"), cell("title"), json["signer"]?["position"]?.cell ?? "",
      json["signer"]?["name"]?.cell ?? "", cell("recipients"), cell("pages"), "\(document.wordCount)",
      "\(document.changedCount)", "\(document.recordCount)", cell("rules"),
    ]
  }
}
