import ArgumentParser
import DauRestore
import Foundation

struct TrainChannelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "channel", abstract: "Learn what an OCR engine does to letters, from its reading of known text.",
    discussion: """
      Each --pair names the engine's text and the true text; line i of one is line i of the other. The table is text: letter, \
      what the engine writes for it, log10 of the probability; its first lines say from which files it was made. Put it \
      into the folder channel/ of your rules.

        dau train channel --pair ocr.txt:truth.txt --name my-scanner --out rules/channel/my-scanner.tsv
      """)

  @Option(
    help: ArgumentHelp(
      "Two files of the same number of lines; add :WEIGHT to count its words more or less. Repeat for more.",
      valueName: "ocr:truth"))
  var pair: [String]

  @Option(help: "What the table describes; goes into its first line.")
  var name: String

  @Option(help: ArgumentHelp("The table to write.", valueName: "file"), completion: .file())
  var out: String

  @Flag(help: "Replace the table if it exists.")
  var force = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try TrainCommand.requireFree(out, force: force)
    let lines = try pair.map { text in
      let parts = text.split(separator: ":")
      guard parts.count == 2 || parts.count == 3, let weight = parts.count == 3 ? Float(parts[2]) : 1, weight > 0
      else {
        throw ValidationError("'\(text)' is not OCR:TRUTH or OCR:TRUTH:WEIGHT")
      }
      return ChannelTraining.Lines(
        ocr: try TrainCommand.existingFile(parts[0]), truth: try TrainCommand.existingFile(parts[1]), weight: weight)
    }
    let line = ProgressLine(common)
    let count: Int
    do {
      count = try Interruption.watch(saying: "stopping; nothing is written") { interruption in
        try ChannelTraining(lines: lines).run(writingTo: URL(filePath: out), title: name) { step, share in
          try interruption.check()
          line.show(step, share)
        }
      }
    } catch is CancellationError {
      line.finish()
      throw ExitStatus.interrupted
    }
    line.finish()
    print("\(count) word pairs\t\(out)")
  }
}
