/// A stretch of text read in one encoding, code point by code point, with what each was made of.
struct LegacyReading {
  /// The code points read.
  private(set) var scalars: [UInt32] = []
  /// How many bytes of the source each was made of.
  private(set) var widths: [Int] = []
  /// Whether each was made of anything but ASCII.
  private(set) var isMarked: [Bool] = []
  /// Sequences of misread UTF-8 that make a letter with two marks: no other text has them.
  private(set) var sequenceCount = 0
  /// Words with anything outside ASCII that are syllables, those that are none, and words of ASCII.
  private(set) var validCount = 0
  /// Of the valid ones, those of two letters and more.
  private(set) var validLongCount = 0
  private(set) var invalidCount = 0
  private(set) var plainWordCount = 0

  private mutating func append(_ scalar: UInt32, width: Int, isMarked marked: Bool) {
    scalars.append(scalar)
    widths.append(width)
    isMarked.append(marked)
  }

  /// Reads `source` in `encoding`; `nil` reads it as the Unicode it is.
  ///
  /// - Parameters:
  ///   - source: code points as windows-1252 shows the bytes of the encoding.
  ///   - widths: the bytes of each in UTF-8.
  /// - Complexity: O(*n*).
  init(_ source: ArraySlice<UInt32>, widths sourceWidths: ArraySlice<Int>, in encoding: LegacyEncoding?) {
    scalars.reserveCapacity(source.count)
    widths.reserveCapacity(source.count)
    isMarked.reserveCapacity(source.count)
    switch encoding {
    case nil:
      scalars = Array(source)
      widths = Array(sourceWidths)
      isMarked = scalars.map { $0 >= 0x80 }
    case .tcvn3?: readTable(source, sourceWidths, LegacyTables.tcvn3, controls: [:])
    case .viscii?: readTable(source, sourceWidths, LegacyTables.viscii, controls: LegacyTables.visciiControls)
    case .vni?: readVNI(source, sourceWidths)
    case .windows1258?: read1258(source, sourceWidths)
    case .misreadUTF8?:
      readUTF8(source, sourceWidths)
      // Some text was misread twice: what comes out is still the beginning of such letters.
      if zip(scalars, scalars.dropFirst()).contains(where: { $0 == 0xE1 && ($1 == 0xBA || $1 == 0xBB) }) {
        let once = self
        (scalars, widths, isMarked) = ([], [], [])
        readUTF8(once.scalars[...], once.widths[...])
      }
      fillGaps()
    }
    count()
    if encoding == .tcvn3 { raiseCapitals() }
  }

  // MARK: Encodings

  private mutating func readTable(
    _ source: ArraySlice<UInt32>, _ sourceWidths: ArraySlice<Int>, _ table: [UInt32], controls: [UInt32: UInt32]
  ) {
    for index in source.indices {
      let scalar = source[index]
      var read = scalar
      if scalar < 0x20 {
        read = controls[scalar] ?? scalar
      } else if scalar >= 0x80, let byte = LegacyTables.byte(shownAs: scalar), byte >= 0x80 {
        let letter = table[Int(byte) - 0x80]
        if letter != 0 { read = letter }
      }
      append(read, width: sourceWidths[index], isMarked: scalar >= 0x80 || read != scalar)
    }
  }

  private mutating func readVNI(_ source: ArraySlice<UInt32>, _ sourceWidths: ArraySlice<Int>) {
    var index = source.startIndex
    while index < source.endIndex {
      let scalar = source[index]
      let single = scalar >= 0x80 ? LegacyTables.byte(shownAs: scalar).flatMap { LegacyTables.lettersVNI[$0] } : nil
      let base = single ?? scalar
      if index + 1 < source.endIndex, source[index + 1] >= 0x80,
        let byte = LegacyTables.byte(shownAs: source[index + 1]),
        let mark = LegacyTables.marksVNI[byte], let joined = Self.joined(base, mark.shape, mark.tone)
      {
        append(joined, width: sourceWidths[index] + sourceWidths[index + 1], isMarked: true)
        index += 2
      } else {
        append(base, width: sourceWidths[index], isMarked: scalar >= 0x80)
        index += 1
      }
    }
  }

  private mutating func read1258(_ source: ArraySlice<UInt32>, _ sourceWidths: ArraySlice<Int>) {
    var index = source.startIndex
    while index < source.endIndex {
      let scalar = source[index]
      var base = scalar
      if scalar >= 0x80, let byte = LegacyTables.byte(shownAs: scalar), let letter = LegacyTables.letters1258[byte] {
        base = letter
      }
      if index + 1 < source.endIndex, source[index + 1] >= 0x80,
        let byte = LegacyTables.byte(shownAs: source[index + 1]),
        let tone = LegacyTables.tones1258[byte], let joined = Self.joined(base, .plain, tone)
      {
        append(joined, width: sourceWidths[index] + sourceWidths[index + 1], isMarked: true)
        index += 2
      } else {
        append(base, width: sourceWidths[index], isMarked: scalar >= 0x80)
        index += 1
      }
    }
  }

