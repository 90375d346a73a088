/// Finds tables of awards that were taken apart into one cell a line, as text layers and copied pages have them.
///
///     TT
///     Hình thức khen thưởng
///     Tập thể
///     Cá nhân
///     1
///     Huân chương Lao động
///     02
///     05
///
/// Accepts a head that begins with `TT` alone in its line and names recipients, then rows of a number, a label of up to
/// three lines and the numbers that are left; sub-rows and totals without a number; a head printed again. Refuses lines of
/// running text, and tables of anything else. Empty cells are gone, so the numbers are put into columns as those of a
/// ``FlatTable`` are.
struct StackedTableScanner {
  private let stream: TokenStream
  private let scanner: FlatTableScanner
  private let head: FlatTableHead

  init(_ context: ReadingContext) {
    stream = context.stream
    scanner = FlatTableScanner(context)
    head = FlatTableHead(stream: context.stream, awards: context.vocabulary.awards)
  }

  /// - Complexity: O(*t*) in tokens.
  func tables() -> [FlatTable] {
    var tables: [FlatTable] = []
    var line = 0
    while line < stream.lineCount {
      guard beginsHead(line), let (table, next) = table(from: line) else {
        line += 1
        continue
      }
      tables.append(table)
      line = next
    }
    return tables
  }

  /// `TT`, `STT`, `Số TT` and nothing else.
  private func beginsHead(_ line: Int) -> Bool {
    var tokens = stream.tokens(ofLine: line)
    guard let end = tokens.last, tokens.count <= 3 else { return false }
    if stream[end].isSign(".") { tokens = tokens.dropLast() }
    guard let last = tokens.last, stream[last].key == "tt" || stream[last].key == "stt" else { return false }
    return tokens.count == 1 || tokens.count == 2 && stream[tokens.lowerBound].key == "số"
  }

  /// The next line with something in it, behind one empty line at most.
  private func next(_ line: Int) -> Int? {
    (line + 1..<min(line + 3, stream.lineCount)).first { !stream.tokens(ofLine: $0).isEmpty }
  }

  private static let longestHead = 16

  private func table(from start: Int) -> (FlatTable, next: Int)? {
    var line = start
    var headEnd = start
    var lines = 1
    // The head ends where the first row is numbered.
    while let after = next(line), lines < Self.longestHead, !isFirstNumber(after) {
      guard stream.tokens(ofLine: after).count <= 12 else { return nil }
      headEnd = after
      line = after
      lines += 1
    }
    guard lines >= 3, lines < Self.longestHead, let first = next(line) else { return nil }
    let headTokens = stream.tokens(ofLine: start).lowerBound..<stream.tokens(ofLine: headEnd).upperBound
    let awards = awardColumns(from: start, through: headEnd)
    guard let columns = awards ?? head.read([headTokens], atLeast: 1)?.columns else { return nil }
    var rows: [FlatTable.Row] = []
    var last = line
    var at: Int? = first
    while let line = at, rows.count < 200 {
      if rows.count > 0, let behind = behindHead(line, from: start, lines) {
        at = behind
        continue
      }
      guard let (row, end) = row(at: line, columns: columns.count, after: rows) else { break }
      // Three rows without a number are no rows.
      if row.cells.isEmpty, rows.count >= 2, rows.suffix(2).allSatisfy({ $0.cells.isEmpty }) { break }
      rows.append(row)
      last = end
      at = next(end)
    }
    while let row = rows.last, row.cells.isEmpty {
      rows.removeLast()
      last = rows.last?.line ?? line
    }
    guard rows.count >= 2 else { return nil }
    if awards != nil {
      // Awards over the columns say nothing of where an empty cell was.
      guard rows.allSatisfy({ $0.cells.count == columns.count && !$0.label.isEmpty }) else { return nil }
    } else if rows.count(where: { scanner.isNamedLabel($0.label) }) < 2 {
      return nil
    }
    return (
      FlatTable(
        rows: rows, columns: columns, tokens: headTokens.lowerBound..<stream.tokens(ofLine: last).upperBound), last + 1
    )
  }

  /// The columns of a head that names an award a line, behind its `TT` and what its rows are: `Bằng khen`, `Cờ thi đua`, `Tổng`.
  private func awardColumns(from start: Int, through end: Int) -> [AwardTable.Column]? {
    var columns: [AwardTable.Column] = []
    var line = next(start).flatMap { next($0) }
    while let at = line, at <= end {
      let tokens = stream.tokens(ofLine: at)
      let path = [stream.flatText(ofTokens: tokens)]
      if let name = head.awards.name(in: stream, at: tokens.lowerBound, before: tokens.upperBound) {
        let who =
          name.end < tokens.upperBound
          ? head.awards.firstRecipient(in: stream, tokens: name.end..<tokens.upperBound) : nil
        var column = AwardTable.Column(recipient: who?.value, path: path, group: 0)
        column.award = name.value
        columns.append(column)
      } else if AwardLabel.isTotal(stream, tokens.lowerBound), tokens.count <= 3 {
        columns.append(AwardTable.Column(recipient: "mixed", isTotal: true, path: path, group: 0))
      } else {
        return nil
      }
      line = next(at)
    }
    return columns.count { !$0.isTotal } >= 2 ? columns : nil
  }

