internal import DauText

/// Spells the name of a place or a body as the document spells it most often.
///
/// Ruined OCR leaves a name without its marks, and restoration may give one copy of it other marks than the next: `Văn
/// Hà` in the letterhead, `Vân Hà` eleven times in the text. All copies with the same letters are one name. And a
/// letterhead is printed in capitals: `CHI CỤC KIỂM ĐỊNH` may be `Chi cục Kiểm định` in the text.
struct DocumentSpelling {
  let stream: TokenStream
  let vocabulary: ReaderVocabulary

  /// `name` with its last words, those that have a capital each, in their commonest spelling; `name` itself when no
  /// other spelling is commoner.
  ///
  /// - Complexity: O(*t*) in tokens.
  func settledPlace(_ name: String) -> String {
    let own = TokenStream(name)
    var first = own.count
    while first > 0, own[first - 1].isWord, own[first - 1].isCapital, !own[first - 1].isAllCapitals { first -= 1 }
    let size = own.count - first
    // One syllable says too little.
    guard (2...5).contains(size) else { return name }
    let letters = (first..<own.count).map { FoldedLetters.fold(own, $0) }
    var copies = Copies()
    // Most words of a text have no capital.
    for at in 0..<max(stream.count - size + 1, 0) where stream[at].isCapital {
      guard FoldedLetters.isWord(stream, at, letters[0]), (1..<size).allSatisfy({ stream[at + $0].isCapital }),
        (1..<size).allSatisfy({ FoldedLetters.isWord(stream, at + $0, letters[$0]) })
      else { continue }
      copies.add(at..<(at + size), of: stream, weight: weight(at))
    }
    let counts = copies.counts { tokens in
      tokens.map { capitalised(stream.text(of: stream[$0])) }.joined(separator: " ")
    }
    let printed = own.text(ofTokens: first..<own.count)
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      best.value > counts[printed, default: 0]
    else { return name }
    return own.text(0..<own[first].bytes.lowerBound) + best.key
  }

  /// A body's name as the running text writes it most often; of what follows it, a place with the word for it, its
  /// own spelling stays. `nil` where the text never names it.
  ///
  /// - Complexity: O(*t*) in tokens.
  func settledBody(_ name: String) -> String? {
    let own = TokenStream(name)
    let words = (0..<own.count).filter { own[$0].isWord }
    var size = words.count
    while size >= 2 {
      let letters = words.prefix(size).map { FoldedLetters.fold(own, $0) }
      if let spelling = commonest(letters) {
        guard size < words.count else { return spelling }
        return spelling + " " + own.text(ofTokens: words[size]..<own.count)
      }
      // Without the place behind it.
      guard
        let lead = words.prefix(size).dropFirst().lastIndex(where: { vocabulary.words.placeLeads.contains(own[$0].key) }
        )
      else { return nil }
      let isCompound = own[words[lead - 1]].key == "thành" || own[words[lead - 1]].key == "thị"
      size = isCompound ? lead - 1 : lead
    }
    return nil
  }

  /// How the running text writes words with these letters one behind the other, the first with a capital.
  private func commonest(_ letters: [[UInt8]]) -> String? {
    var copies = Copies()
    for at in 0..<stream.count {
      let first = stream[at]
      guard first.isCapital, !first.isAllCapitals, FoldedLetters.isWord(stream, at, letters[0]) else { continue }
      var next = at + 1
      var isName = true
      for word in letters.dropFirst() {
        if stream[next].isDash { next += 1 }
        guard !stream[next].isAllCapitals, FoldedLetters.isWord(stream, next, word) else {
          isName = false
          break
        }
        next += 1
      }
      if isName { copies.add(at..<next, of: stream, weight: 1) }
    }
    return copies.counts(stream.flatText).max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The copies of a name, those printed alike as one, so that each way of printing it is spelled out once.
  private struct Copies {
    /// By a hash of their bytes; two share it by chance once in 2⁶⁴.
    private var known: [UInt64: (tokens: Range<Int>, weight: Int)] = [:]

    mutating func add(_ tokens: Range<Int>, of stream: TokenStream, weight: Int) {
      known[stream.hash(ofTokens: tokens), default: (tokens, 0)].weight += weight
    }

    /// The weight of each spelling.
    func counts(_ spelling: (Range<Int>) -> String) -> [String: Int] {
      Dictionary(known.values.map { (spelling($0.tokens), $0.weight) }, uniquingKeysWith: +)
    }
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
}
