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
  let vocabulary: Vocabulary
  /// What was settled before: empty for the first readers, their dates, quantities and citations for the second.
  /// In the order of the text.
  var settled: [Candidate] = []

  init(stream: TokenStream, outline: Outline, vocabulary: Vocabulary) {
    self.stream = stream
    self.outline = outline
    self.vocabulary = vocabulary
  }
}

/// A fact as a reader proposes it.
struct Candidate: Sendable {
  /// One number of an audit, by its place.
  struct Member: Sendable {
    var tokens: Range<Int>
    var value: DecimalNumber?
  }

  var fact: Fact
  /// The evidence.
  var tokens: Range<Int>
  /// The tokens that may belong to this candidate only; empty for one that competes with nobody.
  var claim: Range<Int>
  /// Of two candidates that claim one token the one of the higher rank has it; of equals the longer, then the first.
  var rank: Int
  var confidence: Double
  /// Of an audit only.
  var members: [Member] = []

  init(_ fact: Fact, tokens: Range<Int>, claim: Range<Int>? = nil, rank: Int = 0, confidence: Double = 0.9) {
    self.fact = fact
    self.tokens = tokens
    self.claim = claim ?? tokens
    self.rank = rank
    self.confidence = confidence
  }

  /// Whether `a` stands before `b` in the output.
  static func stands(_ a: Candidate, before b: Candidate) -> Bool {
    if a.tokens.lowerBound != b.tokens.lowerBound { return a.tokens.lowerBound < b.tokens.lowerBound }
    if a.fact.kind != b.fact.kind { return a.fact.kind.order < b.fact.kind.order }
    return a.tokens.upperBound < b.tokens.upperBound
  }
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

/// Gives each stretch of text to one candidate.
struct Competition {
  let stream: TokenStream
  let outline: Outline

  /// The candidates that won all they claimed, in the order of the text.
  ///
  /// - Complexity: O(*c* log *c* + *t*) for *c* candidates that claim *t* tokens.
  func settle(_ candidates: [Candidate]) -> [Candidate] {
    var taken = outline.reserved
    let order = candidates.indices.sorted { a, b in
      let x = candidates[a]
      let y = candidates[b]
      if x.rank != y.rank { return x.rank > y.rank }
      if x.claim.count != y.claim.count { return x.claim.count > y.claim.count }
      return x.claim.lowerBound < y.claim.lowerBound
    }
    var won: [Candidate] = []
    for index in order {
      let candidate = candidates[index]
      if candidate.claim.contains(where: { taken[$0] }) { continue }
      for token in candidate.claim { taken[token] = true }
      won.append(candidate)
    }
    return won.sorted(by: Candidate.stands)
  }
}
