/// What a reader is given.
struct ReadingContext: Sendable {
  let stream: TokenStream
  let outline: Outline
  let vocabulary: ReaderVocabulary
  /// The numbers, and the words that a date, a quantity or a citation may begin with.
  let starts: PlaceSet
  /// What was settled before: empty for the first readers, their dates, quantities and citations for the second.
  /// In the order of the text.
  var settled: [Candidate] = []
  /// Where the sentences end: empty for the first readers, as `settled`.
  var sentences = SentenceEnds()
  /// The tokens at which tallies of awards begin: no results to report beside the awards.
  var tallies: Set<Int> = []

  init(stream: TokenStream, outline: Outline, vocabulary: ReaderVocabulary) {
    self.stream = stream
    self.outline = outline
    self.vocabulary = vocabulary
    starts = PlaceSet(stream, vocabulary.starts, withNumbers: true)
  }
}
