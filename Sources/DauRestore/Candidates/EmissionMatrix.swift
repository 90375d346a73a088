/// What one OCR word costs each letter: log10 P(output | letter) for every stretch of the word, as small numbers.
///
/// A score is kept as what it lacks of the best that any letters could do for the same stretch, which is seldom more than a few
/// units of log10; so 16 bits hold it to 1/2048, and a vector holds the scores of a letter at eight places. Filled once a word.
struct EmissionMatrix {
  /// Code points of the word.
  private(set) var count = 0
  /// By letter four rows of `width`: what it costs that the letter leaves nothing, or one, two or three code points, by the
  /// place where they begin.
  private(set) var costs: [Int16] = []
  /// Places of a row: one more than code points at least.
  private(set) var width = 8
  /// By place: an upper bound (log10) of what the rest of the word can score, and the log10 probability that the code
  /// point before it is spurious.
  private(set) var places: [(best: Float, spurious: Float)] = []
  /// Rows of what it costs that one, two, four, eight and sixteen code points from a place on are spurious.
  private(set) var spurious: [Int16] = []
  /// As in the index it was filled with.
  private(set) var capitalised: Float = 0

  /// Costs of one unit of log10. A sum of five is right to 0.0012 of it.
  static let scale: Float = 2048
  /// The highest cost of a letter, about 11.7 of log10: far beyond what is looked for.
  static let limit: Float = 24_000

  /// By length and place: the causes that the index lists, the most any letter can score, and what the best is worth.
  private var stretches: [(causes: Range<Int>, best: Float)] = []

  mutating func fill(_ word: [Glyph], with index: EmissionIndex) {
    count = word.count
    capitalised = index.capitalised
    width = count < 8 ? 8 : count < 16 ? 16 : (count / 32 + 1) * 32
    findStretches(of: word, in: index)
    setBounds(word)
    let unseen = SIMD4(0, index.unseen(1), index.unseen(2), index.unseen(3))
    let size = Alphabet.count * 4 * width
    if costs.count < size { costs = Array(repeating: 0, count: size) }
    // What an output costs that is not listed, before the letter's novelty.
    var base = [Int16](repeating: Int16(Self.limit), count: 3 * width)
    for length in 1...Outputs.limit where length <= count {
      for start in 0...(count - length) {
        base[(length - 1) * width + start] = Self.cost(
          places[start].best - places[start + length].best - unseen[length])
      }
    }
    switch width {
    case 8: fillUnlisted(base, index, as: SIMD8<Int16>.self)
    case 16: fillUnlisted(base, index, as: SIMD16<Int16>.self)
    default: fillUnlisted(base, index, as: SIMD32<Int16>.self)
    }
    fillListed(index)
  }

  /// Fills in what each letter costs that the index does not list for a stretch.
  private mutating func fillUnlisted<Row: ScoreRow>(_ base: [Int16], _ index: EmissionIndex, as: Row.Type) {
    // Four rows a letter, of which there is room for all.
    unsafe costs.withUnsafeMutableBufferPointer { costs in
      unsafe base.withUnsafeBufferPointer { base in
        var to = costs.baseAddress!
        let from = base.baseAddress!
        let width = Row.scalarCount
        let (one, two, three) = unsafe (Row.load(from), Row.load(from + width), Row.load(from + 2 * width))
        for letter in 0..<Alphabet.count {
          let novelty = Row(repeating: index.noveltyGains[letter])
          unsafe Row(repeating: index.droppedCosts[letter]).store(to)
          unsafe (one - novelty).higher(Row()).store(to + width)
          unsafe (two - novelty).higher(Row()).store(to + 2 * width)
          unsafe (three - novelty).higher(Row()).store(to + 3 * width)
          unsafe to += 4 * width
        }
      }
    }
  }

  /// Fills in what the letters cost that the index lists.
  private mutating func fillListed(_ index: EmissionIndex) {
    let (count, width, places, stretches) = (count, width, places, stretches)
    // Inside by the sizes of the word and of the alphabet.
    unsafe costs.withUnsafeMutableBufferPointer { costs in
      unsafe index.causes.withUnsafeBufferPointer { causes in
        for length in 1...Outputs.limit where length <= count {
          for start in 0...(count - length) {
            let most = places[start].best - places[start + length].best
            for at in stretches[(length - 1) * count + start].causes {
              let cause = unsafe causes[at]
              unsafe costs[(Int(cause.letter) &* 4 &+ length) &* width &+ start] = Self.cost(most - cause.log10)
            }
          }
        }
      }
    }
  }

  /// A cost in units, rounded and within bounds.
  @inline(__always)
  private static func cost(_ log10: Float) -> Int16 { Int16(max(0, min(limit, log10 * scale)) + 0.5) }

  /// Looks up which letters can have caused each stretch.
  private mutating func findStretches(of word: [Glyph], in index: EmissionIndex) {
    stretches.removeAll(keepingCapacity: true)
    for length in 1...Outputs.limit {
      let unlisted = index.unseen(length) + index.mostNovelty
      for start in 0..<count {
        guard start + length <= count else {
          stretches.append((0..<0, -.infinity))
          continue
        }
        let (causes, best) = index.causes(of: Outputs.pack(word, start, length))
        stretches.append((causes, max(unlisted, best)))
      }
    }
  }

  /// Sets what the rest of the word can score at most, and what spurious code points cost.
  private mutating func setBounds(_ word: [Glyph]) {
    places.removeAll(keepingCapacity: true)
    places.append((0, -.infinity))
    for glyph in word { places.append((0, ChannelTable.spurious(glyph))) }
    for start in Swift.stride(from: count - 1, through: 0, by: -1) {
      var top = places[start + 1].spurious + places[start + 1].best
      for length in 1...Outputs.limit where start + length <= count {
        top = max(top, stretches[(length - 1) * count + start].best + places[start + length].best)
      }
      places[start].best = top
    }
    spurious.removeAll(keepingCapacity: true)
    for step in [1, 2, 4, 8, 16] {
      for start in 0..<width {
        guard start + step <= count else {
          spurious.append(.max)
          continue
        }
        var cost = places[start].best - places[start + step].best
        for at in start..<(start + step) { cost -= places[at + 1].spurious }
        spurious.append(Self.cost(cost))
      }
    }
  }

  /// log10 P(the word it is filled with | `letters`) along the best alignment.
  ///
  /// - Complexity: O(*n* · *m*) for *n* letters and *m* code points.
  func score(of letters: [GraphemeID]) -> Float {
    // By place in the word: the best score of the letters so far.
    var row = [Float](repeating: -.infinity, count: count + 1)
    row[0] = 0
    func addSpurious() { for at in 0..<count { row[at + 1] = max(row[at + 1], row[at] + places[at + 1].spurious) } }
    addSpurious()
    for letter in letters {
      var next = row.map { $0 + log10(letter, 0, 0) }
      for start in 0..<count {
        for length in 1...Outputs.limit where start + length <= count {
          next[start + length] = max(next[start + length], row[start] + log10(letter, start, length))
        }
      }
      row = next
      addSpurious()
    }
    return row[count]
  }

  @inline(__always)
  private func place(_ letter: GraphemeID, _ start: Int, _ length: Int) -> Int {
    (Int(letter) * 4 + length) * width + start
  }

  /// log10 P(the `length` code points from `start` | letter), to 1/2048.
  @inline(__always)
  func log10(_ letter: GraphemeID, _ start: Int, _ length: Int) -> Float {
    places[start].best - places[start + length].best - Float(costs[place(letter, start, length)]) / Self.scale
  }
}
