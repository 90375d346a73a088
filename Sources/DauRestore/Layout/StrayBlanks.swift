/// Blanks that an engine wrote inside the symbol of a document or inside a date.
///
/// Narrow print sets a hyphen or a `1` so far from its neighbour that an engine sees two words: `126/2020/NĐ- CP`,
/// `04/1 1/2019`, `106/2016/QH1 4`, `209/201 3/ND-CP`, `số 6 1/2020/QH14`. Only what can be nothing else is closed: the
/// digits stay as they are.
///
/// Left alone: `12/KH - UBND`, which may be printed so, and `110` as `1 10`, which may be two cells of a table.
struct StrayBlanks {
  /// By piece: what is printed between it and the one before.
  private(set) var gaps: [Int: [Glyph]] = [:]

  /// Code points of a run that are looked at, at most: so that a long one takes no longer than any other.
  private static let runLength = 24

  /// - Complexity: O(*n*) in pieces.
  init(_ scanner: PieceScanner) {
    let glyphs = scanner.glyphs
    for at in scanner.pieces.indices.dropFirst() {
      let (before, piece) = (scanner.pieces[at - 1], scanner.pieces[at])
      let gap = glyphs[before.glyphs.upperBound..<piece.glyphs.lowerBound]
      if gap.elementsEqual([0x2D, 0x20]) || gap.elementsEqual([0x20, 0x2D]) {
        if Self.isKind(before.glyphs, in: glyphs), Self.isOffice(piece.glyphs, in: glyphs) { gaps[at] = [0x2D] }
      } else if gap.elementsEqual([0x20]), before.kind == .number || piece.kind == .number {
        let left = Self.run(endingAt: before.glyphs.upperBound, in: glyphs)
        let right = Self.run(from: piece.glyphs.lowerBound, in: glyphs)
        if Self.isCutDay(glyphs[left], glyphs[right]) || Self.isCutMonth(glyphs[left], glyphs[right])
          || Self.isCutYear(glyphs[left], glyphs[right])
          || Self.isCutAssembly(glyphs[left], glyphs[right])
          || (Self.isCutNumber(glyphs[left], glyphs[right]) && Self.isBehindNumberWord(left.lowerBound, in: glyphs))
        {
          gaps[at] = []
        }
      }
    }
  }

  // MARK: Runs without blanks

  private static func run(endingAt end: Int, in glyphs: [Glyph]) -> Range<Int> {
    var start = end
    while start > 0, end - start < runLength, glyphs[start - 1] > 0x20 { start -= 1 }
    return start..<end
  }

  private static func run(from start: Int, in glyphs: [Glyph]) -> Range<Int> {
    var end = start
    while end < glyphs.count, end - start < runLength, glyphs[end] > 0x20 { end += 1 }
    return start..<end
  }

  /// The number of digits a run begins with.
  private static func leadingDigits(_ run: ArraySlice<Glyph>) -> Int { run.prefix(while: Glyphs.isDigit).count }

  private static func startsWithYear(_ run: ArraySlice<Glyph>) -> Bool {
    leadingDigits(run) == 4 && (run.starts(with: [0x31, 0x39]) || run.starts(with: [0x32, 0x30]))
  }

  // MARK: Symbols

  /// Whether letters are the kind of a document in its symbol: the `NĐ` of `126/2020/NĐ- CP`.
  private static func isKind(_ word: Range<Int>, in glyphs: [Glyph]) -> Bool {
    guard word.count >= 2, word.lowerBound >= 2, glyphs[word.lowerBound - 1] == 0x2F,
      Glyphs.isDigit(glyphs[word.lowerBound - 2])
    else { return false }
    return glyphs[word].prefix(2).allSatisfy { Glyphs.isLetter($0) && Glyphs.isUpper($0) }
  }

  /// Whether letters are an office in a symbol: `CP`, `BTC`, `TTg`.
  private static func isOffice(_ word: Range<Int>, in glyphs: [Glyph]) -> Bool {
    word.count >= 2 && glyphs[word].prefix(2).allSatisfy { Glyphs.isLetter($0) && Glyphs.isUpper($0) }
      && glyphs[word].dropFirst(2).count { !Glyphs.isLetter($0) || !Glyphs.isUpper($0) } <= 1
  }

