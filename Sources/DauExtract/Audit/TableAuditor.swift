/// Checks the sums that a table of awards implies.
///
/// | relation | cells |
/// |---|---|
/// | `table_column` | a group row, an award with parts, a total, each against the rows below or above it that it sums |
/// | `table_row` | a column `Tổng số` against the columns beside it; a total over columns against the row above it |
/// | `sum` | a tally told in the text against the cell that says the same |
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

  /// - Parameter awards: the tallies of the document, those of the text and those of the tables.
  /// - Complexity: O(*c*) in cells and awards.
  func read(awards: [Candidate]) -> [Candidate] {
    var auditor = self
    for table in tables {
      auditor.columns(of: table)
      auditor.rows(of: table)
    }
    auditor.markSuspects()
    auditor.narrative(awards)
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
    guard parted.count > 1 else { return parted }
    let together = parted.joined().sorted()
    let rows = table.rows.filter { $0.role != .grandTotal && $0.cells[total] != nil }
    func rowsThatHold(_ columns: [Int]) -> Int {
      rows.count { row in
        guard let stated = row.cells[total] else { return false }
        return holds(stated, columns.compactMap { row.cells[$0] })
      }
    }
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

  // MARK: The text against the table

  private struct Received: Hashable {
    var award: String
    var recipient: String?
  }

  private struct Key: Hashable {
    var award: String
    var grantor: String?
    var recipient: String?
    var category: String?

    func hash(into hasher: inout Hasher) {
      hasher.combine(bytesOf: award)
      hasher.combine(bytesOf: grantor)
      hasher.combine(bytesOf: recipient)
      hasher.combine(bytesOf: category)
    }
  }

  /// A tally of the text whose award, grantor, recipient and category one cell has, and the number with them.
  ///
  /// Texts tell of single occasions too, so another number is a contradiction only where nothing is named that the award
  /// was given for: in a list of results, and beside a tally of the same grant that agrees with the table, unless other
  /// cells of the table explain it.
  private mutating func narrative(_ awards: [Candidate]) {
    var cells: [Key: [Candidate]] = [:]
    var counts: [Received: [DecimalNumber]] = [:]
    for candidate in awards {
      guard case .award(let fact) = candidate.fact, fact.row != nil, !fact.grassroots, let key = key(fact) else {
        continue
      }
      cells[key, default: []].append(candidate)
      counts[Received(award: key.award, recipient: key.recipient), default: []].append(fact.count)
    }
    guard !cells.isEmpty else { return }
    let agreeing = agreeing(awards, with: cells)
    for candidate in awards {
      guard case .award(let fact) = candidate.fact, fact.row == nil, let key = key(fact),
        let same = cells[key], same.count == 1, case .award(let cell) = same[0].fact,
        cell.count == fact.count
          || fact.occasion == nil
            && (isItem(candidate)
              || (agreeing.starts.contains(candidate.tokens.lowerBound)
                || agreeing.ends.contains(candidate.tokens.upperBound))
                && !isExplained(fact.count, by: counts[Received(award: key.award, recipient: key.recipient)] ?? []))
      else { continue }
      let audit = AuditFact(
        relation: .sum, stated: fact.count, computed: cell.count, unit: "count", members: [],
        holds: cell.count == fact.count,
        note: "the text against the table")
      var found = Candidate(.audit(audit), tokens: candidate.tokens, claim: 0..<0, confidence: 0.8)
      found.members = [Candidate.Member(tokens: same[0].tokens, value: cell.count)]
      self.found.append(found)
    }
  }

  /// Where the evidence of the tallies begins and ends that agree with the one cell that says the same: tallies of one
  /// grant share its verb. A one agrees with any other.
  private func agreeing(
    _ awards: [Candidate], with cells: [Key: [Candidate]]
  ) -> (starts: Set<Int>, ends: Set<Int>) {
    var (starts, ends): (Set<Int>, Set<Int>) = ([], [])
    for candidate in awards {
      guard case .award(let fact) = candidate.fact, fact.row == nil, fact.count > DecimalNumber(1), let key = key(fact),
        let same = cells[key], same.count == 1, case .award(let cell) = same[0].fact, cell.count == fact.count
      else { continue }
      starts.insert(candidate.tokens.lowerBound)
      ends.insert(candidate.tokens.upperBound)
    }
    return (starts, ends)
  }

  /// Whether a number is that of another row of the award, or of all of them.
  private func isExplained(_ count: DecimalNumber, by cells: [DecimalNumber]) -> Bool {
    if cells.contains(count) { return true }
    return cells.reduce(DecimalNumber.zero as DecimalNumber?) { $0?.adding($1) } == count
  }

  /// Whether it stands in an item of a list.
  private func isItem(_ candidate: Candidate) -> Bool {
    let first = stream[stream.tokens(ofLine: Int(stream[candidate.tokens.lowerBound].line)).lowerBound]
    return first.isDash || first.isSign("+") || first.isSign("•") || first.isSign("*")
  }

  private func key(_ fact: AwardFact) -> Key? {
    guard let award = fact.award else { return nil }
    return Key(award: award, grantor: fact.grantor, recipient: fact.recipient, category: fact.category)
  }
}

extension Hasher {
  /// Hashes a text in normalization form C, whose equals have the same bytes; hashing a string normalises it again.
  fileprivate mutating func combine(bytesOf text: String?) {
    guard var bytes = text else { return combine(-1) }
    combine(bytes.utf8.count)
    bytes.withUTF8 { unsafe combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
