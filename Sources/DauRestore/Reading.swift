import DauLanguage
import DauText
import Foundation

/// The work on one document: its pieces, the channel as estimated so far, and the readings.
struct Reading {
  private let restorer: Restorer
  private let text: String
  private let options: RestorationOptions
  private let scanner: PieceScanner
  private var finder: CandidateFinder
  private var lattice = Lattice()
  /// Sentences as ranges of pieces.
  private let sentences: [Range<Int>]
  private let isUpperLine: [Bool]

  private struct Key: Hashable {
    var glyphs: [Glyph]
    var flags: UInt8
  }
  private var cache: [Key: [Candidate]] = [:]
  private var mergeCache: [Key: [Candidate]] = [:]
  private var copyCache: [Key: (Candidate, Float)] = [:]

  private var regimes: [Restoration.Regime] = []
  /// Whether letters lose or change their marks often in this document.
  private var isDamaged = false

  /// One decided piece or pair of pieces.
  struct Decision {
    var pieces: Range<Int>
    var candidate: Candidate
    /// What speaks for it; of the final reading only.
    var evidence: ConfidenceFeatures.Evidence
    /// The calibrated probability that it is right.
    var confidence: Float = 1
    var readings: [Restoration.Reading] = []
    /// Whether the copy was kept because nothing else was sure enough.
    var isDoubtful = false
  }

  init(text: String, restorer: Restorer, options: RestorationOptions) {
    self.restorer = restorer
    self.text = text
    self.options = options
    scanner = PieceScanner(text)
    finder = CandidateFinder(syllables: restorer.syllables, fixed: restorer.fixed, model: restorer.model)
    var sentences: [Range<Int>] = []
    var start = 0
    for (index, piece) in scanner.pieces.enumerated() {
      // A very long sentence is a table or a list; cutting it keeps memory bounded.
      if index > start, piece.breakBefore == .sentence || index - start >= 400 {
        sentences.append(start..<index)
        start = index
      }
    }
    if start < scanner.pieces.count { sentences.append(start..<scanner.pieces.count) }
    self.sentences = sentences
    isUpperLine = Self.upperLines(of: scanner)
  }

  /// Whether most letters of each piece's line are capitals.
  private static func upperLines(of scanner: PieceScanner) -> [Bool] {
    var result = [Bool](repeating: false, count: scanner.pieces.count)
    var index = 0
    while index < scanner.pieces.count {
      var end = index + 1
      while end < scanner.pieces.count,
        !scanner.glyphs[scanner.pieces[end - 1].glyphs.upperBound..<scanner.pieces[end].glyphs.lowerBound].contains(
          0x0A)
      { end += 1 }
      var upper = 0
      var lower = 0
      for piece in scanner.pieces[index..<end] {
        for glyph in scanner.glyphs[piece.glyphs] where Glyphs.isLetter(glyph) {
          if Glyphs.isUpper(glyph) { upper += 1 } else { lower += 1 }
        }
      }
      if upper >= 6, upper * 10 >= (upper + lower) * 7 { for at in index..<end { result[at] = true } }
      index = end
    }
    return result
  }

  mutating func run() -> Restoration {
    guard !scanner.pieces.isEmpty else { return Restoration(unchanged: text) }
    var decisions = decide()
    settle(&decisions, features(of: &decisions))
    return output(decisions)
  }

  /// Reads the text with the channel that its own first readings show.
  mutating func decide() -> [Decision] {
    finder.effort = .estimate
    (lattice.beam, lattice.beamWidth) = (8, 4)
    var table = estimateRegimes()
    let sample = sampleSentences(limit: 1000)
    let prior = table
    let size = Float(sample.reduce(0) { $0 + $1.count })
    var before = -Float.infinity
    let isStranger = regimes.contains { $0.name == Restorer.unknownRegime && $0.weight > 0.5 }
    finder.effort = .learn
    for _ in 0..<Restorer.adaptationRounds {
      guard let (adapted, evidence) = adapt(table, prior: prior, on: sample) else { break }
      table = adapted
      if (evidence - before) / size < Restorer.adaptationGain { break }
      before = evidence
    }
    finder.effort = isStranger ? .wide : .full
    (lattice.beam, lattice.beamWidth) = (20, 6)
    let index = EmissionIndex(table)
    isDamaged = index.isDamaged
    return decode(sentences, with: index).decisions
  }

  // MARK: Estimation

