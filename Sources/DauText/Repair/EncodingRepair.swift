/// Finds the passages of a text that are in an encoding older than Unicode, and reads them.
///
/// Such text arrives as the bytes it was written in, or pasted, each byte as the character that windows-1252 shows for
/// it: `Céng hßa x· héi`. Each stretch of a line is read in every encoding; the one in which its words are Vietnamese
/// syllables, where they were none before, is taken when the evidence is strong: three different signs in three words. A
/// stretch without evidence of its own (`héi` alone) follows its neighbours. Text with Vietnamese letters beyond Latin-1
/// is Unicode and is never touched; so is what OCR leaves, for it has few kinds of marks.
struct EncodingRepair {
  private struct Segment {
    var bytes: Range<Int>
    var line: Int
    var isRaw: Bool
    /// `nil` for Unicode.
    var encoding: LegacyEncoding?
    var isDecided: Bool
  }

  private let text: [UInt8]
  /// Lines of the text, by byte ranges, that are shown as windows-1252 because they are no UTF-8.
  private let rawLines: [Range<Int>]
  private var segments: [Segment] = []

  /// - Parameters:
  ///   - text: UTF-8.
  ///   - rawLines: stretches of it that were no UTF-8 and are given as windows-1252 shows them, in order.
  init(_ text: [UInt8], rawLines: [Range<Int>] = []) {
    self.text = text
    self.rawLines = rawLines
  }

  /// Reads what is in another encoding.
  ///
  /// - Returns: `nil` when nothing is.
  /// - Throws: ``Unexplained`` when no encoding explains a raw line.
  /// - Complexity: O(*n*).
  mutating func run() throws(Unexplained) -> RepairedText? {
    if rawLines.isEmpty {
      // Only a suspect line can show an encoding. Most texts have a few such lines and no other encoding in them.
      cutSuspectLines()
      guard decideByThemselves() else { return nil }
      segments = []
    }
    cut()
    guard decideByThemselves() else { throw Unexplained() }
    decideByNeighbours()
    if segments.contains(where: { $0.isRaw && $0.encoding == nil }) { throw Unexplained() }
    return written()
  }

  /// A raw line is in no known encoding.
  struct Unexplained: Error {}

  // MARK: Segments

  /// Cuts lines into stretches between words that are Unicode beyond doubt; what is ASCII throughout is left out.
  private mutating func cut() {
    let text = self.text
    let span = text.span
    var line = 1
    var start = 0
    var raw = 0
    var at = 0
    while at <= text.count {
      guard at == text.count || span[at] == 0x0A || span[at] == 0x0D || span[at] == 0x0C else {
        at += 1
        continue
      }
      while raw < rawLines.count, rawLines[raw].upperBound <= start { raw += 1 }
      let isRaw = raw < rawLines.count && rawLines[raw].lowerBound < at
      if start < at { cutLine(start..<at, of: span, number: line, isRaw: isRaw) }
      if at < text.count, span[at] == 0x0A || (span[at] == 0x0D && !(at + 1 < text.count && span[at + 1] == 0x0A)) {
        line += 1
      }
      at += 1
      start = at
    }
  }

  /// Cuts the suspect lines alone; their numbers are not counted.
  private mutating func cutSuspectLines() {
    let text = self.text
    let span = text.span
    func endsLine(_ at: Int) -> Bool { span[at] == 0x0A || span[at] == 0x0D || span[at] == 0x0C }
    var at = 0
    while let suspect = Self.firstSuspect(text, at..<text.count) {
      var start = suspect
      while start > at, !endsLine(start - 1) { start -= 1 }
      var end = suspect
      while end < text.count, !endsLine(end) { end += 1 }
      // A control character may be the line's end itself.
      if start < end { cutLine(start..<end, of: span, number: 0, isRaw: false) }
      at = max(end, suspect + 1)
    }
  }

  private mutating func cutLine(_ bytes: Range<Int>, of text: borrowing Span<UInt8>, number: Int, isRaw: Bool) {
    func add(_ range: Range<Int>, isUnicode: Bool) {
      // Of stretches that follow each other and are Unicode one says what all say.
      if isUnicode, let last = segments.last, last.isDecided { return }
      guard isUnicode || range.contains(where: { text[$0] >= 0x80 || Self.isControl(text[$0]) }) else { return }
      segments.append(Segment(bytes: range, line: number, isRaw: isRaw, encoding: nil, isDecided: isUnicode))
    }
    if isRaw { return add(bytes, isUnicode: false) }
    var start = bytes.lowerBound
    var at = start
    while at < bytes.upperBound {
      let word = at
      var isUnicode = false
      while at < bytes.upperBound, text[at] != 0x20, text[at] != 0x09 {
        isUnicode = isUnicode || text[at] >= 0xC4 && Self.isBeyondLatin1(at, in: text)
        at += 1
      }
      if isUnicode {
        if start < word { add(start..<word, isUnicode: false) }
        add(word..<at, isUnicode: true)
        start = at
      }
      while at < bytes.upperBound, text[at] == 0x20 || text[at] == 0x09 { at += 1 }
    }
    if start < bytes.upperBound { add(start..<bytes.upperBound, isUnicode: false) }
  }

