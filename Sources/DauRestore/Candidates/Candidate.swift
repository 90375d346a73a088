import DauLanguage

/// How the letters of a word are cased.
enum CasePattern: UInt8, Sendable, CaseIterable {
  case lower, title, upper
}

/// One reading of a piece, or of two neighbouring pieces.
struct Candidate: Sendable {
  enum Kind: UInt8, Sendable {
    /// A word of the lexicon.
    case lexicon
    /// What stands there, unchanged.
    case copy
    /// Digits, unchanged.
    case number
    /// Two words that the engine wrote as one.
    case split
    /// One word that the engine wrote as two.
    case merge
    /// A word by an entry of `confusions.tsv`.
    case confusion
    /// A word that a formula of `phrases.tsv` has here, where the letters alone would favour another.
    case formula
  }

  var kind: Kind
  /// The text it would print.
  var text: [Glyph]
  /// The words it is for the language model; the second is `.none` except in a split.
  var first: WordID
  var second: WordID = .none
  /// log10 P(OCR word | this reading), with the prior of its kind.
  var channel: Float
  /// Whether it is a word of one spelling: an abbreviation, a Roman numeral.
  var isListed = false
  /// Whether the document itself writes it so elsewhere.
  var isAgreed = false
  /// Whether it begins with a capital and is behind another word in a name that the document may speak of.
  var isNamePart = false
  /// Where the text states a name: log10 of the probability that it has as a part of one, whatever the words before it, and of
  /// what is left to words that are none.
  var leastLanguage = -Float.infinity
  var languageShare: Float = 0
  /// The entry of `confusions.tsv` or of `phrases.tsv` that proposes it, or -1.
  var entry = -1
  /// The number of pieces it reads.
  var span = 1
}

extension [Candidate] {
  /// Adds readings, or raises the channel score of those that are there already.
  mutating func add(_ more: [Candidate]) {
    for candidate in more {
      if let at = firstIndex(where: { $0.text == candidate.text }) {
        if candidate.channel > self[at].channel { self[at] = candidate }
      } else {
        append(candidate)
      }
    }
  }
}
