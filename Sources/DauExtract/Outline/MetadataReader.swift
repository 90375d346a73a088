/// Reads what a document says about itself: letterhead, type and title, signature, recipients.
///
/// The parts and their order are those of Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I. OCR mixes the two columns of
/// the letterhead in one line, so known formulas are cut out of a line before the rest is read.
struct MetadataReader {
  let stream: TokenStream
  let lines: [Outline.Line]
  let beginsParagraph: [Bool]
  let vocabulary: Vocabulary

  private let symbols: SymbolParser
  private let casing: NameCasing
  /// The lines that hold text, in order.
  private let filled: [Int]

  init(stream: TokenStream, lines: [Outline.Line], beginsParagraph: [Bool], vocabulary: Vocabulary) {
    self.stream = stream
    self.lines = lines
    self.beginsParagraph = beginsParagraph
    self.vocabulary = vocabulary
    symbols = SymbolParser(stream: stream, typeOfCode: vocabulary.typeOfCode)
    casing = NameCasing(stream: stream, vocabulary: vocabulary)
    filled = lines.indices.filter { lines[$0].role == .text && !lines[$0].tokens.isEmpty }
  }

  func read() -> DocumentMetadata {
    var metadata = DocumentMetadata()
    let head = readHead(&metadata)
    readSubject(head, &metadata)
    readType(head, &metadata)
    readIssuer(head, &metadata)
    SignatureReader(stream: stream, lines: lines, filled: filled, vocabulary: vocabulary).read(
      &metadata)
    readNoteOfAppendix(&metadata)
    if metadata.issuer == nil { metadata.issuer = issuerInText() }
    if metadata.type == nil, metadata.symbol != nil, head.subject != nil || isLetter(head) {
      metadata.type = "Công văn"
    }
    if metadata.type == nil, let symbol = metadata.symbol { metadata.type = typeOfSymbol(symbol) }
    return metadata
  }

  /// What was found where in the first lines.
  private struct Head {
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

  // MARK: Letterhead

  private func readHead(_ metadata: inout DocumentMetadata) -> Head {
    var head = Head()
    head.limit = min(filled.count, 30)
    var place = 0
    while place < head.limit {
      let tokens = lines[filled[place]].tokens
      markFormulas(tokens, &head)
      if head.typeLine == nil, typeName(place) != nil { head.typeLine = place }
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
      if head.subject == nil, subjectStart(tokens) != nil { head.subject = place }
      // A section or the grounds of a decision: the letterhead is over.
      if head.typeLine != nil, place > head.typeLine! + 12 { break }
      place += 1
    }
    return head
  }

  private static let formulas: [[WordKey]] = [
    ["cộng", "hòa", "xã", "hội", "chủ", "nghĩa", "việt", "nam"], ["độc", "lập", "-", "tự", "do", "-", "hạnh", "phúc"],
    ["độc", "lập", "–", "tự", "do", "–", "hạnh", "phúc"], ["đảng", "cộng", "sản", "việt", "nam"],
    ["độc", "lập", "tự", "do", "hạnh", "phúc"],
  ]

  private func markFormulas(_ tokens: Range<Int>, _ head: inout Head) {
    for at in tokens {
      for formula in Self.formulas where stream[at].key == formula[0] {
        guard at + formula.count <= tokens.upperBound,
          formula.indices.allSatisfy({ stream[at + $0].key == formula[$0] })
        else { continue }
        for token in at..<(at + formula.count) { head.used.insert(token) }
      }
    }
  }

