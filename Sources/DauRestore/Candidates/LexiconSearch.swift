/// Finds the words of a lexicon that explain one OCR word best.
///
/// For each head a row tells how well its letters explain the OCR word from its beginning to each place, for each tail how
/// well its letters explain it from each place to its end; the score of a word is the highest sum of both over the places
/// where the head may end (the Viterbi score of the whole word). Tails are worked out from their last letter on. A tail is left
/// out, with all that end like it, when even the best conceivable beginning and the best rank below it cannot bring a word
/// among those that are wanted.
struct LexiconSearch {
  /// A word of a lexicon and what it lacks, in the units of ``EmissionMatrix``.
  struct Hit {
    var lexicon: Int
    var entry: Int
    var pattern: CasePattern?
    /// What P(OCR word | entry), with the prior of the pattern, lacks of the best conceivable one.
    var cost: Int
    /// `cost` with what the entry's rank lacks of 0.
    var total: Int
    /// log10 P(OCR word | entry) with the prior of the pattern.
    var channel: Float = 0
    /// `channel` with the entry's rank.
    var rank: Float = 0
  }

  /// One way to case the words of a lexicon.
  struct Case {
    var pattern: CasePattern?
    /// What its prior lacks of 1.
    var cost: Int16
    /// What is added to the first letter of a word.
    var firstShift: GraphemeID
  }

  private var hits: [Hit] = []
  private var wanted = Wanted()
  private var scratch: [Int16] = []
  private var endings: [UInt64] = []
  /// log10 of the best conceivable score of the word at hand.
  private var best: Float = 0

  /// A word further than this (log10) below the best conceivable one, in the likeliest case, explains nothing.
  private static let depth: Float = 12

  /// Forgets what was found for the word before.
  ///
  /// - Parameters:
  ///   - limit: the number of words wanted, of each spelling and case.
  ///   - width: words this much (log10) behind the best are not wanted.
  ///   - cap: words this much (log10) behind what is conceivable are not looked for.
  mutating func begin(limit: Int, width: Float, cap: Float = .infinity) {
    hits.removeAll(keepingCapacity: true)
    wanted.begin(
      count: limit, width: Int(width * EmissionMatrix.scale), cap: Int(min(cap, 1000) * EmissionMatrix.scale))
  }

  /// What (log10) words may lack of what is conceivable to be wanted, by the words found since `begin`; infinite where none
  /// was found.
  var reach: Float { wanted.reach }

  /// The words found since `begin`, best first.
  func ranked() -> [Hit] {
    // What is sorted is small; of equals the first found comes first.
    var order: [UInt64] = []
    order.reserveCapacity(hits.count)
    for at in hits.indices where hits[at].total <= wanted.limit {
      order.append(UInt64(hits[at].total) << 32 | UInt64(at))
    }
    order.sort()
    return order.map {
      var hit = hits[Int($0 & 0xFFFF_FFFF)]
      hit.channel = best - Float(hit.cost) / EmissionMatrix.scale
      hit.rank = best - Float(hit.total) / EmissionMatrix.scale
      return hit
    }
  }

  /// Searches one of some lexicons.
  ///
  /// - Parameter patterns: the cases the word may have, the likeliest first, with their log10 priors; nil when the
  ///   lexicon's own case counts.
  mutating func run(
    _ lexicons: [Lexicon], _ number: Int, matrix: EmissionMatrix, patterns: [(pattern: CasePattern?, prior: Float)]
  ) {
    guard !lexicons[number].words.isEmpty, (1..<32).contains(matrix.count) else { return }
    best = matrix.places[0].best
    let known = hits.count
    defer { for at in known..<hits.count { hits[at].lexicon = number } }
    let lexicon = lexicons[number]
    // Words in small letters and with a capital first share their tails.
    var small: (first: Case?, second: Case?)
    let capital = GraphemeID(Alphabet.lowerCount)
    func cost(_ prior: Float) -> Int16 { Int16((-prior * EmissionMatrix.scale).rounded()) }
    for (pattern, prior) in patterns where pattern != .upper {
      let kind = Case(pattern: pattern, cost: cost(prior), firstShift: pattern == .title ? capital : 0)
      if small.first == nil { small.first = kind } else { small.second = kind }
    }
    func runCapitals(_ prior: Float) {
      run(lexicon, matrix, shift: capital, Case(pattern: .upper, cost: cost(prior), firstShift: capital), nil)
    }
    if let first = patterns.first, first.pattern == .upper { runCapitals(first.prior) }
    if let first = small.first { run(lexicon, matrix, shift: 0, first, small.second) }
    for (pattern, prior) in patterns.dropFirst() where pattern == .upper { runCapitals(prior) }
  }

