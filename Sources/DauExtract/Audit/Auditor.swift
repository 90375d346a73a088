/// Checks the arithmetic that a document implies.
struct Auditor: Sendable {
  func read(_ context: ReadingContext) -> [Candidate] { [] }
}
