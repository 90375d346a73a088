import Foundation
public import DauLanguage

/// How well a model foretells a text, and how fast it does so.
public struct PerplexityMeter: Sendable {
  /// Sentences measured so far.
  public private(set) var sentenceCount = 0
  /// Words without the sentence ends.
  public private(set) var wordCount = 0
  /// Of these, the words that the model does not know.
  public private(set) var unknownCount = 0
  /// The sum of the log10 probabilities of all words and sentence ends.
  public private(set) var log10Probability = 0.0
  /// The part of that sum that unknown words cause.
  public private(set) var unknownLog10Probability = 0.0
  /// What looking up and scoring took, reading and splitting the text left out.
  public private(set) var scoring: Duration = .zero

  private let model: LanguageModel

  public init(model: LanguageModel) { self.model = model }

  /// 10 to the mean negative log10 probability of a word or sentence end.
  public var perplexity: Double { Self.perplexity(log10Probability, wordCount + sentenceCount) }

  /// The same over the words that the model knows.
  public var perplexityOfKnownWords: Double {
    Self.perplexity(log10Probability - unknownLog10Probability, wordCount + sentenceCount - unknownCount)
  }

  private static func perplexity(_ sum: Double, _ count: Int) -> Double {
    count == 0 ? 0 : pow(10, -sum / Double(count))
  }

  /// Scores a text, one paragraph a line.
  ///
  /// - Complexity: O(*n*).
  public mutating func add(_ text: Span<UInt8>) {
    var sentences: [[String]] = []
    LanguageText.forEachSentence(of: text) { sentences.append($0) }
    let start = ContinuousClock.now
    for sentence in sentences {
      var state = model.sentenceStart
      for word in sentence {
        let id = model.id(of: word)
        let (log10, next) = model.score(id ?? .unknown, after: state)
        state = next
        log10Probability += Double(log10)
        if id == nil {
          unknownCount += 1
          unknownLog10Probability += Double(log10)
        }
      }
      log10Probability += Double(model.score(.sentenceEnd, after: state).log10)
      wordCount += sentence.count
    }
    sentenceCount += sentences.count
    scoring += start.duration(to: .now)
  }
}
