/// Marks of footnotes that an engine wrote as other signs.
///
/// A raised 1 is read as `'` or `!`, a raised 2 as `?`, and behind a year as a fifth digit. Each of these also means itself, so
/// a mark is put back only where the note at the foot of the page bears the same sign, and where nothing else between them may
/// be meant: `các doanh nghiệp'.` above, and below it, behind an empty line, `' Ngành Tài chính ...`.
///
/// Left to others: notes whose two signs differ, and marks of which two may be meant.
struct FootnoteMarks {
  /// What is written anew around a piece.
  struct Edit: Equatable {
    /// Code points before the piece that are replaced by `head`.
    var before = 0
    var head: [Glyph] = []
    /// Code points at the end of the piece and behind it that are replaced by `tail`.
    var within = 0
    var behind = 0
    var tail: [Glyph] = []
  }

  /// By piece.
  private(set) var edits: [Int: Edit] = [:]

  /// Lines of a page, at most, between a mark and its note.
  private static let pageLength = 70
  /// Code points of a quotation, at most: so that a long line of such signs takes no longer than any other.
  private static let quotationLength = 200
  /// Lines of a note, at most, behind which the next one may begin without an empty line.
  private static let noteLength = 6

  /// - Complexity: O(*n*) in code points, for pages of bounded length.
  init(_ scanner: PieceScanner) {
    let lines = scanner.lines()
    var lastNote = -Self.noteLength - 1
    for head in lines.indices.dropFirst() where lines[head] > lines[head - 1] {
      let isBehindBlank = lines[head] - lines[head - 1] > 1
      guard isBehindBlank || lines[head] - lastNote <= Self.noteLength, let note = Self.note(at: head, in: scanner),
        Self.isSentence(head, lines: lines)
      else { continue }
      var found: [(piece: Int, edit: Edit)] = []
      var at = head - 1
      while at >= 0, lines[head] - lines[at] <= Self.pageLength {
        if let edit = Self.mark(note, behind: at, in: scanner) { found.append((at, edit)) }
        at -= 1
      }
      guard found.count == 1, edits[found[0].piece] == nil else { continue }
      edits[found[0].piece] = found[0].edit
      edits[head] = Edit(before: note.length, head: [note.raised, 0x20])
      lastNote = lines[head]
    }
  }

  /// Whether a line has words enough for a note: what stands in a cell, or is noise, has not.
  private static func isSentence(_ head: Int, lines: [Int]) -> Bool {
    head + 3 < lines.count && lines[head + 3] == lines[head]
  }

  private struct Note {
    var sign: Glyph
    var raised: Glyph
    /// Code points from the sign to the first word.
    var length: Int
  }

  /// The sign at the head of a note: alone at the beginning of its line, with a capital behind it.
  private static func note(at piece: Int, in scanner: PieceScanner) -> Note? {
    let glyphs = scanner.glyphs
    let start = scanner.pieces[piece].glyphs.lowerBound
    guard Glyphs.isLetter(glyphs[start]), Glyphs.isUpper(glyphs[start]) else { return nil }
    var at = start - 1
    while at >= 0, glyphs[at] == 0x20 { at -= 1 }
    guard at >= 0, let raised = raised(glyphs[at]), at == 0 || glyphs[at - 1] == 0x0A || glyphs[at - 1] == 0x0C
    else { return nil }
    return Note(sign: glyphs[at], raised: raised, length: start - at)
  }

  private static func raised(_ sign: Glyph) -> Glyph? {
    switch sign {
    case 0x27, 0x2018, 0x2019, 0x21: 0xB9
    case 0x3F: 0xB2
    default: nil
    }
  }

  /// What is written for the mark of a note if it stands behind a piece.
  private static func mark(_ note: Note, behind at: Int, in scanner: PieceScanner) -> Edit? {
    let glyphs = scanner.glyphs
    let piece = scanner.pieces[at].glyphs
    if piece.upperBound < glyphs.count, glyphs[piece.upperBound] == note.sign {
      // Single letters and short numbers with a sign behind them are noise or feet and minutes.
      guard piece.count > 1, scanner.pieces[at].kind == .word || piece.count == 4,
        goesOn(behind: piece.upperBound + 1, in: glyphs), !closesQuotation(piece.upperBound, in: glyphs)
      else { return nil }
      return Edit(behind: 1, tail: [note.raised])
    }
    guard piece.count == 5, glyphs[piece].allSatisfy(Glyphs.isDigit),
      glyphs[piece].starts(with: [0x31, 0x39]) || glyphs[piece].starts(with: [0x32, 0x30]), at > 0,
      scanner.bare(at - 1) == Self.year
    else { return nil }
    let digit: Glyph = note.raised == 0xB9 ? 0x31 : 0x32
    return glyphs[piece.upperBound - 1] == digit ? Edit(within: 1, tail: [note.raised]) : nil
  }

  static let year = Glyphs.of("nam")

  /// Whether a sign ends what the same sign, or the one it is paired with, began in the same line.
  static func closesQuotation(_ at: Int, in glyphs: [Glyph]) -> Bool {
    guard glyphs[at] != 0x21, glyphs[at] != 0x3F else { return false }
    var start = at - 1
    while start >= 0, at - start <= quotationLength, glyphs[start] != 0x0A {
      if [0x27, 0x2018, 0x2019].contains(glyphs[start]), start == 0 || glyphs[start - 1] <= 0x20 { return true }
      start -= 1
    }
    return false
  }

  /// Whether the sentence goes on or ends behind a sign, so that the sign itself ends nothing.
  static func goesOn(behind at: Int, in glyphs: [Glyph]) -> Bool {
    guard at < glyphs.count else { return false }
    if [0x2E, 0x2C, 0x3B, 0x3A].contains(glyphs[at]) { return true }
    guard glyphs[at] == 0x20 || glyphs[at] == 0x0A, at + 1 < glyphs.count else { return false }
    return Glyphs.isLetter(glyphs[at + 1]) && !Glyphs.isUpper(glyphs[at + 1])
  }
}
