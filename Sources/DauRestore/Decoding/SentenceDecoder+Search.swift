import DauLanguage

/// Searching the windows of a sentence.
extension SentenceDecoder {
  /// Searches one window of a sentence.
  ///
  /// - Parameter hints: nil where the sentence is read to learn from it.
  /// - Returns: ln of the sum over all paths.
  mutating func search(
    _ window: Range<Int>, of sentence: Range<Int>, index: EmissionIndex, hints: DecodingHints?,
    into decisions: inout [Decision]
  ) -> Float {
    var edges: [[Candidate]] = []
    edges.reserveCapacity(window.count)
    for at in window {
      if scores.isPlain[at - sentence.lowerBound] {
        edges.append([copy(of: at)])
      } else {
        edges.append(candidates.readings(at, index: index, splitting: hints != nil).candidates)
        // Nothing is learned from what formulas add: it is not the letters that speak for it.
        if let hints {
          if let expected = hints.expectations[at] {
            candidates.expect(expected, at: at, in: &edges[edges.count - 1], index: index)
          }
          if let stated = hints.statedNames[at] {
            stated.favour(among: &edges[edges.count - 1], by: restorer.personalNames)
          }
          if let more = hints.lostHeads[at] { edges[edges.count - 1].add(more) }
        }
      }
    }
    if hints != nil { addMerges(to: &edges, of: window, in: sentence, index: index) }
    let (steps, log) = lattice.bestPath(
      over: edges, from: scores.states[window.lowerBound - sentence.lowerBound],
      endsSentence: window.upperBound == sentence.upperBound, model: model, languageWeight: languageWeight)
    var state = scores.states[window.lowerBound - sentence.lowerBound]
    for step in steps {
      let place = window.lowerBound + step.position
      let (choice, posterior) =
        hints != nil ? mostProbable(step, at: place, among: edges[step.position]) : (step.candidate, step.posterior)
      let candidate = edges[step.position][choice]
      let before = state
      let (language, next) = score(candidate, after: before)
      state = next
      var decision = Decision(
        pieces: place..<(place + candidate.span), candidate: candidate,
        evidence: evidence(for: candidate, at: place, in: sentence, posterior: posterior, language: language))
      decision.evidence.isChanged = !candidate.text.elementsEqual(document.source(of: decision.pieces))
      if hints != nil {
        decision.evidence.isGlued = document.isGlued(decision.pieces)
        if keptReadings > 0, decision.evidence.isChanged {
          keep(edges[step.position], in: &decision, after: before, position: step.position)
        }
      }
      decisions.append(decision)
    }
    return log
  }

  /// What speaks for a reading that the search has taken.
  private func evidence(
    for reading: Candidate, at place: Int, in sentence: Range<Int>, posterior: Float, language: Float
  ) -> ConfidenceFeatures.Evidence {
    let (isUnknown, isNumber) = (reading.first == .unknown, reading.kind == .number)
    let offset = place - sentence.lowerBound
    var evidence =
      scores.isPlain[offset] && reading.span == 1
      ? ConfidenceFeatures.Evidence(
        margin: scores.margins[offset], posterior: posterior, language: language, length: reading.text.count,
        isUnknown: isUnknown, isNumber: isNumber)
      : ConfidenceFeatures.Evidence(
        posterior: posterior, language: language, channel: reading.channel, length: reading.text.count,
        isUnknown: isUnknown, isNumber: isNumber)
    evidence.isLast = place + reading.span == sentence.upperBound
    return evidence
  }

  /// The reading of one piece that is right most often, by the sum over all paths: the best path is the best *sentence*, and where it
  /// is not sure, a word of it may be less probable than another (minimum Bayes risk under word error; V. Goel and W. Byrne,
  /// *Minimum Bayes-risk automatic speech recognition*, 2000). A reading of two pieces is left as the path
  /// has it, and so is a word that the path leaves as it stands.
  private func mostProbable(
    _ step: Lattice.Step, at place: Int, among readings: [Candidate]
  ) -> (candidate: Int, posterior: Float) {
    guard step.posterior < 0.5, readings[step.candidate].span == 1,
      !readings[step.candidate].text.elementsEqual(document.glyphs(of: place))
    else { return (step.candidate, step.posterior) }
    let posteriors = lattice.posteriors(at: step.position, count: readings.count)
    var best = step.candidate
    for at in readings.indices where readings[at].span == 1 && posteriors[at] > posteriors[best] { best = at }
    return (best, max(step.posterior, posteriors[best]))
  }

  /// log10 P of a reading after a state, and the state after it.
  private func score(
    _ candidate: Candidate, after state: LanguageModel.State
  ) -> (log10: Float, next: LanguageModel.State) {
    let first = model.score(candidate.first, after: state)
    guard candidate.kind == .split else { return first }
    let second = model.score(candidate.second, after: first.next)
    return (first.log10 + second.log10, second.next)
  }

  /// Keeps the readings of a decision, most probable first.
  private func keep(
    _ readings: [Candidate], in decision: inout Decision, after state: LanguageModel.State, position: Int
  ) {
    let probabilities = lattice.posteriors(at: position, count: readings.count)
    decision.readings = zip(readings, probabilities).sorted { $0.1 > $1.1 }.prefix(keptReadings).map {
      Restoration.Reading(
        text: Glyphs.string($0.text), probability: $1, channel: $0.channel, language: score($0, after: state).log10,
        evidence: evidence(for: $0, of: decision.pieces))
    }
  }

  /// What speaks for a reading of some pieces.
  private func evidence(for candidate: Candidate, of pieces: Range<Int>) -> Restoration.Reading.Evidence {
    switch candidate.kind {
    case .confusion: .rule(place: restorer.confusions.place(of: candidate))
    case .formula: .rule(place: restorer.formulas.place(of: candidate.entry))
    default: candidate.text.elementsEqual(document.source(of: pieces)) ? .copy : .letters
    }
  }
}
