/// Numbers of reports that report nothing.
struct IndicatorRefusal {
  let stream: TokenStream
  let words: StatementWords
  private var phrases: StatementPhrases { words.phrases }

  /// Whether an award is named at `index`; `giải ngân` and `huy động` are no awards.
  private func isPrize(_ index: Int) -> Bool {
    let key = stream[index].key
    guard phrases.awardNouns.contains(key) else { return false }
    let next = stream[index + 1].key
    if key == "giải" { return !phrases.noPrizes.contains(next) }
    return key == "huy" || key == "huân" ? next == "chương" || next == "hiệu" : true
  }

  private static let crosses: WordSet = ["x", "×"]
  private static let givings: WordSet = ["cấp", "bổ", "giao", "chia"]
  private static let owners: WordSet = ["của", "thuộc", "giữa", "đạo", "trong"]
  /// Behind `vốn`, whose capital it is.
  private static let owned: WordSet = ["điều", "nhà", "nước", "tư"]
  private static let absences: WordSet = ["còn", "có", "để", "nên"]

  /// `9 dự án trên theo quy định`, `12 đơn vị này`: named before, so told there.
  func isNamedBefore(_ figure: StatementFigure) -> Bool {
    guard figure.fact.unit == "count", figure.fact.bound == .exact else { return false }
    let behind = figure.tokens.upperBound
    switch stream[behind].key {
    case "này": return true
    case "trên": return !stream[behind + 1].isWord || Self.afterNaming.contains(stream[behind + 1].key)
    case "nêu", "nói": return stream[behind + 1].key == "trên"
    default: return false
    }
  }

  private static let afterNaming: WordSet = ["theo", "đã", "được", "phải", "và", "đều", "sẽ"]

  /// `39,3 giường bệnh trên một vạn dân`: what a rate is reckoned by.
  func isBase(_ fact: QuantityFact) -> Bool {
    guard fact.bound == .over, let value = fact.value else { return false }
    // `thu nhập trên 1 ha đất sản xuất`
    if value == DecimalNumber(1), words.extents.contains(fact.unit) { return true }
    guard fact.of == "dân" || fact.of == "người dân" else { return false }
    return Self.bases.contains { value == DecimalNumber($0) }
  }

  private static let bases = [1_000, 10_000, 100_000]

