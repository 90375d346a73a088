/// Finds one kind of fact.
///
/// A reader is a value without state: the same document gives the same candidates. It reads tokens, never bytes, and
/// looks at each a bounded number of times, so that reading is linear in the text whatever the text is.
protocol Reader: Sendable {
  func read(_ context: ReadingContext) -> [Candidate]
}
