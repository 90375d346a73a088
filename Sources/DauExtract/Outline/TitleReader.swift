internal import DauText

/// Reads the type of a document and its title, or the subject of a letter (`V/v ...`).
///
/// Accepts a type alone in its line or with the title behind it, in capitals or in bold, with specks before it. The
/// title ends at an empty line (unless its sentence goes on), at the body, at a section, or at who decides: `CHỦ TỊCH ỦY
/// BAN NHÂN DÂN TỈNH ...` below small letters.
struct TitleReader {
  let stream: TokenStream
  let lines: [Outline.Line]
  /// The lines that hold text, in order.
  let filled: [Int]
  let vocabulary: ReaderVocabulary

  /// The type when the line is nothing but its name in capitals or in bold.
  func typeName(_ place: Int) -> (name: String, end: Int)? {
    let tokens = lines[filled[place]].tokens
    var at = tokens.lowerBound
    // Marks of Markdown, and specks that OCR read before the word.
    while at < min(tokens.upperBound, tokens.lowerBound + 4), stream[at].kind == .sign { at += 1 }
    guard at < tokens.upperBound,
      let match = vocabulary.documentTypes.match(stream, at: at, before: tokens.upperBound)
        ?? ruinedType(at: at, before: tokens.upperBound)
    else { return nil }
    guard (at..<match.end).allSatisfy({ stream[$0].isAllCapitals || !stream[$0].isWord }) else { return nil }
    var end = match.end
    while end < tokens.upperBound, stream[end].kind == .sign, !stream[end].opensQuote, !stream[end].isSign("(") {
      end += 1
    }
    // `BÁO CÁO TỔNG KẾT ...`: the title goes on in the line.
    guard end == tokens.upperBound || stream[end].isAllCapitals && stream[end].isWord else { return nil }
    return (match.value, end)
  }

  /// `BÁO CAO`, `QUYẾTĐỊNH`: a type by its letters alone, when nothing else stands in the line.
  private func ruinedType(at start: Int, before end: Int) -> (value: String, end: Int)? {
    guard end - start <= 8, (start..<end).allSatisfy({ stream[$0].isAllCapitals || stream[$0].kind == .sign }) else {
      return nil
    }
    let letters = (start..<end).filter { stream[$0].isWord }.flatMap { FoldedLetters.fold(stream, $0) }
    return vocabulary.typesByLetters[String(decoding: letters, as: UTF8.self)].map { ($0, end) }
  }

  func readType(_ head: LetterheadReader.Head, _ metadata: inout DocumentMetadata) {
    guard let line = head.typeLine, let type = typeName(line) else { return }
    metadata.type = type.name
    let tokens = lines[filled[line]].tokens
    var start = type.end
    var place = line
    if start >= tokens.upperBound {
      place = line + 1
      guard place < filled.count else { return }
      start = lines[filled[place]].tokens.lowerBound
    }
    guard let end = titleEnd(from: start, place: place, head) else { return }
    setTitle(start..<end, &metadata)
  }

  private func setTitle(_ range: Range<Int>, _ metadata: inout DocumentMetadata) {
    let pieces = withoutSpecks(range)
    guard let last = pieces.last else { return }
    let title = pieces.map(stream.flatText(ofTokens:)).joined(separator: " ")
    guard !title.isEmpty else { return }
    metadata.title = Self.withQuotesAlike(title)
    metadata.titleTokens = range.lowerBound..<last.upperBound
  }

  /// A title whose only quotation has a straight mark and a curved one, as OCR reads them, with straight ones.
  private static func withQuotesAlike(_ title: String) -> String {
    let marks = title.filter { $0 == "\"" || $0 == "“" || $0 == "”" }
    guard marks == "\"”" || marks == "“\"" else { return title }
    return title.replacing("“", with: "\"").replacing("”", with: "\"")
  }

