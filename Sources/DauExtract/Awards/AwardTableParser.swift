internal import DauRules

/// Reads one table of awards: its head by ``AwardTableHead``, then its rows by their labels.
struct AwardTableParser {
  private let table: DocumentTable
  private let stream: TokenStream
  private let awards: AwardVocabulary
  private let context: ReadingContext
  private var labelColumns: Range<Int> = 0..<0
  /// Of a flattened table: the numbers of each row, in no column yet.
  private var loose: [[FlatTable.Cell]]?

  init(_ table: DocumentTable, _ context: ReadingContext) {
    self.table = table
    stream = context.stream
    awards = context.vocabulary.awards
    self.context = context
  }

  mutating func parse() -> AwardTable? {
    let reader = AwardTableHead(table, stream, awards)
    guard let head = reader.rowCount() else { return nil }
    let columns = reader.columns(head: head)
    guard let first = columns.firstIndex(where: { $0 != nil }), first > 0 else { return nil }
    labelColumns = 0..<first
    var rows = rows(from: head, columns)
    let hasAwardRow = rows.contains { $0.award.map { $0.kind != .other } ?? false }
    let hasAwardColumn = columns.contains { $0?.award != nil }
    // Names the rules do not know are awards only beside names that they know.
    guard hasAwardRow || hasAwardColumn, rows.contains(where: { $0.cells.contains { $0 != nil } }) else { return nil }
    if hasAwardColumn && !hasAwardRow { makeBodies(&rows) }
    let line = table.rows[0].line
    let last = table.rows[table.rows.count - 1].lastLine
    return AwardTable(
      rows: rows, columns: columns,
      tokens: stream.tokens(ofLine: line).lowerBound..<stream.tokens(ofLine: last).upperBound)
  }

  /// Rows of a table whose columns name the awards: who received them, `Tập thể`, or the bodies they belong to.
  private func makeBodies(_ rows: inout [AwardTable.Row]) {
    var above: String?
    for index in rows.indices where rows[index].role == .award || rows[index].role == .part {
      if rows[index].role == .award {
        rows[index].role = .body
        above = recipient(inLabel: rows[index].label)
        rows[index].recipient = above
      } else {
        rows[index].recipient = rows[index].recipient ?? above
      }
      if rows[index].award?.kind == .other || rows[index].role == .body { rows[index].award = nil }
    }
  }

  /// The recipients that a label names and nothing else: `Tập thể`, `Cá nhân`.
  private func recipient(inLabel label: String) -> String? {
    let label = TokenStream(label)
    guard let match = awards.recipient(in: label, at: 0, before: label.count), match.end == label.count else {
      return nil
    }
    return Self.received.contains(match.value) ? match.value : nil
  }

  private static let received: Set = ["collective", "individual", "family", "household"]

  private func rows(from head: Int, _ columns: [AwardTable.Column?]) -> [AwardTable.Row] {
    var rows: [AwardTable.Row] = []
    for index in head..<table.rows.count {
      guard var row = row(at: index, columns: columns, after: rows) else { continue }
      row.index = index
      row.tokens =
        stream.tokens(ofLine: table.rows[index].line)
        .lowerBound..<stream.tokens(ofLine: table.rows[index].lastLine).upperBound
      if loose == nil {
        let cells = aligned(table.rows[index].cells)
        row.unread = Set(
          columns.indices.filter { columns[$0] != nil && row.cells[$0] == nil && isUnread(cells[$0].tokens) })
      }
      rows.append(row)
    }
    settle(&rows)
    return rows
  }

  // MARK: Flattened tables

  /// Reads a flattened table: rows by their labels, then the columns of their numbers by arithmetic.
  static func read(_ flat: FlatTable, _ context: ReadingContext) -> AwardTable? {
    let blanks = flat.columns.map { _ in DocumentTable.Cell(tokens: 0..<0) }
    let rows = flat.rows.map { row in
      DocumentTable.Row(
        line: row.line,
        cells: [DocumentTable.Cell(tokens: row.numbering), DocumentTable.Cell(tokens: row.label)] + blanks)
    }
    var parser = AwardTableParser(DocumentTable(rows: rows, columnCount: flat.columns.count + 2), context)
    parser.labelColumns = 0..<2
    parser.loose = flat.rows.map(\.cells)
    return parser.placed(flat)
  }

