import DauLanguage
import Foundation

/// The work on one document: its text, the channel as estimated so far, and the readings.
struct Reading {
  let restorer: Restorer
  let options: RestorationOptions
  let document: DocumentText
  var words: DocumentWords
  var finder: CandidateFinder
  var lattice = Lattice()
  var memory = DecodingMemory()
  /// By piece: the words that formulas have there.
  var expectations: [Int: [Formulas.Expectation]] = [:]
  /// By piece: the marks of notes beside it that the engine wrote as other signs.
  var noteMarks: [Int: FootnoteMarks.Edit] = [:]
  /// By piece: what is printed before it where the engine wrote a blank too many.
  var strayBlanks: [Int: [Glyph]] = [:]
  /// By piece: the parts of symbols of documents that are listed with `Đ` and stand with `D`.
  var codeParts: [Int: [Glyph]] = [:]
  /// By piece: what the first words of lines are read as besides, if their first letter is lost.
  var lostHeads: [Int: [Candidate]] = [:]
  /// By piece: the parts of names that the text states by its form.
  var statedNames: [Int: StatedName] = [:]
  /// By piece: words that stay as they stand, whatever they were read as.
  var kept: Set<Int> = []

  var regimes: [Restoration.Regime] = []
  /// Whether the engine is one that no table knows well.
  var isStranger = false
  /// Whether the document was found to be damaged, not merely worn.
  var isDamaged = false
  /// Whether its engine knows the marks of Vietnamese.
  var givesMarks = false
  /// The exponent of the language model's probability.
  var languageWeight = Restorer.languageWeight

  init(text: String, restorer: Restorer, options: RestorationOptions) {
    self.restorer = restorer
    self.options = options
    document = DocumentText(text)
    words = DocumentWords(document, model: restorer.model)
    finder = CandidateFinder(lexicons: [restorer.syllables, restorer.fixed], model: restorer.model)
    finder.writesDecimalComma = document.writesDecimalComma
  }

  mutating func run() -> RestorationWriter {
    guard !document.pieces.isEmpty else {
      return RestorationWriter(source: document.string, wordCount: 0, changeCount: 0)
    }
    // Not in one call: a value is taken before its arguments, and deciding finds out the regimes.
    var verdicts = decide()
    mendTitles(&verdicts)
    mendSequences(&verdicts)
    mendPlaces(&verdicts)
    mendShapedCapitals(&verdicts)
    kept = soundNames(verdicts).union(amongStrangers(verdicts))
    giveBack()
    return write(verdicts)
  }

  /// Frees what only deciding needs, before anything is written.
  private mutating func giveBack() {
    memory = DecodingMemory()
    lattice = Lattice()
    expectations = [:]
    lostHeads = [:]
    statedNames = [:]
    words = DocumentWords()
  }

  /// Reads the text with the channel that its own first readings show.
  mutating func decide() -> Verdicts {
    finder.effort = .estimate
    (lattice.beam, lattice.beamWidth) = (8, 4)
    if isClean() {
      finder.writesDecimalComma = false
      finder.isClean = true
      return decide(with: restorer.cleanIndex)
    }
    finder.readsDigits = true
    lattice.names = namePairs()
    expectations = restorer.formulas.expectations(in: document.scanner)
    finder.acronyms = words.markedAcronyms(in: document)
    codeParts = document.markedCodeParts(listed: restorer.markedCodes)
    let scanner = document.scanner
    noteMarks = FootnoteMarks(scanner).edits.merging(NumberedNotes(scanner).edits) { first, _ in first }
      .merging(RaisedUnits(scanner).edits) { first, _ in first }
    strayBlanks = StrayBlanks(scanner).gaps.merging(LoneBars(scanner).gaps) { first, _ in first }
    finder.listedAcronyms = restorer.listedAcronyms
    var table = estimateRegimes()
    let prior = table
    var before = -Float.infinity
    if isStranger { finder.frequent = restorer.frequentSyllables }
    finder.isStranger = isStranger
    finder.effort = isStranger ? .learnStranger : .learn
    for limit in isStranger ? Restorer.strangerSamples : Restorer.adaptationSamples {
      let sample = document.sampleSentences(limit: limit)
      guard let (adapted, evidence) = adapt(table, prior: prior, on: sample) else { break }
      table = adapted
      let mean = evidence / Float(sample.reduce(0) { $0 + $1.count })
      if mean - before < Restorer.adaptationGain { break }
      before = mean
    }
    finder.effort = isStranger ? .wide : .full
    (lattice.beam, lattice.beamWidth) = (20, 4)
    let index = EmissionIndex(table)
    (isDamaged, givesMarks) = (index.isDamaged, index.givesMarks)
    if !givesMarks, !isStranger { languageWeight = Restorer.languageWeightWithoutMarks }
    lostHeads = lostHeads(index: index)
    statedNames = findStatedNames()
    var verdicts = decide(with: index)
    agreeOnNames(&verdicts, index: index)
    return verdicts
  }

  // MARK: Estimation

  /// Whether next to nothing in a sample of the document is damaged, so that nothing can be learned from it.
  ///
  /// Words that are unlikely where they stand are read as an engine that knows Vietnamese may have mistaken them. A
  /// page on which every fourth word is unlikely is not read at all: on clean pages it is one in eight at most.
  private mutating func isClean() -> Bool {
    let sample = document.sampleSentences(limit: 1000)
    guard share(of: sample, below: Restorer.unlikely) < 0.25 else { return false }
    var changed: Float = 0
    var count: Float = 0
    for decision in decode(sample, with: restorer.wornIndex, unlikely: Restorer.unlikely).decisions {
      count += 1
      // The names of a clean page are its least likely words.
      if decision.evidence.isChanged, !document.isPersonalName(decision.pieces.lowerBound, by: restorer.personalNames) {
        changed += decision.evidence.posterior
      }
    }
    guard changed <= Restorer.cleanRate * count else { return false }
    regimes = restorer.regimes.enumerated().map {
      Restoration.Regime(name: $0.element.name, weight: $0.offset == 0 ? 1 : 0)
    }
    return true
  }

  /// The mixture of regimes, weighted by how well each explains a sample of the document.
  private mutating func estimateRegimes() -> ChannelTable {
    let sample = document.sampleSentences(limit: Restorer.sampleSize)
    let pieces = Float(sample.reduce(0) { $0 + $1.count })
    // A page of likely words was not made by an engine that knows no Vietnamese, nor one of unlikely words by one that
    // does: these are not tried.
    let unlikely = share(of: sample, below: Restorer.unlikely)
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
        evidence[at] += decode(Array(sentences), with: restorer.index(ofRegime: at)).logEvidence
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
    isStranger = best < Restorer.strangeness * pieces
    if isStranger {
      // None of the known engines explains the page well.
      for at in weights.indices {
        weights[at] *= 1 - Restorer.strangeShare
        if restorer.regimes[at].name == Restorer.unknownRegime { weights[at] += Restorer.strangeShare }
      }
    }
    regimes = zip(restorer.regimes, weights).map { Restoration.Regime(name: $0.name, weight: $1) }
    return .mixture(zip(restorer.regimes, weights).map { ($0.table, $1) })
  }

  /// The channel as the document's own reading with `table` shows it, with `prior` to fall back on.
  ///
  /// - Returns: the channel, and ln of the probability of the sample under `table`.
  private mutating func adapt(_ table: ChannelTable, prior: ChannelTable, on sample: [Range<Int>]) -> (
    ChannelTable, Float
  )? {
    let (decisions, evidence) = decode(sample, with: EmissionIndex(table))
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
