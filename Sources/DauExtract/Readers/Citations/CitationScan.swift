/// The one pass of the reader of citations.
struct CitationScan {
  let stream: TokenStream
  let outline: Outline
  let vocabulary: ReaderVocabulary
  let symbols: SymbolParser
  let dates: DatePointParser
  let provisions: ProvisionParser
  let ownSymbol: String?
  private let places: PlaceSet
  var found: [Candidate] = []
  /// Where the title of the last citation ends: an undated law in it only says what that document is about.
  var titleEnd = 0
  /// The symbols read so far, by type and number.
  private var full: [String: String] = [:]
  /// Provisions before this token belong to no article.
  private var chainlessBefore = 0
  /// A chain of provisions that ends where the next citation may begin.
  var chain: ProvisionParser.Chain?

  init(_ context: ReadingContext) {
    stream = context.stream
    outline = context.outline
    vocabulary = context.vocabulary
    symbols = SymbolParser(stream: context.stream, vocabulary: context.vocabulary)
    dates = DatePointParser(stream: context.stream)
    provisions = ProvisionParser(stream: context.stream)
    ownSymbol = context.outline.metadata.symbol
    places = context.starts
  }

  /// The words that a citation may begin with.
  static func starts(_ documentTypes: PhraseTable<String>) -> WordFilter {
    var starts = ProvisionParser.starts
    starts.insert(Words.so)
    documentTypes.addStarts(to: &starts)
    return starts
  }

  mutating func run() {
    var at = 0
    let starts = vocabulary.citationStarts
    while let place = places.next(from: at) {
      let token = stream[place]
      let isStart = token.isNumber || token.isWord && starts.mayContain(token.key)
      at = max(isStart ? readCitation(at: place) : place, place + 1)
    }
  }

  private mutating func readCitation(at: Int) -> Int {
    let token = stream[at]
    if token.isWord {
      if let chain = provisions.chain(at: at, &chainlessBefore) {
        self.chain = chain
        return chain.tokens.upperBound
      }
      if let type = typeName(at: at) {
        if let end = numbered(type: type.name, start: at, after: type.end) { return end }
        if let end = law(type: type.name, start: at, after: type.end) { return end }
        if let end = unnumbered(type: type.name, start: at, after: type.end) { return end }
        return at + 1
      }
      if token.key == Words.so, let end = numberedWithoutType(at: at) { return end }
      return at + 1
    }
    if token.isNumber, !outline.reserved[at], !isForm(at), let symbol = symbols.symbol(at: at, isIntroduced: false),
      isSurelySymbol(symbol)
    {
      return emitSymbol(symbol, type: type(of: symbol), start: at)
    }
    return at + 1
  }

  /// Whether a number is that of a form or the like: `mẫu số 01/TT`, `Biểu 02/BC`.
  private func isForm(_ at: Int) -> Bool {
    let lead = stream[at - 1].key == Words.so ? at - 2 : at - 1
    return vocabulary.words.formLeads.contains(stream[lead].key) && !outline.beginsParagraph[at]
  }

  private func typeName(at: Int) -> (name: String, end: Int)? {
    guard let match = vocabulary.documentTypes.match(stream, at: at) else { return nil }
    // `kỷ luật`, `pháp luật` are no laws.
    if match.value == "Luật", !stream[at].isCapital {
      guard vocabulary.lawNames.match(stream, at: match.end) != nil,
        !vocabulary.words.noLawLeads.contains(stream[at - 1].key)
      else {
        return nil
      }
    }
    return (match.value, match.end)
  }

  // MARK: With a symbol

