import ArgumentParser
import DauArchive
import DauIngest
import DauText
import Foundation

struct IngestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Read, restore, extract and store documents; resumable at any moment.",
    discussion: """
      A document is known by its content: what is in the archive already, made by the same rules, is left alone, so \
      the same command may be run again after an interruption or for new files. Files that fail, also by crashing the \
      program, are named, kept in quarantine with the reason, and tried again by the next run.

        dau ingest scans/ --archive archive
        dau ingest 'shelf-*/2019-*.txt' --archive archive --jobs 8
      """)

  @Argument(help: "Files, folders, or patterns of *, ? and [...].", completion: .file())
  var paths: [String] = []
  @OptionGroup var archive: ArchiveOptions
  @Option(
    name: [.short, .long], parsing: .unconditional,
    help: ArgumentHelp("How many documents are worked on at once (default: one a core).", valueName: "n"))
  var jobs: Int?
  @Flag(help: "Work on documents again that are stored already.")
  var redo = false
  @Flag(help: "Do everything but store: shows what would be stored and what would fail.")
  var dryRun = false
  @Flag(help: "Take the texts as they stand: they are clean.")
  var noRestore = false
  @Option(parsing: .unconditional, help: ArgumentHelp("The largest file that is read, in megabytes.", valueName: "MB"))
  var maxSize = 64
  @Flag(help: "Print one JSON object a file, then one with the totals, on standard output.")
  var json = false
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if paths.isEmpty { throw ValidationError("name the files or folders to ingest") }
    try Naming.require(paths, "the name of a file or folder")
    if paths.contains("-") {
      throw ValidationError("an archive keeps files, so 'ingest' reads no standard input (-); name files or folders")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
    if !(1...2000).contains(maxSize) { throw ValidationError("--max-size must be 1 to 2000 megabytes") }
  }

  private static let stopping = "finishing the documents in hand, then stopping"

  func run() async throws {
    let journal = try CrashRecovery.journal()
    CrashRecovery.watch(journal)
    let candidates = Discovery().candidates(in: paths)
    let pipeline = try knowledge.pipeline(common, restores: !noRestore)
    guard !candidates.isEmpty else {
      if let own = paths.first(where: Archive.isThere) {
        throw Failure(
          description: "\(own): is the folder of an archive, whose files are never read in; "
            + "put new documents into a folder of their own")
      }
      throw Failure(description: "no .txt or .md file under \(paths.joined(separator: ", ")); nothing to do")
    }
    var options = Archive.IngestOptions(jobs: jobs)
    options.redo = redo
    options.byteLimit = maxSize << 20
    options.journal = journal
    if journal.past.crashCount > 0 {
      common.note("the program crashed on a document and goes on with the others (\(journal.past.crashCount))")
    }
    let reporter = IngestReporter(asJSON: json, common: common)
    let (counts, held) =
      dryRun
      ? (try await rehearse(candidates, pipeline, options, reporter), nil)
      : try await store(candidates, pipeline, options, reporter)
    try reporter.finish(counts, held: held, archive: archive.path, of: candidates.count)
    if counts.total < candidates.count { throw ExitStatus.interrupted }
    if counts.failed > 0 { throw ExitStatus.partial }
  }

  private func store(
    _ candidates: [Discovery.Candidate], _ pipeline: Pipeline, _ options: Archive.IngestOptions,
    _ reporter: IngestReporter
  ) async throws -> (IngestCounts, held: Int?) {
    let archive = try Archive(writing: self.archive.folder)
    let counts = try await Interruption.watch(saying: Self.stopping) {
      try await archive.ingest(candidates, with: pipeline, options: options) { try reporter.report($0) }
    }
    let held = try archive.store.summary().documentCount
    try archive.close()
    return (counts, held)
  }

  private func rehearse(
    _ candidates: [Discovery.Candidate], _ pipeline: Pipeline, _ options: Archive.IngestOptions,
    _ reporter: IngestReporter
  ) async throws -> IngestCounts {
    let exists = FileManager.default.fileExists(atPath: archive.folder.appending(path: Archive.databaseName).path)
    let archive = exists ? try Archive(reading: archive.folder) : nil
    return try await Interruption.watch(saying: Self.stopping) {
      try await Archive.rehearse(candidates, into: archive, with: pipeline, options: options) {
        try reporter.report($0)
      }
    }
  }
}

/// Shows how a run goes on.
private final class IngestReporter: Sendable {
  private let asJSON: Bool
  private let common: CommonOptions
  private let showsProgress: Bool
  private let start = ContinuousClock.now

