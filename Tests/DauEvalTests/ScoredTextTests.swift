import Testing

@testable import DauEval

@Suite struct ScoredTextTests {
  @Test(arguments: [
    ("Tổng kết, phong trào.", ["Tổng", "kết", "phong", "trào"]),
    ("“thi đua” – (khen thưởng) …", ["thi", "đua", "khen", "thưởng"]),
    ("hoà thuỷ khoẻ quý quỳ HOÀ toàn oà", ["hòa", "thủy", "khỏe", "quý", "quỳ", "HÒA", "toàn", "òa"]),
    ("651/QĐ-UBND, ngày 02-9", ["651/QĐ-UBND", "ngày", "02-9"]),
    ("a\u{A0}b\u{2003}c\td\n\u{C}e", ["a", "b", "c", "d", "e"]),
    ("thi\u{AD}đua *đậm* _nghiêng_", ["thiđua", "đậm", "nghiêng"]),
    ("’90 2019–2020 - – —", ["90", "2019-2020"]),
    ("e\u{323}\u{302} ê\u{323}", ["ệ", "ệ"]),
    ("", []), (" \n", []),
  ])
  func `a text is its words`(_ text: String, _ words: [String]) throws {
    #expect(try ScoredText(text).words.map { Array($0.text.utf8) } == words.map { Array($0.utf8) })
  }

  @Test func `words know their place, their line and whether they are numbers`() throws {
    let text = "“Ngày” 1a\n(x²) IV –5–"
    let scored = try ScoredText(text)
    let bytes = Array(text.utf8)
    #expect(scored.words.map { String(decoding: bytes[$0.bytes], as: UTF8.self) } == ["Ngày", "1a", "x²", "IV", "5"])
    #expect(scored.words.map(\.line) == [1, 1, 2, 2, 2])
    #expect(scored.words.map(\.isNumber) == [false, true, true, false, true])
  }

  @Test func `characters have single blanks between them`() throws {
    let scored = try ScoredText("  a\n\n b—c \u{AD} ")
    #expect(scored.characters == Array("a b-c".unicodeScalars.map(\.value)))
  }
}
