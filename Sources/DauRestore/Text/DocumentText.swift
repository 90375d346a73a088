/// The text of one document as it stands: its pieces, its sentences, and what is set in capitals.
///
/// It never changes, and all steps of a restoration ask it.
///
/// A class: the arrays of a struct would be retained one by one for each question that a type which changes asks it.
final class DocumentText: Sendable {
  let string: String
  let scanner: PieceScanner
  /// Sentences as ranges of pieces.
  let sentences: [Range<Int>]
  /// By piece: whether its line, or the heading that it is part of, is set in capitals.
  let isUpperLine: [Bool]

  var pieces: [Piece] { scanner.pieces }
  /// The code points of the whole text.
  var glyphs: [Glyph] { scanner.glyphs }

  /// - Complexity: O(*n*) in code points.
  init(_ string: String) {
    self.string = string
    scanner = PieceScanner(string)
    var sentences: [Range<Int>] = []
    var start = 0
    for (index, piece) in scanner.pieces.enumerated() {
      // A very long sentence is a table or a list; cutting it keeps memory bounded.
      if index > start, piece.breakBefore == .sentence || index - start >= 400 {
        sentences.append(start..<index)
        start = index
      }
    }
    if start < scanner.pieces.count { sentences.append(start..<scanner.pieces.count) }
    self.sentences = sentences
    isUpperLine = Self.upperLines(of: scanner)
  }

  /// The code points of a piece.
  func glyphs(of at: Int) -> ArraySlice<Glyph> { glyphs[pieces[at].glyphs] }

  /// The same as an array.
  func word(_ at: Int) -> [Glyph] { Array(glyphs(of: at)) }

  /// The letters of a piece without marks and case.
  func bare(_ at: Int) -> [Glyph] { scanner.bare(at) }

  /// The code points of some pieces, with what stands between them.
  func source(of range: Range<Int>) -> ArraySlice<Glyph> {
    glyphs[pieces[range.lowerBound].glyphs.lowerBound..<pieces[range.upperBound - 1].glyphs.upperBound]
  }

  /// The pieces before one that the language model remembers: at most three, all in its sentence.
  func contextPieces(before at: Int) -> Range<Int> {
    var start = at
    while start > 0, at - start < 3, pieces[start].breakBefore == .none { start -= 1 }
    return start..<at
  }

  /// Sentences spread over the document, about `limit` pieces in all.
  func sampleSentences(limit: Int) -> [Range<Int>] {
    guard pieces.count > limit else { return sentences }
    let stride = max(1, pieces.count / limit)
    var sample: [Range<Int>] = []
    var size = 0
    for (index, sentence) in sentences.enumerated() where index % stride == 0 && size < limit {
      sample.append(sentence)
      size += sentence.count
    }
    return sample
  }
}
