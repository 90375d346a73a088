extension Sequence<UInt8> {
  /// The bytes as hexadecimal digits in lower case, two each.
  ///
  /// - Complexity: O(*n*).
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(2 * underestimatedCount)
    for byte in self {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }
}
