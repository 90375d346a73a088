/// A quantity as a statement uses it.
///
/// A class, for it is handed from rule to rule some twenty times and its fact has 240 bytes to copy.
final class StatementFigure: Sendable {
  let fact: QuantityFact
  let tokens: Range<Int>
  /// The number itself, behind the words that bound it.
  let number: Int
  let isQuoted: Bool
  /// The token of the parenthesis it stands in; nil outside.
  let parenthesis: Int?
  let confidence: Double

  init(
    fact: QuantityFact, tokens: Range<Int>, number: Int, isQuoted: Bool, parenthesis: Int?, confidence: Double
  ) {
    self.fact = fact
    self.tokens = tokens
    self.number = number
    self.isQuoted = isQuoted
    self.parenthesis = parenthesis
    self.confidence = confidence
  }
}

struct StatementDate: Sendable {
  var fact: DateFact
  var tokens: Range<Int>

  /// Whether a plain year is said, without a month.
  var isYear: Bool { fact.edtf?.utf8.count == 4 }
}
