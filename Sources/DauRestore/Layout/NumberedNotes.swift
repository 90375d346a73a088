import Algorithms

/// Marks of footnotes whose notes are numbered at the foot of the page: `tích cực®, hoàn thành` above `6 Các cơ quan ...`.
///
/// An engine reads the number at the head of a note, but the raised one in the text as any sign: a raised 6 as `®` or `°`, a
/// raised 2 as `?`, or as the digit itself, without a blank behind its word. One sign says little; that one note of a page
/// bears the next number, and that one word before it bears a sign which may be that number, says enough. Where a page has as
/// many signs as notes, all of them are taken in order.
///
/// Left alone: rows of tables, and notes of which two marks may be meant.
struct NumberedNotes {
  /// A line that begins with the number of a note.
  private struct Note {
    var number: Int
    /// The piece that is its number; the first word where the number was read as another sign.
    var head: Int
    /// Code points from that sign to the word; nil where the number itself stands there.
    var sign: Int?
    var line: Int
  }

  /// What may be the mark of a note.
  private struct Mark {
    var piece: Int
    var edit: FootnoteMarks.Edit
    /// The numbers that it may be.
    var numbers: Set<Int>
    /// Whether the number itself stands there.
    var isDigits = false
  }

  private(set) var edits: [Int: FootnoteMarks.Edit] = [:]

  /// Lines between two notes of a page at most, and between a note and its mark.
  private static let noteLength = 8
  private static let pageLength = 70
  /// The least pieces of a note: a row of a table is shorter, or ends with its numbers.
  private static let leastPieces = 6
  /// Notes of a page, at most: a list is longer.
  private static let most = 12
  /// Signs of a page that may be marks, at most: where more are, they say nothing.
  private static let mostMarks = 100
  /// Notes on pages between whose numbers were not read.
  private static let lost = 2

  /// - Complexity: O(*n*) in the pieces.
  init(_ scanner: PieceScanner) {
    let lines = scanner.lines()
    var page: [Note] = []
    var next: Int?
    var start = 0
    for head in lines.indices.dropFirst() where lines[head] > lines[head - 1] {
      let isNear = page.last.map { lines[head] - $0.line <= Self.noteLength } ?? false
      guard let note = Self.note(at: head, line: lines[head], next: next, isNear: isNear, lines: lines, in: scanner)
      else { continue }
      if !isNear {
        mark(page, from: start, lines: lines, in: scanner)
        start = page.last.map { $0.head + 1 } ?? 0
        page = []
      }
      page.append(note)
      next = note.number + 1
    }
    mark(page, from: start, lines: lines, in: scanner)
  }

  // MARK: Notes

  /// The note that begins with a piece.
  ///
  /// - Parameters:
  ///   - next: the number behind that of the note before; nil where there is none.
  ///   - isNear: whether that note stands on the same page.
  private static func note(
    at head: Int, line: Int, next: Int?, isNear: Bool, lines: [Int], in scanner: PieceScanner
  ) -> Note? {
    let place = scanner.pieces[head].glyphs
    guard isSentence(head, lines: lines, in: scanner) else { return nil }
    if scanner.pieces[head].kind == .number {
      guard place.count <= 2, scanner.glyphs[place].allSatisfy(Glyphs.isDigit),
        scanner.glyphs[place.lowerBound] != 0x30, place.lowerBound == 0 || scanner.glyphs[place.lowerBound - 1] == 0x0A,
        scanner.pieces[head + 1].isAfterBlank,
        beginsWithCapital(head + 1, in: scanner)
      else { return nil }
      let number = scanner.glyphs[place].reduce(0) { 10 * $0 + Int($1 - 0x30) }
      // The notes of a document are counted on, or those of each page anew.
      let isNext = next.map { isNear ? number == $0 : number == 1 || ($0...($0 + lost)).contains(number) } ?? true
      return isNext ? Note(number: number, head: head, line: line) : nil
    }
    // Between two that are numbers.
    guard let next, isNear, beginsWithCapital(head, in: scanner) else { return nil }
    var at = place.lowerBound - 1
    while at > 0, scanner.glyphs[at] == 0x20 { at -= 1 }
    guard at >= 0, at < place.lowerBound - 1, numbers(meantBy: scanner.glyphs[at]).contains(next),
      at == 0 || scanner.glyphs[at - 1] == 0x0A
    else { return nil }
    return Note(number: next, head: head, sign: place.lowerBound - at, line: line)
  }

