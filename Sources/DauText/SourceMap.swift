import Algorithms

/// Which bytes of one version of a text became which bytes of the next.
///
/// A map is a run of segments that cover both texts without gap or overlap. A *copied* segment has the
/// same bytes on both sides, so positions inside it map one to one; in a *replaced* segment only the
/// ends correspond, so a position inside it widens to the whole segment. Every step of the pipeline
/// (decoding, normalisation, joining of lines, restoration) builds its map while it writes, and the
/// maps are composed: nothing is ever recovered by comparing texts afterwards.
///
///     OCR   "Lang Son, ngay"          replaced(4→5) copied(1) replaced(3→4) copied(2) replaced(4→5)
///     text  "Lạng Sơn, ngày"
public struct SourceMap: Sendable, Equatable {
  /// One stretch of both texts, in UTF-8 bytes.
  public struct Segment: Sendable, Equatable {
    /// The stretch of the earlier text.
    public var source: Range<Int>
    /// The stretch of the later text.
    public var target: Range<Int>
    /// Whether both sides hold the same bytes.
    public var isCopy: Bool
  }

  /// The segments of a map in order.
  ///
  /// Eight bytes each, for a ruined document has two for every word: where a segment begins is where the one before
  /// ends.
  public struct Segments: RandomAccessCollection, Sendable, Equatable {
    fileprivate struct Entry: Sendable, Equatable {
      var sourceEnd: UInt32
      /// The end in the target, and in the lowest bit whether it is a copy.
      private var targetEndAndCopy: UInt32

      /// - Precondition: both texts are shorter than 2 GiB, as ICU demands too.
      init(sourceEnd: Int, targetEnd: Int, isCopy: Bool) {
        precondition(sourceEnd < 1 << 31 && targetEnd < 1 << 31, "a text of 2 GiB or more")
        self.sourceEnd = UInt32(sourceEnd)
        targetEndAndCopy = UInt32(targetEnd) << 1 | (isCopy ? 1 : 0)
      }

      var targetEnd: UInt32 { targetEndAndCopy >> 1 }
      var isCopy: Bool { targetEndAndCopy & 1 != 0 }
    }

    fileprivate var entries: [Entry]

    /// Always 0.
    public var startIndex: Int { 0 }
    /// The number of segments.
    public var endIndex: Int { entries.count }

    /// The segment at `index`.
    ///
    /// - Complexity: O(1).
    public subscript(index: Int) -> Segment {
      let entry = entries[index]
      let (source, target) = index == 0 ? (0, 0) : (entries[index - 1].sourceEnd, entries[index - 1].targetEnd)
      return Segment(
        source: Int(source)..<Int(entry.sourceEnd), target: Int(target)..<Int(entry.targetEnd), isCopy: entry.isCopy)
    }
  }

  /// The segments in order; neighbouring copies are joined, empty ones left out.
  public let segments: Segments

  /// The length of the earlier text in bytes.
  public var sourceByteCount: Int { segments.last?.source.upperBound ?? 0 }
  /// The length of the later text in bytes.
  public var targetByteCount: Int { segments.last?.target.upperBound ?? 0 }

  /// The map of a text of `byteCount` bytes onto itself.
  public init(identityOf byteCount: Int) {
    var builder = Builder()
    builder.copy(byteCount)
    self = builder.build()
  }

  fileprivate init(_ entries: [Segments.Entry]) { segments = Segments(entries: entries) }

  /// Whether both texts are the same.
  public var isIdentity: Bool { segments.isEmpty || (segments.count == 1 && segments[0].isCopy) }

  /// The smallest stretch of the earlier text that `target` came from.
  ///
  /// - Parameter target: bytes of the later text, within `0...targetByteCount`.
  /// - Complexity: O(log *s*) in segments.
  public func sourceRange(of target: Range<Int>) -> Range<Int> { range(of: target, backwards: true) }

  /// The smallest stretch of the later text that `source` became.
  ///
  /// - Parameter source: bytes of the earlier text, within `0...sourceByteCount`.
  /// - Complexity: O(log *s*) in segments.
  public func targetRange(of source: Range<Int>) -> Range<Int> { range(of: source, backwards: false) }

  private func range(of asked: Range<Int>, backwards: Bool) -> Range<Int> {
    precondition(asked.lowerBound >= 0, "a position before the text")
    precondition(
      asked.upperBound <= (backwards ? targetByteCount : sourceByteCount), "a position behind the text")
    if segments.isEmpty { return 0..<0 }
    let lower = position(asked.lowerBound, backwards: backwards, upper: false)
    if asked.isEmpty { return lower..<lower }
    return lower..<max(lower, position(asked.upperBound, backwards: backwards, upper: true))
  }

