/// Reads the end of a document: who receives it and who signed it.
///
/// Accepts the recipients as a list under `Nơi nhận`, alone or with the signature in the same lines, and a signature
/// of authority, position and name, each on its own line or the two columns mixed in one.
struct SignatureReader {
  let stream: TokenStream
  let lines: [Outline.Line]
  let filled: [Int]
  let vocabulary: ReaderVocabulary

  var people: PersonName { PersonName(stream: stream, vocabulary: vocabulary) }
  private var names: BrokenName { BrokenName(vocabulary: vocabulary) }

  func read(_ metadata: inout DocumentMetadata) {
    let columns = SignatoryColumns(stream: stream, lines: lines, filled: filled, vocabulary: vocabulary)
    if let lines = columns.narrowed(symbol: metadata.symbol) {
      return SignatureReader(stream: stream, lines: lines, filled: filled, vocabulary: vocabulary)
        .readNarrowed(&metadata)
    }
    readNarrowed(&metadata)
  }

  /// Reads lines in which at most one person signs.
  private func readNarrowed(_ metadata: inout DocumentMetadata) {
    readDigitalSignatures(&metadata)
    let start = filled.firstIndex { line in
      let tokens = lines[line].tokens
      return tokens.prefix(4).contains { stream[$0].key == "nơi" && stream[$0 + 1].key == "nhận" }
    }
    if let start { readRecipients(from: start, &metadata) }
    readSigner(recipients: start, &metadata)
  }

  // MARK: Signer

  /// `TM.`, `T/M`, `KT.` ... in capitals.
  func isAuthority(_ index: Int) -> Bool { authority(at: index) != nil }

  private func authority(at index: Int) -> (name: String, end: Int)? {
    let token = stream[index]
    guard token.isAllCapitals, token.isWord else { return nil }
    // OCR reads the point as a comma; `Q. Ba Đình` is a district.
    if let name = vocabulary.words.authorities[token.key], stream[index + 1].isJoined,
      stream[index + 1].isSign(".") || stream[index + 1].isSign(",") && stream[index + 2].isAllCapitals,
      token.key == "q" ? stream[index + 2].isAllCapitals : stream[index + 2].isCapital
    {
      return (name, index + 2)
    }
    // `KT/CHỦ TỊCH`, `TL/CHỦ TỊCH`; behind a stroke the same letters are those of a symbol.
    if let name = vocabulary.words.authorities[token.key], token.bytes.count > 1, stream[index + 1].isSign("/"),
      stream[index + 1].isJoined, stream[index + 2].isWord, stream[index + 2].isAllCapitals,
      stream[index + 2].bytes.count > 2, !token.isJoined, !stream[index - 1].isNumber
    {
      return (name, index + 2)
    }
    // The Party's older form.
    if stream[index + 1].isSign("/"), stream[index + 1].isJoined, stream[index + 2].isJoined,
      stream[index + 2].isAllCapitals
    {
      let pair: [WordKey] = [token.key, stream[index + 2].key]
      let name: String? =
        switch pair {
        case ["t", "m"]: "TM."
        case ["k", "t"]: "KT."
        case ["t", "l"]: "TL."
        default: nil
        }
      if let name { return (name, stream[index + 3].isSign(".") ? index + 4 : index + 3) }
    }
    return nil
  }

  func position(at index: Int, before end: Int) -> (name: String, end: Int)? {
    let match =
      vocabulary.positions.match(stream, at: index, before: end)?.end
      ?? vocabulary.words.chairs.match(stream, at: index, before: end)?.end
    return match.map { (stream.flatText(ofTokens: index..<$0), $0) }
  }

  private func readSigner(recipients: Int?, _ metadata: inout DocumentMetadata) {
    var signer = DocumentRecord.Signer()
    var lastLine: Int?
    // The first block of authorities after the head of the document.
    let from = min(filled.count, 5)
    for place in from..<max(filled.count, from) {
      let tokens = lines[filled[place]].tokens
      guard let start = tokens.first(where: isAuthority) else { continue }
      if signer.authority.isEmpty || lastLine.map({ place - $0 <= 4 }) == true {
        readAuthorities(start..<tokens.upperBound, &signer)
        lastLine = place
        if signer.position == nil, let whom = signer.onBehalfOf.last, let whole = whole(whom, below: place) {
          signer.onBehalfOf[signer.onBehalfOf.count - 1] = whole
        }
      } else {
        break
      }
    }
    if let lastLine {
      readPositionAndName(from: lastLine, &signer)
    } else {
      readPlainSignature(near: recipients, &signer)
    }
    if signer.position != nil || signer.name != nil || !signer.authority.isEmpty { metadata.signer = signer }
  }

