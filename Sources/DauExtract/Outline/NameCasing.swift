/// Writes a name that is printed in capitals as running text writes it.
///
/// The document itself is asked first: a letterhead's name often stands again in the text. Else known offices keep
/// their own capitals, names of places get one on each word, and the rest is written small.
struct NameCasing: Sendable {
  let stream: TokenStream
  let vocabulary: Vocabulary

  /// The tokens of `range` as one name; Markdown marks are left out.
  func name(_ range: Range<Int>) -> String {
    var out = ""
    var at = range.lowerBound
    var isPlace = false
    while at < range.upperBound {
      let token = stream[at]
      if token.isSign("*") || token.isSign("_") {
        at += 1
        continue
      }
      let gap = out.isEmpty || !token.flags.contains(.spaced) && at > range.lowerBound ? "" : " "
      if token.isAllCapitals, token.isWord, vocabulary.words.bodyAbbreviations[token.key] == nil,
        let office = vocabulary.offices.match(stream, at: at, before: range.upperBound)
      {
        out += gap + office.value
        // `TỈNH ỦY VÂN HÀ`: a place follows these bodies without a word for it.
        // So does one that ends in the word for it: `ỦY BAN NHÂN DÂN TỈNH`.
        let last = stream[office.end - 1].key
        isPlace = last == "ủy" || vocabulary.words.placeLeads.contains(last)
        at = office.end
        continue
      }
      guard token.isWord, token.isAllCapitals else {
        out += gap + stream.text(token.bytes)
        isPlace = isPlace && token.isDash
        at += 1
        continue
      }
      if out.isEmpty || vocabulary.words.bodyEnds.contains(stream[at - 1].key),
        let lead = ruinedLead(at, before: range.upperBound)
      {
        out += gap + lead.name
        isPlace = true
        at = lead.end
        continue
      }
      if let full = vocabulary.words.bodyAbbreviations[token.key] {
        out += gap + full
      } else if isPlace || out.isEmpty {
        out += gap + capitalised(stream.text(token.bytes))
      } else {
        out += gap + lowercased(stream.text(token.bytes))
      }
      if vocabulary.words.placeLeads.contains(token.key) {
        isPlace = true
      } else if out.utf8.count < 5 {
        isPlace = false
      }
      at += 1
    }
    return Self.joined(out)
  }

  /// `TINH`, `HUYÊN`, `THANH PHÓ`: the word for a place whose marks were lost, before the place's name.
  private func ruinedLead(_ at: Int, before end: Int) -> (name: String, end: Int)? {
    for lead in Self.leads {
      let last = at + lead.letters.count
      // Words with other marks (`QUẢN`) are words of their own.
      guard last < end, stream[at].bytes.count == lead.letters[0].utf8.count,
        (at..<end).allSatisfy({ stream[$0].isAllCapitals || !stream[$0].isWord }),
        lead.letters.indices.allSatisfy({ FoldedLetters.isWord(stream, at + $0, lead.letters[$0]) })
      else { continue }
      return (lead.name, last)
    }
    return nil
  }

  private static let leads: [(letters: [String], name: String)] = [
    (["tinh"], "tỉnh"), (["huyen"], "huyện"), (["thanh", "pho"], "thành phố"), (["thi", "xa"], "thị xã"),
    (["thi", "tran"], "thị trấn"), (["quan"], "quận"), (["phuong"], "phường"), (["xa"], "xã"),
  ]

  /// The small words of a name that begins anew stay small, its first letter does not.
  private static func joined(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    var out = String.UnicodeScalarView([Unicode.Scalar(VietnameseLetter.upper(of: first.value)) ?? first])
    out.append(contentsOf: text.unicodeScalars.dropFirst())
    return String(out)
  }

  private func capitalised(_ text: String) -> String { Self.joined(lowercased(text)) }
}
