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
      !stream[end + 1].isWord || vocabulary.words.functionWords.contains(stream[end + 1].key)
    {
      fact.date = year.date?.edtf
      dated = year.end
    }
    // `Điều 88 Hiến pháp nước ...`: without its year only behind a provision.
    let isProvided = chain?.tokens.upperBound == start
    if fact.date == nil, type == "Hiến pháp" && !isProvided || start < titleEnd { return nil }
    let from = attachProvisions(&fact, start: start)
    found.append(
      Candidate(
        .citation(fact), tokens: from..<dated, claim: start..<start, rank: 10, confidence: fact.date == nil ? 0.8 : 0.95
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
      found.append(Candidate(.citation(next), tokens: start..<end, claim: start..<start, rank: 10, confidence: 0.8))
      dated = end
    }
    return dated
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
    } else if token.key == "của", !vocabulary.words.proposals.contains(stream[start - 1].key), stream[start].isCapital {
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
}
