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

  /// What the decoder knows of one word.
  struct Evidence: Equatable {
    /// 0...1; 1 for a word that was not weighed against others.
    var posterior: Float
    /// For a word that was not weighed: how far (log10, at most 0) the best rival stays behind at least; else 0.
    var margin: Float = 0
    /// log10 P(word | the words before it), and the same of the word after it.
    var language: Float
    var following: Float = 0
    var channel: Float
    /// Code points, 65,535 at most.
    var length: UInt16
    var isUnknown = false
    var isNumber = false
    var isChanged = false
    /// Whether punctuation alone, and no blank, parts it from another word.
    var isGlued = false

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

  /// - Parameter neighbours: the lowest odds among the two words before and the two after.
  init(_ word: Evidence, neighbours: Float, document: Document) {
    values[0] = 1
    values[1] = word.odds
    values[2] = max(-4, word.margin)
    values[3] = max(-7, word.language)
    values[4] = max(-7, word.following)
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
    self.init(words[at], neighbours: least, document: document)
  }

  /// The features of all words of a document, in order.
  ///
  /// - Complexity: O(*n*).
  static func all(of words: [Evidence]) -> [ConfidenceFeatures] {
    let document = Document(words)
    return words.indices.map { ConfidenceFeatures(of: $0, in: words, document: document) }
  }
}
