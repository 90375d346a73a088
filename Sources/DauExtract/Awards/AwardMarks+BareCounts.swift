internal import DauRules

/// Numbers behind what they count, without a noun of their own: `Bằng khen của Thủ tướng Chính phủ: 12; Cờ thi đua: 07`,
/// `hạng Nhất (01), hạng Nhì (02)`, `Giấy khen 350`, `tập thể: 40, cá nhân: 80`.
///
/// A number is one only where a mark ends it, so that `Bằng khen: 12 tập thể` counts the collectives. Refuses years (`Bằng khen
/// (2019)`), amounts of money and points (`mức thưởng: Bằng khen: 1.490.000`), fractions, ranges, the numbers of notes (`Bằng
/// khen (1)`), of the next item (`Bằng khen: 2. Giấy khen`) and of classes (`Huy hiệu 30, 40, 50 năm`).
extension AwardMarkScanner {
  /// How a number is tied to what stands before it.
  private enum Tie {
    case colon, bracket, blank
  }

  /// The tally of an award whose name stands before its number.
  ///
  /// - Parameters:
  ///   - tokens: the name.
  ///   - label: where the name begins that names the award; of `hạng Nhì` alone its own start.
  /// - Complexity: O(1): a name, a grantor and a number are looked at.
  func tally(_ name: AwardVocabulary.Name, _ tokens: Range<Int>, _ clause: Range<Int>) -> AwardMark? {
    guard name.kind != .other, !(name.kind == .prize && name.name == "giải"), name.name != "Giấy chứng nhận",
      !countsOtherwise(before: tokens.lowerBound, clause)
    else { return nil }
    let (end, isSure) = behindGrantor(tokens.upperBound, clause)
    guard let (count, last) = bareCount(at: end, clause, allowsBlank: isSure && name.name != "Huy hiệu") else {
      return nil
    }
    return AwardMark(kind: .awards(name, count: count, recipient: nil), tokens: tokens.lowerBound..<last)
  }

  /// `của Thủ tướng Chính phủ`, `Bộ Tư lệnh Quân khu`: where the words end that say who grants.
  ///
  /// - Returns: whether nothing, or one whom the rules know, stands there: a number straight behind other names may be theirs,
  ///   `Bằng khen Quân khu 4`.
  private func behindGrantor(_ start: Int, _ clause: Range<Int>) -> (end: Int, isSure: Bool) {
    var at = start
    if Self.pluralTails.contains(stream[at].key), stream[at - 1].key == "các" || stream[at].key == "các" {
      at += stream[at].key == "các" ? 2 : 1
    }
    if stream[at].key == "của" || stream[at].key == "do" { at += 1 }
    if let match = awards.grantor(in: stream, at: at, before: clause.upperBound), match.value != "Quân khu" {
      at = match.end
      if !stream[at].isWord { return (at, true) }
    }
    guard at > start || stream[at].isWord && stream[at].isCapital else { return (start, true) }
    var end = at
    while end < clause.upperBound, stream[end].isWord, end - at < 10, stream[end].key != "cho" { end += 1 }
    return (end, false)
  }

  private static let pluralTails: WordSet = ["các", "loại", "hạng", "cấp"]

  /// The number at `start`, behind a colon, in brackets or straight behind a name.
  private func bareCount(
    at start: Int, _ clause: Range<Int>, allowsBlank: Bool
  ) -> (count: DecimalNumber, end: Int)? {
    let tie: Tie = stream[start].isSign(":") ? .colon : stream[start].isSign("(") ? .bracket : .blank
    let at = tie == .blank ? start : start + 1
    let token = stream[at]
    guard tie == .colon || allowsBlank, at < clause.upperBound, token.isNumber, !blocked[at],
      tie != .blank || !token.isJoined,
      let numeral = numerals.figures(at: at), numeral.value.isWhole, !numeral.isReversed, !isYearOrMoney(numeral, token)
    else { return nil }
    let isPlain = numeral.hasLeadingZero || numeral.value >= DecimalNumber(10)
    var end = numeral.end
    // `05 (năm)`
    if stream[end].isSign("("), stream[end + 1].isWord, let words = numerals.words(at: end + 1),
      words.value == numeral.value, stream[words.end].isSign(")")
    {
      end = words.end + 1
    }
    switch tie {
    case .bracket:
      guard isPlain, stream[end].isSign(")") else { return nil }
      return (numeral.value, end + 1)
    case .blank:
      guard isPlain, words.isClear(numeral, behind: stream[at - 1]), end < clause.upperBound || numeral.hasLeadingZero
      else { return nil }
    case .colon:
      // `1. Bằng khen: 2. Giấy khen:` numbers its items.
      if !isPlain, stream[end].isSign("."), stream[end + 1].isWord, !stream[end + 1].startsLine { return nil }
    }
    guard endsCount(end, clause) else { return nil }
    return (numeral.value, end)
  }

  private func endsCount(_ end: Int, _ clause: Range<Int>) -> Bool {
    let mark = stream[end]
    if end >= clause.upperBound { return true }
    if mark.isSign(";") || mark.isSign(")") || mark.isSign("(") { return true }
    if mark.isSign(".") { return !stream[end + 1].isNumber || !stream[end + 1].isJoined }
    guard mark.isSign(",") || mark.key == Words.va || mark.key == Words.trong && stream[end + 1].key == Words.doThat
    else { return false }
    // `30, 40, 50 năm tuổi Đảng`: a series of numbers counts nothing.
    guard stream[end + 1].isNumber, let next = numerals.figures(at: end + 1) else { return true }
    return stream[next.end].key == Words.khen
      || awards.name(in: stream, at: next.end, before: clause.upperBound) != nil
      || awards.grade(in: stream, at: next.end, before: clause.upperBound) != nil
      || awards.recipient(in: stream, at: next.end, before: clause.upperBound) != nil
  }

