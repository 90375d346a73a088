import ArgumentParser
import DauArchive

@main
struct DauCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dau",
    abstract: "Restores badly read Vietnamese documents, extracts records from them and archives them.",
    discussion: """
      Documents are plain text as an OCR left it (.txt, .md; Unicode, or the older TCVN3, VNI, VISCII and windows-1258). \
      Data goes to standard output, messages to standard error; '-' stands for standard input. 'dau help exit-codes' \
      lists the exit codes.
      """,
    version: Pipeline.programVersion,
    groupedSubcommands: [
      CommandGroup(
        name: "Document",
        subcommands: [RestoreCommand.self, ExtractCommand.self, ExplainCommand.self, StreamCommand.self]),
      CommandGroup(
        name: "Archive",
        subcommands: [
          IngestCommand.self, SearchCommand.self, RecordsCommand.self, SummaryCommand.self, ExportCommand.self,
        ]),
      CommandGroup(
        name: "Knowledge",
        subcommands: [RulesCommand.self, ModelCommand.self, TrainCommand.self, EvalCommand.self]),
      CommandGroup(name: "Reference", subcommands: [SchemaCommand.self, ExitCodesCommand.self]),
    ])

  static func main() async {
    StandardStreams.claim()
    Allocation.setUp()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Failure.end(with: error)
    }
  }
}
