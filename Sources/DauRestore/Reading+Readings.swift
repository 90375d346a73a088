import DauLanguage
import DauText

/// The readings of a piece: alone, as two words, and with the next piece as one word.
extension Reading {
  /// What the readings of a piece depend on, beside its word.
  private struct Setting {
    var isGlued: Bool
    var isUpperLine: Bool
    var isMark: Bool
    var isNumeral: Bool
    var isDatePart: Bool
    var isForeignName: Bool
    var isLineStart: Bool
    var isCounted: Bool
    var kindInSymbol: [Glyph]?
    var item: [Glyph]?
    var isJoined: Bool
    var codePart: [Glyph]?
    var isMeasured: Bool
    var isItemLetter: Bool
    var numeral: [Glyph]?
    var isBehindArticle: Bool
    var isUnit: Bool

    /// A hash of a word and these.
    func key(of word: Int32, splitting: Bool) -> UInt64 {
      let bits = [
        isGlued, isUpperLine, splitting, isMark, isNumeral, isDatePart, isForeignName, isLineStart, isCounted, isJoined,
        isMeasured, isItemLetter, isBehindArticle, isUnit,
      ]
      var hash = FNV1a()
      hash.combine(bits.reduce(UInt64(word)) { $0 << 1 | ($1 ? 1 : 0) })
      for text in [kindInSymbol, item, codePart, numeral] { hash.combine(text.map { Glyphs.key(of: $0) } ?? 0) }
      return hash.value
    }
  }

  /// Asked here and not where it is used: a function that changes a reading copies the whole of it for each question.
  private func setting(of at: Int) -> Setting {
    let piece = document.pieces[at]
    return Setting(
      isGlued: piece.isGlued || (at + 1 < document.pieces.count && document.pieces[at + 1].isGlued),
      isUpperLine: document.isUpperLine[at],
      isMark: piece.breakBefore == .sentence
        || (piece.glyphs.upperBound < document.glyphs.count
          && Self.marks.contains(document.glyphs[piece.glyphs.upperBound])),
      isNumeral: document.isNumeral(at), isDatePart: document.isDatePart(at),
      isForeignName: document.isPartOfForeignName(at),
      isLineStart: document.beginsLine(at), isCounted: document.isCountedInDigits(at),
      kindInSymbol: document.kindInSymbol(at),
      item: finder.readsDigits ? document.itemMark(at) : nil, isJoined: document.isJoinedToAcronym(at),
      codePart: codeParts[at], isMeasured: finder.writesDecimalComma && document.isMeasured(at),
      isItemLetter: document.isItemLetter(at), numeral: document.joinedNumeral(at),
      isBehindArticle: piece.kind == .number && document.isBehindArticle(at),
      isUnit: document.isUnit(at))
  }

  /// What a piece may have been before the engine, best first, and how much better than the copy the best other is.
  mutating func readings(_ at: Int, index: EmissionIndex, splitting: Bool) -> DecodingMemory.Readings {
    let setting = setting(of: at)
    let key = setting.key(of: words.numbers[at], splitting: splitting)
    if let known = memory.readings[key] { return known }
    let word = document.word(at)
    var candidates = explanations(of: word, at: at, setting, index: index)
    Self.weighNumbers(&candidates, of: word, setting)
    addWhatPlaceTells(&candidates, of: word, setting, index: index)
    ruleOut(&candidates, of: word, numeral: setting.numeral, isUpperLine: setting.isUpperLine, index: index)
    let isProtectedNumber = setting.isBehindArticle && index.givesMarks
    if setting.isForeignName || setting.isUnit || isProtectedNumber { candidates.removeAll { $0.text != word } }
    if setting.isDatePart { candidates.removeAll { $0.text != word && !$0.text.contains(where: Glyphs.isDigit) } }
    if !setting.isGlued, index.isDamaged, !index.givesMarks || word.count > 1 {
      add(restorer.confusions.candidates(for: word, isUpperLine: setting.isUpperLine), to: &candidates)
    }
    if splitting, !setting.isGlued, document.pieces[at].kind == .word {
      addTwoWords(&candidates, of: word, isUpperLine: setting.isUpperLine, index: index)
    }
    if let names = lattice.names {
      for at in candidates.indices where Glyphs.isUpper(candidates[at].text[0]) {
        candidates[at].isNamePart = names.mayFollow(candidates[at].first)
      }
    }
    let readings = DecodingMemory.Readings(
      candidates: candidates, advantage: Self.advantage(of: candidates, over: word))
    memory.readings[key] = readings
    return readings
  }

  /// What the letters of a word alone may have been, best first.
  private mutating func explanations(
    of word: [Glyph], at: Int, _ setting: Setting, index: EmissionIndex
  ) -> [Candidate] {
    let key = UInt64(words.numbers[at]) << 1 | (setting.isUpperLine ? 1 : 0)
    var explained = memory.explained[key]
    let candidates = finder.candidates(
      for: word, kind: document.pieces[at].kind, isProtected: setting.isGlued, isMark: setting.isMark,
      isUpperLine: setting.isUpperLine, isMeasured: setting.isMeasured, index: index, explained: &explained)
    if explained != nil { memory.explained[key] = explained }
    return candidates
  }