  /// The authorities of one line with those they stand for; a position behind the last in the same line.
  private func readAuthorities(_ tokens: Range<Int>, _ signer: inout DocumentRecord.Signer) {
    var at = tokens.lowerBound
    while at < tokens.upperBound {
      guard let authority = authority(at: at) else {
        at += 1
        continue
      }
      var end = authority.end
      while end < tokens.upperBound, stream[end].isAllCapitals || !stream[end].isWord, !isAuthority(end) { end += 1 }
      var body = authority.end..<end
      // `TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG` on one line: the position is behind the last.
      if end == tokens.upperBound || !isAuthority(end), let split = split(body) {
        signer.position = position(at: split, before: end)?.name
        body = body.lowerBound..<split
      }
      while let last = body.last, !stream[last].isWord { body = body.lowerBound..<last }
      signer.authority.append(authority.name)
      if !body.isEmpty { signer.onBehalfOf.append(stream.flatText(ofTokens: body)) }
      if let name = people.name(end..<tokens.upperBound, allowsCapitals: true) { signer.name = name }
      at = max(end, at + 1)
    }
  }

  /// The words that end the line below a place, in its right column when it has two.
  private func rest(below place: Int) -> String? {
    guard place + 1 < filled.count else { return nil }
    let tokens = lines[filled[place + 1]].tokens
    let start = tokens.last { stream[$0].isApart }
    let words = (start ?? tokens.lowerBound)..<tokens.upperBound
    guard words.count <= BrokenName.longestRest, words.allSatisfy({ stream[$0].isWord }) else { return nil }
    return stream.flatText(ofTokens: words)
  }

  /// A position in a line, with what of it goes on in the line below.
  private func position(atPlace place: Int) -> String? {
    guard let position = positionIn(lines[filled[place]].tokens) else { return nil }
    return whole(position, below: place) ?? position
  }

  /// A position or body with what of it goes on in the line below; nil when nothing does.
  private func whole(_ name: String, below place: Int) -> String? {
    let rest = rest(below: place)
    if let whole = names.whole(name, rest) { return whole }
    // `VỤ TRƯỞNG VỤ CHÍNH SÁCH`, `THUẾ`: a part of a body that no list has.
    guard let rest, let first = lines[filled[place + 1]].tokens.first, !stream[first].flags.contains(.afterEmptyLine),
      names.goesOn(name, with: rest)
    else { return nil }
    return name + " " + rest
  }

  /// A position alone in its line in small letters: `Thủ tướng Chính phủ`, also when it goes on below.
  private func smallPosition(atPlace place: Int) -> String? {
    let tokens = lines[filled[place]].tokens
    guard let first = tokens.first, stream[first].isCapital, !stream[first].isAllCapitals, tokens.count <= 8,
      tokens.allSatisfy({ stream[$0].isWord })
    else { return nil }
    let printed = stream.flatText(ofTokens: tokens)
    let name = names.whole(printed, rest(below: place)) ?? printed
    return names.isPosition(name) ? name : nil
  }

  /// Where a second position begins in `CHỦ TỊCH PHÓ CHỦ TỊCH`.
  private func split(_ tokens: Range<Int>) -> Int? {
    guard let first = position(at: tokens.lowerBound, before: tokens.upperBound) ?? officeEnd(tokens),
      first.end < tokens.upperBound
    else { return nil }
    guard let second = position(at: first.end, before: tokens.upperBound), second.end == tokens.upperBound else {
      return nil
    }
    return first.end
  }

  private func officeEnd(_ tokens: Range<Int>) -> (name: String, end: Int)? {
    vocabulary.offices.match(stream, at: tokens.lowerBound, before: tokens.upperBound).map { ($0.value, $0.end) }
  }

  /// `PHÓ` alone in the line above `CHÁNH VĂN PHÒNG`, who signs for him.
  private func deputy(_ position: String, _ place: Int, _ signer: DocumentRecord.Signer) -> String {
    let above = lines[filled[place - 1]].tokens.filter { stream[$0].isWord }
    guard signer.authority.last == "KT.", let only = above.last, above.count == 1, stream[only].key == "phó" else {
      return position
    }
    return stream.text(of: stream[only]) + " " + position
  }

