/// `cues.tsv`: the words by which the readers tell what a number, a date, a name or a section is.
///
///     verb⇥tăng⇥rises                 what a number means
///     heading⇥phương hướng⇥future     what the sections below report or demand
///     function-word⇥của               what is never counted
public struct Cues: Sendable {
  /// The lists; `cues.tsv` says above each what it does.
  public enum List: String, Sendable, CaseIterable {
    case heading
    case headingToFuture = "heading-to-future"
    case headingToReport = "heading-to-report"
    case widerHeading = "wider-heading"
    case demandingType = "demanding-type"
    case reportingType = "reporting-type"
    case demand
    case order
    case orderedNumber = "ordered-number"
    case forecast
    case performative
    case report
    case behindDone = "behind-done"
    case casualty
    case verb
    case filler
    case arrival
    case plan
    case planSource = "plan-source"
    case planMaker = "plan-maker"
    case saying
    case urging
    case detailLead = "detail-lead"
    case planLink = "plan-link"
    case planPart = "plan-part"
    case rateNoun = "rate-noun"
    case charge
    case earlierTime = "earlier-time"
    case subjectHead = "subject-head"
    case subjectTail = "subject-tail"
    case timeWord = "time-word"
    case targetTail = "target-tail"
    case targetVerb = "target-verb"
    case verbLikeNoun = "verb-like-noun"
    case aimSetter = "aim-setter"
    case aimHolder = "aim-holder"
    case aimPurpose = "aim-purpose"
    case aimResult = "aim-result"
    case listIntroduction = "list-introduction"
    case noTarget = "no-target"
    case placeNoun = "place-noun"
    case bodyMember = "body-member"
    case bodyGroup = "body-group"
    case shareVerb = "share-verb"
    case planWord = "plan-word"
    case moneyNoun = "money-noun"
    case completion
    case yearCompletion = "year-completion"
    case namedByYear = "named-by-year"
    case runningPlan = "running-plan"
    case supposition
    case intention
    case actor
    case rate
    case frameNoun = "frame-noun"
    case awardVerb = "award-verb"
    case awardRefusal = "award-refusal"
    case awardField = "award-field"
    case commendationKind = "commendation-kind"
    case awardCue = "award-cue"
    case awardNoun = "award-noun"
    case awardRecipient = "award-recipient"
    case occasionalRecipient = "occasional-recipient"
    case contest
    case contestVerb = "contest-verb"
    case sport
    case contestant
    case cellNumberLead = "cell-number-lead"
    case functionWord = "function-word"
    case dividedNoun = "divided-noun"
    case slogan
    case numberLead = "number-lead"
    case softNumberLead = "soft-number-lead"
    case gradedLead = "graded-lead"
    case numberedName = "numbered-name"
    case someParts = "some-parts"
    case actEnd = "act-end"
    case amountLead = "amount-lead"
    case uncountedWord = "uncounted-word"
    case comparative
    case clockLead = "clock-lead"
    case durationLead = "duration-lead"
    case whole
    case yearLead = "year-lead"
    case yearNoun = "year-noun"
    case yearFollower = "year-follower"
    case lengthLead = "length-lead"
    case lengthFollower = "length-follower"
    case partOfDay = "part-of-day"
    case lawType = "law-type"
    case actType = "act-type"
    case numberedPaper = "numbered-paper"
    case noLawLead = "no-law-lead"
    case issuingVerb = "issuing-verb"
    case proposal
    case formLead = "form-lead"
    case issuerStop = "issuer-stop"
    case sessionFiller = "session-filler"
    case bodyLead = "body-lead"
    case placeLead = "place-lead"
    case placeAbbreviation = "place-abbreviation"
    case bodyEnd = "body-end"
    case bodyAbbreviation = "body-abbreviation"
    case signingAuthority = "signing-authority"
    case bound
    case turn
    case dayLead = "day-lead"
    case noDateLead = "no-date-lead"
    case repeatedSpan = "repeated-span"
    case closingAbbreviation = "closing-abbreviation"
    case shareWhole = "share-whole"
    case planNoun = "plan-noun"
    case structure
    case listEnd = "list-end"
    case itemBreak = "item-break"
    case openList = "open-list"
    case awardObjectLead = "award-object-lead"
    case personTitle = "person-title"
    case noPrize = "no-prize"
    case sizeLead = "size-lead"
    case awardConnector = "award-connector"
    case listedRecipient = "listed-recipient"
    case noAwardColumn = "no-award-column"
    case decisionLead = "decision-lead"
    case awardTitleEnd = "award-title-end"
    case markedCode = "marked-code"
    case placeLevel = "place-level"
    case department
    case partOfBody = "part-of-body"
    case partyCommittee = "party-committee"
    case chair
    case clerk
    case region
    case schoolKind = "school-kind"
    case commonSurname = "common-surname"
    case surname
    case awardScale = "award-scale"

