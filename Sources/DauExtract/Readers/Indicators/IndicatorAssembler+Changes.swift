/// Changes: which value they are of, and those of no value that is told.
extension IndicatorAssembler {
  /// `tăng chi tiêu quốc phòng thêm 7,5%`: the change by a percentage whose verb stands before what changes; nil for none.
  func changeBeforeObject(_ value: DecimalNumber, _ use: Use) -> DecimalNumber? {
    guard stream[use.figure.tokens.lowerBound - 1].key == "thêm" else { return nil }
    let verb = use.lead.tokens.last { at in
      let verb = words.phrases.verbs[stream[at].key]
      return verb == .rises || verb == .falls
    }
    return verb.map { words.phrases.verbs[stream[$0].key] == .falls && !value.isNegative ? -value : value }
  }

  /// Whether a number says by how much something changed: one compared with an earlier time, `tai nạn giảm 2 vụ, giảm 3 người
  /// chết so với cùng kỳ`, or of what its subject numbers, `số vụ cháy giảm 2 vụ`.
  ///
  /// Refuses `đã giảm 01 chi cục`, `tổng vốn tăng 127 tỷ đồng`: what was done, in its own amount.
  ///
  /// - Complexity: O(*n*) in tokens of the clause.
  func isChange(_ use: Use) -> Bool {
    let verb = use.lead.verbAt
    if stream[verb].key == "cao" || stream[verb].key == "thấp" { return stream[verb + 1].key == "hơn" }
    // `giảm 2 tín chỉ (từ 14 tín chỉ xuống còn 12 tín chỉ)`
    let behind = use.figure.tokens.upperBound
    if stream[behind].isSign("("), stream[behind + 1].key == Words.tu { return true }
    // `giảm 0,46 điểm (-0,83%), xuống 54,85 điểm`
    let end =
      stream[behind].isSign("(") ? (behind..<behind + 8).first { stream[$0].isSign(")") }.map { $0 + 1 } : behind
    if let end, stream[end].isSign(","), stream[end + 1].key == "xuống" || stream[end + 1].key == "lên",
      stream[end + 2].isNumber || stream[end + 3].isNumber
    {
      return true
    }
    let clause = use.statement.tokens
    if (clause.lowerBound..<use.figure.number).contains(where: comparesWithEarlier) { return true }
    if let time = (use.figure.tokens.upperBound..<clause.upperBound).first(where: comparesWithEarlier),
      !(use.figure.tokens.upperBound..<time).contains(where: { at in
        words.phrases.verbs[stream[at].key].map { $0 != .rises && $0 != .falls } ?? false
      })
    {
      return true
    }
    guard use.figure.fact.unit == "count", let noun = use.figure.fact.of else { return false }
    let first = WordKey(String(Self.firstWord(noun) ?? ""))
    return use.lead.tokens.contains { stream[$0].key == Words.so && stream[$0 + 1].key == first }
  }

  /// `so với cùng kỳ`, `so với năm trước`, unlike `6 tháng đầu năm`.
  private func comparesWithEarlier(_ at: Int) -> Bool {
    guard words.phrases.earlierPhrases.match(stream, at: at) != nil else { return false }
    return stream[at].key == "so" || stream[at].key == "cùng" || stream[at - 1].key == "với"
  }

  /// `sản lượng đạt 500 tấn; tăng 5% so với cùng kỳ; bằng 60% kế hoạch`: whether what stands behind a semicolon is nothing
  /// but a comparison of the value before it.
  ///
  /// - Complexity: O(1).
  func comparesOnly(_ next: StatementClause) -> Bool {
    guard !next.beginsSentence, stream[next.tokens.lowerBound - 1].isSign(";"), let figure = next.figures.first,
      let verb = words.phrases.verbs[stream[next.tokens.lowerBound].key], figure.number - next.tokens.lowerBound <= 4
    else { return false }
    let end = next.figures.count > 1 ? next.figures[1].tokens.lowerBound : next.tokens.upperBound
    let compared = words.comparison(from: figure.tokens.upperBound, before: end)
    switch verb {
    // `giảm 2% hộ nghèo` is a result of its own.
    case .rises, .falls:
      return figure.fact.unit == "percent" && (compared != nil || words.isMark(figure.tokens.upperBound))
    case .equals, .reaches: return figure.fact.unit == "percent" && compared != nil
    default: return false
    }
  }

