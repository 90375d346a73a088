internal import DauText

/// A list as tab-separated text.
///
///     # source: Nghị định 30/2020/NĐ-CP, Phụ lục III
///     abbreviation⇥expansion
///     UBND⇥Ủy ban nhân dân
///     -TTĐB                                  (only in a user's own file: takes TTĐB away)
///
/// Lines starting with `#` are comments, of which `# source:` names the source of the entries up to
/// the next one; the first other line names the columns. Empty lines are skipped.
struct TSVTable {
  let file: RuleFile
  let text: [UInt8]
  /// The number of columns.
  let width: Int
  /// Start and end of each field, `width` pairs a row.
  private var offsets: [Int32] = []
  private(set) var lines: [Int32] = []
  private var sourceOfRow: [Int32] = []
  private var sources: [String] = []
  /// Rows that take entries away: key and line.
  private(set) var removals: [(key: String, line: Int)] = []
  private let sourceColumn: Int?

  var rowCount: Int { lines.count }

  /// - Parameter columns: the names that the header must hold, in order.
  /// - Complexity: O(*n*).
  init(_ file: RuleFile, columns: [String], _ problems: inout Problems) {
    self.file = file
    // A local copy shares its storage; reading through it leaves the other properties free to grow.
    let text = Array(file.text.utf8)
    self.text = text
    width = columns.count
    sourceColumn = columns.firstIndex(of: "source")
    let span = text.span
    let tab = UInt8(ascii: "\t")
    var hasHeader = false
    var line = 0
    var start = 0
    // A rough line length, so that the arrays grow once.
    offsets.reserveCapacity(text.count / 12 * 2)
    lines.reserveCapacity(text.count / 12)
    while start < span.count {
      line += 1
      var end = start
      while end < span.count, span[end] != 0x0A { end += 1 }
      defer { start = end + 1 }
      if end == start { continue }
      if span[start] == UInt8(ascii: "#") {
        let comment = string(start..<end)
        if comment.hasPrefix("# source:") {
          let source = comment.dropFirst("# source:".count).drop { $0 == " " }
          if source.isEmpty {
            problems.add(file, line: line, "an empty source", "name the law, book or count that the entries come from")
          }
          sources.append(String(source))
        }
        continue
      }
      if !hasHeader {
        hasHeader = true
        let found = string(start..<end)
        if found != columns.joined(separator: "\t") {
          problems.add(
            file, line: line, "the columns are \"\(found.replacing("\t", with: " | "))\"",
            "the first line that is no comment must be: \(columns.joined(separator: " | ")), with tabs between")
          return
        }
        continue
      }
      if span[start] == UInt8(ascii: "-"), file.isOverlay {
        removals.append((string(start + 1..<end), line))
        continue
      }
      var field = start
      var count = 0
      var index = start
      while index <= end {
        if index == end || span[index] == tab {
          if count < width {
            offsets.append(Int32(field))
            offsets.append(Int32(index))
          }
          count += 1
          field = index + 1
        }
        index += 1
      }
      if count > width {
        problems.add(file, line: line, "\(count) columns", "there are \(width): \(columns.joined(separator: ", "))")
      }
      while count < width {
        offsets.append(Int32(end))
        offsets.append(Int32(end))
        count += 1
      }
      lines.append(Int32(line))
      sourceOfRow.append(Int32(sources.count - 1))
      let row = lines.count - 1
      if sources.isEmpty, sourceColumn.map({ range(row, $0).isEmpty }) ?? true {
        problems.add(file, line: line, "an entry without a source", "put a line \"# source: ...\" above it")
      }
      if range(row, 0).isEmpty {
        problems.add(file, line: line, "the first column is empty", "fill it in or remove the line")
      }
    }
    if !hasHeader {
      problems.add(file, line: nil, "no columns", "start the list with: \(columns.joined(separator: " | "))")
    }
  }

  /// The place of a field in ``text``.
  @inline(always)
  func range(_ row: Int, _ column: Int) -> Range<Int> {
    let index = (row * width + column) * 2
    return Int(offsets[index])..<Int(offsets[index + 1])
  }

