/// Reads the letterhead: the fixed formulas, the number, place and date, and where type, subject and addressee stand.
///
/// Accepts the columns each in lines of its own and both mixed in one line, and what ruined OCR leaves of them:
/// `$6: 214/BC-UBND Văn Hà, ngày. 28 tháng I2 năm 2018`. A formula is cut out of its line before the rest is read.
struct LetterheadReader {
  let stream: TokenStream
  let lines: [Outline.Line]
  /// The lines that hold text, in order.
  let filled: [Int]
  let vocabulary: Vocabulary
  let titles: TitleReader

  /// What was found where in the first lines.
  struct Head {
    /// Places in `filled`.
    var numberLine: Int?
    var dateLine: Int?
    var typeLine: Int?
    var subject: Int?
    var addressee: Int?
    /// Tokens that are formulas, the number or the date: no part of a name.
    var used: Set<Int> = []
    /// How many of `filled` may belong to the letterhead.
    var limit = 0
  }

  func read(_ metadata: inout DocumentMetadata) -> Head {
    var head = Head()
    head.limit = min(filled.count, 30)
    var place = 0
    while place < head.limit {
      let tokens = lines[filled[place]].tokens
      if head.typeLine == nil { markFormulas(tokens, &head) }
      if head.typeLine == nil, titles.typeName(place) != nil { head.typeLine = place }
      if head.addressee == nil, stream[tokens.lowerBound].key == "kính", stream[tokens.lowerBound + 1].key == "gửi" {
        head.addressee = place
      }
      if head.numberLine == nil, head.typeLine == nil || place <= head.typeLine! + 3, head.addressee == nil {
        readNumber(tokens, place, &head, &metadata)
      }
      if head.dateLine == nil, let date = placeAndDate(tokens, head) {
        head.dateLine = place
        let name = stream.flatText(ofTokens: date.place)
        metadata.place = name.isEmpty ? nil : name
        metadata.issued = date.date
        for token in date.place.lowerBound..<date.end { head.used.insert(token) }
      }
      if head.subject == nil, titles.subjectStart(tokens) != nil { head.subject = place }
      // A section or the grounds of a decision: the letterhead is over.
      if head.typeLine != nil, place > head.typeLine! + 12 { break }
      place += 1
    }
    return head
  }

  /// The formulas by their letters, each with the edits that still name it: about one letter in six.
  private static let formulas: [(letters: [UInt8], edits: Int)] = [
    "conghoaxahoichunghiavietnam", "doclaptudohanhphuc", "dangcongsanvietnam",
  ].map { (Array($0.utf8), $0.utf8.count / 6) }

  private func markFormulas(_ tokens: Range<Int>, _ head: inout Head) {
    guard tokens.count <= 60 else { return }
    let letters = FoldedLetters(stream, tokens)
    for formula in Self.formulas {
      guard let match = letters.nearest(formula.letters, edits: formula.edits, wholeTokens: false) else { continue }
      for token in match.tokens { head.used.insert(token) }
    }
  }

  // MARK: Number

  private func readNumber(_ tokens: Range<Int>, _ place: Int, _ head: inout Head, _ metadata: inout DocumentMetadata) {
    let symbols = SymbolParser(stream: stream, typeOfCode: vocabulary.typeOfCode)
    var at = tokens.lowerBound
    while at < tokens.upperBound, stream[at].isSign("*") { at += 1 }
    let first = at
    // In a mixed line the number may stand behind the other column.
    while at < tokens.upperBound, stream[at].key != Words.so || !stream[at].isCapital { at += 1 }
    var start = at
    var symbol: DocumentSymbol?
    if at < tokens.upperBound {
      at += 1
      if stream[at].isSign(":") || stream[at].isSign(".") { at += 1 }
      symbol = symbols.symbol(at: at, isIntroduced: true) ?? symbols.blankSymbol(at: at)
    }
    if symbol == nil, head.typeLine == nil {
      // `$6: 214/BC-UBND`, `S6 12-NQ/TU`: the word is ruined, its number is not.
      at = first
      while symbol == nil, at < min(first + 4, tokens.upperBound) {
        if at > first { symbol = symbols.symbol(at: at, isIntroduced: true) }
        if stream[at].bytes.count > 4 { break }
        at += 1
      }
      start = first
    }
    guard let symbol else { return }
    guard
      symbol.tokens.upperBound <= tokens.upperBound
        || stream[symbol.tokens.upperBound - 1].line <= stream[start].line + 1
    else { return }
    metadata.number = symbol.number.isEmpty ? nil : symbol.number
    metadata.symbol = symbol.symbol
    metadata.ownSymbol = symbol.tokens
    head.numberLine = place
    for token in start..<symbol.tokens.upperBound { head.used.insert(token) }
  }

