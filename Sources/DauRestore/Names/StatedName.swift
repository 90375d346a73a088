import DauRules
import Foundation

/// A part of a personal name that a text states by its form: alone on a line, as a signature or a cell of a table is; as an
/// item of a list; under a position in capitals; behind a word that stands before names.
///
/// `Vu Thi Hanh` under `PHÓ CHỦ TỊCH` is a name, however seldom the language has met it and however well it knows `vụ thi hành`. Where
/// the form says so, each word is judged by its part in names too: P = max((1 - share) · P(word | all before), share · P(word |
/// surname, middle or given name)), the share by how often such a form holds a name.
struct StatedName {
  /// Which part of a name the piece is.
  let part: Names.Part
  /// How often a piece of this form is part of a name.
  let share: Float

  /// Gives readings of the piece what its part in a name is worth; a word that stands before names keeps its own.
  func favour(among readings: inout [Candidate], by names: PersonalNames) {
    let rest = Foundation.log10(1 - share)
    for at in readings.indices {
      if part == .title, names.isTitle(readings[at].text) { continue }
      readings[at].languageShare = rest
      guard readings[at].span == 1, readings[at].kind != .split, let text = readings[at].text.first,
        Glyphs.isUpper(text), let log10 = names.log10(readings[at].first, as: part)
      else { continue }
      readings[at].leastLanguage = Foundation.log10(share) + log10
    }
  }
}
