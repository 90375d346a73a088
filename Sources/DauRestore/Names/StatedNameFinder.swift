import DauRules

/// Finds the personal names that a text states by its form.
struct StatedNameFinder {
  /// Words of a name, by their number.
  private static let lengths = 2...5
  /// The shares, rounded: nine in ten runs of capitalised words behind a title, under a position, or with `Văn` or `Thị` behind what
  /// may be a surname are names, one in three of those alone on a line or before a comma in an item: the others are places.
  private static let sure: Float = 0.9
  private static let likely: Float = 0.3

  /// What stands beside a run of words with capitals.
  private enum Edge {
    /// The end of a line or of a cell.
    case line
    /// A number or a letter that counts items, and only that, behind the end of a line or cell; or punctuation behind the run.
    case item
    /// A semicolon before the run.
    case clause
    case title
    case other
  }

  let document: DocumentText
  let people: PersonalNames

  /// By piece: the parts of stated names.
  ///
  /// - Complexity: O(*n*) in the pieces.
  func find() -> [Int: StatedName] {
    var stated: [Int: StatedName] = [:]
    var at = 0
    while at < document.pieces.count {
      guard document.isCapitalised(at) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < document.pieces.count, document.isLinked(end), !document.isCellStart(end), document.isCapitalised(end)
      { end += 1 }
      state(at..<end, in: &stated)
      at = end
    }
    return stated
  }

  private func state(_ run: Range<Int>, in stated: inout [Int: StatedName]) {
    var run = run
    var before = edge(before: run.lowerBound)
    if people.mayBeTitle(document.word(run.lowerBound)) {
      run = run.dropFirst()
      before = .title
    }
    guard Self.lengths.contains(run.count) else { return }
    let share: Float
    switch (before, edge(behind: run.upperBound)) {
    case (.title, _): share = Self.sure
    case _ where hasMiddleName(run): share = Self.sure
    case (.line, .line) where isSigned(run), (.clause, .line) where isSigned(run): share = Self.sure
    case (.line, .line) where isOfHolder(run), (.item, .line) where isOfHolder(run): share = Self.sure
    case (.line, .item) where isOfHolder(run), (.item, .item) where isOfHolder(run): share = Self.sure
    case (.line, .line), (.item, .line), (.line, .item), (.item, .item), (.clause, .line): share = Self.likely
    default: return
    }
    // A word that stands before names is one: `va ba Nguyen Thi Hai` is `và bà`, not `và ba`.
    if before == .title { stated[run.lowerBound - 1] = StatedName(part: .title, share: share) }
    for at in run {
      let part: Names.Part = at == run.lowerBound ? .surname : at + 1 == run.upperBound ? .given : .middle
      stated[at] = StatedName(part: part, share: share)
    }
  }

  /// Lines and pieces above a signature in which its position is looked for: the stamp and the recipients beside it lie between.
  private static let (signatureLines, signaturePieces) = (8, 60)

  /// Whether a position in capitals stands above what may be a name: `PHÓ CHỦ TỊCH`, then `Vu Thi Hanh`.
  private func isSigned(_ run: Range<Int>) -> Bool {
    guard people.mayBeSurname(document.word(run.lowerBound)) else { return false }
    var lines = 0
    var next: Int?
    for at in (max(0, run.lowerBound - Self.signaturePieces)..<run.lowerBound).reversed() {
      let between = document.pieces[at].glyphs.upperBound..<document.pieces[at + 1].glyphs.lowerBound
      lines += document.glyphs[between].count { $0 == 0x0A }
      guard lines <= Self.signatureLines else { return false }
      let word = document.glyphs(of: at)
      guard word.allSatisfy({ Glyphs.isLetter($0) && Glyphs.isUpper($0) }) else {
        next = nil
        continue
      }
      // A position begins its line or its column, behind `KT.`, `TL.` and the like at most.
      if let second = next, word.count > 1,
        document.isCellStart(at) || document.isCellStart(at - 1) && document.word(at - 1).count <= 3,
        people.mayBeginPosition(document.bare(at), document.bare(second))
      {
        return true
      }
      next = document.isCellStart(at) ? nil : at
    }
    return false
  }

  /// Whether a position is named behind what may be a name: `1. Vu Thi Hanh, Trưởng phòng ...`, or the next cell.
  private func isOfHolder(_ run: Range<Int>) -> Bool {
    let end = run.upperBound
    return end + 1 < document.pieces.count && people.mayBeSurname(document.word(run.lowerBound))
      && people.mayBeginPosition(document.bare(end), document.bare(end + 1))
  }

  /// Whether a run goes on behind what may be a surname with the words that most names have: `Ho Van Thon`.
  private func hasMiddleName(_ run: Range<Int>) -> Bool {
    run.count >= 3 && Self.middleNames.contains(document.word(run.lowerBound + 1).map(Glyphs.plain))
      && people.mayBeSurname(document.word(run.lowerBound))
  }

  private static let middleNames = Set(["van", "thi"].map { Glyphs.of($0) })

  private func edge(before at: Int) -> Edge {
    if document.isCellStart(at) { return .line }
    let mark = at - 1
    if document.isLinked(at), people.mayBeTitle(document.word(mark)) { return .title }
    let between = document.glyphs[document.pieces[mark].glyphs.upperBound..<document.pieces[at].glyphs.lowerBound]
    // `- Các sở, ban, ngành; Đặng Quốc Khải`: the columns of recipients and signature in one line.
    if between.first == 0x3B { return .clause }
    guard document.isCellStart(mark) else { return .other }
    let isMark = document.pieces[mark].kind == .number || document.pieces[mark].glyphs.count == 1
    return isMark && between.contains { Glyphs.of(".)/-").contains($0) } ? .item : .other
  }

  private func edge(behind end: Int) -> Edge {
    guard end < document.pieces.count, !document.isCellStart(end) else { return .line }
    let next = document.glyphs[document.pieces[end - 1].glyphs.upperBound..<document.pieces[end].glyphs.lowerBound]
    return next.contains { Glyphs.of(",;:-–(").contains($0) } ? .item : .other
  }
}
