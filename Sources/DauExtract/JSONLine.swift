/// What is written as a JSON object.
protocol JSONWritable {
  /// Writes the fields, in the order of the records contract.
  func write(to line: inout JSONLine)
}

extension JSONWritable {
  /// The object on one line, without the line break.
  var jsonObject: String {
    var line = JSONLine()
    write(to: &line)
    return line.string()
  }
}

/// Writes one JSON object on one line, its fields in the order they are given.
///
/// Records are compared and stored as bytes, so the order must not depend on a hash, and a number that is a fact of
/// the document is a string: no reader may round it.
struct JSONLine {
  private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]
  private var isFirst = true

  mutating func field(_ name: String, _ value: String?) {
    begin(name)
    if let value { quote(value) } else { raw("null") }
  }

  mutating func field(_ name: String, _ value: DecimalNumber?) { field(name, value.map(\.description)) }

  mutating func field<Code: RawRepresentable<String>>(_ name: String, _ value: Code?) { field(name, value?.rawValue) }

  mutating func field(_ name: String, _ value: Bool) {
    begin(name)
    raw(value ? "true" : "false")
  }

  mutating func field(_ name: String, _ value: Int?) {
    begin(name)
    raw(value.map { "\($0)" } ?? "null")
  }

  mutating func field(_ name: String, _ value: [String]?) {
    begin(name)
    guard let value else { return raw("null") }
    list(value) { line, text in line.quote(text) }
  }

  mutating func field(_ name: String, _ value: Range<Int>?) {
    begin(name)
    raw(value.map { "[\($0.lowerBound),\($0.upperBound)]" } ?? "null")
  }

  /// A number between 0 and 1, in three decimal places.
  mutating func field(_ name: String, share: Double) {
    begin(name)
    let thousandths = Int((min(max(share, 0), 1) * 1000).rounded())
    if thousandths == 1000 { return raw("1") }
    if thousandths == 0 { return raw("0") }
    var digits = "\(1000 + thousandths)".dropFirst()
    while digits.last == "0" { digits.removeLast() }
    raw("0." + digits)
  }

  mutating func field(_ name: String, _ value: (some JSONWritable)?) {
    begin(name)
    guard let value else { return raw("null") }
    object(value)
  }

  mutating func field(_ name: String, _ values: [some JSONWritable]) {
    begin(name)
    list(values) { line, value in line.object(value) }
  }

  private mutating func object(_ value: some JSONWritable) {
    var inner = JSONLine()
    value.write(to: &inner)
    bytes += inner.closed()
  }

  consuming func closed() -> [UInt8] { bytes + [UInt8(ascii: "}")] }
  consuming func string() -> String { String(decoding: closed(), as: UTF8.self) }

  private mutating func list<Element>(_ elements: [Element], _ write: (inout JSONLine, Element) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func begin(_ name: String) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    quote(name)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func raw(_ text: some StringProtocol) { bytes += text.utf8 }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      case 0x0A: raw("\\n")
      case 0x0D: raw("\\r")
      case 0x09: raw("\\t")
      case 0x00..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        raw("\\u00")
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
