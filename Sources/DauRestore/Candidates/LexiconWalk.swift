/// One pass of a ``LexiconSearch`` over a lexicon: the inner loops, over pointers that live as long as the pass.
///
/// A row has a score for each place of the OCR word, the first before it, the last behind it.
@safe struct LexiconWalk {
  private typealias Vector = SIMD8<Float>

  private let tables: Tables
  private let scores: UnsafePointer<Float>
  private let dropped: UnsafePointer<Float>
  private let scratch: Scratch
  /// Code points of the OCR word.
  private let count: Int
  /// What is added to all letters but the first for their capitals.
  private let shift: GraphemeID
  private let first: LexiconSearch.Case
  private let second: LexiconSearch.Case?
  /// The rows of heads that count for bounds: of the one case, or the higher of both.
  private let bestHeadRows: UnsafeMutablePointer<Float>
  private(set) var wanted: LexiconSearch.Wanted
  private(set) var hits: [LexiconSearch.Hit]
  /// Words of a lower rank are not looked for.
  private var least: Float
  private let places: Places

  /// Letters that a word may have more than the OCR word has code points.
  private static let mostLost = 5

  init(
    tables: Tables, scores: UnsafePointer<Float>, dropped: UnsafePointer<Float>, scratch: Scratch, count: Int,
    shift: GraphemeID, first: LexiconSearch.Case, second: LexiconSearch.Case?, floor: Float,
    wanted: LexiconSearch.Wanted, hits: [LexiconSearch.Hit]
  ) {
    self.tables = tables
    unsafe self.scores = scores
    unsafe self.dropped = dropped
    self.scratch = scratch
    self.count = count
    self.shift = shift
    self.first = first
    self.second = second
    self.wanted = wanted
    self.hits = hits
    unsafe bestHeadRows = scratch.headRows + (second == nil ? 0 : 2 * (count + 1) * tables.headStride)
    let size = count + 1
    let at = unsafe scratch.places
    places = unsafe Places(front: at, heads: at + size, empty: at + 2 * size, spurious: at + 3 * size)
    least = higher(floor + higher(first.prior, second?.prior ?? -.infinity), wanted.least)
  }

  mutating func run(_ matrix: EmissionMatrix) {
    for at in 0...count {
      unsafe places.empty[at] = at == 0 ? 0 : places.empty[at - 1] + matrix.places[at].spurious
      if at < count { unsafe places.spurious[at] = matrix.places[at + 1].spurious }
    }
    fillFront()
    guard unsafe places.front[count] + tables.bestRank >= least else { return }
    fillHeads()
    let root = unsafe scratch.tailRows
    unsafe root[count] = 0
    for at in stride(from: count - 1, through: 0, by: -1) { unsafe root[at] = root[at + 1] + places.spurious[at] }
    unsafe visit(0, row: root, depth: 0, free: 1)
  }

  /// Fills what may stand before each place at best, with letters that the lexicon has.
  private func fillFront() {
    let prior = higher(first.prior, second?.prior ?? -.infinity)
    for at in 0...count { unsafe places.front[at] = places.empty[at] + prior }
    for start in 0..<count {
      for length in 1...min(Outputs.limit, count - start) {
        let end = start + length
        let inside = unsafe places.front[start] + highest(from: start, length: length, shift: shift)
        unsafe places.front[end] = higher(places.front[end], inside)
        if let title {
          let score = unsafe places.empty[start] + highest(from: start, length: length, shift: title.firstShift)
          unsafe places.front[end] = higher(places.front[end], score + title.prior)
        }
      }
      unsafe places.front[start + 1] = higher(places.front[start + 1], places.front[start] + places.spurious[start])
    }
  }

  /// The most that a letter of the lexicon can score for a stretch.
  private func highest(from start: Int, length: Int, shift: GraphemeID) -> Float {
    let scores = unsafe scores(from: start, length: length) + Int(shift)
    var best = Vector(repeating: -.infinity)
    for letter in Swift.stride(from: 0, to: tables.letterCount, by: 8) {
      best = unsafe higher(best, Self.load(scores + letter) + Self.load(tables.letters + letter))
    }
    return best.max()
  }

  @inline(__always)
  private func shifted(_ letter: GraphemeID, by shift: GraphemeID) -> Int {
    Int(Alphabet.isLowerLetter(letter) ? letter &+ shift : letter)
  }