    /// Whether its entries are single words; else they are phrases.
    public var holdsWords: Bool {
      switch self {
      case .behindDone, .verb, .filler, .arrival, .planLink, .planPart, .rateNoun, .subjectHead, .subjectTail,
        .timeWord, .targetTail,
        .shareVerb,
        .planWord, .moneyNoun, .namedByYear, .runningPlan, .awardField, .awardNoun, .contestVerb, .sport,
        .cellNumberLead,
        .functionWord, .dividedNoun, .slogan, .numberLead, .softNumberLead, .gradedLead, .actEnd, .amountLead,
        .uncountedWord, .comparative, .clockLead, .durationLead, .dayLead, .yearLead, .lengthLead, .lengthFollower,
        .partOfDay, .proposal,
        .formLead, .issuerStop, .bodyLead, .placeLead, .placeAbbreviation, .bodyEnd, .bodyAbbreviation, .commonSurname,
        .surname, .signingAuthority, .turn, .repeatedSpan, .closingAbbreviation, .shareWhole, .noPrize, .sizeLead,
        .awardConnector, .listedRecipient, .noAwardColumn, .decisionLead, .awardTitleEnd, .markedCode, .noLawLead,
        .listEnd, .itemBreak,
        .openList,
        .awardObjectLead, .personTitle, .clerk:
        true
      default: false
      }
    }

    /// What an entry may say about itself; `nil` where it may say nothing.
    public var values: Values? {
      switch self {
      case .heading: .oneOf(["future", "reported"])
      case .bound: .oneOf(["over", "under", "about", "at_least", "at_most", "none"])
      case .verb: .oneOf(["rises", "falls", "equals", "reaches", "exceeds", "shares", "remains", "amounts"])
      case .awardVerb: .oneOf(["gives", "commends", "gains"])
      case .bodyAbbreviation, .signingAuthority: .text
      default: nil
      }
    }
  }

  /// What may stand in the column `value` of a list.
  public enum Values: Sendable, Equatable {
    case oneOf([String])
    /// Any text but an empty one.
    case text
  }

  /// A phrase of a list.
  public struct Cue: Sendable, Equatable {
    /// As it is written in running text.
    public var phrase: String
    /// Empty in lists without values.
    public var value: String

    /// A phrase with what stands beside it.
    public init(phrase: String, value: String = "") {
      self.phrase = phrase
      self.value = value
    }
  }

  private var cues: [List: [Cue]] = [:]

  static let columns = ["list", "phrase", "value", "source"]

  init(_ files: [RuleFile], _ problems: inout Problems) {
    TSVRows(files, columns: Self.columns, keyWidth: 2, &problems).forEach { row in
      guard let list = List(rawValue: row[0]) else {
        problems.add(
          row.table.file, line: row.line, "\"\(row[0])\" is no list",
          "use one of \(List.allCases.map(\.rawValue).sorted().joined(separator: ", "))")
        return
      }
      let cue = Cue(phrase: row[1], value: row[2])
      if let (what, remedy) = Self.fault(of: cue, in: list) {
        problems.add(row.table.file, line: row.line, what, remedy)
      } else {
        cues[list, default: []].append(cue)
      }
    }
  }

  /// What is wrong with an entry and what to do.
  private static func fault(of cue: Cue, in list: List) -> (what: String, remedy: String)? {
    if cue.phrase.isEmpty { return ("the phrase is empty", "write the words, or remove the line") }
    if list.holdsWords, cue.phrase.utf8.contains(0x20) {
      return ("\"\(cue.phrase)\" has several words", "the list \"\(list.rawValue)\" takes one word a line")
    }
    switch list.values {
    case nil:
      return cue.value.isEmpty
        ? nil
        : ("\"\(cue.value)\" stands in the column value", "the list \"\(list.rawValue)\" has no values: leave it out")
    case .oneOf(let values):
      return values.contains(cue.value)
        ? nil : ("\"\(cue.value)\" is no value of \"\(list.rawValue)\"", "use one of \(values.joined(separator: ", "))")
    case .text:
      return cue.value.isEmpty
        ? ("\"\(cue.phrase)\" has no value", "write what it stands for in the column value") : nil
    }
  }

  /// The entries of a list in the order of the files.
  public subscript(list: List) -> [Cue] { cues[list] ?? [] }
}
