/// Joins words whose letters stand apart: headings set wide (`Q U Y Ế T  Đ Ị N H`), and text layers that put a blank at
/// every accented letter (`S Ử D Ụ NG`).
///
/// A line qualifies by letters that stand alone and are no syllable (`S`, `NG`). Its tokens are then grouped into the
/// fewest syllables; where a group could begin with a vowel or with a consonant, the consonant wins. The line is left as it
/// is unless the groups take up nearly all of those letters, so lists (`a b c`) and column heads stay.
enum SpacedLetters {
  private struct Token {
    var bytes: Range<Int>
    /// The letters, without punctuation around them, as a range of those of the line; empty for what is no word.
    var letters: Range<Int>
    var opens = false
    var closes = false
    /// Whether more than a blank, or nothing, stands before it.
    var isApart = false
    var isSyllable = false
    var isFragment: Bool { !letters.isEmpty && !isSyllable && letters.count <= 3 }
  }

  /// - Parameter text: UTF-8 in normalization form C.
  /// - Returns: `nil` when there is nothing to join.
  /// - Complexity: O(*n*).
  static func joined(_ text: Span<UInt8>) -> RepairedText? {
    var cuts: [Range<Int>] = []
    var words = 0
    var firstOffset = 0
    var start = 0
    var known = ShortWords()
    while start < text.count {
      let (end, isCandidate) = known.readLine(text, from: start)
      // What follows costs a hundred times the look at the words.
      if isCandidate {
        let (blanks, joins) = blanks(in: text, line: start..<end)
        if joins > 0 {
          if cuts.isEmpty { firstOffset = start }
          cuts += blanks
          words += joins
        }
      }
      start = end + 1
    }
    guard !cuts.isEmpty else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var map = SourceMap.Builder()
    var copied = 0
    for cut in cuts {
      out.append(text, copied..<cut.lowerBound)
      map.copy(cut.lowerBound - copied)
      map.replace(cut.count, with: 0)
      copied = cut.upperBound
    }
    out.append(text, copied..<text.count)
    map.copy(text.count - copied)
    return RepairedText(
      bytes: out, map: map.build(),
      repairs: [TextRepair(kind: .spacedLetters, count: words, firstLine: text.line(at: firstOffset))])
  }

  /// Which words of up to three letters are no syllables, remembered: texts have few different ones.
  private struct ShortWords {
    /// The bytes of words that were met, as two numbers, and whether each is a fragment. A word's place follows from its
    /// bytes; one that comes to a place takes it.
    private var words: [(high: UInt64, low: UInt64, isFragment: Bool)]
    private static let size = 4096

    init() { words = Array(repeating: (0, 0, false), count: Self.size) }

    /// Reads to the end of the line that begins at `start`.
    ///
    /// - Returns: where the line ends, and whether two of its words are at most three bytes long and two or more are
    ///   fragments, as ``tokens(of:line:)`` finds them.
    /// - Complexity: O(*k*) in bytes of the line.
    mutating func readLine(_ text: Span<UInt8>, from start: Int) -> (end: Int, isCandidate: Bool) {
      var at = start
      var piece = start
      var shortWords = 0
      var fragments = 0
      while at < text.count {
        switch text[at] {
        case 0x0A, 0x0C: return (at, shortWords >= 2 && fragments >= 2)
        case 0x20:
          if at > piece, at - piece <= 3 { shortWords += 1 }
          piece = at + 1
          at += 1
        case 0x09: at += 1
        default:
          let word = Self.word(in: text, from: at)
          if isFragment(text, at..<word.end, word.high, word.low) { fragments += 1 }
          at = word.end
        }
      }
      return (at, shortWords >= 2 && fragments >= 2)
    }

