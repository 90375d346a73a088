/// By when something shall be: which dates of a clause are deadlines, of which numbers, and which stand alone.
extension TargetAssembler {
  func attach(
    _ date: StatementDate, _ clause: StatementClause, _ drafts: inout [Draft], _ uses: StatementTense.Uses
  ) -> Bool {
    guard isDeadline(date, clause, withNumber: true) else {
      return true
    }
    let start = date.tokens.lowerBound
    let comma = mark(before: start, from: clause.tokens.lowerBound)
    let before = drafts.lastIndex { $0.figure.number < start }
    let after = drafts.firstIndex { $0.figure.number > start }
    if moods.isUnknown, before == nil, let after, plans.begin(between: date, and: drafts[after].figure) { return true }
    if let before, drafts[before].figure.number >= comma, !isBehindBrackets(drafts[before].figure, start),
      !leadsOn(date, from: before, to: after, drafts)
    {
      give(date, to: before, &drafts)
      return true
    }
    if let after,
      mark(before: drafts[after].figure.number, from: start) <= date.tokens.upperBound || isLeadIn(date, clause)
        || opensStretch(date, of: drafts[after].figure, clause)
    {
      // Also what the same verb governs: `cuối năm 2021 có thêm 02 xã ..., 01 xã ...`.
      for index in after..<drafts.count {
        if index > after, drafts[index].lead.verb != nil, drafts[index].lead.hasSubject, !isLeadIn(date, clause),
          !opensStretch(date, of: drafts[after].figure, clause)
        {
          break
        }
        // A date beside its number outweighs the one that led the clause in: `Đến năm 2025 đạt 30%, đến năm 2030 đạt 35%`.
        if drafts[index].deadline == nil || drafts[index].isInherited && index > after
          || index == after && !isLeadIn(date, clause)
        {
          drafts[index].deadline = date
          drafts[index].isInherited = index > after
        }
      }
      return true
    }
    // `Tổ chức 04 lớp tập huấn ..., xong trong quý II/2019`; `100% cơ quan, đơn vị thực hiện chữ ký số trước ngày ...`
    if let before, drafts[before].deadline == nil, !isBehindBrackets(drafts[before].figure, start),
      isCompletion(comma..<start)
        || isSaidAsTime(date) && words.phrases.targetVerbs.match(stream, at: comma, before: start) == nil
    {
      give(date, to: before, &drafts)
      return true
    }
    return false
  }

  /// Whether a date has a word that makes a time of it, unlike the year of `tình hình ngân sách năm 2018`.
  private func isSaidAsTime(_ date: StatementDate) -> Bool {
    let one = stream[date.tokens.lowerBound - 1]
    return date.fact.qualifier != nil || !date.isYear || one.key == "vào" || one.key == Words.trong || !one.isWord
  }

  /// `đến 30/9/2020 giải ngân tối thiểu 70% và đến 31/12/2020 giải ngân 100%`: the date of the number behind it.
  private func leadsOn(_ date: StatementDate, from before: Int, to after: Int?, _ drafts: [Draft]) -> Bool {
    // `3.200 USD cũng như mục tiêu đến năm 2035 là 10.000 USD`
    let end = date.tokens.upperBound
    if let after, stream[end].key == "là", drafts[after].figure.number == end + 1 { return true }
    // `sẽ có 10 xe trong năm 2026 và trong năm 2027 sẽ có 30 xe`
    let start = date.tokens.lowerBound
    let joint = stream[start - 1].key == Words.trong ? start - 2 : start - 1
    guard let after, drafts[before].deadline != nil, stream[joint].key == Words.va else { return false }
    return mark(before: drafts[after].figure.number, from: date.tokens.lowerBound) <= date.tokens.upperBound
  }

