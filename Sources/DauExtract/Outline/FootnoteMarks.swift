/// Finds footnotes whose raised marks were lost to plain digits.
///
/// Accepts `đạt 25%2 kế hoạch` and `doanh nghiệp1` when a paragraph below begins with that number and a capital (`2 Số
/// liệu của 13 xã.`): the two belong together. Refuses either alone: `COVID19`, `12 Sở` at the start of a line.
struct FootnoteMarks {
  let stream: TokenStream
  let lines: [Outline.Line]
  let beginsParagraph: [Bool]

  /// How many lines below its mark a note may stand: a page is shorter.
  private static let reach = 90

  /// - Returns: the tokens of the marks, in the text and before the notes, and the lines of the notes.
  /// - Complexity: O(*t*) in tokens.
  func read() -> (marks: [Int], lines: [Int]) {
    var marks: [Int] = []
    var noteLines: [Int] = []
    // The last mark of each value.
    var open: [Int32: Int] = [:]
    var line = 0
    while line < lines.count {
      let tokens = lines[line].tokens
      if lines[line].role == .text, let first = tokens.first, let mark = open[stream[first].value],
        isNote(first, in: tokens), line - Int(stream[mark].line) <= Self.reach
      {
        marks += [mark, first]
        open[stream[first].value] = nil
        noteLines.append(line)
        while line + 1 < lines.count, lines[line + 1].role == .text, let next = lines[line + 1].tokens.first,
          !beginsParagraph[next], !stream[next].isNumber
        {
          line += 1
          noteLines.append(line)
        }
      } else if lines[line].role == .text {
        for index in tokens.dropFirst() where isMark(index) { open[stream[index].value] = index }
      }
      line += 1
    }
    return (marks, noteLines)
  }

  /// A number of one or two digits grown together with the word or the share before it.
  private func isMark(_ index: Int) -> Bool {
    let token = stream[index]
    guard token.isNumber, token.isJoined, token.digitCount <= 2, token.value > 0 else { return false }
    let next = stream[index + 1]
    if next.isJoined, next.isWord || next.isNumber || next.isSign("/") || next.isSign("%") { return false }
    let before = stream[index - 1]
    if before.isSign("%") || before.isSign("”") { return true }
    // `m2`, `km2`, `A1`, `B52` are no words with a mark.
    return before.isWord && !before.isCapital && before.bytes.count >= 4
  }

  /// `1 Số liệu ...` at the start of a paragraph.
  private func isNote(_ first: Int, in tokens: Range<Int>) -> Bool {
    let next = stream[first + 1]
    let isStart = beginsParagraph[first] || stream[first - 1].endsClause
    return stream[first].isNumber && stream[first].digitCount <= 2 && isStart && next.isWord && next.isCapital
      && !next.isJoined && tokens.count >= 3
  }
}