  /// Whether a number is a length of time, a part of a name, a tally of awards, or describes a body.
  func refuses(
    _ figure: StatementFigure, in clause: StatementClause, lead: StatementLead, isOnAwards: Bool
  ) -> Bool {
    let fact = figure.fact
    if figure.isQuoted || isTime(fact) && !isAverageAge(figure, lead) || isBase(fact) || isNamedBefore(figure) {
      return true
    }
    if isName(figure) || isRefused(lead) { return true }
    // `cỡ 40 cm x 30 cm`: how large a thing is made.
    if words.extents.contains(fact.unit),
      Self.crosses.contains(stream[figure.number - 1].key)
        || Self.crosses.contains(stream[figure.tokens.upperBound].key)
    {
      return true
    }
    // `trong bán kính 500 m`: how far something reaches.
    if words.extents.contains(fact.unit), stream[figure.tokens.lowerBound - 1].key == "kính",
      stream[figure.tokens.lowerBound - 2].key == "bán"
    {
      return true
    }
    // `giải nhất 5.000.000 đồng`: what a prize is worth.
    if fact.unit == "VND", let first = lead.tokens.first,
      isPrize(first) || stream[first].key == "mỗi" && isPrize(first + 1)
    {
      return true
    }
    // `thưởng 15.000.000 đồng/giải Nhất`
    if fact.unit == "VND", figure.tokens.contains(where: { stream[$0].isSign("/") && stream[$0 + 1].key == "giải" }) {
      return true
    }
    // `doanh nghiệp 100% vốn nhà nước`, `nắm giữ 51% vốn điều lệ`: whose it is.
    if fact.unit == "percent", lead.verb == nil, stream[figure.tokens.upperBound].key == "vốn",
      Self.owned.contains(stream[figure.tokens.upperBound + 1].key)
    {
      return true
    }
    if isIntended(figure, in: clause) || isUnmetAim(figure) || isWorthOfNote(figure, from: clause.tokens.lowerBound) {
      return true
    }
    // `các đơn vị chưa đạt 100% tiêu chuẩn`: all but what was reached.
    if lead.verb == .reaches, fact.unit == "percent", fact.value == DecimalNumber(100),
      stream[lead.verbAt - 1].key == "chưa" || stream[lead.verbAt - 1].key == "không"
    {
      return true
    }
    // `không còn xã dưới 10 tiêu chí`: what there is none of.
    if lead.tokens.suffix(6).contains(where: { stream[$0].key == "không" && Self.absences.contains(stream[$0 + 1].key) }
    ) {
      return true
    }
    // `Hai công ty đóng tàu phải ...`: who a sentence is about.
    if fact.unit == "count", lead.tokens.isEmpty, !stream[figure.number].isNumber, clause.beginsSentence { return true }
    // `hai người đẹp`, `được hai đội bỏ ra`: reports write what they report in figures.
    if fact.unit == "count", !stream[figure.number].isNumber, lead.verb == nil, fact.bound == .exact,
      fact.value.map({ $0 < DecimalNumber(10) }) ?? false
    {
      return true
    }
    guard fact.unit == "count", var noun = fact.of else { return false }
    // `41.200 người tiêm đủ 02 mũi`: what each of those counted had.
    if lead.followsNumber, stream[figure.number - 1].key == "đủ" { return true }
    // `1.245 lượt tập thể`
    if noun.begins(with: "lượt "), phrases.recipients.contains(String(noun.dropFirst(5))) {
      noun = String(noun.dropFirst(5))
    }
    // `1 chỗ đỗ xe/4 phòng`, `1 máy/1 cán bộ`: what the number before is reckoned by.
    let slash = figure.number - 1
    if stream[slash].isSign("/"), stream[slash].isJoined, stream[slash - 1].isWord { return true }
    // `45 phút/tiết`
    let counted = noun.split(separator: "/").first.map(String.init) ?? noun
    if phrases.frameNouns.contains(noun) || phrases.frameNouns.contains(counted) { return true }
    let before = stream[figure.tokens.lowerBound - 1].key
    // `xứng top 700 tay vợt`, `quyết định hạ 1 bậc`
    if before == "top" || before == "hạ" && noun == "bậc" { return true }
    // `tạm cấp cho 4 tỉnh`, `được phân bổ cho 5 huyện`: to whom, unlike `cung cấp nước cho 59/97 xã`.
    if before == "cho", phrases.places.contains(noun), Self.givings.contains(stream[figure.tokens.lowerBound - 2].key) {
      return true
    }
    // `độ phân giải 1080 x 2160 điểm ảnh`
    if Self.crosses.contains(stream[figure.number - 1].key), stream[figure.number - 2].isNumber { return true }
    // `19 thành viên` make a council; `1.482 tổ công nghệ số với 7.315 thành viên` are counted.
    if phrases.members.contains(noun), fact.value.map({ $0 < Self.mostMembers }) ?? true { return true }
    if isAward(noun) { return true }
    if phrases.recipients.contains(noun), isOnAwards { return true }
    if phrases.occasionalRecipients.contains(noun), isAboutAwards(clause) { return true }
    // `tăng gấp 3,7 lần`
    if noun == "lần" { return true }
    return isDescription(figure, lead, clause) || isDefinition(figure, lead, clause) || isOwner(figure, in: clause)
      || isActor(figure, lead, in: clause)
  }

