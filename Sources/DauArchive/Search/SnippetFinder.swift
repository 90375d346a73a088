/// Finds the stretches of a text that best show why it matches.
struct SnippetFinder {
  /// How many bytes of text stand on each side of a match, at least when there are as many.
  private static let margin = 70

  var query: SearchQuery

  private struct Match {
    var tokens: Range<Int>
    var term: Int
    var isExact: Bool
  }

  /// Up to `limit` stretches, those with most of the terms first, exact before folded, in ties the earlier.
  ///
  /// - Complexity: O(*n* · *t*) for *t* terms.
  func snippets(in text: String, limit: Int) -> [Snippet] {
    let tokens = SearchToken.all(in: text)
    let matches = matches(in: tokens)
    guard !matches.isEmpty else { return [] }
    let bytes = Array(text.utf8)
    var windows: [(bytes: Range<Int>, matches: [Match])] = []
    // Matches that fit into one window share it.
    for match in matches {
      let place =
        tokens[match.tokens.lowerBound].bytes.lowerBound..<tokens[match.tokens.upperBound - 1].bytes.upperBound
      if let last = windows.last, place.upperBound <= last.bytes.upperBound {
        windows[windows.count - 1].matches.append(match)
      } else {
        windows.append((place.lowerBound - Self.margin..<place.upperBound + Self.margin, [match]))
      }
    }
    func rank(_ window: (bytes: Range<Int>, matches: [Match])) -> Int {
      Set(window.matches.map(\.term)).count * 2 + (window.matches.contains(where: \.isExact) ? 1 : 0)
    }
    let best = windows.enumerated().sorted { (rank($0.element), $1.offset) > (rank($1.element), $0.offset) }
    return best.prefix(limit).map { _, window in
      snippet(around: window.bytes, window.matches.map { place($0, tokens) }, bytes)
    }
  }

  private func place(_ match: Match, _ tokens: [SearchToken]) -> Range<Int> {
    tokens[match.tokens.lowerBound].bytes.lowerBound..<tokens[match.tokens.upperBound - 1].bytes.upperBound
  }

  private func matches(in tokens: [SearchToken]) -> [Match] {
    var out: [Match] = []
    var at = 0
    while at < tokens.count {
      let found = query.terms.indices.lazy.compactMap { match(of: $0, at: at, in: tokens) }.first
      if let found { out.append(found) }
      at = found?.tokens.upperBound ?? at + 1
    }
    return out
  }

  private func match(of term: Int, at: Int, in tokens: [SearchToken]) -> Match? {
    let wanted = query.terms[term]
    let count = wanted.folded.count
    guard at + count <= tokens.count else { return nil }
    func agrees(_ path: KeyPath<SearchToken, String>, _ words: [String]) -> Bool {
      for (k, word) in words.enumerated() {
        let token = tokens[at + k][keyPath: path]
        guard k == count - 1 && wanted.isPrefix ? token.hasPrefix(word) : token == word else { return false }
      }
      return true
    }
    let isExact = agrees(\.exact, wanted.exact)
    guard isExact || (!query.isExactOnly && agrees(\.folded, wanted.folded)) else { return nil }
    return Match(tokens: at..<at + count, term: term, isExact: isExact)
  }

  /// Cuts a window at blanks and counts its place in code points.
  private func snippet(around window: Range<Int>, _ places: [Range<Int>], _ text: [UInt8]) -> Snippet {
    var start = max(window.lowerBound, 0)
    var end = min(window.upperBound, text.count)
    // Not in the middle of a word, unless the word is longer than any word is; never inside a character.
    let first = places[0].lowerBound
    while start > 0, start < first, text[start - 1] > 0x20 { start += 1 }
    while start < first, text[start] <= 0x20 { start += 1 }
    let last = places.last!.upperBound
    while end < text.count, end > last, text[end] > 0x20 { end -= 1 }
    while end > last, text[end - 1] <= 0x20 { end -= 1 }
    let stretch = text[start..<end].map { $0 < 0x20 ? 0x20 : $0 }
    func points(_ range: Range<Int>) -> Int { text[range].count { $0 & 0xC0 != 0x80 } }
    let before = points(0..<start)
    let matches = places.map { place in
      let lower = before + points(start..<place.lowerBound)
      return lower..<lower + points(place)
    }
    return Snippet(
      text: String(decoding: stretch, as: UTF8.self),
      marks: places.map { $0.lowerBound - start..<$0.upperBound - start },
      span: before..<before + points(start..<end), matches: matches,
      line: 1 + text[..<first].count { $0 == 0x0A })
  }
}
