/// Reads the numbered sections of a document.
///
/// Accepts `Phần thứ nhất`, `Chương II`, `Mục 1`, `Điều 3.`, `I. `, `1. `, `1.1. `, `1- `, `Khoản 1.`, `a) `, `a/ ` and
/// `Phụ lục 1` at the start of a paragraph, and the first khoản in the line of its article: `Điều 1. 1. Tặng ...`. Refuses `2019. Đồng thời` at the start of a wrapped line, and a number that does not follow on
/// from the one before it.
struct SectionNumbering {
  let stream: TokenStream
  let lines: [Outline.Line]
  let beginsParagraph: [Bool]

  private struct Level: Equatable {
    enum Kind: Int { case chapter, item, article, capital, roman, arabic, letter }
    var kind: Kind
    /// The components: 1.2 is [1, 2].
    var components: [Int]
    var text: String
  }

  func read() -> (sections: [Outline.Section], marks: [Int]) {
    var sections: [Outline.Section] = []
    var marks: [Int] = []
    var part: String?
    // The levels that are open, each with the path down to it.
    var stack: [(level: Level, path: String)] = []
    for line in lines where line.role == .text {
      let start = firstContent(of: line.tokens)
      guard start < line.tokens.upperBound, beginsParagraph[line.tokens.lowerBound] else { continue }
      if let (name, end) = partName(at: start, in: line.tokens) {
        part = name
        stack = []
        for index in start..<end { marks.append(index) }
        sections.append(
          Outline.Section(part: name, path: nil, heading: partHeading(after: end, line: line), start: start))
        continue
      }
      var at = start
      while let (level, end) = level(at: at, in: line.tokens), follows(level, in: stack) {
        for index in at..<end { marks.append(index) }
        while let last = stack.last, last.level.kind.rawValue >= level.kind.rawValue { stack.removeLast() }
        let path = stack.last.map { $0.path + "." + level.text } ?? level.text
        stack.append((level, path))
        // `Điều 1.` alone in its line; the heading of a chapter stands in the next.
        let isBare = level.kind.rawValue >= Level.Kind.article.rawValue && end < stream.count && beginsParagraph[end]
        let isFollowed = level.kind == .article && beginsClause(at: end, in: line.tokens)
        sections.append(
          Outline.Section(
            part: part, path: path, heading: isFollowed || isBare ? nil : heading(from: end), start: at))
        guard isFollowed else { break }
        at = end
      }
    }
    return (sections, marks)
  }

  /// Whether the first khoản of an article stands in its line: `Điều 1. 1. Tặng ...`.
  private func beginsClause(at start: Int, in line: Range<Int>) -> Bool {
    guard start + 2 < line.upperBound, stream[start].isNumber, stream[start].value == 1 else { return false }
    return Self.isMark(stream, at: start + 1) && stream[start + 2].isCapital
  }

  /// Whether a token is the mark behind the number or letter of an item: `1.`, `1)`, `1/`, and `1- ` before a capital.
  static func isMark(_ stream: TokenStream, at index: Int) -> Bool {
    let mark = stream[index]
    guard mark.isJoined else { return false }
    if mark.isSign(".") || mark.isSign(")") { return true }
    // `a/ Tập thể`, unlike `1/500`, `a/c`.
    guard mark.isSign("/") || mark.isDash else { return false }
    let next = stream[index + 1]
    return !next.isJoined && next.isWord && (next.isCapital || mark.isSign("/"))
  }

  /// The first token that is not a mark of Markdown.
  private func firstContent(of tokens: Range<Int>) -> Int {
    var at = tokens.lowerBound
    while at < tokens.upperBound, stream[at].isSign("*") || stream[at].isSign("#") || stream[at].isSign("_") { at += 1 }
    return at
  }

  static let ordinals: WordSet = [
    "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "i", "ii", "iii", "iv", "v", "vi", "a", "b",
    "c", "d",
  ]

  private func partName(at start: Int, in line: Range<Int>) -> (String, Int)? {
    var at = start
    if stream[at].key == "phần" {
      at += 1
      if stream[at].key == "thứ" { at += 1 }
      guard at < line.upperBound else { return nil }
      let token = stream[at]
      guard token.isNumber && token.digitCount <= 2 || Self.ordinals.contains(token.key) else { return nil }
      guard isEndOfLabel(at + 1, line) || stream[at - 1].key == "thứ" && isInCapitals(at + 1, line) else { return nil }
      return (stream.flatText(ofTokens: start..<(at + 1)), at + 1)
    }
    if stream[at].key == "phụ" && stream[at + 1].key == "lục" {
      at += 2
      if at < line.upperBound, stream[at].key == "số" { at += 1 }
      if at < line.upperBound,
        stream[at].isNumber && stream[at].digitCount <= 2 || RomanNumeral.value(of: stream[at], in: stream) != nil
      {
        at += 1
        guard isEndOfLabel(at, line) else { return nil }
      } else if at < line.upperBound, !stream[at].isSign(":") {
        return nil
      }
      return (stream.flatText(ofTokens: start..<at), at)
    }
    return nil
  }

