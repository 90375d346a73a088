/// A table of awards whose columns OCR flattened to single blanks: its rows as labels with the numbers that are left.
struct FlatTable: Sendable {
  struct Row: Sendable {
    /// The line of the numbers, from 0.
    var line: Int
    /// `I`, `1.`; empty when there is none or it is ruined.
    var numbering: Range<Int>
    var label: Range<Int>
    var cells: [Cell]
  }
  /// One printed number; `value` is nil when it cannot be read.
  struct Cell: Sendable {
    var tokens: Range<Int>
    var value: DecimalNumber?
    var isDamaged: Bool
    /// Whether it is a stroke, which holds the place of a cell where nothing is counted.
    var isStroke = false
  }

  var rows: [Row]
  var columns: [AwardTable.Column]
  /// Head and rows.
  var tokens: Range<Int>
}

/// Finds flattened tables of awards.
///
/// Accepts a run of lines that end in numbers behind the names of awards (`2 Huân chương Lao động, trong đó: 03 05 01`),
/// below a head that names recipients (`Tập thể Cá nhân`, `Canhin Giadinh`). A label may run over two lines; page
/// numbers and a head printed again on the next page are passed over. Refuses lists in running text, tables of other
/// things, and tables without a head: a number without its column means nothing.
struct FlatTableScanner {
  private let stream: TokenStream
  private let outline: Outline
  private let awards: AwardVocabulary
  private let head: FlatTableHead
  private let words: CommonWords

  init(_ context: ReadingContext) {
    stream = context.stream
    outline = context.outline
    awards = context.vocabulary.awards
    words = context.vocabulary.words
    head = FlatTableHead(stream: context.stream, awards: context.vocabulary.awards)
  }

  /// - Parameter isTaken: whether a token belongs to a table that was read by its columns.
  /// - Complexity: O(*n*) in bytes.
  func tables(isTaken: (Int) -> Bool) -> [FlatTable] {
    var tables: [FlatTable] = []
    var line = 0
    while line < stream.lineCount {
      let tokens = stream.tokens(ofLine: line)
      guard let last = tokens.last, mayEndInNumber(last), !isTaken(last), let first = firstRow(at: line) else {
        line += 1
        continue
      }
      let (rows, next) = run(from: line, first)
      if let table = table(of: rows, isTaken: isTaken) { tables.append(table) }
      line = max(next, line + 1)
    }
    return tables
  }

  /// A cheap look at the last token of a line.
  private func mayEndInNumber(_ last: Int) -> Bool {
    let token = stream[last]
    return token.isNumber || token.bytes.count <= 3
  }

  // MARK: Rows

  /// The rows from `start` on, and the line behind them.
  private func run(from start: Int, _ first: FlatTable.Row) -> ([FlatTable.Row], next: Int) {
    var rows = [first]
    // The rows up to the last that has numbers: what stands behind it without any is text again.
    var filled = 1
    var last = start
    var line = start + 1
    var gap = 0
    while line < stream.lineCount, line - last <= 6, rows.count < 200 {
      defer { line += 1 }
      let tokens = stream.tokens(ofLine: line)
      if tokens.isEmpty {
        gap += 1
        if gap > 1 { break }
        continue
      }
      if outline.lines[line].role == .pageNumber { continue }
      guard let row = row(of: line) else {
        if head.recipientCount(in: tokens) >= 2 { continue }
        // A row of empty cells, or the first line of a label.
        guard rows.count - filled < 3, tokens.count <= 20, isLabelPart(tokens) else { break }
        let (numbering, label) = split(tokens)
        rows.append(FlatTable.Row(line: line, numbering: numbering, label: label, cells: []))
        continue
      }
      let above = rows[rows.count - 1]
      if row.numbering.isEmpty, !isNamed(row), !isBulleted(row.label) {
        if above.cells.isEmpty {
          // The second line of the label above, or its numbers alone.
          rows[rows.count - 1].cells = row.cells
          if !row.label.isEmpty { rows[rows.count - 1].label = above.label.lowerBound..<row.label.upperBound }
        } else if row.label.isEmpty, isTotal(above) {
          rows.append(row)
        } else {
          break
        }
      } else if isTotal(above), !isNamed(row) {
        break
      } else {
        rows.append(row)
      }
      filled = rows.count
      gap = 0
      last = line
    }
    return (Array(rows.prefix(filled)), last + 1)
  }