  private mutating func numbered(type: String, start: Int, after: Int) -> Int? {
    var at = after
    var title: String?
    // `Luật Thi đua, Khen thưởng số 06/2022/QH15`
    if vocabulary.words.lawTypes.contains(type), let end = numberedLawName(at: at) {
      title = stream.flatText(ofTokens: at..<end)
      at = end
    }
    if stream[at].isSign("(") { return nil }
    if stream[at].isSign(":") { at += 1 }
    let isIntroduced = stream[at].key == Words.so
    if isIntroduced { at += 1 }
    if stream[at].isSign(":") || stream[at].isSign(".") { at += 1 }
    guard at < stream.count, stream[at].isNumber else { return nil }
    guard let symbol = symbols.symbol(at: at, isIntroduced: true) else {
      return numbersBeforeSymbol(at: at, type: type, start: start) ?? shortForm(at: at, type: type, start: start)
        ?? numberOnly(at: at, type: type, start: start)
    }
    return emitSymbol(symbol, type: type, start: start, title: title)
  }

  /// `Nghị quyết số 18, 19-NQ/TW`, `Quyết định số 1467 và 1468/QĐ-UBND`: the letters behind the last number are those
  /// of all.
  private mutating func numbersBeforeSymbol(at start: Int, type: String, start begin: Int) -> Int? {
    var numbers: [Int] = []
    var at = start
    while stream[at].isNumber, stream[at].digitCount <= 4, numbers.count < 12, isOpen(at) {
      if let symbol = symbols.symbol(at: at, isIntroduced: true) {
        guard !numbers.isEmpty, symbol.symbol.hasPrefix(symbol.number) else { return nil }
        let letters = symbol.symbol.dropFirst(symbol.number.utf8.count)
        for (place, index) in numbers.enumerated() {
          let number = stream.text(of: stream[index])
          let fact = CitationFact(type: type, number: number, symbol: number + letters)
          found.append(
            Candidate(
              .citation(fact), tokens: (place == 0 ? begin : index)..<(index + 1), claim: index..<(index + 1),
              rank: .symbol,
              confidence: 0.85))
        }
        return emitSymbol(symbol, type: type, start: at)
      }
      numbers.append(at)
      guard stream[at + 1].isSign(",") || stream[at + 1].key == Words.va else { return nil }
      at += 2
      if stream[at].key == Words.so { at += 1 }
    }
    return nil
  }

  /// `Nghị định số 91`, `Thông tư 12/2019` behind the full form of the same act: its symbol is known.
  private mutating func shortForm(at: Int, type: String, start: Int) -> Int? {
    let token = stream[at]
    guard vocabulary.words.actTypes.contains(type) || type == "Luật" || type == "Pháp lệnh" || type == "Kế hoạch",
      token.digitCount <= 4, !outline.reserved[at]
    else { return nil }
    let number = stream.text(of: token)
    var year: String?
    var end = at + 1
    if stream[end].isSign("/"), stream[end].isJoined, stream[end + 1].digitCount == 4, stream[end + 1].isJoined {
      year = stream.text(of: stream[end + 1])
      end += 2
    }
    // What goes on is another number: `Nghị quyết 30a`, `Kế hoạch 5 năm`.
    if stream[end].isJoined,
      !stream[end].isSign(",") && !stream[end].isSign(".") && !stream[end].isSign(";")
        && !stream[end].isSign(")") || stream[end].kind == .number
    {
      return nil
    }
    let isAforesaid = (stream[end].key == "nói" || stream[end].key == "nêu") && stream[end + 1].key == "trên"
    if year == nil, stream[end].isWord, isOpen(end), !vocabulary.words.functionWords.contains(stream[end].key),
      !isAforesaid
    {
      return nil
    }
    guard let symbol = full[type + " " + number], year.map({ symbol.contains("/" + $0 + "/") }) ?? true,
      !isOfOther(symbol, issuerAt: end)
    else { return nil }
    var fact = CitationFact(type: type, number: number, symbol: symbol)
    let dated = readDate(from: end, &fact)
    let from = attachProvisions(&fact, start: start)
    found.append(Candidate(.citation(fact), tokens: from..<dated, claim: at..<end, rank: .shortForm, confidence: 0.8))
    return dated
  }

