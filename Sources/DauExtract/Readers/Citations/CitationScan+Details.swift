/// Date, issuer and title of a cited act.
extension CitationScan {
  /// `ngày 31/7/2017`, `năm 2017` behind a symbol or a name.
  func readDate(from end: Int, _ fact: inout CitationFact) -> Int {
    var at = end
    if stream[at].isSign(",") { at += 1 }
    if stream[at].isSign("("), stream[at + 1].key == Words.ngay || stream[at + 1].key == Words.nam { at += 1 }
    // `Quyết định số 1566/QĐ- ngày 25/12/2019`
    if fact.symbol != nil, stream[at].isDash, stream[at].isJoined, stream[at + 1].key == Words.ngay { at += 1 }
    // A slip of the pen: `ngày ngày 24/3/2021`.
    if stream[at].key == Words.ngay, stream[at + 1].key == Words.ngay { at += 1 }
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

  /// `Ngày 25/6/2014, UBND tỉnh ban hành Quyết định số 1355/QĐ-UBND`: the day of an act that stands before it.
  ///
  /// - Complexity: O(1).
  func dateBefore(_ start: Int) -> String? {
    guard Self.issuing.contains(stream[start - 1].key), isOpen(start) else { return nil }
    var at = start - 1
    while at > 0, start - at < 30, isOpen(at), !stream[at].endsClause, !outline.beginsParagraph[at] { at -= 1 }
    if stream[at].endsClause { at += 1 }
    guard let day = (at..<start).last(where: { stream[$0].key == Words.ngay }),
      day - at <= 3 || stream[day - 1].isSign(","),
      let point = dates.point(at: day), point.shape == .day, point.year != nil, let date = point.date,
      date.isPossible, point.end < start
    else { return nil }
    return date.edtf
  }

  /// The last words of `ban hành`, `ký`, `ra`.
  private static let issuing: WordSet = ["hành", "ký", "ra"]

  /// `của <issuer>`, the date behind it, and the title.
  mutating func readDetails(from end: Int, _ fact: inout CitationFact) -> Int {
    var at = end
    if stream[at].key == "của", isOpen(at) {
      let issuerEnd = self.issuerEnd(from: at + 1)
      if issuerEnd > at + 1 {
        fact.issuer = stream.flatText(ofTokens: (at + 1)..<issuerEnd)
        at = issuerEnd
        if fact.date == nil { at = readDate(from: at, &fact) }
      }
    }
    // `Luật số 15/2003/QH11 quy định ...`: a law is no act that is about something.
    let isVerb = stream[at].key == "quy" && vocabulary.words.lawTypes.contains(fact.type)
    if let (title, details) = datedTitle(from: at, fact) {
      fact.title = stream.flatText(ofTokens: title)
      titleEnd = title.upperBound
      return readDetails(from: readDate(from: details, &fact), &fact)
    }
    if !isVerb, let title = title(from: at) {
      fact.title = stream.flatText(ofTokens: title)
      titleEnd = title.upperBound
      at = title.upperBound
    }
    return at
  }

  /// `Thông tư số 96/2018/TT-BTC Quy định ... ngày 18/10/2018 của Bộ Tài chính`: a title with day and issuer behind it, at the end of
  /// the paragraph. The day is of the year that the symbol has.
  ///
  /// - Returns: the title, and where `ngày` stands.
  private func datedTitle(from start: Int, _ fact: CitationFact) -> (title: Range<Int>, date: Int)? {
    guard fact.date == nil, fact.issuer == nil, let year = fact.symbol?.yearOfSymbol, isOpen(start), isTitleLead(start)
    else { return nil }
    var at = start + 2
    while at < start + Self.longestTitle, isOpen(at) {
      if stream[at].key == Words.ngay, let point = dates.point(at: at), point.shape == .day, point.year == year,
        stream[point.end].key == "của", isOpen(point.end), isOpen(point.end + 1),
        let office = vocabulary.offices.match(stream, at: point.end + 1),
        !isOpen(office.end) || stream[office.end].endsClause
      {
        return (start..<at, at)
      }
      at += 1
    }
    return nil
  }

  private static let longestTitle = 90

  func isOpen(_ index: Int) -> Bool { index < stream.count && !outline.beginsParagraph[index] }

  /// Where the name of a body that begins at `start` ends.
  func issuerEnd(from start: Int) -> Int {
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
      if isTitleLead(at) || token.key == Words.ngay || vocabulary.words.issuerStops.contains(token.key), at > start {
        break
      }
      at += 1
    }
    while at > start + 1, stream[at - 1].isDash || stream[at - 1].key == Words.va { at -= 1 }
    return at
  }

  func isTitleLead(_ at: Int) -> Bool {
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
  func title(from start: Int) -> Range<Int>? {
    guard isOpen(start), isTitleLead(start) else { return nil }
    var at = start
    var depth = 0
    var isQuoted = false
    // `về “...”`: a title that is a quotation ends with it, where a comma follows.
    let isQuotation = stream[start + 1].opensQuote || stream[start + 2].opensQuote
    while at < stream.count, at - start < Self.longestTitle {
      let token = stream[at]
      if at > start, !isOpen(at) { break }
      if token.isSign("“") { isQuoted = true }
      if token.isSign("”") { isQuoted = false }
      if isQuotation, at > start + 3, token.closesQuote, stream[at + 1].isSign(","), !stream[at + 2].opensQuote {
        at += 1
        break
      }
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
        if at > start, isIssued(at) { break }
      }
      at += 1
    }
    return at > start + 1 ? start..<at : nil
  }

  /// `nghị quyết về nhiệm vụ, giải pháp được Thủ tướng ban hành`: who issued it, behind what it is about. What was issued with another
  /// act, `Quy chế được Bộ ban hành kèm theo Quyết định`, is in the title.
  private func isIssued(_ at: Int) -> Bool {
    guard stream[at].key == Words.duoc, stream[at + 1].isCapital,
      let verb = (at + 2..<min(at + 10, stream.count)).first(where: {
        stream[$0].key == "ban" && stream[$0 + 1].key == "hành"
          || stream[$0].key == "thông" && stream[$0 + 1].key == "qua"
      })
    else { return false }
    return stream[verb + 2].key != "kèm"
  }

  /// Whether a new subject begins behind a comma: `..., UBND tỉnh đã ban hành`.
  func isNewClause(_ at: Int) -> Bool {
    let token = stream[at]
    if token.isAllCapitals, token.bytes.count >= 3 { return true }
    if token.key == "trong", stream[at + 1].key == "đó" { return true }
    // `..., mục tiêu trong năm 2018 là giảm 1,7%`
    if token.key == "mục" || token.key == "chỉ", stream[at + 1].key == "tiêu",
      stream[at + 2].key == Words.trong || stream[at + 2].key == Words.den || stream[at + 2].key == "là"
    {
      return true
    }
    // The next document of a list: `..., Chỉ thị số 05-CT/TW`.
    if token.isCapital, let type = vocabulary.documentTypes.match(stream, at: at),
      stream[type.end].key == Words.so || stream[type.end].isNumber
    {
      return true
    }
    return token.isCapital && vocabulary.offices.match(stream, at: at) != nil
  }
}