  // MARK: Place and date

  /// `Lạng Sơn, ngày 31 tháng 10 năm 2019`
  private func placeAndDate(_ tokens: Range<Int>, _ head: Head) -> (place: Range<Int>, date: PartialDate, end: Int)? {
    for at in tokens where at > tokens.lowerBound && isDayWord(at) {
      let mark = stream[at - 1]
      let isMark = mark.isSign(",") || mark.isSign(".") || mark.isSign(";") || mark.isSign(":")
      guard isMark || mark.isWord && mark.isCapital, let (date, dateEnd) = date(at: at, in: tokens) else { continue }
      // The line ends with its date.
      guard
        dateEnd >= tokens.upperBound || stream[dateEnd].flags.contains(.wide)
          || (dateEnd..<tokens.upperBound).allSatisfy({ stream[$0].kind == .sign })
      else { continue }
      let end = isMark ? at - 1 : at
      var start = end
      while start > tokens.lowerBound {
        let token = stream[start - 1]
        guard !head.used.contains(start - 1), token.isWord && token.isCapital || token.isSign(".") || token.isDash,
          !endsNumber(start - 1)
        else { break }
        start -= 1
        if token.flags.contains(.wide) || token.flags.contains(.tabbed) { break }
      }
      while start < end, !stream[start].isWord { start += 1 }
      guard start < end, end - start <= 8 else { continue }
      return (start..<end, date, dateEnd)
    }
    return nil
  }

  private func isDayWord(_ at: Int) -> Bool {
    stream[at].key == Words.ngay || !stream[at].isCapital && FoldedLetters.isWord(stream, at, "ngay")
  }

  private func date(at start: Int, in tokens: Range<Int>) -> (PartialDate, end: Int)? {
    if let point = DatePointParser(stream: stream).point(at: start), let date = point.date, date.isPossible,
      point.year != nil, point.shape == .day || point.shape == .month || point.shape == .year
    {
      return (date, point.end)
    }
    // `ngày. 12 tháng I2 năm 20l8`: letters for digits and specks between the words.
    var at = start + 1
    guard let day = number(&at, in: tokens), word("thang", &at), let month = number(&at, in: tokens), word("nam", &at),
      let year = number(&at, in: tokens), (1900...2100).contains(year)
    else { return nil }
    let date = PartialDate(year: year, month: month, day: day)
    return date.isPossible ? (date, at) : nil
  }

  private func number(_ at: inout Int, in tokens: Range<Int>) -> Int? {
    while at < tokens.upperBound, stream[at].isSign(".") || stream[at].isSign(",") || stream[at].isSign("'") { at += 1 }
    var end = at
    while end < tokens.upperBound, end == at || stream[end].isJoined, stream[end].isNumber || stream[end].isWord {
      end += 1
    }
    guard let read = CellNumber.read(at..<end, in: stream), let value = Int("\(read.value)") else { return nil }
    at = end
    return value
  }

  private func word(_ word: String, _ at: inout Int) -> Bool {
    guard FoldedLetters.isWord(stream, at, word) else { return false }
    at += 1
    return true
  }

  /// Whether a token is the end of the number in the same line: `Số: 12/QĐ-UBND Lạng Sơn, ngày ...`.
  private func endsNumber(_ index: Int) -> Bool {
    let token = stream[index]
    return token.isJoined && (stream[index - 1].isDash || stream[index - 1].isSign("/"))
  }
}
