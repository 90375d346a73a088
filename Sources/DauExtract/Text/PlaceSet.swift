/// Tokens of a text, a bit each: whoever looks for phrases goes from one that may begin them to the next.
struct PlaceSet: Sendable {
  private var bits: [UInt64]
  private let count: Int

  /// The tokens whose words a filter may contain.
  ///
  /// - Parameter withNumbers: whether the numbers in figures are taken too.
  /// - Complexity: O(*t*) in tokens.
  init(_ stream: TokenStream, _ words: WordFilter, withNumbers: Bool = false) {
    count = stream.count
    bits = []
    bits.reserveCapacity((count + 63) / 64)
    var at = 0
    while at < count {
      var taken: UInt64 = 0
      var bit: UInt64 = 1
      let end = min(at + 64, count)
      while at < end {
        let token = stream[at]
        if words.mayContain(token.key) || withNumbers && token.isNumber { taken |= bit }
        bit &<<= 1
        at += 1
      }
      bits.append(taken)
    }
  }

  /// The first place from `start` on.
  @inline(__always)
  func next(from start: Int) -> Int? { first(in: start..<max(start, count)) { _ in true } }

  /// The first place of a range that is taken.
  ///
  /// - Complexity: O(*p* + *k* / 64) for *p* places among *k* tokens.
  @inline(__always)
  func first(in range: Range<Int>, where isTaken: (Int) -> Bool) -> Int? {
    let end = min(range.upperBound, count)
    var at = range.lowerBound
    while at < end {
      let rest = bits[at >> 6] >> UInt64(at & 63)
      guard rest != 0 else {
        at = (at | 63) + 1
        continue
      }
      at += rest.trailingZeroBitCount
      guard at < end else { return nil }
      if isTaken(at) { return at }
      at += 1
    }
    return nil
  }

  /// The last place of a range that is taken.
  ///
  /// - Complexity: that of ``first(in:where:)``.
  @inline(__always)
  func last(in range: Range<Int>, where isTaken: (Int) -> Bool) -> Int? {
    var at = min(range.upperBound, count) - 1
    while at >= range.lowerBound {
      let rest = bits[at >> 6] << UInt64(63 - at & 63)
      guard rest != 0 else {
        at = (at & ~63) - 1
        continue
      }
      at -= rest.leadingZeroBitCount
      guard at >= range.lowerBound else { return nil }
      if isTaken(at) { return at }
      at -= 1
    }
    return nil
  }
}
