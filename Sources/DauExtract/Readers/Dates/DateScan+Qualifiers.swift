/// The words before a date that say how it is meant: `trước`, `chậm nhất là`, `từ đầu`.
extension DateScan {
  struct Introduction {
    var start: Int
    var qualifier: DateQualifier?
    var isFrom = false
  }

  /// The words before a point that say how it is meant, and where they begin.
  func introduction(before lead: Int) -> Introduction {
    var intro = Introduction(start: lead, qualifier: nil)
    let day = behindMarks(lead)
    let lead = behindMarks(beforeTimeOfDay(day))
    var at = lead - 1
    func isInside(_ index: Int) -> Bool { index >= 0 && !outline.beginsParagraph[index + 1] }
    guard isInside(at) else { return intro }
    // Nearest first: `đến hết`, `từ đầu`, `chậm nhất là trước`.
    switch stream[at].key {
    case Words.dau: (intro.qualifier, intro.start) = (.start, at)
    case Words.giua: (intro.qualifier, intro.start) = (.middle, at)
    case Words.cuoi, Words.het: (intro.qualifier, intro.start) = (.end, at)
    default: at = lead
    }
    at -= 1
    guard at < lead, isInside(at) else { return intro }
    switch stream[at].key {
    // `từ 8 giờ 00 đến 11 giờ 30 ngày 22/10/2019`: the hours of one day.
    case Words.den where lead < day && stream[lead].isNumber && isClock(before: at): break
    case Words.den, Words.toi: (intro.qualifier, intro.start) = (.until, at)
    case Words.truoc where intro.qualifier == nil: (intro.qualifier, intro.start) = (.before, at)
    case Words.sau where intro.qualifier == nil: (intro.qualifier, intro.start) = (.after, at)
    // `ngay từ đầu năm 2017`: then, not since then.
    case Words.tu where intro.qualifier == .start && stream[at - 1].key == "ngay" && isInside(at - 1): break
    case Words.tu:
      intro.qualifier = .from
      intro.isFrom = true
      intro.start = stream[at - 1].key == "kể" && isInside(at - 1) ? at - 1 : at
    case "quá" where stream[at - 1].key == "không" && isInside(at - 1):
      (intro.qualifier, intro.start) = (.until, at - 1)
    // `không muộn hơn`
    case "hơn" where Self.late.contains(stream[at - 1].key) && stream[at - 2].key == "không" && isInside(at - 2):
      (intro.qualifier, intro.start) = (.until, at - 2)
    case "là", "vào", "trong", "nhất":
      if stream[at].key == "nhất", stream[at - 1].key == "chậm" || stream[at - 1].key == "muộn" {
        (intro.qualifier, intro.start) = (.until, at - 1)
      } else if stream[at - 1].key == "nhất", stream[at - 2].key == "chậm" || stream[at - 2].key == "muộn" {
        (intro.qualifier, intro.start) = (.until, at - 2)
      }
    default: break
    }
    return intro
  }

  /// Before the clock or the weekday that stands between a word that qualifies and its day: `trước 17 giờ 00 ngày`,
  /// `trước thứ Sáu, ngày`; `lead` where there is none.
  private func beforeTimeOfDay(_ lead: Int) -> Int {
    var at = lead
    if stream[at - 1].isSign(","), !outline.beginsParagraph[at] { at -= 1 }
    if stream[at - 2].key == Words.thu, stream[at - 1].isWord || stream[at - 1].isNumber { return at - 2 }
    return clockStart(before: at) ?? lead
  }

  /// Where the clock time that ends before `end` begins.
  private func clockStart(before end: Int) -> Int? {
    var start = end - 1
    while start > 0, end - start <= 5, stream[start].isNumber || Self.clockWords.contains(stream[start].key),
      !outline.beginsParagraph[start + 1]
    {
      start -= 1
    }
    return clockEnd(start + 1) == end ? start + 1 : nil
  }

  private func isClock(before end: Int) -> Bool { !outline.beginsParagraph[end] && clockStart(before: end) != nil }

  /// Before the `*` of Markdown that stand in front of a token.
  private func behindMarks(_ index: Int) -> Int {
    var at = index
    while at > 0, index - at < 4, stream[at - 1].isSign("*"), !outline.beginsParagraph[at] { at -= 1 }
    return at
  }

  private static let late: WordSet = ["muộn", "chậm", "trễ"]

  private static let clockWords: WordSet = ["h", "giờ", "phút", ":", "'", "g"]

  /// Behind `17h00`, `17 giờ`, `7 giờ 30 phút`, `7:30`; nil where no clock time stands.
  func clockEnd(_ start: Int) -> Int? {
    guard stream[start].isNumber, stream[start].digitCount <= 2, stream[start].value <= 24 else { return nil }
    var at = start + 1
    guard stream[at].key == "h" || stream[at].key == "giờ" || stream[at].key == "g" || stream[at].isSign(":") else {
      return nil
    }
    at += 1
    if stream[at].isNumber, stream[at].digitCount == 2, stream[at].value < 60 {
      at += 1
      if stream[at].key == "phút" || stream[at].isSign("'") { at += 1 }
    }
    return at
  }
}