  private func placed(_ flat: FlatTable) -> AwardTable? {
    let columns: [AwardTable.Column?] = [nil, nil] + flat.columns
    var rows = rows(from: 0, columns)
    let areColumnsAwards = flat.columns.contains { $0.award != nil }
    // Rows under awards are those who received them.
    if areColumnsAwards {
      for index in rows.indices where rows[index].award?.kind == .other { rows[index].award = nil }
    }
    guard
      areColumnsAwards || rows.contains(where: { $0.award.map { $0.kind != .other } ?? false })
    else { return nil }
    let width = flat.columns.count
    let numbers = rows.map { row -> [FlatTable.Cell] in
      let cells = flat.rows[row.index].cells
      // Strokes hold places only where every place is held.
      return Array((cells.count == width ? cells : cells.filter { !$0.isStroke }).suffix(width))
    }
    let placement = CellPlacement(
      columns: flat.columns.map {
        CellPlacement.Column(
          recipient: $0.recipient, isTotal: $0.isTotal, grassroots: $0.grassroots, group: $0.group)
      },
      rows: zip(rows, numbers).map { row, cells in
        CellPlacement.Row(
          kind: kind(of: row), values: cells.map { $0.value?.int }, recipient: row.award?.recipient, parts: row.parts)
      })
    guard let places = placement.solve() else { return nil }
    for (index, placed) in places.enumerated() {
      rows[index].cells = columns.map { _ in nil }
      for (cell, column) in zip(numbers[index], placed.columns) {
        guard let value = cell.value else {
          if !cell.isStroke { rows[index].unread.insert(column + 2) }
          continue
        }
        let confidence = placed.margin >= 2.5 ? 0.9 : placed.margin >= 1 ? 0.7 : 0.4
        rows[index].cells[column + 2] = AwardTable.Cell(
          tokens: cell.tokens, value: value, isDamaged: cell.isDamaged,
          confidence: cell.isDamaged ? min(confidence, 0.6) : confidence)
      }
    }
    return AwardTable(rows: rows, columns: columns, tokens: flat.tokens)
  }

  private func kind(of row: AwardTable.Row) -> CellPlacement.Row.Kind {
    switch row.role {
    case .award, .body: .award
    case .part: .part
    case .group, .total: .sum
    case .grandTotal: .grandTotal
    }
  }

  // MARK: Rows

  /// The numbers of a row by column; of a flattened row from the left, until they are placed.
  private func numbers(
    at index: Int, _ cells: [DocumentTable.Cell], _ columns: [AwardTable.Column?]
  ) -> [AwardTable.Cell?] {
    var filled: [AwardTable.Cell?] = columns.map { _ in nil }
    if let loose {
      for (at, cell) in zip(labelColumns.upperBound..<columns.count, loose[index]) {
        filled[at] = cell.value.map {
          AwardTable.Cell(tokens: cell.tokens, value: $0, isDamaged: cell.isDamaged, confidence: 0)
        }
      }
      return filled
    }
    for (at, column) in columns.enumerated() where column != nil {
      guard let number = CellNumber.read(cells[at].tokens, in: stream, withoutDigits: true) else { continue }
      filled[at] = AwardTable.Cell(
        tokens: cells[at].tokens, value: number.value, isDamaged: number.isDamaged,
        confidence: number.isDamaged ? 0.6 : 0.95)
    }
    return filled
  }

  /// Whether a cell holds something; a stroke alone says that nothing is counted.
  private func isUnread(_ tokens: Range<Int>) -> Bool {
    tokens.contains { stream[$0].isWord || stream[$0].isNumber }
  }

  /// A row that lost the mark of a cell before its label, moved back to its columns: `| Tổng cộng | 135 | 472 |` below
  /// `| 1 | Giấy khen | 12 | 34 |`.
  private func aligned(_ cells: [DocumentTable.Cell]) -> [DocumentTable.Cell] {
    guard labelColumns.count >= 2, let last = cells.last, last.isEmpty,
      let words = labelColumns.first(where: { at in
        !cells[at].isEmpty && !AwardLabel.isNumbering(cells[at].tokens, in: stream)
          && CellNumber.read(cells[at].tokens, in: stream) == nil
      }), words + 1 < labelColumns.upperBound,
      CellNumber.read(cells[words + 1].tokens, in: stream) != nil
    else { return cells }
    var moved = cells
    let count = min(labelColumns.upperBound - words - 1, cells.reversed().prefix { $0.isEmpty }.count)
    for _ in 0..<count {
      moved.insert(DocumentTable.Cell(tokens: 0..<0), at: words)
      moved.removeLast()
    }
    return moved
  }

