import GRDB

extension SQLiteStore {
  public func summary() throws -> ArchiveSummary {
    try read { db in
      var summary = ArchiveSummary()
      let totals = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*) AS documents, coalesce(sum(byte_count), 0) AS bytes, coalesce(sum(word_count), 0) AS words,
            coalesce(sum(changed_count), 0) AS changed, min(issued) AS first, max(issued) AS last FROM document
          """)
      if let totals {
        summary.documentCount = totals["documents"]
        summary.byteCount = totals["bytes"]
        summary.wordCount = totals["words"]
        summary.changedCount = totals["changed"]
        summary.firstIssued = totals["first"]
        summary.lastIssued = totals["last"]
      }
      for row in try Row.fetchAll(db, sql: "SELECT kind, count(*) AS n FROM record GROUP BY kind") {
        summary.records[row["kind"]] = row["n"]
      }
      summary.auditsHolding = try Self.audits(db, holding: true)
      summary.auditsFailing = try Self.audits(db, holding: false)
      summary.quarantinedCount = try Int.fetchOne(db, sql: "SELECT count(*) FROM quarantine") ?? 0
      summary.examples = try Self.examples(db)
      return summary
    }
  }

  private static func audits(_ db: Database, holding: Bool) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM record WHERE kind = 'audit' AND json_extract(json, '$.holds') = ?",
      arguments: [holding]) ?? 0
  }

  /// One line before and after from each of the documents that restoration changed most.
  private static func examples(_ db: Database) throws -> [ArchiveSummary.Example] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT d.source, d.text, d.changes, (SELECT min(path) FROM file f WHERE f.document = d.key) AS file
        FROM document d WHERE d.changed_count > 0
        ORDER BY 1.0 * d.changed_count / max(d.word_count, 1) DESC, file LIMIT 3
        """)
    return try rows.compactMap { row in
      try ExampleFinder(source: row["source"], text: row["text"], changes: row["changes"]).example(
        file: row["file"] ?? "")
    }
  }
}

/// Finds the line of a document that shows best what restoration did.
private struct ExampleFinder {
  private struct Change {
    var target: Range<Int>
    var source: Range<Int>
    var confidence: Double
  }

  private var source: [UInt8]
  private var text: [UInt8]
  private var changes: [Change] = []

  init(source: String, text: String, changes: String) throws {
    self.source = Array(source.utf8)
    self.text = Array(text.utf8)
    guard case .array(let values) = try JSONValue(json: changes) else { return }
    for value in values {
      guard case .array(let fields) = value, fields.count == 5 else { continue }
      let places = fields[..<4].compactMap(\.int)
      guard places.count == 4, places[0] <= places[1], places[2] <= places[3], places[1] <= self.text.count,
        places[3] <= self.source.count
      else { continue }
      let confidence = fields[4].int.map(Double.init) ?? { if case .number(let x) = fields[4] { x } else { 0 } }()
      self.changes.append(
        Change(target: places[0]..<places[1], source: places[2]..<places[3], confidence: confidence))
    }
  }

  /// The line with the most changes among those that are sure throughout and of a length that fits a terminal.
  func example(file: String) -> ArchiveSummary.Example? {
    var best: (score: Double, target: Range<Int>, source: Range<Int>)?
    var index = 0
    while index < changes.count {
      let target = Self.line(around: changes[index].target, in: text)
      var last = index
      while last < changes.count, target.contains(changes[last].target.lowerBound) { last += 1 }
      let line = changes[index..<max(last, index + 1)]
      let doubt = line.reduce(0) { $0 + 1 - $1.confidence }
      // An example is to show what restoration is good at, so one doubtful word outweighs several good ones.
      let score = Double(line.count) - 10 * doubt
      let source = Self.line(around: changes[index].source, in: self.source)
      let length = text[target].count { $0 & 0xC0 != 0x80 }
      if (30...110).contains(length), score > best?.score ?? -.infinity { best = (score, target, source) }
      index = line.endIndex
    }
    guard let best else { return nil }
    return ArchiveSummary.Example(
      before: Self.tidy(source[best.source]), after: Self.tidy(text[best.target]), file: file,
      line: 1 + text[..<best.target.lowerBound].count { $0 == 0x0A })
  }

  private static func line(around place: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var start = place.lowerBound
    while start > 0, text[start - 1] != 0x0A { start -= 1 }
    var end = min(place.upperBound, text.count)
    while end < text.count, text[end] != 0x0A { end += 1 }
    return start..<end
  }

  private static func tidy(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
  }
}
