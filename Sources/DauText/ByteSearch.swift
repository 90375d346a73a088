#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

extension Span where Element == UInt8 {
  /// The first place of a byte from `start` on.
  ///
  /// - Complexity: O(*n*).
  package func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    // memchr reads 32 bytes a step where a loop over a span reads one; it stays within the span.
    unsafe extracting(start...).withUnsafeBytes { raw in
      guard let base = raw.baseAddress, let found = unsafe memchr(base, Int32(byte), raw.count) else { return nil }
      return unsafe start + (UnsafeRawPointer(found) - base)
    }
  }
}
