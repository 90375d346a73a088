/// Finds the words of a lexicon that explain one OCR word best.
///
/// The trie is walked with a row of scores, one for each prefix of the OCR word: how well the letters down to
/// the node explain that prefix. A place is dropped when even the best rest of the word and the best rank below the
/// node cannot bring it among the words that are wanted, and a branch when no place is left. The rows of one path
/// live in one array, a row a depth.
///
/// A walk begins narrow, because how good the wanted words are is not known before some are found, and is widened
/// until they are surely among those it met. Words found by one run, for instance in small letters, narrow the
/// next one, in capitals.
struct TrieWalk {
  /// A word of a lexicon and its log10 score.
  struct Hit {
    var entry: Int
    var pattern: CasePattern?
    /// log10 P(OCR word | entry) with the prior of the pattern.
    var channel: Float
    /// `channel` with the entry's rank.
    var rank: Float
  }

  private var hits: [Hit] = []
  private var wanted = Wanted(limit: 1, width: 0)
  private var rows: [Float] = []

  /// Places before and behind each row: the three lengths that reach back over its start, and those that a longer
  /// row above reaches over its end.
  private static let margin = 4
  /// log10 steps below the best conceivable word in which a walk is widened.
  private static let steps: [Float] = [2.5, 5, 8]
  /// A word further than this below the best conceivable one explains nothing.
  private static let depth: Float = 12

  /// Forgets what was found for the word before.
  ///
  /// - Parameters:
  ///   - limit: the number of words wanted, of each spelling and case.
  ///   - width: words this much (log10) behind the best are not wanted.
  mutating func begin(limit: Int, width: Float) {
    hits.removeAll(keepingCapacity: true)
    wanted = Wanted(limit: limit, width: width)
  }

  /// The words found since `begin`, best first.
  mutating func ranked() -> [Hit] {
    let least = wanted.least
    hits.removeAll { $0.rank < least }
    hits.sort { $0.rank > $1.rank }
    return hits
  }

  /// Walks a lexicon.
  ///
  /// - Parameters:
  ///   - pattern: the case of the word; nil when the lexicon's own case counts.
  ///   - prior: log10 probability of the pattern.
  mutating func run(_ lexicon: Lexicon, matrix: EmissionMatrix, pattern: CasePattern?, prior: Float) {
    guard lexicon.nodes.count > 1, matrix.count > 0 else { return }
    let stride = matrix.count + 1 + 2 * Self.margin
    let depthLimit = matrix.count + 5
    if rows.count < (depthLimit + 2) * stride { rows = Array(repeating: 0, count: (depthLimit + 2) * stride) }
    let ceiling = matrix.places[0].best + lexicon.nodes[0].bestRank + prior
    let known = hits.count
    let before = wanted
    let steps = Self.steps.map { ceiling - $0 } + [-.infinity]
    for step in steps {
      let floor = max(ceiling - Self.depth, wanted.least)
      // What is known from a narrower walk is met again.
      hits.removeLast(hits.count - known)
      wanted = before
      let threshold = max(step, floor)
      guard threshold <= ceiling else { return }
      walk(lexicon, matrix, pattern, prior, stride: stride, depthLimit: depthLimit, threshold: threshold)
      if threshold <= max(floor, wanted.least) { return }
    }
  }

  private mutating func walk(
    _ lexicon: Lexicon, _ matrix: EmissionMatrix, _ pattern: CasePattern?, _ prior: Float, stride: Int,
    depthLimit: Int, threshold: Float
  ) {
    let capital = GraphemeID(Alphabet.lowerCount)
    // Each pointer is used inside its closure only. Indices stay inside the arrays: nodes by the trie, letters by
    // the alphabet, rows by depthLimit, and places by the length of the word and the margins.
    unsafe lexicon.nodes.withUnsafeBufferPointer { nodes in
      unsafe matrix.ends.withUnsafeBufferPointer { ends in
        unsafe matrix.bounds.withUnsafeBufferPointer { bounds in
          unsafe matrix.places.withUnsafeBufferPointer { places in
            unsafe rows.withUnsafeMutableBufferPointer { rows in
              var path = unsafe Path(
                nodes: nodes.baseAddress!, ends: ends.baseAddress!, bounds: bounds.baseAddress!,
                places: places.baseAddress!, rows: rows.baseAddress! + Self.margin, count: matrix.count,
                stride: stride, depthLimit: depthLimit,
                firstShift: pattern == .upper || pattern == .title ? capital : 0,
                otherShift: pattern == .upper ? capital : 0, pattern: pattern, prior: prior, threshold: threshold,
                wanted: wanted, hits: hits)
              hits = []
              unsafe path.start()
              unsafe hits = path.hits
              unsafe wanted = path.wanted
            }
          }
        }
      }
    }
  }

  /// The ranks of the best words, which tell how good another has to be.
  private struct Wanted {
    let limit: Int
    let width: Float
    /// The best ranks, highest first.
    private var ranks: [Float] = []

