public import DauText

/// A restored text with the evidence for every change.
public struct Restoration: Sendable, Equatable {
  /// One word of the restored text.
  public struct Word: Sendable, Equatable {
    /// Where it stands in `text`, in UTF-8 bytes.
    public var target: Range<Int>
    /// Where it stood in `source`, in UTF-8 bytes.
    public var source: Range<Int>
    /// The posterior probability of this reading, 0...1; 1 for a word that was not in question.
    public var confidence: Float
    /// Whether the bytes differ from the source.
    public var isChanged: Bool

    public init(target: Range<Int>, source: Range<Int>, confidence: Float, isChanged: Bool) {
      self.target = target
      self.source = source
      self.confidence = confidence
      self.isChanged = isChanged
    }
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
  public var words: [Word]
  /// What kind of damage the document was found to have.
  public var regimes: [Regime] = []

  public init(source: String, text: String, sourceMap: SourceMap, words: [Word]) {
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
  public var changedWordCount: Int { words.count { $0.isChanged } }

  /// The confidence of a stretch of `text`: that of its least sure word.
  ///
  /// - Parameter target: bytes of `text`.
  /// - Complexity: O(log *w* + *k*) for *k* words inside.
  public func confidence(of target: Range<Int>) -> Float {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].target.upperBound <= target.lowerBound { low = middle + 1 } else { high = middle }
    }
    var least: Float = 1
    while low < words.count, words[low].target.lowerBound < target.upperBound {
      least = min(least, words[low].confidence)
      low += 1
    }
    return least
  }
}
