/// How far demands reach: which numbers go on with what was demanded before them.
extension StatementTense {
  /// `tỷ lệ thương tật từ 61% trở lên sẽ được tặng`, `hơn 100 bức ảnh sẽ được trưng bày`: of whom something is said, unlike
  /// `Trên 90% hồ sơ sẽ được giải quyết`.
  func isOfSome(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    switch figure.fact.bound {
    case .atLeast, .atMost: return true
    case .over, .under:
      let start = figure.tokens.lowerBound
      return figure.fact.unit != "percent" || start > clause.tokens.lowerBound && !words.isMark(start - 1)
    case .exact, .about: return false
    }
  }

  /// Whether `và` ties a number to the one before it: `sẽ đào tạo 120 giáo viên và 30 cán bộ`.
  func isCoordinate(_ figure: StatementFigure, after before: Int) -> Bool {
    let start = figure.tokens.lowerBound
    guard stream[start - 1].key == Words.va || stream[start - 2].key == Words.va && stream[start - 1].key == "thêm",
      start - before <= Self.coordinateReach
    else { return false }
    return !hasMark(before..<start)
  }

  /// `sẽ xem xét 13 dự án luật và cho ý kiến về 5 dự án luật`: whether `và` and a verb of what is to be done stand between two numbers.
  func isBehindJoinedVerb(_ figure: StatementFigure, after before: Int) -> Bool {
    let start = figure.tokens.lowerBound
    guard start - before <= Self.coordinateReach, !hasMark(before..<max(before, start)) else { return false }
    return (before..<max(before, start)).contains {
      stream[$0].key == Words.va && words.phrases.targetVerbs.match(stream, at: $0 + 1, before: start) != nil
        && words.phrases.verbLikeNouns.match(stream, at: $0 + 1) == nil
    }
  }

  /// `dự kiến năm 2018 khoảng 6 tỷ đồng, năm 2019 khoảng 10 tỷ đồng và năm 2020 khoảng 14 tỷ đồng`, `lên 15% vào năm 2020 và lên đến 30%
  /// vào năm 2030`: whether two numbers of one unit are told one after the other, the second of a later year.
  func isOfNextYear(_ figure: StatementFigure, after last: StatementFigure, in clause: StatementClause) -> Bool {
    let between = last.tokens.upperBound..<figure.tokens.lowerBound
    guard figure.fact.unit == last.fact.unit, figure.parenthesis == last.parenthesis,
      let at = clause.dates.firstIndex(where: { between.contains($0.tokens.lowerBound) })
    else { return false }
    let other = at + 1 < clause.dates.count ? clause.dates[at + 1] : clause.dates[at]
    let isBehind = (0...2).contains(other.tokens.lowerBound - figure.tokens.upperBound)
    guard isBehind || at > 0, let year = (isBehind ? other : clause.dates[at]).fact.edtf?.edtfYear,
      let before = clause.dates[isBehind ? at : at - 1].fact.edtf?.edtfYear, year > before
    else { return false }
    return between.allSatisfy { token in
      clause.dates[at].tokens.contains(token) || stream[token].isSign(",") || stream[token].key == Words.va
        || isBehind && Self.ways.contains(stream[token].key)
    }
  }

  /// Between two numbers of a row of years, how the next is come to.
  private static let ways: WordSet = ["vào", "trong", "lên", "xuống", "còn", "đến", "tới", "đạt"]

  /// `sẽ giảm 704 hợp đồng, tinh giản 115 cán bộ`: whether the words before a number begin with a verb of their own, so that
  /// who shall do it stands before.
  func continuesVerb(_ figure: StatementFigure, in clause: StatementClause, from before: Int) -> Bool {
    var start = words.stretchStart(of: figure.tokens.lowerBound, from: before)
    // `sẽ xây dựng 5 trường; sửa chữa 12 nhà văn hóa`
    let isOwnClause = start == clause.tokens.lowerBound && !clause.beginsSentence
    if stream[start].key == Words.va { start += 1 }
    if stream[start].key == "tiếp", stream[start + 1].key == "tục" { start += 2 }
    return (start > before || isOwnClause)
      && words.phrases.targetVerbs.match(stream, at: start, before: figure.number) != nil
      && words.phrases.verbLikeNouns.match(stream, at: start) == nil
      && words.phrases.aimResults.match(stream, at: start) == nil
  }

