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
///
/// A sum is kept as the best path's log10 score and the ratio of all paths to it, so that a node reached by one arc,
/// as most are, needs no exponential.
struct Lattice {
  private struct Node {
    var state: LanguageModel.State
    /// The best log10 score of a path to here, and its last arc.
    var best: Float
    var arc: Int32
    /// All paths to here, as a multiple of the best.
    var ratio: Float = 1
    /// The best log10 score of a path from here to the end, and all of those as a multiple of it.
    var rest: Float = -.infinity
    var restRatio: Float = 0

    /// Adds paths that come here by one arc.
    mutating func enter(_ score: Float, ratio: Float, arc: Int32) {
      if score > best { self.arc = arc }
      Lattice.add(&best, &self.ratio, score, ratio)
    }

    /// Adds paths that lead from here to the end.
    mutating func leave(_ score: Float, ratio: Float) { Lattice.add(&rest, &restRatio, score, ratio) }
  }

  private struct Arc {
    var from: Int32
    var to: Int32
    var position: Int32
    var candidate: Int32
    /// log10 score of the edge.
    var score: Float
  }

  /// What the search asks of a reading.
  private struct Edge {
    var channel: Float
    var first: WordID
    var second: WordID
    var span: UInt8
    var isSplit: Bool
    var isNamePart: Bool
    var leastLanguage: Float
    var languageShare: Float
  }

  /// The readings that go on from one node.
  private struct Batch {
    private(set) var count = 0
    private(set) var edges: [Int32] = []
    private var words: [WordID] = []
    private(set) var scores: [LanguageModel.Score] = []

    /// Takes the edges that score enough.
    ///
    /// - Parameter least: for edges over one piece, and over two.
    mutating func take(_ all: [Edge], _ range: Range<Int>, least: (Float, Float)) {
      if words.count < range.count {
        edges = Array(repeating: 0, count: 2 * range.count)
        words = Array(repeating: .none, count: 2 * range.count)
        scores = Array(repeating: LanguageModel.Score(), count: 2 * range.count)
      }
      count = 0
      for index in range {
        // Written first and counted then, without a branch: which edges are taken cannot be foretold.
        edges[count] = Int32(truncatingIfNeeded: index)
        words[count] = all[index].first
        count &+= all[index].channel >= (all[index].span == 1 ? least.0 : least.1) ? 1 : 0
      }
    }

    /// Scores the words.
    mutating func score(
      in context: LanguageModel.Context, model: LanguageModel, filter: inout LanguageModel.FollowerFilter
    ) {
      // Both live through the call.
      unsafe words.withUnsafeBufferPointer { words in
        unsafe scores.withUnsafeMutableBufferPointer { scores in
          unsafe model.score(UnsafeBufferPointer(rebasing: words[..<count]), in: context, filter: &filter, into: scores)
        }
      }
    }
  }

  /// The nodes of one position while it is filled.
  private struct Frontier {
    var nodes: [Int32] = []
    var top = -Float.infinity
    /// A closed hash table from states to nodes, below the number of the filling that put them there; what is of another
    /// filling is an empty slot.
    private var slots: [UInt64] = []
    private var filling: UInt64 = 1

    mutating func clear() {
      nodes.removeAll(keepingCapacity: true)
      top = -.infinity
      filling = (filling + 1) & 0xFFFF_FFFF
    }

    /// The node of a state; `next`, which is added, when there is none yet.
    mutating func reach(_ state: LanguageModel.State, next: Int, among all: [Node]) -> Int {
      let mask = slots.count - 1
      var slot = state.hash & mask
      while slots[slot] >> 32 == filling {
        let node = Int(slots[slot] & 0xFFFF_FFFF)
        if all[node].state == state { return node }
        slot = (slot + 1) & mask
      }
      slots[slot] = filling << 32 | UInt64(next)
      nodes.append(Int32(next))
      return next
    }

    /// Keeps the best nodes, best first.
    mutating func prune(_ all: [Node], beam: Int, width: Float) {
      let least = top - width
      // An insertion sort: few nodes are left, and they come nearly in order.
      var kept = 0
      for node in nodes where all[Int(node)].best >= least {
        let best = all[Int(node)].best
        guard kept < beam || best > all[Int(nodes[kept - 1])].best else { continue }
        var at = kept < beam ? kept : kept - 1
        while at > 0, all[Int(nodes[at - 1])].best < best {
          nodes[at] = nodes[at - 1]
          at -= 1
        }
        nodes[at] = node
        kept = min(beam, kept + 1)
      }
      nodes.removeLast(nodes.count - kept)
    }

