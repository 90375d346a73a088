/// Reads the documents that a document names.
///
/// Accepts `Nghị quyết số 04-NQ/TW ngày 30/10/2016 của ...`, `Quyết định 651/QĐ-UBND`, `Công văn số 60/UBND-KGVX`,
/// `Luật Thi đua, Khen thưởng năm 2003`, `Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVI`, each further number of
/// `các Quyết định số ... và số ...`. Refuses the document's own number, `Quyết định này`, `Mẫu số 01/TĐKT`, and
/// `Nghị quyết của HĐND tỉnh`, which names none in particular.
struct CitationReader: Reader {
  func read(_ context: ReadingContext) -> [Candidate] {
    var scan = CitationScan(context)
    scan.run()
    return scan.found
  }
}

private struct CitationScan {
  private let stream: TokenStream
  private let outline: Outline
  private let vocabulary: Vocabulary
  private let symbols: SymbolParser
  private let dates: DatePointParser
  private let provisions: ProvisionParser
  private let ownSymbol: String?
  private(set) var found: [Candidate] = []
  /// Where the title of the last citation ends: an undated law in it only says what that document is about.
  private var titleEnd = 0
  /// A chain of provisions that ends where the next citation may begin.
  private var chain: ProvisionParser.Chain?

  init(_ context: ReadingContext) {
    stream = context.stream
    outline = context.outline
    vocabulary = context.vocabulary
    symbols = SymbolParser(stream: context.stream, typeOfCode: context.vocabulary.typeOfCode)
    dates = DatePointParser(stream: context.stream)
    provisions = ProvisionParser(stream: context.stream)
    ownSymbol = context.outline.metadata.symbol
  }

  mutating func run() {
    var at = 0
    while at < stream.count {
      let end = readCitation(at: at)
      at = max(end, at + 1)
    }
  }

