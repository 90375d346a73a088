/// Joins words whose letters stand apart: headings set wide (`Q U Y Ế T  Đ Ị N H`), and text layers that put a blank at
/// every accented letter (`S Ử D Ụ NG`).
///
/// A line qualifies by letters that stand alone and are no syllable (`S`, `NG`). Its tokens are then grouped into the
/// fewest syllables; where a group could begin with a vowel or with a consonant, the consonant wins. The line is left as it
/// is unless the groups take up nearly all of those letters, so lists (`a b c`) and column heads stay.
enum SpacedLetters {
  private struct Token {
    var bytes: Range<Int>
    /// The letters, without punctuation around them; empty for what is no word.
    var letters: [UInt32] = []
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
    while start < text.count {
      var end = start
      var shortWords = 0
      var wordStart = start
      while end < text.count, text[end] != 0x0A, text[end] != 0x0C {
        if text[end] == 0x20 {
          if end > wordStart, end - wordStart <= 3 { shortWords += 1 }
          wordStart = end + 1
        }
        end += 1
      }
      if shortWords >= 2 {
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
      for kept in copied..<cut.lowerBound { out.append(text[kept]) }
      map.copy(cut.lowerBound - copied)
      map.replace(cut.count, with: 0)
      copied = cut.upperBound
    }
    for kept in copied..<text.count { out.append(text[kept]) }
    map.copy(text.count - copied)
    return RepairedText(
      bytes: out, map: map.build(),
      repairs: [TextRepair(kind: .spacedLetters, count: words, firstLine: text.line(at: firstOffset))])
  }

  /// The blanks of a line that part the letters of words, and the number of those words.
  private static func blanks(in text: Span<UInt8>, line: Range<Int>) -> (blanks: [Range<Int>], words: Int) {
    let tokens = tokens(of: text, line: line)
    let fragments = tokens.count { $0.isFragment }
    guard fragments >= 2 else { return ([], 0) }
    let groups = groups(of: tokens)
    let left = groups.count { $0.count == 1 && tokens[$0.lowerBound].isFragment }
    let joined = groups.filter { $0.count > 1 }
    guard !joined.isEmpty, left * 5 <= fragments else { return ([], 0) }
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

  private static func tokens(of text: Span<UInt8>, line: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    var at = line.lowerBound
    var gap = 2
    while at < line.upperBound {
      if text[at] == 0x20 || text[at] == 0x09 {
        gap += text[at] == 0x09 ? 8 : 1
        at += 1
        continue
      }
      var token = Token(bytes: at..<at, isApart: gap != 1)
      var isWord = true
      while at < line.upperBound, text[at] != 0x20, text[at] != 0x09 {
        let (scalar, width) = UTF8Decoding.scalar(in: text, at: at)
        if LetterTable.shared[scalar] != nil {
          if token.closes { isWord = false }
          token.letters.append(scalar)
        } else if "\"([“".unicodeScalars.contains(where: { $0.value == scalar }), token.letters.isEmpty {
          token.opens = true
        } else if "\").,;:!?]”".unicodeScalars.contains(where: { $0.value == scalar }), !token.letters.isEmpty {
          token.closes = true
        } else {
          isWord = false
        }
        at += width
      }
      token.bytes = token.bytes.lowerBound..<at
      if !isWord { token.letters = [] }
      token.isSyllable = !token.letters.isEmpty && LegacyReading.isSyllable(token.letters[...])
      tokens.append(token)
      gap = 0
    }
    return tokens
  }

  /// Tokens in groups, each a word, by least cost.
  private static func groups(of tokens: [Token]) -> [Range<Int>] {
    var cost: [Float] = [0]
    var from: [Int] = [0]
    for end in 1...tokens.count {
      var best = (cost: Float.infinity, start: end - 1)
      var letters: [UInt32] = []
      var start = end - 1
      while start >= 0, end - start <= 7 {
        let token = tokens[start]
        letters.insert(contentsOf: token.letters, at: 0)
        if start + 1 < end,
          token.letters.isEmpty || token.closes || tokens[start + 1].isApart || tokens[start + 1].opens
        {
          break
        }
        let price: Float
        if start + 1 == end {
          price = token.isFragment ? 4 : 1 + (token.isSyllable ? vowelPrice(letters) : 0)
        } else if tokens[end - 1].letters.isEmpty || letters.count > 7 {
          break
        } else if isOneCase(letters), LegacyReading.isSyllable(letters[...]) {
          price = 1 + vowelPrice(letters)
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

  private static func vowelPrice(_ letters: [UInt32]) -> Float {
    LetterTable.shared[letters[0]]?.isVowel == true ? 0.3 : 0
  }

  /// All capitals, all small, or a capital and small letters.
  private static func isOneCase(_ letters: [UInt32]) -> Bool {
    let upper = letters.map { LetterTable.shared[$0]?.isUppercase == true }
    return upper.allSatisfy { $0 } || !upper.dropFirst().contains(true)
  }
}
