/// Numbers of rules and suppositions: nothing that was reached, and nothing that is demanded of anybody in particular.
///
/// Accepts `Trường hợp nhận hai trẻ em trở lên thì được giảm 50% lệ phí`, `mức thu bằng 50% mức thu phí`,
/// `nghỉ việc từ 22 ngày trở lên`. Refuses what is told as done: `đã thu phí 50%`, `tỷ lệ đạt từ 80% trở lên`.
struct StatementRules {
  let stream: TokenStream
  let words: StatementWords
  private var phrases: StatementPhrases { words.phrases }

  /// Whether a sentence begins with a supposition: `Nếu ...`, `Trường hợp ... thì`.
  ///
  /// - Complexity: O(1).
  func supposes(from start: Int) -> Bool {
    (start..<start + 4).contains { at in
      guard at < stream.count, phrases.suppositions.match(stream, at: at) != nil, !isContrast(at) else { return false }
      return (start..<at).allSatisfy { !stream[$0].isWord || stream[$0].bytes.count == 1 }
    }
  }

  /// `Nếu năm 2017 chỉ có 25 em tham gia thì đến năm 2021 là 80`: whether `nếu` only sets one time against another.
  ///
  /// - Complexity: O(1).
  func isContrast(_ at: Int) -> Bool {
    stream[at].key == "nếu" && (stream[at + 1].key == Words.nam || stream[at + 1].key == "như")
  }

  /// Whether a number bounds or rates what a rule is about.
  ///
  /// - Parameter done: the word that tells of something done, if the clause has one.
  /// - Complexity: O(1): at most a stretch of words is looked at.
  func governs(_ figure: StatementFigure, in clause: StatementClause, done: Int?) -> Bool {
    if let done, done < figure.number { return false }
    let start = figure.tokens.lowerBound
    let before = stream[start - 1].key
    // `giờ trực tiếp trên lớp chiếm tối thiểu 50% định mức`: what is counted is what it is, and not at least something.
    if stream[start].key == "tối" { return true }
    // `Hội đồng có ít nhất là 03 người`
    if before == "là", start - 3 >= clause.tokens.lowerBound, words.leastOrMost(start - 3) != nil { return true }
    if figure.fact.bound == .atLeast || figure.fact.bound == .atMost {
      // `ít nhất 16 người tử nạn`, `ít nhất 1.880 thủ phạm đã được nhận dạng`
      let end = figure.tokens.upperBound
      if stream[end].key == "đã"
        || (end..<end + 3).contains(where: { phrases.casualties.match(stream, at: $0) != nil })
      {
        return false
      }
      // `chiếm tỷ lệ cao (từ 85% trở lên)`
      return !(max(clause.tokens.lowerBound, start - 6)..<start).contains { at in
        switch phrases.verbs[stream[at].key] {
        case .reaches?, .shares?, .remains?: true
        default: at == start - 1 && (phrases.verbs[before] != nil || phrases.arrivals.contains(before))
        }
      }
    }
    if grants(figure, in: clause) { return true }
    // `Mức 30% áp dụng đối với công chức`
    if before == "mức", start - 1 == clause.tokens.lowerBound { return true }
    // `có thể được trang bị 4 xe`
    if (max(clause.tokens.lowerBound, start - Self.permissionReach)..<start).contains(where: { at in
      stream[at].key == "thể" && stream[at - 1].key == "có" && !(at..<start).contains { words.isMark($0) }
    }) {
      return true
    }
    // `không nên có hai văn phòng`, `cần 15 phòng học`
    for at in max(clause.tokens.lowerBound, start - 2)..<start {
      if stream[at].key == "nên" || stream[at].key == "cần" { return true }
    }
    let first = max(clause.tokens.lowerBound, figure.number - Self.reach)
    guard let rate = (first..<figure.number).last(where: { phrases.rates.match(stream, at: $0) != nil }) else {
      return false
    }
    return !(rate..<figure.number).contains { words.isMark($0) || phrases.verbs[stream[$0].key] == .reaches }
  }

