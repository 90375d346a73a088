/// A number with its unit, before bounds.
struct Amount: Sendable {
  var value: DecimalNumber
  var unit: String
  var of: String?
  var outOf: DecimalNumber?
  var start: Int
  var end: Int
  var isTime = false
  /// Whether the unit or the noun is known, not guessed.
  var isKnown = true
  /// Whether the unit measures: percent, money, length.
  var isMeasure = false
  /// Whether point and comma of the number stand the other way round.
  var isReversed = false
}
