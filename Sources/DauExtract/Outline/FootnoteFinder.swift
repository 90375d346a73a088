/// Finds footnotes whose raised marks were lost to plain digits or are printed in brackets.
///
/// Accepts `đạt 25%2 kế hoạch`, `doanh nghiệp1`, `27 tập thể 1,` and `27 tập thể[1]` when a paragraph below begins with that
/// number and a capital (`2 Số liệu của 13 xã.`, `[1] Trong đó ...`): the two belong together. Refuses either alone:
/// `COVID19`, `12 Sở` at the start of a line.
struct FootnoteFinder {
  let stream: TokenStream
  let lines: [Outline.Line]
  let beginsParagraph: [Bool]
  let words: CommonWords

  /// How many lines below its mark a note may stand: a page is shorter.
  private static let reach = 90

  /// A number that marks, with its brackets.
  private struct Mark {
    var value: Int32
    var tokens: Range<Int>
    var isBracketed: Bool { tokens.count > 1 }
  }

  /// - Returns: the tokens of the marks, in the text and before the notes, the lines of the notes, and the notes.
  /// - Complexity: O(*t*) in tokens.
  func read() -> (marks: [Int], lines: [Int], notes: [Outline.Note]) {
    var marks: [Int] = []
    var noteLines: [Int] = []
    var notes: [Outline.Note] = []
    // The last mark of each value.
    var open: [Int32: Mark] = [:]
    var line = 0
    while line < lines.count {
      let tokens = lines[line].tokens
      if lines[line].role == .text, let note = noteMark(in: tokens), let mark = open[note.value],
        mark.isBracketed == note.isBracketed, line - Int(stream[mark.tokens.lowerBound].line) <= Self.reach
      {
        marks += Array(mark.tokens) + Array(note.tokens)
        open[note.value] = nil
        noteLines.append(line)
        while line + 1 < lines.count, lines[line + 1].role == .text, let next = lines[line + 1].tokens.first,
          !beginsParagraph[next], !stream[next].isNumber
        {
          line += 1
          noteLines.append(line)
        }
        notes.append(
          Outline.Note(
            tokens: tokens.lowerBound..<lines[line].tokens.upperBound, mark: mark.tokens.lowerBound))
      } else if lines[line].role == .text {
        for index in tokens.dropFirst() {
          if let mark = mark(at: index) { open[mark.value] = mark }
        }
      }
      line += 1
    }
    return (marks, noteLines, notes)
  }

  /// The mark that begins at a token: a number of one or two digits behind a word or a share, grown together with it or
  /// in brackets that are, or apart from it where something was counted and nothing is counted behind.
  private func mark(at index: Int) -> Mark? {
    let token = stream[index]
    if token.isSign("[") || token.isSign("(") {
      let number = stream[index + 1]
      guard isSmall(number), stream[index + 2].isSign(token.isSign("[") ? "]" : ")"),
        token.isJoined ? isMarked(index - 1) : isBehindCount(index, before: index + 3)
      else { return nil }
      return Mark(value: number.value, tokens: index..<(index + 3))
    }
    guard isSmall(token) else { return nil }
    if token.isJoined {
      let next = stream[index + 1]
      if next.isJoined, next.isWord || next.isNumber || next.isSign("/") || next.isSign("%") { return nil }
      guard isMarked(index - 1) else { return nil }
    } else {
      guard isBehindCount(index, before: index + 1) else { return nil }
    }
    return Mark(value: token.value, tokens: index..<(index + 1))
  }

  private func isSmall(_ token: Token) -> Bool { token.isNumber && token.digitCount <= 2 && token.value > 0 }

  /// Whether a token may bear a mark: a share, a quotation or a word; `m2`, `km2`, `A1`, `B52` are no words with a mark.
  private func isMarked(_ index: Int) -> Bool {
    let token = stream[index]
    if token.isSign("%") || token.isSign("”") { return true }
    return token.isWord && !token.isCapital && token.bytes.count >= 4
  }

  /// `27 tập thể 1 và`, `27 tập thể (1),`: whether a number stands alone behind what was counted.
  private func isBehindCount(_ index: Int, before end: Int) -> Bool {
    let next = stream[end]
    guard next.kind == .sign && !next.isSign("%") && !next.isSign("/") && !next.isDash || next.key == Words.va,
      !next.startsLine, !words.numberLeads.contains(stream[index - 1].key),
      !words.softNumberLeads.contains(stream[index - 1].key)
    else { return false }
    if next.isJoined, stream[end + 1].isNumber, stream[end + 1].isJoined { return false }
    for at in (max(index - 4, 0)..<index).reversed() {
      if stream[at].isNumber { return at < index - 1 }
      guard stream[at].isWord, !stream[at].isCapital else { return false }
    }
    return false
  }

  /// `1 Số liệu ...`, `[1] Số liệu ...` at the start of a paragraph.
  private func noteMark(in tokens: Range<Int>) -> Mark? {
    guard let first = tokens.first else { return nil }
    let isBracketed = stream[first].isSign("[") || stream[first].isSign("(")
    let number = isBracketed ? first + 1 : first
    let end = isBracketed ? first + 3 : first + 1
    guard isSmall(stream[number]), !isBracketed || stream[first + 2].isSign(stream[first].isSign("[") ? "]" : ")"),
      stream[end].isWord, stream[end].isCapital, isBracketed || !stream[end].isJoined,
      beginsParagraph[first] || stream[first - 1].endsClause, tokens.count >= end - first + 2
    else { return nil }
    return Mark(value: stream[number].value, tokens: first..<end)
  }
}
