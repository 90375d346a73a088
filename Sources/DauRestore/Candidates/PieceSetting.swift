import DauText

/// What the readings of a piece depend on, beside its word.
struct PieceSetting {
  let isGlued: Bool
  let isUpperLine: Bool
  let isMark: Bool
  let isNumeral: Bool
  let isDatePart: Bool
  let isForeignName: Bool
  let isLineStart: Bool
  let isCounted: Bool
  let kindInSymbol: [Glyph]?
  let item: [Glyph]?
  let isJoined: Bool
  let codePart: [Glyph]?
  let isMeasured: Bool
  let isItemLetter: Bool
  let numeral: [Glyph]?
  let isBehindArticle: Bool
  let isUnit: Bool

  /// - Parameters:
  ///   - codePart: what the piece is as a part of a listed symbol.
  ///   - readsDigits: whether letters may be digits misread.
  ///   - writesDecimalComma: whether the document writes its decimals with a comma.
  init(of at: Int, in document: DocumentText, codePart: [Glyph]?, readsDigits: Bool, writesDecimalComma: Bool) {
    let piece = document.pieces[at]
    isGlued = piece.isGlued || (at + 1 < document.pieces.count && document.pieces[at + 1].isGlued)
    isUpperLine = document.isUpperLine[at]
    isMark =
      piece.breakBefore == .sentence
      || (piece.glyphs.upperBound < document.glyphs.count
        && Self.marks.contains(document.glyphs[piece.glyphs.upperBound]))
    isNumeral = document.isNumeral(at)
    isDatePart = document.isDatePart(at)
    isForeignName = document.isPartOfForeignName(at)
    isLineStart = document.beginsLine(at)
    isCounted = document.isCountedInDigits(at)
    kindInSymbol = document.kindInSymbol(at)
    item = readsDigits ? document.itemMark(at) : nil
    isJoined = document.isJoinedToAcronym(at)
    self.codePart = codePart
    isMeasured = writesDecimalComma && document.isMeasured(at)
    isItemLetter = document.isItemLetter(at)
    numeral = document.joinedNumeral(at)
    isBehindArticle = piece.kind == .number && document.isBehindArticle(at)
    isUnit = document.isUnit(at)
  }

  /// What stands behind the number of a section or an item.
  private static let marks = Glyphs.of(".):")

  /// A hash of a word and these.
  func key(of word: Int32, splitting: Bool) -> UInt64 {
    let bits = [
      isGlued, isUpperLine, splitting, isMark, isNumeral, isDatePart, isForeignName, isLineStart, isCounted, isJoined,
      isMeasured, isItemLetter, isBehindArticle, isUnit,
    ]
    var hash = FNV1a()
    hash.combine(bits.reduce(UInt64(word)) { $0 << 1 | ($1 ? 1 : 0) })
    for text in [kindInSymbol, item, codePart, numeral] { hash.combine(text.map { Glyphs.key(of: $0) } ?? 0) }
    return hash.value
  }
}
