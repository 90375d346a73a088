/// Reads who issued a document, out of the lines of the letterhead above its number.
struct IssuerReader {
  let stream: TokenStream
  let lines: [Outline.Line]
  /// The lines that hold text, in order.
  let filled: [Int]
  let beginsParagraph: [Bool]
  let vocabulary: ReaderVocabulary
  let spelling: DocumentSpelling
  private var words: CommonWords { vocabulary.words }

  func read(_ head: LetterheadReader.Head, _ metadata: inout DocumentMetadata) {
    let known = head.numberLine ?? head.dateLine ?? head.typeLine
    let end = known ?? head.subject?.line ?? head.addressee ?? 0
    // A sentence is no letterhead, whatever it names in capitals.
    if !head.isFound, !isInCapitals(firstLine) { return }
    var printed: [String] = []
    for place in 0...min(end, max(filled.count - 1, 0)) where place < filled.count && place != head.typeLine {
      for name in runs(of: lines[filled[place]].tokens, head) {
        // `BỘ LAO ĐỘNG - THƯƠNG BINH` goes on below: `VÀ XÃ HỘI`.
        if let last = printed.last, Self.continuations.contains(firstLetters(name)) || isPlace(name, of: last, metadata)
        {
          printed[printed.count - 1] = last + " " + name
        } else if let last = printed.last, let whole = BrokenName(vocabulary: vocabulary).whole(last, name) {
          printed[printed.count - 1] = whole
        } else {
          printed.append(name)
        }
      }
    }
    // What no body begins with is a stamp or a speck, where there is a body.
    // Above a subject alone, without number and date, only a known body issues: no `CHI TIẾT CÂU HỎI`.
    let isSure = known != nil || end == 0
    let bodies = printed.filter { isBody($0) && (isSure || beginsWithOffice($0)) }
    let names = (bodies.isEmpty && isSure ? printed.filter { $0.utf8.contains(0x20) } : bodies).map { printed in
      let stream = TokenStream(printed)
      let name = NameCasing(stream: stream, vocabulary: vocabulary).name(0..<stream.count)
      return name.isGuessed ? spelling.settledBody(name.text) ?? name.text : name.text
    }
    let issuer = issuer(of: names, symbol: metadata.symbol).map(spelling.settledPlace)
    metadata.issuer = issuer.map { placed($0, metadata.place) }
  }

  /// `Hội Nông dân tỉnh` with the province that it is written in.
  private func placed(_ issuer: String, _ place: String?) -> String {
    guard bareLevel(issuer) == "tỉnh", let place else { return issuer }
    let stream = TokenStream(place)
    guard let province = vocabulary.places.match(stream, at: 0), province.value, province.end == stream.count else {
      return issuer
    }
    return issuer + " " + place
  }

  /// `Huyện ủy Phù Cừ`, `Tỉnh đoàn Bến Tre`: bodies that begin with the word for a place.
  private func isNamedByLevel(_ name: String) -> Bool {
    let second = name.split(separator: " ").dropFirst().first.map { WordKey(lowercased(String($0))) }
    return second == "ủy" || second == "đoàn"
  }

  private var firstLine: Range<Int> { filled.first.map { lines[$0].tokens } ?? 0..<0 }

  private func isInCapitals(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { !stream[$0].isWord || stream[$0].isAllCapitals }
  }

  /// First words of a line that goes on with the name above it, by their letters: `VÀ XÃ HỘI`, `VIỆT NAM`.
  private static let continuations: Set<String> = ["va", "viet"]

  /// `HỘI LIÊN HIỆP PHỤ NỮ TỈNH` goes on below with the name of its place: `THÁI NGUYÊN`.
  private func isPlace(_ name: String, of body: String, _ metadata: DocumentMetadata) -> Bool {
    guard bareLevel(lowercased(body)) != nil, !isBody(name) else { return false }
    let stream = TokenStream(name)
    return vocabulary.places.match(stream, at: 0)?.end == stream.count
      || metadata.place.map { letters(of: $0) == letters(of: name) } == true
  }

  /// The level of government that a name ends in, without the name of its place: `tỉnh` of `công đoàn viên chức tỉnh`.
  private func bareLevel(_ name: String) -> String? { words.placeLevels.first { name.hasSuffix(" " + $0) } }

