/// The lists of a lexicon, for the time of a search.
@safe struct LexiconTables {
  let heads: UnsafeBufferPointer<Lexicon.Head>
  let tails: UnsafeBufferPointer<Lexicon.Tail>
  let words: UnsafeBufferPointer<Lexicon.Word>
  let tailLetters: UnsafeBufferPointer<GraphemeID>

  var headCount: Int { unsafe heads.count }
  var tailCount: Int { unsafe tails.count }
  var letterCount: Int { unsafe tailLetters.count }
}

/// One pass of a ``LexiconSearch`` over a lexicon: the inner loops, over pointers that live as long as the pass.
///
/// A row has a score for each place of the OCR word, the first before it, the last behind it. All indices come from the lexicon
/// or from the matrix, and stay inside their lists.
@safe struct LexiconWalk<Row: ScoreRow> {
  private let tables: LexiconTables
  private let steps: RowSteps<Row>
  /// Code points of the OCR word.
  private let count: Int
  /// What is added to all letters but the first for their capitals.
  private let shift: GraphemeID
  private let first: LexiconSearch.Case
  private let second: LexiconSearch.Case?
  /// Rows: of the tails above the one at hand; of heads in the first case, in the second, and the higher of both, as costs; of what
  /// may stand before a tail, as costs.
  private let tailRows: UnsafeMutablePointer<Int16>
  /// By depth: what the tail above the one at hand lacks with the best that may stand before it.
  private let tailLacks: UnsafeMutablePointer<Int16>
  private let headRows: UnsafeMutablePointer<Int16>
  private let frontRows: UnsafeMutablePointer<Int16>
  private let bestHeadRows: UnsafeMutablePointer<Int16>
  /// The rows of a letter that costs no more than any in a tail.
  private let bestLetter: UnsafeMutablePointer<Int16>
  /// What stands before a word without a head that has a capital, as costs.
  private let bareRow: UnsafeMutablePointer<Int16>
  private(set) var wanted: LexiconSearch.Wanted
  private(set) var hits: [LexiconSearch.Hit]
  /// Words that cost more are not looked for; below `Row.top`.
  private var limit: Int
  /// The tails of one letter: what words that end so cost at least, and which tail.
  private(set) var endings: [UInt64]

  /// Letters that a word may have more than the OCR word has code points.
  private static var mostLost: Int { 5 }
  /// Letters before a tail up to which it is worked out what they can be at best; any may stand further before.
  static var frontCount: Int { 3 }
  /// What the costs of spurious code points may be off by, each being rounded by itself.
  private static var rounding: Int16 { 8 }
  /// Tails above one another, at most.
  static var depth: Int { 17 }

  init(
    tables: LexiconTables, costs: UnsafePointer<Int16>, spurious: UnsafePointer<Int16>, count: Int, shift: GraphemeID,
    first: LexiconSearch.Case, second: LexiconSearch.Case?, scratch: UnsafeMutablePointer<Int16>, limit: Int,
    wanted: LexiconSearch.Wanted, hits: [LexiconSearch.Hit], endings: [UInt64]
  ) {
    self.tables = tables
    self.endings = endings
    steps = unsafe RowSteps(costs: costs, spurious: spurious)
    self.count = count
    self.shift = shift
    self.first = first
    self.second = second
    self.limit = min(limit, wanted.limit)
    self.wanted = wanted
    self.hits = hits
    let width = Row.scalarCount
    unsafe tailRows = scratch
    unsafe frontRows = tailRows + Self.depth * width
    unsafe bestLetter = frontRows + (Self.frontCount + 2) * width
    unsafe bareRow = bestLetter + 4 * width
    unsafe headRows = bareRow + width
    unsafe bestHeadRows = headRows + (second == nil ? 0 : 2 * tables.headCount * width)
    unsafe tailLacks = bestHeadRows + tables.headCount * width
  }

  /// Scores that a pass needs room for.
  static func scratchSize(_ lexicon: Lexicon) -> Int {
    (depth + frontCount + 2 + 5 + 3 * lexicon.heads.count) * Row.scalarCount + depth
  }

  mutating func run() {
    fillHeads()
    fillFronts()
    var root = Row()
    root[count] = Row.top
    root = steps.closedBackward(root)
    if unsafe tables.tails[0].wordCount > 0 { enter(0, root) }
    findEndings(root)
    for ending in endings {
      guard Int(ending >> 32) <= limit else { return }
      let tail = Int(ending & 0xFFFF_FFFF)
      let row = unsafe steps.prepend(steps.letter(tables.tails[tail].letter, shift), to: root)
      unsafe row.store(tailRows + Row.scalarCount)
      unsafe tailLacks[1] = Row.top &- (row - front(of: tables.tails[tail])).highest
      enter(tail, row)
      let end = unsafe Int(tables.tails[tail].end)
      descend((tail + 1)..<end)
    }
  }