  /// `Theo kế hoạch, đến năm 2027 toàn tỉnh có 120 xã đạt chuẩn`: whether a plan that leads the sentence in says a number.
  func isPlanned(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    guard let planned = sentence.planned else { return false }
    if clause.beginsSentence, figure.number < planned.comma { return false }
    return !planned.isDated
      || clause.dates.contains { date in
        date.tokens.upperBound <= figure.number && !future.isPassed(date)
          && [.until, .before, .end].contains(date.fact.qualifier)
          // `Theo Đề án đến năm 2020, tầm nhìn đến năm 2025, có 4 trụ cột`: the name of the plan.
          && stream[date.tokens.lowerBound - 1].key != "nhìn"
      }
  }

  /// `giải ngân 100% số vốn trước 31/01/2027`, `xử lý 15 vụ việc trong năm 2027`: whether a number shall be reached by a date behind
  /// it, in a text that does not say of when it is.
  func isDue(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    clause.dates.contains { date in
      let start = date.tokens.lowerBound
      guard start >= figure.tokens.upperBound, start - figure.tokens.upperBound < 16,
        !hasMark(figure.tokens.upperBound..<start)
      else { return false }
      // `cải tạo gần 500 điểm từ nay tới hết năm 2019`
      if moods.isUnknown, words.isReckonedFromNow(start), date.fact.qualifier != nil { return true }
      switch date.fact.qualifier {
      case .before?:
        return moods.isUnknown && !date.isYear && !future.isPassed(date)
          && (governs(figure, in: clause)
            // `dự kiến di dời, chặt hạ hơn 1.300 cây xanh trước ngày 30/9`
            || words.contains(words.phrases.forecasts, in: clause.tokens.lowerBound..<figure.number))
      // `đưa tỷ lệ kiểm tra xuống còn 15% đến năm 2020`
      case .until?: return moods.isUnknown && date.isYear && start == figure.tokens.upperBound && !future.isPassed(date)
      case nil:
        guard stream[start - 1].key == Words.trong || stream[start - 1].key == "vào" else { return false }
        // `Tập trung xử lý dứt điểm 15 vụ việc trong năm 2027`
        return future.isLater(date)
          || moods.isUnknown && date.isYear && !future.isPassed(date)
            && (orders.urges(clause) || isLeastToDo(figure, in: clause))
      default: return false
      }
    }
  }

  /// `đến năm 2020 di dời 117 cơ sở`: whether an act stands straight behind the year by which it shall be done, or the
  /// year is later than one by which the sentence demanded something. A state, `Đến năm 2016 chiếm 23%`, may be one
  /// that was reached.
  func isActByYear(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    guard let at = future.date(of: figure, in: clause) else { return false }
    let date = clause.dates[at]
    let end = date.tokens.upperBound
    guard date.fact.qualifier == .until, date.isYear, end <= figure.number, !future.isPassed(date) else { return false }
    if let demandedYear = sentence.demandedYear, let year = date.fact.edtf?.edtfYear, year > demandedYear {
      return true
    }
    return figure.number - end <= Self.actReach && !Self.outcomes.contains(stream[end].key)
      && words.phrases.targetVerbs.match(stream, at: end, before: figure.number) != nil
  }

  private static let actReach = 6

  /// `Đến năm 2017 có ít nhất 75% trụ sở bảo đảm điều kiện tiếp cận`: whether the least or the most of something is named for a year,
  /// in a text that does not say of when it is. What was reached by a year is what it is.
  func isBoundByYear(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    guard moods.isUnknown, figure.fact.bound == .atLeast || figure.fact.bound == .atMost,
      let at = future.date(of: figure, in: clause)
    else { return false }
    let date = clause.dates[at]
    return date.isYear && date.fact.qualifier == .until && date.tokens.upperBound <= figure.number
      && !future.isPassed(date)
  }

