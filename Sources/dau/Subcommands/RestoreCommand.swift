import ArgumentParser
import DauArchive
import DauIngest
import DauRestore

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Print the restored text, line for line.",
    discussion: """
      Correct text passes through byte for byte; line ends stay as they were.

        dau restore scan.txt > clean.txt
        pdftotext -layout scan.pdf - | dau restore -
      """)

  @OptionGroup var input: InputOptions
  @Flag(help: "Print one JSON object: the text, and each changed word with its place, former form and confidence.")
  var json = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let source = try input.read(for: Self.self)
    let out = try output.open()
    let restorer = try knowledge.restorer(common)
    let restoration = common.timed("restored") { restorer.restore(source.text) }
    common.detail("\(grouped(restoration.changedWordCount)) of \(grouped(restoration.words.count)) words changed")
    if json {
      try out.line(Self.object(restoration, file: source.file).json)
    } else {
      try out.write(source.withOwnLineEndings(restoration.text))
    }
    try out.finish()
  }

  private static func object(_ restoration: Restoration, file: String) -> JSONValue {
    let changes = ChangedWord.all(in: restoration).map(\.json)
    return .object([
      "file": .string(file), "text": .string(restoration.text), "changes": .array(changes),
      "stats": .object(["words": .integer(restoration.words.count), "changed": .integer(changes.count)]),
    ])
  }
}
