import ArgumentParser
import DauArchive
import DauIngest
import DauRestore

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Print each word that restoration changes: before, after, how sure.",
    discussion: "  dau explain scan.txt --line 12")

  @OptionGroup var input: InputOptions
  @Option(help: "Only this line of the text, counted from 1.")
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
    let out = Output()
    let restoration = try knowledge.restorer(common).restore(source.text)
    let lineCount = restoration.text.utf8.count { $0 == 0x0A } + 1
    if let line, line > lineCount {
      throw Failure(description: "\(source.file): has \(lineCount) lines, so there is no line \(line)")
    }
    let words = ChangedWord.all(in: restoration).filter { line == nil || $0.line == line }
    if json {
      for word in words { try out.line(word.json.json) }
    } else if words.isEmpty {
      common.note("nothing was changed")
    } else {
      var table = TextTable([("line", .right), ("before", .left), ("after", .left), ("sure", .right)])
      table.rows = words.map { word in
        ["\(word.line)", word.before, word.after, "\(Int((word.confidence * 100).rounded())) %"]
      }
      try out.write(table.formatted(common.style))
    }
    try out.finish()
  }
}