  private func row(
    at index: Int, columns: [AwardTable.Column?], after rows: [AwardTable.Row]
  ) -> AwardTable.Row? {
    let cells = aligned(table.rows[index].cells)
    let filled = numbers(at: index, cells, columns)
    var labels = cells[labelColumns].filter { !$0.isEmpty }
    // `- | Khen thường xuyên`: a dash for the number.
    var isPart = false
    while labels.count > 1, labels[0].tokens.allSatisfy({ stream[$0].isBullet }) {
      isPart = true
      labels.removeFirst()
    }
    guard let cell = labels.last(where: { !AwardLabel.isNumbering($0.tokens, in: stream) || $0.tokens.count > 4 })
    else {
      guard filled.contains(where: { $0 != nil }), labels.isEmpty, let last = rows.last, last.role == .total else {
        return nil
      }
      return AwardTable.Row(role: .grandTotal, label: last.label, path: last.path, cells: filled)
    }
    // The label is the first cell of words: behind it may stand a body or a remark.
    let labelCell = labels.first { !AwardLabel.isNumbering($0.tokens, in: stream) } ?? cell
    let hasNumber = labels.count > 1 && AwardLabel.isNumbering(cells[0].tokens, in: stream)
    return self.row(
      label: words(of: labelCell), number: hasNumber ? cells[0] : nil, isPart: isPart, filled, after: rows)
  }

  /// A row by its label and the cell of its number.
  private func row(
    label words: (stream: TokenStream, tokens: Range<Int>), number: DocumentTable.Cell?, isPart hasDash: Bool,
    _ filled: [AwardTable.Cell?], after rows: [AwardTable.Row]
  ) -> AwardTable.Row? {
    let stream = words.stream
    var tokens = words.tokens
    var isPart = hasDash
    let hasNumbering = number != nil
    while let first = tokens.first, stream[first].isBullet {
      isPart = true
      tokens = tokens.dropFirst()
    }
    guard !tokens.isEmpty else { return nil }
    let label = AwardLabel.text(of: tokens, in: stream)
    if AwardLabel.isTotal(stream, tokens.lowerBound) {
      return AwardTable.Row(role: .total, label: label, path: [label], cells: filled)
    }
    let isLetter = number.map(isGroupNumber) ?? false
    let isGroup = isLetter || AwardLabel.isGroup(stream, tokens)
    let name = awards.firstName(in: stream, tokens: tokens) ?? awards.nameByLetters(in: stream, tokens: tokens)
    var row = AwardTable.Row(role: .award, label: label, path: [label], cells: filled)
    row.isRoman = isLetter && number.map(isRomanNumber) ?? false
    row.depth = number.flatMap { AwardLabel.depth(ofNumbering: $0.tokens, in: self.stream) }
    row.isBulleted = isPart
    let above = rows.last { $0.role == .award || $0.role == .group }.flatMap { $0.role == .award ? $0 : nil }
    let category = AwardLabel.category(stream, tokens, awards)
    let group = rows.last { $0.role == .group || $0.role == .total }
    let grade = awards.grade(in: stream, at: tokens.lowerBound, before: tokens.upperBound).flatMap { grade in
      above?.award?.graded(grade.value)
    }
    if let above, !row.isRoman, name == nil, let grade {
      // `1  Hạng Nhất` below `I  Huân chương Lao động`
      row.role = .part
      row.award = grade
      row.grantor = above.grantor
      row.category = lowercased(label)
      row.path = above.path + [label]
      return row
    }
    let isDeeper = above.map { $0.award?.kind != .other && row.isBelow($0) } ?? false
    if let above, above.isRoman || isDeeper, hasNumbering, !isLetter, let name, isKind(name.value, of: above.award) {
      // `1  Huân chương Lao động hạng Nhất` below `I  Huân chương Lao động`
      row.role = .part
      row.award = name.value
      row.grantor = grantor(in: tokens, stream) ?? name.value.grantor ?? above.grantor
      row.category = category
      row.path = above.path + [label]
      return row
    }
    // Below an award: a line with a bullet, one with a number that lies deeper and no award of its own, or one without a
    // number that says how it was given. Awards with a bullet each stand beside one another.
    let belongs =
      isDeeper && name == nil || isPart && !(above?.isBulleted == true && name != nil)
      || (!hasNumbering || above?.isRoman == true && !isLetter) && category != nil && name == nil
    if belongs, let above {
      row.role = .part
      row.award = above.award
      row.grantor = above.grantor
      row.path = above.path + [label]
      if let name, name.value.name != above.award?.name {
        row.award = name.value
        row.grantor = grantor(in: tokens, stream) ?? name.value.grantor
      } else if let name, name.value.grade != nil {
        row.award = name.value
      } else if let match = awards.recipient(in: stream, at: tokens.lowerBound, before: tokens.upperBound),
        stream[match.end].isSign(":") || match.end == tokens.upperBound
      {
        row.recipient = match.value
      } else {
        row.category = lowercased(label)
      }
      return row
    }
    if isGroup, name == nil || name.map({ isPlural($0.tokens, in: stream) }) == true {
      row.role = .group
      row.grantor = grantor(in: tokens, stream)
      return row
    }
    row.award = name?.value ?? unknown(tokens, stream)
    row.grantor = grantor(in: tokens, stream) ?? row.award?.grantor ?? group?.grantor ?? usualGrantor(row.award, group)
    return row
  }