  /// The lines of a title, each without the marks, strokes and specks at its end; of two quotation marks in one place
  /// OCR doubled one.
  private func withoutSpecks(_ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      // The marks of a heading in Markdown.
      while start + 1 < range.upperBound, stream[start].isSign("#") { start += 1 }
      var next = start + 1
      while next < range.upperBound, !stream[next].startsLine { next += 1 }
      var end = next
      let isLast = next == range.upperBound
      // One stroke at the end of a line may be a dash; two are specks.
      let strokes = (start..<next).reversed().prefix { stream[$0].isDash }.count
      if strokes > 1 { end -= strokes }
      while end > start {
        let token = stream[end - 1]
        let isMark = token.isSign("*") || token.isSign("_") || token.isSign("|") || token.isSign("~")
        let isEnd = token.isSign(".") || token.isSign(";") || token.isSign(",") || token.isSign(":")
        guard isMark || isSpeck(end - 1) || isLast && (token.kind == .superscript || isEnd || token.isDash) else {
          break
        }
        end -= 1
      }
      if let double = (start..<max(end - 1, start)).first(where: {
        stream[$0].isSign("“") && stream[$0 + 1].isSign("“") && stream[$0 + 1].isJoined
      }) {
        // What stands before the mark is one piece; a blank parts it from the next.
        if double > start { pieces.append(start..<double) }
        start = double + 1
      }
      if end > start { pieces.append(start..<end) }
      start = next
    }
    return pieces
  }

  /// `đối với .`, `khoản chi hộ ‹`: a sign at the end of a line that no word has before it; a dash or the end of a quotation may be meant.
  private func isSpeck(_ at: Int) -> Bool {
    let token = stream[at]
    return token.kind == .sign && !token.isJoined && !token.isDash && !token.opensQuote && !token.closesQuote
      && !token.isSign(")") && !token.isSign("%") && !token.isSign("(") && !token.isSign("/")
  }

  private func titleEnd(from start: Int, place: Int, _ head: LetterheadReader.Head) -> Int? {
    var end = start
    var count = 0
    var at = place
    let isBold = stream[start].isSign("*") && stream[start + 1].isSign("*")
    while at < filled.count, count < 9 {
      let line = lines[filled[at]]
      let tokens = at == place ? start..<line.tokens.upperBound : line.tokens
      guard !tokens.isEmpty else { break }
      let first = tokens.first { !stream[$0].isSign("*") } ?? tokens.lowerBound
      if count > 0 {
        if endsTitle(
          at: first, of: start, after: end - 1, previous: filled[at - 1], line: filled[at], isBold: isBold)
        {
          break
        }
      } else if isAuthority(at) {
        return nil
      } else if vocabulary.words.bodyLeads.contains(stream[first].key), stream[first].isCapital,
        !stream[first].isAllCapitals
      {
        return nil
      }
      if head.used.contains(first) || count > 0 && isAuthority(at) { break }
      end = tokens.upperBound
      count += 1
      at += 1
      if isBold, stream[end - 1].isSign("*") { break }
    }
    return end > start ? end : nil
  }

  /// `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ...` above `Căn cứ ...`: who decides, and no title.
  private func isAuthority(_ place: Int) -> Bool {
    let tokens = lines[filled[place]].tokens
    guard place + 1 < filled.count, let start = tokens.first(where: { stream[$0].isWord }), isInCapitals(from: start),
      vocabulary.positions.match(stream, at: start) != nil || vocabulary.offices.match(stream, at: start) != nil,
      var below = lines[filled[place + 1]].tokens.first(where: { stream[$0].isWord })
    else { return false }
    // `ỦY BAN THƯỜNG VỤ QUỐC HỘI`, `NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`
    if stream[below].key == "nước", stream[below].isAllCapitals, place + 2 < filled.count,
      let next = lines[filled[place + 2]].tokens.first
    {
      below = next
    }
    return stream[below].key == "căn" && stream[below + 1].key == "cứ"
  }

  private func endsTitle(
    at first: Int, of titleStart: Int, after last: Int, previous: Int, line: Int, isBold: Bool
  ) -> Bool {
    let token = stream[first]
    if stream[last].isSign(".") && !isSpeck(last) || stream[last].isSign(":") { return true }
    // `I. KẾT QUẢ`, `I- TÌNH HÌNH`
    if RomanNumeral.value(of: token, in: stream) != nil,
      stream[first + 1].isSign(".") || stream[first + 1].isDash && stream[first + 1].isJoined
    {
      return true
    }
    // `... năm 2021;` above `phương hướng, nhiệm vụ năm 2022`: an enumeration goes on below its mark.
    let isOpen = stream[last].isSign(";") || stream[last].isSign(",")
    if token.isDash && (isOpen || stream[first + 1].isDash) { return true }
    let isAfterGap =
      token.flags.contains(.afterEmptyLine) || stream[lines[line].tokens.lowerBound].flags.contains(.afterEmptyLine)
    if isAfterGap {
      // A title may stand in two blocks; the second then goes on in the middle of its sentence.
      let goesOn =
        token.isWord && !token.isCapital || token.isNumber && !stream[first + 1].isSign(".") || token.isSign("(")
      return !goesOn || isSentence(from: line)
    }
    if isBold { return false }
    // `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ... điện:`
    if lines[line].tokens.contains(where: { stream[$0].key == "điện" && stream[$0 + 1].isSign(":") }),
      token.isAllCapitals
    {
      return true
    }
    // `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ...`: below a title in small letters stands who decides.
    if token.isAllCapitals, token.bytes.count > 2, !isInCapitals(from: titleStart), isInCapitals(from: first) {
      return true
    }
    // `Ngày thành lập Đảng bộ tỉnh` goes on, `Ngày 12/3/2020` begins the body.
    if token.isCapital, !token.isAllCapitals, vocabulary.words.bodyLeads.contains(token.key),
      token.key != Words.ngay || stream[first + 1].isNumber
    {
      return true
    }
    if token.isCapital, !token.isAllCapitals,
      isDatedSentence(lines[line].tokens) || lines[line].tokens.last.map({ stream[$0].isSign(":") }) == true
    {
      return true
    }
    // Without empty lines: centred lines of a title are short, the first line of the body is full.
    if stream[last].isSign(",") { return false }
    let length = width(of: line)
    return token.isCapital && !token.isAllCapitals && length > width(of: previous) + 20 && length > 70
  }

  /// `Hôm nay, ngày 12/3/2021, Hội đồng họp.`: what was done on a day is told in the body.
  private func isDatedSentence(_ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last, stream[last].isSign(".") || stream[last].isSign(":") else { return false }
    return tokens.contains { stream[$0].key == Words.ngay && stream[$0 + 1].isNumber }
  }

  /// Whether the words of a line from `start` on are printed in capitals.
  private func isInCapitals(from start: Int) -> Bool {
    var at = start
    while at == start || at < stream.count && !stream[at].startsLine {
      if stream[at].isWord, !stream[at].isAllCapitals { return false }
      at += 1
    }
    return true
  }

  /// Whether the block of lines that begins at `line` ends as a sentence does.
  private func isSentence(from line: Int) -> Bool {
    var at = line
    while at + 1 < lines.count, !lines[at + 1].tokens.isEmpty, at - line < 40 {
      // `lần thứ XVI, nhiệm kỳ 2020 - 2025` above the body, whose first line is full.
      let below = stream[lines[at + 1].tokens.lowerBound]
      if below.isCapital, !below.isAllCapitals, width(of: at) + 20 < width(of: at + 1) { break }
      at += 1
    }
    guard let last = lines[at].tokens.last else { return false }
    return stream[last].isSign(".") || stream[last].isSign(":") || stream[last].isSign(";")
  }

  private func width(of line: Int) -> Int {
    let tokens = lines[line].tokens
    return tokens.isEmpty ? 0 : Int(stream[tokens.upperBound - 1].end) - Int(stream[tokens.lowerBound].start)
  }

  /// `V/v` of a letter, also behind the other column of its line; and what ruined OCR makes of it at the start of a line:
  /// `VWv`, `V/iv`, `Viv`.
  func subjectLead(_ tokens: Range<Int>) -> Range<Int>? {
    for at in tokens.prefix(20) where stream[at].key == "v" && stream[at + 1].isSign("/") && stream[at + 2].key == "v" {
      return at..<(at + 3)
    }
    let first = tokens.lowerBound
    guard stream[first].isCapital,
      Self.ruinedLeads.contains(String(decoding: FoldedLetters.fold(stream, first), as: UTF8.self))
    else { return nil }
    return first..<(first + 1)
  }

  private static let ruinedLeads: Set<String> = ["vwv", "viv", "vlv", "vfv", "vvv", "wv", "vw", "vv"]

  /// `VÀ tính thuế`, `V% giải đáp`, `'V#v hướng dẫn`: whatever short word with a `V` stands where the subject must.
  func ruinedSubjectLead(_ tokens: Range<Int>) -> Range<Int>? {
    var start = tokens.lowerBound
    while start < min(tokens.lowerBound + 2, tokens.upperBound), stream[start].kind == .sign { start += 1 }
    guard start < tokens.upperBound, stream[start].isCapital, beginsWithV(start) else { return nil }
    if isWrittenOut(start) { return start..<(start + 1) }
    var end = start + 1
    while end < tokens.upperBound, end - start < 4, stream[end].isJoined, stream[end].kind == .sign || beginsWithV(end)
    {
      end += 1
    }
    guard end < tokens.upperBound, stream[end].isWord, !stream[end].isAllCapitals else { return nil }
    return start..<end
  }

  /// `Về việc bình xét thi đua`: the subject without abbreviation.
  private func isWrittenOut(_ at: Int) -> Bool { stream[at].key == "về" && stream[at + 1].key == "việc" }

  /// A short word of `v`, or of the `w` that OCR makes of two.
  private func beginsWithV(_ at: Int) -> Bool {
    guard stream[at].isWord, stream[at].bytes.count <= 4 else { return false }
    let letters = FoldedLetters.fold(stream, at)
    return (letters.first == UInt8(ascii: "v") || letters == [UInt8(ascii: "w")]) && letters.count <= 3
  }

  func readSubject(_ head: LetterheadReader.Head, _ metadata: inout DocumentMetadata) {
    guard head.typeLine == nil, let subject = head.subject else { return }
    let (line, start) = (subject.line, subject.lead.lowerBound)
    var tokens: [Int] = []
    var at = line
    while at < filled.count, at - line < 6, at != head.addressee {
      let range = at == line ? start..<lines[filled[at]].tokens.upperBound : lines[filled[at]].tokens
      guard let first = range.first else { break }
      if at > line {
        let token = stream[first]
        if token.key == "kính" || head.used.contains(first) || token.flags.contains(.afterEmptyLine) && token.isCapital
        {
          break
        }
      }
      // What stands in the other column of the line is no part of it.
      for index in range {
        if head.used.contains(index) { break }
        tokens.append(index)
      }
      at += 1
    }
    let isWhole =
      subject.lead.count == 3 && stream[start + 1].isSign("/") && stream[start + 2].key == "v" || isWrittenOut(start)
    // A ruined `V/v` is written as it was meant.
    let rest = isWhole ? tokens[...] : tokens.drop { subject.lead.contains($0) }
    guard let first = rest.first, let last = rest.last, rest.count == last - first + 1 else {
      let parts = rest.map { (stream[$0].flags.contains(.spaced) ? " " : "") + stream.text(of: stream[$0]) }
      let title = (isWhole ? "" : "V/v") + parts.joined()
      metadata.title = title.isEmpty ? nil : String(title.drop { $0 == " " })
      return
    }
    setTitle(first..<(last + 1), &metadata)
    if !isWhole { metadata.title = metadata.title.map { "V/v " + $0 } }
  }
}
