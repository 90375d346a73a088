import ArgumentParser
import DauArchive
import DauRestore
import Foundation

struct TrainChannelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "channel", abstract: "Learn what an OCR engine does to letters, from its reading of known text.",
    discussion: """
      Each --pair names the engine's text and the true text; line i of one is line i of the other. The table is text: letter, \
      what the engine writes for it, log10 of the probability; its first lines say from which files it was made. Put it \
      into the folder channel/ of your own rules, and it is used beside the tables of the program, or for the one of its name.

        mkdir -p my-rules/channel
        dau train channel --pair ocr.txt:truth.txt --name my-scanner \\
          --out my-rules/channel/my-scanner.tsv
        dau restore --rules my-rules scan.txt
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

  func validate() throws {
    for text in pair where Self.parts(of: text) == nil {
      throw ValidationError("'\(text)' is not OCR:TRUTH or OCR:TRUTH:WEIGHT, with a weight above 0")
    }
    try Naming.require(name, "--name")
    try Naming.require(out, "--out")
    if name.contains(where: \.isNewline) {
      throw ValidationError("--name is one line of the table; leave the line break out")
    }
  }

  private static func parts(of pair: String) -> (ocr: Substring, truth: Substring, weight: Float)? {
    let parts = pair.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let weight = parts.count == 3 ? Float(parts[2]) : 1, weight > 0,
      weight.isFinite, !parts[0].isEmpty, !parts[1].isEmpty
    else { return nil }
    return (parts[0], parts[1], weight)
  }

  func run() throws {
    try TrainCommand.requireFree(out, force: force)
    let lines = try pair.compactMap(Self.parts).map { ocr, truth, weight in
      let remedy = "name one file, and give --pair again for the others"
      return ChannelTraining.Lines(
        ocr: try TrainCommand.existingFile(ocr, inFolder: remedy),
        truth: try TrainCommand.existingFile(truth, inFolder: remedy), weight: weight)
    }
    let count = try ProgressLine.watch(common, saying: "stopping; nothing is written") { progress in
      try AtomicFile.placing(URL(filePath: out), replacing: force) { place in
        try ChannelTraining(lines: lines).run(writingTo: place, title: name, progress: progress)
      }
    }
    let output = Output()
    try output.line("\(count) word pairs\t\(out)")
    try output.finish()
  }
}
