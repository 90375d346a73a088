/// Writes a name that is printed in capitals as running text writes it.
///
/// Known offices keep their own capitals, names of places get one on each word, and the rest is written small: a guess,
/// which what the document itself writes should overrule.
struct NameCasing: Sendable {
  let stream: TokenStream
  let vocabulary: ReaderVocabulary

  /// The tokens of `range` as one name; Markdown marks are left out.
  ///
  /// - Returns: the name, and whether the case of a word in it was guessed.
  func name(_ range: Range<Int>) -> (text: String, isGuessed: Bool) {
    var out = ""
    var at = range.lowerBound
    var isPlace = false
    var isGuessed = false
    var officeEnd: Int?
    var isSchool = false
    while at < range.upperBound {
      let token = stream[at]
      if token.isSign("*") || token.isSign("_")
        || token.isSign(".") && vocabulary.words.bodyAbbreviations[stream[at - 1].key] != nil
      {
        at += 1
        continue
      }
      // `TP.NHA TRANG` has no blank.
      let isApart = token.flags.contains(.spaced) || stream[at - 1].isSign(".") && token.isWord
      let gap = out.isEmpty || !isApart && at > range.lowerBound ? "" : " "
      if token.isAllCapitals, token.isWord, vocabulary.words.bodyAbbreviations[token.key] == nil,
        let office = office(at, before: range.upperBound, isFirst: out.isEmpty)
      {
        out += gap + office.value
        // `TỈNH ỦY VÂN HÀ`: a place follows these bodies without a word for it.
        // So does one that ends in the word for it: `ỦY BAN NHÂN DÂN TỈNH`.
        let last = stream[office.end - 1].key
        isPlace = last == "ủy" || isYouthUnion(office.end) || vocabulary.words.placeLeads.contains(last)
        isPlace = isPlace || Self.schools.contains(office.value)
        isSchool = isSchool || office.value == "Trường" || Self.schools.contains(office.value)
        at = office.end
        officeEnd = at
        continue
      }
      // `TRƯỜNG THPT CHUYÊN LÊ QUÝ ĐÔN`: what the school is, then its name.
      if isSchool, isPlace, let kind = vocabulary.words.schoolKinds.match(stream, at: at, before: range.upperBound) {
        out += gap + lowercased(stream.flatText(ofTokens: at..<kind.end))
        at = kind.end
        continue
      }
      guard token.isWord, token.isAllCapitals else {
        out += gap + stream.text(of: token)
        isPlace = isPlace && (token.isDash || isSchool)
        at += 1
        continue
      }
      if out.isEmpty || at == officeEnd || isSchool || vocabulary.words.bodyEnds.contains(stream[at - 1].key),
        let lead = ruinedLead(at, before: range.upperBound)
      {
        out += gap + lead.name
        isPlace = true
        at = lead.end
        continue
      }
      if at == officeEnd || isSchool, let end = level(at, before: range.upperBound) {
        out += gap + lowercased(stream.flatText(ofTokens: at..<end))
        (isPlace, isGuessed) = (true, true)
        at = end
        continue
      }
      let full = vocabulary.words.bodyAbbreviations[token.key]
      if let full {
        out += gap + full
      } else if isPlace, !(isSchool && isAbbreviation(at)) {
        out += gap + initialled(stream.text(of: token))
      } else if isAbbreviation(at) {
        out += gap + stream.text(of: token)
        if isSchool, at == officeEnd { isPlace = isKindOfSchool(at) }
      } else if beginsPlace(at, before: range.upperBound) {
        out += gap + initialled(stream.text(of: token))
        isPlace = true
      } else {
        let word = stream.text(of: token)
        // `Bệnh viện Đa khoa`, `Phòng Tổ chức cán bộ`: the first word of what a body is for.
        // So has the word behind a hyphen: `Phòng Kế hoạch - Tài chính`.
        let isFirst =
          out.isEmpty || stream[at - 1].isDash || at == officeEnd && !Self.joiningWords.contains(token.key)
        out += gap + (isFirst ? initialled(word) : lowercased(word))
        isGuessed = true
      }
      if vocabulary.words.placeLeads.contains(token.key) || full.map(vocabulary.words.placeLevels.contains) == true {
        isPlace = true
      } else if out.utf8.count < 5 {
        isPlace = false
      }
      at += 1
    }
    return (Self.joined(out), isGuessed)
  }

