/// Reads the letterhead: the fixed formulas, the number, place and date, and where type, subject and addressee stand.
///
/// Accepts the columns each in lines of its own and both mixed in one line, and what ruined OCR leaves of them:
/// `$6: 214/BC-UBND Văn Hà, ngày. 28 tháng I2 năm 2018`. A formula is cut out of its line before the rest is read.
struct LetterheadReader {
  let stream: TokenStream
  let lines: [Outline.Line]
  /// The lines that hold text, in order.
  let filled: [Int]
  let vocabulary: ReaderVocabulary
  let titles: TitleReader

  /// What was found where in the first lines.
  struct Head {
    /// Places in `filled`.
    var numberLine: Int?
    var dateLine: Int?
    var typeLine: Int?
    var subject: Subject?
    var addressee: Int?
    /// Tokens that are formulas, the number or the date: no part of a name.
    var used: Set<Int> = []
    /// How many of `filled` may belong to the letterhead.
    var limit = 0

    /// Whether anything of a letterhead was found.
    var isFound: Bool {
      numberLine != nil || dateLine != nil || typeLine != nil || subject != nil || addressee != nil || !used.isEmpty
    }

    /// `V/v` of a letter, or what is left of it.
    struct Subject {
      /// A place in `filled`.
      var line: Int
      /// The tokens of `V/v`.
      var lead: Range<Int>
      /// Whether it is the title below a type that is lost, and no subject of a letter.
      var isTitle = false
    }
  }

  func read(_ metadata: inout DocumentMetadata) -> Head {
    var head = Head()
    head.limit = min(filled.count, 30)
    var place = 0
    while place < head.limit {
      let tokens = lines[filled[place]].tokens
      if head.typeLine == nil { markFormulas(tokens, &head) }
      if head.typeLine == nil, titles.typeName(place) != nil { head.typeLine = place }
      if head.addressee == nil, isAddressee(tokens) { head.addressee = place }
      if head.numberLine == nil, head.typeLine == nil || place <= head.typeLine! + 3, head.addressee == nil {
        readNumber(tokens, place, &head, &metadata)
      }
      if head.dateLine == nil, head.addressee == nil, let date = dates.read(tokens, used: head.used) {
        head.dateLine = place
        let name = stream.flatText(ofTokens: date.place)
        metadata.place = name.isEmpty ? nil : name
        metadata.issued = date.date
        // A number that nobody can read any more still ends in its letters: `S6:8#/CT-TTHT`.
        let start = head.numberLine == nil ? numberStart(tokens.lowerBound..<date.place.lowerBound) : nil
        for token in (start ?? date.place.lowerBound)..<date.end { head.used.insert(token) }
      }
      if head.subject == nil, let lead = titles.subjectLead(tokens) {
        head.subject = Head.Subject(line: place, lead: lead)
      }
      // A section or the grounds of a decision: the letterhead is over.
      if head.typeLine != nil, place > head.typeLine! + 12 { break }
      place += 1
    }
    if head.subject == nil { head.subject = ruinedSubject(head) ?? subjectBelowLostType(head) }
    return head
  }

  /// `Kính gửi`, also behind specks and in the middle of a line.
  private func isAddressee(_ tokens: Range<Int>) -> Bool {
    tokens.prefix(8).contains { at in
      at + 1 < tokens.upperBound && stream[at].isCapital && !stream[at].isAllCapitals
        && FoldedLetters.isWord(stream, at, "kinh") && FoldedLetters.isWord(stream, at + 1, "gui")
    }
  }

  /// The subject of a letter whose `V/v` is ruined beyond its letters (`VA`, `V%`): a short word with `V` below number or
  /// date, above the addressee.
  private func ruinedSubject(_ head: Head) -> Head.Subject? {
    let known = [head.numberLine, head.dateLine].compactMap(\.self)
    guard head.typeLine == nil, let addressee = head.addressee, let first = known.min(), let last = known.max() else {
      return nil
    }
    // The date may stand below the subject.
    for place in (first + 1)..<max(min(last + 3, addressee), first + 1) where !known.contains(place) {
      if let lead = titles.ruinedSubjectLead(lines[filled[place]].tokens) {
        return Head.Subject(line: place, lead: lead)
      }
    }
    return nil
  }

