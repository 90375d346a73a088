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
  public private(set) var segments: [Segment]

  /// The length of the earlier text in bytes.
  public var sourceByteCount: Int { segments.last?.source.upperBound ?? 0 }
  /// The length of the later text in bytes.
  public var targetByteCount: Int { segments.last?.target.upperBound ?? 0 }

  /// The map of a text of `byteCount` bytes onto itself.
  public init(identityOf byteCount: Int) {
    segments = byteCount == 0 ? [] : [Segment(source: 0..<byteCount, target: 0..<byteCount, isCopy: true)]
  }

  fileprivate init(segments: [Segment]) { self.segments = segments }

  /// The smallest stretch of the earlier text that `target` came from.
  ///
  /// - Parameter target: bytes of the later text, within `0...targetByteCount`.
  /// - Complexity: O(log *s*) in segments.
  public func sourceRange(of target: Range<Int>) -> Range<Int> {
    range(of: target, from: \.target, to: \.source)
  }

  /// The smallest stretch of the later text that `source` became.
  ///
  /// - Complexity: O(log *s*) in segments.
  public func targetRange(of source: Range<Int>) -> Range<Int> {
    range(of: source, from: \.source, to: \.target)
  }

  private func range(
    of asked: Range<Int>, from: KeyPath<Segment, Range<Int>>, to: KeyPath<Segment, Range<Int>>
  ) -> Range<Int> {
    precondition(asked.lowerBound >= 0, "a position before the text")
    guard !segments.isEmpty else { return 0..<0 }
    precondition(asked.upperBound <= segments.last![keyPath: from].upperBound, "a position behind the text")
    if asked.isEmpty {
      let at = position(asked.lowerBound, from: from, to: to, upper: false)
      return at..<at
    }
    let lower = position(asked.lowerBound, from: from, to: to, upper: false)
    let upper = position(asked.upperBound, from: from, to: to, upper: true)
    return lower..<max(lower, upper)
  }

  /// Maps one end. The lower end belongs to the segment that starts at or holds it, the upper end to
  /// the segment that ends at or holds it.
  private func position(
    _ at: Int, from: KeyPath<Segment, Range<Int>>, to: KeyPath<Segment, Range<Int>>, upper: Bool
  ) -> Int {
    // The first segment whose end lies behind `at` (or at `at`, for an upper end).
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      let end = segments[middle][keyPath: from].upperBound
      if upper ? end < at : end <= at { low = middle + 1 } else { high = middle }
    }
    guard low < segments.count else { return segments.last![keyPath: to].upperBound }
    let segment = segments[low]
    let inside = at - segment[keyPath: from].lowerBound
    if segment.isCopy { return segment[keyPath: to].lowerBound + inside }
    if inside <= 0 { return segment[keyPath: to].lowerBound }
    return upper ? segment[keyPath: to].upperBound : segment[keyPath: to].lowerBound
  }

  /// The map from this map's source to `next`'s target.
  ///
  /// - Precondition: `next` starts from the text this map ends in.
  /// - Complexity: O(*s* + *t*) in segments.
  public func composed(with next: SourceMap) -> SourceMap {
    precondition(targetByteCount == next.sourceByteCount, "the maps do not share a text")
    var out = Builder()
    var i = 0
    var j = 0
    var middle = 0
    while i < segments.count || j < next.segments.count {
      // Text that one side drops or adds without touching the middle text.
      if i < segments.count, segments[i].target.isEmpty {
        out.replace(segments[i].source.count, with: 0)
        i += 1
        continue
      }
      if j < next.segments.count, next.segments[j].source.isEmpty {
        out.replace(0, with: next.segments[j].target.count)
        j += 1
        continue
      }
      let a = segments[i]
      let b = next.segments[j]
      if a.isCopy && b.isCopy {
        let end = min(a.target.upperBound, b.source.upperBound)
        out.copy(end - middle)
        middle = end
        if end == a.target.upperBound { i += 1 }
        if end == b.source.upperBound { j += 1 }
        continue
      }
      // Grow until both maps have a segment end at the same place (inside a copy any place will do).
      var end = a.isCopy ? b.source.upperBound : a.target.upperBound
      var grown = true
      while grown {
        grown = false
        while i < segments.count, segments[i].target.upperBound <= end { i += 1 }
        if i < segments.count, !segments[i].isCopy, segments[i].target.lowerBound < end {
          end = segments[i].target.upperBound
          grown = true
        }
        while j < next.segments.count, next.segments[j].source.upperBound <= end { j += 1 }
        if j < next.segments.count, !next.segments[j].isCopy, next.segments[j].source.lowerBound < end {
          end = next.segments[j].source.upperBound
          grown = true
        }
      }
      let sourceEnd = position(end, from: \.target, to: \.source, upper: true)
      let targetEnd = next.position(end, from: \.source, to: \.target, upper: true)
      out.replace(sourceEnd - out.sourceEnd, with: targetEnd - out.targetEnd)
      middle = end
    }
    return out.build()
  }

  /// Writes a map from front to back, beside the text it describes.
  public struct Builder: Sendable {
    private var segments: [Segment] = []
    public private(set) var sourceEnd = 0
    public private(set) var targetEnd = 0

    public init() {}

    /// `count` bytes pass through unchanged.
    public mutating func copy(_ count: Int) {
      guard count > 0 else { return }
      if let last = segments.last, last.isCopy {
        segments[segments.count - 1].source = last.source.lowerBound..<(sourceEnd + count)
        segments[segments.count - 1].target = last.target.lowerBound..<(targetEnd + count)
      } else {
        segments.append(
          Segment(source: sourceEnd..<(sourceEnd + count), target: targetEnd..<(targetEnd + count), isCopy: true))
      }
      sourceEnd += count
      targetEnd += count
    }

    /// `sourceCount` bytes become `targetCount` others; either may be 0.
    public mutating func replace(_ sourceCount: Int, with targetCount: Int) {
      guard sourceCount > 0 || targetCount > 0 else { return }
      segments.append(
        Segment(
          source: sourceEnd..<(sourceEnd + sourceCount), target: targetEnd..<(targetEnd + targetCount), isCopy: false))
      sourceEnd += sourceCount
      targetEnd += targetCount
    }

    public consuming func build() -> SourceMap { SourceMap(segments: segments) }
  }
}
