/// Finds what each line is and where paragraphs begin.
///
/// Documents come hard-wrapped as a page shows them or with a paragraph a line, with empty lines between paragraphs
/// or without. A line begins a paragraph when an empty line stands before it and the sentence is over, when it begins
/// with a bullet or a number and the sentence before it is over, or when the line before it is much shorter than the
/// lines around it and ends a sentence.
struct LineLayout {
  private let stream: TokenStream
  private let functionWords: WordSet
  private(set) var lines: [Outline.Line] = []
  private(set) var beginsParagraph: [Bool]
  /// Tokens that are marks and nothing else: footnote marks, bullets, page numbers.
  private(set) var marks: [Int] = []

  /// - Parameter functionWords: words that no heading ends with.
  init(_ stream: TokenStream, functionWords: WordSet) {
    self.stream = stream
    self.functionWords = functionWords
    beginsParagraph = Array(repeating: false, count: stream.count)
  }

  mutating func classify() {
    lines = (0..<stream.lineCount).map { line in
      let tokens = stream.tokens(ofLine: line)
      return Outline.Line(tokens: tokens, role: role(of: tokens))
    }
    markParagraphs()
    let notes = FootnoteMarks(stream: stream, lines: lines, beginsParagraph: beginsParagraph).read()
    marks += notes.marks
    for line in notes.lines { lines[line].role = .footnote }
    markFootnotes()
  }

  private func role(of tokens: Range<Int>) -> Outline.Role {
    if tokens.isEmpty { return .empty }
    let first = stream[tokens.lowerBound]
    if first.isSign("|") && tokens.count > 1 { return .table }
    var tabs = 0
    for index in tokens.dropFirst() where stream[index].flags.contains(.tabbed) { tabs += 1 }
    if tabs >= 2 { return .table }
    if tokens.count == 1 && first.isNumber && first.digitCount <= 4 && first.value != 0 { return .pageNumber }
    if tokens.count == 3, first.isDash, stream[tokens.lowerBound + 1].isNumber, stream[tokens.lowerBound + 2].isDash {
      return .pageNumber
    }
    return .text
  }

  private mutating func markParagraphs() {
    var previous: Int?
    var isAfterGap = true
    // The usual length of a full line, as a running maximum that forgets slowly.
    var width = 0
    for line in lines.indices {
      let tokens = lines[line].tokens
      guard !tokens.isEmpty else {
        isAfterGap = true
        continue
      }
      if lines[line].role == .pageNumber {
        // A page number alone, with nothing before it on its page, is furniture; the sentence goes on behind it.
        for token in tokens { marks.append(token) }
        continue
      }
      let start = tokens.lowerBound
      if let before = previous {
        let last = lines[before].tokens.upperBound - 1
        beginsParagraph[start] = begins(at: start, after: last, gap: isAfterGap, width: width, lineBefore: before)
      } else {
        beginsParagraph[start] = true
      }
      if lines[line].role == .table { beginsParagraph[start] = true }
      let length = Int(stream[tokens.upperBound - 1].end) - Int(stream[start].start)
      width = max(length, width - width / 16)
      previous = line
      isAfterGap = false
    }
  }

  private func begins(at start: Int, after last: Int, gap: Bool, width: Int, lineBefore: Int) -> Bool {
    let first = stream[start]
    let end = stream[last]
    let isOver = end.endsClause || end.isSign("/") || end.isSign("”") || end.isSign(")") || end.isSign("*")
    if lines[lineBefore].role == .table { return true }
    // `Nơi nhận:` begins the list of recipients, though a full line of text stands straight above it.
    if isOver, first.key == "nơi", stream[start + 1].key == "nhận", stream[start + 2].isSign(":") { return true }
    if gap {
      // A page break may stand inside a sentence: the next line then goes on in small letters.
      if first.isWord && !first.isCapital && !isOver && !end.isSign("*") { return isEnumerationLetter(start) }
      // `1.245 tập thể và` above an empty line, `2.310 cá nhân` below it.
      if first.isNumber, !isNumbering(start), end.isSign(",") || end.isWord && functionWords.contains(end.key),
        !isShort(lineBefore, width)
      {
        return false
      }
      // `tăng` on one page, `5,4% so với` on the next.
      if end.isWord, !end.isCapital, !isShort(lineBefore, width), stream.isAmount(at: start) { return false }
      return true
    }
    if isBullet(start) || isNumbering(start) { return isOver || isShort(lineBefore, width) }
    if first.kind == .superscript { return true }
    if stream[start].isAllCapitals && !stream[last].isAllCapitals && isShort(lineBefore, width) { return true }
    // `1. Mục tiêu chung` or `Điều 1. Kết quả năm 2019` alone in its line, where much more would have had room.
    if first.isCapital, end.isWord || end.digitCount == 4 && stream[last - 1].key == Words.nam,
      isHeadingLine(lineBefore, width)
    {
      return true
    }
    return isOver && !end.isSign(")") && isShort(lineBefore, width) && (first.isCapital || first.isNumber)
  }

