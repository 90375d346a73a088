internal import DauRules

/// Reads the head of a printed table: how many rows it has, and what each column counts.
///
/// Accepts one or two rows of heads, numbers of columns below them, and a head some of whose cells OCR ran together,
/// as long as it still names as many recipients as there are columns of numbers.
struct AwardTableHead {
  private let table: DocumentTable
  private let stream: TokenStream
  private let awards: AwardVocabulary

  init(_ table: DocumentTable, _ stream: TokenStream, _ awards: AwardVocabulary) {
    self.table = table
    self.stream = stream
    self.awards = awards
  }

  /// By column of the table; nil where one counts nothing.
  func columns(head: Int) -> [AwardTable.Column?] {
    var columns = (0..<table.columnCount).map { column(at: $0, head: head) }
    number(&columns, head: head)
    return repaired(columns, head: head)
  }

  /// The columns by the words of the head in their order, when a column of numbers has no cell of its own above it.
  private func repaired(_ columns: [AwardTable.Column?], head: Int) -> [AwardTable.Column?] {
    let words = columns.indices.first { at in
      let filled = table.rows[head...].map { $0.cells[at] }.filter { !$0.isEmpty }
      return filled.count(where: { value($0) == nil && !isNumbering($0) }) * 2 > filled.count
    }
    guard let words else { return columns }
    let numbers = columns.indices.filter { at in
      at > words && table.rows[head...].contains { value($0.cells[at]) != nil }
    }
    guard numbers.contains(where: { columns[$0] == nil }), numbers.count >= 2 else { return columns }
    let lines = table.rows[..<head].map { stream.tokens(ofLine: $0.line) }
    guard let named = FlatTableHead(stream: stream, awards: awards).read(lines, atLeast: numbers.count),
      named.columns.count == numbers.count
    else { return columns }
    var columns = columns
    for (at, column) in zip(numbers, named.columns) { columns[at] = column }
    return columns
  }

  private func value(_ cell: DocumentTable.Cell) -> DecimalNumber? {
    CellNumber.read(cell.tokens, in: stream)?.value
  }

  /// How many rows stand above the first that counts something; nil when none does.
  func rowCount() -> Int? {
    for (index, row) in table.rows.prefix(6).enumerated() {
      if index > 0, isColumnNumbers(row) { continue }
      if isYears(row) { continue }
      let isCounted = row.cells.dropFirst().contains { CellNumber.fills($0.tokens, in: stream) }
      guard isCounted || isNumbering(row.cells[0]) else { continue }
      return index > 0 ? index : nil
    }
    return nil
  }

  private func isNumbering(_ cell: DocumentTable.Cell) -> Bool { AwardLabel.isNumbering(cell.tokens, in: stream) }

