import ArgumentParser
import DauArchive
import DauLanguage
import DauRestore
import DauRules
import Foundation

struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Look into a language model: check it, measure it, hand it to other programs.",
    discussion: """
      Without --model, the model of the program in rules/model. 'dau train lm' makes others.

        dau model check
        dau model perplexity heldout.txt --model my.daulm
        dau model arpa --output my.arpa
      """,
    subcommands: [Show.self, Check.self, Perplexity.self, Arpa.self, Words.self])

  /// The text of a file; of standard input for `-`.
  private static func blocks(_ path: String) throws -> TextBlocks {
    path == "-" ? .standardInput : TextBlocks(URL(filePath: path))
  }

  /// Which model.
  struct Choice: ParsableArguments {
    @Option(
      help: ArgumentHelp("A language model to use instead of the one in rules/model.", valueName: "file"),
      completion: .file())
    var model: String?

    func validate() throws { try Naming.require(model, "--model") }

    func open() throws -> (model: LanguageModel, path: String) {
      let url =
        try model.map(KnowledgeOptions.existing)
        ?? RuleBook.standardDirectory().appending(path: "model/\(Restorer.modelName)")
      return (try LanguageModel(contentsOf: url), url.relativePath)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print what a model holds.")
    @OptionGroup var choice: Choice
    @Flag(help: "Print one JSON object.")
    var json = false
    @OptionGroup var common: CommonOptions

    func run() throws {
      let (model, path) = try choice.open()
      let out = Output()
      if json {
        try out.line(
          JSONValue.object([
            "file": .string(path), "bytes": .integer(model.byteCount), "order": .integer(model.counts.count),
            "words": .integer(model.wordCount), "ngrams": .array(model.counts.map(JSONValue.integer)),
          ]).json)
      } else {
        var table = TextTable([("", .left), ("", .right)])
        table.rows.append(["megabytes", decimal(Double(model.byteCount) / 1e6, 1)])
        table.rows.append(["words", grouped(model.wordCount)])
        for (order, count) in model.counts.enumerated().dropFirst() {
          table.rows.append(["n-grams of \(order + 1) words", grouped(count)])
        }
        try out.line(path)
        try out.write(table.formatted(common.style))
      }
      try out.finish()
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Read a whole model and compare it with its checksum; exit code 2 when it is damaged.")
    @OptionGroup var choice: Choice
    @OptionGroup var common: CommonOptions

    func run() throws {
      let (model, path) = try choice.open()
      try common.timed("checked") { try model.verify() }
      common.note("\(path) is sound: \(grouped(model.byteCount)) bytes")
    }
  }

  struct Perplexity: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "perplexity",
      abstract: "Print how well a model foretells clean text: perplexity by word, lower is better.",
      discussion: """
        One paragraph a line. The text should not have been part of the training. A word that the model does not know \
        has the probability of all unknown words together. The speed is that of looking up and scoring on one core.
        """)
    @Argument(help: "Texts; - is standard input.", completion: .file())
    var files: [String]
    @OptionGroup var choice: Choice
    @Flag(help: "Print one JSON object.")
    var json = false
    @OptionGroup var common: CommonOptions

    func validate() throws { try Naming.require(files, "the name of a text") }

    func run() throws {
      let (model, path) = try choice.open()
      var meter = PerplexityMeter(model: model)
      for file in files { try ModelCommand.blocks(file).forEach { meter.add($0.span) } }
      guard meter.wordCount > 0 else {
        throw Failure(description: "\(files.joined(separator: ", ")): no words; give clean text, one paragraph a line")
      }
      let seconds = meter.scoring / .seconds(1)
      let out = Output()
      if json {
        try out.line(
          JSONValue.object([
            "model": .string(path), "sentences": .integer(meter.sentenceCount), "words": .integer(meter.wordCount),
            "unknown": .integer(meter.unknownCount), "log10": .number(meter.log10Probability),
            "perplexity": .number(meter.perplexity),
            "perplexity_known": .number(meter.perplexityOfKnownWords), "seconds": .number(seconds),
          ]).json)
      } else {
        var table = TextTable([("", .left), ("", .right)])
        table.rows.append(["sentences", grouped(meter.sentenceCount)])
        table.rows.append(["words", grouped(meter.wordCount)])
        table.rows.append(["words unknown", grouped(meter.unknownCount)])
        table.rows.append(["perplexity", decimal(meter.perplexity, 3)])
        table.rows.append(["perplexity of known words", decimal(meter.perplexityOfKnownWords, 3)])
        table.rows.append(["words a second", grouped(Int(Double(meter.wordCount) / max(seconds, 1e-9)))])
        try out.write(table.formatted(common.style))
      }
      try out.finish()
    }
  }

  struct Arpa: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "arpa", abstract: "Write a model as ARPA text, which KenLM and other programs read.",
      discussion: """
        The text is about seven times as large as the model. 'dau model words' prints text in the words of the model, for \
        programs that read the ARPA text.

          dau model arpa --output admin-vi.arpa
        """)
    @OptionGroup var choice: Choice
    @Option(
      name: [.short, .long], help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"),
      completion: .file())
    var output: String
    @Flag(help: "Replace the file if it exists.")
    var force = false
    @OptionGroup var common: CommonOptions

    func validate() throws { try Naming.require(output, "--output") }

    func run() throws {
      let (model, path) = try choice.open()
      let out = try Output(path: output, replacing: force)
      // Positions in a damaged file would lead anywhere.
      try model.verify()
      let showsProgress = Console.standardErrorIsTerminal && !common.quiet
      try model.writeARPA { block in
        try out.append(block.span)
      } progress: { share in
        if showsProgress { Console.showProgress("writing \(output): \(Int(share * 100)) %") }
      }
      try out.finish()
      if showsProgress { Console.clearProgress() }
      if output != "-" { common.note("\(path) is written as \(output)") }
    }
  }

  struct Words: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "words", abstract: "Print a text as the words that models are made of, one sentence a line.",
      discussion: """
        Lower case, tones in the old style (hòa), numbers as <num>, punctuation left out.

          dau model words laws.txt | lmplz -o 4 > laws.arpa
        """)
    @Argument(help: "Texts, one paragraph a line; - is standard input.", completion: .file())
    var files: [String]
    @OptionGroup var common: CommonOptions

    func validate() throws { try Naming.require(files, "the name of a text") }

    func run() throws {
      let out = Output()
      for file in files {
        try ModelCommand.blocks(file).forEach { block in
          var lines = ""
          LanguageText.forEachSentence(of: block.span) { lines += $0.joined(separator: " ") + "\n" }
          try out.write(lines)
        }
      }
      try out.finish()
    }
  }
}
