internal import DauText

/// Makes the key under which citations of one document meet, however each prints it.
///
/// A symbol is its own key, in small letters and without the zeros that lead its number: `91/2017/nđ-cp`, `5-ct/tw`. An act
/// without one is its type with its number, issuer, title and year, in small letters, tones in the old style, no signs.
/// In the name of a session Roman and written numbers are Arabic and stand last, and what only fills is left out:
/// `Đại hội XII của Đảng`, `Đại hội đại biểu toàn quốc lần thứ 12` are `nghị quyết đại hội 12`, `Hội nghị Trung ương 4
/// khoá XI` is `nghị quyết trung ương khóa 4 11`.
struct CitationKeys: Sendable {
  /// The words of `session-filler` in `cues.tsv`.
  let fillers: PhraseTable<Void>

  /// - Complexity: O(*n*) in the bytes of the fields.
  func key(of fact: CitationFact) -> String {
    if let symbol = fact.symbol { return lowercased(withoutZeros(symbol)) }
    var parts = [flat(fact.type)]
    if let number = fact.number { parts.append(lowercased(withoutZeros(number))) }
    if let issuer = fact.issuer {
      let session = fact.number == nil ? session(issuer) : nil
      parts.append(session ?? flat(issuer))
      // A session makes one resolution that all mean; a body makes many in its term.
      if session != nil, fact.title == nil || !isBody(issuer) { return parts.joined(separator: " ") }
    }
    if fact.number == nil, let title = fact.title { parts.append(flat(title)) }
    // A law is named by its day in one place and by its year in another.
    if let date = fact.date { parts.append(String(date.prefix(4))) }
    return parts.joined(separator: " ")
  }

  /// Whether a name with a term is that of a body, `Ban Thường vụ Tỉnh ủy khóa XVII`, and of no session of one.
  private func isBody(_ name: String) -> Bool {
    let stream = TokenStream(name)
    switch stream[0].key {
    case "đại": return stream[1].key != "hội"
    case "hội": return stream[1].key != "nghị"
    case "trung": return false
    default: return true
    }
  }

  private func withoutZeros(_ number: String) -> String {
    let rest = number.drop { $0 == "0" }
    return rest.first?.isNumber == true ? String(rest) : number
  }

  private func flat(_ text: String) -> String {
    let stream = TokenStream(TonePlacement.old.converting(text))
    return stream.tokens.filter { $0.isWord || $0.isNumber }.map { lowercased(stream.text($0.bytes)) }
      .joined(separator: " ")
  }

  /// The name of a session with its numbers last; nil for a name without a number.
  private func session(_ name: String) -> String? {
    let stream = TokenStream(TonePlacement.old.converting(name))
    var words: [String] = []
    var numbers: [String] = []
    var at = 0
    while at < stream.count {
      if let (number, end) = number(at, in: stream) {
        numbers.append("\(number)")
        at = end
      } else if let filler = fillers.match(stream, at: at),
        // `Đảng`, but `Đảng bộ`
        !(filler.end == at + 1 && stream[at].key == "đảng" && stream[at + 1].key == "bộ")
      {
        at = filler.end
      } else {
        if stream[at].isWord { words.append(lowercased(stream.text(stream[at].bytes))) }
        at += 1
      }
    }
    return numbers.isEmpty ? nil : (words + numbers).joined(separator: " ")
  }

  /// The number of a session: in figures, in Roman letters or in words behind what it numbers.
  private func number(_ at: Int, in stream: TokenStream) -> (value: Int, end: Int)? {
    let token = stream[at]
    if token.isNumber, token.value >= 0 { return (Int(token.value), at + 1) }
    let lead = stream[at - 1].key
    guard lead == Words.thu || lead == Words.khoa || lead == "hội" || lead == "ương" else { return nil }
    if let roman = RomanNumeral.value(of: token, in: stream) { return (roman, at + 1) }
    guard lead == Words.thu else { return nil }
    if let written = NumeralParser(stream: stream).words(at: at), let value = written.value.int {
      return (value, written.end)
    }
    if token.key == "nhất" { return (1, at + 1) }
    return NumeralParser.units[token.key].map { ($0, at + 1) }
  }
}
