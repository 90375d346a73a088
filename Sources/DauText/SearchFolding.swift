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

  /// Whether the folded text is `folded`.
  ///
  /// - Complexity: O(*n*). Allocates nothing.
  public static func folds(_ bytes: Span<UInt8>, to folded: Span<UInt8>) -> Bool {
    let table = FoldingTable.shared
    var at = 0
    func follows(_ byte: UInt8) -> Bool {
      guard at < folded.count, folded[at] == byte else { return false }
      at += 1
      return true
    }
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        guard follows(FoldingTable.lowercased(byte)) else { return false }
        offset += 1
        continue
      }
      let (value, count) = UTF8Decoding.scalar(in: bytes, at: offset)
      if let packed = table[value] {
        for place in 0..<(packed >> 24) {
          guard follows(UInt8(truncatingIfNeeded: packed >> (8 * place))) else { return false }
        }
      } else {
        for index in offset..<(offset + count) where !follows(bytes[index]) { return false }
      }
      offset += count
    }
    return at == folded.count
  }

  @inline(always)
  private static func append(_ packed: UInt32, to out: inout [UInt8]) {
    let count = packed >> 24
    if count > 0 { out.append(UInt8(truncatingIfNeeded: packed)) }
    if count > 1 { out.append(UInt8(truncatingIfNeeded: packed >> 8)) }
    if count > 2 { out.append(UInt8(truncatingIfNeeded: packed >> 16)) }
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
    let ascii = (0..<UInt32(0x80)).map { value in
      let lower = Self.lowercased(UInt8(value))
      return lower == UInt8(value) ? Self.unchanged : 1 << 24 | UInt32(lower)
    }
    entries = ascii + Self.entries(of: 0x80..<Self.lowEnd) + Self.entries(of: Self.highStart..<Self.highEnd)
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

  /// The entries of some code points, none of them ASCII or half a pair.
  ///
  /// ICU is asked once for all, for that costs as much as asking for one: each stands on a line of its own, and a line
  /// feed joins nothing.
  private static func entries(of values: Range<UInt32>) -> [UInt32] {
    let scalars = values.compactMap(Unicode.Scalar.init)
    var lower: [UInt8] = []
    for scalar in scalars {
      lower.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      lower.append(0x0A)
    }
    // ICU cannot fail on so short a text but for want of memory.
    let parts = (try? Normalization.nfd(lower.span)) ?? lower
    var entries: [UInt32] = []
    entries.reserveCapacity(scalars.count)
    var folded: [UInt8] = []
    for part in String(decoding: parts, as: UTF8.self).unicodeScalars {
      if part == "\n" {
        entries.append(entry(folded, of: scalars[entries.count]))
        folded.removeAll(keepingCapacity: true)
        continue
      }
      switch part.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: continue
      default: UTF8Decoding.append(withoutStroke(part).value, to: &folded)
      }
    }
    return entries
  }

  private static func entry(_ folded: [UInt8], of scalar: Unicode.Scalar) -> UInt32 {
    var own: [UInt8] = []
    UTF8Decoding.append(scalar.value, to: &own)
    // Ⱥ and Ⱦ have longer lower-case forms; they stay, so that folding never lengthens a text.
    if folded == own || folded.count > 3 || folded.count > own.count { return unchanged }
    var packed = UInt32(folded.count) << 24
    for (index, byte) in folded.enumerated() { packed |= UInt32(byte) << UInt32(8 * index) }
    return packed
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
