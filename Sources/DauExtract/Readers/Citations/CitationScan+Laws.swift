/// Laws, and acts that are cited without a symbol.
extension CitationScan {
  /// `Luật Thi đua, Khen thưởng ngày 26/11/2003`, `Bộ luật Lao động năm 2019`, `Hiến pháp 2013`,
  /// `Luật sửa đổi, bổ sung một số điều của Luật ...`.
  mutating func law(type: String, start: Int, after: Int) -> Int? {
    guard vocabulary.words.lawTypes.contains(type), isOpen(after) else { return nil }
    var end = after
    if type != "Hiến pháp" {
      if stream[after].key == "sửa", stream[after + 1].key == "đổi" {
        guard let law = amendedLaw(from: after) else { return nil }
        end = law
      } else if let name = vocabulary.lawNames.match(stream, at: after) {
        end = name.end
        guard !(type == "Luật" && stream[after].key == "sư") else { return nil }
        // `Luật Cán bộ, công chức và Luật Viên chức` is one law only where it amends them.
        if let next = (after + 1..<end).first(where: { stream[$0].key == Words.va && stream[$0 + 1].key == "luật" }) {
          end = next
        }
      } else {
        // In small letters only behind a provision: `Điều 82 Luật bầu cử ...`.
        guard stream[after].isWord, stream[after].isCapital || chain?.tokens.upperBound == start else { return nil }
        end = after + 1
        while end - after < 14, isOpen(end), stream[end].isWord,
          !vocabulary.words.functionWords.contains(stream[end].key),
          !vocabulary.words.issuerStops.contains(stream[end].key), stream[end].key != Words.ngay,
          stream[end].key != Words.nam,
          !(stream[end].key == "sửa" && stream[end + 1].key == "đổi"), stream[end].key != Words.so
        {
          end += 1
        }
        end = unknownNameEnd(from: end) ?? end
      }
    }
    let name = after..<end
    var fact = CitationFact(type: type, title: name.isEmpty ? nil : stream.flatText(ofTokens: name))
    end = behindAmendment(end)
    var dated = readDate(from: end, &fact)
    if dated == end, let year = dates.bareYear(at: end), isOpen(end),
      !stream[end + 1].isWord || stream[end + 1].isAllCapitals
        || vocabulary.words.functionWords.contains(stream[end + 1].key)
    {
      fact.date = year.date?.edtf
      dated = year.end
    }
    // `Luật Thi đua, Khen thưởng (2003)`
    if dated == end, stream[end].isSign("("), isOpen(end), let year = dates.bareYear(at: end + 1),
      stream[year.end].isSign(")")
    {
      fact.date = year.date?.edtf
      dated = year.end + 1
    }
    // `Điều 88 Hiến pháp nước ...`: without its year only behind a provision.
    let isProvided = chain?.tokens.upperBound == start
    if fact.date == nil, type == "Hiến pháp" && !isProvided || start < titleEnd { return nil }
    let from = attachProvisions(&fact, start: start)
    found.append(
      Candidate(
        .citation(fact), tokens: from..<dated, claim: start..<start, rank: .name,
        confidence: fact.date == nil ? 0.8 : 0.95
      ))
    // `Luật sửa đổi, bổ sung ... ngày 14/6/2005 và ngày 16/11/2013`: two acts of one name.
    while fact.date != nil, stream[after].key == "sửa", stream[dated].key == Words.va || stream[dated].isSign(","),
      isOpen(dated + 1), stream[dated + 1].key == Words.ngay || stream[dated + 1].key == Words.nam
    {
      var next = fact
      next.date = nil
      let start = dated + 1
      let end = readDate(from: start, &next)
      guard next.date != nil else { break }
      found.append(Candidate(.citation(next), tokens: start..<end, claim: start..<start, rank: .name, confidence: 0.8))
      dated = end
    }
    return dated
  }

