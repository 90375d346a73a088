import DauTestSupport
import DauText
import Testing

@Suite struct LexemeTests {
  @Test func `a document number falls into its parts`() {
    let text = Array("Số 651/QĐ-UBND, 99,08%.".utf8)
    let parts = Lexeme.all(in: text.span).map { String(decoding: text[$0.bytes], as: UTF8.self) }
    #expect(parts == ["Số", "651", "/", "QĐ", "-", "UBND", ",", "99", ",", "08", "%", "."])
  }

  @Test func `combining marks stay with their letters`() {
    let text = Array("Tie\u{302}\u{301}ng \u{301}x m²".utf8)
    let lexemes = Lexeme.all(in: text.span)
    #expect(lexemes.map(\.kind) == [.letters, .other, .letters, .letters, .other])
    #expect(lexemes[0].bytes == 0..<9)
  }

  @Test(arguments: 0..<UInt64(100))
  func `scanning any bytes moves forward and stays inside`(seed: UInt64) {
    var random = Randomness(seed: seed)
    let bytes = (0..<80).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    var end = 0
    for lexeme in Lexeme.all(in: bytes.span) {
      #expect(lexeme.bytes.lowerBound >= end && !lexeme.bytes.isEmpty && lexeme.bytes.upperBound <= bytes.count)
      end = lexeme.bytes.upperBound
    }
  }

  @Test(arguments: 0..<UInt64(20))
  func `code points are counted as a slow count does`(seed: UInt64) {
    var random = Randomness(seed: seed)
    let alphabet = Array("aệ€😀 ".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...700, using: &random) { text.append(alphabet.randomElement(using: &random)!) }
    let index = CodePointIndex(String(text))
    var offset = 0
    for (number, scalar) in text.enumerated() {
      #expect(index.codePoints(before: offset) == number)
      #expect(index.byteOffset(of: number) == offset)
      offset += String(scalar).utf8.count
    }
    #expect(index.count == text.count)
    #expect(index.codePoints(before: offset) == text.count)
    #expect(index.byteOffset(of: text.count) == offset)
  }
}
