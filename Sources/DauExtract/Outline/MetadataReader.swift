internal import DauText

/// Reads what a document says about itself: letterhead, type and title, signature, recipients.
///
/// The parts and their order are those of Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I. What ruined OCR leaves of
/// fixed words is known by its letters; names of places are spelled as the document spells them most often.
struct MetadataReader {
  let stream: TokenStream
  let lines: [Outline.Line]
  let beginsParagraph: [Bool]
  let vocabulary: ReaderVocabulary

  /// The lines that hold text, in order.
  private let filled: [Int]

  init(stream: TokenStream, lines: [Outline.Line], beginsParagraph: [Bool], vocabulary: ReaderVocabulary) {
    self.stream = stream
    let lines = LayoutTables(stream: stream, lines: lines, vocabulary: vocabulary).unrolled()
    self.lines = lines
    self.beginsParagraph = beginsParagraph
    self.vocabulary = vocabulary
    filled = lines.indices.filter { lines[$0].role == .text && !lines[$0].tokens.isEmpty }
  }

  func read() -> DocumentMetadata {
    var metadata = DocumentMetadata()
    let titles = TitleReader(stream: stream, lines: lines, filled: filled, vocabulary: vocabulary)
    let head = LetterheadReader(stream: stream, lines: lines, filled: filled, vocabulary: vocabulary, titles: titles)
      .read(&metadata)
    titles.readSubject(head, &metadata)
    titles.readType(head, &metadata)
    let spelling = DocumentSpelling(stream: stream, vocabulary: vocabulary)
    metadata.place = metadata.place.map(spelling.settledPlace)
    let issuers = IssuerReader(
      stream: stream, lines: lines, filled: filled, beginsParagraph: beginsParagraph, vocabulary: vocabulary,
      spelling: spelling)
    issuers.read(head, &metadata)
    SignatureReader(stream: stream, lines: lines, filled: filled, vocabulary: vocabulary).read(&metadata)
    readNoteOfAppendix(&metadata)
    if metadata.issuer == nil, head.isFound || metadata.signer != nil || !metadata.recipients.isEmpty {
      metadata.issuer = issuers.issuerInText()
    }
    if let symbol = metadata.symbol { metadata.symbol = settled(symbol, of: metadata) }
    // A letter says nowhere that it is one; its number may be lost, whom it is sent to is not.
    let isLetter =
      head.addressee != nil && (metadata.symbol != nil || head.subject != nil || head.dateLine != nil)
      || head.subject?.isTitle == false && metadata.symbol != nil
    if metadata.type == nil, isLetter { metadata.type = "Công văn" }
    if metadata.type == nil, let symbol = metadata.symbol {
      metadata.type = typeOfSymbol(symbol) ?? (head.subject == nil ? nil : "Công văn")
    }
    return metadata
  }

  private func typeOfSymbol(_ symbol: String) -> String? {
    for piece in symbol.split(whereSeparator: { $0 == "/" || $0 == "-" }) {
      if let type = vocabulary.typeOfCode[String(piece)] { return type }
    }
    return nil
  }

  /// The letters of the symbol as the type and the issuer ask for them: OCR reads `QĐ` as `QD`, `HĐND` as `HDND`, and
  /// the `TU` of a Party committee as `TƯ`.
  private func settled(_ symbol: String, of metadata: DocumentMetadata) -> String {
    let codes = vocabulary.words.markedCodes
    var pieces: [String] = [""]
    for scalar in symbol.unicodeScalars {
      if scalar == "/" || scalar == "-" {
        pieces += [String(scalar), ""]
      } else {
        pieces[pieces.count - 1].unicodeScalars.append(scalar)
      }
    }
    let isCommittee = metadata.issuer.map { issuer in
      vocabulary.words.partyCommittees.contains { issuer.hasPrefix($0) }
    }
    for (index, piece) in pieces.enumerated() {
      if piece == "TƯ", isCommittee == true { pieces[index] = "TU" }
      let marked = piece.replacing("D", with: "Đ")
      guard marked != piece else { continue }
      let isType = metadata.type != nil && vocabulary.typeOfCode[piece] != metadata.type
      if isType && vocabulary.typeOfCode[marked] == metadata.type || codes[piece] != nil {
        pieces[index] = codes[piece] ?? marked
      }
    }
    return pieces.joined()
  }

  /// `(Kèm theo Báo cáo số 235/BC-UBND ngày 10 tháng 7 năm 2018 của Ủy ban nhân dân tỉnh ...)`: an appendix names the
  /// document it belongs to, which helps where the letterhead is lost.
  private func readNoteOfAppendix(_ metadata: inout DocumentMetadata) {
    guard metadata.symbol == nil, let type = metadata.type else { return }
    let symbols = SymbolParser(stream: stream, vocabulary: vocabulary)
    let parser = DatePointParser(stream: stream)
    for at in 0..<stream.count where stream[at].key == "kèm" && stream[at + 1].key == "theo" {
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
