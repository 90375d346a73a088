import DauLanguage

/// Finds what the pieces of a document may have been, where they stand: alone, as two words, and with the next piece as one
/// word.
///
/// What is found out with one channel is remembered, for most words stand in a document many times.
struct PieceCandidates {
  let document: DocumentText
  let words: DocumentWords
  let confusions: WordConfusions
  var finder: CandidateFinder
  /// The names that the document may speak of.
  var names: NamePairs?
  /// By piece: the parts of symbols of documents that are listed with `Đ` and stand with `D`.
  var codeParts: [Int: [Glyph]] = [:]
  private var memory = CandidateMemory()

  init(_ document: DocumentText, _ words: DocumentWords, confusions: WordConfusions, finder: CandidateFinder) {
    self.document = document
    self.words = words
    self.confusions = confusions
    self.finder = finder
  }

  /// Begins with another channel, another effort, or more knowledge of the document.
  mutating func forget() { memory.forget(wordCount: words.count) }

  /// Begins another sentence.
  mutating func makeRoom() { memory.makeRoom() }

  /// What a piece may have been before the engine, best first, and how much better than the copy the best other is.
  mutating func readings(_ at: Int, index: EmissionIndex, splitting: Bool) -> CandidateMemory.Readings {
    let setting = PieceSetting(
      of: at, in: document, codePart: codeParts[at], readsDigits: finder.readsDigits,
      writesDecimalComma: finder.writesDecimalComma)
    let key = setting.key(of: words.numbers[at], splitting: splitting)
    if let known = memory.readings[key] { return known }
    let word = document.word(at)
    var candidates = explanations(of: word, at: at, setting, index: index)
    Self.weighNumbers(&candidates, of: word, setting)
    addWhatPlaceTells(&candidates, of: word, setting, index: index)
    Self.ruleOut(&candidates, of: word, numeral: setting.numeral, isUpperLine: setting.isUpperLine, index: index)
    let isProtectedNumber = setting.isBehindArticle && index.givesMarks
    if setting.isForeignName || setting.isUnit || isProtectedNumber { candidates.removeAll { $0.text != word } }
    if setting.isDatePart { candidates.removeAll { $0.text != word && !$0.text.contains(where: Glyphs.isDigit) } }
    if !setting.isGlued, index.isDamaged, !index.givesMarks || word.count > 1 {
      candidates.add(confusions.candidates(for: word, isUpperLine: setting.isUpperLine))
    }
    if splitting, !setting.isGlued, document.pieces[at].kind == .word {
      addTwoWords(&candidates, of: word, isUpperLine: setting.isUpperLine, index: index)
    }
    if let names {
      for at in candidates.indices where Glyphs.isUpper(candidates[at].text[0]) {
        candidates[at].isNamePart = names.mayFollow(candidates[at].first)
      }
    }
    let readings = CandidateMemory.Readings(
      candidates: candidates, advantage: Self.advantage(of: candidates, over: word))
    memory.readings[key] = readings
    return readings
  }

  /// What the letters of a word alone may have been, best first.
  private mutating func explanations(
    of word: [Glyph], at: Int, _ setting: PieceSetting, index: EmissionIndex
  ) -> [Candidate] {
    let key = UInt64(words.numbers[at]) << 1 | (setting.isUpperLine ? 1 : 0)
    var explained = memory.explained[key]
    let candidates = finder.candidates(
      for: word, kind: document.pieces[at].kind, isProtected: setting.isGlued, isMark: setting.isMark,
      isUpperLine: setting.isUpperLine, isMeasured: setting.isMeasured, index: index, explained: &explained)
    if explained != nil { memory.explained[key] = explained }
    return candidates
  }

  /// Adds the readings of a word as two: where even the best as one is poor, and where an engine that gives marks has glued them.
  private mutating func addTwoWords(
    _ candidates: inout [Candidate], of word: [Glyph], isUpperLine: Bool, index: EmissionIndex
  ) {
    if index.isDamaged || !word.contains(where: Glyphs.isDigit), Self.isPoor(candidates, length: word.count) {
      candidates += finder.splits(of: word, isUpperLine: isUpperLine, index: index)
    }
    guard index.givesMarks else { return }
    let glued = finder.gluedReadings(of: word, index: index)
    if !glued.isEmpty { candidates.removeAll { finder.dropsWord($0.text, of: word) } }
    candidates.add(glued)
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

  /// How much better the channel may rate another word than the copy of a piece; infinite for what is no word.
  mutating func mostAdvantage(of at: Int, index: EmissionIndex) -> Float {
    let word = Int(words.numbers[at])
    let known = memory.advantages[word]
    guard known.isNaN else { return known }
    var advantage = Float.infinity
    let glyphs = document.word(at)
    if document.pieces[at].kind == .word, words.ids[word] != .unknown, !CandidateFinder.hasInnerCapital(glyphs) {
      advantage = index.advantageOfAnother(over: glyphs) ?? .infinity
    }
    memory.advantages[word] = advantage
    return advantage
  }

  /// The readings of a piece and the next as one word.
  mutating func merges(_ at: Int, index: EmissionIndex) -> [Candidate] {
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

  /// Whether even the best reading of a piece needs an unlikely misreading.
  static func isPoor(_ readings: [Candidate], length: Int) -> Bool {
    var best = readings.isEmpty ? 0 : -Float.infinity
    for at in readings.indices where readings[at].span == 1 { best = max(best, readings[at].channel) }
    return best < -2.5 - 0.35 * Float(length)
  }
}