  /// `chủ trương thay thế 4.000 cây`, `Đề án xác định nâng cấp 700 hồ chứa`: whether somebody only has a number in mind.
  ///
  /// - Complexity: O(1).
  private func isIntended(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    let start = figure.tokens.lowerBound
    var isPart = false
    for at in stride(from: start - 1, through: max(clause.tokens.lowerBound, start - Self.intentionReach), by: -1) {
      // `đề xuất mua 105 chiếc, gồm 65 chiếc mới và 40 chiếc cũ`
      if stream[at].key == "gồm" { isPart = true }
      if stream[at].isNumber && !isPart || phrases.reports.match(stream, at: at, before: start) != nil { return false }
      // `có chủ trương, đến cuối năm đã xây xong 5 cầu`
      if phrases.verbs[stream[at].key] == .reaches { return false }
      if phrases.intentions.match(stream, at: at, before: start) != nil {
        // `đã phê duyệt chủ trương đầu tư cho 25 dự án`
        let head = words.stretchStart(of: at, from: clause.tokens.lowerBound)
        return !words.contains(phrases.reports, in: head..<at)
      }
    }
    return false
  }

  private static let intentionReach = 20

  /// `bán ra cả 4 mẫu thay vì chia thành 2 đợt`: what was not done.
  private func isRefused(_ lead: StatementLead) -> Bool {
    guard let first = lead.tokens.first else { return false }
    return stream[first].key == "thay" && stream[first + 1].key == "vì" && stream[first + 2].isWord
  }

  /// `không đạt chỉ tiêu 60% nêu trong Nghị quyết`: the aim that was missed.
  private func isUnmetAim(_ figure: StatementFigure) -> Bool {
    let aim = figure.tokens.lowerBound - 2
    guard words.isAim(aim), phrases.verbs[stream[aim - 1].key] == .reaches else { return false }
    return stream[aim - 2].key == "không" || stream[aim - 2].key == "chưa"
  }

  /// `tờ tiền mệnh giá 100, 200 nghìn đồng`: what a note is worth.
  private func isWorthOfNote(_ figure: StatementFigure, from first: Int) -> Bool {
    guard figure.fact.unit == "VND" else { return false }
    return stride(from: figure.tokens.lowerBound - 1, through: max(first, figure.tokens.lowerBound - 8), by: -1)
      .first { stream[$0].isWord && !stream[$0].isNumber && stream[$0].key != Words.va }
      .map { stream[$0].key == "giá" && stream[$0 - 1].key == "mệnh" } ?? false
  }

  /// Whether a clause speaks of awards; `Hội đồng Thi đua - Khen thưởng` and `công tác khen thưởng` do not.
  func isAboutAwards(_ clause: StatementClause) -> Bool {
    let named = words.first(phrases.awardCues, in: clause.tokens) { cue in
      let before = stream[cue.lowerBound - 1]
      // `đăng ký phấn đấu danh hiệu ...`: not yet.
      if before.key == "đấu" || before.key == "ký" { return false }
      // `chậm gửi hồ sơ đề nghị khen thưởng`: only papers about them.
      if before.key == "nghị", stream[cue.lowerBound - 3].key == "sơ" { return false }
      let isBullet = before.isDash && before.startsLine
      return isBullet || !before.isDash && !before.isSign(",") && before.key != "tác"
    }
    return named != nil
  }

  /// More than any council of the genre has.
  private static let mostMembers = DecimalNumber(100)

  /// `tuổi thọ trung bình 74,5 tuổi`, `tuổi bình quân của giảng viên: 38 tuổi`: an age that many have is a result.
  func isAverageAge(_ figure: StatementFigure, _ lead: StatementLead) -> Bool {
    guard figure.fact.unit == "year", stream[figure.tokens.upperBound - 1].key == "tuổi" else { return false }
    let named = max(0, lead.tokens.lowerBound - 12)..<figure.tokens.lowerBound
    return named.contains { at in
      stream[at].key == "tuổi"
        && (at..<min(at + 4, figure.tokens.lowerBound)).contains { behind in
          stream[behind].key == "bình" && stream[behind - 1].key == "trung"
            || stream[behind].key == "quân" && stream[behind - 1].key == "bình"
        }
    }
  }

  func isTime(_ fact: QuantityFact) -> Bool { StatementTense.times.contains(fact.unit) }

