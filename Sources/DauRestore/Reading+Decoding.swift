import DauLanguage

/// What decoding with one channel has found out, and its scratch.
struct DecodingMemory {
  /// The readings of a piece, best first.
  struct Readings {
    var candidates: [Candidate]
    /// How much better (log10) the channel rates the best other reading than the copy.
    var advantage: Float
  }

  /// By word and the circumstances of a piece.
  var readings: [UInt64: Readings] = [:]
  /// By word and whether its line is set in capitals: the words of the lexicons that explain it, wherever it stands.
  var explained: [UInt64: [Candidate]] = [:]
  /// By the words of two neighbouring pieces: what they are as one word.
  var merges: [UInt64: [Candidate]] = [:]
  /// By word: the most that another word can gain by the channel; NaN where nobody asked yet.
  var advantages: [Float] = []

  /// By place in the sentence at hand: the state before, the log10 probability as it stands, whether it stays so, and
  /// how far (log10) any other reading then stays behind at least.
  var states: [LanguageModel.State] = []
  var scores: [Float] = []
  var isPlain: [Bool] = []
  var margins: [Float] = []
  /// The stretches of the sentence that are searched.
  var windows: [Range<Int>] = []

  /// Words of which readings are kept; a long ruined document has more than fit in memory.
  static let limit = 6000

  mutating func forget(wordCount: Int) {
    readings.removeAll(keepingCapacity: true)
    explained.removeAll(keepingCapacity: true)
    merges.removeAll(keepingCapacity: true)
    advantages.removeAll(keepingCapacity: true)
    advantages.append(contentsOf: repeatElement(.nan, count: wordCount))
  }

  mutating func makeRoom() {
    if readings.count >= Self.limit { readings.removeAll(keepingCapacity: true) }
    if explained.count >= Self.limit / 2 { explained.removeAll(keepingCapacity: true) }
    if merges.count >= Self.limit { merges.removeAll(keepingCapacity: true) }
  }
}

/// Decoding: sentence by sentence, and in a sentence only where something is in question.
///
/// A word is *plain* when no other reading of it can win: it is likely where it stands, and the channel rarely makes it
/// of anything else. In clean text these are nearly all. What lies between plain words is searched in *windows*: the
/// words in question with so many plain ones behind them that the language model has forgotten what they were. Then
/// the paths outside the windows are the same for all readings inside, and the search finds what one over the whole
/// sentence would.
extension Reading {
  /// Plain words behind the last one in question that still count for its readings: the context of the model, and one
  /// that a reading of two pieces may take.
  private static let reach = 4
  /// log10 of how much less probable than the copy another reading must be, by a bound, for a word to be plain.
  private static let plainMargin: Float = -0.7
  /// The same by the readings themselves, which were looked up.
  private static let weighedMargin: Float = -2

  /// Reads sentences to learn from them: without splits, and with a decision for every piece.
  ///
  /// - Parameter unlikely: words are asked about only when their log10 probability as they stand is below this; nil
  ///   asks about all that are not plain.
  mutating func decode(
    _ sentences: [Range<Int>], with index: EmissionIndex, unlikely: Float? = nil
  ) -> (decisions: [Decision], logEvidence: Float) {
    memory.forget(wordCount: words.count)
    var decisions: [Decision] = []
    var evidence: Float = 0
    for sentence in sentences {
      survey(sentence, index: index, splitting: false, unlikely: unlikely)
      var at = sentence.lowerBound
      func keep(to end: Int) {
        for place in at..<end {
          decisions.append(
            Decision(
              pieces: place..<(place + 1), candidate: copy(of: place), evidence: plainEvidence(place, in: sentence)))
          evidence += memory.scores[place - sentence.lowerBound] * Lattice.ln10
        }
      }
      for window in memory.windows {
        keep(to: window.lowerBound)
        evidence += search(window, of: sentence, index: index, splitting: false, into: &decisions)
        at = window.upperBound
      }
      keep(to: sentence.upperBound)
      if memory.windows.last?.upperBound != sentence.upperBound {
        evidence += memory.scores[sentence.count] * Lattice.ln10
      }
    }
    return (decisions, evidence)
  }

