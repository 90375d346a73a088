/// Looks at the parts of an EDTF string, which is ASCII: byte by byte, for dates are asked some ten times each, and a
/// `Substring` of characters costs fifty times as much.
extension String {
  /// The number of the first four digits; nil for `XXXX`, `..` and other text.
  var edtfYear: Int? { utf8[...].leadingYear }

  /// The year that a range ends in; that of a single date is its own.
  var edtfLastYear: Int? {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return edtfYear }
    return utf8[utf8.index(after: slash)...].leadingYear
  }

  /// The number behind the year: a month, a quarter, a half; nil for a year alone.
  var edtfMonth: Int? { utf8.count < 7 ? nil : utf8.dropFirst(5).leadingNumber(digits: 2) }

  var isEDTFRange: Bool { utf8.contains(UInt8(ascii: "/")) }

  /// Whether a range has no first or no last date: `2020-01/..`.
  var isOpenEDTFRange: Bool { utf8.contains(UInt8(ascii: ".")) }
}

extension Substring.UTF8View {
  fileprivate var leadingYear: Int? { leadingNumber(digits: 4) }

  /// The number that the first `digits` bytes are, all of them ASCII digits; nil for other bytes, or fewer.
  fileprivate func leadingNumber(digits: Int) -> Int? {
    var number = 0
    var count = 0
    for byte in prefix(digits) {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + Int(byte - 0x30)
      count += 1
    }
    return count == digits ? number : nil
  }
}
