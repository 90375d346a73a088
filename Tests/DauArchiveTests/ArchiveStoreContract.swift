import DauArchive
import DauIngest
import DauTestSupport
import Foundation
import Testing

/// What every store must do. Each engine of ``Engine`` runs the whole suite.
@Suite struct ArchiveStoreContract {
  @Test(arguments: Engine.allCases)
  func `a stored document is known by its content and the rules it was made by`(_ engine: Engine) throws {
    try engine.withStore { store in
      let document = try ProcessedDocument.sample("Tổng kết", file: "a.txt")
      #expect(try store.state(of: document.source.id) == nil)
      try store.put(document)
      #expect(try store.state(of: document.source.id) == DocumentState(rules: "r1", isRestored: true))
      let texts = try #require(try store.texts(of: document.source.id))
      #expect(texts.restored == "Tổng kết")
      try store.verify()
    }
  }

  @Test(arguments: Engine.allCases)
  func `storing a document again replaces its records and keeps its files`(_ engine: Engine) throws {
    try engine.withStore { store in
      let first = try ProcessedDocument.sample(
        "một hai", file: "a.txt", records: [award("Bằng khen", 3, to: "individual")])
      try store.put(first)
      try store.addName("copy/a.txt", to: first.source.id)
      let second = try ProcessedDocument.sample(
        "một hai", file: "a.txt", records: [award("Bằng khen", 4, to: "individual")], rules: "r2")
      try store.put(second)
      #expect(try store.state(of: first.source.id)?.rules == "r2")
      let records = try store.records()
      #expect(try records.map { try JSONValue(json: $0.json)["count"] } == [.string("4")])
      let documents = try store.documents(matching: DocumentFilter())
      #expect(documents.map(\.files) == [["a.txt", "copy/a.txt"]])
      #expect(try store.files(found: "mot") == ["a.txt"])
      try store.verify()
    }
  }

  @Test(arguments: Engine.allCases)
  func `a known name changes nothing and a new one is remembered`(_ engine: Engine) throws {
    try engine.withStore { store in
      let document = try ProcessedDocument.sample("một", file: "b.txt")
      try store.put(document)
      #expect(try !store.addName("b.txt", to: document.source.id))
      #expect(try store.addName("a.txt", to: document.source.id))
      #expect(try store.documents(matching: DocumentFilter()).map(\.file) == ["a.txt"])
      #expect(try JSONValue(json: store.documents(matching: DocumentFilter())[0].json)["file"] == .string("a.txt"))
    }
  }

  @Test(arguments: Engine.allCases)
  func `a failed file stays in quarantine until it succeeds`(_ engine: Engine) throws {
    try engine.withStore { store in
      let failure = IngestFailure(file: "a.txt", document: nil, code: "empty", reason: "is empty")
      let run = try store.beginRun(rules: "r1")
      try store.quarantine(failure, in: run)
      try store.quarantine(failure, in: run)
      let held = try store.quarantined()
      #expect(held.map(\.failure) == [failure])
      #expect(held.map(\.attempts) == [2])
      try store.store(ProcessedDocument.sample("một", file: "a.txt"), in: run)
      #expect(try store.quarantined().isEmpty)
    }
  }

  @Test(arguments: Engine.allCases)
  func `the journal shows an interrupted run as one without an end`(_ engine: Engine) throws {
    try engine.withStore { store in
      let first = try store.beginRun(rules: "r1")
      let second = try store.beginRun(rules: "r2")
      var counts = IngestCounts()
      counts.stored = 3
      try store.finish(second, counts: counts)
      let runs = try store.runs(limit: 10)
      #expect(runs.map(\.id) == [second, first])
      #expect(runs.map { $0.finishedAt == nil } == [false, true])
      #expect(runs[0].counts == counts)
    }
  }

  // MARK: Search