    mutating func reserve(_ count: Int) {
      var size = 64
      while size < 2 * count { size *= 2 }
      if slots.count < size { slots = Array(repeating: 0, count: size) }
    }
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
  /// The names that the document may speak of.
  var names: NamePairs?
  /// Nodes this much (log10) behind the best of their position are dropped.
  var beamWidth: Float = 6

  private var nodes: [Node] = []
  private var arcs: [Arc] = []
  /// Where the arcs of each position begin.
  private var arcStarts: [Int] = []
  /// The positions at hand, by their number modulo three: an edge reaches over two pieces at most.
  private var frontiers = [Frontier](repeating: Frontier(), count: 3)
  private var filter = LanguageModel.FollowerFilter()
  private var edges: [Edge] = []
  /// Where the edges of each position begin.
  private var edgeStarts: [Int] = []
  private var batch = Batch()
  /// The best log10 score of a path, and all paths as a multiple of it.
  private var total: (best: Float, ratio: Float) = (-.infinity, 0)

  /// Finds the best path.
  ///
  /// - Parameters:
  ///   - readings: for each piece those that begin with it.
  ///   - languageWeight: the exponent of the language model's probability.
  /// - Returns: the steps from left to right and ln of the sum over all paths.
  mutating func bestPath(
    over readings: [[Candidate]], from start: LanguageModel.State, endsSentence: Bool, model: LanguageModel,
    languageWeight: Float
  ) -> (steps: [Step], logEvidence: Float) {
    let count = readings.count
    nodes.removeAll(keepingCapacity: true)
    arcs.removeAll(keepingCapacity: true)
    arcStarts.removeAll(keepingCapacity: true)
    edges.removeAll(keepingCapacity: true)
    edgeStarts.removeAll(keepingCapacity: true)
    var most = 1
    for list in readings {
      most = max(most, list.count)
      edgeStarts.append(edges.count)
      for at in list.indices {
        edges.append(
          Edge(
            channel: list[at].channel, first: list[at].first, second: list[at].second, span: UInt8(list[at].span),
            isSplit: list[at].kind == .split, isNamePart: list[at].isNamePart,
            leastLanguage: list[at].leastLanguage, languageShare: list[at].languageShare))
      }
    }
    edgeStarts.append(edges.count)
    for at in frontiers.indices {
      frontiers[at].clear()
      frontiers[at].reserve(2 * beam * most + 1)
    }
    nodes.append(Node(state: start, best: 0, arc: -1))
    frontiers[0].nodes.append(0)
    frontiers[0].top = 0
    for at in 0..<count {
      arcStarts.append(arcs.count)
      frontiers[at % 3].prune(nodes, beam: beam, width: beamWidth)
      extend(at, count: count, model: model, languageWeight: languageWeight)
      frontiers[at % 3].clear()
    }
    arcStarts.append(arcs.count)
    let last = count % 3
    frontiers[last].prune(nodes, beam: beam, width: beamWidth)
    total = (-.infinity, 0)
    var end = -1
    for node in frontiers[last].nodes {
      let at = Int(node)
      let score =
        endsSentence ? languageWeight * model.score(.sentenceEnd, after: nodes[at].state).log10 : 0
      nodes[at].rest = score
      nodes[at].restRatio = 1
      if nodes[at].best + score > total.best { end = at }
      Self.add(&total.best, &total.ratio, nodes[at].best + score, nodes[at].ratio)
    }
    guard end >= 0 else { return ([], -.infinity) }
    // Arcs were made in the order of their positions, so their reverse is right for the backward sums.
    for arc in arcs.reversed() where nodes[Int(arc.to)].restRatio > 0 {
      let to = nodes[Int(arc.to)]
      nodes[Int(arc.from)].leave(arc.score + to.rest, ratio: to.restRatio)
    }
    var steps: [Step] = []
    var node = end
    while nodes[node].arc >= 0 {
      let arc = arcs[Int(nodes[node].arc)]
      steps.append(Step(position: Int(arc.position), candidate: Int(arc.candidate), posterior: 0))
      node = Int(arc.from)
    }
    steps.reverse()
    for index in steps.indices {
      let position = steps[index].position
      for at in arcStarts[position]..<arcStarts[position + 1] where Int(arcs[at].candidate) == steps[index].candidate {
        steps[index].posterior += posterior(of: arcs[at])
      }
      steps[index].posterior = min(1, steps[index].posterior)
    }
    return (steps, total.best * Self.ln10 + log(total.ratio))
  }