  /// `Có 60% viên chức đạt bậc 4`, `20% công chức và 15% lãnh đạo ...`, `Đối với cấp xã, ...`: whether a line behind
  /// one of aims goes on with the next of them.
  func isNextAim(_ clause: StatementClause) -> Bool {
    guard let figure = clause.figures.first, !words.contains(words.phrases.reports, in: clause.tokens),
      !clause.dates.contains(where: future.isPassed)
    else { return false }
    let first = clause.tokens.lowerBound
    guard stream[first].startsLine else { return false }
    if stream[first].key == "đối", stream[first + 1].key == "với" { return true }
    let start = figure.tokens.lowerBound
    return figure.fact.unit == "percent" && (start == first || start == first + 1 && stream[first].key == "có")
  }

  /// `hướng tới 90% người dân được quản lý sức khỏe`
  func isAimedAt(_ figure: StatementFigure) -> Bool {
    let start = figure.tokens.lowerBound
    // `hướng đến tăng trưởng 6,7%`
    let verb = stream[start - 1].key == "trưởng" ? start - 4 : start - 2
    return stream[verb].key == "hướng" && (stream[verb + 1].key == "tới" || stream[verb + 1].key == "đến")
  }

  /// `kiểm tra tối thiểu 30% các đơn vị`: whether a verb of what is to be done governs the least or the most of it.
  private func isLeastToDo(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    (figure.fact.bound == .atLeast || figure.fact.bound == .atMost) && governs(figure, in: clause)
  }

  /// Whether a verb of what is to be done governs a number: `hoàn thành 15 nhà văn hóa`.
  private func governs(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    let head = words.stretchStart(of: figure.tokens.lowerBound, from: clause.tokens.lowerBound)
    return words.contains(words.phrases.targetVerbs, in: head..<figure.tokens.lowerBound)
  }

  /// `để GRDP của thành phố tăng trưởng trên 10%`: what something is done for.
  func isPurpose(_ figure: StatementFigure, in clause: StatementClause, from before: Int) -> Bool {
    let head = max(before, figure.number - Self.purposeReach)..<figure.number
    guard words.firstCue(in: head, where: saysWhatFor) != nil else { return false }
    let first = clause.tokens.lowerBound
    let lead = words.lead(before: figure.number, from: first, limit: before > first ? before : nil)
    return (lead.verb == .rises || lead.verb == .falls || lead.verb == .reaches || lead.isArrival)
      && lead.tokens.contains(where: { saysWhatFor($0) })
  }

  /// Whether `nhằm` or `để` stands at a token; `để lại`, `để xảy ra` are other verbs.
  private func saysWhatFor(_ at: Int) -> Bool {
    stream[at].key == "nhằm" || stream[at].key == "để" && !Self.lettings.contains(stream[at + 1].key)
  }

  /// Behind `để` that lets something be.
  private static let lettings: WordSet = ["lại", "xảy", "phát"]

  /// `Để phấn đấu đến năm 2018 đạt chuẩn, năm 2016 xã được cấp 1 tỷ đồng`: whether a demand only says what for, in another stretch.
  func isOnlyPurpose(_ demand: Int, of figure: StatementFigure) -> Bool {
    (stream[demand].key == "để" || stream[demand - 1].key == "để") && hasMark(demand..<figure.number)
  }

  /// `dự kiến đến năm 2027 giảm 69 biên chế`: a forecast that says by when is a promise.
  func isForecastFor(_ figure: StatementFigure, in clause: StatementClause, from before: Int) -> Bool {
    // `dự kiến xây dựng khoảng 700 nhà`: what somebody is going to do, unlike `dự kiến thu đạt 5.000 tỷ đồng`.
    let isDoing = (before..<figure.number).contains { at in
      words.saysExpected(at) && !Self.estimates.contains(stream[at + 2].key)
        && !isTakenIn(at + 2, before: figure.number)
        && isListOfVerbs(from: at + 2, to: figure.number)
    }
    if isDoing { return !isReachedAim(figure) }
    if moods.isUnknown, isForetold(figure, from: before) { return true }
    return clause.dates.contains { date in
      date.tokens.lowerBound >= before && date.tokens.upperBound <= figure.number && !future.isPassed(date)
        && [.until, .before, .end].contains(date.fact.qualifier)
        && (before..<date.tokens.lowerBound).contains(where: words.saysExpected)
    }
  }