  /// Whether a letter or mark of Unicode's Vietnamese outside Latin-1 begins at a byte.
  private static func isBeyondLatin1(_ at: Int, in text: borrowing Span<UInt8>) -> Bool {
    switch text[at] {
    // ă, đ, ĩ, ũ, ơ, ư; combining marks; U+1EA0 on.
    case 0xC4, 0xCC, 0xCD: return true
    case 0xC5: return at + 1 < text.count && (text[at + 1] == 0xA8 || text[at + 1] == 0xA9)
    case 0xC6:
      guard at + 1 < text.count else { return false }
      return text[at + 1] == 0xA0 || text[at + 1] == 0xA1 || text[at + 1] == 0xAF || text[at + 1] == 0xB0
    case 0xE1: return at + 1 < text.count && (text[at + 1] == 0xBA || text[at + 1] == 0xBB)
    default: return false
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    LegacyTables.isVISCIIControl(byte)
  }

  private static func isSuspect(_ text: [UInt8], _ range: Range<Int>) -> Bool { firstSuspect(text, range) != nil }

  /// The first byte of a stretch that clean Vietnamese text does not hold: a fast look.
  ///
  /// - Complexity: O(*n*).
  private static func firstSuspect(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    let span = text.span
    precondition(range.upperBound <= span.count)
    var at = range.lowerBound
    while at < range.upperBound {
      // The range lies within the text.
      let byte = unsafe span[unchecked: at]
      if byte >= 0x20, byte < 0xC2 {
        at += 1
      } else if byte == 0xE1 {
        // Most of the letters with marks.
        at += 3
      } else if byte == 0xC4 {
        // ă, đ and ĩ.
        at += 2
      } else if isSuspect(span, at, in: range) {
        return at
      } else {
        at += 1
      }
    }
    return nil
  }

  /// Whether clean Vietnamese text does not hold the code point that begins at a byte.
  private static func isSuspect(_ text: borrowing Span<UInt8>, _ at: Int, in range: Range<Int>) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    let next = at + 1 < range.upperBound ? text[at + 1] : 0
    switch text[at] {
    case 0x09, 0x0A: return false
    case 0..<0x20: return isControl(text[at])
    case 0xC2:
      switch next {
      case 0xA0, 0xAD: return false
      case 0xA7, 0xAB, 0xB0, 0xB2, 0xB3, 0xB7, 0xB9, 0xBB:
        // These have their place in text, but not at a letter.
        if at > range.lowerBound, isLetter(text[at - 1]) { return true }
        return at + 2 < range.upperBound && (isLetter(text[at + 2]) || text[at + 2] >= 0xC2)
      default: return true
      }
    case 0xC3:
      if LetterTable.shared[UInt32(0xC0 | next & 0x3F)] == nil, next != 0x97, next != 0xB7 { return true }
      // windows-1258 shows its tones as Ì, Ò, ì and ò behind the vowel, where no Vietnamese word has them.
      guard next == 0x8C || next == 0x92 || next == 0xAC || next == 0xB2, at > range.lowerBound else { return false }
      switch text[at - 1] | 0x20 {
      case 0x61, 0x65, 0x69, 0x6F, 0x79, 0xA0...0xBF: return true
      default: return false
      }
    case 0xC5: return next != 0xA8 && next != 0xA9
    case 0xC6: return next == 0x92
    case 0xCB: return true
    default: return false
    }
  }

  // MARK: Decisions

  /// Decides the stretches that show what they are; whether there is any in another encoding.
  private mutating func decideByThemselves() -> Bool {
    var totals: [LegacyEncoding: Int] = [:]
    var open: [(segment: Int, scores: [LegacyEncoding: Int])] = []
    var marked = 0
    var unmarked = 0
    for index in segments.indices where !segments[index].isDecided {
      let segment = segments[index]
      guard segment.isRaw || Self.isSuspect(text, segment.bytes) else { continue }
      let (scalars, widths) = decoded(segment.bytes)
      let plain = LegacyReading(scalars[...], widths: widths[...], in: nil)
      let kinds = Set(scalars.filter { $0 >= 0x80 }).count
      var scores: [LegacyEncoding: Int] = [:]
      var best = plain
      for encoding in LegacyEncoding.allCases where encoding != .misreadUTF8 || !segment.isRaw {
        let reading = LegacyReading(scalars[...], widths: widths[...], in: encoding)
        guard Self.isStrong(reading, against: plain, kinds: kinds, encoding, isRaw: segment.isRaw) else { continue }
        scores[encoding] = reading.score
        if reading.score > best.score { best = reading }
        totals[encoding, default: 0] += reading.score - plain.score
      }
      if !scores.isEmpty { open.append((index, scores)) }
      if !segment.isRaw {
        marked += best.validCount + best.invalidCount
        unmarked += best.plainWordCount
      }
    }
    // Seven of eight words of Vietnamese have marks. Where an engine that knows none left them, three of ten do: `näm`
    // and `dông` are syllables in VISCII by chance.
    if marked < unmarked {
      open = open.compactMap { index, scores in
        let scores = segments[index].isRaw ? scores : scores.filter { $0.key == .misreadUTF8 }
        return scores.isEmpty ? nil : (index, scores)
      }
    }
    for (index, scores) in open {
      // Short stretches are syllables in two encodings at times; then the document's decides.
      let best = scores.max { a, b in
        (a.value, totals[a.key, default: 0], b.key.rawValue) < (b.value, totals[b.key, default: 0], a.key.rawValue)
      }
      segments[index].encoding = best?.key
      segments[index].isDecided = true
    }
    return !open.isEmpty
  }

