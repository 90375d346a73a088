import ArgumentParser
import DauRestore
import DauRules
import Foundation

struct TrainConfidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confidence", abstract: "Learn how sure restoration may be, from pages whose true text is known.",
    discussion: """
      Each --page names the engine's text and the true text; line i of one is line i of the other. A page teaches \
      something only when the channel tables have not seen it: name a folder of rules with tables made without it as \
      the third part. For each page it prints how weights learned from the others do on it: the share of its wrong \
      words among the least sure twentieth, and the expected calibration error.

        dau train confidence --page ocr.txt:truth.txt:rules-without-it --page b.txt:b.gold.txt \\
          --out rules/model/confidence.tsv
      """)

  @Option(
    help: ArgumentHelp(
      "Two files of the same number of lines, and a folder of rules. Repeat for more.",
      valueName: "ocr:truth[:rules]"))
  var page: [String]

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var out: String

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    for text in page where !(2...3).contains(text.split(separator: ":").count) {
      throw ValidationError("'\(text)' is not OCR:TRUTH or OCR:TRUTH:RULES")
    }
  }

  func run() throws {
    try TrainCommand.requireFree(out, force: force)
    var restorers: [String: Restorer] = [:]
    let pages = try page.map { text in
      let parts = text.split(separator: ":").map(String.init)
      for part in parts where !FileManager.default.fileExists(atPath: part) {
        throw Failure(description: "\(part): there is no such file or folder; check the name")
      }
      let rules = parts.count == 3 ? parts[2] : ""
      let restorer = try restorers[rules] ?? makeRestorer(rules)
      restorers[rules] = restorer
      return ConfidenceTraining.Page(
        name: URL(filePath: parts[0]).lastPathComponent, ocr: URL(filePath: parts[0]), truth: URL(filePath: parts[1]),
        restorer: restorer)
    }
    let figures = try ConfidenceTraining(pages: pages).run(writingTo: URL(filePath: out)) {
      common.detail("restoring \($0.name)")
    }
    var table = TextTable([
      ("page", .left), ("words", .right), ("wrong", .right), ("found in 5 %", .right), ("calibration error", .right),
    ])
    table.rows = figures.map {
      [
        $0.name, "\($0.words)", "\($0.wrong)", String(format: "%.0f %%", 100 * $0.found),
        String(format: "%.2f %%", 100 * $0.calibrationError),
      ]
    }
    let output = Output()
    if !table.rows.isEmpty { try output.write(table.formatted(common.style)) }
    try output.line("\(pages.count) pages\t\(out)")
    try output.finish()
  }

  private func makeRestorer(_ rules: String) throws -> Restorer {
    guard !rules.isEmpty else { return try knowledge.restorer(common) }
    return try Restorer(rules: RuleBook.load(directory: URL(filePath: rules, directoryHint: .isDirectory)))
  }
}