  @Test(arguments: Engine.allCases)
  func `bare typing finds what is written with marks`(_ engine: Engine) throws {
    try engine.withStore { store in
      try store.put(
        .sample("Đảng bộ tỉnh Lạng Sơn", file: "1.txt"), .sample("Đăng ký thi đua", file: "2.txt"),
        .sample("việc còn dang dở", file: "3.txt"))
      #expect(try Set(store.files(found: "dang")) == ["1.txt", "2.txt", "3.txt"])
      #expect(try store.files(found: "lang son") == ["1.txt"])
      #expect(try store.files(found: "DANG KY") == ["2.txt"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `what is typed with marks comes first where it is written so`(_ engine: Engine) throws {
    try engine.withStore { store in
      try store.put(
        .sample("đăng ký, đăng ký, đăng ký, đăng ký", file: "1.txt"),
        .sample("một bài dài hơn nói về nhiều việc khác nhau của Đảng bộ", file: "2.txt"))
      #expect(try store.files(found: "đảng") == ["2.txt", "1.txt"])
      #expect(try store.files(found: "đa\u{309}ng") == ["2.txt", "1.txt"])
      #expect(try store.files(found: "đảng", exact: true) == ["2.txt"])
      let hits = try store.search(SearchQuery("đảng"), limit: 10, offset: 0).hits
      #expect(hits.map(\.isExact) == [true, false])
    }
  }

  @Test(arguments: Engine.allCases)
  func `both styles of tone placement are one spelling`(_ engine: Engine) throws {
    try engine.withStore { store in
      try store.put(.sample("hoà bình", file: "1.txt"), .sample("hòa bình", file: "2.txt"))
      #expect(try Set(store.files(found: "hòa", exact: true)) == ["1.txt", "2.txt"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `phrases, beginnings and symbols`(_ engine: Engine) throws {
    try engine.withStore { store in
      try store.put(
        .sample("thi đua yêu nước, số 235/BC-UBND", file: "1.txt"),
        .sample("đua xe, thi hát, 12.537 hồ sơ", file: "2.txt"))
      #expect(try store.files(found: "thi dua").count == 2)
      #expect(try store.files(found: "\"thi dua\"") == ["1.txt"])
      #expect(try store.files(found: "“thi dua”") == ["1.txt"])
      #expect(try store.files(found: "nuo*") == ["1.txt"])
      #expect(try store.files(found: "235/bc-ubnd") == ["1.txt"])
      #expect(try store.files(found: "12.537") == ["2.txt"])
    }
  }

  @Test(
    arguments: Engine.allCases,
    [
      "NEAR(", "a OR b", "NOT x", "x AND", "folded:x", "exact : x", "^x", "-x", "x*y", "(x", "x)", "{x}",
      "'; DROP TABLE",
      "a\"b\"c", "\u{0}x", "+x", "🙂 x", "x\u{301}",
    ])
  func `no query breaks the store`(_ engine: Engine, _ text: String) throws {
    try engine.withStore { store in
      try store.put(.sample("một hai", file: "1.txt"))
      _ = try store.search(SearchQuery(text), limit: 10, offset: 0)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a snippet marks its matches by position`(_ engine: Engine) throws {
    try engine.withStore { store in
      let filler = String(repeating: "và các đơn vị khác ", count: 30)
      let text = filler + "\nkhen thưởng Hoàng Văn Thụ\n" + filler
      try store.put(.sample(text, file: "1.txt"))
      let hit = try #require(try store.search(SearchQuery("hoang van thu"), limit: 1, offset: 0).hits.first)
      let snippet = try #require(hit.snippets.first)
      let bytes = Array(snippet.text.utf8)
      #expect(snippet.marks.map { String(decoding: bytes[$0], as: UTF8.self) } == ["Hoàng", "Văn", "Thụ"])
      let scalars = Array(text.unicodeScalars)
      func slice(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
      #expect(snippet.matches.map(slice) == ["Hoàng", "Văn", "Thụ"])
      #expect(slice(snippet.span).replacingOccurrences(of: "\n", with: " ") == snippet.text)
      // The line of the match, not the one that the snippet begins in.
      #expect(snippet.line == 2)
    }
  }

  @Test(arguments: Engine.allCases)
  func `each snippet says the line of its first match`(_ engine: Engine) throws {
    try engine.withStore { store in
      let filler = String(repeating: "và các đơn vị khác ", count: 12)
      try store.put(.sample("\n\na\nb khen\n\(filler)\n\nlại khen\nkhen\n", file: "1.txt"))
      let hit = try #require(try store.search(SearchQuery("khen"), limit: 1, offset: 0).hits.first)
      #expect(hit.snippets.map(\.line) == [4, 7])
    }
  }

  @Test(arguments: Engine.allCases)
  func `documents of one symbol and day are most likely one paper`(_ engine: Engine) throws {
    try engine.withStore { store in
      try store.put(
        .sample("một", file: "b/1.eng.txt", symbol: "276/QĐ-UBND", issued: "2018-02-09"),
        .sample("hai", file: "a/1.vie.txt", symbol: "276/QĐ-ubnd", issued: "2018-02-09"),
        .sample("ba", file: "3.txt", symbol: "276/QĐ-UBND", issued: "2019-02-09"),
        .sample("bốn", file: "4.txt", symbol: "276/QĐ-UBND"), .sample("năm", file: "5.txt", symbol: "276/QĐ-UBND"),
        .sample("sáu", file: "6.txt", issued: "2018-02-09"), .sample("bảy", file: "7.txt", issued: "2018-02-09"))
      #expect(try store.papersReadTwice() == [["a/1.vie.txt", "b/1.eng.txt"]])
    }
  }

  /// The second is written with letters taken apart, as some systems name files.
  @Test(
    arguments: Engine.allCases, ["Quyết định số 5.txt", "Quyết định số 5.txt".decomposedStringWithCanonicalMapping])
  func `a file is found however the letters of its name are composed`(_ engine: Engine, _ name: String) throws {
    try engine.withStore { store in
      try store.put(.sample("một", file: "shelf/" + name), .sample("hai", file: "shelf/2.txt"))
      for typed in [name.precomposedStringWithCanonicalMapping, name.decomposedStringWithCanonicalMapping] {
        let found = try store.documents(matching: DocumentFilter(name: typed)).map(\.file)
        #expect(found.count == 1)
        expectSameBytes(found.first ?? "", "shelf/" + name)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `hits come in pages that do not overlap`(_ engine: Engine) throws {
    try engine.withStore { store in
      for number in 1...5 { try store.put(.sample("thi đua số \(number)", file: "\(number).txt")) }
      let query = try SearchQuery("thi dua")
      let pages = try [0, 2, 4].map { try store.search(query, limit: 2, offset: $0) }
      #expect(pages.map(\.total) == [5, 5, 5])
      #expect(Set(pages.flatMap(\.hits).map(\.file)).count == 5)
    }
  }

  // MARK: Records

  private func withAwards(_ engine: Engine, _ body: (any ArchiveStore) throws -> Void) throws {
    try engine.withStore { store in
      try store.put(
        .sample(
          "báo cáo 2018", file: "x/2018.txt", symbol: "235/BC-UBND", issued: "2018-07-10",
          records: [
            award("Bằng khen", 10, to: "individual"), award("Bằng khen", 5, to: "collective"),
            award("Bằng khen", 15, to: "mixed", total: true), award("Bằng khen", 3, to: "individual", grassroots: true),
            ["kind": .string("date"), "edtf": .string("2017-12"), "text": .string("tháng 12/2017")],
          ]),
        .sample(
          "báo cáo 2020", file: "y/2020.txt", issued: "2020",
          records: [
            award("Huân chương Lao động", 2, to: "individual", period: "2019"),
            ["kind": .string("audit"), "relation": .string("sum"), "holds": .bool(false), "stated": .string("9")],
          ]))
      try body(store)
    }
  }

  @Test(arguments: Engine.allCases)
  func `records are filtered by kind, time, text and document`(_ engine: Engine) throws {
    try withAwards(engine) { store in
      func kinds(_ change: (inout RecordFilter) -> Void) throws -> [String] { try store.records(change).map(\.kind) }
      let awards = try kinds { $0.kinds = ["award"] }
      #expect(awards.count == 5)
      let late = try kinds { $0.from = "2019-01-01" }
      #expect(late == ["award", "audit"])
      let early = try kinds { $0.to = "2017-12-31" }
      #expect(early == ["date"])
      let orders = try kinds { $0.containing = [.award: "huan chuong"] }
      #expect(orders == ["award"])
      let literal = try kinds { $0.containing = [.award: "%"] }
      #expect(literal.isEmpty)
      let failing = try kinds { $0.holds = false }
      #expect(failing == ["audit"])
      let two = try kinds { $0.limit = 2 }
      #expect(two.count == 2)
      let sure = try kinds { $0.minimumConfidence = 0.95 }
      #expect(sure.isEmpty)
      for name in ["235/BC-UBND", "235/bc-ubnd", "2018.txt", "x/2018.txt"] {
        let named = try kinds { $0.document = name }
        #expect(named.count == 5, "by \(name)")
      }
      let part = try kinds { $0.document = "018.txt" }
      #expect(part.isEmpty)
    }
  }

  @Test(arguments: Engine.allCases)
  func `sums of awards count nothing twice`(_ engine: Engine) throws {
    try withAwards(engine) { store in
      var filter = RecordFilter()
      filter.kinds = ["award"]
      let tally = try store.tally(filter, by: [.year, .recipient])
      #expect(
        tally.rows == [
          Tally.Row(keys: ["2018", "collective"], amount: 5), Tally.Row(keys: ["2018", "individual"], amount: 10),
          Tally.Row(keys: ["2019", "individual"], amount: 2),
        ])
      #expect(tally.total == 17)
      #expect(tally.measure == .awards)
      #expect(try store.tally(RecordFilter(), by: [.kind]).rows.map(\.amount) == [1, 5, 1])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a tally told in the text and in a table counts once`(_ engine: Engine) throws {
    try engine.withStore { store in
      var cell = award("Bằng khen", 5, to: "collective")
      cell["row"] = .string("Bằng khen")
      try store.put(
        .sample(
          "báo cáo", file: "a.txt", issued: "2018",
          records: [
            award("Bằng khen", 5, to: "collective"), cell,
            // Another count, and another recipient, are other facts.
            award("Bằng khen", 4, to: "collective"), award("Bằng khen", 5, to: "individual"),
          ]))
      // The same tally in another document is another one.
      try store.put(
        .sample("báo cáo khác", file: "b.txt", issued: "2018", records: [award("Bằng khen", 5, to: "collective")]))
      var filter = RecordFilter()
      filter.kinds = ["award"]
      let tally = try store.tally(filter, by: [.recipient])
      #expect(
        tally.rows == [
          Tally.Row(keys: ["collective"], amount: 14), Tally.Row(keys: ["individual"], amount: 5),
        ])
    }
  }

  @Test(arguments: Engine.allCases)
  func `records come in the order of documents and of their text`(_ engine: Engine) throws {
    try withAwards(engine) { store in
      let files = try store.records().map(\.file)
      #expect(files == files.sorted())
      let lines = try store.records { $0.document = "2018.txt" }.map { try JSONValue(json: $0.json)["line"]?.int }
      #expect(lines == [1, 2, 3, 4, 5])
    }
  }

  @Test(arguments: Engine.allCases)
  func `the summary adds up`(_ engine: Engine) throws {
    try withAwards(engine) { store in
      let summary = try store.summary()
      #expect(summary.documentCount == 2)
      #expect(summary.records == ["award": 5, "date": 1, "audit": 1])
      #expect(summary.auditsFailing == 1)
      #expect(summary.auditsHolding == 0)
      #expect(summary.wordCount == 6)
    }
  }

  @Test(arguments: Engine.allCases)
  func `an example shows a whole line before and after`(_ engine: Engine) throws {
    try engine.withStore { store in
      let text = "Tổng kết phong trào thi đua đặc biệt lập thành tích\n"
      var document = try ProcessedDocument.sample(
        "Tong ket phong trao thi dua dac biet lap thanh tich\n", file: "a.txt")
      document.text = text
      document.changes = [
        ProcessedDocument.Change(target: 0..<6, source: 0..<4, confidence: 0.9),
        ProcessedDocument.Change(target: 7..<12, source: 5..<8, confidence: 0.8),
      ]
      try store.put(document)
      let example = try #require(try store.summary().examples.first)
      #expect(example.before == "Tong ket phong trao thi dua dac biet lap thanh tich")
      #expect(example.after == "Tổng kết phong trào thi đua đặc biệt lập thành tích")
      #expect(example.line == 1)
    }
  }
}
