/// Tables that only lay out a letterhead or a signature, as documents in Markdown have them.
///
/// Accepts `| UBND TỈNH LẠNG SƠN<br>SỞ NỘI VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |` with the rows below it, and one with
/// `Nơi nhận:` or an authority (`TM. ...`) in a cell: each cell reads as a line, column by column. Refuses tables of anything else.
struct LayoutTables {
  let stream: TokenStream
  let lines: [Outline.Line]
  let vocabulary: ReaderVocabulary

  /// The lines with the cells of such tables for their rows.
  ///
  /// - Complexity: O(*t*) in tokens.
  func unrolled() -> [Outline.Line] {
    guard lines.contains(where: isPiped) else { return lines }
    var out: [Outline.Line] = []
    var line = 0
    while line < lines.count {
      guard isPiped(lines[line]) else {
        out.append(lines[line])
        line += 1
        continue
      }
      var end = line + 1
      while end < lines.count, isPiped(lines[end]) || isRule(lines[end]) { end += 1 }
      let rows = (line..<end).filter { isPiped(lines[$0]) }.map { cells(of: lines[$0].tokens) }
      if rows.contains(where: { $0.contains { $0.contains(where: isLetterheadOrSignature) } }) {
        let width = rows.map(\.count).max() ?? 0
        for column in 0..<width {
          for row in rows where column < row.count {
            out += row[column].map { Outline.Line(tokens: $0, role: .text) }
          }
        }
      } else {
        out += lines[line..<end]
      }
      line = end
    }
    return out
  }

  private func isPiped(_ line: Outline.Line) -> Bool {
    line.role == .table && line.tokens.first.map { stream[$0].isSign("|") } ?? false
  }

  /// `+------+------+` between the rows of a frame.
  private func isRule(_ line: Outline.Line) -> Bool {
    !line.tokens.isEmpty
      && line.tokens.allSatisfy { stream[$0].isSign("+") || stream[$0].isDash || stream[$0].isSign("=") }
  }

  /// The cells of a row, each as the lines that it holds.
  private func cells(of tokens: Range<Int>) -> [[Range<Int>]] {
    var cells: [[Range<Int>]] = []
    var start = tokens.lowerBound
    var open: [Range<Int>] = []
    var at = tokens.lowerBound
    while at < tokens.upperBound {
      let lineBreak = stream[at].isSign("|") ? 1 : breakLength(at)
      guard lineBreak > 0 else {
        at += 1
        continue
      }
      if let line = withoutMarks(start..<at) { open.append(line) }
      if stream[at].isSign("|"), at > tokens.lowerBound {
        cells.append(open)
        open = []
      }
      at += lineBreak
      start = at
    }
    if let line = withoutMarks(start..<tokens.upperBound) { cells.append(open + [line]) }
    return cells
  }

  /// How many tokens `<br>` or `<br/>` takes at a token; 0 when none stands there.
  private func breakLength(_ at: Int) -> Int {
    guard stream[at].isSign("<"), stream[at + 1].key == "br" else { return 0 }
    let end = stream[at + 2].isSign("/") ? at + 3 : at + 2
    return stream[end].isSign(">") ? end + 1 - at : 0
  }

  /// The tokens between the marks of emphasis and the rules; nil when there is none.
  private func withoutMarks(_ tokens: Range<Int>) -> Range<Int>? {
    var tokens = tokens
    func isMark(_ at: Int) -> Bool { stream[at].isSign("*") || stream[at].isSign("_") }
    while let first = tokens.first, isMark(first) { tokens = tokens.dropFirst() }
    while let last = tokens.last, isMark(last) { tokens = tokens.dropLast() }
    return tokens.contains { stream[$0].isWord || stream[$0].isNumber } ? tokens : nil
  }

  private func isLetterheadOrSignature(_ line: Range<Int>) -> Bool {
    guard let first = line.first, line.count <= 60 else { return false }
    if stream[first].key == "nơi", stream[first + 1].key == "nhận" { return true }
    if vocabulary.words.authorities[stream[first].key] != nil, stream[first].isAllCapitals,
      stream[first + 1].isSign(".") || stream[first + 1].isSign("/"), stream[first + 1].isJoined
    {
      return true
    }
    let letters = FoldedLetters(stream, line)
    return LetterheadReader.formulas.contains {
      letters.nearest($0.letters, edits: $0.edits, wholeTokens: false) != nil
    }
  }
}