  /// `giấy chứng nhận` are papers that offices issue as well: of those, tallies are known by what was read as awards.
  func isAward(_ noun: String) -> Bool {
    if noun.begins(with: "giấy chứng nhận") { return false }
    return phrases.awardNouns.contains(WordKey(firstOf: noun)) && noun != "giải pháp"
      || noun.begins(with: "bằng khen") || noun.begins(with: "giấy khen") || noun.begins(with: "bằng công nhận")
  }

  /// `Cụm thi đua 7 tỉnh`, `04 tỉnh Lạng Sơn, Cao Bằng`, `Bí thư 04 tỉnh`; classes, `khách sạn 3 sao`, `xếp hạng từ 4
  /// sao`.
  func isName(_ figure: StatementFigure) -> Bool {
    if figure.fact.of == "sao" { return true }
    guard let noun = figure.fact.of, phrases.places.contains(noun) else { return false }
    let next = stream[figure.tokens.upperBound]
    if next.isCapital && !next.startsLine { return true }
    return stream[figure.number - 1].key == "đua"
  }

  /// `10 xã đạt dưới 5 tiêu chí`: what the units counted have in common, not what was reached.
  private func isDefinition(_ figure: StatementFigure, _ lead: StatementLead, _ clause: StatementClause) -> Bool {
    guard let noun = figure.fact.of, noun == "tiêu chí" || noun == "chỉ tiêu", figure.fact.outOf == nil else {
      return false
    }
    // `Số xã đạt 19 tiêu chí: 03 xã`
    if clause.endsWithColon, lead.tokens.first(where: { stream[$0].isWord }).map({ stream[$0].key == "số" }) ?? false,
      clause.tokens.upperBound - figure.tokens.upperBound == 1
    {
      return true
    }
    // `đề ra 20 chỉ tiêu`: so many were set, none is met yet.
    if let setter = (max(clause.tokens.lowerBound, figure.tokens.lowerBound - 2)..<figure.tokens.lowerBound).first,
      phrases.aimSetters.match(stream, at: setter).map({ $0.end == figure.tokens.lowerBound }) ?? false
    {
      return true
    }
    // `trong 28 chỉ tiêu của huyện có 18 chỉ tiêu đạt và vượt`: what the count is told of.
    if noun == "chỉ tiêu", let verb = phrases.verbs[stream[figure.tokens.upperBound].key],
      verb == .reaches || verb == .exceeds, stream[figure.number - 1].key == "có"
    {
      return false
    }
    // `có 38/41 chỉ tiêu hoàn thành và 18 chỉ tiêu vượt kế hoạch`: two counts of one kind.
    guard lead.followsNumber, stream[figure.number - 1].key != Words.va,
      let before = clause.figures.last(where: { $0.tokens.upperBound <= figure.number })
    else { return false }
    return before.fact.unit == "count" && before.fact.value.map { $0 > DecimalNumber(1) } ?? false
      && !lead.tokens.contains { stream[$0].key == "quân" }
  }

  /// Whether the words before a number share it out: `tại các xã`, `mỗi đơn vị`.
  private func isEach(_ lead: StatementLead) -> Bool {
    lead.tokens.contains { at in
      let key = stream[at].key
      if key == "mỗi" || key == "từng" { return true }
      return key == "tại" && stream[at + 1].key == "các" && at - lead.tokens.lowerBound <= 1
    }
  }

  /// `nhu cầu vốn của 2 dự án trọng điểm là 29.512 tỷ đồng`: whose the next number is.
  private func isOwner(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    // `chuyển mục đích sử dụng đất của 577 dự án (chiếm 45,5%)`: its share says that it was counted.
    guard stream[figure.tokens.lowerBound - 1].key == "của", !stream[figure.tokens.upperBound].isSign("(") else {
      return false
    }
    // `nhiều chỉ tiêu của 7 chương trình đột phá`
    if figure.fact.bound == .exact, namesPlans(figure) { return true }
    guard let next = next(behind: figure, in: clause) else { return false }
    let verb = stream[next.tokens.lowerBound - 1].key
    return verb == "là" || phrases.verbs[verb] == .reaches
  }

