/// Checks the arithmetic that a document implies. It reports, it never corrects.
///
/// | relation | sentence |
/// |---|---|
/// | difference | `110 năm ngày sinh ... (04/11/1909 - 04/11/2019)`; `12.537 hồ sơ, đã giải quyết 11.951 hồ sơ, còn 586 hồ sơ`; `529 thôn thành 242 thôn, giảm 287 thôn` |
/// | sum | `35 giải (01 giải nhất, 03 giải nhì, ...)`; `948,3 tỷ đồng, trong đó ... 722,3 tỷ đồng; ... 226 tỷ đồng`; `gồm:` with a list; shares that make 100 % |
/// | ratio | `11.841 hồ sơ (đạt 99,08%)` of `11.951 hồ sơ`; `18/20 (90%)`; `giảm 2 vụ (-6,5%)` beside `29 vụ` |
///
/// A printed number stands for all that round to it, so a relation holds when the difference is within half a unit of
/// the last printed place of each number; whole numbers without a scale are exact. Words such as `trong đó` do not say
/// that the parts are all: there a sum that fails is reported only when it fails narrowly, as a slip does.
struct Auditor: Sendable {
  func read(_ context: ReadingContext) -> [Candidate] {
    var audit = Audit(context)
    audit.run()
    return audit.found
  }
}

private struct Audit {
  /// A settled quantity with what an audit asks about it.
  struct Number {
    var tokens: Range<Int>
    var value: DecimalNumber
    var unit: String
    var of: String?
    var outOf: DecimalNumber?
    var isBounded: Bool
    /// Half a unit of the last printed place.
    var slack: DecimalNumber
  }

  private let stream: TokenStream
  private let outline: Outline
  private let numerals: NumeralParser
  private var numbers: [Number] = []
  private var dates: [(tokens: Range<Int>, fact: DateFact)] = []
  private var sentenceEnds: [Int32] = []
  /// The places of `trong đó`.
  private var namings: [Int] = []
  private(set) var found: [Candidate] = []

  init(_ context: ReadingContext) {
    stream = context.stream
    outline = context.outline
    numerals = NumeralParser(stream: context.stream)
    for candidate in context.settled {
      switch candidate.fact {
      case .quantity(let fact):
        guard let value = fact.value else { continue }
        numbers.append(
          Number(
            tokens: candidate.tokens, value: value, unit: fact.unit, of: fact.of, outOf: fact.outOf,
            isBounded: fact.bound != .exact, slack: slack(of: candidate.tokens)))
      case .date(let fact): dates.append((candidate.tokens, fact))
      default: break
      }
    }
    guard !numbers.isEmpty else { return }
    sentenceEnds = Self.sentenceEnds(stream, outline)
    for index in stream.tokens.indices
    where stream.tokens[index].key == Words.trong && stream[index + 1].key == Words.doThat {
      namings.append(index)
    }
  }

  mutating func run() {
    anniversaries()
    for index in numbers.indices {
      bracketedParts(index)
      namedParts(index)
      statedParts(index)
      listedParts(index)
      shareInBrackets(index)
      shareOfNumber(index)
      changeInBrackets(index)
      remainder(index)
      shareAfterNumbers(index)
    }
    sharesOfWhole()
  }

  // MARK: Rounding

  /// Half a unit of the last place a number is printed to; 0 for a whole number without a scale.
  private func slack(of tokens: Range<Int>) -> DecimalNumber {
    guard let index = tokens.first(where: { stream[$0].isNumber }), let numeral = numerals.figures(at: index) else {
      return .zero
    }
    var places = 0
    if numeral.end - index >= 3, stream[numeral.end - 2].isSign(numeral.isReversed ? "." : ",") {
      places = stream[numeral.end - 1].digitCount
    }
    let power = numerals.scale(at: numeral.end)?.power ?? 0
    if power == 0 && places == 0 { return .zero }
    return DecimalNumber(digits: 5, scale: 1).scaled(byPowerOfTen: power - places) ?? .zero
  }

  private func agrees(_ stated: DecimalNumber, _ computed: DecimalNumber, within slack: DecimalNumber) -> Bool {
    guard let difference = stated.subtracting(computed) else { return false }
    return difference.magnitude <= slack
  }

