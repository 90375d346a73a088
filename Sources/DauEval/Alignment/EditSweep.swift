/// The rows of an edit matrix: where each symbol stands in them, as bits, 64 rows a block.
///
/// A frequent symbol has its bits laid out for all blocks; a rare one keeps its places, and its bits are set when a
/// column asks for them. So the words of a long text need memory in proportion to it, not to its square.
struct RowBits {
  private static let frequent = 48

  let rowCount: Int
  let blockCount: Int
  /// For each symbol, where its places begin in `places`.
  private var starts: [Int32]
  private var places: [Int32]
  /// For each symbol, the index of its bits in `dense`, or -1.
  private var denseIndex: [Int32]
  private var dense: [UInt64] = []

  /// - Parameter symbols: Each below `symbolCount`.
  /// - Complexity: O(*n* + *s*) in rows and symbols.
  init(_ symbols: some Collection<UInt32>, symbolCount: Int) {
    rowCount = symbols.count
    blockCount = (symbols.count + 63) / 64
    starts = [Int32](repeating: 0, count: symbolCount + 1)
    for symbol in symbols { starts[Int(symbol) + 1] += 1 }
    denseIndex = [Int32](repeating: -1, count: symbolCount)
    var denseCount: Int32 = 0
    for symbol in 0..<symbolCount {
      if starts[symbol + 1] > Self.frequent {
        denseIndex[symbol] = denseCount
        denseCount += 1
      }
      starts[symbol + 1] += starts[symbol]
    }
    places = [Int32](repeating: 0, count: symbols.count)
    dense = [UInt64](repeating: 0, count: Int(denseCount) * blockCount)
    var next = starts
    for (row, symbol) in symbols.enumerated() {
      places[Int(next[Int(symbol)])] = Int32(row)
      next[Int(symbol)] += 1
      let index = Int(denseIndex[Int(symbol)])
      if index >= 0 { dense[index * blockCount + row / 64] |= 1 << UInt64(row % 64) }
    }
  }

  /// Runs `body` over the bits of `symbol`, block by block from 0; `scratch` holds a zero for each block.
  @inline(__always)
  func withBits(of symbol: UInt32, scratch: inout [UInt64], _ body: (Span<UInt64>) -> Void) {
    let index = Int(denseIndex[Int(symbol)])
    if index >= 0 {
      body(dense.span.extracting(index * blockCount..<(index + 1) * blockCount))
      return
    }
    let own = Int(starts[Int(symbol)])..<Int(starts[Int(symbol) + 1])
    for at in own { scratch[Int(places[at]) / 64] |= 1 << UInt64(places[at] % 64) }
    body(scratch.span)
    for at in own { scratch[Int(places[at]) / 64] = 0 }
  }
}

/// One pass over an edit matrix from its first column, 64 rows at a time.
///
/// The bit-parallel recurrence of Myers (J. ACM 46, 1999) as Hyyrö (2003) gives it, within Ukkonen's band (1985): cells
/// that no path of at most `limit` edits from corner to corner can cross are not computed. Every value is the cost of some
/// path, so it is never too small; it is exact on all paths within the limit.
struct EditSweep {
  /// The vertical differences of the last column computed: bit set where a value is one more (`rises`) or one less
  /// (`falls`) than the value above it.
  private(set) var rises: [UInt64]
  private(set) var falls: [UInt64]
  /// The blocks of the last column that are within the band.
  private(set) var blocks = 0..<0
  /// The value above the first of those blocks.
  private(set) var top = 0
  /// The value in the last row of the last column.
  private(set) var bottom = 0

  /// The columns, when they were asked for: block range and bits of each.
  private var keptBlocks: [Range<Int32>] = []
  private var keptStarts: [Int] = []
  private var keptRises: [UInt64] = []
  private var keptFalls: [UInt64] = []

