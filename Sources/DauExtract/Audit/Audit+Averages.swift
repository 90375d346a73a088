/// Averages, held against the amount and the number that it is divided by.
extension Audit {
  /// `tinh giản 1.284 người ... Kinh phí chi trả 148,6 tỷ đồng, bình quân 115,7 triệu đồng/người`; `212 xã ... 1.060
  /// sáng kiến, bình quân 5 sáng kiến/xã`; `bình quân mỗi xã 5 sáng kiến`: the last amount of its kind before it, over
  /// the number of what it is told for each of, in the same sentence or the one before.
  ///
  /// Where several could be meant only one that agrees is told.
  ///
  /// - Complexity: O(1): the last dozen numbers before it are looked at.
  mutating func average(_ index: Int) {
    let mean = numbers[index]
    guard mean.outOf == nil, mean.unit != "percent", mean.value > .zero, let noun = nounOfAverage(mean) else { return }
    let place = mean.tokens.lowerBound
    var start = sentenceStart(of: place)
    if start > 1, !outline.beginsParagraph[start] { start = sentenceStart(of: start - 2) }
    let before = numbers(in: start..<place).suffix(12).filter { numbers[$0].outOf == nil && !isChange($0) }
      .map { numbers[$0] }
    let wholes = before.filter { $0.unit == mean.unit && !isRate($0) && (mean.unit != "count" || countsLike($0, mean)) }
    let divisors = before.filter {
      ($0.unit == "count" || $0.unit == "year" || $0.unit == "month") && $0.value > DecimalNumber(1) && isOf($0, noun)
    }
    guard let last = wholes.last else { return }
    for whole in wholes.reversed() {
      for divisor in divisors.reversed() {
        guard let computed = whole.value.divided(by: divisor.value, places: 4),
          let own = whole.slack.divided(by: divisor.value, places: 4), let slack = mean.half.adding(own),
          agrees(mean.value, computed, within: slack)
        else { continue }
        return addAverage(mean, whole, over: divisor, computed, holds: true)
      }
    }
    // `1.284 người, gồm 987 người nghỉ hưu trước tuổi, ...`
    let totals = divisors.filter { !inSums.contains($0.tokens) }
    guard totals.count == 1, wholes.count == 1, !last.isBounded, !totals[0].isBounded, !mean.isBounded,
      let computed = last.value.divided(by: totals[0].value, places: 4), nearlyAgrees(mean.value, computed, oneIn: 3)
    else { return }
    addAverage(mean, last, over: totals[0], computed, holds: false)
  }

  private mutating func addAverage(
    _ mean: Number, _ whole: Number, over divisor: Number, _ computed: DecimalNumber, holds: Bool
  ) {
    let start = min(whole.tokens.lowerBound, divisor.tokens.lowerBound)
    add(
      .ratio, mean, computed, holds: holds, tokens: start..<mean.tokens.upperBound,
      members: [whole.member, divisor.member, mean.member])
  }

  /// What an average is told for each of: `/người` behind it, `mỗi xã` between `bình quân` and it.
  ///
  /// - Returns: the tokens of the noun, from which words that follow it are not parted.
  private func nounOfAverage(_ mean: Number) -> Range<Int>? {
    let place = mean.tokens.lowerBound
    guard place > 1,
      let lead = (max(1, place - 6)..<place).last(where: {
        stream[$0 - 1].key == "bình" && stream[$0].key == "quân"
          || stream[$0 - 1].key == "trung" && stream[$0].key == "bình"
      }),
      (lead..<place).allSatisfy({ stream[$0].isWord && !outline.beginsParagraph[$0] })
    else { return nil }
    if stream[lead + 1].key == "mỗi" || stream[lead + 1].key == "một" {
      return lead + 2 < place ? lead + 2..<place : nil
    }
    return nounBehindSlash(of: mean)
  }

  /// The noun in `115,7 triệu đồng/người`, with the words that follow it.
  func nounBehindSlash(of number: Number) -> Range<Int>? {
    var at = number.tokens.lowerBound
    while at <= number.tokens.upperBound, !stream[at].isSign("/") { at += 1 }
    guard at <= number.tokens.upperBound, stream[at + 1].isWord else { return nil }
    var end = at + 1
    while end < at + 4, stream[end].isWord, !outline.beginsParagraph[safe: end] { end += 1 }
    return at + 1..<end
  }

  /// Whether a number counts what an average is told for each of: the noun behind its figures begins with the same
  /// word, and the shorter begins the other.
  func isOf(_ number: Number, _ noun: Range<Int>) -> Bool {
    let own = number.tokens.drop { !stream[$0].isWord }
    return !own.isEmpty && zip(own, noun).allSatisfy { stream[$0].key == stream[$1].key }
  }

  /// Whether the whole is counted as the average is: `1.060 sáng kiến` beside `5 sáng kiến/xã`, `1.245 lượt người`
  /// beside `83 người/lớp`.
  func countsLike(_ whole: Number, _ mean: Number) -> Bool {
    guard let own = whole.of, let noun = mean.of?.split(separator: "/").first else { return false }
    return own == noun || own.hasPrefix(noun + " ") || own.hasSuffix(" " + noun) || noun.hasPrefix(own + " ")
  }
}
