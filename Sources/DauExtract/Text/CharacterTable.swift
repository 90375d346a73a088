/// What the tokenizer asks of a code point, in one look: its kind, and a letter taken apart.
struct CharacterTable: Sendable {
  enum Kind: UInt8, Sendable { case letter, digit, sign, blank, nothing, superscript }

  /// The letter without its tone, the tone, the case and the kind, packed.
  struct Entry: Sendable {
    private var bits: UInt32

    init(_ scalar: UInt32) {
      let letter = VietnameseLetter.of(scalar)
      let kind = CharacterTable.kind(of: scalar)
      bits = letter.base | UInt32(letter.tone) << 21 | (letter.isUpper ? 1 << 24 : 0) | UInt32(kind.rawValue) << 25
    }

    /// The lower-case letter without tone, as a scalar value.
    var base: UInt32 { bits & 0x1F_FFFF }
    var isLetter: Bool { bits >> 25 == UInt32(Kind.letter.rawValue) }
    /// 0 for the level tone, 1...5 for the others.
    var tone: UInt8 { UInt8(truncatingIfNeeded: bits >> 21 & 7) }
    var isUpper: Bool { bits & 1 << 24 != 0 }
    var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: bits >> 25)) ?? .letter }
  }

  static let shared = CharacterTable()

  /// U+0000...U+01FF, then U+1E00...U+1EFF.
  private var entries: [Entry]

  private init() { entries = (0..<0x200).map(Entry.init) + (0x1E00..<0x1F00).map(Entry.init) }

  /// - Complexity: O(1).
  @inline(__always)
  subscript(scalar: UInt32) -> Entry {
    if scalar < 0x200 { return entries[Int(scalar)] }
    if scalar & ~0xFF == 0x1E00 { return entries[Int(scalar - 0x1C00)] }
    return Entry(scalar)
  }

  private static func kind(of scalar: UInt32) -> Kind {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x30...0x39: .digit
    case 0x00..<0x80: .sign
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .blank
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: .nothing
    case 0xB9, 0xB2, 0xB3, 0x2070, 0x2074...0x2079: .superscript
    case 0x80...0xA9, 0xAB...0xB1, 0xB4, 0xB6...0xB8, 0xBB...0xBF, 0xD7, 0xF7: .sign
    case 0x2010...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x3001...0x303F, 0xE000...0xF8FF, 0xFF01...0xFF0F: .sign
    default: .letter
    }
  }
}
