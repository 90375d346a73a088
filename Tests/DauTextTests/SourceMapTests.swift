import DauTestSupport
import DauText
import Testing

@Suite struct SourceMapTests {
  /// A map of random segments that starts from `sourceCount` bytes, or from any number when `nil`.
  static func map(from sourceCount: Int?, using random: inout Randomness) -> SourceMap {
    var builder = SourceMap.Builder()
    let end = sourceCount ?? Int.random(in: 0...20, using: &random)
    while builder.sourceEnd < end {
      let left = end - builder.sourceEnd
      switch Int.random(in: 0..<4, using: &random) {
      case 0: builder.copy(Int.random(in: 1...min(left, 6), using: &random))
      case 1:
        builder.replace(Int.random(in: 1...min(left, 3), using: &random), with: Int.random(in: 1...3, using: &random))
      case 2: builder.replace(Int.random(in: 1...min(left, 2), using: &random), with: 0)
      default: builder.replace(0, with: Int.random(in: 1...2, using: &random))
      }
    }
    return builder.build()
  }

  /// The slow way to compose, byte by byte of the text between the maps.
  ///
  /// That text may be cut wherever no replaced segment of either map lies across; what stands between
  /// two cuts belongs together, with what is dropped or added strictly inside.
  static func composed(_ first: SourceMap, _ second: SourceMap) -> [(sources: Set<Int>, targets: Set<Int>)] {
    let count = first.targetByteCount
    let cuts = (0...count).filter { cut in
      !first.segments.contains { !$0.isCopy && $0.target.lowerBound < cut && cut < $0.target.upperBound }
        && !second.segments.contains { !$0.isCopy && $0.source.lowerBound < cut && cut < $0.source.upperBound }
    }
    return zip(cuts, cuts.dropFirst()).map { lower, upper in
      func partners(_ middle: Range<Int>, _ other: Range<Int>, isCopy: Bool) -> [Int] {
        if middle.isEmpty { return lower < middle.lowerBound && middle.lowerBound < upper ? Array(other) : [] }
        if isCopy { return middle.clamped(to: lower..<upper).map { other.lowerBound + $0 - middle.lowerBound } }
        return middle.overlaps(lower..<upper) ? Array(other) : []
      }
      return (
        Set(first.segments.flatMap { partners($0.target, $0.source, isCopy: $0.isCopy) }),
        Set(second.segments.flatMap { partners($0.source, $0.target, isCopy: $0.isCopy) })
      )
    }
  }

  @Test(arguments: 0..<UInt64(300))
  func `composition agrees with following every byte`(seed: UInt64) {
    var random = Randomness(seed: seed)
    let first = Self.map(from: nil, using: &random)
    let second = Self.map(from: first.targetByteCount, using: &random)
    let composed = first.composed(with: second)
    #expect(composed.sourceByteCount == first.sourceByteCount)
    #expect(composed.targetByteCount == second.targetByteCount)
    var expected = [Set<Int>](repeating: [], count: first.sourceByteCount)
    for group in Self.composed(first, second) { for byte in group.sources { expected[byte] = group.targets } }
    for (byte, targets) in expected.enumerated() {
      let range = composed.targetRange(of: byte..<byte + 1)
      if let least = targets.min(), let greatest = targets.max() {
        #expect(range == least..<greatest + 1, "seed \(seed), byte \(byte)")
      } else {
        #expect(range.isEmpty, "seed \(seed), byte \(byte)")
      }
    }
  }

  @Test(arguments: 0..<UInt64(200))
  func `segments cover both texts and every range lies inside`(seed: UInt64) {
    var random = Randomness(seed: seed)
    let first = Self.map(from: nil, using: &random)
    let map = first.composed(with: Self.map(from: first.targetByteCount, using: &random))
    var source = 0
    var target = 0
    for segment in map.segments {
      #expect(segment.source.lowerBound == source && segment.target.lowerBound == target)
      #expect(!segment.isCopy || segment.source.count == segment.target.count)
      source = segment.source.upperBound
      target = segment.target.upperBound
    }
    for lower in 0...map.sourceByteCount {
      for upper in lower...map.sourceByteCount {
        let range = map.targetRange(of: lower..<upper)
        #expect(range.lowerBound >= 0 && range.upperBound <= map.targetByteCount)
      }
    }
    for lower in 0...map.targetByteCount {
      for upper in lower...map.targetByteCount {
        let range = map.sourceRange(of: lower..<upper)
        #expect(range.lowerBound >= 0 && range.upperBound <= map.sourceByteCount)
      }
    }
  }

  @Test(arguments: 0..<UInt64(100))
  func `the identity composed on either side changes nothing`(seed: UInt64) {
    var random = Randomness(seed: seed)
    let map = Self.map(from: nil, using: &random)
    #expect(SourceMap(identityOf: map.sourceByteCount).composed(with: map) == map)
    #expect(map.composed(with: SourceMap(identityOf: map.targetByteCount)) == map)
  }

  @Test(arguments: 0..<UInt64(100))
  func `composition is associative in what it answers`(seed: UInt64) {
    var random = Randomness(seed: seed)
    let a = Self.map(from: nil, using: &random)
    let b = Self.map(from: a.targetByteCount, using: &random)
    let c = Self.map(from: b.targetByteCount, using: &random)
    #expect(
      a.composed(with: b).composed(with: c).targetByteCount == a.composed(with: b.composed(with: c)).targetByteCount)
  }

  @Test func `a deletion behind a replacement keeps the rest in step`() {
    var first = SourceMap.Builder()
    first.replace(1, with: 1)
    first.replace(1, with: 0)
    first.copy(2)
    let composed = first.build().composed(with: SourceMap(identityOf: 3))
    #expect(composed.targetRange(of: 2..<3) == 1..<2)
    #expect(composed.sourceRange(of: 1..<3) == 2..<4)
  }

  @Test func `the map of an empty text answers for the empty range`() {
    #expect(SourceMap(identityOf: 0).targetRange(of: 0..<0) == 0..<0)
  }

  @Test func `a position behind the text is the caller's mistake`() async {
    await #expect(processExitsWith: .failure) { _ = SourceMap(identityOf: 3).targetRange(of: 2..<4) }
    await #expect(processExitsWith: .failure) {
      _ = SourceMap(identityOf: 3).composed(with: SourceMap(identityOf: 4))
    }
  }
}
