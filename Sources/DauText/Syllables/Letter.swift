/// A letter of the Vietnamese alphabet taken apart: base, quality mark, tone and case.
///
///     ậ = a + circumflex + nặng        Đ = d + stroke, upper case
public struct Letter: Sendable, Hashable {
  /// What the mark that is not a tone makes of the base letter.
  public enum Shape: UInt8, Sendable {
    case plain, circumflex, breve, horn, stroke
  }

  /// The ASCII lower-case letter under the marks.
  public var base: UInt8
  /// What its mark, if any, makes of the base.
  public var shape: Shape
  /// Its tone mark; `.ngang` for none.
  public var tone: Tone
  /// Whether it is a capital.
  public var isUppercase: Bool

  /// A letter of these parts, which need not exist; see ``scalar``.
  public init(base: UInt8, shape: Shape = .plain, tone: Tone = .ngang, isUppercase: Bool = false) {
    self.base = base
    self.shape = shape
    self.tone = tone
    self.isUppercase = isUppercase
  }

  /// Takes a composed letter apart; `nil` for what is no letter of the alphabet (`ö`, `7`).
  ///
  /// ASCII `f`, `j`, `w` and `z` are taken too: they stand in names and loans.
  ///
  /// - Complexity: O(1), two table look-ups.
  public init?(_ scalar: Unicode.Scalar) {
    guard let letter = LetterTable.shared[scalar.value] else { return nil }
    self = letter
  }

  /// Whether this is one of a, e, i, o, u, y with any marks.
  public var isVowel: Bool {
    switch base {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  /// The composed code point, or `nil` when no such letter exists (`b` with a tone).
  ///
  /// - Complexity: O(1).
  public var scalar: Unicode.Scalar? { LetterTable.shared.scalar(of: self) }
}

/// Code points to letters and back.
struct LetterTable: Sendable {
  static let shared = LetterTable()

  /// U+0000...U+01B0: ASCII, Latin-1 and the letters with breve, stroke, horn and tilde.
  private var low = [Letter?](repeating: nil, count: 0x1B1)
  /// U+1EA0...U+1EF9.
  private var high = [Letter?](repeating: nil, count: 0x5A)
  /// Indexed by base, shape, tone and case.
  private var scalars = [UInt32](repeating: 0, count: 26 * 5 * 6 * 2)

  private init() {
    // One row for each vowel and quality, in the order of `Tone`.
    let rows: [(Character, Letter.Shape, String)] = [
      ("a", .plain, "aàáảãạ"), ("a", .breve, "ăằắẳẵặ"), ("a", .circumflex, "âầấẩẫậ"),
      ("e", .plain, "eèéẻẽẹ"), ("e", .circumflex, "êềếểễệ"), ("i", .plain, "iìíỉĩị"),
      ("o", .plain, "oòóỏõọ"), ("o", .circumflex, "ôồốổỗộ"), ("o", .horn, "ơờớởỡợ"),
      ("u", .plain, "uùúủũụ"), ("u", .horn, "ưừứửữự"), ("y", .plain, "yỳýỷỹỵ"),
    ]
    for (base, shape, letters) in rows {
      for (tone, scalar) in zip(Tone.allCases, letters.unicodeScalars) {
        add(scalar, Letter(base: base.asciiValue!, shape: shape, tone: tone))
      }
    }
    for base in UInt8(ascii: "a")...UInt8(ascii: "z") where low[Int(base)] == nil {
      add(Unicode.Scalar(base), Letter(base: base))
    }
    add("đ", Letter(base: UInt8(ascii: "d"), shape: .stroke))
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ letter: Letter) {
    var upper = letter
    upper.isUppercase = true
    for (scalar, letter) in [(scalar, letter), (scalar.properties.uppercaseMapping.unicodeScalars.first!, upper)] {
      let value = Int(scalar.value)
      if value < low.count { low[value] = letter } else { high[value - 0x1EA0] = letter }
      scalars[Self.slot(letter)] = scalar.value
    }
  }

  private static func slot(_ letter: Letter) -> Int {
    let row = Int(letter.base - 0x61) * 5 + Int(letter.shape.rawValue)
    return (row * 6 + Int(letter.tone.rawValue)) * 2 + (letter.isUppercase ? 1 : 0)
  }

  subscript(_ value: UInt32) -> Letter? {
    if value < UInt32(low.count) { return low[Int(value)] }
    let above = value &- 0x1EA0
    return above < UInt32(high.count) ? high[Int(above)] : nil
  }

  func scalar(of letter: Letter) -> Unicode.Scalar? {
    guard (0x61...0x7A).contains(letter.base) else { return nil }
    let value = scalars[Self.slot(letter)]
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
