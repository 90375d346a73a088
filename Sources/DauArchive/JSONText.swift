/// The text of a JSON object, for values that have to go out as they came in: a number of twenty digits is a key to
/// whoever wrote it and fits no number of ours.
public struct JSONText {
  private let bytes: [UInt8]
  private var at = 0

  /// - Parameter bytes: one JSON text that a decoder has accepted; of any other, members may be found or not.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value of a member of the outermost object as it is written; `nil` when there is none.
  ///
  /// Of two members of one name the first counts.
  ///
  /// - Complexity: O(*n*).
  public func member(_ name: String) -> String? {
    var scan = self
    return scan.value(of: name).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private mutating func value(of name: String) -> Range<Int>? {
    // A byte order mark may come first.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    guard skip(to: UInt8(ascii: "{")) else { return nil }
    while skip(to: UInt8(ascii: "\"")) {
      at -= 1
      let key = string()
      guard skip(to: UInt8(ascii: ":")) else { return nil }
      let found = value()
      let written = String(decoding: bytes[key], as: UTF8.self)
      if written == "\"\(name)\"" || (bytes[key].contains(UInt8(ascii: "\\")) && Self.decoded(written) == name) {
        return found
      }
      guard skip(to: UInt8(ascii: ",")) else { return nil }
    }
    return nil
  }

  private static func decoded(_ text: String) -> String? { (try? JSONValue(json: text))?.string }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }

  /// Goes behind `byte` when it comes next.
  private mutating func skip(to byte: UInt8) -> Bool {
    skipBlanks()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  /// The string that begins here, with its quotation marks.
  private mutating func string() -> Range<Int> {
    let start = at
    at += 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    at = min(at + 1, bytes.count)
    return start..<at
  }

  private mutating func value() -> Range<Int> {
    skipBlanks()
    let start = at
    var depth = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        _ = string()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","):
        if depth == 0 { return trimmed(start) }
        if bytes[at] != UInt8(ascii: ",") { depth -= 1 }
      default: break
      }
      at += 1
    }
    return trimmed(start)
  }

  /// From `start` to here without the blanks at the end.
  private func trimmed(_ start: Int) -> Range<Int> {
    var end = at
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
