/// Years that lie ahead of a document and the numbers that are for them, whatever the words say.
///
/// Accepts, in a document of 2015, `kim ngạch xuất khẩu năm 2020 đạt 1,25 tỷ USD`, `Đến năm 2020, toàn tỉnh có 159 chợ`.
/// Refuses `kế hoạch năm 2020`, which only names a plan. A document without a year has one that a row of years implies,
/// `đến năm 2020 đạt 9%, đến năm 2025 là 12%`, or the last day that it tells of; where neither is, no year alone lies
/// ahead but those of plans, so that nothing depends on when the program runs or was written.
struct StatementFuture {
  let stream: TokenStream
  let words: StatementWords
  /// The year of the document; nil where nothing says.
  let year: Int?
  /// The year before the first of a row of years, in the paragraph.
  private var impliedYear: Int?
  /// The last year that the paragraph named.
  private var latestYear: Int?

  /// The year of the last day that a document without a year tells of: those behind it lie ahead.
  private let toldYear: Int?

  /// - Complexity: O(*c*) in the dates that are settled.
  init(_ context: ReadingContext, words: StatementWords, year: Int?) {
    stream = context.stream
    self.words = words
    self.year = year
    toldYear = year == nil ? Self.toldYear(context.settled) : nil
  }

  private static func toldYear(_ settled: [Candidate]) -> Int? {
    settled.compactMap { candidate in
      switch candidate.fact {
      case .date(let fact):
        return fact.qualifier == nil && fact.edtf?.utf8.count == 10 ? fact.edtf?.edtfYear : nil
      // A document cites none that is younger.
      case .citation(let fact):
        return fact.date?.edtfYear ?? fact.symbol?.yearOfSymbol
      default: return nil
      }
    }.max()
  }

  private var known: Int? { year ?? impliedYear }

  /// Takes the next clause.
  ///
  /// - Parameter done: the first word of it that tells of something done.
  mutating func begin(_ clause: StatementClause, done: Int?) {
    if clause.beginsParagraph { (impliedYear, latestYear) = (nil, nil) }
    let years = clause.dates.compactMap { $0.fact.edtf?.edtfLastYear }
    defer { latestYear = years.max().map { max($0, latestYear ?? $0) } ?? latestYear }
    guard year == nil, impliedYear == nil, done == nil else { return }
    let row = clause.dates.filter { $0.fact.qualifier == .until && $0.isYear }.compactMap { $0.fact.edtf?.edtfYear }
    let isRow = row.count > 1 && zip(row, row.dropFirst()).allSatisfy { $0 < $1 }
    guard let first = row.first, isRow || isVision(clause), years.allSatisfy({ $0 >= first }) else { return }
    impliedYear = first - 1
  }

  /// `Đến năm 2045, quy mô GRDP đạt 150 tỷ USD`: whether a sentence begins with a year to which plans are made, every
  /// fifth, in a document that tells of no day. `Đến năm 2016, ...` is a year of reports, and so is one whose numbers
  /// are compared.
  private func isVision(_ clause: StatementClause) -> Bool {
    // `Đến năm 2010, tỷ lệ hộ dùng nước sạch đã đạt 75%`
    guard toldYear == nil, !clause.tokens.contains(where: { stream[$0].key == "đã" }), clause.beginsSentence,
      let date = clause.dates.first, date.isYear,
      date.fact.qualifier == .until, isLed(date, clause),
      stream[date.tokens.upperBound].isSign(","),
      clause.figures.allSatisfy({
        words.comparison(from: $0.tokens.upperBound, before: clause.tokens.upperBound) == nil
      })
    else { return false }
    return date.fact.edtf?.edtfYear.map { $0.isMultiple(of: 5) } ?? false
  }

  /// Whether nothing or a word that ties the sentence to the one before leads a date in: `Ngoài ra, đến năm 2020, ...`.
  private func isLed(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    let (first, start) = (clause.tokens.lowerBound, date.tokens.lowerBound)
    return start == first
      || start - first <= 4 && stream[start - 1].isSign(",") && stream[first].isCapital
        && Self.ties.contains(stream[first].key)
  }

  /// The first words of `Ngoài ra`, `Theo đó`, `Bên cạnh đó`, `Đồng thời`.
  private static let ties: WordSet = ["ngoài", "theo", "bên", "đồng", "cụ"]

  /// The date that a number of a clause is for: the last before it in its stretch, or the one straight behind it.
  ///
  /// - Returns: an index of the dates of the clause.
  /// - Complexity: O(dates of the clause).
  func date(of figure: StatementFigure, in clause: StatementClause) -> Int? {
    if let behind = clause.dates.firstIndex(where: { $0.tokens.lowerBound == figure.tokens.upperBound }) {
      return behind
    }
    guard let before = clause.dates.lastIndex(where: { $0.tokens.upperBound <= figure.number }) else { return nil }
    var start = clause.dates[before].tokens.upperBound
    // `Đến năm 2020, toàn tỉnh có 159 chợ`, unlike `lên 1,3 tỷ USD vào năm 2020, so với 550 triệu USD`
    if stream[start].isSign(","), words.isMark(start), opensStretch(clause.dates[before], in: clause) { start += 1 }
    return figure.number - start < Self.reach && !(start..<figure.number).contains { words.isMark($0) } ? before : nil
  }

  /// Whether a date stands at the head of its stretch, or says till when.
  private func opensStretch(_ date: StatementDate, in clause: StatementClause) -> Bool {
    let start = date.tokens.lowerBound
    return date.fact.qualifier == .until || start == clause.tokens.lowerBound || words.isMark(start - 1)
  }

  /// Whether a date is a year ahead of the document that no plan is named by.
  func isLater(_ date: StatementDate) -> Bool {
    guard date.isYear, let ends = date.fact.edtf?.edtfYear, let passed = known ?? toldYear, ends > passed else {
      return false
    }
    if stream[date.tokens.lowerBound - 1].key == "nhìn" { return false }
    switch date.fact.qualifier {
    case .from?, .after?: return false
    case .before?, .until?, .end?: return true
    case nil, .start?, .middle?: return !namesPlan(date)
    }
  }

  /// Whether a date is of the document's own time or before it.
  func isPassed(_ date: StatementDate) -> Bool {
    guard let ends = date.fact.edtf?.edtfLastYear else { return false }
    // The last day told of may be of any part of its year.
    return known.map { ends <= $0 } ?? toldYear.map { ends < $0 } ?? false
  }

  /// Whether a plain year may lie ahead of a document without a year: it is no earlier than those before it.
  func mayBeAhead(_ date: StatementDate) -> Bool {
    guard known == nil, date.isYear, date.fact.qualifier == nil, let ends = date.fact.edtf?.edtfYear else {
      return false
    }
    return ends >= latestYear ?? ends && !namesPlan(date)
  }

  /// `kế hoạch năm 2020`: whether something before a year is named by it.
  private func namesPlan(_ date: StatementDate) -> Bool {
    let before = stream[date.tokens.lowerBound - 1]
    return before.isWord && words.phrases.namedByYear.contains(before.key)
  }

  /// How many words stand at most between a year and its number.
  private static let reach = 24
}
