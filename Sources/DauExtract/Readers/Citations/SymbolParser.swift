/// Reads document numbers.
///
/// Accepts the State's form `91/2017/NĐ-CP`, `651/QĐ-UBND`, `1275/BTĐKT-VụIII`, `459 /BC-UBND`, the Party's
/// `35-NQ/TW` and `35 NQ/TW`, old forms `43-SL`, `747/TTg-QĐ`, `12NQ/HĐNN8`, and `91/2017/nđ-cp` behind a type. Refuses `12/Nguyễn Trãi`, `Covid-19`, `3-5 ngày`.
/// Source: Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I; Hướng dẫn 36-HD/VPTW (2018).
struct SymbolParser: Sendable {
  let stream: TokenStream
  /// The types by their abbreviations, which a symbol with blanks in it must show.
  private let typeOfCode: [String: String]
  private let typeOfSmallCode: [String: String]

  init(stream: TokenStream, vocabulary: ReaderVocabulary) {
    self.stream = stream
    typeOfCode = vocabulary.typeOfCode
    typeOfSmallCode = vocabulary.typeOfSmallCode
  }

  /// - Parameter isIntroduced: whether `số` or a type of document stands before it; old short forms need that.
  func symbol(at index: Int, isIntroduced: Bool) -> DocumentSymbol? {
    let token = stream[index]
    guard token.isNumber, token.digitCount <= 6 else { return nil }
    // `số1044/QĐ-TTg` lost its blank.
    if token.isJoined, stream[index - 1].isSign("/") || stream[index - 1].isWord && stream[index - 1].key != Words.so {
      return nil
    }
    var number = stream.text(of: token)
    var at = index + 1
    // `12a/QĐ-UBND`
    if stream[at].isWord, stream[at].isJoined, stream[at].bytes.count <= 2, !stream[at].isCapital,
      stream[at + 1].isSign("/"), stream[at + 1].isJoined
    {
      number += stream.text(of: stream[at])
      at += 1
    }
    var symbol = number
    let separator = stream[at]
    // `12NQ/HĐNN8`
    if separator.isWord, separator.isJoined, isCode(separator), isIntroduced, stream[at + 1].isSign("/"),
      stream[at + 1].isJoined, let code = code(at: at)
    {
      return DocumentSymbol(number: number, symbol: symbol + code.text, code: code.text, tokens: index..<code.end)
    }
    // `số 41. KH - UBND`: a point that was meant for the slash, before a type's letters.
    let isPoint =
      separator.isSign(".") && isIntroduced && stream[at + 2].isDash
      && typeOfCode[stream.text(of: stream[at + 1])] != nil
    // `số 21 QĐ - UBND`: the slash was lost.
    let isLost =
      separator.isWord && isIntroduced && !separator.startsLine && stream[at + 1].isDash && stream[at + 2].isAllCapitals
      && typeOfCode[stream.text(of: separator)] != nil
    // `số 32 CT/TW`: the Party's hyphen was lost.
    let isLostDash =
      separator.isWord && isIntroduced && !separator.startsLine && stream[at + 1].isSign("/") && stream[at + 1].isJoined
      && stream[at + 2].isJoined && typeOfCode[stream.text(of: separator)] != nil
    guard separator.isSign("/") || separator.isDash || isPoint || isLost || isLostDash else { return nil }
    let isDash = separator.isDash || isLostDash
    // `16 - NQ/TW`: blanks round the hyphen only where the type's letters and a slash follow.
    let isSpacedParty =
      isDash && isIntroduced && stream[at + 2].isSign("/") && stream[at + 2].isJoined
      && typeOfCode[stream.text(of: stream[at + 1])] != nil
    if separator.isDash && !separator.isJoined && !isSpacedParty && !(isIntroduced && stream[at + 1].isJoined) {
      return nil
    }
    symbol += isDash ? "-" : "/"
    if !isLost && !isLostDash { at += 1 }
    // `19-2016/NQ-CP`: the year of the Government's first resolutions of a year.
    if isDash, isIntroduced, stream[at].digitCount == 4, stream[at].isJoined, stream[at + 1].isSign("/"),
      stream[at + 1].isJoined, stream[at + 2].isJoined, let code = code(at: at + 2)
    {
      symbol += stream.text(of: stream[at]) + "/" + code.text
      return DocumentSymbol(number: number, symbol: symbol, code: code.text, tokens: index..<code.end)
    }
    if !isDash, stream[at].isNumber, stream[at].digitCount == 4 {
      // The year of a normative act.
      guard stream[at + 1].isSign("/") || stream[at + 1].isDash, stream[at + 2].isWord else { return nil }
      symbol += stream.text(of: stream[at]) + (stream[at + 1].isDash ? "-" : "/")
      at += 2
    }
    guard stream[at].isJoined || stream[at].isCapital, !isOfNextColumn(at),
      let code = code(at: at) ?? (isIntroduced ? smallCode(at: at) : nil)
    else { return nil }
    if isDash {
      // The Party puts the slash before the issuer; without one only an old, introduced form is meant.
      guard code.text.utf8.contains(UInt8(ascii: "/")) || isIntroduced && code.pieces == 1 else { return nil }
    } else if code.pieces == 1, !isIntroduced, code.text.utf8.count < 2 {
      return nil
    }
    return DocumentSymbol(number: number, symbol: symbol + code.text, code: code.text, tokens: index..<code.end)
  }

