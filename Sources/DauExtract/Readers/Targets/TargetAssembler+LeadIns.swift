/// Dates that lead a sentence or a list in, so that they say by when all of it shall be.
extension TargetAssembler {
  /// Whether a date stands at the head of its clause, with at most a few words before it.
  func isLeadIn(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    let start = date.tokens.lowerBound
    let offset = unpadded(start) - (clause.tokens.first { !words.outline.reserved[$0] } ?? start)
    // `Nghị quyết đặt ra mục tiêu đến năm 2020, 100% người dân ...`
    if stream[date.tokens.upperBound].isSign(","), isDemanded(start, in: clause, within: 4) { return true }
    if aims.isDated(start, from: clause.tokens.lowerBound) || opensTime(date, clause) { return true }
    // `Phấn đấu đến hết năm 2023: 70% hồ sơ ...; 80% ...`
    let end = stream[date.tokens.upperBound]
    if words.isPhase(date, in: clause) || leadsListIn(date, clause) { return true }
    // `Theo kế hoạch của tỉnh, đến năm 2027 ...`
    if start > clause.tokens.lowerBound, stream[start - 1].isSign(","), offset <= 24,
      (start - offset..<start - offset + 2).contains(where: { at in
        stream[at].key == "theo" && words.phrases.planSources.match(stream, at: at + 1) != nil
      })
    {
      return true
    }
    return offset <= 3 && (end.isSign(",") || end.isSign(":")) || offset == 0
  }

  /// `Tỉnh phấn đấu đến hết năm 2018 giảm 2,5% biên chế; giảm 10% số đơn vị`: whether a date stands straight behind the demand that
  /// it limits, before all numbers.
  func isStriven(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    let start = date.tokens.lowerBound
    switch date.fact.qualifier {
    case .until?, .before?, .end?: break
    default: return false
    }
    guard clause.figures.allSatisfy({ $0.tokens.lowerBound > start }) else { return false }
    return isDemanded(start, in: clause, within: 5)
  }

  /// Whether a demand that begins a few words before a date ends straight before it, or a word sooner: `phấn đấu`, `mục tiêu là`.
  private func isDemanded(_ start: Int, in clause: StatementClause, within words: Int) -> Bool {
    let start = unpadded(start)
    return (max(start - words, clause.tokens.lowerBound)..<start).contains { at in
      self.words.phrases.demands.match(stream, at: at).map { $0.end >= start - 1 } ?? false
    }
  }

  /// `từ nay đến cuối năm 2017, Thanh tra Sở tập trung thanh tra`: whether what is to be done stands behind a date that is reckoned
  /// from now.
  func isFromNow(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    let start = date.tokens.lowerBound
    let behind = date.tokens.upperBound..<clause.tokens.upperBound
    guard unpadded(start) < start else { return false }
    let phrases = words.phrases
    let verbs = [phrases.targetVerbs, phrases.completions, phrases.urgings].compactMap { words.first($0, in: behind) }
    // `sẽ triển khai kiểm định theo bộ tiêu chí đã ban hành`
    return verbs.min().map { !words.contains(phrases.reports, in: behind.lowerBound..<$0) } ?? false
  }

  /// `phấn đấu từ nay đến hết năm 2019`: where a date begins with the words that only say from when it is reckoned.
  private func unpadded(_ start: Int) -> Int { words.isReckonedFromNow(start) ? start - 2 : start }

