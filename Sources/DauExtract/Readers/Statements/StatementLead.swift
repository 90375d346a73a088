/// The words between the mark before a number and the number: what they say about it.
struct StatementLead: Sendable {
  /// From the mark, or the number before, to the number.
  var tokens: Range<Int>
  var verb: StatementPhrases.Verb?
  /// Where the verb stands; the number where there is none.
  var verbAt: Int
  /// Whether words before the verb name what the number is about, so that it is no comparison with what stood before.
  var hasSubject: Bool
  /// Whether it begins with `so với`.
  var isVersus = false
  /// Whether `lên`, `xuống` or `còn` stands before the number: `tăng lên 95%` names where it came to, not by how much.
  var isArrival = false
  /// Whether no mark stands between the number before and this one.
  var followsNumber: Bool
}