  /// Whether `computed` misses `stated` by no more than one part in so many: a slip, not another relation.
  private func nearlyAgrees(_ stated: DecimalNumber, _ computed: DecimalNumber, oneIn parts: Int = 50) -> Bool {
    guard let difference = stated.subtracting(computed),
      let times = difference.magnitude.multiplied(by: DecimalNumber(parts))
    else { return false }
    return times <= stated.magnitude
  }

  // MARK: Places

  /// The end of the sentence that `index` stands in, or the token that far behind it.
  ///
  /// - Complexity: O(1).
  private func sentenceEnd(from index: Int) -> Int {
    index < sentenceEnds.count ? min(Int(sentenceEnds[index]), index + Self.reach) : stream.count
  }

  /// How many tokens a relation may reach over.
  private static let reach = 240

  /// For each token the first behind it that ends its sentence or begins the next paragraph.
  private static func sentenceEnds(_ stream: TokenStream, _ outline: Outline) -> [Int32] {
    var ends = [Int32](repeating: 0, count: stream.count)
    var end = Int32(stream.count)
    for index in stride(from: stream.count - 1, through: 0, by: -1) {
      let token = stream.tokens[index]
      if token.isSign("."), !stream[index + 1].isJoined || stream[index + 1].kind == .outside { end = Int32(index) }
      ends[index] = end
      if outline.beginsParagraph[index] { end = Int32(index) }
    }
    return ends
  }

  private func paragraphStart(of index: Int) -> Int {
    var at = index
    while at > 0, index - at < 300, !outline.beginsParagraph[at] { at -= 1 }
    return at
  }

  private func sentenceStart(of index: Int) -> Int {
    var at = index
    while at > 0, index - at < 400 {
      if outline.beginsParagraph[at] { return at }
      if stream[at - 1].isSign("."), !stream[at].isJoined { return at }
      at -= 1
    }
    return at
  }

