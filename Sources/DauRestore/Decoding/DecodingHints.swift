/// What a document tells of single pieces beside their letters.
///
/// The channel is not learned with these: it is not the letters that speak for what they add.
struct DecodingHints {
  /// By piece: the words that formulas have there.
  var expectations: [Int: [Formulas.Expectation]] = [:]
  /// By piece: what the first words of lines are read as besides, if their first letter is lost.
  var lostHeads: [Int: [Candidate]] = [:]
  /// By piece: the parts of names that the text states by its form.
  var statedNames: [Int: StatedName] = [:]
}