  /// Sentences spread over the document, about `limit` pieces in all.
  private func sampleSentences(limit: Int) -> [Range<Int>] {
    guard scanner.pieces.count > limit else { return sentences }
    let stride = max(1, scanner.pieces.count / limit)
    var sample: [Range<Int>] = []
    var size = 0
    for (index, sentence) in sentences.enumerated() where index % stride == 0 && size < limit {
      sample.append(sentence)
      size += sentence.count
    }
    return sample
  }

  /// The mixture of regimes, weighted by how well each explains a sample of the document.
  private mutating func estimateRegimes() -> ChannelTable {
    let sample = sampleSentences(limit: Restorer.sampleSize)
    let pieces = Float(sample.reduce(0) { $0 + $1.count })
    var evidence: [Float] = []
    for (_, table) in restorer.regimes {
      let (_, log) = decode(sample, with: EmissionIndex(table), splitting: false)
      evidence.append(log)
    }
    let best = evidence.max() ?? 0
    // Words are not independent: an eighth of the log evidence keeps close seconds in the mixture.
    var weights = evidence.map { exp(max(-40, ($0 - best) * min(1, 60 / max(1, pieces)))) }
    let total = weights.reduce(0, +)
    weights = weights.map { $0 / total }
    regimes = zip(restorer.regimes, weights).map { Restoration.Regime(name: $0.name, weight: $1) }
    return .mixture(zip(restorer.regimes, weights).map { ($0.table, $1) })
  }

  /// The channel as the document's own reading with `table` shows it, with `prior` to fall back on.
  ///
  /// - Returns: the channel, and ln of the probability of the sample under `table`.
  private mutating func adapt(_ table: ChannelTable, prior: ChannelTable, on sample: [Range<Int>]) -> (
    ChannelTable, Float
  )? {
    let (decisions, evidence) = decode(sample, with: EmissionIndex(table), splitting: false)
    var counts: [[Output: Float]] = Array(repeating: [:], count: Alphabet.count)
    var alignment = ChannelAlignment()
    var pairs: [ChannelTrainer.Pair: Float] = [:]
    for decision in decisions where decision.pieces.count == 1 && decision.candidate.kind != .number {
      guard decision.evidence.posterior > 0.6, decision.candidate.first != .unknown, decision.candidate.kind != .split
      else {
        continue
      }
      let piece = scanner.pieces[decision.pieces.lowerBound]
      pairs[
        ChannelTrainer.Pair(truth: decision.candidate.text, ocr: Array(scanner.glyphs[piece.glyphs])), default: 0
      ] += decision.evidence.posterior
    }
    guard !pairs.isEmpty else { return nil }
    for (pair, weight) in pairs {
      guard let truth = Alphabet.ids(of: pair.truth) else { continue }
      alignment.accumulate(ocr: pair.ocr, truth: truth, table: table, weight: weight, into: &counts)
    }
    return (prior.lending(counts, share: 0.5, strength: 20).adapted(to: counts, strength: 20), evidence)
  }

  // MARK: Decoding

