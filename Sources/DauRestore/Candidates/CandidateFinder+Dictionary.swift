import DauLanguage

/// Words that an engine took from its own dictionary.
///
/// An engine of English writes `then` for `điện`, `tiled` for `thời`, `the` for `các`: what it writes is a word that looks
/// alike as a whole, and its letters say little. Such a word is therefore also read as any frequent syllable of about its
/// length, and the context decides.
extension CandidateFinder {
  /// log10 probability that a word is taken from the dictionary, and of each letter that then differs.
  static let fromDictionary: Float = -1.5
  static let differingLetter: Float = -1.2
  /// log10 of how much rarer a word is taken that is not in `dictionary-words.tsv`, and has letters as no syllable has.
  static let otherDictionary: Float = -1

  /// Syllables that are added, of about six hundred, beside the commonest.
  static let dictionaryReadings = 120

  /// Adds frequent syllables to the readings of a word that may come from the engine's dictionary.
  mutating func addDictionaryReadings(of word: [Glyph], isUpperLine: Bool, to readings: inout [Candidate]) {
    guard word.count >= 2, word.count <= 8, word.allSatisfy({ Glyphs.isLetter($0) && $0 < 0x80 }),
      word.contains(where: Glyphs.isVowel), isUpperLine || !Self.isCapitals(word)
    else { return }
    guard !frequent.syllables.isEmpty else { return }
    let bare = word.map(Glyphs.lower)
    let isEnglish = frequent.dictionary.contains(bare)
    guard isEnglish || !frequent.bareForms.contains(bare) else { return }
    let pattern: CasePattern = isUpperLine ? .upper : Glyphs.isUpper(word[0]) ? .title : .lower
    var found: [(score: Float, at: Int)] = []
    for (at, syllable) in frequent.syllables.enumerated() {
      let distance = Glyphs.distance(bare, syllable.bare)
      let score = Self.fromDictionary + (isEnglish ? 0 : Self.otherDictionary) + Self.differingLetter * Float(distance)
      found.append((score + 0.7 * syllable.unigram, at))
    }
    found.sort { $0.score > $1.score }
    for (rank, (score, at)) in found.enumerated() {
      let syllable = frequent.syllables[at]
      guard rank < Self.dictionaryReadings || syllable.unigram >= FrequentSyllables.commonest else { continue }
      let channel = score - 0.7 * syllable.unigram
      let text = Self.cased(syllable.spelling, pattern)
      if let known = readings.firstIndex(where: { $0.text == text }) {
        readings[known].channel = max(readings[known].channel, channel)
      } else {
        readings.append(Candidate(kind: .lexicon, text: text, first: syllable.word, channel: channel))
      }
    }
  }
}

/// The syllables that are read where a word's letters say little.
struct FrequentSyllables: Sendable {
  struct Entry: Sendable {
    var spelling: [Glyph]
    var bare: [Glyph]
    var word: WordID
    var unigram: Float
  }

  /// Those of at least this log10 probability: about six hundred.
  static let least: Float = -3.4
  /// Those of at least this are readings of every dictionary word, however few letters agree: twenty words like `các`, `của`,
  /// `được`, the short ones of which an engine's word keeps least, and for which the context says most.
  static let commonest: Float = -2.6

  private(set) var syllables: [Entry] = []
  /// The letters of all syllables of the lexicon without marks.
  private(set) var bareForms: Set<[Glyph]> = []
  /// The words that engines prefer to letters which make no sense to them.
  private(set) var dictionary: Set<[Glyph]> = []

  /// - Parameter dictionary: words in small letters without marks.
  init(_ lexicon: Lexicon, dictionary: [String], model: LanguageModel) {
    self.dictionary = Set(dictionary.map { Glyphs.of($0) })
    for entry in lexicon.entries {
      let bare = entry.spelling.map(Glyphs.plain)
      guard entry.word != .unknown else { continue }
      let unigram = model.unigram(entry.word)
      if unigram >= -5.5 { bareForms.insert(bare) }
      if unigram >= Self.least {
        syllables.append(Entry(spelling: entry.spelling, bare: bare, word: entry.word, unigram: unigram))
      }
    }
  }

  init() {}
}
