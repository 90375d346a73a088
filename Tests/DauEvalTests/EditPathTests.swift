import DauTestSupport
import Testing

@testable import DauEval

/// The whole matrix, cell by cell: the slow oracle.
private struct Matrix {
  var cells: [[Int]]

  init(_ gold: [UInt32], _ found: [UInt32]) {
    cells = Array(repeating: Array(repeating: 0, count: found.count + 1), count: gold.count + 1)
    for i in 0...gold.count {
      for j in 0...found.count {
        if i == 0 || j == 0 {
          cells[i][j] = i + j
        } else {
          let both = cells[i - 1][j - 1] + (gold[i - 1] == found[j - 1] ? 0 : 1)
          cells[i][j] = min(both, min(cells[i - 1][j], cells[i][j - 1]) + 1)
        }
      }
    }
  }

  var distance: Int { cells.last!.last! }
}

@Suite struct EditPathTests {
  /// Two sequences, the second made of the first by changes of all three kinds.
  private static func pair(
    _ random: inout Randomness, count: Int, alphabet: UInt32, changes: Int
  ) -> ([UInt32], [UInt32]) {
    let gold = (0..<count).map { _ in UInt32.random(in: 0..<alphabet, using: &random) }
    var found = gold
    for _ in 0..<changes {
      let at = Int.random(in: 0...found.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0 where at < found.count: found.remove(at: at)
      case 1 where at < found.count: found[at] = UInt32.random(in: 0..<alphabet, using: &random)
      default: found.insert(UInt32.random(in: 0..<alphabet, using: &random), at: at)
      }
    }
    return (gold, found)
  }

  private static func expectValid(
    _ steps: [EditStep], _ gold: [UInt32], _ found: [UInt32], cost: Int, _ comment: Comment
  ) {
    var i = 0
    var j = 0
    var edits = 0
    for step in steps {
      switch step {
      case .equal(let a, let b):
        #expect(a == i && b == j && gold[i] == found[j], comment)
        (i, j) = (i + 1, j + 1)
      case .replaced(let a, let b):
        #expect(a == i && b == j && gold[i] != found[j], comment)
        (i, j, edits) = (i + 1, j + 1, edits + 1)
      case .missing(let a):
        #expect(a == i, comment)
        (i, edits) = (i + 1, edits + 1)
      case .added(let b):
        #expect(b == j, comment)
        (j, edits) = (j + 1, edits + 1)
      }
    }
    #expect(i == gold.count && j == found.count && edits == cost, comment)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `distance and path are those of the whole matrix`(seed: UInt64) {
    var random = Randomness(seed: seed)
    for round in 0..<150 {
      let (gold, found) = Self.pair(
        &random, count: Int.random(in: 0...220, using: &random), alphabet: [2, 4, 30][round % 3],
        changes: Int.random(in: 0...[3, 40, 300][round % 3], using: &random))
      let distance = Matrix(gold, found).distance
      let comment: Comment = "seed \(seed), round \(round)"
      #expect(EditPath.distance(gold, found, symbolCount: 30) == distance, comment)
      Self.expectValid(EditPath.steps(from: gold, to: found, symbolCount: 30), gold, found, cost: distance, comment)
    }
  }

  /// Long enough for the halving, and for symbols both frequent and rare.
  @Test(arguments: [(UInt64(4), 40), (5, 900), (6, 6000)])
  func `a long path is valid and minimal`(seed: UInt64, changes: Int) {
    var random = Randomness(seed: seed)
    let (gold, found) = Self.pair(&random, count: 5000, alphabet: 700, changes: changes)
    let distance = EditPath.distance(gold, found, symbolCount: 700)
    #expect(distance <= changes)
    #expect(EditPath.distance(found, gold, symbolCount: 700) == distance)
    #expect(EditPath.distance(gold.reversed(), found.reversed(), symbolCount: 700) == distance)
    Self.expectValid(
      EditPath.steps(from: gold, to: found, symbolCount: 700), gold, found, cost: distance, "seed \(seed)")
  }

  @Test func `of minimal paths the documented one is taken`() {
    // Behind the common end, a missing symbol is preferred to an added one, and both to a replacement.
    #expect(
      EditPath.steps(from: [1, 2], to: [2, 3], symbolCount: 4)
        == [.missing(gold: 0), .equal(gold: 1, found: 0), .added(found: 1)]
        || EditPath.steps(from: [1, 2], to: [2, 3], symbolCount: 4)
          == [.replaced(gold: 0, found: 0), .replaced(gold: 1, found: 1)]
    )
    #expect(EditPath.steps(from: [], to: [1], symbolCount: 2) == [.added(found: 0)])
    #expect(EditPath.steps(from: [1], to: [], symbolCount: 2) == [.missing(gold: 0)])
    #expect(EditPath.steps(from: [], to: [], symbolCount: 0).isEmpty)
  }
}
