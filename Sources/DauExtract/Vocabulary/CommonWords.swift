internal import DauRules

/// The words that several readers go by: the lists of `cues.tsv` on numbers, dates, citations and letterheads.
final class CommonWords: Sendable {
  // Numbers and what they count
  let functionWords: WordSet
  let dividedNouns: WordSet
  let slogans: WordSet
  let numberLeads: WordSet
  let softNumberLeads: WordSet
  let numberedNames: PhraseTable<Void>
  /// Behind `trong đó`: not all parts are named.
  let someParts: PhraseTable<Void>
  let gradedLeads: WordSet
  let actEnds: WordSet
  let amountLeads: WordSet
  let uncountedAfterWords: WordSet
  let comparatives: WordSet
  let clockLeads: WordSet
  let durationLeads: WordSet
  let cellNumberLeads: WordSet
  let shareVerbs: WordSet
  let planWords: WordSet
  /// Of what several percentages of a sentence are shares.
  let shareWholes: WordSet
  let planNouns: PhraseTable<Void>
  let structures: PhraseTable<Void>
  let listEnds: WordSet
  let itemBreaks: WordSet
  let openLists: WordSet
  let repeatedSpans: WordSet
  let closingAbbreviations: WordSet
  /// What the words before a number bound; nil for what only looks like such words.
  let bounds: BackwardPhrases<Bound?>
  let wholes: PhraseTable<Void>

  // Dates
  let yearLeads: WordSet
  /// Two words each, before four digits that are a year.
  let yearNouns: PhraseTable<Void>
  let yearFollowers: WordSet
  let lengthLeads: WordSet
  let lengthFollowers: WordSet
  let partsOfDay: WordSet
  let turns: WordSet
  let dayLeads: WordSet
  let noDateLeads: BackwardPhrases<Void>

  // Citations
  let lawTypes: TextSet
  let actTypes: TextSet
  let numberedPapers: TextSet
  let noLawLeads: WordSet
  let issuingVerbs: PhraseTable<Void>
  let proposals: WordSet
  let formLeads: WordSet
  let issuerStops: WordSet
  let sessionFillers: PhraseTable<Void>

  // Letterhead, title and signature
  let bodyLeads: WordSet
  let placeLeads: WordSet
  let placeAbbreviations: WordSet
  let bodyEnds: WordSet
  let bodyAbbreviations: WordTable<String>
  let authorities: WordTable<String>
  /// Bodies by their letters with `D` for `Đ`.
  let markedCodes: [String: String]
  let placeLevels: [String]
  /// What places are counted as: `tỉnh`, `quận, huyện`, `nước`.
  let countedPlaces: TextSet
  let departments: [String]
  let partsOfBodies: TextSet
  let partyCommittees: [String]
  /// Who presides over a meeting or an office, beside the positions.
  let chairs: PhraseTable<Void>
  /// First words of who signs beside the one that answers for the document.
  let clerks: WordSet
  /// What a school is, before its proper name.
  let schoolKinds: PhraseTable<Void>
  /// Surnames by their letters without marks.
  let surnamesByLetters: Set<String>

  init(_ cues: Cues) {
    functionWords = cues.words(.functionWord)
    dividedNouns = cues.words(.dividedNoun)
    slogans = cues.words(.slogan)
    numberLeads = cues.words(.numberLead)
    softNumberLeads = cues.words(.softNumberLead)
    numberedNames = cues.phrases(.numberedName)
    someParts = cues.phrases(.someParts)
    gradedLeads = cues.words(.gradedLead)
    actEnds = cues.words(.actEnd)
    amountLeads = cues.words(.amountLead)
    uncountedAfterWords = cues.words(.uncountedWord)
    comparatives = cues.words(.comparative)
    clockLeads = cues.words(.clockLead)
    durationLeads = cues.words(.durationLead)
    cellNumberLeads = cues.words(.cellNumberLead)
    shareVerbs = cues.words(.shareVerb)
    planWords = cues.words(.planWord)
    shareWholes = cues.words(.shareWhole)
    planNouns = cues.phrases(.planNoun)
    structures = cues.phrases(.structure)
    listEnds = cues.words(.listEnd)
    itemBreaks = cues.words(.itemBreak)
    openLists = cues.words(.openList)
    repeatedSpans = cues.words(.repeatedSpan)
    closingAbbreviations = cues.words(.closingAbbreviation)
    bounds = BackwardPhrases(cues[.bound].map { ($0.phrase, Bound(rawValue: $0.value)) })
    wholes = PhraseTable(cues[.whole].map(\.phrase))
    yearLeads = cues.words(.yearLead)
    yearNouns = cues.phrases(.yearNoun)
    yearFollowers = cues.words(.yearFollower)
    lengthLeads = cues.words(.lengthLead)
    lengthFollowers = cues.words(.lengthFollower)
    partsOfDay = cues.words(.partOfDay)
    turns = cues.words(.turn)
    dayLeads = cues.words(.dayLead)
    noDateLeads = BackwardPhrases(cues[.noDateLead].map { ($0.phrase, ()) })
    lawTypes = cues.names(.lawType)
    actTypes = cues.names(.actType)
    numberedPapers = cues.names(.numberedPaper)
    noLawLeads = cues.words(.noLawLead)
    issuingVerbs = cues.phrases(.issuingVerb)
    proposals = cues.words(.proposal)
    formLeads = cues.words(.formLead)
    issuerStops = cues.words(.issuerStop)
    sessionFillers = PhraseTable(cues[.sessionFiller].map(\.phrase))
    bodyLeads = cues.words(.bodyLead)
    placeLeads = cues.words(.placeLead)
    placeAbbreviations = cues.words(.placeAbbreviation)
    bodyEnds = cues.words(.bodyEnd)
    bodyAbbreviations = cues.texts(.bodyAbbreviation)
    authorities = cues.texts(.signingAuthority)
    markedCodes = Dictionary(
      cues[.markedCode].map { ($0.phrase.replacing("Đ", with: "D"), $0.phrase) }, uniquingKeysWith: { $1 })
    placeLevels = cues[.placeLevel].map { lowercased($0.phrase) }
    countedPlaces = TextSet(placeLevels + cues[.placeNoun].map { lowercased($0.phrase) })
    departments = cues[.department].map(\.phrase)
    partsOfBodies = cues.names(.partOfBody)
    partyCommittees = cues[.partyCommittee].map(\.phrase)
    chairs = cues.phrases(.chair)
    clerks = cues.words(.clerk)
    schoolKinds = cues.phrases(.schoolKind)
    surnamesByLetters = cues.letters(.commonSurname)
  }
}

extension CommonWords {
  /// Whether the point at `point` abbreviates the level of the place named behind it and so ends no sentence: `TP. Hạ Long`.
  func isPlaceAbbreviation(_ stream: TokenStream, endingAt point: Int) -> Bool {
    guard point > 0, stream[point].isJoined, stream[point - 1].isCapital, stream[point + 1].isCapital else {
      return false
    }
    return placeAbbreviations.contains(stream[point - 1].key)
  }
}