  /// A vowel with a quality mark or a tone that it does not have yet.
  private static func joined(_ base: UInt32, _ shape: Letter.Shape, _ tone: Tone) -> UInt32? {
    guard var letter = LetterTable.shared[base], letter.isVowel, letter.tone == .ngang else { return nil }
    if shape != .plain {
      guard letter.shape == .plain else { return nil }
      letter.shape = shape
    }
    letter.tone = tone
    return letter.scalar?.value
  }

  /// Stands for the last byte of a letter that got lost because windows-1252 has no character for it.
  private static let gapOf3: UInt32 = 0x10FFFD
  private static let gapOfC3: UInt32 = 0x10FFFC

  private mutating func readUTF8(_ source: ArraySlice<UInt32>, _ sourceWidths: ArraySlice<Int>) {
    func byte(_ index: Int) -> UInt8? {
      index < source.endIndex ? LegacyTables.byte(shownAs: source[index]) : nil
    }
    func continuation(_ index: Int) -> UInt32? {
      guard let byte = byte(index), byte & 0xC0 == 0x80 else { return nil }
      return UInt32(byte & 0x3F)
    }
    func isLetter(_ index: Int) -> Bool {
      source.indices.contains(index) && (source[index] | 0x20) >= 0x61 && (source[index] | 0x20) <= 0x7A
    }
    func isCapital(_ index: Int) -> Bool { isLetter(index) && source[index] & 0x20 == 0 }
    // `Ã ` is `à` (`HÃ  Ná»™i`, `TÃ i`), but for a word's first letter and among capitals (`CÃ NHÃ‚N`).
    func isGrave(_ index: Int) -> Bool {
      byte(index + 1) == 0x20 && isLetter(index - 1) && !(isCapital(index - 1) && isCapital(index + 2))
    }
    func width(_ index: Int, _ count: Int) -> Int { sourceWidths[index..<index + count].reduce(0, +) }
    var index = source.startIndex
    while index < source.endIndex {
      let lead = source[index] >= 0x80 ? byte(index) ?? 0 : 0
      let second = continuation(index + 1)
      var read: (scalar: UInt32, count: Int)?
      switch lead {
      case 0xC3 where second == nil && isGrave(index):
        // The no-break space in `Ã ` often became a plain one.
        read = (0xE0, 2)
      case 0xC3 where second == nil:
        read = (Self.gapOfC3, 1)
      case 0xC2...0xDF:
        if let second { read = (UInt32(lead & 0x1F) << 6 | second, 2) } else if lead == 0xC4 { read = (0x110, 1) }
      case 0xE1...0xEF:
        if let second, let third = continuation(index + 2) {
          read = (UInt32(lead & 0x0F) << 12 | second << 6 | third, 3)
        } else if lead == 0xE1, second == 0x3B {
          read = (Self.gapOf3, 2)
        }
      case 0xF0...0xF4:
        if let second, let third = continuation(index + 2), let fourth = continuation(index + 3) {
          read = (UInt32(lead & 7) << 18 | second << 12 | third << 6 | fourth, 4)
        }
      default: break
      }
      if let read, Unicode.Scalar(read.scalar) != nil, read.scalar >= 0x80 {
        append(read.scalar, width: width(index, read.count), isMarked: true)
        if read.scalar >= 0x1EA0, read.scalar < 0x1F00 || read.scalar == Self.gapOf3 { sequenceCount += 1 }
        index += read.count
      } else {
        append(source[index], width: sourceWidths[index], isMarked: source[index] >= 0x80)
        index += 1
      }
    }
  }

  /// Puts the letter into each gap that makes a syllable of its word.
  private mutating func fillGaps() {
    for index in scalars.indices where scalars[index] == Self.gapOf3 || scalars[index] == Self.gapOfC3 {
      var start = index
      // No syllable is longer than seven letters.
      while start > 0, index - start < 8, LetterTable.shared[scalars[start - 1]] != nil { start -= 1 }
      var end = index + 1
      while end < scalars.count, end - index < 8, LetterTable.shared[scalars[end]] != nil { end += 1 }
      let letters = gapLetters(at: index, in: start..<end)
      let fitting = letters.first { letter in
        scalars[index] = letter
        return Self.isSyllable(scalars.span.extracting(start..<end))
      }
      scalars[index] = fitting ?? letters[0]
    }
  }

  /// The letters whose last byte windows-1252 lacks, the likeliest in this place first: `người`, `nhiều`, `về`, `họp`.
  private func gapLetters(at index: Int, in word: Range<Int>) -> [UInt32] {
    if scalars[index] == Self.gapOfC3 { return word.count == 1 ? [0xDD] : [0xC1, 0xCD, 0xDD] }
    let before = index > word.lowerBound ? scalars[index - 1] : 0
    let after = index + 1 < word.upperBound ? scalars[index + 1] : 0
    if before == 0x1B0 { return [0x1EDD] }
    if before & ~0x20 == 0x49 || before & ~0x20 == 0x59 || after == 0x75 || after == 0x6E || after == 0 {
      return [0x1EC1, 0x1ECD, 0x1EDD, 0x1ECF, 0x1ED0]
    }
    return [0x1ECD, 0x1EDD, 0x1EC1, 0x1ECF, 0x1ED0]
  }