  /// `Số: 12 /          Hà Nội, ngày ...`, `Số: 12 / Hà Nội`: whether a word behind a blank is no code but the place that stands beside
  /// the number; `TTg-QĐ` goes on.
  private func isOfNextColumn(_ at: Int) -> Bool {
    guard !stream[at].isJoined else { return false }
    return stream[at].isApart || !stream[at].isAllCapitals && !(stream[at + 1].isJoined && stream[at + 1].kind == .sign)
  }

  /// `/QĐ-UBND` behind `Số:` and a blank.
  func blankSymbol(at index: Int) -> DocumentSymbol? {
    var at = index
    while stream[at].isSign(".") || stream[at].isSign("…") || stream[at].isSign("_"), at - index < 40 { at += 1 }
    guard stream[at].isSign("/") || stream[at].isDash, stream[at + 1].isCapital, let code = code(at: at + 1) else {
      return nil
    }
    return DocumentSymbol(
      number: "", symbol: (stream[at].isDash ? "-" : "/") + code.text, code: code.text, tokens: at..<code.end)
  }

  /// `12 /` behind `Số:`, with nothing behind it but the other column: a number whose letters are left out.
  func bareNumber(at index: Int) -> DocumentSymbol? {
    guard stream[index - 1].isSign(":"), stream[index].isNumber, stream[index].digitCount <= 6,
      stream[index + 1].isSign("/"), !stream[index].startsLine, !stream[index + 1].startsLine
    else { return nil }
    return DocumentSymbol(number: stream.text(of: stream[index]), symbol: "", code: "", tokens: index..<index + 2)
  }

