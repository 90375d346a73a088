internal import DauRules

/// Finds the rows that divide the award above them though no dash and no number says so.
///
/// Accepts, below `1  Giấy khen  133  346`, `Chuyên đề nữ công  31  92` and `Tổng kết năm  102  254`, which have no numbers and
/// sum to it. Refuses rows that name awards of the rules, rows whose numbers go on from that above, and rows that do not sum to it.
enum AwardTableDivisions {
  /// Makes parts of the rows below an award whose labels no rule knows, when they and the parts among them sum to it.
  ///
  /// - Complexity: O(*r* · *c*) in rows and columns: a row is in one run at most.
  static func settle(_ rows: inout [AwardTable.Row]) {
    var index = 0
    while index < rows.count {
      let run = run(below: index, in: rows)
      if !run.isEmpty, divides(run, rows[index], rows) {
        for at in run where rows[at].award?.kind == .other { makePart(&rows[at], of: rows[index]) }
      }
      index = max(run.upperBound, index + 1)
    }
  }

  /// The rows below an award that may divide it: its parts, and those of unknown names with no number of its depth.
  private static func run(below index: Int, in rows: [AwardTable.Row]) -> Range<Int> {
    let above = rows[index]
    guard above.role == .award, let award = above.award, award.kind != .other else { return index..<index }
    var end = index + 1
    while end < rows.count {
      let row = rows[end]
      let isUnnamed = row.role == .award && row.award?.kind == .other
      guard row.role == .part || isUnnamed && (row.depth == nil || row.isBelow(above)) else { break }
      end += 1
    }
    return index + 1..<end
  }

  /// Whether rows sum to the one above them in every column that it fills, or, when it alone has a number, in most: the
  /// others are faults that the audit tells.
  private static func divides(_ run: Range<Int>, _ above: AwardTable.Row, _ rows: [AwardTable.Row]) -> Bool {
    guard run.count >= 2, rows[run].contains(where: { $0.role == .award }) else { return false }
    var agreeing = 0
    var filled = 0
    var largest = 0
    for (column, cell) in above.cells.enumerated() {
      let parts = rows[run].compactMap { $0.cells[column]?.value.int }
      guard let stated = cell?.value.int else {
        if !parts.isEmpty { return false }
        continue
      }
      filled += 1
      largest = max(largest, stated)
      if parts.reduce(0, +) == stated { agreeing += 1 }
    }
    // Small numbers add up by chance.
    guard agreeing > 0, largest >= fewest || above.depth != nil else { return false }
    return agreeing == filled || above.depth != nil && rows[run].allSatisfy { $0.depth == nil } && agreeing * 2 > filled
  }

  private static let fewest = 10

  private static func makePart(_ row: inout AwardTable.Row, of above: AwardTable.Row) {
    row.role = .part
    row.award = above.award
    row.grantor = above.grantor
    row.category = lowercased(row.label)
    row.path = above.path + [row.label]
  }
}

extension AwardTable.Row {
  /// Whether its number lies deeper than that of another row: `a` or `1.1` below `1`.
  func isBelow(_ above: AwardTable.Row) -> Bool {
    guard let depth, let other = above.depth else { return false }
    return depth > other && depth >= 3
  }
}
