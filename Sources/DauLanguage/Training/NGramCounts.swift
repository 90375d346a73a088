/// Four words packed into one integer, oldest in the highest bits; `.none` pads on the left.
///
/// Sorting keys sorts n-grams by their contexts, so the children of a context stand together.
typealias NGramKey = UInt64

@inline(always) func word(_ key: NGramKey, _ fromRight: Int) -> UInt16 {
  UInt16(truncatingIfNeeded: key >> UInt64(16 * fromRight))
}

/// Sorted distinct n-grams of one order with their counts.
struct NGramCounts: Sendable {
  var keys: [NGramKey] = []
  /// How often the n-gram was seen.
  var raw: [UInt32] = []
  /// What Kneser-Ney counts: `raw` for the highest order and for n-grams that begin a sentence,
  /// otherwise the number of different words seen before it.
  var adjusted: [UInt32] = []

  var count: Int { keys.count }
}

/// Collects the n-grams of order 4 of a stream of sentences.
///
/// Occurrences are gathered in blocks, each sorted and run-length encoded, and the blocks are merged at
/// the end. Memory: 8 bytes an occurrence in the open block and 12 bytes a distinct n-gram.
public struct NGramCounter: Sendable {
  private var open: [NGramKey] = []
  private var runs: [(keys: [NGramKey], counts: [UInt32])] = []
  private let blockSize: Int
  /// The number of words seen, sentence ends included.
  public private(set) var tokenCount = 0

  public init(blockSize: Int = 1 << 24) {
    self.blockSize = blockSize
    open.reserveCapacity(blockSize)
  }

  /// Adds one sentence; its start and end are added by the counter.
  public mutating func add(_ sentence: [WordID]) {
    guard !sentence.isEmpty else { return }
    var window = NGramKey(WordID.sentenceStart.rawValue)
    for word in sentence { push(word, &window) }
    push(.sentenceEnd, &window)
    tokenCount += sentence.count + 1
  }

  private mutating func push(_ word: WordID, _ window: inout NGramKey) {
    // Shifting drops the oldest word, so that the start mark leaves after three words.
    window = window << 16 | NGramKey(word.rawValue)
    open.append(window)
    if open.count == blockSize { closeBlock() }
  }

  private mutating func closeBlock() {
    guard !open.isEmpty else { return }
    open.sort()
    var keys: [NGramKey] = []
    var counts: [UInt32] = []
    encodeRuns(of: open, keys: &keys, counts: &counts)
    runs.append((keys, counts))
    open.removeAll(keepingCapacity: true)
    // Merging two runs of like size keeps their number logarithmic.
    while runs.count >= 2, runs[runs.count - 2].keys.count < 2 * runs[runs.count - 1].keys.count {
      let last = runs.removeLast()
      let previous = runs.removeLast()
      runs.append(merged(previous, last))
    }
  }

  /// The counts of all orders, 1 first.
  consuming func counts() -> [NGramCounts] {
    closeBlock()
    open = []
    var all: (keys: [NGramKey], counts: [UInt32]) = ([], [])
    while let run = runs.popLast() { all = all.keys.isEmpty ? run : merged(run, all) }

    // Padded keys are n-grams of lower order that begin a sentence: they stay out of the highest order.
    var orders = Array(repeating: NGramCounts(), count: 4)
    var starts: [[(NGramKey, UInt32)]] = [[], [], [], []]
    for index in all.keys.indices {
      let key = all.keys[index]
      let count = all.counts[index]
      if word(key, 3) != 0 {
        orders[3].keys.append(key)
        orders[3].raw.append(count)
      } else if word(key, 2) != 0 {
        starts[2].append((key, count))
      } else {
        starts[1].append((key, count))
      }
    }
    orders[3].adjusted = orders[3].raw
    for order in [2, 1, 0] {
      orders[order] = lowerOrder(of: orders[order + 1], order: order, starts: starts[order])
    }
    return orders
  }
}

private func encodeRuns(of sorted: [NGramKey], keys: inout [NGramKey], counts: inout [UInt32]) {
  var index = 0
  while index < sorted.count {
    let key = sorted[index]
    var end = index + 1
    while end < sorted.count, sorted[end] == key { end += 1 }
    keys.append(key)
    counts.append(UInt32(end - index))
    index = end
  }
}

private func merged(
  _ a: (keys: [NGramKey], counts: [UInt32]), _ b: (keys: [NGramKey], counts: [UInt32])
) -> (keys: [NGramKey], counts: [UInt32]) {
  var keys: [NGramKey] = []
  var counts: [UInt32] = []
  keys.reserveCapacity(a.keys.count + b.keys.count)
  counts.reserveCapacity(a.keys.count + b.keys.count)
  var i = 0
  var j = 0
  while i < a.keys.count || j < b.keys.count {
    if j == b.keys.count || (i < a.keys.count && a.keys[i] < b.keys[j]) {
      keys.append(a.keys[i])
      counts.append(a.counts[i])
      i += 1
    } else if i == a.keys.count || b.keys[j] < a.keys[i] {
      keys.append(b.keys[j])
      counts.append(b.counts[j])
      j += 1
    } else {
      keys.append(a.keys[i])
      counts.append(a.counts[i] &+ b.counts[j])
      i += 1
      j += 1
    }
  }
  return (keys, counts)
}

/// Drops the oldest word of every n-gram: the suffixes with how often they were seen and after how
/// many different words.
///
/// - Parameters:
///   - order: the zero-based order of the result.
///   - starts: n-grams of the result's order that begin a sentence, sorted; nothing stands before them.
private func lowerOrder(of higher: NGramCounts, order: Int, starts: [(NGramKey, UInt32)]) -> NGramCounts {
  let mask: NGramKey = (1 << NGramKey(16 * (order + 1))) - 1
  var suffixes = higher.keys.indices.map { (key: higher.keys[$0] & mask, raw: higher.raw[$0]) }
  suffixes.sort { $0.key < $1.key }
  var result = NGramCounts()
  var index = 0
  var start = 0
  func append(_ key: NGramKey, raw: UInt32, adjusted: UInt32, to result: inout NGramCounts) {
    result.keys.append(key)
    result.raw.append(raw)
    result.adjusted.append(adjusted)
  }
  while index < suffixes.count || start < starts.count {
    if start < starts.count, index == suffixes.count || starts[start].0 <= suffixes[index].key {
      append(starts[start].0, raw: starts[start].1, adjusted: starts[start].1, to: &result)
      start += 1
      continue
    }
    let key = suffixes[index].key
    var raw: UInt32 = 0
    var different: UInt32 = 0
    while index < suffixes.count, suffixes[index].key == key {
      raw &+= suffixes[index].raw
      different += 1
      index += 1
    }
    append(key, raw: raw, adjusted: different, to: &result)
  }
  return result
}
