/// The digit 1 that an engine wrote as a bar: `khoản | Điều 17` is `khoản 1 Điều 17`.
///
/// Only where the words around ask for a number, and in a line that has no other bar: a table has several.
struct LoneBars {
  /// By piece: what is printed between it and the one before.
  private(set) var gaps: [Int: [Glyph]] = [:]

  private static let bar: Glyph = 0x7C

  /// - Complexity: O(*n*) in the pieces and what is between them.
  init(_ scanner: PieceScanner) {
    let glyphs = scanner.glyphs
    // Of the last bar: its line, and the piece behind it.
    var last: (line: Int, piece: Int)?
    var line = 0
    for at in scanner.pieces.indices {
      let start = at > 0 ? scanner.pieces[at - 1].glyphs.upperBound : 0
      let gap = glyphs[start..<scanner.pieces[at].glyphs.lowerBound]
      for (place, glyph) in zip(gap.indices, gap) {
        if glyph == 0x0A { line += 1 }
        guard glyph == Self.bar else { continue }
        if let last, last.line == line { gaps[last.piece] = nil }
        let isFirst = last?.line != line
        last = (line, at)
        if isFirst, at > 0, Self.isNumber(place, behind: at - 1, before: at, in: scanner) {
          gaps[at] = gap.map { $0 == Self.bar ? 0x31 : $0 }
        }
      }
    }
  }

  /// Whether a bar between blanks stands where a number does.
  private static func isNumber(_ bar: Int, behind at: Int, before next: Int, in scanner: PieceScanner) -> Bool {
    let glyphs = scanner.glyphs
    let (end, start) = (scanner.pieces[at].glyphs.upperBound, scanner.pieces[next].glyphs.lowerBound)
    guard bar == end + 1, glyphs[end] == 0x20, bar + 1 < glyphs.count,
      glyphs[bar + 1] <= 0x20 || closing.contains(glyphs[bar + 1])
    else { return false }
    let word = Array(glyphs[scanner.pieces[at].glyphs])
    if let asked = counted[word.map(Glyphs.plain)] {
      let isClosed = glyphs[bar + 1] > 0x20
      let following = glyphs[scanner.pieces[next].glyphs]
      // A line of a table may begin with the word as its head.
      if Glyphs.isUpper(word[0]) {
        return word.count == 4 && (isClosed || !Glyphs.isUpper(following[following.startIndex]))
      }
      // A number of its own has another behind it, or is one of days: `ngày | 08/02/2017`, `183 ngày | trở lên`.
      guard isClosed || scanner.pieces[next].kind == .word else { return false }
      switch asked {
      case .any: return true
      case .spelled(let printed): return word.map(Glyphs.lower) == printed
      case .date(let then):
        return isClosed || following.map(Glyphs.plain) == then
      }
    }
    return start == bar + 2 && glyphs[bar + 1] == 0x20 && scales.contains(scanner.bare(next))
  }

  private static let closing = Set(Glyphs.of(",.;)"))
  /// What a word that has a number behind it asks besides.
  private enum Asked {
    case any
    /// Its own marks: `hàng` and `quy` are other words than `hạng` and `quý`.
    case spelled([Glyph])
    /// What a date goes on with.
    case date([Glyph])
  }

  /// What has a number behind it, without marks, and what has one before it.
  private static let counted: [[Glyph]: Asked] = [
    Glyphs.of("khoan"): .any, Glyphs.of("dieu"): .any, Glyphs.of("lop"): .any, Glyphs.of("dot"): .any,
    Glyphs.of("tuoi"): .any, Glyphs.of("vong"): .any, Glyphs.of("hang"): .spelled(Glyphs.of("hạng")),
    Glyphs.of("quy"): .spelled(Glyphs.of("quý")),
    Glyphs.of("ngay"): .date(Glyphs.of("thang")), Glyphs.of("thang"): .date(Glyphs.of("nam")),
  ]
  private static let scales = Set(["trieu", "ty", "ti", "nghin"].map { Glyphs.of($0) })
}