  /// `I. Danh hiệu thi đua`, `II. Hình thức khen thưởng`: not one award but a heading.
  private func isPlural(_ name: Range<Int>, in stream: TokenStream) -> Bool {
    stream[name.lowerBound].key == "danh" && stream[name.lowerBound + 2].key == "thi"
  }

  private func isGroupNumber(_ cell: DocumentTable.Cell) -> Bool {
    let token = stream[cell.tokens.lowerBound]
    return token.isWord && token.isAllCapitals
  }

  private func isRomanNumber(_ cell: DocumentTable.Cell) -> Bool {
    let token = stream[cell.tokens.lowerBound]
    return RomanNumeral.value(of: token, in: stream) != nil || AwardLabel.isMisreadRoman(token, in: stream)
  }

  /// Whether an award is one of those that a name stands for: `Huân chương Lao động` of `Huân chương`.
  private func isKind(_ name: AwardVocabulary.Name, of whole: AwardVocabulary.Name?) -> Bool {
    guard let whole else { return false }
    return name.name == whole.name || name.name.hasPrefix(whole.name + " ")
  }

  /// The words of a label, those in the next line behind them.
  ///
  /// - Returns: a stream of their own when the label goes on in another line, with the cells of its row in between.
  private func words(of cell: DocumentTable.Cell) -> (stream: TokenStream, tokens: Range<Int>) {
    guard !cell.continuation.isEmpty else { return (stream, cell.tokens) }
    let label = TokenStream(
      stream.flatText(ofTokens: cell.tokens) + " " + stream.flatText(ofTokens: cell.continuation))
    return (label, 0..<label.count)
  }

  /// An award by the name the table prints, when the rules know none.
  private func unknown(_ tokens: Range<Int>, _ stream: TokenStream) -> AwardVocabulary.Name? {
    var range = tokens
    if stream[range.lowerBound].key == "danh", range.count > 2, stream[range.lowerBound + 1].key == "hiệu" {
      range = range.dropFirst(2)
    }
    guard let first = range.first, stream[first].isWord, AwardLabel.text(of: range, in: stream).utf8.count <= 120 else {
      return nil
    }
    return AwardVocabulary.Name(name: AwardLabel.text(of: range, in: stream), kind: .other)
  }

  private func grantor(in tokens: Range<Int>, _ stream: TokenStream) -> String? {
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
    if loose == nil { AwardTableDivisions.settle(&rows) }
    let hasGroups = rows.contains { $0.role == .group }
    // Below an award the table names itself and with parts that name awards, `award` is known by its parts.
    for index in rows.indices {
      var parts: [Int] = []
      switch rows[index].role {
      case .group:
        var at = index + 1
        while at < rows.count, rows[at].role == .award || rows[at].role == .part,
          !(rows[at].isRoman && rows[index].isRoman)
        {
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
        // `II  Huân chương Lao động` beside `I  Khen thưởng cấp tỉnh`
        let isRoman = rows.contains { $0.role == .group && $0.isRoman }
        let before = rows[..<index].indices.filter {
          rows[$0].role == kind || isRoman && rows[$0].role == .award && rows[$0].isRoman
        }
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