  /// Reads the whole document.
  mutating func decide(with index: EmissionIndex) -> Verdicts {
    memory.forget(wordCount: words.count)
    var verdicts = Verdicts()
    verdicts.evidence.reserveCapacity(document.pieces.count)
    var decisions: [Decision] = []
    for sentence in document.sentences {
      survey(sentence, index: index, splitting: true)
      var at = sentence.lowerBound
      for window in memory.windows {
        for place in at..<window.lowerBound { verdicts.evidence.append(plainEvidence(place, in: sentence)) }
        decisions.removeAll(keepingCapacity: true)
        _ = search(window, of: sentence, index: index, splitting: true, into: &decisions)
        for decision in decisions { verdicts.append(decision) }
        at = window.upperBound
      }
      for place in at..<sentence.upperBound { verdicts.evidence.append(plainEvidence(place, in: sentence)) }
    }
    return verdicts
  }

  /// What speaks for a word that stays as it is without a search.
  private func plainEvidence(_ at: Int, in sentence: Range<Int>) -> ConfidenceFeatures.Evidence {
    let offset = at - sentence.lowerBound
    let piece = document.pieces[at]
    var evidence = ConfidenceFeatures.Evidence(
      margin: memory.margins[offset], language: memory.scores[offset], length: piece.glyphs.count,
      isUnknown: words.id(at: at) == .unknown, isNumber: piece.kind == .number)
    evidence.isGlued = document.isGlued(at..<(at + 1))
    evidence.isLast = at + 1 == sentence.upperBound
    return evidence
  }

  // MARK: What is in question

  /// Scores a sentence as it stands, and finds the windows around what is in question.
  private mutating func survey(
    _ sentence: Range<Int>, index: EmissionIndex, splitting: Bool, unlikely: Float? = nil
  ) {
    memory.makeRoom()
    memory.isPlain.removeAll(keepingCapacity: true)
    memory.margins.removeAll(keepingCapacity: true)
    memory.windows.removeAll(keepingCapacity: true)
    score(sentence)
    for at in sentence {
      let offset = at - sentence.lowerBound
      // Another word can gain at most what this one costs, and part of what the next one costs after it.
      let gain = -memory.scores[offset] + 0.6 * max(0, -memory.scores[offset + 1] - 1)
      var margin = advantage(at, index: index) + gain
      var isPlain =
        unlikely.map { memory.scores[offset] >= $0 } ?? (margin < Self.plainMargin && lostHeads[at] == nil)
      // What is learned from needs the readings of a word, and the cost of its copy, even where they lose.
      if !isPlain, splitting, !isPartOfNumber(at, in: sentence) {
        margin = readings(at, index: index, splitting: splitting).advantage + gain
        isPlain =
          margin < Self.weighedMargin && lostHeads[at] == nil && statedNames[at] == nil && !document.isNumeralCut(at)
          && (at == sentence.lowerBound || !document.isNumeralCut(at - 1))
      }
      memory.isPlain.append(isPlain)
      memory.margins.append(isPlain ? min(0, margin) : 0)
      guard !isPlain else { continue }
      // A reading may take the piece before too.
      let start = max(sentence.lowerBound, at - 1)
      let end = min(sentence.upperBound, at + 1 + Self.reach)
      if let last = memory.windows.last, start <= last.upperBound {
        memory.windows[memory.windows.count - 1] = last.lowerBound..<end
      } else {
        memory.windows.append(start..<end)
      }
    }
  }

  /// Scores a sentence as it stands.
  private mutating func score(_ sentence: Range<Int>) {
    let model = restorer.model
    memory.states.removeAll(keepingCapacity: true)
    memory.scores.removeAll(keepingCapacity: true)
    var state = model.sentenceStart
    for at in sentence {
      memory.states.append(state)
      let (log10, next) = model.score(words.id(at: at), after: state)
      memory.scores.append(log10)
      state = next
    }
    memory.scores.append(model.score(.sentenceEnd, after: state).log10)
  }

  /// The share of pieces whose log10 probability as they stand is below `least`.
  mutating func share(of sentences: [Range<Int>], below least: Float) -> Float {
    var below = 0
    var count = 0
    for sentence in sentences {
      score(sentence)
      for at in 0..<sentence.count where memory.scores[at] < least { below += 1 }
      count += sentence.count
    }
    return Float(below) / Float(max(1, count))
  }

