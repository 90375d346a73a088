import DauLanguage
import Foundation

/// Finds out which engine made a document, and what it does to each letter, by reading samples of the document.
struct ChannelEstimator {
  let document: DocumentText
  let restorer: Restorer

  /// Whether next to nothing in a sample of the document is damaged, so that nothing can be learned from it.
  ///
  /// Words that are unlikely where they stand are read as an engine that knows Vietnamese may have mistaken them. A
  /// page on which every fourth word is unlikely is not read at all: on clean pages it is one in eight at most.
  func isClean(by decoder: inout SentenceDecoder) -> Bool {
    let sample = document.sampleSentences(limit: 1000)
    guard decoder.share(of: sample, below: Restorer.unlikely) < 0.25 else { return false }
    var changed: Float = 0
    var count: Float = 0
    for decision in decoder.decode(sample, with: restorer.wornIndex, unlikely: Restorer.asked).decisions {
      count += 1
      // The names of a clean page are its least likely words.
      if decision.evidence.isChanged, !document.isPersonalName(decision.pieces.lowerBound, by: restorer.personalNames) {
        changed += decision.evidence.posterior
      }
    }
    return changed <= Restorer.cleanRate * count
  }

  /// The channel that the first readings of a document that is not clean show.
  ///
  /// What is found out of the engine is told to the decoder.
  func estimate(by decoder: inout SentenceDecoder) -> ChannelEstimate {
    let (prior, regimes, isStranger) = mixture(by: &decoder)
    var table = prior
    var before = -Float.infinity
    if isStranger { decoder.takeForStranger() }
    decoder.spend(.learning(isStranger: isStranger))
    for limit in isStranger ? Restorer.strangerSamples : Restorer.adaptationSamples {
      let sample = document.sampleSentences(limit: limit)
      guard let (adapted, evidence) = adapt(table, prior: prior, on: sample, by: &decoder) else { break }
      table = adapted
      let mean = evidence / Float(sample.reduce(0) { $0 + $1.count })
      if mean - before < Restorer.adaptationGain { break }
      before = mean
    }
    let index = EmissionIndex(table)
    decoder.spend(.full(givesMarks: index.givesMarks, isStranger: isStranger))
    return ChannelEstimate(index: index, regimes: regimes, isStranger: isStranger)
  }

  /// The mixture of regimes, weighted by how well each explains a sample of the document.
  private func mixture(
    by decoder: inout SentenceDecoder
  ) -> (table: ChannelTable, regimes: [Restoration.Regime], isStranger: Bool) {
    let sample = document.sampleSentences(limit: Restorer.sampleSize)
    let pieces = Float(sample.reduce(0) { $0 + $1.count })
    // A page of likely words was not made by an engine that knows no Vietnamese, nor one of unlikely words by one that
    // does: these are not tried.
    let unlikely = decoder.share(of: sample, below: Restorer.unlikely)
    var evidence = restorer.regimes.map { _, table in
      (table.keepsMarks ? unlikely < 0.5 : unlikely > 0.2) ? 0 : -Float.infinity
    }
    // What is far behind after a part of the sample is not tried on the rest.
    var part = 0
    var size = 0
    while part < sample.count, size < Restorer.probeSize {
      size += sample[part].count
      part += 1
    }
    for sentences in [sample[..<part], sample[part...]] {
      let least = (evidence.max() ?? 0) - Restorer.probeMargin * Float(size)
      for at in evidence.indices where evidence[at] > -.infinity {
        guard evidence[at] >= least else {
          evidence[at] = -.infinity
          continue
        }
        evidence[at] += decoder.decode(Array(sentences), with: restorer.index(ofRegime: at)).logEvidence
      }
      if evidence.count(where: { $0 > -.infinity }) == 1 { break }
    }
    let best = evidence.max() ?? 0
    // Words are not independent: evidence counts as that of so many of them at most, so that close seconds stay in the mixture.
    let share = min(1, Restorer.independentWords / max(1, pieces))
    // A weight of e to the -40 is none.
    var weights = evidence.map { exp(max(-40, ($0 - best) * share)) }
    let total = weights.reduce(0, +)
    weights = weights.map { $0 / total }
    // Whoever asks knows that the document is not clean, though this sample of it may be.
    let worn = weights.indices.dropFirst().filter { restorer.regimes[$0].table.keepsMarks && weights[$0] > 0 }
    let slips = worn.reduce(0) { $0 + weights[$1] }
    let least = Restorer.leastWorn * (weights[0] + slips)
    if slips > 0, slips < least {
      weights[0] -= least - slips
      for at in worn { weights[at] *= least / slips }
    }
    let isStranger = best < Restorer.strangeness * pieces
    if isStranger {
      // None of the known engines explains the page well.
      for at in weights.indices {
        weights[at] *= 1 - Restorer.strangeShare
        if restorer.regimes[at].name == Restorer.unknownRegime { weights[at] += Restorer.strangeShare }
      }
    }
    let regimes = zip(restorer.regimes, weights).map { Restoration.Regime(name: $0.name, weight: $1) }
    return (.mixture(zip(restorer.regimes, weights).map { ($0.table, $1) }), regimes, isStranger)
  }

  /// The channel as the document's own reading with `table` shows it, with `prior` to fall back on.
  ///
  /// - Returns: the channel, and ln of the probability of the sample under `table`.
  private func adapt(
    _ table: ChannelTable, prior: ChannelTable, on sample: [Range<Int>], by decoder: inout SentenceDecoder
  ) -> (ChannelTable, Float)? {
    let (decisions, evidence) = decoder.decode(sample, with: EmissionIndex(table))
    var counts = [OutputRow](repeating: OutputRow(), count: Alphabet.count)
    var alignment = ChannelAlignment()
    // In the order of the text, so that sums are rounded alike in every run.
    var pairs: [(pair: ChannelTrainer.Pair, weight: Float)] = []
    var numbers: [ChannelTrainer.Pair: Int] = [:]
    for decision in decisions where decision.pieces.count == 1 && decision.candidate.kind != .number {
      guard decision.evidence.posterior > 0.6, decision.candidate.first != .unknown, decision.candidate.kind != .split
      else {
        continue
      }
      let piece = document.pieces[decision.pieces.lowerBound]
      let pair = ChannelTrainer.Pair(truth: decision.candidate.text, ocr: Array(document.glyphs[piece.glyphs]))
      if let number = numbers[pair] {
        pairs[number].weight += decision.evidence.posterior
      } else {
        numbers[pair] = pairs.count
        pairs.append((pair, decision.evidence.posterior))
      }
    }
    guard !pairs.isEmpty else { return nil }
    for (pair, weight) in pairs {
      guard let truth = Alphabet.ids(of: pair.truth) else { continue }
      alignment.accumulate(ocr: pair.ocr, truth: truth, table: table, weight: weight, into: &counts)
    }
    return (prior.lending(counts, share: 0.5, strength: 20).adapted(to: counts, strength: 20), evidence)
  }
}
