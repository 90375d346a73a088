/// Reads the words round the numbers of clauses.
///
/// A class, for many rules hold it.
final class StatementWords: Sendable {
  let stream: TokenStream
  let outline: Outline
  let phrases: StatementPhrases
  /// The units of things that have an extent.
  let extents: Set<String>
  private let numerals: NumeralParser
  /// Where one of the phrases may begin that clauses are searched for; few words begin any.
  private let cues: PlaceSet

  init(_ context: ReadingContext) {
    stream = context.stream
    outline = context.outline
    phrases = context.vocabulary.statements
    extents = context.vocabulary.extents
    numerals = NumeralParser(stream: context.stream)
    cues = PlaceSet(stream, phrases.cueStarts)
  }

  /// Longer stretches have no verb that could belong to the number: a bound for the cost, far beyond real subjects.
  private static let reach = 60
  private static let hoan: WordKey = "hoàn"
  private static let thanh: WordKey = "thành"
  private static let so: WordKey = "so"
  private static let truong: WordKey = "trưởng"
  private static let voi: WordKey = "với"

  /// The words before `number`, back to a mark, to `limit` (the end of the number before) or to the clause's start.
  ///
  /// - Complexity: O(1): at most `reach` words are looked at.
  func lead(before number: Int, from clauseStart: Int, limit: Int?) -> StatementLead {
    let floor = max(clauseStart, limit ?? clauseStart)
    var start = number
    var follows = false
    while true {
      guard start > floor, number - start < Self.reach else {
        follows = limit != nil && start == limit
        break
      }
      let token = stream[start - 1]
      if token.isSign(")"), let open = openParenthesis(before: start - 1, floor: floor) {
        start = open
        continue
      }
      if isMark(start - 1) { break }
      start -= 1
    }
    var lead = StatementLead(
      tokens: start..<number, verb: nil, verbAt: number, hasSubject: false, followsNumber: follows)
    var at = number - 1
    while at >= start {
      let key = stream[at].key
      if key == Self.thanh, at > start, stream[at - 1].key == Self.hoan {
        (lead.verb, lead.verbAt) = (.reaches, at - 1)
        break
      }
      if phrases.arrivals.contains(key) { lead.isArrival = true }
      // `kinh tế tăng trưởng 8,1%`, unlike `tốc độ tăng trưởng 8,1%`
      if key == Self.truong, at > start, phrases.verbs[stream[at - 1].key] == .rises {
        guard at - 1 == start || !phrases.rateNouns.contains(stream[at - 2].key) else { break }
        (lead.verb, lead.verbAt) = (.rises, at - 1)
        break
      }
      // `thấp hơn 1,6%` tells a difference, `kiểm soát thấp dưới 1,6%` a level, `22 xã nâng cao và 05 xã` neither.
      if key == "thấp" || key == "cao", stream[at + 1].key != "hơn" {
        at -= 1
        continue
      }
      if let verb = phrases.verbs[key] {
        // `tăng còn`, `giảm xuống còn 5%`: the change names the way, `còn` the place.
        lead.verb = verb
        lead.verbAt = at
        if verb == .remains, at > start,
          phrases.verbs[stream[at - 1].key] == .falls || stream[at - 1].key == "xuống"
        {
          at -= 1
          continue
        }
        break
      }
      guard phrases.fillers.contains(key) || !stream[at].isWord else { break }
      at -= 1
    }
    if lead.verb == nil { lead.verbAt = number }
    var words = start..<lead.verbAt
    while let first = words.first,
      stream[first].key == "và" || stream[first].isDash || stream[first].kind == .superscript
    {
      words = words.dropFirst()
    }
    // `thực giảm 18.169 ha so với năm 2010`
    if lead.verb == .rises || lead.verb == .falls, let last = words.last, stream[last].key == "thực" {
      words = words.dropLast()
    }
    if let first = words.first, stream[first].key == Self.so, stream[first + 1].key == Self.voi {
      lead.isVersus = true
      return lead
    }
    if follows, words.lowerBound == start {
      // What stands between two numbers without a mark belongs to the first: `215 doanh nghiệp thành lập mới tăng`.
      // `đạt 89,6 tỷ USD khi doanh số tăng 65,5%`
      if let and = words.first(where: { stream[$0].key == "và" || stream[$0].key == "khi" }) {
        words = (and + 1)..<words.upperBound
      } else {
        return lead
      }
    }
    lead.hasSubject = words.contains { stream[$0].isWord && !phrases.fillers.contains(stream[$0].key) }
    return lead
  }

