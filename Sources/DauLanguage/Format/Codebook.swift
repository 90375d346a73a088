import Algorithms
import Foundation

/// 256 values that stand for all values of a level, placed so that the squared error, weighted by how often the values are
/// needed, is small.
///
/// Without the weights the few most frequent words, which are half of every text, would share one value with the many
/// around them. Source: S. Lloyd, *Least Squares Quantization in PCM*, IEEE Transactions on Information Theory 28, 1982.
struct Codebook {
  private static let rounds = 40
  var values: [Float]

  /// - Parameters:
  ///   - weights: one for each sample, not negative.
  ///   - exact: a value that keeps a code of its own.
  /// - Complexity: O(*n* log *n*).
  init(_ samples: [Float], weights: [Float], exact: Float? = nil) {
    var order = samples.indices.filter { samples[$0] != exact }
    order.sort { samples[$0] < samples[$1] }
    let sorted = order.map { samples[$0] }
    let bins = exact == nil ? 256 : 255
    // Few values need no means: each keeps its own.
    let different = sorted.reduce(into: [Float]()) { if $0.count <= bins, $0.last != $1 { $0.append($1) } }
    if different.count <= bins {
      values = Self.filled(different + (exact.map { [$0] } ?? []))
      return
    }
    // A little weight for each, so that no region of values is forgotten.
    let mean = order.reduce(0.0) { $0 + Double(weights[$1]) } / Double(max(1, order.count))
    var weightBefore = [0.0]
    var sumBefore = [0.0]
    var shareBefore = [0.0]
    for (value, index) in zip(sorted, order) {
      let weight = Double(weights[index]) + 0.1 * mean + 1e-12
      weightBefore.append(weightBefore.last! + weight)
      sumBefore.append(sumBefore.last! + weight * Double(value))
      // The best density of values grows with the cube root of the weight (Panter and Dite 1951).
      shareBefore.append(shareBefore.last! + cbrt(weight))
    }
    var edges = (0...bins).map { bin in
      let share = shareBefore.last! * Double(bin) / Double(bins) * (1 - 1e-12)
      return shareBefore.partitioningIndex { $0 >= share }
    }
    edges[0] = 0
    edges[edges.count - 1] = sorted.count
    var centres: [Float] = []
    for _ in 0..<Self.rounds {
      centres = zip(edges, edges.dropFirst()).compactMap { low, high in
        low < high ? Float((sumBefore[high] - sumBefore[low]) / (weightBefore[high] - weightBefore[low])) : nil
      }
      var next = [0]
      for (left, right) in zip(centres, centres.dropFirst()) {
        let middle = (left + right) / 2
        next.append(sorted.partitioningIndex { $0 >= middle })
      }
      next.append(sorted.count)
      if next == edges { break }
      edges = next
    }
    values = Self.filled(centres + (exact.map { [$0] } ?? []))
  }

  /// The values in order, the last repeated up to 256.
  private static func filled(_ values: [Float]) -> [Float] {
    let sorted = values.sorted()
    return sorted + [Float](repeating: sorted.last ?? 0, count: 256 - sorted.count)
  }

  /// The code of the nearest value.
  func code(of value: Float) -> UInt8 {
    let above = values[..<255].partitioningIndex { $0 >= value }
    let isBelowNearer = above > 0 && value - values[above - 1] < values[above] - value
    return UInt8(isBelowNearer ? above - 1 : above)
  }
}
