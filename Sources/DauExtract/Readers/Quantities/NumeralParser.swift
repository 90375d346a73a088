/// The digits of a number, put together from tokens.
private struct Digits {
  /// More digits than any number of a document has.
  static let most = 36

  private static let powers = [10, 100, 1_000, 10_000]

  private(set) var value: Int128 = 0
  /// Beyond `most` the value is not that of the digits.
  private(set) var count = 0

  mutating func append(_ number: Token, of stream: TokenStream) {
    count += number.digitCount
    guard count <= Self.most else { return }
    // A number of few digits has its value with it.
    if number.value >= 0, number.digitCount <= Self.powers.count {
      value = value * Int128(Self.powers[number.digitCount - 1]) + Int128(number.value)
    } else {
      for at in number.bytes { value = value * 10 + Int128(stream.bytes[at] & 0x0F) }
    }
  }
}

/// Reads numbers.
///
/// Accepts `2.817,4` (points group, the comma is the decimal mark), `92,2`, `08`, `1,234,567.8` (the reverse, flagged),
/// `hai mươi tư`, `hai mốt`, `một trăm linh năm`, `một nghìn không trăm lẻ một`, `ba rưỡi`, and in running text
/// `1 234 567`. Refuses `31.10.2019`, `0205.3812`,
/// `1.2.3`, `A12`. Leaves `năm` alone, which is a year, and `một` alone, which is an article.
struct NumeralParser: Sendable {
  let stream: TokenStream

  /// The number in figures at `index`, which must be a number token.
  ///
  /// - Parameter groupsByBlanks: whether `1 234 567` is one number: in running text, not in a row of cells.
  func figures(at index: Int, groupsByBlanks: Bool = false) -> Numeral? {
    let token = stream[index]
    guard token.isNumber, token.digitCount <= 30 else { return nil }
    var at = index + 1
    let hasLeadingZero = token.digitCount >= 2 && stream.bytes[Int(token.start)] == UInt8(ascii: "0")
    if hasLeadingZero && token.digitCount > 3 { return nil }
    var isGrouped = false
    var isReversed = false
    var digits = Digits()
    digits.append(token, of: stream)
    // The digits behind the decimal mark are counted apart.
    var whole: Int?
    let canGroup = token.digitCount <= 3 && !hasLeadingZero
    if groupsByBlanks, canGroup, let end = blankGroups(from: index, least: 2) {
      return grouped(byBlanks: index..<end)
    } else if canGroup, goesOn(at, "."), stream[at + 1].digitCount == 3 {
      while goesOn(at, "."), stream[at + 1].digitCount == 3 {
        digits.append(stream[at + 1], of: stream)
        at += 2
      }
      isGrouped = true
      if goesOn(at, ",") {
        whole = digits.count
        digits.append(stream[at + 1], of: stream)
        at += 2
      }
    } else if canGroup, goesOn(at, ","), stream[at + 1].digitCount == 3, groupsGoOn(at) {
      while goesOn(at, ","), stream[at + 1].digitCount == 3 {
        digits.append(stream[at + 1], of: stream)
        at += 2
      }
      isGrouped = true
      isReversed = true
      if goesOn(at, ".") {
        whole = digits.count
        digits.append(stream[at + 1], of: stream)
        at += 2
      }
    } else if goesOn(at, ","), token.digitCount <= 12 {
      whole = digits.count
      digits.append(stream[at + 1], of: stream)
      at += 2
      isGrouped = true
    } else if goesOn(at, "."), stream[at + 1].digitCount <= 2, !hasLeadingZero {
      whole = digits.count
      digits.append(stream[at + 1], of: stream)
      at += 2
      isReversed = true
      isGrouped = true
    }
    // What goes on is no number: a date, a telephone, a version.
    if goesOn(at, ".") || goesOn(at, ",") { return nil }
    guard digits.count <= Digits.most else { return nil }
    return Numeral(
      value: DecimalNumber(digits: digits.value, scale: digits.count - (whole ?? digits.count)), end: at,
      isGrouped: isGrouped, isReversed: isReversed, hasLeadingZero: hasLeadingZero)
  }

  /// Whether digits go on behind a mark: nothing stands between the three.
  private func goesOn(_ at: Int, _ mark: Unicode.Scalar) -> Bool {
    stream[at].isSign(mark) && stream[at].isJoined && stream[at + 1].isNumber && stream[at + 1].isJoined
  }

