/// Columns that are made of others: shares (`Đạt (%)`, `Cơ cấu (%)`), changes (`Tăng so với năm 2018`) and what grew by how many per
/// cent (`Tăng, giảm (%)`, or `Tỷ lệ (%)` behind a change).
///
/// Which columns one was made of is not said: it is taken for made of those that it agrees with in most rows, and the rows that do not are
/// faults. Those that agree are not told, for a table is full of them.
extension SummedTable {
  /// A number of such a column that does not agree with what it was made of.
  struct Fault {
    var stated: Cell
    var parts: [Cell]
    var computed: DecimalNumber
    var relation: AuditFact.Relation
    var label: String
  }

  /// - Complexity: O(*r*) in rows; tables of more columns than a dozen or so are not looked at.
  func faults() -> [Fault] {
    columns.count <= Self.widest ? faultsOfMadeColumns() + untoldRests() + untoldBalances() : []
  }

  /// Whether a head says of a column that it was made of others.
  var hasMadeColumns: Bool { columns.count <= Self.widest && columns.contains { $0.made != nil } }

  /// The faults in the columns of which a head says that they were made of others.
  func faultsOfMadeColumns() -> [Fault] {
    columns.indices.flatMap { column -> [Fault] in
      switch columns[column].made {
      case .share, .growth: mostlyAgreeing(shareSources(of: column) + growthSources(of: column), column, .ratio)
      // `Năm nay`, `Năm trước`, `Tăng, giảm`, or the year before first.
      case .change:
        mostlyAgreeing(changeSources(of: column) + changeSources(of: column).map(negated), column, .difference)
      case .rest: mostlyAgreeing(changeSources(of: column).map(negated), column, .difference)
      case nil: []
      }
    }
  }

  /// `Số hồ sơ`, `Đủ điều kiện`, `Trả lại`: of three columns in a row the last is what the second leaves of the first,
  /// though no head says so, when all rows but one in four at most agree, four of them with numbers of two figures and
  /// more.
  private func untoldRests() -> [Fault] {
    let amounts = columns.indices.filter { columns[$0].made == nil && columns[$0].adds && !columns[$0].isTotal }
    return amounts.dropFirst(2).flatMap { last -> [Fault] in
      guard amounts.contains(last - 1), amounts.contains(last - 2) else { return [] }
      var holding = 0
      var faults: [Fault] = []
      for row in rows {
        guard let whole = row.cells[last - 2], let part = row.cells[last - 1], let rest = row.cells[last],
          let computed = whole.value.subtracting(part.value)
        else { continue }
        if computed == rest.value {
          if part.value >= DecimalNumber(10), rest.value > .zero { holding += 1 }
        } else if ![whole, part, rest].contains(where: \.isDamaged) {
          faults.append(
            Fault(stated: rest, parts: [whole, part], computed: computed, relation: .tableRow, label: text(row.label)))
        }
      }
      return holding >= 4 && holding >= 3 * faults.count ? faults : []
    }
  }

  /// `Đầu năm`, `Kết nạp mới`, `Giảm trong năm`, `Cuối năm`: of four columns in a row the last is the first and the second less the third,
  /// under the same conditions.
  private func untoldBalances() -> [Fault] {
    let amounts = columns.indices.filter { !columns[$0].isTotal }
    return amounts.dropFirst(3).flatMap { last -> [Fault] in
      guard (last - 3..<last).allSatisfy(amounts.contains) else { return [] }
      var holding = 0
      var faults: [Fault] = []
      for row in rows {
        let parts = (last - 3..<last).compactMap { row.cells[$0] }
        guard parts.count == 3, let left = row.cells[last], let gross = parts[0].value.adding(parts[1].value),
          let computed = gross.subtracting(parts[2].value)
        else { continue }
        if computed == left.value {
          if parts[1].value > .zero, parts[2].value > .zero { holding += 1 }
        } else if !(parts + [left]).contains(where: \.isDamaged) {
          faults.append(
            Fault(stated: left, parts: parts, computed: computed, relation: .tableRow, label: text(row.label)))
        }
      }
      return holding >= 4 && holding >= 3 * faults.count ? faults : []
    }
  }

