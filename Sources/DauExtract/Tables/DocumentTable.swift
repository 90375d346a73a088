internal import DauText

/// A table as it stands in the text: rows of cells, none interpreted yet.
///
/// Three ways to print one are read: cells parted by tabs, by `|` (Markdown among them), and columns aligned by runs of
/// blanks. A table ends at a line that is printed otherwise; one empty line inside is passed over. A label that goes on in
/// the line below its row is one cell.
struct DocumentTable: Sendable, Equatable {
  /// One cell; its tokens are empty where nothing is printed.
  struct Cell: Sendable, Equatable {
    var tokens: Range<Int>
    /// What it holds in the lines below its row.
    var continuation: Range<Int> = 0..<0
    var isEmpty: Bool { tokens.isEmpty }
  }
  struct Row: Sendable, Equatable {
    /// The line, from 0.
    var line: Int
    /// As many as the table has columns.
    var cells: [Cell]
    /// How many lines below its first it goes on over.
    var continuedLines = 0

    /// Its last line, from 0.
    var lastLine: Int { line + continuedLines }
  }

  var rows: [Row]
  var columnCount: Int
}

/// Finds the tables of a document.
///
/// Linear in the text: a line is looked at once to see how it is printed and once to part its cells.
struct TableScanner {
  private enum Style { case tabs, pipes, blanks }
  private let stream: TokenStream
  private let limit: Int

  init(_ stream: TokenStream) {
    self.stream = stream
    limit = stream.lineCount
  }

  /// - Complexity: O(*n*) in bytes.
  func tables() -> [DocumentTable] {
    var tables: [DocumentTable] = []
    var line = 0
    while line < limit {
      guard let style = style(of: line) else {
        line += 1
        continue
      }
      var lines = [line]
      var next = line + 1
      var gap = 0
      while next < limit, gap <= 1 {
        if let rest = repeatedHead(from: next, of: lines) {
          next = rest
          gap = 0
          continue
        }
        if stream.tokens(ofLine: next).isEmpty {
          gap += 1
        } else if style == .pipes, isBorder(next) {
          // `+----+-----+` between rows
        } else if continues(next, style), gap == 0 || !beginsHead(next) {
          lines.append(next)
          gap = 0
        } else if style == .blanks, gap == 0, wraps(next, below: lines[lines.count - 1]) {
          lines.append(next)
          gap = 0
        } else {
          break
        }
        next += 1
      }
      if lines.count >= 2, let table = table(of: lines, style) { tables.append(table) }
      line = lines[lines.count - 1] + 1
    }
    return tables
  }

  /// Behind a page break inside a table: the first row behind a page number and the head printed again.
  ///
  /// The page number may be lost where the rows go on numbering. A head whose rows are numbered anew is that of another
  /// table.
  ///
  /// - Complexity: O(1) but for the lines that are passed over.
  private func repeatedHead(from line: Int, of lines: [Int]) -> Int? {
    guard lines.count >= 3, !stream.tokens(ofLine: line).isEmpty else { return nil }
    func nextPrinted(_ line: Int) -> Int? { (line..<min(line + 4, limit)).first { !stream.tokens(ofLine: $0).isEmpty } }
    let isNumbered = stream.isLoneNumber(stream.tokens(ofLine: line), digits: 3)
    var at = isNumbered ? nextPrinted(line + 1) : line
    var passed = 0
    while let next = at, passed < 4, passed < lines.count, says(next, lines[passed]) {
      passed += 1
      at = nextPrinted(next + 1)
    }
    while let next = at, passed > 0, isRule(next) { at = nextPrinted(next + 1) }
    guard passed > 0, let first = at, let style = style(of: lines[0]), continues(first, style) else { return nil }
    let number = numbering(of: first)
    if isNumbered { return number == 1 ? nil : first }
    guard let number, let last = lines.reversed().lazy.compactMap({ numbering(of: $0) }).first else { return nil }
    return number == last + 1 ? first : nil
  }

