/// What wins where two candidates claim one token: the higher rank, of equals the longer claim.
///
/// The digits of a symbol belong to nothing else; a date that says what it is beats a number with a unit, and that beats digits that
/// are only perhaps a date (`16/12`, `8/3`).
enum Rank: Int, Comparable, Sendable {
  /// Claims no token: targets, indicators, awards, sums.
  case none = 0
  /// An act by its name, which claims none of its words.
  case name = 10
  /// A day without a year, or a part of the document's own year.
  case bareDay = 20
  /// A number with its unit.
  case quantity = 30
  /// A date.
  case date = 35
  /// Several dates, or a time from one to another.
  case dates = 36
  /// Two days of which only the second has its year: `12 - 15/5/2019`, `từ 28/4 đến 2/5/2019`.
  case dayPair = 37
  /// An act by its type and number alone, with what tells that it is one: `Quyết định số 651 ngày ...`.
  case numberedAct = 38
  /// The short form of an act whose symbol stands in full before.
  case shortForm = 39
  /// The symbol of an act.
  case symbol = 40

  static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
}
