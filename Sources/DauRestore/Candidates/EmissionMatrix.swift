/// log10 P(output | letter) for every letter and every stretch of one OCR word.
///
/// The scores of one stretch stand side by side, by letter, so that many letters are weighed in one vector operation.
/// Filled once a word.
struct EmissionMatrix {
  /// Code points of the word.
  private(set) var count = 0
  /// By length of the stretch (one to three), where it begins, and letter; `Self.stride` letters to a stretch. What
  /// reaches over the end of the word means nothing.
  private(set) var scores: [Float] = []
  /// By letter: log10 probability that it leaves nothing.
  private(set) var dropped: [Float] = []
  /// By place: an upper bound of what the rest of the word can score, and the log10 probability that the code
  /// point before it is spurious.
  private(set) var places: [(best: Float, spurious: Float)] = []
  /// By place: an upper bound of what the word up to there can score.
  private(set) var reached: [Float] = []
  /// As in the index it was filled with.
  private(set) var capitalised: Float = 0

  /// Floats from one stretch to the next: the letters, in whole vectors, and one vector that may be read behind them.
  static var stride: Int { (Alphabet.count + 7) / 8 * 8 + 8 }

  private var unlisted: [Float] = []
  private var most: [SIMD4<Float>] = []

  mutating func fill(_ word: [Glyph], with index: EmissionIndex) {
    count = word.count
    capitalised = index.capitalised
    let unseen = SIMD4(0, index.unseen(1), index.unseen(2), index.unseen(3))
    let size = Outputs.limit * count * Self.stride
    if scores.count < size { scores = Array(repeating: 0, count: size) }
    if dropped != index.dropped {
      dropped = index.dropped + repeatElement(-.infinity, count: Self.stride - Alphabet.count)
    }
    unlisted.removeAll(keepingCapacity: true)
    unlisted.append(contentsOf: index.novelty)
    unlisted.append(contentsOf: repeatElement(0, count: Self.stride - Alphabet.count))
    // Both are read and written inside by their sizes.
    unsafe scores.withUnsafeMutableBufferPointer { scores in
      unsafe unlisted.withUnsafeBufferPointer { unlisted in
        var to = UnsafeMutableRawPointer(scores.baseAddress!)
        for length in 1...Outputs.limit {
          for _ in 0..<count {
            for at in Swift.stride(from: 0, to: Self.stride, by: 8) {
              let novelty = unsafe UnsafeRawPointer(unlisted.baseAddress! + at).loadUnaligned(as: SIMD8<Float>.self)
              unsafe to.storeBytes(of: novelty + unseen[length], as: SIMD8<Float>.self)
              unsafe to += 32
            }
          }
        }
      }
    }
    places.removeAll(keepingCapacity: true)
    places.append((0, -.infinity))
    for glyph in word { places.append((0, ChannelTable.spurious(glyph))) }
    reached.removeAll(keepingCapacity: true)
    reached.append(contentsOf: repeatElement(-.infinity, count: count + 1))
    reached[0] = 0
    // By place: what any letter can score at most for the stretches that begin there.
    most.removeAll(keepingCapacity: true)
    most.append(contentsOf: repeatElement(SIMD4(repeating: -.infinity), count: count))
    for start in 0..<count {
      for length in 1...Outputs.limit where start + length <= count {
        var best = unseen[length] + index.mostNovelty
        let row = place(0, start, length)
        index.forEachCause(of: Outputs.pack(word, start, length)) { cause in
          scores[row + Int(cause.letter)] = cause.log10
          best = max(best, cause.log10)
        }
        most[start][length] = best
        reached[start + length] = max(reached[start + length], reached[start] + best)
      }
      reached[start + 1] = max(reached[start + 1], reached[start] + places[start + 1].spurious)
    }
    for start in Swift.stride(from: count - 1, through: 0, by: -1) {
      var top = places[start + 1].spurious + places[start + 1].best
      for length in 1...Outputs.limit where start + length <= count {
        top = max(top, most[start][length] + places[start + length].best)
      }
      places[start].best = top
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
    ((length - 1) * count + start) * Self.stride + Int(letter)
  }

  /// log10 P(the `length` code points from `start` | letter).
  @inline(__always)
  func log10(_ letter: GraphemeID, _ start: Int, _ length: Int) -> Float {
    length == 0 ? dropped[Int(letter)] : scores[place(letter, start, length)]
  }
}
