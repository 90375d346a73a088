import DauLanguage

/// Words and numbers that the engine wrote as two.
extension SentenceDecoder {
  /// Adds the readings of two neighbouring pieces as one word, where one of them reads badly by itself.
  mutating func addMerges(
    to edges: inout [[Candidate]], of window: Range<Int>, in sentence: Range<Int>, index: EmissionIndex
  ) {
    for at in window.dropLast() {
      let place = at - window.lowerBound
      if document.isNumberCut(at), var joined = edges[place].first {
        joined.kind = .merge
        joined.span = 2
        joined.text = document.word(at) + [0x2C] + document.glyphs(of: at + 1)
        joined.channel = 0
        edges[place].append(joined)
      } else if document.isNumeralCut(at) {
        edges[place].append(candidates.finder.numeral(document.word(at) + document.glyphs(of: at + 1)))
      } else if isHalf(at, beside: at + 1, in: sentence, index) && isHalf(at + 1, beside: at, in: sentence, index),
        isPoor(at, edges[place], in: sentence) || isPoor(at + 1, edges[place + 1], in: sentence)
      {
        edges[place] += candidates.merges(at, index: index)
      }
    }
  }

  /// Whether a piece may be one of two halves of a word; a word with marks that is likely where it stands is no half, with a single
  /// letter for the other: `các h`.
  private func isHalf(_ at: Int, beside other: Int, in sentence: Range<Int>, _ index: EmissionIndex) -> Bool {
    guard document.pieces[other].glyphs.count == 1, scores.log10[at - sentence.lowerBound] > Self.likely,
      words.id(at: at) != .unknown
    else { return true }
    let word = document.glyphs(of: at)
    return word.count < 3 || !word.contains { $0 > 0xFF || index.givesMarks && $0 > 0x7F }
  }

  /// log10 of how probable such a word is at least.
  private static let likely: Float = -3

  /// Whether a piece reads badly by itself.
  private func isPoor(_ at: Int, _ readings: [Candidate], in sentence: Range<Int>) -> Bool {
    let piece = document.pieces[at]
    guard piece.kind == .word, !scores.isPlain[at - sentence.lowerBound] else { return false }
    return piece.glyphs.count == 1 || PieceCandidates.isPoor(readings, length: piece.glyphs.count)
  }
}
