/// A number as printed, in figures or in words, with its scale words not yet read.
struct Numeral: Sendable, Equatable {
  var value: DecimalNumber
  var end: Int
  /// Printed with separators that show it is an amount and no name: `1.353`, `92,2`.
  var isGrouped = false
  /// `1,234.5`: the marks the other way round.
  var isReversed = false
  /// `01`...`09`.
  var hasLeadingZero = false
  var isWritten = false
}
