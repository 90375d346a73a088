/// Finds the words of a lexicon that explain one OCR word best.
///
/// For each head a row tells how well its letters explain the OCR word from its beginning to each place, for each tail how
/// well its letters explain it from each place to its end; the score of a word is the highest sum of both over the places
/// where the head may end (the Viterbi score of the whole word). Tails are visited from their last letter on, the most
/// promising first. A tail is left out, with all that end like it, when even the best conceivable beginning and the best rank
/// below it cannot bring a word among those that are wanted.
struct LexiconSearch {
  /// A word of a lexicon and its log10 score.
  struct Hit {
    var lexicon: Int
    var entry: Int
    var pattern: CasePattern?
    /// log10 P(OCR word | entry) with the prior of the pattern.
    var channel: Float
    /// `channel` with the entry's rank.
    var rank: Float
  }

  /// One way to case the words of a lexicon.
  struct Case {
    var pattern: CasePattern?
    var prior: Float
    /// What is added to the first letter of a word.
    var firstShift: GraphemeID
  }

  private var hits: [Hit] = []
  private var wanted = Wanted(limit: 1, width: 0)
  private var scratch = Scratch()

  /// A word further than this (log10) below the best conceivable one, in the likeliest case, explains nothing.
  private static let depth: Float = 12

  /// Forgets what was found for the word before.
  ///
  /// - Parameters:
  ///   - limit: the number of words wanted, of each spelling and case.
  ///   - width: words this much (log10) behind the best are not wanted.
  mutating func begin(limit: Int, width: Float) {
    hits.removeAll(keepingCapacity: true)
    wanted = Wanted(limit: limit, width: width, ranks: wanted.ranks)
  }

  /// The words found since `begin`, best first.
  mutating func ranked() -> [Hit] {
    let least = wanted.least
    hits.removeAll { $0.rank < least }
    hits.sort { $0.rank > $1.rank }
    return hits
  }

  /// Searches one of some lexicons.
  ///
  /// - Parameter patterns: the cases the word may have, the likeliest first, with their log10 priors; nil when the
  ///   lexicon's own case counts.
  mutating func run(
    _ lexicons: [Lexicon], _ number: Int, matrix: EmissionMatrix, patterns: [(pattern: CasePattern?, prior: Float)]
  ) {
    guard !lexicons[number].words.isEmpty, matrix.count > 0 else { return }
    let known = hits.count
    defer { for at in known..<hits.count { hits[at].lexicon = number } }
    let lexicon = lexicons[number]
    // Words in small letters and with a capital first share their tails.
    var small: (first: Case?, second: Case?)
    let capital = GraphemeID(Alphabet.lowerCount)
    for (pattern, prior) in patterns where pattern != .upper {
      let kind = Case(pattern: pattern, prior: prior, firstShift: pattern == .title ? capital : 0)
      if small.first == nil { small.first = kind } else { small.second = kind }
    }
    func runCapitals(_ prior: Float) {
      run(lexicon, matrix, shift: capital, Case(pattern: .upper, prior: prior, firstShift: capital), nil)
    }
    if let first = patterns.first, first.pattern == .upper { runCapitals(first.prior) }
    if let first = small.first { run(lexicon, matrix, shift: 0, first, small.second) }
    for (pattern, prior) in patterns.dropFirst() where pattern == .upper { runCapitals(prior) }
  }

