import DauText

/// A word without its case and without the place of its tone mark, in 64 bits.
///
/// Readers compare words of the text with the words of their tables. Comparing strings costs an allocation and a
/// normalising hash for each word, so both sides are hashed once: the letters in lower case, then the tone.
/// `ỦY`, `Uỷ` and `uỷ` have one key; `nam` and `năm` do not. The first eight bits are the first letter's, so most
/// comparisons with a literal end there; two words that begin alike share a key by chance once in 2⁵⁶.
struct WordKey: Hashable, Sendable, ExpressibleByStringLiteral {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The key of `word`, which must be one word or one sign in normalization form C.
  ///
  /// - Complexity: O(*n*) in bytes.
  init(_ word: String) {
    var builder = Builder()
    for scalar in word.unicodeScalars { builder.append(scalar.value) }
    self = builder.key
  }

  /// The key of the first word of a text in normalization form C, which ends at a blank.
  ///
  /// - Complexity: O(*n*) in bytes of the word.
  init(firstOf text: String) {
    var builder = Builder()
    for scalar in text.unicodeScalars {
      if scalar == " " { break }
      builder.append(scalar.value)
    }
    self = builder.key
  }

  /// The key of a literal, read from the program's own bytes: comparing with one in a loop costs a few nanoseconds and
  /// no allocation.
  init(stringLiteral word: StaticString) {
    var builder = Builder()
    if word.hasPointerRepresentation {
      // A literal's bytes live as long as the program; they are valid UTF-8.
      let bytes = unsafe UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
      var at = 0
      while at < bytes.count {
        let lead = unsafe UInt32(bytes[at])
        if lead < 0x80 {
          builder.append(lead)
          at += 1
        } else if lead < 0xE0 {
          builder.append((lead & 0x1F) << 6 | (unsafe UInt32(bytes[at + 1]) & 0x3F))
          at += 2
        } else if lead < 0xF0 {
          let tail = (unsafe UInt32(bytes[at + 1]) & 0x3F) << 6 | (unsafe UInt32(bytes[at + 2]) & 0x3F)
          builder.append((lead & 0x0F) << 12 | tail)
          at += 3
        } else {
          let tail = (unsafe UInt32(bytes[at + 1]) & 0x3F) << 12 | (unsafe UInt32(bytes[at + 2]) & 0x3F) << 6
          builder.append((lead & 0x07) << 18 | tail | (unsafe UInt32(bytes[at + 3]) & 0x3F))
          at += 4
        }
      }
    } else {
      builder.append(word.unicodeScalar.value)
    }
    self = builder.key
  }

  /// Whether it is the word of a literal.
  ///
  /// Readers ask this some forty times a token, and nearly always the answer is no. The first letters say so nearly always
  /// too; they are compared first, and the literal is hashed only where they agree.
  @inline(__always)
  static func == (key: WordKey, word: StaticString) -> Bool {
    key.mayBegin(as: word) && key == WordKey(stringLiteral: word)
  }

  @inline(__always)
  static func != (key: WordKey, word: StaticString) -> Bool { !(key == word) }

  @inline(__always)
  static func ~= (word: StaticString, key: WordKey) -> Bool { key == word }

  /// Whether the first letter of a literal may be that of the word; true for vowels with tones, whose bytes do not tell
  /// the letter.
  @inline(__always)
  private func mayBegin(as word: StaticString) -> Bool {
    guard word.hasPointerRepresentation, word.utf8CodeUnitCount > 0 else { return true }
    // There is a first byte, and a second behind a lead byte; a literal's bytes live as long as the program.
    let lead = unsafe word.utf8Start[0]
    let first = UInt8(truncatingIfNeeded: rawValue >> 56)
    if lead < 0x80 { return first == (lead &- 0x41 < 26 ? lead | 0x20 : lead) }
    switch (lead, unsafe word.utf8Start[1]) {
    case (0xC4, 0x91): return first == 0x11  // đ, U+0111
    case (0xC4, 0x83): return first == 0x03  // ă, U+0103
    case (0xC3, 0xA2): return first == 0xE2  // â
    case (0xC3, 0xAA): return first == 0xEA  // ê
    case (0xC3, 0xB4): return first == 0xF4  // ô
    case (0xC6, 0xA1): return first == 0xA1  // ơ, U+01A1
    case (0xC6, 0xB0): return first == 0xB0  // ư, U+01B0
    default: return true
    }
  }

  /// Builds a key from scalars, front to back: the low eight bits of the first letter, then FNV-1a over all letters without
  /// their tone, then the tone.
  struct Builder {
    private var hash = FNV1a()
    private var tone: UInt64 = 0
    private var first: UInt64 = 0
    private var isEmpty = true

    @inline(__always)
    mutating func append(_ scalar: UInt32) {
      let letter = VietnameseLetter.of(scalar)
      append(base: letter.base, tone: letter.tone)
    }

    /// Appends a letter that was taken apart already.
    @inline(__always)
    mutating func append(base: UInt32, tone: UInt8) {
      if tone != 0 { self.tone = UInt64(tone) }
      if isEmpty { (first, isEmpty) = (UInt64(base & 0xFF), false) }
      hash.combine(base)
    }

    var key: WordKey {
      var toned = hash
      if tone != 0 { toned.combine(0x1_0000_0000 + tone) }
      return WordKey(rawValue: toned.value & 0xFF_FFFF_FFFF_FFFF | first << 56)
    }
  }
}