  init(asJSON: Bool, common: CommonOptions) {
    self.asJSON = asJSON
    self.common = common
    showsProgress = Console.standardErrorIsTerminal && !common.quiet
  }

  func report(_ event: Archive.IngestEvent) throws {
    if asJSON { try print(Self.json(event)) }
    if showsProgress { Console.clearProgress() }
    // A name may hold anything, what moves the cursor too.
    let file = Style.printable(event.file)
    if case .failed(_, let reason) = event.outcome {
      Console.tell("\(file): \(Style.printable(reason))")
    } else if common.verbose {
      let done = "\(event.changedCount) of \(event.wordCount) words restored, \(event.recordCount) records"
      Console.tell("\(file): \(Self.name(event.outcome))" + (event.outcome == .unchanged ? "" : ", " + done))
    }
    // A line for each repaired file: an archivist wants to know that a folder holds old fonts.
    if !event.repairs.isEmpty, !common.quiet {
      Console.tell("\(file): \(event.repairs.map(\.description).joined(separator: "; "))")
    }
    if event.hasHealedOriginal, !common.quiet {
      Console.tell("\(file): its original in the archive was missing or damaged, and was put back")
    }
    if event.hasLostRestoration, !common.quiet {
      Console.tell("\(file): in place of its restored text stands what was read (--no-restore)")
    }
    if showsProgress { Console.showProgress(progress(event)) }
  }

  private func progress(_ event: Archive.IngestEvent) -> String {
    let seconds = Double((ContinuousClock.now - start).components.seconds)
    let left = seconds > 4 ? seconds / Double(event.done) * Double(event.total - event.done) : nil
    let remaining = left.map { ", \(ProgressLine.duration($0)) left" } ?? ""
    return "\(grouped(event.done)) of \(grouped(event.total)) (\(event.done * 100 / event.total) %\(remaining))"
  }

  /// - Parameter held: how many documents the archive holds now; `nil` after a dry run.
  func finish(_ counts: IngestCounts, held: Int?, archive: String, of total: Int) throws {
    let dryRun = held == nil
    if showsProgress { Console.clearProgress() }
    if asJSON {
      try print(
        JSONValue.object([
          "stored": .integer(counts.stored), "redone": .integer(counts.redone),
          "unchanged": .integer(counts.unchanged), "failed": .integer(counts.failed), "files": .integer(total),
          "archive": .string(archive), "documents": held.map(JSONValue.integer) ?? .null, "dry_run": .bool(dryRun),
        ]))
    }
    var parts: [String] = []
    if counts.stored > 0 { parts.append("\(grouped(counts.stored)) \(dryRun ? "to store" : "stored")") }
    if counts.redone > 0 { parts.append("\(grouped(counts.redone)) \(dryRun ? "to make again" : "made again")") }
    if counts.unchanged > 0 { parts.append("\(grouped(counts.unchanged)) already there") }
    if counts.failed > 0 { parts.append("\(grouped(counts.failed)) failed") }
    if counts.total < total {
      parts.append("\(grouped(total - counts.total)) not begun; run the same command to go on")
    }
    common.note(
      "\(grouped(total)) \(total == 1 ? "file" : "files"): " + parts.joined(separator: ", ")
        + (held.map { "; \(archive) holds \(grouped($0)) \($0 == 1 ? "document" : "documents")" }
          ?? "; nothing was written"))
  }

  private func print(_ value: JSONValue) throws {
    let out = Output()
    try out.line(value.json)
    try out.finish()
  }

  private static func name(_ outcome: Archive.IngestOutcome) -> String {
    switch outcome {
    case .stored: "stored"
    case .redone: "redone"
    case .unchanged: "unchanged"
    case .failed: "failed"
    }
  }

  private static func json(_ event: Archive.IngestEvent) -> JSONValue {
    var members: [String: JSONValue] = [
      "file": .string(event.file), "document": event.document.map { .string($0.description) } ?? .null,
      "outcome": .string(name(event.outcome)),
    ]
    if case .failed(let code, let reason) = event.outcome {
      members["code"] = .string(code)
      members["reason"] = .string(reason)
    } else if event.outcome != .unchanged {
      members["words"] = .integer(event.wordCount)
      members["changed"] = .integer(event.changedCount)
      members["records"] = .integer(event.recordCount)
      if !event.repairs.isEmpty { members["repairs"] = .list(of: event.repairs) }
    }
    if event.hasHealedOriginal { members["original_put_back"] = .bool(true) }
    return .object(members)
  }
}
