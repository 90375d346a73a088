public import DauIngest
import DauText
import Foundation
import GRDB

extension SQLiteStore {
  private static let firstName = "(SELECT min(path) FROM file f WHERE f.document = d.key)"

  public func documents(matching filter: DocumentFilter) throws -> [StoredDocument] {
    var clause = SQLClause()
    if let name = filter.name { clause.addDocument(name) }
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT d.id, json_set(d.json, '$.file', \(Self.firstName)) AS json, d.byte_count, d.word_count,
            d.changed_count, coalesce(\(Self.firstName), '') AS file,
            (SELECT json_group_array(path) FROM (SELECT path FROM file f WHERE f.document = d.key ORDER BY path)) AS files,
            (SELECT count(*) FROM record r WHERE r.document = d.key) AS records
          FROM document d \(clause.sql) ORDER BY file, d.id
          """, arguments: clause.arguments
      ).map { row in
        StoredDocument(
          id: DocumentID(row["id"] as String)!, file: row["file"], files: try Self.strings(row["files"]),
          byteCount: row["byte_count"], wordCount: row["word_count"], changedCount: row["changed_count"],
          recordCount: row["records"], json: row["json"])
      }
    }
  }

  public func papersReadTwice() throws -> [[String]] {
    try read { db in
      // A symbol without a day says little: offices begin anew with number 1 each year.
      try Row.fetchAll(
        db,
        sql: """
          SELECT json_group_array(coalesce(file, id)) AS files FROM (
            SELECT d.id, upper(d.symbol) AS symbol, d.issued, \(Self.firstName) AS file
            FROM document d WHERE d.symbol IS NOT NULL AND d.issued IS NOT NULL ORDER BY file)
          GROUP BY symbol, issued HAVING count(*) > 1 ORDER BY symbol, issued
          """
      ).map { try Self.strings($0["files"]) }
    }
  }

  private static func strings(_ json: String) throws -> [String] {
    guard case .array(let values) = try JSONValue(json: json) else { return [] }
    return values.compactMap(\.string)
  }

  public func texts(of id: DocumentID) throws -> (restored: String, source: String)? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT text, source FROM document WHERE id = ?", arguments: [id.description])
        .map { ($0["text"], $0["source"]) }
    }
  }

  public func forEachRecord(matching filter: RecordFilter, _ body: (StoredRecord) throws -> Void) throws {
    let clause = Self.clause(filter)
    try read { db in
      let limit = filter.limit.map { "LIMIT \($0)" } ?? ""
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT r.kind, d.id, coalesce(\(Self.firstName), '') AS file, d.symbol, d.issued, r.json
          FROM record r JOIN document d ON d.key = r.document \(clause.sql)
          ORDER BY file, d.id, r.position \(limit)
          """, arguments: clause.arguments)
      while let row = try rows.next() {
        try body(
          StoredRecord(
            kind: row["kind"], document: DocumentID(row["id"] as String)!, file: row["file"], symbol: row["symbol"],
            issued: row["issued"], json: row["json"]))
      }
    }
  }

  public func tally(_ filter: RecordFilter, by dimensions: [Dimension]) throws -> Tally {
    let isAwards = filter.kinds == ["award"]
    var clause = Self.clause(filter)
    if isAwards {
      clause.add("NOT coalesce(json_extract(r.json, '$.total'), 0)")
      clause.add("NOT coalesce(json_extract(r.json, '$.grassroots'), 0)")
      clause.add(Self.isToldOnce)
    }
    let amount = isAwards ? "sum(CAST(json_extract(r.json, '$.count') AS INTEGER))" : "count(*)"
    let columns = dimensions.map(Self.column)
    let names = columns.indices.map { "k\($0)" }
    let selected = zip(columns, names).map { "\($0) AS \($1), " }.joined()
    let grouped = names.isEmpty ? "" : "GROUP BY " + names.joined(separator: ", ")
    let ordered = names.isEmpty ? "" : "ORDER BY " + names.map { "\($0) IS NULL, \($0)" }.joined(separator: ", ")
    let rows = try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(selected)coalesce(\(amount), 0) AS amount FROM record r JOIN document d ON d.key = r.document
          \(clause.sql) \(grouped) \(ordered)
          """, arguments: clause.arguments
      ).map { row in Tally.Row(keys: names.map { row[$0] as String? }, amount: row["amount"]) }
    }
    return Tally(dimensions: dimensions, measure: isAwards ? .awards : .records, rows: rows)
  }

  /// A tally of running text that a cell of a table in the same document says too, with the same award, recipient,
  /// category and count, is the same fact told twice: the cell counts, or the cells that it sums.
  private static let isToldOnce = """
    NOT (json_extract(r.json, '$.row') IS NULL AND EXISTS (SELECT 1 FROM record c
      WHERE c.document = r.document AND c.kind = 'award' AND json_extract(c.json, '$.row') IS NOT NULL
      AND NOT coalesce(json_extract(c.json, '$.grassroots'), 0)
      AND json_extract(c.json, '$.award') IS json_extract(r.json, '$.award')
      AND json_extract(c.json, '$.recipient') IS json_extract(r.json, '$.recipient')
      AND json_extract(c.json, '$.category') IS json_extract(r.json, '$.category')
      AND json_extract(c.json, '$.count') IS json_extract(r.json, '$.count')))
    """

  private static func column(_ dimension: Dimension) -> String {
    switch dimension {
    case .year: "substr(r.first_day, 1, 4)"
    case .kind: "r.kind"
    case .document: "coalesce(d.symbol, \(firstName), d.id)"
    case .issuer: "json_extract(d.json, '$.issuer')"
    case .holds: "CASE json_extract(r.json, '$.holds') WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"
    default: "CAST(json_extract(r.json, '$.\(dimension.rawValue)') AS TEXT)"
    }
  }

  private static func clause(_ filter: RecordFilter) -> SQLClause {
    var clause = SQLClause()
    if !filter.kinds.isEmpty {
      let marks = filter.kinds.map { _ in "?" }.joined(separator: ", ")
      clause.add("r.kind IN (\(marks))", StatementArguments(filter.kinds))
    }
    if let from = filter.from { clause.add("r.last_day >= ?", [from]) }
    if let to = filter.to { clause.add("r.first_day <= ?", [to]) }
    for field in RecordFilter.Field.allCases {
      guard let wanted = filter.containing[field] else { continue }
      // instr, not LIKE: % and _ in what a person types are no wildcards. The function folds both sides.
      clause.add(
        "instr(dau_fold(json_extract(r.json, '$.\(field.rawValue)')), ?) > 0", [SearchFolding.fold(wanted)])
    }
    if let name = filter.document { clause.addDocument(name) }
    if let id = filter.id { clause.add("d.id = ?", [id.description]) }
    if let holds = filter.holds { clause.add("json_extract(r.json, '$.holds') = ?", [holds]) }
    if let least = filter.minimumConfidence { clause.add("r.confidence >= ?", [least]) }
    return clause
  }

  public func quarantined() throws -> [QuarantinedFile] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM quarantine ORDER BY file").map { row in
        QuarantinedFile(
          failure: IngestFailure(
            file: row["file"], document: (row["document"] as String?).flatMap { DocumentID($0) }, code: row["code"],
            reason: row["reason"]),
          firstSeen: row["first_seen"], lastSeen: row["last_seen"], attempts: row["attempts"])
      }
    }
  }

  public func runs(limit: Int) throws -> [JournalRun] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM run ORDER BY key DESC LIMIT ?", arguments: [limit]).map { row in
        var counts = IngestCounts()
        counts.stored = row["stored"]
        counts.redone = row["redone"]
        counts.unchanged = row["unchanged"]
        counts.failed = row["failed"]
        return JournalRun(
          id: RunID(rawValue: row["key"]), rules: row["rules"], startedAt: row["started_at"],
          finishedAt: row["finished_at"], counts: counts)
      }
    }
  }
}

/// Conditions joined by AND, with their arguments.
struct SQLClause {
  private var conditions: [String] = []
  var arguments = StatementArguments()

  var sql: String { conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ") }

  mutating func add(_ condition: String, _ arguments: StatementArguments = []) {
    conditions.append(condition)
    self.arguments += arguments
  }

  /// A document by its id or the start of one, a file or the end of its path, or its symbol.
  mutating func addDocument(_ name: String) {
    let hex = name.hasPrefix("sha256:") ? name : "sha256:" + name
    let composed = name.precomposedStringWithCanonicalMapping
    // Some systems write the letters of file names composed, others taken apart; a keyboard knows nothing of it.
    let spellings = [name, composed, name.decomposedStringWithCanonicalMapping]
    let paths = spellings.map { _ in "path = ? OR substr(path, -length(?) - 1) = '/' || ?" }.joined(separator: " OR ")
    add(
      """
      (d.id = ? OR (length(?) >= 15 AND substr(d.id, 1, length(?)) = ?) OR d.symbol = ? COLLATE NOCASE
        OR d.key IN (SELECT document FROM file WHERE \(paths)))
      """, [name, hex, hex, hex, composed] + StatementArguments(spellings.flatMap { [$0, $0, $0] }))
  }
}