  private mutating func readCitation(at: Int) -> Int {
    let token = stream.tokens[at]
    if token.isWord {
      if let chain = provisions.chain(at: at) {
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
    if token.isNumber, !outline.reserved[at], let symbol = symbols.symbol(at: at, isIntroduced: false),
      isSurelySymbol(symbol)
    {
      return emitSymbol(symbol, type: type(of: symbol), start: at)
    }
    return at + 1
  }

  private func typeName(at: Int) -> (name: String, end: Int)? {
    guard let match = vocabulary.documentTypes.match(stream, at: at) else { return nil }
    // `kỷ luật`, `pháp luật` are no laws.
    if match.value == "Luật", !stream[at].isCapital { return nil }
    return (match.value, match.end)
  }

  // MARK: With a symbol

  private mutating func numbered(type: String, start: Int, after: Int) -> Int? {
    var at = after
    if type == "Luật" || type == "Bộ luật" || type == "Pháp lệnh" {
      // `Luật Thi đua, Khen thưởng số 06/2022/QH15`
      if let name = vocabulary.lawNames.match(stream, at: at) { at = name.end }
    }
    if stream[at].isSign("(") { return nil }
    if stream[at].isSign(":") { at += 1 }
    let isIntroduced = stream[at].key == Words.so
    if isIntroduced { at += 1 }
    if stream[at].isSign(":") || stream[at].isSign(".") { at += 1 }
    guard at < stream.count, stream[at].isNumber else { return nil }
    guard let symbol = symbols.symbol(at: at, isIntroduced: true) else {
      return numberOnly(at: at, type: type, start: start)
    }
    return emitSymbol(symbol, type: type, start: start)
  }

  /// `Nghị quyết 653 năm 2019 của ...`, `Chỉ thị số 56 của Bộ Chính trị`: a number without its letters, known by its
  /// date or its issuer.
  private mutating func numberOnly(at: Int, type: String, start: Int) -> Int? {
    let token = stream[at]
    let next = stream[at + 1].key
    guard Self.actTypes.contains(type) || type == "Thông báo" || type == "Công văn", token.digitCount <= 4,
      !outline.reserved[at], isOpen(at + 1), next == "của" || next == Words.ngay || next == Words.nam
    else { return nil }
    var fact = CitationFact(type: type, number: stream.text(token.bytes))
    let dated = readDate(from: at + 1, &fact)
    let end = readDetails(from: dated, &fact)
    guard fact.date != nil || fact.issuer != nil else { return nil }
    let from = attachProvisions(&fact, start: start)
    found.append(Candidate(.citation(fact), tokens: from..<end, claim: at..<(at + 1), rank: 38, confidence: 0.85))
    return dated
  }

  private static let formLeads: WordSet = ["mẫu", "biểu", "bảng", "lục", "khoản", "thoại", "nhà", "lô", "thửa"]

  /// `văn bản số 12/UBND-NC`, `số 31/2016/QĐ-UBND` in a list.
  private mutating func numberedWithoutType(at: Int) -> Int? {
    guard !Self.formLeads.contains(stream[at - 1].key) else { return nil }
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
    if let first = pieces.first, let type = vocabulary.typeOfCode[first] { return type }
    for piece in pieces.dropFirst() {
      if let type = vocabulary.typeOfCode[piece], piece != "CT", piece != "TC" { return type }
    }
    return "Công văn"
  }

  /// Emits a citation and those that follow in its list; the token behind the last symbol or date.
  private mutating func emitSymbol(_ symbol: DocumentSymbol, type: String, start: Int) -> Int {
    guard !symbol.tokens.contains(where: { outline.reserved[$0] }), symbol.symbol != ownSymbol else {
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
      found.append(Candidate(.citation(fact), tokens: tokens, claim: claim, rank: 40, confidence: 0.97))
    }
    return resume
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

  // MARK: Date, issuer, title

  /// `ngày 31/7/2017`, `năm 2017` behind a symbol or a name.
  private func readDate(from end: Int, _ fact: inout CitationFact) -> Int {
    var at = end
    if stream[at].isSign(",") { at += 1 }
    if stream[at].isSign("("), stream[at + 1].key == Words.ngay || stream[at + 1].key == Words.nam { at += 1 }
    guard at < stream.count, !outline.beginsParagraph[at] else { return end }
    if stream[at].key == Words.ngay || stream[at].key == Words.nam {
      guard let point = dates.point(at: at), let date = point.date, date.isPossible,
        point.shape == .day || point.shape == .year || point.shape == .month
      else { return end }
      fact.date = date.edtf
      return stream[at - 1].isSign("(") && stream[point.end].isSign(")") ? point.end + 1 : point.end
    }
    // A bare day straight behind a symbol.
    if fact.symbol != nil, at == end, stream[at].isNumber, let point = dates.numericPoint(at: at, lead: at),
      let date = point.date,
      date.isPossible, point.shape == .day
    {
      fact.date = date.edtf
      return point.end
    }
    return end
  }

  private static let titleLeads: WordSet = [
    "về", "quy", "hướng", "phê", "sửa", "v", "thành", "kiện", "công", "phát", "triển", "tăng",
  ]

  /// `của <issuer>`, the date behind it, and the title.
  private mutating func readDetails(from end: Int, _ fact: inout CitationFact) -> Int {
    var at = end
    if stream[at].key == "của", isOpen(at) {
      let issuerEnd = self.issuerEnd(from: at + 1)
      if issuerEnd > at + 1 {
        fact.issuer = stream.flatText(ofTokens: (at + 1)..<issuerEnd)
        at = issuerEnd
        if fact.date == nil { at = readDate(from: at, &fact) }
      }
    }
    if let title = title(from: at) {
      fact.title = stream.flatText(ofTokens: title)
      titleEnd = title.upperBound
      at = title.upperBound
    }
    return at
  }

  private func isOpen(_ index: Int) -> Bool { index < stream.count && !outline.beginsParagraph[index] }

  /// Where the name of a body that begins at `start` ends.
  private func issuerEnd(from start: Int) -> Int {
    guard isOpen(start), stream[start].isWord, stream[start].isCapital || stream[start].key == "liên" else {
      return start
    }
    var at = start
    while at < stream.count, at - start < 24 {
      let token = stream[at]
      if at > start, !isOpen(at) { break }
      if token.isDash || token.isSign("&") {
        at += 1
        continue
      }
      if token.isSign(",") {
        // `Bộ Văn hóa, Thể thao và Du lịch`: only inside a name that is known.
        break
      }
      if token.isSign("("),
        stream[at + 1].key == "khóa" || stream[at + 1].key == "khoá"
          || RomanNumeral.value(of: stream[at + 1], in: stream) != nil
      {
        while at < stream.count, !stream[at].isSign(")"), at - start < 24 { at += 1 }
        at += 1
        continue
      }
      guard token.isWord || token.isNumber else { break }
      if let office = vocabulary.offices.match(stream, at: at) {
        at = office.end
        continue
      }
      if isTitleLead(at) || token.key == Words.ngay || Self.issuerStops.contains(token.key), at > start { break }
      at += 1
    }
    while at > start + 1, stream[at - 1].isDash || stream[at - 1].key == Words.va { at -= 1 }
    return at
  }

  private static let issuerStops: WordSet = [
    "đã", "được", "có", "gắn", "và", "trong", "tại", "để", "đối", "là", "thì", "do", "theo", "nêu", "với", "cho", "này",
    "trên", "đến", "từ", "như",
  ]

  private func isTitleLead(_ at: Int) -> Bool {
    let next = stream[at + 1].key
    switch stream[at].key {
    case "về": return true
    case "quy": return next == "định"
    case "ban": return next == "hành" && !stream[at].isCapital
    case "hướng": return next == "dẫn"
    case "phê": return next == "duyệt" || next == "chuẩn"
    case "sửa": return next == "đổi"
    case "v": return stream[at + 1].isSign("/")
    case "thành": return next == "lập"
    case "kiện": return next == "toàn"
    case "công": return next == "nhận" || next == "bố"
    case "tổ": return next == "chức" && !stream[at].isCapital
    case "phát": return next == "động"
    case "tặng", "khen": return true
    case "bãi": return next == "bỏ"
    case "giao": return !stream[at].isCapital
    default: return false
    }
  }

  /// The words that say what the cited document is about.
  private func title(from start: Int) -> Range<Int>? {
    guard isOpen(start), isTitleLead(start) else { return nil }
    var at = start
    var depth = 0
    var isQuoted = false
    while at < stream.count, at - start < 90 {
      let token = stream[at]
      if at > start, !isOpen(at) { break }
      if token.isSign("“") { isQuoted = true }
      if token.isSign("”") { isQuoted = false }
      if token.isSign("(") { depth += 1 }
      if token.isSign(")") {
        depth -= 1
        if depth < 0 { break }
      }
      if !isQuoted && depth == 0 {
        if token.isSign(";") || token.isSign("."), !stream[at + 1].isJoined || stream[at + 1].kind == .outside { break }
        if token.isSign("/"), stream[at - 1].isSign(".") { break }
        if token.isSign(","), isNewClause(at + 1) { break }
        if token.key == "gắn", stream[at + 1].key == "với" { break }
      }
      at += 1
    }
    return at > start + 1 ? start..<at : nil
  }

  /// Whether a new subject begins behind a comma: `..., UBND tỉnh đã ban hành`.
  private func isNewClause(_ at: Int) -> Bool {
    let token = stream[at]
    if token.isAllCapitals, token.bytes.count >= 3 { return true }
    if token.key == "trong", stream[at + 1].key == "đó" { return true }
    return token.isCapital && vocabulary.offices.match(stream, at: at) != nil
  }

  // MARK: Laws and acts without a symbol

  private static let lawTypes: Set<String> = ["Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"]

  /// `Luật Thi đua, Khen thưởng ngày 26/11/2003`, `Bộ luật Lao động năm 2019`, `Hiến pháp 2013`,
  /// `Luật sửa đổi, bổ sung một số điều của Luật ...`.
  private mutating func law(type: String, start: Int, after: Int) -> Int? {
    guard Self.lawTypes.contains(type), isOpen(after) else { return nil }
    var end = after
    if type != "Hiến pháp" {
      if stream[after].key == "sửa", stream[after + 1].key == "đổi" {
        guard let law = amendedLaw(from: after) else { return nil }
        end = law
      } else if let name = vocabulary.lawNames.match(stream, at: after) {
        end = name.end
        guard !(type == "Luật" && stream[after].key == "sư") else { return nil }
      } else {
        // In small letters only behind a provision: `Điều 82 Luật bầu cử ...`.
        guard stream[after].isWord, stream[after].isCapital || chain?.tokens.upperBound == start else { return nil }
        end = after + 1
        while end - after < 14, isOpen(end), stream[end].isWord, !Tables.functionWords.contains(stream[end].key),
          !Self.issuerStops.contains(stream[end].key), stream[end].key != Words.ngay, stream[end].key != Words.nam,
          !(stream[end].key == "sửa" && stream[end + 1].key == "đổi"), stream[end].key != Words.so
        {
          end += 1
        }
      }
    }
    let name = after..<end
    var fact = CitationFact(type: type, title: name.isEmpty ? nil : stream.flatText(ofTokens: name))
    end = behindAmendment(end)
    var dated = readDate(from: end, &fact)
    if dated == end, let year = dates.bareYear(at: end), isOpen(end),
      !stream[end + 1].isWord || Tables.functionWords.contains(stream[end + 1].key)
    {
      fact.date = year.date?.edtf
      dated = year.end
    }
    if fact.date == nil, type == "Hiến pháp" || start < titleEnd { return nil }
    let from = attachProvisions(&fact, start: start)
    found.append(
      Candidate(
        .citation(fact), tokens: from..<dated, claim: start..<start, rank: 10, confidence: fact.date == nil ? 0.8 : 0.95
      ))
    return dated
  }

  /// Behind `(sửa đổi)`, `sửa đổi, bổ sung`, `(sửa đổi, bổ sung một số điều)` after a law's name.
  private func behindAmendment(_ start: Int) -> Int {
    var at = start
    let isBracketed = stream[at].isSign("(")
    if isBracketed { at += 1 }
    guard isOpen(at), stream[at].key == "sửa", stream[at + 1].key == "đổi" else { return start }
    if isBracketed {
      while isOpen(at), !stream[at].isSign(")"), at - start < 24 { at += 1 }
      return at + 1
    }
    at += 2
    if stream[at].isSign(","), stream[at + 1].key == "bổ", stream[at + 2].key == "sung" { at += 3 }
    return at
  }

  /// Behind `sửa đổi, bổ sung một số điều của Luật X và Luật Y`.
  private func amendedLaw(from start: Int) -> Int? {
    var at = start
    var last: Int?
    while isOpen(at), at - start < 60 {
      if stream[at].key == "luật", let name = vocabulary.lawNames.match(stream, at: at + 1) {
        at = name.end
        last = at
        if stream[at].key == Words.va || stream[at].isSign(","),
          stream[at + 1].key == "luật" || stream[at + 1].key == "bộ"
        {
          at += 1
          continue
        }
        break
      }
      if stream[at].isSign(";") || stream[at].isSign(".") || stream[at].key == Words.ngay { break }
      at += 1
    }
    return last ?? (stream[at].key == Words.ngay && at > start ? at : nil)
  }

  private static let actTypes: Set<String> = [
    "Nghị quyết", "Chỉ thị", "Kết luận", "Nghị định", "Thông tư", "Quyết định", "Thông tư liên tịch", "Quy định",
    "Sắc lệnh",
  ]

  /// `Nghị quyết Đại hội Đảng toàn quốc lần thứ XII`, `Nghị quyết Trung ương 4 khóa XII`,
  /// `Chỉ thị của Thủ tướng Chính phủ về ...`, `Quyết định ngày 12/3/2018 của ...`.
  private mutating func unnumbered(type: String, start: Int, after: Int) -> Int? {
    guard Self.actTypes.contains(type), isOpen(after) else { return nil }
    var fact = CitationFact(type: type)
    let token = stream[after]
    var end = after
    if token.key == "đại" && stream[after + 1].key == "hội" || token.key == "hội" && stream[after + 1].key == "nghị"
      || token.key == "trung" && stream[after + 1].key == "ương"
    {
      guard type == "Nghị quyết" || type == "Kết luận", stream[start].isCapital || stream[start].key == "nghị",
        let issuer = sessionEnd(from: after)
      else { return nil }
      fact.issuer = stream.flatText(ofTokens: after..<issuer)
      end = issuer
    } else if token.key == Words.ngay {
      end = readDate(from: after, &fact)
      guard end > after, stream[end].key == "của" else { return nil }
      end = readDetails(from: end, &fact)
      guard fact.issuer != nil else { return nil }
    } else if token.key == "của", stream[after + 1].key == "đại", stream[after + 2].key == "hội",
      let issuer = sessionEnd(from: after + 1)
    {
      fact.issuer = stream.flatText(ofTokens: (after + 1)..<issuer)
      end = issuer
    } else if token.key == "của", !Self.proposals.contains(stream[start - 1].key), stream[start].isCapital {
      guard type != "Quyết định", type != "Quy định" else { return nil }
      end = readDetails(from: after, &fact)
      guard fact.issuer != nil, let title = fact.title, title.hasPrefix("về") else { return nil }
    } else {
      return nil
    }
    let from = attachProvisions(&fact, start: start)
    found.append(
      Candidate(.citation(fact), tokens: from..<end, claim: start..<start, rank: 10, confidence: 0.85))
    return end
  }

  /// Words before an act that is not there yet.
  private static let proposals: WordSet = ["dựng", "thảo", "trình", "hành", "các", "những"]

  /// The end of `Đại hội Đảng bộ tỉnh ... lần thứ XVI`, `Trung ương 4 (khóa XII)`; nil without a session.
  private func sessionEnd(from start: Int) -> Int? {
    var at = start
    var end: Int?
    while isOpen(at), at - start < 30 {
      let token = stream[at]
      if token.isSign("("), stream[at + 1].key == "khóa", stream[at + 3].isSign(")") {
        at += 4
        end = at
        continue
      }
      guard token.isWord || token.isNumber || token.isDash else { break }
      if Self.issuerStops.contains(token.key), token.key != "và" { break }
      if isTitleLead(at), at > start { break }
      at += 1
      if token.key == Words.thu || token.key == "khóa" {
        guard stream[at].isNumber || RomanNumeral.value(of: stream[at], in: stream) != nil || stream[at].isWord else {
          break
        }
        at += 1
        end = at
        // A session may be followed by a further body: `Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII`.
        if stream[at].isSign(","), stream[at + 1].key == "khóa" {
          at += 1
          continue
        }
        if !(stream[at].isCapital && vocabulary.offices.match(stream, at: at) != nil) && stream[at].key != "khóa"
          && stream[at].key != "của" && !stream[at].isSign("(")
        {
          break
        }
      } else if token.isNumber, stream[at - 2].key == "ương" {
        end = at
      } else if RomanNumeral.value(of: token, in: stream) != nil, stream[at - 2].key == "hội" {
        // `Đại hội XIII của Đảng`, `Đại hội XIII Đảng bộ tỉnh`
        let office = stream[at].key == "của" ? at + 1 : at
        if isOpen(office), stream[office].isCapital, stream[office].key == "đảng" {
          at = office + 1
          if stream[at].key == "bộ" { at += 1 }
        }
        end = at
        break
      }
    }
    return end
  }

  // MARK: Provisions

  private mutating func attachProvisions(_ fact: inout CitationFact, start: Int) -> Int {
    defer { chain = nil }
    guard let chain else { return start }
    let gap = start - chain.tokens.upperBound
    guard gap == 0 || gap == 1 && stream[start - 1].key == "của" else { return start }
    fact.provisions = chain.paths
    return chain.tokens.lowerBound
  }
}
