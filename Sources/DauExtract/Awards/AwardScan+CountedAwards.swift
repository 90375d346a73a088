import Algorithms
internal import DauRules

extension AwardScan {
  // MARK: Counted awards

  /// `18 giải, trong đó: 02 giải nhì, 05 giải ba`, `01 Huân chương Lao động hạng Ba`.
  mutating func readAwards(_ marks: [AwardMark], _ range: Range<Int>) {
    var total: (recipient: String?, kind: Award.Kind)?
    var grantor: String?
    let isSport = marks.contains {
      if case .awards(let name, _, _) = $0.kind { name.kind == .sportsMedal } else { false }
    }
    var verb: Range<Int>?
    // `6 cháu đạt giải, trong đó có 1 giải B`: those who were said to win are who won each.
    var winner: String?
    // The awards of one list, whose recipients the last may name: `01 giải nhất, 02 giải nhì cho tác phẩm ...`.
    var list: [Int] = []
    var listEnd: Int?
    var granted = 0
    for (index, mark) in marks.enumerated() {
      if mark.tokens.lowerBound < granted { continue }
      switch mark.kind {
      case .refusal:
        guard let open = grantedAside(marks, behind: index) else { return }
        granted = open
      case .grantor(let name): if !isOwn(index, marks), !isGrantee(index, marks) { grantor = name }
      case .verb: verb = mark.tokens
      case .recipients(let code, _):
        if wins(index, marks) { winner = code } else if code == "individual" { winner = nil }
      case .awards(var name, let count, var recipient):
        // `17 huy chương: 04 huy chương Vàng` are medals of athletes, not of the State.
        if isSport, name.kind == .medal { name = name.ofAthletes }
        let isTotal = isTotal(mark, in: range)
        var isSaid = false
        if let end = listEnd, !isListed(end..<max(end, mark.tokens.lowerBound)) { list = [] }
        listEnd = mark.tokens.upperBound
        if let total, total.kind == name.kind { recipient = recipient ?? total.recipient }
        recipient =
          recipient ?? name.recipient ?? (name.kind == .prize || name.kind == .sportsMedal ? winner : nil)
          ?? person(name, mark.tokens.lowerBound) ?? listedWinner(name, list)
        // `tặng 15 Bằng khen cho 05 tập thể và 10 cá nhân`: those are the tallies.
        let receivers = marks[(index + 1)...].prefix {
          if case .recipients = $0.kind { true } else { false }
        }
        if isDivided(count, marks, after: index) {
          // `08 Huân chương do Chủ tịch nước trao tặng cho 06 tập thể và 02 cá nhân`: the parts stand behind the verb.
          recipient = "mixed"
        } else if let first = receivers.first, stream[first.tokens.lowerBound - 1].key == "cho", verb != nil {
          if receivers.count == 1 {
            // Of prizes no other tally is read.
            guard name.kind == .prize || name.kind == .sportsMedal, case .recipients(let code, _) = first.kind else {
              continue
            }
            (recipient, isSaid) = (code, true)
          } else {
            recipient = "mixed"
          }
        } else if recipient == nil, stream[mark.tokens.upperBound].key == "cho",
          let match = scanner.awards.recipient(
            in: stream, at: behindPlural(mark.tokens.upperBound + 1), before: range.upperBound)
        {
          (recipient, isSaid) = (match.value, true)
        }
        recipient = recipient ?? (isOfNamedPerson(range) ? "individual" : subject(marks, before: index, range))
        if isTotal { total = (recipient, name.kind) }
        var fact = AwardFact(award: name.name, recipient: recipient, count: count)
        fact.grade = name.grade
        fact.decision = decision(of: mark.tokens.lowerBound) ?? lead?.decision
        // `1 bằng khen Thủ tướng Chính phủ`, `13 bằng khen của UBND tỉnh`
        let named = scanner.grantor(insideNameIn: mark.tokens)
        let own = named ?? (index + 1 < marks.count && isOwn(index + 1, marks) ? grantorName(marks[index + 1]) : nil)
        let said = own ?? grantor
        fact.grantor = said ?? name.grantor ?? carried?.grantor ?? lead?.grantor
        fact.total = isTotal || recipient == "mixed"
        fact.occasion = contest(before: mark.tokens.lowerBound)
        fact.period = period.period(of: mark.tokens.lowerBound, in: sentence)
        var candidate = Candidate(.award(fact), tokens: mark.tokens, claim: 0..<0, confidence: 0.9)
        candidate.tally = mark.tokens.lowerBound
        found.append(candidate)
        divided = fact
        if isSaid {
          for index in list {
            guard case .award(var other) = found[index].fact, other.recipient == nil else { continue }
            other.recipient = recipient
            found[index].fact = .award(other)
          }
        }
        list.append(found.count - 1)
        // What the law says of one award says nothing of the next.
        if carried == nil {
          carried = Grant(
            name: nil, grantor: grantor ?? lead?.grantor, isOfCount: (grantor ?? lead?.grantor) == nil,
            tokens: mark.tokens)
        }
      default: break
      }
    }
  }