  /// Whether a numbered line that begins a paragraph fills less than half of its width.
  private func isHeadingLine(_ line: Int, _ width: Int) -> Bool {
    let tokens = lines[line].tokens
    guard beginsParagraph[tokens.lowerBound], isNumbering(tokens.lowerBound) else { return false }
    let length = Int(stream[tokens.upperBound - 1].end) - Int(stream[tokens.lowerBound].start)
    return length * 2 < width && !functionWords.contains(stream[tokens.upperBound - 1].key)
  }

  private func isShort(_ line: Int, _ width: Int) -> Bool {
    let tokens = lines[line].tokens
    let length = Int(stream[tokens.upperBound - 1].end) - Int(stream[tokens.lowerBound].start)
    return length * 4 < width * 3
  }

  /// `- `, `+ `, `• `, `* ` and their like.
  private func isBullet(_ start: Int) -> Bool {
    let token = stream[start]
    guard token.isDash || token.isSign("+") || token.isSign("•") || token.isSign("*") || token.isSign("·") else {
      return false
    }
    return stream[start + 1].line == token.line
  }

  /// `1.`, `1.1`, `I.`, `a)`, `Điều 1.`
  private func isNumbering(_ start: Int) -> Bool {
    let token = stream[start]
    let next = stream[start + 1]
    if token.isNumber && token.digitCount <= 2 {
      return (next.isSign(".") || next.isSign(")") || next.isSign("/")) && next.isJoined
        && !stream[start + 2].startsLine
    }
    if isEnumerationLetter(start) { return true }
    if token.isWord && RomanNumeral.value(of: token, in: stream) != nil { return next.isSign(".") && next.isJoined }
    return token.key == "điều" && next.isNumber
  }

  private func isEnumerationLetter(_ start: Int) -> Bool {
    let token = stream[start]
    let next = stream[start + 1]
    return token.isWord && token.bytes.count <= 2 && (next.isSign(")") || next.isSign(".")) && next.isJoined
  }

  private mutating func markFootnotes() {
    // A superscript behind a word is a mark, except the power of a unit, which readers take before they ask.
    var isNote = false
    for line in lines.indices where !lines[line].tokens.isEmpty {
      let tokens = lines[line].tokens
      let first = stream[tokens.lowerBound]
      if first.kind == .superscript {
        isNote = true
      } else if isNote && beginsParagraph[tokens.lowerBound] || first.flags.contains(.afterEmptyLine) {
        isNote = false
      }
      if isNote && lines[line].role == .text { lines[line].role = .footnote }
    }
  }
}

/// Roman numerals as the documents print them.
enum RomanNumeral {
  /// The value of a word that is a well-formed Roman numeral in capitals, up to 89.
  static func value(of token: Token, in stream: TokenStream) -> Int? {
    guard token.isWord, token.isAllCapitals, token.bytes.count <= 8 else { return nil }
    return value(ofBytes: stream.bytes[token.bytes])
  }

  /// The value of a well-formed Roman numeral in capitals.
  static func value(of text: String) -> Int? { value(ofBytes: Array(text.utf8)[...]) }

  private static func value(ofBytes bytes: ArraySlice<UInt8>) -> Int? {
    var total = 0
    var last = Int.max
    var repeats = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard let value = digit(bytes[index]) else { return nil }
      if index + 1 < bytes.endIndex, let next = digit(bytes[index + 1]), next > value {
        guard value == 1 && (next == 5 || next == 10) || value == 10 && next == 50, next - value <= last else {
          return nil
        }
        total += next - value
        last = value - 1
        index += 2
        repeats = 0
        continue
      }
      guard value <= last else { return nil }
      repeats = value == last ? repeats + 1 : 1
      guard repeats <= (value == 5 || value == 50 ? 1 : 3) else { return nil }
      total += value
      last = value
      index += 1
    }
    return total == 0 ? nil : total
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "I"): 1
    case UInt8(ascii: "V"): 5
    case UInt8(ascii: "X"): 10
    case UInt8(ascii: "L"): 50
    default: nil
    }
  }
}