  /// Lists the tails of one letter, the most promising first.
  private mutating func findEndings(_ root: Row) {
    endings.removeAll(keepingCapacity: true)
    let end = tables.tailCount
    var at = 1
    while at < end {
      let tail = unsafe tables.tails[at]
      if Int(tail.bestCost) <= limit {
        if tail.bareWord >= 0, let title { weighBare(at, root, title) }
        let row = unsafe steps.prepend(steps.letter(tail.letter, shift), to: root)
        let cost = Int(Row.top) &- Int((row - front(of: tail)).highest) &+ Int(tail.bestCost)
        if cost <= limit { endings.append(UInt64(truncatingIfNeeded: cost << 32 | at)) }
      }
      at = Int(tail.end)
    }
    endings.sort()
  }

  /// What may stand before a tail and all that end in it, as costs.
  @inline(__always)
  private func front(of tail: Lexicon.Tail) -> Row {
    unsafe Row.load(frontRows + min(Int(tail.height), Self.frontCount &+ 1) &* Row.scalarCount)
  }

  /// Visits some tails, of which the first is a letter longer than the one whose row stands above it.
  private mutating func descend(_ tails: Range<Int>) {
    let width = Row.scalarCount
    let steps = steps
    let rows = unsafe tailRows
    let lacks = unsafe tailLacks
    let list = unsafe tables.tails.baseAddress!
    let longest = count &+ Self.mostLost
    let title = title
    var at = tails.lowerBound
    while at < tails.upperBound {
      let cost = unsafe list[at].bestCost
      let depth = unsafe Int(list[at].depth)
      // No word below costs less than its rank and what the letters behind it lack already.
      guard Int(cost) &+ (unsafe Int(lacks[depth &- 1])) <= limit, depth <= longest else {
        at = unsafe Int(list[at].end)
        continue
      }
      let above = unsafe Row.load(rows + (depth &- 1) &* width)
      if let title, unsafe list[at].bareWord >= 0 { weighBare(at, above, title) }
      let row = unsafe steps.prependAlone(steps.letter(list[at].letter, shift), to: above)
      // What stands before may end in spurious code points as well, so it makes no difference that the row has none yet.
      let scores = unsafe row - front(of: list[at])
      guard scores.reaches(above: Self.least(cost, limit) &- Self.rounding) else {
        at = unsafe Int(list[at].end)
        continue
      }
      let closed = steps.closedBackward(row)
      unsafe closed.store(rows + depth &* width)
      unsafe lacks[depth] = Row.top &- scores.highest &- Self.rounding
      enter(at, closed)
      at &+= 1
    }
  }

  /// Weighs the words of a tail if they may come within the limit.
  @inline(__always)
  private mutating func enter(_ tail: Int, _ row: Row) {
    let lack = unsafe Int(Row.top) &- Int((row - Row.load(frontRows)).highest)
    guard unsafe lack &+ Int(tables.tails[tail].ownCost) <= limit else { return }
    weigh(tail, row, lack: lack)
  }

  /// The score that a word of this cost must be above, to come within the limit.
  ///
  /// - Precondition: `cost` is not above `limit`.
  @inline(__always)
  private static func least(_ cost: Int16, _ limit: Int) -> Int16 {
    Int16(truncatingIfNeeded: Int(Row.top) &- limit &- 1 &+ Int(cost))
  }

  // MARK: What stands before a tail

  /// The scores before any letter.
  private func empty(_ kind: LexiconSearch.Case) -> Row {
    var row = Row()
    row[0] = Row.top - kind.cost
    return steps.closedForward(row)
  }

  private func fillHeads() {
    let size = tables.headCount * Row.scalarCount
    unsafe fillHeads(first, headRows)
    guard let second else { return }
    unsafe fillHeads(second, headRows + size)
    for at in Swift.stride(from: 0, to: size, by: Row.scalarCount) {
      unsafe Row.load(headRows + at).lower(Row.load(headRows + size + at)).store(bestHeadRows + at)
    }
  }

  private func fillHeads(_ kind: LexiconSearch.Case, _ rows: UnsafeMutablePointer<Int16>) {
    let width = Row.scalarCount
    let all = Row(repeating: Row.top)
    let heads = unsafe tables.heads.baseAddress!
    unsafe (all - empty(kind)).store(rows)
    for head in Swift.stride(from: 1, to: tables.headCount, by: 1) {
      let parent = unsafe Int(heads[head].parent)
      let costs = unsafe steps.letter(heads[head].letter, parent == 0 ? kind.firstShift : shift)
      unsafe (all - steps.append(costs, to: all - Row.load(rows + parent &* width))).store(rows + head &* width)
    }
    // A word without a head begins with the first letter of its tail.
    if kind.firstShift != shift { unsafe all.store(rows) }
  }