  private static func beginsWithCapital(_ at: Int, in scanner: PieceScanner) -> Bool {
    let first = scanner.glyphs[scanner.pieces[at].glyphs.lowerBound]
    return Glyphs.isLetter(first) && Glyphs.isUpper(first)
  }

  /// Whether a line has words enough for a note, and does not end like a row of a table.
  private static func isSentence(_ head: Int, lines: [Int], in scanner: PieceScanner) -> Bool {
    guard head + leastPieces <= lines.count, lines[head + leastPieces - 1] == lines[head] else { return false }
    var end = head + leastPieces
    while end < lines.count, lines[end] == lines[head] { end += 1 }
    return !isCell(end - 1, in: scanner) || !isCell(end - 2, in: scanner)
  }

  private static func isCell(_ at: Int, in scanner: PieceScanner) -> Bool {
    let piece = scanner.pieces[at]
    return scanner.glyphs[piece.glyphs].allSatisfy(Glyphs.isDigit)
      && scanner.glyphs[piece.glyphs.lowerBound - 1] == 0x20
  }

  // MARK: Marks

  /// Puts the marks of the notes of a page back, and raises the numbers of the notes where one has its mark.
  private mutating func mark(_ notes: [Note], from start: Int, lines: [Int], in scanner: PieceScanner) {
    guard let first = notes.first, notes.count <= Self.most else { return }
    let numbers = notes.map(\.number)
    var marks: [Mark] = []
    var at = first.head - 1
    while at >= start, first.line - lines[at] <= Self.pageLength, marks.count <= Self.mostMarks {
      if let mark = Self.mark(at, numbers: numbers, in: scanner) { marks.append(mark) }
      at -= 1
    }
    guard marks.count <= Self.mostMarks else { return }
    marks.reverse()
    let assigned = Self.assigned(numbers, to: marks)
    guard !assigned.isEmpty else { return }
    for (number, place) in assigned {
      var edit = marks[place].edit
      edit.tail = Self.raised(number)
      edits[marks[place].piece] = edit
    }
    for note in notes {
      let raised = Self.raised(note.number)
      edits[note.head] =
        note.sign.map { FootnoteMarks.Edit(before: $0, head: raised + [0x20]) }
        ?? FootnoteMarks.Edit(within: scanner.pieces[note.head].glyphs.count, tail: raised)
    }
  }

  /// The mark of each number, where it cannot be another's: numbers ascend, and so do their marks.
  private static func assigned(_ numbers: [Int], to marks: [Mark]) -> [Int: Int] {
    if marks.count == numbers.count, zip(marks, numbers).allSatisfy({ $0.numbers.contains($1) }) {
      return Dictionary(zip(numbers, marks.indices), uniquingKeysWith: { first, _ in first })
    }
    var assigned: [Int: Int] = [:]
    func meant(_ number: Int) -> [Int] {
      let low = assigned.filter { $0.key < number }.map(\.value).max() ?? -1
      let high = assigned.filter { $0.key > number }.map(\.value).min() ?? marks.count
      return low + 1 < high ? ((low + 1)..<high).filter { marks[$0].numbers.contains(number) } : []
    }
    // Digits say it themselves.
    for (at, mark) in marks.enumerated() where mark.isDigits {
      for number in mark.numbers where meant(number).count(where: { marks[$0].isDigits }) == 1 { assigned[number] = at }
    }
    // Each round but the last takes one.
    for _ in numbers {
      let left = numbers.filter { assigned[$0] == nil }
      let places = left.map(meant)
      guard
        let sure = left.indices.first(where: { at in
          places[at].count == 1 && places.count { $0.contains(places[at][0]) } == 1
        })
      else { break }
      assigned[left[sure]] = places[sure][0]
    }
    return assigned
  }

