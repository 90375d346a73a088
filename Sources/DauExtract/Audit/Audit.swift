import Algorithms

/// One audit of a document's running text, with what its relations ask of numbers and places.
struct Audit {
  /// A settled quantity with what an audit asks about it.
  ///
  /// A class, for each of the relations takes the numbers round it.
  final class Number: Sendable {
    let tokens: Range<Int>
    let value: DecimalNumber
    let unit: String
    let of: String?
    let outOf: DecimalNumber?
    let isBounded: Bool
    /// Half a unit of the last printed place.
    let slack: DecimalNumber

    init(_ fact: QuantityFact, value: DecimalNumber, tokens: Range<Int>, slack: DecimalNumber) {
      self.tokens = tokens
      self.value = value
      unit = fact.unit
      of = fact.of
      outOf = fact.outOf
      isBounded = fact.bound != .exact
      self.slack = slack
    }

    /// Bare figures that count what a label names, or are in a unit that stands elsewhere.
    init(value: DecimalNumber, tokens: Range<Int>, unit: String = "count", slack: DecimalNumber = .zero) {
      self.tokens = tokens
      self.value = value
      self.unit = unit
      self.slack = slack
      (of, outOf, isBounded) = (nil, nil, false)
    }

    /// `number` with the value that a relation says it has.
    init(_ number: Number, value: DecimalNumber) {
      tokens = number.tokens
      self.value = value
      unit = number.unit
      of = number.of
      outOf = number.outOf
      isBounded = number.isBounded
      slack = number.slack
    }
  }

  let stream: TokenStream
  let outline: Outline
  let numerals: NumeralParser
  let words: CommonWords
  /// Who receives awards, as quantities name them.
  let recipients: TextSet
  let offices: PhraseTable<String>
  let awards: AwardVocabulary
  var numbers: [Number] = []
  var dates: [(tokens: Range<Int>, fact: DateFact)] = []
  let sentences: SentenceEnds
  /// The places of `trong đó`, and of the second word of `trong số đó`.
  var namings: [Int] = []
  let grassrootsRows: [GrassrootsRow]
  var found: [Candidate] = []
  /// The numbers that are in a sum that holds, and those that stand last in a relation, by their places: asking all that was
  /// found for each number would take the square of their count.
  private(set) var inSums: Set<Range<Int>> = []
  private(set) var lasts: Set<Range<Int>> = []
  /// The numbers that a difference was told of.
  private(set) var differences: Set<Range<Int>> = []
  /// What something was before, where a change was held against it.
  var bases: Set<Range<Int>> = []
  /// The percentages that were held against their numbers.
  var ratios: Set<Range<Int>> = []
  /// Each sum by where its total and its parts begin.
  private var sums: Set<[Int]> = []

  init(_ context: ReadingContext) {
    stream = context.stream
    outline = context.outline
    sentences = context.sentences
    numerals = NumeralParser(stream: context.stream)
    words = context.vocabulary.words
    recipients = context.vocabulary.statements.recipients
    offices = context.vocabulary.offices
    awards = context.vocabulary.awards
    grassrootsRows = Self.grassrootsRows(in: context.settled, context.stream)
    for candidate in context.settled {
      switch candidate.fact {
      case .quantity(let fact):
        guard let value = fact.value else { continue }
        let tokens = candidate.tokens
        numbers.append(Number(fact, value: value, tokens: tokens, slack: slack(of: tokens)))
      case .date(let fact): dates.append((candidate.tokens, fact))
      default: break
      }
    }
    guard !numbers.isEmpty else { return }
    for index in 0..<stream.count where stream[index].key == Words.trong {
      if stream[index + 1].key == Words.doThat {
        namings.append(index)
      } else if stream[index + 1].key == Words.so,
        stream[index + 2].key == Words.doThat || stream[index + 2].key == "này"
      {
        // `trong số này`: what is named begins two tokens behind its place.
        namings.append(index + 1)
      }
    }
  }

