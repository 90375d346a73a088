import ArgumentParser
import DauArchive
import DauIngest
import DauText
import Foundation

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Flag(name: [.short, .long], help: "Say nothing but errors on standard error.")
  var quiet = false

  @Flag(name: [.short, .long], help: "Say more on standard error: what was loaded, how long it took.")
  var verbose = false

  @Flag(help: "No colour (the variable NO_COLOR does the same).")
  var noColor = false

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }

  var style: Style { Style(noColor: noColor) }

  /// A remark that --quiet silences.
  func note(_ message: String) {
    if !quiet { Console.complain(message) }
  }

  /// A remark for --verbose.
  func detail(_ message: @autoclosure () -> String) {
    if verbose { Console.complain(message()) }
  }

  /// Says which documents look like readings of one paper: their records count more than once.
  func warnOfPapersReadTwice(in store: some ArchiveStore) throws {
    let papers = try store.papersReadTwice()
    guard !papers.isEmpty else { return }
    let shown = papers.prefix(5).map { $0.joined(separator: " = ") }.joined(separator: "; ")
    let rest = papers.count > 5 ? "; and \(grouped(papers.count - 5)) more" : ""
    note(
      "documents of the same symbol and day are most likely readings of one paper, and each is counted: \(shown)\(rest); "
        + "to count each once, keep an archive with one reading of each")
  }

  /// Says what had to be repaired in a document before it could be read.
  func tellRepairs(of source: SourceDocument) {
    for repair in source.repairs { note("\(source.file == "-" ? "standard input" : source.file): \(repair)") }
  }

  /// Runs `body` and says with --verbose how long it took.
  func timed<T>(_ what: String, _ body: () throws -> T) rethrows -> T {
    let clock = ContinuousClock()
    let start = clock.now
    defer { detail("\(what): \(start.duration(to: clock.now).formatted(.units(allowed: [.seconds, .milliseconds])))") }
    return try body()
  }
}

/// Where output goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Replace an output file that exists.")
  var force = false

  func validate() throws { try Naming.require(output, "--output") }

  func open() throws -> Output { try Output(path: output, replacing: force) }
}
