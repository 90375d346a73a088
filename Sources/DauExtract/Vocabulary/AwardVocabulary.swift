internal import DauRules
internal import DauText

/// The awards, grantors and recipients of `rules/`, in the form the readers walk.
final class AwardVocabulary: Sendable {
  /// An award or a title as the records name it, without grade and grantor.
  ///
  /// A class, for marks, grants, rows and columns hold names and hand them on.
  final class Name: Sendable, Equatable {
    let name: String
    let kind: Award.Kind
    /// Who grants it when the document does not say; nil where several may.
    let grantor: String?
    /// Who receives it when only one kind may.
    let recipient: String?
    /// The grades that it is given in, in order: `hạng Nhất`, ...
    let grades: [String]
    /// The grade that the text names.
    let grade: String?

    init(
      name: String, kind: Award.Kind, grantor: String? = nil, recipient: String? = nil, grades: [String] = [],
      grade: String? = nil
    ) {
      self.name = name
      self.kind = kind
      self.grantor = grantor
      self.recipient = recipient
      self.grades = grades
      self.grade = grade
    }

    /// The same award in a grade; nil when it has no such grade.
    func graded(_ grade: String) -> Name? {
      guard grades.contains(grade) else { return nil }
      return Name(name: name, kind: kind, grantor: grantor, recipient: recipient, grades: grades, grade: grade)
    }

    /// The same award under another name.
    func named(_ name: String) -> Name {
      Name(name: name, kind: kind, grantor: grantor, recipient: recipient, grades: grades, grade: grade)
    }

    /// The same medal as one that athletes win, whoever they are and whoever awards it.
    var ofAthletes: Name { Name(name: name, kind: .sportsMedal, grades: grades, grade: grade) }

    static func == (a: Name, b: Name) -> Bool {
      a === b
        || a.name == b.name && a.kind == b.kind && a.grantor == b.grantor && a.recipient == b.recipient
          && a.grades == b.grades && a.grade == b.grade
    }
  }

  /// `giải quyết` begins like `giải` and is none: such longer phrases stand in the tables with nil.
  private let names: PhraseTable<Name?>
  private let grantors: PhraseTable<String?>
  private let recipients: PhraseTable<String?>
  /// `hạng Nhất`, `hạng I`, `hạng 1`.
  private let grades: PhraseTable<String>

  /// The names by their forms in lower case.
  private let namesByForm: [String: Name]

  /// The names by their letters without marks and blanks.
  private let namesByLetters: [[UInt8]: Name]

  let verbs: PhraseTable<AwardMark.Verb>
  let refusals: PhraseTable<Void>
  /// Words that make `khen thưởng` behind them the name of a field of work.
  let fields: WordSet
  private let commendationKinds: PhraseTable<String>
  let contests: PhraseTable<Void>
  let contestVerbs: WordSet
  let sports: WordSet
  let contestants: PhraseTable<Void>
  /// Words between a verb that grants and who receives.
  let connectors: WordSet
  private let listedRecipients: WordSet
  /// Words before those to whom something was done.
  let objectLeads: WordSet
  /// Words before the name of a person.
  let personTitles: WordSet
  /// Words before a decision that awards rest on.
  let decisionLeads: WordSet
  /// Words that end a title without quotation marks.
  let titleEnds: WordSet
  /// Words before awards whose numbers are money, points or times.
  let scales: PhraseTable<Void>
  /// First words of the heads of columns without awards.
  let noAwardColumns: WordSet
  /// The words and signs at which a mark of a clause may begin, but for numbers.
  let starts: WordFilter

