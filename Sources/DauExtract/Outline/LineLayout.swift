/// Finds what each line is and where paragraphs begin.
///
/// Documents come hard-wrapped as a page shows them or with a paragraph a line, with empty lines between paragraphs
/// or without. A line begins a paragraph when an empty line stands before it and the sentence is over, when it begins
/// with a bullet or a number and the sentence before it is over, or when the line before it is much shorter than the
/// lines around it and ends a sentence.
struct LineLayout {
  private let stream: TokenStream
  private let words: CommonWords
  private(set) var lines: [Outline.Line] = []
  private(set) var beginsParagraph: [Bool]
  /// Tokens that are marks and nothing else: footnote marks, bullets, page numbers.
  private(set) var marks: [Int] = []
  /// The notes at the foot of pages, in the order of the text.
  private(set) var notes: [Outline.Note] = []
  /// The numbers that the paragraphs before began with.
  private var counting = ParagraphCounting()

  init(_ stream: TokenStream, words: CommonWords) {
    self.stream = stream
    self.words = words
    beginsParagraph = Array(repeating: false, count: stream.count)
  }

  mutating func classify() {
    lines = (0..<stream.lineCount).map { line in
      let tokens = stream.tokens(ofLine: line)
      return Outline.Line(tokens: tokens, role: role(of: tokens))
    }
    markParagraphs()
    let plain = FootnoteFinder(stream: stream, lines: lines, beginsParagraph: beginsParagraph, words: words)
      .read()
    marks += plain.marks
    for line in plain.lines { lines[line].role = .footnote }
    notes = plain.notes
    markFootnotes()
  }

  private func role(of tokens: Range<Int>) -> Outline.Role {
    if tokens.isEmpty { return .empty }
    let first = stream[tokens.lowerBound]
    if first.isSign("|") && tokens.count > 1 { return .table }
    var tabs = 0
    for index in tokens.dropFirst() where stream[index].flags.contains(.tabbed) { tabs += 1 }
    if tabs >= 2 { return .table }
    return stream.isLoneNumber(tokens, digits: 4) ? .pageNumber : .text
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
      if beginsParagraph[start] { counting.begin(numbering(at: start)) }
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
    if lines[lineBefore].role == .table || isRow(start) || isRow(lines[lineBefore].tokens.lowerBound) {
      return true
    }
    // `Nơi nhận:` begins the list of recipients, though a full line of text stands straight above it.
    if isOver, first.key == "nơi", stream[start + 1].key == "nhận", stream[start + 2].isSign(":") { return true }
    if gap {
      // A page break may stand inside a sentence: the next line then goes on in small letters.
      if first.isWord && !first.isCapital && !isOver && !end.isSign("*") { return isEnumerationLetter(start) }
      // `1.245 tập thể và` above an empty line, `2.310 cá nhân` below it.
      if first.isNumber, !isNumbering(start), end.isSign(",") || end.isWord && words.functionWords.contains(end.key),
        !isShort(lineBefore, width)
      {
        return false
      }
      // `tăng` on one page, `5,4% so với` on the next.
      if end.isWord, !end.isCapital, !isShort(lineBefore, width), stream.isAmount(at: start) { return false }
      return true
    }
    if isBullet(start) || isNumbering(start) {
      if isOver || isShort(lineBefore, width) { return true }
      return isUnfinishedItem(last) && (isHeadingInCapitals(start) || goesOnCounting(start))
        || isBullet(start) && stream[start + 1].isCapital
          && (endsWithAmount(last) || isCapitalHeading(lineBefore) && isUnfinishedItem(last))
    }
    if first.kind == .superscript || isPartLabel(start) && isUnfinishedItem(last) { return true }
    if stream[start].isAllCapitals && !stream[last].isAllCapitals && isShort(lineBefore, width) { return true }
    if first.isCapital, !first.isAllCapitals, end.isAllCapitals || end.isNumber, isCapitalHeading(lineBefore) {
      return true
    }
    // `1. Mục tiêu chung` or `Điều 1. Kết quả năm 2019` alone in its line, where much more would have had room.
    if first.isCapital, end.isWord || end.isSign(")") || end.digitCount == 4 && stream[last - 1].key == Words.nam,
      isHeadingLine(lineBefore, max(width, length(stream[start].line)))
    {
      return true
    }
    return isOver && !end.isSign(")") && isShort(lineBefore, width) && (first.isCapital || first.isNumber)
  }

