/// Where the sentences of a document end.
struct SentenceEnds: Sendable {
  /// For each token the first from it on that ends its sentence, or the one behind it that begins the next paragraph; the number
  /// of tokens where neither comes.
  private let ends: [Int32]

  /// No sentences.
  init() { ends = [] }

  /// - Parameters:
  ///   - settled: in the order of the text; a mark inside a date or a citation ends nothing.
  /// - Complexity: O(*t* + *c*) in tokens and settled candidates.
  init(_ stream: TokenStream, _ outline: Outline, _ words: CommonWords, settled: [Candidate]) {
    var ends = [Int32](repeating: Self.none, count: stream.count)
    var next = 0
    var claimed = 0
    for index in 0..<stream.count {
      while next < settled.count, settled[next].tokens.lowerBound <= index {
        switch settled[next].fact {
        case .date, .citation: claimed = max(claimed, settled[next].claim.upperBound)
        default: break
        }
        next += 1
      }
      if index >= claimed, !outline.reserved[index], Self.isEnd(index, stream, words) { ends[index] = Int32(index) }
    }
    var end = Int32(stream.count)
    for index in stride(from: stream.count - 1, through: 0, by: -1) {
      if ends[index] == Self.none { ends[index] = end } else { end = ends[index] }
      if outline.beginsParagraph[index] { end = Int32(index) }
    }
    self.ends = ends
  }

  /// Whether a mark ends a sentence.
  func isEnd(_ at: Int) -> Bool { at >= 0 && at < ends.count && Int(ends[at]) == at }

  /// The mark that ends the sentence of a token, or the first token of the next paragraph.
  func end(from index: Int) -> Int { index < ends.count ? Int(ends[index]) : ends.count }

  private static let none: Int32 = -1

  private static func isEnd(_ at: Int, _ stream: TokenStream, _ words: CommonWords) -> Bool {
    let mark = stream[at]
    guard mark.kind == .sign else { return false }
    if mark.isSign("?") || mark.isSign("!") { return true }
    guard mark.isSign(".") else { return false }
    let next = stream[at + 1]
    // `./.` and `./` close a document.
    if next.isSign("/"), next.isJoined, stream[at + 2].isSign(".") || !stream[at + 2].isJoined { return true }
    if next.isJoined, next.kind != .outside, next.kind != .superscript { return false }
    // `TP. Vân Hà`; `bệnh hiểm nghèo,... gần 5 tỷ đồng`.
    if next.isWord && !next.isCapital { return false }
    guard mark.isJoined, at > 0 else { return true }
    let before = stream[at - 1]
    if words.isPlaceAbbreviation(stream, endingAt: at) { return false }
    // `Tp. Hồ Chí Minh`: letters that no word is made of.
    if next.isCapital, before.isCapital, before.bytes.count == 2, hasNoVowel(before, stream) { return false }
    // `UB. MTTQ`; not `châu Á.`, whose letter is a word.
    guard before.isAllCapitals, before.bytes.count <= 3, !words.closingAbbreviations.contains(before.key) else {
      return true
    }
    return before.key != "đ" && isOneMarkedLetter(before, stream)
  }

  private static func isOneMarkedLetter(_ token: Token, _ stream: TokenStream) -> Bool {
    token.bytes.count > 1 && stream.bytes[token.bytes].dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }

  private static func hasNoVowel(_ token: Token, _ stream: TokenStream) -> Bool {
    stream.bytes[token.bytes].allSatisfy { byte in
      switch byte | 0x20 {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
        UInt8(ascii: "y"):
        false
      default: byte < 0x80
      }
    }
  }
}
