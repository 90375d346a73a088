import DauLanguage

/// Decodes a document sentence by sentence, and in a sentence only where something is in question.
///
/// A word is *plain* when no other reading of it can win: it is likely where it stands, and the channel rarely makes it
/// of anything else. In clean text these are nearly all. What lies between plain words is searched in *windows*: the
/// words in question with so many plain ones behind them that the language model has forgotten what they were. Then
/// the paths outside the windows are the same for all readings inside, and the search finds what one over the whole
/// sentence would.
struct SentenceDecoder {
  /// Plain words behind the last one in question that still count for its readings: the context of the model, and one
  /// that a reading of two pieces may take.
  private static let reach = 4
  /// log10 of how much less probable than the copy another reading must be, by a bound, for a word to be plain.
  private static let plainMargin: Float = -0.7
  /// The same by the readings themselves, which were looked up.
  private static let weighedMargin: Float = -2

  let document: DocumentText
  let words: DocumentWords
  let restorer: Restorer
  /// The number of readings to keep of each word that is changed.
  let keptReadings: Int
  /// Keeps what was found out with the channel at hand.
  var candidates: PieceCandidates
  var lattice = Lattice()
  /// The sentence at hand.
  var scores = SentenceScores()
  /// The exponent of the language model's probability.
  private(set) var languageWeight = Restorer.languageWeight

  var model: LanguageModel { restorer.model }

  init(_ document: DocumentText, _ words: DocumentWords, restorer: Restorer, keptReadings: Int) {
    self.document = document
    self.words = words
    self.restorer = restorer
    self.keptReadings = keptReadings
    var finder = CandidateFinder(lexicons: restorer.lexicons, model: restorer.model)
    finder.writesDecimalComma = document.writesDecimalComma
    candidates = PieceCandidates(document, words, confusions: restorer.confusions, finder: finder)
    spend(.estimate)
  }

  // MARK: What is known of the document

  /// Reads on with another effort.
  mutating func spend(_ effort: DecodingEffort) {
    candidates.finder.effort = effort.candidates
    (lattice.beam, lattice.beamWidth) = (effort.beam, 4)
    languageWeight = effort.languageWeight
  }

  /// Takes the document for one that is not damaged.
  mutating func takeForClean() {
    candidates.finder.writesDecimalComma = false
    candidates.finder.isClean = true
  }

  /// Takes the document for one that is not clean: letters may be digits, and its names and codes tell of each other.
  mutating func takeForDamaged() {
    let names = NamePairs(of: document, by: restorer)
    (candidates.names, lattice.names) = (names, names)
    candidates.codeParts = document.markedCodeParts(listed: restorer.markedCodes)
    candidates.finder.readsDigits = true
    candidates.finder.acronyms = words.markedAcronyms(in: document)
    candidates.finder.listedAcronyms = restorer.listedAcronyms
  }

  /// Takes the engine for one that no table knows well.
  mutating func takeForStranger() {
    candidates.finder.isStranger = true
    candidates.finder.frequent = restorer.frequentSyllables
  }

  // MARK: Decoding

  /// Reads sentences to learn from them: without splits, and with a decision for every piece.
  ///
  /// - Parameter unlikely: words are asked about only when their log10 probability as they stand is below this; nil
  ///   asks about all that are not plain.
  mutating func decode(
    _ sentences: [Range<Int>], with index: EmissionIndex, unlikely: Float? = nil
  ) -> (decisions: [Decision], logEvidence: Float) {
    candidates.forget()
    var decisions: [Decision] = []
    var evidence: Float = 0
    for sentence in sentences {
      survey(sentence, index: index, hints: nil, unlikely: unlikely)
      var at = sentence.lowerBound
      func keep(to end: Int) {
        for place in at..<end {
          decisions.append(
            Decision(
              pieces: place..<(place + 1), candidate: copy(of: place), evidence: plainEvidence(place, in: sentence)))
          evidence += scores.log10[place - sentence.lowerBound] * Lattice.ln10
        }
      }
      for window in scores.windows {
        keep(to: window.lowerBound)
        evidence += search(window, of: sentence, index: index, hints: nil, into: &decisions)
        at = window.upperBound
      }
      keep(to: sentence.upperBound)
      if scores.windows.last?.upperBound != sentence.upperBound {
        evidence += scores.log10[sentence.count] * Lattice.ln10
      }
    }
    return (decisions, evidence)
  }