  /// Whether a numbered line that begins a paragraph fills less than half of its width.
  private func isHeadingLine(_ line: Int, _ width: Int) -> Bool {
    let tokens = lines[line].tokens
    guard beginsParagraph[tokens.lowerBound], isNumbering(tokens.lowerBound) else { return false }
    return length(Int32(line)) * 2 < width && !words.functionWords.contains(stream[tokens.upperBound - 1].key)
  }

  // MARK: Numbered lines behind an unfinished one

  /// Whether a line that ends at `last` without a mark may be the end of its paragraph: no word there needs another.
  private func isUnfinishedItem(_ last: Int) -> Bool {
    let end = stream[last]
    if end.isSign(",") || end.isDash { return false }
    // `ĐẶC ĐIỂM TÌNH HÌNH` is no `Hình 1`.
    if end.isAllCapitals { return true }
    return !words.functionWords.contains(end.key) && !words.numberLeads.contains(end.key) && end.key != Words.so
      && end.key != Words.ngay
  }

  /// `II. KẾT QUẢ CÔNG TÁC KHEN THƯỞNG`: a heading, whatever the line before ends with.
  private func isHeadingInCapitals(_ start: Int) -> Bool {
    let at = contentStart(start)
    guard beginsRoman(at) || beginsCapitalLetter(at) else { return false }
    return (at + 2...at + 3).allSatisfy { stream[$0].isWord && stream[$0].isAllCapitals && !stream[$0].startsLine }
  }

  /// `B. NHIỆM VỤ`
  private func beginsCapitalLetter(_ at: Int) -> Bool {
    stream[at].isWord && stream[at].isCapital && stream[at].bytes.count == 1 && stream[at + 1].isSign(".")
      && stream[at + 1].isJoined
  }

  /// Whether a line is the label of a part or a chapter and nothing else: `Phần thứ hai`, `Chương II`.
  private func isPartLabel(_ start: Int) -> Bool {
    let first = contentStart(start)
    guard stream[first].isCapital, stream[first].key == "phần" || stream[first].key == "chương" else { return false }
    var end = first + 1
    if stream[end].key == Words.thu { end += 1 }
    let ordinal = stream[end]
    guard !ordinal.startsLine,
      ordinal.isNumber || RomanNumeral.value(of: ordinal, in: stream) != nil
        || SectionNumbering.ordinals.contains(ordinal.key)
    else { return false }
    end += 1
    while stream[end].isSign("*") || stream[end].isSign(".") || stream[end].isSign(":"), !stream[end].startsLine {
      end += 1
    }
    return end >= stream.count || stream[end].startsLine
  }

  private func beginsRoman(_ at: Int) -> Bool {
    RomanNumeral.value(of: stream[at], in: stream) != nil && stream[at + 1].isSign(".") && stream[at + 1].isJoined
  }

  /// Whether a line is a Roman number and capitals from one end to the other: `I. KẾT QUẢ`.
  private func isCapitalHeading(_ line: Int) -> Bool {
    let tokens = lines[line].tokens
    let at = contentStart(tokens.lowerBound)
    return beginsParagraph[tokens.lowerBound] && (beginsRoman(at) || beginsCapitalLetter(at))
      && tokens.upperBound > at + 3
      && (at + 2..<tokens.upperBound).allSatisfy { stream[$0].isAllCapitals || !stream[$0].isWord }
  }

  /// Whether a numbered line goes on counting where paragraphs before it began to, or begins to count below the one that
  /// is open: `2. ...` below `1. Thu nhập bình quân đạt 60 triệu đồng/năm`, `1. ...` below `Điều 1. ...`.
  private func goesOnCounting(_ start: Int) -> Bool { numbering(at: start).map(counting.goesOn) ?? false }

  /// The number that a line begins with, before a capital.
  private func numbering(at start: Int) -> ParagraphCounting.Number? {
    let at = contentStart(start)
    let token = stream[at]
    var number: ParagraphCounting.Number
    var end: Int
    if token.key == Words.dieu, stream[at + 1].isNumber, token.isCapital {
      (number, end) = (ParagraphCounting.Number(level: .article, components: [Int(stream[at + 1].value)]), at + 2)
    } else if token.key == Words.khoan, token.isCapital, stream[at + 1].isNumber {
      (number, end) = (ParagraphCounting.Number(level: .arabic, components: [Int(stream[at + 1].value)]), at + 2)
    } else if token.isNumber, token.digitCount <= 2 {
      (number, end) = (ParagraphCounting.Number(level: .arabic, components: [Int(token.value)]), at + 1)
      while stream[end].isSign("."), stream[end].isJoined, stream[end + 1].isNumber, stream[end + 1].isJoined,
        stream[end + 1].digitCount <= 2
      {
        number.components.append(Int(stream[end + 1].value))
        end += 2
      }
    } else if let roman = RomanNumeral.value(of: token, in: stream) {
      (number, end) = (ParagraphCounting.Number(level: .roman, components: [roman]), at + 1)
    } else if beginsCapitalLetter(at), let place = SectionNumbering.letters.firstIndex(of: token.key) {
      (number, end) = (ParagraphCounting.Number(level: .capital, components: [place + 1]), at + 1)
    } else if token.isWord, token.bytes.count <= 2, !token.isCapital,
      let place = SectionNumbering.letters.firstIndex(of: token.key)
    {
      (number, end) = (ParagraphCounting.Number(level: .letter, components: [place + 1]), at + 1)
    } else {
      return nil
    }
    guard SectionNumbering.isMark(stream, at: end) else { return nil }
    end = contentStart(end + 1)
    return stream[end].isCapital && !stream[end].startsLine ? number : nil
  }