  /// Small words behind the word for a body: `Ban Quản lý các khu công nghiệp`.
  private static let joiningWords: WordSet = [
    "các", "của", "và", "về", "cho", "với", "tại", "theo", "trong", "những", "vì", "để", "từ",
  ]

  /// Schools that a proper name follows.
  private static let schools: Set<String> = [
    "Trường Tiểu học", "Trường Trung học cơ sở", "Trường Trung học phổ thông", "Trường Mầm non", "Trường Mẫu giáo",
  ]

  /// `THPT`, `THCS`, `PTDTNT`, `MN`; no `ĐHSP`, which names what is taught.
  private func isKindOfSchool(_ at: Int) -> Bool {
    let letters = String(decoding: FoldedLetters.fold(stream, at), as: UTF8.self)
    return ["th", "pt", "mn", "mg"].contains(letters.prefix(2))
  }

  /// Whether a name of two words ends in `ĐOÀN` behind the word for a place: `TỈNH ĐOÀN BẾN TRE`.
  private func isYouthUnion(_ end: Int) -> Bool {
    stream[end - 1].key == "đoàn"
      && vocabulary.words.placeLevels.contains { level in
        WordKey(String(level.prefix { $0 != " " })) == stream[end - 2].key
      }
  }

  /// Whether the name of a province, a district or a region stands from a word on to the end: `CÔNG TY ĐIỆN LỰC HÀ GIANG`.
  private func beginsPlace(_ at: Int, before end: Int) -> Bool {
    vocabulary.places.match(stream, at: at, before: end)?.end == end
  }

  /// The end of a level of government before the name of its place: `TỈNH`, `THÀNH PHỐ`.
  private func level(_ at: Int, before end: Int) -> Int? {
    let words = stream.flatText(ofTokens: at..<min(at + 2, end))
    let level = vocabulary.words.placeLevels.first { level in
      let known = lowercased(words)
      return known == level || known.hasPrefix(level + " ")
    }
    return level.map { at + $0.split(separator: " ").count }
  }

  /// `THPT`, `TNHH`: no syllable is without a vowel.
  private func isAbbreviation(_ at: Int) -> Bool {
    let letters = FoldedLetters.fold(stream, at)
    return letters.count >= 2 && !letters.contains(where: FoldedLetters.vowels.contains)
  }

  /// The office that a word begins, by its letters with marks, or at the start of a name by more letters without.
  private func office(_ at: Int, before end: Int, isFirst: Bool) -> (value: String, end: Int)? {
    // `TỆ NẠN XÃ HỘI` names no association.
    if stream[at].key == "hội", stream[at - 1].key == "xã" { return nil }
    // `NỘI VỤ` has no department in it.
    if stream[at].key == "vụ", !isFirst, stream[at - 1].key == "nội" { return nil }
    let known = vocabulary.offices.match(stream, at: at, before: end).map { (value: $0.value, end: $0.end) }
    guard isFirst, let ruined = ruinedOffice(at, before: end), ruined.end > known?.end ?? at else { return known }
    return ruined
  }

  /// `TONG CỤC THUE`: the longest known office by its letters, of two words at least.
  private func ruinedOffice(_ start: Int, before end: Int) -> (value: String, end: Int)? {
    var letters = ""
    var words = 0
    var best: (value: String, end: Int)?
    for at in start..<min(end, start + 14) {
      guard stream[at].isAllCapitals || stream[at].isDash || stream[at].isSign(",") || stream[at].isSign("~") else {
        break
      }
      guard stream[at].isWord else { continue }
      letters += String(decoding: FoldedLetters.fold(stream, at), as: UTF8.self)
      words += 1
      if words > 1, let office = vocabulary.officesByLetters[letters] { best = (office, at + 1) }
    }
    return best
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

  private func initialled(_ text: String) -> String { Self.joined(lowercased(text)) }
}