  /// Holds the numbers against each other.
  ///
  /// The order at each number decides: a relation asks by `inSums` and `lasts` what those before it have explained, and by `bases` what a
  /// change was held against, and tells none of that a second time in other words.
  mutating func run() {
    anniversaries()
    for index in numbers.indices {
      bracketedParts(index)
      silentPrizes(index)
      namedParts(index)
      statedParts(index)
      labelledParts(index)
      listedParts(index)
      totalBelowList(index)
      uniformList(index)
      listedShares(index)
      sharedAwards(index)
      shareInBrackets(index)
      shareOfNumber(index)
      menAndWomen(index)
      complements(index)
      changeInBrackets(index)
      changeBeforeBase(index)
      changeWithEndsBehind(index)
      changeOverYears(index)
      raised(index)
      raisedTo(index)
      raisedOverBracket(index)
      changeFromBracketed(index)
      changeSinceYear(index)
      changeInsideBrackets(index)
      changeBehindBase(index)
      changeBehindBracket(index)
      multiple(index)
      average(index)
      product(index)
      harvest(index)
      changeOfShare(index)
      changeOverFraction(index)
      changeOverPair(index)
      fall(index)
      changePerYear(index)
      changeOverMonths(index)
      changeOfRank(index)
      changeBeforeEnds(index)
      silentSum(index)
      statesOfAll(index)
      exchangedDigits(index)
      exchangedDigitsOfAmounts(index)
      silentDifference(index)
      remainder(index)
      balance(index)
      changeOverSentences(index)
      carriedOver(index)
      comingAndGoing(index)
      fundBalance(index)
      debtLeft(index)
      surplus(index)
      netChange(index)
      tradeBalance(index)
      changeSinceYearEnd(index)
      shareWithin(index)
      shareOfMore(index)
      namedRate(index)
      shareAfterNumbers(index)
      shareOfAmount(index)
      shareOfDone(index)
      shareOfPlan(index)
      shareOfBracketedPlan(index)
      shareOfToldPlan(index)
      shareOfPlanBefore(index)
      excessOverPlan(index)
      shareOfEarlierPlan(index)
      shareOfAssigned(index)
      shareAtGrassroots(index)
      silentShare(index)
      shareBeforeFraction(index)
      yearsOfTotal(index)
      periodsOfTotal(index)
      yearsTogether(index)
      sharesOfOneWhole(index)
      partsWithin(index)
      partsBeforeWhole(index)
      partsBehindColon(index)
      dividedAgain(index)
      totalBehind(index)
      listedNames(index)
      namesBefore(index)
      linesBelowHeading(index)
      listedOffices(index)
      yearsInBrackets(index)
    }
    sharesOfWhole()
    bareTotals()
    bareChanges()
  }

  // MARK: Rounding

  /// Half a unit of the last place a number is printed to; 0 for a whole number without a scale.
  func slack(of tokens: Range<Int>) -> DecimalNumber {
    guard let index = tokens.first(where: { stream[$0].isNumber }),
      let numeral = numerals.figures(at: index, groupsByBlanks: true)
    else {
      return .zero
    }
    var places = 0
    if numeral.end - index >= 3, stream[numeral.end - 2].isSign(numeral.isReversed ? "." : ",") {
      places = stream[numeral.end - 1].digitCount
    }
    let power = numerals.scale(at: numeral.end)?.power ?? 0
    if power == 0 && places == 0 { return .zero }
    return DecimalNumber(digits: 5, scale: 1).scaled(byPowerOfTen: power - places) ?? .zero
  }

  /// How far numbers together may be off for the places that they do not print.
  func slack(of numbers: [Number]) -> DecimalNumber { numbers.reduce(.zero) { $0.adding($1.slack) ?? $0 } }

  func agrees(_ stated: DecimalNumber, _ computed: DecimalNumber, within slack: DecimalNumber) -> Bool {
    guard let difference = stated.subtracting(computed) else { return false }
    return difference.magnitude <= slack
  }

  /// Whether `computed` misses `stated` by no more than one part in so many: a slip, not another relation.
  func nearlyAgrees(_ stated: DecimalNumber, _ computed: DecimalNumber, oneIn parts: Int = 50) -> Bool {
    guard let difference = stated.subtracting(computed),
      let times = difference.magnitude.multiplied(by: DecimalNumber(parts))
    else { return false }
    return times <= stated.magnitude
  }

  // MARK: Places

  /// The end of the sentence that `index` stands in, or the token that far behind it.
  ///
  /// - Complexity: O(1).
  func sentenceEnd(from index: Int) -> Int {
    min(sentences.end(from: index), index + Self.reach)
  }

  /// How many tokens a relation may reach over.
  static let reach = 240

  func paragraphStart(of index: Int) -> Int {
    var at = index
    while at > 0, index - at < 300, !outline.beginsParagraph[at] { at -= 1 }
    return at
  }

  /// The token behind the paragraph that begins at `start`.
  func paragraphEnd(from start: Int) -> Int {
    var end = start + 1
    while end < stream.count, !outline.beginsParagraph[end] { end += 1 }
    return end
  }

  /// Whether a paragraph begins behind one number, at the other at the latest.
  func crossesParagraph(from a: Number, to b: Number) -> Bool {
    (a.tokens.upperBound..<b.tokens.lowerBound + 1).contains { outline.beginsParagraph[safe: $0] }
  }

