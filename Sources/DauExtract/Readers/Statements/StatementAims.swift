/// Aims that a noun names and a number states, in text that reports.
///
/// Accepts `duy trì mục tiêu triển khai tại 100% số huyện`, `mục tiêu trong năm 2018 là giảm 1,7% biên chế`, `để đạt mục tiêu
/// 1 triệu doanh nghiệp`. Refuses what only bears the word: `vượt chỉ tiêu 6,7%`, `so với chỉ tiêu`, `95% chỉ tiêu`,
/// `18 chỉ tiêu`, `chương trình mục tiêu quốc gia`.
struct StatementAims {
  let stream: TokenStream
  let words: StatementWords
  private var phrases: StatementPhrases { words.phrases }

  enum Government {
    /// The aim has one number: `mục tiêu 1 triệu doanh nghiệp`.
    case number
    /// The aim is set, and what follows in the sentence is set with it.
    case list
  }

  /// How an aim governs a number; nil for not at all.
  ///
  /// - Parameters:
  ///   - before: the end of the number before, or the start of the clause.
  ///   - done: the first word of the clause that tells of something done.
  /// - Complexity: O(1): at most a stretch of words is looked at.
  func government(of figure: StatementFigure, from before: Int, done: Int?) -> Government? {
    let start = figure.tokens.lowerBound
    guard let aim = words.lastAim(in: max(before, start - Self.reach)..<max(before, start)),
      isNoun(aim), figure.parenthesis ?? -1 < aim,
      !(done.map { aim < $0 && $0 < start } ?? false),
      !(aim..<start).contains(where: {
        stream[$0].isSign(",") && !isSaid(aim) || stream[$0].isSign(";")
          || stream[$0].isSign(":")
      })
    else { return nil }
    let head = max(words.stretchStart(of: aim, from: before), aim - Self.holderReach)
    if let reached = reachedVerb(before: aim), reached >= head {
      let purpose = max(head, reached - Self.purposeReach)..<reached
      guard purpose.contains(where: { phrases.aimPurposes.match(stream, at: $0, before: reached) != nil }) else {
        return nil
      }
      return .number
    }
    if (head..<aim).contains(where: { at in
      phrases.aimHolders.match(stream, at: at, before: aim) != nil
        || phrases.aimSetters.match(stream, at: at, before: aim) != nil
    }) {
      return .list
    }
    let isChanged = phrases.verbs[stream[start - 1].key].map { $0 == .rises || $0 == .falls } ?? false
    let last = isChanged ? start - 2 : start - 1
    if last == aim + 1 || states(aim, figure, from: head) || says(aim, figure, from: head) { return .number }
    guard isChanged, stream[last].key == "là" else { return nil }
    return (aim..<last).contains { phrases.verbs[stream[$0].key] != nil } ? nil : .list
  }

  /// `mục tiêu tăng trưởng GDP 6,7%`, `mục tiêu kim ngạch xuất khẩu đạt 10 tỷ USD`: an aim, what it is of, and its number.
  private func states(_ aim: Int, _ figure: StatementFigure, from head: Int) -> Bool {
    let start = figure.tokens.lowerBound
    // `chỉ tiêu tuyển dụng tăng 34,9% so với năm 2016`: how an aim itself changed.
    guard start - aim <= Self.nounReach,
      // `mục tiêu tổng sản phẩm tăng 8-9%`: nobody tells a change that was measured as a range.
      figure.fact.value == nil || phrases.verbs[stream[start - 1].key].map({ $0 != .rises && $0 != .falls }) ?? true
    else { return false }
    var end = start
    let verb = phrases.verbs[stream[start - 1].key]
    let reaches = verb == .reaches
    if reaches || verb == .rises || verb == .falls { end -= 1 }
    guard end > aim + 2,
      !(aim + 2..<end).contains(where: {
        phrases.verbs[stream[$0].key].map { $0 != .rises } ?? false
          || Self.joints.contains(stream[$0].key)
      })
    else { return false }
    if reaches { return !words.tellsOfAimsMet(in: head..<aim) }
    return figure.fact.unit == "percent" || figure.fact.unit == "VND" || figure.fact.unit == "USD"
  }

