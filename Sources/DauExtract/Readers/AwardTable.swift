internal import DauRules

/// A table of awards with its rows and columns understood.
///
/// Accepts a table whose rows name awards and whose columns name recipients (`Tập thể`, `Cá nhân`, `Tổng số`), or
/// whose columns name awards; with two header rows, group rows (`I  Khen thưởng cấp Nhà nước`), sub-rows (`- Khen đột
/// xuất`), totals and the columns of those at the grassroots. Refuses tables that count anything else.
struct AwardTable: Sendable {
  struct Column: Sendable, Equatable {
    var recipient: String?
    /// Whether it sums the columns beside it: `Tổng số`.
    var isTotal = false
    var grassroots = false
    var award: AwardVocabulary.Name?
    var category: String?
    /// The header path, from the top.
    var path: [String]
    /// The columns under one head have one number.
    var group: Int
  }

  enum Role: Sendable, Equatable {
    /// `I  Khen thưởng cấp Nhà nước`: sums the awards below it.
    case group
    /// An award, or one that the table calls by a name the rules do not know.
    case award
    /// `- Khen đột xuất`: divides the award above it.
    case part
    /// `Tổng cộng`.
    case total
    /// The total over several columns, below `Tổng cộng`.
    case grandTotal
    /// A body, in a table whose columns name the awards.
    case body
  }

  struct Row: Sendable {
    var role: Role
    var label: String
    var award: AwardVocabulary.Name?
    var grantor: String?
    var category: String?
    /// Header path of the row.
    var path: [String]
    /// By column; nil where nothing is printed.
    var cells: [Cell?]
    /// The rows that it sums, as indices.
    var parts: [Int] = []
  }

  struct Cell: Sendable {
    var tokens: Range<Int>
    var value: DecimalNumber
    var isDamaged: Bool
  }

  var rows: [Row]
  /// By column of the table; nil where a column counts nothing.
  var columns: [Column?]
  /// All its tokens.
  var tokens: Range<Int>

  /// The tables of awards in a document.
  ///
  /// - Complexity: O(*n*) in bytes.
  static func read(_ context: ReadingContext) -> [AwardTable] {
    TableScanner(context.stream).tables().compactMap { table in
      var parser = AwardTableParser(table, context)
      return parser.parse()
    }
  }

  /// The candidates without the quantities in cells, which are quantities only through their awards.
  static func withoutCells(of tables: [AwardTable], _ candidates: [Candidate]) -> [Candidate] {
    guard !tables.isEmpty else { return candidates }
    var index = 0
    // Both stand in the order of the text.
    return candidates.filter { candidate in
      while index < tables.count, tables[index].tokens.upperBound <= candidate.tokens.lowerBound { index += 1 }
      guard index < tables.count, tables[index].tokens.contains(candidate.tokens.lowerBound) else { return true }
      if case .quantity = candidate.fact { return false }
      return true
    }
  }
}

struct AwardTableParser {
  private let table: DocumentTable
  private let stream: TokenStream
  private let awards: AwardVocabulary
  private var labelColumns: Range<Int> = 0..<0

  init(_ table: DocumentTable, _ context: ReadingContext) {
    self.table = table
    stream = context.stream
    awards = context.vocabulary.awards
  }

  mutating func parse() -> AwardTable? {
    guard let head = headerRowCount() else { return nil }
    var columns = (0..<table.columnCount).map { column(at: $0, head: head) }
    guard let first = columns.firstIndex(where: { $0 != nil }), first > 0 else { return nil }
    labelColumns = 0..<first
    number(&columns, head: head)
    var rows: [AwardTable.Row] = []
    for index in head..<table.rows.count {
      if let row = row(at: index, columns: columns, after: rows) { rows.append(row) }
    }
    settle(&rows)
    // Names the rules do not know are awards only beside names that they know.
    let hasAwardRow = rows.contains { $0.award.map { $0.kind != .other } ?? false }
    let hasAwardColumn = columns.contains { $0?.award != nil }
    guard hasAwardRow || hasAwardColumn, rows.contains(where: { $0.cells.contains { $0 != nil } }) else { return nil }
    if hasAwardColumn && !hasAwardRow {
      for index in rows.indices where rows[index].role == .award {
        rows[index].role = .body
        rows[index].award = nil
      }
    }
    let line = table.rows[0].line
    let last = table.rows[table.rows.count - 1].line
    return AwardTable(
      rows: rows, columns: columns,
      tokens: stream.tokens(ofLine: line).lowerBound..<stream.tokens(ofLine: last).upperBound)
  }

  // MARK: Head

  private func text(_ cell: DocumentTable.Cell) -> String { stream.flatText(ofTokens: cell.tokens) }

