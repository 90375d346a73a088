/// A table for people: columns aligned by padding, numbers to the right.
struct TextTable {
  enum Alignment { case left, right }

  var header: [String]
  var alignments: [Alignment]
  var rows: [[String]] = []
  /// A last row under a rule.
  var footer: [String]?
  /// The most code points a cell may have before it is cut.
  var cellLimit = 48

  init(_ columns: [(String, Alignment)]) {
    header = columns.map(\.0)
    alignments = columns.map(\.1)
  }

  /// The table, each line with its line break and `indent` before it. Columns that all have no name have no header line.
  func formatted(_ style: Style, indent: String = "") -> String {
    let body = rows.map { $0.map(cut) }
    let last = footer.map { $0.map(cut) }
    let widths = header.indices.map { column in
      ([header] + body + (last.map { [$0] } ?? [])).map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      var out = indent
      for (column, cell) in cells.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        out += alignments[column] == .left ? cell + padding : padding + cell
        if column + 1 < cells.count { out += "  " }
      }
      while out.last == " " { out.removeLast() }
      return out
    }
    var out = ""
    let rule = indent + widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    if !header.allSatisfy(\.isEmpty) { out += style.bold(line(header)) + "\n" + style.dim(rule) }
    for row in body { out += line(row) + "\n" }
    if let last { out += style.dim(rule) + style.bold(line(last)) + "\n" }
    return out
  }

  private func cut(_ cell: String) -> String {
    let text = Style.printable(cell)
    guard text.unicodeScalars.count > cellLimit else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(cellLimit - 1))) + "…"
  }
}

/// A decimal string as Vietnamese documents print it: `1850000000` is `1.850.000.000`, `7.5` is `7,5`. What is no number
/// stays as it is.
func grouped(decimal text: String) -> String {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count <= 2, let whole = parts.first.flatMap({ Int($0) }) else { return text }
  return grouped(whole) + (parts.count == 2 ? "," + parts[1] : "")
}

/// Whole numbers as Vietnamese documents and their readers group them: `12.537`.
func grouped(_ number: Int) -> String {
  var out = ""
  for (place, digit) in String(abs(number)).reversed().enumerated() {
    if place > 0, place.isMultiple(of: 3) { out.append(".") }
    out.append(digit)
  }
  return (number < 0 ? "-" : "") + String(out.reversed())
}