  /// `mục tiêu mà Bộ đưa ra cho ngành tôm là xuất khẩu đạt 10 tỷ USD`: an aim, whose it is, and what it is.
  private func says(_ aim: Int, _ figure: StatementFigure, from head: Int) -> Bool {
    let start = figure.tokens.lowerBound
    guard let said = (aim + 2..<max(aim + 2, start)).first(where: { stream[$0].key == "là" }),
      said - aim <= Self.nounReach, phrases.verbs[stream[start - 1].key] == .reaches || stream[start - 2].key == "giá",
      !(aim + 2..<said).contains(where: { phrases.verbs[stream[$0].key] != nil })
    else { return false }
    return !words.tellsOfAimsMet(in: head..<aim)
  }

  /// Shows that more than what an aim is of stands before a number.
  private static let joints: WordSet = ["là", "có", "được", "cho", "với", "tại", "từ", "để", "đã", "và"]
  private static let nounReach = 14

  /// `các mức tăng bảo đảm dưới chỉ tiêu tăng 4%`: the bound that stands before the aim.
  ///
  /// - Complexity: O(1).
  func bound(of figure: StatementFigure, from clauseStart: Int) -> Bound? {
    let start = figure.tokens.lowerBound
    guard let aim = (max(clauseStart, start - 3)..<start).last(where: { words.isAim($0) }),
      stream[aim - 1].key == "dưới"
    else {
      return nil
    }
    return .under
  }

  /// `..., với các mục tiêu cụ thể:`: whether a clause ends by leading aims in, unlike `kết quả thực hiện các mục tiêu:`.
  ///
  /// - Complexity: O(1).
  func leadsIn(_ clause: StatementClause) -> Bool {
    guard clause.endsWithColon,
      let aim = clause.tokens.suffix(Self.endReach).last(where: { stream[$0].key == "mục" && words.isAim($0) })
    else { return false }
    let before = max(clause.tokens.lowerBound, aim - Self.reach)..<aim
    return stream[aim + 2].key != "quốc" && !words.tellsOfAimsMet(in: before)
  }

  /// Whether `mục tiêu` or `chỉ tiêu` stands shortly before a date in its stretch: `mục tiêu trong năm 2018 là ...`.
  ///
  /// - Complexity: O(1).
  func isDated(_ start: Int, from clauseStart: Int) -> Bool {
    let head = max(words.stretchStart(of: start, from: clauseStart), start - Self.dateReach)
    return (head..<start).contains { words.isAim($0) && isNoun($0) && reachedVerb(before: $0) == nil }
  }

  /// Whether one aim is named, not counted, compared with or a part of a name.
  private func isNoun(_ aim: Int) -> Bool {
    let before = stream[aim - 1]
    if before.isNumber || before.isSign("%") || stream[aim + 2].key == "quốc" { return false }
    if before.key == "với", stream[aim - 2].key == "so" || phrases.verbs[stream[aim - 2].key] == .exceeds {
      return false
    }
    // `đặt ra một trong các mục tiêu quan trọng là ...`
    if stream[aim - 2].key == Words.trong, stream[aim - 3].key == Words.mot { return true }
    return !Self.others.contains(before.key)
      && (phrases.verbs[before.key] != .exceeds || stream[aim - 2].key == Words.va)
  }

  /// Whether `là` follows an aim at once: what it says may be a list.
  private func isSaid(_ aim: Int) -> Bool { (aim + 2..<aim + 6).contains { stream[$0].key == "là" } }

  /// The verb of `đạt được mục tiêu`, `hoàn thành chỉ tiêu`.
  private func reachedVerb(before aim: Int) -> Int? {
    var at = aim - 1
    while phrases.fillers.contains(stream[at].key), aim - at < 3 { at -= 1 }
    // `đạt và vượt mục tiêu`
    if phrases.verbs[stream[at].key] == .exceeds, stream[at - 1].key == Words.va { at -= 2 }
    if phrases.verbs[stream[at].key] == .reaches { return at }
    return stream[at].key == Words.thanh && stream[at - 1].key == "hoàn" ? at - 1 : nil
  }

  /// Before `mục tiêu`: several of them, a comparison, a programme.
  private static let others: WordSet = ["so", "các", "những", "số", "nhiều", "trình"]
  /// How far before its number an aim is named.
  private static let reach = 40
  /// How far before an aim stands who holds it: `giao Bộ Kế hoạch và Đầu tư chỉ tiêu ...`.
  private static let holderReach = 12
  private static let purposeReach = 4
  private static let endReach = 6
  /// `Mục tiêu cụ thể đặt ra là đến năm 2025`
  private static let dateReach = 8
}
