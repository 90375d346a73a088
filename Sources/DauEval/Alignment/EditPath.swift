/// One step from a true sequence to a found one; the numbers are places in them.
public enum EditStep: Sendable, Equatable {
  case equal(gold: Int, found: Int)
  case replaced(gold: Int, found: Int)
  case missing(gold: Int)
  case added(found: Int)
}

/// Levenshtein's distance (insertions, deletions and substitutions of one), and a minimal path that attains it.
///
/// Of several minimal paths one is fixed, so that figures that depend on the path (which words are right) are the same
/// in every program that follows the rule. Common ends are taken off. If what is left is small, the path is walked
/// from the ends backward, and at each place the first of these that is minimal is taken: a true symbol is missing; one
/// was added; both stand for each other. If it is large (`largeMatrix`), the found sequence is cut in halves, the true one
/// at its first place where the distances of the two parts add up to the least (Hirschberg 1975), and each part is taken
/// by itself.
public enum EditPath {
  /// The bytes of two bits a cell from which on a matrix is cut in two.
  private static let largeMatrix = 1 << 20

  /// The least number of edits from one sequence to the other.
  ///
  /// - Parameter symbolCount: more than the largest symbol.
  /// - Complexity: O(*n* · *d* / 64) for the distance *d*; memory O(*n*).
  public static func distance(_ gold: [UInt32], _ found: [UInt32], symbolCount: Int) -> Int {
    distance(gold[...], found[...], symbolCount: symbolCount)
  }

  /// The steps from `gold` to `found`, in order.
  ///
  /// - Parameter symbolCount: more than the largest symbol.
  /// - Complexity: O(*n* · *d* / 64) for the distance *d*; memory O(*n*).
  public static func steps(from gold: [UInt32], to found: [UInt32], symbolCount: Int) -> [EditStep] {
    var steps: [EditStep] = []
    steps.reserveCapacity(max(gold.count, found.count))
    append(gold[...], found[...], limit: max(gold.count, found.count), symbolCount, to: &steps)
    return steps
  }

  private typealias Symbols = ArraySlice<UInt32>

  /// The lengths of the common ends; the first takes what both could.
  private static func commonEnds(_ a: Symbols, _ b: Symbols) -> (prefix: Int, suffix: Int) {
    let shorter = min(a.count, b.count)
    var prefix = 0
    while prefix < shorter, a[a.startIndex + prefix] == b[b.startIndex + prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix, a[a.endIndex - 1 - suffix] == b[b.endIndex - 1 - suffix] { suffix += 1 }
    return (prefix, suffix)
  }

  private static func distance(_ gold: Symbols, _ found: Symbols, symbolCount: Int) -> Int {
    let ends = commonEnds(gold, found)
    let gold = gold.dropFirst(ends.prefix).dropLast(ends.suffix)
    let found = found.dropFirst(ends.prefix).dropLast(ends.suffix)
    guard !gold.isEmpty, !found.isEmpty else { return gold.count + found.count }
    let rows = RowBits(gold, symbolCount: symbolCount)
    var limit = max(64, abs(gold.count - found.count))
    while true {
      let bottom = EditSweep(rows, columns: found, of: found.count, limit: limit).bottom
      if bottom <= limit { return bottom }
      // The value found is the cost of some path: the distance is no more.
      limit = min(bottom, 2 * limit)
    }
  }

  /// - Parameter limit: at least the distance.
  private static func append(
    _ gold: Symbols, _ found: Symbols, limit: Int, _ symbolCount: Int, to steps: inout [EditStep]
  ) {
    let ends = commonEnds(gold, found)
    for offset in 0..<ends.prefix {
      steps.append(.equal(gold: gold.startIndex + offset, found: found.startIndex + offset))
    }
    let innerGold = gold.dropFirst(ends.prefix).dropLast(ends.suffix)
    let innerFound = found.dropFirst(ends.prefix).dropLast(ends.suffix)
    let limit = min(limit, max(innerGold.count, innerFound.count))
    let matrix = 2 * min(innerGold.count, 2 * limit + 1) * innerFound.count / 8
    if matrix < largeMatrix || innerGold.count < 65 || innerFound.count < 10 {
      walk(innerGold, innerFound, limit: limit, symbolCount, to: &steps)
    } else {
      let cut = middle(innerGold, innerFound, symbolCount)
      append(innerGold[..<cut.gold], innerFound[..<cut.found], limit: cut.left, symbolCount, to: &steps)
      append(innerGold[cut.gold...], innerFound[cut.found...], limit: cut.right, symbolCount, to: &steps)
    }
    for offset in (0..<ends.suffix).reversed() {
      steps.append(.equal(gold: gold.endIndex - 1 - offset, found: found.endIndex - 1 - offset))
    }
  }

  /// Where both sequences are cut, and the distances of the parts.
  private static func middle(
    _ gold: Symbols, _ found: Symbols, _ symbolCount: Int
  ) -> (gold: Int, found: Int, left: Int, right: Int) {
    let limit = distance(gold, found, symbolCount: symbolCount)
    let half = found.count / 2
    let left = EditSweep(
      RowBits(gold, symbolCount: symbolCount), columns: found.prefix(half), of: found.count, limit: limit
    ).lastColumn(rowCount: gold.count)
    let right = EditSweep(
      RowBits(gold.reversed(), symbolCount: symbolCount), columns: found.dropFirst(half).reversed(), of: found.count,
      limit: limit
    ).lastColumn(rowCount: gold.count)
    var best = (row: 0, left: 0, right: Int.max / 2)
    for (offset, value) in left.values.enumerated() {
      let row = left.firstRow + offset
      let mirrored = gold.count - row - right.firstRow
      guard right.values.indices.contains(mirrored) else { continue }
      if value + right.values[mirrored] < best.left + best.right { best = (row, value, right.values[mirrored]) }
    }
    return (gold.startIndex + best.row, found.startIndex + half, best.left, best.right)
  }

  private static func walk(
    _ gold: Symbols, _ found: Symbols, limit: Int, _ symbolCount: Int, to steps: inout [EditStep]
  ) {
    var row = gold.count
    var column = found.count
    var backward: [EditStep] = []
    if row > 0, column > 0 {
      let limit = min(limit, distance(gold, found, symbolCount: symbolCount))
      // Two edits more than the distance, so that the neighbours of the path are exact too.
      let sweep = EditSweep(
        RowBits(gold, symbolCount: symbolCount), columns: found, of: found.count, limit: limit + 2, keepsColumns: true)
      while row > 0, column > 0 {
        if sweep.isOneMore(column: column - 1, row: row - 1) {
          row -= 1
          backward.append(.missing(gold: gold.startIndex + row))
        } else if column > 1, sweep.isOneLess(column: column - 2, row: row - 1) {
          column -= 1
          backward.append(.added(found: found.startIndex + column))
        } else {
          row -= 1
          column -= 1
          let (i, j) = (gold.startIndex + row, found.startIndex + column)
          backward.append(gold[i] == found[j] ? .equal(gold: i, found: j) : .replaced(gold: i, found: j))
        }
      }
    }
    while row > 0 {
      row -= 1
      backward.append(.missing(gold: gold.startIndex + row))
    }
    while column > 0 {
      column -= 1
      backward.append(.added(found: found.startIndex + column))
    }
    steps.append(contentsOf: backward.reversed())
  }
}
