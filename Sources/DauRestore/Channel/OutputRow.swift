import Algorithms

/// What one letter comes out as: a number for each output, a probability or a count.
///
/// Sorted by output, in two flat lists: a table has two hundred rows of some dozens of outputs, which are made, mixed and read
/// through a few times for each document, and a dictionary takes several times as long for each of these. The order is the same in
/// every run, and so is the rounding of sums.
struct OutputRow: Sendable, Equatable, Sequence, ExpressibleByDictionaryLiteral {
  /// In ascending order.
  private(set) var keys: [Output] = []
  /// By place in `keys`.
  private(set) var values: [Float] = []

  init() {}

  init(dictionaryLiteral elements: (Output, Float)...) {
    for (output, value) in elements { self[output] = value }
  }

  func makeIterator() -> Zip2Sequence<[Output], [Float]>.Iterator { zip(keys, values).makeIterator() }

  /// The first place whose output is not below `output`.
  @inline(__always)
  private func place(of output: Output) -> Int {
    keys.partitioningIndex { $0 >= output }
  }

  /// - Complexity: O(log *n*) to read and to replace, O(*n*) to add.
  subscript(output: Output) -> Float? {
    get {
      let at = place(of: output)
      return at < keys.count && keys[at] == output ? values[at] : nil
    }
    set {
      let at = place(of: output)
      let isKnown = at < keys.count && keys[at] == output
      switch (newValue, isKnown) {
      case (let value?, true): values[at] = value
      case (let value?, false):
        keys.insert(output, at: at)
        values.insert(value, at: at)
      case (nil, true):
        keys.remove(at: at)
        values.remove(at: at)
      case (nil, false): break
      }
    }
  }

  /// Adds to what an output has; one that is not there has 0.
  mutating func add(_ value: Float, to output: Output) {
    let at = place(of: output)
    if at < keys.count, keys[at] == output {
      values[at] += value
    } else {
      keys.insert(output, at: at)
      values.insert(value, at: at)
    }
  }

  /// Adds a row, each of its values times `weight`.
  ///
  /// - Complexity: O(*n* + *m*).
  mutating func add(_ other: OutputRow, times weight: Float) {
    guard !keys.isEmpty else {
      keys = other.keys
      values = other.values.map { weight * $0 }
      return
    }
    var sum = OutputRow()
    sum.reserveCapacity(keys.count + other.keys.count)
    var (at, next) = (0, 0)
    while at < keys.count || next < other.keys.count {
      if next == other.keys.count || (at < keys.count && keys[at] < other.keys[next]) {
        sum.append(values[at], to: keys[at])
        at += 1
      } else if at == keys.count || other.keys[next] < keys[at] {
        sum.append(weight * other.values[next], to: other.keys[next])
        next += 1
      } else {
        sum.append(values[at] + weight * other.values[next], to: keys[at])
        at += 1
        next += 1
      }
    }
    self = sum
  }

  /// Replaces each value.
  func mapValues(_ transform: (Float) -> Float) -> OutputRow {
    var row = self
    for at in row.values.indices { row.values[at] = transform(row.values[at]) }
    return row
  }

  /// The outputs whose values are not below `least`.
  func keeping(_ least: Float) -> OutputRow {
    var row = OutputRow()
    row.reserveCapacity(keys.count)
    for at in keys.indices where values[at] >= least { row.append(values[at], to: keys[at]) }
    return row
  }

  /// The sum of the values, in the order of their outputs.
  var total: Float { values.reduce(0, +) }

  /// - Precondition: `output` is above all that are there.
  private mutating func append(_ value: Float, to output: Output) {
    keys.append(output)
    values.append(value)
  }

  private mutating func reserveCapacity(_ count: Int) {
    keys.reserveCapacity(count)
    values.reserveCapacity(count)
  }
}
