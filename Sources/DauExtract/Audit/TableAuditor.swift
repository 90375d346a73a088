/// Checks the sums that a table of awards implies.
///
/// | relation | cells |
/// |---|---|
/// | `table_column` | a group row, an award with parts, a total, each against the rows below or above it that it sums |
/// | `table_row` | a column `Tổng số` against the columns beside it; a total over columns against the row above it |
///
/// A blank cell counts 0, but a sum none of whose parts is printed is no sum. Parts that a row names only some of
/// (`trong đó` with all of them short) are no fault.
struct TableAuditor {
  private let stream: TokenStream
  private let tables: [AwardTable]
  private var found: [Candidate] = []
  /// The sums of `found`, in its order.
  private var sums: [(stated: AwardTable.Cell, parts: [AwardTable.Cell], holds: Bool)] = []

  init(_ stream: TokenStream, tables: [AwardTable]) {
    self.stream = stream
    self.tables = tables
  }

  /// - Complexity: O(*c*) in cells.
  func read() -> [Candidate] {
    var auditor = self
    for table in tables {
      auditor.columns(of: table)
      auditor.rows(of: table)
    }
    auditor.markSuspects()
    return auditor.found
  }

  private mutating func columns(of table: AwardTable) {
    for row in table.rows where !row.parts.isEmpty {
      var relations: [(stated: AwardTable.Cell, parts: [AwardTable.Cell], column: Int)] = []
      for (at, cell) in row.cells.enumerated() {
        guard let cell, table.columns[at] != nil else { continue }
        let parts = row.parts.compactMap { table.rows[$0].cells[at] }
        let isWhole = !row.parts.contains { table.rows[$0].unread.contains(at) }
        if !parts.isEmpty, isWhole || holds(cell, parts) { relations.append((cell, parts, at)) }
      }
      // Parts that all fall short, in several columns, are examples and not all.
      let isSome =
        row.role == .award && relations.count > 1
        && relations.allSatisfy { sum($0.parts).map { [stated = $0.stated.value] in $0 < stated } ?? false }
      if isSome { continue }
      for relation in relations {
        let path = (table.columns[relation.column]?.path ?? []).joined(separator: "/")
        emit(.tableColumn, relation.stated, relation.parts, note: row.path.joined(separator: "/") + ", " + path)
      }
    }
  }

  private mutating func rows(of table: AwardTable) {
    let divisions = table.columns.indices.map {
      table.columns[$0]?.isTotal == true ? self.divisions(of: $0, in: table) : []
    }
    for (index, row) in table.rows.enumerated() {
      let path = row.path.joined(separator: "/")
      for (at, cell) in row.cells.enumerated() {
        guard let cell, let column = table.columns[at] else { continue }
        if row.role == .grandTotal {
          guard index > 0 else { continue }
          let next = row.cells.indices.first { $0 > at && row.cells[$0] != nil } ?? row.cells.count
          let parts = (at..<next).compactMap {
            table.columns[$0]?.group == column.group ? table.rows[index - 1].cells[$0] : nil
          }
          if parts.count > 1 { emit(.tableRow, cell, parts, note: path) }
        } else if column.isTotal {
          for division in divisions[at] {
            let parts = division.compactMap { row.cells[$0] }
            let isWhole = !row.unread.contains { division.contains($0) }
            if !parts.isEmpty, isWhole || holds(cell, parts) {
              emit(.tableRow, cell, parts, note: path + ", " + column.path.joined(separator: "/"))
            }
          }
        }
      }
    }
  }

  /// The columns that a column `Tổng số` sums: those of the recipients and, beside them, those of the kinds are each one
  /// way of parting it; `Cờ thi đua` beside `Bằng khen` over `Tập thể` and `Cá nhân` are one way together, which most rows tell.
  ///
  /// - Complexity: O(*r* · *c*) in rows and columns.
  private func divisions(of total: Int, in table: AwardTable) -> [[Int]] {
    guard let column = table.columns[total] else { return [] }
    let parted = Division.allCases.map { division in
      table.columns.indices.filter { isPart(table.columns[$0], of: column, by: division) }
    }.filter { !$0.isEmpty }
    let rows = table.rows.filter { $0.role != .grandTotal && $0.cells[total] != nil }
    func rowsThatHold(_ columns: [Int]) -> Int {
      rows.count { row in
        guard let stated = row.cells[total] else { return false }
        return holds(stated, columns.compactMap { row.cells[$0] })
      }
    }
    // `Công nhân, người lao động trực tiếp` beside `Công chức, viên chức` parts the sum too.
    if !column.grassroots, parted.count == 1 {
      let all = table.columns.indices.filter {
        table.columns[$0]?.grassroots == true && table.columns[$0]?.group == 0 && table.columns[$0]?.isTotal == false
          || parted[0].contains($0)
      }
      if all.count > parted[0].count, rowsThatHold(all) * 2 > rows.count, rowsThatHold(parted[0]) < rowsThatHold(all) {
        return [all]
      }
    }
    guard parted.count > 1 else { return parted }
    let together = parted.joined().sorted()
    let whole = rowsThatHold(together)
    return whole * 2 > rows.count && parted.allSatisfy({ rowsThatHold($0) < whole }) ? [together] : parted
  }

