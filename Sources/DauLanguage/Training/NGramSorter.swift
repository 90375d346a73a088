import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Sorts n-grams by key and adds up their counts, on disk where the memory is too small.
///
/// N-grams are gathered in a block; a full block is sorted, equal keys are added up, and the result is written as a *run*.
/// At the end the runs are merged. What is written is gone when the sorter is, finished or not.
final class NGramSorter {
  /// More runs than this are merged into one: each takes a descriptor and a buffer.
  private static let runLimit = 64

  private let folder: URL
  private let name: String
  private let capacity: Int
  private var block: [CountedNGram] = []
  private var runs: [URL] = []
  private var runNumber = 0

  /// - Parameters:
  ///   - name: begins the names of the runs in `folder`.
  ///   - memory: bytes for the block and the room to sort it.
  init(folder: URL, name: String, memory: Int) {
    self.folder = folder
    self.name = name
    capacity = max(16, memory / (2 * MemoryLayout<CountedNGram>.stride))
  }

  deinit { removeRuns() }

  @inline(__always)
  func add(_ ngram: CountedNGram) throws {
    if block.count == capacity { try spill() }
    block.append(ngram)
  }

  /// Hands out the n-grams in order, each key once, and empties the sorter.
  func finish(_ body: (CountedNGram) throws -> Void) throws {
    try spill()
    block = []
    try Self.merge(runs, body)
    removeRuns()
  }

  private func spill() throws {
    guard !block.isEmpty else { return }
    RadixSort.sort(&block)
    let sink = try nextRun()
    var current = block[0]
    for at in 1..<max(1, block.count) {
      let ngram = block[at]
      if ngram.key == current.key {
        current.raw &+= ngram.raw
        current.adjusted &+= ngram.adjusted
      } else {
        try sink.append(valueOf: current)
        current = ngram
      }
    }
    try sink.append(valueOf: current)
    try sink.commit(durably: false)
    block.removeAll(keepingCapacity: true)
    guard runs.count == Self.runLimit else { return }
    let parts = runs
    let merged = try nextRun()
    try Self.merge(parts) { try merged.append(valueOf: $0) }
    try merged.commit(durably: false)
    for run in parts { unsafe unlink(run.path) }
    runs.removeFirst(parts.count)
  }

  private func nextRun() throws -> FileSink {
    runNumber += 1
    let run = folder.appending(path: "\(name).run\(runNumber)")
    let sink = try FileSink(run)
    runs.append(run)
    return sink
  }

  private func removeRuns() {
    // The strings live through the calls.
    for run in runs { unsafe unlink(run.path) }
    runs = []
  }

  /// A heap of the heads of all runs; equal keys are added up as they come out.
  private static func merge(_ runs: [URL], _ body: (CountedNGram) throws -> Void) throws {
    let readers = try runs.map { try RecordReader<CountedNGram>($0) }
    var heap: [(head: CountedNGram, run: Int)] = []
    for (run, reader) in readers.enumerated() {
      if let head = try reader.next() { heap.append((head, run)) }
    }
    func sink(_ start: Int) {
      var parent = start
      while true {
        var least = 2 * parent + 1
        if least >= heap.count { return }
        if least + 1 < heap.count, heap[least + 1].head.key < heap[least].head.key { least += 1 }
        if heap[parent].head.key <= heap[least].head.key { return }
        heap.swapAt(parent, least)
        parent = least
      }
    }
    for parent in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(parent) }
    var current: CountedNGram?
    while let (head, run) = heap.first {
      if current?.key == head.key {
        current!.raw &+= head.raw
        current!.adjusted &+= head.adjusted
      } else {
        if let current { try body(current) }
        current = head
      }
      if let next = try readers[run].next() {
        heap[0].head = next
      } else {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
      }
      sink(0)
    }
    if let current { try body(current) }
  }
}

/// Least-significant-digit radix sort: linear, where comparison sorts take most of the time of counting.
enum RadixSort {
  private static let digitBits: UInt64 = 11

  /// Sorts by key, stably.
  ///
  /// - Complexity: O(*n*) time and memory.
  static func sort(_ ngrams: inout [CountedNGram]) {
    let count = ngrams.count
    guard count > 1 else { return }
    // Indices stay inside: every place is a count of elements below it.
    unsafe ngrams.withUnsafeMutableBufferPointer { block in
      let room = UnsafeMutableBufferPointer<CountedNGram>.allocate(capacity: count)
      defer { unsafe room.deallocate() }
      var from = unsafe block
      var to = unsafe room
      var differing: UInt64 = 0
      let first = unsafe block[0].key
      for at in 0..<count { differing |= unsafe block[at].key ^ first }
      for shift in stride(from: UInt64(0), to: 64, by: UInt64.Stride(digitBits)) {
        let mask: UInt64 = (1 << digitBits) - 1
        // A digit that all keys share orders nothing.
        if (differing >> shift) & mask == 0 { continue }
        var places = [Int](repeating: 0, count: Int(mask) + 2)
        for at in 0..<count { unsafe places[Int((from[at].key >> shift) & mask) + 1] += 1 }
        for digit in 1..<places.count { places[digit] += places[digit - 1] }
        for at in 0..<count {
          let ngram = unsafe from[at]
          let digit = Int((ngram.key >> shift) & mask)
          unsafe to[places[digit]] = ngram
          places[digit] += 1
        }
        unsafe swap(&from, &to)
      }
      if unsafe from.baseAddress != block.baseAddress {
        for at in 0..<count { unsafe block[at] = from[at] }
      }
    }
  }
}
