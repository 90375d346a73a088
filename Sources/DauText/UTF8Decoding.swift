/// Reading and writing single code points in bytes that are known to be valid UTF-8.
enum UTF8Decoding {
  /// The code point that starts at `offset` and its length in bytes.
  ///
  /// On bytes that are not valid UTF-8 the answer is U+FFFD and 1: callers stay inside and move on.
  @inline(always)
  static func scalar(in bytes: Span<UInt8>, at offset: Int) -> (value: UInt32, count: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let left = bytes.count - offset
    if first >= 0xC2 && first < 0xE0 && left > 1 {
      return (UInt32(first & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F), 2)
    }
    if first >= 0xE0 && first < 0xF0 && left > 2 {
      let value =
        UInt32(first & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
      return (value, 3)
    }
    if first >= 0xF0 && first < 0xF5 && left > 3 {
      let high = UInt32(first & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12
      return (high | UInt32(bytes[offset + 2] & 0x3F) << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
    }
    return (0xFFFD, 1)
  }

  /// Appends a code point as UTF-8.
  @inline(always)
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    switch value {
    case 0..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: value))
    case 0x80..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
  }
}

extension [UInt8] {
  /// Appends a stretch of bytes.
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    // The pointer is used during the call only.
    unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
