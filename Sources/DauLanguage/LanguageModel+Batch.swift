/// Scores of many words after one context, as a decoder asks for them.
extension LanguageModel {
  /// Which words may follow which, as far as was asked.
  ///
  /// The runs of bigrams are the longest of the trie, and most words that a decoder proposes are in none of them. For each
  /// context word that is met a Bloom filter with one hash function and at least eight bits a bigram (B. H. Bloom,
  /// *Space/time trade-offs in hash coding with allowable errors*, 1970) tells most of these without a search; it never
  /// denies a bigram that is there. Use one for one model only.
  public struct FollowerFilter: Sendable {
    /// By context word: where its filter begins in `bits`, or -1 where there is none yet.
    private var starts: [Int32] = []
    /// By context word: how far a hash is shifted right to be a bit of its filter.
    private var shifts: [UInt8] = []
    private var bits: [UInt64] = []
    /// By context word: how many words were asked about before it had a filter.
    private var asked: [UInt32] = []
    /// Bigrams whose bits are set in the time in which one word is searched without the filter. A page asks about few words after
    /// most of its contexts; filters for all of these were a third of the instructions of its language model.
    private static let bigramsASearch: UInt32 = 8

    public init() {}

    @inline(__always)
    fileprivate static func hash(_ word: UInt16) -> UInt32 { UInt32(word) &* 0x9E37_79B1 }

    /// Makes the filter of a context word, unless it was made before, once it is worth the time.
    ///
    /// - Parameter count: how many words are asked about now.
    /// - Returns: its place in `bits`, and the shift; nil while too few words were asked about.
    fileprivate mutating func filter(
      of word: UInt32, _ run: Range<UInt32>, asking count: Int, in model: LanguageModel
    ) -> (start: Int, shift: UInt32)? {
      if starts.isEmpty {
        starts = Array(repeating: -1, count: model.wordCount)
        shifts = Array(repeating: 0, count: model.wordCount)
        asked = Array(repeating: 0, count: model.wordCount)
      }
      let word = Int(word)
      if starts[word] < 0 {
        asked[word] += UInt32(truncatingIfNeeded: count)
        guard asked[word] * Self.bigramsASearch >= UInt32(run.count) else { return nil }
        var size = 6
        while 1 << size < 8 * run.count { size += 1 }
        starts[word] = Int32(bits.count)
        shifts[word] = UInt8(32 - size)
        bits.append(contentsOf: repeatElement(0, count: 1 << (size - 6)))
        // Inside the level by the run, and inside the filter by the shift.
        unsafe bits.withUnsafeMutableBufferPointer { bits in
          let filter = unsafe bits.baseAddress! + Int(starts[word])
          for at in Int(run.lowerBound)..<Int(run.upperBound) {
            let hash = unsafe Self.hash(model.bigrams.words[at]) &>> UInt32(32 - size)
            unsafe filter[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
          }
        }
      }
      return (Int(starts[word]), UInt32(shifts[word]))
    }

    fileprivate func withBits<R>(_ body: (UnsafePointer<UInt64>) -> R) -> R {
      // Used by `body` only.
      unsafe bits.withUnsafeBufferPointer { unsafe body($0.baseAddress!) }
    }
  }

  /// The score of a word after a context, and where the trie knows both.
  public struct Score: Sendable {
    public var log10: Float = 0
    fileprivate var bigram = State.absent
    fileprivate var trigram = State.absent

    public init() {}

    fileprivate init(log10: Float, bigram: UInt32, trigram: UInt32) {
      self.log10 = log10
      self.bigram = bigram
      self.trigram = trigram
    }
  }

  /// Scores words after a context.
  ///
  /// - Parameter scores: takes a score for each word.
  /// - Precondition: `scores` is as long as `words`.
  /// - Complexity: for most words one look into a filter, once a context was asked about often, and a binary search in the run of each longer context.
  public func score(
    _ words: UnsafeBufferPointer<WordID>, in context: Context, filter: inout FollowerFilter,
    into scores: UnsafeMutableBufferPointer<Score>
  ) {
    precondition(scores.count >= words.count, "fewer places than words")
    let weights = (
      context.weightOfThree, context.weightOfThree + context.weightOfTwo,
      context.weightOfThree + context.weightOfTwo + context.weightOfOne
    )
    let hasBigrams = context.one != State.absent && !context.bigrams.isEmpty
    // Few words are found as fast without.
    let found =
      hasBigrams && context.bigrams.count > 8
      ? filter.filter(of: context.one, context.bigrams, asking: words.count, in: self) : nil
    let isFiltered = found != nil
    let (start, shift) = found ?? (0, 0)
    let (thirds, fourths) = (mask(of: context.trigrams, in: trigrams), mask(of: context.fourgrams, in: fourgrams))
    unsafe filter.withBits { bits in
      for at in words.indices {
        let id = unsafe words[at].rawValue
        let hash = FollowerFilter.hash(id)
        var bigram = State.absent
        if hasBigrams {
          let place = hash &>> shift
          if unsafe !isFiltered || bits[start + Int(place >> 6)] >> UInt64(place & 63) & 1 != 0 {
            bigram = search(id, in: bigrams, context.bigrams)
          }
        }
        let bit: UInt64 = 1 << UInt64(hash >> 26)
        let trigram = thirds & bit == 0 ? State.absent : search(id, in: trigrams, context.trigrams)
        let fourgram = fourths & bit == 0 ? State.absent : search(id, in: fourgrams, context.fourgrams)
        let log10: Float
        // Places come from the trie itself, and words from its vocabulary.
        if fourgram != State.absent {
          log10 = unsafe fourgrams.probabilityCodes[Int(fourgrams.probabilities[Int(fourgram)])]
        } else if trigram != State.absent {
          log10 = unsafe weights.0 + trigrams.probabilityCodes[Int(trigrams.probabilities[Int(trigram)])]
        } else if bigram != State.absent {
          log10 = unsafe weights.1 + bigrams.probabilityCodes[Int(bigrams.probabilities[Int(bigram)])]
        } else {
          log10 = unsafe weights.2 + unigrams.probabilityCodes[Int(unigrams.probabilities[Int(id)])]
        }
        unsafe scores[at] = Score(log10: log10, bigram: bigram, trigram: trigram)
      }
    }
  }

  /// A filter of 64 bits for a short run; all bits for a long one.
  @inline(__always)
  private func mask(of run: Range<UInt32>, in level: Level) -> UInt64 {
    guard run.count <= 24 else { return .max }
    var mask: UInt64 = 0
    // Inside the level by the run.
    for at in run { mask |= unsafe 1 << UInt64(FollowerFilter.hash(level.words[Int(at)]) >> 26) }
    return mask
  }

  /// The state behind a word that was scored, without what no longer context will ever ask for: paths that differ only in
  /// that have the same future (K. Heafield, *KenLM: faster and smaller language model queries*, 2011, section 4.1).
  public func state(after word: WordID, scored score: Score) -> State {
    var state = State(one: UInt32(word.rawValue), two: score.bigram, three: score.trigram)
    if state.three != State.absent, !isContext(state.three, in: trigrams) { state.three = State.absent }
    if state.three == State.absent, state.two != State.absent, !isContext(state.two, in: bigrams) {
      state.two = State.absent
    }
    return state
  }

  /// Whether an n-gram has continuations, or a weight for those that it has not.
  @inline(__always)
  private func isContext(_ place: UInt32, in level: Level) -> Bool {
    unsafe !children(of: Int(place), in: level).isEmpty || level.backoffCodes[Int(level.backoffs[Int(place)])] != 0
  }
}
