import ArgumentParser
import DauArchive
import DauExtract

struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary", abstract: "Show what an archive holds.")

  @Flag(help: "Print one JSON object.")
  var json = false
  @Flag(help: "Examine the archive first: its database, and that every original is there with the right digest.")
  var check = false
  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let archive = try archive.open(common)
    if check {
      let examination = try common.timed("examined") { try archive.examine() }
      try report(examination)
    }
    let out = Output()
    if json {
      try out.line(try Self.object(archive.store.summary()).json)
    } else {
      try SummaryReport(store: archive.store, archive: self.archive, style: common.style).write(to: out)
    }
    try out.finish()
    try common.warnOfPapersReadTwice(in: archive.store)
  }

  /// The most originals that are named.
  private static let namedCount = 20

  /// - Throws: `ExitStatus.error` when the archive is not sound.
  private func report(_ examination: Archive.Examination) throws {
    let (count, lost) = (examination.originalCount, examination.lost)
    guard !lost.isEmpty else {
      common.note(
        "the archive is sound: the database and \(grouped(count)) \(count == 1 ? "original" : "originals") were examined"
      )
      return
    }
    for original in lost.prefix(Self.namedCount) {
      Console.complain("\(original.path): the original of \(original.file) \(original.damage)")
    }
    let rest = lost.count - Self.namedCount
    if rest > 0 { Console.complain("and \(grouped(rest)) more") }
    Console.complain(
      "\(grouped(lost.count)) of \(grouped(count)) originals are not there as they came; 'dau ingest' of those files "
        + "puts them back. The database is sound: texts and records are all there")
    throw ExitStatus.error
  }

  private static func object(_ summary: ArchiveSummary) -> JSONValue {
    .object([
      "documents": .integer(summary.documentCount), "bytes": .integer(summary.byteCount),
      "words": .integer(summary.wordCount), "changed": .integer(summary.changedCount),
      "records": .object(summary.records.mapValues(JSONValue.integer)),
      "audits": .object(["holding": .integer(summary.auditsHolding), "failing": .integer(summary.auditsFailing)]),
      "quarantined": .integer(summary.quarantinedCount),
      "issued": .array([summary.firstIssued, summary.lastIssued].map { $0.map(JSONValue.string) ?? .null }),
      "examples": .array(
        summary.examples.map { example in
          .object([
            "before": .string(example.before), "after": .string(example.after), "file": .string(example.file),
            "line": .integer(example.line),
          ])
        }),
    ])
  }
}