  /// `đến năm 2020 phải hoàn thành đường Vành đai 2`, `đến năm 2025, thành phố sẽ hoàn thành đề án`: whether what shall be completed
  /// stands behind a date.
  func isPromised(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    let end = date.tokens.upperBound
    let start = stream[end].isSign(",") ? end + 1 : end
    // `trong tháng 3-2017 sẽ trình Chủ tịch`, `trong năm 2017, các địa phương cần hoàn thành đăng ký`
    let isWithin =
      date.fact.qualifier == nil
      && (stream[date.tokens.lowerBound - 1].key == Words.trong || isOpening(date, clause))
      || words.isPromisedTime(date, in: clause)
    let isTerm = date.fact.qualifier == .until || date.fact.qualifier == .end
    guard isTerm || isWithin, start < clause.tokens.upperBound,
      let demand = (start..<min(start + 14, clause.tokens.upperBound)).first(where: {
        stream[$0].key == "phải" || stream[$0].key == "sẽ" || stream[$0].key == "cần"
          // `Ủy ban nhân dân 24 quận, huyện phải có kế hoạch`
          || words.saysExpected($0) || words.isMark($0) && !Self.districts.contains(stream[$0 + 1].key)
      }), !words.isMark(demand)
    else { return false }
    let completions = date.isYear ? words.phrases.yearCompletions : words.phrases.completions
    // `Trong năm học 2026 - 2027, Khoa sẽ đề nghị ...`, `Trong quý IV/2027, Đại hội sẽ diễn ra`
    if isWithin, !date.isYear, stream[demand].key != "cần", !comesByItself(stream[demand + 1].key) { return true }
    // `Trong năm 2019, Ủy ban sẽ tiếp tục trình các đề án`, `năm 2017, trường dự kiến sẽ xét thêm`
    if isWithin, moods.isUnknown, date.isYear, isMeant(demand) { return true }
    // `đến năm 2027, các trường sẽ chính thức dừng tuyển sinh`
    if isTerm, stream[demand].key == "sẽ", stream[demand + 1].key == "chính", stream[demand + 2].key == "thức" {
      return true
    }
    return completions.match(stream, at: demand + 1) != nil
      || isTerm && !Self.outcomes.contains(stream[demand + 1].key) && words.beginsAct(demand + 1)
  }

  /// `..., năm 2017, trường ...`: whether a year stands between marks or at the head of its clause.
  private func isOpening(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    let (start, end) = (date.tokens.lowerBound, date.tokens.upperBound)
    return date.isYear && stream[end].isSign(",") && (start == clause.tokens.lowerBound || words.isMark(start - 1))
  }

  /// Whether `sẽ` or `dự kiến` at a token promises an act, and no outcome.
  private func isMeant(_ cue: Int) -> Bool {
    if words.saysExpected(cue) {
      return !comesByItself(stream[stream[cue + 2].key == "sẽ" ? cue + 3 : cue + 2].key)
    }
    guard stream[cue].key == "sẽ" else { return false }
    let verb = stream[cue + 1].key == "tiếp" && stream[cue + 2].key == "tục" ? cue + 3 : cue + 1
    return words.beginsAct(verb) && !comesByItself(stream[verb].key)
  }

  /// `Trong tháng 7/2027, Sở tiếp tục tham mưu ...`: whether an office goes on with something within a time, in a text that tells of
  /// nothing done.
  func isGoneOnWith(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    let end = date.tokens.upperBound
    guard date.fact.qualifier == nil, !date.isYear, stream[date.tokens.lowerBound - 1].key == Words.trong,
      stream[end].isSign(","), !words.contains(words.phrases.reports, in: clause.tokens),
      let on = (end + 1..<min(end + 14, clause.tokens.upperBound)).first(where: {
        stream[$0].key == "tiếp" && stream[$0 + 1].key == "tục" || words.isMark($0)
      }), !words.isMark(on)
    else { return false }
    let verb = stream[on + 2].key
    return !Self.outcomes.contains(verb)
      && (verb == "tham" && stream[on + 3].key == "mưu" || words.beginsAct(on + 2))
  }

  /// `Để phấn đấu đến năm 2018 đạt chuẩn, ...`: whether a sentence only begins by saying what for.
  func isPurpose(of date: StatementDate, _ clause: StatementClause) -> Bool {
    (clause.tokens.lowerBound..<date.tokens.lowerBound).contains { stream[$0].key == "để" || stream[$0].key == "nhằm" }
  }

  /// `thông qua các chỉ tiêu kế hoạch trong năm 2019 như sau:`: whether a date says when the aims listed behind the colon shall be.
  private func leadsListIn(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    let one = stream[date.tokens.lowerBound - 1].key
    guard clause.endsWithColon, clause.figures.isEmpty, date.fact.qualifier == .until || one == Words.trong,
      let aim = words.firstAim(in: clause.tokens)
    else { return false }
    let head = mark(before: aim, from: clause.tokens.lowerBound)..<aim
    // `dự kiến sẽ đạt được một số chỉ tiêu trong năm 2018 như sau:`
    return aim < date.tokens.lowerBound
      && (words.contains(words.phrases.demands, in: head) || !words.tellsOfAimsMet(in: head))
  }

