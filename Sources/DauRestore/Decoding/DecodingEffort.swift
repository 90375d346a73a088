/// How far a decoder searches, and how much it heeds the language model.
struct DecodingEffort {
  /// For each word.
  var candidates: CandidateFinder.Effort
  /// Nodes kept at each position of a sentence.
  var beam: Int
  /// The exponent of the language model's probability.
  var languageWeight = Restorer.languageWeight

  /// For estimating the channel; enough to read a clean text.
  static let estimate = DecodingEffort(candidates: .estimate, beam: 8)

  /// For learning the channel from the document.
  static func learning(isStranger: Bool) -> DecodingEffort {
    DecodingEffort(candidates: isStranger ? .learnStranger : .learn, beam: 8)
  }

  /// For the text that is written.
  static func full(givesMarks: Bool, isStranger: Bool) -> DecodingEffort {
    DecodingEffort(
      candidates: isStranger ? .wide : .full, beam: 20,
      languageWeight: givesMarks || isStranger ? Restorer.languageWeight : Restorer.languageWeightWithoutMarks)
  }
}
