import Algorithms

/// A stretch of text that restoration reads as one word or number.
struct Piece: Sendable {
  enum Kind: UInt8, Sendable {
    /// Letters, perhaps with digits and symbols that stand for letters.
    case word
    /// Digits with the marks that belong to numbers; no letter.
    case number
  }

  enum Break: UInt8, Sendable {
    /// The sentence goes on: a blank, a comma, a line end inside a paragraph.
    case none
    /// Punctuation ends a sentence here, or a paragraph ends.
    case sentence
  }

  let kind: Kind
  /// What stands between the piece before and this one.
  let breakBefore: Break
  /// Whether just one blank or one line end, and nothing else, stands before this piece.
  let isAfterBlank: Bool
  /// Whether no white space stands before this piece: `QĐ-UBND`, `05-CT/TW`.
  let isGlued: Bool
  private let byteStart: UInt32
  private let byteEnd: UInt32
  private let glyphStart: UInt32
  private let glyphEnd: UInt32

  /// The place in UTF-8 bytes.
  var bytes: Range<Int> { Int(byteStart)..<Int(byteEnd) }
  /// The place in the code points of the whole text.
  var glyphs: Range<Int> { Int(glyphStart)..<Int(glyphEnd) }

  /// - Precondition: the piece stands in the first 4 GiB.
  init(kind: Kind, bytes: Range<Int>, glyphs: Range<Int>, breakBefore: Break, isAfterBlank: Bool, isGlued: Bool) {
    self.kind = kind
    self.breakBefore = breakBefore
    self.isAfterBlank = isAfterBlank
    self.isGlued = isGlued
    byteStart = UInt32(bytes.lowerBound)
    byteEnd = UInt32(bytes.upperBound)
    glyphStart = UInt32(glyphs.lowerBound)
    glyphEnd = UInt32(glyphs.upperBound)
  }
}

/// Cuts a text into pieces; what stands between them is never touched.
struct PieceScanner {
  /// The code points of the text.
  let glyphs: [Glyph]
  private(set) var pieces: [Piece] = []

  init(_ text: String) {
    var glyphs: [Glyph] = []
    // The byte offset of each code point, and the length of the text.
    var offsets: [UInt32] = []
    var text = text
    text.makeContiguousUTF8()
    let bytes = text.utf8Span.span
    glyphs.reserveCapacity(bytes.count)
    offsets.reserveCapacity(bytes.count + 1)
    var offset = 0
    while offset < bytes.count {
      offsets.append(UInt32(offset))
      glyphs.append(Glyphs.decode(bytes, at: &offset))
    }
    offsets.append(UInt32(bytes.count))
    self.glyphs = glyphs
    scan(offsets)
  }

  /// The letters of a piece without marks and case.
  func bare(_ at: Int) -> [Glyph] { glyphs[pieces[at].glyphs].map(Glyphs.plain) }

  /// The line of each piece, counted by the line and page breaks before it.
  ///
  /// - Complexity: O(*n*) in code points.
  func lines() -> [Int] {
    var line = 0
    var last = 0
    return pieces.map { piece in
      line += glyphs[last..<piece.glyphs.lowerBound].count { $0 == 0x0A || $0 == 0x0C }
      last = piece.glyphs.upperBound
      return line
    }
  }