  /// The number at `index` if one blank groups its thousands: 1234 for `1 234`.
  ///
  /// Two numbers that follow each other look like that too, so only what is counted behind it can tell.
  func groupedByBlank(at index: Int) -> Numeral? {
    guard stream[index].digitCount <= 3, let end = blankGroups(from: index, least: 1) else { return nil }
    return grouped(byBlanks: index..<end)
  }

  /// Behind the groups of three digits that single blanks part from the number at `start`: `1 234 567`.
  ///
  /// Refuses what is a row of numbers: `12 34 567`, `1 234 567 89`, a number before it that is no year.
  private func blankGroups(from start: Int, least: Int) -> Int? {
    guard stream[start].value > 0, stream[start + 1].digitCount == 3, isBehindBlank(start + 1),
      !(stream[start - 1].isNumber && isBehindBlank(start)) || isYear(start - 1)
    else { return nil }
    var at = start + 1
    while stream[at].digitCount == 3, isBehindBlank(at) { at += 1 }
    guard at - start > least, at - start <= 8, !(stream[at].isNumber && isBehindBlank(at)) else { return nil }
    return at
  }

  /// Behind a row of three numbers or more that single blanks part and that group nothing, `12 34 567`: digits of a
  /// damaged number, of which none is read by itself. Nil for anything else.
  ///
  /// - Complexity: O(1): a row of at most eight is looked at.
  func damagedGroups(from start: Int) -> Int? {
    guard stream[start].isNumber, stream[start].digitCount <= 3, stream[start + 1].isNumber,
      blankGroups(from: start, least: 2) == nil
    else { return nil }
    var at = start + 1
    while at - start < 8, stream[at].isNumber, stream[at].digitCount <= 3, isBehindBlank(at),
      stream[at].flags.contains(.spaced)
    {
      at += 1
    }
    guard at - start >= 3, stream[at - 1].digitCount == 3, !stream[at].isJoined else { return nil }
    return at
  }

  private func grouped(byBlanks groups: Range<Int>) -> Numeral? {
    var digits = Digits()
    for at in groups { digits.append(stream[at], of: stream) }
    let whole = digits.count
    var end = groups.upperBound
    if goesOn(end, ",") {
      digits.append(stream[end + 1], of: stream)
      end += 2
    }
    if goesOn(end, ".") || goesOn(end, ",") || goesOn(end, "/") || digits.count > Digits.most { return nil }
    return Numeral(value: DecimalNumber(digits: digits.value, scale: digits.count - whole), end: end, isGrouped: true)
  }

  /// Whether one blank and nothing else stands before a token.
  private func isBehindBlank(_ index: Int) -> Bool {
    stream[index].flags.isDisjoint(with: [.startsLine, .wide, .tabbed]) && !stream[index].isJoined
  }

  private func isYear(_ index: Int) -> Bool {
    stream[index].digitCount == 4 && (1900...2100).contains(stream[index].value)
  }

  /// The number at `index` if its one comma groups thousands: 1000 for `1,000`.
  func grouped(at index: Int) -> Numeral? {
    let comma = stream[index + 1]
    let tail = stream[index + 2]
    guard stream[index].digitCount <= 3, stream[index].value > 0, comma.isSign(","), comma.isJoined, tail.isJoined,
      tail.digitCount == 3
    else { return nil }
    return Numeral(
      value: DecimalNumber(Int(stream[index].value) * 1000 + Int(tail.value)), end: index + 3, isGrouped: true,
      isReversed: true)
  }

  /// Whether commas that group are met again, or a point behind them: `1,234,567` or `1,234.5`.
  private func groupsGoOn(_ at: Int) -> Bool {
    let next = stream[at + 2]
    return (next.isSign(",") && stream[at + 3].digitCount == 3 || next.isSign(".") && stream[at + 3].isNumber)
      && next.isJoined && stream[at + 3].isJoined
  }

