public import Foundation

/// A back-off n-gram model of order 4, mapped from its file.
///
/// The model answers one question: how likely is a word after the words before it? It knows the n-grams
/// that training found worth keeping; for all others it *backs off*: it takes the probability after a
/// shorter context, times a weight that the longer context stores for this purpose. The n-grams form a
/// trie: the continuations of an n-gram stand together, sorted by word, in the table of the next order,
/// so scoring a word is at most three binary searches in short runs. The caller carries a `State`, the
/// places of the last one, two and three words in the trie, and thereby never searches a context twice.
///
/// Opening maps the file and checks signature, version, sizes, vocabulary and codebooks, which takes part of a millisecond; nothing is
/// parsed, and the pages are shared between processes. `verify()` checks all contents. A file whose n-grams are damaged and that was
/// not verified gives wrong scores, but every place that is read out of it is kept inside it.
@safe public final class LanguageModel: @unchecked Sendable {
  // @unchecked Sendable: the pages are mapped PROT_READ and never change.
  private let base: UnsafeRawBufferPointer
  private let path: String
  /// The number of words, with the four special places.
  public let wordCount: Int
  /// The number of n-grams of each order.
  public let counts: [Int]
  private let checksum: UInt64

  private let wordOffsets: UnsafePointer<UInt32>
  private let spellings: UnsafePointer<UInt8>
  private let slots: UnsafePointer<UInt16>
  private let slotMask: Int

  @safe struct Level {
    var words: UnsafePointer<UInt16>
    var probabilities: UnsafePointer<UInt8>
    var backoffs: UnsafePointer<UInt8>
    var blocks: UnsafePointer<UInt32>
    var children: UnsafeRawPointer
    var probabilityCodes: UnsafePointer<Float>
    var backoffCodes: UnsafePointer<Float>
    /// The number of n-grams in the level below, where `children` point.
    var childCount: UInt32
  }
  let unigrams: Level
  let bigrams: Level
  let trigrams: Level
  let fourgrams: Level

  /// Maps the model at `url`.
  ///
  /// - Parameter verifying: whether all contents are checked too, as `verify()` does.
  /// - Complexity: O(words); the pages of n-grams are read when they are used. Verified: O(file size).
  public convenience init(contentsOf url: URL, verifying: Bool) throws(ModelError) {
    try self.init(contentsOf: url)
    if verifying { try verify() }
  }

