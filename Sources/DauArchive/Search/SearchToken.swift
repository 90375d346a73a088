import DauText

/// A run of letters and digits, as the full-text index sees it (SQLite's `unicode61` tokenizer).
struct SearchToken: Equatable {
  /// Where it stands, in UTF-8 bytes.
  var bytes: Range<Int>
  /// Lower case, tones in the old style.
  var exact: String
  /// Lower case without marks.
  var folded: String

  /// All tokens of a text in form C.
  ///
  /// - Complexity: O(*n*).
  static func all(in text: String) -> [SearchToken] {
    var tokens: [SearchToken] = []
    let scalars = text.unicodeScalars
    let bytes = Array(text.utf8)
    var offset = 0
    var start: Int?
    func close(at end: Int) {
      guard let begin = start else { return }
      let word = String(decoding: bytes[begin..<end], as: UTF8.self).lowercased()
      // hòa and hoà are one word in two styles.
      let exact = TonePlacement.old.converting(word)
      tokens.append(SearchToken(bytes: begin..<end, exact: exact, folded: SearchFolding.fold(exact)))
      start = nil
    }
    for scalar in scalars {
      if isLetterOrDigit(scalar) || (start != nil && isMark(scalar)) {
        if start == nil { start = offset }
      } else {
        close(at: offset)
      }
      offset += UTF8.width(scalar)
    }
    close(at: offset)
    return tokens
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .privateUse:
      return true
    default: return false
    }
  }

  /// A mark goes on with a token but begins none.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