  private func readNumber(_ tokens: Range<Int>, _ place: Int, _ head: inout Head, _ metadata: inout DocumentMetadata) {
    var at = tokens.lowerBound
    while at < tokens.upperBound, stream[at].isSign("*") { at += 1 }
    // In a mixed line the number may stand behind the other column.
    while at < tokens.upperBound, stream[at].key != Words.so { at += 1 }
    guard at < tokens.upperBound, stream[at].isCapital else { return }
    let start = at
    at += 1
    if stream[at].isSign(":") || stream[at].isSign(".") { at += 1 }
    guard let symbol = symbols.symbol(at: at, isIntroduced: true) ?? symbols.blankSymbol(at: at) else { return }
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

  /// `Lạng Sơn, ngày 31 tháng 10 năm 2019`
  private func placeAndDate(_ tokens: Range<Int>, _ head: Head) -> (place: Range<Int>, date: PartialDate, end: Int)? {
    let parser = DatePointParser(stream: stream)
    for at in tokens where stream[at].key == Words.ngay && at > tokens.lowerBound {
      guard stream[at - 1].isSign(",") || stream[at - 1].isWord && stream[at - 1].isCapital else { continue }
      guard let point = parser.point(at: at), let date = point.date, date.isPossible, point.year != nil else {
        continue
      }
      guard point.shape == .day || point.shape == .month || point.shape == .year else { continue }
      // The line ends with its date.
      guard point.end >= tokens.upperBound || stream[point.end].isSign("*") || stream[point.end].flags.contains(.wide)
      else { continue }
      let end = stream[at - 1].isSign(",") ? at - 1 : at
      var start = end
      while start > tokens.lowerBound {
        let token = stream[start - 1]
        guard !head.used.contains(start - 1), token.isWord && token.isCapital || token.isSign(".") || token.isDash,
          !(metadataBlocks(start - 1))
        else { break }
        start -= 1
        if token.flags.contains(.wide) || token.flags.contains(.tabbed) { break }
      }
      guard start < end, stream[start].isWord, end - start <= 8 else { continue }
      return (start..<end, date, point.end)
    }
    return nil
  }

  /// Whether a token is the end of the number in the same line: `Số: 12/QĐ-UBND Lạng Sơn, ngày ...`.
  private func metadataBlocks(_ index: Int) -> Bool {
    let token = stream[index]
    return token.isJoined && (stream[index - 1].isDash || stream[index - 1].isSign("/"))
  }

  // MARK: Type and title

  /// The type when the line is nothing but its name in capitals or in bold.
  private func typeName(_ place: Int) -> (name: String, end: Int)? {
    let tokens = lines[filled[place]].tokens
    var at = tokens.lowerBound
    while at < tokens.upperBound, stream[at].isSign("*") || stream[at].isSign("#") { at += 1 }
    guard at < tokens.upperBound, let match = vocabulary.documentTypes.match(stream, at: at, before: tokens.upperBound)
    else { return nil }
    guard (at..<match.end).allSatisfy({ stream[$0].isAllCapitals || !stream[$0].isWord }) else { return nil }
    var end = match.end
    while end < tokens.upperBound, stream[end].isSign("*") || stream[end].isSign(":") { end += 1 }
    // `BÁO CÁO TỔNG KẾT ...`: the title goes on in the line.
    guard end == tokens.upperBound || stream[end].isAllCapitals && stream[end].isWord else { return nil }
    return (match.value, end)
  }

  private func readType(_ head: Head, _ metadata: inout DocumentMetadata) {
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
    var end = range.upperBound
    while end > range.lowerBound {
      let last = stream[end - 1]
      guard last.isSign("*") || last.kind == .superscript || last.isSign(".") || last.isSign("_") || last.isDash else {
        break
      }
      end -= 1
    }
    let title = stream.flatText(ofTokens: range.lowerBound..<end)
    guard !title.isEmpty else { return }
    metadata.title = title
    metadata.titleTokens = range.lowerBound..<end
  }

  /// Words that begin the body of a document.
  private static let bodyLeads: WordSet = [
    "căn", "kính", "thực", "nhằm", "xét", "điều", "phần", "chương", "hưởng", "ngày", "để", "triển", "thi", "tiếp",
  ]

  private func titleEnd(from start: Int, place: Int, _ head: Head) -> Int? {
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
        if endsTitle(at: first, after: end - 1, previous: filled[at - 1], line: filled[at], isBold: isBold) { break }
      } else if Self.bodyLeads.contains(stream[first].key), stream[first].isCapital, !stream[first].isAllCapitals {
        return nil
      }
      if head.used.contains(first) { break }
      end = tokens.upperBound
      count += 1
      at += 1
      if isBold, stream[end - 1].isSign("*") { break }
    }
    return end > start ? end : nil
  }