  /// The scores of a stretch for all letters.
  @inline(__always)
  private func scores(from start: Int, length: Int) -> UnsafePointer<Float> {
    unsafe scores + ((length - 1) * count + start) * EmissionMatrix.stride
  }

  @inline(__always)
  private static func load(_ at: UnsafePointer<Float>) -> Vector {
    unsafe UnsafeRawPointer(at).loadUnaligned(as: Vector.self)
  }

  @inline(__always)
  private static func store(_ vector: Vector, _ at: UnsafeMutablePointer<Float>) {
    unsafe UnsafeMutableRawPointer(at).storeBytes(of: vector, as: Vector.self)
  }

  // MARK: Heads

  private mutating func fillHeads() {
    let size = (count + 1) * tables.headStride
    unsafe fillHeads(first, scratch.headRows)
    if let second {
      unsafe fillHeads(second, scratch.headRows + size)
      for at in stride(from: 0, to: size, by: 8) {
        let both = unsafe higher(Self.load(scratch.headRows + at), Self.load(scratch.headRows + size + at))
        unsafe Self.store(both, bestHeadRows + at)
      }
    }
    for at in 0...count {
      var best = -Float.infinity
      for head in 0..<tables.headCount { best = unsafe higher(best, bestHeadRows[at * tables.headStride + head]) }
      unsafe places.heads[at] = best
    }
  }

  private func fillHeads(_ kind: LexiconSearch.Case, _ rows: UnsafeMutablePointer<Float>) {
    let stride = tables.headStride
    for at in 0...count {
      unsafe rows[at * stride] = places.empty[at] + kind.prior
      // None stands behind the last.
      for head in tables.headCount..<stride { unsafe rows[at * stride + head] = -.infinity }
    }
    for head in Swift.stride(from: 1, to: tables.headCount, by: 1) {
      let parent = unsafe Int(tables.heads[head].parent)
      let letter = unsafe shifted(tables.heads[head].letter, by: parent == 0 ? kind.firstShift : shift)
      let above = unsafe rows + parent
      let lost = unsafe dropped[letter]
      var before = -Float.infinity
      for at in 0...count {
        var score = unsafe above[at * stride] + lost
        if at > 0 {
          score = unsafe higher(score, before + places.spurious[at - 1])
          score = unsafe higher(score, above[(at - 1) * stride] + scores(from: at - 1, length: 1)[letter])
        }
        if at > 1 { score = unsafe higher(score, above[(at - 2) * stride] + scores(from: at - 2, length: 2)[letter]) }
        if at > 2 { score = unsafe higher(score, above[(at - 3) * stride] + scores(from: at - 3, length: 3)[letter]) }
        unsafe rows[at * stride + head] = score
        before = score
      }
    }
    // A word without a head begins with the first letter of its tail.
    if kind.firstShift != shift { for at in 0...count { unsafe rows[at * stride] = -.infinity } }
  }

  // MARK: Tails

  /// Weighs the words of a tail, and visits those that end in it.
  ///
  /// - Parameter free: the first slot that is not in use.
  private mutating func visit(_ tail: Int, row: UnsafePointer<Float>, depth: Int, free: Int) {
    let node = unsafe tables.tails[tail]
    if node.wordCount > 0 { unsafe weigh(node, row, depth: depth) }
    guard node.childCount > 0, depth < count + Self.mostLost else { return }
    let letters =
      unsafe tables.tails[Int(node.firstChild)]
      .letter...tables.tails[
        Int(node.firstChild) + Int(node.childCount) - 1
      ].letter
    // Eight letters together take about as long as one by itself.
    let end =
      unsafe Int(node.childCount) * 8 <= letters.count
      ? addEach(node, row, depth: depth, free: free) : addAll(node, row, depth: depth, free: free)
    var waiting = end
    while waiting > free {
      // The most promising one, and out with what has no chance any more.
      var best = free
      var bound = -Float.infinity
      var at = free
      while at < waiting {
        let own = unsafe scratch.waiting[at].bound
        if own < least {
          waiting &-= 1
          unsafe scratch.waiting[at] = scratch.waiting[waiting]
          continue
        }
        if own > bound {
          best = at
          bound = own
        }
        at &+= 1
      }
      guard waiting > free else { return }
      let next = unsafe scratch.waiting[best]
      waiting &-= 1
      unsafe scratch.waiting[best] = scratch.waiting[waiting]
      unsafe visit(Int(next.tail), row: scratch.tailRows + Int(next.slot) * (count + 1), depth: depth + 1, free: end)
    }
  }