  private func isBulleted(_ label: Range<Int>) -> Bool {
    label.first.map { stream[$0].isBullet } ?? false
  }

  /// A line as the first row of a table: its label names an award, by itself or with the line above it.
  private func firstRow(at line: Int) -> FlatTable.Row? {
    guard var row = row(of: line) else { return nil }
    if isNamed(row) { return row }
    let above = stream.tokens(ofLine: line - 1)
    guard line > 0, !above.isEmpty, above.count <= 16, row.numbering.isEmpty, self.row(of: line - 1) == nil,
      isNamedLabel(split(above).label), isLabelPart(above)
    else { return nil }
    let end = row.label.isEmpty ? above.upperBound : row.label.upperBound
    (row.numbering, row.label) = split(above.lowerBound..<end)
    return row
  }

  /// A line as a row: nil when it does not end in a number.
  private func row(of line: Int) -> FlatTable.Row? {
    let tokens = stream.tokens(ofLine: line)
    guard !tokens.isEmpty, tokens.count <= 60 else { return nil }
    var cells: [FlatTable.Cell] = []
    var end = tokens.upperBound
    while end > tokens.lowerBound, cells.count < 12 {
      var start = end - 1
      while start > tokens.lowerBound, stream[start].isJoined { start -= 1 }
      guard let cell = cell(start..<end) ?? strayCell(start..<end, after: tokens.lowerBound, before: cells) else {
        break
      }
      cells.insert(cell, at: 0)
      end = start
    }
    // A letter that cannot be read belongs to the label unless a number stands before it, or nothing else is there.
    while cells.count > 1, let first = cells.first, first.value == nil,
      cells.dropFirst().contains(where: { $0.value != nil }),
      end > tokens.lowerBound, stream[first.tokens.lowerBound].isWord
    {
      end = first.tokens.upperBound
      cells.removeFirst()
    }
    guard cells.contains(where: { $0.value != nil }) || !cells.isEmpty && end - tokens.lowerBound >= 2 else {
      return nil
    }
    if end > tokens.lowerBound, words.cellNumberLeads.contains(stream[end - 1].key) { return nil }
    let (numbering, label) = split(tokens.lowerBound..<end)
    // `1 2 3 4 5`: the numbers of the columns.
    if label.isEmpty, isColumnNumbers(cells) { return nil }
    return FlatTable.Row(line: line, numbering: numbering, label: label, cells: cells)
  }

  private func isColumnNumbers(_ cells: [FlatTable.Cell]) -> Bool {
    cells.count >= 3
      && zip(cells, cells.dropFirst()).allSatisfy { a, b in
        a.value.flatMap(\.int).map { $0 + 1 } == b.value.flatMap(\.int)
      }
  }

  /// A printed number, or something that stands for one.
  func cell(_ tokens: Range<Int>) -> FlatTable.Cell? {
    if let number = CellNumber.read(tokens, in: stream, withoutDigits: true) {
      return FlatTable.Cell(tokens: tokens, value: number.value, isDamaged: number.isDamaged)
    }
    if tokens.count == 1, stream[tokens.lowerBound].isDash {
      return FlatTable.Cell(tokens: tokens, value: nil, isDamaged: false, isStroke: true)
    }
    guard isUnreadable(tokens) else { return nil }
    return FlatTable.Cell(tokens: tokens, value: nil, isDamaged: true)
  }

  /// `I2 31 e 05`: one or two letters between numbers are a number that cannot be read.
  private func strayCell(_ tokens: Range<Int>, after first: Int, before cells: [FlatTable.Cell]) -> FlatTable.Cell? {
    guard stream.bytes(of: tokens).count <= 2, cells.contains(where: { $0.value != nil }), tokens.lowerBound > first
    else { return nil }
    var start = tokens.lowerBound - 1
    while start > first, stream[start].isJoined { start -= 1 }
    guard start > first, CellNumber.read(start..<tokens.lowerBound, in: stream) != nil else { return nil }
    return FlatTable.Cell(tokens: tokens, value: nil, isDamaged: true)
  }