  /// - Parameters:
  ///   - columns: the symbols of the columns to compute.
  ///   - columnCount: the columns of the whole matrix, which say where its corner is.
  ///   - limit: the most edits that matter, at least the difference of rows and columns.
  ///   - keepsColumns: whether ``isOneMore(column:row:)`` and ``isOneLess(column:row:)`` will be asked.
  /// - Complexity: O(*m* · *l* / 64) for *m* columns and the limit *l*; rare symbols cost nothing more.
  init(
    _ rows: RowBits, columns: some Collection<UInt32>, of columnCount: Int, limit: Int, keepsColumns: Bool = false
  ) {
    let n = rows.rowCount
    precondition(n > 0, "no rows")
    let difference = n - columnCount
    precondition(limit >= abs(difference), "the corner is outside the band")
    // A path through diagonal x = row - column costs at least |x| + |difference - x|.
    let low = (difference - limit) / 2 - 1
    let high = (difference + limit) / 2 + 1
    func blocksOfColumn(_ column: Int) -> Range<Int> {
      let first = min(max(0, column + low - 1), n - 1) / 64
      return first..<((min(n, max(1, column + high)) - 1) / 64 + 1)
    }
    // Local while they are worked on, for speed.
    var rising = [UInt64](repeating: ~0, count: rows.blockCount)
    var falling = [UInt64](repeating: 0, count: rows.blockCount)
    var scores = (0..<rows.blockCount).map { min(n, ($0 + 1) * 64) }
    var scratch = [UInt64](repeating: 0, count: rows.blockCount)
    let lastBlock = rows.blockCount - 1
    let lastBit = UInt64((n - 1) % 64)
    var active = blocksOfColumn(0)
    var column = 0
    for symbol in columns {
      column += 1
      let wanted = blocksOfColumn(column)
      // A block that enters the band takes the values of the column before: each one more than the one above it.
      while active.upperBound < wanted.upperBound {
        let block = active.upperBound
        rising[block] = ~0
        falling[block] = 0
        scores[block] = scores[block - 1] + min(64, n - block * 64)
        active = active.lowerBound..<block + 1
      }
      active = wanted
      rows.withBits(of: symbol, scratch: &scratch) { bits in
        // Above the first block the value is taken to rise by one a column; it never rises more.
        var carryUp: UInt64 = 1
        var carryDown: UInt64 = 0
        for block in wanted {
          let up = rising[block]
          let down = falling[block]
          let equal = bits[block] | carryDown
          let zero = (((equal & up) &+ up) ^ up) | equal | down
          var right = down | ~(zero | up)
          var left = zero & up
          let bit = block == lastBlock ? lastBit : 63
          let carriesUp = (right >> bit) & 1
          let carriesDown = (left >> bit) & 1
          right = right << 1 | carryUp
          left = left << 1 | carryDown
          rising[block] = left | ~(zero | right)
          falling[block] = right & zero
          scores[block] += Int(carriesUp) - Int(carriesDown)
          carryUp = carriesUp
          carryDown = carriesDown
        }
      }
      if keepsColumns {
        keptBlocks.append(Int32(wanted.lowerBound)..<Int32(wanted.upperBound))
        keptStarts.append(keptRises.count)
        keptRises.append(contentsOf: rising[wanted])
        keptFalls.append(contentsOf: falling[wanted])
      }
    }
    rises = rising
    falls = falling
    blocks = active
    bottom = scores[active.upperBound - 1] + max(0, n - active.upperBound * 64)
    // The rows above the band stand still: the value above it follows from the block below.
    let first = active.lowerBound
    let mask: UInt64 = first == lastBlock ? ~0 >> (63 - lastBit) : ~0
    top =
      first == 0
      ? column : scores[first] - (rises[first] & mask).nonzeroBitCount + (falls[first] & mask).nonzeroBitCount
  }

  /// The values of the last column within the band, from the row above `blocks` (row 0 is the empty prefix).
  func lastColumn(rowCount: Int) -> (firstRow: Int, values: [Int]) {
    let first = blocks.lowerBound * 64
    let last = min(rowCount, blocks.upperBound * 64)
    var values = [top]
    values.reserveCapacity(last - first + 1)
    for row in first..<last {
      let bit = UInt64(1) << UInt64(row % 64)
      let value = values[values.count - 1]
      values.append(value + (rises[row / 64] & bit != 0 ? 1 : 0) - (falls[row / 64] & bit != 0 ? 1 : 0))
    }
    return (first, values)
  }

  /// Whether the value at a column and row (from 0) is one more than that above it.
  func isOneMore(column: Int, row: Int) -> Bool { isSet(keptRises, column, row) }

  /// Whether the value at a column and row (from 0) is one less than that above it.
  func isOneLess(column: Int, row: Int) -> Bool { isSet(keptFalls, column, row) }

  @inline(__always)
  private func isSet(_ bits: [UInt64], _ column: Int, _ row: Int) -> Bool {
    let block = Int32(row / 64)
    guard keptBlocks[column].contains(block) else { return false }
    return bits[keptStarts[column] + Int(block - keptBlocks[column].lowerBound)] >> UInt64(row % 64) & 1 == 1
  }
}