  /// Whether projects, programmes and the like are counted.
  func namesPlans(_ figure: StatementFigure) -> Bool {
    (figure.number..<figure.tokens.upperBound).contains { phrases.planSources.match(stream, at: $0) != nil }
  }

  /// `Trong 6 tháng đầu năm, 19 chi cục đã kiểm tra gần 23.000 vụ`: who did what the next number tells; of a sentence that begins
  /// with those it counts, when they are offices.
  private func isActor(_ figure: StatementFigure, _ lead: StatementLead, in clause: StatementClause) -> Bool {
    guard lead.tokens.isEmpty, let noun = figure.fact.of, phrases.actors.contains(noun),
      let next = next(behind: figure, in: clause)
    else { return false }
    return (figure.tokens.upperBound..<next.tokens.lowerBound).contains { stream[$0].key == "đã" }
  }

  /// The next number of a clause, unless a mark other than a comma between names stands before it.
  private func next(behind figure: StatementFigure, in clause: StatementClause) -> StatementFigure? {
    guard let next = clause.figures.first(where: { $0.tokens.lowerBound >= figure.tokens.upperBound }),
      next.tokens.lowerBound - figure.tokens.upperBound <= 24,
      !(figure.tokens.upperBound..<next.tokens.lowerBound).contains(where: {
        stream[$0].isSign("(") || stream[$0].isSign(";")
      })
    else { return nil }
    return next
  }

  /// `Giá trị sản phẩm trên 01 ha đất canh tác đạt 150 triệu đồng`, `bình quân 01 xã đạt 8,96 tiêu chí`: what the next
  /// number is reckoned by.
  func isPerUnit(_ figure: StatementFigure, before end: Int, in clause: StatementClause) -> Bool {
    guard figure.fact.value == DecimalNumber(1), end < clause.tokens.upperBound,
      figure.fact.bound == .over || stream[figure.number - 1].key == "quân" || stream[figure.number - 1].key == "mỗi"
    else { return false }
    return (figure.tokens.upperBound..<end).contains { phrases.verbs[stream[$0].key] == .reaches }
  }

  /// `28.753 tàu cá từ 15 m trở lên`, `200 sản phẩm từ 3 sao trở lên`: what those have at least that the number before
  /// counts.
  func isTrait(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    // `giảm cả 3 tiêu chí từ 5% trở lên`: by how much.
    guard figure.fact.bound == .atLeast || figure.fact.bound == .atMost, figure.fact.unit != "percent",
      stream[figure.tokens.lowerBound].key == Words.tu
    else { return false }
    return clause.figures.contains { $0.tokens.upperBound == figure.tokens.lowerBound && $0.fact.unit == "count" }
  }

  /// `doanh nghiệp có từ 20 lao động trở lên đạt 100%`: what the units counted have at least.
  func isCondition(_ figure: StatementFigure, before end: Int, in clause: StatementClause) -> Bool {
    let first = figure.tokens.lowerBound
    guard figure.fact.bound == .atLeast, figure.fact.unit == "count", stream[first].key == Words.tu,
      stream[first - 1].key == "có", end < clause.tokens.upperBound
    else { return false }
    let between = figure.tokens.upperBound..<end
    return between.count <= 8 && !between.contains { words.isMark($0) }
      && between.contains { phrases.verbs[stream[$0].key] == .reaches }
  }