  /// The numbers that begin in `range`, as indices.
  ///
  /// - Complexity: O(log *q* + *k*).
  private func numbers(in range: Range<Int>) -> Range<Int> {
    func first(from token: Int) -> Int {
      var low = 0
      var high = numbers.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let low = first(from: range.lowerBound)
    return low..<max(low, first(from: range.upperBound))
  }

  /// The next `trong đó`.
  ///
  /// - Complexity: O(log *n*).
  private func firstNaming(from index: Int) -> Int {
    var low = 0
    var high = namings.count
    while low < high {
      let middle = (low + high) / 2
      if namings[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low < namings.count ? namings[low] : stream.count
  }

  private func closingBracket(from index: Int) -> Int? {
    var at = index
    while at < stream.count, at - index < 120, at == index || !outline.beginsParagraph[at] {
      if stream[at].isSign(")") { return at }
      at += 1
    }
    return nil
  }

  // MARK: Differences

  private mutating func anniversaries() {
    for (place, date) in dates.enumerated() {
      guard let edtf = date.fact.edtf, let slash = edtf.firstIndex(of: "/"), !edtf.contains("..") else { continue }
      guard let first = Int(edtf.prefix(4)), let last = Int(edtf[edtf.index(after: slash)...].prefix(4)) else {
        continue
      }
      let isBracketed = stream[date.tokens.lowerBound - 1].isSign("(")
      let isPeriod = stream[date.tokens.lowerBound].key == Words.giai
      guard isBracketed || isPeriod else { continue }
      let window = max(date.tokens.lowerBound - 45, 0)..<date.tokens.lowerBound
      guard let index = numbers(in: window).last(where: { numbers[$0].unit == "year" }) else { continue }
      let number = numbers[index]
      guard !number.isBounded, number.value.isWhole else { continue }
      let between = number.tokens.upperBound..<date.tokens.lowerBound
      // Another pair of dates in between has its own number, and a new paragraph or sentence its own subject.
      if place > 0, between.contains(dates[place - 1].tokens.lowerBound) { continue }
      if between.contains(where: { outline.beginsParagraph[$0] || stream[$0].isSign(".") || stream[$0].isSign(";") }) {
        continue
      }
      let isOfYears = edtf.utf8.count == 9
      let exact = DecimalNumber(last - first)
      let inclusive = DecimalNumber(last - first + 1)
      let isInclusive = isOfYears && number.value == inclusive
      if isPeriod && !isInclusive && number.value != exact { continue }
      let computed = isInclusive ? inclusive : exact
      let end =
        isBracketed && stream[date.tokens.upperBound].isSign(")") ? date.tokens.upperBound + 1 : date.tokens.upperBound
      add(
        .difference, number, computed, holds: number.value == computed, tokens: number.tokens.lowerBound..<end,
        members: [number.member, Candidate.Member(tokens: date.tokens, value: nil)],
        note: isInclusive ? "last year less first year plus one (both years counted)" : "last year less first year")
    }
  }

  /// `còn 586 hồ sơ`: the total less what was done; `529 thôn thành 242 thôn, giảm 287 thôn`.
  private mutating func remainder(_ index: Int) {
    let left = numbers[index]
    guard left.unit == "count", left.outOf == nil, let noun = left.of else { return }
    let word = stream[left.tokens.lowerBound - 1].key
    let isLeft = word == "còn" || word == "lại" && stream[left.tokens.lowerBound - 2].key == "còn"
    let isReduced = word == "giảm"
    // Without a word for it only numbers too large to agree by chance.
    let isSilent = !isLeft && !isReduced
    guard !isSilent || left.value > DecimalNumber(20) else { return }
    let start = isReduced ? sentenceStart(of: left.tokens.lowerBound) : paragraphStart(of: left.tokens.lowerBound)
    let before = numbers(in: start..<left.tokens.lowerBound).filter {
      isSameKind(numbers[$0].of, noun) && numbers[$0].outOf == nil
    }
    .suffix(6)
    guard before.count >= 2 else { return }
    for (place, a) in before.enumerated() {
      for b in before.dropFirst(place + 1) {
        guard let computed = numbers[a].value.subtracting(numbers[b].value), computed == left.value else { continue }
        add(
          .difference, left, computed, holds: true, tokens: numbers[a].tokens.lowerBound..<left.tokens.upperBound,
          members: [numbers[a].member, numbers[b].member, left.member])
        return
      }
    }
    let sentence = sentenceStart(of: left.tokens.lowerBound)
    guard !isSilent, before.count == 2, before.allSatisfy({ numbers[$0].tokens.lowerBound >= sentence }),
      let a = before.first, let b = before.last, numbers[a].value > numbers[b].value
    else { return }
    if isReduced {
      let words = numbers[a].tokens.upperBound..<numbers[b].tokens.lowerBound
      guard words.contains(where: { ["thành", "còn", "xuống"].contains(stream[$0].key) }) else { return }
    }
    guard let computed = numbers[a].value.subtracting(numbers[b].value) else { return }
    add(
      .difference, left, computed, holds: false, tokens: numbers[a].tokens.lowerBound..<left.tokens.upperBound,
      members: [numbers[a].member, numbers[b].member, left.member])
  }

  // MARK: Sums

  /// `35 giải cá nhân (01 giải nhất, 03 giải nhì, 05 giải ba và 26 giải khuyến khích)`
  private mutating func bracketedParts(_ index: Int) {
    let total = numbers[index]
    let open = total.tokens.upperBound
    guard total.outOf == nil, total.unit != "percent", stream[open].isSign("("), !outline.beginsParagraph[safe: open],
      let close = closingBracket(from: open)
    else { return }
    let parts = numbers(in: open..<close)
    guard parts.count >= 2,
      parts.allSatisfy({ numbers[$0].unit == total.unit && numbers[$0].outOf == nil && !numbers[$0].isBounded })
    else { return }
    // A comparison is no part.
    let hasChange = (open..<close).contains { ["tăng", "giảm", "hơn", "trong"].contains(stream[$0].key) }
    if hasChange { return }
    emitSum(total, parts.map { numbers[$0] }, tokens: total.tokens.lowerBound..<(close + 1), onlyNear: false)
  }

  /// `948,3 tỷ đồng, trong đó chi: ... 722,3 tỷ đồng; ... 226 tỷ đồng`
  private mutating func namedParts(_ index: Int) {
    let total = numbers[index]
    guard total.outOf == nil, total.unit != "percent", total.unit != "year", total.unit != "month", total.unit != "day"
    else {
      return
    }
    let end = sentenceEnd(from: total.tokens.upperBound)
    // `trong đó` belongs to the nearest number of its kind before it.
    let at = firstNaming(from: total.tokens.upperBound)
    guard at < end,
      !numbers(in: total.tokens.upperBound..<at).contains(where: { numbers[$0].unit == total.unit && !isChange($0) })
    else { return }
    let parts = numbers(in: at..<end).filter {
      numbers[$0].unit == total.unit && numbers[$0].outOf == nil && !isChange($0)
        && (total.unit != "count" || isKind(numbers[$0].of, of: total.of))
    }.map { numbers[$0] }
    guard parts.count >= 2, let last = parts.last else { return }
    emitSum(total, parts, tokens: total.tokens.lowerBound..<last.tokens.upperBound, onlyNear: true)
  }

  /// `15 cụm, khối thi đua, gồm 02 cụm ..., 07 khối ... và 06 khối ...`; `17 huy chương: 04 huy chương Vàng, ...`
  private mutating func statedParts(_ index: Int) {
    let total = numbers[index]
    guard total.outOf == nil, total.unit == "count" || total.unit == "VND" || total.unit == "USD" else { return }
    var at = total.tokens.upperBound
    while at < stream.count, at - total.tokens.upperBound < 10, !outline.beginsParagraph[at], !stream[at].isNumber,
      stream[at].key != "gồm", !stream[at].isSign(":"), !stream[at].isSign("."), !stream[at].isSign(";"),
      !stream[at].isSign("(")
    {
      at += 1
    }
    guard stream[at].key == "gồm" || stream[at].isSign(":"), !outline.beginsParagraph[safe: at + 1] else { return }
    var end = sentenceEnd(from: at)
    if let inner = (at..<end).first(where: {
      stream[$0].isSign(";") || stream[$0].key == "trong" && stream[$0 + 1].key == "đó"
    }) {
      end = inner
    }
    let parts = numbers(in: at..<end)
      .filter { numbers[$0].unit == total.unit && numbers[$0].outOf == nil && !numbers[$0].isBounded && !isChange($0) }
      .map { numbers[$0] }
    guard parts.count >= 2, let last = parts.last, let sum = sum(of: parts) else { return }
    let slack = parts.reduce(total.slack) { $0.adding($1.slack) ?? $0 }
    let holds = agrees(total.value, sum, within: slack)
    if !holds {
      // A list of other things is no list of parts; one of the same things that fails by a tenth at most is a slip.
      guard parts.allSatisfy({ $0.unit != "count" || isKind($0.of, of: total.of) }),
        let difference = total.value.subtracting(sum),
        let times = difference.magnitude.multiplied(by: DecimalNumber(10)),
        times <= total.value.magnitude
      else { return }
    }
    add(
      .sum, total, sum, holds: holds, tokens: total.tokens.lowerBound..<last.tokens.upperBound,
      members: parts.map(\.member))
  }

  /// Whether a number is how much something changed by.
  private func isChange(_ index: Int) -> Bool {
    let before = stream[numbers[index].tokens.lowerBound - 1].key
    return before == "tăng" || before == "giảm" || before == "vượt" || before == "hơn"
  }

  /// `bài dự thi` and `bài` are one kind of thing.
  private func isSameKind(_ a: String?, _ b: String) -> Bool {
    guard let a else { return false }
    return a == b || a.hasPrefix(b + " ") || b.hasPrefix(a + " ")
  }

  /// `giải nhì` is a kind of `giải`, `khách` of `lượt khách`.
  private func isKind(_ part: String?, of whole: String?) -> Bool {
    guard let part, let whole else { return false }
    return part.hasPrefix(whole) || whole.hasSuffix(part) || whole.hasPrefix(part)
  }

  /// `112 tập thể, cá nhân gồm:` with a list of paragraphs `- Cờ thi đua: 07 tập thể;`
  private mutating func listedParts(_ index: Int) {
    let total = numbers[index]
    guard total.unit == "count", total.outOf == nil else { return }
    // The paragraph ends with `gồm:` or `trong đó:`.
    var colon = total.tokens.upperBound
    var limit = 0
    while colon < stream.count, !outline.beginsParagraph[colon], limit < 60 {
      colon += 1
      limit += 1
    }
    guard colon < stream.count, limit < 60, stream[colon - 1].isSign(":") else { return }
    let lead = stream[colon - 2].key
    guard lead == "gồm" || lead == "đó" else { return }
    let between = numbers(in: total.tokens.upperBound..<(colon - 1))
    // A number that stands in brackets is a part itself: `40 trường hợp (25 tập thể, 15 cá nhân), trong đó:`.
    let firstBracket = (total.tokens.upperBound..<colon).first { stream[$0].isSign("(") || stream[$0].isSign(")") }
    if let firstBracket, stream[firstBracket].isSign(")") { return }
    // Only the parts of the same number may stand in between, in its brackets.
    if !between.isEmpty, !stream[total.tokens.upperBound].isSign("(") { return }
    var parts: [Number] = []
    var bare = 0
    var items = 0
    var at = colon
    while at < stream.count, items < 40, stream[at].isDash || stream[at].isSign("+") || stream[at].isSign("•") {
      var end = at + 1
      while end < stream.count, !outline.beginsParagraph[end] { end += 1 }
      let inside = numbers(in: at..<end)
      items += 1
      var own: [Number] = []
      // Behind a colon all numbers count; else those the item begins with.
      if let mark = (at..<end).first(where: { stream[$0].isSign(":") }),
        !inside.contains(where: { numbers[$0].tokens.lowerBound < mark })
      {
        own = inside.filter { numbers[$0].unit == "count" }.map { numbers[$0] }
      } else if let first = inside.first, numbers[first].tokens.lowerBound <= at + 2 || inside.count == 1 {
        own = numbers[first].unit == "count" ? [numbers[first]] : []
      }
      if own.isEmpty { bare += 1 }
      parts += own
      at = end
    }
    guard items >= 2, parts.count >= 2 else { return }
    guard let sum = sum(of: parts) else { return }
    // An item without a number may be one of its kind.
    let computed = sum == total.value ? sum : sum.adding(DecimalNumber(bare)) ?? sum
    let holds = computed == total.value
    guard holds || bare == 0 else { return }
    add(
      .sum, total, holds ? computed : sum, holds: holds, tokens: total.tokens,
      members: parts.map(\.member))
  }

  /// Shares of one sentence that make a whole: `chiếm 21,61%; chiếm 19,5%; chiếm 49,42%, chiếm 9,46%`.
  private mutating func sharesOfWhole() {
    var at = 0
    while at < numbers.count {
      let end = sentenceEnd(from: numbers[at].tokens.lowerBound)
      let inside = numbers(in: numbers[at].tokens.lowerBound..<max(end, numbers[at].tokens.upperBound))
      let shares = inside.filter {
        numbers[$0].unit == "percent" && stream[numbers[$0].tokens.lowerBound - 1].key == "chiếm"
      }
      .map { numbers[$0] }
      at = max(inside.upperBound, at + 1)
      guard shares.count >= 3, let first = shares.first, let last = shares.last, let sum = sum(of: shares) else {
        continue
      }
      let whole = DecimalNumber(100)
      guard let difference = whole.subtracting(sum), difference.magnitude <= DecimalNumber(2) else { continue }
      let slack = shares.reduce(DecimalNumber.zero) { $0.adding($1.slack) ?? $0 }
      var total = first
      total.value = whole
      add(
        .sum, total, sum, holds: agrees(whole, sum, within: slack),
        tokens: first.tokens.lowerBound..<last.tokens.upperBound, members: shares.map(\.member))
    }
  }

  private func sum(of parts: [Number]) -> DecimalNumber? {
    var sum = DecimalNumber.zero
    for part in parts {
      guard let next = sum.adding(part.value) else { return nil }
      sum = next
    }
    return sum
  }

  private mutating func emitSum(_ total: Number, _ parts: [Number], tokens: Range<Int>, onlyNear: Bool) {
    guard let sum = sum(of: parts) else { return }
    let slack = parts.reduce(total.slack) { $0.adding($1.slack) ?? $0 }
    let holds = agrees(total.value, sum, within: slack)
    // Three parts or more are more likely all of them.
    guard holds || !onlyNear || nearlyAgrees(total.value, sum, oneIn: parts.count >= 3 ? 15 : 50) else { return }
    add(.sum, total, sum, holds: holds, tokens: tokens, members: parts.map(\.member))
  }

  // MARK: Ratios

  /// `18/20 đại biểu (90%)`
  private mutating func shareInBrackets(_ index: Int) {
    let part = numbers[index]
    guard let whole = part.outOf, let percent = percent(behind: part.tokens.upperBound), whole > .zero else { return }
    emitRatio(
      part, of: whole, stated: percent, members: [part.member, percent.member], from: part.tokens.lowerBound,
      always: true)
  }

  /// `11.841 hồ sơ (đạt 99,08%)`, `67 đơn, đạt 82,7%`, of a number of the same kind before it.
  private mutating func shareOfNumber(_ index: Int) {
    let part = numbers[index]
    guard part.unit == "count", part.outOf == nil, let noun = part.of,
      let percent = percent(behind: part.tokens.upperBound),
      !percent.value.isNegative, percent.value <= DecimalNumber(100), !isChange(index)
    else { return }
    let before = numbers(in: paragraphStart(of: part.tokens.lowerBound)..<part.tokens.lowerBound)
      .filter {
        isSameKind(numbers[$0].of, noun) && numbers[$0].value >= part.value && numbers[$0].outOf == nil && !isChange($0)
      }
      .suffix(5)
    for whole in before.reversed() {
      if emitRatio(
        part, of: numbers[whole].value, stated: percent,
        members: [part.member, numbers[whole].member, percent.member], from: numbers[whole].tokens.lowerBound,
        always: false)
      {
        return
      }
    }
  }

  private static let shareVerbs: WordSet = ["đạt", "chiếm", "bằng", "lệ", "là"]
  private static let planWords: WordSet = ["kế", "dự", "chỉ", "so", "mục", "nghị", "cùng"]

  /// `31/98 xã đạt chuẩn, bằng 31,6%`; `18 đơn vị trong tổng số 72 đơn vị, đạt tỷ lệ 25%`; `163 hồ sơ phải trả lại,
  /// chiếm 16,7% số hồ sơ đã thẩm định`: a percentage of numbers that stand before it.
  private mutating func shareAfterNumbers(_ index: Int) {
    let percent = numbers[index]
    guard percent.unit == "percent", index > 0, !percent.value.isNegative, percent.value <= DecimalNumber(100),
      Self.shareVerbs.contains(stream[percent.tokens.lowerBound - 1].key),
      !Self.planWords.contains(stream[percent.tokens.upperBound].key)
    else { return }
    let last = numbers[index - 1]
    let between = last.tokens.upperBound..<percent.tokens.lowerBound
    guard last.unit == "count", between.count <= 14,
      !between.contains(where: { outline.beginsParagraph[$0] || stream[$0].isSign(".") || stream[$0].isSign(";") })
    else { return }
    // Straight behind its number it was read already.
    if last.outOf == nil, self.percent(behind: last.tokens.upperBound) != nil,
      found.contains(where: { $0.members.last?.tokens == percent.tokens })
    {
      return
    }
    if let whole = last.outOf {
      guard self.percent(behind: last.tokens.upperBound) == nil, whole > .zero else { return }
      emitRatio(
        last, of: whole, stated: percent, members: [last.member, percent.member], from: last.tokens.lowerBound,
        always: false)
      return
    }
    guard let noun = last.of else { return }
    var start = last.tokens.lowerBound
    while start > 0, !outline.beginsParagraph[start], last.tokens.lowerBound - start < 200 { start -= 1 }
    let same = numbers(in: start..<percent.tokens.lowerBound)
      .filter { isSameKind(numbers[$0].of, noun) && numbers[$0].outOf == nil && !isChange($0) }.suffix(6)
    for other in same.dropLast().reversed() {
      let (part, whole) = numbers[other].value < last.value ? (numbers[other], last) : (last, numbers[other])
      let isNear = other == index - 2 && sentenceStart(of: last.tokens.lowerBound) <= numbers[other].tokens.lowerBound
      if emitRatio(
        part, of: whole.value, stated: percent, members: [part.member, whole.member, percent.member],
        from: numbers[other].tokens.lowerBound, always: false, reportsSlips: isNear)
      {
        return
      }
    }
    // `nhận được 1.550 bài, khối A 420 bài ... Có 1.240 bài hợp lệ, đạt 85%`: the largest number of its kind, which the
    // paragraph begins with, is the whole; a share of it that is not far off is a slip.
    let wholes = same.dropLast()
    guard wholes.count >= 2, let whole = wholes.max(by: { numbers[$0].value < numbers[$1].value }),
      whole == wholes.first, numbers[whole].value > last.value
    else { return }
    emitRatio(
      last, of: numbers[whole].value, stated: percent,
      members: [last.member, numbers[whole].member, percent.member], from: numbers[whole].tokens.lowerBound,
      always: false)
  }

  /// The percentage straight behind: `(đạt 99,08%)`, `, đạt 82,7%`, `(90%)`, `chiếm 5%`.
  private func percent(behind end: Int) -> Number? {
    var at = end
    let isBracketed = stream[at].isSign("(")
    if isBracketed || stream[at].isSign(",") { at += 1 }
    let verb = stream[at].key
    if verb == "đạt" || verb == "chiếm" { at += 1 } else if !isBracketed { return nil }
    if stream[at].key == "tỷ", stream[at + 1].key == "lệ" { at += 2 }
    guard !outline.beginsParagraph[safe: at] else { return nil }
    let inside = numbers(in: at..<(at + 1))
    guard let first = inside.first, numbers[first].unit == "percent" else { return nil }
    // `đạt 55% kế hoạch` is a share of a plan.
    let behind = stream[numbers[first].tokens.upperBound]
    if ["kế", "dự", "chỉ", "so", "mục", "nghị", "cùng"].contains(behind.key) { return nil }
    return numbers[first]
  }

  @discardableResult
  private mutating func emitRatio(
    _ part: Number, of whole: DecimalNumber, stated: Number, members: [Candidate.Member], from start: Int, always: Bool,
    reportsSlips: Bool = true
  ) -> Bool {
    guard let hundredfold = part.value.multiplied(by: DecimalNumber(100)),
      let computed = hundredfold.divided(by: whole, places: 4)
    else { return false }
    // A whole percentage is rounded too.
    let half = stated.slack == .zero ? DecimalNumber(digits: 5, scale: 1) : stated.slack
    let holds = agrees(stated.value, computed, within: half)
    guard holds || always || reportsSlips && nearlyAgrees(stated.value, computed, oneIn: 12) else { return false }
    let end = stream[stated.tokens.upperBound].isSign(")") ? stated.tokens.upperBound + 1 : stated.tokens.upperBound
    add(.ratio, stated, computed, holds: holds, tokens: start..<end, members: members)
    return true
  }

  /// `giảm 2 vụ (-6,5%)` beside `29 vụ`: the change over what it was before.
  private mutating func changeInBrackets(_ index: Int) {
    let change = numbers[index]
    let verb = stream[change.tokens.lowerBound - 1].key
    guard change.unit == "count", verb == "tăng" || verb == "giảm", stream[change.tokens.upperBound].isSign("("),
      let percent = percent(behind: change.tokens.upperBound), let noun = change.of
    else { return }
    let start = sentenceStart(of: change.tokens.lowerBound)
    let signed = verb == "giảm" ? -change.value : change.value
    let before = numbers(in: start..<change.tokens.lowerBound)
      .filter { numbers[$0].unit == "count" && !isChange($0) && isKind(noun, of: numbers[$0].of) }.suffix(8)
    for current in before {
      guard let previous = numbers[current].value.subtracting(signed), previous > .zero,
        let hundredfold = signed.multiplied(by: DecimalNumber(100)),
        let computed = hundredfold.divided(by: previous, places: 2)
      else { continue }
      let stated = percent.value.isNegative || verb == "tăng" ? percent.value : -percent.value
      let half = percent.slack == .zero ? DecimalNumber(digits: 5, scale: 1) : percent.slack
      guard agrees(stated, computed, within: half) else { continue }
      add(
        .ratio, percent, computed, holds: true,
        tokens: numbers[current].tokens.lowerBound..<(percent.tokens.upperBound + 1),
        members: [change.member, numbers[current].member])
      return
    }
  }

  // MARK: Output

  private mutating func add(
    _ relation: AuditFact.Relation, _ stated: Number, _ computed: DecimalNumber, holds: Bool, tokens: Range<Int>,
    members: [Candidate.Member], note: String? = nil
  ) {
    let fact = AuditFact(
      relation: relation, stated: stated.value, computed: computed, unit: stated.unit, members: [], holds: holds,
      note: note)
    var candidate = Candidate(
      .audit(fact), tokens: tokens.lowerBound..<min(tokens.upperBound, stream.count), claim: 0..<0,
      confidence: holds ? 0.95 : 0.7)
    candidate.members = members
    found.append(candidate)
  }
}

extension Audit.Number {
  fileprivate var member: Candidate.Member { Candidate.Member(tokens: tokens, value: value) }
}
