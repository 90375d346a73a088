/// What speaks for and against one decided word, as numbers for ``ConfidenceModel``.
///
/// The lattice's posterior is the strongest of them, but it is too sure of itself: it knows only the readings that were
/// weighed, takes the channel for true, and says nothing of a word that was never in question.
struct ConfidenceFeatures: Equatable {
  /// The names, in the order of `values`, as they stand in `rules/model/confidence.tsv`.
  static let names = [
    "bias", "posterior", "margin", "language", "following", "unknown", "number", "length-of-number", "channel",
    "changed", "glued", "neighbours", "document-changed", "document-doubt", "document-channel", "language-by-damage",
  ]

  /// One value a name.
  private(set) var values = SIMD16<Float>()

  /// Means over the document, which tell how damaged it is.
  struct Document {
    /// The share of words that differ from the source.
    var changed: Float = 0
    /// The mean of 1 - posterior.
    var doubt: Float = 0
    /// The mean channel score (log10) a code point.
    var channel: Float = 0

    init(_ words: [Evidence]) {
      guard !words.isEmpty else { return }
      let count = Float(words.count)
      changed = words.reduce(0) { $0 + ($1.isChanged ? 1 : 0) } / count
      doubt = words.reduce(0) { $0 + 1 - $1.posterior } / count
      channel = words.reduce(0) { $0 + $1.channelPerGlyph } / count
    }
  }

  /// What the decoder knows of one word, in 16 bytes: a document has hundreds of thousands.
  struct Evidence: Equatable {
    /// 0...1; 1 for a word that was not weighed against others.
    var posterior: Float
    /// log10 P(word | the words before it).
    var language: Float
    /// The channel score of a word that was weighed, and the margin of one that was not.
    private var score: Float
    /// Code points, 65,535 at most.
    var length: UInt16
    private var flags: Flags

    private struct Flags: OptionSet {
      var rawValue: UInt8

      static let weighed = Flags(rawValue: 1)
      static let unknown = Flags(rawValue: 2)
      static let number = Flags(rawValue: 4)
      static let changed = Flags(rawValue: 8)
      static let glued = Flags(rawValue: 16)
      static let last = Flags(rawValue: 32)

      func setting(_ flag: Flags, _ isSet: Bool) -> Flags { isSet ? union(flag) : subtracting(flag) }
    }

    private init(posterior: Float, language: Float, score: Float, length: Int, flags: Flags) {
      self.posterior = posterior
      self.language = language
      self.score = score
      self.length = UInt16(clamping: length)
      self.flags = flags
    }

    /// A word that was weighed against others.
    init(
      posterior: Float, language: Float, channel: Float, length: Int, isUnknown: Bool = false, isNumber: Bool = false
    ) {
      self.init(
        posterior: posterior, language: language, score: channel, length: length,
        flags: Flags.weighed.setting(.unknown, isUnknown).setting(.number, isNumber))
    }

    /// A word that no other reading can beat.
    init(
      margin: Float, posterior: Float = 1, language: Float, length: Int, isUnknown: Bool = false, isNumber: Bool = false
    ) {
      self.init(
        posterior: posterior, language: language, score: margin, length: length,
        flags: Flags([]).setting(.unknown, isUnknown).setting(.number, isNumber))
    }

    /// log10 P(OCR word | word); 0 for a word that was not weighed.
    var channel: Float {
      get { flags.contains(.weighed) ? score : 0 }
      set {
        score = newValue
        flags.insert(.weighed)
      }
    }
    /// For a word that was not weighed: how far (log10, at most 0) the best rival stays behind at least; else 0.
    var margin: Float { flags.contains(.weighed) ? 0 : score }
    var isUnknown: Bool { flags.contains(.unknown) }
    var isNumber: Bool { flags.contains(.number) }
    var isChanged: Bool {
      get { flags.contains(.changed) }
      set { flags = flags.setting(.changed, newValue) }
    }
    /// Whether punctuation alone, and no blank, parts it from another word.
    var isGlued: Bool {
      get { flags.contains(.glued) }
      set { flags = flags.setting(.glued, newValue) }
    }
    /// Whether it ends its sentence.
    var isLast: Bool {
      get { flags.contains(.last) }
      set { flags = flags.setting(.last, newValue) }
    }

    private static let sureOdds = log10Odds(1 - 1e-4)

    /// log10 P(OCR word | word) a code point.
    var channelPerGlyph: Float { max(-3, channel / Float(max(1, length))) }
    /// log10 of the odds of the posterior, -4...4.
    var odds: Float {
      // As most words of most documents.
      if posterior == 1 { return Self.sureOdds }
      let p = min(max(posterior, 1e-4), 1 - 1e-4)
      return log10Odds(p)
    }
  }

  /// - Parameters:
  ///   - following: log10 P(the next word of the sentence | the words before it); 0 where there is none.
  ///   - neighbours: the lowest odds among the two words before and the two after.
  init(_ word: Evidence, following: Float = 0, neighbours: Float, document: Document) {
    values[0] = 1
    values[1] = word.odds
    values[2] = max(-4, word.margin)
    values[3] = max(-7, word.language)
    values[4] = max(-7, following)
    values[5] = word.isUnknown ? 1 : 0
    values[6] = word.isNumber ? 1 : 0
    values[7] = word.isNumber ? Float(min(6, word.length)) : 0
    values[8] = word.channelPerGlyph
    values[9] = word.isChanged ? 1 : 0
    values[10] = word.isGlued ? 1 : 0
    values[11] = neighbours
    values[12] = document.changed
    values[13] = 10 * min(0.2, document.doubt)
    values[14] = document.channel
    // On a ruined page a likely word says more than on a worn one, where nearly all words are likely.
    values[15] = values[3] * document.changed
  }

  /// The features of one word of a document.
  init(of at: Int, in words: [Evidence], document: Document) {
    var least: Float = 4
    for near in max(0, at - 2)...min(words.count - 1, at + 2) where near != at { least = min(least, words[near].odds) }
    let following = words[at].isLast || at + 1 == words.count ? 0 : words[at + 1].language
    self.init(words[at], following: following, neighbours: least, document: document)
  }

  /// The features of all words of a document, in order.
  ///
  /// - Complexity: O(*n*).
  static func all(of words: [Evidence]) -> [ConfidenceFeatures] {
    let document = Document(words)
    return words.indices.map { ConfidenceFeatures(of: $0, in: words, document: document) }
  }
}