  private mutating func run(
    _ lexicon: Lexicon, _ matrix: EmissionMatrix, shift: GraphemeID, _ first: Case, _ second: Case?
  ) {
    scratch.reserve(lexicon, count: matrix.count)
    let floor = matrix.places[0].best + lexicon.bestRank - Self.depth
    // Each pointer is used inside its closure only. Indices stay inside the arrays: heads, tails and words by the
    // lexicon, letters by the alphabet, rows by their number and the length of the word.
    lexicon.withTables { tables in
      unsafe matrix.scores.withUnsafeBufferPointer { scores in
        unsafe matrix.dropped.withUnsafeBufferPointer { dropped in
          scratch.withPointers { scratch in
            var walk = unsafe LexiconWalk(
              tables: tables, scores: scores.baseAddress!, dropped: dropped.baseAddress!, scratch: scratch,
              count: matrix.count, shift: shift, first: first, second: second, floor: floor, wanted: wanted,
              hits: hits)
            hits = []
            wanted.ranks = []
            walk.run(matrix)
            hits = walk.hits
            wanted = walk.wanted
          }
        }
      }
    }
  }

  /// The ranks of the best words, which tell how good another has to be.
  struct Wanted {
    let limit: Int
    let width: Float
    /// The best ranks, highest first.
    fileprivate var ranks: [Float]
    /// Words of a lower rank are not wanted.
    private(set) var least = -Float.infinity

    fileprivate init(limit: Int, width: Float, ranks: [Float] = []) {
      self.limit = limit
      self.width = width
      self.ranks = ranks
      self.ranks.removeAll(keepingCapacity: true)
    }

    mutating func insert(_ rank: Float) {
      if ranks.count == limit {
        guard rank > ranks[limit - 1] else { return }
        ranks.removeLast()
      }
      var at = ranks.count
      ranks.append(rank)
      while at > 0, ranks[at - 1] < rank {
        ranks[at] = ranks[at - 1]
        at -= 1
      }
      ranks[at] = rank
      least = ranks.count == limit ? max(ranks[0] - width, ranks[limit - 1]) : ranks[0] - width
    }
  }

  /// A tail to be visited.
  struct Waiting {
    /// No word at or below it has a higher rank.
    var bound: Float
    var tail: Int32
    /// The place of its row.
    var slot: Int32
  }

  /// Memory of the search, kept from word to word.
  fileprivate struct Scratch {
    /// Rows of the tails to be visited.
    private var tailRows: [Float] = []
    /// By place and head: the first case, the second, and the higher of both.
    private var headRows: [Float] = []
    /// By place and letter: the rows of all children of one tail, and behind them two bounds for each.
    private var children: [Float] = []
    private var headScores: [Float] = []
    private var places: [Float] = []
    private var waiting: [Waiting] = []

    mutating func reserve(_ lexicon: Lexicon, count: Int) {
      func grow(_ array: inout [Float], to size: Int) {
        if array.count < size { array = Array(repeating: 0, count: size) }
      }
      grow(&tailRows, to: lexicon.mostWaiting * (count + 1))
      grow(&headRows, to: 3 * (count + 1) * lexicon.headStride)
      grow(&headScores, to: lexicon.headStride)
      grow(&places, to: 4 * (count + 1))
      grow(&children, to: (count + 3) * EmissionMatrix.stride)
      if waiting.count < lexicon.mostWaiting {
        waiting = Array(repeating: Waiting(bound: 0, tail: 0, slot: 0), count: lexicon.mostWaiting)
      }
    }

    mutating func withPointers(_ body: (LexiconWalk.Scratch) -> Void) {
      // Used by `body` only, which lets none escape.
      unsafe tailRows.withUnsafeMutableBufferPointer { tailRows in
        unsafe headRows.withUnsafeMutableBufferPointer { headRows in
          unsafe children.withUnsafeMutableBufferPointer { children in
            unsafe headScores.withUnsafeMutableBufferPointer { headScores in
              unsafe places.withUnsafeMutableBufferPointer { places in
                unsafe waiting.withUnsafeMutableBufferPointer { waiting in
                  unsafe body(
                    LexiconWalk.Scratch(
                      tailRows: tailRows.baseAddress!, headRows: headRows.baseAddress!,
                      children: children.baseAddress!, headScores: headScores.baseAddress!,
                      places: places.baseAddress!, waiting: waiting.baseAddress!))
                }
              }
            }
          }
        }
      }
    }
  }
}