  /// `106/2016/QH1` and `4`: the Assemblies since 1997 have two digits.
  private static func isCutAssembly(_ left: ArraySlice<Glyph>, _ right: ArraySlice<Glyph>) -> Bool {
    let tail = left.suffix(5)
    return left.count >= 7 && tail.dropFirst().elementsEqual(assembly) && tail.first.map(Glyphs.isDigit) == true
      && leadingDigits(right) == 1 && right.dropFirst().first.map(Glyphs.isLetter) != true
  }

  private static let assembly = Glyphs.of("/QH1")

  /// `209/201` and `3/ND-CP`.
  private static func isCutYear(_ left: ArraySlice<Glyph>, _ right: ArraySlice<Glyph>) -> Bool {
    let decade = left.suffix(4)
    return left.count >= 5 && decade.first == 0x2F
      && (decade.dropFirst().starts(with: [0x32, 0x30])
        || decade.dropFirst().starts(with: [0x31, 0x39]))
      && Glyphs.isDigit(decade[decade.endIndex - 1])
      && left.dropLast(4).last.map(Glyphs.isDigit) == true && leadingDigits(right) == 1
      && right.dropFirst().first == 0x2F && right.dropFirst(2).first.map(Glyphs.isUpper) == true
  }

  /// `6` and `1/2020/QH14`.
  private static func isCutNumber(_ left: ArraySlice<Glyph>, _ right: ArraySlice<Glyph>) -> Bool {
    let digits = leadingDigits(right)
    guard left.count <= 2, left.allSatisfy(Glyphs.isDigit), (1...2).contains(digits) else { return false }
    let behind = right.dropFirst(digits)
    guard behind.first == 0x2F, startsWithYear(behind.dropFirst()) else { return false }
    let kind = behind.dropFirst(5)
    return kind.first == 0x2F && kind.dropFirst().first.map(Glyphs.isUpper) == true
  }

  /// Whether `số` stands before a place, with whatever marks: no clause is counted `số 5`.
  private static func isBehindNumberWord(_ start: Int, in glyphs: [Glyph]) -> Bool {
    guard start >= 3, glyphs[start - 1] == 0x20 else { return false }
    let word = run(endingAt: start - 1, in: glyphs)
    return (2...3).contains(word.count) && glyphs[word].first.map(Glyphs.lower) == 0x73
  }

  // MARK: Dates

  /// `(1` and `1/6/1948`: behind a bracket nothing else is counted. An engine may have read the first 1 as a letter.
  private static func isCutDay(_ left: ArraySlice<Glyph>, _ right: ArraySlice<Glyph>) -> Bool {
    guard left.count == 2, left.first == 0x28, let tens = left.last, Self.tens.contains(tens) else { return false }
    let behind = right.dropFirst()
    let digits = leadingDigits(behind.dropFirst())
    guard leadingDigits(right) == 1, behind.first == 0x2F, (1...2).contains(digits) else { return false }
    let year = behind.dropFirst(1 + digits)
    return year.first == 0x2F && startsWithYear(year.dropFirst()) && (tens != 0x33 || right.first! <= 0x31)
  }

  private static let tens = Set(Glyphs.of("123Il"))

  /// `04/1` and `1/2019`: a day and a month from October to December.
  private static func isCutMonth(_ left: ArraySlice<Glyph>, _ right: ArraySlice<Glyph>) -> Bool {
    let day = left.drop { !Glyphs.isDigit($0) }
    let digits = leadingDigits(day)
    guard (1...2).contains(digits), day.dropFirst(digits).elementsEqual([0x2F, 0x31]),
      left.dropLast(day.count).allSatisfy({ !Glyphs.isLetter($0) })
    else { return false }
    let number = day.prefix(digits).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (1...31).contains(number) && leadingDigits(right) == 1 && right.first.map { $0 <= 0x32 } == true
      && right.dropFirst().first == 0x2F && startsWithYear(right.dropFirst(2))
  }
}