  /// `Mặc dù vậy, bước vào mùa du lịch năm 2021, thị xã đặt mục tiêu ...`: whether a year ends a stretch that only says when.
  func opensTime(_ date: StatementDate, _ clause: StatementClause) -> Bool {
    guard date.isYear, date.fact.qualifier == nil, stream[date.tokens.upperBound].isSign(",") else { return false }
    // A headline without its full stop stands before it: `Hoàn thành chỉ tiêu thu ngân sách Năm 2017, Tổng cục được giao ...`
    if stream[date.tokens.lowerBound].isCapital { return true }
    let head = mark(before: date.tokens.lowerBound, from: clause.tokens.lowerBound)
    return stream[head].key == "bước" && (stream[head + 1].key == "vào" || stream[head + 1].key == "sang")
      && date.tokens.lowerBound - head <= 8
  }

  /// Behind the comma of `24 quận, huyện`.
  private static let districts: WordSet = ["quận", "huyện", "thị", "thành", "xã", "phường"]

  /// Whether the word behind `sẽ` tells how something comes out, or what is so.
  func comesByItself(_ verb: WordKey) -> Bool { Self.outcomes.contains(verb) || Self.states.contains(verb) }

  /// Behind `sẽ`, what is or becomes so by itself.
  private static let states: WordSet = ["là", "được", "bị", "không", "còn", "trở", "gặp", "phải", "thấp", "cao"]

  /// The first words of target verbs that tell how something comes out, not what somebody does: `dân số sẽ tăng`.
  static let outcomes: WordSet = ["tăng", "giảm", "có", "đạt", "thu", "giữ", "duy"]
}

extension StatementWords {
  /// `Giai đoạn 2026 - 2030, tỉnh phấn đấu ...`: whether a phase opens its sentence, or what is said in it (`Kế hoạch cho biết, giai
  /// đoạn ...`), and so says when all of it shall be.
  ///
  /// - Complexity: O(1).
  func isPhase(_ date: StatementDate, in clause: StatementClause) -> Bool {
    let start = date.tokens.lowerBound
    guard stream[start].key == Words.giai, stream[date.tokens.upperBound].isSign(","), clause.beginsSentence else {
      return false
    }
    return !(clause.tokens.lowerBound..<start).contains { stream[$0].isWord && !outline.reserved[$0] }
      || stream[start - 1].isSign(",") && phrases.sayings.match(stream, at: start - 3)?.end == start - 1
  }

  /// `Trong năm học 2026 - 2027, Khoa sẽ ...`, `giai đoạn 2026 - 2030 sẽ ...`: whether a school year or a phase says when something
  /// shall be.
  ///
  /// - Complexity: O(1).
  func isPromisedTime(_ date: StatementDate, in clause: StatementClause) -> Bool {
    let (start, end) = (date.tokens.lowerBound, date.tokens.upperBound)
    let isSchoolYear = stream[start].key == Words.nam && stream[start + 1].key == "học"
    guard isSchoolYear ? stream[start - 1].key == Words.trong : stream[start].key == Words.giai else { return false }
    return (end..<min(end + 14, clause.tokens.upperBound)).first {
      stream[$0].key == "sẽ" || isMark($0) && $0 > end
    }
    .map { stream[$0].key == "sẽ" } ?? false
  }

  /// `phải đạt 30% từ năm 2021-2025`: whether years from and to stand straight behind what is demanded for them.
  ///
  /// - Complexity: O(*n*) in tokens of the clause.
  func isOfDemanded(_ date: StatementDate, in clause: StatementClause) -> Bool {
    let start = date.tokens.lowerBound
    guard date.fact.edtf?.isEDTFRange ?? false,
      clause.figures.contains(where: {
        // `kế hoạch 5 năm 2016-2020`
        !StatementTense.times.contains($0.fact.unit) && $0.tokens.upperBound == start
          || $0.fact.unit == "percent" && $0.tokens.upperBound == start - 1 && stream[start - 1].key == Words.tu
      })
    else { return false }
    return contains(phrases.demands, in: clause.tokens.lowerBound..<start)
  }
}
