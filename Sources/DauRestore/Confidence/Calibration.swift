/// How far the confidence of words can be trusted.
public struct Calibration: Sendable, Equatable {
  /// The words of one stretch of confidence.
  public struct Bin: Sendable, Equatable {
    /// Words whose confidence falls into it.
    public var wordCount = 0
    /// Those of them that are wrong.
    public var wrongCount = 0
    /// The sum of the words' confidences.
    public var confidenceSum = 0.0

    /// The mean confidence; `nil` without words.
    public var confidence: Double? { wordCount == 0 ? nil : confidenceSum / Double(wordCount) }
    /// The share of right words; `nil` without words.
    public var accuracy: Double? { wordCount == 0 ? nil : 1 - Double(wrongCount) / Double(wordCount) }
  }

  /// One word of the restored text.
  public struct Word: Sendable, Equatable {
    /// How sure restoration was of it, 0...1.
    public var confidence: Float
    /// Whether the truth has another word there.
    public var isWrong: Bool

    public init(confidence: Float, isWrong: Bool) {
      self.confidence = confidence
      self.isWrong = isWrong
    }
  }

  /// Bins of equal width over 0...1.
  public static let binCount = 10
  /// The share of the words that counts as the least sure.
  public static let leastSureShare = 0.05

  /// Ten bins of equal width, from confidence 0 to 1.
  public var bins = [Bin](repeating: Bin(), count: binCount)
  /// The share of the wrong words that the least sure 5 % of the words hold; `nil` when no word is wrong.
  public var errorsAmongLeastSure: Double?

  /// - Parameter words: Those of the restored text; words that are missing from it have no confidence.
  /// - Complexity: O(*n* log *n*).
  public init(_ words: [Word]) {
    for word in words {
      let bin = min(Self.binCount - 1, max(0, Int(word.confidence * Float(Self.binCount))))
      bins[bin].wordCount += 1
      bins[bin].wrongCount += word.isWrong ? 1 : 0
      bins[bin].confidenceSum += Double(word.confidence)
    }
    let wrong = words.count { $0.isWrong }
    guard wrong > 0 else { return }
    let sorted = words.sorted { $0.confidence < $1.confidence }
    var left = Double(words.count) * Self.leastSureShare
    var held = 0.0
    var at = 0
    while at < sorted.count, left > 0 {
      // Equally sure words share what is left of the 5 %: their order says nothing.
      var end = at
      var wrongHere = 0
      while end < sorted.count, sorted[end].confidence == sorted[at].confidence {
        wrongHere += sorted[end].isWrong ? 1 : 0
        end += 1
      }
      let taken = min(left, Double(end - at))
      held += Double(wrongHere) * taken / Double(end - at)
      left -= taken
      at = end
    }
    errorsAmongLeastSure = held / Double(wrong)
  }

  /// Words of all bins.
  public var wordCount: Int { bins.reduce(0) { $0 + $1.wordCount } }

  /// The expected calibration error: the mean distance of confidence and accuracy over the bins, weighted by their words
  /// (Naeini et al., AAAI 2015); `nil` without words.
  public var expectedError: Double? {
    let count = wordCount
    guard count > 0 else { return nil }
    return bins.reduce(0) { $0 + abs($1.confidenceSum - Double($1.wordCount - $1.wrongCount)) } / Double(count)
  }
}
