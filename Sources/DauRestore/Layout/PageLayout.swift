import DauText

/// Which lines of a text are page furniture or footnotes, and which go on with the line before.
///
/// A page is wrapped text: a line goes on when it is as wide as its neighbours and the next word would not have fitted
/// into it, or when the next line begins with a small letter. Entries of lists, headings, rows of tables, letterheads and
/// signatures begin anew. Page numbers and running heads are set aside, and so are footnotes, so that a sentence goes on
/// behind them. All of it is decided by shape, since the words may still be ruined.
struct PageLayout {
  enum Role: UInt8 { case blank, furniture, footnote, body }

  let lines: [PageLine]
  /// What each line is.
  private(set) var roles: [Role]
  /// The line that each line goes on with; `nil` where a paragraph begins.
  private(set) var continued: [Int?]
  /// The width that lines have around each line, in code points.
  private var widths: [Int] = []
  /// Lines of letterheads, lists of recipients and signatures.
  private var isApart: [Bool]

  /// - Parameter joinsAlways: whether lines are joined even when nothing is set aside; a text without page numbers and
  ///   notes is read from front to back, and need not be measured further.
  /// - Complexity: O(*n*).
  init(_ text: Span<UInt8>, joinsAlways: Bool = true) {
    lines = PageLine.all(in: text)
    roles = lines.map { $0.isBlank ? .blank : .body }
    continued = Array(repeating: nil, count: lines.count)
    isApart = Array(repeating: false, count: lines.count)
    findFurniture()
    measure()
    findFootnotes()
    guard joinsAlways || hasAsides else { return }
    measure()
    findLetterhead()
    findRecipients()
    join()
  }

  /// Whether a sentence may go on across something set aside.
  var hasAsides: Bool { roles.contains { $0 == .furniture || $0 == .footnote } }

  // MARK: Widths

  /// Measures the usual width of full lines in blocks of some dozens.
  private mutating func measure() {
    widths = Array(repeating: 0, count: lines.count)
    let step = 16
    for block in stride(from: 0, to: lines.count, by: step) {
      let window = max(0, block - 24)..<min(lines.count, block + step + 24)
      var lengths = window.filter { roles[$0] == .body && !lines[$0].isTabular && lines[$0].length > 20 }
        .map { lines[$0].length }
      lengths.sort()
      let width = lengths.isEmpty ? 0 : lengths[min(lengths.count - 1, lengths.count * 85 / 100)]
      for line in block..<min(lines.count, block + step) { widths[line] = width }
    }
  }

  // MARK: Furniture

  private mutating func findFurniture() {
    var last = 0
    for index in lines.indices {
      guard let number = lines[index].pageNumber, number > last, number <= last + 50 || last == 0 else { continue }
      let before = index > 0 ? lines[index - 1] : nil
      let after = index + 1 < lines.count ? lines[index + 1] : nil
      // Numbers under one another are a column.
      if before?.pageNumber != nil || after?.pageNumber != nil { continue }
      if before == nil, after == nil { continue }
      let isAtEdge = before == nil || after == nil || isPageEdge(index)
      // Between two lines of text only the very next number will do.
      let isNext =
        (number == last + 1 || last == 0 && number <= 3) && (before?.length ?? 0) > 4 && (after?.length ?? 0) > 4
      guard isAtEdge || isNext || before?.isBlank == true || after?.isBlank == true else { continue }
      // A first page number far into its hundreds is another number.
      if last == 0, number > 40, !isAtEdge { continue }
      roles[index] = .furniture
      last = number
    }
    findRunningHeads()
  }

  /// Whether a line is the first or last of its page by form feeds.
  private func isPageEdge(_ index: Int) -> Bool {
    func neighbour(_ step: Int) -> Int? {
      var at = index + step
      while lines.indices.contains(at), lines[at].isBlank { at += step }
      return lines.indices.contains(at) ? at : nil
    }
    guard lines.last?.page ?? 0 > 0 else { return false }
    func differs(_ other: Int?) -> Bool { other.map { lines[$0].page != lines[index].page } ?? true }
    return differs(neighbour(-1)) || differs(neighbour(1))
  }

