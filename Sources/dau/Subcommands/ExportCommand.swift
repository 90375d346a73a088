public import ArgumentParser
public import DauArchive
import Foundation

extension Exporter.Format: ExpressibleByArgument {}

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write an archive out: texts, JSON Lines or CSV tables.",
    discussion: """
      txt     the restored text of each document, as a file in the folder --output
      jsonl   each document and then its records, one JSON object a line, on standard output or into --output
      csv     documents.csv, awards.csv, dates.csv ... in the folder --output

        dau export --format csv --output tables
      """)

  @Option(help: "txt, jsonl or csv.")
  var format: Exporter.Format
  @Option(help: ArgumentHelp("Only this document: file, id or symbol.", valueName: "text"))
  var document: String?
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder (txt, csv) or the file (jsonl) to write.", valueName: "path"), completion: .file())
  var output: String?
  @Flag(help: "Replace files that exist.")
  var force = false
  @Flag(help: "Leave cells that look like spreadsheet formulas as they are.")
  var rawCells = false
  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if format != .jsonl, output == nil {
      throw ValidationError("\(format.rawValue) is written as several files; name a folder with --output")
    }
    if rawCells && format != .csv { throw ValidationError("--raw-cells goes with --format csv") }
  }

  func run() throws {
    let archive = try archive.open(common)
    let filter = DocumentFilter(name: document)
    if let document, try archive.store.documents(matching: filter).isEmpty {
      throw ArchiveError.noSuchDocument(name: document)
    }
    let exporter = Exporter(store: archive.store)
    let folder = URL(filePath: output ?? "-")
    switch format {
    case .jsonl:
      let out = try Output(path: output, replacing: force)
      try exporter.jsonLines(filter) { try out.line($0) }
      try out.finish()
    case .txt:
      let files = try exporter.texts(filter, to: folder, replacing: force)
      common.note("\(grouped(files.count)) texts written to \(output ?? "")")
    case .csv:
      let csv = CSV(guardsFormulas: !rawCells)
      let files = try exporter.tables(filter, to: folder, csv: csv, replacing: force)
      common.note("\(grouped(files.count)) tables written to \(output ?? "")")
    }
  }
}
