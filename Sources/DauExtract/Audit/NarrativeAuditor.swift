/// Holds the tallies that the text tells against the cells of the tables that say the same (relation `sum`).
///
/// | text | cells |
/// |---|---|
/// | `Bằng khen của Chủ tịch UBND tỉnh: 12 tập thể` | the row of that award, the column of that recipient |
/// | `1.173 tập thể, cá nhân, gia đình` | all recipients of that row |
/// | `khen thưởng cho ... (629 tập thể, 554 cá nhân)` | the row over several awards in which most of them stand |
///
/// A grade is held against the row of its grade: `hạng Nhì: 02 cá nhân` says nothing of all that were given.
/// Texts tell of single occasions too, so another number is a contradiction only where nothing is named that the award
/// was given for: in a list of results, and beside a tally of the same grant that agrees with the table, unless other
/// cells of the table explain it.
struct NarrativeAuditor {
  private let stream: TokenStream
  /// The tallies of the text.
  private var told: [Tally] = []
  private var cells: [Key: [Tally]] = [:]
  /// The cells of each row, by its line and its award.
  private var rows: [Row: [Tally]] = [:]
  /// All counts of an award and a recipient, whatever the category, and their sum, by who grants it.
  private var printed: [Key: [String?: (counts: Set<DecimalNumber>, sum: DecimalNumber?)]] = [:]

  private struct Tally {
    var tokens: Range<Int>
    var fact: AwardFact
    /// The cells that it sums; itself alone but for a sum over recipients.
    var cells: [Candidate.Member]
  }

  private struct Key: Hashable {
    var award: String?
    var recipient: String?
    var category: String?

    init(_ fact: AwardFact, recipient: String?) {
      self.init(award: fact.award, recipient: recipient, category: fact.category)
    }

    init(award: String?, recipient: String?, category: String? = nil) {
      self.award = award
      self.recipient = recipient
      self.category = category
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(bytesOf: award)
      hasher.combine(bytesOf: recipient)
      hasher.combine(bytesOf: category)
    }
  }

  private struct Row: Hashable {
    var line: Int32
    var key: Key
  }

  /// - Parameter awards: the tallies of the document, those of the text and those of the tables.
  /// - Complexity: O(*a*) in tallies.
  init(_ stream: TokenStream, awards: [Candidate]) {
    self.stream = stream
    for candidate in awards {
      guard case .award(let fact) = candidate.fact else { continue }
      let member = Candidate.Member(tokens: candidate.tokens, value: fact.count)
      let tally = Tally(tokens: candidate.tokens, fact: fact, cells: [member])
      if fact.row == nil {
        told.append(tally)
      } else if !fact.grassroots {
        cells[Key(fact, recipient: fact.recipient), default: []].append(tally)
        let row = Row(line: stream[candidate.tokens.lowerBound].line, key: Key(fact, recipient: nil))
        rows[row, default: []].append(tally)
        let anyCategory = Key(award: fact.award, recipient: fact.recipient)
        var (counts, sum) = printed[anyCategory]?.removeValue(forKey: fact.grantor) ?? ([], .zero)
        counts.insert(fact.count)
        sum = sum?.adding(fact.count)
        printed[anyCategory, default: [:]][fact.grantor] = (counts, sum)
      }
    }
    sumRecipients()
  }

  /// Adds for each row of several recipients the sum over them, where no cell has it.
  private mutating func sumRecipients() {
    for (row, tallies) in rows {
      guard tallies.count > 1, tallies.allSatisfy({ Self.single.contains($0.fact.recipient ?? "") }) else { continue }
      var sum = tallies[0]
      for tally in tallies.dropFirst() {
        guard let count = sum.fact.count.adding(tally.fact.count) else { return }
        sum.fact.count = count
        sum.cells += tally.cells
      }
      sum.cells.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
      sum.fact.recipient = Self.mixed
      var key = row.key
      key.recipient = Self.mixed
      cells[key, default: []].append(sum)
    }
  }

  private static let mixed = "mixed"
  private static let single: Set = ["collective", "individual", "family", "household", "enterprise"]

  func read() -> [Candidate] {
    guard !cells.isEmpty else { return [] }
    let agreeing = agreeing()
    var found: [Candidate] = []
    for tally in told where tally.fact.award != nil {
      guard let cell = cell(of: tally.fact) else { continue }
      let isContradiction =
        tally.fact.occasion == nil && tally.fact.grade == cell.fact.grade
        && isSameGrantor(tally.fact.grantor, cell.fact.grantor)
        && (isItem(tally)
          || (agreeing.starts.contains(tally.tokens.lowerBound) || agreeing.ends.contains(tally.tokens.upperBound))
            && !isExplained(tally.fact))
      if cell.fact.count == tally.fact.count || isContradiction { found.append(audit(tally, against: cell)) }
    }
    return found + severalAwards()
  }

  // MARK: Tallies of one award

