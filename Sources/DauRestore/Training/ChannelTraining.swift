import Crypto
import DauText
public import Foundation

/// Learns the channel of one OCR engine from its reading of known text.
public struct ChannelTraining: Sendable {
  /// A reading and its truth, line by line.
  public struct Lines: Sendable {
    /// What the engine wrote, line by line.
    public var ocr: URL
    /// The text as printed, in the same lines.
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

  /// The bodies of lines to learn from.
  public var lines: [Lines]

  public init(lines: [Lines]) { self.lines = lines }

  /// Why the pairs could not be used.
  public enum Failure: Error, CustomStringConvertible {
    case unequal(UnequalLines)
    /// Too few words of one side were recognised on the other.
    case tooFew(pairs: Int)

    public var description: String {
      switch self {
      case .unequal(let lines): lines.description
      case .tooFew(let pairs):
        "only \(pairs) words of the OCR text were found in the truth; a table needs \(ChannelTraining.minimumPairs), "
          + "and 10,000 make a good one; see whether the lines belong together"
      }
    }
  }

  /// Fewer word pairs than this say nothing about an engine.
  public static let minimumPairs = 50

  /// Trains and writes a table for `rules/channel/`; its first lines name the files it was made from.
  ///
  /// - Parameter progress: is told the step and the share of the whole that is done; what it throws stops the training.
  /// - Returns: the number of word pairs used.
  public func run(
    writingTo url: URL, title: String, progress: (String, Double) throws -> Void = { _, _ in }
  ) throws -> Int {
    var trainer = ChannelTrainer()
    var count = 0
    var sources: [String] = []
    for (number, part) in lines.enumerated() {
      let (ocr, ocrDigest) = try Self.read(part.ocr)
      let (truth, truthDigest) = try Self.read(part.truth)
      guard ocr.count == truth.count else {
        throw Failure.unequal(UnequalLines(part.ocr, ocr.count, part.truth, truth.count))
      }
      var own = 0
      for (at, (left, right)) in zip(ocr, truth).enumerated() {
        if at & 0xFF == 0 {
          let share = (Double(number) + Double(at) / Double(ocr.count)) / Double(lines.count)
          try progress("aligning \(part.ocr.lastPathComponent)", 0.5 * share)
        }
        for pair in PairAligner.pairs(ocr: String(left), truth: String(right)) {
          trainer.add(truth: pair.truth, ocr: pair.ocr, weight: part.weight)
          own += 1
        }
      }
      count += own
      sources.append(
        "\(part.ocr.lastPathComponent) (SHA-256 \(ocrDigest)) read as \(part.truth.lastPathComponent) "
          + "(\(truthDigest)): \(own) word pairs" + (part.weight == 1 ? "" : ", weight \(part.weight)"))
    }
    guard count >= Self.minimumPairs else { throw Failure.tooFew(pairs: count) }
    // From few words an engine is not known: what they do not show is left open.
    let prior: ChannelTable = count < Self.fewPairs ? .unknown() : .general(fidelity: 0.6, markLoss: 0.6)
    let table = try trainer.table(prior: prior, strength: 8) { try progress("learning", 0.5 + 0.5 * $0) }
    let header = [title, "letter, output of the engine, log10 probability; \(count) word pairs"]
    try Data(table.description(header: header + sources).utf8).write(to: url, options: .atomic)
    return count
  }

  private static func read(_ url: URL) throws -> ([Substring], digest: String) {
    var bytes: [UInt8] = []
    try TextBlocks(url).forEach { bytes += $0 }
    let digest = SHA256.hash(data: bytes).prefix(8).hexadecimal
    return (String(decoding: bytes, as: UTF8.self).textLines(), digest)
  }
}
