/// The lists that sentences with a colon open over the paragraphs below them, with what each sentence says of all its items.
///
/// Accepts `Phấn đấu đến năm 2025:` above `- Tỷ lệ hộ nghèo dưới 3%;`, and `+` or `a)` below an item that ends with a colon of
/// its own. A list ends at a paragraph that is no item, or at an item of one further out.
struct StatementLists<Payload: Sendable>: Sendable {
  /// From the outermost; ranks rise.
  private var open: [(rank: Int, payload: Payload)] = []
  private var pending: Payload?
  /// Whether the first sentence of a paragraph goes on: what stands behind it in an item only explains it.
  private var isFirstSentence = false

  /// What was said of the innermost list that is open; nil outside of all, and behind the first sentence of an item.
  var current: Payload? { isFirstSentence ? open.last?.payload : nil }

  /// Takes the next clause.
  mutating func begin(_ clause: StatementClause, in stream: TokenStream) {
    if clause.beginsSentence { isFirstSentence = clause.beginsParagraph }
    guard clause.beginsParagraph else { return }
    defer { pending = nil }
    guard let rank = Self.rank(stream, at: clause.tokens.lowerBound) else {
      open.removeAll()
      return
    }
    open.removeAll { pending == nil ? $0.rank > rank : $0.rank >= rank }
    if let pending { open.append((rank, pending)) }
  }

  /// Ends a clause.
  ///
  /// - Parameter payload: what it says of the list that it opens, if it ends with a colon; nil for nothing.
  mutating func end(_ clause: StatementClause, with payload: Payload?) {
    pending = clause.endsWithColon ? payload : nil
  }

  /// How deep an item stands by the mark that it begins with; nil for none.
  private static func rank(_ stream: TokenStream, at start: Int) -> Int? {
    var at = start
    while stream[at].isSign("*"), !stream[at + 1].flags.contains(.spaced) { at += 1 }
    let token = stream[at]
    if token.isSign("+") { return 3 }
    if token.isBullet { return 2 }
    guard SectionNumbering.isMark(stream, at: at + 1) || stream[at + 1].isSign(".") && stream[at + 1].isJoined else {
      return nil
    }
    if token.isNumber, token.digitCount <= 2 { return 0 }
    return token.isWord && token.bytes.count <= 2 && !token.isCapital ? 1 : nil
  }
}
