import ArgumentParser
import DauArchive
import DauLanguage
import DauRestore
import DauText
import Foundation

struct TrainLMCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lm", abstract: "Build the language model from clean text, one paragraph a line.",
    discussion: """
      Each --component is a body of text: a name, a colon and its files, separated by commas. The bodies are \
      estimated by themselves and mixed with weights that suit held-out text of your kind of documents best. --hold-out \
      takes one line in so many of a body for that: half of them tune the mixture, half measure the model. Which lines \
      these are follows from their words alone; the same lines, and lines near to them, are left out of all bodies.

        dau train lm --component ours:a.txt,b.txt --component news:c.txt \\
          --hold-out ours:1/100 --out ours.daulm

      Beside the model are written its card (ours.card.md: data, figures, settings) and the lines that measured it \
      (ours.heldout.txt). What does not fit the memory is kept in a work folder on disk, and with it what is finished: after an \
      interruption or a full disk the same command goes on. Remove \
      the folder if you do not want that. Use the model with --model, as in 'dau restore --model ours.daulm'.
      """)

  @Option(help: ArgumentHelp("A body of text. Repeat for more.", valueName: "name:file,file"))
  var component: [String]

  @Option(help: ArgumentHelp("Hold out one line in N of a body. Repeat for more.", valueName: "name:1/N"))
  var holdOut: [String] = []

  @Option(
    help: ArgumentHelp(
      "Text of the genre that tunes the mixture; its lines are left out of the training.", valueName: "file"),
    completion: .file())
  var heldOut: String?

  @Option(
    help: ArgumentHelp(
      "Words that must be known: the first column of a list, such as syllables.tsv.", valueName: "file"),
    completion: .file())
  var words: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The largest size of the model, in megabytes.", valueName: "MB"))
  var megabytes: Double = 40

  @Option(parsing: .unconditional, help: ArgumentHelp("How much memory may be used, in gigabytes.", valueName: "GB"))
  var memory: Double = 4

  @Option(
    help: ArgumentHelp("The folder for unfinished work (default: the model's name with .work).", valueName: "dir"),
    completion: .directory)
  var work: String?

  @Option(help: ArgumentHelp("The model to write.", valueName: "file"), completion: .file())
  var out: String

  @Flag(help: "Write the model as ARPA text too, beside it, for KenLM and other programs.")
  var arpa = false

  @Flag(help: "Replace the model and what is written beside it if they exist.")
  var force = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try Naming.require(heldOut, "--held-out")
    try Naming.require(words, "--words")
    try Naming.require(work, "--work")
    try Naming.require(out, "--out")
    for text in component where text.split(separator: ":", maxSplits: 1).count != 2 {
      throw ValidationError("'\(text)' names no files; write NAME:FILE,FILE")
    }
    let names = component.map { String($0.prefix { $0 != ":" }) }
    guard Set(names).count == names.count else { throw ValidationError("two bodies of text have the same name") }
    for text in holdOut {
      guard let rule = Self.holdOutRule(text) else {
        throw ValidationError("'\(text)' is not NAME:1/N with N of 2 or more, as in ours:1/100")
      }
      guard names.contains(rule.name) else {
        throw ValidationError(
          "--hold-out \(text): there is no body '\(rule.name)'; there are \(names.joined(separator: ", "))")
      }
    }
    let heldOutBodies = holdOut.compactMap { Self.holdOutRule($0)?.name }
    if let twice = heldOutBodies.first(where: { name in heldOutBodies.count { $0 == name } > 1 }) {
      throw ValidationError("--hold-out is given twice for '\(twice)'; leave one out")
    }
    guard (1.5...4000).contains(megabytes) else { throw ValidationError("--megabytes must be 1.5 to 4000") }
    guard (0.25...1024).contains(memory) else { throw ValidationError("--memory must be 0.25 to 1024 gigabytes") }
  }

  private static func holdOutRule(_ text: String) -> (name: String, every: Int)? {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[1].hasPrefix("1/"), let every = Int(parts[1].dropFirst(2)), every >= 2 else {
      return nil
    }
    return (String(parts[0]), every)
  }

  private func beside(_ ending: String) -> URL {
    URL(filePath: out).deletingPathExtension().appendingPathExtension(ending)
  }

  func run() throws {
    let model = URL(filePath: out)
    let outputs =
      [model, beside("card.md")] + (holdOut.isEmpty ? [] : [beside("heldout.txt")]) + (arpa ? [beside("arpa")] : [])
    for url in outputs { try TrainCommand.requireFree(url.relativePath, force: force) }
    let training = try training()
    let work = URL(filePath: work ?? out + ".work", directoryHint: .isDirectory)
    if training.heldOut == nil, holdOut.isEmpty, component.count > 1 {
      common.note("no held-out text: the bodies are mixed in equal parts; better add --hold-out NAME:1/100")
    }
    let line = ProgressLine(common)
    let started = ContinuousClock.now
    let result: LanguageModelTraining.Result
    do {
      result = try Interruption.watch(saying: "stopping; what is finished is kept in \(work.relativePath)") {
        interruption in
        try training.run(writingTo: model, work: work) { progress in
          try interruption.check()
          line.show(progress.step, progress.share)
        }
      }
    } catch is CancellationError {
      line.finish()
      common.note("stopped\(Self.whatIsKept(in: work).map { "; \($0)" } ?? "; nothing is kept")")
      throw ExitStatus.interrupted
    } catch {
      line.finish()
      switch error {
      // What is in the folder is not of this training.
      case ModelError.busy, ModelError.foreign: break
      default: if let kept = Self.whatIsKept(in: work) { Console.complain(kept) }
      }
      throw error
    }
    line.finish()
    let seconds = started.duration(to: .now) / .seconds(1)
    let card = ModelCard(training: training, result: result, name: model.lastPathComponent)
    try AtomicFile.write(
      card.text(seconds: seconds, date: .now, program: Pipeline.programVersion), to: beside("card.md"),
      replacing: force)
    if !holdOut.isEmpty {
      try AtomicFile.write(result.tests.map(\.text).joined(), to: beside("heldout.txt"), replacing: force)
    }
    if arpa { try LanguageModel(contentsOf: model).writeARPA(to: beside("arpa")) }
    let out = Output()
    try out.write(Self.figures(of: result).formatted(common.style))
    try out.finish()
    common.note("\(outputs.map(\.relativePath).joined(separator: ", ")) written in \(ProgressLine.duration(seconds))")
  }

  private static func figures(of result: LanguageModelTraining.Result) -> TextTable {
    var table = TextTable([("", .left), ("", .right)])
    table.cellLimit = 100
    for part in result.report.components {
      table.rows.append(["weight of \(part.name), \(grouped(part.tokens)) words", decimal(part.weight, 4)])
    }
    if result.tuningLineCount > 0 {
      table.rows.append(["perplexity of the tuning lines, whole mixture", decimal(result.report.mixturePerplexity, 3)])
      table.rows.append(["the same, pruned", decimal(result.report.prunedPerplexity, 3)])
    }
    for test in result.tests {
      let size = "\(grouped(test.lineCount)) lines, \(grouped(test.wordCount)) words"
      table.rows.append(["perplexity of lines held out of \(test.name), \(size)", decimal(test.perplexity, 3)])
    }
    for (order, count) in result.report.counts.enumerated().dropFirst() {
      table.rows.append(["n-grams of \(order + 1) words", grouped(count)])
    }
    table.rows.append(["bytes", grouped(result.byteCount)])
    return table
  }

  /// What to tell of the work folder after a training that did not come to its end.
  private static func whatIsKept(in work: URL) -> String? {
    guard FileManager.default.fileExists(atPath: work.path) else { return nil }
    let path = work.relativePath.hasSuffix("/") ? String(work.relativePath.dropLast()) : work.relativePath
    return "what is finished is kept in \(path): run the same command to go on, or remove it with 'rm -r \(path)'"
  }

  private func training() throws -> LanguageModelTraining {
    let rules = Dictionary(holdOut.compactMap(Self.holdOutRule).map { ($0.name, $0.every) }) { $1 }
    let bodies = try component.map { text in
      let parts = text.split(separator: ":", maxSplits: 1)
      let name = String(parts[0])
      return LanguageModelTraining.Component(
        name: name, files: try parts[1].split(separator: ",").map { try TrainCommand.existingFile($0) },
        holdOutEvery: rules[name] ?? 0)
    }
    var required: Set<String> = []
    if let words {
      try TextBlocks(try TrainCommand.existingFile(words[...])).forEach { block in
        for line in block.textLines() where !line.isEmpty && line.first != UInt8(ascii: "#") {
          required.insert(String(decoding: line.prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self))
        }
      }
    }
    var training = LanguageModelTraining(
      components: bodies, heldOut: try heldOut.map { try TrainCommand.existingFile($0[...]) }, requiredWords: required,
      byteLimit: Int(megabytes * 1_000_000))
    training.memory = Int(memory * 1_000_000_000)
    training.wordList = words.map { URL(filePath: $0) }
    return training
  }
}