  /// The posterior probability of every reading of one position, after `bestPath`.
  func posteriors(at position: Int, count: Int) -> [Float] {
    var result = [Float](repeating: 0, count: count)
    for at in arcStarts[position]..<arcStarts[position + 1] {
      result[Int(arcs[at].candidate)] += posterior(of: arcs[at])
    }
    return result.map { min(1, $0) }
  }

  private func posterior(of arc: Arc) -> Float {
    let (from, to) = (nodes[Int(arc.from)], nodes[Int(arc.to)])
    guard to.restRatio > 0 else { return 0 }
    return from.ratio * to.restRatio / total.ratio * exp((from.best + arc.score + to.rest - total.best) * Self.ln10)
  }

  /// Goes on from the nodes of a position by each of its readings.
  private mutating func extend(_ at: Int, count: Int, model: LanguageModel, languageWeight: Float) {
    let readings = edgeStarts[at]..<edgeStarts[at + 1]
    // Taken out of their list, which would be asked at every arc whether anyone shares it.
    var (near, far) = (Frontier(), Frontier())
    swap(&near, &frontiers[(at + 1) % 3])
    swap(&far, &frontiers[(at + 2) % 3])
    defer {
      swap(&near, &frontiers[(at + 1) % 3])
      swap(&far, &frontiers[(at + 2) % 3])
    }
    for from in frontiers[at % 3].nodes {
      let node = nodes[Int(from)]
      // The language model only lowers a score, so other paths cannot come into the beam.
      let least = (
        at + 1 <= count ? near.top - beamWidth - node.best : .infinity,
        at + 2 <= count ? far.top - beamWidth - node.best : .infinity
      )
      batch.take(edges, readings, least: least)
      guard batch.count > 0 else { continue }
      batch.score(in: model.context(of: node.state), model: model, filter: &filter)
      for place in 0..<batch.count {
        let index = Int(batch.edges[place])
        let edge = edges[index]
        let isNear = edge.span == 1
        let least = (isNear ? near.top : far.top) - beamWidth
        var language = max(batch.scores[place].log10 + edge.languageShare, edge.leastLanguage)
        if edge.isNamePart, let name = names?.score(edge.first, after: node.state.last) {
          language = max(language, name)
        }
        guard node.best + edge.channel + languageWeight * language >= least else { continue }
        var state = model.state(after: edge.first, scored: batch.scores[place])
        if edge.isSplit {
          let second = model.score(edge.second, after: state)
          language += second.log10
          state = second.next
        }
        let score = edge.channel + languageWeight * language
        let best = node.best + score
        guard best >= least else { continue }
        let arc = Int32(arcs.count)
        let target: Int
        if isNear {
          target = near.reach(state, next: nodes.count, among: nodes)
          near.top = max(near.top, best)
        } else {
          target = far.reach(state, next: nodes.count, among: nodes)
          far.top = max(far.top, best)
        }
        if target < nodes.count {
          nodes[target].enter(best, ratio: node.ratio, arc: arc)
        } else {
          nodes.append(Node(state: state, best: best, arc: arc, ratio: node.ratio))
        }
        arcs.append(
          Arc(
            from: from, to: Int32(target), position: Int32(at), candidate: Int32(index - readings.lowerBound),
            score: score))
      }
    }
  }

  static let ln10: Float = 2.302585

  /// Adds a path, or a sum of paths, to a sum: each is a best log10 score and a multiple of it.
  @inline(__always)
  private static func add(_ best: inout Float, _ ratio: inout Float, _ otherBest: Float, _ otherRatio: Float) {
    if otherBest > best {
      ratio = otherRatio + (best > -.infinity ? ratio * exp((best - otherBest) * ln10) : 0)
      best = otherBest
    } else if otherBest > -.infinity {
      ratio += otherRatio * exp((otherBest - best) * ln10)
    }
  }
}