  private func value(_ cell: DocumentTable.Cell) -> DecimalNumber? {
    CellNumber.read(cell.tokens, in: stream)?.value
  }

  /// How many rows stand above the first that counts something; nil when none does.
  private func headerRowCount() -> Int? {
    for (index, row) in table.rows.prefix(6).enumerated() {
      if index > 0, isColumnNumbers(row) { continue }
      guard row.cells.dropFirst().contains(where: { value($0) != nil }) || isNumbering(row.cells[0]) else { continue }
      return index > 0 ? index : nil
    }
    return nil
  }

  /// `I`, `1`, `1.2`, `a`: the first cell of a row.
  private func isNumbering(_ cell: DocumentTable.Cell) -> Bool {
    guard !cell.isEmpty, cell.tokens.count <= 4 else { return false }
    let token = stream[cell.tokens.lowerBound]
    if token.isNumber { return token.digitCount <= 2 }
    return token.isWord && cell.tokens.count <= 2
      && (RomanNumeral.value(of: token, in: stream) != nil || token.bytes.count == 1)
  }

  /// `(1) (2) (3) (4)` or `A B 1 2 3`, below the head.
  private func isColumnNumbers(_ row: DocumentTable.Row) -> Bool {
    var last = 0
    var count = 0
    for cell in row.cells where !cell.isEmpty {
      var tokens = cell.tokens
      if stream[tokens.lowerBound].isSign("("), stream[tokens.upperBound - 1].isSign(")"), tokens.count >= 3 {
        tokens = (tokens.lowerBound + 1)..<(tokens.upperBound - 1)
      }
      guard tokens.count == 1 else {
        // `(3)=(4)+(5)`
        guard stream[cell.tokens.lowerBound].isSign("("), stream[cell.tokens.lowerBound + 1].isNumber else {
          return false
        }
        last += 1
        count += 1
        continue
      }
      let token = stream[tokens.lowerBound]
      if token.isNumber {
        guard Int(token.value) == last + 1 || last == 0 && token.value <= 3 else { return false }
        last = Int(token.value)
        count += 1
      } else if !(token.isWord && token.bytes.count == 1 && count == 0) {
        return false
      }
    }
    return count >= 3
  }

  /// The header path of a column, from the top: an empty cell belongs to the head to its left when something stands
  /// below it.
  private func path(of column: Int, head: Int) -> [DocumentTable.Cell] {
    var path: [DocumentTable.Cell] = []
    for index in 0..<head where !isColumnNumbers(table.rows[index]) {
      let cells = table.rows[index].cells
      if !cells[column].isEmpty {
        path.append(cells[column])
      } else if (index + 1..<head).contains(where: { !table.rows[$0].cells[column].isEmpty }),
        let left = cells[..<column].last(where: { !$0.isEmpty })
      {
        path.append(left)
      }
    }
    return path
  }

  private static let uncounted: [WordKey] = [
    "tt", "stt", "ghi", "tỷ", "tỉ", "kinh", "tiền", "ngày", "quyết", "mức", "nội", "họ", "chức", "địa",
  ]

  private func column(at index: Int, head: Int) -> AwardTable.Column? {
    let cells = path(of: index, head: head)
    guard let leaf = cells.last, let first = cells.first, index > 0 else { return nil }
    let lead = stream[leaf.tokens.lowerBound]
    if Self.uncounted.contains(lead.key)
      && awards.name(in: stream, at: leaf.tokens.lowerBound, before: leaf.tokens.upperBound) == nil
    {
      return nil
    }
    // A column of words is a label, whatever its head says.
    var numbers = 0
    var others = 0
    for row in table.rows[head...] where !row.cells[index].isEmpty {
      if value(row.cells[index]) != nil { numbers += 1 } else if !isDash(row.cells[index]) { others += 1 }
    }
    guard numbers >= others, leaf.tokens.contains(where: { stream[$0].isSign("%") }) == false else { return nil }
    var column = AwardTable.Column(path: cells.map { label(of: $0.tokens) }, group: 0)
    for cell in cells {
      if let name = awards.firstName(in: stream, tokens: cell.tokens),
        name.tokens.lowerBound - cell.tokens.lowerBound <= 2,
        !isHeading(cell)
      {
        column.award = name.value
      } else if saysGrassroots(cell.tokens) {
        column.grassroots = true
      }
      if let category = category(in: cell.tokens) { column.category = category }
    }
    for cell in cells.reversed() {
      if let recipient = awards.firstRecipient(in: stream, tokens: cell.tokens) {
        column.recipient = recipient.value
        break
      }
    }
    let isSum = lead.key == "tổng" || lead.key == "cộng"
    if isSum {
      column.isTotal = true
      column.recipient = column.recipient ?? "mixed"
    }
    let isCount = lead.key == "số" || lead.key == "sl"
    let counts = column.recipient != nil || isSum || column.award != nil || column.category != nil || isCount
    // `Số lượng` over nothing: whoever may receive the award.
    if numbers == 0 && (first.tokens == leaf.tokens) && !counts { return nil }
    return counts ? column : nil
  }

