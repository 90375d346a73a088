/// What the formulas that were recognised say of a piece.
extension PieceCandidates {
  /// Raises the readings that a formula expects, and adds those that the letters alone did not propose.
  mutating func expect(
    _ expectations: [Formulas.Expectation], at: Int, in readings: inout [Candidate], index: EmissionIndex
  ) {
    let word = document.word(at)
    guard word.count <= 16, !document.isGlued(at..<(at + 1)) else { return }
    let floor = index.keepsMarks ? -Float.infinity : Formulas.floor
    let best = readings.reduce(-Float.infinity) { max($0, $1.channel) }
    for expectation in expectations {
      var isProposed = false
      for at in readings.indices
      where readings[at].span == 1 && readings[at].text.count == expectation.text.count
        && readings[at].text.lazy.map(Glyphs.lower).elementsEqual(expectation.text)
      {
        if readings[at].channel < best, readings[at].kind != .copy {
          readings[at].kind = .formula
          readings[at].entry = expectation.formula
        }
        readings[at].channel = max(readings[at].channel, floor) + Formulas.gain
        isProposed = true
      }
      guard !isProposed else { continue }
      let pattern: CasePattern =
        document.isUpperLine[at] ? .upper : Glyphs.isUpper(word[0]) && !Glyphs.isDigit(word[0]) ? .title : .lower
      finder.fill(word, with: index)
      var candidate = Candidate(
        kind: .formula, text: CandidateFinder.cased(expectation.text, pattern), first: expectation.word,
        channel: max(finder.score(of: expectation.text), floor) + Formulas.gain)
      candidate.entry = expectation.formula
      readings.append(candidate)
    }
  }
}
