/// The steps from a row to the next, over the matrix of one OCR word.
@safe struct RowSteps<Row: ScoreRow> {
  private let costs: UnsafePointer<Int16>
  /// What one, two, four, eight and sixteen spurious code points cost.
  private let one: Row
  private let two: Row
  private let four: Row
  private let eight: Row
  private let sixteen: Row

  init(costs: UnsafePointer<Int16>, spurious: UnsafePointer<Int16>) {
    unsafe self.costs = costs
    let width = Row.scalarCount
    one = unsafe Row.load(spurious)
    two = unsafe Row.load(spurious + width)
    four = unsafe Row.load(spurious + 2 * width)
    eight = unsafe Row.load(spurious + 3 * width)
    sixteen = unsafe Row.load(spurious + 4 * width)
  }

  /// The rows of a letter: what it costs by the number of code points that it leaves.
  @inline(__always)
  func letter(_ letter: GraphemeID, _ shift: GraphemeID) -> UnsafePointer<Int16> {
    unsafe costs + Int(Alphabet.isLowerLetter(letter) ? letter &+ shift : letter) * 4 * Row.scalarCount
  }

  /// The scores of a tail with one more letter before it.
  @inline(__always)
  func prepend(_ letter: UnsafePointer<Int16>, to row: Row) -> Row {
    closedBackward(unsafe prependAlone(letter, to: row))
  }

  /// The same without spurious code points before the letter.
  @inline(__always)
  func prependAlone(_ letter: UnsafePointer<Int16>, to row: Row) -> Row {
    let width = Row.scalarCount
    var score = unsafe (row - Row.load(letter)).higher(row.behind(1) - Row.load(letter + width))
    score = unsafe score.higher(row.behind(2) - Row.load(letter + 2 * width))
    score = unsafe score.higher(row.behind(3) - Row.load(letter + 3 * width))
    return score.higher(Row())
  }

  /// The scores with spurious code points before a tail.
  @inline(__always)
  func closedBackward(_ row: Row) -> Row {
    var score = row.higher(row.behind(1) - one)
    score = score.higher(score.behind(2) - two)
    score = score.higher(score.behind(4) - four)
    if Row.scalarCount > 8 { score = score.higher(score.behind(8) - eight) }
    if Row.scalarCount > 16 { score = score.higher(score.behind(16) - sixteen) }
    return score
  }

  /// The scores of a head with one more letter behind it.
  @inline(__always)
  func append(_ letter: UnsafePointer<Int16>, to row: Row) -> Row {
    let width = Row.scalarCount
    var score = unsafe (row - Row.load(letter)).higher((row - Row.load(letter + width)).before(1))
    score = unsafe score.higher((row - Row.load(letter + 2 * width)).before(2))
    score = unsafe score.higher((row - Row.load(letter + 3 * width)).before(3))
    return closedForward(score.higher(Row()))
  }

  /// The scores with spurious code points behind a head.
  @inline(__always)
  func closedForward(_ row: Row) -> Row {
    var score = row.higher((row - one).before(1))
    score = score.higher((score - two).before(2))
    score = score.higher((score - four).before(4))
    if Row.scalarCount > 8 { score = score.higher((score - eight).before(8)) }
    if Row.scalarCount > 16 { score = score.higher((score - sixteen).before(16)) }
    return score
  }
}
