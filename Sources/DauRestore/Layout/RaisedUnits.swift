/// Units of area whose raised 2 an engine wrote as a question mark: `5.366 m? đất` is `5.366 m² đất`.
struct RaisedUnits {
  /// By piece.
  private(set) var edits: [Int: FootnoteMarks.Edit] = [:]

  /// - Complexity: O(*n*) in the pieces.
  init(_ scanner: PieceScanner) {
    for (at, piece) in scanner.pieces.enumerated() {
      let end = piece.glyphs.upperBound
      guard end < scanner.glyphs.count, scanner.glyphs[end] == 0x3F, piece.kind == .word else { continue }
      let digits = scanner.glyphs[piece.glyphs].prefix(while: Self.isNumeric)
      guard Self.units.contains(Array(scanner.glyphs[piece.glyphs].dropFirst(digits.count))),
        !digits.isEmpty || Self.isMeasured(at, in: scanner)
      else { continue }
      edits[at] = FootnoteMarks.Edit(behind: 1, tail: [0xB2])
    }
  }

  /// Whether a number, or a scale behind one, stands before a unit.
  private static func isMeasured(_ at: Int, in scanner: PieceScanner) -> Bool {
    guard at > 0, scanner.pieces[at].isAfterBlank else { return false }
    if scanner.pieces[at - 1].kind == .number { return true }
    return at > 1 && scanner.pieces[at - 1].isAfterBlank && scanner.pieces[at - 2].kind == .number
      && scales.contains(scanner.bare(at - 1))
  }

  private static func isNumeric(_ glyph: Glyph) -> Bool { Glyphs.isDigit(glyph) || glyph == 0x2C || glyph == 0x2E }

  private static let units = Set(["m", "km", "cm", "dm"].map { Glyphs.of($0) })
  private static let scales = Set(["nghin", "ngan", "trieu", "van"].map { Glyphs.of($0) })
}