  private mutating func run(
    _ lexicon: Lexicon, _ matrix: EmissionMatrix, shift: GraphemeID, _ first: Case, _ second: Case?
  ) {
    switch matrix.width {
    case 8: run(lexicon, matrix, shift, first, second, as: SIMD8<Int16>.self)
    case 16: run(lexicon, matrix, shift, first, second, as: SIMD16<Int16>.self)
    default: run(lexicon, matrix, shift, first, second, as: SIMD32<Int16>.self)
    }
  }

  @inline(__always)
  private mutating func run<Row: ScoreRow>(
    _ lexicon: Lexicon, _ matrix: EmissionMatrix, _ shift: GraphemeID, _ first: Case, _ second: Case?, as: Row.Type
  ) {
    let size = LexiconWalk<Row>.scratchSize(lexicon)
    if scratch.count < size { scratch = Array(repeating: 0, count: size) }
    let depth = Int((Self.depth - lexicon.bestRank) * EmissionMatrix.scale) + Int(min(first.cost, second?.cost ?? .max))
    // Each pointer is used inside its closure only.
    lexicon.withTables { tables in
      unsafe matrix.costs.withUnsafeBufferPointer { costs in
        unsafe matrix.spurious.withUnsafeBufferPointer { spurious in
          unsafe scratch.withUnsafeMutableBufferPointer { scratch in
            var walk = unsafe LexiconWalk<Row>(
              tables: tables, costs: costs.baseAddress!, spurious: spurious.baseAddress!, count: matrix.count,
              shift: shift, first: first, second: second, scratch: scratch.baseAddress!,
              limit: min(depth, Int(Row.top) - 1), wanted: wanted, hits: hits,
              endings: endings)
            hits = []
            endings = []
            wanted.totals = []
            walk.run()
            hits = walk.hits
            endings = walk.endings
            wanted = walk.wanted
          }
        }
      }
    }
  }

  /// The costs of the best words, which tell how good another has to be.
  struct Wanted {
    /// Words.
    private(set) var count = 1
    private var width = 0
    /// What the best words cost, in ascending order.
    fileprivate var totals: [Int] = []
    /// Words that cost more are not wanted.
    private(set) var limit = Int.max

    fileprivate mutating func begin(count: Int, width: Int, cap: Int) {
      self.count = count
      self.width = width
      limit = cap
      totals.removeAll(keepingCapacity: true)
    }

    mutating func insert(_ total: Int) {
      if totals.count < count {
        totals.append(total)
      } else if total >= totals[count - 1] {
        return
      }
      // The list is not changed by others meanwhile.
      unsafe totals.withUnsafeMutableBufferPointer { totals in
        var at = totals.count &- 1
        while unsafe at > 0 && totals[at &- 1] > total {
          unsafe totals[at] = totals[at &- 1]
          at &-= 1
        }
        unsafe totals[at] = total
      }
      limit = min(limit, totals.count == count ? min(totals[0] + width, totals[count - 1]) : totals[0] + width)
    }

    fileprivate var reach: Float { totals.first.map { Float($0 + width) / EmissionMatrix.scale } ?? .infinity }
  }
}
