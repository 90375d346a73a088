import Testing

@testable import DauExtract

@Suite struct TokenStreamTests {
  @Test(arguments: [("ỦY", "uỷ"), ("HOÀ", "hòa"), ("Đảng", "ĐẢNG"), ("QUÝ", "qúy"), ("ưƠ", "ƯƠ")])
  func `case and place of the tone do not matter`(_ pair: (String, String)) {
    #expect(WordKey(pair.0) == WordKey(pair.1))
  }

  @Test(arguments: [("nam", "năm"), ("dang", "đang"), ("ma", "má"), ("mà", "mả"), ("o", "ơ")])
  func `other letters and tones do`(_ pair: (String, String)) { #expect(WordKey(pair.0) != WordKey(pair.1)) }

  @Test func `words, numbers, signs and superscripts are tokens, blanks are flags`() {
    let stream = TokenStream("Thu 880m² đất¹,\n\n  1.5%")
    #expect(
      stream.tokens.map { stream.text($0.bytes) } == ["Thu", "880", "m", "²", "đất", "¹", ",", "1", ".", "5", "%"])
    #expect(stream[2].isJoined && !stream[1].isJoined)
    #expect(stream[7].startsLine && stream[7].flags.contains(.afterEmptyLine))
    #expect(stream[7].line == 2)
    #expect(stream[11].kind == .outside && stream[-1].kind == .outside)
  }

  @Test func `a token of many digits has no value`() {
    let stream = TokenStream("1234567890 123456789")
    #expect(stream[0].value == 123_456_789 || stream[0].value == -1)
    #expect(stream[0].value == -1)
    #expect(stream[1].value == 123_456_789)
  }

  @Test(arguments: [("I", 1), ("IV", 4), ("IX", 9), ("XIII", 13), ("XL", 40), ("LXXXIX", 89)])
  func `reads Roman numerals`(_ pair: (String, Int)) {
    let stream = TokenStream(pair.0)
    #expect(RomanNumeral.value(of: stream[0], in: stream) == pair.1)
  }

  @Test(arguments: ["IIII", "VV", "IC", "xi", "IXI", "VX"])
  func `refuses what is no Roman numeral`(_ text: String) {
    let stream = TokenStream(text)
    #expect(RomanNumeral.value(of: stream[0], in: stream) == nil)
  }
}
