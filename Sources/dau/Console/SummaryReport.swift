import DauArchive
import DauExtract

/// The page that greets whoever has just built an archive.
struct SummaryReport {
  var store: SQLiteStore
  var archive: ArchiveOptions
  var style: Style

  func write(to out: Output) throws {
    let summary = try store.summary()
    try out.line("")
    try out.line(style.bold("The archive in \(archive.path)"))
    try out.line("")
    guard summary.documentCount > 0 else {
      try out.line("  holds no document yet; begin with: \(archive.program) ingest FOLDER\(archive.hint)")
      return
    }
    try writeFigures(summary, to: out)
    try writeExamples(summary, to: out)
    try writeKinds(summary, to: out)
    try writeAwards(to: out)
    try writeAudits(summary, to: out)
    try writeQuarantine(summary, to: out)
    try writeNextSteps(summary, to: out)
  }

  private func writeFigures(_ summary: ArchiveSummary, to out: Output) throws {
    var span = ""
    if let first = summary.firstIssued, let last = summary.lastIssued {
      span = first == last ? ", issued \(first)" : ", issued \(first) to \(last)"
    }
    try out.line("  \(number(summary.documentCount)) documents\(span)")
    let share = summary.wordCount == 0 ? 0 : summary.changedCount * 100 / summary.wordCount
    try out.line("  \(number(summary.wordCount)) words, of which \(number(summary.changedCount)) restored (\(share) %)")
    try out.line("  \(number(summary.records.values.reduce(0, +))) records found")
    try out.line("")
  }

  private func writeExamples(_ summary: ArchiveSummary, to out: Output) throws {
    guard !summary.examples.isEmpty else { return }
    try heading("Restored", to: out)
    for example in summary.examples {
      try out.line("  \(style.bad("−")) \(style.dim(Style.printable(example.before)))")
      try out.line("  \(style.good("+")) \(Style.printable(example.after))")
      try out.line("    \(style.dim("\(example.file), line \(example.line)"))")
    }
    try out.line("")
  }

  private func writeKinds(_ summary: ArchiveSummary, to out: Output) throws {
    guard !summary.records.isEmpty else { return }
    try heading("Records", to: out)
    let most = summary.records.values.max() ?? 1
    for kind in Record.Kind.allCases {
      guard let count = summary.records[kind.rawValue] else { continue }
      let name = Exporter.tableName(kind)
      let bar = String(repeating: "█", count: max(1, count * 32 / most))
      let padding = String(repeating: " ", count: 12 - name.count)
      let amount = grouped(count)
      try out.line(
        "  \(name)\(padding)\(String(repeating: " ", count: max(0, 7 - amount.count)))\(amount)  \(style.accent(bar))")
    }
    try out.line("")
  }

  private func writeAwards(to out: Output) throws {
    var filter = RecordFilter()
    filter.kinds = ["award"]
    let tally = try store.tally(filter, by: [.award, .recipient])
    guard !tally.rows.isEmpty else { return }
    try heading("Awards", to: out)
    // Recipients are columns: the table an office would draw.
    let recipients = ["collective", "individual", "family"]
    var order: [String] = []
    var cells: [String: [String: Int]] = [:]
    for row in tally.rows {
      let award = row.keys[0] ?? "(not named)"
      let recipient = row.keys[1].flatMap { recipients.contains($0) ? $0 : nil } ?? "other"
      if cells[award] == nil { order.append(award) }
      cells[award, default: [:]][recipient, default: 0] += row.amount
    }
    let columns = (recipients + ["other"]).filter { column in cells.values.contains { $0[column] != nil } }
    func total(_ award: String) -> Int { cells[award]?.values.reduce(0, +) ?? 0 }
    order.sort { (total($1), $0) < (total($0), $1) }
    var table = TextTable([("award", .left)] + columns.map { ($0, .right) } + [("all", .right)])
    for award in order.prefix(12) {
      table.rows.append(
        [award] + columns.map { cells[award]?[$0].map(grouped) ?? "" } + [grouped(total(award))])
    }
    if order.count > 12 { table.rows.append(["… and \(order.count - 12) more"] + columns.map { _ in "" } + [""]) }
    table.footer =
      ["all"] + columns.map { column in grouped(cells.values.reduce(0) { $0 + ($1[column] ?? 0) }) }
      + [grouped(tally.total)]
    try out.write(table.formatted(style, indent: "  "))
    try out.line("")
  }

  private func writeAudits(_ summary: ArchiveSummary, to out: Output) throws {
    let all = summary.auditsHolding + summary.auditsFailing
    guard all > 0 else { return }
    try heading("The arithmetic", to: out)
    try out.line(
      "  \(style.good("✓")) \(number(summary.auditsHolding)) of \(number(all)) sums, shares and differences hold")
    if summary.auditsFailing > 0 {
      try out.line(
        "  \(style.bad("✗")) \(number(summary.auditsFailing)) \(summary.auditsFailing == 1 ? "does" : "do") not:")
      var filter = RecordFilter()
      filter.kinds = ["audit"]
      filter.holds = false
      filter.limit = 5
      try store.forEachRecord(matching: filter) { record in
        let json = try JSONValue(json: record.json)
        func field(_ name: String) -> String { Style.printable(json[name]?.cell ?? "") }
        try out.line(
          "    \(Style.printable(record.file)), line \(field("line")): states "
            + "\(style.bold(grouped(decimal: field("stated")))), computed \(style.bold(grouped(decimal: field("computed"))))"
        )
        try out.line("      \(style.dim(Style.shortened(field("text"), to: 100)))")
      }
    }
    try out.line("")
  }

  private func writeQuarantine(_ summary: ArchiveSummary, to out: Output) throws {
    guard summary.quarantinedCount > 0 else { return }
    try heading("Not ingested", to: out)
    for file in try store.quarantined().prefix(5) {
      try out.line("  \(style.bad("!")) \(Style.printable(file.failure.file)): \(Style.printable(file.failure.reason))")
    }
    if summary.quarantinedCount > 5 { try out.line("    … and \(number(summary.quarantinedCount - 5)) more") }
    try out.line("")
  }

  private func writeNextSteps(_ summary: ArchiveSummary, to out: Output) throws {
    try heading("Try next", to: out)
    try out.line("  \(archive.program) search khen thuong\(archive.hint)")
    if summary.records["award"] != nil {
      try out.line("  \(archive.program) records --kind award --by year,award,recipient\(archive.hint)")
    } else {
      try out.line("  \(archive.program) records --kind date\(archive.hint)")
    }
    try out.line("  \(archive.program) export --format csv --output tables\(archive.hint)")
  }

  private func heading(_ text: String, to out: Output) throws { try out.line(style.bold(text)) }
  private func number(_ number: Int) -> String { style.bold(grouped(number)) }
}
