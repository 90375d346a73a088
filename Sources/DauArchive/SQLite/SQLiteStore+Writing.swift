public import DauIngest
import DauText
import Foundation
import GRDB

extension SQLiteStore {
  public func state(of id: DocumentID) throws -> DocumentState? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT rules, is_restored FROM document WHERE id = ?", arguments: [id.description]
      ).map { DocumentState(rules: $0["rules"], isRestored: $0["is_restored"]) }
    }
  }

  public func beginRun(rules: String) throws -> RunID {
    try write { db in
      try db.execute(sql: "INSERT INTO run (rules, started_at) VALUES (?, ?)", arguments: [rules, Self.now()])
      return RunID(rawValue: db.lastInsertedRowID)
    }
  }

  public func finish(_ run: RunID, counts: IngestCounts) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE run SET finished_at = ?, stored = ?, redone = ?, unchanged = ?, failed = ? WHERE key = ?",
        arguments: [Self.now(), counts.stored, counts.redone, counts.unchanged, counts.failed, run.rawValue])
    }
  }

  public func store(_ document: ProcessedDocument, in run: RunID) throws {
    // Everything that costs time is made before the transaction opens.
    let row = try DocumentRow(document)
    let records = try document.recordLines.map { try RecordRow($0, issued: row.issued) }
    let exact = TonePlacement.old.converting(document.text.lowercased())
    let folded = SearchFolding.fold(document.text)
    try write { db in
      let id = document.source.id.description
      let old = try Int64.fetchOne(db, sql: "SELECT key FROM document WHERE id = ?", arguments: [id])
      if let old {
        try db.execute(sql: "DELETE FROM search WHERE rowid = ?", arguments: [old])
        try db.execute(sql: "DELETE FROM record WHERE document = ?", arguments: [old])
      }
      // The key stays when a document is made again, so that its files keep pointing at it.
      try db.execute(
        sql: """
          INSERT INTO document (key, id, byte_count, rules, is_restored, stored_at, source, text, pages, word_count,
            changed_count, changes, issued_first, issued_last, json)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (key) DO UPDATE SET byte_count = excluded.byte_count, rules = excluded.rules,
            is_restored = excluded.is_restored, stored_at = excluded.stored_at, source = excluded.source,
            text = excluded.text, pages = excluded.pages, word_count = excluded.word_count,
            changed_count = excluded.changed_count, changes = excluded.changes, issued_first = excluded.issued_first,
            issued_last = excluded.issued_last, json = excluded.json
          """,
        arguments: [
          old, id, row.byteCount, document.rules, document.isRestored, Self.now(), document.source.original,
          document.text, row.pages, document.wordCount, document.changes.count, row.changes, row.issued?.first,
          row.issued?.last, document.documentLine,
        ])
      let key = old ?? db.lastInsertedRowID
      try db.execute(
        sql: "INSERT INTO search (rowid, exact, folded) VALUES (?, ?, ?)", arguments: [key, exact, folded])
      let insert = try db.cachedStatement(
        sql: """
          INSERT INTO record (document, position, kind, first_day, last_day, json) VALUES (?, ?, ?, ?, ?, ?)
          """)
      for (position, record) in records.enumerated() {
        try insert.execute(arguments: [key, position, record.kind, record.time?.first, record.time?.last, record.json])
      }
      try Self.addName(document.source.file, to: key, db)
      try db.execute(sql: "DELETE FROM quarantine WHERE file = ?", arguments: [document.source.file])
      try db.execute(
        sql: "INSERT INTO outcome (run, file, document, outcome, reason, at) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          run.rawValue, document.source.file, id, old == nil ? "stored" : "redone", document.repairNote, Self.now(),
        ])
    }
  }

  @discardableResult
  public func addName(_ file: String, to id: DocumentID) throws -> Bool {
    let known = try read { db in
      try String.fetchOne(
        db, sql: "SELECT d.id FROM file f JOIN document d ON d.key = f.document WHERE f.path = ?", arguments: [file])
    }
    let isQuarantined = try read { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM quarantine WHERE file = ?)", arguments: [file]) ?? false
    }
    // A run that finds everything in place writes nothing at all.
    if known == id.description, !isQuarantined { return false }
    return try write { db in
      guard let key = try Int64.fetchOne(db, sql: "SELECT key FROM document WHERE id = ?", arguments: [id.description])
      else { return false }
      try Self.addName(file, to: key, db)
      try db.execute(sql: "DELETE FROM quarantine WHERE file = ?", arguments: [file])
      return true
    }
  }

  /// A file whose content changed leaves its old document, which stays in the archive under its other names or none.
  private static func addName(_ file: String, to key: Int64, _ db: Database) throws {
    try db.execute(
      sql:
        "INSERT INTO file (path, document) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET document = excluded.document",
      arguments: [file, key])
  }

  public func quarantine(_ failure: IngestFailure, in run: RunID) throws {
    try write { db in
      let now = Self.now()
      try db.execute(
        sql: """
          INSERT INTO quarantine (file, document, code, reason, first_seen, last_seen, attempts)
          VALUES (?, ?, ?, ?, ?, ?, 1)
          ON CONFLICT (file) DO UPDATE SET document = excluded.document, code = excluded.code,
            reason = excluded.reason, last_seen = excluded.last_seen, attempts = attempts + 1
          """,
        arguments: [failure.file, failure.document?.description, failure.code, failure.reason, now, now])
      try db.execute(
        sql: "INSERT INTO outcome (run, file, document, outcome, reason, at) VALUES (?, ?, ?, 'failed', ?, ?)",
        arguments: [run.rawValue, failure.file, failure.document?.description, failure.reason, now])
    }
  }
}

/// What is worked out about a document before it is stored.
private struct DocumentRow {
  var byteCount: Int
  var pages: String
  var changes: String
  var issued: DateBounds?

  init(_ document: ProcessedDocument) throws {
    byteCount = document.source.byteCount
    pages = "[" + document.source.pages.map { "[\($0.lowerBound),\($0.upperBound)]" }.joined(separator: ",") + "]"
    changes =
      "["
      + document.changes.map { change in
        let share = (Double(change.confidence) * 1000).rounded() / 1000
        return "[\(change.target.lowerBound),\(change.target.upperBound),"
          + "\(change.source.lowerBound),\(change.source.upperBound),\(share)]"
      }.joined(separator: ",") + "]"
    let header = try JSONDecoder().decode(Header.self, from: Data(document.documentLine.utf8))
    issued = header.issued.flatMap(DateBounds.init(edtf:))
  }

  private struct Header: Decodable { var issued: String? }
}

/// What is worked out about a record before it is stored.
private struct RecordRow {
  var kind: String
  var time: DateBounds?
  var json: String

  init(_ line: String, issued: DateBounds?) throws {
    let header = try JSONDecoder().decode(Header.self, from: Data(line.utf8))
    kind = header.kind
    json = line
    let own = header.edtf ?? header.period ?? header.deadline?.edtf
    time = own.flatMap(DateBounds.init(edtf:)) ?? issued
  }

  private struct Header: Decodable {
    struct Deadline: Decodable { var edtf: String? }
    var kind: String
    var edtf: String?
    var period: String?
    var deadline: Deadline?
  }
}
