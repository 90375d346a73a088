import Crypto
import DauText
public import Foundation

/// What is written beside the weights of the confidence: the pages they were learned from, their figures, and the command.
public struct ConfidenceCard: Sendable {
  private struct Row: Sendable {
    var figures: ConfidenceTraining.Figures
    var files: [(name: String, digest: String)]
    var rules: String
  }

  private let rows: [Row]
  private let name: String

  /// - Parameter figures: what the training of `pages` returned.
  public init(pages: [ConfidenceTraining.Page], figures: [ConfidenceTraining.Figures], name: String) throws {
    self.name = name
    rows = try zip(pages, figures).map { page, figures in
      let files = try [page.ocr, page.truth].map { url in
        (
          url.lastPathComponent,
          SHA256.hash(data: try Data(contentsOf: url)).hexadecimal
        )
      }
      return Row(figures: figures, files: files, rules: page.rules)
    }
  }

  private static func percent(_ share: Double, digits: Int) -> String { String(format: "%.\(digits)f %%", 100 * share) }

  /// The card as Markdown. Files are named without their folders.
  public func text(date: Date, program: String) -> String {
    var text = """
      # Weights of the confidence `\(name)`: card

      A logistic regression that gives each restored word the probability that it is right. Made \
      \(date.formatted(.iso8601.year().month().day())) by dau \(program) from \(rows.reduce(0) { $0 + $1.figures.words }) words, \
      \(rows.reduce(0) { $0 + $1.figures.wrong }) of them wrong after restoration.

      | page | words | wrong | found in 5 % | calibration error | SHA-256 of the reading | SHA-256 of the truth |
      |---|---|---|---|---|---|---|

      """
    for row in rows {
      let figures = row.figures
      text += "| \(row.files[0].name) | \(figures.words) | \(figures.wrong) | "
      text += "\(figures.found.map { Self.percent($0, digits: 0) } ?? "") | "
      text += "\(figures.calibrationError.map { Self.percent($0, digits: 2) } ?? "") | "
      text += "`\(row.files[0].digest)` | `\(row.files[1].digest)` |\n"
    }
    text += """

      *Found in 5 %*: the share of the wrong words among the least sure twentieth. *Calibration error*: the expected one, in ten \
      bins. Both by weights that were learned from the other pages.

      ## To make it again


      """
    var words = ["dau train confidence"]
    for row in rows {
      let rules = row.rules.isEmpty ? "" : ":" + URL(filePath: row.rules).lastPathComponent
      words.append("--page \(row.files[0].name):\(row.files[1].name)\(rules)")
    }
    words.append("--out \(name)")
    return text + "    " + words.joined(separator: " \\\n      ") + "\n"
  }
}