  /// The number that a row begins with, behind its frame.
  private func numbering(of line: Int) -> Int? {
    guard let first = stream.tokens(ofLine: line).first(where: { !stream[$0].isSign("|") }), stream[first].isNumber,
      stream[first].digitCount <= 3
    else { return nil }
    return Int(stream[first].value)
  }

  /// Whether two lines have the same words.
  private func says(_ line: Int, _ other: Int) -> Bool {
    let (a, b) = (stream.tokens(ofLine: line), stream.tokens(ofLine: other))
    return a.count == b.count && a.contains { stream[$0].isWord }
      && zip(a, b).allSatisfy { stream[$0].key == stream[$1].key }
  }

  private func bytes(of line: Int) -> Range<Int> {
    let start = stream.lineStarts[line]
    var end = line + 1 < stream.lineStarts.count ? stream.lineStarts[line + 1] - 1 : stream.bytes.count
    while end > start, stream.bytes[end - 1] == 0x0D { end -= 1 }
    return start..<max(start, end)
  }

  private func count(_ byte: UInt8, in line: Int) -> Int {
    let place = bytes(of: line)
    let bytes = stream.bytes
    let text = bytes.span.extracting(0..<place.upperBound)
    var count = 0
    var at = place.lowerBound
    while let next = text.firstIndex(of: byte, from: at) {
      count += 1
      at = next + 1
    }
    return count
  }

  private func style(of line: Int) -> Style? {
    let tokens = stream.tokens(ofLine: line)
    guard !tokens.isEmpty else { return nil }
    if count(0x09, in: line) >= 2 { return .tabs }
    if count(0x7C, in: line) >= 2 { return .pipes }
    if segmentCount(tokens) >= 3 { return .blanks }
    return nil
  }

  private func continues(_ line: Int, _ style: Style) -> Bool {
    switch style {
    case .tabs: count(0x09, in: line) >= 1
    case .pipes: count(0x7C, in: line) >= 2
    case .blanks: segmentCount(stream.tokens(ofLine: line)) >= 2
    }
  }

  /// Whether a line is the rest of a label alone: it stands below words of the row, where they begin.
  ///
  /// A remark below the table stands below its last row too, so a total is not gone on with.
  private func wraps(_ line: Int, below row: Int) -> Bool {
    let rest = segments(of: line)
    guard rest.count == 1, let words = rest.first, !words.isNumber, words.place.lowerBound >= 2,
      words.place.count <= Self.longestRest, !stream[words.tokens.upperBound - 1].endsClause
    else { return false }
    return segments(of: row).contains { segment in
      !segment.isNumber && abs(segment.place.lowerBound - words.place.lowerBound) <= 1
        && !AwardLabel.isTotal(stream, segment.tokens.lowerBound)
    }
  }

  /// Longer lines than this, in characters, are text and no rest of a label.
  private static let longestRest = 48

  /// Whether a line begins the head of another table: `TT`, `STT`, `Số TT`.
  private func beginsHead(_ line: Int) -> Bool {
    for index in stream.tokens(ofLine: line).prefix(5) where stream[index].isWord {
      let key = stream[index].key
      return key == "tt" || key == "stt" || key == "số" && stream[index + 1].key == "tt"
    }
    return false
  }

  private func segmentCount(_ tokens: Range<Int>) -> Int {
    var count = 1
    for index in tokens.dropFirst() where stream[index].flags.contains(.wide) { count += 1 }
    return count
  }

  private func table(of lines: [Int], _ style: Style) -> DocumentTable? {
    let rows: [DocumentTable.Row]
    switch style {
    case .tabs: rows = lines.map { DocumentTable.Row(line: $0, cells: cells(of: $0, partedBy: 0x09)) }
    case .pipes:
      // `| Toàn Bộ | 46` below `TT | Khối | Số` has an empty cell first.
      let isFramed = stream[stream.tokens(ofLine: lines[0]).lowerBound].isSign("|")
      rows = lines.filter { !isRule($0) }.map {
        DocumentTable.Row(line: $0, cells: framed(cells(of: $0, partedBy: 0x7C), $0, isOpen: !isFramed))
      }
    case .blanks: return alignedTable(of: lines)
    }
    let count = rows.reduce(0) { max($0, $1.cells.count) }
    guard rows.count >= 2, count >= 2, count <= 64 else { return nil }
    return DocumentTable(rows: joined(rows.map { padded($0, to: count) }, byCase: true), columnCount: count)
  }

