import DauLanguage

/// The distinct words of a document by number, so that what is found out about one of them is found out once.
///
/// A closed hash table over one pool of code points.
struct WordTable {
  /// The code points of all words, one behind the other; word *n* ends at `ends[n]`.
  private var pool: [Glyph] = []
  private var ends: [Int] = [0]
  private var slots: [Int32] = Array(repeating: -1, count: 1 << 12)

  var count: Int { ends.count - 1 }

  /// The code points of a word.
  func glyphs(of word: Int) -> ArraySlice<Glyph> { pool[ends[word]..<ends[word + 1]] }

  /// The number of a word, a new one when it was not met before.
  ///
  /// - Parameter range: its place in `text`.
  /// - Complexity: O(length).
  mutating func number(of range: Range<Int>, in text: Span<Glyph>) -> Int {
    var slot = Self.hash(range, text) & (slots.count - 1)
    while slots[slot] >= 0 {
      let word = Int(slots[slot])
      if holds(word, range, text) { return word }
      slot = (slot + 1) & (slots.count - 1)
    }
    let word = count
    slots[slot] = Int32(word)
    for at in range { pool.append(text[at]) }
    ends.append(pool.count)
    if count * 2 > slots.count { grow() }
    return word
  }

  private func holds(_ word: Int, _ range: Range<Int>, _ text: Span<Glyph>) -> Bool {
    let start = ends[word]
    guard ends[word + 1] - start == range.count else { return false }
    for at in range where pool[start + at - range.lowerBound] != text[at] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for word in 0..<count {
      var slot = Self.hash(ends[word]..<ends[word + 1], pool.span) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(word)
    }
  }

  @inline(__always)
  private static func hash(_ range: Range<Int>, _ text: Span<Glyph>) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for at in range { hash = (hash ^ UInt64(text[at])) &* 0xC2B2_AE3D_27D4_EB4F }
    return Int(truncatingIfNeeded: hash >> 33)
  }
}