  /// The letters of a symbol: pieces of capitals joined by `-`, `/` and `&`.
  private func code(at index: Int) -> (text: String, end: Int, pieces: Int)? {
    guard isCode(stream[index]) else { return nil }
    var at = index
    var text = ""
    var pieces = 0
    while at - index < 24 {
      guard isCode(stream[at]),
        pieces == 0 || stream[at].isJoined || isSpacedPiece(at) || isParted(at - 1, text.dropLast())
      else { break }
      text += stream.text(of: stream[at])
      pieces += 1
      at += 1
      // `QH13`, `VụIII`, `UBTVQH11`, `X12`
      while stream[at].isJoined,
        stream[at].isNumber || stream[at].isWord && stream[at - 1].isNumber && isCode(stream[at])
      {
        text += stream.text(of: stream[at])
        at += 1
      }
      // `01/KLĐT - PA 09 ngày 02/9/2018`: an office of the police, by letters and a number.
      if pieces > 1, stream[at].isNumber, stream[at].digitCount == 2, !stream[at].isJoined, !stream[at].startsLine,
        stream[at - 1].isAllCapitals, stream[at - 1].bytes.count <= 2, stream[at + 1].key == Words.ngay
      {
        text += stream.text(of: stream[at])
        at += 1
      }
      // `1275/BTĐKT-Vụ III`
      if stream[at - 1].key == "vụ", pieces > 1, !stream[at].isJoined, !stream[at].startsLine,
        RomanNumeral.value(of: stream[at], in: stream) != nil
      {
        text += stream.text(of: stream[at])
        at += 1
      }
      let mark = stream[at]
      let next = stream[at + 1]
      guard mark.isDash || mark.isSign("/") || mark.isSign("&") || mark.isSign(".") && next.isJoined,
        isCode(next)
          || mark.isDash && next.isNumber && next.isJoined && mark.isJoined
            && (next.digitCount <= 3 || next.digitCount == 4 && (1900...2100).contains(next.value))
      else { break }
      guard
        mark.isJoined && (next.isJoined || isSpacedPiece(at + 1)) || mark.isDash && next.isJoined && next.isAllCapitals
          || isParted(at, text[...])
      else { break }
      text += mark.isDash ? "-" : stream.text(mark.bytes)
      at += 1
      if stream[at].isNumber {
        text += stream.text(of: stream[at])
        at += 1
        break
      }
    }
    return text.isEmpty ? nil : (text, at, pieces)
  }

  /// `nđ-cp`, `nq/tw` where small letters are printed throughout: the letters of a type and those of a body.
  private func smallCode(at index: Int) -> (text: String, end: Int, pieces: Int)? {
    guard isSmallCode(stream[index]), typeOfSmallCode[stream.text(of: stream[index])] != nil else { return nil }
    var at = index + 1
    var pieces = 1
    while at - index < 24, stream[at].isDash || stream[at].isSign("/"), stream[at].isJoined, stream[at + 1].isJoined,
      isSmallCode(stream[at + 1])
    {
      at += 2
      pieces += 1
      // `ubtvqh14`
      if stream[at].isNumber, stream[at].isJoined { at += 1 }
    }
    return pieces > 1 ? (stream.text(ofTokens: index..<at), at, pieces) : nil
  }

  /// Whether a word is of small letters without tones, as abbreviations are.
  private func isSmallCode(_ token: Token) -> Bool {
    guard token.isWord, !token.isCapital, token.bytes.count <= 16 else { return false }
    return stream.text(token.bytes).unicodeScalars.allSatisfy { ("a"..."z").contains($0) || $0 == "đ" }
  }

  /// `100/NQ - HĐND`, `08/CT - TTg`: blanks on both sides of the hyphen behind the letters of a type.
  private func isParted(_ dash: Int, _ code: Substring) -> Bool {
    let next = stream[dash + 1]
    guard stream[dash].isDash, !stream[dash].startsLine, !next.startsLine, next.bytes.count >= 2 else { return false }
    if typeOfCode[String(code)] != nil {
      // `12/NQ - CP`: two letters only where no heading goes on behind them.
      return next.isAllCapitals && (next.bytes.count >= 3 || !stream[dash + 2].isAllCapitals) || next.key == "ttg"
    }
    // `7711/BCT - TCCB`: the office of a letter, and no other word in capitals behind it.
    return next.isAllCapitals && !code.contains("-") && !code.contains("/") && !stream[dash + 2].isAllCapitals
      && !stream[dash].isJoined && stream[dash - 1].isAllCapitals
  }

  /// `QĐ- UBND` and a symbol cut by the end of a line.
  private func isSpacedPiece(_ index: Int) -> Bool {
    stream[index].isAllCapitals && stream[index].bytes.count >= 2 && stream[index - 1].isJoined
  }

  /// Whether a word looks like a piece of a symbol: capitals, or short with a capital first (`TTr`, `Vụ`, `CTr`).
  private func isCode(_ token: Token) -> Bool {
    guard token.isWord, token.isCapital else { return false }
    if token.isAllCapitals { return true }
    var capitals = 0
    var letters = 0
    for scalar in stream.text(of: token).unicodeScalars {
      letters += 1
      if VietnameseLetter.of(scalar.value).isUpper { capitals += 1 }
    }
    return capitals >= 2 || letters <= 3
  }
}
