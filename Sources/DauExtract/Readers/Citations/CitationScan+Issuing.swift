/// Acts whose issuer stands before or behind a verb of issuing and not behind `của`.
extension CitationScan {
  /// `Bộ Chính trị đã ban hành Nghị quyết về ...`, `Nghị quyết do Hội đồng nhân dân tỉnh thông qua ngày 10/12/2019`.
  ///
  /// Refuses what is only planned (`trình ... ban hành Nghị quyết`) and acts of all kinds (`ban hành các Nghị quyết`).
  ///
  /// - Returns: the token behind the citation.
  /// - Complexity: O(1): a bounded number of words is looked at.
  mutating func issuedAct(_ type: String, start: Int, after: Int, _ fact: inout CitationFact) -> Int? {
    guard stream[start].isCapital, type != "Quyết định", type != "Quy định" else { return nil }
    if stream[after].key == "do" || stream[after].key == Words.duoc {
      let end = issuedBehind(after, &fact)
      // `thi hành luật, nghị quyết được Quốc hội thông qua tại các kỳ họp` names none in particular.
      return stream[after].key == "do" || fact.date != nil ? end : nil
    }
    guard isTitleLead(after), stream[after].key == "về", let verb = issuingVerb(before: start),
      let issuer = issuer(before: verb)
    else { return nil }
    let end = readDetails(from: after, &fact)
    guard fact.title != nil else { return nil }
    // `Nghị quyết về chuyển đổi số ngày 05/5/2021`: the day is the act's.
    if fact.date == nil, let day = (after..<end).last(where: { stream[$0].key == Words.ngay }), day > after + 1,
      readDate(from: day, &fact) == end
    {
      fact.title = stream.flatText(ofTokens: after..<day)
    }
    fact.issuer = stream.flatText(ofTokens: issuer)
    fact.date = fact.date ?? dateBefore(start)
    return end
  }

  /// `nghị quyết HĐND thành phố Đà Nẵng về nhiệm vụ năm 2018`: the issuer straight behind the type, and what the act is about.
  ///
  /// - Returns: the token behind the citation.
  mutating func actOfBody(_ type: String, after: Int, _ fact: inout CitationFact) -> Int? {
    guard type == "Nghị quyết" || type == "Chỉ thị", stream[after].isCapital,
      vocabulary.offices.match(stream, at: after) != nil
    else { return nil }
    let issuer = issuerEnd(from: after)
    guard stream[issuer].key == "về", isBody(after..<issuer), let title = title(from: issuer) else { return nil }
    // `về nhiệm vụ năm 2018 ghi rõ: “...”`: what it says is not what it is called.
    var end =
      title.first { stream[$0].isSign(":") || stream[$0].opensQuote || stream[$0].isSign(",") && isActOfBody($0 + 1) }
      ?? title.upperBound
    while end > title.lowerBound + 2, Self.telling.contains(stream[end - 1].key) { end -= 1 }
    fact.issuer = stream.flatText(ofTokens: after..<issuer)
    fact.title = stream.flatText(ofTokens: title.lowerBound..<end)
    titleEnd = end
    return end
  }

  /// `, Nghị quyết HĐND huyện`: the next act of a list.
  private func isActOfBody(_ at: Int) -> Bool {
    guard stream[at].isCapital, let type = vocabulary.documentTypes.match(stream, at: at) else { return false }
    return stream[type.end].isCapital && vocabulary.offices.match(stream, at: type.end) != nil
  }

  private static let telling: WordSet = ["ghi", "nêu", "rõ"]

  /// `do Hội đồng nhân dân tỉnh ban hành ngày 10/12/2019`
  private mutating func issuedBehind(_ lead: Int, _ fact: inout CitationFact) -> Int? {
    let start = lead + 1
    guard
      let verb = (start..<start + Self.issuerReach).first(where: {
        vocabulary.words.issuingVerbs.match(stream, at: $0) != nil
      }), isBody(start..<verb), let issuing = vocabulary.words.issuingVerbs.match(stream, at: verb)
    else { return nil }
    fact.issuer = stream.flatText(ofTokens: start..<verb)
    return readDate(from: issuing.end, &fact)
  }

  /// Where the verb of issuing that ends straight before an act begins.
  private func issuingVerb(before start: Int) -> Int? {
    (max(start - 2, 0)..<start).first { vocabulary.words.issuingVerbs.match(stream, at: $0)?.end == start }
  }

  /// The name of a body that ends before a verb, with nothing between but what tells that it is done.
  private func issuer(before verb: Int) -> Range<Int>? {
    var end = verb
    while end > 0, isOpen(end), Self.done.contains(stream[end - 1].key) { end -= 1 }
    for start in max(end - Self.issuerReach, 0)..<end where isBody(start..<end) {
      let lead = stream[start - 1]
      return vocabulary.words.proposals.contains(lead.key) && !outline.beginsParagraph[start] ? nil : start..<end
    }
    return nil
  }

  /// Whether some words are a body that is known and no more than what belongs to its name.
  private func isBody(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, stream[first].isCapital,
      let body = vocabulary.offices.match(stream, at: first, before: tokens.upperBound)
    else { return false }
    return (first + 1..<tokens.upperBound).allSatisfy { isOpen($0) }
      && (body.end..<tokens.upperBound).allSatisfy { at in
        (stream[at].isWord || stream[at].isNumber || stream[at].isSign("(") || stream[at].isSign(")"))
          && !vocabulary.words.issuerStops.contains(stream[at].key)
      }
  }

  private static let done: WordSet = ["đã", "vừa", "cũng"]
  /// The most words of an issuer.
  private static let issuerReach = 16
}