  /// Whether `của` at a token names an issuer of another level than that of a symbol: `Nghị quyết 29 của Trung ương` is not the
  /// 29/NQ-HĐND cited before.
  private func isOfOther(_ symbol: String, issuerAt at: Int) -> Bool {
    guard stream[at].key == "của" else { return false }
    let isLocal = symbol.contains("UBND") || symbol.contains("HĐND") || symbol.hasSuffix("/TU")
    return (isLocal ? Self.centralIssuers : Self.localIssuers).contains(stream[at + 1].key)
  }

  private static let centralIssuers: WordSet = ["trung", "quốc", "chính", "thủ"]
  private static let localIssuers: WordSet = ["ubnd", "hđnd", "tỉnh", "huyện", "thành"]

  /// `Nghị quyết 653 năm 2019 của ...`, `Chỉ thị số 56 của Bộ Chính trị`: a number without its letters, known by its
  /// date or its issuer.
  private mutating func numberOnly(at: Int, type: String, start: Int) -> Int? {
    let token = stream[at]
    // `Nghị quyết 30a của Chính phủ`
    let letter = stream[at + 1]
    let isLettered = letter.isWord && letter.isJoined && letter.bytes.count == 1 && !letter.isCapital
    var behind = isLettered ? at + 2 : at + 1
    // `Quyết định số 4168/2006 của UBND thành phố`
    if stream[behind].isSign("/"), stream[behind].isJoined, stream[behind + 1].isJoined,
      stream[behind + 1].digitCount == 4
    {
      behind += 2
    }
    let next = stream[behind].key
    let isTitled =
      next == "về" && vocabulary.words.actTypes.contains(type)
      && (stream[start].isCapital || stream[at - 1].key == Words.so)
    guard vocabulary.words.actTypes.contains(type) || vocabulary.words.numberedPapers.contains(type),
      token.digitCount <= 4,
      !outline.reserved[at], isOpen(behind), next == "của" || next == Words.ngay || next == Words.nam || isTitled
    else { return nil }
    var fact = CitationFact(
      type: type, number: stream.text(stream[at].bytes.lowerBound..<stream[behind - 1].bytes.upperBound))
    let dated = readDate(from: behind, &fact)
    let end = readDetails(from: dated, &fact)
    guard fact.date != nil || fact.issuer != nil || isTitled && fact.title != nil else { return nil }
    let from = attachProvisions(&fact, start: start)
    found.append(
      Candidate(.citation(fact), tokens: from..<end, claim: at..<(at + 1), rank: .numberedAct, confidence: 0.85))
    return dated
  }

  /// `văn bản số 12/UBND-NC`, `số 31/2016/QĐ-UBND` in a list.
  private mutating func numberedWithoutType(at: Int) -> Int? {
    guard !vocabulary.words.formLeads.contains(stream[at - 1].key) else { return nil }
    var next = at + 1
    if stream[next].isSign(":") { next += 1 }
    guard next < stream.count, stream[next].isNumber, !outline.reserved[next],
      let symbol = symbols.symbol(at: next, isIntroduced: true), isSurelySymbol(symbol)
    else { return nil }
    return emitSymbol(symbol, type: type(of: symbol), start: at)
  }

  /// Whether a number is a symbol without a word that says so.
  private func isSurelySymbol(_ symbol: DocumentSymbol) -> Bool {
    let pieces = symbol.code.split(whereSeparator: { $0 == "-" || $0 == "/" })
    guard let first = pieces.first else { return false }
    return pieces.count >= 2 || vocabulary.typeOfCode[String(first)] != nil
  }

  /// The type that a symbol's letters say; a symbol of issuer and unit is a letter's.
  private func type(of symbol: DocumentSymbol) -> String {
    let pieces = symbol.code.split(whereSeparator: { $0 == "-" || $0 == "/" }).map(String.init)
    if let first = pieces.first, let type = typeName(ofCode: first) { return type }
    for piece in pieces.dropFirst() {
      if let type = vocabulary.typeOfCode[piece], piece != "CT", piece != "TC" { return type }
    }
    return "Công văn"
  }

  /// The type of some letters, `NĐ` or `nđ`.
  private func typeName(ofCode code: String) -> String? {
    vocabulary.typeOfCode[code] ?? vocabulary.typeOfSmallCode[code]
  }