  /// What parts a column's sum.
  private enum Division: CaseIterable {
    case recipient, category, award, recipientAndCategory

    init?(_ column: AwardTable.Column) {
      switch (column.recipient != nil, column.category != nil, column.award != nil) {
      case (true, true, _): self = .recipientAndCategory
      case (true, false, _): self = .recipient
      case (false, true, _): self = .category
      case (false, false, true): self = .award
      default: return nil
      }
    }
  }

  private func isPart(_ part: AwardTable.Column?, of total: AwardTable.Column, by division: Division) -> Bool {
    guard let part, !part.isTotal, part.grassroots == total.grassroots, Division(part) == division else { return false }
    if part.group != total.group && total.path.count > 1 { return false }
    return (total.category == nil || part.category == total.category)
      && (total.award == nil || part.award == total.award)
  }

  private func sum(_ parts: [AwardTable.Cell]) -> DecimalNumber? {
    var total = DecimalNumber.zero
    for part in parts {
      guard let next = total.adding(part.value) else { return nil }
      total = next
    }
    return total
  }

  /// Whether a letter or a sign of a cell was read as a digit, an `O` for 0 apart: `L1` may have been 11 or 171.
  private func isGuessed(_ cell: AwardTable.Cell) -> Bool {
    cell.isDamaged
      && stream.bytes[stream.bytes(of: cell.tokens)].contains { byte in
        !(0x30...0x39).contains(byte) && !Array("Oo., ".utf8).contains(byte)
      }
  }

  private func holds(_ stated: AwardTable.Cell, _ parts: [AwardTable.Cell]) -> Bool { sum(parts) == stated.value }

  private mutating func emit(
    _ relation: AuditFact.Relation, _ stated: AwardTable.Cell, _ parts: [AwardTable.Cell], note: String
  ) {
    guard let computed = sum(parts) else { return }
    // A sum that fails with a cell in it whose digits are guessed tells of the scan, not of the document.
    if computed != stated.value, isGuessed(stated) || parts.contains(where: isGuessed) { return }
    let fact = AuditFact(
      relation: relation, stated: stated.value, computed: computed, unit: "count", members: [],
      holds: computed == stated.value, note: note)
    var candidate = Candidate(
      .audit(fact), tokens: stated.tokens, claim: 0..<0,
      confidence: parts.reduce(stated.confidence) { min($0, $1.confidence) })
    candidate.members = parts.map { Candidate.Member(tokens: $0.tokens, value: $0.value) }
    found.append(candidate)
    sums.append((stated, parts, computed == stated.value))
  }

  // MARK: The cell to look at

  /// Notes at each sum that fails the one cell whose change would mend it and others, and break none.
  ///
  /// - Complexity: O(*f* · *p* · *m*) for *f* faults of *p* cells that stand in *m* sums each.
  private mutating func markSuspects() {
    guard sums.contains(where: { !$0.holds }) else { return }
    var places: [Int: [Int]] = [:]
    for (index, sum) in sums.enumerated() {
      for cell in [sum.stated] + sum.parts { places[cell.tokens.lowerBound, default: []].append(index) }
    }
    for (index, fault) in sums.enumerated() where !fault.holds {
      guard let computed = sum(fault.parts), let missing = fault.stated.value.subtracting(computed) else { continue }
      var best: (cell: AwardTable.Cell, value: DecimalNumber, mended: Int)?
      for cell in [fault.stated] + fault.parts {
        let isStated = cell.tokens == fault.stated.tokens
        guard let value = isStated ? computed : cell.value.adding(missing), !value.isNegative else { continue }
        let involved = places[cell.tokens.lowerBound] ?? []
        guard involved.allSatisfy({ holds(sums[$0], with: cell, as: value) }) else { continue }
        let mended = involved.count { !sums[$0].holds }
        if mended > best?.mended ?? 1 { best = (cell, value, mended) }
      }
      guard let best, case .audit(var fact) = found[index].fact else { continue }
      let printed = stream.text(ofTokens: best.cell.tokens)
      fact.note =
        (fact.note.map { $0 + "; " } ?? "") + "suspect: \(printed), \(best.value) would mend \(best.mended) sums"
      found[index].fact = .audit(fact)
    }
  }

  private func holds(
    _ relation: (stated: AwardTable.Cell, parts: [AwardTable.Cell], holds: Bool), with cell: AwardTable.Cell,
    as value: DecimalNumber
  ) -> Bool {
    var relation = relation
    if relation.stated.tokens == cell.tokens { relation.stated.value = value }
    for index in relation.parts.indices where relation.parts[index].tokens == cell.tokens {
      relation.parts[index].value = value
    }
    return sum(relation.parts) == relation.stated.value
  }
}