  /// `Giảm 30% tiền thuê đất đối với dự án ở vùng khó khăn`: whether a share of a charge is what a rule takes off.
  ///
  /// - Complexity: O(1).
  func grants(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    let start = figure.tokens.lowerBound
    guard figure.fact.unit == "percent", stream[start - 1].key == "giảm",
      phrases.charges.match(stream, at: figure.tokens.upperBound) != nil
    else { return false }
    let head = stream[start - 2]
    return start - 1 == clause.tokens.lowerBound || !head.isWord || head.bytes.count == 1
      || Self.favours.contains(head.key)
  }

  /// `GRDP của thành phố tăng thêm 1% thì GDP cả nước tăng 0,21%`: how much one thing changes with another, on either
  /// side of `thì`; `cứ giảm 1% ... thì giảm trừ 0,5%` says so from its first word.
  ///
  /// - Complexity: O(*f*) in figures of the clause.
  func depends(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    if isOfEach(figure, in: clause) { return true }
    guard isChange(figure) else { return false }
    let end = figure.tokens.upperBound
    if (end..<min(end + Self.hingeReach, clause.tokens.upperBound)).contains(where: isHinge) { return true }
    let start = figure.tokens.lowerBound
    guard let hinge = (max(clause.tokens.lowerBound, start - Self.hingeReach)..<start).last(where: isHinge) else {
      return false
    }
    return clause.figures.contains { $0.tokens.upperBound <= hinge && isChange($0) }
  }

  /// Whether a number stands behind `cứ` and a verb of change, or in what follows `thì` from there.
  private func isOfEach(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    let first = clause.tokens.lowerBound
    guard
      let each = (max(first, figure.number - Self.eachReach)..<figure.number).last(where: {
        stream[$0].key == "cứ" && phrases.verbs[stream[$0 + 1].key] != nil
      })
    else { return false }
    return clause.figures.allSatisfy { $0.tokens.upperBound <= each || $0.number >= figure.number }
      || (each..<figure.number).contains(where: isHinge)
  }

  private static let eachReach = 40

  /// `thì`, unlike that of `năm trước tăng 5% thì năm nay tăng 8%`
  private func isHinge(_ at: Int) -> Bool { stream[at].key == "thì" && !phrases.timeWords.contains(stream[at + 1].key) }

  /// `tăng 1%`, `giảm thêm 2%`
  private func isChange(_ figure: StatementFigure) -> Bool {
    let last = figure.tokens.lowerBound - 1
    let verb = phrases.verbs[stream[stream[last].key == "thêm" ? last - 1 : last].key]
    return figure.fact.unit == "percent" && (verb == .rises || verb == .falls)
  }

  private static let hingeReach = 12

  /// Whether a paragraph is an item of a rule: `b) ...`, `3. ...`, with the mark its clause begins with.
  ///
  /// - Complexity: O(1).
  func isProvision(from start: Int) -> Bool {
    let token = stream[start]
    if token.isNumber { return token.digitCount <= 2 && stream[start + 1].isSign(".") }
    return token.isWord && token.bytes.count <= 2 && stream[start + 1].isSign(")")
  }

  /// Whether a number bounds what an item of a rule is about: `Tổng tài sản đạt 3.000 tỷ đồng trở lên`, `giá trị lớn hơn 30%`.
  ///
  /// - Complexity: O(1).
  func bounds(_ figure: StatementFigure, in clause: StatementClause, done: Int?) -> Bool {
    switch figure.fact.bound {
    case .exact, .about: return false
    case .atLeast, .atMost: return done.map { $0 - clause.tokens.lowerBound <= 2 } ?? true
    case .over, .under:
      return done == nil && phrases.verbs[stream[figure.tokens.lowerBound - 1].key] != .reaches
    }
  }

  /// Before `giảm`, grants it: `được giảm 30%`, `miễn giảm 50% phí`.
  private static let favours: WordSet = ["được", "miễn"]
  private static let permissionReach = 8
  /// How far behind its noun a rate stands.
  private static let reach = 24
}
