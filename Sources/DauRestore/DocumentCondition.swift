/// What a document was found to be.
struct DocumentCondition {
  let regimes: [Restoration.Regime]
  /// Whether it passes for clean.
  let isClean: Bool
  /// Whether it was found to be damaged, not merely worn.
  let isDamaged: Bool
  /// Whether its engine knows the marks of Vietnamese.
  let givesMarks: Bool
}
