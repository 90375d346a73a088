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

  // The names are written in line, so that their lengths are known to the compiler; the values are written by calls.

  @inline(__always)
  mutating func field(_ name: StaticString, _ value: String?) {
    begin(name)
    if let value { quote(value) } else { raw("null") }
  }

  /// - Parameter text: valid UTF-8.
  @inline(__always)
  mutating func field(_ name: StaticString, utf8 text: Span<UInt8>) {
    begin(name)
    quote(utf8: text)
  }

  /// The same value under two names.
  @inline(__always)
  mutating func fields(_ name: StaticString, _ other: StaticString, _ value: (inout JSONLine) -> Void) {
    begin(name)
    let start = bytes.count
    value(&self)
    let end = bytes.count
    begin(other)
    bytes.repeat(start..<end)
  }

  @inline(__always)
  mutating func field(_ name: StaticString, _ value: DecimalNumber?) {
    begin(name)
    if let value { quote(value) } else { raw("null") }
  }

  @inline(__always)
  mutating func field<Code: RawRepresentable<String>>(_ name: StaticString, _ value: Code?) {
    field(name, value?.rawValue)
  }

  @inline(__always)
  mutating func field(_ name: StaticString, _ value: Bool) {
    begin(name)
    if value { raw("true") } else { raw("false") }
  }

  @inline(__always)
  mutating func field(_ name: StaticString, _ value: Int?) {
    begin(name)
    if let value { number(value) } else { raw("null") }
  }

  mutating func field(_ name: StaticString, _ value: [String]?) {
    begin(name)
    guard let value else { return raw("null") }
    list(value) { line, text in line.quote(text) }
  }

  @inline(__always)
  mutating func field(_ name: StaticString, _ value: Range<Int>?) {
    begin(name)
    if let value { range(value) } else { raw("null") }
  }

  /// A number between 0 and 1, in three decimal places.
  @inline(__always)
  mutating func field(_ name: StaticString, share: Double) {
    begin(name)
    self.share(share)
  }

  // MARK: Values

  mutating func range(_ value: Range<Int>) {
    bytes.append(UInt8(ascii: "["))
    number(value.lowerBound)
    bytes.append(UInt8(ascii: ","))
    number(value.upperBound)
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func quote(_ value: DecimalNumber) {
    guard let whole = value.int else { return quote(value.description) }
    bytes.append(UInt8(ascii: "\""))
    number(whole)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func share(_ share: Double) {
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

  mutating func object(_ value: some JSONWritable) { object { line in value.write(to: &line) } }

  /// - Parameter fields: writes them, in the order of the records contract.
  mutating func object(_ fields: (inout JSONLine) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
    fields(&self)
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

  @inline(__always)
  private mutating func begin(_ name: StaticString) {
    // A literal's bytes live as long as the program.
    unsafe bytes.append(name: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), isFirst)
    isFirst = false
  }

  @inline(__always)
  private mutating func raw(_ text: StaticString) {
    // A literal's bytes live as long as the program.
    unsafe bytes.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func number(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(decimal: value.magnitude)
  }

  private mutating func quote(_ text: String) { quote(utf8: text.utf8Span.span) }

  mutating func quote(utf8 text: Span<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var at = bytes.appendPlain(text, from: 0)
    while at < text.count {
      escape(text[at])
      at = bytes.appendPlain(text, from: at + 1)
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
@safe struct ByteBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    // Given back by `deinit`, or by `reserve(_:)` for more.
    unsafe base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { unsafe base.deallocate() }

  @inline(__always)
  private mutating func reserve(_ added: Int) { if count + added > capacity { grow(by: added) } }

  @inline(never)
  private mutating func grow(by added: Int) {
    capacity = max(2 * capacity, count + added)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    // `count` bytes are written and fit into the larger memory.
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    // There is room for it.
    unsafe base[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    // There is room for them; a buffer without a start has no bytes.
    if let start = bytes.baseAddress { unsafe (base + count).update(from: start, count: bytes.count) }
    count += bytes.count
  }

  /// Appends bytes that it has already.
  mutating func `repeat`(_ range: Range<Int>) {
    reserve(range.count)
    // The range is written, and there is room behind `count`.
    unsafe (base + count).update(from: base + range.lowerBound, count: range.count)
    count += range.count
  }

  /// Appends the bytes from `start` on up to the first that JSON escapes: eight a step.
  ///
  /// - Returns: the place of that byte, or the end.
  mutating func appendPlain(_ text: Span<UInt8>, from start: Int) -> Int {
    reserve(text.count - start)
    // There is room for the whole text, and eight bytes are taken only where the text has them.
    return unsafe text.withUnsafeBytes { raw in
      let out = unsafe UnsafeMutableRawPointer(base + count) - start
      var at = start
      while at + 8 <= raw.count {
        let eight = unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        if Self.mayEscape(eight) { break }
        unsafe out.storeBytes(of: eight, toByteOffset: at, as: UInt64.self)
        at += 8
      }
      // The last eight once more, some of which are written already.
      if at < raw.count, raw.count - 8 >= start {
        let eight = unsafe raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
        if at + 8 > raw.count, !Self.mayEscape(eight) {
          unsafe out.storeBytes(of: eight, toByteOffset: raw.count - 8, as: UInt64.self)
          at = raw.count
        }
      }
      while at < raw.count {
        let byte = unsafe raw[at]
        if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
        unsafe out.storeBytes(of: byte, toByteOffset: at, as: UInt8.self)
        at += 1
      }
      count += at - start
      return at
    }
  }

  /// Whether one of eight bytes may need to be escaped.
  ///
  /// One of them is below 0x20, 0x22 or 0x5C when taking that away borrows into its high bit and the bit was not set
  /// before. A borrow may reach on into a byte that is none of these, so the bytes are looked at then.
  @inline(__always)
  private static func mayEscape(_ eight: UInt64) -> Bool {
    let quotes = eight ^ 0x2222_2222_2222_2222
    let strokes = eight ^ 0x5C5C_5C5C_5C5C_5C5C
    let controls = (eight &- 0x2020_2020_2020_2020) & ~eight
    let found =
      controls | (quotes &- 0x0101_0101_0101_0101) & ~quotes | (strokes &- 0x0101_0101_0101_0101) & ~strokes
    return found & 0x8080_8080_8080_8080 != 0
  }

  /// Appends `,"name":`, for the first name without the comma.
  @inline(__always)
  mutating func append(name: UnsafeBufferPointer<UInt8>, _ isFirst: Bool) {
    reserve(name.count + 4)
    var at = count
    // There is room for the name and four signs; a name is not empty.
    if !isFirst {
      unsafe base[at] = UInt8(ascii: ",")
      at += 1
    }
    unsafe base[at] = UInt8(ascii: "\"")
    unsafe (base + at + 1).update(from: name.baseAddress!, count: name.count)
    at += name.count + 1
    unsafe base[at] = UInt8(ascii: "\"")
    unsafe base[at + 1] = UInt8(ascii: ":")
    count = at + 2
  }

  mutating func append(decimal number: UInt) {
    let digits = Self.digitCount(number)
    reserve(digits)
    var rest = number
    var at = count + digits
    repeat {
      at -= 1
      // The digits come last first, and there is room for them.
      unsafe base[at] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    count += digits
  }

  private static func digitCount(_ number: UInt) -> Int {
    var digits = 1
    var rest = number
    while rest >= 10_000 {
      rest /= 10_000
      digits += 4
    }
    return digits + (rest >= 10 ? 1 : 0) + (rest >= 100 ? 1 : 0) + (rest >= 1000 ? 1 : 0)
  }

  mutating func removeAll() { count = 0 }

  borrowing func withSpan<Result, Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure)
    -> Result
  {
    // `count` bytes are written, and nothing writes during the call.
    try body(unsafe UnsafeBufferPointer(start: base, count: count).span)
  }
}
