import ArgumentParser
import DauArchive
import DauIngest
import DauRestore

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print each word that restoration changes: its readings, their probabilities, what decided.",
    discussion: """
      A word is decided by a rule of rules/confusions.tsv (named by its line), by the letters alone, or by the context, the \
      words before it: then another word explains the letters better, but hardly ever stands there. 'Sure' is how often \
      such a decision is right. With --json each reading has both scores: channel_log10, the probability that the engine \
      makes the letters of it, and language_log10, the probability of it after the words before.

        dau explain scan.txt --line 12
      """)

  @OptionGroup var input: InputOptions
  @Option(help: ArgumentHelp("Only this line of the text, counted from 1.", valueName: "n"))
  var line: Int?
  @Flag(help: "Print one JSON object a changed word.")
  var json = false
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let line, line < 1 { throw ValidationError("lines are counted from 1, so --line \(line) is none") }
  }

  func run() throws {
    let source = try input.read(for: Self.self)
    common.tellRepairs(of: source)
    let out = Output()
    let restoration = try knowledge.restorer(common).restore(
      source.text, options: RestorationOptions(keptReadings: 4))
    let lineCount = restoration.text.utf8.count { $0 == 0x0A } + 1
    if let line, line > lineCount {
      throw Failure(description: "\(source.file): has \(lineCount) lines, so there is no line \(line)")
    }
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

  private static func percent(_ probability: Float) -> String {
    let tenths = Int((probability * 1000).rounded())
    return tenths >= 995 || tenths % 10 == 0 ? "\((tenths + 5) / 10) %" : "\(tenths / 10),\(tenths % 10) %"
  }
}