  /// Maps one end. The lower end belongs to the segment that starts at or holds it, the upper end to
  /// the segment that ends at or holds it.
  private func position(_ at: Int, backwards: Bool, upper: Bool) -> Int {
    // The first segment whose end lies behind `at` (or at `at`, for an upper end).
    let index = segments.partitioningIndex { segment in
      let end = backwards ? segment.target.upperBound : segment.source.upperBound
      return upper ? end >= at : end > at
    }
    guard index < segments.count else { return backwards ? sourceByteCount : targetByteCount }
    let segment = segments[index]
    let (from, to) = backwards ? (segment.target, segment.source) : (segment.source, segment.target)
    let inside = at - from.lowerBound
    if segment.isCopy { return to.lowerBound + inside }
    return upper && inside > 0 ? to.upperBound : to.lowerBound
  }

  /// The map from this map's source to `next`'s target.
  ///
  /// - Precondition: `next` starts from the text this map ends in.
  /// - Complexity: O(*s* + *t*) in segments.
  public func composed(with next: SourceMap) -> SourceMap {
    precondition(targetByteCount == next.sourceByteCount, "the maps do not share a text")
    let first = segments
    let second = next.segments
    var out = Builder()
    var i = 0
    var j = 0
    // How far the text between the two maps has been passed.
    var middle = 0
    while i < first.count || j < second.count {
      // Text that one side drops or adds without touching the middle text.
      if i < first.count, first[i].target.isEmpty {
        out.replace(first[i].source.count, with: 0)
        i += 1
        continue
      }
      if j < second.count, second[j].source.isEmpty {
        out.replace(0, with: second[j].target.count)
        j += 1
        continue
      }
      let a = first[i]
      let b = second[j]
      if a.isCopy && b.isCopy {
        let end = min(a.target.upperBound, b.source.upperBound)
        out.copy(end - middle)
        middle = end
        if end == a.target.upperBound { i += 1 }
        if end == b.source.upperBound { j += 1 }
        continue
      }
      // Grow until neither map has a replaced segment across the end; inside a copy any place will do.
      // Afterwards `i` and `j` are the segments that end at `end` or hold it.
      var end = a.isCopy ? b.source.upperBound : a.target.upperBound
      var isSettled = false
      while !isSettled {
        isSettled = true
        while first[i].target.upperBound < end { i += 1 }
        if !first[i].isCopy, first[i].target.upperBound > end {
          end = first[i].target.upperBound
          isSettled = false
        }
        while second[j].source.upperBound < end { j += 1 }
        if !second[j].isCopy, second[j].source.upperBound > end {
          end = second[j].source.upperBound
          isSettled = false
        }
      }
      // Only a copy reaches beyond `end`, and there both sides advance alike.
      let sourceEnd = first[i].source.upperBound - (first[i].target.upperBound - end)
      let targetEnd = second[j].target.upperBound - (second[j].source.upperBound - end)
      out.replace(sourceEnd - out.sourceEnd, with: targetEnd - out.targetEnd)
      if first[i].target.upperBound == end { i += 1 }
      if second[j].source.upperBound == end { j += 1 }
      middle = end
    }
    return out.build()
  }

  /// Writes a map from front to back, beside the text it describes.
  public struct Builder: Sendable {
    private var entries: [Segments.Entry] = []
    /// How many bytes of the earlier text are described.
    public private(set) var sourceEnd = 0
    /// How many bytes of the later text are described.
    public private(set) var targetEnd = 0

    /// A map of two empty texts.
    public init() {}

    /// Makes room for so many segments.
    public mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

    /// `count` bytes pass through unchanged.
    public mutating func copy(_ count: Int) {
      guard count > 0 else { return }
      if entries.last?.isCopy == true { entries.removeLast() }
      append(count, count, isCopy: true)
    }

    /// `sourceCount` bytes become `targetCount` others; either may be 0.
    public mutating func replace(_ sourceCount: Int, with targetCount: Int) {
      guard sourceCount > 0 || targetCount > 0 else { return }
      append(sourceCount, targetCount, isCopy: false)
    }

    private mutating func append(_ sourceCount: Int, _ targetCount: Int, isCopy: Bool) {
      sourceEnd += sourceCount
      targetEnd += targetCount
      entries.append(Segments.Entry(sourceEnd: sourceEnd, targetEnd: targetEnd, isCopy: isCopy))
    }

    /// The map of what was described.
    ///
    /// - Complexity: O(1).
    public consuming func build() -> SourceMap { SourceMap(entries) }
  }
}
