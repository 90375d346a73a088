/// Shares that make a whole.
extension Audit {
  /// Shares of one sentence that make a whole: `chiếm 21,61%; chiếm 19,5%; chiếm 49,42%, chiếm 9,46%`.
  mutating func sharesOfWhole() {
    var at = 0
    while at < numbers.count {
      let end = sentenceEnd(from: numbers[at].tokens.lowerBound)
      let inside = numbers(in: numbers[at].tokens.lowerBound..<max(end, numbers[at].tokens.upperBound))
      let shares = inside.filter {
        numbers[$0].unit == "percent" && stream[numbers[$0].tokens.lowerBound - 1].key == "chiếm"
      }
      .map { numbers[$0] }
      at = max(inside.upperBound, at + 1)
      if shares.count < 3, !sharesOfNoun(in: inside) { sharesOfStructure(in: inside) }
      guard shares.count >= 3, let sum = sum(of: shares) else { continue }
      guard let difference = Self.hundred.subtracting(sum),
        difference.magnitude <= DecimalNumber(2) || isMisprintedWhole(shares, sum)
      else { continue }
      let slack = slack(of: shares)
      if shares.contains(where: \.isBounded), !agrees(Self.hundred, sum, within: slack) { continue }
      addWhole(of: shares, sum)
    }
  }

  /// `49% vốn điều lệ; 4,74% vốn điều lệ bán cho người lao động; 42,18% vốn ...`: three shares or more of what stands behind each. They
  /// need not be all, but cannot be more than all.
  ///
  /// - Returns: whether they are told.
  private mutating func sharesOfNoun(in inside: Range<Int>) -> Bool {
    guard let start = inside.first(where: { numbers[$0].unit == "percent" }) else { return false }
    let noun = stream[numbers[start].tokens.upperBound]
    guard noun.isWord, words.shareWholes.contains(noun.key) else { return false }
    let shares = inside.filter {
      numbers[$0].unit == "percent" && stream[numbers[$0].tokens.upperBound].key == noun.key && !isChange($0)
        && !numbers[$0].isBounded
    }.map { numbers[$0] }
    guard shares.count >= 3, let sum = sum(of: shares), sum <= DecimalNumber(110)
    else { return false }
    guard sum > Self.hundred || agrees(Self.hundred, sum, within: slack(of: shares)) else { return false }
    addWhole(of: shares, sum)
    return true
  }

  /// `Cơ cấu kinh tế năm 2020:` above `- Nông nghiệp chiếm 18,4%; - Công nghiệp chiếm 44,2%; - Dịch vụ chiếm 37,4%`: one share in each
  /// item of a list.
  ///
  /// - Complexity: O(*n*) in tokens of the list, twelve items at most.
  mutating func listedShares(_ index: Int) {
    let first = numbers[index]
    guard first.unit == "percent" else { return }
    let start = paragraphStart(of: first.tokens.lowerBound)
    guard start > 1, beginsItem(start), stream[start - 1].isSign(":"),
      (paragraphStart(of: start - 1)..<start).contains(where: { words.structures.match(stream, at: $0) != nil })
    else { return }
    var shares: [Number] = []
    var at = start
    while at < stream.count, shares.count < 12, beginsItem(at) {
      let end = paragraphEnd(from: at)
      let own = numbers(in: at..<end).filter { numbers[$0].unit == "percent" && !isChange($0) }
      guard own.count == 1, let share = own.first, !numbers[share].isBounded else { return }
      shares.append(numbers[share])
      at = end
    }
    guard shares.count >= 3, shares[0] === first, let sum = sum(of: shares),
      let difference = Self.hundred.subtracting(sum), difference.magnitude <= DecimalNumber(10)
    else { return }
    addWhole(of: shares, sum)
  }

  /// Whether what stands between two shares compares the first ones with others.
  private func isComparedBetween(_ a: Number, _ b: Number) -> Bool {
    (a.tokens.upperBound..<b.tokens.lowerBound).contains {
      words.planNouns.match(stream, at: $0) != nil || stream.isVersus($0)
    }
  }

