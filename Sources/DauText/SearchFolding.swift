/// The one form of a text in which bare typing finds everything: lower case, no marks, `đ` as `d`.
///
///     "Đảng bộ tỉnh Lạng Sơn"  →  "dang bo tinh lang son"        "hòa", "hoà"  →  "hoa"
///
/// Letters with marks beyond Vietnamese (`é`, `ö`, `ç`) lose them too, Greek and Cyrillic get lower
/// case, combining marks vanish, and `Ð` and `ð`, which look like `Đ` and are typed for it, fold to
/// `d`. Everything else stays. Folding twice is folding once.
public enum SearchFolding {
  /// The folded text.
  ///
  /// - Parameter bytes: UTF-8 in any form.
  /// - Complexity: O(*n*).
  public static func fold(_ bytes: Span<UInt8>) -> [UInt8] {
    let table = FoldingTable.shared
    // Folding never makes text longer: see where the table is made.
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        out.append(FoldingTable.lowercased(byte))
        offset += 1
        continue
      }
      let (value, count) = UTF8Decoding.scalar(in: bytes, at: offset)
      if let packed = table[value] {
        append(packed, to: &out)
      } else {
        for index in offset..<(offset + count) { out.append(bytes[index]) }
      }
      offset += count
    }
    return out
  }

  /// The folded text.
  public static func fold(_ text: String) -> String {
    var text = text
    text.makeContiguousUTF8()
    return String(decoding: fold(text.utf8Span.span), as: UTF8.self)
  }

  /// The folded text with the map from `bytes` to it.
  ///
  /// - Complexity: O(*n*).
  public static func foldWithMap(_ bytes: Span<UInt8>) -> (bytes: [UInt8], map: SourceMap) {
    let table = FoldingTable.shared
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var map = SourceMap.Builder()
    var offset = 0
    while offset < bytes.count {
      let (value, count) = UTF8Decoding.scalar(in: bytes, at: offset)
      if value < 0x80 {
        let lower = FoldingTable.lowercased(UInt8(value))
        out.append(lower)
        if lower == bytes[offset] { map.copy(1) } else { map.replace(1, with: 1) }
      } else if let packed = table[value] {
        map.replace(count, with: append(packed, to: &out))
      } else {
        for index in offset..<(offset + count) { out.append(bytes[index]) }
        map.copy(count)
      }
      offset += count
    }
    return (out, map.build())
  }

  @discardableResult @inline(always)
  private static func append(_ packed: UInt32, to out: inout [UInt8]) -> Int {
    let count = Int(packed >> 24)
    if count > 0 { out.append(UInt8(truncatingIfNeeded: packed)) }
    if count > 1 { out.append(UInt8(truncatingIfNeeded: packed >> 8)) }
    if count > 2 { out.append(UInt8(truncatingIfNeeded: packed >> 16)) }
    return count
  }
}

/// What each code point of Latin, Greek, Cyrillic and the combining marks folds to.
struct FoldingTable: Sendable {
  static let shared = FoldingTable()

  private static let lowEnd: UInt32 = 0x530
  private static let highStart: UInt32 = 0x1E00
  private static let highEnd: UInt32 = 0x2000

  /// A count of bytes above three bytes in order, first lowest; `unchanged` where nothing folds.
  private var entries: [UInt32] = []
  private static let unchanged = UInt32.max

  private init() {
    entries.reserveCapacity(Int(Self.lowEnd + Self.highEnd - Self.highStart))
    for value in 0..<Self.lowEnd { entries.append(Self.entry(value)) }
    for value in Self.highStart..<Self.highEnd { entries.append(Self.entry(value)) }
  }

  @inline(always)
  subscript(_ value: UInt32) -> UInt32? {
    let index: Int
    if value < Self.lowEnd {
      index = Int(value)
    } else if value >= Self.highStart, value < Self.highEnd {
      index = Int(Self.lowEnd + value - Self.highStart)
    } else {
      return nil
    }
    let packed = entries[index]
    return packed == Self.unchanged ? nil : packed
  }

  @inline(always)
  static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  private static func entry(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return unchanged }
    let folded = folded(scalar)
    if folded.elementsEqual(String(scalar).unicodeScalars) { return unchanged }
    var bytes: [UInt8] = []
    for scalar in folded { UTF8Decoding.append(scalar.value, to: &bytes) }
    // Ⱥ and Ⱦ have longer lower-case forms; they stay, so that folding never lengthens a text.
    if bytes.count > 3 || bytes.count > String(scalar).utf8.count { return unchanged }
    var packed = UInt32(bytes.count) << 24
    for (index, byte) in bytes.enumerated() { packed |= UInt32(byte) << UInt32(8 * index) }
    return packed
  }

  private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    // ICU cannot fail on a single code point but for want of memory.
    let lower = Array(scalar.properties.lowercaseMapping.utf8)
    let parts = (try? Normalization.nfd(lower.span)) ?? lower
    var out: [Unicode.Scalar] = []
    for part in String(decoding: parts, as: UTF8.self).unicodeScalars {
      switch part.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: continue
      default: out.append(withoutStroke(part))
      }
    }
    return out
  }

  /// Strokes and a lost dot are no marks to Unicode.
  private static func withoutStroke(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    // đ, ð, and ɖ, which is the lower case of the third look-alike Ɖ.
    case 0x111, 0xF0, 0x256: "d"
    case 0xF8: "o"
    case 0x142: "l"
    case 0x131: "i"
    default: scalar
    }
  }
}
