public import Foundation

/// Learns the channel of one OCR engine from its reading of known text.
public struct ChannelTraining: Sendable {
  /// A reading and its truth, line by line.
  public struct Lines: Sendable {
    public var ocr: URL
    public var truth: URL
    /// How much a word of this pair counts beside the others.
    public var weight: Float

    public init(ocr: URL, truth: URL, weight: Float = 1) {
      self.ocr = ocr
      self.truth = truth
      self.weight = weight
    }
  }

  /// With fewer word pairs than these, most letters have not shown all their confusions.
  static let fewPairs = 20_000

  public var lines: [Lines]

  public init(lines: [Lines]) { self.lines = lines }

  /// Why the pairs could not be used.
  public enum Failure: Error, CustomStringConvertible {
    case unequal(ocr: String, truth: String, counts: (Int, Int))

    public var description: String {
      switch self {
      case .unequal(let ocr, let truth, let counts):
        "\(ocr) has \(counts.0) lines, \(truth) has \(counts.1); line i of one must be line i of the other"
      }
    }
  }

  /// Trains and writes a table for `rules/channel/`.
  ///
  /// - Returns: the number of word pairs used.
  public func run(writingTo url: URL, title: String) throws -> Int {
    var trainer = ChannelTrainer()
    var count = 0
    for part in lines {
      let ocr = try String(contentsOf: part.ocr, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      let truth = try String(contentsOf: part.truth, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
      guard ocr.count == truth.count else {
        throw Failure.unequal(ocr: part.ocr.path, truth: part.truth.path, counts: (ocr.count, truth.count))
      }
      for (left, right) in zip(ocr, truth) {
        for pair in PairAligner.pairs(ocr: String(left), truth: String(right)) {
          trainer.add(truth: pair.truth, ocr: pair.ocr, weight: part.weight)
          count += 1
        }
      }
    }
    // From few words an engine is not known: what they do not show is left open.
    let prior: ChannelTable = count < Self.fewPairs ? .unknown() : .general(fidelity: 0.6, markLoss: 0.6)
    let table = trainer.table(prior: prior, strength: 8)
    let text = table.description(header: [
      title, "letter, output of the engine, log10 probability; \(count) word pairs",
    ])
    try Data(text.utf8).write(to: url, options: .atomic)
    return count
  }
}