  /// `cho các nhà giáo`
  private func behindPlural(_ at: Int) -> Int {
    stream[at].key == "các" || stream[at].key == "những" ? at + 1 : at
  }

  /// Whether those counted are said to have won prizes: `6 cháu đạt giải`, `45 công trình được trao giải`, `trao giải thưởng
  /// cho 90 giải pháp`.
  private func wins(_ index: Int, _ marks: [AwardMark]) -> Bool {
    func isPrize(_ at: Int) -> Bool {
      guard marks.indices.contains(at) else { return false }
      if case .name(let name) = marks[at].kind { return name.kind == .prize || name.kind == .sportsMedal }
      return false
    }
    if isPrize(index - 1), stream[marks[index].tokens.lowerBound - 1].key == "cho" { return true }
    guard index + 1 < marks.count else { return false }
    switch marks[index + 1].kind {
    case .verb(.gains): return true
    case .passive: return isPrize(index + 3)
    default: return false
    }
  }

  /// `2 huy chương bạc, 5 huy chương đồng và 1 bằng khen`: who won the medals before it in the list.
  private func listedWinner(_ name: AwardVocabulary.Name, _ list: [Int]) -> String? {
    guard name.kind == .certificate, let last = list.last, case .award(let fact) = found[last].fact,
      let award = fact.award, award.hasPrefix("Huy chương") || award.hasPrefix("giải")
    else { return nil }
    return fact.recipient
  }

  /// `đề nghị tặng Huy hiệu Đảng cho 21 đồng chí (trong đó 2 đồng chí được tặng ..., 6 đồng chí ...)`: the brackets behind a
  /// refusal in which a verb says what was granted.
  private func grantedAside(_ marks: [AwardMark], behind refusal: Int) -> Int? {
    let start = marks[refusal].tokens.upperBound
    guard let last = marks.last?.tokens.upperBound,
      let open = (start..<max(start, last)).first(where: { stream[$0].isSign("(") }),
      stream[open + 1].key == Words.trong, stream[open + 2].key == Words.doThat
    else { return nil }
    let inside = marks.indices.filter { marks[$0].tokens.lowerBound > open }
    let isGranted = inside.contains { at in
      guard case .passive = marks[at].kind, at + 1 < marks.count, case .verb = marks[at + 1].kind else { return false }
      return true
    }
    let isRefused = inside.contains { if case .refusal = marks[$0].kind { true } else { false } }
    return isGranted && !isRefused ? open : nil
  }

  /// `13 bằng khen của UBND tỉnh`: whether a grantor stands straight behind its award, and so grants this one alone.
  private func isOwn(_ index: Int, _ marks: [AwardMark]) -> Bool {
    guard index > 0, grantorName(marks[index]) != nil, case .awards = marks[index - 1].kind else { return false }
    return marks[index].tokens.lowerBound - marks[index - 1].tokens.upperBound <= 1
  }

