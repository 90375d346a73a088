public import Testing

/// Expects two strings to hold the same UTF-8 bytes. `==` on `String` is canonical equivalence and
/// cannot see a normalisation fault.
public func expectSameBytes(
  _ actual: String, _ expected: String, _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  let same = Array(actual.utf8) == Array(expected.utf8)
  #expect(
    same, comment ?? "got \(actual.debugDescription), expected \(expected.debugDescription)",
    sourceLocation: sourceLocation)
}