  /// The one cell that says the same: of the same grantor, or, where there is none, of one that may be the same.
  private func cell(of fact: AwardFact) -> Tally? {
    guard let same = cells[Key(fact, recipient: fact.recipient)] else { return nil }
    let exact = same.filter { $0.fact.grantor == fact.grantor }
    let possible = exact.isEmpty ? same.filter { mayBeSameGrantor(fact.grantor, $0.fact.grantor) } : exact
    if possible.count > 1 {
      let graded = possible.filter { $0.fact.grade == fact.grade }
      return graded.count == 1 ? graded[0] : nil
    }
    return possible.first
  }

  /// Whether both are told, or neither, and one may stand for the other: `UBND tỉnh` for its chairman.
  private func isSameGrantor(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.hasSuffix(b) || b.hasSuffix(a)
  }

  private func mayBeSameGrantor(_ a: String?, _ b: String?) -> Bool { a == nil || b == nil || isSameGrantor(a, b) }

  /// Where the evidence of the tallies begins and ends that agree with the one cell that says the same: tallies of one
  /// grant share its verb. A one agrees with any other.
  private func agreeing() -> (starts: Set<Int>, ends: Set<Int>) {
    var (starts, ends): (Set<Int>, Set<Int>) = ([], [])
    for tally in told where tally.fact.award != nil && tally.fact.count > DecimalNumber(1) {
      guard let cell = cell(of: tally.fact), cell.fact.count == tally.fact.count,
        isSameGrantor(cell.fact.grantor, tally.fact.grantor)
      else { continue }
      starts.insert(tally.tokens.lowerBound)
      ends.insert(tally.tokens.upperBound)
    }
    return (starts, ends)
  }

  /// Whether the number is that of another row of the award from who may be the same, or of all rows of the award.
  private func isExplained(_ told: AwardFact) -> Bool {
    guard let printed = printed[Key(award: told.award, recipient: told.recipient)] else { return false }
    let ofGrantor = printed.filter { mayBeSameGrantor(told.grantor, $0.key) }.values
    return ofGrantor.contains { $0.counts.contains(told.count) || $0.sum == told.count }
      || printed.values.reduce(.zero) { sum, rows in rows.sum.flatMap { sum?.adding($0) } } == told.count
  }

  /// Whether it stands in an item of a list.
  private func isItem(_ tally: Tally) -> Bool {
    stream[stream.tokens(ofLine: Int(stream[tally.tokens.lowerBound].line)).lowerBound].isBullet
  }

  // MARK: Tallies over several awards

  /// A recipient and a count, as a cell and the text may both have them.
  private struct Printed: Hashable {
    var recipient: String?
    var count: DecimalNumber
  }

  /// The tallies of a grant over several awards against the row in which two of them stand, or one of ten or more: small
  /// numbers agree by chance.
  private func severalAwards() -> [Candidate] {
    var places: [Printed: [Row]] = [:]
    for (row, cells) in rows where row.key.award == nil && row.key.category == nil {
      for cell in cells {
        places[Printed(recipient: cell.fact.recipient, count: cell.fact.count), default: []].append(row)
      }
    }
    guard !places.isEmpty else { return [] }
    let grants = Dictionary(grouping: told.filter { $0.fact.award == nil && $0.fact.category == nil }) {
      $0.tokens.lowerBound
    }
    var found: [Candidate] = []
    for grant in grants.values {
      var votes: [Row: [Tally]] = [:]
      for tally in grant {
        // A number in more rows tells nothing.
        let rows = places[Printed(recipient: tally.fact.recipient, count: tally.fact.count)] ?? []
        for row in rows where rows.count <= 4 { votes[row, default: []].append(tally) }
      }
      guard let best = votes.max(by: { ($0.value.count, $1.key.line) < ($1.value.count, $0.key.line) }),
        best.value.count > 1 || best.value[0].fact.count >= DecimalNumber(10)
      else { continue }
      for tally in grant {
        // `Đề nghị` and `Được khen` may both have a column for a recipient.
        let same = rows[best.key]?.filter { $0.fact.recipient == tally.fact.recipient } ?? []
        guard let cell = same.first(where: { $0.fact.count == tally.fact.count }) ?? same.first else { continue }
        // One that two others of its grant contradict is a fault.
        if cell.fact.count == tally.fact.count || best.value.count > 1 { found.append(audit(tally, against: cell)) }
      }
    }
    return found.sorted { $0.tokens.upperBound < $1.tokens.upperBound }
  }

  // MARK: Output

  private func audit(_ told: Tally, against cell: Tally) -> Candidate {
    let fact = AuditFact(
      relation: .sum, stated: told.fact.count, computed: cell.fact.count, unit: "count", members: [],
      holds: cell.fact.count == told.fact.count, note: "the text against the table")
    var found = Candidate(.audit(fact), tokens: told.tokens, claim: 0..<0, confidence: 0.8)
    found.members = cell.cells
    return found
  }
}

extension Hasher {
  /// Hashes a text in normalization form C, whose equals have the same bytes; hashing a string normalises it again.
  fileprivate mutating func combine(bytesOf text: String?) {
    guard var bytes = text else { return combine(-1) }
    combine(bytes.utf8.count)
    bytes.withUTF8 { unsafe combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
