internal import DauRules

/// Who was given the awards that a sentence counts, when its subject says so.
extension AwardScan {
  /// `thầy Trần Văn An đã được ... tặng 6 bằng khen; Hội ... trao tặng 11 giải thưởng`: whether the sentence is about a
  /// person with a name who was given or won something.
  ///
  /// - Complexity: O(*k*) in tokens of the sentence up to the clause, 60 at most.
  func isOfNamedPerson(_ clause: Range<Int>) -> Bool {
    let titles = scanner.awards.personTitles
    for at in sentence.lowerBound..<min(clause.upperBound, sentence.lowerBound + 60)
    where titles.contains(stream[at].key) && stream[at + 1].isWord && stream[at + 1].isCapital {
      var end = at + 1
      while end - at <= 6, stream[end].isWord, stream[end].isCapital, !stream[end].isAllCapitals { end += 1 }
      guard end - at >= 3 else { continue }
      while end - at <= 10, Self.aspects.contains(stream[end].key) { end += 1 }
      if stream[end].key == Words.duoc || scanner.awards.verbs.match(stream, at: end)?.value == .gains { return true }
    }
    return false
  }

  private static let aspects: WordSet = ["đã", "cũng", "vừa", "từng", "còn", "vinh", "dự"]

  /// `đại đội đã được tặng thưởng 1 Huân chương`, `Ông được tặng 13 giấy khen`, `Chủ tịch Hội từng được trao tặng: 2 Bằng khen`:
  /// who stands before the last `được` in front of an award, with nothing but who grants and a verb between.
  ///
  /// - Complexity: O(*k*) in tokens of the subject, 16 at most, and marks between, ``awardsOfSubject`` at most.
  func subject(_ marks: [AwardMark], before index: Int, _ clause: Range<Int>) -> String? {
    guard
      let passive = marks[max(0, index - Self.awardsOfSubject)..<index].lastIndex(where: {
        if case .passive = $0.kind { true } else { false }
      }),
      isGiving(marks[(passive + 1)..<index], behind: marks[passive])
    else { return nil }
    var end = marks[passive].tokens.lowerBound
    while end > clause.lowerBound, Self.aspects.contains(stream[end - 1].key) { end -= 1 }
    var start = end
    while start > clause.lowerBound, end - start < 16, stream[start - 1].isWord || stream[start - 1].isNumber {
      start -= 1
    }
    if start > clause.lowerBound, stream[start - 1].isWord || stream[start - 1].isNumber { return nil }
    while start < end, Self.plurals.contains(stream[start].key) { start += 1 }
    guard start < end else { return nil }
    // `Ông`, `Bà`, which names alone do not follow.
    if end - start == 1, scanner.awards.personTitles.contains(stream[start].key) { return "individual" }
    if positions.match(stream, at: start, before: end) != nil { return "individual" }
    guard let match = scanner.awards.recipient(in: stream, at: start, before: end) else { return nil }
    return isProperName(match.end..<end) ? match.value : nil
  }

  /// The marks that a subject may be carried over.
  private static let awardsOfSubject = 40

  /// Whether nothing, or a name, stands behind a noun: `Đại đội 5`, `Trường Trung học phổ thông Chu Văn An`.
  private func isProperName(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return true }
    return (stream[first].isCapital || stream[first].isNumber)
      && !tokens.contains { scanner.words.issuerStops.contains(stream[$0].key) }
  }

  /// `Giám đốc Sở Y tế từng được trao tặng`: whether one who grants elsewhere stands before `được` as who was given something.
  func isGrantee(_ index: Int, _ marks: [AwardMark]) -> Bool {
    guard index + 1 < marks.count, case .passive = marks[index + 1].kind,
      (marks[index].tokens.upperBound..<marks[index + 1].tokens.lowerBound).allSatisfy({ stream[$0].isWord })
    else { return false }
    let behind = marks[(index + 2)...].prefix { mark in
      switch mark.kind {
      case .grantor, .verb, .name: true
      default: false
      }
    }
    return isGiving(behind, behind: marks[index + 1])
  }

  /// Whether `được` is followed by a verb that gives, behind who grants at most, and then by awards alone.
  private func isGiving(_ marks: ArraySlice<AwardMark>, behind passive: AwardMark) -> Bool {
    guard let first = marks.first else { return false }
    // `được phép trao` gives another something; `được đồng chí Chủ tịch trao`, `được Hội Nông dân huyện tặng`.
    let isByGrantor = if case .grantor = first.kind { true } else { false }
    let reach = stream[passive.tokens.upperBound].isCapital ? 8 : isByGrantor ? 2 : 0
    guard first.tokens.lowerBound - passive.tokens.upperBound <= reach else { return false }
    var hasVerb = false
    for mark in marks {
      switch mark.kind {
      case .grantor: continue
      case .verb: hasVerb = true
      case .awards, .name: guard hasVerb else { return false }
      default: return false
      }
    }
    return hasVerb
  }

  private static let plurals: WordSet = ["các", "những", "toàn", "tân", "nguyên", "cựu"]
}