  /// Behind the marks of Markdown that a line begins with: at most the six of a heading.
  private func contentStart(_ start: Int) -> Int {
    var at = start
    while at - start < 6, stream[at].isSign("*") || stream[at].isSign("#") { at += 1 }
    return at
  }

  /// Whether a line ends with a share or with an amount and its unit: `... đạt 98%`, `... 60 triệu đồng`.
  private func endsWithAmount(_ last: Int) -> Bool {
    if stream[last].isSign("%") { return true }
    return (last - 3..<last).contains { stream.isAmount(at: $0) && stream[$0 - 1].isWord }
  }

  private func isShort(_ line: Int, _ width: Int) -> Bool { length(Int32(line)) * 4 < width * 3 }

  /// The length of a line that is not empty, in bytes.
  private func length(_ line: Int32) -> Int {
    let tokens = lines[Int(line)].tokens
    return Int(stream[tokens.upperBound - 1].end) - Int(stream[tokens.lowerBound].start)
  }

  /// Whether a line is a row of a table whose cells are parted by strokes: `TT | Hình thức | Tập thể`.
  private func isRow(_ start: Int) -> Bool {
    let tokens = lines[Int(stream[start].line)].tokens
    return tokens.count { stream[$0].isSign("|") && !stream[$0].isJoined } >= 2
  }

  /// `- `, `+ `, `• `, `* ` and their like.
  private func isBullet(_ start: Int) -> Bool {
    stream[start].isBullet && stream[start + 1].line == stream[start].line
  }

  /// `1.`, `1.1`, `I.`, `a)`, `Điều 1.`
  private func isNumbering(_ start: Int) -> Bool {
    let token = stream[start]
    let next = stream[start + 1]
    if token.isNumber && token.digitCount <= 2 {
      return SectionNumbering.isMark(stream, at: start + 1) && !stream[start + 2].startsLine
    }
    if isEnumerationLetter(start) { return true }
    // `Khoản 1. ...`
    if token.key == Words.khoan, token.isCapital, next.isNumber { return stream[start + 2].isSign(".") }
    if token.isWord && RomanNumeral.value(of: token, in: stream) != nil { return next.isSign(".") && next.isJoined }
    return token.key == "điều" && next.isNumber
  }

  private func isEnumerationLetter(_ start: Int) -> Bool {
    let token = stream[start]
    let next = stream[start + 1]
    guard token.isWord, token.bytes.count <= 2 else { return false }
    if next.isSign(")") || next.isSign(".") { return next.isJoined }
    return !token.isCapital && SectionNumbering.isMark(stream, at: start + 1)
  }

  private mutating func markFootnotes() {
    // A superscript behind a word is a mark, except the power of a unit, which readers take before they ask.
    var isNote = false
    // The last raised mark of each value.
    var raised: [Int32: Int] = [:]
    for line in lines.indices where !lines[line].tokens.isEmpty {
      let tokens = lines[line].tokens
      let first = stream[tokens.lowerBound]
      if first.kind == .superscript {
        isNote = true
        let mark = raised.removeValue(forKey: first.value)
        notes.append(Outline.Note(tokens: tokens, mark: mark))
      } else if isNote && beginsParagraph[tokens.lowerBound] || first.flags.contains(.afterEmptyLine) {
        isNote = false
      }
      if isNote && lines[line].role == .text {
        lines[line].role = .footnote
        notes[notes.count - 1].tokens = notes[notes.count - 1].tokens.lowerBound..<tokens.upperBound
      } else if !isNote {
        // `m²`, `km²` are units.
        for index in tokens
        where stream[index].kind == .superscript && !(stream[index - 1].isWord && stream[index - 1].bytes.count <= 2) {
          raised[stream[index].value] = index
        }
      }
    }
    notes.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
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