  private func isHeading(_ cell: DocumentTable.Cell) -> Bool {
    // `Danh hiệu thi đua và hình thức khen thưởng` heads the labels.
    cell.tokens.contains { stream[$0].key == "hình" && stream[$0 + 1].key == "thức" }
  }

  private func isDash(_ cell: DocumentTable.Cell) -> Bool {
    cell.tokens.allSatisfy { stream[$0].isDash || stream[$0].isSign("/") }
  }

  private func saysGrassroots(_ tokens: Range<Int>) -> Bool {
    for at in tokens {
      let next = at + 1 < tokens.upperBound ? stream[at + 1].key : WordKey("")
      if stream[at].key == "ở", next == "cơ" { return true }
      if stream[at].key == "trực", next == "tiếp" { return true }
      if stream[at].key == "cơ", next == "sở", at == tokens.lowerBound { return true }
    }
    return false
  }

  /// `khen chuyên đề`, `khen thưởng đột xuất`, `theo chuyên đề`.
  private func category(in tokens: Range<Int>) -> String? {
    for at in tokens {
      guard stream[at].key == "khen" || at == tokens.lowerBound else { continue }
      var next = stream[at].key == "khen" ? at + 1 : at
      if stream[next].key == "thưởng" { next += 1 }
      if stream[next].key == "theo" { next += 1 }
      if let kind = Tables.commendationKinds.match(stream, at: next, before: tokens.upperBound) {
        return "khen " + kind.value
      }
    }
    return nil
  }

  /// Columns under one head have one number: the head's first column.
  private func number(_ columns: inout [AwardTable.Column?], head: Int) {
    for index in columns.indices where columns[index] != nil {
      let cells = path(of: index, head: head)
      columns[index]?.group = cells.count > 1 ? cells[0].tokens.lowerBound : 0
    }
  }

  // MARK: Rows

  private func row(
    at index: Int, columns: [AwardTable.Column?], after rows: [AwardTable.Row]
  ) -> AwardTable.Row? {
    let cells = table.rows[index].cells
    var filled: [AwardTable.Cell?] = columns.map { _ in nil }
    for (at, column) in columns.enumerated() where column != nil {
      guard let number = CellNumber.read(cells[at].tokens, in: stream) else { continue }
      filled[at] = AwardTable.Cell(tokens: cells[at].tokens, value: number.value, isDamaged: number.isDamaged)
    }
    let labels = cells[labelColumns].filter { !$0.isEmpty }
    let hasNumbering = labels.count > 1 && isNumbering(cells[0])
    guard let cell = labels.last(where: { !isNumbering($0) || $0.tokens.count > 4 }) else {
      guard filled.contains(where: { $0 != nil }), labels.isEmpty, let last = rows.last, last.role == .total else {
        return nil
      }
      return AwardTable.Row(role: .grandTotal, label: last.label, path: last.path, cells: filled)
    }
    // The label is the first cell of words: behind it may stand a body or a remark.
    let labelCell = labels.first { !isNumbering($0) } ?? cell
    var tokens = labelCell.tokens
    var isPart = false
    while let first = tokens.first, isBullet(first) {
      isPart = true
      tokens = tokens.dropFirst()
    }
    guard !tokens.isEmpty else { return nil }
    let label = label(of: tokens)
    let lead = stream[tokens.lowerBound].key
    if lead == "tổng" || lead == "cộng" {
      return AwardTable.Row(role: .total, label: label, path: [label], cells: filled)
    }
    let isGroup = hasNumbering && isGroupNumber(cells[0])
    let name = awards.firstName(in: stream, tokens: tokens)
    var row = AwardTable.Row(role: .award, label: label, path: [label], cells: filled)
    let above = rows.last { $0.role == .award }
    let category = category(in: tokens)
    let group = rows.last { $0.role == .group || $0.role == .total }
    // Below an award: a line with a bullet, or one without a number that says how it was given.
    let belongs = above != nil && (isPart || !hasNumbering && category != nil && name == nil)
    if belongs, let above, rows.last(where: { $0.role == .award || $0.role == .group })?.role == .award {
      row.role = .part
      row.award = above.award
      row.grantor = above.grantor
      row.path = above.path + [label]
      if let name, name.value.name != above.award?.name {
        row.award = name.value
        row.grantor = grantor(in: tokens) ?? name.value.grantor
      } else {
        row.category = lowercased(label)
      }
      return row
    }
    if isGroup, name == nil || name.map({ isPlural($0.tokens, in: tokens) }) == true {
      row.role = .group
      row.grantor = grantor(in: tokens)
      return row
    }
    row.award = name?.value ?? unknown(tokens)
    row.grantor = grantor(in: tokens) ?? row.award?.grantor ?? group?.grantor ?? usualGrantor(row.award, group)
    return row
  }

