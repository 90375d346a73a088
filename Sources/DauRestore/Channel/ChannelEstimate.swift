/// The channel of a document as it was estimated from the document itself.
struct ChannelEstimate {
  let index: EmissionIndex
  /// The share of each regime in it.
  let regimes: [Restoration.Regime]
  /// Whether the engine is one that no table knows well.
  let isStranger: Bool

  /// What the document was found to be by it.
  var condition: DocumentCondition {
    DocumentCondition(
      regimes: regimes, isClean: false, isDamaged: index.isDamaged, givesMarks: index.givesMarks)
  }
}