  /// The rows, each with the rest of its label that stands in a row of its own.
  ///
  /// - Parameter byCase: whether only a rest that begins with a small letter is one, where nothing else parts it from the
  ///   heading of the rows below it.
  private func joined(_ rows: [DocumentTable.Row], byCase: Bool) -> [DocumentTable.Row] {
    var joined: [DocumentTable.Row] = []
    for row in rows {
      if let last = joined.last, last.lastLine + 1 == row.line, let at = rest(row, of: last, byCase: byCase) {
        let rest = row.cells[at].tokens
        let before = last.cells[at].continuation
        joined[joined.count - 1].cells[at].continuation =
          before.isEmpty ? rest : before.lowerBound..<rest.upperBound
        joined[joined.count - 1].continuedLines += 1
      } else {
        joined.append(row)
      }
    }
    return joined
  }

  /// The one cell that a row holds when it is the rest of the cell above it, in a row with numbers.
  private func rest(_ row: DocumentTable.Row, of last: DocumentTable.Row, byCase: Bool) -> Int? {
    guard let at = row.cells.firstIndex(where: { !$0.isEmpty }),
      row.cells[(at + 1)...].allSatisfy(\.isEmpty), !last.cells[at].isEmpty,
      last.cells[(at + 1)...].contains(where: { CellNumber.read($0.tokens, in: stream) != nil })
    else { return nil }
    let tokens = row.cells[at].tokens
    let first = stream[tokens.lowerBound]
    guard first.isWord, !byCase || !first.isCapital, !AwardLabel.isTotal(stream, tokens.lowerBound),
      !AwardLabel.isTotal(stream, last.cells[at].tokens.lowerBound), !AwardLabel.isGroup(stream, tokens),
      !AwardLabel.isNumbering(tokens, in: stream), !AwardLabel.isNumbering(last.cells[at].tokens, in: stream)
    else { return nil }
    return at
  }

  private func padded(_ row: DocumentTable.Row, to count: Int) -> DocumentTable.Row {
    var row = row
    while row.cells.count < count { row.cells.append(DocumentTable.Cell(tokens: 0..<0)) }
    return row
  }

  /// `+----+-----+`
  private func isBorder(_ line: Int) -> Bool {
    stream[stream.tokens(ofLine: line).lowerBound].isSign("+") && count(0x2B, in: line) >= 3 && isRule(line)
  }

  /// `|---|:-:|`
  private func isRule(_ line: Int) -> Bool {
    for index in stream.tokens(ofLine: line) {
      let token = stream[index]
      guard token.isDash || token.isSign("|") || token.isSign(":") || token.isSign("+") || token.isSign("=") else {
        return false
      }
    }
    return true
  }

  private func cells(of line: Int, partedBy mark: UInt8) -> [DocumentTable.Cell] {
    var cells: [DocumentTable.Cell] = []
    let tokens = stream.tokens(ofLine: line)
    var index = tokens.lowerBound
    var first = index
    for at in bytes(of: line) where stream.bytes[at] == mark {
      while index < tokens.upperBound, stream[index].bytes.upperBound <= at { index += 1 }
      cells.append(trimmed(first..<index))
      // The mark itself is a token when it is a sign.
      if index < tokens.upperBound, stream[index].bytes.lowerBound == at { index += 1 }
      first = index
    }
    cells.append(trimmed(first..<tokens.upperBound))
    return cells
  }

  /// Without the `**` of Markdown.
  private func trimmed(_ tokens: Range<Int>) -> DocumentTable.Cell {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    while start < end, stream[start].isSign("*") { start += 1 }
    while end > start, stream[end - 1].isSign("*") { end -= 1 }
    return DocumentTable.Cell(tokens: start..<end)
  }