  /// `Tổ biên tập dự kiến gồm 6 nhóm`, `dự kiến công ty chia cổ tức 35%`: how many there shall be, in the stretch of `dự kiến`, unlike
  /// `dự kiến đạt 5.000 tỷ đồng` and `dự kiến tăng 5%`, which is estimated.
  private func isForetold(_ figure: StatementFigure, from before: Int) -> Bool {
    let start = figure.tokens.lowerBound
    guard figure.fact.unit == "count" || figure.fact.unit == "percent" else { return false }
    let head = max(before, words.stretchStart(of: start, from: before), start - Self.foretoldReach)
    guard let cue = (head..<start).last(where: words.saysExpected) else { return false }
    return !(cue..<start).contains { at in
      words.phrases.verbs[stream[at].key].map {
        $0 == .rises || $0 == .falls || $0 == .exceeds || $0 == .reaches || $0 == .remains
      } ?? false
    }
  }

  private static let foretoldReach = 40

  /// `dự kiến thu ngân sách đạt 5.000 tỷ đồng`: how much comes in, unlike `dự kiến thu từ đấu giá đất đạt 5.000 tỷ đồng`.
  private func isTakenIn(_ verb: Int, before end: Int) -> Bool {
    stream[verb].key == "thu" && stream[verb + 1].key != "từ" && stream[verb + 1].key != "về"
      && (verb..<end).contains { words.phrases.verbs[stream[$0].key] == .reaches }
  }

  /// `di dời, chặt hạ hơn 1.300 cây`: whether the words before a number tell what is done, with a verb behind each comma.
  private func isListOfVerbs(from start: Int, to end: Int) -> Bool {
    let verbs = words.phrases.targetVerbs
    guard let comma = (start..<end).last(where: words.isMark) else {
      return verbs.match(stream, at: start, before: end) != nil
    }
    return stream[comma].isSign(",") && comma - start <= Self.actReach
      && verbs.match(stream, at: comma + 1, before: end) != nil
  }

  /// `sẽ được bình chọn nếu hội đủ 3 tiêu chí`: whether a number behind a demand only says on which condition.
  func isSupposed(_ figure: StatementFigure, from cue: Int) -> Bool {
    (cue..<figure.number).contains { stream[$0].key == "nếu" && !rules.isContrast($0) }
  }

  /// `thạc sĩ trở lên chiếm khoảng 58,82% sẽ là nguồn lực`: whether a number is the share that something has, before what it will be.
  func isShare(_ figure: StatementFigure, in clause: StatementClause, from before: Int) -> Bool {
    let first = clause.tokens.lowerBound
    return words.lead(before: figure.number, from: first, limit: before > first ? before : nil).verb == .shares
  }

  /// `phủ sóng 90% dân số tại 63 tỉnh thành`: whether a number counts where something is demanded.
  func isPlaceOfDemanded(_ figure: StatementFigure, _ uses: Uses) -> Bool {
    guard uses.figures.contains(.future), figure.fact.of.map(words.phrases.places.contains) ?? false else {
      return false
    }
    let preposition = stream[figure.tokens.lowerBound - 1].key
    return preposition == "tại" || preposition == "ở"
  }

  /// How far before its number a purpose is named.
  private static let purposeReach = 60
  /// Behind `dự kiến`, by how much something comes to differ: estimated, not promised.
  private static let estimates: WordSet = ["đạt", "tăng", "giảm", "chuyển"]
  /// The first words of target verbs that tell how something comes out.
  private static let outcomes: WordSet = ["thu", "có", "đạt", "tăng", "giảm", "chuyển"]

  /// `lấy phiếu đối với 36 người (8 lãnh đạo Hội đồng, 28 lãnh đạo Ủy ban)`: whether a number in brackets says more of one that is
  /// demanded before them.
  func isNote(_ figure: StatementFigure, _ uses: Uses, _ clause: StatementClause, from before: Int) -> Bool {
    guard let open = figure.parenthesis,
      let owner = clause.figures.lastIndex(where: { $0.tokens.upperBound <= open }), owner < uses.figures.count
    else { return false }
    guard uses.figures[owner] == .future, open >= before || figure.fact.unit == clause.figures[owner].fact.unit else {
      return false
    }
    let lead = open + 1..<figure.tokens.lowerBound
    if lead.isEmpty || owner + 1 < uses.figures.count { return true }
    // `(kinh phí 5.000 tỷ đồng)`, `(giảm chi khoảng 9,9 tỷ đồng)`, unlike `(năm 2015 đạt 4%)`
    return lead.count <= 2 && lead.allSatisfy { stream[$0].isWord && words.phrases.verbs[stream[$0].key] == nil }
      || words.phrases.targetVerbs.match(stream, at: open + 1, before: figure.number) != nil
        && words.phrases.verbs[stream[open + 1].key] != .reaches
  }