  /// - Throws: the first fault of `awards.yaml`, `grantors.yaml`, `recipients.yaml` or `cues.tsv`.
  init(_ rules: RuleBook) throws(RuleError) {
    var names: [(String, Name?)] = []
    var namesByForm: [String: Name] = [:]
    var namesByLetters: [[UInt8]: Name] = [:]
    var grades: [String: String] = [:]
    for award in try rules.awards().entries {
      // Certificates and flags are granted on every level, orders by one office only.
      let isFixed = award.grantors.count == 1
      let name = Name(
        name: award.name, kind: award.kind, grantor: isFixed ? award.grantors[0] : nil,
        recipient: award.recipients.count == 1 ? award.recipients[0] : nil, grades: award.grades)
      for (order, grade) in award.grades.enumerated() {
        for form in Self.forms(of: grade, order: order) { grades[form] = grade }
      }
      names += award.exceptions.map { ($0, nil) }
      for form in award.forms {
        names.append((form, name))
        namesByForm[form.lowercased()] = name
        let letters = SearchFolding.fold(form).utf8.filter { $0 != 0x20 }
        if letters.count >= Self.fewestLetters { namesByLetters[letters] = name }
      }
    }
    self.names = PhraseTable(names)
    self.namesByForm = namesByForm
    self.namesByLetters = namesByLetters
    self.grades = PhraseTable(grades.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    grantors = PhraseTable(try rules.grantors().entries.flatMap { Self.phrases(of: $0) })
    recipients = PhraseTable(try rules.recipients().entries.flatMap { Self.phrases(of: $0) })
    let cues = try rules.cues()
    verbs = cues.phrases(.awardVerb)
    refusals = cues.phrases(.awardRefusal)
    fields = cues.words(.awardField)
    commendationKinds = PhraseTable(cues[.commendationKind].map { ($0.phrase, $0.phrase) })
    contests = cues.phrases(.contest)
    contestVerbs = cues.words(.contestVerb)
    sports = cues.words(.sport)
    contestants = cues.phrases(.contestant)
    connectors = cues.words(.awardConnector)
    listedRecipients = cues.words(.listedRecipient)
    objectLeads = cues.words(.awardObjectLead)
    personTitles = cues.words(.personTitle)
    decisionLeads = cues.words(.decisionLead)
    titleEnds = cues.words(.awardTitleEnd)
    scales = cues.phrases(.awardScale)
    noAwardColumns = cues.words(.noAwardColumn)
    var starts: WordFilter = ["danh", "được", "thành", "khen", "hạng", "“", "\"", "«"]
    refusals.addStarts(to: &starts)
    self.names.addStarts(to: &starts)
    grantors.addStarts(to: &starts)
    verbs.addStarts(to: &starts)
    self.starts = starts
  }

  /// A grade in words, in Roman and in Arabic figures: `hạng Nhì`, `hạng II`, `hạng 2`.
  private static func forms(of grade: String, order: Int) -> [String] {
    guard let blank = grade.lastIndex(of: " ") else { return [grade] }
    let lead = grade[...blank]
    return [grade, lead + String(repeating: "I", count: order + 1), lead + "\(order + 1)"]
  }

  /// The forms of an entry with its name, and what begins like one and is none.
  private static func phrases(of entry: some RuleEntry) -> [(String, String?)] {
    entry.exceptions.map { ($0, nil) } + entry.forms.map { ($0, entry.name) }
  }

  /// The grade at token `start`: `hạng Ba`.
  func grade(in stream: TokenStream, at start: Int, before end: Int) -> (value: String, end: Int)? {
    guard stream[start].key == "hạng", let match = grades.match(stream, at: start, before: end) else { return nil }
    return (match.value, match.end)
  }

  /// The award named at token `start`, its words `danh hiệu` and quotation marks included.
  ///
  /// - Parameter end: names do not reach this token.
  /// - Complexity: O(length of the longest name).
  func name(in stream: TokenStream, at start: Int, before end: Int) -> (value: Name, end: Int)? {
    var at = start
    if stream[at].key == "danh", stream[at + 1].key == "hiệu" {
      at += 2
      if stream[at].isSign(":") { at += 1 }
    }
    let isQuoted = stream[at].opensQuote
    if isQuoted { at += 1 }
    guard at < end, let match = names.match(stream, at: at, before: end), var name = match.value else { return nil }
    var last = match.end
    // `hạng Ba`, `hạng Nhất`: the grade belongs to the name as printed, not to the canonical one.
    if let grade = grade(in: stream, at: last, before: end), let graded = name.graded(grade.value) {
      (name, last) = (graded, grade.end)
    } else if stream[last].key == "hạng", stream[last + 1].isWord, last + 1 < end {
      last += 2
    }
    if isQuoted, stream[last].closesQuote { last += 1 }
    return (name, last)
  }

  /// The award that two words name of which a table prints one above the other: `Giải` over `Nhất`, `Huy chương` over `Vàng`.
  ///
  /// - Returns: nil when the second word does not make an award of the first.
  func name(_ award: String, dividedBy kind: String) -> Name? {
    namesByForm[(award + " " + kind).lowercased()]
  }

  /// The first award named anywhere in `tokens`.
  ///
  /// - Complexity: O(*k* · length of the longest name) for *k* tokens.
  func firstName(in stream: TokenStream, tokens: Range<Int>) -> (value: Name, tokens: Range<Int>)? {
    for at in tokens {
      if let match = name(in: stream, at: at, before: tokens.upperBound) { return (match.value, at..<match.end) }
    }
    return nil
  }

  /// Names shorter than this are other words too when their marks are lost.
  private static let fewestLetters = 7

  /// The award at the start of a label whose marks were misread: `Băng khen của ...`, `Kỹ niệm chương`.
  ///
  /// - Complexity: O(*k*) in bytes of the first tokens.
  func nameByLetters(in stream: TokenStream, tokens: Range<Int>) -> (value: Name, tokens: Range<Int>)? {
    var letters: [UInt8] = []
    var best: (value: Name, tokens: Range<Int>)?
    guard let first = tokens.first(where: { stream[$0].isWord }) else { return nil }
    for at in first..<min(first + 10, tokens.upperBound) {
      guard stream[at].isWord else { break }
      letters += FoldedLetters.fold(stream, at)
      if let name = namesByLetters[letters] { best = (name, first..<(at + 1)) }
    }
    return best
  }

  /// The body or office at token `start` that may grant.
  func grantor(in stream: TokenStream, at start: Int, before end: Int) -> (value: String, end: Int)? {
    guard let match = grantors.match(stream, at: start, before: end), let name = match.value else { return nil }
    return (name, match.end)
  }

  /// The kind of recipient at token `start`; a list of several (`tập thể, cá nhân và gia đình`) is `mixed`.
  func recipient(in stream: TokenStream, at start: Int, before end: Int) -> (value: String, end: Int)? {
    guard let match = recipients.match(stream, at: start, before: end), var code = match.value else { return nil }
    var last = match.end
    for _ in 0..<4 {
      let mark = stream[last]
      guard last + 1 < end, mark.isSign(",") || mark.key == Words.va, listedRecipients.contains(stream[last + 1].key),
        listedRecipients.contains(stream[start].key) || code == "mixed",
        let next = recipients.match(stream, at: last + 1, before: end), let more = next.value
      else { break }
      if more != code { code = "mixed" }
      last = next.end
    }
    return (code, last)
  }

  /// The first recipient named in `tokens`.
  func firstRecipient(in stream: TokenStream, tokens: Range<Int>) -> (value: String, end: Int)? {
    for at in tokens {
      if let match = recipient(in: stream, at: at, before: tokens.upperBound) { return match }
    }
    return nil
  }

  /// The kind of a commendation behind `khen`, with or without `thưởng` and `theo`: `khen thưởng theo chuyên đề` gives `khen chuyên đề`.
  ///
  /// - Parameter start: where `thưởng`, `theo` or the kind itself may stand.
  /// - Complexity: O(1).
  func category(_ stream: TokenStream, behindKhen start: Int, before limit: Int) -> (name: String, end: Int)? {
    var at = start
    if stream[at].key == "thưởng" { at += 1 }
    if stream[at].key == "theo" { at += 1 }
    return commendationKinds.match(stream, at: at, before: limit).map { ("khen " + lowercased($0.value), $0.end) }
  }
}
