/// Writes XML 1.0, indented, UTF-8.
///
/// The text of a scan may hold anything: markup is escaped, and a character that XML cannot hold (a control character)
/// becomes U+FFFD, because a file that no parser opens would lose every document in it.
struct XMLText {
  private(set) var text = ""
  private var open: [String] = []

  /// How a file begins: its declaration and the start of its root.
  static func opening(_ root: String, _ attributes: [(String, String)]) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(root)\(written(attributes))>\n"
  }

  /// How a file ends.
  static func closing(_ root: String) -> String { "</\(root)>\n" }

  /// Begins inside as many elements as `depth`.
  init(depth: Int = 0) { open = Array(repeating: "", count: depth) }

  mutating func begin(_ name: String, _ attributes: [(String, String)] = []) {
    line("<\(name)\(Self.written(attributes))>")
    open.append(name)
  }

  mutating func end() {
    let name = open.removeLast()
    line("</\(name)>")
  }

  /// An element that holds text only; an empty one is written as such.
  mutating func element(_ name: String, _ value: String, _ attributes: [(String, String)] = []) {
    let start = "<\(name)\(Self.written(attributes))"
    line(value.isEmpty ? start + "/>" : "\(start)>\(Self.escaped(value))</\(name)>")
  }

  private mutating func line(_ content: String) {
    text += String(repeating: "  ", count: open.count) + content + "\n"
  }

  private static func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0)=\"\(escaped($1, inAttribute: true))\"" }.joined()
  }

  /// Code point by code point: `<` followed by a combining mark is one Character.
  static func escaped(_ text: String, inAttribute: Bool = false) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: out.append(contentsOf: "&amp;".unicodeScalars)
      case 0x3C: out.append(contentsOf: "&lt;".unicodeScalars)
      case 0x3E: out.append(contentsOf: "&gt;".unicodeScalars)
      case 0x22: out.append(contentsOf: "&quot;".unicodeScalars)
      // A parser turns a return into a line feed, and in an attribute every blank into a space.
      case 0x0D: out.append(contentsOf: "&#13;".unicodeScalars)
      case 0x09, 0x0A:
        if inAttribute { out.append(contentsOf: "&#\(scalar.value);".unicodeScalars) } else { out.append(scalar) }
      case 0x00..<0x20, 0xFFFE, 0xFFFF: out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