  /// Works the children of a tail out one by one.
  ///
  /// - Returns: the first slot that is not in use.
  private mutating func addEach(_ node: Lexicon.Tail, _ row: UnsafePointer<Float>, depth: Int, free: Int) -> Int {
    var end = free
    let firstChild = Int(node.firstChild)
    for at in firstChild..<(firstChild + Int(node.childCount)) {
      let child = unsafe tables.tails[at]
      let target = unsafe scratch.tailRows + end * (count + 1)
      if child.isWord, let title {
        let capital = unsafe prepend(shifted(child.letter, by: title.firstShift), to: row, target)
        unsafe insert(tables.words[Int(child.firstWord)], title, capital.empty + title.prior, depth: depth + 1)
      }
      let best = unsafe prepend(shifted(child.letter, by: shift), to: row, target)
      let bound = child.childCount > 0 ? best.front + child.bestRank : best.head + child.ownRank
      guard bound >= least else { continue }
      unsafe scratch.waiting[end] = LexiconSearch.Waiting(bound: bound, tail: Int32(at), slot: Int32(end))
      end += 1
    }
    return end
  }

  /// Fills the row of a tail with one more letter before it.
  ///
  /// - Returns: the best score with any beginning, with a head, and with none.
  @inline(__always)
  private func prepend(
    _ letter: Int, to row: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>
  ) -> (front: Float, head: Float, empty: Float) {
    let lost = unsafe dropped[letter]
    var best = (front: -Float.infinity, head: -Float.infinity, empty: -Float.infinity)
    var behind = -Float.infinity
    var at = count
    while at >= 0 {
      var score = unsafe row[at] + lost
      if at < count {
        score = unsafe higher(score, behind + places.spurious[at])
        score = unsafe higher(score, row[at + 1] + scores(from: at, length: 1)[letter])
        if at + 1 < count {
          score = unsafe higher(score, row[at + 2] + scores(from: at, length: 2)[letter])
          if at + 2 < count { score = unsafe higher(score, row[at + 3] + scores(from: at, length: 3)[letter]) }
        }
      }
      unsafe target[at] = score
      behind = score
      best.front = unsafe higher(best.front, score + places.front[at])
      best.head = unsafe higher(best.head, score + places.heads[at])
      best.empty = unsafe higher(best.empty, score + places.empty[at])
      at -= 1
    }
    return best
  }

  /// Works the children of a tail out together, all letters between the first of them and the last.
  private mutating func addAll(_ node: Lexicon.Tail, _ row: UnsafePointer<Float>, depth: Int, free: Int) -> Int {
    let firstChild = Int(node.firstChild)
    let lastChild = firstChild + Int(node.childCount) - 1
    let lowest = unsafe tables.tails[firstChild].letter
    let size = unsafe Int(tables.tails[lastChild].letter) - Int(lowest) + 1
    let stride = EmissionMatrix.stride
    if let title {
      let bounds = unsafe prependAll(from: shifted(lowest, by: title.firstShift), size, to: row, heads: places.empty)
        .heads
      for at in firstChild...lastChild where unsafe tables.tails[at].isWord {
        let child = unsafe tables.tails[at]
        let score = unsafe bounds[Int(child.letter) - Int(lowest)] + title.prior
        unsafe insert(tables.words[Int(child.firstWord)], title, score, depth: depth + 1)
      }
    }
    let bounds = unsafe prependAll(from: shifted(lowest, by: shift), size, to: row, heads: places.heads)
    var end = free
    for at in firstChild...lastChild {
      let child = unsafe tables.tails[at]
      let column = Int(child.letter) - Int(lowest)
      let bound =
        unsafe child.childCount > 0 ? bounds.front[column] + child.bestRank : bounds.heads[column] + child.ownRank
      guard bound >= least else { continue }
      let target = unsafe scratch.tailRows + end * (count + 1)
      for place in 0...count { unsafe target[place] = scratch.children[place * stride + column] }
      unsafe scratch.waiting[end] = LexiconSearch.Waiting(bound: bound, tail: Int32(at), slot: Int32(end))
      end += 1
    }
    return end
  }