  /// Whether a sign cuts a clause into stretches; the comma of `12,5` does not.
  func isMark(_ index: Int) -> Bool {
    let token = stream[index]
    guard token.kind == .sign else { return false }
    if token.isSign(",") {
      // `dịch vụ công trực tuyến mức độ 3, 4`
      if stream[index + 1].isNumber, stream[index - 1].isNumber, stream[index - 2].key == "độ" { return false }
      return !(stream[index + 1].isNumber && stream[index + 1].isJoined && stream[index - 1].isNumber)
    }
    return token.isSign("(") || token.isSign(")") || token.isSign(";") || token.isSign(":")
  }

  /// The first token of the stretch that holds `index`, at or behind `start`.
  ///
  /// - Complexity: O(length of the stretch).
  func stretchStart(of index: Int, from start: Int) -> Int {
    var at = index
    while at > start, !isMark(at - 1) { at -= 1 }
    return at
  }

  /// The words of the stretch before `index`, for a number whose own stretch names nothing: `... mở rộng, đạt 95%`.
  func subjectBefore(_ index: Int, from start: Int) -> String? {
    var end = index
    while end > start, !stream[end - 1].isWord { end -= 1 }
    guard end > start else { return nil }
    let words = max(stretchStart(of: end, from: start), end - 24)..<end
    // `doanh thu đạt 850 tỷ đồng, giảm 24% so với năm 2017 (1.117 tỷ đồng)`: the stretch that only compares is passed over,
    // and so is `cụ thể`.
    if let first = words.first, first > start,
      words.count <= 2 || phrases.verbs[stream[first].key].map({ $0 != .reaches }) ?? false,
      let before = subjectBefore(first - 1, from: start)
    {
      return before
    }
    return words.isEmpty ? nil : stream.flatText(ofTokens: words)
  }

  /// The `(` of a short parenthesis that ends at `close`, when it begins behind `floor`.
  private func openParenthesis(before close: Int, floor: Int) -> Int? {
    var at = close - 1
    while at >= floor, close - at <= 12 {
      if stream[at].isSign("(") { return at }
      if stream[at].isSign(")") { return nil }
      at -= 1
    }
    return nil
  }

  /// The end of the phrase that begins at `start`: the next mark, number or verb, at most `end`.
  ///
  /// - Complexity: O(1).
  func phraseEnd(from start: Int, before end: Int) -> Int {
    var at = start
    while at < end, at - start < 24 {
      let token = stream[at]
      if token.kind == .sign, !token.isDash, !token.isSign("/"), !token.opensQuote, !token.closesQuote { break }
      // `xã đạt chuẩn nông thôn mới` goes on; `xã đạt 15 tiêu chí` does not.
      if token.isWord, phrases.verbs[token.key] != nil, isBeforeNumber(at) { break }
      if token.kind == .superscript { break }
      at += 1
    }
    return at
  }

  private func isBeforeNumber(_ verb: Int) -> Bool {
    (verb + 1..<verb + 5).first { stream[$0].isNumber || stream[$0].kind == .sign && !stream[$0].isDash }
      .map { stream[$0].isNumber } ?? false
  }

  enum Comparison { case plan, earlier }

  /// What the percentage before `start` is compared with.
  ///
  /// - Complexity: O(1).
  func comparison(from start: Int, before end: Int) -> Comparison? {
    var at = start
    while at < end, at - start < 8 {
      let token = stream[at]
      // `7,15% trong khi kế hoạch đề ra là 8%`: another statement.
      if token.kind == .sign || token.key == "khi" { return nil }
      // `đạt 6,21%, thấp hơn so với kế hoạch`, `là 79% và dự toán năm sau là 81%`: no share of the plan.
      if token.key == "hơn", at > start, stream[at - 1].key == "thấp" || stream[at - 1].key == "cao",
        isPlanNamed(at + 1, before: end)
      {
        return nil
      }
      if token.key == Words.va, phrases.planPhrases.match(stream, at: at + 1, before: end) != nil { return nil }
      if phrases.earlierPhrases.match(stream, at: at, before: end) != nil { return .earlier }
      if let plan = phrases.planPhrases.match(stream, at: at, before: end) {
        // `so với kế hoạch 28,2%` states the plan itself.
        if stream[plan.end].isNumber && plan.end >= end, !isLength(plan.end) { return nil }
        // `100% đơn vị xây dựng kế hoạch` is no share of a plan.
        // `21% số vốn kế hoạch năm chưa được giải ngân`
        if (plan.end..<min(end, plan.end + 4)).contains(where: { stream[$0].key == "chưa" }) { return nil }
        guard
          stream[at - 1].key == Self.voi || stream[at - 1].key == Self.so
            || (start..<at).allSatisfy({ phrases.planLinks.contains(stream[$0].key) })
        else { return nil }
        return phrases.planParts.contains(stream[plan.end].key) ? nil : .plan
      }
      if token.isNumber { return nil }
      at += 1
    }
    return nil
  }

