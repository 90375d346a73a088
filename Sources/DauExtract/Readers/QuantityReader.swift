struct QuantityReader: Reader {
  func read(_ context: ReadingContext) -> [Candidate] { [] }
}
