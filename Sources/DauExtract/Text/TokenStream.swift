import DauText

/// A text as words, numbers and signs, with the place of each.
///
/// Read in one pass over the UTF-8 bytes. Line breaks are flags of the token behind them, so a reader that looks at
/// tokens only does not notice how the document was wrapped. Every reader and every parser of theirs holds the stream, so
/// holding it costs one reference.
final class TokenStream: Sendable {
  /// The text: UTF-8 in normalization form C.
  let bytes: [UInt8]
  let tokens: ContiguousArray<Token>
  /// Where each line begins, in bytes.
  let lineStarts: [Int]
  /// The first token of each line; a line without tokens has the first of the next that has one.
  let lineTokens: [Int]

  var count: Int { tokens.count }

  /// The token at `index`, or one that is nothing at all when there is none.
  @inline(__always)
  subscript(index: Int) -> Token {
    // One comparison for both ends: readers ask for a token some hundred times for each there is.
    guard UInt(bitPattern: index) < UInt(bitPattern: tokens.count) else { return .outside }
    return unsafe tokens.withUnsafeBufferPointer { unsafe $0[index] }
  }

  /// The tokens of a line, from 0.
  func tokens(ofLine line: Int) -> Range<Int> {
    guard line >= 0, line < lineTokens.count else { return tokens.count..<tokens.count }
    return lineTokens[line]..<(line + 1 < lineTokens.count ? lineTokens[line + 1] : tokens.count)
  }

  var lineCount: Int { lineTokens.count }

  /// The bytes from the first to the last of `range`, which must not be empty.
  func bytes(of range: Range<Int>) -> Range<Int> {
    Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// The text of some bytes, exactly as it stands.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text of some tokens, exactly as it stands; empty for none.
  func text(ofTokens range: Range<Int>) -> String { range.isEmpty ? "" : wholeText(bytes(of: range)) }

  /// FNV-1a of the bytes of some tokens, which must not be none.
  func hash(ofTokens range: Range<Int>) -> UInt64 {
    var hash = FNV1a()
    for at in bytes(of: range) { hash.combine(bytes[at]) }
    return hash.value
  }

  /// The text of a token, exactly as it stands.
  func text(of token: Token) -> String { wholeText(token.bytes) }

  /// The text of bytes that begin and end where tokens do; half the time of ``text(_:)``, which looks for faults.
  private func wholeText(_ range: Range<Int>) -> String {
    // The bytes are valid UTF-8, and no token begins or ends inside a code point.
    let bytes = bytes
    let part = bytes.span.extracting(range)
    return String(copying: unsafe UTF8Span(unchecked: part))
  }

  /// The text of some tokens on one line: white space and line breaks as one blank, `*` of Markdown left out.
  func flatText(ofTokens range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    if isFlat(range) { return wholeText(bytes(of: range)) }
    // White space only becomes shorter.
    return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes(of: range).count + 1) { out in
      var count = 0
      func append(_ byte: UInt8) {
        // There is room for it.
        unsafe out[count] = byte
        count += 1
      }
      for index in range {
        let token = tokens[index]
        let isMark = token.isSign("*")
        // The blank before a mark that opens belongs to the word behind it.
        if count > 0, token.flags.contains(.spaced), unsafe out[count - 1] != 0x20 { append(0x20) }
        if !isMark { for at in token.bytes { append(bytes[at]) } }
      }
      if count > 0, unsafe out[count - 1] == 0x20 { count -= 1 }
      // Whole tokens of valid UTF-8 with blanks between.
      return String(copying: unsafe UTF8Span(unchecked: out.span.extracting(0..<count)))
    }
  }

  /// Whether tokens stand on one line with nothing or one blank between them.
  private func isFlat(_ range: Range<Int>) -> Bool {
    var end = Int(tokens[range.lowerBound].start)
    for index in range {
      let token = self[index]
      let gap = Int(token.start) - end
      guard gap == 0 || gap == 1 && bytes[end] == 0x20, !token.isSign("*") else { return false }
      end = Int(token.end)
    }
    return true
  }

  /// Whether `so với` stands at a token, which holds what is told against something else.
  func isVersus(_ index: Int) -> Bool { self[index].key == "so" && self[index + 1].key == "với" }

  /// Whether a number stands in a cell of its own, as a table prints it whose columns are not understood: the number of a
  /// row (`1    Bằng khen`), or the last number of a row with several (`10    20    30`), which counts nothing of what
  /// stands behind it.
  ///
  /// - Complexity: O(*k*) in tokens of the line, for a number at its end; O(1) for others.
  func isCell(_ number: Range<Int>) -> Bool {
    guard let first = number.first, self[first].isNumber else { return false }
    let (token, next) = (self[first], self[number.upperBound])
    if next.startsLine {
      guard token.isApart else { return false }
      let line = tokens(ofLine: Int(token.line))
      return line.lowerBound < first && line.count { tokens[$0].isApart && tokens[$0].isNumber } >= 2
    }
    return token.startsLine && token.digitCount <= 2 && number.count == 1 && next.isApart && next.isCapital
      && !(token.digitCount == 2 && bytes[Int(token.start)] == UInt8(ascii: "0"))
  }