  /// Whether a plan is named at `at`, behind `so với` or without it.
  private func isPlanNamed(_ at: Int, before end: Int) -> Bool {
    phrases.planPhrases.match(stream, at: behindVersus(at), before: end) != nil
  }

  /// What a clause compares all its numbers with: `So với cùng kỳ năm trước, diện tích ..., bằng 101%`.
  ///
  /// - Complexity: O(1).
  func leadingComparison(_ clause: StatementClause) -> Comparison? {
    let first = clause.tokens.lowerBound
    // `Cụ thể, so với ...`
    guard let start = (first..<min(first + 4, clause.tokens.upperBound)).first(where: { stream[$0].key == Self.so }),
      let comma = (start..<min(start + 12, clause.tokens.upperBound)).first(where: isMark)
    else { return nil }
    if phrases.earlierPhrases.match(stream, at: start, before: comma) != nil { return .earlier }
    let named = behindVersus(start)
    if phrases.earlierPhrases.match(stream, at: named, before: comma) != nil { return .earlier }
    return phrases.planPhrases.match(stream, at: named, before: comma) != nil ? .plan : nil
  }

  /// The token behind `so với` or `so` at `at`; `at` where neither stands.
  func behindVersus(_ at: Int) -> Int {
    guard stream[at].key == Self.so else { return at }
    return stream[at + 1].key == Self.voi ? at + 2 : at + 1
  }

  /// Whether `chỉ tiêu` or `mục tiêu` stands at `at`. `chỉ tiêu này ở mức 370 tỷ đồng` and `mỗi chỉ tiêu chất lượng` are of what
  /// is measured.
  func isAim(_ at: Int) -> Bool {
    (stream[at].key == "chỉ" || stream[at].key == "mục") && stream[at + 1].key == "tiêu"
      && (stream[at].key == "mục" || stream[at + 2].key != "này" && stream[at - 1].key != "mỗi")
  }

  /// The bound that `tối thiểu`, `ít nhất`, `tối đa` or `nhiều nhất` at a token sets; nil where none of them stands.
  func leastOrMost(_ at: Int) -> Bound? {
    switch (stream[at].key, stream[at + 1].key) {
    case ("tối", "thiểu"), ("ít", "nhất"): .atLeast
    case ("tối", "đa"), ("nhiều", "nhất"): .atMost
    default: nil
    }
  }

  /// The first `chỉ tiêu` or `mục tiêu` of some tokens.
  ///
  /// - Complexity: O(*n*) in tokens.
  func firstAim(in tokens: Range<Int>) -> Int? { cues.first(in: tokens, where: isAim) }

  /// The last `chỉ tiêu` or `mục tiêu` of some tokens that `isTaken` takes.
  ///
  /// - Complexity: O(*n*) in tokens.
  func lastAim(in tokens: Range<Int>, where isTaken: (Int) -> Bool = { _ in true }) -> Int? {
    cues.last(in: tokens) { isAim($0) && isTaken($0) }
  }

  /// The first place of some tokens that `isTaken` takes, among those of ``StatementPhrases/cueStarts``.
  ///
  /// - Complexity: O(*n*) in tokens.
  func firstCue(in tokens: Range<Int>, where isTaken: (Int) -> Bool) -> Int? { cues.first(in: tokens, where: isTaken) }

  /// `kết quả thực hiện`, `đạt`, `vượt` before aims: they are told as met, not set.
  ///
  /// - Complexity: O(*n*) in tokens.
  func tellsOfAimsMet(in tokens: Range<Int>) -> Bool {
    tokens.contains { at in
      phrases.aimResults.match(stream, at: at) != nil
        || phrases.verbs[stream[at].key] == .reaches || phrases.verbs[stream[at].key] == .exceeds
    }
  }

  /// `kế hoạch 5 năm`
  private func isLength(_ at: Int) -> Bool { stream[at + 1].key == Words.nam || stream[at + 1].key == Words.thang }

  func contains(_ phrases: PhraseTable<Void>, in tokens: Range<Int>) -> Bool { first(phrases, in: tokens) != nil }

  /// Whether `dự kiến` stands at a token.
  func saysExpected(_ at: Int) -> Bool { stream[at].key == "dự" && stream[at + 1].key == "kiến" }