  /// Maps the model at `url`.
  ///
  /// - Complexity: O(words); the pages of n-grams are read when they are used.
  public init(contentsOf url: URL) throws(ModelError) {
    let path = url.path
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: unsafe String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: unsafe String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw .unreadable(path: path, reason: isFolder ? "it is a folder" : "it is a device or a pipe and no file")
    }
    let size = Int(status.st_size)
    guard size >= ModelFile.headerByteCount else { throw .notAModel(path: path) }
    guard let mapped = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe mapped != MAP_FAILED
    else { throw .unreadable(path: path, reason: unsafe String(cString: strerror(errno))) }
    let base = unsafe UnsafeRawBufferPointer(start: mapped, count: size)
    do throws(ModelError) {
      guard unsafe base.prefix(8).elementsEqual(ModelFile.magic) else { throw .notAModel(path: path) }
      func u32(_ at: Int) -> UInt32 { unsafe UInt32(littleEndian: base.load(fromByteOffset: at, as: UInt32.self)) }
      func u64(_ at: Int) -> Int {
        unsafe Int(truncatingIfNeeded: UInt64(littleEndian: base.load(fromByteOffset: at, as: UInt64.self)))
      }
      guard u32(8) == ModelFile.version else {
        throw .version(path: path, found: u32(8), readable: ModelFile.version)
      }
      // A number beyond all files is no size.
      guard u64(16) >= ModelFile.headerByteCount else { throw .damaged(path: path, what: "header") }
      guard u64(16) == size else { throw .size(path: path, found: size, expected: u64(16)) }
      let words = u64(32)
      let counts = (0..<ModelFile.order).map { u64(40 + 8 * $0) }
      guard u32(12) == ModelFile.order, words > 4, words <= Vocabulary.limit, counts[0] == words,
        counts.allSatisfy({ $0 >= 0 && $0 < size })
      else { throw .damaged(path: path, what: "header") }

      var cursor = ModelFile.headerByteCount
      func section(_ bytes: Int) throws(ModelError) -> UnsafeRawPointer {
        guard bytes >= 0, cursor + bytes <= size else {
          throw .damaged(path: path, what: "sections reach behind the end")
        }
        defer { cursor += bytes }
        return unsafe base.baseAddress! + cursor
      }
      let wordOffsets = unsafe try section(ModelFile.padded(4 * (words + 1))).assumingMemoryBound(to: UInt32.self)
      let spellings = unsafe try section(ModelFile.padded(Int(wordOffsets[words]))).assumingMemoryBound(to: UInt8.self)
      let slotCount = unsafe Int(try section(8).load(as: UInt32.self))
      guard slotCount > words, slotCount & (slotCount - 1) == 0 else { throw .damaged(path: path, what: "hash table") }
      let slots = unsafe try section(ModelFile.padded(2 * slotCount)).assumingMemoryBound(to: UInt16.self)
      var codes: [UnsafePointer<Float>] = unsafe []
      for _ in 0..<(2 * ModelFile.order) {
        unsafe codes.append(try section(1024).assumingMemoryBound(to: Float.self))
      }
      func level(_ order: Int) throws(ModelError) -> Level {
        let sizes = ModelFile.SectionSizes(order: order, count: counts[order])
        return unsafe Level(
          words: try section(sizes.words).assumingMemoryBound(to: UInt16.self),
          probabilities: try section(sizes.probabilities).assumingMemoryBound(to: UInt8.self),
          backoffs: try section(sizes.backoffs).assumingMemoryBound(to: UInt8.self),
          blocks: try section(sizes.blocks).assumingMemoryBound(to: UInt32.self),
          children: try section(sizes.children),
          probabilityCodes: codes[2 * order], backoffCodes: codes[2 * order + 1],
          childCount: order + 1 < ModelFile.order ? UInt32(clamping: counts[order + 1]) : 0)
      }
      let levels = (try level(0), try level(1), try level(2), try level(3))
      guard cursor == size else { throw .damaged(path: path, what: "bytes behind the last section") }
      // What every later access trusts: spellings inside the file, identifiers of words, a free slot that ends each search, and
      // probabilities that are numbers.
      guard (0..<words).allSatisfy({ unsafe wordOffsets[$0] <= wordOffsets[$0 + 1] }) else {
        throw .damaged(path: path, what: "vocabulary")
      }
      var freeSlots = 0
      for slot in 0..<slotCount {
        guard unsafe Int(slots[slot]) < words else { throw .damaged(path: path, what: "hash table") }
        if unsafe slots[slot] == 0 { freeSlots += 1 }
      }
      guard freeSlots > 0 else { throw .damaged(path: path, what: "hash table") }
      guard unsafe codes.allSatisfy({ table in (0..<256).allSatisfy { unsafe abs(table[$0]) <= 1000 } }) else {
        throw .damaged(path: path, what: "codebooks")
      }

      unsafe self.base = base
      self.path = path
      self.wordCount = words
      self.counts = counts
      self.checksum = UInt64(bitPattern: Int64(u64(24)))
      unsafe self.wordOffsets = wordOffsets
      unsafe self.spellings = spellings
      unsafe self.slots = slots
      self.slotMask = slotCount - 1
      (unigrams, bigrams, trigrams, fourgrams) = levels
    } catch {
      unsafe munmap(mapped, size)
      throw error
    }
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: base.baseAddress!), base.count) }

  /// The size of the file.
  public var byteCount: Int { unsafe base.count }

  /// Checks the checksum and every position in the file.
  ///
  /// - Complexity: O(file size).
  public func verify() throws(ModelError) {
    let body = unsafe UnsafeRawBufferPointer(rebasing: base[ModelFile.headerByteCount...])
    guard unsafe ModelFile.checksum(body) == checksum else { throw .damaged(path: path, what: "checksum") }
    for order in 0..<(ModelFile.order - 1) {
      var before = 0
      for index in 0...counts[order] {
        let child = firstChild(of: index, order: order)
        guard child >= before, child <= counts[order + 1] else {
          throw .damaged(path: path, what: "children of order \(order + 1)")
        }
        before = child
      }
    }
  }

  // MARK: Words

  /// The identifier of a spelling, or nil for a word that the model does not know.
  ///
  /// - Complexity: O(length).
  @inline(__always)
  public func id(of bytes: UnsafeBufferPointer<UInt8>) -> WordID? {
    // Reads inside `bytes`, and inside the tables whose sizes were checked on opening.
    let hash = unsafe ModelFile.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & slotMask
    while true {
      let id = unsafe slots[slot]
      if id == 0 { return nil }
      let start = unsafe Int(wordOffsets[Int(id)])
      let end = unsafe Int(wordOffsets[Int(id) + 1])
      if end - start == bytes.count,
        unsafe memcmp(spellings + start, bytes.baseAddress!, bytes.count) == 0
      {
        return WordID(id)
      }
      slot = (slot + 1) & slotMask
    }
  }

  /// The identifier of a spelling, or nil for a word that the model does not know.
  public func id(of word: String) -> WordID? {
    var word = word
    // The buffer is used during the call only.
    return word.withUTF8 { bytes in bytes.isEmpty ? nil : unsafe id(of: bytes) }
  }

  /// The spelling of a word.
  public func spelling(of word: WordID) -> String {
    precondition(Int(word.rawValue) < wordCount, "a word of another model")
    let start = unsafe Int(wordOffsets[Int(word.rawValue)])
    let end = unsafe Int(wordOffsets[Int(word.rawValue) + 1])
    return unsafe String(decoding: UnsafeBufferPointer(start: spellings + start, count: end - start), as: UTF8.self)
  }

  // MARK: Scores

  /// The words before the cursor, as places in the trie. No heap, no reference counting.
  public struct State: Sendable, Hashable {
    var one: UInt32
    var two: UInt32
    var three: UInt32

    static let absent = UInt32.max

    /// The word before the cursor.
    @inline(__always)
    public var last: WordID { WordID(UInt16(truncatingIfNeeded: one)) }

    /// A number that differs between most states, for tables of them.
    @inline(__always)
    public var hash: Int {
      let mixed = (UInt64(one) << 32 | UInt64(two)) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(three) &* 0xC2B2_AE3D_27D4_EB4F
      return Int(truncatingIfNeeded: mixed >> 40)
    }
  }

  /// The state at the start of a sentence.
  public var sentenceStart: State {
    State(one: UInt32(WordID.sentenceStart.rawValue), two: State.absent, three: State.absent)
  }

  /// A state with the places of its continuations, for scoring many words after it.
  public struct Context: Sendable {
    var one: UInt32
    var bigrams: Range<UInt32>
    var trigrams: Range<UInt32>
    var fourgrams: Range<UInt32>
    /// The back-off weights of the whole context, without its first word, and without its first two.
    var weightOfThree: Float = 0
    var weightOfTwo: Float = 0
    var weightOfOne: Float = 0
  }

  /// Looks a state up.
  public func context(of state: State) -> Context {
    var context = Context(one: state.one, bigrams: 0..<0, trigrams: 0..<0, fourgrams: 0..<0)
    // Words are of the vocabulary, and places were found in runs that lie inside their level.
    if state.one != State.absent {
      let children = unsafe unigrams.children.assumingMemoryBound(to: UInt32.self)
      context.bigrams = unsafe Self.run(
        from: children[Int(state.one)], to: children[Int(state.one) + 1], in: unigrams)
      context.weightOfOne = unsafe unigrams.backoffCodes[Int(unigrams.backoffs[Int(state.one)])]
    }
    if state.two != State.absent {
      context.trigrams = children(of: Int(state.two), in: bigrams)
      context.weightOfTwo = unsafe bigrams.backoffCodes[Int(bigrams.backoffs[Int(state.two)])]
    }
    if state.three != State.absent {
      context.fourgrams = children(of: Int(state.three), in: trigrams)
      context.weightOfThree = unsafe trigrams.backoffCodes[Int(trigrams.backoffs[Int(state.three)])]
    }
    return context
  }

  @inline(__always)
  func children(of index: Int, in level: Level) -> Range<UInt32> {
    Self.run(
      from: UInt32(truncatingIfNeeded: firstChild(of: index, in: level)),
      to: UInt32(truncatingIfNeeded: firstChild(of: index + 1, in: level)), in: level)
  }

  /// The children between two places, as far as they lie inside the level below: in a damaged file they need not.
  @inline(__always)
  private static func run(from low: UInt32, to high: UInt32, in level: Level) -> Range<UInt32> {
    let high = min(high, level.childCount)
    return unsafe Range(uncheckedBounds: (min(low, high), high))
  }

  /// The log10 probability of `word` after `state`, and the state behind it.
  ///
  /// - Complexity: three binary searches among the continuations of the context.
  public func score(_ word: WordID, after state: State) -> (log10: Float, next: State) {
    let context = context(of: state)
    return score(word, in: context, bigram: search(word.rawValue, in: bigrams, context.bigrams))
  }

  @inline(__always)
  private func score(_ word: WordID, in context: Context, bigram: UInt32) -> (log10: Float, next: State) {
    let id = word.rawValue
    let trigram = search(id, in: trigrams, context.trigrams)
    let next = State(one: UInt32(id), two: bigram, three: trigram)
    let fourgram = search(id, in: fourgrams, context.fourgrams)
    if fourgram != State.absent {
      return unsafe (fourgrams.probabilityCodes[Int(fourgrams.probabilities[Int(fourgram)])], next)
    }
    var log10 = context.weightOfThree
    if trigram != State.absent {
      log10 += unsafe trigrams.probabilityCodes[Int(trigrams.probabilities[Int(trigram)])]
      return (log10, next)
    }
    log10 += context.weightOfTwo
    if bigram != State.absent {
      log10 += unsafe bigrams.probabilityCodes[Int(bigrams.probabilities[Int(bigram)])]
      return (log10, next)
    }
    log10 += context.weightOfOne
    log10 += unsafe unigrams.probabilityCodes[Int(unigrams.probabilities[Int(id)])]
    return (log10, next)
  }

  /// The log10 probability of `word` with nothing known of its context.
  public func unigram(_ word: WordID) -> Float {
    unsafe unigrams.probabilityCodes[Int(unigrams.probabilities[Int(word.rawValue)])]
  }

  @inline(__always)
  func firstChild(of index: Int, order: Int) -> Int {
    switch order {
    case 0: unsafe Int(unigrams.children.assumingMemoryBound(to: UInt32.self)[index])
    case 1: firstChild(of: index, in: bigrams)
    default: firstChild(of: index, in: trigrams)
    }
  }

  @inline(__always)
  private func firstChild(of index: Int, in level: Level) -> Int {
    unsafe Int(level.blocks[index / ModelFile.blockSize])
      + Int(level.children.assumingMemoryBound(to: UInt16.self)[index])
  }

  /// The place of `id` in a sorted run of a level, or `State.absent`.
  ///
  /// Each step quarters the run without a branch: which quarter is taken cannot be foretold, and its three words are read at once.
  @inline(__always)
  func search(_ id: UInt16, in level: Level, _ run: Range<UInt32>) -> UInt32 {
    var low = Int(run.lowerBound)
    var count = Int(run.upperBound) &- low
    while count > 3 {
      let quarter = count >> 2
      var passed = unsafe level.words[low &+ quarter] <= id ? 1 : 0
      passed &+= unsafe level.words[low &+ 2 &* quarter] <= id ? 1 : 0
      passed &+= unsafe level.words[low &+ 3 &* quarter] <= id ? 1 : 0
      low &+= passed &* quarter
      // The last quarter is the longest; what an earlier one has behind it is too high to be found.
      count &-= 3 &* quarter
    }
    var place = State.absent
    while count > 0 {
      count &-= 1
      if unsafe level.words[low &+ count] == id { place = UInt32(truncatingIfNeeded: low &+ count) }
    }
    return place
  }
}
