/// The number in a cell.
enum CellNumber {
  /// The whole number that a cell holds and nothing else: `07`, `1.482`, `1 482`; a letter or a sign that scanners put
  /// for a digit (`O7`, `l2`, `[88`, `0S`) is read as the digit, and then `isDamaged` is true. Lone brackets and bars,
  /// which are the cell's frame, are left out.
  ///
  /// - Parameter withoutDigits: whether letters alone are a number too: `Ol`, `tl`, `II`, two to four of them.
  /// - Complexity: O(*k*) in bytes of the cell; cells longer than 16 bytes are none.
  static func read(
    _ tokens: Range<Int>, in stream: TokenStream, withoutDigits: Bool = false
  ) -> (value: DecimalNumber, isDamaged: Bool)? {
    var tokens = tokens
    while let last = tokens.last, tokens.count > 1, isFrame(stream[last]), !stream[last].isJoined {
      tokens = tokens.dropLast()
    }
    while let first = tokens.first, tokens.count > 1, isFrame(stream[first]), !stream[first + 1].isJoined {
      tokens = tokens.dropFirst()
    }
    guard !tokens.isEmpty, tokens.count <= 9 else { return nil }
    let range = stream.bytes(of: tokens)
    guard range.count <= 16 else { return nil }
    // Sixteen digits at most.
    var value = 0
    var digits = 0
    var misread = 0
    var isLettersOnly = true
    var sinceMark = -1
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = stream.bytes[at]
      if byte >= 0x30 && byte <= 0x39 {
        value = value * 10 + Int(byte & 0x0F)
        digits += 1
        isLettersOnly = false
      } else if let (digit, length) = misreading(stream.bytes, at) {
        value = value * 10 + Int(digit & 0x0F)
        digits += 1
        misread += 1
        at += length - 1
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == 0x20 {
        // Marks part groups of three; a decimal counts nothing.
        guard digits > 0, sinceMark < 0 ? digits <= 3 : sinceMark == 3 else { return nil }
        sinceMark = 0
        at += 1
        continue
      } else {
        return nil
      }
      if sinceMark >= 0 { sinceMark += 1 }
      at += 1
    }
    guard sinceMark < 0 || sinceMark == 3 else { return nil }
    if isLettersOnly {
      guard withoutDigits, (2...4).contains(digits), sinceMark < 0,
        range.allSatisfy({ isSurelyDigit(stream.bytes[$0]) })
      else { return nil }
    } else if misread > digits - misread, digits > 2 {
      return nil
    }
    return digits == 0 ? nil : (DecimalNumber(value), misread > 0)
  }

  /// `1.250,5`: a number with decimals that fills a cell; letters for digits are read in whole numbers only.
  static func decimal(_ tokens: Range<Int>, in stream: TokenStream) -> DecimalNumber? {
    guard let first = tokens.first, stream[first].isNumber,
      let numeral = NumeralParser(stream: stream).figures(at: first), numeral.end == tokens.upperBound
    else { return nil }
    return numeral.value
  }

  /// Whether a cell holds a number, whole or with decimals.
  static func fills(_ tokens: Range<Int>, in stream: TokenStream) -> Bool {
    read(tokens, in: stream) != nil || decimal(tokens, in: stream) != nil
  }

  private static func isFrame(_ token: Token) -> Bool {
    token.isSign("|") || token.isSign("[") || token.isSign("]") || token.isSign("_") || token.isSign("{")
      || token.isSign("}")
  }

  /// What the engines print for a digit in such columns, as met in scans of award tables.
  private static func misreading(_ bytes: [UInt8], _ at: Int) -> (digit: UInt8, length: Int)? {
    switch bytes[at] {
    case UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "D"), UInt8(ascii: "Q"): (0x30, 1)
    case UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "|"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "t"), UInt8(ascii: "i"), UInt8(ascii: "!"),
      UInt8(ascii: "L"), UInt8(ascii: "J"):
      (0x31, 1)
    case UInt8(ascii: "Z"), UInt8(ascii: "z"): (0x32, 1)
    case UInt8(ascii: "A"): (0x34, 1)
    case UInt8(ascii: "S"), UInt8(ascii: "s"), UInt8(ascii: "$"): (0x35, 1)
    case 0xC3 where at + 1 < bytes.count && bytes[at + 1] == 0x98: (0x30, 2)  // Ø
    case 0xC2 where at + 1 < bytes.count && bytes[at + 1] == 0xA7: (0x35, 2)  // §
    case UInt8(ascii: "B"), UInt8(ascii: "&"): (0x38, 1)
    case UInt8(ascii: "g"), UInt8(ascii: "q"): (0x39, 1)
    default: nil
    }
  }

  /// A letter that is 0 or 1 when it stands among numbers without a digit.
  private static func isSurelyDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "["),
      UInt8(ascii: "|"), UInt8(ascii: "t"), UInt8(ascii: "{"), UInt8(ascii: "!"):
      true
    default: false
    }
  }
}
