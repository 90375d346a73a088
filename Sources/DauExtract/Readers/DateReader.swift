struct DateReader: Reader {
  func read(_ context: ReadingContext) -> [Candidate] { [] }
}
