import DauRules
import Foundation

/// The probability that a decided word is right: a logistic regression over ``ConfidenceFeatures``.
///
/// P(right) = 1 / (1 + exp(-*w* · *x*)), with weights fitted on restored pages whose truth is known and which neither the
/// channel nor the weights had seen (J. Platt, *Probabilistic outputs for support vector machines*, 1999, calibrates a
/// score in the same way). The weights stand in `rules/model/confidence.tsv`, one feature a line.
struct ConfidenceModel: Equatable, Sendable {
  private(set) var weights: SIMD16<Float>

  init(weights: SIMD16<Float>) { self.weights = weights }

  /// - Throws: ``Failure`` when the file is missing or a line is not `feature<TAB>weight`.
  init(contentsOf url: URL) throws(Failure) {
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw Failure(url, what: "the weights of the confidence are missing")
    }
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw Failure(url, what: "the weights of the confidence are no text in UTF-8, or may not be read")
    }
    weights = .zero
    var missing = Set(ConfidenceFeatures.names)
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let at = ConfidenceFeatures.names.firstIndex(of: String(fields[0])),
        let weight = Float(fields[1]), weight.isFinite
      else { throw Failure(url, line: number + 1, what: "is not a feature and its weight") }
      guard missing.remove(String(fields[0])) != nil else {
        throw Failure(url, line: number + 1, what: "names a feature a second time")
      }
      weights[at] = weight
    }
    guard missing.isEmpty else {
      throw Failure(url, what: "has no weight for \(missing.sorted().joined(separator: ", "))")
    }
  }

  /// Why the weights could not be read.
  struct Failure: Error, CustomStringConvertible {
    var url: URL
    var line: Int?
    var what: String

    init(_ url: URL, line: Int? = nil, what: String) {
      self.url = url
      self.line = line
      self.what = what
    }

    private static let remedy = "take the file from the distribution of rules/, or make it with 'dau train confidence'"

    /// The same as a fault of the rules.
    var fault: RuleError { RuleError(at: url, line: line, what: what, remedy: Self.remedy) }

    var description: String { "\(url.path)\(line.map { ":\($0)" } ?? ""): \(what); \(Self.remedy)" }
  }

  /// 0...1.
  func probability(_ features: ConfidenceFeatures) -> Float { 1 / (1 + exp(-(weights * features.values).sum())) }

  /// The file's text.
  ///
  /// - Parameter header: lines that say where the weights come from.
  func description(header: [String]) -> String {
    var lines = header.map { "# \($0)" }
    for (at, name) in ConfidenceFeatures.names.enumerated() {
      lines.append("\(name)\t\(String(format: "%.4f", weights[at]))")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// log10(p / (1 - p)).
func log10Odds(_ p: Float) -> Float { log10(p / (1 - p)) }