    /// Where the word that begins at `start` ends, and its first sixteen bytes as two numbers.
    @inline(__always)
    private static func word(in text: Span<UInt8>, from start: Int) -> (end: Int, high: UInt64, low: UInt64) {
      if start + 16 <= text.count {
        // Nearly all words are shorter than eight bytes: sixteen from `start` on lie within the text.
        let (first, second) = unsafe text.withUnsafeBytes { raw in
          unsafe (
            UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)),
            UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
          )
        }
        let length = bytesAboveBlank(first)
        if length < 8, endsWord(text[start + length]) {
          return (start + length, 0, first & (1 << UInt64(8 * length) &- 1))
        }
        let rest = bytesAboveBlank(second)
        if length == 8, rest < 8, endsWord(text[start + 8 + rest]) {
          return (start + 8 + rest, second & (1 << UInt64(8 * rest) &- 1), first)
        }
      }
      var at = start
      var (high, low): (UInt64, UInt64) = (0, 0)
      while at < text.count, !endsWord(text[at]) {
        let place = at - start
        if place < 8 { low |= UInt64(text[at]) << UInt64(8 * place) }
        if place >= 8, place < 16 { high |= UInt64(text[at]) << UInt64(8 * (place - 8)) }
        at += 1
      }
      return (at, high, low)
    }

    private static func endsWord(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0C }

    /// How many of eight bytes, the lowest first, stand before the first that is a blank or a control character.
    private static func bytesAboveBlank(_ eight: UInt64) -> Int {
      // Taking 0x21 away borrows into the high bit of a byte that is less; the lowest such byte is sure.
      let borrows = (eight &- 0x2121_2121_2121_2121) & ~eight & 0x8080_8080_8080_8080
      return borrows.trailingZeroBitCount / 8
    }

    private mutating func isFragment(_ text: Span<UInt8>, _ word: Range<Int>, _ high: UInt64, _ low: UInt64) -> Bool {
      guard word.count <= 16 else { return SpacedLetters.isFragment(text, word) }
      let hash = (low ^ high &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
      let place = Int(truncatingIfNeeded: hash >> 52) & (Self.size - 1)
      if words[place].low == low, words[place].high == high { return words[place].isFragment }
      let answer = SpacedLetters.isFragment(text, word)
      words[place] = (high, low, answer)
      return answer
    }
  }

  /// Whether what stands between two blanks is up to three letters that are no syllable, with or without punctuation.
  private static func isFragment(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    // In the frame: every tenth word of a text comes here.
    var letters = [3 of UInt32](repeating: 0)
    var count = 0
    var isClosed = false
    var at = word.lowerBound
    while at < word.upperBound {
      let (scalar, width) = UTF8Decoding.scalar(in: text, at: at)
      at += width
      switch role(of: scalar) {
      case .letter:
        if isClosed || count == 3 { return false }
        letters[count] = scalar
        count += 1
      case .opens where count == 0, .both where count == 0: break
      case .closes where count > 0, .both where count > 0: isClosed = true
      default: return false
      }
    }
    return count > 0 && !LegacyReading.isSyllable(letters.span.extracting(0..<count))
  }

  private enum Role { case letter, opens, closes, both, other }

  /// What a code point is in a word: a letter, or a sign that may stand before it, behind it or on both sides.
  private static func role(of scalar: UInt32) -> Role {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x22: .both
    case 0x28, 0x5B, 0x201C: .opens
    case 0x29, 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x5D, 0x201D: .closes
    default: scalar >= 0x80 && LetterTable.shared[scalar] != nil ? .letter : .other
    }
  }

  /// The blanks of a line that part the letters of words, and the number of those words.
  private static func blanks(in text: Span<UInt8>, line: Range<Int>) -> (blanks: [Range<Int>], words: Int) {
    let (tokens, letters) = tokens(of: text, line: line)
    let fragments = tokens.count { $0.isFragment }
    guard fragments >= 2 else { return ([], 0) }
    let groups = groups(of: tokens, letters)
    let left = groups.count { $0.count == 1 && tokens[$0.lowerBound].isFragment }
    let joined = left * 5 <= fragments ? groups.filter { $0.count > 1 } : stretches(of: groups, tokens)
    guard !joined.isEmpty else { return ([], 0) }
    // Joins of syllables alone, without one such letter, have no evidence.
    let sound = joined.filter { group in tokens[group].contains { $0.isFragment } || joined.count > 1 }
    var blanks: [Range<Int>] = []
    let starts = Set(sound.map(\.lowerBound))
    for (number, group) in groups.enumerated() where starts.contains(group.lowerBound) {
      for at in group.dropFirst() { blanks.append(tokens[at - 1].bytes.upperBound..<tokens[at].bytes.lowerBound) }
      // Words set wide have several blanks between them.
      if number + 1 < groups.count, starts.contains(groups[number + 1].lowerBound) {
        let gap = tokens[group.upperBound - 1].bytes.upperBound..<tokens[group.upperBound].bytes.lowerBound
        if gap.count > 1, gap.count <= 4 { blanks.append(gap.dropFirst(1)) }
      }
    }
    return (blanks, sound.count)
  }

  /// The joined groups of those stretches of a line that qualify by themselves: three letters or more that are no syllable, and
  /// none of them left over there or right beside. `S Ử D Ụ NG đất đai` counts as this although `ĐNH` comes later in its line.
  private static func stretches(of groups: [Range<Int>], _ tokens: [Token]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var first = 0
    while first < groups.count {
      guard groups[first].count > 1 else {
        first += 1
        continue
      }
      var end = first + 1
      while end < groups.count, groups[end].count > 1 { end += 1 }
      let isAlone = [first - 1, end].allSatisfy { at in
        !groups.indices.contains(at) || !tokens[groups[at].lowerBound].isFragment
      }
      let fragments = groups[first..<end].reduce(0) { $0 + tokens[$1].count { $0.isFragment } }
      if isAlone, fragments >= 3 { result += groups[first..<end] }
      first = end
    }
    return result
  }

  /// The tokens of a line and all their letters.
  private static func tokens(of text: Span<UInt8>, line: Range<Int>) -> ([Token], [UInt32]) {
    var tokens: [Token] = []
    var letters: [UInt32] = []
    var at = line.lowerBound
    var gap = 2
    while at < line.upperBound {
      if text[at] == 0x20 || text[at] == 0x09 {
        gap += text[at] == 0x09 ? 8 : 1
        at += 1
        continue
      }
      let first = letters.count
      var token = Token(bytes: at..<at, letters: first..<first, isApart: gap != 1)
      var isWord = true
      while at < line.upperBound, text[at] != 0x20, text[at] != 0x09 {
        let (scalar, width) = UTF8Decoding.scalar(in: text, at: at)
        switch role(of: scalar) {
        case .letter:
          if token.closes { isWord = false }
          letters.append(scalar)
        case .opens where letters.count == first, .both where letters.count == first: token.opens = true
        case .closes where letters.count > first, .both where letters.count > first: token.closes = true
        default: isWord = false
        }
        at += width
      }
      token.bytes = token.bytes.lowerBound..<at
      if !isWord { letters.removeSubrange(first...) }
      token.letters = first..<letters.count
      token.isSyllable = !token.letters.isEmpty && LegacyReading.isSyllable(letters.span.extracting(token.letters))
      tokens.append(token)
      gap = 0
    }
    return (tokens, letters)
  }

  /// Tokens in groups, each a word, by least cost.
  private static func groups(of tokens: [Token], _ letters: [UInt32]) -> [Range<Int>] {
    var cost: [Float] = [0]
    var from: [Int] = [0]
    // Where each run of vowels ends, counted up to each letter: a syllable has one run only.
    var runs: [Int32] = [0]
    var isVowel = false
    for letter in letters {
      let isNext = LetterTable.shared[letter]?.isVowel == true
      runs.append(runs[runs.count - 1] + (isNext && !isVowel ? 1 : 0))
      isVowel = isNext
    }
    for end in 1...tokens.count {
      var best = (cost: Float.infinity, start: end - 1)
      var start = end - 1
      while start >= 0, end - start <= 7 {
        let token = tokens[start]
        // The tokens between have letters only, so theirs stand side by side.
        let joined = token.letters.lowerBound..<max(token.letters.lowerBound, tokens[end - 1].letters.upperBound)
        if start + 1 < end,
          token.letters.isEmpty || token.closes || tokens[start + 1].isApart || tokens[start + 1].opens
        {
          break
        }
        let price: Float
        if start + 1 == end {
          price = token.isFragment ? 4 : 1 + (token.isSyllable ? vowelPrice(letters[joined.lowerBound]) : 0)
        } else if tokens[end - 1].letters.isEmpty || joined.count > 7 {
          break
        } else if hasOneRun(runs, joined), isOneCase(letters[joined]),
          LegacyReading.isSyllable(letters.span.extracting(joined))
        {
          price = 1 + vowelPrice(letters[joined.lowerBound])
        } else {
          price = .infinity
        }
        if cost[start] + price < best.cost { best = (cost[start] + price, start) }
        start -= 1
      }
      cost.append(best.cost)
      from.append(best.start)
    }
    var groups: [Range<Int>] = []
    var end = tokens.count
    while end > 0 {
      groups.append(from[end]..<end)
      end = from[end]
    }
    return groups.reversed()
  }

  private static func vowelPrice(_ letter: UInt32) -> Float { LetterTable.shared[letter]?.isVowel == true ? 0.3 : 0 }

  /// Whether the vowels of some letters stand together: a run that began before them counts with its rest.
  private static func hasOneRun(_ runs: [Int32], _ letters: Range<Int>) -> Bool {
    runs[letters.upperBound] - runs[letters.lowerBound + 1] == 0
      || runs[letters.upperBound] - runs[letters.lowerBound] <= 1
  }

  /// All capitals, all small, or a capital and small letters.
  private static func isOneCase(_ letters: ArraySlice<UInt32>) -> Bool {
    func isUpper(_ letter: UInt32) -> Bool { LetterTable.shared[letter]?.isUppercase == true }
    return !letters.dropFirst().contains(where: isUpper) || letters.allSatisfy(isUpper)
  }
}