  /// `PHÓ CHỦ TỊCH` of a council above `GIÁM ĐỐC SỞ NỘI VỤ`: what else he is, as members of advisory bodies sign.
  /// A line behind an empty one, where not all are, or a deputy below his superior, is no second office.
  private func withSecondOffice(_ position: String, _ place: Int) -> String {
    guard place + 1 < filled.count, let first = lines[filled[place + 1]].tokens.first,
      !isAfterGap(place + 1) || isAfterGap(place), let second = self.position(atPlace: place + 1),
      stream[first].key != "phó", !second.hasSuffix(position), !position.hasSuffix(second)
    else { return position }
    // `PHÓ CHỦ TỊCH`, `THƯỜNG TRỰC`
    let whole = TokenStream(position + " " + second)
    let isWhole = vocabulary.positions.match(whole, at: 0)?.end == whole.count
    return position + (isWhole ? " " : ", ") + second
  }

  /// Whether an empty line stands above a line.
  private func isAfterGap(_ place: Int) -> Bool {
    lines[filled[place]].tokens.first.map { stream[$0].flags.contains(.afterEmptyLine) } ?? false
  }

  private func readPositionAndName(from line: Int, _ signer: inout DocumentRecord.Signer) {
    var place = line + 1
    while place < filled.count, place - line <= 60 {
      let tokens = lines[filled[place]].tokens
      // Below the recipients that stand beside an authority, a position is the whole of its line.
      if signer.position == nil, place - line <= 8 || wholePosition(tokens) != nil,
        let found = position(atPlace: place) ?? (signer.authority.isEmpty ? nil : smallPosition(atPlace: place))
      {
        signer.position = withSecondOffice(deputy(found, place, signer), place)
      }
      if signer.name == nil {
        if place - line == Self.nearest + 1 { signer.name = unlistedName(below: line) }
        if signer.name == nil { signer.name = nameIn(tokens, isNear: place - line <= Self.nearest) }
      }
      if signer.name != nil && signer.position != nil { break }
      if signer.name != nil, place - line > 8 { break }
      place += 1
    }
    if signer.name == nil { signer.name = unlistedName(below: line) }
    // `TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH`: the position may be the last one stood for when nobody else is named.
    if signer.position == nil, signer.authority.last == "Q.", let last = signer.onBehalfOf.last {
      signer.position = last
    }
  }

  /// How many lines below an authority a name is near it.
  private static let nearest = 16

  /// The last line near an authority or position that may be a name of no listed surname, alone or in the right column.
  private func unlistedName(below line: Int) -> String? {
    var found: String?
    for place in (line + 1)..<max(min(line + Self.nearest + 1, filled.count), line + 1) {
      let tokens = lines[filled[place]].tokens
      if found != nil, let first = tokens.first, !stream[first].isWord || stream[first].isAllCapitals { break }
      let right = tokens.dropFirst().last { stream[$0].isApart } ?? tokens.lowerBound
      if let name = people.unlistedName(right..<tokens.upperBound) { found = name }
    }
    return found
  }

  /// A position printed alone, or at the end of a mixed line, in capitals.
  private func positionIn(_ tokens: Range<Int>) -> String? {
    var end = tokens.upperBound
    while end > tokens.lowerBound, !stream[end - 1].isWord { end -= 1 }
    // Nothing but capitals may stand from the position to the end of the line.
    var start = end
    while start > tokens.lowerBound, stream[start - 1].isAllCapitals || !stream[start - 1].isWord { start -= 1 }
    for index in start..<end where stream[index].isAllCapitals && stream[index].isWord {
      if index > tokens.lowerBound, stream[index - 1].isAllCapitals, !stream[index].flags.contains(.wide),
        !isSpeck(index - 1, in: tokens)
      {
        continue
      }
      if let whole = wholePosition(index..<end) { return whole }
      if position(at: index, before: end) != nil { return stream.flatText(ofTokens: index..<end) }
    }
    return nil
  }

  /// The position that some words are, from first to last.
  private func wholePosition(_ tokens: Range<Int>) -> String? {
    if let exact = position(at: tokens.lowerBound, before: tokens.upperBound), exact.end == tokens.upperBound {
      return exact.name
    }
    return ruinedPosition(tokens)
  }

  /// `PHÓ-GIÁM ĐỐC`, `TRƯỜNG PHONG`: the position whose letters some words in capitals have, in capitals.
  private func ruinedPosition(_ tokens: Range<Int>) -> String? {
    guard (2...8).contains(tokens.count) else { return nil }
    let letters = tokens.filter { stream[$0].isWord }.flatMap { FoldedLetters.fold(stream, $0) }
    return vocabulary.positionsByLetters[String(decoding: letters, as: UTF8.self)]
  }

