/// A document's number with its symbol: `30/2014/QĐ-UBND`, `05-CT/TW`.
struct DocumentSymbol: Sendable, Equatable {
  /// As printed, with its zeros; empty when the number is left blank.
  var number: String
  /// Without blanks.
  var symbol: String
  /// The letters behind the number: `QĐ-UBND`.
  var code: String
  var tokens: Range<Int>
}

extension String {
  /// 2013 of the symbol `12/2013/NĐ-CP`; nil for one without a year.
  var yearOfSymbol: Int? {
    let parts = split(separator: "/", maxSplits: 2)
    guard parts.count == 3, parts[1].utf8.count == 4 else { return nil }
    return Int(parts[1])
  }
}