  func field(_ row: Int, _ column: Int) -> String { string(range(row, column)) }

  /// The source of a row: its own, or that of its section.
  func source(_ row: Int) -> String {
    if let column = sourceColumn, !range(row, column).isEmpty { return field(row, column) }
    let index = Int(sourceOfRow[row])
    return index < 0 ? "" : sources[index]
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}

/// The rows of a list and of the user's own additions to it.
struct TSVRows {
  struct Row {
    let table: TSVTable
    fileprivate(set) var index = 0

    var line: Int { Int(table.lines[index]) }
    var source: String { table.source(index) }
    subscript(column: Int) -> String { table.field(index, column) }

    /// The parts of a column between " | ".
    func list(_ column: Int) -> [String] {
      let range = table.range(index, column)
      if range.isEmpty { return [] }
      // Few fields have more than one part, and splitting a String is slow.
      guard table.text[range].contains(UInt8(ascii: "|")) else { return [self[column]] }
      return self[column].split(separator: " | ").map(String.init)
    }

    /// A whole number of a column.
    func count(_ column: Int, _ problems: inout Problems) -> Int {
      let text = self[column]
      if let value = Int(text), value >= 0 { return value }
      problems.add(table.file, line: line, "\"\(text)\" is no count", "write a whole number")
      return 0
    }
  }

  private var tables: [TSVTable] = []
  /// Row numbers of each table that are in force.
  private var kept: [[Int]] = []

  /// - Parameter keyWidth: how many of the first columns make an entry's key.
  init(_ files: [RuleFile], columns: [String], keyWidth: Int, _ problems: inout Problems) {
    tables = files.map { TSVTable($0, columns: columns, &problems) }
    kept = tables.map { Array(0..<$0.rowCount) }
    func key(_ table: TSVTable, _ row: Int) -> String {
      (0..<keyWidth).map { table.field(row, $0) }.joined(separator: "\t")
    }
    if tables.count == 2 {
      var taken = Set(kept[1].map { key(tables[1], $0) })
      var known: Set<String> = []
      for row in kept[0] { known.insert(key(tables[0], row)) }
      for (removed, line) in tables[1].removals {
        if !known.contains(removed) {
          problems.add(
            tables[1].file, line: line, "there is no entry \"\(removed)\" to take away",
            "write the key as in \(tables[0].file.name), or remove the line")
        }
        taken.insert(removed)
      }
      kept[0].removeAll { taken.contains(key(tables[0], $0)) }
    }
    if problems.isThorough {
      for table in tables {
        var lines: [String: Int] = [:]
        for row in 0..<table.rowCount {
          let key = key(table, row)
          if let first = lines[key] {
            problems.add(
              table.file, line: Int(table.lines[row]),
              "\"\(key.replacing("\t", with: " | "))\" stands on line \(first) too",
              "remove one of the two")
          } else {
            lines[key] = Int(table.lines[row])
          }
        }
      }
    }
  }

  var count: Int { kept.reduce(0) { $0 + $1.count } }

  /// Calls `body` for each row in force.
  func forEach(_ body: (Row) -> Void) {
    for (table, rows) in zip(tables, kept) {
      // One for all rows: a table is eight lists, and each copy counts a reference to every one of them.
      var row = Row(table: table)
      for index in rows {
        row.index = index
        body(row)
      }
    }
  }

  /// Reports rows that are not in the order of their bytes.
  func checkSorted(_ problems: inout Problems) {
    guard problems.isThorough else { return }
    for table in tables where table.rowCount > 1 {
      for row in 1..<table.rowCount {
        let (a, b) = (table.text[table.range(row - 1, 0)], table.text[table.range(row, 0)])
        if b.lexicographicallyPrecedes(a) {
          problems.add(
            table.file, line: Int(table.lines[row]),
            "\"\(table.field(row, 0))\" stands behind \"\(table.field(row - 1, 0))\"",
            "sort the list by its bytes (LC_ALL=C sort)")
        }
      }
    }
  }
}
