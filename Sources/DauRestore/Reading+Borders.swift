import DauLanguage

/// Words that an engine read together with the border of a table before them.
extension Reading {
  /// The readings of a word behind the border of a table.
  mutating func behindBorder(_ word: [Glyph], isUpperLine: Bool, index: EmissionIndex) -> [Candidate] {
    var readings = finder.candidates(for: word, isProtected: false, isUpperLine: isUpperLine, index: index)
    readings.removeAll { $0.first == .unknown }
    for at in readings.indices {
      if readings[at].kind == .copy { readings[at].kind = .lexicon }
      readings[at].channel += CandidateFinder.borderAsLetter
    }
    return readings
  }
}