  private static let widest = 16

  /// What a number of a column is, by row, if the column was made in one way; nil where a row does not say.
  private typealias Source = [(computed: DecimalNumber, parts: [Cell])?]

  /// One column over another, and each cell over the total of its column.
  private func shareSources(of column: Int) -> [Source] {
    let amounts = columns.indices.filter { columns[$0].made == nil && $0 != column }
    var sources: [Source] = []
    for part in amounts {
      for whole in amounts where whole != part {
        sources.append(rows.map { row in row.cells[part].flatMap { share($0, of: row.cells[whole]) } })
      }
      guard let total = rows.last(where: { $0.kind == .total })?.cells[part] else { continue }
      sources.append(
        rows.map { row in row.kind == .total ? nil : row.cells[part].flatMap { share($0, of: total) } })
    }
    return sources
  }

  /// A change over what it is a change of, and one column less another before it over that other.
  private func growthSources(of column: Int) -> [Source] {
    let amounts = columns.indices.filter { columns[$0].made == nil && $0 < column }
    let changes = columns.indices.filter { columns[$0].made == .change && $0 < column }
    let told: [Source] = amounts.flatMap { earlier in
      changes.map { change in rows.map { row in row.cells[change].flatMap { share($0, of: row.cells[earlier]) } } }
    }
    let made: [Source] = changeSources(of: column).map { source in
      source.map { change in
        guard let change, let earlier = change.parts.first, earlier.value > .zero else { return nil }
        return change.computed.percentage(of: earlier.value, places: 4).map { ($0, change.parts) }
      }
    }
    return told + made
  }

  private func share(_ part: Cell, of whole: Cell?) -> (computed: DecimalNumber, parts: [Cell])? {
    guard let whole, whole.value > .zero else { return nil }
    return part.value.percentage(of: whole.value, places: 4).map { ($0, [part, whole]) }
  }

  /// A column less one before it.
  private func changeSources(of column: Int) -> [Source] {
    let amounts = columns.indices.filter { columns[$0].made == nil && $0 < column }
    return amounts.flatMap { later in
      amounts.filter { $0 < later }.map { earlier in
        rows.map { row in
          guard let a = row.cells[earlier], let b = row.cells[later] else { return nil }
          return b.value.subtracting(a.value).map { ($0, [a, b]) }
        }
      }
    }
  }

  /// What is left is one less the other where a change is the other less the one.
  private func negated(_ source: Source) -> Source { source.map { $0.map { (-$0.computed, $0.parts) } } }

  /// The rows that do not agree with the source that most do; none where fewer than two of three agree.
  private func mostlyAgreeing(_ sources: [Source], _ column: Int, _ relation: AuditFact.Relation) -> [Fault] {
    var best: (holding: Int, faults: [Fault]) = (0, [])
    for source in sources {
      var holding = 0
      var faults: [Fault] = []
      for (row, made) in zip(rows, source) {
        guard let made, let stated = row.cells[column] else { continue }
        if agrees(stated, made.computed) {
          holding += 1
        } else if !([stated] + made.parts).contains(where: \.isDamaged) {
          faults.append(
            Fault(
              stated: stated, parts: made.parts, computed: made.computed, relation: relation, label: text(row.label)))
        }
      }
      if holding > best.holding { best = (holding, faults) }
    }
    return best.holding >= 2 && best.holding >= 2 * best.faults.count ? best.faults : []
  }

  /// Within one unit of the last place printed, for amounts in a table were rounded themselves.
  private func agrees(_ stated: Cell, _ computed: DecimalNumber) -> Bool {
    guard let difference = stated.value.subtracting(computed)?.magnitude else { return false }
    return difference <= DecimalNumber(digits: 1, scale: max(1, stated.value.scale))
  }
}
