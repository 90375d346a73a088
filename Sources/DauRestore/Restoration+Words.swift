extension Restoration {
  /// The words of a restored text.
  ///
  /// They are kept in 20 bytes each, for a document has hundreds of thousands; a `Word` is made when it is asked for.
  public struct Words: RandomAccessCollection, Sendable, Equatable, ExpressibleByArrayLiteral {
    private struct Entry: Sendable, Equatable {
      var target: UInt32
      var source: UInt32
      var targetCount: UInt32
      /// The length in the source, and the two flags in the highest bits.
      var sourceCount: UInt32
      var confidence: Float
    }

    private static let changed: UInt32 = 1 << 31
    private static let doubtful: UInt32 = 1 << 30

    private var entries: [Entry] = []
    /// By index: the readings of the words for which they were kept.
    private var readings: [Int: [Reading]] = [:]
    /// By index: what the doubtful words would have been changed to.
    private var proposals: [Int: String] = [:]
    /// The number of words whose bytes changed.
    private(set) var changedCount = 0

    public init() {}
    public init(arrayLiteral words: Word...) { for word in words { append(word) } }

    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }

    public subscript(index: Int) -> Word {
      let entry = entries[index]
      let (target, source) = (Int(entry.target), Int(entry.source))
      var word = Word(
        target: target..<(target + Int(entry.targetCount)),
        source: source..<(source + Int(entry.sourceCount & ~(Self.changed | Self.doubtful))),
        confidence: entry.confidence, isChanged: entry.sourceCount & Self.changed != 0)
      word.isDoubtful = entry.sourceCount & Self.doubtful != 0
      if !readings.isEmpty { word.readings = readings[index] ?? [] }
      if word.isDoubtful { word.proposal = proposals[index] }
      return word
    }

    mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

    /// - Precondition: the word stands in the first 4 GiB and is shorter than 1 GiB.
    mutating func append(_ word: Word) {
      if !word.readings.isEmpty { readings[entries.count] = word.readings }
      if let proposal = word.proposal { proposals[entries.count] = proposal }
      if word.isChanged { changedCount += 1 }
      entries.append(
        Entry(
          target: UInt32(word.target.lowerBound), source: UInt32(word.source.lowerBound),
          targetCount: UInt32(word.target.count),
          sourceCount: UInt32(word.source.count) | (word.isChanged ? Self.changed : 0)
            | (word.isDoubtful ? Self.doubtful : 0),
          confidence: word.confidence))
    }
  }
}
