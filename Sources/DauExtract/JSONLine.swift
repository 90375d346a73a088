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
    return line.text
  }
}

/// Writes JSON objects on one line, their fields in the order they are given.
///
/// Records are compared and stored as bytes, so the order must not depend on a hash, and a number that is a fact of
/// the document is a string: no reader may round it. A megabyte of dense text has nine megabytes of records, so text is
/// copied in runs and numbers are written digit by digit.
struct JSONLine: ~Copyable {
  private var bytes = ByteBuffer(capacity: 1024)
  private var isFirst = true

  /// What was written.
  var text: String { bytes.withSpan { String(copying: unsafe UTF8Span(unchecked: $0)) } }

  /// Hands the line over, with its line break, and begins the next.
  mutating func end(_ write: (Span<UInt8>) throws -> Void) rethrows {
    bytes.append(0x0A)
    try bytes.withSpan(write)
    bytes.removeAll()
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
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    bytes.append(UInt8(ascii: "\""))
    raw(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func raw(_ text: StaticString) {
    // A literal's bytes live as long as the program.
    unsafe bytes.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func number(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    // The digits come last first.
    var digits: [20 of UInt8] = .init(repeating: 0)
    var rest = value.magnitude
    var first = digits.count
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    for index in first..<digits.count { bytes.append(digits[index]) }
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
        unsafe bytes.append(UnsafeBufferPointer(rebasing: text[copied..<at]))
        escape(byte)
        copied = at + 1
      }
      unsafe bytes.append(UnsafeBufferPointer(rebasing: text[copied...]))
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

/// Bytes that grow at the end, in memory of their own: a line is put together from some seventy pieces, and an array asks
/// with each whether somebody shares it.
@safe private struct ByteBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  init(capacity: Int) {
    // Given back by `deinit`, or by `reserve(_:)` for more.
    unsafe base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { unsafe base.deallocate() }

  private mutating func reserve(_ added: Int) {
    guard count + added > capacity else { return }
    capacity = max(2 * capacity, count + added)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    // `count` bytes are written and fit into the larger memory.
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
  }

  mutating func append(_ byte: UInt8) {
    reserve(1)
    // There is room for it.
    unsafe base[count] = byte
    count += 1
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    // There is room for them; a buffer without a start has no bytes.
    if let start = bytes.baseAddress { unsafe (base + count).update(from: start, count: bytes.count) }
    count += bytes.count
  }

  mutating func removeAll() { count = 0 }

  borrowing func withSpan<Result, Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure)
    -> Result
  {
    // `count` bytes are written, and nothing writes during the call.
    try body(unsafe UnsafeBufferPointer(start: base, count: count).span)
  }
}