  private static let coordinateReach = 12
  private static let aimReach = 10

  /// Whether a number goes on with the aims of the sentence before: `Phấn đấu đến năm 2020 đón 4,3 triệu lượt khách. Doanh thu
  /// đạt 4.300 tỷ đồng.`
  func goesOnWithAims(_ figure: StatementFigure, in clause: StatementClause, from before: Int, to after: Int)
    -> Bool
  {
    // `Sáu tháng qua, thu ngân sách đã đạt 7 tỷ đồng.`
    if (clause.tokens.lowerBound..<figure.number).contains(where: {
      stream[$0].key == "đã" || orders.isPastTime($0)
    }) {
      return false
    }
    guard figure.parenthesis == nil, clause.dates.allSatisfy({ future.isLater($0) || $0.fact.qualifier == .until }),
      words.comparison(from: figure.tokens.upperBound, before: after) != .earlier
    else { return false }
    let first = clause.tokens.lowerBound
    let lead = words.lead(before: figure.number, from: first, limit: before > first ? before : nil)
    switch lead.verb {
    case .rises?, .falls?: return stream[lead.verbAt + 1].key != "hơn"
    case .reaches?, .shares?, .remains?: return true
    case nil: return figure.fact.unit == "percent" && lead.hasSubject
    default: return false
    }
  }

  /// `tăng 11% so với năm 2016`: whether a number is reckoned from a year.
  func isAgainstYear(_ figure: StatementFigure) -> Bool {
    let at = figure.tokens.upperBound
    return stream.isVersus(at) && stream[at + 2].key == Words.nam
      && stream[at + 3].isNumber
  }

  /// Whether a number goes on with the list before it: it has a subject of its own or says by how much it shall change, and
  /// is of no time gone by.
  func goesOn(_ figure: StatementFigure, in clause: StatementClause, from before: Int) -> Bool {
    if let time = future.date(of: figure, in: clause), future.isPassed(clause.dates[time]) { return false }
    let first = clause.tokens.lowerBound
    let lead = words.lead(before: figure.number, from: first, limit: before > first ? before : nil)
    // `được giao chỉ tiêu trồng 500 ha, thực hiện 480 ha`
    if lead.tokens.prefix(2).contains(where: { words.phrases.aimResults.match(stream, at: $0) != nil }) { return false }
    guard !lead.hasSubject else { return true }
    return lead.verb.map { $0 == .rises || $0 == .falls || $0 == .remains } ?? true
  }

  /// `dự kiến có 4 chỉ tiêu đạt`: a forecast of how many aims were met is told as their number.
  func isReachedAim(_ figure: StatementFigure) -> Bool {
    figure.fact.of == "chỉ tiêu"
      && words.phrases.verbs[stream[figure.tokens.upperBound].key].map { $0 == .reaches || $0 == .exceeds } ?? false
  }

  /// Whether the demand at `cue` is an aim that was set: `đề ra mục tiêu`, unlike `phấn đấu`.
  func setsAim(_ cue: Int) -> Bool {
    // `Nghị quyết đề ra đến năm 2025 có 70% số xã ...`
    if (cue..<cue + 3).contains(where: { words.isAim($0) }) || stream[cue + 2].key == "đến" { return true }
    // `công ty đặt kế hoạch doanh thu 70.000 tỷ đồng, lợi nhuận 6.700 tỷ đồng`
    if stream[cue].key == "đặt" || stream[cue].key == "đề",
      (cue + 1..<cue + 4).contains(where: { stream[$0].key == "kế" && stream[$0 + 1].key == "hoạch" })
    {
      return true
    }
    // `nhà máy xây dựng kế hoạch tăng 19%; doanh thu đạt 2.160 tỷ đồng`
    if stream[cue].key == "xây" { return true }
    // `mục tiêu năm nay thành phố sẽ đón 6 triệu lượt khách, 25 triệu lượt khách nội địa`
    guard stream[cue].key == "sẽ" else { return false }
    let head = words.stretchStart(of: cue, from: max(0, cue - Self.aimReach))
    return (head..<cue).contains {
      words.isAim($0) && stream[$0 - 1].key != "các" && !words.tellsOfAimsMet(in: head..<$0)
    }
  }

