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
    merges.removeAll(keepingCapacity: true)
    advantages.removeAll(keepingCapacity: true)
    advantages.append(contentsOf: repeatElement(.nan, count: wordCount))
  }

  mutating func makeRoom() {
    if readings.count >= Self.limit { readings.removeAll(keepingCapacity: true) }
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
    memory.forget(wordCount: copies.count)
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
    memory.forget(wordCount: copies.count)
    var verdicts = Verdicts()
    verdicts.evidence.reserveCapacity(scanner.pieces.count)
    var decisions: [Decision] = []
    for sentence in sentences {
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
    let piece = scanner.pieces[at]
    return ConfidenceFeatures.Evidence(
      posterior: 1, margin: memory.margins[offset], language: memory.scores[offset],
      following: at + 1 < sentence.upperBound ? memory.scores[offset + 1] : 0, channel: 0,
      length: UInt16(clamping: piece.glyphs.count), isUnknown: copies[Int(words[at])] == .unknown,
      isNumber: piece.kind == .number, isGlued: isGlued(at..<(at + 1)))
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
      var isPlain = unlikely.map { memory.scores[offset] >= $0 } ?? (margin < Self.plainMargin)
      // What is learned from needs the readings of a word, and the cost of its copy, even where they lose.
      if !isPlain, splitting, !isPartOfNumber(at, in: sentence) {
        margin = readings(at, index: index, splitting: splitting).advantage + gain
        isPlain =
          margin < Self.weighedMargin && !isNumeralCut(at) && (at == sentence.lowerBound || !isNumeralCut(at - 1))
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
      let (log10, next) = model.score(copies[Int(words[at])], after: state)
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
    let word = Int(words[at])
    let known = memory.advantages[word]
    guard known.isNaN else { return known }
    var advantage = Float.infinity
    let glyphs = Array(table.glyphs(of: word))
    if scanner.pieces[at].kind == .word, copies[word] != .unknown, !CandidateFinder.hasInnerCapital(glyphs) {
      advantage = index.advantageOfAnother(over: glyphs) ?? .infinity
    }
    memory.advantages[word] = advantage
    return advantage
  }

  /// Whether a piece may be one of two halves of a number.
  private func isPartOfNumber(_ at: Int, in sentence: Range<Int>) -> Bool {
    scanner.pieces[at].kind == .number
      && ((at > sentence.lowerBound && isNumberCut(at - 1)) || (at + 1 < sentence.upperBound && isNumberCut(at)))
  }

  /// Whether a piece and the next are `99 ,08%`: a blank before a decimal comma and none behind it is the engine's.
  private func isNumberCut(_ at: Int) -> Bool {
    guard scanner.pieces[at].kind == .number, scanner.pieces[at + 1].kind == .number else { return false }
    let end = scanner.pieces[at].glyphs.upperBound
    return scanner.pieces[at + 1].glyphs.lowerBound == end + 2 && scanner.glyphs[end] == 0x20
      && scanner.glyphs[end + 1] == 0x2C
  }

  /// The copy of a piece, weighed against nothing.
  private func copy(of at: Int) -> Candidate {
    let word = Int(words[at])
    return Candidate(
      kind: scanner.pieces[at].kind == .number ? .number : .copy, text: Array(table.glyphs(of: word)),
      first: copies[word], channel: 0)
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
        if splitting { expect(at, in: &edges[edges.count - 1], index: index) }
      }
    }
    if splitting { addMerges(to: &edges, of: window, in: sentence, index: index) }
    let (steps, log) = lattice.bestPath(
      over: edges, from: memory.states[window.lowerBound - sentence.lowerBound],
      endsSentence: window.upperBound == sentence.upperBound, model: restorer.model,
      languageWeight: Restorer.languageWeight)
    var state = memory.states[window.lowerBound - sentence.lowerBound]
    let first = decisions.count
    for step in steps {
      let place = window.lowerBound + step.position
      let (choice, posterior) =
        splitting ? mostProbable(step, at: place, among: edges[step.position]) : (step.candidate, step.posterior)
      let candidate = edges[step.position][choice]
      let before = state
      let (language, next) = score(candidate, after: before)
      state = next
      if decisions.count > first { decisions[decisions.count - 1].evidence.following = language }
      var decision = Decision(
        pieces: place..<(place + candidate.span), candidate: candidate,
        evidence: ConfidenceFeatures.Evidence(
          posterior: posterior, margin: memory.margins[place - sentence.lowerBound], language: language,
          channel: candidate.channel, length: UInt16(clamping: candidate.text.count),
          isUnknown: candidate.first == .unknown, isNumber: candidate.kind == .number))
      decision.evidence.isChanged = !candidate.text.elementsEqual(source(of: decision.pieces))
      if splitting {
        decision.evidence.isGlued = isGlued(decision.pieces)
        if options.keptReadings > 0, decision.evidence.isChanged {
          keep(edges[step.position], in: &decision, after: before, position: step.position)
        }
      }
      decisions.append(decision)
    }
    if window.upperBound < sentence.upperBound, decisions.count > first {
      decisions[decisions.count - 1].evidence.following = memory.scores[window.upperBound - sentence.lowerBound]
    }
    return log
  }

  /// The reading of one piece that is right most often, by the sum over all paths: the best path is the best *sentence*, and where it
  /// is not sure, a word of it may be less probable than another (minimum Bayes risk under word error; V. Goel and W. Byrne,
  /// *Minimum Bayes-risk automatic speech recognition*, 2000). A reading of two pieces is left as the path
  /// has it, and so is a word that the path leaves as it stands.
  private func mostProbable(
    _ step: Lattice.Step, at place: Int, among readings: [Candidate]
  ) -> (candidate: Int, posterior: Float) {
    guard step.posterior < 0.5, readings[step.candidate].span == 1,
      !readings[step.candidate].text.elementsEqual(source(of: place..<(place + 1)))
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
    default: candidate.text.elementsEqual(source(of: pieces)) ? .copy : .letters
    }
  }

  // MARK: Readings

  private mutating func readings(_ at: Int, index: EmissionIndex, splitting: Bool) -> DecodingMemory.Readings {
    let piece = scanner.pieces[at]
    let isGlued = piece.isGlued || (at + 1 < scanner.pieces.count && scanner.pieces[at + 1].isGlued)
    let isUpperLine = isUpperLine[at]
    let isMark =
      piece.breakBefore == .sentence
      || (piece.glyphs.upperBound < scanner.glyphs.count
        && Self.marks.contains(scanner.glyphs[piece.glyphs.upperBound]))
    let isNumeral = isNumeral(at)
    let isDatePart = isDatePart(at)
    let isForeignName = isPartOfForeignName(at)
    let isLineStart = beginsLine(at)
    let isCounted = isCountedInDigits(at)
    let kindInSymbol = kindInSymbol(at)
    let item = itemMark(at)
    let isJoined = isJoinedToAcronym(at)
    let key =
      UInt64(words[at]) << 13 | (isGlued ? 1 : 0) | (isUpperLine ? 2 : 0) | (splitting ? 4 : 0)
      | (isMark ? 8 : 0) | (isNumeral ? 16 : 0) | (isDatePart ? 32 : 0)
      | (isForeignName ? 64 : 0) | (isLineStart ? 128 : 0) | (isCounted ? 256 : 0)
      | (kindInSymbol != nil ? 512 : 0) | (item != nil ? 1024 : 0)
      | (isJoined ? 2048 : 0) | (codeParts[at] != nil ? 4096 : 0)
    if let known = memory.readings[key] { return known }
    let word = Array(table.glyphs(of: Int(words[at])))
    var candidates = finder.candidates(
      for: word, kind: piece.kind, isProtected: isGlued, isMark: isMark, isUpperLine: isUpperLine, index: index)
    if isNumeral { candidates.removeAll { $0.kind == .number } }
    if isCounted {
      for at in candidates.indices where candidates[at].kind == .number {
        candidates[at].channel -= CandidateFinder.loneDigitAsLetter
      }
    }
    if let kindInSymbol {
      let kind = Candidate(
        kind: .lexicon, text: kindInSymbol, first: finder.languageID(of: kindInSymbol, kind: .word),
        channel: CandidateFinder.kindWithoutMark, isListed: true)
      add([kind], to: &candidates)
      for at in candidates.indices where candidates[at].text == word {
        candidates[at].channel += CandidateFinder.acronymAsWord
      }
    }
    if let item {
      var copy = finder.copy(of: word, kind: .word)
      copy.channel = CandidateFinder.scrambledWord
      candidates = [
        Candidate(kind: .number, text: item, first: finder.numberID, channel: CandidateFinder.digitAsLetter), copy,
      ]
    }
    if isLineStart, !isGlued, let text = finder.withoutBorder(word, index: index) {
      add(behindBorder(text, isUpperLine: isUpperLine, index: index), to: &candidates)
    }
    if let part = codeParts[at], let same = candidates.first(where: { $0.text == word }) {
      candidates.removeAll { $0.text == part }
      candidates.append(
        Candidate(
          kind: .lexicon, text: part, first: same.first, channel: same.channel + CandidateFinder.agreedAcronym,
          isAgreed: true))
    } else if isJoined {
      for place in candidates.indices where candidates[place].text != word && !candidates[place].isListed {
        candidates[place].channel += CandidateFinder.acronymAsWord
      }
    }
    if isForeignName { candidates.removeAll { $0.text != word } }
    if isDatePart { candidates.removeAll { $0.text != word && !$0.text.contains(where: Glyphs.isDigit) } }
    if !isGlued, index.isDamaged, !index.givesMarks || word.count > 1 {
      add(restorer.confusions.candidates(for: word, isUpperLine: isUpperLine), to: &candidates)
    }
    if splitting, piece.kind == .word, !isGlued, index.isDamaged || !word.contains(where: Glyphs.isDigit),
      isPoor(candidates, length: word.count)
    {
      candidates += finder.splits(of: word, isUpperLine: isUpperLine, index: index)
    }
    if let names = lattice.names {
      for at in candidates.indices where Glyphs.isUpper(candidates[at].text[0]) {
        candidates[at].isNamePart = names.mayFollow(candidates[at].first)
      }
    }
    var (copy, best) = (-Float.infinity, -Float.infinity)
    for at in candidates.indices {
      if candidates[at].text == word {
        copy = max(copy, candidates[at].channel)
      } else {
        best = max(best, candidates[at].channel)
      }
    }
    // Without another reading there is nothing to gain, and without the copy nothing to keep.
    let readings = DecodingMemory.Readings(
      candidates: candidates, advantage: best == -.infinity ? best : copy == -.infinity ? .infinity : best - copy)
    memory.readings[key] = readings
    return readings
  }

  /// What stands behind the number of a section or an item.
  private static let marks = Set(Glyphs.of(".):"))

  /// Adds readings, or raises the channel score of those that are there already.
  private func add(_ more: [Candidate], to readings: inout [Candidate]) {
    for candidate in more {
      if let at = readings.firstIndex(where: { $0.text == candidate.text }) {
        if candidate.channel > readings[at].channel { readings[at] = candidate }
      } else {
        readings.append(candidate)
      }
    }
  }

  /// Adds the readings of two neighbouring pieces as one word, where one of them reads badly by itself.
  private mutating func addMerges(
    to edges: inout [[Candidate]], of window: Range<Int>, in sentence: Range<Int>, index: EmissionIndex
  ) {
    for at in window.dropLast() {
      let place = at - window.lowerBound
      if isNumberCut(at), var joined = edges[place].first {
        joined.kind = .merge
        joined.span = 2
        joined.text =
          Array(table.glyphs(of: Int(words[at]))) + [0x2C] + Array(table.glyphs(of: Int(words[at + 1])))
        joined.channel = 0
        edges[place].append(joined)
      } else if isNumeralCut(at) {
        edges[place].append(
          finder.numeral(Array(table.glyphs(of: Int(words[at]))) + table.glyphs(of: Int(words[at + 1]))))
      } else if isHalf(at, beside: at + 1, in: sentence, index) && isHalf(at + 1, beside: at, in: sentence, index),
        isPoor(at, edges[place], in: sentence) || isPoor(at + 1, edges[place + 1], in: sentence)
      {
        edges[place] += merges(at, index: index)
      }
    }
  }

  /// Whether a piece and the next are `X VII`, the tens and the units of one Roman numeral. Beside each other by themselves such
  /// stand only in the heads of tables, and there they ascend.
  private func isNumeralCut(_ at: Int) -> Bool {
    guard at + 1 < scanner.pieces.count, scanner.pieces[at + 1].isAfterBlank,
      scanner.pieces[at + 1].breakBefore == .none
    else { return false }
    let (tens, units) = (table.glyphs(of: Int(words[at])), table.glyphs(of: Int(words[at + 1])))
    return tens.count <= 3 && tens.allSatisfy { $0 == 0x58 } && units.count <= 4
      && units.allSatisfy { $0 == 0x56 || $0 == 0x49 } && CandidateFinder.isNumeral(tens + units)
  }

  /// Whether a piece may be one of two halves of a word; a word with marks that is likely where it stands is no half, with a single
  /// letter for the other: `các h`.
  private func isHalf(_ at: Int, beside other: Int, in sentence: Range<Int>, _ index: EmissionIndex) -> Bool {
    guard scanner.pieces[other].glyphs.count == 1, memory.scores[at - sentence.lowerBound] > Self.likely,
      copies[Int(words[at])] != .unknown
    else { return true }
    let word = table.glyphs(of: Int(words[at]))
    return word.count < 3 || !word.contains { $0 > 0xFF || index.givesMarks && $0 > 0x7F }
  }

  /// log10 of how probable such a word is at least.
  private static let likely: Float = -3

  /// Whether a piece reads badly by itself.
  private func isPoor(_ at: Int, _ readings: [Candidate], in sentence: Range<Int>) -> Bool {
    let piece = scanner.pieces[at]
    guard piece.kind == .word, !memory.isPlain[at - sentence.lowerBound] else { return false }
    return piece.glyphs.count == 1 || isPoor(readings, length: piece.glyphs.count)
  }

  /// Whether even the best reading of a piece needs an unlikely misreading.
  private func isPoor(_ readings: [Candidate], length: Int) -> Bool {
    var best = readings.isEmpty ? 0 : -Float.infinity
    for at in readings.indices where readings[at].span == 1 { best = max(best, readings[at].channel) }
    return best < -2.5 - 0.35 * Float(length)
  }

  /// The readings of a piece and the next as one word.
  private mutating func merges(_ at: Int, index: EmissionIndex) -> [Candidate] {
    let piece = scanner.pieces[at]
    let next = scanner.pieces[at + 1]
    guard piece.kind == .word, next.kind == .word, next.isAfterBlank, scanner.glyphs[piece.glyphs.upperBound] == 0x20
    else { return [] }
    let key = UInt64(words[at]) << 33 | UInt64(words[at + 1]) << 1 | (isUpperLine[at] ? 1 : 0)
    if let known = memory.merges[key] { return known }
    let joined = Array(scanner.glyphs[piece.glyphs]) + scanner.glyphs[next.glyphs]
    var merges: [Candidate] = []
    // A mark alone is no part of a word, and digits beside one are a number.
    if !joined.contains(where: Glyphs.isForeign), hasLetter(piece), hasLetter(next),
      index.isDamaged || !joined.contains(where: Glyphs.isDigit)
    {
      merges = finder.merges(of: joined, isUpperLine: isUpperLine[at], index: index)
    }
    memory.merges[key] = merges
    return merges
  }

  private func hasLetter(_ piece: Piece) -> Bool { scanner.glyphs[piece.glyphs].contains(where: Glyphs.isLetter) }
}
