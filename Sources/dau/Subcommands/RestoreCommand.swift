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
        dau restore --unwrap scan.txt > paragraphs.txt
      """)

  @OptionGroup var input: InputOptions
  @Flag(help: "Print one JSON object: the text, and each changed word with its place, former form and confidence.")
  var json = false
  @Flag(help: "With --json: also every word's place and confidence, as [first, end, confidence].")
  var words = false
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Leave words as they stand whose best reading is less sure than this, 0 to 1; --json lists them as doubtful, with that reading as \"proposal\".",
      valueName: "p"))
  var minConfidence: Float = 0
  @Flag(
    help: ArgumentHelp(
      "Join wrapped lines into paragraphs.",
      discussion: """
        Lists, headings, tables, letterheads and signatures keep their lines. Page numbers and running heads are left out \
        (--json lists them under left_out), footnotes stand behind the paragraph that they interrupted, hyphenation at \
        line ends is undone.
        """))
  var unwrap = false
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
    // What is wrong with the command is told before anything is said of the document.
    let restorer = try knowledge.restorer(common)
    let source = try input.read(for: Self.self)
    let out = try output.open()
    common.tellRepairs(of: source)
    let restoration = common.timed("restored") {
      restorer.restore(source.text, options: RestorationOptions(minimumConfidence: minConfidence))
    }
    common.detail("\(grouped(restoration.changedWordCount)) of \(grouped(restoration.words.count)) words changed")
    let unwrapped = unwrap ? Unwrapper.unwrap(restoration.text) : nil
    if let unwrapped {
      let left = unwrapped.leftOut.count
      common.detail(
        "\(grouped(unwrapped.joinCount)) line ends joined, \(grouped(left)) \(left == 1 ? "line" : "lines") left out")
    }
    if json {
      try out.line(object(restoration, of: source, unwrapped: unwrapped).json)
    } else {
      try out.write(source.withOwnLineEndings(unwrapped?.text ?? restoration.text))
    }
    try out.finish()
  }

  /// All places are in the text that is printed, unwrapped or not.
  private func object(_ restoration: Restoration, of source: SourceDocument, unwrapped: UnwrappedText?) -> JSONValue {
    let words = ChangedWord.all(in: restoration, of: source, unwrapped: unwrapped)
    let text = unwrapped?.text ?? restoration.text
    let changes = words.filter { !$0.isDoubtful }.map(\.json)
    let doubtful = words.filter(\.isDoubtful).map(\.json)
    var fields: [String: JSONValue] = [
      "file": .string(source.file), "text": .string(text), "changes": .array(changes),
      "doubtful": .array(doubtful), "repairs": .list(of: source.repairs),
      "stats": .object(["words": .integer(restoration.words.count), "changed": .integer(changes.count)]),
    ]
    if self.words {
      let places = CodePointIndex(text)
      fields["words"] = .array(
        restoration.words.compactMap { word in
          guard let place = unwrapped.map({ $0.target(of: word.target) }) ?? word.target else { return nil }
          let span = places.codePoints(of: place)
          return .array([
            .integer(span.lowerBound), .integer(span.upperBound),
            .number((Double(word.confidence) * 10_000).rounded() / 10_000),
          ])
        })
    }
    if let unwrapped {
      let bytes = Array(restoration.text.utf8)
      fields["left_out"] = .array(unwrapped.leftOut.map { .string(String(decoding: bytes[$0], as: UTF8.self)) })
    }
    return .object(fields)
  }
}
