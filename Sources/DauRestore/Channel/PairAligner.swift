/// Finds which OCR word stands for which true word, line by line.
struct PairAligner {
  /// The pairs of one line; words that were split, merged, lost or added have none.
  static func pairs(ocr: String, truth: String) -> [(ocr: [Glyph], truth: [Glyph])] {
    let left = words(of: ocr)
    let right = words(of: truth)
    return alignment(left, right).filter { distance(left[$0.0], right[$0.1]) <= 0.85 }.map {
      (left[$0.0], right[$0.1])
    }
  }

  /// Which word of one line stands for which of the other, by the cheapest edit path.
  ///
  /// - Returns: pairs of indices, in order; empty for a line of more than 500 words.
  /// - Complexity: O(*n* · *m*).
  static func alignment(_ left: [[Glyph]], _ right: [[Glyph]]) -> [(Int, Int)] {
    let n = left.count
    let m = right.count
    guard n > 0, m > 0, n * m < 250_000 else { return [] }
    var cost = [Float](repeating: 0, count: (n + 1) * (m + 1))
    var back = [UInt8](repeating: 0, count: (n + 1) * (m + 1))
    let width = m + 1
    for i in 0...n {
      for j in 0...m where i + j > 0 {
        var best = Float.infinity
        var from: UInt8 = 0
        if i > 0, j > 0 {
          let step = cost[(i - 1) * width + j - 1] + distance(left[i - 1], right[j - 1])
          if step < best { (best, from) = (step, 0) }
        }
        if i > 0 {
          let step = cost[(i - 1) * width + j] + 0.7
          if step < best { (best, from) = (step, 1) }
        }
        if j > 0 {
          let step = cost[i * width + j - 1] + 0.7
          if step < best { (best, from) = (step, 2) }
        }
        cost[i * width + j] = best
        back[i * width + j] = from
      }
    }
    var pairs: [(Int, Int)] = []
    var i = n
    var j = m
    while i > 0 || j > 0 {
      switch back[i * width + j] {
      case 0:
        pairs.append((i - 1, j - 1))
        i -= 1
        j -= 1
      case 1: i -= 1
      default: j -= 1
      }
    }
    return pairs.reversed()
  }

  static func words(of line: String) -> [[Glyph]] {
    let scanner = PieceScanner(line)
    return scanner.pieces.map { Array(scanner.glyphs[$0.glyphs]) }
  }

  /// The edit distance of the letters without marks and case, as a share of the longer word.
  static func distance(_ a: [Glyph], _ b: [Glyph]) -> Float {
    let a = a.map(Glyphs.plain)
    let b = b.map(Glyphs.plain)
    if a == b { return 0 }
    return Float(Glyphs.distance(a, b)) / Float(max(a.count, b.count, 1))
  }
}