  /// Sets aside lines that stand three times or more beside a page's edge or its number: the same, but for a number that
  /// counts the pages.
  private mutating func findRunningHeads() {
    var places: [[Glyph]: [Int]] = [:]
    for index in lines.indices where roles[index] == .body && lines[index].length >= 4 && lines[index].length <= 120 {
      guard isPageEdge(index) || isBesideNumber(index) else { continue }
      var key: [Glyph] = []
      for glyph in lines[index].glyphs where !Glyphs.isDigit(glyph) || key.last != 0x30 {
        key.append(Glyphs.isDigit(glyph) ? 0x30 : Glyphs.lower(glyph))
      }
      places[key, default: []].append(index)
    }
    for (_, found) in places where found.count >= 3 {
      let numbers = found.map { Self.numbers(in: lines[$0].glyphs) }
      let differing = numbers[0].indices.filter { at in numbers.contains { $0[at] != numbers[0][at] } }
      let counts = differing.allSatisfy { at in zip(numbers, numbers.dropFirst()).allSatisfy { $1[at] == $0[at] + 1 } }
      if counts { for index in found { roles[index] = .furniture } }
    }
  }

  /// The runs of digits, up to six long, as numbers.
  private static func numbers(in glyphs: [Glyph]) -> [Int] {
    glyphs.split { !Glyphs.isDigit($0) }.map { run in run.suffix(6).reduce(0) { $0 * 10 + Int($1 - 0x30) } }
  }

  private func isBesideNumber(_ index: Int) -> Bool {
    for step in [-1, 1] {
      var at = index + step
      while lines.indices.contains(at), lines[at].isBlank { at += step }
      if lines.indices.contains(at), roles[at] == .furniture { return true }
    }
    return false
  }

  // MARK: Footnotes

  /// The mark at the head of a footnote: a superscript or sign, or a plain number, with a capital behind it.
  private enum NoteMark: Equatable { case sign, number(Int) }

  private func noteMark(_ index: Int) -> NoteMark? {
    let glyphs = lines[index].glyphs
    var at = 0
    var number = 0
    var isSign = false
    while at < glyphs.count, at < 3 {
      switch glyphs[at] {
      case 0xB9, 0xB2, 0xB3, 0x2070...0x2079, 0x27, 0x2018, 0x2019, 0x2020, 0xB0: isSign = true
      case 0x30...0x39: number = number * 10 + Int(glyphs[at] - 0x30)
      default:
        var next = at
        while next < glyphs.count, glyphs[next] == 0x20 { next += 1 }
        guard at > 0, next < glyphs.count else { return nil }
        let isCapital = (Glyphs.isLetter(glyphs[next]) && Glyphs.isUpper(glyphs[next])) || glyphs[next] == 0x201C
        guard isCapital else { return nil }
        if isSign { return .sign }
        return next > at && number > 0 ? .number(number) : nil
      }
      at += 1
    }
    return nil
  }

  private mutating func findFootnotes() {
    var expected = 1
    var index = 0
    while index < lines.count {
      guard roles[index] == .body, index > 0, let mark = noteMark(index), let before = bodyLine(before: index),
        let end = endOfNotes(from: index)
      else {
        index += 1
        continue
      }
      // A footnote stands below a blank line, at the foot of its page; the sentence above it is mostly cut.
      let isFoot =
        end == lines.count ? end - index <= 15 : roles[end] == .furniture || lines[end].page != lines[index].page
      let cutsSentence = end < lines.count && lines[end].start == .lower && !lines[end].isTabular
      var isNote = roles[index - 1] == .blank && (isFoot || cutsSentence)
      switch mark {
      case .sign: break
      case .number(let number):
        // A plain number must be the next, and stand behind a word above.
        isNote = isNote && number == expected && isMarked(number, above: index)
      }
      // `'` also begins a quotation; a note is preceded by a text that bears a mark or stops short.
      if !isNote || (mark == .sign && lines[before].isTabular) {
        index += 1
        continue
      }
      for at in index..<end where roles[at] == .body {
        roles[at] = .footnote
        if case .number? = noteMark(at) { expected += 1 }
      }
      if mark == .sign { expected += 1 }
      index = end
    }
  }

