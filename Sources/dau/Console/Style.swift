import Foundation

/// Colour for people; plain text for everything else.
struct Style {
  /// Whether escape sequences are written.
  var isOn: Bool

  /// On for a terminal, unless `NO_COLOR` is set (https://no-color.org), the terminal is dumb or it was refused.
  init(noColor: Bool) {
    let environment = ProcessInfo.processInfo.environment
    let refused = noColor || environment["NO_COLOR"].map { !$0.isEmpty } ?? false || environment["TERM"] == "dumb"
    isOn = !refused && Console.standardOutputIsTerminal
  }

  func bold(_ text: String) -> String { wrapped(text, "1") }
  func dim(_ text: String) -> String { wrapped(text, "2") }
  func good(_ text: String) -> String { wrapped(text, "32") }
  func bad(_ text: String) -> String { wrapped(text, "31") }
  func mark(_ text: String) -> String { wrapped(text, "1;33") }
  func accent(_ text: String) -> String { wrapped(text, "36") }

  private func wrapped(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// Text of strangers made safe for a terminal: control characters would move the cursor or rename the window.
  static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
  }

  /// Text of strangers on one line of at most `limit` characters.
  static func shortened(_ text: String, to limit: Int) -> String {
    let line = printable(text).split { $0.isWhitespace }.joined(separator: " ")
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || ("\u{202A}"..."\u{202E}").contains(scalar)
      || ("\u{2066}"..."\u{2069}").contains(scalar)
  }
}