  /// `trình độ trung cấp chiếm 36,95%; cao đẳng, đại học 34,65%; 28,40% còn lại là lao động phổ thông`: the rest makes a whole.
  private mutating func sharesWithRest(in inside: Range<Int>) {
    let shares = inside.filter {
      numbers[$0].unit == "percent" && !isChange($0) && !numbers[$0].isBounded && !numbers[$0].value.isNegative
    }.map { numbers[$0] }
    guard
      let place = shares.lastIndex(where: {
        let behind = $0.tokens.upperBound
        return stream[behind].key == "còn" && stream[behind + 1].key == "lại"
      }), place >= 1
    else { return }
    let taken = Array(shares[...place])
    guard let sum = sum(of: taken), let difference = Self.hundred.subtracting(sum),
      // Of two, one is what the other leaves.
      difference.magnitude <= DecimalNumber(taken.count == 2 ? 10 : 2)
    else { return }
    addWhole(of: taken, sum)
  }

  /// `Cơ cấu kinh tế: nông nghiệp đạt 34% (giảm 11,3%); công nghiệp 35% (tăng 9,6%); dịch vụ 31%`: the shares of a
  /// structure make a whole; how much each changed by stands between.
  ///
  /// - Parameter sentence: its tokens from the first number on.
  mutating func sharesOfStructure(in inside: Range<Int>) {
    guard let first = inside.first else { return }
    let start = sentenceStart(of: numbers[first].tokens.lowerBound)
    let end = numbers[inside.upperBound - 1].tokens.lowerBound
    guard let cue = (start..<end).first(where: { words.structures.match(stream, at: $0) != nil }) else {
      return sharesWithRest(in: inside)
    }
    var shares = inside.filter {
      numbers[$0].unit == "percent" && numbers[$0].tokens.lowerBound > cue && !isChange($0) && !numbers[$0].isBounded
        && !numbers[$0].value.isNegative
    }.map { numbers[$0] }
    // `..., nông nghiệp 0,18%, đạt kế hoạch đề ra với tỷ lệ tương ứng 60,77% - 39,03% - 0,2%`
    if let planned = shares.indices.dropFirst().first(where: { isComparedBetween(shares[$0 - 1], shares[$0]) }) {
      shares.removeSubrange(planned...)
    }
    var taken: [Number] = []
    var last: (sum: DecimalNumber, slack: DecimalNumber)?
    for share in shares.prefix(8) {
      taken.append(share)
      guard let sum = sum(of: taken) else { return }
      let slack = slack(of: taken)
      last = (sum, slack)
      if taken.count >= 3, agrees(Self.hundred, sum, within: slack) { break }
    }
    // Three that miss the whole by a little are a slip; of more, some may be of other things.
    guard taken.count >= 3, let (sum, slack) = last, let difference = Self.hundred.subtracting(sum),
      agrees(Self.hundred, sum, within: slack)
        || shares.count == 3 && (difference.magnitude <= DecimalNumber(5) || isMisprintedWhole(taken, sum))
    else { return }
    addWhole(of: taken, sum)
  }

  /// Whether shares of which most are printed with places would make a hundred if one digit were another or two were exchanged.
  private func isMisprintedWhole(_ shares: [Number], _ sum: DecimalNumber) -> Bool {
    guard shares.count(where: { $0.slack > .zero && $0.slack < DecimalNumber(digits: 5, scale: 1) }) * 2 > shares.count,
      let missing = Self.hundred.subtracting(sum), missing.magnitude <= DecimalNumber(20)
    else { return false }
    let slack = slack(of: shares)
    return shares.contains { isMisprint($0.value, of: missing, within: slack) }
  }

  /// Tells that shares make a hundred, as far as they print their places, or do not.
  private mutating func addWhole(of shares: [Number], _ sum: DecimalNumber) {
    guard let first = shares.first, let last = shares.last else { return }
    add(
      .sum, Number(first, value: Self.hundred), sum, holds: agrees(Self.hundred, sum, within: slack(of: shares)),
      tokens: first.tokens.lowerBound..<last.tokens.upperBound, members: shares.map(\.member))
  }

  private static let hundred = DecimalNumber(100)
}