  /// `xác định 8 dự án trọng điểm`, `Bệnh viện Đa khoa tỉnh 700 giường`, `bình quân 01 xã`.
  private func isDescription(_ figure: StatementFigure, _ lead: StatementLead, _ clause: StatementClause) -> Bool {
    let before = stream[figure.number - 1]
    let two = stream[figure.number - 2]
    if before.key == "định", two.key == "xác" { return true }
    // `làm quy trình 5 bước`
    if before.key == "trình", two.key == "quy" { return true }
    if before.key == "quân", two.key == "bình", figure.fact.value == DecimalNumber(1) { return true }
    // `cả 3 tiêu chí`, unlike `cả 12/12 chỉ tiêu đều đạt`
    if before.key == "cả", figure.fact.outOf == nil { return true }
    // `trên địa bàn 6 huyện`, `nằm trong 20 đô thị`, `một trong 16 tập thể`: where, and among how many.
    let lead1 = stream[figure.tokens.lowerBound - 1].key
    let lead2 = stream[figure.tokens.lowerBound - 2].key
    if lead1 == "bàn", lead2 == "địa" { return true }
    // `gồm lãnh đạo 5 bộ`, `(Tổ 5 người)`: who makes a body up.
    if lead1 == "đạo", lead2 == "lãnh" { return true }
    if figure.parenthesis == figure.tokens.lowerBound - 2, phrases.groups.contains(lead1) { return true }
    // `của 34 đơn vị`, `lãnh đạo 15 tỉnh`, `trong 14 tỉnh`: whose.
    if Self.owners.contains(lead1), let noun = figure.fact.of, noun == "đơn vị" || phrases.places.contains(noun) {
      return true
    }
    if lead1 == Words.trong || lead1 == "số" && lead2 == Words.trong {
      let head = lead1 == Words.trong ? lead2 : stream[figure.tokens.lowerBound - 3].key
      let isCounted = stream[figure.tokens.lowerBound - (lead1 == Words.trong ? 2 : 3)].isNumber
      if head == Words.mot || isCounted || head == "nằm" || head == "là" { return true }
    }
    // `trong 19 chỉ tiêu của chương trình, thành phố sẽ hoàn thành đề án`: among which, and no part of them is counted.
    if lead1 == Words.trong, figure.fact.of == "chỉ tiêu" || figure.fact.of == "tiêu chí",
      !clause.figures.contains(where: { $0.number > figure.number && $0.fact.of == figure.fact.of })
    {
      return true
    }
    // `được đánh giá theo 7 tiêu chí`
    if lead1 == "theo" { return true }
    // `so với 15 chỉ tiêu của Nghị quyết`
    if lead1 == "với", lead2 == "so" { return true }
    // `Sau 13 tỉnh giai đoạn 1, ...`, `ký kết giữa tỉnh và 4 cơ quan báo chí`
    if lead1 == "sau", lead.tokens.count <= 1 { return true }
    if lead1 == "giữa" || lead1 == Words.va && lead.tokens.contains(where: { stream[$0].key == "giữa" }) { return true }
    // `Đối với 5 ban quản lý mới thành lập`, `Về 5 dự án`: what a sentence is about.
    if lead.tokens.lowerBound + 2 >= figure.tokens.lowerBound,
      lead1 == "với" && lead2 == "đối" || lead1 == "về" && stream[figure.tokens.lowerBound - 1].isCapital
    {
      return true
    }
    // `lập báo cáo tổng thể về 12 dự án`
    if lead1 == "về", lead.tokens.contains(where: { stream[$0].key == "báo" && stream[$0 + 1].key == "cáo" }) {
      return true
    }
    // `tại các xã xây dựng 01 khu dân cư`, `mỗi xã có 01 mô hình`: so many each.
    if figure.fact.value == DecimalNumber(1), isEach(lead) { return true }
    // `3 chương trình kinh tế trọng tâm`: named, not reached.
    let behind = figure.tokens.upperBound
    if (behind..<behind + 4).contains(where: { stream[$0].key == "trọng" && stream[$0 + 1].key == "tâm" }),
      !(behind..<behind + 4).contains(where: { words.isMark($0) })
    {
      return true
    }
    // `Bệnh viện Đa khoa tỉnh 700 giường`: how large it is, with no verb before the number.
    if figure.fact.of.map({ $0.begins(with: "giường") }) ?? false, lead.verb == nil,
      !phrases.sizeLeads.contains(before.key),
      before.isWord, lead.tokens.contains(where: { $0 > lead.tokens.lowerBound && stream[$0].isCapital })
    {
      return true
    }
    return false
  }
}
