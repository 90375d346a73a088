/// Finds one kind of fact.
///
/// A reader is a value without state: the same document gives the same candidates. It reads tokens, never bytes, and
/// looks at each a bounded number of times, so that reading is linear in the text whatever the text is.
protocol Reader: Sendable {
  func read(_ context: ReadingContext) -> [Candidate]
}

/// What a reader is given.
struct ReadingContext: Sendable {
  let stream: TokenStream
  let outline: Outline
  let vocabulary: ReaderVocabulary
  /// The numbers, and the words that a date, a quantity or a citation may begin with.
  let starts: PlaceSet
  /// What was settled before: empty for the first readers, their dates, quantities and citations for the second.
  /// In the order of the text.
  var settled: [Candidate] = []
  /// The tokens at which tallies of awards begin: no results to report beside the awards.
  var tallies: Set<Int> = []

  init(stream: TokenStream, outline: Outline, vocabulary: ReaderVocabulary) {
    self.stream = stream
    self.outline = outline
    self.vocabulary = vocabulary
    starts = PlaceSet(stream, vocabulary.starts, withNumbers: true)
  }
}

/// A fact as a reader proposes it.
///
/// Candidates are gathered, settled and sorted several times on their way, so a copy is one reference: what it holds is
/// copied only when one of two copies is changed.
struct Candidate: Sendable {
  /// One number of an audit, by its place.
  struct Member: Sendable {
    var tokens: Range<Int>
    var value: DecimalNumber?
  }

  private struct Content: Sendable {
    var fact: Fact
    var tokens: Range<Int>
    var claim: Range<Int>
    var rank: Int
    var confidence: Double
    var members: [Member] = []
    var tally: Int?

    /// By place, then kind, then length.
    var order: UInt64 {
      UInt64(tokens.lowerBound) << 28 | UInt64(fact.kind.order) << 24 | UInt64(min(tokens.count, 0xFF_FFFF))
    }
  }

  // @unchecked Sendable: `content` changes only while one candidate alone refers to it.
  private final class Box: @unchecked Sendable {
    var content: Content
    init(_ content: Content) { self.content = content }
  }
  private var box: Box
  /// Its place in the output, beside the reference: sorting must not go to the content of each.
  private(set) var order: UInt64
  private var content: Content {
    get { box.content }
    set {
      if isKnownUniquelyReferenced(&box) { box.content = newValue } else { box = Box(newValue) }
      order = newValue.order
    }
  }

  var fact: Fact {
    get { box.content.fact }
    set { content.fact = newValue }
  }
  /// The evidence.
  var tokens: Range<Int> {
    get { box.content.tokens }
    set { content.tokens = newValue }
  }
  /// The tokens that may belong to this candidate only; empty for one that competes with nobody.
  var claim: Range<Int> {
    get { box.content.claim }
    set { content.claim = newValue }
  }
  /// Of two candidates that claim one token the one of the higher rank has it; of equals the longer, then the first.
  var rank: Int {
    get { box.content.rank }
    set { content.rank = newValue }
  }
  var confidence: Double {
    get { box.content.confidence }
    set { content.confidence = newValue }
  }
  /// Of an audit only.
  var members: [Member] {
    get { box.content.members }
    set { content.members = newValue }
  }
  /// Where the number of a tally of awards in running text begins.
  var tally: Int? {
    get { box.content.tally }
    set { content.tally = newValue }
  }

  init(_ fact: Fact, tokens: Range<Int>, claim: Range<Int>? = nil, rank: Int = 0, confidence: Double = 0.9) {
    let content = Content(fact: fact, tokens: tokens, claim: claim ?? tokens, rank: rank, confidence: confidence)
    order = content.order
    box = Box(content)
  }
}

extension [Candidate] {
  /// Puts the candidates in the order of the output: by place, then kind, then length; equals stay as they are.
  ///
  /// - Complexity: O(*c* log *c*).
  mutating func sortForOutput() { sort { $0.order < $1.order } }
}

extension Record.Kind {
  var order: Int {
    switch self {
    case .date: 0
    case .quantity: 1
    case .target: 2
    case .indicator: 3
    case .award: 4
    case .citation: 5
    case .audit: 6
    }
  }
}

/// A reading that was proposed and not taken.
struct Rejection: Sendable {
  enum Cause: Sendable {
    /// Another candidate claims a token of it, and ranks higher.
    case lost(to: Candidate)
    /// A token of it is a section number, a mark of a note, or the document's own symbol.
    case mark
    /// It is the cell of a table.
    case cell
  }
  var candidate: Candidate
  var cause: Cause
}

/// Gives each stretch of text to one candidate.
struct Competition {
  let stream: TokenStream
  let outline: Outline

  /// The candidates that won all they claimed, in the order of the text.
  ///
  /// - Parameter reject: is told of each that did not.
  /// - Complexity: O(*c* log *c* + *t*) for *c* candidates that claim *t* tokens.
  func settle(_ candidates: [Candidate], _ reject: ((Rejection) -> Void)? = nil) -> [Candidate] {
    var taken = outline.reserved
    var order: [(rank: Int32, count: Int32, start: Int32, index: Int32)] = []
    order.reserveCapacity(candidates.count)
    for (index, candidate) in candidates.enumerated() {
      order.append(
        (Int32(candidate.rank), Int32(candidate.claim.count), Int32(candidate.claim.lowerBound), Int32(index)))
    }
    order.sort { a, b in
      if a.rank != b.rank { return a.rank > b.rank }
      if a.count != b.count { return a.count > b.count }
      return a.start != b.start ? a.start < b.start : a.index < b.index
    }
    var won: [Candidate] = []
    won.reserveCapacity(candidates.count)
    // Who has a token, by its index among the candidates; only for those who want to know.
    var owners: [Int: Int] = [:]
    for place in order {
      let index = Int(place.index)
      let claim = Int(place.start)..<Int(place.start + place.count)
      if let token = claim.first(where: { taken[$0] }) {
        let cause = owners[token].map { Rejection.Cause.lost(to: candidates[$0]) } ?? .mark
        reject?(Rejection(candidate: candidates[index], cause: cause))
        continue
      }
      for token in claim {
        taken[token] = true
        if reject != nil { owners[token] = index }
      }
      won.append(candidates[index])
    }
    won.sortForOutput()
    return won
  }
}