  /// `Phần thứ hai PHƯƠNG HƯỚNG, NHIỆM VỤ`: whether the heading stands behind the label, in capitals to the end of the line.
  private func isInCapitals(_ start: Int, _ line: Range<Int>) -> Bool {
    let heading = (start..<max(start, line.upperBound)).filter { stream[$0].isWord }
    return heading.count >= 2 && heading.allSatisfy { stream[$0].isAllCapitals }
  }

  private func isEndOfLabel(_ at: Int, _ line: Range<Int>) -> Bool {
    guard at < line.upperBound else { return true }
    let token = stream[at]
    return token.isSign(".") || token.isSign(":") || token.isSign("*") || token.isDash
  }

  private func level(at start: Int, in line: Range<Int>) -> (Level, Int)? {
    let token = stream[start]
    let next = stream[start + 1]
    if token.key == "chương" || token.key == "mục" || token.key == "điều", next.line == token.line {
      guard let value = next.isNumber ? Int(next.value) : RomanNumeral.value(of: next, in: stream) else { return nil }
      let end = start + 2
      guard token.isCapital, isEndOfLabel(end, line) || token.key == "điều" else { return nil }
      let kind: Level.Kind = token.key == "chương" ? .chapter : token.key == "mục" ? .item : .article
      return (
        Level(kind: kind, components: [value], text: stream.flatText(ofTokens: start..<end)),
        end < line.upperBound && !stream[end].isWord ? end + 1 : end
      )
    }
    if token.key == Words.khoan, token.isCapital, next.isNumber, next.digitCount <= 2, next.line == token.line,
      start + 2 < line.upperBound, stream[start + 2].isSign(".") || stream[start + 2].isSign(":")
    {
      let value = Int(next.value)
      return (Level(kind: .arabic, components: [value], text: "\(value)"), start + 3)
    }
    if let value = capital(start, in: line) {
      return (Level(kind: .capital, components: [value], text: stream.text(of: token)), start + 2)
    }
    if let value = RomanNumeral.value(of: token, in: stream), next.isSign(".") || next.isSign("/") || next.isDash,
      next.line == token.line, !isSubjectLead(start)
    {
      return (Level(kind: .roman, components: [value], text: stream.text(of: token)), start + 2)
    }
    if let roman = ruinedRoman(at: start, in: line) { return roman }
    if token.isNumber, token.digitCount <= 2, token.value > 0 {
      var components = [Int(token.value)]
      var at = start + 1
      while stream[at].isSign("."), stream[at].isJoined, stream[at + 1].isNumber, stream[at + 1].isJoined,
        stream[at + 1].digitCount <= 2, at + 1 < line.upperBound
      {
        components.append(Int(stream[at + 1].value))
        at += 2
      }
      let mark = stream[at]
      let isMarked =
        at < line.upperBound && (Self.isMark(stream, at: at) || mark.isJoined && mark.isSign("/"))
      guard isMarked || components.count > 1 && stream[at].isCapital && !stream[at].isJoined else { return nil }
      if isMarked { at += 1 }
      guard at < line.upperBound, !stream[at].isNumber || !stream[at].isJoined else { return nil }
      return (
        Level(kind: .arabic, components: components, text: components.map { "\($0)" }.joined(separator: ".")), at
      )
    }
    if token.isWord, token.bytes.count <= 2, Self.isMark(stream, at: start + 1), next.line == token.line,
      let value = letter(token)
    {
      return (Level(kind: .letter, components: [value], text: stream.text(of: token)), start + 2)
    }
    return nil
  }

  /// `V/v đề nghị khen thưởng`: the subject of a letter is no section of the number five.
  private func isSubjectLead(_ start: Int) -> Bool {
    stream[start].key == "v" && stream[start + 1].isSign("/") && stream[start + 2].isJoined
      && stream[start + 2].key == "v"
  }

