internal import DauText

/// The letters and digits of some tokens without case, marks, signs and blanks, each with the token it stands in.
///
/// OCR glues words, parts them, and loses their marks: `Tapthé`, `C4 nhan`, `‘CỘNG HÒA XÃ. HỘI`. The fixed formulas of
/// a letterhead and of a table's head are few and long, so their letters alone, with some edits, name them.
struct FoldedLetters {
  private var letters: [UInt8] = []
  private var places: [Int32] = []
  /// Whether a letter begins and ends its token.
  private var begins: [Bool] = []
  private var ends: [Bool] = []

  /// More letters than any formula with the other column of its line; what stands further behind is no letterhead.
  private static let most = 1000

  /// - Complexity: O(1): letters beyond the first thousand are left out.
  init(_ stream: TokenStream, _ tokens: Range<Int>) {
    for index in tokens where stream[index].isWord || stream[index].isNumber {
      guard letters.count + stream[index].bytes.count <= Self.most else { break }
      let folded = Self.fold(stream, index)
      for (at, letter) in folded.enumerated() {
        letters.append(letter)
        places.append(Int32(index))
        begins.append(at == 0)
        ends.append(at + 1 == folded.count)
      }
    }
  }

  /// The vowels, as folded letters.
  static let vowels = Array("aeiouy".utf8)

  /// The letters of one token, lower case and without marks.
  static func fold(_ stream: TokenStream, _ index: Int) -> [UInt8] {
    SearchFolding.fold(stream.bytes[stream[index].bytes].span)
  }

  /// Whether a token's letters are `word`, which is folded.
  static func isWord(_ stream: TokenStream, _ index: Int, _ word: [UInt8]) -> Bool {
    isWord(stream, index, utf8: word.span)
  }

  static func isWord(_ stream: TokenStream, _ index: Int, _ word: String) -> Bool {
    isWord(stream, index, utf8: word.utf8Span.span)
  }

  private static func isWord(_ stream: TokenStream, _ index: Int, utf8 word: Span<UInt8>) -> Bool {
    let token = stream[index]
    guard token.isWord, token.bytes.count <= 3 * word.count, word.count > 0 else { return false }
    // Most words begin with another letter, which a byte tells unless the letter has a mark.
    let lead = stream.bytes[Int(token.start)]
    guard lead >= 0x80 || lead | 0x20 == word[0] else { return false }
    let bytes = stream.bytes
    return SearchFolding.folds(bytes.span.extracting(token.bytes), to: word)
  }

  /// The least number of letters to change, lose or add between two words.
  ///
  /// - Complexity: O(*a* · *b*).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var costs = Array(0...b.count)
    for (row, letter) in a.enumerated() {
      var diagonal = row
      costs[0] = row + 1
      for column in b.indices {
        let old = costs[column + 1]
        costs[column + 1] = min(diagonal + (letter == b[column] ? 0 : 1), old + 1, costs[column] + 1)
        diagonal = old
      }
    }
    return costs[b.count]
  }

  /// The stretch that is nearest to `pattern` with at most `edits` letters changed, lost or added; of equals the first.
  ///
  /// P. H. Sellers, The theory and computation of evolutionary distances, Journal of Algorithms 1 (1980): the columns
  /// of the edit distance with a free start.
  ///
  /// - Parameter wholeTokens: whether it must begin and end where tokens do.
  /// - Returns: the tokens it touches and its distance.
  /// - Complexity: O(*n* · *m*) for *n* letters and a pattern of *m*.
  func nearest(_ pattern: [UInt8], edits: Int, wholeTokens: Bool, from first: Int = 0) -> (
    tokens: Range<Int>, distance: Int
  )? {
    guard !pattern.isEmpty else { return nil }
    var costs = Array(0...pattern.count)
    var starts = Array(repeating: 0, count: pattern.count + 1)
    var best: (start: Int, end: Int, cost: Int)?
    var at = places.firstIndex { $0 >= first } ?? letters.count
    for row in starts.indices { starts[row] = at }
    while at < letters.count {
      var diagonal = (cost: costs[0], start: starts[0])
      // A match may start at any letter, or at one that begins a token.
      (costs[0], starts[0]) = (!wholeTokens || at + 1 == letters.count || begins[at + 1] ? 0 : edits + 1, at + 1)
      for row in 1...pattern.count {
        let old = (cost: costs[row], start: starts[row])
        var cost = diagonal.cost + (pattern[row - 1] == letters[at] ? 0 : 1)
        var start = diagonal.start
        if old.cost + 1 < cost { (cost, start) = (old.cost + 1, old.start) }
        if costs[row - 1] + 1 < cost { (cost, start) = (costs[row - 1] + 1, starts[row - 1]) }
        (costs[row], starts[row]) = (cost, start)
        diagonal = old
      }
      let cost = costs[pattern.count]
      if cost <= edits, !wholeTokens || ends[at], cost < best?.cost ?? .max, starts[pattern.count] <= at {
        best = (starts[pattern.count], at, cost)
      }
      at += 1
    }
    return best.map { (Int(places[$0.start])..<Int(places[$0.end]) + 1, $0.cost) }
  }
}
