/// The way of one document.
extension Restorer {
  /// Restores one document.
  ///
  /// - Parameter text: in normalization form C.
  /// - Complexity: linear in the text; a few readings of a sample of a thousand words, then one of the whole.
  public func restore(_ text: String, options: RestorationOptions = RestorationOptions()) -> Restoration {
    guard let (order, ordered) = ReadingOrder.ordering(text) else { return read(text, options) }
    // What stands between the halves of a sentence is read behind its paragraph.
    return order.replaced(read(ordered, options), of: text)
  }

  /// Reads a text from front to back; what that takes is given back before anything is made of the result.
  private func read(_ text: String, _ options: RestorationOptions) -> Restoration {
    let (writer, regimes) = written(text, options)
    return writer.finish(regimes: regimes)
  }

  private func written(
    _ text: String, _ options: RestorationOptions
  ) -> (RestorationWriter, [Restoration.Regime]) {
    let document = DocumentText(text)
    guard !document.pieces.isEmpty else { return (RestorationWriter(source: text, wordCount: 0, changeCount: 0), []) }
    // What only deciding needs is freed before anything is written.
    let (verdicts, kept, condition) = mended(document, keptReadings: options.keptReadings)
    let writer = VerdictWriter(
      document: document, condition: condition, confidenceModel: confidence, options: options, kept: kept,
      marks: condition.isClean ? PrintedMarks() : PrintedMarks(of: document))
    return (writer.write(verdicts), condition.regimes)
  }

  /// What is decided of a document when its lists, names and titles have been heard too, and the pieces that stay as they
  /// stand nevertheless.
  private func mended(
    _ document: DocumentText, keptReadings: Int
  ) -> (verdicts: Verdicts, kept: Set<Int>, condition: DocumentCondition) {
    let words = DocumentWords(document, model: model)
    var (verdicts, condition) = decide(document, words, keptReadings: keptReadings)
    TitleMender(document: document, restorer: self).mend(&verdicts)
    if !condition.isClean {
      ItemSequenceMender(document: document, givesMarks: condition.givesMarks).mend(&verdicts)
      if !condition.givesMarks { UnitNameMender(document: document, restorer: self).mend(&verdicts) }
      ShapedCapitalMender(document: document, lexicons: lexicons).mend(&verdicts)
    }
    let kept = SoundNames(document: document, restorer: self).pieces(in: verdicts)
      .union(verdicts.changesAmongStrangers(in: document, words))
    return (verdicts, kept, condition)
  }

  /// Reads a document with the channel that its own first readings show.
  func decide(
    _ document: DocumentText, _ words: DocumentWords, keptReadings: Int = 0
  ) -> (verdicts: Verdicts, condition: DocumentCondition) {
    var decoder = SentenceDecoder(document, words, restorer: self, keptReadings: keptReadings)
    let estimator = ChannelEstimator(document: document, restorer: self)
    if estimator.isClean(by: &decoder) {
      decoder.takeForClean()
      return (decoder.decide(with: cleanIndex), cleanCondition)
    }
    decoder.takeForDamaged()
    let estimate = estimator.estimate(by: &decoder)
    let hints = DecodingHints(
      expectations: formulas.expectations(in: document.scanner),
      lostHeads: LostHeadFinder(document: document, words: words, model: model, lexicons: lexicons)
        .find(by: &decoder.candidates.finder, index: estimate.index),
      statedNames: StatedNameFinder(document: document, people: personalNames).find())
    var verdicts = decoder.decide(with: estimate.index, hints: hints)
    NameAgreement(document: document, words: words, restorer: self)
      .mend(&verdicts, candidates: &decoder.candidates, index: estimate.index)
    return (verdicts, estimate.condition)
  }

  /// What is found of a document that passes for clean.
  private var cleanCondition: DocumentCondition {
    let regimes = regimes.enumerated().map {
      Restoration.Regime(name: $0.element.name, weight: $0.offset == 0 ? 1 : 0)
    }
    return DocumentCondition(regimes: regimes, isClean: true, isDamaged: false, givesMarks: false)
  }
}