  /// `Về việc ...` below number and date, when OCR left nothing of the type above it.
  private func subjectBelowLostType(_ head: Head) -> Head.Subject? {
    guard head.typeLine == nil, head.addressee == nil, let number = head.numberLine else { return nil }
    let last = max(number, head.dateLine ?? number)
    for place in (last + 1)..<max(min(last + 4, head.limit), last + 1) {
      let first = lines[filled[place]].tokens.lowerBound
      if stream[first].key == "về", stream[first].isCapital, stream[first + 1].key == "việc" {
        return Head.Subject(line: place, lead: first..<(first + 1), isTitle: true)
      }
    }
    return nil
  }

  /// The formulas by their letters, each with the edits that still name it: about one letter in six.
  static let formulas: [(letters: [UInt8], edits: Int)] = [
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

  private var dates: LetterheadDate { LetterheadDate(stream: stream) }

  // MARK: Number

  /// Where a number begins of which only the letters can be read: a line up to the date with `/CT-TTHT` in it.
  private func numberStart(_ tokens: Range<Int>) -> Int? {
    let hasCode = tokens.contains { at in
      stream[at].isSign("/") && stream[at + 1].isJoined && stream[at + 1].isAllCapitals && tokens.contains(at + 1)
    }
    guard hasCode else { return nil }
    var start = tokens.upperBound
    // The other column of the line is far to the left.
    while start > tokens.lowerBound {
      start -= 1
      if stream[start].flags.contains(.wide) || stream[start].flags.contains(.tabbed) { break }
    }
    return start
  }

  private func readNumber(_ tokens: Range<Int>, _ place: Int, _ head: inout Head, _ metadata: inout DocumentMetadata) {
    let symbols = SymbolParser(stream: stream, vocabulary: vocabulary)
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
      symbol = symbols.symbol(at: at, isIntroduced: true) ?? partedSymbol(at: at, before: tokens.upperBound)
      symbol = symbol ?? symbols.blankSymbol(at: at)
    }
    if symbol == nil, head.typeLine == nil {
      // `$6: 214/BC-UBND`, `S6 12-NQ/TU`: the word is ruined, its number is not.
      at = first
      while symbol == nil, at < min(first + 5, tokens.upperBound) {
        if at > first {
          symbol = at < first + 4 ? symbols.symbol(at: at, isIntroduced: true) : nil
          symbol = symbol ?? partedSymbol(at: at, before: tokens.upperBound)
        }
        if stream[at].bytes.count > 4 { break }
        at += 1
      }
      start = first
    }
    if symbol == nil, start < tokens.upperBound, stream[start].key == Words.so {
      symbol = symbols.bareNumber(at: start + 2)
    }
    guard let symbol else { return }
    guard
      symbol.tokens.upperBound <= tokens.upperBound
        || stream[symbol.tokens.upperBound - 1].line <= stream[start].line + 1
    else { return }
    metadata.number = symbol.number.isEmpty ? nil : symbol.number
    metadata.symbol = symbol.symbol.isEmpty ? nil : symbol.symbol
    metadata.ownSymbol = symbol.tokens
    head.numberLine = place
    for token in start..<symbol.tokens.upperBound { head.used.insert(token) }
  }

  /// `3941 _ /CT-TTHT`, `2257 /TCT -CS`: a number parted from its letters by blanks and specks, read without them.
  private func partedSymbol(at start: Int, before end: Int) -> DocumentSymbol? {
    guard start < end, (2...5).contains(stream[start].digitCount),
      stream[start - 1].isSign(":") || stream[start - 1].isSign(".")
    else { return nil }
    var at = start + 1
    while at < min(start + 4, end), stream[at].isSign("_") || stream[at].isSign(".") || stream[at].isDash { at += 1 }
    guard at < end, stream[at].isSign("/"), at + 1 < end, stream[at + 1].isAllCapitals, stream[at + 1].isJoined else {
      return nil
    }
    var text = stream.text(of: stream[start]) + "/" + stream.text(of: stream[at + 1])
    at += 2
    // A blank on one side of the hyphen only, and capitals that go on.
    while at + 1 < end, stream[at].isDash, stream[at].isJoined || stream[at + 1].isJoined, stream[at + 1].isAllCapitals
    {
      text += "-" + stream.text(of: stream[at + 1])
      at += 2
    }
    let joined = TokenStream(text)
    guard var symbol = SymbolParser(stream: joined, vocabulary: vocabulary).symbol(at: 0, isIntroduced: true),
      symbol.tokens.upperBound == joined.count, symbol.code.contains("-")
    else { return nil }
    symbol.tokens = start..<at
    return symbol
  }
}
