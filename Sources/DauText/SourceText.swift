/// Why the bytes of a file are not read as text.
public enum TextDecodingError: Error, Equatable, CustomStringConvertible {
  /// A NUL byte, which no text holds.
  case nul(offset: Int)
  /// Bytes that are not UTF-8; up to four of them from `offset`.
  case invalidUTF8(offset: Int, bytes: [UInt8])
  /// A UTF-16 surrogate without its other half.
  case unpairedSurrogate(offset: Int, unit: UInt16)
  /// UTF-16 that ends in the middle of a unit.
  case oddByteCount(Int)
  /// A byte order mark of UTF-32.
  case utf32
  /// ICU failed, for want of memory or because the text is larger than 2 GiB.
  case icu(ICUError)

  /// What is wrong with the file, where, and what to do.
  public var description: String {
    switch self {
    case .nul(let offset):
      "a NUL byte at byte \(offset): this is a binary file, or UTF-16 without a byte order mark; save it as UTF-8"
    case .invalidUTF8(let offset, let bytes):
      "byte \(offset) is not UTF-8 (\(bytes.map(Self.hex).joined(separator: " "))), and the text is not in TCVN3, VNI, "
        + "VISCII or windows-1258 either: save the file as UTF-8"
    case .unpairedSurrogate(let offset, let unit):
      "byte \(offset) holds half a UTF-16 pair (\(Self.hex(UInt8(unit >> 8)))\(Self.hex(UInt8(unit & 0xFF)))): "
        + "the file is damaged; save it again as UTF-8"
    case .oddByteCount(let count):
      "UTF-16 of \(count) bytes ends in the middle of a character: the file is cut off; save it again as UTF-8"
    case .utf32:
      "UTF-32 is not read: save the file as UTF-8"
    case .icu(let error):
      error.description
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }
}

/// The text of a file, ready for the pipeline, with the way back to what the file held.
public struct SourceText: Sendable, Equatable {
  /// How a file may be written; raw values are the names that messages use.
  public enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case tcvn3 = "TCVN3"
    case vni = "VNI"
    case viscii = "VISCII"
    case windows1258 = "windows-1258"
  }

  /// How the file was written.
  public let encoding: Encoding
  /// The file's characters as they were, without the byte order mark; bytes in an encoding older than Unicode as
  /// windows-1252 shows them.
  public let decoded: String
  /// The same as Unicode in normalization form C, with `\n` for line ends and what was odd repaired.
  public let text: String
  /// From ``decoded`` to ``text``, in UTF-8 bytes.
  public let map: SourceMap
  /// What was repaired, the encodings first.
  public let repairs: [TextRepair]

  /// Reads the bytes of a file.
  ///
  /// UTF-8 with or without a byte order mark, UTF-16 with one; passages in the encodings of ``LegacyEncoding``, as bytes
  /// or pasted, are found by their content. `\r\n` and a lone `\r` become `\n`; form feeds stay, they part pages. A text
  /// that is clean already is stored once for both versions.
  ///
  /// - Throws: ``TextDecodingError``; offsets count from the front of the file.
  /// - Complexity: O(*n*), however long the lines are.
  public static func decode(_ bytes: [UInt8]) throws(TextDecodingError) -> SourceText {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { throw .utf32 }
    if bytes.starts(with: [0xFF, 0xFE]) {
      let text = try utf16(bytes, isBigEndian: false)
      return try decoded(text, Array(text.utf8), from: .utf16LittleEndian)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      let text = try utf16(bytes, isBigEndian: true)
      return try decoded(text, Array(text.utf8), from: .utf16BigEndian)
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let span = bytes.span.extracting(droppingFirst: start)
    if let nul = bytes.span.firstIndex(of: 0) { throw .nul(offset: nul) }
    do {
      let text = String(copying: try UTF8Span(validating: span))
      return try decoded(text, start == 0 ? bytes : Array(bytes[start...]), from: .utf8)
    } catch let error as TextDecodingError {
      throw error
    } catch let error as Unicode.UTF8.ValidationError {
      if let legacy = try legacy(span) { return legacy }
      let offset = error.byteOffsets.lowerBound + start
      throw .invalidUTF8(offset: offset, bytes: Array(bytes[offset..<min(offset + 4, bytes.count)]))
    } catch {
      throw .invalidUTF8(offset: start, bytes: Array(bytes[start..<min(start + 4, bytes.count)]))
    }
  }

  /// Reads bytes that are not all UTF-8 as text of an older encoding, line for line; `nil` when they are no such text.
  private static func legacy(_ bytes: Span<UInt8>) throws(TextDecodingError) -> SourceText? {
    var shown: [UInt8] = []
    shown.reserveCapacity(bytes.count * 3 / 2)
    var rawLines: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      end = min(end + 1, bytes.count)
      let line = bytes.extracting(start..<end)
      let from = shown.count
      if (try? UTF8Span(validating: line)) != nil {
        for index in line.indices { shown.append(line[index]) }
      } else {
        for index in line.indices { UTF8Decoding.append(LegacyTables.scalar(showing: line[index]), to: &shown) }
        rawLines.append(from..<shown.count)
      }
      start = end
    }
    var repair = EncodingRepair(shown, rawLines: rawLines)
    guard let repaired = try? repair.run(), case .encoding(let main)? = repaired.repairs.first?.kind else { return nil }
    return try finished(
      decoded: String(decoding: shown, as: UTF8.self), repaired, from: Encoding(rawValue: main.rawValue) ?? .utf8)
  }