  /// Whether `từ nay` or `từ đây` stands straight before a token.
  func isReckonedFromNow(_ at: Int) -> Bool {
    stream[at - 2].key == "từ" && (stream[at - 1].key == "nay" || stream[at - 1].key == "đây")
  }

  /// Whether a verb of what somebody does or completes begins at a token.
  func beginsAct(_ at: Int) -> Bool {
    phrases.targetVerbs.match(stream, at: at) != nil || phrases.completions.match(stream, at: at) != nil
  }

  /// The first place of some tokens at which one of `phrases` stands, of those that `isTaken` takes.
  ///
  /// - Parameters:
  ///   - phrases: those of ``StatementPhrases/cueStarts``.
  ///   - isTaken: is given the tokens of a phrase.
  /// - Complexity: O(*n*) in tokens.
  func first(
    _ phrases: PhraseTable<Void>, in tokens: Range<Int>, where isTaken: (Range<Int>) -> Bool = { _ in true }
  ) -> Int? {
    cues.first(in: tokens) { at in
      guard let match = phrases.match(stream, at: at, before: tokens.upperBound) else { return false }
      return isTaken(at..<match.end)
    }
  }

  /// The last such place.
  ///
  /// - Complexity: O(*n*) in tokens.
  func last(
    _ phrases: PhraseTable<Void>, in tokens: Range<Int>, where isTaken: (Range<Int>) -> Bool = { _ in true }
  ) -> Int? {
    cues.last(in: tokens) { at in
      guard let match = phrases.match(stream, at: at, before: tokens.upperBound) else { return false }
      return isTaken(at..<match.end)
    }
  }

  // MARK: Subjects

  /// The words that name what a number is about: those before it, or for a count without any, what is counted.
  func subject(_ figure: StatementFigure, lead: StatementLead, before end: Int) -> (text: String, tokens: Range<Int>) {
    var words = lead.tokens.lowerBound..<lead.verbAt
    while let first = words.first {
      if phrases.subjectHeads.contains(stream[first].key) || !stream[first].isWord {
        words = words.dropFirst()
      } else if let end = versusEnd(first, before: words.upperBound) {
        words = end..<words.upperBound
      } else {
        break
      }
    }
    words = changing(words)
    while let last = words.last,
      phrases.fillers.contains(stream[last].key) || phrases.subjectHeads.contains(stream[last].key)
        || !stream[last].isWord && !stream[last].isSign(")")
    {
      // `người lao động trực tiếp`, `tổ chức thực hiện`
      if stream[last].key == "tiếp", words.count > 1, stream[last - 1].key == "trực" { break }
      // `Thu nhập bình quân` is not what `Thu nhập` is.
      if stream[last].key == "quân", words.count > 2, stream[last - 1].key == "bình" { break }
      if stream[last].key == "hiện", words.count > 1, stream[last - 1].key == "thực" {
        words = words.dropLast(2)
        continue
      }
      words = words.dropLast()
    }
    // `(năm 2015 là 0,33%)`: when, and not what.
    if words.allSatisfy({ !stream[$0].isWord || phrases.timeWords.contains(stream[$0].key) }) {
      words = words.upperBound..<words.upperBound
    }
    // `toàn tỉnh hoàn thành đạt và vượt 15/15 chỉ tiêu`
    while words.count > 1, let last = words.last {
      if phrases.verbs[stream[last].key] == .reaches {
        words = words.dropLast()
      } else if words.count > 2, stream[last].key == Self.thanh, stream[last - 1].key == Self.hoan {
        words = words.dropLast(2)
      } else {
        break
      }
    }
    let behind = figure.fact.unit == "count" ? nounStart(figure) : figure.tokens.upperBound
    var phrase = behind..<max(behind, phraseEnd(from: behind, before: end))
    // `2 vụ tai nạn giao thông so với năm 2019`
    if let versus = phrase.first(where: { $0 > behind && stream[$0].key == Self.so && stream[$0 + 1].key == Self.voi })
    {
      phrase = behind..<versus
    }
    // `tổng số hộ tăng 0,9% so với năm 2015`, `tăng tỷ lệ lên 15% vào năm 2020`: what a number is compared with, or when it is so, is not
    // what it is about.
    if figure.fact.unit == "percent", isComparison(behind) || isTime(phrase) { phrase = behind..<behind }
    // `25 doanh nghiệp và 8 hợp tác xã`
    while phrase.count > 1, let last = phrase.last, phrases.subjectTails.contains(stream[last].key) {
      phrase = phrase.dropLast()
    }
    let isOnlyVerb = words.count <= 3
    // `Tổng đàn gia súc 42.150 con`, `Tai nạn giao thông xảy ra 07 vụ`: the counted noun alone says too little.
    if figure.fact.unit == "count", phrase.upperBound <= figure.tokens.upperBound, words.count > 1,
      let first = words.first, phrases.targetVerbs.match(stream, at: first) == nil,
      lead.verb != nil || namesAmount(words)
    {
      return (stream.flatText(ofTokens: words), words)
    }
    if figure.fact.unit == "count" || figure.fact.unit == "percent", !phrase.isEmpty,
      lead.verb == nil || words.isEmpty || isOnlyVerb,
      lead.verb != .reaches || words.isEmpty
    {
      return (stream.flatText(ofTokens: phrase), phrase)
    }
    if words.isEmpty { return (stream.flatText(ofTokens: phrase), phrase) }
    // `Trồng mới 750 ha rừng`: the verb alone names nothing.
    if lead.verb == nil, isOnlyVerb, extents.contains(figure.fact.unit), words.upperBound == figure.number,
      let last = phrase.first, stream[last].isWord, !stream[last].isCapital
    {
      return (stream.flatText(ofTokens: words) + " " + stream.flatText(ofTokens: phrase), words)
    }
    return (stream.flatText(ofTokens: words), words)
  }

