import Algorithms

/// Reads the marks of items and sections as their sequence has them: `d)` behind `d)` is `đ)`, and `II.` between `II.` and `IV.`
/// is `III.`.
struct ItemSequenceMender {
  /// How often a mark is right that its sequence tells.
  private static let sureOfSequence: Float = 0.95

  /// The mark at the head of a line.
  private struct ItemMark {
    var word: Int
    var at: Int
    var text: [Glyph]
    /// What stands behind it: `)` or `.`.
    var sign: Glyph
  }

  let document: DocumentText
  /// Whether the engine of the document knows the marks of Vietnamese.
  let givesMarks: Bool

  /// - Complexity: O(*n*) in the words.
  func mend(_ verdicts: inout Verdicts) {
    var letters: [ItemMark] = []
    var numerals: [ItemMark] = []
    verdicts.forEach { word, pieces, change in
      let at = pieces.lowerBound
      let end = document.pieces[at].glyphs.upperBound
      guard pieces.count == 1, document.pieces[at].kind == .word, document.pieces[at].glyphs.count <= 6,
        document.beginsLine(at), end < document.glyphs.count
      else { return }
      let sign = document.glyphs[end]
      guard sign == 0x29 || sign == 0x2E else { return }
      let mark = ItemMark(word: word, at: at, text: Array(change?.text ?? document.source(of: pieces)), sign: sign)
      if mark.text.count == 1, !Glyphs.isUpper(mark.text[0]) { letters.append(mark) }
      if mark.sign == 0x2E, mark.text == [0x49] || CandidateFinder.isNumeral(mark.text) { numerals.append(mark) }
    }
    // Who knows `đ` wrote what is printed.
    if !givesMarks { mendLetters(letters, &verdicts) }
    mendNumerals(numerals, &verdicts)
  }

  /// `d` and `đ` are one letter for an engine that knows no Vietnamese, but two items.
  private func mendLetters(_ marks: [ItemMark], _ verdicts: inout Verdicts) {
    var before: [Glyph: Glyph] = [:]
    for mark in marks {
      var letter = mark.text[0]
      if letter == 0x64 || letter == 0x111 {
        switch before[mark.sign] {
        case 0x63: letter = isFollowedByAnother(mark, in: marks) ? 0x64 : letter
        case 0x64: letter = 0x111
        default: break
        }
      }
      before[mark.sign] = letter
      if letter != mark.text[0] { revise(mark, as: [letter], &verdicts) }
    }
  }

  /// Whether the item behind one is a `d)` or `đ)` too.
  private func isFollowedByAnother(_ mark: ItemMark, in marks: [ItemMark]) -> Bool {
    let next = marks.partitioningIndex { $0.at > mark.at }
    return next < marks.count && marks[next].sign == mark.sign && [0x64, 0x111].contains(marks[next].text[0])
  }

  /// A numeral that lost a stroke: the same as the one before, and the next but one behind it.
  private func mendNumerals(_ marks: [ItemMark], _ verdicts: inout Verdicts) {
    let values = marks.map { Self.value(ofNumeral: $0.text) }
    for at in marks.indices.dropFirst().dropLast()
    where values[at] == values[at - 1] && values[at + 1] == values[at] + 2 {
      revise(marks[at], as: Glyphs.of(Self.numeral(values[at] + 1)), &verdicts)
    }
  }

  private static func numeral(_ value: Int) -> String { value == 1 ? "I" : Restorer.romanNumerals[value - 2] }

  /// 0 for what is no numeral.
  private static func value(ofNumeral text: [Glyph]) -> Int {
    text == [0x49] ? 1 : (Restorer.romanNumerals.firstIndex(of: Glyphs.string(text)) ?? -2) + 2
  }

  private func revise(_ mark: ItemMark, as text: [Glyph], _ verdicts: inout Verdicts) {
    verdicts.revise(mark.word, at: mark.at, as: text, in: document, confidence: Self.sureOfSequence)
  }
}
