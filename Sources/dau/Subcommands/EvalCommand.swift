import ArgumentParser
import DauArchive
import DauEval
import DauIngest
import DauRestore
import Foundation

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Measure the accuracy against true texts and records, or compare two measurements.",
    discussion: """
      Put beside each other what the OCR read, NAME.noisy.txt, what really stands on the page, NAME.gold.txt, and if \
      you have them the true records, NAME.records.jsonl; a clean NAME.txt with records is evaluated too. Two pages \
      typed by hand tell how far the program can be trusted on your own scans.

        dau eval truth/
        dau eval --gold corpus/gold --noisy corpus/ocr
        dau eval truth/ --save before.json         ... change rules or models ...
        dau eval truth/ --save after.json
        dau eval --compare before.json after.json  what was won and lost

      --compare also takes two outputs of 'dau extract', without true records. docs/evaluation.md says how each figure \
      is counted.
      """)

  @Argument(help: "Folders, or true texts named NAME.gold.txt.", completion: .file())
  var paths: [String] = []
  @Option(
    help: ArgumentHelp("The true text, or a folder of them, when the readings lie elsewhere.", valueName: "path"),
    completion: .file())
  var gold: String?
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("What the OCR read: files, or folders of NAME.txt and NAME.ANY.txt.", valueName: "path"),
    completion: .file())
  var noisy: [String] = []
  @Option(
    help: ArgumentHelp("The true records of a single --gold.", valueName: "file"), completion: .file())
  var records: String?
  @Option(
    help: ArgumentHelp(
      "Judge this text, made by any program from the single --noisy, instead of restoring it.", valueName: "file"),
    completion: .file())
  var restored: String?
  @Flag(help: "Compare two results: written by --save, or written by 'dau extract'.")
  var compare = false
  @Flag(help: "Print one JSON object: all figures and every mistake.")
  var json = false
  @Option(
    help: ArgumentHelp("Write that object to a file for --compare, besides the report.", valueName: "file"),
    completion: .file())
  var save: String?
  @Flag(help: "Save digests for words and records: for results that are kept where the documents may not be.")
  var withoutText = false
  @Option(
    name: [.customLong("errors")], parsing: .unconditional,
    help: ArgumentHelp("How many examples of each mistake are shown.", valueName: "n"))
  var exampleCount = 10
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Exit with 1 when more words than this are wrong after, in per cent.", valueName: "percent"))
  var maxWER: Double?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Exit with 1 when more right words than this are harmed, in per cent.", valueName: "percent"))
  var maxHarm: Double?
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Exit with 1 when F1 is below: for all kinds (0.9) or for one (date=0.98). Of the restored text where there is one.",
      valueName: "bar"))
  var minF1: [F1Bar] = []
  @OptionGroup var output: OutputOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var common: CommonOptions

  /// `0.9` or `date=0.98`.
  struct F1Bar: ExpressibleByArgument {
    var kind: String?
    var least: Double

    init?(argument: String) {
      let parts = argument.split(separator: "=", maxSplits: 1)
      guard let last = parts.last, let least = Double(last), (0...1).contains(least) else { return nil }
      self.least = least
      if parts.count == 2 {
        kind = String(parts[0])
        guard RecordKey.kinds.contains(String(parts[0])) else { return nil }
      }
    }
  }

  func validate() throws {
    if exampleCount < 0 { throw ValidationError("--errors must be 0 or more") }
    try Naming.require(paths, "the name of a true text")
    try Naming.require(noisy, "--noisy")
    let names = [("--gold", gold), ("--records", records), ("--restored", restored), ("--save", save)]
    for (option, name) in names { try Naming.require(name, option) }
    for (option, bar) in [("--max-wer", maxWER), ("--max-harm", maxHarm)] {
      guard let bar else { continue }
      guard bar.isFinite, bar >= 0 else {
        throw ValidationError("\(option) is a share in per cent, from 0, not \(bar)")
      }
    }
    if compare {
      guard paths.count == 2 else { throw ValidationError("--compare takes two files, the older one first") }
      guard gold == nil, noisy.isEmpty, records == nil, restored == nil else {
        throw ValidationError("--compare takes two files and nothing to evaluate")
      }
      guard save == nil, !withoutText, !json, maxWER == nil, maxHarm == nil, minF1.isEmpty else {
        throw ValidationError(
          "--compare only prints what was won and lost: --save, --without-text, --json, --max-wer, --max-harm and --min-f1 belong to a measurement"
        )
      }
      return
    }
    if paths.isEmpty, gold == nil { throw ValidationError("name folders or true texts to evaluate, or use --gold") }
    if !paths.isEmpty, gold != nil { throw ValidationError("name the true texts by paths or by --gold, not by both") }
    if gold == nil, !noisy.isEmpty || records != nil { throw ValidationError("--noisy and --records need --gold") }
    if let gold, records != nil, Self.isFolder(gold) {
      throw ValidationError(
        "--records are those of one true text; \(gold) is a folder, which has them beside each text")
    }
    if let save {
      if save == "-" {
        throw ValidationError("--save writes a file besides the report; for standard output add --json")
      }
      if let output = output.output, Self.isSame(save, output) {
        throw ValidationError("--save and --output name one file; give them two names")
      }
    }
    if restored != nil, noisy.count != 1 { throw ValidationError("--restored needs --gold and one --noisy") }
    if withoutText, !json, save == nil {
      throw ValidationError("--without-text says how results are saved; add --save FILE or --json")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    // The flag lives through the call.
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    func place(_ path: String) -> String { URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path }
    return place(a) == place(b)
  }

  func run() throws {
    if compare { return try runComparison() }
    let found =
      gold.map { EvaluationInputs(gold: $0, noisy: noisy, records: records) } ?? EvaluationInputs(paths: paths)
    for failure in found.failures { Console.complain("\(failure)") }
    if found.inputs.isEmpty { throw ExitStatus.error }
    if restored != nil, found.inputs.count != 1 {
      throw Failure(description: "--restored is one text; name one true text and one reading, not folders")
    }
    let out = try output.open()
    let saved = try save.map { try Output(path: $0, replacing: output.force) }
    let evaluation = try evaluate(found.inputs)
    if evaluation.documents.isEmpty { throw ExitStatus.error }
    let result = withoutText ? evaluation.withoutText() : evaluation
    if let saved {
      try saved.write(try result.json())
      try saved.finish()
    }
    if json {
      try out.write(try result.json())
    } else {
      try out.write(EvaluationReport(style: common.style, exampleCount: exampleCount).text(of: evaluation))
    }
    try out.finish()
    let missed = missedBars(evaluation)
    for bar in missed { Console.complain(bar) }
    if !missed.isEmpty || evaluation.documents.count < found.inputs.count + found.failures.count {
      throw ExitStatus.partial
    }
  }

  private func evaluate(_ inputs: [EvaluationInput]) throws -> Evaluation {
    let restoring = try restored == nil ? knowledge.pipeline(common) : nil
    let plain = try knowledge.pipeline(common, restores: false)
    var evaluator = Evaluator()
    let showsProgress = Console.standardErrorIsTerminal && !common.quiet
    for (index, input) in inputs.enumerated() {
      if showsProgress { Console.showProgress("\(index + 1) of \(inputs.count): \(Style.printable(input.name))") }
      do {
        try common.timed(input.name) { try evaluate(input, restoring, plain, into: &evaluator) }
      } catch let failure as Failure {
        if showsProgress { Console.clearProgress() }
        Console.complain(failure.description)
      }
    }
    if showsProgress { Console.clearProgress() }
    return evaluator.evaluation(version: (restoring ?? plain).version)
  }

  private func evaluate(
    _ input: EvaluationInput, _ restoring: Pipeline?, _ plain: Pipeline, into evaluator: inout Evaluator
  ) throws {
    let truth = try read(input.gold)
    let source = try input.noisy.map(read) ?? truth
    let goldRecords = try input.records.map(readRecords)
    var text: TextEvaluation
    var restoredDocument: ProcessedDocument?
    if let restoring {
      let restoration = restoring.restore(source)
      text = try TextEvaluation(
        gold: truth.original, noisy: source.original, restored: restoration.text,
        confidence: restoration.confidence(of:))
      if goldRecords != nil { restoredDocument = restoring.process(source, as: restoration) }
    } else {
      let given = try read(restored ?? source.file)
      text = try TextEvaluation(gold: truth.original, noisy: source.original, restored: given.text)
      if goldRecords != nil { restoredDocument = plain.process(given) }
    }
    func judged(_ document: ProcessedDocument?) throws -> RecordEvaluation? {
      guard let document, let goldRecords else { return nil }
      let found = [try document.documentRecord()] + (try document.records())
      return RecordEvaluation(gold: goldRecords, found: found, lines: input.recordLines)
    }
    // What passes a clean text through unchanged would be judged twice.
    let isClean = input.noisy == nil && restored == nil
    evaluator.add(
      input.name, gold: truth.text, text: text,
      clean: try goldRecords.map { _ in plain.process(truth) }.flatMap(judged),
      restored: isClean ? nil : try judged(restoredDocument))
  }

  private func read(_ path: String) throws -> SourceDocument {
    do { return try FileReader().read(path) } catch { throw Failure(description: "\(path): \(error)") }
  }

  private func readRecords(_ path: String) throws -> [JSONValue] {
    let bytes: [UInt8]
    do { bytes = try FileReader().bytes(of: path) } catch { throw Failure(description: "\(path): \(error)") }
    return try bytes.split(separator: 0x0A).enumerated().compactMap { index, line in
      if line.allSatisfy({ $0 <= 0x20 }) { return nil }
      guard let value = try? JSONValue(json: String(decoding: line, as: UTF8.self)), case .object = value else {
        throw Failure(
          description: "\(path):\(index + 1): is no JSON object; a file of records holds one on each line")
      }
      return value
    }
  }

  /// What the bars say that are not met.
  private func missedBars(_ evaluation: Evaluation) -> [String] {
    var missed: [String] = []
    let text = evaluation.total.text
    func check(_ name: String, _ value: Double?, _ bar: Double?) {
      guard let bar, let value, value * 100 > bar else { return }
      missed.append("\(name) is \(percent(value)), above the bar of \(percent(bar / 100))")
    }
    check("word error", text?.after.wordErrorRate, maxWER)
    check("harm", text?.harm, maxHarm)
    guard !minF1.isEmpty else { return missed }
    guard let kinds = (evaluation.total.recordsFromRestored ?? evaluation.total.recordsFromClean)?.kinds else {
      return missed + ["no records were evaluated, so --min-f1 is not met; add NAME.records.jsonl"]
    }
    for bar in minF1 {
      for kind in bar.kind.map({ [$0] }) ?? RecordKey.kinds.filter({ kinds[$0] != nil }) {
        let f1 = kinds[kind]?.f1 ?? 0
        if f1 < bar.least {
          missed.append("F1 of \(kind) is \(percent(f1)), below the bar of \(percent(bar.least))")
        }
      }
    }
    return missed
  }

  private func runComparison() throws {
    func bytes(_ path: String) throws -> [UInt8] {
      do { return try FileReader().bytes(of: path) } catch { throw Failure(description: "\(path): \(error)") }
    }
    let out = try output.open()
    let report = ComparisonReport(style: common.style, exampleCount: exampleCount)
    // Records begin with the document or one of its facts, evaluations with their format.
    let isEvaluation = try paths.map { try bytes($0).starts(with: Array("{\"format\"".utf8)) }
    switch (isEvaluation[0], isEvaluation[1]) {
    case (true, true):
      let results = try paths.map { path in try Evaluation(json: try bytes(path), path: path) }
      try out.write(report.text(of: EvaluationComparison(old: results[0], new: results[1])))
    case (false, false):
      let records = try paths.map(readRecords)
      try out.write(report.text(of: RecordComparison(old: records[0], new: records[1])))
    default:
      throw Failure(
        description:
          "\(paths[0]) and \(paths[1]) are of two kinds; give two results of 'dau eval --save' or two of 'dau extract'"
      )
    }
    try out.finish()
  }
}