  func sentenceStart(of index: Int) -> Int {
    var at = index
    while at > 0, index - at < 400 {
      if outline.beginsParagraph[at] || sentences.isEnd(at - 1) { return at }
      at -= 1
    }
    return at
  }

  /// The beginning of the sentence that `index` stands in, or of the one before where it begins with `Trong đó` and so goes on with that.
  func sentenceStartOverNaming(of index: Int) -> Int {
    let start = sentenceStart(of: index)
    guard stream[start].key == Words.trong, stream[start + 1].key == Words.doThat, start > 1,
      !outline.beginsParagraph[start]
    else { return start }
    return sentenceStart(of: start - 2)
  }

  /// The numbers that begin in `range`, as indices.
  ///
  /// - Complexity: O(log *q* + *k*).
  func numbers(in range: Range<Int>) -> Range<Int> {
    func first(from token: Int) -> Int { numbers.partitioningIndex { $0.tokens.lowerBound >= token } }
    let low = first(from: range.lowerBound)
    return low..<max(low, first(from: range.upperBound))
  }

  /// The next `trong đó`.
  ///
  /// - Complexity: O(log *n*).
  func firstNaming(from index: Int) -> Int {
    let next = namings.partitioningIndex { $0 >= index }
    return next < namings.count ? namings[next] : stream.count
  }

  func closingBracket(from index: Int) -> Int? {
    var at = index
    while at < stream.count, at - index < 120, at == index || !outline.beginsParagraph[at] {
      if stream[at].isSign(")") { return at }
      at += 1
    }
    return nil
  }

  /// From the bracket behind the words that follow a token, and the numbers where they may, to the one that closes it.
  func bracket(behind end: Int, within reach: Int, overNumbers: Bool = false) -> Range<Int>? {
    var open = end
    while open - end < reach,
      stream[open].isWord
        || overNumbers && (stream[open].isNumber || stream[open].isSign("/") && stream[open].isJoined),
      !outline.beginsParagraph[safe: open]
    {
      open += 1
    }
    guard stream[open].isSign("("), let close = closingBracket(from: open) else { return nil }
    return open..<close
  }

  /// The bracket that closes the one at `open`, over those that open and close between.
  ///
  /// - Complexity: O(1): 120 tokens at most.
  func matchingBracket(of open: Int) -> Int? {
    var depth = 1
    for at in open + 1..<min(open + 120, stream.count) {
      if outline.beginsParagraph[at] { return nil }
      if stream[at].isSign("(") { depth += 1 }
      if stream[at].isSign(")") { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }

  // MARK: Output

  mutating func add(
    _ relation: AuditFact.Relation, _ stated: Number, _ computed: DecimalNumber, holds: Bool, tokens: Range<Int>,
    members: [Candidate.Member], note: String? = nil
  ) {
    // `188 tập thể, trong đó: 100 tập thể ...`: two ways to say what the parts are lead to one sum.
    if relation == .sum,
      !sums.insert([stated.tokens.lowerBound] + members.map(\.tokens.lowerBound)).inserted
    {
      return
    }
    let fact = AuditFact(
      relation: relation, stated: stated.value, computed: computed, unit: stated.unit, members: [], holds: holds,
      note: note)
    var candidate = Candidate(
      .audit(fact), tokens: tokens.lowerBound..<min(tokens.upperBound, stream.count), claim: 0..<0,
      confidence: holds ? 0.95 : 0.7)
    candidate.members = members
    found.append(candidate)
    if relation == .sum, holds { inSums.formUnion(members.map(\.tokens)) }
    if let last = members.last { lasts.insert(last.tokens) }
    if relation == .difference { differences.insert(stated.tokens) }
  }

  /// Tells a sum of parts that stand behind their total, to the last of them.
  mutating func addSum(_ total: Number, of parts: [Number], _ sum: DecimalNumber, holds: Bool) {
    guard let last = parts.last else { return }
    add(
      .sum, total, sum, holds: holds, tokens: total.tokens.lowerBound..<last.tokens.upperBound,
      members: parts.map(\.member))
  }

  /// Tells a sum of two parts or more that are as many as their total, which stands before them.
  mutating func addWhenWhole(_ total: Number, _ parts: [Number]) {
    guard parts.count >= 2, let sum = sum(of: parts), sum == total.value else { return }
    addSum(total, of: parts, sum, holds: true)
  }
}

extension Audit.Number {
  var member: Candidate.Member { Candidate.Member(tokens: tokens, value: value) }

  /// How far it may be off as a number that was rounded: a whole one was rounded too.
  var half: DecimalNumber { slack == .zero ? DecimalNumber(digits: 5, scale: 1) : slack }
}
