import DauText
public import Foundation

/// Fits the weights of the confidence on restored pages whose truth is known.
///
/// A page tells something only when neither the channel tables nor the language model have seen it; so each page may
/// name the rules, with tables made without it, that it is to be restored with.
public struct ConfidenceTraining {
  /// A reading and its truth, line by line, and who is to restore it.
  public struct Page {
    public var name: String
    public var ocr: URL
    public var truth: URL
    public var restorer: Restorer

    public init(name: String, ocr: URL, truth: URL, restorer: Restorer) {
      self.name = name
      self.ocr = ocr
      self.truth = truth
      self.restorer = restorer
    }
  }

  /// How well weights that were fitted without a page foretell its errors.
  public struct Figures: Sendable {
    public var name: String
    public var words: Int
    public var wrong: Int
    /// The share of the wrong words among the least sure twentieth of all words.
    public var found: Double
    /// See ``Calibration/expectedError``.
    public var calibrationError: Double
  }

  /// Why no weights came out.
  public enum Failure: Error, CustomStringConvertible {
    case unequal(UnequalLines)
    case nothingToLearn

    public var description: String {
      switch self {
      case .unequal(let lines): lines.description
      case .nothingToLearn: "the restored pages hold no wrong word, or no right one; add pages with real damage"
      }
    }
  }

  public var pages: [Page]

  public init(pages: [Page]) { self.pages = pages }

  /// Fits on all pages and writes the weights.
  ///
  /// - Parameters:
  ///   - progress: called with each page before it is restored.
  /// - Returns: for each page, how weights fitted on the others do on it; empty for a single page.
  public func run(writingTo url: URL, progress: (Page) -> Void = { _ in }) throws -> [Figures] {
    var samples: [[LogisticRegression.Sample]] = []
    for page in pages {
      progress(page)
      samples.append(try Self.samples(of: page))
    }
    var figures: [Figures] = []
    if pages.count > 1 {
      for at in pages.indices {
        let others = samples.indices.filter { $0 != at }.flatMap { samples[$0] }
        guard let model = LogisticRegression().fit(others) else { throw Failure.nothingToLearn }
        figures.append(Self.figures(of: samples[at], name: pages[at].name, by: model))
      }
    }
    guard let model = LogisticRegression().fit(samples.flatMap { $0 }) else { throw Failure.nothingToLearn }
    let words = samples.reduce(0) { $0 + $1.count }
    let text = model.description(header: [
      "Weights of the confidence: P(right) = 1 / (1 + exp(-sum of weight * feature)).",
      "Features: Sources/DauRestore/Confidence/ConfidenceFeatures.swift. Made by 'dau train confidence' from \(words) words of "
        + "\(pages.count) pages.",
    ])
    try Data(text.utf8).write(to: url, options: .atomic)
    return figures
  }

  /// The decided words of a page, with what is known of each and whether it is right.
  static func samples(of page: Page) throws -> [LogisticRegression.Sample] {
    let ocr = try Normalization.nfc(String(contentsOf: page.ocr, encoding: .utf8))
    let truth = try Normalization.nfc(String(contentsOf: page.truth, encoding: .utf8)).split(
      separator: "\n", omittingEmptySubsequences: false)
    let count = ocr.utf8.count { $0 == 0x0A } + 1
    guard truth.count == count else {
      throw Failure.unequal(UnequalLines(page.ocr, count, page.truth, truth.count))
    }
    var reading = Reading(text: ocr, restorer: page.restorer, options: RestorationOptions())
    let verdicts = reading.decide()
    let features = ConfidenceFeatures.all(of: verdicts.evidence)
    let lines = reading.lines(of: verdicts)
    let words = reading.texts(of: verdicts)
    // A page counts by the square root of its size: a thick one must not drown the kinds that are rare.
    let weight = (1000 / Double(max(1, words.count))).squareRoot()
    var samples: [LogisticRegression.Sample] = []
    var start = 0
    while start < words.count {
      var end = start
      while end < words.count, lines[end] == lines[start] { end += 1 }
      let isRight = rightness(
        of: Array(words[start..<end]), against: String(truth[lines[start]]))
      for at in start..<end {
        samples.append(LogisticRegression.Sample(features: features[at], isRight: isRight[at - start], weight: weight))
      }
      start = end
    }
    return samples
  }

  /// Whether each restored word of a line is the one that was printed, in either style of tone placement.
  static func rightness(of words: [[Glyph]], against truth: String) -> [Bool] {
    func plain(_ word: [Glyph]) -> [Glyph] {
      var word = word
      _ = Glyphs.placeToneOldStyle(&word)
      return word
    }
    // A word of two words is right when both are.
    let parts = words.enumerated().flatMap { at, word in
      word.split(separator: 0x20).map { (owner: at, text: plain(Array($0))) }
    }
    let printed = PairAligner.words(of: truth).map(plain)
    var isRight = [Bool](repeating: true, count: words.count)
    var isAligned = [Bool](repeating: false, count: parts.count)
    for (left, right) in PairAligner.alignment(parts.map(\.text), printed) {
      isAligned[left] = true
      if parts[left].text != printed[right] { isRight[parts[left].owner] = false }
    }
    for (at, part) in parts.enumerated() where !isAligned[at] { isRight[part.owner] = false }
    return isRight
  }

  static func figures(
    of samples: [LogisticRegression.Sample], name: String, by model: ConfidenceModel
  ) -> Figures {
    let calibration = Calibration(
      samples.map { Calibration.Word(confidence: model.probability($0.features), isWrong: !$0.isRight) })
    return Figures(
      name: name, words: calibration.wordCount, wrong: calibration.bins.reduce(0) { $0 + $1.wrongCount },
      found: calibration.errorsAmongLeastSure ?? 1, calibrationError: calibration.expectedError ?? 0)
  }
}
