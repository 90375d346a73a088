import DauIngest
import GRDB

extension SQLiteStore {
  public func search(_ query: SearchQuery, limit: Int, offset: Int) throws -> SearchResult {
    let exact = Self.expression(query, column: "exact", \.exact)
    let wanted = query.isExactOnly ? exact : Self.expression(query, column: "folded", \.folded)
    // Someone who types no marks says nothing about them: then relevance alone decides.
    let order = query.terms.contains(where: \.hasMarks) ? "is_exact DESC, " : ""
    return try read { db in
      let total =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM search WHERE search MATCH ?", arguments: [wanted]) ?? 0
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT d.id, (SELECT min(path) FROM file f WHERE f.document = d.key) AS file, d.symbol, d.issued,
            json_extract(d.json, '$.title') AS title, d.text,
            d.key IN (SELECT rowid FROM search WHERE search MATCH ?) AS is_exact
          FROM search JOIN document d ON d.key = search.rowid
          WHERE search MATCH ? ORDER BY \(order)bm25(search), d.id LIMIT ? OFFSET ?
          """, arguments: [exact, wanted, limit, offset])
      let finder = SnippetFinder(query: query)
      let hits = rows.map { row in
        Hit(
          document: DocumentID(row["id"] as String)!, file: row["file"] ?? "", title: row["title"],
          symbol: row["symbol"], issued: row["issued"], isExact: row["is_exact"],
          snippets: finder.snippets(in: row["text"], limit: 2))
      }
      return SearchResult(total: total, hits: hits)
    }
  }

  /// The query in FTS5's language. Tokens hold letters and digits only, and each is quoted nevertheless.
  private static func expression(
    _ query: SearchQuery, column: String, _ tokens: (SearchQuery.Term) -> [String]
  ) -> String {
    let terms = query.terms.map { term in
      "\"" + tokens(term).joined(separator: " ") + "\"" + (term.isPrefix ? " *" : "")
    }
    return "\(column) : (" + terms.joined(separator: " AND ") + ")"
  }
}
