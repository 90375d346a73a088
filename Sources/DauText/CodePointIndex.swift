import Algorithms

/// Turns UTF-8 byte offsets into counts of code points and back.
///
/// Inside, positions are bytes; records written out carry code points. Every 64th byte has its count
/// stored, so a question costs one look-up and at most 63 steps.
public struct CodePointIndex: Sendable {
  private static let stride = 64

  private let bytes: [UInt8]
  /// How many code points start before byte `stride * i`.
  private var counts: [UInt32] = []
  /// The number of code points of the whole text.
  public let count: Int

  /// - Parameter bytes: valid UTF-8; shared, not copied.
  /// - Complexity: O(*n*).
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let span = bytes.span
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var total = 0
    var start = 0
    while start < span.count {
      counts.append(UInt32(total))
      let end = min(start + Self.stride, span.count)
      total += Self.count(span, start..<end)
      start = end
    }
    self.counts = counts
    count = total
  }

  /// The index of a text.
  ///
  /// - Complexity: O(*n*).
  public init(_ text: String) { self.init(Array(text.utf8)) }

  /// How many code points start before byte `offset`.
  ///
  /// - Parameter offset: 0 up to the number of bytes.
  /// - Complexity: O(1).
  public func codePoints(before offset: Int) -> Int {
    precondition(offset >= 0 && offset <= bytes.count, "a position outside the text")
    if offset == bytes.count { return count }
    let block = offset / Self.stride
    var total = Int(counts[block])
    total += Self.count(bytes.span, (block * Self.stride)..<offset)
    return total
  }

  /// How many bytes of a range begin a code point: eight at a time, for a byte goes on with one when its upper two bits are
  /// 10.
  ///
  /// - Parameter range: a block or less, so that each byte of a sum holds its part.
  private static func count(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
    var at = range.lowerBound
    // One bit for each byte that goes on with a code point, added up byte by byte.
    var followers: UInt64 = 0
    func marks(_ eight: UInt64) -> UInt64 { eight >> 7 & ~(eight >> 6) & 0x0101_0101_0101_0101 }
    // Eight bytes from `at` lie within the range or, for the last of it, within the span.
    unsafe bytes.withUnsafeBytes { raw in
      while at + 8 <= range.upperBound {
        followers += marks(unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        at += 8
      }
      if at < range.upperBound, at + 8 <= raw.count {
        let eight = UInt64(littleEndian: unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        followers += marks(eight & (1 << UInt64(8 * (range.upperBound - at)) &- 1))
        at = range.upperBound
      }
    }
    while at < range.upperBound {
      if bytes[at] & 0xC0 == 0x80 { followers += 1 }
      at += 1
    }
    return range.count - Int(truncatingIfNeeded: (followers &* 0x0101_0101_0101_0101) >> 56)
  }

  /// A stretch of bytes in code points.
  public func codePoints(of range: Range<Int>) -> Range<Int> {
    codePoints(before: range.lowerBound)..<codePoints(before: range.upperBound)
  }

  /// The byte at which code point number `codePoint` starts.
  ///
  /// - Parameter codePoint: 0 up to ``count``.
  /// - Complexity: O(log *n*).
  public func byteOffset(of codePoint: Int) -> Int {
    precondition(codePoint >= 0 && codePoint <= count, "a position outside the text")
    if codePoint == count { return bytes.count }
    // The last block that has at most `codePoint` code points before it.
    let low = counts.partitioningIndex { Int($0) > codePoint } - 1
    var left = codePoint - Int(counts[low])
    var offset = low * Self.stride
    while true {
      if bytes[offset] & 0xC0 != 0x80 {
        if left == 0 { return offset }
        left -= 1
      }
      offset += 1
    }
  }

  /// A stretch of code points in bytes.
  public func bytes(of range: Range<Int>) -> Range<Int> {
    byteOffset(of: range.lowerBound)..<byteOffset(of: range.upperBound)
  }
}