  /// `231 triệu đồng/ha (cao hơn năm trước 4 triệu đồng)`: by how much the value before is more or less than it was; nil for anything
  /// else.
  ///
  /// - Complexity: O(1).
  func changeOverEarlier(_ value: DecimalNumber, _ use: Use) -> DecimalNumber? {
    guard let start = use.lead.tokens.first, stream[start + 1].key == "hơn", let sign = Self.degrees[stream[start].key],
      let named = words.phrases.earlierPhrases.match(stream, at: start + 2, before: use.figure.number),
      use.figure.number - named.end <= 1
    else { return nil }
    return sign < 0 ? -value : value
  }

  /// What a comparison begins with, and whether that is more or less.
  private static let degrees: [WordKey: Int] = ["cao": 1, "nhiều": 1, "thấp": -1, "ít": -1]

  /// `, xuống 54,85 điểm`, `, còn 228 vụ.`: whether nothing but where a change led to stands before a number, and nothing goes on behind
  /// one that only `còn` leads in.
  func endsWithArrival(_ use: Use) -> Bool {
    let lead = use.lead.tokens
    guard let first = lead.first, lead.count <= 2 else { return false }
    switch stream[first].key {
    case "xuống", "lên": return lead.count == 1 || stream[first + 1].key == "còn"
    case "còn":
      let behind = use.figure.tokens.upperBound
      return lead.count == 1 && (words.isMark(behind) || stream[behind].endsClause || stream[behind].kind == .outside)
    default: return false
    }
  }

  /// `352 doanh nghiệp với số vốn 3.120 tỷ đồng, giảm 8% về số doanh nghiệp nhưng tăng 25,4% về số vốn`: the value of the
  /// sentence that `về` behind a change names.
  ///
  /// - Returns: nil when nothing is named, or nothing that stands before without a change of its own.
  func changed(_ use: Use) -> Int? {
    let behind = use.figure.tokens.upperBound
    guard stream[behind].key == "về" else { return nil }
    var noun = behind + 1
    if stream[noun].key == "tổng" { noun += 1 }
    let isNumber = stream[noun].key == Words.so
    if isNumber { noun += 1 }
    let named = stream[noun].key
    let isMoney = words.phrases.moneyNouns.contains(named)
    guard isMoney || isNumber else { return nil }
    let counted = stream.flatText(ofTokens: noun..<(noun + 1)).lowercased()
    return heads.indices.suffix(6).first { index in
      let fact = heads[index].fact
      guard heads[index].sentence == sentence, fact.value != nil, fact.changePercent == nil, !heads[index].isRefused
      else { return false }
      if isMoney { return fact.unit == "VND" || fact.unit == "USD" }
      // `về số lượng` is the count, whatever it counts.
      return fact.unit == "count" && (named == "lượng" || fact.of?.hasPrefix(counted) ?? false)
    }
  }

  /// Whether a number can be a change of a head: of its unit, and of the same things.
  func fits(_ figure: StatementFigure, _ head: Head) -> Bool {
    // A range takes no comparisons.
    if head.fact.low != nil { return false }
    let first = Self.firstWord(figure.fact.of)
    if first == "bậc" || first == "hạng" { return true }
    guard figure.fact.unit == head.fact.unit || head.fact.unit == "percent" && figure.fact.unit == "point" else {
      return false
    }
    return figure.fact.unit != "count" || first == Self.firstWord(head.fact.of)
  }

  static func firstWord(_ noun: String?) -> Substring? { noun?.prefix { $0 != " " && $0 != "," } }
}
