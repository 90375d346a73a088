/// One word, number or sign of a text.
struct Token: Sendable, Equatable {
  /// What it is made of.
  enum Kind: UInt8, Sendable {
    /// A run of letters.
    case word
    /// A run of the digits 0...9; marks between digits are tokens of their own.
    case number
    /// A run of superscript digits: a footnote mark, or the power of a unit.
    case superscript
    /// One sign.
    case sign
    /// What stands before the first and behind the last token.
    case outside
  }

  /// How it is set, and what stands before it.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    init(rawValue: UInt8) { self.rawValue = rawValue }
    /// White space or a line break stands before it.
    static let spaced = Flags(rawValue: 1)
    /// It is the first of its line.
    static let startsLine = Flags(rawValue: 2)
    /// One empty line or more stand before its line.
    static let afterEmptyLine = Flags(rawValue: 4)
    /// A tab stands before it, in its line.
    static let tabbed = Flags(rawValue: 8)
    /// Its first letter is a capital.
    static let capital = Flags(rawValue: 16)
    /// All its letters are capitals.
    static let capitals = Flags(rawValue: 32)
    /// Two blanks or more stand before it, in its line.
    static let wide = Flags(rawValue: 64)
  }

  var start: UInt32
  var end: UInt32
  /// What it says, case and place of the tone mark apart; for numbers and signs the key of their characters.
  var key: WordKey
  /// A number's value when it has at most nine digits, a superscript's likewise, a sign's scalar; otherwise -1.
  var value: Int32
  /// The line it stands in, from 0.
  var line: Int32
  /// What it is made of.
  var kind: Kind
  /// How it is set, and what stands before it.
  var flags: Flags

  /// Where it stands, in UTF-8 bytes of the text.
  var bytes: Range<Int> { Int(start)..<Int(end) }
  /// The number of digits of a number.
  var digitCount: Int { kind == .number ? Int(end - start) : 0 }

  /// Whether it is a run of letters.
  var isWord: Bool { kind == .word }
  /// Whether it is a run of digits.
  var isNumber: Bool { kind == .number }
  /// Whether nothing stands between it and the token before it.
  var isJoined: Bool { !flags.contains(.spaced) }
  /// Whether its first letter is a capital.
  var isCapital: Bool { flags.contains(.capital) }
  /// Whether all its letters are capitals.
  var isAllCapitals: Bool { flags.contains(.capitals) }
  /// Whether more than a blank stands before it, in its line.
  var isApart: Bool { flags.contains(.wide) || flags.contains(.tabbed) }
  /// Whether it is the first of its line.
  var startsLine: Bool { flags.contains(.startsLine) }

  /// Whether it is the sign `scalar`.
  func isSign(_ scalar: Unicode.Scalar) -> Bool { kind == .sign && value == Int32(bitPattern: scalar.value) }

  /// Whether it is a hyphen, a dash or a minus sign.
  var isDash: Bool {
    guard kind == .sign else { return false }
    switch value {
    case 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212: return true
    default: return false
    }
  }
  /// Whether it is a mark that an item of a list begins with: `-`, `+`, `•`, `*`, `·`.
  var isBullet: Bool { isDash || isSign("+") || isSign("•") || isSign("*") || isSign("·") }
  /// Whether it opens a quotation; the straight mark does both.
  var opensQuote: Bool { isSign("“") || isSign("\"") || isSign("«") }
  /// Whether it closes a quotation.
  var closesQuote: Bool { isSign("”") || isSign("\"") || isSign("»") }
  /// Whether a sentence or a clause as strong as one ends with it.
  var endsClause: Bool { isSign(".") || isSign(";") || isSign(":") || isSign("?") || isSign("!") }

  static let outside = Token(
    start: 0, end: 0, key: WordKey(rawValue: 0), value: -1, line: -1, kind: .outside, flags: [])
}
