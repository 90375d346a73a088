import ArgumentParser
import DauArchive
import DauExtract

struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records", abstract: "List, filter and sum the records of an archive.",
    discussion: """
      Without --csv or --json a table for people is printed. A record's time is its own (the date itself, the period \
      of an award or indicator, the deadline of a target) or that of its document. Sums of awards leave out tallies \
      that sum others and the part at the grassroots, so that nothing counts twice.

        dau records --kind award --from 2018 --to 2020 --csv > awards.csv
        dau records --kind award --by year,award,recipient
        dau records --kind audit --failing
      """)

  @Option(help: ArgumentHelp("Only this kind; may be given more than once.", valueName: "kind"))
  var kind: [KindArgument] = []
  @Option(help: ArgumentHelp("From this year, month or day on: 2018, 2018-07, 2018-07-10.", valueName: "date"))
  var from: String?
  @Option(help: ArgumentHelp("Up to and with this year, month or day.", valueName: "date"))
  var to: String?
  @Option(
    help: ArgumentHelp(
      "Only of this award; marks and case do not count, a part is enough. The same for the texts below.",
      valueName: "text"))
  var award: String?
  @Option(help: ArgumentHelp("Only awards by this grantor.", valueName: "text"))
  var grantor: String?
  @Option(
    help: ArgumentHelp("Only awards to: collective, individual, family, household, enterprise ...", valueName: "text"))
  var recipient: String?
  @Option(help: ArgumentHelp("Only awards of this category.", valueName: "text"))
  var category: String?
  @Option(help: ArgumentHelp("Only values in this unit: percent, VND, ha, count ...", valueName: "text"))
  var unit: String?
  @Option(help: ArgumentHelp("Only counts of this: 'doanh nghiệp', 'hồ sơ' ...", valueName: "text"))
  var of: String?
  @Option(help: ArgumentHelp("Only citations of this symbol.", valueName: "text"))
  var symbol: String?
  @Option(help: ArgumentHelp("Only records whose evidence holds this.", valueName: "text"))
  var text: String?
  @Option(help: ArgumentHelp("Only of this document: file, id or symbol.", valueName: "text"))
  var document: String?
  @Flag(help: "Only audits that do not hold.")
  var failing = false
  @Option(parsing: .unconditional, help: ArgumentHelp("Only records at least this sure, 0 to 1.", valueName: "share"))
  var minConfidence: Double?
  @Option(parsing: .unconditional, help: ArgumentHelp("The most records to print.", valueName: "n"))
  var limit: Int?
  @Option(
    help: ArgumentHelp(
      "Print sums by: \(Dimension.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "field,field"))
  var by: String?
  @Flag(help: "Print CSV; without --by, of one kind.")
  var csv = false
  @Flag(help: "Print JSON Lines.")
  var json = false
  @OptionGroup var tables: TableOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try Naming.require(document, "--document")
    for (field, text) in texts { try Naming.require(text, "--\(field.rawValue)") }
    if csv && json { throw ValidationError("--csv and --json exclude each other") }
    if csv, by == nil, kind.count != 1, !failing {
      throw ValidationError("the kinds of records have different columns; add one --kind to --csv")
    }
    try tables.require(csv, "--csv")
    if limit != nil, by != nil {
      throw ValidationError("--limit counts records, and --by sums them all; leave one out")
    }
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more") }
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence must be between 0 and 1")
    }
    if listsDocuments, kind.count > 1 { throw ValidationError("--kind document stands alone") }
    if listsDocuments, by != nil { throw ValidationError("--by sums records; leave --kind document out") }
    if failing, !kind.isEmpty, kind.map(\.kind) != [.audit] {
      throw ValidationError("--failing chooses audits; add no other --kind")
    }
    _ = try filter()
    _ = try dimensions()
  }

  private var listsDocuments: Bool { kind.contains { $0.kind == nil } }

  func run() throws {
    let filter = try filter()
    let dimensions = try dimensions()
    let out = try output.open()
    let archive = try archive.open(common)
    let count: Int
    if let dimensions {
      let tally = try archive.store.tally(filter, by: dimensions)
      count = try writeTally(tally, to: out)
      if tally.measure == .awards, document == nil { try common.warnOfPapersReadTwice(in: archive.store) }
    } else if listsDocuments {
      count = try writeDocuments(archive.store, to: out)
    } else if csv, let kind = failing ? .audit : kind.first?.kind {
      count = try writeTable(of: kind, filter, archive.store, to: out)
    } else {
      count = try json ? writeLines(filter, archive.store, to: out) : show(filter, archive.store, to: out)
    }
    try out.finish()
    if count == 0 {
      common.note("no record matches; leave a filter out, or see 'dau summary\(self.archive.hint)' for what there is")
      for (dimension, text) in [(Dimension.recipient, recipient), (.unit, unit)] where text != nil {
        try tellCodes(of: dimension, in: archive.store)
      }
      throw ExitStatus.partial
    }
  }

  /// Recipients and units are codes; which ones, the archive says.
  private func tellCodes(of dimension: Dimension, in store: some ArchiveStore) throws {
    let codes = try store.tally(RecordFilter(), by: [dimension]).rows.compactMap { $0.keys[0] }
    guard !codes.isEmpty else { return }
    let rest = codes.count > 30 ? " ..." : ""
    common.note("--\(dimension.rawValue) names a code; here are \(codes.prefix(30).joined(separator: ", "))\(rest)")
  }

  private func filter() throws -> RecordFilter {
    var filter = RecordFilter()
    filter.kinds = failing ? ["audit"] : kind.compactMap(\.kind?.rawValue)
    func bounds(_ text: String?, _ option: String) throws -> DateBounds? {
      guard let text else { return nil }
      guard let bounds = DateBounds(edtf: text) else {
        throw ValidationError("\(option) \(text) is no date; write 2018, 2018-07 or 2018-07-10")
      }
      return bounds
    }
    filter.from = try bounds(from, "--from")?.first
    filter.to = try bounds(to, "--to")?.last
    if let from = filter.from, let to = filter.to, from > to {
      throw ValidationError("--from \(self.from ?? "") lies behind --to \(self.to ?? "")")
    }
    for (field, text) in texts { if let text { filter.containing[field] = text } }
    filter.document = document
    if failing { filter.holds = false }
    filter.minimumConfidence = minConfidence
    filter.limit = limit
    return filter
  }

  /// The texts that fields must hold, as they were asked for.
  private var texts: [(RecordFilter.Field, String?)] {
    [
      (.award, award), (.grantor, grantor), (.recipient, recipient), (.category, category), (.unit, unit),
      (.counted, of), (.symbol, symbol), (.text, text),
    ]
  }

  private func dimensions() throws -> [Dimension]? {
    guard let by else { return nil }
    let names = by.split(separator: ",").map { $0.filter { !$0.isWhitespace }.lowercased() }
    guard !names.isEmpty else { throw ValidationError("--by names no field") }
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ValidationError("--by names \(twice) twice; leave one out")
    }
    return try names.map { name in
      guard let dimension = Dimension(rawValue: name) else {
        let known = Dimension.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--by knows no '\(name)'; it knows \(known)")
      }
      return dimension
    }
  }

  // MARK: Writing

  private func writeTally(_ tally: Tally, to out: Output) throws -> Int {
    if json {
      for row in tally.rows {
        var members: [String: JSONValue] = [tally.measure.rawValue: .integer(row.amount)]
        for (dimension, key) in zip(tally.dimensions, row.keys) {
          members[dimension.rawValue] = key.map(JSONValue.string) ?? .null
        }
        try out.line(JSONValue.object(members).json)
      }
    } else if csv {
      let table = tables.csv
      try out.write(table.header(tally.dimensions.map(\.rawValue) + [tally.measure.rawValue]))
      for row in tally.rows { try out.write(table.row(row.keys.map { $0 ?? "" } + ["\(row.amount)"])) }
    } else if !tally.rows.isEmpty {
      var table = TextTable(tally.dimensions.map { ($0.rawValue, .left) } + [(tally.measure.rawValue, .right)])
      table.rows = tally.rows.map { row in row.keys.map { $0 ?? "—" } + [grouped(row.amount)] }
      table.footer =
        ["all"] + Array(repeating: "", count: max(0, tally.dimensions.count - 1)) + [grouped(tally.total)]
      try out.write(table.formatted(common.style))
    }
    return tally.rows.count
  }

  private func writeDocuments(_ store: some ArchiveStore, to out: Output) throws -> Int {
    var documents = try store.documents(matching: DocumentFilter(name: document))
    if let limit { documents = Array(documents.prefix(limit)) }
    if json {
      for document in documents { try out.line(document.json) }
    } else if csv {
      let table = tables.csv
      try out.write(table.header(RecordColumns.documentHeader))
      for document in documents { try out.write(table.row(RecordColumns.cells(of: document))) }
    } else if !documents.isEmpty {
      var table = TextTable([
        ("file", .left), ("symbol", .left), ("issued", .left), ("words", .right), ("changed", .right),
        ("records", .right), ("title", .left),
      ])
      table.rows = try documents.map { document in
        let json = try JSONValue(json: document.json)
        return [
          document.file, json["symbol"]?.cell ?? "", json["issued"]?.cell ?? "", grouped(document.wordCount),
          grouped(document.changedCount), grouped(document.recordCount), json["title"]?.cell ?? "",
        ]
      }
      try out.write(table.formatted(common.style))
    }
    return documents.count
  }

  private func writeTable(
    of kind: Record.Kind, _ filter: RecordFilter, _ store: some ArchiveStore, to out: Output
  ) throws -> Int {
    let table = tables.csv
    try out.write(table.header(RecordColumns.header(of: kind)))
    var count = 0
    try store.forEachRecord(matching: filter) { record in
      try out.write(table.row(RecordColumns.cells(of: record, kind: kind)))
      count += 1
    }
    return count
  }

  private func writeLines(_ filter: RecordFilter, _ store: some ArchiveStore, to out: Output) throws -> Int {
    var count = 0
    try store.forEachRecord(matching: filter) { record in
      try out.line(record.json)
      count += 1
    }
    return count
  }

  private func show(_ filter: RecordFilter, _ store: some ArchiveStore, to out: Output) throws -> Int {
    var table = TextTable([("kind", .left), ("what", .left), ("evidence", .left), ("where", .left)])
    table.cellLimit = 56
    try store.forEachRecord(matching: filter) { record in
      let json = try JSONValue(json: record.json)
      table.rows.append([
        record.kind, RecordLabel.text(of: json), json["text"]?.cell ?? "",
        "\(record.file):\(json["line"]?.cell ?? "")",
      ])
    }
    if !table.rows.isEmpty { try out.write(table.formatted(common.style)) }
    return table.rows.count
  }
}
