import GRDB

/// The tables and views of an archive; `docs/archive.md` documents the views.
///
/// A migration that has been released is never changed: a later one mends it.
enum Schema {
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: tables)
      try db.execute(sql: views)
    }
    // Provisions of citations; header paths of awards, which are lists now.
    migrator.registerMigration("2") { db in
      for name in ["awards", "citations"] { try db.execute(sql: "DROP VIEW \(name)") }
      try db.execute(sql: awardsView() + citationsView())
    }
    // Decisions and grades of awards, keys of citations, what is to be looked at in a number.
    migrator.registerMigration("3") { db in
      for name in ["awards", "quantities", "citations"] { try db.execute(sql: "DROP VIEW \(name)") }
      try db.execute(sql: awardsView(with: ["decision", "grade"]) + quantitiesWithIssue)
      try db.execute(sql: citationsView(with: ["key"]))
    }
    // Ranges of indicators.
    migrator.registerMigration("4") { db in
      try db.execute(sql: "DROP VIEW indicators")
      try db.execute(sql: indicatorsWithRanges)
    }
    return migrator
  }()

  // JSON holds every field of a record; generated columns lift out what all records have. A field that a later version
  // of the extractor adds is therefore there without a migration.
  private static let tables = """
    CREATE TABLE document (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      byte_count INTEGER NOT NULL,
      rules TEXT NOT NULL,
      is_restored INTEGER NOT NULL,
      stored_at TEXT NOT NULL,
      source TEXT NOT NULL,
      text TEXT NOT NULL,
      pages TEXT NOT NULL,
      word_count INTEGER NOT NULL,
      changed_count INTEGER NOT NULL,
      changes TEXT NOT NULL,
      issued_first TEXT,
      issued_last TEXT,
      json TEXT NOT NULL CHECK (json_valid(json)),
      symbol TEXT GENERATED ALWAYS AS (json_extract(json, '$.symbol')) VIRTUAL,
      issued TEXT GENERATED ALWAYS AS (json_extract(json, '$.issued')) VIRTUAL
    );
    CREATE INDEX document_symbol ON document (symbol);

    CREATE TABLE file (
      path TEXT PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE INDEX file_document ON file (document, path);

    CREATE TABLE record (
      key INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      first_day TEXT,
      last_day TEXT,
      json TEXT NOT NULL CHECK (json_valid(json)),
      text TEXT GENERATED ALWAYS AS (json_extract(json, '$.text')) VIRTUAL,
      source_text TEXT GENERATED ALWAYS AS (json_extract(json, '$.source_text')) VIRTUAL,
      span_start INTEGER GENERATED ALWAYS AS (json_extract(json, '$.span[0]')) VIRTUAL,
      span_end INTEGER GENERATED ALWAYS AS (json_extract(json, '$.span[1]')) VIRTUAL,
      page INTEGER GENERATED ALWAYS AS (json_extract(json, '$.page')) VIRTUAL,
      line INTEGER GENERATED ALWAYS AS (json_extract(json, '$.line')) VIRTUAL,
      section TEXT GENERATED ALWAYS AS (json_extract(json, '$.section')) VIRTUAL,
      confidence REAL GENERATED ALWAYS AS (json_extract(json, '$.confidence')) VIRTUAL
    );
    CREATE UNIQUE INDEX record_document ON record (document, position);
    CREATE INDEX record_kind ON record (kind, first_day);

    -- Two columns, so that any SQLite client can ask 'folded:dang' or 'exact:đảng'; rowid is document.key.
    CREATE VIRTUAL TABLE search USING fts5 (exact, folded, tokenize = "unicode61 remove_diacritics 0");

    CREATE TABLE run (
      key INTEGER PRIMARY KEY,
      rules TEXT NOT NULL,
      started_at TEXT NOT NULL,
      finished_at TEXT,
      stored INTEGER NOT NULL DEFAULT 0,
      redone INTEGER NOT NULL DEFAULT 0,
      unchanged INTEGER NOT NULL DEFAULT 0,
      failed INTEGER NOT NULL DEFAULT 0
    );

    CREATE TABLE outcome (
      key INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (key),
      file TEXT NOT NULL,
      document TEXT,
      outcome TEXT NOT NULL CHECK (outcome IN ('stored', 'redone', 'failed')),
      reason TEXT,
      at TEXT NOT NULL
    );
    CREATE INDEX outcome_run ON outcome (run);

    CREATE TABLE quarantine (
      file TEXT PRIMARY KEY,
      document TEXT,
      code TEXT NOT NULL,
      reason TEXT NOT NULL,
      first_seen TEXT NOT NULL,
      last_seen TEXT NOT NULL,
      attempts INTEGER NOT NULL
    ) WITHOUT ROWID;
    """

  /// What every view of records says about the place of a record.
  private static let place = """
    d.id AS document, (SELECT min(path) FROM file f WHERE f.document = d.key) AS file, d.symbol AS document_symbol,
    d.issued AS document_issued, r.page, r.line, r.section, r.span_start, r.span_end, r.text, r.source_text,
    r.confidence
    """

  private static func view(_ name: String, kind: String, _ fields: [String]) -> String {
    let own = fields.map { "json_extract(r.json, '$.\($0)') AS \(quoted(named: $0))" }.joined(separator: ", ")
    return """
      CREATE VIEW \(name) AS SELECT \(own), \(place)
      FROM record r JOIN document d ON d.key = r.document WHERE r.kind = '\(kind)';
      """
  }

  /// A JSON path as a column name: `deadline.edtf` is `deadline_edtf`.
  private static func quoted(named path: String) -> String {
    "\"" + path.map { $0 == "." ? "_" : String($0) }.joined() + "\""
  }

  private static let views = """
    CREATE VIEW documents AS SELECT
      d.id AS document, (SELECT min(path) FROM file f WHERE f.document = d.key) AS file,
      json_extract(d.json, '$.type') AS type, json_extract(d.json, '$.number') AS number, d.symbol,
      json_extract(d.json, '$.issuer') AS issuer, json_extract(d.json, '$.place') AS place, d.issued,
      CAST(substr(d.issued_first, 1, 4) AS INTEGER) AS year,
      json_extract(d.json, '$.title') AS title, json_extract(d.json, '$.signer.position') AS signer_position,
      json_extract(d.json, '$.signer.name') AS signer_name, d.byte_count, d.word_count, d.changed_count,
      (SELECT count(*) FROM record r WHERE r.document = d.key) AS record_count, d.is_restored, d.rules, d.stored_at
    FROM document d;

    CREATE VIEW changes AS SELECT d.id AS document,
      CAST(substr(CAST(d.source AS BLOB), 1 + json_extract(c.value, '$[2]'),
        json_extract(c.value, '$[3]') - json_extract(c.value, '$[2]')) AS TEXT) AS before,
      CAST(substr(CAST(d.text AS BLOB), 1 + json_extract(c.value, '$[0]'),
        json_extract(c.value, '$[1]') - json_extract(c.value, '$[0]')) AS TEXT) AS after,
      json_extract(c.value, '$[4]') AS confidence
    FROM document d, json_each(d.changes) c;

    CREATE VIEW awards AS SELECT
      CAST(substr(r.first_day, 1, 4) AS INTEGER) AS year, json_extract(r.json, '$.award') AS award,
      json_extract(r.json, '$.grantor') AS grantor, json_extract(r.json, '$.recipient') AS recipient,
      CAST(json_extract(r.json, '$.count') AS INTEGER) AS count, json_extract(r.json, '$.category') AS category,
      json_extract(r.json, '$.grassroots') AS grassroots, json_extract(r.json, '$.total') AS total,
      json_extract(r.json, '$.occasion') AS occasion, json_extract(r.json, '$.period') AS period,
      json_extract(r.json, '$.row') AS "row", json_extract(r.json, '$.column') AS "column", \(place)
    FROM record r JOIN document d ON d.key = r.document WHERE r.kind = 'award';

    CREATE VIEW dates AS SELECT json_extract(r.json, '$.edtf') AS edtf, r.first_day, r.last_day,
      json_extract(r.json, '$.qualifier') AS qualifier, json_extract(r.json, '$.resolved') AS resolved,
      json_extract(r.json, '$.issue') AS issue, \(place)
    FROM record r JOIN document d ON d.key = r.document WHERE r.kind = 'date';

    \(view("quantities", kind: "quantity", ["value", "low", "high", "unit", "of", "bound", "out_of"]))
    \(view("targets", kind: "target", [
      "subject", "verb", "comparator", "value", "low", "high", "unit", "of", "out_of", "deadline.edtf",
      "deadline.qualifier",
    ]))
    \(view("indicators", kind: "indicator", [
      "subject", "value", "unit", "of", "bound", "period", "plan_percent", "previous_percent", "change_percent",
      "change_value",
    ]))
    \(view("citations", kind: "citation", ["type", "number", "symbol", "date", "issuer", "title"]))
    \(view("audits", kind: "audit", ["relation", "stated", "computed", "unit", "holds", "note"]))
    """

  /// A list of a record on one line.
  private static func joined(_ field: String, by separator: String) -> String {
    "(SELECT group_concat(value, '\(separator)') FROM json_each(r.json, '$.\(field)'))"
  }

  /// The view of awards; `more` are the fields that a later version added.
  private static func awardsView(with more: [String] = []) -> String {
    """
    CREATE VIEW awards AS SELECT
      CAST(substr(r.first_day, 1, 4) AS INTEGER) AS year, json_extract(r.json, '$.award') AS award,
      json_extract(r.json, '$.grantor') AS grantor, json_extract(r.json, '$.recipient') AS recipient,
      CAST(json_extract(r.json, '$.count') AS INTEGER) AS count, json_extract(r.json, '$.category') AS category,
      json_extract(r.json, '$.grassroots') AS grassroots, json_extract(r.json, '$.total') AS total,
      json_extract(r.json, '$.occasion') AS occasion, json_extract(r.json, '$.period') AS period,
      \(joined("row", by: "/")) AS "row", \(joined("column", by: "/")) AS "column", \(columns(more))\(place)
    FROM record r JOIN document d ON d.key = r.document WHERE r.kind = 'award';
    """
  }

  /// The view of citations; likewise.
  private static func citationsView(with more: [String] = []) -> String {
    """
    CREATE VIEW citations AS SELECT
      json_extract(r.json, '$.type') AS type, json_extract(r.json, '$.number') AS number,
      json_extract(r.json, '$.symbol') AS symbol, json_extract(r.json, '$.date') AS date,
      json_extract(r.json, '$.issuer') AS issuer, json_extract(r.json, '$.title') AS title,
      \(columns(more))\(joined("provisions", by: "; ")) AS provisions, \(place)
    FROM record r JOIN document d ON d.key = r.document WHERE r.kind = 'citation';
    """
  }

  /// Fields of a record as columns, with a comma behind each.
  private static func columns(_ fields: [String]) -> String {
    fields.map { "json_extract(r.json, '$.\($0)') AS \(quoted(named: $0)), " }.joined()
  }

  private static let indicatorsWithRanges = view(
    "indicators", kind: "indicator",
    [
      "subject", "value", "low", "high", "unit", "of", "bound", "period", "plan_percent", "previous_percent",
      "change_percent", "change_value",
    ])

  private static let quantitiesWithIssue = view(
    "quantities", kind: "quantity", ["value", "low", "high", "unit", "of", "bound", "out_of", "issue"])
}