  /// Emits a citation and those that follow in its list; the token behind the last symbol or date.
  ///
  /// - Parameter title: the name before the number, of a law.
  private mutating func emitSymbol(_ symbol: DocumentSymbol, type: String, start: Int, title: String? = nil) -> Int {
    guard !symbol.tokens.contains(where: { outline.reserved[$0] }), symbol.symbol != ownSymbol,
      !isOwnNumber(symbol, start: start)
    else {
      chain = nil
      return symbol.tokens.upperBound
    }
    var fact = CitationFact(type: type, number: symbol.number, symbol: symbol.symbol)
    var end = symbol.tokens.upperBound
    end = readDate(from: end, &fact)
    let afterDate = end
    // The next of the list shares what stands behind the last.
    let next = nextOfList(from: end)
    var evidenceEnd = end
    let details = next == nil ? readDetails(from: end, &fact) : end
    evidenceEnd = details
    if let title { fact.title = title }
    if fact.date == nil { fact.date = dateBefore(start) }
    let from = attachProvisions(&fact, start: start)
    var candidates = [(fact, from..<evidenceEnd, symbol.tokens)]
    var resume = afterDate
    if let next {
      var at = next
      while let (symbol, itemStart) = listItem(at: at) {
        guard symbol.symbol != ownSymbol else { break }
        var fact = CitationFact(type: type, number: symbol.number, symbol: symbol.symbol)
        var end = readDate(from: symbol.tokens.upperBound, &fact)
        resume = end
        let following = nextOfList(from: end)
        if following == nil { end = readDetails(from: end, &fact) }
        candidates.append((fact, itemStart..<end, symbol.tokens))
        guard let following, candidates.count < 60 else { break }
        at = following
      }
      if let last = candidates.last?.0 {
        for index in candidates.indices where candidates[index].0.issuer == nil {
          candidates[index].0.issuer = last.issuer
        }
      }
    }
    for (fact, tokens, claim) in candidates {
      if let symbol = fact.symbol, let number = fact.number { full[type + " " + number] = symbol }
      found.append(Candidate(.citation(fact), tokens: tokens, claim: claim, rank: .symbol, confidence: 0.97))
    }
    return resume
  }

  /// Whether a number in the letterhead is the document's own, though the words before it were ruined: place and date
  /// stand behind it in its line.
  private func isOwnNumber(_ symbol: DocumentSymbol, start: Int) -> Bool {
    let line = stream[start].line
    let title = outline.metadata.titleTokens
    guard line < 20, title.isEmpty || start < title.lowerBound, !stream[start].isWord || stream[start].key == Words.so,
      stream[symbol.tokens.upperBound].isCapital
    else { return false }
    return stream.tokens(ofLine: Int(line)).contains { $0 > start && stream[$0].key == Words.ngay }
  }

  /// Behind a comma or `và`, where a further `số 31/...` of the same type begins.
  private func nextOfList(from end: Int) -> Int? {
    let token = stream[end]
    guard token.isSign(",") || token.isSign(";") || token.key == Words.va else { return nil }
    var at = end + 1
    if stream[at].key == Words.va { at += 1 }
    return listItem(at: at) == nil ? nil : at
  }

  private func listItem(at: Int) -> (DocumentSymbol, start: Int)? {
    var next = at
    let isIntroduced = stream[next].key == Words.so
    if isIntroduced { next += 1 }
    guard next < stream.count, stream[next].isNumber, !outline.beginsParagraph[next],
      let symbol = symbols.symbol(at: next, isIntroduced: isIntroduced), isSurelySymbol(symbol)
    else { return nil }
    return (symbol, at)
  }

  // MARK: Provisions

  mutating func attachProvisions(_ fact: inout CitationFact, start: Int) -> Int {
    defer { chain = nil }
    guard let chain else { return start }
    let gap = start - chain.tokens.upperBound
    guard gap == 0 || gap == 1 && stream[start - 1].key == "của" else { return start }
    fact.provisions = chain.paths
    return chain.tokens.lowerBound
  }
}