  static let units: WordTable<Int> = [
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
  ]
  private static let large: WordTable<Int> = ["nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9]
  private static let starts: WordSet = [
    "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười",
  ]

  /// Adds the words that a number in words begins with to a filter.
  static func addStarts(to filter: inout WordFilter) { starts.addWords(to: &filter) }

  /// The number in words at `index`. One word counts only from `hai` to `mười`.
  func words(at index: Int) -> Numeral? {
    guard Self.starts.contains(stream[index].key) else { return nil }
    var total = 0
    var group = 0
    var digit: Int?
    var hasTens = false
    var last = 12
    var at = index
    var isComposed = false
    loop: while at - index < 24 {
      let key = stream[at].key
      if let large = Self.large[key], at > index {
        // `hai nghìn tỷ`: a second scale multiplies all before it.
        guard large < last || digit == nil && group == 0 else { break }
        let part = group + (digit ?? 0)
        if part == 0 {
          guard total > 0, large <= 9, total < 1_000_000 else { break }
          total *= Self.tenTo(large)
        } else {
          total += part * Self.tenTo(large)
        }
        (group, digit, hasTens, last) = (0, nil, false, large)
        isComposed = true
        at += 1
        continue
      }
      switch key {
      case "mười":
        guard digit == nil, !hasTens, group % 100 == 0 else { break loop }
        group += 10
        hasTens = true
        at += 1
      case "mươi":
        guard let tens = digit, !hasTens else { break loop }
        (group, digit, hasTens, isComposed) = (group + tens * 10, nil, true, true)
        at += 1
      case "trăm":
        guard let hundreds = digit, group == 0 else { break loop }
        (group, digit, isComposed) = (hundreds * 100, nil, true)
        at += 1
      case "linh", "lẻ":
        guard group > 0 || total > 0, digit == nil, Self.units[stream[at + 1].key] != nil else { break loop }
        hasTens = true
        at += 1
      case "rưỡi":
        guard isComposed || digit != nil, at > index else { break loop }
        return Self.half(total + group + (digit ?? 0), last: last, isScaled: isComposed && digit == nil, end: at + 1)
      case "mốt", "lăm", "nhăm":
        // `hai mốt`, `ba lăm`: the tens without their `mươi`.
        if let tens = digit, tens >= 2, !hasTens {
          (group, digit, hasTens) = (group + tens * 10, nil, true)
        }
        fallthrough
      default:
        guard let value = Self.units[key], digit == nil else { break loop }
        // `năm` is five only where the number goes on; behind tens it is a year.
        let isBehindZero = at > index && (stream[at - 1].key == "linh" || stream[at - 1].key == "lẻ")
        if key == Words.nam, !isBehindZero, !Self.goesOnAfterFive(stream[at + 1].key) { break loop }
        if value == 0, stream[at + 1].key != "trăm" { break loop }
        if hasTens { isComposed = true }
        digit = value
        at += 1
      }
    }
    let value = total + group + (digit ?? 0)
    guard at > index, value > 0 else { return nil }
    if at - index == 1 && value == 1 { return nil }
    return Numeral(value: DecimalNumber(value), end: at, isGrouped: isComposed, isWritten: true)
  }

  /// `cho một tập thể và hai cá nhân`: `một` in front of a list or behind `và`, where it counts if a recipient follows.
  func listedOne(at index: Int) -> Numeral? {
    guard stream[index].key == Words.mot else { return nil }
    let before = stream[index - 1].key
    let behind = stream[index + 3]
    guard
      before == Words.va || before == "cho" && (behind.key == Words.va || behind.isSign(","))
        || behind.key == Words.va && stream[index + 4].key == Words.mot
    else { return nil }
    return Numeral(value: DecimalNumber(1), end: index + 1, isWritten: true)
  }

  private static func goesOnAfterFive(_ key: WordKey) -> Bool { key == "mươi" || key == "trăm" || large[key] != nil }

  private static func tenTo(_ power: Int) -> Int { (0..<power).reduce(1) { product, _ in product * 10 } }

  /// `ba rưỡi` is 3,5; `hai triệu rưỡi` is 2,5 triệu.
  private static func half(_ value: Int, last: Int, isScaled: Bool, end: Int) -> Numeral? {
    if isScaled, last < 12 {
      return Numeral(value: DecimalNumber(value + tenTo(last) / 2), end: end, isGrouped: true, isWritten: true)
    }
    return Numeral(
      value: DecimalNumber(digits: Int128(value) * 10 + 5, scale: 1), end: end, isGrouped: true, isWritten: true)
  }

  /// `(người): 644`, and on the next line `Tỷ số người học ...`: whether a word like those of scales begins another sentence.
  func beginsSentence(_ index: Int) -> Bool {
    index > 0 && stream[index].isCapital && stream[index].line != stream[index - 1].line
      && Self.large[stream[index].key] != nil
  }

  /// `nghìn`, `triệu`, `tỷ`, `nghìn tỷ` behind a number in figures: the power of ten and the token behind.
  func scale(at index: Int) -> (power: Int, end: Int)? {
    if beginsSentence(index) { return nil }
    var power = 0
    var at = index
    while let next = Self.large[stream[at].key], at - index < 2 {
      power += next
      at += 1
    }
    if at == index, stream[at].key == "tr", stream[at].isJoined || stream[at + 1].key == "đồng" { return (6, at + 1) }
    return at > index ? (power, at) : nil
  }
}
