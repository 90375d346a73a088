/// What finding the candidates of the pieces of a document with one channel has found out.
struct CandidateMemory {
  /// The readings of a piece, best first.
  struct Readings {
    var candidates: [Candidate]
    /// How much better (log10) the channel rates the best other reading than the copy.
    var advantage: Float
  }

  /// By word and the circumstances of a piece.
  var readings: [UInt64: Readings] = [:]
  /// By word and whether its line is set in capitals: the words of the lexicons that explain it, wherever it stands.
  var explained: [UInt64: [Candidate]] = [:]
  /// By the words of two neighbouring pieces: what they are as one word.
  var merges: [UInt64: [Candidate]] = [:]
  /// By word: the most that another word can gain by the channel; NaN where nobody asked yet.
  var advantages: [Float] = []

  /// Words of which readings are kept; a long ruined document has more than fit in memory.
  private static let limit = 6000

  mutating func forget(wordCount: Int) {
    readings.removeAll(keepingCapacity: true)
    explained.removeAll(keepingCapacity: true)
    merges.removeAll(keepingCapacity: true)
    advantages.removeAll(keepingCapacity: true)
    advantages.append(contentsOf: repeatElement(.nan, count: wordCount))
  }

  mutating func makeRoom() {
    if readings.count >= Self.limit { readings.removeAll(keepingCapacity: true) }
    if explained.count >= Self.limit / 2 { explained.removeAll(keepingCapacity: true) }
    if merges.count >= Self.limit { merges.removeAll(keepingCapacity: true) }
  }
}