  /// Reads `text`, which must be in normalization form C.
  ///
  /// - Precondition: the text is shorter than 4 GB.
  /// - Complexity: O(*n*) in bytes.
  convenience init(_ text: String) {
    var text = text
    self.init(bytes: text.withUTF8 { unsafe Array($0) })
  }

  /// A stream without some of its tokens, over the same text and lines.
  ///
  /// - Parameters:
  ///   - stream: is given up. Its tokens, a quarter of the memory of an extraction, are moved in place when nobody else
  ///     holds it.
  ///   - dropped: ranges of tokens in order, each the whole of a line; not empty.
  static func leavingOut(_ dropped: [Range<Int>], of stream: inout TokenStream) -> TokenStream {
    let (bytes, lineStarts) = (stream.bytes, stream.lineStarts)
    var (tokens, lineTokens) = (stream.tokens, stream.lineTokens)
    stream = TokenStream("")
    var free = dropped[0].lowerBound
    for (place, range) in dropped.enumerated() {
      let end = place + 1 < dropped.count ? dropped[place + 1].lowerBound : tokens.count
      for at in range.upperBound..<end {
        tokens[free] = tokens[at]
        free += 1
      }
    }
    tokens.removeLast(tokens.count - free)
    var next = 0
    var gone = 0
    for line in lineTokens.indices {
      while next < dropped.count, dropped[next].upperBound <= lineTokens[line] {
        gone += dropped[next].count
        next += 1
      }
      lineTokens[line] -= gone
    }
    return TokenStream(bytes: bytes, tokens: tokens, lineStarts: lineStarts, lineTokens: lineTokens)
  }

  private init(bytes: [UInt8], tokens: ContiguousArray<Token>, lineStarts: [Int], lineTokens: [Int]) {
    self.bytes = bytes
    self.tokens = tokens
    self.lineStarts = lineStarts
    self.lineTokens = lineTokens
  }

  /// Reads valid UTF-8 in normalization form C.
  private init(bytes: [UInt8]) {
    precondition(bytes.count < Int(UInt32.max), "a text of 4 GB or more")
    self.bytes = bytes
    var scanner = Scanner(byteCount: bytes.count)
    scanner.scan(bytes.span)
    tokens = scanner.tokens
    lineStarts = scanner.lineStarts
    lineTokens = scanner.lineTokens
  }
}

/// The state of the one pass.
private struct Scanner {
  var tokens: ContiguousArray<Token> = []
  var lineStarts: [Int] = [0]
  var lineTokens: [Int] = [0]
  private var pending: Token.Flags = [.startsLine, .spaced]
  private var blanks = 0
  private var lineIsEmpty = true
  private var known = KnownWords()
  private let characters = CharacterTable.shared

  init(byteCount: Int) { tokens.reserveCapacity(byteCount / 4 + 8) }