  private mutating func decode(
    _ sentences: [Range<Int>], with index: EmissionIndex, splitting: Bool = true
  ) -> (decisions: [Decision], logEvidence: Float) {
    cache.removeAll(keepingCapacity: true)
    mergeCache.removeAll(keepingCapacity: true)
    copyCache.removeAll(keepingCapacity: true)
    var decisions: [Decision] = []
    var evidence: Float = 0
    for sentence in sentences {
      var edges: [[Candidate]] = []
      edges.reserveCapacity(sentence.count)
      let plain = unsuspicious(sentence, index: index)
      for at in sentence {
        if let sure = plain[at - sentence.lowerBound] {
          edges.append([sure.copy])
        } else {
          edges.append(candidates(at, index: index, splitting: splitting))
        }
      }
      if splitting { addMerges(to: &edges, of: sentence, index: index) }
      let (steps, log) = lattice.bestPath(
        over: edges, from: restorer.model.sentenceStart, endsSentence: true, model: restorer.model,
        languageWeight: Restorer.languageWeight)
      evidence += log
      var state = restorer.model.sentenceStart
      for (order, step) in steps.enumerated() {
        let candidate = edges[step.position][step.candidate]
        let first = sentence.lowerBound + step.position
        let before = state
        let (language, next) = score(candidate, after: before)
        state = next
        if order > 0 { decisions[decisions.count - 1].evidence.following = language }
        var decision = Decision(
          pieces: first..<(first + candidate.span), candidate: candidate,
          evidence: ConfidenceFeatures.Evidence(
            posterior: step.posterior, margin: plain[step.position]?.margin ?? 0, language: language,
            channel: candidate.channel, length: candidate.text.count, isUnknown: candidate.first == .unknown,
            isNumber: candidate.kind == .number))
        if splitting, options.keptReadings > 0 {
          keep(edges[step.position], in: &decision, after: before, position: step.position)
        }
        decisions.append(decision)
      }
    }
    return (decisions, evidence)
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

  /// The pieces of a sentence for which no other reading can win: the word is likely where it stands, and the
  /// channel rarely makes it of anything else. In clean text these are nearly all, and cost no search.
  ///
  /// - Returns: the copy, and how far (log10) any other reading stays behind it at least.
  private mutating func unsuspicious(
    _ sentence: Range<Int>, index: EmissionIndex
  ) -> [(copy: Candidate, margin: Float)?] {
    let model = restorer.model
    var result: [(copy: Candidate, margin: Float)?] = Array(repeating: nil, count: sentence.count)
    var advantages = [Float](repeating: .infinity, count: sentence.count)
    var scores = [Float](repeating: 0, count: sentence.count + 1)
    var copies: [Candidate] = []
    copies.reserveCapacity(sentence.count)
    var state = model.sentenceStart
    for (offset, at) in sentence.enumerated() {
      let (copy, advantage) = copyOf(at, index: index)
      copies.append(copy)
      advantages[offset] = advantage
      let (log10, next) = model.score(copy.first, after: state)
      scores[offset] = log10
      state = next
    }
    scores[sentence.count] = model.score(.sentenceEnd, after: state).log10
    for offset in 0..<sentence.count where advantages[offset] < 0 {
      // Another word can gain at most what this one costs, and part of what the next one costs after it.
      let gain = -scores[offset] + 0.6 * max(0, -scores[offset + 1] - 1)
      if advantages[offset] + gain < -0.7 { result[offset] = (copies[offset], advantages[offset] + gain) }
    }
    return result
  }

  /// The copy of a piece, and how much better the channel may rate another word; infinite for what is no word.
  private mutating func copyOf(_ at: Int, index: EmissionIndex) -> (Candidate, Float) {
    let piece = scanner.pieces[at]
    let word = Array(scanner.glyphs[piece.glyphs])
    let key = Key(glyphs: word, flags: piece.kind == .number ? 1 : 0)
    if let known = copyCache[key] { return known }
    let copy = finder.copy(of: word, kind: piece.kind)
    var advantage = Float.infinity
    if piece.kind == .word, copy.first != .unknown { advantage = index.advantageOfAnother(over: word) ?? .infinity }
    copyCache[key] = (copy, advantage)
    return (copy, advantage)
  }

  /// The code points that a decision stands for.
  private func source(of decision: Decision) -> ArraySlice<Glyph> {
    let first = scanner.pieces[decision.pieces.lowerBound].glyphs.lowerBound
    return scanner.glyphs[first..<scanner.pieces[decision.pieces.upperBound - 1].glyphs.upperBound]
  }

  /// Keeps the readings of a decision that changes the source, most probable first.
  private func keep(
    _ readings: [Candidate], in decision: inout Decision, after state: LanguageModel.State, position: Int
  ) {
    guard !decision.candidate.text.elementsEqual(source(of: decision)) else { return }
    let probabilities = lattice.posteriors(at: position, count: readings.count)
    decision.readings = zip(readings, probabilities).sorted { $0.1 > $1.1 }.prefix(options.keptReadings).map {
      Restoration.Reading(
        text: Glyphs.string($0.text), probability: $1, channel: $0.channel, language: score($0, after: state).log10,
        evidence: $0.kind == .confusion
          ? .rule(place: restorer.confusions.place(of: $0))
          : $0.kind == .copy || $0.kind == .number ? .copy : .letters)
    }
  }

  /// What the confidence of each decision is judged by.
  func features(of decisions: inout [Decision]) -> [ConfidenceFeatures] {
    for at in decisions.indices {
      decisions[at].evidence.isChanged = !decisions[at].candidate.text.elementsEqual(source(of: decisions[at]))
      decisions[at].evidence.isGlued = isGlued(decisions[at])
    }
    return ConfidenceFeatures.all(of: decisions.map(\.evidence))
  }

  /// Gives each decision its confidence, and keeps the source where a change is not sure enough.
  private func settle(_ decisions: inout [Decision], _ features: [ConfidenceFeatures]) {
    for at in decisions.indices {
      let confidence = restorer.confidence.probability(features[at])
      let rest = 1 - decisions[at].evidence.posterior
      for reading in decisions[at].readings.indices {
        // The rivals share what the calibration leaves.
        let isTaken = decisions[at].readings[reading].text == Glyphs.string(decisions[at].candidate.text)
        decisions[at].readings[reading].probability =
          isTaken ? confidence : decisions[at].readings[reading].probability * (1 - confidence) / max(rest, 1e-6)
      }
      decisions[at].readings.sort { $0.probability > $1.probability }
      decisions[at].confidence = confidence
      if decisions[at].evidence.isChanged, confidence < options.minimumConfidence {
        decisions[at].isDoubtful = true
        decisions[at].candidate.text = Array(source(of: decisions[at]))
      }
    }
  }

  /// Whether a word in small letters is parted from a neighbour by punctuation alone (`bảo-đảm`, `thi.cao`).
  private func isGlued(_ decision: Decision) -> Bool {
    func isSmall(_ piece: Piece) -> Bool {
      piece.kind == .word && scanner.glyphs[piece.glyphs].allSatisfy { Glyphs.isLetter($0) && !Glyphs.isUpper($0) }
    }
    let first = decision.pieces.lowerBound
    let next = decision.pieces.upperBound
    if first > 0, scanner.pieces[first].isGlued, scanner.pieces[first].kind == .word, isSmall(scanner.pieces[first - 1])
    {
      return true
    }
    return next < scanner.pieces.count && scanner.pieces[next].isGlued && scanner.pieces[next].kind == .word
      && isSmall(scanner.pieces[next - 1])
  }

  private mutating func candidates(_ at: Int, index: EmissionIndex, splitting: Bool) -> [Candidate] {
    let piece = scanner.pieces[at]
    let word = Array(scanner.glyphs[piece.glyphs])
    let glued = piece.isGlued || (at + 1 < scanner.pieces.count && scanner.pieces[at + 1].isGlued)
    let flags: UInt8 = (glued ? 1 : 0) | (isUpperLine[at] ? 2 : 0) | (splitting ? 4 : 0)
    let key = Key(glyphs: word, flags: flags)
    var readings: [Candidate]
    if let known = cache[key] {
      readings = known
    } else {
      readings = finder.candidates(
        for: word, kind: piece.kind, isProtected: glued, isUpperLine: isUpperLine[at], index: index)
      if !glued, index.isDamaged {
        add(restorer.confusions.candidates(for: word, isUpperLine: isUpperLine[at]), to: &readings)
      }
      if splitting, piece.kind == .word, !glued, index.isDamaged || !word.contains(where: Glyphs.isDigit),
        isPoor(readings, length: word.count)
      {
        readings += finder.splits(of: word, isUpperLine: isUpperLine[at], index: index)
      }
      cache[key] = readings
    }
    return readings
  }

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
  private mutating func addMerges(to edges: inout [[Candidate]], of sentence: Range<Int>, index: EmissionIndex) {
    let poor = sentence.map { at in
      scanner.pieces[at].kind == .word
        && (scanner.pieces[at].glyphs.count == 1
          || isPoor(edges[at - sentence.lowerBound], length: scanner.pieces[at].glyphs.count))
    }
    for at in sentence.dropLast() where scanner.pieces[at].kind == .number && scanner.pieces[at + 1].kind == .number {
      // `99 ,08%`: a blank before a decimal comma and none behind it is the engine's.
      let end = scanner.pieces[at].glyphs.upperBound
      let next = scanner.pieces[at + 1].glyphs
      guard next.lowerBound == end + 2, scanner.glyphs[end] == 0x20, scanner.glyphs[end + 1] == 0x2C,
        var joined = edges[at - sentence.lowerBound].first
      else { continue }
      joined.kind = .merge
      joined.span = 2
      joined.text = Array(scanner.glyphs[scanner.pieces[at].glyphs]) + [0x2C] + scanner.glyphs[next]
      joined.channel = 0
      edges[at - sentence.lowerBound].append(joined)
    }
    for at in sentence.dropLast() where poor[at - sentence.lowerBound] || poor[at + 1 - sentence.lowerBound] {
      let piece = scanner.pieces[at]
      let next = scanner.pieces[at + 1]
      guard piece.kind == .word, next.kind == .word, next.isAfterBlank, scanner.glyphs[piece.glyphs.upperBound] == 0x20
      else {
        continue
      }
      let joined = Array(scanner.glyphs[piece.glyphs]) + scanner.glyphs[next.glyphs]
      // A mark alone is no part of a word, and digits beside one are a number.
      guard !joined.contains(where: Glyphs.isForeign), hasLetter(piece), hasLetter(next),
        index.isDamaged || !joined.contains(where: Glyphs.isDigit)
      else { continue }
      let key = Key(glyphs: joined, flags: isUpperLine[at] ? 2 : 0)
      if let known = mergeCache[key] {
        edges[at - sentence.lowerBound] += known
      } else {
        let merges = finder.merges(of: joined, isUpperLine: isUpperLine[at], index: index)
        mergeCache[key] = merges
        edges[at - sentence.lowerBound] += merges
      }
    }
  }

  /// The 0-based line of each decision.
  func lines(of decisions: [Decision]) -> [Int] {
    var line = 0
    var at = 0
    return decisions.map { decision in
      let start = scanner.pieces[decision.pieces.lowerBound].glyphs.lowerBound
      while at < start {
        if scanner.glyphs[at] == 0x0A { line += 1 }
        at += 1
      }
      return line
    }
  }

  private func hasLetter(_ piece: Piece) -> Bool { scanner.glyphs[piece.glyphs].contains(where: Glyphs.isLetter) }

  /// Whether even the best reading of a piece needs an unlikely misreading.
  private func isPoor(_ readings: [Candidate], length: Int) -> Bool {
    (readings.map(\.channel).max() ?? 0) < -2.5 - 0.35 * Float(length)
  }

  // MARK: Output

  /// Whether a comma alone parts two words in small letters: engines that ruin letters lose blanks as well, or see
  /// commas in specks between words.
  private func lacksBlank(_ piece: Piece, _ gap: Int) -> Bool {
    func isSmall(_ glyph: Glyph) -> Bool { Glyphs.isLetter(glyph) && !Glyphs.isUpper(glyph) }
    let at = piece.glyphs.lowerBound
    return isDamaged && piece.isGlued && gap == 1 && at >= 2 && scanner.glyphs[at - 1] == 0x2C
      && isSmall(scanner.glyphs[at]) && isSmall(scanner.glyphs[at - 2])
  }

  private func output(_ decisions: [Decision]) -> Restoration {
    var bytes: [UInt8] = []
    var map = SourceMap.Builder()
    var words: [Restoration.Word] = []
    let source = Array(text.utf8)
    bytes.reserveCapacity(source.count * 5 / 4)
    var end = 0
    for decision in decisions {
      let first = scanner.pieces[decision.pieces.lowerBound]
      let last = scanner.pieces[decision.pieces.upperBound - 1]
      let range = first.bytes.lowerBound..<last.bytes.upperBound
      bytes.append(contentsOf: source[end..<range.lowerBound])
      map.copy(range.lowerBound - end)
      if lacksBlank(first, range.lowerBound - end) {
        bytes.append(0x20)
        map.replace(0, with: 1)
      }
      let start = bytes.count
      // What is copied is copied by its bytes, for a glyph holds the basic plane only.
      let isChanged = !decision.candidate.text.elementsEqual(
        scanner.glyphs[first.glyphs.lowerBound..<last.glyphs.upperBound])
      if isChanged {
        for glyph in decision.candidate.text { Glyphs.append(glyph, to: &bytes) }
      } else {
        bytes.append(contentsOf: source[range])
      }
      if isChanged { map.replace(range.count, with: bytes.count - start) } else { map.copy(range.count) }
      var word = Restoration.Word(
        target: start..<bytes.count, source: range, confidence: decision.confidence, isChanged: isChanged)
      word.isDoubtful = decision.isDoubtful
      word.readings = decision.readings
      words.append(word)
      end = range.upperBound
    }
    bytes.append(contentsOf: source[end...])
    map.copy(source.count - end)
    var result = Restoration(
      source: text, text: String(decoding: bytes, as: UTF8.self), sourceMap: map.build(), words: words)
    result.regimes = regimes
    return result
  }
}