  /// What at the end of a piece, or behind it, may be the mark of one of some notes.
  private static func mark(_ at: Int, numbers: [Int], in scanner: PieceScanner) -> Mark? {
    let glyphs = scanner.glyphs
    let place = scanner.pieces[at].glyphs
    let isYear = scanner.pieces[at].kind == .number && place.count == 4
    guard place.count > 1, scanner.pieces[at].kind == .word || (4...6).contains(place.count) else { return nil }
    if isYear || scanner.pieces[at].kind == .word, place.upperBound < glyphs.count,
      FootnoteMarks.goesOn(behind: place.upperBound + 1, in: glyphs),
      !FootnoteMarks.closesQuotation(place.upperBound, in: glyphs)
    {
      let meant = Self.numbers(meantBy: glyphs[place.upperBound])
      // An apostrophe inside a sentence is noise.
      let isNoise = apostrophes.contains(glyphs[place.upperBound]) && isBlank(place.upperBound + 1, in: glyphs)
      if !isNoise, !meant.isDisjoint(with: numbers) {
        return Mark(piece: at, edit: FootnoteMarks.Edit(behind: 1), numbers: meant.intersection(numbers))
      }
    }
    guard !isYear, FootnoteMarks.goesOn(behind: place.upperBound, in: glyphs) else { return nil }
    if let (number, count) = digits(behindWordAt: at, in: scanner), numbers.contains(number) {
      return Mark(piece: at, edit: FootnoteMarks.Edit(within: count), numbers: [number], isDigits: true)
    }
    let last = glyphs[place.upperBound - 1]
    guard last == 0xAE || last == 0xA9 else { return nil }
    let meant = Self.numbers(meantBy: last).intersection(numbers)
    return meant.isEmpty ? nil : Mark(piece: at, edit: FootnoteMarks.Edit(within: 1), numbers: meant)
  }

  /// The number that stands at the end of a word by itself (`nhan3`) or of a year (`năm 20187`), and its digits; nil for other
  /// pieces.
  private static func digits(behindWordAt at: Int, in scanner: PieceScanner) -> (number: Int, count: Int)? {
    let piece = scanner.glyphs[scanner.pieces[at].glyphs]
    var digits = piece.suffix(while: Glyphs.isDigit)
    if digits.count == piece.count {
      guard piece.count > 4, piece.starts(with: [0x31, 0x39]) || piece.starts(with: [0x32, 0x30]), at > 0,
        scanner.bare(at - 1) == FootnoteMarks.year
      else { return nil }
      digits = piece.dropFirst(4)
    } else {
      let stem = piece.dropLast(digits.count)
      guard stem.count > 2, stem.allSatisfy({ Glyphs.isLetter($0) && !Glyphs.isUpper($0) }),
        stem.contains(where: Glyphs.isVowel)
      else { return nil }
    }
    guard (1...2).contains(digits.count), digits.first != 0x30 else { return nil }
    return (digits.reduce(0) { 10 * $0 + Int($1 - 0x30) }, digits.count)
  }

  private static let apostrophes: Set<Glyph> = [0x27, 0x2018, 0x2019]

  private static func isBlank(_ at: Int, in glyphs: [Glyph]) -> Bool { at >= glyphs.count || glyphs[at] <= 0x20 }

  /// The numbers that an engine may have seen where it wrote a sign.
  private static func numbers(meantBy sign: Glyph) -> Set<Int> {
    switch sign {
    case 0x21: [1, 10, 11]
    case 0x3F: [2, 3, 5, 7, 9]
    case 0x2A: [4, 8, 9]
    case 0xB0: [5, 6, 8, 9]
    case 0xA9, 0xAE: [6, 8, 9]
    case 0x27, 0x2018, 0x2019: [1, 4, 7]
    default: []
    }
  }

  private static func raised(_ number: Int) -> [Glyph] {
    String(number).unicodeScalars.map { digits[Int($0.value - 0x30)] }
  }

  private static let digits: [Glyph] = [0x2070, 0xB9, 0xB2, 0xB3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079]
}
