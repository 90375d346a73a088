public import DauArchive

/// What differs between two extractions of the same documents, without true records to judge by.
public struct RecordComparison: Sendable, Equatable {
  /// Records that only the new extraction has.
  public var gained: [RecordError] = []
  /// Records that only the old extraction has.
  public var lost: [RecordError] = []
  /// Records that were read from the same text or line and say something else.
  public var changed: [RecordMistake] = []
  /// The records that are in both.
  public var sameCount = 0

  /// Compares two extractions, record by record of the same document.
  ///
  /// - Parameters:
  ///   - old: the records of one version, as `dau extract` writes them.
  ///   - new: those of another.
  /// - Complexity: O(*n*).
  public init(old: [JSONValue], new: [JSONValue]) {
    // Records of several documents in one file must not answer for one another.
    func byDocument(_ records: [JSONValue]) -> [String: [JSONValue]] {
      Dictionary(grouping: records) { ($0["document"] ?? $0["id"])?.string ?? "" }
    }
    let before = byDocument(old)
    let after = byDocument(new)
    for document in Set(before.keys).union(after.keys).sorted() {
      let judged = RecordEvaluation(gold: before[document] ?? [], found: after[document] ?? [])
      sameCount += judged.byKind.values.reduce(0) { $0 + $1.rightCount }
      for mistake in RecordMistake.pairs(lost: judged.lost, found: judged.untrue) {
        switch (mistake.lost, mistake.found) {
        case (let lost?, nil): self.lost.append(lost)
        case (nil, let found?): gained.append(found)
        default: changed.append(mistake)
        }
      }
    }
  }
}
