/// A stretch between two marks as strong as a semicolon, with the numbers and dates that stand in it.
struct StatementClause: Sendable {
  var tokens: Range<Int>
  /// Whether it is the first of its sentence.
  var beginsSentence: Bool
  var beginsParagraph: Bool
  var endsWithColon: Bool
  var figures: [StatementFigure] = []
  var dates: [StatementDate] = []

  /// Whether the last number or date reaches over a place: no clause is cut there.
  func isInside(_ at: Int) -> Bool {
    figures.last.map { at < $0.tokens.upperBound } ?? false || dates.last.map { at < $0.tokens.upperBound } ?? false
  }
}