  /// Weighs letters as digits by what stands before them: `mục I` is no 1, `khoản I` is one.
  private static func weighNumbers(_ candidates: inout [Candidate], of word: [Glyph], _ setting: Setting) {
    if setting.isNumeral { candidates.removeAll { $0.kind == .number } }
    if setting.isItemLetter { candidates.removeAll { $0.text != word && !DocumentText.isItemMark($0.text) } }
    guard setting.isCounted else { return }
    for at in candidates.indices where candidates[at].kind == .number {
      candidates[at].channel -= CandidateFinder.loneDigitAsLetter
    }
  }

  /// Adds what the place of a word tells of it, whatever its letters are: in the symbol of a document, as the mark of an item, behind the
  /// border of a table, in a numeral.
  private mutating func addWhatPlaceTells(
    _ candidates: inout [Candidate], of word: [Glyph], _ setting: Setting, index: EmissionIndex
  ) {
    if let kindInSymbol = setting.kindInSymbol {
      let kind = Candidate(
        kind: .lexicon, text: kindInSymbol, first: finder.languageID(of: kindInSymbol, kind: .word),
        channel: CandidateFinder.kindWithoutMark, isListed: true)
      add([kind], to: &candidates)
      for at in candidates.indices where candidates[at].text == word {
        candidates[at].channel += CandidateFinder.acronymAsWord
      }
    }
    if let item = setting.item {
      var copy = finder.copy(of: word, kind: .word)
      copy.channel = CandidateFinder.scrambledWord
      candidates = [
        Candidate(kind: .number, text: item, first: finder.numberID, channel: CandidateFinder.digitAsLetter), copy,
      ]
    }
    if setting.isLineStart, !setting.isGlued, let text = finder.withoutBorder(word, index: index) {
      add(behindBorder(text, isUpperLine: setting.isUpperLine, index: index), to: &candidates)
    }
    if let part = setting.codePart, let same = candidates.first(where: { $0.text == word }) {
      candidates.removeAll { $0.text == part }
      candidates.append(
        Candidate(
          kind: .lexicon, text: part, first: same.first, channel: same.channel + CandidateFinder.agreedAcronym,
          isAgreed: true))
    } else if setting.isJoined {
      for at in candidates.indices where candidates[at].text != word && !candidates[at].isListed {
        candidates[at].channel += CandidateFinder.acronymAsWord
      }
    }
    if let numeral = setting.numeral {
      add(
        [Candidate(kind: .lexicon, text: numeral, first: finder.languageID(of: numeral, kind: .word), channel: 0)],
        to: &candidates)
    }
  }

  /// Adds the readings of a word as two: where even the best as one is poor, and where an engine that gives marks has glued them.
  private mutating func addTwoWords(
    _ candidates: inout [Candidate], of word: [Glyph], isUpperLine: Bool, index: EmissionIndex
  ) {
    if index.isDamaged || !word.contains(where: Glyphs.isDigit), isPoor(candidates, length: word.count) {
      candidates += finder.splits(of: word, isUpperLine: isUpperLine, index: index)
    }
    guard index.givesMarks else { return }
    let glued = finder.gluedReadings(of: word, index: index)
    if !glued.isEmpty { candidates.removeAll { finder.dropsWord($0.text, of: word) } }
    add(glued, to: &candidates)
  }

  /// How much better (log10) the channel rates the best other reading than the copy of a word.
  private static func advantage(of candidates: [Candidate], over word: [Glyph]) -> Float {
    var (copy, best) = (-Float.infinity, -Float.infinity)
    for at in candidates.indices {
      if candidates[at].text == word {
        copy = max(copy, candidates[at].channel)
      } else {
        best = max(best, candidates[at].channel)
      }
    }
    // Without another reading there is nothing to gain, and without the copy nothing to keep.
    return best == -.infinity ? best : copy == -.infinity ? .infinity : best - copy
  }

  /// Takes out what the letters of a word rule out: another numeral for one, another number for that in a code, and in a text
  /// whose engine knows letters another word for a code of capitals.
  private func ruleOut(
    _ candidates: inout [Candidate], of word: [Glyph], numeral: [Glyph]?, isUpperLine: Bool, index: EmissionIndex
  ) {
    let kept = numeral ?? (word.count > 1 && CandidateFinder.isNumeral(word) ? word : nil)
    if let kept { candidates.removeAll { $0.text != kept && CandidateFinder.isNumeral($0.text) } }
    guard !index.isDamaged else { return }
    let digits = word.filter(Glyphs.isDigit)
    if digits.count >= 2 {
      candidates.removeAll { $0.isListed && $0.text != word && $0.text.filter(Glyphs.isDigit) != digits }
    }
    if !isUpperLine, (2...5).contains(word.count), CandidateFinder.isCapitals(word), word.allSatisfy({ $0 < 0x80 }),
      kept == nil
    {
      let bare = word.map(Glyphs.plain)
      candidates.removeAll {
        $0.kind != .number && $0.text.map(Glyphs.plain) != bare && !(isOneLetterOther($0.text, word) && $0.isListed)
      }
    }
  }