  /// Fills what may stand before a tail at best: a head, and up to three letters more, or any number of them.
  private func fillFronts() {
    let width = Row.scalarCount
    let all = Row(repeating: Row.top)
    var costs = all
    for head in 0..<tables.headCount { costs = unsafe costs.lower(Row.load(bestHeadRows + head * width)) }
    unsafe costs.store(frontRows)
    // A word without a head has a capital in its tail.
    var capital = Row()
    if let title {
      fillBestLetter(title.firstShift)
      capital = unsafe steps.append(bestLetter, to: empty(title))
      unsafe (all - empty(title)).store(bareRow)
    }
    fillBestLetter(shift)
    var row = all - costs
    for number in 1...Self.frontCount {
      row = unsafe row.higher(steps.append(bestLetter, to: row)).higher(capital)
      unsafe (all - row).store(frontRows + number * width)
    }
    // Further letters gain nothing once each code point may have one.
    for _ in Self.frontCount..<max(Self.frontCount, count) {
      row = unsafe row.higher(steps.append(bestLetter, to: row))
    }
    unsafe (all - row).store(frontRows + (Self.frontCount + 1) * width)
  }

  /// Fills the rows of a letter that costs no more than any of those in tails.
  private func fillBestLetter(_ shift: GraphemeID) {
    let width = Row.scalarCount
    var none = Row(repeating: Row.top)
    var (one, two, three) = (none, none, none)
    for index in 0..<tables.letterCount {
      let costs = unsafe steps.letter(tables.tailLetters[index], shift)
      none = unsafe none.lower(Row.load(costs))
      one = unsafe one.lower(Row.load(costs + width))
      two = unsafe two.lower(Row.load(costs + 2 * width))
      three = unsafe three.lower(Row.load(costs + 3 * width))
    }
    unsafe none.store(bestLetter)
    unsafe one.store(bestLetter + width)
    unsafe two.store(bestLetter + 2 * width)
    unsafe three.store(bestLetter + 3 * width)
  }

  // MARK: Words

  /// The case in which words without a head begin with another letter than their tail.
  private var title: LexiconSearch.Case? {
    first.firstShift != shift ? first : second.flatMap { $0.firstShift != shift ? $0 : nil }
  }

  /// Weighs the word that is a tail with a capital first.
  ///
  /// - Parameter above: the row of the tail without its first letter.
  private mutating func weighBare(_ number: Int, _ above: Row, _ title: LexiconSearch.Case) {
    let tail = unsafe tables.tails[number]
    let word = unsafe tables.words[Int(tail.bareWord)]
    guard Int(word.cost) <= limit else { return }
    let row = unsafe steps.prepend(steps.letter(tail.letter, title.firstShift), to: above)
    let scores = unsafe row - Row.load(bareRow)
    guard scores.reaches(above: Self.least(word.cost, limit)) else { return }
    insert(word, title, scores, depth: Int(tail.depth))
  }

  /// Weighs the words of a tail.
  ///
  /// - Parameter lack: what the tail and the best head lack.
  private mutating func weigh(_ number: Int, _ row: Row, lack: Int) {
    let tail = unsafe tables.tails[number]
    let list = unsafe tables.words.baseAddress! + Int(tail.firstWord)
    let heads = unsafe bestHeadRows
    for at in 0..<Int(tail.wordCount) {
      let cost = unsafe list[at].cost
      // The next ones are rarer.
      guard Int(cost) &+ lack <= limit else { return }
      let place = unsafe Int(list[at].head) &* Row.scalarCount
      let scores = unsafe row - Row.load(heads + place)
      guard scores.reaches(above: Self.least(cost, limit)) else { continue }
      let word = unsafe list[at]
      let depth = Int(tail.depth) &+ Int(word.headLength)
      guard let second else {
        insert(word, first, scores, depth: depth)
        continue
      }
      unsafe insert(word, first, row - Row.load(headRows + place), depth: depth)
      unsafe insert(word, second, row - Row.load(headRows + place + tables.headCount * Row.scalarCount), depth: depth)
    }
  }

  /// Keeps a word if it comes within the limit.
  ///
  /// - Parameter scores: by the place where its head ends.
  private mutating func insert(_ word: Lexicon.Word, _ kind: LexiconSearch.Case, _ scores: Row, depth: Int) {
    let cost = Int(Row.top) - Int(scores.highest)
    let total = cost + Int(word.cost)
    guard total <= limit, depth <= count + Self.mostLost else { return }
    hits.append(
      LexiconSearch.Hit(lexicon: 0, entry: Int(word.entry), pattern: kind.pattern, cost: cost, total: total))
    wanted.insert(total)
    limit = min(limit, wanted.limit)
  }
}
