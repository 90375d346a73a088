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
    var rank: Rank
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
  /// What decides between candidates that claim one token.
  var rank: Rank {
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

  init(_ fact: Fact, tokens: Range<Int>, claim: Range<Int>? = nil, rank: Rank = .none, confidence: Double = 0.9) {
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
