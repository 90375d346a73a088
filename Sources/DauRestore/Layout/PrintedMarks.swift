/// What is printed beside the words of a document where the engine wrote other signs, or blanks too many.
struct PrintedMarks {
  /// By piece: the marks of notes beside it that the engine wrote as other signs.
  let notes: [Int: FootnoteMarks.Edit]
  /// By piece: what is printed before it where the engine wrote a blank too many.
  let gaps: [Int: [Glyph]]

  /// Nothing: a clean text has what is printed.
  init() { (notes, gaps) = ([:], [:]) }

  /// - Complexity: O(*n*) in code points.
  init(of document: DocumentText) {
    let scanner = document.scanner
    notes = FootnoteMarks(scanner).edits.merging(NumberedNotes(scanner).edits) { first, _ in first }
      .merging(RaisedUnits(scanner).edits) { first, _ in first }
    gaps = StrayBlanks(scanner).gaps.merging(LoneBars(scanner).gaps) { first, _ in first }
  }
}