  /// The words in capitals of a line that are no formula and no number, a text for each column.
  private func runs(of tokens: Range<Int>, _ head: LetterheadReader.Head) -> [String] {
    // A paragraph on one line is no line of a letterhead.
    guard tokens.count <= 200 else { return [] }
    var runs: [Range<Int>] = []
    for index in tokens where !head.used.contains(index) {
      let token = stream[index]
      guard
        token.isWord && token.isAllCapitals || token.isDash || token.isSign(",") || token.isSign(".")
          || token.isSign("&") || token.isSign("~") || token.isNumber
      else { continue }
      if let last = runs.last, last.upperBound == index, !token.flags.contains(.wide), !token.flags.contains(.tabbed) {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs.compactMap { run in
      var run = run
      // The letters of a number stand behind its stroke.
      guard stream[run.lowerBound].isWord, stream[run.lowerBound].bytes.count >= 2,
        !(stream[run.lowerBound - 1].isSign("/") && stream[run.lowerBound].isJoined)
      else { return nil }
      while let last = run.last, !stream[last].isWord && !stream[last].isNumber { run = run.lowerBound..<last }
      let text = stream.flatText(ofTokens: run)
      guard stream[run.lowerBound].bytes.count > 2 || Self.continuations.contains(firstLetters(text)) else {
        return nil
      }
      return text
    }
  }

  private func firstLetters(_ name: String) -> String { letters(of: String(name.prefix { $0 != " " })) }

  /// Whether a name begins with a body that the rules know, or with the place of one.
  private func beginsWithOffice(_ name: String) -> Bool {
    let stream = TokenStream(name)
    let small = lowercased(name)
    return vocabulary.offices.match(stream, at: 0) != nil || beginsWithAbbreviation(name)
      || words.placeLevels.contains { small.hasPrefix($0 + " ") }
  }

  /// Whether a name begins with the abbreviation of a body: `UBND`.
  private func beginsWithAbbreviation(_ name: String) -> Bool {
    words.bodyAbbreviations[WordKey(name.prefix { $0 != " " }.lowercased())] != nil
  }

  /// Whether a name begins as those of bodies or of places do.
  private func isBody(_ name: String) -> Bool {
    let first = firstLetters(name)
    return vocabulary.bodyHeads.contains(first)
      || words.placeLevels.contains { letters(of: String($0.prefix { $0 != " " })) == first }
      || beginsWithAbbreviation(name)
  }

  /// The body that issues out of the lines above the number: a line that names a place goes on with the one before it,
  /// the last body is the issuer and the one above it its superior.
  private func issuer(of names: [String], symbol: String?) -> String? {
    var bodies: [String] = []
    for name in names {
      let first = name.split(separator: " ").first.map { lowercased(String($0)) } ?? ""
      if words.placeLevels.contains(where: { $0.split(separator: " ")[0] == first }), !isNamedByLevel(name) {
        let place = lowercasedFirst(name)
        if let last = bodies.popLast() {
          bodies.append(last + " " + place)
        } else if let symbol, symbol.hasSuffix("UBND") {
          bodies.append("Ủy ban nhân dân " + place)
        } else if let symbol, symbol.hasSuffix("HĐND") {
          bodies.append("Hội đồng nhân dân " + place)
        }
      } else {
        bodies.append(name)
      }
    }
    guard let last = bodies.last else { return nil }
    // A department is named with the place of the body above it: `Sở Nội vụ tỉnh ...`.
    guard bodies.count >= 2 else { return last }
    let superior = bodies[bodies.count - 2]
    if let level = bareLevel(last), let place = place(of: superior, level) { return last + " " + place }
    // `ĐOÀN TNCS HỒ CHÍ MINH`, `BAN CHẤP HÀNH TỈNH BẾN TRE`
    for level in words.placeLevels {
      guard let lead = last.firstRange(of: " \(level) ") else { continue }
      let part = String(last[..<lead.lowerBound])
      if words.partsOfBodies.contains(part) { return part + " " + superior + last[lead.lowerBound...] }
    }
    guard words.partsOfBodies.contains(last) || words.departments.contains(where: { last.hasPrefix($0 + " ") }) else {
      return last
    }
    if words.partsOfBodies.contains(last) || isNamedByLevel(superior) { return last + " " + superior }
    for level in words.placeLevels {
      guard superior.hasPrefix("Ủy ban nhân dân \(level) "), !last.contains(level + " ") else { continue }
      return last + superior.dropFirst("Ủy ban nhân dân".count)
    }
    return last
  }

  /// The place of a body: behind the word for it, or the province that its name ends with (`Sở Y tế Lâm Đồng`).
  private func place(of body: String, _ level: String) -> String? {
    if let lead = body.firstRange(of: " \(level) ") { return String(body[lead.upperBound...]) }
    guard level == "tỉnh" else { return nil }
    let stream = TokenStream(body)
    for at in 1..<max(stream.count, 1) {
      guard let match = vocabulary.places.match(stream, at: at), match.value, match.end == stream.count else {
        continue
      }
      return stream.text(ofTokens: at..<match.end)
    }
    return nil
  }

  private func lowercasedFirst(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    var out = String.UnicodeScalarView([Unicode.Scalar(VietnameseLetter.lower(of: first.value)) ?? first])
    out.append(contentsOf: text.unicodeScalars.dropFirst())
    return String(out)
  }

  /// The first body named in full with its place in the text, for a document whose letterhead is lost.
  func issuerInText() -> String? {
    for at in 0..<stream.count {
      let token = stream[at]
      let end: Int
      if token.key == "ủy", stream[at + 1].key == "ban", stream[at + 2].key == "nhân", stream[at + 3].key == "dân" {
        end = at + 4
      } else if token.key == "ubnd" {
        end = at + 1
      } else {
        continue
      }
      var last = end
      while words.placeLeads.contains(stream[last].key) || stream[last].key == "thành"
        || stream[last].key == "thị"
      {
        last += 1
      }
      let nameStart = last
      while last - nameStart < 4, stream[last].isWord, stream[last].isCapital, !beginsParagraph[last] { last += 1 }
      guard nameStart > end, last > nameStart else { continue }
      return "Ủy ban nhân dân " + stream.flatText(ofTokens: end..<last)
    }
    return nil
  }
}
