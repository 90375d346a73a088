/// A vector of scores, one for each place of an OCR word.
///
/// A score is `top` less a cost, and 0 is out of reach, so that what is moved in at an end is out of reach too.
///
/// What vectors of any size share is worked out place by place by the standard library; so each size has these by itself.
protocol ScoreRow: SIMD where Scalar == Int16 {
  /// The scores less some costs.
  static func - (row: Self, costs: Self) -> Self
  func higher(_ other: Self) -> Self
  func lower(_ other: Self) -> Self
  /// The highest score.
  var highest: Int16 { get }
  /// Whether any score is above `least`.
  func reaches(above least: Int16) -> Bool
  /// The scores of the places `count` further on: 1, 2, 3, 4, 8 or 16.
  func behind(_ count: Int) -> Self
  /// The scores of the places `count` before.
  func before(_ count: Int) -> Self
}

extension ScoreRow {
  static var top: Int16 { .max }

  @inline(__always)
  static func load(_ at: UnsafePointer<Int16>) -> Self { unsafe UnsafeRawPointer(at).loadUnaligned(as: Self.self) }

  @inline(__always)
  func store(_ at: UnsafeMutablePointer<Int16>) {
    unsafe UnsafeMutableRawPointer(at).storeBytes(of: self, as: Self.self)
  }
}

// Written out, so that each is one or two instructions.

extension SIMD8<Int16>: ScoreRow {
  @inline(__always)
  static func - (row: Self, costs: Self) -> Self { row &- costs }
  @inline(__always)
  func higher(_ other: Self) -> Self { replacing(with: other, where: self .< other) }
  @inline(__always)
  func lower(_ other: Self) -> Self { replacing(with: other, where: self .> other) }
  @inline(__always)
  var highest: Int16 {
    // Of single places the compiler makes three steps with vectors; of vectors that are halved it makes four times as many.
    Swift.max(
      Swift.max(Swift.max(self[0], self[4]), Swift.max(self[1], self[5])),
      Swift.max(Swift.max(self[2], self[6]), Swift.max(self[3], self[7])))
  }
  @inline(__always)
  func reaches(above least: Int16) -> Bool {
    // The mask as two numbers; `any` is a loop.
    let mask = unsafe unsafeBitCast(self .> Self(repeating: least), to: SIMD2<UInt64>.self)
    return mask[0] | mask[1] != 0
  }

  @inline(__always)
  func behind(_ count: Int) -> Self {
    switch count {
    case 1: Self(self[1], self[2], self[3], self[4], self[5], self[6], self[7], 0)
    case 2: Self(self[2], self[3], self[4], self[5], self[6], self[7], 0, 0)
    case 3: Self(self[3], self[4], self[5], self[6], self[7], 0, 0, 0)
    case 4: Self(self[4], self[5], self[6], self[7], 0, 0, 0, 0)
    default: Self()
    }
  }

  @inline(__always)
  func before(_ count: Int) -> Self {
    switch count {
    case 1: Self(0, self[0], self[1], self[2], self[3], self[4], self[5], self[6])
    case 2: Self(0, 0, self[0], self[1], self[2], self[3], self[4], self[5])
    case 3: Self(0, 0, 0, self[0], self[1], self[2], self[3], self[4])
    case 4: Self(0, 0, 0, 0, self[0], self[1], self[2], self[3])
    default: Self()
    }
  }
}

/// The places of a longer word in two halves.
extension ScoreRow {
  /// Eight scores from `start` on of two rows, one behind the other.
  @inline(__always)
  fileprivate static func joined(_ low: SIMD8<Int16>, _ high: SIMD8<Int16>, from start: Int) -> SIMD8<Int16> {
    switch start {
    case 1: SIMD8(low[1], low[2], low[3], low[4], low[5], low[6], low[7], high[0])
    case 2: SIMD8(low[2], low[3], low[4], low[5], low[6], low[7], high[0], high[1])
    case 3: SIMD8(low[3], low[4], low[5], low[6], low[7], high[0], high[1], high[2])
    case 4: SIMD8(low[4], low[5], low[6], low[7], high[0], high[1], high[2], high[3])
    case 5: SIMD8(low[5], low[6], low[7], high[0], high[1], high[2], high[3], high[4])
    case 6: SIMD8(low[6], low[7], high[0], high[1], high[2], high[3], high[4], high[5])
    case 7: SIMD8(low[7], high[0], high[1], high[2], high[3], high[4], high[5], high[6])
    default: high
    }
  }
}

extension SIMD16<Int16>: ScoreRow {
  @inline(__always)
  static func - (row: Self, costs: Self) -> Self { row &- costs }
  @inline(__always)
  func higher(_ other: Self) -> Self { replacing(with: other, where: self .< other) }
  @inline(__always)
  func lower(_ other: Self) -> Self { replacing(with: other, where: self .> other) }
  @inline(__always)
  var highest: Int16 { lowHalf.higher(highHalf).highest }
  @inline(__always)
  func reaches(above least: Int16) -> Bool { lowHalf.higher(highHalf).reaches(above: least) }

  @inline(__always)
  func behind(_ count: Int) -> Self {
    count >= 8
      ? Self(lowHalf: highHalf, highHalf: SIMD8())
      : Self(
        lowHalf: Self.joined(lowHalf, highHalf, from: count), highHalf: Self.joined(highHalf, SIMD8(), from: count))
  }

  @inline(__always)
  func before(_ count: Int) -> Self {
    count >= 8
      ? Self(lowHalf: SIMD8(), highHalf: lowHalf)
      : Self(
        lowHalf: Self.joined(SIMD8(), lowHalf, from: 8 - count),
        highHalf: Self.joined(lowHalf, highHalf, from: 8 - count))
  }
}

extension SIMD32<Int16>: ScoreRow {
  @inline(__always)
  static func - (row: Self, costs: Self) -> Self { row &- costs }
  @inline(__always)
  func higher(_ other: Self) -> Self { replacing(with: other, where: self .< other) }
  @inline(__always)
  func lower(_ other: Self) -> Self { replacing(with: other, where: self .> other) }
  @inline(__always)
  var highest: Int16 { lowHalf.higher(highHalf).highest }
  @inline(__always)
  func reaches(above least: Int16) -> Bool { lowHalf.higher(highHalf).reaches(above: least) }

  func behind(_ count: Int) -> Self {
    var row = Self()
    for at in 0..<(32 - count) { row[at] = self[at + count] }
    return row
  }

  func before(_ count: Int) -> Self {
    var row = Self()
    for at in count..<32 { row[at] = self[at - count] }
    return row
  }
}
