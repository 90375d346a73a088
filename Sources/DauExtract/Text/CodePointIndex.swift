/// Turns byte positions into positions in Unicode code points.
///
/// A running count every 64 bytes makes a lookup a short scan.
struct CodePointIndex: Sendable {
  private let bytes: [UInt8]
  private let counts: [Int]
  private static let stride = 64

  /// - Complexity: O(*n*) in bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var counts: [Int] = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var count = 0
    for index in bytes.indices {
      if index % Self.stride == 0 { counts.append(count) }
      if bytes[index] & 0xC0 != 0x80 { count += 1 }
    }
    if bytes.count % Self.stride == 0 { counts.append(count) }
    self.counts = counts
  }

  /// The number of code points before byte `offset`.
  ///
  /// - Complexity: O(1): at most 64 bytes are looked at.
  func count(before offset: Int) -> Int {
    let block = offset / Self.stride
    var count = counts[block]
    var at = block * Self.stride
    while at < offset {
      if bytes[at] & 0xC0 != 0x80 { count += 1 }
      at += 1
    }
    return count
  }

  func range(_ range: Range<Int>) -> Range<Int> { count(before: range.lowerBound)..<count(before: range.upperBound) }
}
