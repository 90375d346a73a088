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
    public var source: Range<Int>
    public var target: Range<Int>
    /// Whether both sides hold the same bytes.
    public var isCopy: Bool
  }

  /// The segments in order; neighbouring copies are joined, empty ones left out.
  public private(set) var segments: Segments

  /// The length of the earlier text in bytes.
  public var sourceByteCount: Int { segments.last?.source.upperBound ?? 0 }
  /// The length of the later text in bytes.
  public var targetByteCount: Int { segments.last?.target.upperBound ?? 0 }

  /// The map of a text of `byteCount` bytes onto itself.
  public init(identityOf byteCount: Int) {
    var builder = Builder()
    builder.copy(byteCount)
    segments = builder.build().segments
  }

  fileprivate init(segments: Segments) { self.segments = segments }

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
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      let end = backwards ? segments[middle].target.upperBound : segments[middle].source.upperBound
      if upper ? end < at : end <= at { low = middle + 1 } else { high = middle }
    }
    guard low < segments.count else { return backwards ? sourceByteCount : targetByteCount }
    let segment = segments[low]
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

  /// The segments of a map.
  ///
  /// They are kept in 8 bytes each, for a ruined document has two a word; a `Segment` is made when it is asked for.
  public struct Segments: RandomAccessCollection, Sendable, Equatable {
    private struct Entry: Sendable, Equatable {
      /// Where it ends in the source, and in the highest bit whether it is a copy.
      var source: UInt32
      var target: UInt32
    }

    private static let copied: UInt32 = 1 << 31

    private var entries: [Entry] = []

    fileprivate init() {}

    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }

    public subscript(index: Int) -> Segment {
      let (start, end) = (index == 0 ? Entry(source: 0, target: 0) : entries[index - 1], entries[index])
      return Segment(
        source: Int(start.source & ~Self.copied)..<Int(end.source & ~Self.copied),
        target: Int(start.target)..<Int(end.target), isCopy: end.source & Self.copied != 0)
    }

    /// Adds a segment that begins where the last one ends, or makes that longer where both are copies.
    fileprivate mutating func append(sourceEnd: Int, targetEnd: Int, isCopy: Bool) {
      precondition(sourceEnd < 1 << 31 && targetEnd < 1 << 32, "a text of 2 GiB or more")
      let entry = Entry(source: UInt32(sourceEnd) | (isCopy ? Self.copied : 0), target: UInt32(targetEnd))
      if isCopy, let last = entries.last, last.source & Self.copied != 0 {
        entries[entries.count - 1] = entry
      } else {
        entries.append(entry)
      }
    }
  }

  /// Writes a map from front to back, beside the text it describes.
  ///
  /// - Precondition: the texts are shorter than 2 GiB.
  public struct Builder: Sendable {
    private var segments = Segments()
    public private(set) var sourceEnd = 0
    public private(set) var targetEnd = 0

    public init() {}

    /// `count` bytes pass through unchanged.
    public mutating func copy(_ count: Int) {
      guard count > 0 else { return }
      sourceEnd += count
      targetEnd += count
      segments.append(sourceEnd: sourceEnd, targetEnd: targetEnd, isCopy: true)
    }

    /// `sourceCount` bytes become `targetCount` others; either may be 0.
    public mutating func replace(_ sourceCount: Int, with targetCount: Int) {
      guard sourceCount > 0 || targetCount > 0 else { return }
      sourceEnd += sourceCount
      targetEnd += targetCount
      segments.append(sourceEnd: sourceEnd, targetEnd: targetEnd, isCopy: false)
    }

    public consuming func build() -> SourceMap { SourceMap(segments: segments) }
  }
}
