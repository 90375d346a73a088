/// A 64-bit key of a word that is the same for both cases and both styles of tone placement.
///
///     key("HOÀ") == key("hòa")      key("Tổ") == key("tổ")      key("tô") != key("tổ")
///
/// For look-up tables over words: two words of a vocabulary of a million share a key with a
/// probability below 10⁻⁷.
public enum WordHash {
  /// The key of the word at `word`, by FNV-1a over its code points in lower case.
  ///
  /// - Parameters:
  ///   - word: the place of the word in `text`, in bytes.
  ///   - text: UTF-8 in normalization form C.
  /// - Complexity: O(*k*) in bytes of the word. Allocates nothing for Latin letters.
  public static func key(of word: Range<Int>, in text: Span<UInt8>) -> UInt64 {
    let table = LetterTable.shared
    var hash = FNV1a()
    // The last three code points wait here: a tone that ends `oà` is moved to `òa` before it counts.
    var before: UInt32 = 0
    var first: UInt32 = 0
    var second: UInt32 = 0
    var offset = word.lowerBound
    while offset < word.upperBound {
      let (value, count) = UTF8Decoding.scalar(in: text, at: offset)
      offset += count
      if before != 0 { hash.combine(before) }
      before = first
      first = second
      second = lowercased(value, table)
    }
    if let toned = table[second], toned.tone != .ngang, toned.shape == .plain, let open = table[first],
      open.tone == .ngang, open.shape == .plain, before | 0x20 != 0x71
    {
      switch (open.base, toned.base) {
      case (0x6F, 0x61), (0x6F, 0x65), (0x75, 0x79):
        first = Letter(base: open.base, tone: toned.tone).scalar?.value ?? first
        second = UInt32(toned.base)
      default: break
      }
    }
    if before != 0 { hash.combine(before) }
    if first != 0 { hash.combine(first) }
    hash.combine(second)
    return hash.value
  }

  /// The key of a whole text as one word.
  public static func key(of text: String) -> UInt64 {
    var text = text
    text.makeContiguousUTF8()
    let span = text.utf8Span.span
    return key(of: 0..<span.count, in: span)
  }

  @inline(always)
  private static func lowercased(_ value: UInt32, _ table: LetterTable) -> UInt32 {
    if value < 0x80 { return value >= 0x41 && value <= 0x5A ? value | 0x20 : value }
    if var letter = table[value] {
      guard letter.isUppercase else { return value }
      letter.isUppercase = false
      return letter.scalar?.value ?? value
    }
    guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenLowercased else { return value }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
  }
}
