/// Shares of those at the grassroots that the text states, against the tables that count them beside all.
extension Audit {
  /// What a row over several awards counts of a recipient: all, and those at the grassroots.
  struct GrassrootsRow {
    let recipient: String
    let all: DecimalNumber
    let atGrassroots: DecimalNumber
    /// The two cells.
    let members: [Candidate.Member]
  }

  /// The rows over several awards in which a recipient stands in both columns.
  ///
  /// - Parameter found: all candidates of the document, in its order.
  /// - Complexity: O(*n*) in candidates.
  static func grassrootsRows(in found: [Candidate], _ stream: TokenStream) -> [GrassrootsRow] {
    struct Place: Hashable {
      var line: Int32
      var recipient: String
    }
    var all: [Place: (tokens: Range<Int>, count: DecimalNumber)] = [:]
    var rows: [GrassrootsRow] = []
    for candidate in found {
      guard case .award(let fact) = candidate.fact, fact.row != nil, fact.award == nil, fact.category == nil,
        let recipient = fact.recipient
      else { continue }
      let place = Place(line: stream[candidate.tokens.lowerBound].line, recipient: recipient)
      if !fact.grassroots {
        all[place] = (candidate.tokens, fact.count)
      } else if let all = all[place], all.count > .zero, fact.count <= all.count {
        let members = [
          Candidate.Member(tokens: candidate.tokens, value: fact.count),
          Candidate.Member(tokens: all.tokens, value: all.count),
        ]
        rows.append(
          GrassrootsRow(recipient: recipient, all: all.count, atGrassroots: fact.count, members: members))
      }
    }
    return rows
  }

  /// `Tỷ lệ khen thưởng cho các tập thể ở cơ sở chiếm 58,1%`, of the row whose share is nearest.
  mutating func shareAtGrassroots(_ index: Int) {
    let percent = numbers[index]
    guard !grassrootsRows.isEmpty, percent.unit == "percent", percent.value <= DecimalNumber(100), !percent.isBounded,
      !ratios.contains(percent.tokens), let recipient = grassrootsRecipient(before: index)
    else { return }
    var best: (row: GrassrootsRow, share: DecimalNumber, gap: DecimalNumber)?
    for row in grassrootsRows where row.recipient == recipient {
      guard let share = row.atGrassroots.percentage(of: row.all, places: 4),
        let gap = share.subtracting(percent.value)?.magnitude
      else { continue }
      if best.map({ gap < $0.gap }) ?? true { best = (row, share, gap) }
    }
    guard let best else { return }
    ratios.insert(percent.tokens)
    add(
      .ratio, percent, best.share, holds: best.gap <= percent.half, tokens: percent.tokens,
      members: best.row.members, note: "the text against the table")
  }

  /// Who at the grassroots the words before a percentage speak of, back to the number or the colon before it; nil where they
  /// speak of collectives and individuals together.
  private func grassrootsRecipient(before index: Int) -> String? {
    let end = numbers[index].tokens.lowerBound
    var start = max(sentenceStart(of: end), end - 30)
    if index > 0 { start = max(start, numbers[index - 1].tokens.upperBound) }
    start = (start..<end).last { stream[$0].isSign(":") || stream[$0].isSign(";") } ?? start
    let clause = start..<end
    func says(_ first: WordKey, _ second: WordKey) -> Bool {
      clause.contains { stream[$0].key == first && stream[$0 + 1].key == second }
    }
    guard says("khen", "thưởng") else { return nil }
    let isDirect = says("trực", "tiếp")
    switch (says("tập", "thể"), says("cá", "nhân") || isDirect) {
    case (true, false): return says("cơ", "sở") ? "collective" : nil
    case (false, true): return isDirect || says("cơ", "sở") ? "individual" : nil
    default: return nil
    }
  }
}