  /// `| TT | Hình thức khen thưởng | 2019 | 2020 | 2021 |`: columns for years, behind words.
  private func isYears(_ row: DocumentTable.Row) -> Bool {
    let numbers = row.cells.filter { value($0) != nil }
    return numbers.count >= 2
      && numbers.allSatisfy { cell in
        cell.tokens.count == 1 && stream[cell.tokens.lowerBound].digitCount == 4
          && (1950...2060).contains(stream[cell.tokens.lowerBound].value)
      }
      && (row.cells.first { !$0.isEmpty }.map { value($0) == nil } ?? false)
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

  private func column(at index: Int, head: Int) -> AwardTable.Column? {
    let cells = path(of: index, head: head)
    guard let leaf = cells.last, let first = cells.first, index > 0 else { return nil }
    let lead = stream[leaf.tokens.lowerBound]
    if awards.noAwardColumns.contains(lead.key)
      && awards.name(in: stream, at: leaf.tokens.lowerBound, before: leaf.tokens.upperBound) == nil
    {
      return nil
    }
    // What was proposed was not granted yet.
    if leaf.tokens.contains(where: { stream[$0].key == "đề" && stream[$0 + 1].key == "nghị" }) { return nil }
    // A column of words is a label, whatever its head says.
    var numbers = 0
    var others = 0
    for row in table.rows[head...] where !row.cells[index].isEmpty {
      if value(row.cells[index]) != nil { numbers += 1 } else if !isDash(row.cells[index]) { others += 1 }
    }
    guard numbers >= others, leaf.tokens.contains(where: { stream[$0].isSign("%") }) == false else { return nil }
    var column = AwardTable.Column(path: cells.map { AwardLabel.text(of: $0.tokens, in: stream) }, group: 0)
    for cell in cells {
      if let name = awards.firstName(in: stream, tokens: cell.tokens),
        name.tokens.lowerBound - cell.tokens.lowerBound <= 2,
        !isHeading(cell)
      {
        column.award = name.value
        // `Bằng khen của UBND tỉnh`
        column.grantor = cell.tokens.lazy.compactMap { at in
          awards.grantor(in: stream, at: at, before: cell.tokens.upperBound)?.value
        }.first { !["Tỉnh", "Nhà nước", "Trung ương"].contains($0) }
      } else if saysGrassroots(cell.tokens) {
        column.grassroots = true
      }
      if let category = AwardLabel.category(stream, cell.tokens, awards) { column.category = category }
    }
    let label = AwardLabel.text(of: leaf.tokens, in: stream)
    if let award = column.award {
      column.award = awards.name(award.name, dividedBy: label) ?? award
    } else if let prize = consolation(label, head: head) {
      column.award = prize
    }
    // `Cấp sở, huyện` below `Lãnh đạo` is a level.
    for cell in cells.reversed() where stream[cell.tokens.lowerBound].key != "cấp" {
      if let recipient = awards.firstRecipient(in: stream, tokens: cell.tokens) {
        column.recipient = recipient.value
        break
      }
    }
    if let award = column.award, award.grade == nil {
      let grade = cells.reversed().lazy.compactMap { cell in
        awards.grade(in: stream, at: cell.tokens.lowerBound, before: cell.tokens.upperBound)?.value
      }.first
      column.award = grade.flatMap(award.graded) ?? award
    }
    let isSum = lead.key == "tổng" || lead.key == "cộng"
    if isSum {
      column.isTotal = true
      column.recipient = column.recipient ?? "mixed"
    }
    let isCount = lead.key == "số" || lead.key == "sl"
    column.period = cells.reversed().lazy.compactMap { period($0.tokens) }.first
    let counts =
      column.recipient != nil || isSum || column.award != nil || column.category != nil || isCount
      || column.period != nil
    // `Số lượng` over nothing: whoever may receive the award.
    if numbers == 0 && (first.tokens == leaf.tokens) && !counts { return nil }
    return counts ? column : nil
  }

  /// `Khuyến khích` beside `Giải nhất`, `Giải nhì`: a prize that the head leaves the word out of.
  private func consolation(_ label: String, head: Int) -> AwardVocabulary.Name? {
    guard let prize = awards.name("giải", dividedBy: label) else { return nil }
    let isBesidePrizes = table.rows[..<head].contains { row in
      row.cells.contains { cell in
        awards.firstName(in: stream, tokens: cell.tokens).map { $0.value.kind == .prize } ?? false
      }
    }
    return isBesidePrizes ? prize : nil
  }

  /// `Năm 2019`, `6 tháng đầu năm 2020`, `2021`: the time that a column is for, when its head says nothing else.
  private func period(_ tokens: Range<Int>) -> String? {
    let dates = DatePointParser(stream: stream)
    guard let point = dates.point(at: tokens.lowerBound) ?? dates.bareYear(at: tokens.lowerBound),
      point.end == tokens.upperBound, point.day == nil, point.until == nil
    else { return nil }
    return point.date?.edtf
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

  /// Columns under one head have one number: the head's first column.
  private func number(_ columns: inout [AwardTable.Column?], head: Int) {
    for index in columns.indices where columns[index] != nil {
      let cells = path(of: index, head: head)
      columns[index]?.group = cells.count > 1 ? cells[0].tokens.lowerBound : 0
    }
  }
}