  /// `SA PHÓ CỤC TRƯỞNG`: what a stamp left at the head of the line.
  private func isSpeck(_ index: Int, in tokens: Range<Int>) -> Bool {
    index == tokens.lowerBound && stream[index].bytes.count <= 2
      && vocabulary.words.authorities[stream[index].key] == nil
  }

  /// - Parameter isNear: whether the line stands soon behind the position, where a name may be in capitals.
  private func nameIn(_ tokens: Range<Int>, isNear: Bool = true) -> String? {
    if let name = people.name(tokens, allowsCapitals: isNear) { return name }
    // Behind the recipients' column.
    for index in tokens.dropFirst() where stream[index].isApart {
      if let name = people.name(index..<tokens.upperBound, allowsCapitals: isNear) { return name }
    }
    return people.trailing(tokens).map(stream.flatText(ofTokens:))
  }

  /// A position in capitals and a name below it, without authority: `CHỦ TỊCH`, `Phạm ...`.
  private func readPlainSignature(near recipients: Int?, _ signer: inout DocumentRecord.Signer) {
    let from = recipients ?? max(filled.count - 30, 0)
    if let recipients, readSignature(above: recipients, &signer) { return }
    for place in from..<min(filled.count, from + 80) {
      guard let position = position(atPlace: place) ?? (recipients == nil ? nil : smallPosition(atPlace: place)) else {
        continue
      }
      for next in (place + 1)..<max(min(filled.count, place + 30), place + 1) {
        guard let name = nameIn(lines[filled[next]].tokens) else { continue }
        signer.position = position
        signer.name = name
        return
      }
      if recipients != nil {
        signer.position = position
        signer.name = unlistedName(below: place)
        return
      }
    }
    // Stamp and signature may leave nothing of the position: the name alone in its line, below the recipients.
    guard let recipients else { return }
    for place in (recipients + 1)..<max(min(filled.count, recipients + 40), recipients + 1) {
      guard let name = people.name(lines[filled[place]].tokens, allowsCapitals: false) else { continue }
      signer.name = name
      return
    }
  }

  /// `CHỦ TỊCH`, `Võ Thành Thống`, and the recipients below: from the list upwards short lines only, to a position.
  ///
  /// - Returns: whether both were found; OCR may read the name into the first lines of the list.
  private func readSignature(above recipients: Int, _ signer: inout DocumentRecord.Signer) -> Bool {
    var place = recipients - 1
    while place >= 0, recipients - place <= 10 {
      let tokens = lines[filled[place]].tokens
      guard tokens.count <= 10, let first = tokens.first(where: { stream[$0].isWord }) else { return false }
      if stream[first].isAllCapitals, let position = wholePosition(first..<tokens.upperBound) {
        let below = (place + 1)..<min(recipients + 12, filled.count)
        guard let name = below.lazy.compactMap({ nameIn(lines[filled[$0]].tokens) }).first else { return false }
        (signer.position, signer.name) = (position, name)
        return true
      }
      // A sentence stands above the signature.
      if let last = tokens.last, stream[last].isSign(".") || stream[last].isSign(";"), tokens.count > 6 { return false }
      place -= 1
    }
    return false
  }

  // MARK: Digital signatures

  /// `Người ký: ...`, `Thời gian ký: 31.10.2019 09:07:31 +07:00`.
  private func readDigitalSignatures(_ metadata: inout DocumentMetadata) {
    let parser = DatePointParser(stream: stream)
    var signer: String?
    for line in filled {
      let tokens = lines[line].tokens
      var at = tokens.lowerBound
      while at < tokens.upperBound {
        if stream[at].key == Words.kySign, stream[at - 1].key == "người" || stream[at + 1].key == "bởi" {
          let start = stream[at + 1].key == "bởi" ? at + 2 : at + 1
          let from = stream[start].isSign(":") ? start + 1 : start
          if from < tokens.upperBound { signer = stream.flatText(ofTokens: from..<tokens.upperBound) }
        }
        if stream[at].isNumber, let point = parser.point(at: at), let time = point.time, let date = point.date,
          date.isPossible
        {
          metadata.signatures.append(DocumentRecord.Signature(signer: signer, time: date.edtf + time))
          signer = nil
          at = point.end
          continue
        }
        at += 1
      }
    }
  }
}