  private mutating func scan(_ offsets: [UInt32]) {
    let lineEnds = hardLineEnds()
    var at = 0
    var previousEnd = 0
    var first = true
    // Line ends since the last piece; a page break alone does not end a sentence.
    var blankLines = 0
    var hardEnd = false
    func isSpace(_ g: Glyph) -> Bool { g <= 0x20 || g == 0xA0 || g == 0x3000 || (g >= 0x2000 && g <= 0x200A) }
    var found: [Range<Int>] = []
    while at < glyphs.count {
      while at < glyphs.count, isSpace(glyphs[at]) {
        if glyphs[at] == 0x0A {
          blankLines += 1
          if lineEnds.contains(at) { hardEnd = true }
        }
        at += 1
      }
      let start = at
      while at < glyphs.count, !isSpace(glyphs[at]) { at += 1 }
      guard at > start else { break }
      found.removeAll(keepingCapacity: true)
      cut(start..<at, into: &found)
      for range in found {
        var breaks = first || blankLines >= 2 || hardEnd
        if !first, !breaks {
          for index in previousEnd..<range.lowerBound where LanguageText.endsSentence(glyphs[index]) {
            // What is left of a horn and its tone (`git? vitng`, giữ vững) ends no sentence: a small letter follows.
            let next = glyphs[range.lowerBound]
            if glyphs[index] == 0x3F, Glyphs.isLetter(next), !Glyphs.isUpper(next) { continue }
            if index + 1 == range.lowerBound || isSpace(glyphs[index + 1]) || glyphs[index + 1] == 0x22
              || glyphs[index + 1] == 0x201D
            {
              breaks = true
            }
          }
        }
        let gap = range.lowerBound - previousEnd
        pieces.append(
          Piece(
            kind: kind(of: range), bytes: Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound]),
            glyphs: range,
            breakBefore: breaks ? .sentence : .none,
            isAfterBlank: !first && gap == 1 && isSpace(glyphs[previousEnd]),
            isGlued: !first && !(previousEnd..<range.lowerBound).contains { isSpace(glyphs[$0]) }))
        previousEnd = range.upperBound
        first = false
        blankLines = 0
        hardEnd = false
      }
    }
  }

  /// The positions of line ends behind which a new paragraph begins: after a line much shorter than the
  /// page is wide, and before a line that begins with a bullet.
  private func hardLineEnds() -> Set<Int> {
    var lengths: [Int] = []
    var start = 0
    var ends: [(at: Int, length: Int)] = []
    for (index, glyph) in glyphs.enumerated() where glyph == 0x0A {
      ends.append((index, index - start))
      if index - start > 20 { lengths.append(index - start) }
      start = index + 1
    }
    guard lengths.count >= 4 else { return Set(ends.map(\.at)) }
    lengths.sort()
    let usual = lengths[lengths.count / 2]
    var hard: Set<Int> = []
    for (at, length) in ends {
      if length < usual * 3 / 5 { hard.insert(at) }
      var next = at + 1
      while next < glyphs.count, glyphs[next] == 0x20 { next += 1 }
      if next + 1 < glyphs.count, glyphs[next] == 0x2D || glyphs[next] == 0x2B, glyphs[next + 1] == 0x20 {
        hard.insert(at)
      }
    }
    return hard
  }

  private func kind(of range: Range<Int>) -> Piece.Kind {
    var digits = 0
    var isSum = false
    for index in range {
      if Glyphs.isLetter(glyphs[index]) { return .word }
      if Glyphs.isDigit(glyphs[index]) { digits += 1 }
      if glyphs[index] == 0x24 { isSum = true }
    }
    // `$6` is `Số`: a sum in dollars has more digits, in this genre.
    return digits == 0 || (isSum && digits == 1) ? .word : .number
  }

  /// Marks that stand around words.
  @inline(__always)
  private static func isOuter(_ g: Glyph) -> Bool {
    switch g {
    case 0x22, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x3C, 0x3E, 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x2D, 0x2A,
      0x2B,
      0x5F, 0x7E, 0x23, 0x7C, 0x3D, 0x2F, 0x5C, 0x60, 0x5E, 0xAB, 0xBB, 0xB7, 0xB0, 0xB2, 0xB3, 0xB9, 0xAD, 0xFEFF:
      true
    default: (g >= 0x2010 && g <= 0x206F) || (g >= 0x2070 && g <= 0x209F) || (g >= 0x2190 && g <= 0x27BF) || g == 0xFFFD
    }
  }

  private func cut(_ chunk: Range<Int>, into found: inout [Range<Int>]) {
    var low = chunk.lowerBound
    var high = chunk.upperBound
    while low < high, Self.isOuter(glyphs[low]) { low += 1 }
    while high > low, Self.isOuter(glyphs[high - 1]) { high -= 1 }
    guard low < high else { return }
    if let start = addressStart(low..<high) {
      cut(low..<start, into: &found)
      found.append(start..<high)
      return
    }
    if let seam = numberSeam(low..<high) {
      cut(low..<seam, into: &found)
      cut(seam..<high, into: &found)
      return
    }
    // A number keeps its inner marks.
    var numeric = true
    for index in low..<high {
      let g = glyphs[index]
      if !(Glyphs.isDigit(g) || g == 0x2E || g == 0x2C || g == 0x2F || g == 0x3A || g == 0x2D || g == 0x2013
        || g == 0x25)
      {
        numeric = false
        break
      }
    }
    if numeric {
      found.append(low..<high)
      return
    }
    var start = low
    var index = low
    func close(_ end: Int) {
      var from = start
      var to = end
      while from < to, Self.isOuter(glyphs[from]) { from += 1 }
      while to > from, Self.isOuter(glyphs[to - 1]) { to -= 1 }
      guard from < to else { return }
      if let seam = numberSeam(from..<to) {
        found.append(from..<seam)
        from = seam
      }
      found.append(from..<to)
    }
    while index < high {
      let g = glyphs[index]
      let before = index > start ? glyphs[index - 1] : 0
      let after = index + 1 < high ? glyphs[index + 1] : 0
      let cutsHere: Bool =
        switch g {
        case 0x2F: !joinsNumbers(index, in: start..<high)
        case 0x2D, 0x2010...0x2015, 0x7C, 0x5F, 0x5C, 0x3D, 0x2B, 0x2026, 0x3C, 0x3E: true
        case 0x2E, 0x2C, 0x3A, 0x3B:
          // Between digits it belongs to the number.
          !(Glyphs.isDigit(before) && Glyphs.isDigit(after))
        // `th?c`, `M?C` is a letter misread; behind `gì?Có` a blank was lost.
        case 0x21, 0x3F: Glyphs.isLetter(before) && !Glyphs.isUpper(before) && Glyphs.isUpper(after)
        case 0x22, 0x201C, 0x201D, 0xAB, 0xBB, 0x5D: Glyphs.isLetter(before) && Glyphs.isLetter(after)
        // `buộc[8]`: the mark of a note.
        case 0x5B, 0x7B: Glyphs.isLetter(before) && (Glyphs.isLetter(after) || Glyphs.isDigit(after))
        // `GD&ĐT` is two abbreviations; elsewhere & may be a letter misread.
        case 0x26: Glyphs.isLetter(before) && Glyphs.isUpper(before) && Glyphs.isLetter(after) && Glyphs.isUpper(after)
        case 0x28: after != 0x29 && (Glyphs.isLetter(before) || Glyphs.isDigit(before))
        case 0x29: before != 0x28
        default: false
        }
      if cutsHere {
        close(index)
        start = index + 1
      }
      index += 1
    }
    close(high)
  }

  /// Whether a slash has nothing but digits on both its sides: `42/2017` of `42/2017/NĐ-CP` is one number, as it is one word of
  /// the language model (``LanguageText``).
  ///
  /// - Parameter range: from where the piece begins, which an earlier slash inside it has joined.
  /// - Complexity: O(*k*) in the digits beside the slash.
  private func joinsNumbers(_ slash: Int, in range: Range<Int>) -> Bool {
    let before = glyphs[range.lowerBound..<slash].suffix(while: Glyphs.isDigit)
    let behind = glyphs[(slash + 1)..<range.upperBound].prefix(while: Glyphs.isDigit)
    return !before.isEmpty && !behind.isEmpty
      && (before.startIndex == range.lowerBound || glyphs[before.startIndex - 1] == 0x2F)
      && (behind.endIndex == range.upperBound || !Glyphs.isLetter(glyphs[behind.endIndex]))
  }
}
