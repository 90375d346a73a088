import ArgumentParser
import DauLanguage
import DauRestore
import DauRules
import Foundation

/// A file that training reads; looked for before the long work begins.
private func existingFile(_ path: Substring) throws -> URL {
  guard FileManager.default.fileExists(atPath: String(path)) else {
    throw Failure(description: "\(path): there is no such file; check the name")
  }
  return URL(filePath: String(path))
}

struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Build the models from your own clean documents.",
    subcommands: [LM.self, Channel.self, Confidence.self])

  struct LM: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lm", abstract: "Build the language model from clean text, one paragraph a line.",
      discussion: """
        Each --component is a body of text: a name, a colon and its files, separated by commas. The bodies are \
        estimated by themselves and mixed with weights that suit the held-out text best.

          dau train lm --component laws:a.txt,b.txt --component news:c.txt \\
            --held-out tuning.txt --out general.daulm
        """)

    @Option(help: "A body of text: NAME:FILE[,FILE...]. Repeat for more.")
    var component: [String]

    @Option(help: "Text of the genre that tunes the mixture; its lines are left out of the training.")
    var heldOut: String?

    @Option(help: "A list of words that must be known, one a line.")
    var words: String?

    @Option(help: "The largest size of the model in megabytes.")
    var megabytes: Double = 40

    @Option(help: "The model to write.")
    var out: String

    @Flag(help: "Replace the model if it exists.")
    var force = false

    func validate() throws {
      for text in component where !text.contains(":") {
        throw ValidationError("'\(text)' names no files; write NAME:FILE,FILE")
      }
      guard megabytes > 1 else { throw ValidationError("a model needs more than 1 megabyte") }
    }

    func run() async throws {
      guard force || !FileManager.default.fileExists(atPath: out) else {
        throw Failure(description: "\(out) exists; name another file or add --force")
      }
      let bodies = try component.map { text in
        let parts = text.split(separator: ":", maxSplits: 1)
        return LanguageModelTraining.Component(
          name: String(parts[0]), files: try parts[1].split(separator: ",").map(existingFile))
      }
      var required: Set<String> = []
      if let words {
        let list = try String(contentsOfFile: words, encoding: .utf8)
        for line in list.split(separator: "\n") where !line.hasPrefix("#") {
          required.insert(String(line.split(separator: "\t")[0]))
        }
      }
      let training = try LanguageModelTraining(
        components: bodies, heldOut: heldOut.map { try existingFile($0[...]) }, requiredWords: required,
        byteLimit: Int(megabytes * 1_000_000))
      let started = ContinuousClock.now
      let report = try training.run(writingTo: URL(filePath: out)) { line in
        let seconds = (ContinuousClock.now - started).components.seconds
        FileHandle.standardError.write(Data("\(seconds) s  \(line)\n".utf8))
      }
      for part in report.weights {
        print("\(part.name)\tweight \(String(format: "%.4f", part.weight))\twords \(part.tokens)")
      }
      print("perplexity of the held-out text\tmixture \(report.mixturePerplexity)\tpruned \(report.prunedPerplexity)")
      print("n-grams\t\(report.counts.map(String.init).joined(separator: " "))")
    }
  }

  struct Channel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "channel", abstract: "Learn what an OCR engine does to letters, from its reading of known text.",
      discussion: """
        Each --pair names the engine's text and the true text; line i of one is line i of the other.

          dau train channel --pair ocr.txt:truth.txt --name my-scanner --out rules/channel/my-scanner.tsv
        """)

    @Option(
      help:
        "OCR:TRUTH, two files of the same number of lines; add :WEIGHT to count its words more or less. Repeat for more."
    )
    var pair: [String]

    @Option(help: "What the table describes; goes into its first line.")
    var name: String

    @Option(help: "The table to write.")
    var out: String

    @Flag(help: "Replace the table if it exists.")
    var force = false

    func run() async throws {
      guard force || !FileManager.default.fileExists(atPath: out) else {
        throw Failure(description: "\(out) exists; name another file or add --force")
      }
      let lines = try pair.map { text in
        let parts = text.split(separator: ":")
        guard parts.count == 2 || parts.count == 3, let weight = parts.count == 3 ? Float(parts[2]) : 1, weight > 0
        else {
          throw ValidationError("'\(text)' is not OCR:TRUTH or OCR:TRUTH:WEIGHT")
        }
        return ChannelTraining.Lines(
          ocr: try existingFile(parts[0]), truth: try existingFile(parts[1]), weight: weight)
      }
      let count = try ChannelTraining(lines: lines).run(writingTo: URL(filePath: out), title: name)
      print("\(count) word pairs\t\(out)")
    }
  }
}
