/// What is written as a JSON object.
protocol JSONWritable {
  /// Writes the fields, in the order of the records contract.
  func write(to line: inout JSONLine)
}

extension JSONWritable {
  /// The object on one line, without the line break.
  var jsonObject: String {
    var line = JSONLine()
    line.object(self)
    return String(decoding: line.bytes, as: UTF8.self)
  }
}

/// Writes JSON objects on one line, their fields in the order they are given.
///
/// Records are compared and stored as bytes, so the order must not depend on a hash, and a number that is a fact of
/// the document is a string: no reader may round it. A megabyte of dense text has nine megabytes of records, so text is
/// copied in runs and numbers are written digit by digit.
struct JSONLine {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  init() { bytes.reserveCapacity(640) }

  /// Hands the line over, with its line break, and begins the next.
  mutating func end(_ write: (Span<UInt8>) throws -> Void) rethrows {
    bytes.append(0x0A)
    try write(bytes.span)
    bytes.removeAll(keepingCapacity: true)
    isFirst = true
  }

  mutating func field(_ name: StaticString, _ value: String?) {
    begin(name)
    if let value { quote(value) } else { raw("null") }
  }

  mutating func field(_ name: StaticString, _ value: DecimalNumber?) { field(name, value.map(\.description)) }

  mutating func field<Code: RawRepresentable<String>>(_ name: StaticString, _ value: Code?) {
    field(name, value?.rawValue)
  }

  mutating func field(_ name: StaticString, _ value: Bool) {
    begin(name)
    raw(value ? "true" : "false")
  }

  mutating func field(_ name: StaticString, _ value: Int?) {
    begin(name)
    if let value { number(value) } else { raw("null") }
  }

  mutating func field(_ name: StaticString, _ value: [String]?) {
    begin(name)
    guard let value else { return raw("null") }
    list(value) { line, text in line.quote(text) }
  }

  mutating func field(_ name: StaticString, _ value: Range<Int>?) {
    begin(name)
    guard let value else { return raw("null") }
    bytes.append(UInt8(ascii: "["))
    number(value.lowerBound)
    bytes.append(UInt8(ascii: ","))
    number(value.upperBound)
    bytes.append(UInt8(ascii: "]"))
  }

  /// A number between 0 and 1, in three decimal places.
  mutating func field(_ name: StaticString, share: Double) {
    begin(name)
    var thousandths = Int((min(max(share, 0), 1) * 1000).rounded())
    if thousandths == 1000 || thousandths == 0 { return number(thousandths / 1000) }
    raw("0.")
    var unit = 100
    while thousandths > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(thousandths / unit))
      thousandths %= unit
      unit /= 10
    }
  }

  mutating func field(_ name: StaticString, _ value: (some JSONWritable)?) {
    begin(name)
    guard let value else { return raw("null") }
    object(value)
  }

  mutating func field(_ name: StaticString, _ values: [some JSONWritable]) {
    begin(name)
    list(values) { line, value in line.object(value) }
  }

  mutating func object(_ value: some JSONWritable) {
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
    value.write(to: &self)
    isFirst = false
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func list<Element>(_ elements: [Element], _ write: (inout JSONLine, Element) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func begin(_ name: StaticString) {
    raw(isFirst ? "\"" : ",\"")
    isFirst = false
    raw(name)
    raw("\":")
  }

  private mutating func raw(_ text: StaticString) {
    // A literal's bytes live as long as the program.
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func number(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      var copied = 0
      for at in text.indices {
        let byte = unsafe text[at]
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
        // The indices are those of the buffer.
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<at]))
        escape(byte)
        copied = at + 1
      }
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    case 0x0A: raw("\\n")
    case 0x0D: raw("\\r")
    case 0x09: raw("\\t")
    default:
      raw(byte < 0x10 ? "\\u000" : "\\u001")
      let digit = byte & 15
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