  /// `1`, `01`, `I`, `A` with a line of words behind it.
  private func isFirstNumber(_ line: Int) -> Bool {
    let tokens = stream.tokens(ofLine: line)
    guard AwardLabel.isNumbering(tokens, in: stream), let first = tokens.first, let behind = next(line) else {
      return false
    }
    let isOne = stream[first].value == 1 || stream[first].key == "i" || stream[first].key == "a"
    return isOne && tokens.count <= 2 && isLabel(behind)
  }

  /// Behind a head that is printed again; nil when none begins at the line.
  private func behindHead(_ line: Int, from start: Int, _ lines: Int) -> Int? {
    guard beginsHead(line) else { return nil }
    var (at, other): (Int?, Int?) = (line, start)
    for _ in 0..<lines {
      guard let one = at, let two = other, says(one, two) else { return nil }
      (at, other) = (next(one), next(two))
    }
    return at
  }

  private func says(_ line: Int, _ other: Int) -> Bool {
    let (a, b) = (stream.tokens(ofLine: line), stream.tokens(ofLine: other))
    return a.count == b.count && zip(a, b).allSatisfy { stream[$0].key == stream[$1].key }
  }

  // MARK: Rows

  /// The row that begins at a line, and its last line.
  private func row(at start: Int, columns: Int, after rows: [FlatTable.Row]) -> (FlatTable.Row, end: Int)? {
    var line = start
    var row = FlatTable.Row(line: start, numbering: 0..<0, label: 0..<0, cells: [])
    if isNumber(line), let label = next(line), isLabel(label) {
      row.numbering = stream.tokens(ofLine: line)
      line = label
    } else if !isLabel(line) {
      // The total over several columns stands below the total without a label.
      guard let above = rows.last, !above.label.isEmpty, AwardLabel.isTotal(stream, above.label.lowerBound) else {
        return nil
      }
      line -= 1
    }
    if line >= start {
      var tokens = stream.tokens(ofLine: line)
      var count = 1
      while count < 3, let more = next(line), isLabel(more), goesOn(tokens, more) {
        tokens = tokens.lowerBound..<stream.tokens(ofLine: more).upperBound
        line = more
        count += 1
      }
      row.label = tokens
    }
    row.line = max(line, start)
    var end = line
    while row.cells.count < columns, let after = line < start ? start : next(end), let cell = cell(after),
      !isNext(after, after: row, rows)
    {
      row.cells.append(cell)
      (end, line) = (after, max(line, start))
    }
    guard !row.cells.isEmpty || !row.label.isEmpty && (isBulleted(row.label) || scanner.isNamedLabel(row.label)) else {
      return nil
    }
    return (row, max(end, row.line))
  }

  private func isNumber(_ line: Int) -> Bool {
    let tokens = stream.tokens(ofLine: line)
    // `1l2` is a number that was misread.
    return !tokens.isEmpty && tokens.count <= 3 && AwardLabel.isNumbering(tokens, in: stream)
      && !tokens.dropFirst().contains { stream[$0].isWord }
  }

  private func isLabel(_ line: Int) -> Bool {
    let tokens = stream.tokens(ofLine: line)
    guard let first = tokens.first, let last = tokens.last, tokens.count <= 24, cell(line) == nil, !isNumber(line),
      !beginsHead(line)
    else { return false }
    let begins = stream[first].isWord || stream[first].isBullet || stream[first].isSign("(")
    return begins && !stream[last].isSign(".") && !stream[last].isSign(";") && !stream[last].isSign("/")
  }

  /// Whether a label goes on in a line: not behind a mark, and not with another name.
  private func goesOn(_ label: Range<Int>, _ line: Int) -> Bool {
    let tokens = stream.tokens(ofLine: line)
    guard stream[tokens.lowerBound].isWord, !stream[label.upperBound - 1].isSign(":") else { return false }
    return !stream[tokens.lowerBound].isCapital || !scanner.isNamedLabel(tokens)
  }

  private func cell(_ line: Int) -> FlatTable.Cell? {
    let tokens = stream.tokens(ofLine: line)
    return tokens.isEmpty ? nil : scanner.cell(tokens)
  }

  /// Whether a number numbers the next row: it is one more than the number of this, and words that are no total follow.
  private func isNext(_ line: Int, after row: FlatTable.Row, _ rows: [FlatTable.Row]) -> Bool {
    guard let behind = next(line), isLabel(behind), isNumber(line) else { return false }
    let label = stream.tokens(ofLine: behind)
    guard !AwardLabel.isTotal(stream, label.lowerBound), !isBulleted(label) else { return false }
    let numbered = ([row] + rows.reversed()).first { row in row.numbering.first.map { stream[$0].isNumber } ?? false }
    let number = stream[stream.tokens(ofLine: line).lowerBound]
    guard number.isNumber else { return true }
    return number.value == numbered.map { stream[$0.numbering.lowerBound].value + 1 } ?? 1 || number.value == 1
  }

  private func isBulleted(_ label: Range<Int>) -> Bool {
    label.first.map { stream[$0].isBullet } ?? false
  }
}
