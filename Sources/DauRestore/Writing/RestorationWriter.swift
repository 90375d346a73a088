import DauText

/// Writes the restored text of one document from its decisions, from front to back.
///
/// What is not changed is copied by its bytes, from one change to the next; a text without a change is not copied at
/// all.
struct RestorationWriter {
  private let source: String
  private var bytes: [UInt8] = []
  private var map = SourceMap.Builder()
  private var words = Restoration.Words()
  /// How much of the source is written.
  private var end = 0

  init(source: String, wordCount: Int, changeCount: Int) {
    self.source = source
    words.reserveCapacity(wordCount)
    map.reserveCapacity(2 * changeCount + 1)
  }

  /// A word that stays as it is.
  ///
  /// - Parameter proposal: what it would have been changed to, were that sure enough.
  mutating func keep(
    _ range: Range<Int>, confidence: Float, rejecting proposal: String? = nil, readings: [Restoration.Reading] = []
  ) {
    let target = map.targetEnd + range.lowerBound - map.sourceEnd
    var word = Restoration.Word(
      target: target..<(target + range.count), source: range, confidence: confidence, isChanged: false)
    word.isDoubtful = proposal != nil
    word.proposal = proposal
    word.readings = readings
    words.append(word)
  }

  /// A word that is read as `text`.
  mutating func replace(
    _ range: Range<Int>, with text: some Sequence<Glyph>, confidence: Float, readings: [Restoration.Reading] = []
  ) {
    if bytes.isEmpty { bytes.reserveCapacity(source.utf8.count * 5 / 4) }
    copy(to: range.lowerBound)
    let start = bytes.count
    for glyph in text { Glyphs.append(glyph, to: &bytes) }
    map.replace(range.count, with: bytes.count - start)
    end = range.upperBound
    var word = Restoration.Word(
      target: start..<bytes.count, source: range, confidence: confidence, isChanged: true)
    word.readings = readings
    words.append(word)
  }

  private mutating func copy(to position: Int) {
    let utf8 = source.utf8
    let low = utf8.index(utf8.startIndex, offsetBy: end)
    bytes.append(contentsOf: utf8[low..<utf8.index(low, offsetBy: position - end)])
    map.copy(position - end)
    end = position
  }

  consuming func finish(regimes: [Restoration.Regime]) -> Restoration {
    let count = source.utf8.count
    let isChanged = words.changedCount > 0
    if isChanged { copy(to: count) } else { map.copy(count) }
    var result = Restoration(
      source: source, text: isChanged ? String(decoding: bytes, as: UTF8.self) : source, sourceMap: map.build(),
      words: words)
    result.regimes = regimes
    return result
  }
}
