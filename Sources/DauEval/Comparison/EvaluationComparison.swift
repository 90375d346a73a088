/// What one version of the program won and lost against another, on the same documents.
public struct EvaluationComparison: Sendable, Equatable {
  /// A word that is wrong in at least one of the versions.
  public struct Word: Sendable, Equatable {
    /// The line of the true text, from 1.
    public var line: Int
    /// The true word; `nil` for one that was added, or where only digests are known.
    public var gold: String?
    /// What the old version has there; `nil` where it is right, missing or not known.
    public var old: String?
    /// What the new version has there; as ``old``.
    public var new: String?
  }

  /// The mistakes in records of one document.
  public struct Records: Sendable, Equatable {
    /// True records that only the new version finds.
    public var gained: [Evaluation.Records.Entry] = []
    /// True records that only the old version found.
    public var lost: [Evaluation.Records.Entry] = []
    /// False records that only the old version had.
    public var falseGone: [Evaluation.Records.Entry] = []
    /// False records that only the new version has.
    public var falseNew: [Evaluation.Records.Entry] = []

    /// Whether both versions made the same mistakes.
    public var isEmpty: Bool { gained.isEmpty && lost.isEmpty && falseGone.isEmpty && falseNew.isEmpty }
  }

  /// What changed in one document.
  public struct Document: Sendable, Equatable {
    /// The name that both versions know the document by.
    public var name: String
    /// Whether the true text is another, so that words cannot be compared.
    public var goldChanged = false
    /// The word error rate of the old version; `nil` where no text was measured.
    public var old: Double?
    /// That of the new version; `nil` where no text was measured.
    public var new: Double?
    /// Words that only the old version had wrong.
    public var mended: [Word] = []
    /// Words that only the new version has wrong.
    public var broken: [Word] = []
    /// Words that both versions have wrong, in two ways.
    public var changed: [Word] = []
    /// The records read from the true text.
    public var clean = Records()
    /// The records read from the restored text.
    public var restored = Records()

    /// Whether nothing changed.
    public var isEmpty: Bool {
      !goldChanged && mended.isEmpty && broken.isEmpty && changed.isEmpty && clean.isEmpty && restored.isEmpty
    }
  }

  /// The documents that both versions know, in the order of the new one.
  public var documents: [Document] = []
  /// The names of the documents that only the old version knows, in its order.
  public var onlyInOld: [String] = []
  /// The names of the documents that only the new version knows, in its order.
  public var onlyInNew: [String] = []

  /// Compares two versions document by document.
  ///
  /// - Complexity: O(*n*) in mistakes.
  public init(old: Evaluation, new: Evaluation) {
    let before = Dictionary(old.documents.map { ($0.name, $0) }) { first, _ in first }
    let after = Set(new.documents.map(\.name))
    onlyInOld = old.documents.map(\.name).filter { !after.contains($0) }
    for document in new.documents {
      if let former = before[document.name] {
        documents.append(Self.compare(former, document))
      } else {
        onlyInNew.append(document.name)
      }
    }
  }

  private static func compare(_ old: Evaluation.Document, _ new: Evaluation.Document) -> Document {
    var result = Document(name: new.name)
    result.old = old.text?.after.wordErrorRate
    result.new = new.text?.after.wordErrorRate
    result.goldChanged = old.goldDigest != new.goldDigest
    if let before = old.text, let after = new.text, !result.goldChanged {
      compareWords(before.wrongWords, after.wrongWords, &result)
    }
    result.clean = records(old.recordsFromClean, new.recordsFromClean, new.name)
    result.restored = records(old.recordsFromRestored, new.recordsFromRestored, new.name)
    return result
  }

  private static func compareWords(
    _ old: [Evaluation.WrongWord], _ new: [Evaluation.WrongWord], _ result: inout Document
  ) {
    struct Place: Hashable {
      var position: Int
      var isAdded: Bool
    }
    func byPlace(_ words: [Evaluation.WrongWord]) -> [Place: [Evaluation.WrongWord]] {
      Dictionary(grouping: words) { Place(position: $0.position, isAdded: $0.kind == WordError.Kind.added.rawValue) }
    }
    func known(_ word: String?) -> String? { word.flatMap { $0.hasPrefix("#") ? nil : $0 } }
    let before = byPlace(old)
    let after = byPlace(new)
    for place in Set(before.keys).union(after.keys).sorted(by: {
      ($0.position, $1.isAdded ? 1 : 0) < ($1.position, $0.isAdded ? 1 : 0)
    }) {
      let pairs = (before[place] ?? [], after[place] ?? [])
      for index in 0..<max(pairs.0.count, pairs.1.count) {
        let former = index < pairs.0.count ? pairs.0[index] : nil
        let latter = index < pairs.1.count ? pairs.1[index] : nil
        let word = Word(
          line: (latter ?? former)!.line, gold: known(latter?.gold) ?? known(former?.gold), old: known(former?.found),
          new: known(latter?.found))
        switch (former, latter) {
        case (nil, _): result.broken.append(word)
        case (_, nil): result.mended.append(word)
        case (let former?, let latter?):
          func digest(_ word: Evaluation.WrongWord) -> String? {
            word.found.map { Evaluation.digest($0, in: result.name, word.position) }
          }
          if digest(former) != digest(latter) { result.changed.append(word) }
        }
      }
    }
  }

  private static func records(
    _ old: Evaluation.Records?, _ new: Evaluation.Records?, _ document: String
  ) -> Records {
    guard let old, let new else { return Records() }
    return Records(
      gained: difference(old.lost, new.lost, document), lost: difference(new.lost, old.lost, document),
      falseGone: difference(old.untrue, new.untrue, document), falseNew: difference(new.untrue, old.untrue, document))
  }

  /// The entries of `a` that `b` has not, as multisets.
  private static func difference(
    _ a: [Evaluation.Records.Entry], _ b: [Evaluation.Records.Entry], _ document: String
  ) -> [Evaluation.Records.Entry] {
    var others: [String: Int] = [:]
    for entry in b { others[entry.digest(in: document), default: 0] += 1 }
    return a.filter { entry in
      let digest = entry.digest(in: document)
      guard let count = others[digest], count > 0 else { return true }
      others[digest] = count - 1
      return false
    }
  }
}
