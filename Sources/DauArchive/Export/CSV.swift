/// Writes tables as RFC 4180 CSV: UTF-8, CRLF, quoted where needed.
///
/// A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a return) gets an
/// apostrophe before it, because the text of a scan comes from strangers. Plain numbers (`-7.3`) are left alone.
public struct CSV: Sendable {
  /// Whether formulas are disarmed.
  public var guardsFormulas: Bool

  /// Whether a file begins with U+FEFF: without it, spreadsheets take UTF-8 for the code page of the computer and garble
  /// every Vietnamese letter; many programs take it for a part of the first column's name.
  public var marksEncoding: Bool

  public init(guardsFormulas: Bool = true, marksEncoding: Bool = false) {
    self.guardsFormulas = guardsFormulas
    self.marksEncoding = marksEncoding
  }

  /// The first row of a file, which names the columns.
  public func header(_ cells: [String]) -> String { (marksEncoding ? "\u{FEFF}" : "") + row(cells) }

  /// One row with its line break.
  public func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  private func cell(_ text: String) -> String {
    let safe = guardsFormulas && Self.looksLikeFormula(text) ? "'" + text : text
    let needsQuotes = safe.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return safe }
    // Code point by code point: a quote followed by a combining mark is one Character.
    var out = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in safe.unicodeScalars {
      out.append(scalar)
      if scalar == "\"" { out.append(scalar) }
    }
    out.append("\"")
    return String(out)
  }

  private static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      let rest = text.utf8.dropFirst()
      return rest.isEmpty || !rest.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    default: return false
    }
  }
}
