import DauTestSupport
import DauText
import Testing

@Suite struct TokenTests {
  @Test func `a document number falls into its parts`() {
    let text = Array("Số 651/QĐ-UBND, 99,08%.".utf8)
    let parts = Token.all(in: text.span).map { String(decoding: text[$0.bytes], as: UTF8.self) }
    #expect(parts == ["Số", "651", "/", "QĐ", "-", "UBND", ",", "99", ",", "08", "%", "."])
  }

  @Test func `combining marks stay with their letters`() {
    let text = Array("Tie\u{302}\u{301}ng \u{301}x m²".utf8)
    let tokens = Token.all(in: text.span)
    #expect(tokens.map(\.kind) == [.letters, .other, .letters, .letters, .other])
    #expect(tokens[0].bytes == 0..<9)
  }

  @Test(
    arguments: [
      ("", []), (" \n\t", []), ("a", ["a"]), (" tỉnh\u{A0}Lạng\u{202F}Sơn\r\n", ["tỉnh", "Lạng", "Sơn"]),
      ("à\u{3000}ế€", ["à", "ế€"]), ("x\u{200B}y z", ["x\u{200B}y", "z"]),
    ] as [(String, [String])])
  func `words are the runs between white space`(text: String, words: [String]) {
    let bytes = Array(text.utf8)
    let found = WordScanner.words(in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(found == words)
  }

  @Test(arguments: 0..<UInt64(100))
  func `scanning any bytes moves forward and stays inside`(seed: UInt64) {
    var random = Randomness(seed: seed)
    let bytes = (0..<80).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    var end = 0
    for token in Token.all(in: bytes.span) {
      #expect(token.bytes.lowerBound >= end && !token.bytes.isEmpty && token.bytes.upperBound <= bytes.count)
      end = token.bytes.upperBound
    }
    end = 0
    for word in WordScanner.words(in: bytes.span) {
      #expect(word.lowerBound >= end && !word.isEmpty && word.upperBound <= bytes.count)
      end = word.upperBound
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
