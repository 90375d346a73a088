/// Where the tone mark of `oa`, `oe`, `uy` stands when nothing follows.
///
/// The styles differ in these three rimes only; with a coda (`hoàn`), behind `qu` (`quý`) and in all
/// other rimes they agree.
public enum TonePlacement: Sendable, CaseIterable {
  /// On the first letter: `hòa`, `khỏe`, `thủy`. The habit of most administrative documents.
  case old
  /// On the second letter: `hoà`, `khoẻ`, `thuỷ`.
  case new
}

extension TonePlacement {
  /// `bytes` with every syllable in this style, and how they map.
  ///
  /// Words that are no Vietnamese syllables stay as they are; so does the case of each letter.
  ///
  /// - Parameter bytes: UTF-8 in normalization form C.
  /// - Complexity: O(*n*).
  public func converting(_ bytes: Span<UInt8>) -> (bytes: [UInt8], map: SourceMap) {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var map = SourceMap.Builder()
    var copied = 0
    var offset = 0
    while let lexeme = Lexeme.next(in: bytes, from: offset) {
      offset = lexeme.bytes.upperBound
      guard lexeme.kind == .letters, let moved = moved(bytes, lexeme.bytes) else { continue }
      out.append(bytes, copied..<moved.bytes.lowerBound)
      map.copy(moved.bytes.lowerBound - copied)
      let start = out.count
      UTF8Decoding.append(moved.first, to: &out)
      UTF8Decoding.append(moved.second, to: &out)
      map.replace(moved.bytes.count, with: out.count - start)
      copied = moved.bytes.upperBound
    }
    out.append(bytes, copied..<bytes.count)
    map.copy(bytes.count - copied)
    return (out, map.build())
  }

  /// `text` with every syllable in this style.
  public func converting(_ text: String) -> String {
    var text = text
    text.makeContiguousUTF8()
    return String(decoding: converting(text.utf8Span.span).bytes, as: UTF8.self)
  }

  /// The last two letters of a word with the tone on the other one, or `nil` when nothing moves.
  private func moved(_ bytes: Span<UInt8>, _ word: Range<Int>) -> (bytes: Range<Int>, first: UInt32, second: UInt32)? {
    // Two letters are 2 to 6 bytes; step back over continuation bytes to the last two code points.
    var secondStart = word.upperBound - 1
    while secondStart > word.lowerBound, bytes[secondStart] & 0xC0 == 0x80 { secondStart -= 1 }
    guard secondStart > word.lowerBound else { return nil }
    var firstStart = secondStart - 1
    while firstStart > word.lowerBound, bytes[firstStart] & 0xC0 == 0x80 { firstStart -= 1 }
    let table = LetterTable.shared
    guard var second = table[UTF8Decoding.scalar(in: bytes, at: secondStart).value],
      var first = table[UTF8Decoding.scalar(in: bytes, at: firstStart).value],
      first.shape == .plain, second.shape == .plain
    else { return nil }
    switch (first.base, second.base) {
    case (UInt8(ascii: "o"), UInt8(ascii: "a")), (UInt8(ascii: "o"), UInt8(ascii: "e")),
      (UInt8(ascii: "u"), UInt8(ascii: "y")):
      break
    default: return nil
    }
    switch self {
    case .old:
      guard second.tone != .ngang, first.tone == .ngang else { return nil }
    case .new:
      guard first.tone != .ngang, second.tone == .ngang else { return nil }
    }
    // Behind qu the tone stays on the y, and a word that is no syllable is not ours to change.
    guard let syllable = Syllable(lowercasing: bytes, word), syllable.onset != .qu else { return nil }
    swap(&first.tone, &second.tone)
    guard let a = first.scalar, let b = second.scalar else { return nil }
    return (firstStart..<word.upperBound, a.value, b.value)
  }
}

extension Syllable {
  /// Takes a word of any case apart; see ``init(parsing:toneAnywhere:)``.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 in normalization form C.
  ///   - word: the word's place in `bytes`.
  ///   - toneAnywhere: as in ``init(parsing:toneAnywhere:)``.
  public init?(lowercasing bytes: Span<UInt8>, _ word: Range<Int>, toneAnywhere: Bool = false) {
    guard word.count <= 12 else { return nil }
    var lower: [UInt8] = []
    lower.reserveCapacity(12)
    var offset = word.lowerBound
    while offset < word.upperBound {
      let (value, length) = UTF8Decoding.scalar(in: bytes, at: offset)
      guard var letter = LetterTable.shared[value] else { return nil }
      letter.isUppercase = false
      // A letter of the table exists in lower case too.
      UTF8Decoding.append(letter.scalar!.value, to: &lower)
      offset += length
    }
    self.init(parsing: lower.span, toneAnywhere: toneAnywhere)
  }
}
