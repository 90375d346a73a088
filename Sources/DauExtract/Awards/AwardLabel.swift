/// What the labels of award tables say beside the names of awards.
enum AwardLabel {
  /// `Tổng cộng`, `Cộng`, `TỒNG CỘNG`; neither `Tổng kết năm` nor `Tổng công ty`, `Cộng tác viên`.
  static func isTotal(_ stream: TokenStream, _ start: Int) -> Bool {
    let key = stream[start].key
    if key == "tổng" || key == "cộng" {
      return !compounds.contains(stream[start + 1].key)
        && !(stream[start + 1].key == "công" && stream[start + 2].key == "ty")
    }
    return FoldedLetters.isWord(stream, start, "tong")
      && (FoldedLetters.isWord(stream, start + 1, "cong") || FoldedLetters.isWord(stream, start + 1, "so"))
  }

  /// The words that make another word of `tổng` or `cộng` before them.
  private static let compounds: WordSet = [
    "kết", "cục", "liên", "thanh", "lãnh", "giám", "biên", "thư", "hội", "tác", "đồng", "sản", "hòa",
  ]

  /// `Khen thưởng cấp Nhà nước`, `Khen thưởng của tỉnh`: the awards below it together.
  static func isGroup(_ stream: TokenStream, _ tokens: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    guard stream[start].key == "khen", stream[start + 1].key == "thưởng", tokens.count >= 3 else { return false }
    let third = stream[start + 2].key
    return third == "cấp" || third == "của" || third == "thuộc"
  }

  /// `khen chuyên đề`, `khen thưởng đột xuất`, `theo chuyên đề`.
  static func category(_ stream: TokenStream, _ tokens: Range<Int>, _ awards: AwardVocabulary) -> String? {
    for at in tokens {
      guard stream[at].key == "khen" || at == tokens.lowerBound else { continue }
      let next = stream[at].key == "khen" ? at + 1 : at
      if let category = awards.category(stream, behindKhen: next, before: tokens.upperBound) { return category.name }
    }
    return nil
  }

  /// A sign that OCR left of a frame or a speck: no bullet, no bracket of words.
  static func isSpeck(_ token: Token) -> Bool {
    token.kind == .sign && !token.isBullet && !token.isSign("(") && !token.isSign(")") && !token.opensQuote
  }

  /// `Il`, `lI`, `IIl`: a Roman number that was misread.
  static func isMisreadRoman(_ token: Token, in stream: TokenStream) -> Bool {
    (2...4).contains(token.bytes.count)
      && stream.bytes[token.bytes].allSatisfy { $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "l") }
  }

  /// Whether a cell is `I`, `1`, `1.2` or `a` and its specks: the first of a row.
  static func isNumbering(_ tokens: Range<Int>, in stream: TokenStream) -> Bool {
    let tokens = tokens.drop { isSpeck(stream[$0]) }
    guard let first = tokens.first, tokens.count <= 4 else { return false }
    let token = stream[first]
    if token.isNumber { return token.digitCount <= 2 }
    return token.isWord && tokens.count <= 2
      && (RomanNumeral.value(of: token, in: stream) != nil || token.bytes.count == 1
        || isMisreadRoman(token, in: stream))
  }

  /// How deep the number of a row lies: `I` 1, `1` 2, `a` and `1.1` 3, `1.1.1` 4; nil for anything else.
  static func depth(ofNumbering tokens: Range<Int>, in stream: TokenStream) -> Int? {
    let tokens = tokens.drop { isSpeck(stream[$0]) }
    guard let first = tokens.first, isNumbering(tokens, in: stream) else { return nil }
    if stream[first].isNumber { return 1 + tokens.count { stream[$0].isNumber } }
    guard stream[first].isWord else { return nil }
    return stream[first].isCapital ? 1 : 3
  }

  /// The label without numbering, bullets, marks at its end and `trong đó`.
  static func text(of tokens: Range<Int>, in stream: TokenStream) -> String {
    var range = tokens
    var wasCut = true
    while wasCut, let last = range.last {
      if stream[last].isSign(":") || stream[last].isSign(",") || stream[last].isSign(";")
        || stream[last].kind == .superscript
      {
        range = range.dropLast()
      } else if stream[last].key == "đó", range.count >= 2, stream[last - 1].key == "trong" {
        range = range.dropLast(2)
      } else {
        wasCut = false
      }
    }
    // `Trong đó: khen đột xuất`
    if range.count > 3, stream[range.lowerBound].key == "trong", stream[range.lowerBound + 1].key == "đó",
      stream[range.lowerBound + 2].isSign(":")
    {
      range = range.dropFirst(3)
    }
    return stream.flatText(ofTokens: range)
  }
}
