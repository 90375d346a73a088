import Foundation

/// The layout of a model file, version 1. Little-endian; every section begins at a multiple of 8.
///
/// | section | content |
/// |---|---|
/// | header, 128 bytes | magic `DAULM\r\n\u{1A}`; `u32` version, `u32` order; `u64` file size; `u64` checksum of everything behind the header; `u64` number of words; `u64` × 4 number of n-grams; zeros |
/// | vocabulary | `u32` × (words + 1) offsets into the spellings; the spellings in UTF-8, by identifier |
/// | hash | `u32` number of slots (a power of 2), then `u16` × slots: identifier or 0; open addressing on FNV-1a |
/// | codebooks | for each order `f32` × 256 log10 probabilities and `f32` × 256 log10 back-off weights |
/// | unigrams | `u8` probability, `u8` back-off, `u32` × (n + 1) first child |
/// | order 2, 3 | `u16` word, `u8` probability, `u8` back-off, `u32` × (n / 16 + 1) first child of each sixteenth n-gram, `u16` × (n + 1) how far behind that the first child lies |
/// | order 4 | `u16` word, `u8` probability |
///
/// A change of the layout raises the version; readers refuse versions they do not know.
enum ModelFile {
  static let magic: [UInt8] = Array("DAULM\r\n\u{1A}".utf8)
  static let version: UInt32 = 1
  static let headerByteCount = 128
  static let order = 4
  /// N-grams that share one absolute child position.
  static let blockSize = 16

  static func padded(_ count: Int) -> Int { (count + 7) & ~7 }

  /// The sizes of the parts of the section of `order` (zero-based) with `count` n-grams.
  struct SectionSizes {
    var words = 0, probabilities = 0, backoffs = 0, blocks = 0, children = 0

    init(order: Int, count: Int) {
      if order > 0 { words = padded(2 * count) }
      probabilities = padded(count)
      guard order < ModelFile.order - 1 else { return }
      backoffs = padded(count)
      if order == 0 {
        children = padded(4 * (count + 1))
      } else {
        blocks = padded(4 * (count / blockSize + 1))
        children = padded(2 * (count + 1))
      }
    }

    var total: Int { words + probabilities + backoffs + blocks + children }
  }

  static func byteCount(ofCounts counts: [Int]) -> Int {
    counts.enumerated().reduce(0) { $0 + SectionSizes(order: $1.offset, count: $1.element).total }
  }

  static func fixedByteCount(of vocabulary: Vocabulary) -> Int {
    headerByteCount + padded(4 * (vocabulary.count + 1))
      + padded(vocabulary.words.reduce(0) { $0 + $1.utf8.count })
      + 8 + padded(2 * slotCount(vocabulary.count)) + order * 2 * 256 * 4
  }

  static func slotCount(_ words: Int) -> Int {
    var slots = 16
    while slots < words * 2 { slots *= 2 }
    return slots
  }

  /// FNV-1a, 64 bits. Source: Fowler, Noll, Vo; RFC 9923.
  @inline(always) static func hash(_ bytes: some Sequence<UInt8>, _ seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  /// FNV-1a over words of 8 bytes: the checksum of a large file in a fraction of the time.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var at = 0
    while at + 8 <= bytes.count {
      // Inside the bounds by the loop's condition; no alignment is assumed.
      hash = unsafe (hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x100_0000_01b3
      hash ^= hash >> 29
      at += 8
    }
    return hash
  }

  /// Writes to a temporary file beside `url`, syncs it and renames it.
  static func write(_ model: NGramTrie, vocabulary: Vocabulary, to url: URL) throws(ModelError) {
    precondition(model.levels.count == order, "the format holds models of order 4")
    var body = Data()
    func pad() { while body.count % 8 != 0 { body.append(0) } }
    func append<T: FixedWidthInteger>(_ values: some Sequence<T>) {
      // Plain integers have no padding and no pointers.
      for value in values { unsafe withUnsafeBytes(of: value.littleEndian) { unsafe body.append(contentsOf: $0) } }
      pad()
    }

    var offset: UInt32 = 0
    var offsets: [UInt32] = [0]
    for word in vocabulary.words {
      offset += UInt32(word.utf8.count)
      offsets.append(offset)
    }
    append(offsets)
    for word in vocabulary.words { body.append(contentsOf: word.utf8) }
    pad()

    let slots = slotCount(vocabulary.count)
    var table = [UInt16](repeating: 0, count: slots)
    for (id, word) in vocabulary.words.enumerated() where id != 0 {
      var slot = Int(truncatingIfNeeded: hash(word.utf8)) & (slots - 1)
      while table[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      table[slot] = UInt16(id)
    }
    append([UInt32(slots), 0])
    append(table)

    let toLog10 = Float(1 / log(10.0))
    var codebooks: [(probability: Codebook, backoff: Codebook)] = []
    for order in model.levels.indices {
      let level = model.levels[order]
      let weights = model.frequencies(order: order)
      let probability = Codebook(level.logProbability.map { $0 * toLog10 }, weights: weights)
      let backoff = Codebook(level.logBackoff.map { $0 * toLog10 }, weights: weights, exact: 0)
      append(probability.values.map(\.bitPattern))
      append(backoff.values.map(\.bitPattern))
      codebooks.append((probability, backoff))
    }
    for (order, level) in model.levels.enumerated() {
      if order > 0 { append(level.keys.map { word($0, 0) }) }
      append(level.logProbability.map { codebooks[order].probability.code(of: $0 * toLog10) })
      guard order < Self.order - 1 else { continue }
      append(level.logBackoff.map { codebooks[order].backoff.code(of: $0 * toLog10) })
      if order == 0 {
        append(level.firstChild)
      } else {
        let bases = stride(from: 0, through: level.keys.count, by: blockSize).map { level.firstChild[$0] }
        append(bases)
        var far: [UInt16] = []
        far.reserveCapacity(level.firstChild.count)
        for (index, child) in level.firstChild.enumerated() {
          let distance = child - bases[index / blockSize]
          guard let short = UInt16(exactly: distance) else { throw ModelError.tooDense(order: order + 1) }
          far.append(short)
        }
        append(far)
      }
    }

    var header = Data(magic)
    func field<T: FixedWidthInteger>(_ value: T) {
      unsafe withUnsafeBytes(of: value.littleEndian) { unsafe header.append(contentsOf: $0) }
    }
    field(version)
    field(UInt32(order))
    field(UInt64(headerByteCount + body.count))
    unsafe field(body.withUnsafeBytes { unsafe checksum($0) })
    field(UInt64(vocabulary.count))
    for level in model.levels { field(UInt64(level.keys.count)) }
    header.append(Data(count: headerByteCount - header.count))

    let sink = try FileSink(url)
    try sink.append(header)
    try sink.append(body)
    try sink.commit()
  }
}
