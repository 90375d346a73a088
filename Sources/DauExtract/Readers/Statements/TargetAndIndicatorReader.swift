/// Reads what a document demands and what it reports as reached.
///
/// Both are numbers in sentences, told apart by the section, the type of the document, and the words of the sentence,
/// so one reader gives each number to one of the two. Builds on the settled quantities and dates.
struct TargetAndIndicatorReader: Reader {
  /// - Complexity: O(*t* + *c* log *s*) in tokens, settled candidates and sections.
  func read(_ context: ReadingContext) -> [Candidate] {
    let words = StatementWords(context)
    let moods = StatementMoods(context)
    var tense = StatementTense(context, words: words, moods: moods)
    var indicators = IndicatorAssembler(
      stream: context.stream, words: words, period: StatementPeriod(context), moods: moods, tallies: context.tallies)
    var targets = TargetAssembler(context, words: words, moods: moods)
    for clause in StatementScan(context).clauses() {
      let uses = tense.read(clause)
      indicators.begin(clause)
      var limit: Int?
      for (index, figure) in clause.figures.enumerated() {
        let end =
          index + 1 < clause.figures.count ? clause.figures[index + 1].tokens.lowerBound : clause.tokens.upperBound
        var begins = true
        if uses.figures[index] == .reported {
          begins = indicators.add(figure, in: clause, limit: limit, end: end)
        }
        // `tỷ lệ huy động trẻ 5 tuổi ra lớp đạt 99,9%`: an age belongs to the subject.
        if begins, figure.fact.unit != "year" || figure.fact.bound != .exact { limit = figure.tokens.upperBound }
      }
      targets.add(clause, uses)
    }
    return indicators.candidates() + targets.targets
  }
}