    init(limit: Int, width: Float) {
      self.limit = limit
      self.width = width
    }

    /// Words of a lower rank are not wanted.
    var least: Float {
      guard let top = ranks.first else { return -.infinity }
      return ranks.count == limit ? max(top - width, ranks[limit - 1]) : top - width
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
    }
  }

  /// The branch of the trie that is looked at.
  @unsafe private struct Path {
    let nodes: UnsafePointer<Lexicon.Node>
    let ends: UnsafePointer<SIMD4<Float>>
    let bounds: UnsafePointer<Float>
    let places: UnsafePointer<(best: Float, spurious: Float)>
    /// The first place of the root's row.
    let rows: UnsafeMutablePointer<Float>
    let count: Int
    let stride: Int
    let depthLimit: Int
    /// What is added to the first letter of a word, and to the others, for their capitals.
    let firstShift: GraphemeID
    let otherShift: GraphemeID
    let pattern: CasePattern?
    let prior: Float
    /// Words of a lower rank are not looked for.
    var threshold: Float
    var wanted: Wanted
    var hits: [Hit]

    mutating func start() {
      let margin = TrieWalk.margin
      for at in -margin...margin { unsafe rows[at] = -.infinity }
      var high = 0
      var score = unsafe prior
      unsafe rows[0] = score
      while unsafe high < count {
        unsafe score += places[high + 1].spurious
        guard unsafe score + places[high + 1].best + nodes[0].bestRank >= threshold else { break }
        high += 1
        unsafe rows[high] = score
        unsafe rows[high + margin] = -.infinity
      }
      unsafe descend(from: nodes[0], depth: 0, low: 0, high: high)
    }

    /// Looks at the children of a node whose row, at `depth`, is filled from `low` to `high`.
    private mutating func descend(from node: Lexicon.Node, depth: Int, low: Int, high: Int) {
      let first = Int(node.firstChild)
      let above = unsafe rows + depth * stride
      let shift = unsafe depth == 0 ? firstShift : otherShift
      for child in first..<(first + Int(node.childCount)) {
        let node = unsafe nodes[child]
        let letter = Int(Alphabet.isLowerLetter(node.letter) ? node.letter &+ shift : node.letter)
        let least = unsafe threshold - node.bestRank
        let letterAt = unsafe letter * (count + 1)
        let isNear = unsafe isNear(above, bounds + letterAt, low: low, high: high, least: least)
        guard isNear else { continue }
        let reached = unsafe fill(above, ends + letterAt, low: low, high: high, least: least)
        guard let reached else { continue }
        if unsafe reached.upperBound == count, node.entry >= 0 {
          let score = unsafe above[stride + count]
          unsafe insert(Hit(entry: Int(node.entry), pattern: pattern, channel: score, rank: score + node.rank))
        }
        if node.childCount > 0, unsafe depth + 1 < depthLimit {
          unsafe descend(from: node, depth: depth + 1, low: reached.lowerBound, high: reached.upperBound)
        }
      }
    }

    private mutating func insert(_ hit: Hit) {
      guard unsafe hit.rank >= threshold else { return }
      unsafe hits.append(hit)
      unsafe wanted.insert(hit.rank)
      unsafe threshold = max(threshold, wanted.least)
    }

    /// Whether a letter can come next at any place of a row.
    @inline(__always)
    private func isNear(
      _ above: UnsafeMutablePointer<Float>, _ bounds: UnsafePointer<Float>, low: Int, high: Int, least: Float
    ) -> Bool {
      for at in low...high where unsafe above[at] + bounds[at] >= least { return true }
      return false
    }

    /// Fills the row below `above` for one more letter.
    ///
    /// - Returns: the first and the last place that is near enough, or nil when none is.
    @inline(__always)
    private func fill(
      _ above: UnsafeMutablePointer<Float>, _ ends: UnsafePointer<SIMD4<Float>>, low: Int, high: Int, least: Float
    ) -> ClosedRange<Int>? {
      let row = unsafe above + stride
      let none = -Float.infinity
      for at in 1...TrieWalk.margin { unsafe row[low - at] = none }
      var newLow = -1
      var newHigh = -1
      var before = none
      var at = low
      // A place is reached from the four above that end in it, or over a spurious code point.
      while unsafe at <= count {
        var score = unsafe before + places[at].spurious
        if at <= high + 3 {
          let from = unsafe UnsafeRawPointer(above + at - 3).loadUnaligned(as: SIMD4<Float>.self)
          score = unsafe max((from + ends[at]).max(), score)
        }
        if unsafe score + places[at].best >= least {
          unsafe row[at] = score
          before = score
          if newLow < 0 { newLow = at }
          newHigh = at
        } else {
          unsafe row[at] = none
          before = none
          if at > high + 3 { break }
        }
        at += 1
      }
      guard newHigh >= 0 else { return nil }
      // The rows below read up to three places behind the last.
      for at in (newHigh + 1)...(newHigh + TrieWalk.margin) { unsafe row[at] = none }
      return newLow...newHigh
    }
  }
}
