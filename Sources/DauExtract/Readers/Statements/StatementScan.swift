/// Cuts a document into clauses and lays its settled numbers and dates into them.
struct StatementScan {
  private let stream: TokenStream
  private let outline: Outline
  private let settled: [Candidate]
  private let sentences: SentenceEnds
  private let sayings: PhraseTable<Void>

  init(_ context: ReadingContext) {
    stream = context.stream
    outline = context.outline
    settled = context.settled
    sentences = context.sentences
    sayings = context.vocabulary.statements.sayings
  }

  /// The clauses that hold a number or a date, in the order of the text, and those without that begin a sentence.
  ///
  /// - Complexity: O(*t* + *c*) in tokens and settled candidates.
  func clauses() -> [StatementClause] {
    var out: [StatementClause] = []
    var next = 0
    var citationEnd = 0
    var quote: Int?
    var parentheses: [Int] = []
    var start = outline.metadata.titleTokens.upperBound
    let recipients = outline.metadata.recipientTokens
    var beginsSentence = true
    var beginsParagraph = true
    var clause = StatementClause(
      tokens: start..<start, beginsSentence: true, beginsParagraph: true, endsWithColon: false)
    while next < settled.count, settled[next].tokens.lowerBound < start { next += 1 }
    // Where the next settled candidate begins.
    var nextStart = next < settled.count ? settled[next].tokens.lowerBound : .max

    var isOpen = false

    var at = start
    while at < stream.count {
      // Nothing happens at most words of a clause.
      if at != start, at != nextStart, at - start < Self.longest, stream[at].kind != .sign,
        !outline.beginsParagraph[at], at != recipients.lowerBound, at != recipients.upperBound
      {
        at += 1
        continue
      }
      if outline.beginsParagraph[at] || at == recipients.lowerBound || at == recipients.upperBound {
        close(&clause, at: at, colon: false, &isOpen, &out)
        quote = nil
        parentheses.removeAll(keepingCapacity: true)
        beginsSentence = true
        beginsParagraph = true
        start = at
      }
      if at - start >= Self.longest, !clause.isInside(at) {
        close(&clause, at: at, colon: false, &isOpen, &out)
        beginsSentence = true
        beginsParagraph = false
        start = at
      }
      if at == start {
        isOpen = true
        clause = StatementClause(
          tokens: at..<at, beginsSentence: beginsSentence, beginsParagraph: beginsParagraph, endsWithColon: false)
      }
      while nextStart == at {
        let candidate = settled[next]
        next += 1
        nextStart = next < settled.count ? settled[next].tokens.lowerBound : .max
        switch candidate.fact {
        case .citation: citationEnd = max(citationEnd, candidate.tokens.upperBound)
        case .quantity(let fact):
          clause.figures.append(
            StatementFigure(
              fact: fact, tokens: candidate.tokens, number: number(in: candidate.tokens), isQuoted: quote != nil,
              parenthesis: parentheses.last, confidence: candidate.confidence))
        // A date of a cited document is no time of the statement; one with a qualifier stands behind the title.
        case .date(let fact) where (at >= citationEnd || fact.qualifier != nil) && quote == nil:
          clause.dates.append(StatementDate(fact: fact, tokens: candidate.tokens))
        default: break
        }
      }
      let token = stream[at]
      if token.kind == .sign {
        if token.isSign("(") {
          parentheses.append(at)
        } else if token.isSign(")") {
          if !parentheses.isEmpty { parentheses.removeLast() }
        } else if token.closesQuote, quote != nil {
          quote = nil
        } else if token.opensQuote, let end = close(of: at), !opensSpeech(at), !endsSpeech(end) {
          quote = at
        } else if quote == nil, let strength = boundary(at) {
          // Inside parentheses only a sentence ends a clause, so that a list in them stays with its head.
          if parentheses.isEmpty || strength == .sentence {
            close(&clause, at: at + 1, colon: strength == .colon, &isOpen, &out)
            beginsSentence = strength == .sentence
            beginsParagraph = false
            if strength == .sentence { parentheses.removeAll(keepingCapacity: true) }
            start = at + 1
          }
        }
      }
      at += 1
    }
    if start < stream.count { close(&clause, at: stream.count, colon: false, &isOpen, &out) }
    return out
  }

  /// Ends the clause that is open and keeps it, unless it says nothing or names who receives the document.
  private func close(
    _ clause: inout StatementClause, at end: Int, colon: Bool, _ isOpen: inout Bool, _ out: inout [StatementClause]
  ) {
    guard isOpen, end > clause.tokens.lowerBound else { return }
    isOpen = false
    // A sign alone says nothing.
    if end == clause.tokens.lowerBound + 1, clause.figures.isEmpty, clause.dates.isEmpty { return }
    clause.tokens = clause.tokens.lowerBound..<end
    clause.endsWithColon = colon
    if !outline.metadata.recipientTokens.contains(clause.tokens.lowerBound) { out.append(clause) }
  }

  /// Longer than any clause people write; with it every search in a clause is bounded and the whole stays linear.
  private static let longest = 400

  /// Where a quotation ends, if soon in its paragraph: a mark that OCR lost must not make a quotation of all that follows.
  private func close(of open: Int) -> Int? {
    var at = open + 1
    while at < stream.count, at - open < 90, !outline.beginsParagraph[at] {
      if stream[at].closesQuote { return at }
      at += 1
    }
    return nil
  }

  /// `“Dự kiến ít nhất 150 tấn được tiêu thụ,” bà nói`: whether a mark of its own ends a quotation, as it does what somebody says and
  /// no name.
  private func endsSpeech(_ close: Int) -> Bool {
    // Laws quote what they amend, `như sau: “...”.`, so a full stop says nothing.
    if stream[close - 1].isSign(",") { return true }
    // `“... phấn đấu đạt 4%”, Trưởng ban nói`
    guard stream[close + 1].isSign(",") || stream[close + 1].isDash else { return false }
    return (close + 2..<min(close + 18, stream.count)).first { stream[$0].endsClause || saysSomething($0) }
      .map(saysSomething) ?? false
  }

  private func saysSomething(_ at: Int) -> Bool { stream[at].key == "nói" || sayings.match(stream, at: at) != nil }

  /// `Nghị quyết ghi rõ: "Hoàn thành việc mở lối xuống biển trong quý III/2018"`: whether a quotation is what a saying
  /// tells, and no name.
  private func opensSpeech(_ open: Int) -> Bool {
    stream[open - 1].isSign(":") && sayings.match(stream, at: open - 3)?.end == open - 1
  }

  private enum Boundary { case clause, colon, sentence }

  private func boundary(_ at: Int) -> Boundary? {
    let token = stream[at]
    if token.isSign(";") { return .clause }
    if token.isSign(":") { return stream[at + 1].isJoined && stream[at + 1].isNumber ? nil : .colon }
    return sentences.isEnd(at) ? .sentence : nil
  }

  /// Where the number of a quantity stands, behind the words that bound it. One in words that is said again in figures, `hai mươi (20)
  /// ngày`, begins with its words.
  private func number(in tokens: Range<Int>) -> Int {
    guard let index = tokens.first(where: { stream[$0].isNumber }) else { return tokens.lowerBound }
    return stream[index - 1].isSign("(") && index - 1 > tokens.lowerBound ? tokens.lowerBound : index
  }
}
