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

  @Test(arguments: [
    "ăn", "ấn", "ân", "đạt", "đến", "êm", "ếch", "ôm", "ổn", "ơn", "ớt", "ưng", "ứng", "ương", "ủy", "ở", "áp", "ý",
    "trong", "(",
  ])
  func `a word is its own literal, whatever letter it begins with`(_ text: String) {
    let literals: [(StaticString, String)] = [
      ("ăn", "ăn"), ("ấn", "ấn"), ("ân", "ân"), ("đạt", "đạt"), ("đến", "đến"), ("êm", "êm"), ("ếch", "ếch"),
      ("ôm", "ôm"), ("ổn", "ổn"), ("ơn", "ơn"), ("ớt", "ớt"), ("ưng", "ưng"), ("ứng", "ứng"), ("ương", "ương"),
      ("ủy", "ủy"), ("ở", "ở"), ("áp", "áp"), ("ý", "ý"), ("trong", "trong"), ("(", "("),
    ]
    let key = TokenStream(text)[0].key
    #expect(literals.filter { key == $0.0 }.map(\.1) == [text])
    #expect(WordKey(firstOf: text + " và") == key)
  }

  /// Short words are looked up by their bytes when they come again, except in the last bytes of a text.
  @Test(arguments: [
    "và", "VÀ", "Và", "tỉnh", "TỈNH", "nghìn", "nghiêng", "nghiêng”", "a", "Đ", "được", "Được”", "đ–e", "ươ", "người,",
  ])
  func `a word is the same token wherever it stands`(_ word: String) {
    let alone = TokenStream(word)
    let stream = TokenStream(word + " " + word + " " + word + " của " + word)
    var place = 0
    for copy in 0..<4 {
      for token in alone.tokens {
        #expect(stream[place].key == token.key && stream[place].kind == token.kind, "\(copy)")
        #expect(stream[place].isCapital == token.isCapital && stream[place].isAllCapitals == token.isAllCapitals)
        #expect(stream.text(stream[place].bytes) == alone.text(token.bytes))
        place += 1
      }
      if copy == 2 { place += 1 }
    }
    #expect(place == stream.count)
  }

  @Test(arguments: [
    ("Ủy ban nhân dân", "Ủy ban nhân dân"), ("Ủy ban\nnhân   dân", "Ủy ban nhân dân"),
    ("**Ủy ban** nhân dân", "Ủy ban nhân dân"),
    ("12,5 tỷ\t\nđồng", "12,5 tỷ đồng"), ("ban **", "ban"), ("**", ""), ("a\u{200B}b", "ab"), ("", ""),
  ])
  func `flat text has one blank for white space and no marks of Markdown`(text: String, flat: String) {
    let stream = TokenStream(text)
    #expect(stream.flatText(ofTokens: 0..<stream.count) == flat)
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
