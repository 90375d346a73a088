import ArgumentParser
import DauArchive
import DauIngest
import DauRestore
import DauText

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
  @Flag(help: "With --json: also every word's place and confidence, as [first, end, confidence].")
  var words = false
  @Option(
    help: ArgumentHelp(
      "Leave words as they stand whose best reading is less sure than this, 0 to 1; --json lists them as doubtful.",
      valueName: "p"))
  var minConfidence: Float = 0
  @OptionGroup var output: OutputOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence is a probability from 0 to 1, not \(minConfidence)")
    }
    if words, !json { throw ValidationError("--words is part of --json; add --json") }
  }

  func run() throws {
    let source = try input.read(for: Self.self)
    let out = try output.open()
    let restorer = try knowledge.restorer(common)
    let restoration = common.timed("restored") {
      restorer.restore(source.text, options: RestorationOptions(minimumConfidence: minConfidence))
    }
    common.detail("\(grouped(restoration.changedWordCount)) of \(grouped(restoration.words.count)) words changed")
    if json {
      try out.line(object(restoration, file: source.file).json)
    } else {
      try out.write(source.withOwnLineEndings(restoration.text))
    }
    try out.finish()
  }

  private func object(_ restoration: Restoration, file: String) -> JSONValue {
    let words = ChangedWord.all(in: restoration)
    let changes = words.filter { !$0.isDoubtful }.map(\.json)
    let doubtful = words.filter(\.isDoubtful).map(\.json)
    var fields: [String: JSONValue] = [
      "file": .string(file), "text": .string(restoration.text), "changes": .array(changes),
      "doubtful": .array(doubtful),
      "stats": .object(["words": .integer(restoration.words.count), "changed": .integer(changes.count)]),
    ]
    if self.words {
      let places = CodePointIndex(Array(restoration.text.utf8))
      fields["words"] = .array(
        restoration.words.map { word in
          .array([
            .integer(places.codePoints(before: word.target.lowerBound)),
            .integer(places.codePoints(before: word.target.upperBound)),
            .number((Double(word.confidence) * 10_000).rounded() / 10_000),
          ])
        })
    }
    return .object(fields)
  }
}