  /// `I. Danh hiệu thi đua`, `II. Hình thức khen thưởng`: not one award but a heading.
  private func isPlural(_ name: Range<Int>, in tokens: Range<Int>) -> Bool {
    stream[name.lowerBound].key == "danh" && stream[name.lowerBound + 2].key == "thi"
  }

  private func isGroupNumber(_ cell: DocumentTable.Cell) -> Bool {
    let token = stream[cell.tokens.lowerBound]
    return token.isWord && token.isAllCapitals
  }

  private func isBullet(_ index: Int) -> Bool {
    let token = stream[index]
    return token.isDash || token.isSign("+") || token.isSign("•") || token.isSign("*") || token.isSign("·")
  }

  /// The label without numbering, bullets, marks at its end and `trong đó`.
  private func label(of tokens: Range<Int>) -> String {
    var range = tokens
    var wasCut = true
    while wasCut, let last = range.last {
      if stream[last].isSign(":") || stream[last].isSign(",") || stream[last].isSign(";")
        || stream[last].kind == .superscript
      {
        range = range.dropLast()
      } else if stream[last].key == "đó", range.count >= 2, stream[last - 1].key == "trong" {
        range = range.dropLast(2)
      } else {
        wasCut = false
      }
    }
    return stream.flatText(ofTokens: range)
  }

  /// An award by the name the table prints, when the rules know none.
  private func unknown(_ tokens: Range<Int>) -> AwardVocabulary.Name? {
    var range = tokens
    if stream[range.lowerBound].key == "danh", range.count > 2, stream[range.lowerBound + 1].key == "hiệu" {
      range = range.dropFirst(2)
    }
    guard let first = range.first, stream[first].isWord, label(of: range).utf8.count <= 120 else { return nil }
    return AwardVocabulary.Name(name: label(of: range), kind: .other)
  }

  private func grantor(in tokens: Range<Int>) -> String? {
    for at in tokens {
      if let match = awards.grantor(in: stream, at: at, before: tokens.upperBound), match.value != "Tỉnh",
        match.value != "Nhà nước"
      {
        return match.value
      }
    }
    return nil
  }

  /// The office that grants titles and certificates in a group `Khen thưởng cấp tỉnh`.
  private func usualGrantor(_ award: AwardVocabulary.Name?, _ group: AwardTable.Row?) -> String? {
    guard let award, let group else { return nil }
    let label = lowercased(group.label)
    guard label.hasSuffix("cấp tỉnh") || label.hasSuffix("của tỉnh") else { return nil }
    return award.kind == .flag ? "UBND tỉnh" : "Chủ tịch UBND tỉnh"
  }

  /// Gives every row that sums others the rows it sums, and paths below their group.
  private func settle(_ rows: inout [AwardTable.Row]) {
    // A group without rows of its own is an award, printed with a Roman number.
    for index in rows.indices where rows[index].role == .group {
      let next = index + 1 < rows.count ? rows[index + 1].role : .total
      if next != .award && next != .part, let name = awardName(rows[index]) {
        rows[index].role = .award
        rows[index].award = name
      }
    }
    let hasGroups = rows.contains { $0.role == .group }
    // Below an award the table names itself and with parts that name awards, `award` is known by its parts.
    for index in rows.indices {
      var parts: [Int] = []
      switch rows[index].role {
      case .group:
        var at = index + 1
        while at < rows.count, rows[at].role == .award || rows[at].role == .part {
          if rows[at].role == .award { parts.append(at) }
          at += 1
        }
      case .award:
        var at = index + 1
        while at < rows.count, rows[at].role == .part {
          parts.append(at)
          at += 1
        }
      case .total:
        let kind: AwardTable.Role = hasGroups ? .group : .award
        let before = rows[..<index].indices.filter { rows[$0].role == kind }
        let last = rows[..<index].lastIndex { $0.role == .total }
        if before.isEmpty || last != nil {
          parts = last.map { last in before.filter { $0 > last } } ?? []
          if index == 0 { parts = rows.indices.dropFirst().filter { rows[$0].role == kind } }
        } else {
          parts = before
        }
      case .part, .grandTotal, .body: break
      }
      rows[index].parts = parts
    }
  }

  private func awardName(_ row: AwardTable.Row) -> AwardVocabulary.Name? {
    let label = TokenStream(row.label)
    return awards.firstName(in: label, tokens: 0..<label.count)?.value
  }
}
