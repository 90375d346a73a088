import ArgumentParser
import DauArchive
import DauExtract
import DauIngest
import DauRestore

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print each changed word with its other readings, or each record with the readings it beat.",
    discussion: """
      A word is decided by a rule of rules/confusions.tsv or rules/phrases.tsv (named by its line), by the letters \
      alone, or by the context, the words before it: then another word explains the letters better, but hardly ever \
      stands there. 'Sure' is how often such a decision is right. With --json each reading has both scores: \
      channel_log10, the probability that the engine makes the letters of it, and language_log10, the probability of \
      it after the words before.

      With --records it prints each record instead, and each number that became none: what else it could have been, and \
      why it is not that. 'Sure' is then how often a record of this form is right, times how sure its text was restored.

        dau explain scan.txt --line 12
        dau explain --records --no-restore clean.txt
      """)

  @OptionGroup var input: InputOptions
  @Option(parsing: .unconditional, help: ArgumentHelp("Only this line of the text, counted from 1.", valueName: "n"))
  var line: Int?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Leave words as they stand whose best reading is less sure than this, 0 to 1, and show what they were not changed to.",
      valueName: "p"))
  var minConfidence: Float = 0
  @Flag(help: "Explain the records instead of the changed words.")
  var records = false
  @Flag(help: "With --records: take the text as it stands, it is clean.")
  var noRestore = false
  @Flag(help: "Print one JSON object a changed word, or a record.")
  var json = false
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let line, line < 1 { throw ValidationError("lines are counted from 1, so --line \(line) is none") }
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence is a probability from 0 to 1, not \(minConfidence)")
    }
    if records, minConfidence > 0 { throw ValidationError("--min-confidence is for words; leave --records out") }
    if noRestore && !records {
      throw ValidationError("a text that is not restored has no changed words; add --records")
    }
  }

  func run() throws {
    if records { return try explainRecords() }
    // What is wrong with the command is told before anything is said of the document.
    let restorer = try knowledge.restorer(common)
    let source = try input.read(for: Self.self)
    common.tellRepairs(of: source)
    let out = Output()
    let restoration = restorer.restore(
      source.text, options: RestorationOptions(minimumConfidence: minConfidence, keptReadings: 4))
    try checkLine(of: source)
    let words = ChangedWord.all(in: restoration, of: source).filter { line == nil || $0.line == line }
    if json {
      for word in words { try out.line(word.json.json) }
    } else if words.isEmpty {
      common.note("nothing was changed")
    } else {
      var table = TextTable([
        ("line", .right), ("before", .left), ("after", .left), ("sure", .right), ("decided by", .left),
        ("also weighed", .left),
      ])
      table.rows = words.map { word in
        let others = word.readings.filter { $0.text != word.after && $0.probability >= 0.0005 }.map {
          "\($0.text) \(Self.percent($0.probability))"
        }
        return [
          "\(word.line)", word.before, word.after, Self.percent(word.confidence), Self.reason(of: word),
          others.joined(separator: ", "),
        ]
      }
      try out.write(table.formatted(common.style))
    }
    try out.finish()
  }

  /// What decided, for people.
  private static func reason(of word: ChangedWord) -> String {
    if word.isDoubtful { return "not sure enough" }
    guard word.decision == ChangedWord.byContext, !word.context.isEmpty else { return word.decision }
    return "after “\(word.context.suffix(2).joined(separator: " "))”"
  }

  private func explainRecords() throws {
    let pipeline = try knowledge.pipeline(common, restores: !noRestore)
    let source = try input.read(for: Self.self)
    common.tellRepairs(of: source)
    let explanation = pipeline.explainRecords(source)
    try checkLine(of: source)
    let rows = ExplainedReading.all(in: explanation).filter { line == nil || $0.line == line }
    let out = Output()
    if json {
      for row in rows { try out.line(try row.json().json) }
    } else if rows.isEmpty {
      common.note(line == nil ? "there are no numbers and no records" : "there are none on this line")
    } else {
      var table = TextTable([("line", .right), ("text", .left), ("is", .left), ("sure", .right), ("because", .left)])
      table.rows = try rows.map { row in
        [
          "\(row.line)", row.shortText, try row.label(), row.confidence.map { Self.percent(Float($0)) } ?? "",
          row.because,
        ]
      }
      try out.write(table.formatted(common.style))
    }
    try out.finish()
  }

  /// A document is restored line for line, so its lines are those of the source.
  private func checkLine(of source: SourceDocument) throws {
    let ends = source.text.utf8.count { $0 == 0x0A }
    let lineCount = source.text.utf8.last == 0x0A ? ends : ends + 1
    guard let line, line > lineCount else { return }
    let count = lineCount == 1 ? "1 line" : "\(lineCount) lines"
    throw Failure(description: "\(source.file): has \(count), so there is no line \(line)")
  }

  private static func percent(_ probability: Float) -> String {
    let tenths = Int((probability * 1000).rounded())
    return tenths >= 995 || tenths % 10 == 0 ? "\((tenths + 5) / 10) %" : "\(tenths / 10),\(tenths % 10) %"
  }
}
