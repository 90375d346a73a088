/// Numbers that are names or ordinals and count nothing.
extension QuantityScan {
  /// Whether the words before the number make it a name.
  func isOrdinal(_ start: Int, _ numeral: Numeral, isSoftCounted: Bool) -> Bool {
    guard start > 0, !outline.beginsParagraph[start] else { return false }
    var at = start - 1
    if stream[at].isSign("(") || stream[at].opensQuote { return false }
    // `mức độ 3, 4`, `Điều 5 và 6`: a list of names.
    var steps = 0
    while steps < 8, stream[at].isSign(",") || stream[at].key == Words.va || stream[at].isDash, stream[at - 1].isNumber
    {
      at -= 2
      steps += 1
    }
    // `3 trận ở giai đoạn 1, 5 trận ở giai đoạn 2`: what follows is counted, and no next name.
    if steps == 1, isSoftCounted, stream[start - 1].isSign(","), let name = numerals.figures(at: start - 2)?.value,
      name.adding(DecimalNumber(1)) != numeral.value, !vocabulary.words.placeLeads.contains(stream[numeral.end].key)
    {
      return false
    }
    let before = stream[at]
    guard before.isWord else { return before.isSign("+") && stream[at - 1].isNumber && stream[at - 1].isJoined }
    if numeral.isGrouped && !numeral.isReversed { return false }
    if before.key == Words.so {
      // `tổng số 12`, `trong số 12`, `dân tộc thiểu số 620 học sinh`: no number of something.
      return !Self.countedBySo.contains(stream[at - 1].key)
    }
    if before.key == "độ" { return stream[at - 1].key == "mức" || stream[at - 1].key == "cấp" }
    // `ghi bàn ở phút 29`, `văn bằng 2`; `30 phút 15 giây` is a length of time.
    if before.key == "phút", !stream[at - 1].isNumber { return true }
    if before.key == "bằng", stream[at - 1].key == "văn" { return true }
    // `Điều 4`, but `Quân khu điều 4 tiểu đoàn đến giúp dân`
    if before.key == "điều", !before.isCapital, isSoftCounted, at == start - 1, !stream[numeral.end].isCapital,
      vocabulary.documentTypes.match(stream, at: numeral.end) == nil
    {
      return false
    }
    // `kỳ 3`, but `tiếp nhận trong kỳ 343 đơn`, `đánh giá giữa kỳ 5 năm`
    if before.key == "kỳ", Self.partsOfTerm.contains(stream[at - 1].key) { return false }
    // `Hình 3`, but `mô hình 3 đơn vị`, `kết án tử hình 31 bị cáo`
    if before.key == "hình", Self.endedByForm.contains(stream[at - 1].key) { return false }
    // `xếp hạng 1`, but `đã xếp hạng 275 lượt doanh nghiệp`, `xếp loại 325 thôn`
    if before.key == "hạng" || before.key == "loại", stream[at - 1].key == "xếp", isSoftCounted,
      numeral.value > DecimalNumber(12)
    {
      return false
    }
    // `vòng 1`, but `trong vòng 15 ngày`
    if before.key == "vòng", stream[at - 1].key == Words.trong { return false }
    // `Trung ương 4`, but `cấp Trung ương 89 hộ`.
    if before.key == "ương", isSoftCounted, numeral.value > DecimalNumber(15) { return false }
    // `tầng 2 nhà T`, `tầng 17 và 18 tòa nhà`
    if before.key == "tầng", Self.houses.contains(stream[numeral.end].key) { return true }
    if vocabulary.words.numberLeads.contains(before.key) { return true }
    if isNumberedName(endingAt: at, start, numeral, isCounted: isSoftCounted) { return true }
    guard vocabulary.words.softNumberLeads.contains(before.key) else { return false }
    if numeral.hasLeadingZero { return !isSoftCounted }
    // `trong nhóm 20 tỉnh dẫn đầu`: so many in a group.
    if before.key == "nhóm", isSoftCounted, !stream[numeral.end + 1].isCapital { return false }
    // `tổ 5 phường Tam Thanh` names a place; `thành phố 10 tập thể` counts what cannot be numbered so.
    return !isSoftCounted || vocabulary.words.placeLeads.contains(stream[numeral.end].key)
      || stream[numeral.end].key == "thành"
      || vocabulary.words.gradedLeads.contains(before.key) && numeral.value <= DecimalNumber(12)
  }

  /// Before `kỳ`, of what part of a term is spoken.
  private static let partsOfTerm: WordSet = ["trong", "đầu", "giữa", "cuối", "cùng"]
  /// The first words of compounds that end with `hình`.
  private static let endedByForm: WordSet = ["mô", "tử", "loại", "truyền", "địa", "tình"]
  private static let houses: WordSet = ["nhà", "tòa", "toà"]

  private static let countedBySo: WordSet = ["tổng", "trong", "thiểu", "đa", "dân", "doanh"]

  /// `Ban Chỉ đạo 389 Quốc gia`, `Chương trình 135 giai đoạn III`, `Đề án 06 Chính phủ`: what is called by the number of the act that
  /// set it up, or by one of its own.
  private func isNumberedName(endingAt last: Int, _ start: Int, _ numeral: Numeral, isCounted: Bool) -> Bool {
    guard !numeral.isWritten, (2...4).contains(stream[start].digitCount),
      let first = (max(0, last - 2)...last).first(where: {
        vocabulary.words.numberedNames.match(stream, at: $0)?.end == last + 1
      })
    else { return false }
    guard isCounted else { return true }
    // `đường tỉnh 235 đoạn qua huyện`: roads have three figures.
    if stream[first].key == "đường", stream[start].digitCount == 3, !numeral.isGrouped { return true }
    // What can be counted follows: only a place or a phase of the programme does not count.
    let noun = stream[numeral.end].key
    if noun == "giai" || noun == "địa" && stream[numeral.end + 1].key == "phương" || stream[numeral.end].isCapital {
      return true
    }
    return vocabulary.words.placeLeads.contains(noun)
      && (stream[first].isCapital || numeral.hasLeadingZero || stream[start].digitCount == 3)
  }
}