  /// `tập trung thực hiện 16 mục tiêu chủ yếu:`, unlike `có 15/16 chỉ tiêu đạt và vượt kế hoạch:`.
  func setsAims(_ clause: StatementClause, done: Int?) -> Bool {
    guard done == nil, let last = clause.figures.last, last.fact.outOf == nil,
      last.fact.of == "mục tiêu" || last.fact.of == "chỉ tiêu", clause.tokens.upperBound - last.tokens.upperBound <= 6
    else { return false }
    return !clause.tokens.contains { [.reaches, .exceeds].contains(words.phrases.verbs[stream[$0].key]) }
  }

  /// Whether a number of a list of aims is told as done or compared with an earlier time.
  func isToldBack(_ figure: StatementFigure, _ before: Int, _ after: Int, _ done: Int?) -> Bool {
    // `đề ra mục tiêu đến năm 2020: khách nội địa ước đạt 1.620 ngàn lượt`: an aim is estimated too.
    let isEstimate = sentence.isListSet && done.map { stream[$0].key == "ước" } ?? false
    if let done, before <= done, done < figure.number, !isEstimate { return true }
    // `So với chỉ tiêu là 155 tỷ đồng thì đến nay, sau 3 quý, công ty mới đạt 5,4% kế hoạch`
    if !isEstimate, done.map({ $0 < before }) ?? false,
      words.contains(words.phrases.reports, in: before..<figure.number)
    {
      return true
    }
    if (before..<figure.number).contains(where: { orders.isPastTime($0) }) { return true }
    // `phấn đấu tỷ lệ hồ sơ trực tuyến tăng 3%; số thủ tục tăng 5% so với năm 2020`
    if sentence.isListGoverned || sentence.isListSet && isAgainstYear(figure) { return false }
    return words.comparison(from: figure.tokens.upperBound, before: after) == .earlier
  }

  /// Whether a number is compared with a plan or an earlier time.
  func isCompared(_ figure: StatementFigure, before end: Int) -> Bool {
    words.comparison(from: figure.tokens.upperBound, before: end) != nil
  }

  /// `12 xã phấn đấu đạt chuẩn năm 2018, 10 xã đạt dưới 5 tiêu chí`: one of a list of what shall be worked at.
  func isOfDemandedKind(
    _ figure: StatementFigure, _ uses: Uses, _ clause: StatementClause, done: Int?
  ) -> Bool {
    guard done == nil, figure.fact.unit == "count", let noun = figure.fact.of, figure.fact.bound == .exact,
      words.isMark(figure.number - 1) || stream[figure.number - 1].key == Words.va
    else { return false }
    return zip(clause.figures, uses.figures).contains { other, mood in
      mood == .future && other.fact.of == noun && other.number < figure.number
    }
  }

  /// `chỉ tiêu thu ngân sách là 59.000 tỷ đồng, tăng 10.000 tỷ đồng so với năm 2016`: by how much an aim grows.
  func isChangeOfAim(
    _ index: Int, _ uses: Uses, _ clause: StatementClause, before: Int, after: Int, wasForecast: Bool
  ) -> Bool {
    guard index > 0, wasForecast || uses.figures[index - 1] == .future else { return false }
    let figure = clause.figures[index]
    let lead = words.lead(before: figure.number, from: clause.tokens.lowerBound, limit: before)
    guard lead.verb == .rises || lead.verb == .falls || lead.verb == .equals, !lead.hasSubject else { return false }
    // `tổng tài sản đạt 150.231 tỷ đồng, tăng 22%;`: of an amount, what grows by a share is the amount.
    let aim = clause.figures[index - 1]
    if figure.fact.unit == "percent", figure.fact.bound == .exact, lead.verb == .rises || lead.verb == .falls,
      uses.figures[index - 1] == .future, aim.fact.unit == "VND" || aim.fact.unit == "USD",
      figure.number - aim.tokens.upperBound <= 3
    {
      return true
    }
    return words.comparison(from: figure.tokens.upperBound, before: after) != nil
  }

