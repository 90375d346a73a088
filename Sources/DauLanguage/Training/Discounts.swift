import Foundation

/// The discounts of modified Kneser-Ney smoothing for one order.
///
/// Source: S. F. Chen and J. Goodman, *An Empirical Study of Smoothing Techniques for Language
/// Modeling*, TR-10-98, Harvard 1998, equation 26.
struct Discounts: Sendable {
  var one: Double
  var two: Double
  var many: Double

  /// - Parameter countOfCounts: how many n-grams have the adjusted count 1, 2, 3 and 4.
  init(countOfCounts n: [Double]) {
    // Small or odd texts leave a count of counts empty; then the usual values stand in.
    guard n.allSatisfy({ $0 > 0 }) else {
      (one, two, many) = (0.5, 1, 1.5)
      return
    }
    let y = n[0] / (n[0] + 2 * n[1])
    one = min(max(1 - 2 * y * n[1] / n[0], 0.05), 0.95)
    two = min(max(2 - 3 * y * n[2] / n[1], 0.05), 1.95)
    many = min(max(3 - 4 * y * n[3] / n[2], 0.05), 2.95)
  }

  /// Reads the counts of one order.
  init(countsIn url: URL) throws {
    var countOfCounts = [Double](repeating: 0, count: 4)
    let reader = try RecordReader<CountedNGram>(url)
    while let ngram = try reader.next() {
      if (1...4).contains(ngram.adjusted) { countOfCounts[Int(ngram.adjusted) - 1] += 1 }
    }
    self.init(countOfCounts: countOfCounts)
  }

  @inline(__always)
  func of(_ count: UInt32) -> Double {
    switch count {
    case 0: 0
    case 1: one
    case 2: two
    default: many
    }
  }
}
