import DauLanguage

/// The distinct words of a document by number, so that what is found out about one of them is found out once.
struct DocumentWords {
  /// By piece: the number of its word. Words are numbered in the order in which they first stand in the text.
  let numbers: [Int32]
  /// By word: what it is for the language model as it stands.
  let ids: [WordID]

  var count: Int { ids.count }

  /// - Complexity: O(*n*) in code points.
  init(_ document: DocumentText, model: LanguageModel) {
    var table = WordTable()
    var numbers: [Int32] = []
    var ids: [WordID] = []
    let numberID = model.numberID
    numbers.reserveCapacity(document.pieces.count)
    let glyphs = document.glyphs
    for piece in document.pieces {
      let word = table.number(of: piece.glyphs, in: glyphs.span)
      if word == ids.count {
        ids.append(piece.kind == .number ? numberID : model.id(of: Array(table.glyphs(of: word))))
      }
      numbers.append(Int32(word))
    }
    self.numbers = numbers
    self.ids = ids
  }

  /// What a piece is for the language model as it stands.
  func id(at piece: Int) -> WordID { ids[Int(numbers[piece])] }
}
