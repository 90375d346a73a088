import DauTestSupport
import Testing

@testable import DauRules

@Suite struct PhraseIndexTests {
  static let index = PhraseIndex(
    ["bằng khen", "Bằng khen của Thủ tướng Chính phủ", "hoà bình", "m2", "km", "m", "kinh tế - xã hội", "%"]
      .enumerated().map {
        (text: $1, value: $0)
      })

  @Test(
    arguments: [
      ("BẰNG KHEN", [0]), ("Bằng khen của Thủ\ntướng  Chính phủ", [1]), ("Bằng khen của Thủ tướng", [0]),
      ("Hòa Bình, HOÀ BÌNH", [2, 2]), ("12 m2", [3]), ("12m2", [3]), ("12 m 2", [5]), ("12,5%", [7]),
      ("kinh tế-xã hội; kinh tế -\nxã hội", [6, 6]), ("bằng\n\nkhen", []), ("bằng khenh", []), ("", []), ("  ", []),
    ] as [(String, [Int])])
  func finds(text: String, values: [Int]) {
    let bytes = Array(text.utf8)
    #expect(Self.index.matches(in: bytes.span).map(\.value) == values)
  }

  @Test func `a match ends at its last lexeme, and not beyond the limit`() throws {
    let text = Array("tặng Bằng khen của Thủ tướng Chính phủ cho".utf8)
    let start = Array("tặng ".utf8).count
    let found = Self.index.longestMatch(in: text.span, at: start)
    let whole = try #require(found)
    #expect(String(decoding: text[whole.bytes], as: UTF8.self) == "Bằng khen của Thủ tướng Chính phủ")
    let short = Self.index.longestMatch(in: text.span, at: start, before: whole.bytes.upperBound - 1)
    #expect(short?.value == 0)
  }

  @Test(arguments: 0..<UInt64(40))
  func `agrees with a slow search over whole lexemes`(seed: UInt64) {
    var random = Randomness(seed: seed)
    let words = ["một", "hai", "ba", "bốn"]
    func phrase(_ lengths: ClosedRange<Int>) -> [String] {
      (0..<Int.random(in: lengths, using: &random)).map { _ in words.randomElement(using: &random)! }
    }
    let phrases = (0..<12).map { _ in phrase(1...4) }
    let text = phrase(0...30)
    let index = PhraseIndex(phrases.enumerated().map { (text: $1.joined(separator: " "), value: $0) })
    var expected: [[String]] = []
    var at = 0
    while at < text.count {
      let best = phrases.filter { text[at...].starts(with: $0) }.max { $0.count < $1.count }
      if let best { expected.append(best) }
      at += best?.count ?? 1
    }
    let found = index.matches(in: Array(text.joined(separator: " ").utf8).span).map { phrases[$0.value] }
    #expect(found == expected, "seed \(seed)")
  }
}