  /// - Parameter bytes: those of `decoded`.
  private static func decoded(
    _ decoded: String, _ bytes: [UInt8], from encoding: Encoding
  ) throws(TextDecodingError) -> SourceText {
    try finished(
      decoded: decoded, RepairedText(bytes: bytes, map: SourceMap(identityOf: bytes.count), repairs: []), from: encoding
    )
  }

  /// Repairs what is odd in a text, a kind at a time, each map composed with those before.
  private static func finished(
    decoded: String, _ begun: RepairedText, from encoding: Encoding
  ) throws(TextDecodingError) -> SourceText {
    var text = begun
    func take(_ next: RepairedText) {
      text.map = text.repairs.isEmpty && text.map.isIdentity ? next.map : text.map.composed(with: next.map)
      text.bytes = next.bytes
      text.repairs += next.repairs
    }
    var repair = EncodingRepair(text.bytes)
    if let next = try? repair.run() { take(next) }
    do throws(ICUError) {
      if try !Normalization.isNFC(text.bytes.span) {
        let (bytes, map) = try Normalization.nfcWithMap(text.bytes.span)
        var repairs: [TextRepair] = []
        let joined = map.segments.lazy.filter { !$0.isCopy }
        if let first = joined.first {
          let line = text.bytes.span.line(at: first.source.lowerBound)
          repairs = [TextRepair(kind: .decomposed, count: joined.count, firstLine: line)]
        }
        take(RepairedText(bytes: bytes, map: map, repairs: repairs))
      }
    } catch {
      throw .icu(error)
    }
    if text.bytes.span.firstIndex(of: 0x0D) != nil {
      let (bytes, map) = withLineFeeds(text.bytes.span)
      take(RepairedText(bytes: bytes, map: map, repairs: []))
    }
    let known = text.repairs.count
    if let next = GlyphRepair.repaired(text.bytes.span) { take(next) }
    if let next = SpacedLetters.joined(text.bytes.span) { take(next) }
    if text.repairs.count > known {
      // What was between a letter and its mark may be gone.
      do throws(ICUError) {
        if try !Normalization.isNFC(text.bytes.span) {
          let (bytes, map) = try Normalization.nfcWithMap(text.bytes.span)
          take(RepairedText(bytes: bytes, map: map, repairs: []))
        }
      } catch {
        throw .icu(error)
      }
    }
    let repaired: String
    if text.map.isIdentity {
      repaired = decoded
    } else if let valid = try? UTF8Span(validating: text.bytes.span) {
      // Half the time of decoding with repair, which looks for ASCII first.
      repaired = String(copying: valid)
    } else {
      repaired = String(decoding: text.bytes, as: UTF8.self)
    }
    return SourceText(
      encoding: encoding, decoded: decoded, text: repaired,
      map: text.map, repairs: Self.summed(text.repairs))
  }

  /// One entry a kind.
  private static func summed(_ repairs: [TextRepair]) -> [TextRepair] {
    var sums: [TextRepair] = []
    for repair in repairs {
      if let known = sums.firstIndex(where: { $0.kind == repair.kind }) {
        sums[known].count += repair.count
        sums[known].firstLine = min(sums[known].firstLine, repair.firstLine)
      } else {
        sums.append(repair)
      }
    }
    return sums
  }

  private static func withLineFeeds(_ bytes: Span<UInt8>) -> (bytes: [UInt8], map: SourceMap) {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var map = SourceMap.Builder()
    var copied = 0
    for index in bytes.indices where bytes[index] == 0x0D {
      out.append(bytes, copied..<index)
      map.copy(index - copied)
      if index + 1 < bytes.count, bytes[index + 1] == 0x0A {
        map.replace(1, with: 0)
      } else {
        out.append(0x0A)
        map.replace(1, with: 1)
      }
      copied = index + 1
    }
    out.append(bytes, copied..<bytes.count)
    map.copy(bytes.count - copied)
    return (out, map.build())
  }

  private static func utf16(_ bytes: [UInt8], isBigEndian: Bool) throws(TextDecodingError) -> String {
    guard bytes.count % 2 == 0 else { throw .oddByteCount(bytes.count) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 2 * 3)
    func unit(_ offset: Int) -> UInt16 {
      let (a, b) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
      return isBigEndian ? a << 8 | b : b << 8 | a
    }
    var offset = 2
    while offset < bytes.count {
      let first = unit(offset)
      switch first {
      case 0:
        throw .nul(offset: offset)
      case 0xD800..<0xDC00 where offset + 2 < bytes.count && (0xDC00..<0xE000).contains(unit(offset + 2)):
        let value = 0x10000 + (UInt32(first & 0x3FF) << 10) + UInt32(unit(offset + 2) & 0x3FF)
        UTF8Decoding.append(value, to: &out)
        offset += 4
      case 0xD800..<0xE000:
        throw .unpairedSurrogate(offset: offset, unit: first)
      default:
        UTF8Decoding.append(UInt32(first), to: &out)
        offset += 2
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
