import DauText
public import Foundation

/// Fits the weights of the confidence on restored pages whose truth is known.
///
/// A page tells something only when neither the channel tables nor the language model have seen it; so each page may
/// name the rules, with tables made without it, that it is to be restored with.
public struct ConfidenceTraining {
  /// A reading and its truth, line by line, and who is to restore it.
  public struct Page {
    /// What the report calls the page.
    public var name: String
    /// What the engine wrote.
    public var ocr: URL
    /// The text as printed.
    public var truth: URL
    /// What restores it, with channel tables that have not seen it.
    public var restorer: Restorer
    /// The folder of the restorer's rules, for the card; empty for those of the program.
    public var rules: String

    public init(name: String, ocr: URL, truth: URL, restorer: Restorer, rules: String = "") {
      self.name = name
      self.rules = rules
      self.ocr = ocr
      self.truth = truth
      self.restorer = restorer
    }
  }

  /// A page, and how well weights that were fitted without it foretell its errors.
  public struct Figures: Sendable {
    public var name: String
    /// Words of the page.
    public var words: Int
    /// Those of them that are wrong after restoration.
    public var wrong: Int
    /// The share of the wrong words among the least sure twentieth of all words; `nil` where there is no other page.
    public var found: Double?
    /// See ``Calibration/expectedError``; `nil` where there is no other page.
    public var calibrationError: Double?
  }

  /// Fewer words, or fewer wrong ones, make no weights. There are sixteen of these, and ten cases of the rarer kind for each are
  /// the usual least number (Peduzzi et al., *A simulation study of the number of events per variable*, 1996): the prior
  /// of the regression lets a fifth of that do.
  public static let minimumWords = 1000
  /// Wrong words that a training needs at least.
  public static let minimumWrong = 30
  /// With fewer wrong words than this the weights are uncertain.
  public static let fewWrong = 160

  /// Why no weights came out.
  public enum Failure: Error, CustomStringConvertible {
    case unequal(UnequalLines)
    case tooFew(words: Int, wrong: Int)
    case nothingToLearn

    public var description: String {
      switch self {
      case .unequal(let lines): lines.description
      case .tooFew(let words, let wrong):
        "the pages have \(words) words, \(wrong) of them wrong after restoration; \(ConfidenceTraining.minimumWords) words with "
          + "\(ConfidenceTraining.minimumWrong) wrong ones are the least, and \(ConfidenceTraining.fewWrong) wrong ones are better; add pages"
      case .nothingToLearn: "the restored pages hold no wrong word, or no right one; add pages with real damage"
      }
    }
  }

  /// The pages to learn from.
  public var pages: [Page]

  public init(pages: [Page]) { self.pages = pages }

  /// Fits on all pages and writes the weights.
  ///
  /// - Parameter progress: is told the step and the share of the whole that is done; what it throws stops the training.
  /// - Returns: each page, and how weights fitted on the others do on it.
  public func run(
    writingTo url: URL, progress: (String, Double) throws -> Void = { _, _ in }
  ) throws -> [Figures] {
    var samples: [[LogisticRegression.Sample]] = []
    let sizes = pages.map { page in
      ((try? FileManager.default.attributesOfItem(atPath: page.ocr.path))?[.size] as? NSNumber)?.doubleValue ?? 0
    }
    let total = max(1, sizes.reduce(0, +))
    var done = 0.0
    for (page, size) in zip(pages, sizes) {
      // Nearly all of the time goes into restoring.
      try progress("restoring \(page.name)", 0.95 * done / total)
      samples.append(try Self.samples(of: page))
      done += size
    }
    let words = samples.reduce(0) { $0 + $1.count }
    let wrong = samples.reduce(0) { $0 + $1.count { !$0.isRight } }
    guard words >= Self.minimumWords, wrong >= Self.minimumWrong else {
      throw Failure.tooFew(words: words, wrong: wrong)
    }
    var figures = zip(pages, samples).map { page, samples in
      Figures(name: page.name, words: samples.count, wrong: samples.count { !$0.isRight })
    }
    if pages.count > 1 {
      for at in pages.indices {
        try progress("fitting", 0.95 + 0.05 * Double(at) / Double(pages.count))
        let others = samples.indices.filter { $0 != at }.flatMap { samples[$0] }
        guard let model = LogisticRegression().fit(others) else { throw Failure.nothingToLearn }
        figures[at] = Self.figures(of: samples[at], name: pages[at].name, by: model)
      }
    }
    guard let model = LogisticRegression().fit(samples.flatMap { $0 }) else { throw Failure.nothingToLearn }
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
    let ocr = try Normalization.nfc(String(contentsOf: page.ocr, encoding: .utf8)).replacing("\r\n", with: "\n")
    let truth = try Normalization.nfc(String(contentsOf: page.truth, encoding: .utf8)).textLines()
    let count = ocr.utf8.count { $0 == 0x0A } + 1
    guard truth.count == count else {
      throw Failure.unequal(UnequalLines(page.ocr, count, page.truth, truth.count))
    }
    let document = DocumentText(ocr)
    let (verdicts, _) = page.restorer.decide(document, DocumentWords(document, model: page.restorer.model))
    let features = ConfidenceFeatures.all(of: verdicts.evidence)
    let lines = verdicts.lines(in: document)
    let words = verdicts.texts(in: document)
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