  mutating func scan(_ bytes: Span<UInt8>) {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x0A:
        at += 1
        endLine(nextAt: at)
      case 0x20, 0x0D, 0x0B, 0x0C:
        at += 1
        blanks += 1
        pending.insert(.spaced)
        if blanks >= 2 { pending.insert(.wide) }
      case 0x09:
        at += 1
        blanks += 1
        pending.insert([.spaced, .tabbed])
      case 0x30...0x39: at = number(bytes, from: at)
      case 0x41...0x5A, 0x61...0x7A: at = word(bytes, from: at)
      case 0x00..<0x80:
        sign(UInt32(byte), at..<(at + 1))
        at += 1
      default:
        let (scalar, length) = decode(bytes, at)
        switch characters[scalar].kind {
        case .blank:
          blanks += 1
          pending.insert(.spaced)
          at += length
        case .nothing: at += length
        case .superscript: at = superscript(bytes, from: at)
        case .sign, .digit:
          sign(scalar, at..<(at + length))
          at += length
        case .letter: at = word(bytes, from: at)
        }
      }
    }
  }

  private mutating func endLine(nextAt: Int) {
    lineStarts.append(nextAt)
    lineTokens.append(tokens.count)
    if lineIsEmpty { pending.insert(.afterEmptyLine) }
    pending.insert([.startsLine, .spaced])
    pending.remove([.tabbed])
    pending.remove([.wide])
    blanks = 0
    lineIsEmpty = true
  }

  private mutating func append(_ range: Range<Int>, _ key: WordKey, _ value: Int32, _ kind: Token.Kind) {
    tokens.append(
      Token(
        start: UInt32(range.lowerBound), end: UInt32(range.upperBound), key: key, value: value,
        line: Int32(lineStarts.count - 1), kind: kind, flags: pending))
    pending = []
    blanks = 0
    lineIsEmpty = false
  }

  private mutating func sign(_ scalar: UInt32, _ range: Range<Int>) {
    var builder = WordKey.Builder()
    builder.append(scalar)
    append(range, builder.key, Int32(bitPattern: scalar), .sign)
  }

  private mutating func number(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var at = start
    var value: Int32 = 0
    var builder = WordKey.Builder()
    while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 {
      if at - start < 9 { value = value * 10 + Int32(bytes[at] - 0x30) }
      builder.append(UInt32(bytes[at]))
      at += 1
    }
    append(start..<at, builder.key, at - start <= 9 ? value : -1, .number)
    return at
  }

  private mutating func superscript(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var at = start
    var value: Int32 = 0
    var builder = WordKey.Builder()
    while at < bytes.count {
      let (scalar, length) = decode(bytes, at)
      guard let digit = Self.superscriptDigit(scalar) else { break }
      if at - start < 18 { value = value &* 10 &+ digit }
      builder.append(scalar)
      at += length
    }
    append(start..<at, builder.key, value, .superscript)
    return at
  }

  private mutating func word(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let short = KnownWords.shortWord(in: bytes, from: start)
    if let short, let word = known[short.bytes] {
      pending.formUnion(word.flags)
      append(start..<(start + short.count), word.key, -1, .word)
      return start + short.count
    }
    var at = start
    var builder = WordKey.Builder()
    var letters = 0
    var capitals = 0
    var isCapital = false
    while at < bytes.count {
      // Inside the span.
      let byte = unsafe bytes[unchecked: at]
      let isUpper: Bool
      if byte < 0x80 {
        // Most letters; they need no table.
        let small = byte | 0x20
        guard small &- 0x61 < 26 else { break }
        isUpper = byte != small
        builder.append(base: UInt32(small), tone: 0)
        at += 1
      } else {
        let (scalar, length) = decode(bytes, at)
        let character = characters[scalar]
        guard character.isLetter else { break }
        isUpper = character.isUpper
        builder.append(base: character.base, tone: character.tone)
        at += length
      }
      if letters == 0 { isCapital = isUpper }
      letters += 1
      if isUpper { capitals += 1 }
    }
    var flags: Token.Flags = isCapital ? [.capital] : []
    if capitals == letters { flags.insert(.capitals) }
    // A sign beyond ASCII may end the word before the short one ends.
    if let short, at == start + short.count { known[short.bytes] = (builder.key, flags) }
    pending.formUnion(flags)
    append(start..<at, builder.key, -1, .word)
    return at
  }

  @inline(__always)
  private func decode(_ bytes: Span<UInt8>, _ at: Int) -> (scalar: UInt32, length: Int) {
    let lead = bytes[at]
    func tail(_ i: Int) -> UInt32 { at + i < bytes.count ? unsafe UInt32(bytes[unchecked: at + i] & 0x3F) : 0 }
    if lead < 0xE0 { return (UInt32(lead & 0x1F) << 6 | tail(1), min(2, bytes.count - at)) }
    if lead < 0xF0 { return (UInt32(lead & 0x0F) << 12 | tail(1) << 6 | tail(2), min(3, bytes.count - at)) }
    return (UInt32(lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), min(4, bytes.count - at))
  }

  private static func superscriptDigit(_ scalar: UInt32) -> Int32? {
    switch scalar {
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2070: 0
    case 0x2074...0x2079: Int32(scalar - 0x2070)
    default: nil
    }
  }
}

/// The short words that were met, by their bytes: a text has few different ones.
private struct KnownWords {
  /// What the bytes of a word say.
  typealias Word = (key: WordKey, flags: Token.Flags)

  /// A word's place follows from its bytes; one that comes to a place takes it. No word is 0.
  private var words: [(bytes: UInt64, word: Word)]
  private static let size = 2048

  init() { words = Array(repeating: (0, (WordKey(rawValue: 0), [])), count: Self.size) }

  subscript(bytes: UInt64) -> Word? {
    get {
      let known = words[Self.place(bytes)]
      return known.bytes == bytes ? known.word : nil
    }
    set {
      if let newValue { words[Self.place(bytes)] = (bytes, newValue) }
    }
  }

  private static func place(_ bytes: UInt64) -> Int {
    Int(truncatingIfNeeded: (bytes &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }

  /// The one to seven bytes from `start` on up to the first that is ASCII and no letter; nil for more.
  static func shortWord(in text: Span<UInt8>, from start: Int) -> (bytes: UInt64, count: Int)? {
    guard start + 8 <= text.count else { return nil }
    // Eight bytes from `start` on lie within the text.
    let eight = unsafe text.withUnsafeBytes { raw in
      UInt64(littleEndian: unsafe raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    }
    // The high bit of each byte that is at least `a`, and of each that is behind `z`, when ASCII and in lower case.
    let small = (eight | 0x2020_2020_2020_2020) & 0x7F7F_7F7F_7F7F_7F7F
    let isLetter = (small &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(small &+ 0x0505_0505_0505_0505)
    let count = (~isLetter & ~eight & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
    guard count > 0, count < 8 else { return nil }
    return (eight & (1 << UInt64(8 * count) &- 1), count)
  }
}