  /// Reads the whole document.
  ///
  /// - Parameter hints: what it tells of single pieces; nothing where it is clean.
  mutating func decide(with index: EmissionIndex, hints: DecodingHints = DecodingHints()) -> Verdicts {
    candidates.forget()
    var verdicts = Verdicts()
    verdicts.evidence.reserveCapacity(document.pieces.count)
    var decisions: [Decision] = []
    for sentence in document.sentences {
      survey(sentence, index: index, hints: hints)
      var at = sentence.lowerBound
      for window in scores.windows {
        for place in at..<window.lowerBound { verdicts.evidence.append(plainEvidence(place, in: sentence)) }
        decisions.removeAll(keepingCapacity: true)
        _ = search(window, of: sentence, index: index, hints: hints, into: &decisions)
        for decision in decisions { verdicts.append(decision) }
        at = window.upperBound
      }
      for place in at..<sentence.upperBound { verdicts.evidence.append(plainEvidence(place, in: sentence)) }
    }
    return verdicts
  }

  /// The share of pieces whose log10 probability as they stand is below `least`.
  mutating func share(of sentences: [Range<Int>], below least: Float) -> Float {
    var below = 0
    var count = 0
    for sentence in sentences {
      scores.score(sentence, of: words, by: model)
      for at in 0..<sentence.count where scores.log10[at] < least { below += 1 }
      count += sentence.count
    }
    return Float(below) / Float(max(1, count))
  }

  /// What speaks for a word that stays as it is without a search.
  private func plainEvidence(_ at: Int, in sentence: Range<Int>) -> ConfidenceFeatures.Evidence {
    let offset = at - sentence.lowerBound
    let piece = document.pieces[at]
    var evidence = ConfidenceFeatures.Evidence(
      margin: scores.margins[offset], language: scores.log10[offset], length: piece.glyphs.count,
      isUnknown: words.id(at: at) == .unknown, isNumber: piece.kind == .number)
    evidence.isGlued = document.isGlued(at..<(at + 1))
    evidence.isLast = at + 1 == sentence.upperBound
    return evidence
  }

  /// The copy of a piece, weighed against nothing.
  func copy(of at: Int) -> Candidate {
    Candidate(
      kind: document.pieces[at].kind == .number ? .number : .copy, text: document.word(at), first: words.id(at: at),
      channel: 0)
  }

  // MARK: What is in question

  /// Scores a sentence as it stands, and finds the windows around what is in question.
  ///
  /// - Parameter hints: nil where the sentence is read to learn from it.
  private mutating func survey(
    _ sentence: Range<Int>, index: EmissionIndex, hints: DecodingHints?, unlikely: Float? = nil
  ) {
    candidates.makeRoom()
    scores.score(sentence, of: words, by: model)
    for at in sentence {
      let offset = at - sentence.lowerBound
      // Another word can gain at most what this one costs, and part of what the next one costs after it.
      let gain = -scores.log10[offset] + 0.6 * max(0, -scores.log10[offset + 1] - 1)
      var margin = candidates.mostAdvantage(of: at, index: index) + gain
      var isPlain =
        unlikely.map { scores.log10[offset] >= $0 } ?? (margin < Self.plainMargin && hints?.lostHeads[at] == nil)
      // What is learned from needs the readings of a word, and the cost of its copy, even where they lose.
      if !isPlain, let hints, !isPartOfNumber(at, in: sentence) {
        margin = candidates.readings(at, index: index, splitting: true).advantage + gain
        isPlain =
          margin < Self.weighedMargin && hints.lostHeads[at] == nil && hints.statedNames[at] == nil
          && !document.isNumeralCut(at) && (at == sentence.lowerBound || !document.isNumeralCut(at - 1))
      }
      if isPlain {
        scores.leave(margin: margin)
      } else {
        // A reading may take the piece before too.
        scores.question(
          searching: max(sentence.lowerBound, at - 1)..<min(sentence.upperBound, at + 1 + Self.reach))
      }
    }
  }

  /// Whether a piece may be one of two halves of a number.
  private func isPartOfNumber(_ at: Int, in sentence: Range<Int>) -> Bool {
    document.pieces[at].kind == .number
      && ((at > sentence.lowerBound && document.isNumberCut(at - 1))
        || (at + 1 < sentence.upperBound && document.isNumberCut(at)))
  }
}