  /// `gửi hồ sơ (mỗi cụm không quá 01 đơn vị) chậm nhất ngày 31/12`: the date is of what the brackets stand in.
  private func isBehindBrackets(_ figure: StatementFigure, _ date: Int) -> Bool {
    guard figure.parenthesis != nil else { return false }
    return (figure.tokens.upperBound..<date).first { stream[$0].isSign("(") || stream[$0].isSign(")") }
      .map { stream[$0].isSign(")") } ?? false
  }

  /// `hệ thống chợ đến năm 2020, toàn tỉnh có 159 chợ`: whether a year leads in the number behind its comma, with nothing to
  /// do before it.
  private func opensStretch(_ date: StatementDate, of figure: StatementFigure, _ clause: StatementClause) -> Bool {
    let (start, end) = (date.tokens.lowerBound, date.tokens.upperBound)
    let head = mark(before: start, from: clause.tokens.lowerBound)
    // `..., trong năm 2017, cơ quan thanh tra sẽ thanh tra 50% doanh nghiệp`: the date has a stretch of its own.
    let isAlone = start - head == 1 && stream[head].key == Words.trong
    guard date.isYear || isAlone, stream[end].isSign(","), date.fact.qualifier == .until || isAlone,
      mark(before: figure.number, from: start) == end + 1
    else { return false }
    if isAlone { return true }
    let before = head..<start
    return !words.contains(words.phrases.completions, in: before)
      && !words.contains(words.phrases.targetVerbs, in: before)
  }

  private func give(_ date: StatementDate, to index: Int, _ drafts: inout [Draft]) {
    var at = index
    while true {
      // `trong năm 2017 di dời 50% số hộ, xây lại 100% số nhà trước năm 2020`: its own outweighs what leads in.
      if drafts[at].deadline == nil || drafts[at].isInherited { drafts[at].deadline = date }
      drafts[at].isInherited = false
      guard drafts[at].isJoined, at > 0 else { break }
      at -= 1
    }
  }

  func mark(before index: Int, from start: Int) -> Int { words.stretchStart(of: index, from: start) }

