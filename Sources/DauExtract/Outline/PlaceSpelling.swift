internal import DauText

/// Spells the name of a place as the document spells it most often.
///
/// Ruined OCR leaves a name without its marks, and restoration may give one copy of it other marks than the next: `Văn
/// Hà` in the letterhead, `Vân Hà` eleven times in the text. All copies with the same letters are one place.
struct PlaceSpelling {
  let stream: TokenStream
  let vocabulary: Vocabulary

  /// `name` with its last words, those that have a capital each, in their commonest spelling; `name` itself when no
  /// other spelling is commoner.
  ///
  /// - Complexity: O(*t*) in tokens.
  func settled(_ name: String) -> String {
    let own = TokenStream(name)
    var first = own.count
    while first > 0, own[first - 1].isWord, own[first - 1].isCapital, !own[first - 1].isAllCapitals { first -= 1 }
    let size = own.count - first
    // One syllable says too little.
    guard (2...5).contains(size) else { return name }
    let letters = (first..<own.count).map { FoldedLetters.fold(own, $0) }
    var counts: [String: Int] = [:]
    for at in 0..<max(stream.count - size + 1, 0) {
      guard
        (0..<size).allSatisfy({ offset in
          let token = stream[at + offset]
          return token.isWord && token.isCapital && token.bytes.count <= 3 * letters[offset].count
            && FoldedLetters.fold(stream, at + offset) == letters[offset]
        })
      else { continue }
      let spelling = (at..<(at + size)).map { capitalised(stream.text(stream[$0].bytes)) }.joined(separator: " ")
      counts[spelling, default: 0] += weight(at)
    }
    let printed = own.text(ofTokens: first..<own.count)
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      best.value > counts[printed, default: 0]
    else { return name }
    return own.text(0..<own[first].bytes.lowerBound) + best.key
  }

  /// Behind the word for a place (`tỉnh Vân Hà`) restoration knows what to expect, and capitals are read with fewer
  /// faults: such copies say more than one alone.
  private func weight(_ at: Int) -> Int {
    let before = stream[at - 1]
    let isNamed =
      vocabulary.words.placeLeads.contains(before.key)
      || before.isAllCapitals && FoldedLetters.isWord(stream, at - 1, "tinh")
    return 1 + (isNamed ? 2 : 0) + (stream[at].isAllCapitals ? 1 : 0)
  }

  private func capitalised(_ word: String) -> String {
    guard let first = word.unicodeScalars.first else { return word }
    return String(first) + lowercased(String(word.unicodeScalars.dropFirst()))
  }
}