  /// The end of the name between `Luật` and `số 06/2022/QH15`, known or not.
  func numberedLawName(at start: Int) -> Int? {
    if let name = vocabulary.lawNames.match(stream, at: start) { return name.end }
    // `Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng số 39/2013/QH13`
    if stream[start].key == "sửa", stream[start + 1].key == "đổi", let end = amendedLaw(from: start),
      stream[end].key == Words.so, stream[end + 1].isNumber
    {
      return end
    }
    guard stream[start].isWord, stream[start].isCapital else { return nil }
    var at = start + 1
    while isOpen(at), at - start < 16 {
      let token = stream[at]
      if token.key == Words.so, stream[at + 1].isNumber { return at }
      guard token.isSign(",") || token.isWord, token.key != Words.dieu, token.key != "của",
        !token.isWord || vocabulary.documentTypes.match(stream, at: at) == nil
      else { return nil }
      if vocabulary.words.issuerStops.contains(token.key), token.key != Words.va, token.key != "tại" { return nil }
      at += 1
    }
    return nil
  }

  /// Where the name of a law that no list knows goes on behind a comma, when its date or number stands at its end:
  /// `Luật Khoa học, Công nghệ và Đổi mới sáng tạo năm 2025`.
  private func unknownNameEnd(from start: Int) -> Int? {
    guard stream[start].isSign(",") || stream[start].key == Words.va || stream[start].key == "tại" else { return nil }
    var at = start
    while isOpen(at), at - start < 16 {
      let token = stream[at]
      if at > start + 1 {
        if token.key == Words.ngay || token.key == Words.nam, stream[at + 1].isNumber { return at }
        if token.isNumber, dates.bareYear(at: at) != nil { return at }
        if token.key == Words.so, stream[at + 1].isNumber { return at }
      }
      guard token.isSign(",") || token.isWord else { return nil }
      if token.isWord, vocabulary.documentTypes.match(stream, at: at) != nil || token.key == Words.dieu { return nil }
      if vocabulary.words.issuerStops.contains(token.key), token.key != Words.va, token.key != "tại" { return nil }
      at += 1
    }
    return nil
  }

