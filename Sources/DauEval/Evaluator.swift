import DauRestore

/// Gathers the evaluations of documents, one after the other, into an ``Evaluation``.
///
/// Memory grows with the mistakes, and by eight bytes for each word of known confidence; texts are not kept.
public struct Evaluator: Sendable {
  /// What is gathered for the total.
  private struct Sum: Sendable {
    var before = TextScore()
    var after = TextScore()
    var harmed = 0
    var kinds: [WordError.Kind: Int] = [:]
    var confidences: [Calibration.Word] = []
    var hasText = false
    var clean: RecordEvaluation?
    var restored: RecordEvaluation?
  }

  private var documents: [Evaluation.Document] = []
  private var sum = Sum()

  /// An evaluator that has seen no document.
  public init() {}

  /// Adds a document.
  ///
  /// - Parameters:
  ///   - gold: the true text, which tells one version of a document from another.
  ///   - text: `nil` when there was nothing to restore.
  ///   - clean: the records of the true text, when there are true records.
  ///   - restored: the records of the restored text, when there are true records.
  /// - Returns: The document as it stands in the evaluation.
  @discardableResult
  public mutating func add(
    _ name: String, gold: String, text: TextEvaluation?, clean: RecordEvaluation? = nil,
    restored: RecordEvaluation? = nil
  ) -> Evaluation.Document {
    var document = Evaluation.Document(name: name)
    document.goldDigest = Evaluation.digest(gold)
    if let text {
      var kinds: [WordError.Kind: Int] = [:]
      for error in text.errors { kinds[error.kind, default: 0] += 1 }
      document.text = Evaluation.Texts(
        text.before, text.after, harmed: text.harmedWords, kinds: kinds, Calibration(text.confidences))
      document.text?.wrongWords = text.errors.map { error in
        Evaluation.WrongWord(
          position: error.position, line: error.line, gold: error.gold, found: error.found, kind: error.kind.rawValue,
          wasRight: error.wasRight)
      }
      sum.hasText = true
      sum.before += text.before
      sum.after += text.after
      sum.harmed += text.harmedWords
      sum.kinds.merge(kinds, uniquingKeysWith: +)
      sum.confidences += text.confidences
    }
    document.recordsFromClean = clean.map(Evaluation.Records.init)
    document.recordsFromRestored = restored.map(Evaluation.Records.init)
    Self.add(clean, to: &sum.clean)
    Self.add(restored, to: &sum.restored)
    documents.append(document)
    return document
  }

  private static func add(_ next: RecordEvaluation?, to sum: inout RecordEvaluation?) {
    guard let next else { return }
    var total = sum ?? RecordEvaluation()
    for (kind, score) in next.byKind { total.byKind[kind, default: RecordScore()] += score }
    sum = total
  }

  /// Everything that was added.
  public func evaluation(version: String) -> Evaluation {
    var evaluation = Evaluation(version: version)
    evaluation.documents = documents
    if sum.hasText {
      evaluation.total.text = Evaluation.Texts(
        sum.before, sum.after, harmed: sum.harmed, kinds: sum.kinds, Calibration(sum.confidences))
    }
    evaluation.total.recordsFromClean = sum.clean.map(Evaluation.Records.init)
    evaluation.total.recordsFromRestored = sum.restored.map(Evaluation.Records.init)
    return evaluation
  }
}

extension Evaluation.Texts {
  fileprivate init(
    _ before: TextScore, _ after: TextScore, harmed: Int, kinds: [WordError.Kind: Int], _ calibration: Calibration
  ) {
    self.before = .init(before)
    self.after = .init(after)
    harmedWords = harmed
    rightWordsBefore = before.rightWords
    harm = TextScore.rate(harmed, before.rightWords)
    errorsLeft = before.wordErrors == 0 ? 0 : TextScore.rate(after.wordErrors, before.wordErrors)
    errorKinds = Dictionary(uniqueKeysWithValues: kinds.map { ($0.key.rawValue, $0.value) })
    self.calibration = .init(calibration)
  }
}