  private func bodyLine(before index: Int) -> Int? {
    var at = index - 1
    while at >= 0, roles[at] != .body { at -= 1 }
    return at >= 0 ? at : nil
  }

  /// The most lines of notes at the foot of a page.
  private static let noteLimit = 70

  /// The line behind the notes that begin at `index`: the page's end, or where the text above goes on.
  private func endOfNotes(from index: Int) -> Int? {
    let isEnded = bodyLine(before: index).map { lines[$0].isEnded } ?? true
    var at = index + 1
    var blanks = 0
    while at < lines.count {
      // Longer than a page is no note; the bound keeps the search linear.
      if at - index >= Self.noteLimit { return nil }
      if roles[at] == .furniture || lines[at].page != lines[index].page { return at }
      if roles[at] == .blank {
        blanks += 1
        if blanks > 2 { return at }
        at += 1
        continue
      }
      if blanks > 0, noteMark(at) == nil { return at }
      // Notes hold no headings and lists.
      if lines[at].entry != nil, lines[at].entry != .dash { return at }
      // The text above, which stopped in the middle of a sentence, goes on behind the short last line of the note.
      if lines[at].start == .lower, !isEnded, lines[at - 1].length * 10 < max(widths[at], lines[index].length) * 7 {
        return at
      }
      blanks = 0
      at += 1
    }
    return lines.count
  }

  /// Whether a number stands directly behind a word in the lines above, as a footnote mark that lost its height does.
  private func isMarked(_ number: Int, above index: Int) -> Bool {
    let digits = Glyphs.of(String(number))
    let superscripts: [Glyph] = Glyphs.of("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let raised = digits.map { superscripts[Int($0 - 0x30)] }
    for at in max(0, index - 70)..<index where roles[at] == .body {
      let glyphs = lines[at].glyphs
      for start in glyphs.indices.dropFirst() {
        for form in [digits, raised] where glyphs[start...].starts(with: form) {
          let next = start + form.count
          let isAlone = next >= glyphs.count || !(Glyphs.isDigit(glyphs[next]) || Glyphs.isLetter(glyphs[next]))
          let isBehindWord =
            Glyphs.isLetter(glyphs[start - 1]) || [0x22, 0x201D, 0x29, 0x2C, 0x2E, 0x3B].contains(glyphs[start - 1])
          if isAlone, isBehindWord { return true }
        }
      }
    }
    return false
  }

  // MARK: Letterheads and signatures

  /// The letterhead reaches to the last of the first lines that holds a document's symbol, or else two columns.
  private mutating func findLetterhead() {
    var head: [Int] = []
    for index in lines.indices where roles[index] == .body {
      head.append(index)
      if head.count == 12 { break }
    }
    guard let last = head.last(where: isSymbolLine) ?? head.prefix(6).last(where: { lines[$0].isTabular }) else {
      return
    }
    for index in head where index <= last { isApart[index] = true }
  }

  /// `Số: 459/BC-UBND`: a short line with a slash between a number and capitals.
  private func isSymbolLine(_ index: Int) -> Bool {
    let glyphs = lines[index].glyphs
    guard glyphs.count * 20 < max(60, widths[index]) * 19, lines[index].start != .lower, !lines[index].isEnded else {
      return false
    }
    guard let slash = glyphs.firstIndex(of: 0x2F), slash > 0, slash < 16, slash + 2 < glyphs.count else { return false }
    let before = glyphs[..<slash].last { $0 != 0x20 }
    return before.map(Glyphs.isDigit) == true
      && glyphs[slash + 1..<slash + 3].allSatisfy { Glyphs.isLetter($0) && Glyphs.isUpper($0) }
  }

  /// From `Nơi nhận` to the end of the page, and the lines of a signature.
  private mutating func findRecipients() {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      let isRecipients = roles[index] == .body && line.length < 90 && line.begins(with: "noi nhan")
      let isSignature =
        roles[index] == .body && line.length < 60 && line.isCapitals
        && ["TM.", "KT.", "TL.", "TUQ.", "T/M", "Q."].contains { line.glyphs.starts(with: Glyphs.of($0)) }
      guard isRecipients || isSignature else {
        index += 1
        continue
      }
      let reach = isRecipients ? 40 : 10
      var at = index
      while at < lines.count, at < index + reach, lines[at].page == line.page, !lines[at].begins(with: "phu luc") {
        // A line as wide as the page is text again.
        if at > index, lines[at].length * 10 >= max(40, widths[at]) * 8, lines[at].entry == nil { break }
        isApart[at] = true
        at += 1
      }
      index = max(at, index + 1)
    }
  }

