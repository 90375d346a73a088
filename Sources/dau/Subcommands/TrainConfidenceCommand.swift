import ArgumentParser
import DauArchive
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
      words among the least sure twentieth, and the expected calibration error. A thousand words are the least, and thirty \
      that restoration reads wrong. Beside the weights is written their card (confidence.card.md: pages, figures, command).

        dau train confidence --page ocr.txt:truth.txt:rules-without-it \\
          --page b.txt:b.gold.txt --out my-rules/model/confidence.tsv
        dau restore --rules my-rules scan.txt
      """)

  @Option(
    help: ArgumentHelp(
      "Two files of the same number of lines, and a folder of rules. Repeat for more.",
      valueName: "ocr:truth[:rules]"))
  var page: [String]

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var out: String

  @Flag(help: "Replace the file and its card if they exist.")
  var force = false

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try Naming.require(out, "--out")
    for text in page where Self.parts(of: text) == nil {
      throw ValidationError("'\(text)' is not OCR:TRUTH or OCR:TRUTH:RULES")
    }
  }

  private static func parts(of page: String) -> [Substring]? {
    let parts = page.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count) && !parts.contains("") ? parts : nil
  }

  func run() throws {
    let weights = URL(filePath: out)
    let card = weights.deletingPathExtension().appendingPathExtension("card.md")
    for url in [weights, card] { try TrainCommand.requireFree(url.relativePath, force: force) }
    let pages = try pages()
    let figures = try ProgressLine.watch(common, saying: "stopping after this page; nothing is written") { progress in
      try AtomicFile.placing(weights, replacing: force) { place in
        try ConfidenceTraining(pages: pages).run(writingTo: place, progress: progress)
      }
    }
    let text = try ConfidenceCard(pages: pages, figures: figures, name: weights.lastPathComponent)
      .text(date: .now, program: Pipeline.programVersion)
    try AtomicFile.write(text, to: card, replacing: force)
    var table = TextTable([
      ("page", .left), ("words", .right), ("wrong", .right), ("found in 5 %", .right), ("calibration error", .right),
    ])
    table.rows = figures.map {
      [
        $0.name, grouped($0.words), grouped($0.wrong), $0.found.map { percent($0, 0) } ?? "",
        $0.calibrationError.map { percent($0) } ?? "",
      ]
    }
    let output = Output()
    try output.write(table.formatted(common.style))
    try output.line("\(pages.count) \(pages.count == 1 ? "page" : "pages")\t\(out)")
    try output.finish()
    let wrong = figures.reduce(0) { $0 + $1.wrong }
    if wrong < ConfidenceTraining.fewWrong {
      common.note(
        "only \(wrong) words were wrong, so the weights are uncertain; from \(ConfidenceTraining.fewWrong) on they can be trusted"
      )
    }
    if pages.count == 1 { common.note("one page alone cannot tell how good the weights are; add others") }
  }

  private func pages() throws -> [ConfidenceTraining.Page] {
    var restorers: [String: Restorer] = [:]
    let remedy = "name one file, and give --page again for the others"
    return try page.compactMap(Self.parts).map { parts in
      let ocr = try TrainCommand.existingFile(parts[0], inFolder: remedy)
      let truth = try TrainCommand.existingFile(parts[1], inFolder: remedy)
      let rules = parts.count == 3 ? String(parts[2]) : ""
      let restorer = try restorers[rules] ?? makeRestorer(rules)
      restorers[rules] = restorer
      return ConfidenceTraining.Page(
        name: ocr.lastPathComponent, ocr: ocr, truth: truth, restorer: restorer, rules: rules)
    }
  }

  private func makeRestorer(_ rules: String) throws -> Restorer {
    guard !rules.isEmpty else { return try knowledge.restorer(common) }
    return try Restorer(rules: RuleBook(directory: URL(filePath: rules, directoryHint: .isDirectory)))
  }
}