  private func isCompletion(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return true }
    // `..., báo cáo kết quả trước ngày 31/3/2019` demands something of its own.
    if tokens.count > 2, stream[first].key == "báo", stream[first + 1].key == "cáo" { return false }
    return tokens.count <= 6 && words.contains(words.phrases.completions, in: tokens)
  }

  /// `nâng tỷ lệ che phủ rừng lên 63% năm 2020`: the year straight behind a share says when, for it names no noun.
  private func isOfShare(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    date.isYear
      && clause.figures.contains { $0.fact.unit == "percent" && $0.tokens.upperBound == date.tokens.lowerBound }
  }

  /// Whether a date limits what the clause demands; a year that names a plan does not.
  func isDeadline(_ date: StatementDate, _ clause: StatementClause, withNumber: Bool) -> Bool {
    let start = clause.figures.isEmpty ? listStart(date, clause) : date.tokens.lowerBound
    let one = stream[start - 1]
    if date.fact.edtf == nil { return true }
    switch date.fact.qualifier {
    case .before?, .end?: return true
    case .until?:
      // `Theo kế hoạch đến năm 2020 sẽ có 45.000 nhà`
      return !date.isYear || !isNamed(start, words.phrases.runningPlans, clause)
        || words.phrases.demands.match(stream, at: date.tokens.upperBound) != nil
        // `Đề án định hướng đến năm 2030 đào tạo 300 thạc sĩ`
        || withNumber && words.phrases.targetVerbs.match(stream, at: date.tokens.upperBound) != nil
        // `mục tiêu tầm nhìn đến năm 2035 là 10.000 USD`
        || withNumber && stream[date.tokens.upperBound].key == "là" && stream[date.tokens.upperBound + 1].isNumber
    case .start?, .middle?: return true
    // `mua 4 chiếc tàu sau năm 2023`
    case .after?:
      return withNumber && date.isYear
        && clause.figures.contains { (0...6).contains(date.tokens.lowerBound - $0.tokens.upperBound) }
    case .from?: return false
    case nil: break
    }
    if withNumber, words.isPhase(date, in: clause) || opensTime(date, clause) || isOfShare(date, clause) { return true }
    if words.isPromisedTime(date, in: clause) || withNumber && words.isOfDemanded(date, in: clause) { return true }
    if one.key == "vào" || one.key == "trong" || one.key == "xong" || isTerm(start) || isImposed(date)
      || !date.isYear && endsCompletion(start)
    {
      return true
    }
    // `Năm 2027, trường dự kiến sẽ xét thêm tổ hợp mới`; `thời gian dự kiến tổng kết là năm 2027`
    if !withNumber, moods.isUnknown, date.isYear,
      isPromised(date, clause) || one.key == "là" && isTimeNamed(in: reach(of: date, clause)..<start)
    {
      return true
    }
    // `Tháng 3/2017 sẽ đấu giá 40 thửa đất`
    if withNumber, start == clause.tokens.lowerBound,
      words.phrases.demands.match(stream, at: date.tokens.upperBound) != nil
    {
      return true
    }
    guard date.isYear, withNumber, !isCompared(date, clause) else { return false }
    // `..., năm 2018 đạt 62%`
    if one.isSign(",") { return true }
    if start <= clause.tokens.lowerBound + 1 { return true }
    return one.isWord && !words.phrases.namedByYear.contains(one.key)
  }

  /// `giảm 2,5% so với số giao năm 2015`: the year that a number is compared with.
  private func isCompared(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    let start = date.tokens.lowerBound
    let figure = clause.figures.last { $0.tokens.upperBound <= start }?.tokens.upperBound ?? clause.tokens.lowerBound
    return (max(mark(before: start, from: clause.tokens.lowerBound), figure)..<start).contains(where: stream.isVersus)
  }

  /// `Thời gian hoàn thành: Quý III/2021`, `Thời hạn: ...`
  private func isTerm(_ start: Int) -> Bool {
    guard stream[start - 1].isSign(":") else { return false }
    return (max(start - 6, 0)..<start).contains { at in
      stream[at].key == "hạn" || stream[at].key == "hoàn" && stream[at + 1].key == "thành"
    }
  }

  /// Whether a word of `nouns` stands shortly before `index`.
  private func isNamed(_ index: Int, _ nouns: WordSet, _ clause: StatementClause) -> Bool {
    var at = index - 1
    while at >= clause.tokens.lowerBound, index - at <= 20, !words.isMark(at) {
      // `Chiến lược đặt mục tiêu đến năm 2030 ...`
      if words.phrases.demands.match(stream, at: at) != nil { return false }
      if nouns.contains(stream[at].key) { return true }
      at -= 1
    }
    return false
  }

  /// Whether a deadline without a number is a demand of its own.
  func stands(_ index: Int, _ clause: StatementClause, _ uses: StatementTense.Uses) -> Bool {
    let date = clause.dates[index]
    let isLate = uses.late[index]
    guard isDeadline(date, clause, withNumber: false), !moods.isHeading(date.tokens.lowerBound),
      !clause.dates.contains(where: { isListed(date, $0) })
    else { return false }
    // `Năm 2019, công ty dự kiến doanh thu 70.000 tỷ đồng`: the time of an amount that is only estimated.
    if uses.place == .reported,
      clause.figures.indices.contains(where: { place in
        let (end, unit) = (clause.figures[place].number, clause.figures[place].fact.unit)
        return uses.figures[place] == nil && (unit == "VND" || unit == "USD") && date.tokens.upperBound < end
          && (date.tokens.upperBound..<end).contains(where: words.saysExpected)
      })
    {
      return false
    }
    let lead = words.lead(before: date.tokens.lowerBound, from: clause.tokens.lowerBound, limit: nil)
    let head = mark(before: date.tokens.lowerBound, from: clause.tokens.lowerBound)
    // `khó hoàn thành vào năm 2020`
    if (head..<date.tokens.lowerBound).contains(where: { stream[$0].key == "khó" }) { return false }
    switch uses.place {
    case .future?:
      switch date.fact.qualifier {
      case .before?, .end?: break
      default:
        if date.isYear {
          return words.contains(words.phrases.yearCompletions, in: reach(of: date, clause)..<date.tokens.lowerBound)
            && (date.fact.qualifier != nil || stream[date.tokens.lowerBound - 1].key == Words.trong
              || stream[date.tokens.lowerBound - 1].key == "vào")
            // `đến giữa năm 2025 cơ bản hoàn thành giải phóng mặt bằng`
            || date.fact.qualifier != nil && completionBehind(date, clause) != nil
        }
      }
      return !lead.tokens.isEmpty || head > clause.tokens.lowerBound || clause.tokens.count > 4
    case .reported?:
      if isImposed(date) || isForeseen(date, clause) || isYearly(date, clause) { return true }
      if moods.isUnknown, plans.say(date, from: reach(of: date, clause)) { return true }
      switch date.fact.qualifier {
      case .before?, .until?, .end?:
        // `yêu cầu Sở Nội vụ báo cáo trước ngày 20/02/2017`; `Gửi báo cáo trước ngày 15/11/2020.` that stands alone.
        if !date.isYear, uses.ordered[index] { return true }
        // `giao Sở Tài chính trình phương án cuối năm 2027`
        if date.fact.qualifier == .end, uses.ordered[index],
          words.contains(words.phrases.completions, in: reach(of: date, clause)..<date.tokens.lowerBound)
        {
          return true
        }
        if !date.isYear, moods.isUnknown, isDirected(date, clause, from: head) { return true }
        // `Đến năm 2025, hoàn thành tuyến đường.`, in a text that does not say of when it is: nobody did it.
        if moods.isUnknown, opensOrder(date, clause) { return true }
        // `..., hoàn thành trước năm 2020;`, in a text that does not say of when it is
        if date.fact.qualifier == .before, moods.isUnknown, endsCompletion(date.tokens.lowerBound),
          !words.contains(words.phrases.reports, in: clause.tokens)
        {
          return true
        }
        // `phấn đấu đến cuối tháng 6/2021 khai thác đường bay`, in a text that does not say of when it is
        if moods.isUnknown, isFromNow(date, clause) { return true }
        if moods.isUnknown, uses.isDemand, isStriven(date, clause) || isPromised(date, clause),
          !isPurpose(of: date, clause)
        {
          return true
        }
        return isLate && (uses.isDemand || !date.isYear)
      case nil:
        // `bảo đảm hoàn thành quy hoạch trong năm 2021`
        let one = stream[date.tokens.lowerBound - 1].key
        if moods.isUnknown || uses.isDemand, isPromised(date, clause) { return true }
        if moods.isUnknown, isGoneOnWith(date, clause) { return true }
        if moods.isUnknown, isToBeDone(date, clause, isUrged: uses.isUrged) { return true }
        // `Giao Sở Giao thông vận tải trong quý I/2027, hoàn thành các thủ tục ...`
        if uses.ordered[index], one == Words.trong || one == "vào", completionBehind(date, clause) != nil {
          return true
        }
        // `yêu cầu Bộ Tài nguyên và Môi trường báo cáo kết quả trong quý II/2017`: nobody is ordered what was done.
        if !date.isYear, uses.ordered[index], one == Words.trong || one == "vào",
          words.first(words.phrases.completions, in: reach(of: date, clause)..<date.tokens.lowerBound, where: isTold)
            != nil
        {
          return true
        }
        return (uses.isDemand || uses.ordered[index] || isPurpose(from: head, before: date.tokens.lowerBound))
          && (one == Words.trong || one == "vào")
          && words.contains(
            words.phrases.yearCompletions,
            in: (uses.ordered[index] ? clause.tokens.lowerBound : reach(of: date, clause))..<date.tokens.lowerBound)
      default: return false
      }
    case nil:
      if uses.isDemand || isImposed(date) || isToBeDone(date, clause, isUrged: uses.isUrged) { return true }
      guard date.fact.qualifier == .before || date.fact.qualifier == .until && !date.isYear else { return false }
      // `gửi Bộ, Ủy ban nhân dân tỉnh trước ngày 30/11 hằng năm`: over the comma.
      let first = date.fact.qualifier == .before && !date.isYear ? min(head, reach(of: date, clause)) : head
      return isLate || words.contains(words.phrases.completions, in: first..<date.tokens.lowerBound)
    }
  }

  /// Where a verb of completion stands straight behind a date and its comma, or behind `cơ bản`; nil for nowhere.
  func completionBehind(_ date: StatementDate, _ clause: StatementClause) -> Int? {
    let end = date.tokens.upperBound
    var start = stream[end].isSign(",") ? end + 1 : end
    if stream[start].key == "cơ", stream[start + 1].key == "bản" { start += 2 }
    return words.phrases.yearCompletions.match(stream, at: start, before: clause.tokens.upperBound) == nil ? nil : start
  }

  /// Whether a sentence consists of a date and what shall be complete by it: no one who did it, nothing that was done.
  private func opensOrder(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    let start = date.tokens.lowerBound
    return clause.beginsSentence && (0...3).contains(start - clause.tokens.lowerBound)
      && completionBehind(date, clause) != nil
      && (clause.tokens.lowerBound..<start).allSatisfy {
        stream[$0].key == Words.den || stream[$0].key == Words.het || stream[$0].key == Words.truoc
      }
      && !words.contains(words.phrases.reports, in: clause.tokens)
  }

  /// Where the list of months or quarters begins that a date ends: `trong quý III, quý IV`.
  private func listStart(_ date: StatementDate, _ clause: StatementClause) -> Int {
    clause.dates.first { isListed($0, date) }?.tokens.lowerBound ?? date.tokens.lowerBound
  }

  /// `quý III, quý IV`: whether the second of two dates ends what the first begins.
  private func isListed(_ first: StatementDate, _ second: StatementDate) -> Bool {
    let end = first.tokens.upperBound
    return end + 1 == second.tokens.lowerBound && (stream[end].isSign(",") || stream[end].key == Words.va)
      && first.fact.qualifier == nil && second.fact.qualifier == nil && first.fact.edtf?.utf8.count == 7
      && second.fact.edtf?.utf8.count == 7
  }

  /// From where the words before a date may say what shall be done by it: behind the number or date before it, over the commas of
  /// `hoàn thành các công trình của xã, phường, thị trấn vào năm 2025`.
  private func reach(of date: StatementDate, _ clause: StatementClause) -> Int {
    let start = listStart(date, clause)
    let ends =
      clause.figures.map(\.tokens.upperBound) + clause.dates.map(\.tokens.upperBound) + [clause.tokens.lowerBound]
    return ends.filter { $0 <= start }.max() ?? clause.tokens.lowerBound
  }

  /// `Sở Xây dựng hoàn thành đồ án trong quý II/2027.`: whether a text that does not say of when it is tells, behind a verb and without
  /// a word of report, in which month or quarter something is done.
  private func isToBeDone(_ date: StatementDate, _ clause: StatementClause, isUrged: Bool) -> Bool {
    let start = date.tokens.lowerBound
    let one = stream[start - 1].key
    guard !date.isYear || isUrged, one == Words.trong || one == "vào", clause.figures.isEmpty else { return false }
    return words.contains(words.phrases.yearCompletions, in: reach(of: date, clause)..<start)
      && !words.contains(words.phrases.reports, in: clause.tokens)
  }

  /// `dự kiến hoàn thành vào cuối năm 2018`, `theo kế hoạch khởi công trong năm 2017`: when something is expected to be done.
  private func isForeseen(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    let start = listStart(date, clause)
    let head = min(reach(of: date, clause), mark(before: start, from: clause.tokens.lowerBound))
    switch date.fact.qualifier {
    case .from?, .after?: return false
    case nil:
      guard
        stream[start - 1].key == "vào" || stream[start - 1].key == Words.trong || endsCompletion(start)
          || stream[start - 1].key == "là" && isTimeNamed(in: head..<start)
      else { return false }
    default: break
    }
    let end = date.tokens.upperBound
    // `hoàn thành vào cuối năm 2020 như dự kiến`
    if stream[end].key == "như",
      words.phrases.forecasts.match(stream, at: end + 1) != nil
        || words.phrases.planPhrases.match(stream, at: end + 1) != nil
    {
      return words.contains(words.phrases.completions, in: head..<start)
    }
    guard
      let cue = (head..<start).first(where: { at in
        words.phrases.forecasts.match(stream, at: at) != nil || stream[at].key == "sẽ"
          || stream[at].key == "theo" && words.phrases.planPhrases.match(stream, at: at + 1) != nil
          // `kế hoạch đưa thành phố lên loại 2 vào năm 2027`
          || stream[at].key == "hoạch" && stream[at - 1].key == "kế" && stream[at + 1].key == "đưa"
      })
    else { return false }
    // `Thời gian tổ chức các lớp tập huấn dự kiến trong quý III`
    if stream[start - 1].key == "là" || isTimeNamed(in: head..<head + 1) { return true }
    // `Theo kế hoạch được Bộ ban hành, trong năm 2017 ...`
    if stream[cue].key == "theo", (cue..<start).contains(where: { stream[$0].key == "được" }) { return false }
    // `đẩy nhanh thanh tra, dự kiến vào đầu tháng 8/2027`
    if words.phrases.forecasts.match(stream, at: cue).map({ $0.end >= start - 1 }) ?? false
      || stream[cue].key == "hoạch"
    {
      return true
    }
    let isWithin = stream[start - 1].key == Words.trong || stream[start - 1].key == "vào"
    // `dự kiến sẽ được phiên chế trong năm 2018`
    if isWithin, moods.isUnknown, !clause.endsWithColon, words.saysExpected(cue),
      !words.contains(words.phrases.reports, in: cue..<start),
      !(cue..<start).contains(where: { at in
        words.phrases.verbs[stream[at].key].map { $0 == .rises || $0 == .falls } ?? false
      })
    {
      return true
    }
    // `sẽ khoan tuyến hầm trong tháng 12/2027`, `sẽ có những điều chỉnh về tiêu chí trong năm 2027`
    if isWithin,
      let promise = (cue..<start).first(where: { stream[$0].key == "sẽ" }), promises(promise),
      !words.contains(words.phrases.reports, in: promise..<start)
    {
      return true
    }
    // `dự kiến đến tháng 7/2027 sẽ hoàn thành`
    let isBehind =
      start - cue <= 4
      && words.contains(words.phrases.yearCompletions, in: end..<min(end + 4, clause.tokens.upperBound))
    return (isBehind || words.contains(words.phrases.completions, in: cue..<start))
      && !words.contains(words.phrases.reports, in: cue..<start)
  }

  private func isTimeNamed(in tokens: Range<Int>) -> Bool {
    tokens.contains { stream[$0].key == "thời" && (stream[$0 + 1].key == "gian" || stream[$0 + 1].key == "điểm") }
  }

  /// Whether what stands behind `sẽ` is done by somebody: `sẽ khoan`, unlike `sẽ tăng`, `sẽ là`.
  func promises(_ cue: Int) -> Bool {
    let verb = stream[cue + 1].key
    // `có thể sẽ vượt qua`
    if stream[cue - 1].key == "thể" { return false }
    if verb == "có" { return stream[cue + 2].key == "những" || stream[cue + 2].key == "các" }
    return !comesByItself(verb)
  }

  /// `hoàn thành tháng 3/2029`: whether a verb of completion ends straight before a date.
  private func endsCompletion(_ start: Int) -> Bool {
    (start - 3..<start).contains { words.phrases.yearCompletions.match(stream, at: $0)?.end == start }
  }

  /// `đầu tư hạ tầng để đạt chuẩn đô thị loại I vào năm 2030`: what something is done for.
  private func isPurpose(from head: Int, before start: Int) -> Bool {
    (head..<start).contains { at in
      stream[at].key == "để" && words.phrases.yearCompletions.match(stream, at: at + 1, before: start) != nil
    }
  }

  /// Whether a day ends what a sentence tells to do, with nothing told as done before it.
  private func isDirected(_ date: StatementDate, _ clause: StatementClause, from head: Int) -> Bool {
    let start = date.tokens.lowerBound
    // `Báo cáo kết quả kiểm tra, xử lý về Tổng cục trước ngày 20/2`: the verb that the sentence begins with.
    let first = clause.tokens.lowerBound
    // `báo cáo Hội đồng nhân dân cùng cấp, trước ngày 15/12 hằng năm`; `báo cáo Thường trực Thành ủy, Bộ Văn hóa trước ngày 4/7`
    let isNoVerb =
      !words.contains(words.phrases.completions, in: head..<start)
      && !words.contains(words.phrases.targetVerbs, in: head..<start)
    let head = head == start || isNoVerb ? first : head
    let isToldFirst =
      clause.beginsSentence && words.contains(words.phrases.completions, in: first..<min(first + 2, head))
    return date.fact.qualifier == .before
      && (isToldFirst || words.first(words.phrases.completions, in: head..<start, where: isTold) != nil)
      && !words.contains(words.phrases.reports, in: clause.tokens.lowerBound..<start)
  }

  /// Whether a verb of completion tells what to do, unlike `lễ tang được tổ chức đối với người hoạt động trước ngày 1/1/1945`,
  /// `trong quá trình thực hiện`, `không thực hiện`.
  private func isTold(_ verb: Range<Int>) -> Bool { !Self.untold.contains(stream[verb.lowerBound - 1].key) }

  private static let untold: WordSet = ["được", "bị", "không", "chưa", "quá", "trình"]

  /// `gửi báo cáo trước ngày 30 tháng 11 hằng năm`: what is to be done every year before a day, with nothing told as done.
  private func isYearly(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    guard date.fact.qualifier == .before, date.fact.edtf?.hasPrefix("XXXX") == true else { return false }
    let start = date.tokens.lowerBound
    return words.first(words.phrases.completions, in: reach(of: date, clause)..<start, where: isTold) != nil
      && !words.contains(words.phrases.reports, in: mark(before: start, from: clause.tokens.lowerBound)..<start)
  }

  /// `chậm nhất đến tháng 2/2015`, `muộn nhất là ngày 20/5`: nobody reports so.
  private func isImposed(_ date: StatementDate) -> Bool {
    let start = date.tokens.lowerBound
    let isLatest = (start - 3..<date.tokens.upperBound).contains { at in
      stream[at].key == "nhất" && (stream[at - 1].key == "chậm" || stream[at - 1].key == "muộn")
    }
    if isLatest { return true }
    // `thời gian hoàn thành theo kế hoạch mới là năm 2026`
    guard stream[start - 1].key == "là" else { return false }
    return (words.stretchStart(of: start, from: max(0, start - 12))..<start).contains { at in
      stream[at].key == "thời" && (stream[at + 1].key == "gian" || stream[at + 1].key == "hạn")
        && stream[at + 2].key == "hoàn" && stream[at + 3].key == Words.thanh
    }
  }
}
