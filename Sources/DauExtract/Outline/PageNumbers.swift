/// Page numbers that stand inside a sentence, so that the sentence is read across its page.
///
///     tặng Bằng khen cho 385 tập thể, 800
///
///     7
///
///     cá nhân
///
/// A number alone in its line is one when an empty line is beside it, the text before it is no end of a sentence, and
/// the text behind it goes on. Numbers of a column printed one below the other, and last lines, are left alone.
extension TokenStream {
  /// The stream of a text without the tokens of such lines; the text and its lines stay as they are.
  ///
  /// - Parameter text: in normalization form C.
  /// - Complexity: O(*n*) in bytes.
  static func withoutPageNumbers(_ text: String) -> TokenStream {
    var stream = TokenStream(text)
    let dropped = stream.pageNumbers()
    return dropped.isEmpty ? stream : .leavingOut(dropped, of: &stream)
  }

  /// The tokens of the lines that are page numbers inside a sentence.
  private func pageNumbers() -> [Range<Int>] {
    var dropped: [Range<Int>] = []
    var before = -1
    for line in 0..<lineCount {
      let tokens = tokens(ofLine: line)
      guard !tokens.isEmpty else { continue }
      if isLoneNumber(tokens, digits: 3), before >= 0, let after = nextLine(after: line),
        line - before > 1 || after - line > 1, goesOn(self.tokens(ofLine: before), self.tokens(ofLine: after))
      {
        dropped.append(tokens)
      } else {
        before = line
      }
    }
    return dropped
  }

  /// Whether a line holds nothing but a number that may be that of a page: `7`, `- 7 -`; `Trang 7` is none.
  ///
  /// - Parameter digits: how many it has at most. Years have four.
  func isLoneNumber(_ tokens: Range<Int>, digits: Int) -> Bool {
    let number: Token
    switch tokens.count {
    case 1: number = self[tokens.lowerBound]
    case 3 where self[tokens.lowerBound].isDash && self[tokens.upperBound - 1].isDash:
      number = self[tokens.lowerBound + 1]
    default: return false
    }
    return number.isNumber && number.digitCount <= digits && number.value > 0
  }

  private func nextLine(after line: Int) -> Int? {
    (line + 1..<min(line + 4, lineCount)).first { !tokens(ofLine: $0).isEmpty }
  }

  /// Whether a sentence goes on from one line to the other.
  private func goesOn(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
    guard before.count >= 5, after.count >= 2, let end = before.last else { return false }
    let last = self[end]
    guard last.isWord && !last.isAllCapitals || last.isNumber || last.isSign(",") else { return false }
    let first = self[after.lowerBound]
    if first.isWord { return !first.isCapital && !(self[after.lowerBound + 1].isSign(")") && first.bytes.count <= 2) }
    // `tăng` on one page, `5,4% so với` on the next; `5. Kết quả` is a heading.
    return last.isWord && !last.isCapital && isAmount(at: after.lowerBound)
  }

  /// Whether a number is printed as no numbering is: `5,4`, `12%`, `2.817`.
  func isAmount(at index: Int) -> Bool {
    let mark = self[index + 1]
    guard self[index].isNumber, mark.isJoined else { return false }
    if mark.isSign("%") { return true }
    let digits = self[index + 2]
    return digits.isNumber && digits.isJoined && (mark.isSign(",") || mark.isSign(".") && digits.digitCount == 3)
  }
}