  /// Fills the rows of a tail with each of some letters before it.
  ///
  /// - Returns: by letter, the best score with any beginning, and with one of `heads`.
  @inline(__always)
  private func prependAll(
    from letter: Int, _ size: Int, to row: UnsafePointer<Float>, heads: UnsafePointer<Float>
  ) -> (front: UnsafePointer<Float>, heads: UnsafePointer<Float>) {
    let stride = EmissionMatrix.stride
    let fronts = unsafe scratch.children + (count + 1) * stride
    var column = 0
    while column < size {
      let lost = unsafe Self.load(dropped + letter + column)
      var behind = Vector(repeating: -.infinity)
      var front = behind
      var head = behind
      var at = count
      while at >= 0 {
        var score = unsafe lost + row[at]
        if at < count {
          let one = unsafe scores(from: at, length: 1) + letter + column
          score = unsafe higher(score, behind + places.spurious[at])
          score = unsafe higher(score, Self.load(one) + row[at + 1])
          if at + 1 < count {
            score = unsafe higher(score, Self.load(one + count * stride) + row[at + 2])
            if at + 2 < count { score = unsafe higher(score, Self.load(one + 2 * count * stride) + row[at + 3]) }
          }
        }
        unsafe Self.store(score, scratch.children + at * stride + column)
        behind = score
        front = unsafe higher(front, score + places.front[at])
        head = unsafe higher(head, score + heads[at])
        at &-= 1
      }
      unsafe Self.store(front, fronts + column)
      unsafe Self.store(head, fronts + stride + column)
      column &+= 8
    }
    return unsafe (UnsafePointer(fronts), UnsafePointer(fronts + stride))
  }

  // MARK: Words

  /// The case in which words without a head begin with another letter than their tail.
  private var title: LexiconSearch.Case? {
    first.firstShift != shift ? first : second.flatMap { $0.firstShift != shift ? $0 : nil }
  }

  /// Weighs the words of a tail.
  private mutating func weigh(_ node: Lexicon.Tail, _ row: UnsafePointer<Float>, depth: Int) {
    var best = -Float.infinity
    for at in 0...count { best = unsafe higher(best, row[at] + places.heads[at]) }
    guard best + node.ownRank >= least else { return }
    let words = unsafe tables.words + Int(node.firstWord)
    let last = Int(node.wordCount) - 1
    let stride = tables.headStride
    // Words of a tail are by head.
    for head in unsafe Swift.stride(from: Int(words[0].head) & ~7, through: Int(words[last].head), by: 8) {
      var score = Vector(repeating: -.infinity)
      var from = unsafe UnsafePointer(bestHeadRows + head)
      for at in 0...count {
        score = unsafe higher(score, Self.load(from) + row[at])
        unsafe from += stride
      }
      unsafe Self.store(score, scratch.headScores + head)
    }
    for at in 0...last {
      let word = unsafe words[at]
      let score = unsafe scratch.headScores[Int(word.head)]
      guard score + word.rank >= least else { continue }
      let length = depth + Int(word.headLength)
      guard let second else {
        insert(word, first, score, depth: length)
        continue
      }
      let own = unsafe scratch.headRows + Int(word.head)
      var (one, two) = (-Float.infinity, -Float.infinity)
      for at in 0...count {
        one = unsafe higher(one, row[at] + own[at * stride])
        two = unsafe higher(two, row[at] + own[(count + 1 + at) * stride])
      }
      insert(word, first, one, depth: length)
      insert(word, second, two, depth: length)
    }
  }

  @inline(__always)
  private mutating func insert(
    _ word: Lexicon.Word, _ kind: LexiconSearch.Case, _ score: Float, depth: Int
  ) {
    let rank = score + word.rank
    guard rank >= least, depth <= count + Self.mostLost else { return }
    hits.append(
      LexiconSearch.Hit(lexicon: 0, entry: Int(word.entry), pattern: kind.pattern, channel: score, rank: rank))
    wanted.insert(rank)
    least = higher(least, wanted.least)
  }
}

/// The higher of two scores. Written so that it is one instruction, which `max` with its care for zeros and NaN is not.
@inline(__always)
private func higher(_ a: Float, _ b: Float) -> Float { a < b ? b : a }

@inline(__always)
private func higher(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> { a.replacing(with: b, where: a .< b) }
