import DauRules
import Foundation

/// Personal names that a text states by its form: alone on a line, as a signature or a cell of a table is; as an item of a list; under a
/// position in capitals; behind a word that stands before names.
///
/// `Vu Thi Hanh` under `PHÓ CHỦ TỊCH` is a name, however seldom the language has met it and however well it knows `vụ thi hành`. Where
/// the form says so, each word is judged by its part in names too: P = max((1 - share) · P(word | all before), share · P(word |
/// surname, middle or given name)), the share by how often such a form holds a name.
struct StatedName {
  /// Which part of a name the piece is.
  let part: Names.Part
  /// How often a piece of this form is part of a name.
  let share: Float
}

extension Reading {
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

  /// By piece: the parts of stated names.
  ///
  /// - Complexity: O(*n*) in the pieces.
  func findStatedNames() -> [Int: StatedName] {
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
    if restorer.personalNames.mayBeTitle(document.word(run.lowerBound)) {
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
    guard restorer.personalNames.mayBeSurname(document.word(run.lowerBound)) else { return false }
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
        restorer.personalNames.mayBeginPosition(document.bare(at), document.bare(second))
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
    return end + 1 < document.pieces.count && restorer.personalNames.mayBeSurname(document.word(run.lowerBound))
      && restorer.personalNames.mayBeginPosition(document.bare(end), document.bare(end + 1))
  }

  /// Whether a run goes on behind what may be a surname with the words that most names have: `Ho Van Thon`.
  private func hasMiddleName(_ run: Range<Int>) -> Bool {
    run.count >= 3 && Self.middleNames.contains(document.word(run.lowerBound + 1).map(Glyphs.plain))
      && restorer.personalNames.mayBeSurname(document.word(run.lowerBound))
  }

  private static let middleNames = Set(["van", "thi"].map { Glyphs.of($0) })

  private func edge(before at: Int) -> Edge {
    if document.isCellStart(at) { return .line }
    let mark = at - 1
    if document.isLinked(at), restorer.personalNames.mayBeTitle(document.word(mark)) { return .title }
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

  /// Gives readings of a piece what its part in a stated name is worth; a word that stands before names keeps its own.
  func favourNames(among readings: inout [Candidate], at piece: Int) {
    guard let stated = statedNames[piece] else { return }
    let rest = Foundation.log10(1 - stated.share)
    for at in readings.indices {
      if stated.part == .title, restorer.personalNames.isTitle(readings[at].text) { continue }
      readings[at].languageShare = rest
      guard readings[at].span == 1, readings[at].kind != .split, let text = readings[at].text.first,
        Glyphs.isUpper(text),
        let log10 = restorer.personalNames.log10(readings[at].first, as: stated.part)
      else { continue }
      readings[at].leastLanguage = Foundation.log10(stated.share) + log10
    }
  }
}
