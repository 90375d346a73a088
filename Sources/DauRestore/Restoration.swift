import Algorithms
public import DauText

/// How a text is restored.
public struct RestorationOptions: Sendable, Equatable {
  /// Changes that are less sure than this are not made; 0...1.
  public var minimumConfidence: Float
  /// The number of readings to keep of each word that is changed or doubtful.
  public var keptReadings: Int

  public init(minimumConfidence: Float = 0, keptReadings: Int = 0) {
    self.minimumConfidence = minimumConfidence
    self.keptReadings = keptReadings
  }
}

/// A restored text with the evidence for every change.
public struct Restoration: Sendable, Equatable {
  /// One word of the restored text.
  public struct Word: Sendable, Equatable {
    /// Where it stands in `text`, in UTF-8 bytes.
    public var target: Range<Int>
    /// Where it stood in `source`, in UTF-8 bytes.
    public var source: Range<Int>
    /// The probability that this word is right, and of a doubtful one its proposal, 0...1, calibrated on restored pages whose truth is known.
    public var confidence: Float
    /// Whether the bytes differ from the source.
    public var isChanged: Bool
    /// Whether another reading was likelier but not sure enough for the options, so that the source was kept.
    public var isDoubtful = false
    /// What the word would have been changed to, where it is doubtful.
    public var proposal: String?
    /// The readings that were weighed, most probable first; empty unless the options ask for them.
    public var readings: [Reading] = []

    public init(target: Range<Int>, source: Range<Int>, confidence: Float, isChanged: Bool) {
      self.target = target
      self.source = source
      self.confidence = confidence
      self.isChanged = isChanged
    }
  }

  /// One reading of a word, with what speaks for it.
  public struct Reading: Sendable, Equatable {
    /// Why a reading was weighed.
    public enum Evidence: Sendable, Equatable {
      /// A word of the lexicon, by what the engine makes of its letters.
      case letters
      /// What stands there.
      case copy
      /// An entry of `confusions.tsv` or `phrases.tsv`, by its place.
      case rule(place: String)
    }

    /// The text of the reading.
    public var text: String
    /// The probability that it is right, 0...1, on the scale of ``Word/confidence``.
    public var probability: Float
    /// log10 P(OCR word | this reading).
    public var channel: Float
    /// log10 P(this reading | the restored words before it).
    public var language: Float
    /// What speaks for it.
    public var evidence: Evidence
  }

  /// How much one kind of damage explains of the document.
  public struct Regime: Sendable, Equatable {
    /// The name of its table in `rules/channel/`, or `clean` or `stripped`.
    public var name: String
    /// Its share, 0...1; the shares of a document sum to 1.
    public var weight: Float
  }

  /// The text as given, in normalization form C.
  public var source: String
  /// The text as restored, in normalization form C; the same lines as `source`.
  public var text: String
  /// From `source` to `text`.
  public var sourceMap: SourceMap
  /// The words of `text`, in order.
  public var words: Words
  /// What kind of damage the document was found to have.
  public var regimes: [Regime] = []

  public init(source: String, text: String, sourceMap: SourceMap, words: Words) {
    self.source = source
    self.text = text
    self.sourceMap = sourceMap
    self.words = words
  }

  /// A text that was not restored at all: every byte is its own.
  public init(unchanged text: String) {
    self.init(source: text, text: text, sourceMap: SourceMap(identityOf: text.utf8.count), words: [])
  }

  /// The number of words whose bytes changed.
  public var changedWordCount: Int { words.changedCount }

  /// The confidence of a stretch of `text`: that of its least sure word.
  ///
  /// - Parameter target: bytes of `text`.
  /// - Complexity: O(log *w* + *k*) for *k* words inside.
  public func confidence(of target: Range<Int>) -> Float {
    let first = words.partitioningIndex { $0.target.upperBound > target.lowerBound }
    return words[first...].prefix { $0.target.lowerBound < target.upperBound }.reduce(1) { min($0, $1.confidence) }
  }
}