  private func grantorName(_ mark: AwardMark) -> String? {
    if case .grantor(let name) = mark.kind { name } else { nil }
  }

  /// Whether those that a verb behind the award names are all who received it.
  func isDivided(_ count: DecimalNumber, _ marks: [AwardMark], after index: Int) -> Bool {
    let behind = marks[(index + 1)...].drop { mark in
      switch mark.kind {
      case .grantor, .verb, .passive: true
      default: false
      }
    }
    guard behind.startIndex > index + 1 else { return false }
    var sum = DecimalNumber.zero
    var parts = 0
    for mark in behind {
      guard case .recipients(_, let count) = mark.kind, let next = sum.adding(count) else { break }
      sum = next
      parts += 1
    }
    return parts >= 2 && sum == count
  }

  /// Where the phrases stand, in order.
  static func places(of phrases: PhraseTable<Void>, in stream: TokenStream, _ starts: PlaceSet) -> [Int] {
    var places: [Int] = []
    _ = starts.first(in: 0..<stream.count) { at in
      if phrases.match(stream, at: at) != nil { places.append(at) }
      return false
    }
    return places
  }

  /// The last place before `token`.
  ///
  /// - Complexity: O(log *p*) in places.
  static func last(of places: [Int], before token: Int) -> Int? {
    let next = places.partitioningIndex { $0 >= token }
    return next == 0 ? nil : places[next - 1]
  }

  /// Prizes of a contest of pupils are won by persons, unless the text says otherwise.
  func person(_ name: AwardVocabulary.Name, _ start: Int) -> String? {
    guard name.kind == .prize || name.kind == .sportsMedal, let place = Self.last(of: personPlaces, before: start),
      place >= max(sentence.lowerBound, start - 60)
    else { return nil }
    return "individual"
  }

  /// `kỳ thi chọn học sinh giỏi quốc gia`, `cuộc thi viết “...”` before a prize, in the same paragraph.
  func contest(before start: Int) -> String? {
    guard let place = Self.last(of: contestPlaces, before: start), start - place <= 120 else { return nil }
    for at in place + 1..<start where outline.beginsParagraph[at] { return nil }
    let awards = scanner.awards
    var isQuoted = false
    var end = place
    // `cuộc thi ... đã trao 01 giải nhất`: its name ends where prizes are told of.
    while end < start, !(!isQuoted && end > place && tellsOfPrizes(end)) {
      if stream[end].opensQuote, !isQuoted { isQuoted = true } else if stream[end].closesQuote { isQuoted = false }
      end += 1
    }
    while end > place, stream[end - 1].key == "đã" || awards.connectors.contains(stream[end - 1].key) { end -= 1 }
    // `Cuộc thi` alone says nothing.
    guard let contest = awards.contests.match(stream, at: place), contest.end < end else { return nil }
    return phrase(from: place, before: end)
  }

  /// `02 giải nhì`, `trao 35 giải`, `đạt giải nhất`.
  private func tellsOfPrizes(_ at: Int) -> Bool {
    let awards = scanner.awards
    let next = stream[at].isNumber ? at + 1 : awards.verbs.match(stream, at: at)?.end
    guard let next else { return false }
    let noun = !stream[at].isNumber && stream[next].isNumber ? next + 1 : next
    return awards.name(in: stream, at: noun, before: stream.count) != nil
  }

  func phrase(from start: Int, before limit: Int) -> String {
    var end = start
    var isQuoted = false
    while end < limit, end - start < 60 {
      let token = stream[end]
      if token.opensQuote, !isQuoted {
        isQuoted = true
      } else if token.closesQuote {
        end += 1
        break
      }
      if !isQuoted, token.isSign(",") || token.isSign("(") || token.endsClause || scanner.blocked[end] { break }
      end += 1
    }
    return stream.flatText(ofTokens: start..<end)
  }
}
