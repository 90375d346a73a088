internal import DauRules

/// The words by which a statement shows whether it reports or demands, and what its numbers are compared with.
///
/// Each property is a list of `cues.tsv`, which says what it does.
final class StatementPhrases: Sendable {
  /// Whether a statement says what was reached or what shall be.
  enum Mood: String, Sendable, CaseIterable {
    case reported, future
  }

  /// How a number is meant.
  enum Verb: String, Sendable, CaseIterable {
    case rises, falls, equals, reaches, exceeds, shares, remains, amounts
  }

  // Headings
  let headings: PhraseTable<Mood>
  let turnsToFuture: PhraseTable<Void>
  let turnsToReport: PhraseTable<Void>
  let widerHeadings: PhraseTable<Void>
  let demandingTypes: TextSet
  let reportingTypes: TextSet

  // Running text
  let demands: PhraseTable<Void>
  let orders: PhraseTable<Void>
  let orderedNumbers: PhraseTable<Void>
  let forecasts: PhraseTable<Void>
  let performatives: PhraseTable<Void>
  let reports: PhraseTable<Void>
  let attributesBehindDone: WordSet
  /// What happened to people, behind how many they are.
  let casualties: PhraseTable<Void>
  let verbs: WordTable<Verb>
  let fillers: WordSet
  let arrivals: WordSet
  let planPhrases: PhraseTable<Void>
  let planParts: WordSet
  /// What may stand between a percentage and its plan.
  let planLinks: WordSet
  let rateNouns: WordSet
  /// What a change of money is said to be of.
  let moneyNouns: WordSet
  let earlierPhrases: PhraseTable<Void>
  let subjectHeads: WordSet
  let subjectTails: WordSet
  let timeWords: WordSet
  let targetTails: WordSet
  let targetVerbs: PhraseTable<Void>
  let verbLikeNouns: PhraseTable<Void>

  // Lists of aims
  let aimSetters: PhraseTable<Void>
  let aimHolders: PhraseTable<Void>
  let aimPurposes: PhraseTable<Void>
  let aimResults: PhraseTable<Void>
  let listIntroductions: PhraseTable<Void>
  let detailLeads: PhraseTable<Void>
  let planSources: PhraseTable<Void>
  let planMakers: PhraseTable<Void>
  let sayings: PhraseTable<Void>
  let urgings: PhraseTable<Void>

  // Nouns, in lower case
  let noTargets: TextSet
  let places: TextSet
  let members: TextSet
  let groups: WordSet
  let awardNouns: WordSet
  let noPrizes: WordSet
  let sizeLeads: WordSet
  let recipients: TextSet
  let occasionalRecipients: TextSet
  let awardCues: PhraseTable<Void>

  // Rules
  let suppositions: PhraseTable<Void>
  let intentions: PhraseTable<Void>
  let actors: TextSet
  let rates: PhraseTable<Void>
  let charges: PhraseTable<Void>
  let frameNouns: TextSet

  // Deadlines
  let namedByYear: WordSet
  let runningPlans: WordSet
  let completions: PhraseTable<Void>
  let yearCompletions: PhraseTable<Void>

  /// The first words of the phrases that whole clauses are searched for.
  let cueStarts: WordFilter

  init(_ cues: Cues) {
    headings = cues.phrases(.heading)
    turnsToFuture = cues.phrases(.headingToFuture)
    turnsToReport = cues.phrases(.headingToReport)
    widerHeadings = cues.phrases(.widerHeading)
    demandingTypes = cues.names(.demandingType)
    reportingTypes = cues.names(.reportingType)
    demands = cues.phrases(.demand)
    orders = cues.phrases(.order)
    orderedNumbers = cues.phrases(.orderedNumber)
    forecasts = cues.phrases(.forecast)
    performatives = cues.phrases(.performative)
    reports = cues.phrases(.report)
    attributesBehindDone = cues.words(.behindDone)
    casualties = cues.phrases(.casualty)
    verbs = cues.table(.verb)
    fillers = cues.words(.filler)
    arrivals = cues.words(.arrival)
    planPhrases = cues.phrases(.plan)
    planParts = cues.words(.planPart)
    planLinks = cues.words(.planLink)
    rateNouns = cues.words(.rateNoun)
    moneyNouns = cues.words(.moneyNoun)
    earlierPhrases = cues.phrases(.earlierTime)
    subjectHeads = cues.words(.subjectHead)
    subjectTails = cues.words(.subjectTail)
    timeWords = cues.words(.timeWord)
    targetTails = cues.words(.targetTail)
    targetVerbs = cues.phrases(.targetVerb)
    verbLikeNouns = cues.phrases(.verbLikeNoun)
    aimSetters = cues.phrases(.aimSetter)
    aimHolders = cues.phrases(.aimHolder)
    aimPurposes = cues.phrases(.aimPurpose)
    aimResults = cues.phrases(.aimResult)
    listIntroductions = cues.phrases(.listIntroduction)
    detailLeads = cues.phrases(.detailLead)
    planSources = cues.phrases(.planSource)
    planMakers = cues.phrases(.planMaker)
    sayings = cues.phrases(.saying)
    urgings = cues.phrases(.urging)
    noTargets = cues.nouns(.noTarget)
    places = cues.nouns(.placeNoun)
    members = cues.nouns(.bodyMember)
    groups = cues.words(.bodyGroup)
    noPrizes = cues.words(.noPrize)
    sizeLeads = cues.words(.sizeLead)
    awardNouns = cues.words(.awardNoun)
    recipients = cues.nouns(.awardRecipient)
    occasionalRecipients = cues.nouns(.occasionalRecipient)
    awardCues = cues.phrases(.awardCue)
    suppositions = cues.phrases(.supposition)
    intentions = cues.phrases(.intention)
    actors = cues.nouns(.actor)
    rates = cues.phrases(.rate)
    charges = cues.phrases(.charge)
    frameNouns = cues.nouns(.frameNoun)
    namedByYear = cues.words(.namedByYear)
    runningPlans = cues.words(.runningPlan)
    completions = cues.phrases(.completion)
    yearCompletions = cues.phrases(.yearCompletion)
    // `chỉ tiêu`, `mục tiêu`, `nhằm` and `để` are looked for in the same way.
    var starts: WordFilter = ["chỉ", "mục", "nhằm", "để"]
    for phrases in [
      demands, orders, orderedNumbers, forecasts, performatives, reports, awardCues, completions, yearCompletions,
      targetVerbs,
    ] {
      phrases.addStarts(to: &starts)
    }
    cueStarts = starts
  }
}
