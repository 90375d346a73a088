struct CitationReader: Reader {
  func read(_ context: ReadingContext) -> [Candidate] { [] }
}
