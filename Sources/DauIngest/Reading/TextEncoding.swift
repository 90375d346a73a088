/// An encoding that the text reader reads.
public enum TextEncoding: Sendable, Equatable, CustomStringConvertible {
  case utf8(hasMark: Bool)
  case utf16LittleEndian(hasMark: Bool)
  case utf16BigEndian(hasMark: Bool)

  public var description: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    }
  }

  /// `bytes` as UTF-8 without a byte order mark.
  ///
  /// - Throws: `nulByte`, `invalidUTF8` or `invalidUTF16`, with the offset in the file of the first bad byte. Nothing
  ///   is repaired here: a replacement character would be taken for something the OCR read.
  /// - Complexity: O(*n*).
  func decode(_ bytes: [UInt8]) throws(ReadError) -> [UInt8] {
    switch self {
    case .utf8(let hasMark): try Self.decodeUTF8(bytes, from: hasMark ? 3 : 0)
    case .utf16LittleEndian(let hasMark): try Self.decodeUTF16(bytes, from: hasMark ? 2 : 0, highByte: 1)
    case .utf16BigEndian(let hasMark): try Self.decodeUTF16(bytes, from: hasMark ? 2 : 0, highByte: 0)
    }
  }

  private static func decodeUTF8(_ bytes: [UInt8], from start: Int) throws(ReadError) -> [UInt8] {
    if let nul = bytes.firstIndex(of: 0) { throw .nulByte(offset: nul) }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw .invalidUTF8(offset: error.byteOffsets.lowerBound)
    }
    return start == 0 ? bytes : Array(bytes[start...])
  }

  private static func decodeUTF16(
    _ bytes: [UInt8], from start: Int, highByte: Int
  ) throws(ReadError) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 4)
    var i = start
    func unit(_ at: Int) -> UInt32 { UInt32(bytes[at + highByte]) << 8 | UInt32(bytes[at + 1 - highByte]) }
    while i < bytes.count {
      guard i + 1 < bytes.count else { throw .invalidUTF16(offset: i) }
      var scalar = unit(i)
      if scalar == 0 { throw .nulByte(offset: i) }
      if (0xD800..<0xE000).contains(scalar) {
        guard scalar < 0xDC00, i + 3 < bytes.count else { throw .invalidUTF16(offset: i) }
        let low = unit(i + 2)
        guard (0xDC00..<0xE000).contains(low) else { throw .invalidUTF16(offset: i) }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
        i += 2
      }
      i += 2
      // Surrogates were dealt with above, so the value is a scalar.
      out.append(contentsOf: UTF8.encode(Unicode.Scalar(scalar)!)!)
    }
    return out
  }
}
