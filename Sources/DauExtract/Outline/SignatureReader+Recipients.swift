/// The list of those who receive a document.
extension SignatureReader {
  func readRecipients(from start: Int, _ metadata: inout DocumentMetadata) {
    var entries: [[Int]] = []
    let first = lines[filled[start]].tokens
    var last = first.upperBound
    var place = start + 1
    while place < filled.count, entries.count < 60 {
      let tokens = leftColumn(lines[filled[place]].tokens)
      guard let head = tokens.first else {
        place += 1
        if place - start > 60 { break }
        continue
      }
      if isBullet(head), !isFormula(tokens) {
        entries.append(Array(withoutOtherColumn(tokens.dropFirst())))
      } else if let open = entries.last, continues(open, tokens, place: place) {
        entries[entries.count - 1] += Array(withoutOtherColumn(tokens))
      } else if isSignature(tokens) {
        place += 1
        continue
      } else {
        break
      }
      last = tokens.upperBound
      let end = entries[entries.count - 1].last.map { stream[$0] }
      place += 1
      if let end, end.isSign("."), entries[entries.count - 1].first.map({ stream[$0].key == "lưu" }) == true { break }
    }
    metadata.recipients = entries.compactMap(entry)
    metadata.recipientTokens = first.lowerBound..<max(last, first.lowerBound)
  }

  /// The tokens of a line up to the signature's column.
  private func leftColumn(_ tokens: Range<Int>) -> Range<Int> {
    let name = people.trailing(tokens)
    for index in tokens {
      let token = stream[index]
      if index > tokens.lowerBound,
        token.flags.contains(.tabbed) || token.flags.contains(.wide) && index > tokens.lowerBound + 1
      {
        return tokens.lowerBound..<index
      }
      if isAuthority(index) { return tokens.lowerBound..<index }
      if index == name?.lowerBound, index > tokens.lowerBound + 1 { return tokens.lowerBound..<index }
      if index > tokens.lowerBound, token.isAllCapitals,
        position(at: index, before: tokens.upperBound)?.end == tokens.upperBound,
        stream[index + 1].isAllCapitals
      {
        return tokens.lowerBound..<index
      }
    }
    return tokens
  }

  /// `— Độc lập - Tự do - Hạnh phúc`, in the head of an appendix.
  private func isFormula(_ tokens: Range<Int>) -> Bool {
    tokens.contains { stream[$0].key == "độc" && stream[$0 + 1].key == "lập" && stream[$0 + 2].isDash }
  }

  /// OCR reads the hyphen before an entry as a tilde too.
  private func isBullet(_ at: Int) -> Bool {
    stream[at].isDash || stream[at].isSign("+") || stream[at].isSign("•") || stream[at].isSign("~")
  }

  /// The tokens of an entry up to what the other column leaves behind its end: `Như trên; kg`, `Vụ PC; (Đã ký)`,
  /// `Như trên; TRƯỞNG BAN THI ĐUA - KHEN THƯỞNG`, `Lưu: VT, CS (2b).Z`.
  private func withoutOtherColumn(_ tokens: Range<Int>) -> Range<Int> {
    // Nothing follows the last entry.
    if let first = tokens.first, stream[first].key == "lưu", let end = tokens.first(where: isLastPoint) {
      return first..<(end + 1)
    }
    guard let end = tokens.last(where: { stream[$0].isSign(";") }), end > tokens.lowerBound,
      end + 1 < tokens.upperBound
    else { return tokens }
    let rest = (end + 1)..<tokens.upperBound
    let isSpeck = rest.count <= 2 && rest.allSatisfy { !stream[$0].isWord || stream[$0].bytes.count <= 2 }
    // `; VÀ PHÁT TRIỂN NÔNG THÔN`, which no abbreviations are.
    let isTitle =
      rest.allSatisfy { !stream[$0].isWord || stream[$0].isAllCapitals }
      && (position(in: rest) || rest.count(where: { stream[$0].isWord }) > 3)
    let isMark = rest.contains { stream[$0].key == "đã" && stream[$0 + 1].key == Words.kySign }
    return isSpeck || isTitle || isMark ? tokens.lowerBound..<(end + 1) : tokens
  }

  /// The point that ends the last entry, behind a bracket: `(2b).`
  private func isLastPoint(_ at: Int) -> Bool { stream[at].isSign(".") && stream[at - 1].isSign(")") }

  private func position(in tokens: Range<Int>) -> Bool {
    tokens.contains { position(at: $0, before: tokens.upperBound) != nil }
  }

  /// Whether a line without a bullet goes on with the entry before it.
  private func continues(_ entry: [Int], _ tokens: Range<Int>, place: Int) -> Bool {
    guard let last = entry.last, let head = tokens.first else { return false }
    let token = stream[last]
    if token.isSign(";") || token.isSign(".") { return false }
    // `Lưu: TCNV,` above `TRƯỞNG PHÒNG`: OCR read the point as a comma.
    if isSignature(tokens), position(in: tokens) { return false }
    if token.isSign(",") { return people.name(tokens, allowsCapitals: false) == nil }
    let next = place + 1 < filled.count ? lines[filled[place + 1]].tokens.first : nil
    let goesOnBelow = next.map { isBullet($0) && !stream[$0].flags.contains(.afterEmptyLine) } ?? false
    // An empty line ends the entry, unless OCR put it there: between all lines, or above one in the midst of the list.
    guard stream[head].isWord, !stream[head].isAllCapitals,
      !stream[head].flags.contains(.afterEmptyLine) || goesOnBelow
        || stream[entry[0] - 1].flags.contains(.afterEmptyLine)
    else { return false }
    if !stream[head].isCapital || token.isSign(":") { return true }
    // `- Các đồng chí Ủy viên Ban Chấp hành`, `Đảng bộ tỉnh,`: a name goes on, and another entry follows.
    guard let next, isBullet(next) else { return false }
    return people.name(tokens, allowsCapitals: false) == nil && people.unlistedName(tokens) == nil
  }

  private func isSignature(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return true }
    return isAuthority(first) || tokens.allSatisfy { stream[$0].isAllCapitals || !stream[$0].isWord }
  }

  /// Whether a quotation begins before the last of some tokens.
  private func isQuoted(_ tokens: [Int]) -> Bool { tokens.dropLast().contains { stream[$0].opensQuote } }

  private func entry(_ tokens: [Int]) -> String? {
    var tokens = tokens
    while let last = tokens.last,
      stream[last].kind == .sign && !stream[last].isSign(")") && !(stream[last].closesQuote && isQuoted(tokens))
    {
      tokens.removeLast()
    }
    guard let first = tokens.first, let last = tokens.last else { return nil }
    // The pieces of an entry on several lines are joined; the other column between them is left out.
    if last - first + 1 == tokens.count { return stream.flatText(ofTokens: first..<(last + 1)) }
    var out = ""
    for index in tokens {
      if !out.isEmpty, stream[index].flags.contains(.spaced) { out += " " }
      out += stream.text(of: stream[index])
    }
    return out
  }
}
