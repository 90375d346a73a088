/// Puts the numbers of each row of a flattened table back into their columns.
///
/// OCR drops empty cells, so that a row of five columns with two numbers says only which stands first. Where they stood
/// follows from the arithmetic of the table: groups, awards with parts and totals are sums of their rows in each column,
/// a column `Tổng số` is the sum of its row, those at the grassroots are no more than all, some awards are for
/// collectives or for individuals only. Every way to keep a row's numbers in order is tried, and the table taken whole
/// that breaks the fewest of these; rows that sum others make the table a tree, so the search is exact but for a cap on
/// the states kept.
///
/// Nothing is added and nothing mended: a sum that fails in every placement stays a fault for the audit.
struct CellPlacement {
  /// A column as the placement sees it.
  struct Column: Equatable {
    var recipient: String?
    var isTotal = false
    var grassroots = false
    var group = 0
  }
  /// A row as the placement sees it.
  struct Row {
    enum Kind { case award, part, sum, grandTotal }
    var kind: Kind
    /// The numbers as printed, left to right; nil for one that is there and cannot be read.
    var values: [Int?]
    /// Who alone may receive the award.
    var recipient: String?
    /// The rows that it sums.
    var parts: [Int] = []
  }
  /// Where a row's numbers stand.
  struct Placed: Equatable {
    /// The column of each number.
    var columns: [Int]
    /// How much worse the table is with the row in any other way; `.infinity` when there is no other way.
    var margin: Double
  }

  private let columns: [Column]
  private let rows: [Row]
  /// The ways to place each row, as sets of columns, with what each costs by itself.
  private var ways: [[Way]] = []

  private struct Way {
    var set: UInt32
    /// By column: a value, `blank` or `unread`.
    var cells: [Int]
    var cost: Double
  }

  private static let blank = -1
  private static let unread = -2
  /// A sum that has left what it should be behind; more parts do not bring it back.
  private static let over = Int.max
  /// How many sums of the first rows are kept while the next is placed.
  private static let beam = 300
  private static let most = 12
  /// Wider tables than this are tried with the likeliest ways of each row and a narrower beam only.
  private static let wide = 8
  private static let waysWhenWide = 100

  /// - Precondition: the parts of rows make trees.
  init(columns: [Column], rows: [Row]) {
    self.columns = columns
    self.rows = rows
    ways = rows.map(makeWays)
  }