  /// `Ill. NHIỆM VỤ`, `II QUAN ĐIỂM`, `|. Thủ trưởng`: a Roman number whose strokes or point were misread, before a
  /// heading in capitals, or a stroke for the figure 1.
  private func ruinedRoman(at start: Int, in line: Range<Int>) -> (Level, Int)? {
    var at = start
    var letters = ""
    while at < line.upperBound, at == start || stream[at].isJoined, at - start < 4 {
      let token = stream[at]
      guard token.isWord || token.isNumber || token.isSign("|"), token.bytes.count <= 4 else { break }
      for byte in stream.bytes[token.bytes] {
        switch byte {
        case UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "1"), UInt8(ascii: "|"), UInt8(ascii: "i"):
          letters += "I"
        case UInt8(ascii: "V"), UInt8(ascii: "v"): letters += "V"
        case UInt8(ascii: "X"), UInt8(ascii: "x"): letters += "X"
        default: return nil
        }
      }
      at += 1
    }
    guard at > start, at < line.upperBound, let value = RomanNumeral.value(of: letters), value <= 20 else { return nil }
    let isPointed = stream[at].isSign(".") && stream[at].isJoined
    let next = isPointed ? at + 1 : at
    guard next < line.upperBound else { return nil }
    if stream[next].isAllCapitals, stream[next].bytes.count > 2, !stream[next].isJoined, !stream[start].isNumber {
      return (Level(kind: .roman, components: [value], text: letters), next)
    }
    if isPointed, stream[start].isSign("|"), at == start + 1, stream[next].isCapital {
      return (Level(kind: .arabic, components: [1], text: "1"), next)
    }
    return nil
  }

  /// `A. ĐẶC ĐIỂM TÌNH HÌNH`: the place of a capital letter before a heading in capitals.
  private func capital(_ start: Int, in line: Range<Int>) -> Int? {
    let token = stream[start]
    guard token.isWord, token.isCapital, token.bytes.count <= 2, stream[start + 1].isSign("."),
      stream[start + 1].isJoined, let place = Self.letters.firstIndex(of: token.key), place < 8,
      line.upperBound - start >= 4
    else { return nil }
    let heading = (start + 2)..<line.upperBound
    guard heading.allSatisfy({ stream[$0].isAllCapitals || !stream[$0].isWord }) else { return nil }
    return place + 1
  }

  /// The place of a letter in the order of Vietnamese enumerations: a, b, c, d, đ, e, g, h, i, k, ...
  private func letter(_ token: Token) -> Int? {
    guard !token.isCapital else { return nil }
    return Self.letters.firstIndex(of: token.key).map { $0 + 1 }
  }
  static let letters: [WordKey] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y",
  ]

  /// Whether a number comes next after those before it: the first of a deeper level, or the next of an open one, with
  /// some room for numbers that were lost.
  private func follows(_ level: Level, in stack: [(level: Level, path: String)]) -> Bool {
    if level.kind == .arabic {
      if level.components.count == 1 { return level.components[0] <= 60 }
      return level.components.allSatisfy { $0 >= 1 && $0 <= 60 }
    }
    if level.kind == .letter {
      let open = stack.last { $0.level.kind == .letter }?.level
      guard let open else { return level.components[0] <= 2 }
      return level.components[0] == 1 || level.components[0] > open.components[0]
    }
    if level.kind == .capital {
      // `A.` begins them, the next follows; one may be lost.
      let open = stack.last { $0.level.kind == .capital }?.level
      guard let open else { return level.components[0] == 1 }
      return (1...2).contains(level.components[0] - open.components[0])
    }
    return true
  }

  /// The heading behind a number: the whole paragraph when it is no sentence, what stands before a colon when running
  /// text follows on the line, or nil.
  private func heading(from start: Int) -> Range<Int>? {
    var end = start
    var colon: Int?
    while end < stream.count, end == start || !beginsParagraph[end] && !isBelowCapitals(end) {
      if stream[end].isSign(":") && colon == nil { colon = end }
      end += 1
      if end - start > 90 { break }
    }
    guard end > start else { return nil }
    var last = end - 1
    while last > start, stream[last].isSign("*") { last -= 1 }
    let isSentence = stream[last].isSign(".") || stream[last].isSign(";") || end - start > 90
    if let colon, colon > start, colon - start <= 14 { return start..<colon }
    if isSentence || stream[last].isSign(",") { return nil }
    return start..<(last + 1)
  }

  private func partHeading(after end: Int, line: Outline.Line) -> Range<Int>? {
    var at = end
    while at < stream.count, stream[at].isSign("*") || stream[at].isSign(".") || stream[at].isSign(":") { at += 1 }
    guard at < stream.count else { return nil }
    // The heading stands in the same or the next paragraph and is printed in capitals or in bold.
    let start = at
    var stop = at
    while stop < stream.count, stop == start || !beginsParagraph[stop] && !isBelowCapitals(stop), stop - start < 90 {
      stop += 1
    }
    var last = stop
    while last > start, stream[last - 1].isSign("*") { last -= 1 }
    return last > start ? start..<last : nil
  }

  /// Whether a line of running text begins below a line in capitals: the heading is over.
  private func isBelowCapitals(_ start: Int) -> Bool {
    guard stream[start].startsLine, stream[start].isCapital, !stream[start].isAllCapitals else { return false }
    var words = 0
    var at = start - 1
    while at >= 0 {
      if stream[at].isWord {
        guard stream[at].isAllCapitals else { return false }
        words += 1
      }
      if stream[at].startsLine { break }
      at -= 1
    }
    return words > 1
  }
}
