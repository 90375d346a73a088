/// The time that a reported number is for.
struct StatementPeriod {
  private let stream: TokenStream
  private let document: String?

  init(_ context: ReadingContext) {
    stream = context.stream
    document = DocumentTime(context).edtf
  }

  /// The nearest date before the number in its clause, or the time of the document.
  ///
  /// - Complexity: O(dates of the clause).
  func period(of figure: StatementFigure, in clause: StatementClause) -> String? {
    // `giảm từ 19,07% năm 2016 xuống còn 7,88% năm 2019`
    if let own = clause.dates.first(where: { $0.tokens.lowerBound == figure.tokens.upperBound }),
      own.fact.qualifier == nil, let edtf = own.fact.edtf, clause.dates.count > 1
    {
      return edtf
    }
    let near = clause.dates.last { $0.tokens.upperBound <= figure.number && !isEarlier($0) }
    guard let near, let edtf = near.fact.edtf else { return document }
    guard near.fact.qualifier == .until, !edtf.contains("/") else { return edtf }
    // `từ đầu năm đến ngày 11/10/2019`
    let start = near.tokens.lowerBound
    if stream[start - 1].key == Words.nam, stream[start - 2].key == Words.dau, edtf.utf8.count >= 4 {
      return "\(edtf.prefix(4))-01-01/\(edtf)"
    }
    return "../" + edtf
  }

  /// `so với cùng kỳ năm 2018`: what is compared with.
  private func isEarlier(_ date: StatementDate) -> Bool {
    let before = stream[date.tokens.lowerBound - 1].key
    return before == "kỳ" || before == "với"
  }
}