  /// `2019`, but not `2.019`; `1.490.000`.
  private func isYearOrMoney(_ numeral: Numeral, _ token: Token) -> Bool {
    let value = numeral.value
    if !numeral.isGrouped, token.digitCount == 4, (1900...2100).contains(token.value) { return true }
    guard value >= DecimalNumber(100_000) else { return false }
    return value >= DecimalNumber(1_000_000) || value.divided(by: DecimalNumber(1000), places: 4)?.isWhole == true
  }

  /// `mức tiền thưởng`, `thang điểm`: whether numbers of money or of points stand behind a name.
  private func countsOtherwise(before start: Int, _ clause: Range<Int>) -> Bool {
    (max(0, start - 24)..<start).contains { at in
      awards.scales.match(stream, at: at, before: start) != nil
    }
  }

  // MARK: Recipients before their number

  /// `tập thể: 40`, `(tập thể 40, cá nhân 80)`: who received, before their number; without a colon only beside another.
  func recipientTally(_ at: Int, _ clause: Range<Int>, isListed: Bool) -> AwardMark? {
    guard opensItem(at, clause), let tally = plainRecipientTally(at, clause) else { return nil }
    if !isListed, !stream[tally.end - 1].isSign(")"), !tally.hasColon {
      let next = stream[tally.end].isSign(",") || stream[tally.end].isSign(";") || stream[tally.end].key == Words.va
      guard next, plainRecipientTally(tally.end + 1, clause) != nil else { return nil }
    }
    return AwardMark(kind: .recipients(code: tally.code, count: tally.count), tokens: at..<tally.end)
  }

  private func plainRecipientTally(
    _ at: Int, _ clause: Range<Int>
  ) -> (code: String, count: DecimalNumber, end: Int, hasColon: Bool)? {
    guard Self.recipientHeads.contains(stream[at].key),
      let match = awards.recipient(in: stream, at: at, before: clause.upperBound), match.value != "mixed",
      match.end - at <= 3,
      let (count, end) = bareCount(at: match.end, clause, allowsBlank: !stream[match.end].isSign("("))
    else { return nil }
    return (match.value, count, end, stream[match.end].isSign(":"))
  }

  /// The first words of those whom reports part their tallies by.
  static let recipientHeads: WordSet = ["tập", "cá", "gia", "hộ", "doanh"]

  /// Whether a label may begin at a token: behind a mark, `cho` or the bullet of an item.
  private func opensItem(_ at: Int, _ clause: Range<Int>) -> Bool {
    var before = at - 1
    while before >= clause.lowerBound, stream[before].isBullet { before -= 1 }
    if before < clause.lowerBound || blocked[before] { return true }
    let token = stream[before]
    return token.isSign(":") || token.isSign("(") || token.isSign(",") || token.isSign(";") || token.key == "cho"
      || token.key == "gồm" || token.key == Words.va || token.key == Words.doThat
  }

  // MARK: Prizes and kinds

  /// `nhất 01`, `KK: 20` behind `52 giải:`.
  func rankTally(_ at: Int, _ clause: Range<Int>) -> AwardMark? {
    guard opensItem(at, clause), let rank = rank(at, clause),
      let (count, end) = bareCount(at: rank.end, clause, allowsBlank: !stream[rank.end].isSign("("))
    else { return nil }
    return AwardMark(kind: .awards(rank.name, count: count, recipient: nil), tokens: at..<end)
  }

  /// The prize that a word or two name behind the noun that was said before: `nhì`, `khuyến khích`.
  func rank(_ at: Int, _ clause: Range<Int>) -> (name: AwardVocabulary.Name, end: Int)? {
    for count in [2, 1] where at + count <= clause.upperBound {
      guard (at..<at + count).allSatisfy({ stream[$0].isWord }) else { continue }
      if let name = awards.name("giải", dividedBy: stream.flatText(ofTokens: at..<at + count)), name.kind == .prize {
        return (name, at + count)
      }
    }
    return nil
  }

  /// The first words of prizes by their rank; `vàng`, `bạc` and `đồng`, which are money too, are medals alone.
  static let rankHeads: WordSet = ["nhất", "nhì", "ba", "tư", "a", "b", "c", "khuyến", "kk", "phụ", "đặc", "triển"]

  /// `khen thưởng thường xuyên 1.012`, `khen chuyên đề: 889`: where the number ends behind a kind.
  func kindTally(_ category: String, _ tokens: Range<Int>, _ clause: Range<Int>) -> AwardMark? {
    guard let (count, end) = bareCount(at: tokens.upperBound, clause, allowsBlank: true) else { return nil }
    return AwardMark(kind: .kinds(category, count: count), tokens: tokens.lowerBound..<end)
  }

  /// `1.012 khen thường xuyên`: the number before the kind.
  func countedKind(_ count: DecimalNumber, _ start: Int, _ next: Int, _ clause: Range<Int>) -> AwardMark? {
    guard stream[next].key == Words.khen,
      let category = awards.category(stream, behindKhen: next + 1, before: clause.upperBound),
      endsCount(category.end, clause)
    else { return nil }
    return AwardMark(kind: .kinds(category.name, count: count), tokens: start..<category.end)
  }
}

extension CommonWords {
  /// Whether the word before a number makes no name of it: `Quân khu 4`.
  fileprivate func isClear(_ numeral: Numeral, behind before: Token) -> Bool {
    !numberLeads.contains(before.key) && (numeral.hasLeadingZero || !gradedLeads.contains(before.key))
  }
}