  /// `sẽ đầu tư 218 dự án với kinh phí 8.000 tỷ đồng, bao gồm 77 dự án chuyển tiếp, khởi công 47 dự án`: whether a
  /// number counts a part of what was demanded before `gồm`, over numbers of another kind.
  func isPartOfDemanded(_ index: Int, _ uses: Uses, _ clause: StatementClause) -> Bool {
    let figure = clause.figures[index]
    guard index > 1, figure.fact.unit == "count", figure.parenthesis == nil,
      let noun = IndicatorAssembler.firstWord(figure.fact.of),
      let whole = clause.figures[..<index].firstIndex(where: {
        IndicatorAssembler.firstWord($0.fact.of) == noun && $0.parenthesis == nil
      }),
      uses.figures[whole] == .future
    else { return false }
    return (clause.figures[whole].tokens.upperBound..<figure.number).contains { stream[$0].key == "gồm" }
  }

  /// `trong đó 272 chỉ tiêu khối sở và 288 chỉ tiêu khối huyện`: the next part of the same kind.
  func isSecondPart(_ index: Int, _ clause: StatementClause) -> Bool {
    guard index > 1 else { return false }
    let (one, two) = (clause.figures[index - 1], clause.figures[index])
    let floor = clause.figures[index - 2].tokens.upperBound
    return one.fact.of == two.fact.of && one.fact.unit == two.fact.unit && stream[two.number - 1].key == Words.va
      && floor < one.number && saysOfThese(floor..<one.number)
  }

  /// Whether `trong đó` or `gồm` stands in some words.
  func saysOfThese(_ tokens: Range<Int>) -> Bool {
    tokens.contains { stream[$0].key == Words.trong && stream[$0 + 1].key == Words.doThat || stream[$0].key == "gồm" }
  }

  /// `Mục tiêu: ...`, `Kết quả: ...` at the start of a paragraph.
  func runIn(_ clause: StatementClause) -> Mood? {
    guard clause.endsWithColon, clause.tokens.count <= 12 else { return nil }
    for at in clause.tokens.prefix(6) {
      if let cue = words.phrases.headings.match(stream, at: at, before: clause.tokens.upperBound) {
        return cue.value
      }
    }
    return nil
  }

  /// Whether few words and no mark stand between a date and a number.
  func isSameStretch(_ date: StatementDate, _ figure: StatementFigure) -> Bool {
    let low = min(date.tokens.upperBound, figure.tokens.upperBound)
    let high = max(date.tokens.lowerBound, figure.tokens.lowerBound)
    return low <= high && high - low < 16 && !hasMark(low..<high)
  }

  /// The first word of a clause that tells of something done.
  func firstDone(_ clause: StatementClause) -> Int? {
    words.first(words.phrases.reports, in: clause.tokens) { phrase in
      // `Theo nghị quyết vừa được thông qua, ... sẽ ...`: what the plan is, not what was done by it.
      if clause.beginsSentence, let planned = sentence.planned, phrase.lowerBound < planned.comma { return false }
      // `giảm 69 biên chế so với hiện nay`: what something is held against.
      if stream[phrase.lowerBound - 1].key == "với" { return false }
      // `có bằng cấp, chứng chỉ đạt 34%`: not `chỉ đạt`.
      if stream[phrase.lowerBound].key == "chỉ", stream[phrase.lowerBound - 1].key == "chứng" { return false }
      // `so với dòng họ học tập hiện có`
      if stream[phrase.lowerBound].key == "hiện",
        (max(clause.tokens.lowerBound, phrase.lowerBound - 6)..<phrase.lowerBound).contains(where: stream.isVersus)
      {
        return false
      }
      return phrase.count > 1 || !words.phrases.attributesBehindDone.contains(stream[phrase.upperBound].key)
    }
  }
}