  /// How much better the channel may rate another word than the copy of a piece; infinite for what is no word.
  private mutating func advantage(_ at: Int, index: EmissionIndex) -> Float {
    let word = Int(words.numbers[at])
    let known = memory.advantages[word]
    guard known.isNaN else { return known }
    var advantage = Float.infinity
    let glyphs = document.word(at)
    if document.pieces[at].kind == .word, words.ids[word] != .unknown, !CandidateFinder.hasInnerCapital(glyphs) {
      advantage = index.advantageOfAnother(over: glyphs) ?? .infinity
    }
    memory.advantages[word] = advantage
    return advantage
  }

  /// Whether a piece may be one of two halves of a number.
  private func isPartOfNumber(_ at: Int, in sentence: Range<Int>) -> Bool {
    document.pieces[at].kind == .number
      && ((at > sentence.lowerBound && document.isNumberCut(at - 1))
        || (at + 1 < sentence.upperBound && document.isNumberCut(at)))
  }

  /// The copy of a piece, weighed against nothing.
  private func copy(of at: Int) -> Candidate {
    Candidate(
      kind: document.pieces[at].kind == .number ? .number : .copy, text: document.word(at),
      first: words.id(at: at), channel: 0)
  }

  // MARK: Searching

  /// Searches one window of a sentence.
  ///
  /// - Returns: ln of the sum over all paths.
  private mutating func search(
    _ window: Range<Int>, of sentence: Range<Int>, index: EmissionIndex, splitting: Bool,
    into decisions: inout [Decision]
  ) -> Float {
    var edges: [[Candidate]] = []
    edges.reserveCapacity(window.count)
    for at in window {
      if memory.isPlain[at - sentence.lowerBound] {
        edges.append([copy(of: at)])
      } else {
        edges.append(readings(at, index: index, splitting: splitting).candidates)
        // Nothing is learned from what formulas add: it is not the letters that speak for it.
        if splitting {
          expect(at, in: &edges[edges.count - 1], index: index)
          favourNames(among: &edges[edges.count - 1], at: at)
          if let more = lostHeads[at] { add(more, to: &edges[edges.count - 1]) }
        }
      }
    }
    if splitting { addMerges(to: &edges, of: window, in: sentence, index: index) }
    let (steps, log) = lattice.bestPath(
      over: edges, from: memory.states[window.lowerBound - sentence.lowerBound],
      endsSentence: window.upperBound == sentence.upperBound, model: restorer.model,
      languageWeight: languageWeight)
    var state = memory.states[window.lowerBound - sentence.lowerBound]
    for step in steps {
      let place = window.lowerBound + step.position
      let (choice, posterior) =
        splitting ? mostProbable(step, at: place, among: edges[step.position]) : (step.candidate, step.posterior)
      let candidate = edges[step.position][choice]
      let before = state
      let (language, next) = score(candidate, after: before)
      state = next
      var decision = Decision(
        pieces: place..<(place + candidate.span), candidate: candidate,
        evidence: evidence(for: candidate, at: place, in: sentence, posterior: posterior, language: language))
      decision.evidence.isChanged = !candidate.text.elementsEqual(document.source(of: decision.pieces))
      if splitting {
        decision.evidence.isGlued = document.isGlued(decision.pieces)
        if options.keptReadings > 0, decision.evidence.isChanged {
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
      memory.isPlain[offset] && reading.span == 1
      ? ConfidenceFeatures.Evidence(
        margin: memory.margins[offset], posterior: posterior, language: language, length: reading.text.count,
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
      !readings[step.candidate].text.elementsEqual(document.source(of: place..<(place + 1)))
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
    let first = restorer.model.score(candidate.first, after: state)
    guard candidate.kind == .split else { return first }
    let second = restorer.model.score(candidate.second, after: first.next)
    return (first.log10 + second.log10, second.next)
  }

  /// Keeps the readings of a decision, most probable first.
  private func keep(
    _ readings: [Candidate], in decision: inout Decision, after state: LanguageModel.State, position: Int
  ) {
    let probabilities = lattice.posteriors(at: position, count: readings.count)
    decision.readings = zip(readings, probabilities).sorted { $0.1 > $1.1 }.prefix(options.keptReadings).map {
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
