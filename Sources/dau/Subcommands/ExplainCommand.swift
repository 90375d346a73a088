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
  @Option(help: ArgumentHelp("Only this line of the text, counted from 1.", valueName: "n"))
  var line: Int?
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
    if noRestore && !records {
      throw ValidationError("a text that is not restored has no changed words; add --records")
    }
  }

  func run() throws {
    let source = try input.read(for: Self.self)
    common.tellRepairs(of: source)
    if records { return try explainRecords(of: source) }
    let out = Output()
    let restoration = try knowledge.restorer(common).restore(
      source.text, options: RestorationOptions(keptReadings: 4))
    try checkLine(of: source, among: restoration.text.utf8.count { $0 == 0x0A } + 1)
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
          "\(word.line)", word.before, word.after, Self.percent(word.confidence),
          word.decision == ChangedWord.byContext && !word.context.isEmpty
            ? "after “\(word.context.suffix(2).joined(separator: " "))”" : word.decision,
          others.joined(separator: ", "),
        ]
      }
      try out.write(table.formatted(common.style))
    }
    try out.finish()
  }

  private func explainRecords(of source: SourceDocument) throws {
    let pipeline = try knowledge.pipeline(common, restores: !noRestore)
    let explanation = pipeline.explainRecords(source)
    try checkLine(of: source, among: explanation.lineCount)
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

  private func checkLine(of source: SourceDocument, among lineCount: Int) throws {
    guard let line, line > lineCount else { return }
    throw Failure(description: "\(source.file): has \(lineCount) lines, so there is no line \(line)")
  }

  private static func percent(_ probability: Float) -> String {
    let tenths = Int((probability * 1000).rounded())
    return tenths >= 995 || tenths % 10 == 0 ? "\((tenths + 5) / 10) %" : "\(tenths / 10),\(tenths % 10) %"
  }
}