  private func endsTitle(at first: Int, after last: Int, previous: Int, line: Int, isBold: Bool) -> Bool {
    let token = stream[first]
    if stream[last].isSign(".") || stream[last].isSign(":") || stream[last].isSign(";") { return true }
    if RomanNumeral.value(of: token, in: stream) != nil, stream[first + 1].isSign(".") { return true }
    if token.isDash && stream[first + 1].isDash { return true }
    let isAfterGap =
      token.flags.contains(.afterEmptyLine) || stream[lines[line].tokens.lowerBound].flags.contains(.afterEmptyLine)
    if isAfterGap {
      // A title may stand in two blocks; the second then goes on in the middle of its sentence.
      let goesOn =
        token.isWord && !token.isCapital || token.isNumber && !stream[first + 1].isSign(".") || token.isSign("(")
      return !goesOn || isSentence(from: line)
    }
    if isBold { return false }
    if token.isCapital, !token.isAllCapitals, Self.bodyLeads.contains(token.key) { return true }
    // Without empty lines: centred lines of a title are short, the first line of the body is full.
    let length = width(of: line)
    return token.isCapital && !token.isAllCapitals && length > width(of: previous) + 20 && length > 70
  }

  /// Whether the block of lines that begins at `line` ends as a sentence does.
  private func isSentence(from line: Int) -> Bool {
    var at = line
    while at + 1 < lines.count, !lines[at + 1].tokens.isEmpty, at - line < 40 { at += 1 }
    guard let last = lines[at].tokens.last else { return false }
    return stream[last].isSign(".") || stream[last].isSign(":") || stream[last].isSign(";")
  }

  private func width(of line: Int) -> Int {
    let tokens = lines[line].tokens
    return tokens.isEmpty ? 0 : Int(stream[tokens.upperBound - 1].end) - Int(stream[tokens.lowerBound].start)
  }

  /// `V/v` of a letter: where its words begin.
  private func subjectStart(_ tokens: Range<Int>) -> Int? {
    for at in tokens.prefix(20) where stream[at].key == "v" && stream[at + 1].isSign("/") && stream[at + 2].key == "v" {
      return at
    }
    return nil
  }

