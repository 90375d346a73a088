import DauLanguage
import Foundation

/// All readings of a sentence, and the search for the most probable one.
///
/// The places between pieces are positions; each reading of a piece (or of two, when they are one word) is an
/// edge. A node is a position together with what the language model remembers there, so two paths that meet
/// in one node have the same future and only the better one matters for the best path. The search goes from
/// left to right and keeps the best nodes of each position (a beam). What it visited stays as arcs, over which
/// forward and backward sums give each reading its posterior probability
/// (L. R. Rabiner, *A tutorial on hidden Markov models*, 1989, section III).
struct Lattice {
  private struct Node {
    var state: LanguageModel.State
    /// The best log10 score of a path to here, and its last arc.
    var best: Float
    var arc: Int32
    /// ln of the sum over all paths to here, and from here to the end.
    var alpha: Float
    var beta: Float
  }

  private struct Arc {
    var from: Int32
    var to: Int32
    var position: Int32
    var candidate: Int32
    /// log10 score of the edge.
    var score: Float
  }

  /// A reading of the best path.
  struct Step {
    var position: Int
    var candidate: Int
    /// Its posterior probability, 0...1.
    var posterior: Float
  }

  /// Nodes kept at each position.
  var beam = 20
  /// Nodes this much (log10) behind the best of their position are dropped.
  var beamWidth: Float = 6

  private var nodes: [Node] = []
  private var arcs: [Arc] = []
  private var positions: [[Int32]] = []

  /// Finds the best path.
  ///
  /// - Parameters:
  ///   - edges: for each piece the readings that begin with it.
  ///   - languageWeight: the exponent of the language model's probability.
  /// - Returns: the steps from left to right and ln of the sum over all paths.
  mutating func bestPath(
    over edges: [[Candidate]], from start: LanguageModel.State, endsSentence: Bool, model: LanguageModel,
    languageWeight: Float
  ) -> (steps: [Step], logEvidence: Float) {
    let count = edges.count
    nodes.removeAll(keepingCapacity: true)
    arcs.removeAll(keepingCapacity: true)
    if positions.count < count + 1 { positions = Array(repeating: [], count: count + 1) }
    for at in 0...count { positions[at].removeAll(keepingCapacity: true) }
    nodes.append(Node(state: start, best: 0, arc: -1, alpha: 0, beta: -.infinity))
    positions[0].append(0)
    for at in 0..<count {
      prune(at)
      for from in positions[at] {
        for (index, candidate) in edges[at].enumerated() where at + candidate.span <= count {
          let state = nodes[Int(from)].state
          var (language, next) = model.score(candidate.first, after: state)
          if candidate.kind == .split {
            let second = model.score(candidate.second, after: next)
            language += second.log10
            next = second.next
          }
          let score = candidate.channel + languageWeight * language
          extend(from: from, to: at + candidate.span, state: next, position: at, candidate: index, score: score)
        }
      }
    }
    prune(count)
    guard !positions[count].isEmpty else { return ([], -.infinity) }
    var end = -1
    var endScore = -Float.infinity
    var evidence = -Float.infinity
    for node in positions[count] {
      let last = endsSentence ? languageWeight * model.score(.sentenceEnd, after: nodes[Int(node)].state).log10 : 0
      nodes[Int(node)].beta = last * Self.ln10
      evidence = Self.sum(evidence, nodes[Int(node)].alpha + last * Self.ln10)
      if nodes[Int(node)].best + last > endScore {
        endScore = nodes[Int(node)].best + last
        end = Int(node)
      }
    }
    // Arcs were made in the order of their positions, so their reverse is right for the backward sums.
    for arc in arcs.reversed() where nodes[Int(arc.to)].beta > -.infinity {
      let through = nodes[Int(arc.to)].beta + arc.score * Self.ln10
      nodes[Int(arc.from)].beta = Self.sum(nodes[Int(arc.from)].beta, through)
    }
    var steps: [Step] = []
    var node = end
    while nodes[node].arc >= 0 {
      let arc = arcs[Int(nodes[node].arc)]
      steps.append(Step(position: Int(arc.position), candidate: Int(arc.candidate), posterior: 0))
      node = Int(arc.from)
    }
    steps.reverse()
    var chosen = [Int](repeating: -1, count: count)
    for (index, step) in steps.enumerated() { chosen[step.position] = index }
    for arc in arcs {
      let index = chosen[Int(arc.position)]
      guard index >= 0, steps[index].candidate == Int(arc.candidate), nodes[Int(arc.to)].beta > -.infinity else {
        continue
      }
      steps[index].posterior += exp(
        nodes[Int(arc.from)].alpha + arc.score * Self.ln10 + nodes[Int(arc.to)].beta - evidence)
    }
    for index in steps.indices { steps[index].posterior = min(1, steps[index].posterior) }
    return (steps, evidence)
  }

  /// The posterior probability of every reading of one position, after `bestPath`.
  func posteriors(at position: Int, count: Int, logEvidence: Float) -> [Float] {
    var result = [Float](repeating: 0, count: count)
    for arc in arcs where Int(arc.position) == position && nodes[Int(arc.to)].beta > -.infinity {
      result[Int(arc.candidate)] += exp(
        nodes[Int(arc.from)].alpha + arc.score * Self.ln10 + nodes[Int(arc.to)].beta - logEvidence)
    }
    return result.map { min(1, $0) }
  }

  private mutating func prune(_ position: Int) {
    let all = nodes
    positions[position].sort { all[Int($0)].best > all[Int($1)].best }
    guard let first = positions[position].first else { return }
    let least = nodes[Int(first)].best - beamWidth
    var kept = min(beam, positions[position].count)
    while kept > 1, nodes[Int(positions[position][kept - 1])].best < least { kept -= 1 }
    positions[position].removeLast(positions[position].count - kept)
  }

  private mutating func extend(
    from: Int32, to position: Int, state: LanguageModel.State, position at: Int, candidate: Int, score: Float
  ) {
    let best = nodes[Int(from)].best + score
    let alpha = nodes[Int(from)].alpha + score * Self.ln10
    let arc = Int32(arcs.count)
    var target: Int32 = -1
    for node in positions[position] where nodes[Int(node)].state == state {
      target = node
      break
    }
    if target >= 0 {
      nodes[Int(target)].alpha = Self.sum(nodes[Int(target)].alpha, alpha)
      if best > nodes[Int(target)].best {
        nodes[Int(target)].best = best
        nodes[Int(target)].arc = arc
      }
    } else {
      target = Int32(nodes.count)
      nodes.append(Node(state: state, best: best, arc: arc, alpha: alpha, beta: -.infinity))
      positions[position].append(target)
    }
    arcs.append(Arc(from: from, to: target, position: Int32(at), candidate: Int32(candidate), score: score))
  }

  private static let ln10: Float = 2.302585

  @inline(__always)
  private static func sum(_ a: Float, _ b: Float) -> Float {
    if a == -.infinity { return b }
    if b == -.infinity { return a }
    return max(a, b) + log1p(exp(-abs(a - b)))
  }
}
