/// Puts names of bodies and positions together that go on in the next line: `THỦ TƯỚNG CHÍNH`, `PHỦ`.
struct BrokenName {
  let vocabulary: ReaderVocabulary

  /// The most words of a name that stand in the second line.
  static let longestRest = 5

  /// Both lines as one name, when a known body or position begins in the first and ends with the second; nil else.
  ///
  /// - Complexity: O(*w*) in words.
  func whole(_ first: String, _ rest: String?) -> String? {
    guard let rest, !rest.isEmpty else { return nil }
    let whole = first + " " + rest
    let stream = TokenStream(whole)
    let broken = TokenStream(first).count
    for at in 0..<broken {
      // A name that is whole in its line goes on with another: `CHỦ TỊCH`, `PHÓ CHỦ TỊCH`.
      if let end = end(at, in: stream, before: broken), end == broken { return nil }
      if let end = end(at, in: stream, before: stream.count), end == stream.count { return whole }
    }
    return nil
  }

  /// Whether a position or body in capitals names its part only by half, and one or two words in capitals below say the rest.
  func goesOn(_ name: String, with rest: String) -> Bool {
    let (stream, more) = (TokenStream(name), TokenStream(rest))
    guard let position = vocabulary.positions.match(stream, at: 0), position.end + 1 < stream.count,
      (1...2).contains(more.count), !Self.ownLines.contains(more[0].key),
      (0..<more.count).allSatisfy({ more[$0].isWord && more[$0].isAllCapitals })
    else { return false }
    return end(position.end, in: stream, before: stream.count) != stream.count
      && vocabulary.positions.match(more, at: 0) == nil && end(0, in: more, before: more.count) == nil
  }

  /// What begins a line of its own below a position: `PHÓ`, `ĐÃ KÝ`.
  private static let ownLines: WordSet = ["phó", "quyền", "đã", "ký"]

  /// Whether some words are a position, or a position and the body it belongs to.
  func isPosition(_ name: String) -> Bool {
    let stream = TokenStream(name)
    guard stream.count > 0 else { return false }
    if let position = vocabulary.positions.match(stream, at: 0) {
      return position.end == stream.count || end(position.end, in: stream, before: stream.count) == stream.count
    }
    // `Thủ tướng Chính phủ` is a body as one that issues.
    return Self.isHead(stream) && end(0, in: stream, before: stream.count) == stream.count
  }

  private static func isHead(_ stream: TokenStream) -> Bool { stream[0].key == "thủ" || stream[0].key == "chủ" }

  private func end(_ at: Int, in stream: TokenStream, before end: Int) -> Int? {
    let body = vocabulary.offices.match(stream, at: at, before: end)?.end
    let position = vocabulary.positions.match(stream, at: at, before: end)?.end
    return [body, position].compactMap(\.self).max()
  }
}
