/// Finds the words of a lexicon that explain one OCR word best.
///
/// The trie is walked with a row of scores, one for each prefix of the OCR word: how well the letters down to
/// the node explain that prefix. A position is dropped when even the best rest of the word and the best rank below
/// the node cannot bring it near the best word found, and a branch when no position is left. The rows of one path
/// live in one array, a row a depth. The first walks are narrow, to learn how good the best word is before the wide
/// one begins.
struct TrieWalk {
  /// A word of the lexicon and its log10 score.
  struct Hit {
    var entry: Int
    /// log10 P(OCR word | entry).
    var channel: Float
    /// `channel` with the entry's rank.
    var rank: Float
  }

  private(set) var hits: [Hit] = []
  private var rows: [Float] = []

  /// Each row begins with places for the three lengths that reach back over its start.
  private static let margin = 3

  /// - Parameters:
  ///   - pattern: the case of the word; nil when the lexicon's own case counts.
  ///   - width: hits this much (log10) behind the best are left out.
  ///   - known: the rank of a word that is known already; hits far behind it are left out too.
  mutating func run(
    _ lexicon: Lexicon, matrix: EmissionMatrix, pattern: CasePattern?, width: Float, known: Float = -.infinity
  ) {
    hits.removeAll(keepingCapacity: true)
    guard lexicon.letters.count > 1, matrix.count > 0 else { return }
    let stride = matrix.count + 1 + Self.margin
    let depthLimit = matrix.count + 5
    let size = (depthLimit + 2) * stride
    if rows.count < size { rows = [Float](repeating: -.infinity, count: size) }
    let ceiling = matrix.best[0] + lexicon.bestRank[0]
    let upper = GraphemeID(Alphabet.lowerCount)
    var hits = self.hits
    // Each pointer is used inside its closure only; indices stay inside the arrays by the loops' bounds: rows by
    // depthLimit, letters by the trie, positions by the length of the word.
    unsafe rows.withUnsafeMutableBufferPointer { rows in
      unsafe matrix.values.withUnsafeBufferPointer { values in
        unsafe matrix.bounds.withUnsafeBufferPointer { bounds in
          unsafe matrix.best.withUnsafeBufferPointer { best in
            unsafe matrix.spurious.withUnsafeBufferPointer { spurious in
              unsafe lexicon.letters.withUnsafeBufferPointer { letters in
                unsafe lexicon.firstChild.withUnsafeBufferPointer { firstChild in
                  unsafe lexicon.childCount.withUnsafeBufferPointer { childCount in
                    unsafe lexicon.entryAt.withUnsafeBufferPointer { entryAt in
                      unsafe lexicon.bestRank.withUnsafeBufferPointer { bestRank in
                        unsafe lexicon.ranks.withUnsafeBufferPointer { ranks in
                          var context = unsafe Context(
                            rows: rows.baseAddress!, values: values.baseAddress!, best: best.baseAddress!,
                            bounds: bounds.baseAddress!,
                            spurious: spurious.baseAddress!, letters: letters.baseAddress!,
                            firstChild: firstChild.baseAddress!,
                            childCount: childCount.baseAddress!, entryAt: entryAt.baseAddress!,
                            bestRank: bestRank.baseAddress!, ranks: ranks.baseAddress!,
                            n: matrix.count, stride: stride,
                            depthLimit: depthLimit, upperFirst: pattern == .upper || pattern == .title ? upper : 0,
                            upperRest: pattern == .upper ? upper : 0, width: width, threshold: 0, top: -.infinity)
                          let floor = max(ceiling - 12, known - width)
                          for narrow in [Float(2.5), 5, 8] where ceiling - narrow > floor {
                            unsafe context.threshold = ceiling - narrow
                            unsafe context.top = -.infinity
                            hits.removeAll(keepingCapacity: true)
                            unsafe context.start(&hits)
                            if unsafe context.top > -.infinity { break }
                          }
                          // Nothing near: the word is far from the lexicon, and a last wide walk finds what there is.
                          unsafe context.threshold = max(floor, context.top - width)
                          hits.removeAll(keepingCapacity: true)
                          unsafe context.start(&hits)
                          let least = unsafe max(context.top, known) - width
                          hits.removeAll { $0.rank < least }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    self.hits = hits
  }

  @unsafe private struct Context {
    let rows: UnsafeMutablePointer<Float>
    let values: UnsafePointer<Float>
    let best: UnsafePointer<Float>
    let bounds: UnsafePointer<Float>
    let spurious: UnsafePointer<Float>
    let letters: UnsafePointer<GraphemeID>
    let firstChild: UnsafePointer<Int32>
    let childCount: UnsafePointer<UInt8>
    let entryAt: UnsafePointer<Int32>
    let bestRank: UnsafePointer<Float>
    let ranks: UnsafePointer<Float>
    let n: Int
    let stride: Int
    let depthLimit: Int
    let upperFirst: GraphemeID
    let upperRest: GraphemeID
    let width: Float
    var threshold: Float
    var top: Float

    mutating func start(_ hits: inout [Hit]) {
      for at in unsafe 0..<stride { unsafe rows[at] = -.infinity }
      var high = 0
      var score: Float = 0
      unsafe rows[TrieWalk.margin] = 0
      for j in unsafe 0..<n {
        unsafe score += spurious[j]
        guard unsafe score + best[j + 1] + bestRank[0] >= threshold else { break }
        unsafe rows[TrieWalk.margin + j + 1] = score
        high = j + 1
      }
      unsafe descend(node: 0, depth: 0, low: 0, high: high, &hits)
    }

    mutating func descend(node: Int, depth: Int, low: Int, high: Int, _ hits: inout [Hit]) {
      let first = unsafe Int(firstChild[node])
      let parent = unsafe rows + (depth * stride + TrieWalk.margin)
      let row = unsafe parent + stride
      let upper = unsafe depth == 0 ? upperFirst : upperRest
      let block = unsafe (n + 1) * 4
      for child in unsafe first..<(first + Int(childCount[node])) {
        let letter = unsafe letters[child]
        let cased = Alphabet.isLowerLetter(letter) ? letter &+ upper : letter
        let least = unsafe threshold - bestRank[child]
        let bound = unsafe bounds + Int(cased) * (n + 1)
        var isNear = false
        for j in low...high where unsafe parent[j] + bound[j] >= least {
          isNear = true
          break
        }
        guard isNear else { continue }
        let emission = unsafe values + Int(cased) * block
        for at in unsafe 0..<stride { unsafe row[at - TrieWalk.margin] = -.infinity }
        var newLow = -1
        var newHigh = -1
        var j = low
        while unsafe j <= n {
          // parent[j - 1 ... j - 3] reach into the margin of minus infinities, never before it.
          let at = unsafe emission + j * 4
          var score = unsafe parent[j] + at[0]
          if j >= 1 {
            score = unsafe max(score, parent[j - 1] + at[-3])
            score = unsafe max(score, row[j - 1] + spurious[j - 1])
            if j >= 2 {
              score = unsafe max(score, parent[j - 2] + at[-6])
              if j >= 3 { score = unsafe max(score, parent[j - 3] + at[-9]) }
            }
          }
          if unsafe score + best[j] >= least {
            unsafe row[j] = score
            if newLow < 0 { newLow = j }
            newHigh = j
          } else if j > high + 3 {
            break
          }
          j += 1
        }
        guard newHigh >= 0 else { continue }
        if unsafe newHigh == n, unsafe entryAt[child] >= 0 {
          let entry = unsafe Int(entryAt[child])
          let rank = unsafe row[n] + ranks[entry]
          if unsafe rank >= threshold {
            unsafe hits.append(Hit(entry: entry, channel: row[n], rank: rank))
            if unsafe rank > top {
              unsafe top = rank
              unsafe threshold = max(threshold, rank - width)
            }
          }
        }
        if unsafe childCount[child] > 0, unsafe depth + 1 < depthLimit {
          unsafe descend(node: child, depth: depth + 1, low: newLow, high: newHigh, &hits)
        }
      }
    }
  }
}