  /// Behind `(sửa đổi)`, `sửa đổi, bổ sung`, `(sửa đổi, bổ sung một số điều)` after a law's name.
  func behindAmendment(_ start: Int) -> Int {
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
  func amendedLaw(from start: Int) -> Int? {
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

  /// `Nghị quyết Đại hội Đảng toàn quốc lần thứ XII`, `Nghị quyết Trung ương 4 khóa XII`,
  /// `Chỉ thị của Thủ tướng Chính phủ về ...`, `Quyết định ngày 12/3/2018 của ...`.
  mutating func unnumbered(type: String, start: Int, after: Int) -> Int? {
    guard vocabulary.words.actTypes.contains(type), isOpen(after) else { return nil }
    var fact = CitationFact(type: type)
    let token = stream[after]
    var end = after
    if token.key == "đại" && stream[after + 1].key == "hội" || token.key == "hội" && stream[after + 1].key == "nghị"
      || token.key == "trung" && stream[after + 1].key == "ương"
    {
      guard type == "Nghị quyết" || type == "Kết luận", stream[start].isCapital || stream[start].key == "nghị",
        let issuer = sessionEnd(from: after) ?? congressEnd(from: after)
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
    } else if let named = actOfBody(type, after: after, &fact) {
      end = named
    } else if let issued = issuedAct(type, start: start, after: after, &fact) {
      end = issued
    } else if token.key == "của", !vocabulary.words.proposals.contains(stream[start - 1].key), stream[start].isCapital {
      guard type != "Quyết định", type != "Quy định" else { return nil }
      end = readDetails(from: after, &fact)
      guard fact.issuer != nil, let title = fact.title, title.hasPrefix("về") else { return nil }
    } else {
      return nil
    }
    let from = attachProvisions(&fact, start: start)
    found.append(
      Candidate(.citation(fact), tokens: from..<end, claim: start..<start, rank: .name, confidence: 0.85))
    return furtherTerms(from: end, after: after, fact)
  }

  /// `Nghị quyết Trung ương 4 khóa XI, XII`, `khóa XI và khóa XII`: a resolution of each further term.
  private mutating func furtherTerms(from first: Int, after: Int, _ fact: CitationFact) -> Int {
    var end = first
    guard isTerm(end - 1) else { return end }
    let session = stream.flatText(ofTokens: after..<(end - 1))
    while stream[end].isSign(",") || stream[end].key == Words.va, isOpen(end + 1) {
      let term = stream[end + 1].key == Words.khoa ? end + 2 : end + 1
      guard isOpen(term), RomanNumeral.value(of: stream[term], in: stream) != nil || term == end + 2 && isTerm(term)
      else { break }
      var next = fact
      next.issuer = session + " " + stream.text(stream[term].bytes)
      next.provisions = []
      found.append(
        Candidate(.citation(next), tokens: (end + 1)..<(term + 1), claim: term..<term, rank: .name, confidence: 0.75))
      end = term + 1
    }
    return end
  }

  /// Whether the number of a term of office stands at `index`, behind `khóa`.
  private func isTerm(_ index: Int) -> Bool {
    stream[index - 1].key == Words.khoa
      && (stream[index].isNumber || RomanNumeral.value(of: stream[index], in: stream) != nil)
  }

  /// The end of `Đại hội Đảng bộ tỉnh ... lần thứ XVI`, `Trung ương 4 (khóa XII)`; nil without a session.
  func sessionEnd(from start: Int) -> Int? {
    var at = start
    var end: Int?
    while isOpen(at), at - start < 30 {
      let token = stream[at]
      if token.isSign("("), stream[at + 1].key == "khóa", stream[at + 3].isSign(")") {
        at += 4
        end = at
        continue
      }
      // `Đảng bộ Công an TP. HCM`
      if token.isSign("."), token.isJoined, stream[at - 1].isAllCapitals, stream[at + 1].isCapital {
        at += 1
        continue
      }
      guard token.isWord || token.isNumber || token.isDash else { break }
      if vocabulary.words.issuerStops.contains(token.key), token.key != "và" { break }
      if isTitleLead(at), at > start { break }
      at += 1
      if token.key == Words.thu || token.key == "khóa" {
        guard stream[at].isNumber || RomanNumeral.value(of: stream[at], in: stream) != nil || stream[at].isWord else {
          break
        }
        at += 1
        end = at
        // A session may be followed by a further body: `Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII`.
        if stream[at].isSign(","), stream[at + 1].key == "khóa", token.key == Words.thu {
          at += 1
          continue
        }
        if token.key == Words.thu, let party = partyEnd(from: at) { return party }
        if !(stream[at].isCapital && vocabulary.offices.match(stream, at: at) != nil) && stream[at].key != "khóa"
          && stream[at].key != "của" && !stream[at].isSign("(")
        {
          break
        }
      } else if token.isNumber, stream[at - 2].key == "ương" {
        end = at
      } else if RomanNumeral.value(of: token, in: stream) != nil, stream[at - 2].key == "hội" {
        // `Đại hội XIII của Đảng`, `Đại hội XIII Đảng bộ tỉnh`
        return partyEnd(from: at) ?? at
      }
    }
    return end
  }

  /// Behind `Đại hội Đảng bộ quận`, `Đại hội đại biểu Đảng bộ huyện Cao Lộc`: a congress by the Party's level alone.
  private func congressEnd(from start: Int) -> Int? {
    guard stream[start].key == "đại", stream[start + 1].key == "hội" else { return nil }
    var at = start + 2
    if stream[at].key == "đại", stream[at + 1].key == "biểu" { at += 2 }
    guard isOpen(at + 2), stream[at].isCapital, stream[at].key == "đảng", stream[at + 1].key == "bộ" else { return nil }
    at += 2
    if stream[at].key == "thành" && stream[at + 1].key == "phố" || stream[at].key == "thị" && stream[at + 1].key == "xã"
    {
      at += 2
    } else if Self.levels.contains(stream[at].key) {
      at += 1
    } else {
      return nil
    }
    while isOpen(at), stream[at].isWord, stream[at].isCapital, !stream[at].isAllCapitals { at += 1 }
    return at
  }

  private static let levels: WordSet = ["tỉnh", "quận", "huyện", "xã", "phường"]

  /// Behind `của Đảng`, `Đảng bộ`, `Đảng Cộng sản Việt Nam` at the end of the name of a congress.
  private func partyEnd(from start: Int) -> Int? {
    let office = stream[start].key == "của" ? start + 1 : start
    guard isOpen(office), stream[office].isCapital, stream[office].key == "đảng" else { return nil }
    let end = office + 1
    if stream[end].key == "bộ" { return end + 1 }
    return stream[end].key == "cộng" && stream[end + 1].key == "sản" && stream[end + 2].key == "việt" ? end + 4 : end
  }
}
