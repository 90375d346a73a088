public import ArgumentParser
public import DauArchive
import Foundation

extension Exporter.Format: ExpressibleByArgument {}

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write an archive out: texts, records, tables, metadata for other archives, a bag to hand over.",
    discussion: """
      txt          the restored text of each document, a file in the folder
      jsonl        each document and then its records, one JSON object a line
      csv          documents.csv, awards.csv, dates.csv ... in the folder, for
                   spreadsheets (UTF-8 with a byte order mark)
      parquet-ready
                   the same for programs: without the mark, with the types of
                   the columns (datapackage.json) and with to-parquet.sql, by
                   which DuckDB makes Parquet files of them
      dublin-core  each document as Dublin Core metadata, one XML file
      nd30         the register of documents of Nghị định 30/2020/NĐ-CP,
                   Phụ lục VI, one XML file
      nd30-csv     the same as one table with the Vietnamese headings
      bagit        a bag (RFC 8493) in the folder: originals, texts, records,
                   metadata and their digests

      jsonl, dublin-core, nd30 and nd30-csv go to standard output or into the file
      --output. nd30 describes outgoing documents (Mục I); with --incoming,
      incoming ones (Mục II). What the decree asks for and a document does not
      show is left empty. docs/export.md has every field.

        dau export --format csv --output tables
        dau export --format nd30-csv --output register.csv
      """)

  @Option(help: "\(Exporter.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Exporter.Format
  @Option(help: ArgumentHelp("Only this document: file, id or symbol.", valueName: "text"))
  var document: String?
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The folder (txt, csv, parquet-ready, bagit) or the file (all others) to write.", valueName: "path"),
    completion: .file())
  var output: String?
  @Flag(help: "With nd30 and nd30-csv, the fields of incoming documents.")
  var incoming = false
  @Flag(help: "Replace files that exist.")
  var force = false
  @Flag(help: "Leave cells that look like spreadsheet formulas as they are.")
  var rawCells = false
  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try Naming.require(output, "--output")
    try Naming.require(document, "--document")
    if format.isFolder, output == nil {
      throw ValidationError("\(format.rawValue) is written as several files; name a folder with --output")
    }
    if rawCells && format != .csv && format != .nd30CSV {
      throw ValidationError("--raw-cells goes with --format csv and nd30-csv")
    }
    if incoming && format != .nd30 && format != .nd30CSV {
      throw ValidationError("--incoming goes with --format nd30 and nd30-csv")
    }
  }

  /// Tables that people open; those of `parquet-ready` are for programs.
  private var csv: CSV { CSV(guardsFormulas: !rawCells, marksEncoding: true) }

  func run() throws {
    let archive = try archive.open(common)
    let filter = DocumentFilter(name: document)
    if let document, try archive.store.documents(matching: filter).isEmpty {
      throw ArchiveError.noSuchDocument(name: document)
    }
    let exporter = Exporter(store: archive.store)
    if format.isFolder {
      try writeFolder(exporter, archive.originals, filter, URL(filePath: output ?? "-"))
    } else {
      let out = try Output(path: output, replacing: force)
      try write(exporter, filter, to: out)
      try out.finish()
    }
  }

  private func writeFolder(
    _ exporter: Exporter, _ originals: OriginalStore, _ filter: DocumentFilter, _ folder: URL
  ) throws {
    UnfinishedFiles.clearWhenStopped()
    switch format {
    case .txt:
      let files = try exporter.texts(filter, to: folder, replacing: force)
      common.note("\(grouped(files.count)) \(files.count == 1 ? "text" : "texts") written to \(output ?? "")")
    case .csv:
      let files = try exporter.tables(filter, to: folder, csv: csv, replacing: force)
      common.note("\(grouped(files.count)) tables written to \(output ?? "")")
    case .parquetReady:
      let files = try exporter.package(filter, to: folder, replacing: force)
      common.note("\(grouped(files.count)) files written to \(output ?? "")")
    case .bagit:
      let count = try exporter.bag(filter, originals: originals, to: folder, replacing: force)
      common.note("a bag of \(grouped(count)) \(count == 1 ? "document" : "documents") written to \(output ?? "")")
    case .jsonl, .dublinCore, .nd30, .nd30CSV: break
    }
  }

  private func write(_ exporter: Exporter, _ filter: DocumentFilter, to out: Output) throws {
    let register = DocumentRegister(incoming ? .incoming : .outgoing)
    switch format {
    case .txt, .csv, .parquetReady, .bagit: break
    case .jsonl: try exporter.jsonLines(filter) { try out.line($0) }
    case .dublinCore: try exporter.dublinCore(filter) { try out.write($0) }
    case .nd30: report(try exporter.registerXML(register, filter) { try out.write($0) })
    case .nd30CSV:
      report(
        try exporter.registerTable(register, filter, csv: csv) { try out.write($0) })
    }
  }

  /// Another system may refuse or cut what is too long, so whoever exports must know.
  private func report(_ excesses: [DocumentRegister.Excess]) {
    for excess in excesses {
      common.note(
        "\(excess.file): \(excess.field) has \(excess.length) characters; the decree allows \(excess.allowed)"
          + " (it was written whole)")
    }
  }
}
