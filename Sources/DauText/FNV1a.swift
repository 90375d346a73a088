/// The FNV-1a hash of numbers, 64 bits; for bytes it is that of the standard.
///
/// Source: Fowler, Noll, Vo; RFC 9923. Its lowest bits are mixed worst.
package struct FNV1a: Sendable {
  @usableFromInline package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inlinable @inline(__always)
  package init() {}

  /// Takes in one number more.
  @inlinable @inline(__always)
  package mutating func combine(_ number: some FixedWidthInteger & UnsignedInteger) {
    value = (value ^ UInt64(truncatingIfNeeded: number)) &* 0x100_0000_01b3
  }
}
