import Foundation

/// Aligns one OCR word with the word it was printed as, letter by letter.
struct ChannelAlignment {
  private var forward: [Float] = []
  private var backward: [Float] = []
  /// By letter, place and length: the natural log of the probability that the letter leaves the code points there.
  private var emissions: [Float] = []

  /// Adds the expected outputs of each letter, `weight` times, to `counts`.
  ///
  /// Forward-backward over all ways to cut `ocr` into the outputs of the letters of `truth`
  /// (Baum and others 1970), in probabilities scaled by position.
  ///
  /// - Returns: the natural log of P(ocr | truth), or nil when no cut is possible.
  @discardableResult
  mutating func accumulate(
    ocr: [Glyph], truth: [GraphemeID], table: ChannelTable, weight: Float, into counts: inout [OutputRow]
  ) -> Float? {
    let n = ocr.count
    let m = truth.count
    guard n <= 40, m <= 40, m > 0 else { return nil }
    let width = n + 1
    forward = [Float](repeating: -.infinity, count: (m + 1) * width)
    backward = forward
    // Spurious code points may stand anywhere; they belong to no letter.
    func spurious(_ j: Int) -> Float { ChannelTable.spurious(ocr[j]) * 2.302585 }
    // Each is asked for three times: on the way forward, on the way back, and where both meet.
    emissions.removeAll(keepingCapacity: true)
    for letter in truth {
      for j in 0...n {
        for length in 0...Outputs.limit {
          emissions.append(j + length <= n ? Self.emission(ocr, j, length, of: Int(letter), table) : -.infinity)
        }
      }
    }
    func emission(_ i: Int, _ j: Int, _ length: Int) -> Float {
      emissions[(i * width + j) * (Outputs.limit + 1) + length]
    }
    forward[0] = 0
    for i in 0...m {
      for j in 0...n {
        let here = forward[i * width + j]
        guard here > -.infinity else { continue }
        if j < n { Self.add(&forward[i * width + j + 1], here + spurious(j)) }
        if i < m {
          for length in 0...min(Outputs.limit, n - j) {
            Self.add(&forward[(i + 1) * width + j + length], here + emission(i, j, length))
          }
        }
      }
    }
    let total = forward[m * width + n]
    guard total > -.infinity else { return nil }
    backward[m * width + n] = 0
    for i in stride(from: m, through: 0, by: -1) {
      for j in stride(from: n, through: 0, by: -1) {
        var sum = backward[i * width + j]
        if j < n { Self.add(&sum, backward[i * width + j + 1] + spurious(j)) }
        if i < m {
          for length in 0...min(Outputs.limit, n - j) {
            Self.add(&sum, backward[(i + 1) * width + j + length] + emission(i, j, length))
          }
        }
        backward[i * width + j] = sum
      }
    }
    for i in 0..<m {
      for j in 0...n where forward[i * width + j] > -.infinity {
        for length in 0...min(Outputs.limit, n - j) {
          let posterior = exp(
            forward[i * width + j] + emission(i, j, length) + backward[(i + 1) * width + j + length] - total)
          if posterior > 1e-4 { counts[Int(truth[i])].add(weight * posterior, to: Outputs.pack(ocr, j, length)) }
        }
      }
    }
    return total
  }

  private static func emission(
    _ ocr: [Glyph], _ start: Int, _ length: Int, of letter: Int, _ table: ChannelTable
  ) -> Float {
    if let probability = table.outputs[letter][Outputs.pack(ocr, start, length)], probability > 0 {
      return log(probability)
    }
    return (ChannelTable.unseen[length] + (length > 0 ? table.novelty[letter] : 0)) * 2.302585
  }

  @inline(__always)
  private static func add(_ a: inout Float, _ b: Float) {
    guard b > -.infinity else { return }
    if a == -.infinity { a = b } else { a = max(a, b) + log1p(exp(-abs(a - b))) }
  }
}