  /// Whether two texts of one length differ in one letter.
  private func isOneLetterOther(_ text: [Glyph], _ word: [Glyph]) -> Bool {
    text.count == word.count && zip(text, word).count { $0 != $1 } == 1
  }

  /// What stands behind the number of a section or an item.
  private static let marks = Glyphs.of(".):")

  /// Adds readings, or raises the channel score of those that are there already.
  func add(_ more: [Candidate], to readings: inout [Candidate]) {
    for candidate in more {
      if let at = readings.firstIndex(where: { $0.text == candidate.text }) {
        if candidate.channel > readings[at].channel { readings[at] = candidate }
      } else {
        readings.append(candidate)
      }
    }
  }

  /// Adds the readings of two neighbouring pieces as one word, where one of them reads badly by itself.
  mutating func addMerges(
    to edges: inout [[Candidate]], of window: Range<Int>, in sentence: Range<Int>, index: EmissionIndex
  ) {
    for at in window.dropLast() {
      let place = at - window.lowerBound
      if document.isNumberCut(at), var joined = edges[place].first {
        joined.kind = .merge
        joined.span = 2
        joined.text =
          document.word(at) + [0x2C] + Array(document.glyphs(of: at + 1))
        joined.channel = 0
        edges[place].append(joined)
      } else if document.isNumeralCut(at) {
        edges[place].append(
          finder.numeral(document.word(at) + document.glyphs(of: at + 1)))
      } else if isHalf(at, beside: at + 1, in: sentence, index) && isHalf(at + 1, beside: at, in: sentence, index),
        isPoor(at, edges[place], in: sentence) || isPoor(at + 1, edges[place + 1], in: sentence)
      {
        edges[place] += merges(at, index: index)
      }
    }
  }

  /// Whether a piece may be one of two halves of a word; a word with marks that is likely where it stands is no half, with a single
  /// letter for the other: `các h`.
  private func isHalf(_ at: Int, beside other: Int, in sentence: Range<Int>, _ index: EmissionIndex) -> Bool {
    guard document.pieces[other].glyphs.count == 1, memory.scores[at - sentence.lowerBound] > Self.likely,
      words.id(at: at) != .unknown
    else { return true }
    let word = document.glyphs(of: at)
    return word.count < 3 || !word.contains { $0 > 0xFF || index.givesMarks && $0 > 0x7F }
  }

  /// log10 of how probable such a word is at least.
  private static let likely: Float = -3

  /// Whether a piece reads badly by itself.
  private func isPoor(_ at: Int, _ readings: [Candidate], in sentence: Range<Int>) -> Bool {
    let piece = document.pieces[at]
    guard piece.kind == .word, !memory.isPlain[at - sentence.lowerBound] else { return false }
    return piece.glyphs.count == 1 || isPoor(readings, length: piece.glyphs.count)
  }

  /// Whether even the best reading of a piece needs an unlikely misreading.
  private func isPoor(_ readings: [Candidate], length: Int) -> Bool {
    var best = readings.isEmpty ? 0 : -Float.infinity
    for at in readings.indices where readings[at].span == 1 { best = max(best, readings[at].channel) }
    return best < -2.5 - 0.35 * Float(length)
  }

  /// The readings of a piece and the next as one word.
  private mutating func merges(_ at: Int, index: EmissionIndex) -> [Candidate] {
    let piece = document.pieces[at]
    let next = document.pieces[at + 1]
    guard piece.kind == .word, next.kind == .word, next.isAfterBlank, document.glyphs[piece.glyphs.upperBound] == 0x20
    else { return [] }
    let key = UInt64(words.numbers[at]) << 33 | UInt64(words.numbers[at + 1]) << 1 | (document.isUpperLine[at] ? 1 : 0)
    if let known = memory.merges[key] { return known }
    let joined = Array(document.glyphs[piece.glyphs]) + document.glyphs[next.glyphs]
    var merges: [Candidate] = []
    // A mark alone is no part of a word, and digits beside one are a number.
    if !joined.contains(where: Glyphs.isForeign), hasLetter(piece), hasLetter(next),
      index.isDamaged || !joined.contains(where: Glyphs.isDigit)
    {
      merges = finder.merges(of: joined, isUpperLine: document.isUpperLine[at], index: index)
    }
    memory.merges[key] = merges
    return merges
  }

  private func hasLetter(_ piece: Piece) -> Bool { document.glyphs[piece.glyphs].contains(where: Glyphs.isLetter) }
}
