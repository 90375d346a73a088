import ArgumentParser
import DauArchive
import DauExtract
import DauIngest

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Print the records of a document, one JSON object a line.",
    discussion: """
      The first line is the document itself (type, symbol, issuer, date, signer); the others are its facts, each with \
      the text it was read from, restored and as it stood.

        dau extract scan.txt | jq 'select(.kind == "award")'
        dau extract --no-restore clean.txt --csv date > dates.csv
      """)

  @OptionGroup var input: InputOptions
  @Flag(help: "Take the text as it stands: it is clean.")
  var noRestore = false
  @Option(help: ArgumentHelp("Print one kind of record as CSV.", valueName: "kind"))
  var csv: KindArgument?
  @Flag(help: "Print one JSON object with the document, its records and its text instead of lines.")
  var json = false
  @OptionGroup var tables: TableOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if csv != nil && json { throw ValidationError("--csv and --json exclude each other") }
    try tables.require(csv != nil, "--csv KIND")
  }

  func run() throws {
    // What is wrong with the command is told before anything is said of the document.
    let pipeline = try knowledge.pipeline(common, restores: !noRestore)
    let source = try input.read(for: Self.self)
    let out = try output.open()
    common.tellRepairs(of: source)
    if csv == nil, !json {
      let count = try common.timed("worked on the document") {
        try pipeline.writeRecords(of: source) { try out.append($0) }
      }
      common.detail("\(grouped(count)) records")
      return try out.finish()
    }
    let document = common.timed("worked on the document") { pipeline.process(source) }
    if let csv {
      try writeTable(of: csv, document, to: out)
    } else {
      try out.line(
        JSONValue.object([
          "document": try document.documentRecord(), "records": .array(try document.records()),
          "text": .string(document.text), "repairs": .list(of: source.repairs),
        ]).json)
    }
    common.detail("\(grouped(document.recordLines.count)) records")
    try out.finish()
  }

  private func writeTable(of argument: KindArgument, _ document: ProcessedDocument, to out: Output) throws {
    let table = tables.csv
    let header = try document.documentRecord()
    guard let kind = argument.kind else {
      let stored = StoredDocument(
        id: document.source.id, file: document.source.file, files: [document.source.file],
        byteCount: document.source.byteCount, wordCount: document.wordCount, changedCount: document.changes.count,
        recordCount: document.recordLines.count, json: document.documentLine)
      try out.write(table.header(RecordColumns.documentHeader) + table.row(RecordColumns.cells(of: stored)))
      return
    }
    try out.write(table.header(RecordColumns.header(of: kind)))
    for (line, record) in zip(document.recordLines, try document.records())
    where record["kind"]?.string == kind.rawValue {
      let record = StoredRecord(
        kind: kind.rawValue, document: document.source.id, file: document.source.file,
        symbol: header["symbol"]?.string, issued: header["issued"]?.string, json: line)
      try out.write(table.row(RecordColumns.cells(of: record, kind: kind)))
    }
  }
}