  /// `(H`, `ø`, `§`, `o`: something short that is no word.
  private func isUnreadable(_ tokens: Range<Int>) -> Bool {
    let bytes = stream.bytes(of: tokens)
    guard bytes.count <= 4, !tokens.contains(where: { stream[$0].isSign(":") || stream[$0].isSign(",") }) else {
      return false
    }
    if tokens.count == 1 {
      let token = stream[tokens.lowerBound]
      if token.isWord {
        return token.bytes.count == 1 && ["o", "l", "i", "t", "s"].contains(token.key) || token.key == "ø"
      }
      return token.isSign("§") || token.isSign("?") || token.isSign("|") || token.isSign("[") || token.isSign("]")
    }
    return tokens.contains { stream[$0].isSign("(") || stream[$0].isSign("[") || stream[$0].isSign("§") }
  }

  // MARK: Labels

  /// The numbering before a label and the label; specks between them are left out.
  private func split(_ tokens: Range<Int>) -> (numbering: Range<Int>, label: Range<Int>) {
    var start = tokens.lowerBound
    while start < tokens.upperBound, AwardLabel.isSpeck(stream[start]) { start += 1 }
    var numbering = 0..<0
    if start + 1 < tokens.upperBound {
      let token = stream[start]
      let isNumber = token.isNumber && token.digitCount <= 2
      let isRoman = RomanNumeral.value(of: token, in: stream) != nil
      let isLetter = token.isWord && token.bytes.count == 1
      if isNumber || isRoman || isLetter {
        var end = start + 1
        while end < tokens.upperBound, stream[end].isSign(".") || stream[end].isNumber && stream[end].isJoined {
          end += 1
        }
        if end < tokens.upperBound {
          numbering = start..<end
          start = end
        }
      } else if AwardLabel.isMisreadRoman(token, in: stream) {
        numbering = start..<(start + 1)
        start += 1
      }
    }
    while start < tokens.upperBound, AwardLabel.isSpeck(stream[start]) { start += 1 }
    return (numbering, start..<tokens.upperBound)
  }

  private func isNamed(_ row: FlatTable.Row) -> Bool { isNamedLabel(row.label) }

  /// Whether a label names an award, a group of them, a kind of commendation or a total near its start.
  func isNamedLabel(_ label: Range<Int>) -> Bool {
    var start = label.lowerBound
    while start < label.upperBound, stream[start].isDash || stream[start].isSign("+") { start += 1 }
    guard start < label.upperBound else { return false }
    if AwardLabel.isTotal(stream, start) || AwardLabel.isGroup(stream, start..<label.upperBound) { return true }
    if AwardLabel.category(stream, start..<label.upperBound, awards) != nil { return true }
    let near = start..<min(start + 8, label.upperBound)
    return awards.firstName(in: stream, tokens: near) != nil
      || awards.nameByLetters(in: stream, tokens: start..<label.upperBound) != nil
  }

  private func isTotal(_ row: FlatTable.Row) -> Bool {
    !row.label.isEmpty && AwardLabel.isTotal(stream, row.label.lowerBound)
  }

  /// Whether a line without numbers may be part of a label.
  private func isLabelPart(_ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last, !stream[last].isSign("."), !stream[last].isSign(";") else { return false }
    let (_, label) = split(tokens)
    guard let first = label.first else { return false }
    if stream[first].isBullet { return true }
    return stream[first].isWord && !stream[first].isCapital || stream[first].isSign("(") || isNamedLabel(label)
  }

  // MARK: The table

  private func table(of rows: [FlatTable.Row], isTaken: (Int) -> Bool) -> FlatTable? {
    guard rows.count >= 2, rows.count(where: isNamed) >= 2, let first = rows.first, let last = rows.last else {
      return nil
    }
    let start = stream.tokens(ofLine: first.line).lowerBound
    var lines: [Range<Int>] = []
    var line = first.line - 1
    var distance = 0
    while line >= 0, lines.count < 5, distance < 8 {
      let tokens = stream.tokens(ofLine: line)
      if let end = tokens.last {
        if isTaken(end) || stream[end].isSign(":") || stream[end].isSign(".") || tokens.count > 40 { break }
        lines.insert(tokens, at: 0)
      }
      line -= 1
      distance += 1
    }
    let most = rows.reduce(0) { max($0, $1.cells.count) }
    guard let (columns, headStart) = head.read(lines, atLeast: most) else { return nil }
    return FlatTable(
      rows: rows, columns: columns,
      tokens: min(headStart, start)..<stream.tokens(ofLine: last.line).upperBound)
  }
}