  /// `giảm 3,11% so cùng kỳ nhưng năng suất bình quân 47,32 tạ/ha`: the end of what the number before is compared with.
  private func versusEnd(_ index: Int, before end: Int) -> Int? {
    guard stream[index].key == Self.so else { return nil }
    guard let match = phrases.earlierPhrases.match(stream, at: behindVersus(index), before: end) else { return nil }
    var at = match.end
    while at < end, phrases.timeWords.contains(stream[at].key) || stream[at].isNumber { at += 1 }
    return at
  }

  /// `vào năm 2020`, `năm 2020`, `vào năm 2020 và`
  private func isTime(_ phrase: Range<Int>) -> Bool {
    guard let first = phrase.first, let number = phrase.first(where: { stream[$0].isNumber }), number - first <= 2
    else { return false }
    let isLed = Self.timePrepositions.contains(stream[first].key) || stream[first].key == "năm"
    return isLed && stream[number - 1].key == "năm" && stream[number].digitCount == 4
      && (number + 1 == phrase.upperBound || stream[number + 1].key == "và" || !stream[number + 1].isWord)
  }

  private static let timePrepositions: WordSet = ["vào", "trong", "trước", "đến", "từ", "sau"]

  /// `Đắk Lắk sẽ tăng tỷ lệ chế biến sâu lên` 15%: what shall change stands between the verb of the change and where it comes to.
  private func changing(_ words: Range<Int>) -> Range<Int> {
    guard let last = words.last, phrases.arrivals.contains(stream[last].key),
      let verb = words.dropLast().last(where: {
        phrases.verbs[stream[$0].key] == .rises || phrases.verbs[stream[$0].key] == .falls || stream[$0].key == "nâng"
      }), verb + 1 < last
    else { return words }
    return verb + 1..<last
  }

  /// Whether `so với` or an earlier time stands at `index`.
  private func isComparison(_ index: Int) -> Bool {
    stream[index].key == Self.so
      && (stream[index + 1].key == Self.voi || phrases.earlierPhrases.match(stream, at: index + 1) != nil)
      || phrases.earlierPhrases.match(stream, at: index) != nil
  }

  /// Whether some words name what the counted things make up, `tổng đàn gia súc`, or what happened, `cháy nổ xảy ra`.
  private func namesAmount(_ words: Range<Int>) -> Bool {
    let last = words.upperBound - 1
    return Self.amounts.contains(stream[words.lowerBound].key)
      || stream[last].key == "ra" && stream[last - 1].key == "xảy"
  }

  private static let amounts: WordSet = ["tổng", "số", "đàn", "dân", "lượng", "sản", "năng", "quân"]

  /// Where what is counted is named: behind the number, the same in words (`01 (một) sĩ quan`), and its scale (`47 triệu cử tri`).
  private func nounStart(_ figure: StatementFigure) -> Int {
    let end = figure.tokens.upperBound
    let numeral =
      stream[figure.number].isNumber ? numerals.figures(at: figure.number) : numerals.words(at: figure.number)
    var at = min(end, numeral?.end ?? figure.number)
    if stream[at].isSign("("), let close = (at..<end).first(where: { stream[$0].isSign(")") }) { at = close + 1 }
    if let scale = numerals.scale(at: at) { at = min(end, scale.end) }
    while at < end, !stream[at].isWord { at += 1 }
    return at
  }
}
