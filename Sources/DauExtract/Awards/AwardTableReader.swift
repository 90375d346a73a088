import Algorithms

/// Reads the cells of award tables: one tally for each that is filled.
///
/// `2  Huân chương Lao động, trong đó:  03  05` gives two tallies, totals when the parts stand below; its sub-row
/// `- Khen thường xuyên  02  02` two more with the category. A printed 0 is filled, a blank is not.
struct AwardTableReader {
  private let stream: TokenStream
  private let period: PeriodFinder
  private let decisions: GrantingDecisions

  init(_ context: ReadingContext) {
    stream = context.stream
    period = PeriodFinder(context)
    decisions = GrantingDecisions(context)
  }

  /// The labels of a path that say anything; nil when none does.
  private static func labels(_ path: [String]) -> [String]? {
    let labels = path.filter { !$0.isEmpty }
    return labels.isEmpty ? nil : labels
  }

  /// - Complexity: O(*c* + *r* log *d*) in cells, rows and decisions of the document.
  func read(_ table: AwardTable) -> [Candidate] {
    var found: [Candidate] = []
    let time = period.period(before: table.tokens.lowerBound)
    let decisions = decisions(of: table)
    let columnLabels = table.columns.map { $0.flatMap { Self.labels($0.path) } }
    for (index, row) in table.rows.enumerated() {
      let rowLabels = Self.labels(row.path)
      for (at, cell) in row.cells.enumerated() {
        guard let cell, let column = table.columns[at] else { continue }
        var fact = AwardFact(
          award: row.award?.name ?? column.award?.name, grantor: row.grantor ?? column.grantor ?? column.award?.grantor,
          recipient: row.recipient ?? column.recipient ?? row.award?.recipient ?? column.award?.recipient,
          count: cell.value, category: row.category ?? column.category, grassroots: column.grassroots,
          period: column.period ?? time)
        fact.row = rowLabels
        fact.column = columnLabels[at]
        fact.grade = row.award?.grade ?? column.award?.grade
        fact.decision = decisions[index]
        switch row.role {
        case .group, .total:
          // Bodies together in a column of one award, or awards together.
          fact.award = column.award?.name
          fact.grade = column.award?.grade
          fact.category = column.category
          fact.total = true
        case .award, .part, .body:
          fact.total =
            column.isTotal || row.parts.contains { table.rows[$0].cells[at] != nil }
        case .grandTotal:
          fact.award = nil
          fact.grade = nil
          fact.recipient = "mixed"
          fact.total = true
          fact.column = Self.labels(Array(column.path.prefix(1)))
        }
        found.append(
          Candidate(.award(fact), tokens: cell.tokens, rank: .none, confidence: cell.confidence))
      }
    }
    return found
  }

  /// The decision that the awards of each row rest on: one that a cell of it names, or that of the row which sums it.
  private func decisions(of table: AwardTable) -> [String?] {
    var found = table.rows.map { decisions.onlyDecision(in: $0.tokens) }
    for (index, row) in table.rows.enumerated() {
      guard let decision = found[index] else { continue }
      for part in row.parts where found[part] == nil { found[part] = decision }
    }
    return found
  }
}

/// The time that awards are for, when the sentence, a heading or the title of a report says it.
struct PeriodFinder {
  /// Dates that say a period, in order: their first token and their value.
  private let dates: [(token: Int, edtf: String)]
  private let outline: Outline
  /// For each section the period in its heading or in the nearest heading over it.
  private let ofSection: [String?]
  /// What a report on a part of a year is about: `6 tháng đầu năm 2018`.
  private let ofReport: String?

  init(_ context: ReadingContext) {
    let dates: [(token: Int, edtf: String)] = context.settled.compactMap { candidate in
      guard case .date(let fact) = candidate.fact, let edtf = fact.edtf, Self.isPeriod(edtf) else { return nil }
      return (candidate.tokens.lowerBound, edtf)
    }
    self.dates = dates
    outline = context.outline
    ofSection = Self.periods(of: context.outline.sections, dates)
    let time = DocumentTime(context)
    ofReport = time.half == nil && time.firstMonths == nil ? nil : time.edtf
  }

  /// - Complexity: O(*s* log *d*) in sections and dates, times the depth of the numbering.
  private static func periods(of sections: [Outline.Section], _ dates: [(token: Int, edtf: String)]) -> [String?] {
    var part: String?
    var open: [(path: String, period: String?)] = []
    return sections.map { section in
      let own = section.heading.flatMap { last(of: dates, in: $0) }
      guard let path = section.path else {
        part = own
        open = []
        return own
      }
      while let last = open.last, !path.hasPrefix(last.path + ".") { open.removeLast() }
      let period = own ?? open.last?.period ?? part
      open.append((path, period))
      return period
    }
  }

  /// A year, a half, a quarter or a range of years; not a day.
  private static func isPeriod(_ edtf: String) -> Bool {
    edtf.utf8.count <= 9 && !edtf.hasPrefix("..") && !edtf.hasSuffix("..")
  }

  /// The period of a tally of running text: the last in its sentence, else that of its section, else that of the report.
  ///
  /// - Complexity: O(log *d*) in dates and sections.
  func period(of token: Int, in sentence: Range<Int>) -> String? {
    period(in: sentence) ?? outline.section(ofToken: token).flatMap { ofSection[$0] } ?? ofReport
  }

  /// The last period said in `range`.
  ///
  /// - Complexity: O(log *d*) in dates.
  private func period(in range: Range<Int>) -> String? { Self.last(of: dates, in: range) }

  private static func last(of dates: [(token: Int, edtf: String)], in range: Range<Int>) -> String? {
    let next = dates.partitioningIndex { $0.token >= range.upperBound }
    guard next > 0, dates[next - 1].token >= range.lowerBound else { return nil }
    return dates[next - 1].edtf
  }

  /// The last period said in the hundred tokens before a table: in its heading.
  func period(before token: Int) -> String? { period(in: max(0, token - 100)..<token) }
}
