import DauLanguage
public import Foundation

/// What is written beside a model: its data, its figures and the settings that make it again.
public struct ModelCard: Sendable {
  private let training: LanguageModelTraining
  private let result: LanguageModelTraining.Result
  private let name: String

  public init(training: LanguageModelTraining, result: LanguageModelTraining.Result, name: String) {
    self.training = training
    self.result = result
    self.name = name
  }

  /// The card as Markdown.
  ///
  /// Files are named without their folders.
  public func text(seconds: Double, date: Date, program: String) -> String {
    var text = """
      # Language model `\(name)`: card

      A back-off n-gram model of order 4 over the words that `dau model words` prints: lower case, tones in the old style, \
      numbers as `<num>`, sentences ended by `. ; : ? !` before a blank and by line ends. Interpolated modified Kneser-Ney, \
      one estimate for each body of text, mixed, pruned by weighted difference, quantised to 8 bits.

      | | |
      |---|---|
      | made | \(date.formatted(.iso8601.year().month().day())) by dau \(program) in \(Int(seconds.rounded(.up))) s |
      | size | \(result.byteCount) bytes |
      | words | \(result.vocabularySize) (seen \(Int(training.minimumWordCount)) times or more, or required) |
      | n-grams of 2, 3, 4 words | \(Self.list(result.report.counts)) of \(Self.list(result.report.mixtureCounts)) |

      ## Data

      | body | file | bytes | lines | words | left out | SHA-256 |
      |---|---|---|---|---|---|---|

      """
    for component in result.corpus.components {
      for file in component.files {
        text += "| \(component.name) | \(file.name) | \(file.byteCount) | \(file.lineCount) | \(file.wordCount) | "
        text += "\(file.leftOutCount) | `\(file.sha256)` |\n"
      }
    }
    text += """

      *Left out*: lines held out, and lines near to them.

      ## Mixture and figures

      | body | words and sentence ends | weight |
      |---|---|---|

      """
    for part in result.report.components {
      text += "| \(part.name) | \(part.tokens) | \(Self.decimal(part.weight, 4)) |\n"
    }
    text += "\n| text | lines | words | perplexity |\n|---|---|---|---|\n"
    if result.tuningLineCount > 0 {
      text += "| the lines that tuned the weights, whole mixture | \(result.tuningLineCount) | | "
      text += "\(Self.decimal(result.report.mixturePerplexity, 2)) |\n"
      text +=
        "| the same, pruned | \(result.tuningLineCount) | | \(Self.decimal(result.report.prunedPerplexity, 2)) |\n"
    }
    for test in result.tests {
      text += "| held out of \(test.name), the model as written | \(test.lineCount) | \(test.wordCount) | "
      text += "\(Self.decimal(test.perplexity, 2)) |\n"
    }
    text += "\n## To make it again\n\n    \(command)\n"
    return text
  }

  /// The command, with the files' names but not their folders.
  private var command: String {
    var words = ["dau train lm"]
    for part in training.components {
      words.append("--component \(part.name):\(part.files.map(\.lastPathComponent).joined(separator: ","))")
    }
    for part in training.components where part.holdOutEvery > 0 {
      words.append("--hold-out \(part.name):1/\(part.holdOutEvery)")
    }
    if let heldOut = training.heldOut { words.append("--held-out \(heldOut.lastPathComponent)") }
    if let list = training.wordList { words.append("--words \(list.lastPathComponent)") }
    words.append("--megabytes \(Self.short(Double(training.byteLimit) / 1e6))")
    words.append("--memory \(Self.short(Double(training.memory) / 1e9)) --out \(name)")
    return words.joined(separator: " \\\n      ")
  }

  private static func short(_ value: Double) -> String { String(format: "%g", value) }
  private static func decimal(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
  private static func list(_ counts: [Int]) -> String { counts.dropFirst().map(String.init).joined(separator: ", ") }
}
