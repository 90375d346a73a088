/// Reads the head of a table out of its words, when OCR left no columns: who receives, from left to right.
///
/// Accepts `Tập thể Cá nhân Gia đình Tập thể Cá nhân`, glued and misread words (`Canhin Giadinh`, `Téngsé`), and words
/// parted over two lines (`Tập Cá Gia` above `thể nhân đình`). The recipients that come again belong to those at the
/// grassroots when the head speaks of them.
struct FlatTableHead {
  let stream: TokenStream
  let awards: AwardVocabulary

  private struct Mark {
    var recipient: String
    var tokens: Range<Int>
  }

  /// Letters of the words of a head, what they mean, and the edits that still name them.
  private static let words: [(letters: [UInt8], recipient: String, edits: Int)] = [
    ("tapthe", "collective", 1), ("canhan", "individual", 2), ("giadinh", "family", 1), ("hogiadinh", "household", 2),
    ("doanhnghiep", "enterprise", 3), ("doanhnhan", "entrepreneur", 2), ("hoptacxa", "cooperative", 2),
    ("tongso", "total", 2), ("tongcong", "total", 2), ("cong", "total", 0), ("donvi", "collective", 1),
    ("tacpham", "work", 1), ("ho", "household", 0),
  ].map { (Array($0.0.utf8), $0.1, $0.2) }

  /// How many recipients a line names.
  func recipientCount(in tokens: Range<Int>) -> Int { tokens.count > 40 ? 0 : marks(in: tokens).count }

  /// The columns that the lines of a head name.
  ///
  /// - Parameter count: the numbers of the fullest row; a head of fewer columns lost some of them.
  /// - Returns: the columns and the first token of the head; nil when the head names too few.
  func read(_ lines: [Range<Int>], atLeast count: Int) -> (columns: [AwardTable.Column], start: Int)? {
    var best: (marks: [Mark], line: Int) = ([], 0)
    for (index, line) in lines.enumerated() {
      let single = marks(in: line)
      if single.count >= best.marks.count { best = (single, index) }
      guard index > 0 else { continue }
      let double = zipped(lines[index - 1], line)
      if double.count > best.marks.count { best = (double, index - 1) }
    }
    guard best.marks.count >= max(count, 1), best.marks.contains(where: { $0.recipient != "total" }) else { return nil }
    // The head begins with its `TT`, or with the line of the recipients.
    let first = lines[...best.line].lastIndex { beginsHead($0) } ?? best.line
    let saysGrassroots = lines[first...].contains(where: saysGrassroots)
    var columns: [AwardTable.Column] = []
    var seen: Set<String> = []
    var isSecond = false
    for mark in best.marks {
      if !seen.insert(mark.recipient).inserted {
        // A third time is no head we know.
        if isSecond { return nil }
        isSecond = true
        seen = [mark.recipient]
      }
      let label = stream.flatText(ofTokens: mark.tokens)
      columns.append(
        AwardTable.Column(
          recipient: mark.recipient == "total" ? "mixed" : mark.recipient, isTotal: mark.recipient == "total",
          grassroots: isSecond && saysGrassroots, path: [label], group: isSecond ? 1 : 0))
    }
    return (columns, lines[first].lowerBound)
  }

  private func marks(in tokens: Range<Int>) -> [Mark] {
    var marks: [Mark] = []
    var at = tokens.lowerBound
    while at < tokens.upperBound {
      if let mark = mark(at: at, before: tokens.upperBound) {
        marks.append(mark)
        at = mark.tokens.upperBound
      } else {
        at += 1
      }
    }
    return marks
  }

  /// The word of a head at a token, over at most four of them. Heads have capitals; `tập thể, cá nhân` is running text.
  private func mark(at start: Int, before end: Int) -> Mark? {
    guard stream[start].isCapital else { return nil }
    var best: (mark: Mark, score: Double)?
    var letters: [UInt8] = []
    for at in start..<min(start + 4, end) {
      guard stream[at].isWord || stream[at].isNumber || stream[at].isSign(")") || stream[at].isSign("|") else { break }
      if stream[at].isWord || stream[at].isNumber { letters += FoldedLetters.fold(stream, at) }
      guard letters.count <= 13 else { break }
      for word in Self.words where abs(word.letters.count - letters.count) <= word.edits {
        let distance = FoldedLetters.distance(letters, word.letters)
        guard distance <= word.edits else { continue }
        // The longer word that fits as well: `hộ gia đình` before `hộ`.
        let score = Double(word.letters.count) - 2 * Double(distance)
        if score > best?.score ?? 0 { best = (Mark(recipient: word.recipient, tokens: start..<(at + 1)), score) }
      }
    }
    return best?.mark
  }

  /// `Tập Cá Gia` above `thể nhân đình`: a word of each line, from the right.
  private func zipped(_ upper: Range<Int>, _ lower: Range<Int>) -> [Mark] {
    let above = upper.filter { stream[$0].isWord }
    let below = lower.filter { stream[$0].isWord }
    guard below.count >= 2, below.count <= 10, above.count >= below.count else { return [] }
    var marks: [Mark] = []
    for (first, second) in zip(above.suffix(below.count), below) {
      let letters = FoldedLetters.fold(stream, first) + FoldedLetters.fold(stream, second)
      guard let word = Self.words.first(where: { FoldedLetters.distance(letters, $0.letters) <= min($0.edits, 1) })
      else { return [] }
      marks.append(Mark(recipient: word.recipient, tokens: first..<(first + 1)))
    }
    return marks
  }

  private func beginsHead(_ tokens: Range<Int>) -> Bool {
    tokens.prefix(3).contains { stream[$0].key == "tt" || stream[$0].key == "stt" }
  }

  private func saysGrassroots(_ tokens: Range<Int>) -> Bool {
    let letters = FoldedLetters(stream, tokens)
    return letters.nearest(Array("coso".utf8), edits: 0, wholeTokens: true) != nil
      || letters.nearest(Array("tructiep".utf8), edits: 1, wholeTokens: true) != nil
  }
}