  private func readSubject(_ head: Head, _ metadata: inout DocumentMetadata) {
    guard head.typeLine == nil, let line = head.subject, let start = subjectStart(lines[filled[line]].tokens) else {
      return
    }
    var tokens: [Int] = []
    var at = line
    while at < filled.count, at - line < 6 {
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
    guard let first = tokens.first, let last = tokens.last, tokens.count == last - first + 1 else {
      let parts = tokens.map { (stream[$0].flags.contains(.spaced) ? " " : "") + stream.text(stream[$0].bytes) }
      let title = parts.joined()
      metadata.title = title.isEmpty ? nil : String(title.drop { $0 == " " })
      return
    }
    setTitle(first..<(last + 1), &metadata)
  }

  private func isLetter(_ head: Head) -> Bool { head.addressee != nil && head.typeLine == nil }

  private func typeOfSymbol(_ symbol: String) -> String? {
    for piece in symbol.split(whereSeparator: { $0 == "/" || $0 == "-" }) {
      if let type = vocabulary.typeOfCode[String(piece)] { return type }
    }
    return nil
  }

  // MARK: Issuer

  private func readIssuer(_ head: Head, _ metadata: inout DocumentMetadata) {
    let end = head.numberLine ?? head.dateLine ?? head.typeLine ?? 0
    var names: [String] = []
    for place in 0...min(end, max(filled.count - 1, 0)) where place < filled.count {
      var run: [Range<Int>] = []
      for index in lines[filled[place]].tokens {
        let token = stream[index]
        if head.used.contains(index) { continue }
        guard
          token.isWord && token.isAllCapitals || token.isDash || token.isSign(",") || token.isSign(".")
            || token.isSign("&") || token.isNumber
        else { continue }
        if let last = run.last, last.upperBound == index, !token.flags.contains(.wide), !token.flags.contains(.tabbed) {
          run[run.count - 1] = last.lowerBound..<(index + 1)
        } else {
          run.append(index..<(index + 1))
        }
      }
      for range in run where stream[range.lowerBound].isWord && (stream[range.lowerBound].bytes.count > 2) {
        var range = range
        while let last = range.last, !stream[last].isWord && !stream[last].isNumber { range = range.lowerBound..<last }
        guard !range.isEmpty else { continue }
        if place == head.typeLine { continue }
        names.append(casing.name(range))
      }
    }
    metadata.issuer = issuer(of: names, symbol: metadata.symbol)
  }

  /// The body that issues out of the lines above the number: a line that names a place goes on with the one before it,
  /// the last body is the issuer and the one above it its superior.
  private func issuer(of names: [String], symbol: String?) -> String? {
    var bodies: [String] = []
    for name in names {
      let first = name.split(separator: " ").first.map { lowercased(String($0)) } ?? ""
      if ["tỉnh", "huyện", "thành", "xã", "phường", "thị", "quận"].contains(first), !name.hasPrefix("Tỉnh ủy"),
        !name.hasPrefix("Thành ủy"), !name.hasPrefix("Thị ủy"), !name.hasPrefix("Huyện ủy")
      {
        let place = lowercasedFirst(name)
        if let last = bodies.popLast() {
          bodies.append(last + " " + place)
        } else if let symbol, symbol.hasSuffix("UBND") {
          bodies.append("Ủy ban nhân dân " + place)
        } else if let symbol, symbol.hasSuffix("HĐND") {
          bodies.append("Hội đồng nhân dân " + place)
        }
      } else {
        bodies.append(name)
      }
    }
    guard let last = bodies.last else { return nil }
    // A department is named with the place of the body above it: `Sở Nội vụ tỉnh ...`.
    guard bodies.count >= 2, Self.departments.contains(where: { last.hasPrefix($0) }) else { return last }
    let superior = bodies[bodies.count - 2]
    for lead in ["tỉnh ", "thành phố ", "huyện ", "quận ", "thị xã "] {
      guard superior.hasPrefix("Ủy ban nhân dân " + lead), !last.contains(lead) else { continue }
      return last + superior.dropFirst("Ủy ban nhân dân".count)
    }
    return last
  }

  private static let departments = ["Sở ", "Phòng ", "Ban ", "Thanh tra"]

  private func lowercasedFirst(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    var out = String.UnicodeScalarView([Unicode.Scalar(VietnameseLetter.lower(of: first.value)) ?? first])
    out.append(contentsOf: text.unicodeScalars.dropFirst())
    return String(out)
  }

  /// The first body named in full with its place in the text, for a document whose letterhead is lost.
  private func issuerInText() -> String? {
    for at in 0..<stream.count {
      let token = stream.tokens[at]
      let end: Int
      if token.key == "ủy", stream[at + 1].key == "ban", stream[at + 2].key == "nhân", stream[at + 3].key == "dân" {
        end = at + 4
      } else if token.key == "ubnd" {
        end = at + 1
      } else {
        continue
      }
      var last = end
      while Tables.placeLeads.contains(stream[last].key) || stream[last].key == "thành" || stream[last].key == "thị" {
        last += 1
      }
      let nameStart = last
      while last - nameStart < 4, stream[last].isWord, stream[last].isCapital, !beginsParagraph[last] { last += 1 }
      guard nameStart > end, last > nameStart else { continue }
      return "Ủy ban nhân dân " + stream.flatText(ofTokens: end..<last)
    }
    return nil
  }

  /// `(Kèm theo Báo cáo số 235/BC-UBND ngày 10 tháng 7 năm 2018 của Ủy ban nhân dân tỉnh ...)`: an appendix names the
  /// document it belongs to, which helps where the letterhead is lost.
  private func readNoteOfAppendix(_ metadata: inout DocumentMetadata) {
    guard metadata.symbol == nil, let type = metadata.type else { return }
    let parser = DatePointParser(stream: stream)
    for at in 0..<stream.count where stream.tokens[at].key == "kèm" && stream[at + 1].key == "theo" {
      guard let match = vocabulary.documentTypes.match(stream, at: at + 2), match.value == type else { continue }
      var next = match.end
      if stream[next].key == Words.so { next += 1 }
      if stream[next].isSign(":") { next += 1 }
      guard let symbol = symbols.symbol(at: next, isIntroduced: true) else { continue }
      metadata.number = symbol.number
      metadata.symbol = symbol.symbol
      metadata.ownSymbol = symbol.tokens
      next = symbol.tokens.upperBound
      if let point = parser.point(at: next), let date = point.date, date.isPossible {
        if metadata.issued == nil { metadata.issued = date }
        next = point.end
      }
      if metadata.issuer == nil, stream[next].key == "của" {
        var end = next + 1
        while end < stream.count, stream[end].isWord, !beginsParagraph[end], end - next < 14 { end += 1 }
        metadata.issuer = stream.flatText(ofTokens: (next + 1)..<end)
      }
      return
    }
  }
}