  // MARK: Judging

  /// Whether letters are a possible syllable, in whatever case.
  static func isSyllable(_ letters: Span<UInt32>) -> Bool {
    guard letters.count <= 7 else { return false }
    let table = LetterTable.shared
    var bytes = [24 of UInt8](repeating: 0)
    var count = 0
    for at in letters.indices {
      let scalar = letters[at]
      guard var letter = table[scalar] else { return false }
      letter.isUppercase = false
      // A letter of the table has at most three bytes.
      let value = letter.scalar?.value ?? scalar
      if value < 0x80 {
        bytes[count] = UInt8(value)
        count += 1
      } else if value < 0x800 {
        bytes[count] = UInt8(0xC0 | value >> 6)
        bytes[count + 1] = UInt8(0x80 | value & 0x3F)
        count += 2
      } else {
        bytes[count] = UInt8(0xE0 | value >> 12)
        bytes[count + 1] = UInt8(0x80 | value >> 6 & 0x3F)
        bytes[count + 2] = UInt8(0x80 | value & 0x3F)
        count += 3
      }
    }
    return Syllable(parsing: bytes.span.extracting(0..<count), toneAnywhere: true) != nil
  }

  /// Counts the words with anything beyond ASCII that are syllables, and those that are none. What is neither letter nor
  /// ordinary punctuation is a word that is none.
  private mutating func count() {
    var index = 0
    while index < scalars.count {
      guard Self.isLetter(scalars[index]) else {
        if Self.isStrange(scalars[index]) || isInsideWord(index) { invalidCount += 1 }
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, Self.isLetter(scalars[index]) { index += 1 }
      if !isMarked[start..<index].contains(true) {
        plainWordCount += 1
      } else if Self.isSyllable(scalars.span.extracting(start..<index)) {
        validCount += 1
        if index - start > 1 { validLongCount += 1 }
      } else {
        invalidCount += 1
      }
    }
  }

  /// Whether a sign that has its place in text (`§`, `·`, `«`) stands between letters, where it has none.
  private func isInsideWord(_ index: Int) -> Bool {
    guard scalars[index] >= 0xA1, scalars[index] < 0xC0 else { return false }
    let before = index > 0 && Self.isLetter(scalars[index - 1])
    let after = index + 1 < scalars.count && Self.isLetter(scalars[index + 1])
    switch scalars[index] {
    case 0xA7, 0xB7: return before || after
    default: return before && after
    }
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A }
    return (scalar >= 0xC0 && scalar < 0x250 && scalar != 0xD7 && scalar != 0xF7) || (scalar >= 0x300 && scalar < 0x370)
      || (scalar >= 0x1E00 && scalar < 0x1F00)
  }

  /// Whether a code point is no letter and stands in no Vietnamese text.
  private static func isStrange(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar < 0x20 && !(0x08...0x0D).contains(scalar) && scalar != 0x1B && scalar != 0x1A }
    switch scalar {
    // No-break space, section sign, guillemets, degree, powers, middle dot, times, divided by.
    case 0xA0, 0xA7, 0xAB, 0xB0, 0xB2, 0xB3, 0xB7, 0xB9, 0xBB, 0xD7, 0xF7: return false
    case 0x80..<0xC0: return true
    case 0x192, 0x2C6, 0x2DC, 0x201A, 0x201E, 0x2020, 0x2021, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2122: return true
    default: return false
    }
  }

  /// Puts words into capitals that were typed in capitals for a font of capitals: `CéNG HßA X· HéI`.
  private mutating func raiseCapitals() {
    var words: [(range: Range<Int>, upper: Int, lower: Int)] = []
    var index = 0
    while index < scalars.count {
      guard Self.isLetter(scalars[index]) else {
        index += 1
        continue
      }
      var word = (range: index..<index, upper: 0, lower: 0)
      while index < scalars.count, Self.isLetter(scalars[index]) {
        if scalars[index] < 0x80 { if scalars[index] & 0x20 == 0 { word.upper += 1 } else { word.lower += 1 } }
        index += 1
      }
      word.range = word.range.lowerBound..<index
      words.append(word)
    }
    let upper = words.reduce(0) { $0 + $1.upper }
    let lower = words.reduce(0) { $0 + $1.lower }
    let isUpperLine = upper >= 4 && upper * 10 >= (upper + lower) * 7
    for word in words where word.lower == 0 && (word.upper >= 2 || isUpperLine) {
      for at in word.range { scalars[at] = LegacyTables.uppercased(scalars[at]) }
    }
  }

  /// How well the reading looks like Vietnamese: a word that is no syllable weighs as much as two that are.
  var score: Int { validCount - 2 * invalidCount }
}