  /// Without what stands outside the first and the last `|`.
  ///
  /// - Parameter isOpen: whether the lines of the table begin without one, so that one at the beginning parts an empty cell.
  private func framed(_ cells: [DocumentTable.Cell], _ line: Int, isOpen: Bool) -> [DocumentTable.Cell] {
    var cells = cells
    let tokens = stream.tokens(ofLine: line)
    if !isOpen, stream[tokens.lowerBound].isSign("|") { cells.removeFirst() }
    if stream[tokens.upperBound - 1].isSign("|"), cells.count > 1 { cells.removeLast() }
    return cells
  }
}

// MARK: - Columns aligned by blanks

extension TableScanner {
  private struct Segment {
    var tokens: Range<Int>
    /// Where it is printed, in characters from the start of its line.
    var place: Range<Int>
    var isNumber: Bool
  }

  /// Columns are read off the rows that hold numbers: printed segments that overlap stand in one column.
  private func alignedTable(of lines: [Int]) -> DocumentTable? {
    let rows = lines.map { (line: $0, segments: segments(of: $0)) }
    let data = rows.filter { row in row.segments.count { $0.isNumber } >= 2 }
    guard data.count >= 2 else { return nil }
    var columns: [Range<Int>] = []
    for segment in data.flatMap(\.segments).sorted(by: { $0.place.lowerBound < $1.place.lowerBound }) {
      if let last = columns.last, segment.place.lowerBound < last.upperBound {
        columns[columns.count - 1] = last.lowerBound..<max(last.upperBound, segment.place.upperBound)
      } else {
        columns.append(segment.place)
      }
    }
    guard columns.count >= 2, columns.count <= 64 else { return nil }
    let placed = rows.map { row in
      var cells = Array(repeating: DocumentTable.Cell(tokens: 0..<0), count: columns.count)
      for segment in row.segments {
        let column = Self.column(of: segment.place, in: columns)
        let old = cells[column].tokens
        // Two segments in one column are one label with a wide gap in it.
        cells[column].tokens = old.isEmpty ? segment.tokens : old.lowerBound..<segment.tokens.upperBound
      }
      return DocumentTable.Row(line: row.line, cells: cells)
    }
    return DocumentTable(rows: joined(placed, byCase: false), columnCount: columns.count)
  }

  /// The column that the place overlaps most, or the nearest; of equals the first, where a header over several begins.
  private static func column(of place: Range<Int>, in columns: [Range<Int>]) -> Int {
    var best = 0
    var bestScore = Int.min
    for (index, column) in columns.enumerated() {
      let overlap = min(place.upperBound, column.upperBound) - max(place.lowerBound, column.lowerBound)
      let score = overlap > 0 ? min(overlap, column.count) : overlap
      if score > bestScore { (best, bestScore) = (index, score) }
    }
    return best
  }

  private func segments(of line: Int) -> [Segment] {
    var segments: [Segment] = []
    let tokens = stream.tokens(ofLine: line)
    var at = stream.lineStarts[line]
    var column = 0
    for index in tokens {
      let token = stream[index]
      while at < token.bytes.lowerBound {
        if stream.bytes[at] & 0xC0 != 0x80 { column += 1 }
        at += 1
      }
      let start = column
      while at < token.bytes.upperBound {
        if stream.bytes[at] & 0xC0 != 0x80 { column += 1 }
        at += 1
      }
      if let last = segments.last, !token.flags.contains(.wide) {
        segments[segments.count - 1].tokens = last.tokens.lowerBound..<(index + 1)
        segments[segments.count - 1].place = last.place.lowerBound..<column
      } else {
        segments.append(Segment(tokens: index..<(index + 1), place: start..<column, isNumber: false))
      }
    }
    for index in segments.indices {
      segments[index].isNumber = CellNumber.fills(segments[index].tokens, in: stream)
    }
    return segments
  }
}