  private static func isStrong(
    _ reading: LegacyReading, against plain: LegacyReading, kinds: Int, _ encoding: LegacyEncoding, isRaw: Bool
  ) -> Bool {
    let marked = reading.validCount + reading.invalidCount
    guard reading.validCount * 5 >= marked * 4, marked * 3 >= reading.plainWordCount else { return false }
    // No other text has such sequences.
    if encoding == .misreadUTF8 {
      return reading.validCount > 0 && (reading.sequenceCount > 0 || reading.score - plain.score >= 3)
    }
    // Any letter is a syllable by itself if it is a vowel.
    guard reading.validLongCount >= 2 else { return false }
    // Bytes that are no UTF-8 are in some encoding, so less is asked.
    if isRaw, reading.validCount >= 2, reading.invalidCount == 0, kinds >= 2 { return true }
    return reading.validCount >= 3 && kinds >= 3 && reading.score - plain.score >= 4
  }

  /// Lets a stretch that says nothing by itself follow those before and behind it.
  private mutating func decideByNeighbours() {
    var following: [LegacyEncoding??] = Array(repeating: nil, count: segments.count)
    var next: LegacyEncoding?? = nil
    for index in segments.indices.reversed() {
      following[index] = next
      if segments[index].isDecided { next = .some(segments[index].encoding) }
    }
    var previous: LegacyEncoding?? = nil
    for index in segments.indices {
      if segments[index].isDecided {
        previous = .some(segments[index].encoding)
        continue
      }
      let around = [previous, following[index]].compactMap { $0 }
      // A raw line is not Unicode, whatever stands around it.
      let encodings = Set(around.compactMap { $0 })
      guard !encodings.isEmpty, segments[index].isRaw || encodings.count == Set(around).count else { continue }
      let (scalars, widths) = decoded(segments[index].bytes)
      let plain = LegacyReading(scalars[...], widths: widths[...], in: nil)
      let readings = encodings.map { encoding in
        (encoding: encoding, score: LegacyReading(scalars[...], widths: widths[...], in: encoding).score)
      }
      let best = readings.max { ($0.score, $1.encoding.rawValue) < ($1.score, $0.encoding.rawValue) }
      if let best, best.score >= plain.score { segments[index].encoding = best.encoding }
    }
  }

  // MARK: Output

  private func decoded(_ range: Range<Int>) -> (scalars: [UInt32], widths: [Int]) {
    var scalars: [UInt32] = []
    var widths: [Int] = []
    let span = text.span
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, width) = UTF8Decoding.scalar(in: span, at: at)
      scalars.append(scalar)
      widths.append(width)
      at += width
    }
    return (scalars, widths)
  }

  private func written() -> RepairedText {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var map = SourceMap.Builder()
    var lines: [LegacyEncoding: (count: Int, first: Int, last: Int)] = [:]
    var copied = 0
    for segment in segments {
      guard let encoding = segment.encoding else { continue }
      out.append(contentsOf: text[copied..<segment.bytes.lowerBound])
      map.copy(segment.bytes.lowerBound - copied)
      let (scalars, widths) = decoded(segment.bytes)
      let reading = LegacyReading(scalars[...], widths: widths[...], in: encoding)
      var source = segment.bytes.lowerBound
      for (scalar, width) in zip(reading.scalars, reading.widths) {
        let start = out.count
        UTF8Decoding.append(scalar, to: &out)
        if out[start...].elementsEqual(text[source..<source + width]) {
          map.copy(width)
        } else {
          map.replace(width, with: out.count - start)
        }
        source += width
      }
      copied = segment.bytes.upperBound
      var tally = lines[encoding] ?? (0, segment.line, 0)
      if tally.last != segment.line { tally.count += 1 }
      tally.last = segment.line
      lines[encoding] = tally
    }
    out.append(contentsOf: text[copied...])
    map.copy(text.count - copied)
    let repairs = lines.map { TextRepair(kind: .encoding($0.key), count: $0.value.count, firstLine: $0.value.first) }
    return RepairedText(
      bytes: out, map: map.build(), repairs: repairs.sorted { ($1.count, $0.code) < ($0.count, $1.code) })
  }
}