  /// The columns of each row's numbers; nil for a table too wide to try.
  ///
  /// - Complexity: O(*r* · *w* · *s* · *k*) for *r* rows with *w* ways, *s* states kept and *k* columns.
  func solve() -> [Placed]? {
    guard columns.count <= Self.most, !columns.isEmpty, rows.count <= 200 else { return nil }
    var isPart = Array(repeating: false, count: rows.count)
    for row in rows { for part in row.parts { isPart[part] = true } }
    var memo: [[Double]?] = Array(repeating: nil, count: rows.count)
    var chosen = Array(repeating: 0, count: rows.count)
    var margins = Array(repeating: Double.infinity, count: rows.count)
    for root in rows.indices where !isPart[root] {
      let costs = totals(of: root, &memo)
      guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }) else { continue }
      margins[root] = Self.margin(costs, best)
      choose(root, best, &memo, &chosen, &margins)
    }
    return rows.indices.map { row in
      let way = ways[row][chosen[row]]
      return Placed(columns: columns.indices.filter { way.set & 1 << UInt32($0) != 0 }, margin: margins[row])
    }
  }

  private static func margin(_ costs: [Double], _ best: Int) -> Double {
    costs.indices.reduce(.infinity) { $1 == best ? $0 : min($0, costs[$1] - costs[best]) }
  }

  // MARK: One row

  private func makeWays(_ row: Row) -> [Way] {
    let count = row.values.count
    let none = Array(repeating: Self.blank, count: columns.count)
    guard count > 0, count <= columns.count, columns.count <= Self.most else {
      return [Way(set: 0, cells: none, cost: 0)]
    }
    if row.kind == .grandTotal {
      // One for each group of columns, where the group begins.
      let starts = columns.indices.filter { $0 == 0 || columns[$0].group != columns[$0 - 1].group }
      if starts.count == count { return [way(starts, row, cost: 0)] }
    }
    var made: [Way] = []
    for set in 0..<(1 << columns.count) where set.nonzeroBitCount == count {
      let places = columns.indices.filter { set & 1 << $0 != 0 }
      made.append(way(places, row, cost: nil))
    }
    if columns.count > Self.wide, made.count > Self.waysWhenWide {
      let likely = made.indices.sorted { made[$0].cost != made[$1].cost ? made[$0].cost < made[$1].cost : $0 < $1 }
      made = likely.prefix(Self.waysWhenWide).sorted().map { made[$0] }
    }
    return made
  }

  private func way(_ places: [Int], _ row: Row, cost: Double?) -> Way {
    var cells = Array(repeating: Self.blank, count: columns.count)
    var set: UInt32 = 0
    for (place, value) in zip(places, row.values) {
      cells[place] = value ?? Self.unread
      set |= 1 << UInt32(place)
    }
    return Way(set: set, cells: cells, cost: cost ?? self.cost(cells, row))
  }

  /// What speaks against a row by itself. Measured in faults: a broken sum costs 3.
  private func cost(_ cells: [Int], _ row: Row) -> Double {
    var cost = 0.0
    for (at, column) in columns.enumerated() {
      let cell = cells[at]
      if cell == Self.blank {
        // `Tổng số` is printed in every row.
        if column.isTotal { cost += 4 }
        continue
      }
      // Less than one broken sum: what a table prints outweighs what is usual.
      if let only = row.recipient, !column.isTotal, let recipient = column.recipient, recipient != only { cost += 2 }
      // Families and enterprises are rarer than collectives and individuals.
      if !column.isTotal, column.recipient != "collective", column.recipient != "individual", row.recipient == nil {
        cost += 0.4
      }
      if column.grassroots, let whole = columns.indices.first(where: { isWhole($0, of: column) }) {
        if cells[whole] == Self.blank {
          cost += 5
        } else if cell >= 0, cells[whole] >= 0, cell > cells[whole] {
          cost += 5
        }
      }
      if !column.grassroots, !column.isTotal, let part = columns.indices.first(where: { isWhole(at, of: columns[$0]) }),
        cells[part] == Self.blank
      {
        cost += 0.15
      }
      if column.isTotal, cell >= 0 {
        let members = columns.indices.filter {
          !columns[$0].isTotal && columns[$0].grassroots == column.grassroots && cells[$0] != Self.blank
        }
        if members.isEmpty {
          cost += 1
        } else if members.allSatisfy({ cells[$0] >= 0 }), members.reduce(0, { $0 + cells[$1] }) != cell {
          cost += 4
        }
      }
    }
    return cost
  }

  private func isWhole(_ at: Int, of column: Column) -> Bool {
    column.grassroots && !columns[at].grassroots && columns[at].recipient == column.recipient
      && columns[at].isTotal == column.isTotal
  }

  // MARK: A row and its parts

  /// For each way of a row the least cost of it and all that it sums.
  private func totals(of row: Int, _ memo: inout [[Double]?]) -> [Double] {
    if let known = memo[row] { return known }
    var costs = ways[row].map(\.cost)
    if !rows[row].parts.isEmpty {
      for way in costs.indices {
        costs[way] += cheapest(row, ways[row][way], excluding: nil, &memo)?.cost ?? 0
      }
    }
    memo[row] = costs
    return costs
  }

  private struct State {
    var cost: Double
    /// The way of each part so far.
    var trail: [UInt8]
  }

  /// The cheapest ways of the parts below a row placed so.
  ///
  /// - Parameter excluding: a part with a way that it may not take.
  private func cheapest(
    _ row: Int, _ way: Way, excluding: (part: Int, way: Int)?, _ memo: inout [[Double]?]
  ) -> State? {
    let start = Array(repeating: Self.blank, count: columns.count)
    var states: [[Int]: State] = [start: State(cost: 0, trail: [])]
    for part in rows[row].parts {
      let costs = totals(of: part, &memo)
      var next: [[Int]: State] = [:]
      for (sums, state) in states {
        for (index, choice) in ways[part].enumerated() where excluding.map({ $0 != (part, index) }) ?? true {
          let sum = added(sums, choice.cells, toward: way.cells)
          let cost = state.cost + costs[index]
          let trail = state.trail + [UInt8(index)]
          if let old = next[sum], old.cost < cost || old.cost == cost && !trail.lexicographicallyPrecedes(old.trail) {
            continue
          }
          next[sum] = State(cost: cost, trail: trail)
        }
      }
      states = next.count <= beam ? next : pruned(next)
    }
    var best: State?
    // Of equals the first in order, so that a table is placed alike on every run.
    for (sums, state) in states {
      let cost = state.cost + mismatch(sums, way.cells, rows[row].kind)
      if let old = best, old.cost < cost || old.cost == cost && !state.trail.lexicographicallyPrecedes(old.trail) {
        continue
      }
      best = State(cost: cost, trail: state.trail)
    }
    return best
  }

  private var beam: Int { columns.count > Self.wide ? Self.beam / 3 : Self.beam }

  private func pruned(_ states: [[Int]: State]) -> [[Int]: State] {
    let kept = states.sorted {
      $0.value.cost != $1.value.cost
        ? $0.value.cost < $1.value.cost : $0.value.trail.lexicographicallyPrecedes($1.value.trail)
    }
    return Dictionary(uniqueKeysWithValues: kept.prefix(beam).map { ($0.key, $0.value) })
  }

  private func added(_ sums: [Int], _ cells: [Int], toward whole: [Int]) -> [Int] {
    var out = sums
    for at in out.indices {
      let cell = cells[at]
      if cell == Self.blank || out[at] == Self.over { continue }
      if cell == Self.unread || out[at] == Self.unread {
        out[at] = Self.unread
      } else if whole[at] == Self.blank {
        out[at] = Self.over
      } else {
        let sum = max(out[at], 0) + cell
        out[at] = whole[at] >= 0 && sum > whole[at] ? Self.over : sum
      }
    }
    return out
  }

  private func mismatch(_ sums: [Int], _ whole: [Int], _ kind: Row.Kind) -> Double {
    var cost = 0.0
    for at in sums.indices {
      switch (whole[at] == Self.blank, sums[at] == Self.blank) {
      case (true, true): break
      // Parts of nothing.
      case (true, false): cost += 5
      // `trong đó` may leave a column out, a group may not.
      case (false, true): cost += kind == .award ? 0.4 : 3
      case (false, false):
        if whole[at] == Self.unread || sums[at] == Self.unread {
          cost += 0.5
        } else if whole[at] != sums[at] {
          cost += 3
        }
      }
    }
    return cost
  }

  // MARK: The way chosen

  private func choose(
    _ row: Int, _ way: Int, _ memo: inout [[Double]?], _ chosen: inout [Int], _ margins: inout [Double]
  ) {
    chosen[row] = way
    guard !rows[row].parts.isEmpty, let best = cheapest(row, ways[row][way], excluding: nil, &memo) else { return }
    for (part, choice) in zip(rows[row].parts, best.trail) {
      if ways[part].count > 1 {
        let other = cheapest(row, ways[row][way], excluding: (part, Int(choice)), &memo)
        margins[part] = (other?.cost ?? .infinity) - best.cost
      }
      choose(part, Int(choice), &memo, &chosen, &margins)
    }
  }
}
