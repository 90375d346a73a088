/// Plans that a noun names and the verb behind it says, in text that does not say of when it is: what is to be done by them is
/// demanded.
///
/// Accepts `đã thống nhất chủ trương lắp đặt 15 điểm`, `lập kế hoạch trồng lại rừng vào năm 2018`, `lập đề án đưa tỉnh thành thành
/// phố trước năm 2020`, `lên kế hoạch đặt hàng 2.300 xe`. Refuses what a plan is only about, `phê duyệt chủ trương đầu tư 15 dự
/// án`, and what was done by it, `theo kế hoạch đã trồng 15 ha`.
struct StatementPlans {
  let stream: TokenStream
  let words: StatementWords
  private var phrases: StatementPhrases { words.phrases }

  /// Whether a plan in the stretch of a number says it.
  ///
  /// - Complexity: O(*n*) in tokens of the stretch.
  func say(_ figure: StatementFigure, in clause: StatementClause) -> Bool {
    let start = figure.tokens.lowerBound
    let head = words.stretchStart(of: start, from: clause.tokens.lowerBound)
    // `cưỡng chế khu đất rộng 24.500 m2`: how large what it is about is, unlike `xây tuyến cáp treo dài 10,6 km`.
    if Self.dimensions.contains(stream[start - 1].key) {
      guard let act = act(in: max(head, start - Self.reach)..<start), Self.buildings.contains(stream[act].key) else {
        return false
      }
      return true
    }
    return say(before: start, from: head) || budgets(figure, from: head)
  }

  /// `ủng hộ kế hoạch đầu tư 7,5 tỷ USD`, `thông qua kế hoạch chi tiêu quốc phòng lên tới 700 tỷ USD`: what a plan that is made or accepted
  /// shall cost, and how many it shall move: `thông qua kế hoạch điều 4 tiểu đoàn`.
  private func budgets(_ figure: StatementFigure, from head: Int) -> Bool {
    let start = figure.tokens.lowerBound
    let tokens = max(head, start - Self.meantReach)..<start
    guard
      let maker = tokens.first(where: {
        phrases.planMakers.match(stream, at: $0, before: start) != nil && stream[$0 - 1].key != "không"
      }), var plan = phrases.planMakers.match(stream, at: maker, before: start)?.end
    else { return false }
    if stream[plan].key == Words.mot { plan += 1 }
    guard stream[plan].key == "kế", stream[plan + 1].key == "hoạch", plan + 2 < start,
      !Self.describing.contains(stream[plan + 2].key),
      !(plan + 2..<start).contains(where: { Self.describing.contains(stream[$0].key) }),
      !words.contains(phrases.reports, in: maker..<start)
    else { return false }
    let isMoney = figure.fact.unit == "USD" || figure.fact.unit == "VND"
    return isMoney || start - (plan + 2) == 1
  }

  /// `Đại hội thông qua kế hoạch kinh doanh năm 2019 với doanh thu đạt 70.000 tỷ đồng và lợi nhuận 6.700 tỷ đồng`: whether a plan of business
  /// that is made or accepted states a number, and those behind it.
  ///
  /// - Complexity: O(1): at most `reach` words are looked at.
  func setBusiness(_ figure: StatementFigure, from before: Int) -> Bool {
    let start = figure.tokens.lowerBound
    let tokens = min(start, max(before, start - Self.reach))..<start
    guard
      let plan = tokens.first(where: {
        stream[$0].key == "kế" && stream[$0 + 1].key == "hoạch" && Self.businesses.contains(stream[$0 + 2].key)
      }),
      (max(tokens.lowerBound, plan - 4)..<plan).contains(where: {
        phrases.planMakers.match(stream, at: $0, before: start) != nil
      })
    else { return false }
    return (plan + 3..<max(plan + 3, start)).contains {
      stream[$0].key == "với" || stream[$0].key == "doanh" && stream[$0 + 1].key == "thu"
        || stream[$0].key == "lợi" && stream[$0 + 1].key == "nhuận"
    } && !words.contains(phrases.reports, in: plan..<start)
  }

  /// The first words of `kinh doanh`, `sản xuất`, `tài chính` behind `kế hoạch`.
  private static let businesses: WordSet = ["kinh", "sản", "tài"]

  /// Whether a plan among the words before a date says what is to be done by it.
  ///
  /// - Complexity: O(*n*) in tokens.
  func say(_ date: StatementDate, from head: Int) -> Bool {
    let start = date.tokens.lowerBound
    guard date.fact.qualifier != nil || stream[start - 1].key == "vào" || stream[start - 1].key == Words.trong else {
      return false
    }
    return say(before: start, from: head)
  }

  /// `Cuối năm 2014, tỉnh trình kế hoạch thoái vốn xuống 75%`: whether a plan begins between a date and a number, so that the date is
  /// the plan's own.
  ///
  /// - Complexity: O(*n*) in tokens between.
  func begin(between date: StatementDate, and figure: StatementFigure) -> Bool {
    let tokens = date.tokens.upperBound..<max(date.tokens.upperBound, figure.tokens.lowerBound)
    return act(in: tokens) != nil
  }

  private func say(before end: Int, from head: Int) -> Bool {
    guard let act = act(in: max(head, end - Self.reach)..<end) else { return false }
    return !words.contains(phrases.reports, in: act..<end)
  }

  /// Where the act of a plan begins: straight behind the noun of the plan, which stands behind a verb that makes or accepts it.
  private func act(in tokens: Range<Int>) -> Int? {
    for at in tokens {
      guard let maker = phrases.planMakers.match(stream, at: at, before: tokens.upperBound),
        let plan = plan(at: maker.end, before: tokens.upperBound)
      else { continue }
      // Who makes or has a plan means to do whatever stands behind it; a `quy hoạch` says what there is.
      let means = maker.end == at + 1 && Self.havings.contains(stream[at].key)
      guard means else {
        if words.beginsAct(plan) { return plan }
        continue
      }
      if stream[maker.end].key == "kế", stream[plan].isWord, tokens.upperBound - plan <= Self.meantReach,
        !Self.describing.contains(stream[plan].key)
      {
        return plan
      }
    }
    return nil
  }

  private static let havings: WordSet = ["lên", "có"]
  /// Behind `kế hoạch`, says more of it and no act.
  private static let describing: WordSet = [
    "số", "này", "đó", "để", "của", "và", "về", "trong", "cho", "năm", "với", "tại", "là", "được", "cụ", "đã",
  ]
  private static let buildings: WordSet = ["xây", "làm", "mở", "đào", "lắp", "kéo"]
  private static let dimensions: WordSet = ["rộng", "dài", "cao", "sâu", "nặng"]

  /// The end of the noun of a plan at a token.
  private func plan(at index: Int, before end: Int) -> Int? {
    if stream[index].key == "chủ", stream[index + 1].key == "trương" { return index + 2 }
    return phrases.planSources.match(stream, at: index, before: end)?.end
  }

  /// How far before its number or date a plan is named, in words.
  private static let reach = 24
  /// The same behind `lên kế hoạch` and `có kế hoạch`.
  private static let meantReach = 16
}