  // MARK: Joins

  private mutating func join() {
    var previous: Int?
    var previousNote: Int?
    var blanks = 0
    var isAcross = false
    var lastNumber = 0
    let doubled = isDoubleSpaced
    for index in lines.indices {
      switch roles[index] {
      case .blank:
        blanks += 1
      case .furniture:
        isAcross = true
      case .footnote:
        if let previousNote, noteMark(index) == nil { continued[index] = previousNote }
        previousNote = index
        isAcross = true
      case .body:
        previousNote = nil
        if let previous {
          let crosses = isAcross || lines[previous].page != lines[index].page
          let gap = crosses ? 0 : doubled ? max(0, blanks - 1) : blanks
          if goesOn(previous, index, blanks: gap, crosses: crosses, lastNumber: lastNumber) {
            continued[index] = previous
          }
        }
        if continued[index] == nil, case .number(let number)? = lines[index].entry { lastNumber = number }
        previous = index
        blanks = 0
        isAcross = false
      }
    }
  }

  /// Whether a blank line stands behind every line, as some extractors write.
  private var isDoubleSpaced: Bool {
    var pairs = 0
    var lower = 0
    for index in lines.indices.dropFirst(2)
    where roles[index] == .body && roles[index - 1] == .blank && roles[index - 2] == .body {
      pairs += 1
      if lines[index].start == .lower { lower += 1 }
    }
    return pairs >= 8 && lower * 2 > pairs
  }

  private func goesOn(_ p: Int, _ i: Int, blanks: Int, crosses: Bool, lastNumber: Int) -> Bool {
    let (above, below) = (lines[p], lines[i])
    guard !isApart[p], !isApart[i], !above.isTabular, !below.isTabular, !above.endsText else { return false }
    let width = widths[p]
    let isEnded = above.isEnded
    let isSoft = below.start == .lower || (!isEnded && below.start == .opening)
    // The next word would have gone into the line above.
    let hadRoom = (above.length + 1 + below.firstWordLength) * 100 <= width * 90
    let isFull = above.length >= 25 && above.length * 100 >= width * 78 && !hadRoom
    switch below.entry {
    case nil: break
    // In the middle of a sentence `- Lạng Sơn` is the end of a name, and `2. Các` that of a number, unless it is the next
    // in its list.
    case .dash? where !isEnded && isFull && blanks == 0: break
    case .number(let number)? where !isEnded && isFull && number != 1 && number != lastNumber + 1: break
    default: return false
    }
    if blanks > 0 {
      // A title goes on across a blank line; nothing else does.
      return blanks <= 2 && !isEnded && !above.isCapitals && !below.isCapitals && above.last != 0x2A
        && (below.start == .lower || below.start == .digit || below.start == .opening) && above.length > 20
    }
    if above.isCapitals != below.isCapitals, max(above.length, below.length) >= 8, !isSoft, !(isFull && !isEnded) {
      return false
    }
    if crosses { return !isEnded && (isSoft || isFull) }
    if above.isCapitals, below.isCapitals { return !isEnded && above.glyphs.count { $0 == 0x20 } >= 2 && blanks == 0 }
    let last = above.last
    if last == 0x3A || last == 0x3B { return isSoft && isFull }
    if isEnded { return isSoft ? above.length * 10 >= width * 7 : isFull && below.indent <= above.indent }
    if isSoft { return true }
    // A line set in further begins a paragraph, when the one above does not fill its width.
    return isFull || (below.start == .digit && above.length >= 25 && above.length * 10 >= width * 6)
  }
}
