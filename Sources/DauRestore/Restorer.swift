public import DauLanguage
public import DauRules
import DauText
public import Foundation
import Synchronization

/// Finds the text that a ruined text was printed as: a noisy-channel decoder.
///
/// For OCR text *t* it looks for the text *s* with the highest P(s) · P(t | s). P(s) is the language model's,
/// P(t | s) the channel's: how likely the engine is to write *t* for *s*. The channel is a mixture of regimes
/// (a clean text, an engine that knows Vietnamese, one that does not, ...). Which of them made a document, and then
/// what its engine does with each letter, is estimated from the document itself: it is read once with each
/// regime, and then again with the confusions found in the first reading. So clean text is left alone because
/// the channel says that this engine makes no errors, not because of a threshold.
///
/// A restorer is immutable; use one from as many threads as you like.
public final class Restorer: Sendable {
  let model: LanguageModel
  let syllables: Lexicon
  let fixed: Lexicon
  /// Both: syllables, and words of one spelling only.
  let lexicons: [Lexicon]
  let confusions: WordConfusions
  let regimes: [(name: String, table: ChannelTable)]
  let confidence: ConfidenceModel
  /// The listed symbols of documents that have `Đ`, by their letters without marks: `KH-BCD`.
  let markedCodes: [[Glyph]: [Glyph]]

  /// The channel of a regime, by its place in `regimes`.
  func index(ofRegime at: Int) -> EmissionIndex { indices[at].value { EmissionIndex(regimes[at].table) } }

  /// The channel of a text in which no damage was found: a rare slip of an engine that mistakes few letters.
  var cleanIndex: EmissionIndex { clean.value { worn(weight: Self.slips) } }
  /// The channel of an engine that mistakes few letters, or none.
  var wornIndex: EmissionIndex { worn.value { worn(weight: 0.5) } }

  /// - Parameter weight: the share of the regimes that know Vietnamese; the rest is the clean one.
  private func worn(weight: Float) -> EmissionIndex {
    let tables = regimes.dropFirst().map(\.table).filter(\.keepsMarks)
    return EmissionIndex(
      .mixture([(regimes[0].table, 1 - weight)] + tables.map { ($0, weight / Float(tables.count)) }))
  }

  /// The names of provinces and districts; read when a damaged document asks for them.
  func places() -> [PlaceNames.Name] { loadedPlaces?.names ?? [] }
  /// The same by their kinds and letters.
  var districts: UnitNames { deferredDistricts.value { UnitNames(places()) } }
  /// Whether a word in small letters is a type of units that have names: `tỉnh`.
  func isUnitType(_ word: [Glyph]) -> Bool { loadedPlaces?.types.contains(word) == true }
  private var loadedPlaces: PlaceNames? { placeNames.value { loadNames.places() } }

  /// The names of the communes of some provinces; each province is read when a damaged document first asks for it.
  func communes(of provinces: Set<String>) -> [PlaceNames.Name] {
    communeNames.withLock { known in
      let missing = provinces.subtracting(known.keys)
      if !missing.isEmpty {
        for province in missing { known[province] = [] }
        for name in loadNames.communes(missing)?.names ?? [] where missing.contains(name.province) {
          known[name.province]?.append(name)
        }
      }
      return provinces.sorted().flatMap { known[$0] ?? [] }
    }
  }

  /// The formulas; read when a damaged document asks for them.
  var formulas: Formulas { deferredFormulas.value { Formulas(loadPhrases(), model: model) } }

  /// What stands alone on a line in capitals; read when a document has such a line that is not spelled right.
  var titles: Titles { deferredTitles.value { Titles(loadTitles() + loadPhrases().map(\.text)) } }

  /// The syllables that are read where an engine took a word from its own dictionary.
  var frequentSyllables: FrequentSyllables {
    frequent.value { FrequentSyllables(syllables, dictionary: loadNames.dictionary(), model: model) }
  }

  /// The listed acronyms with marks that are not listed without, by their letters without marks.
  let listedAcronyms: [[Glyph]: Lexicon.Entry]
  /// The syllables of personal names; read when a document that has some asks for them.
  var personalNames: PersonalNames {
    people.value { PersonalNames(loadNames.people(), positions: loadNames.positions(), model: model) }
  }

  private let frequent = Deferred<FrequentSyllables>()
  private let people = Deferred<PersonalNames>()
  private let loadPhrases: @Sendable () -> [(text: String, place: String)]
  private let deferredFormulas = Deferred<Formulas>()
  private let loadTitles: @Sendable () -> [String]
  private let deferredTitles = Deferred<Titles>()
  private let deferredDistricts = Deferred<UnitNames>()
  private let loadNames: NameSources
  private let placeNames = Deferred<PlaceNames?>()
  /// By province.
  private let communeNames = Mutex<[String: [PlaceNames.Name]]>([:])
  private let indices: [Deferred<EmissionIndex>]
  private let clean = Deferred<EmissionIndex>()
  private let worn = Deferred<EmissionIndex>()

  /// The share of letters in a clean text that are treated as an engine that knows Vietnamese treats them: enough that
  /// the few wrong words of a good page are found.
  static let slips: Float = 0.02
  /// Words whose log10 probability is below this are unlikely: their share tells which engines may have read a page.
  static let unlikely: Float = -4
  /// Words whose log10 probability is below this are asked about to find out whether a document is clean. With -4 pages
  /// on which one word in sixty is wrong passed for clean (`Phần đấu` for `Phấn đấu` is not so rare); with -2.5 a
  /// twelfth more of the instructions of a clean page mends 3 of 417 wrong words more.
  static let asked: Float = -3
  /// The share of words that would be changed, at most, in a document that passes for clean. Measured on samples of
  /// 1,000 words: 0...0.001 in laws, news and reports; 0.004...0.05 in what an engine that knows Vietnamese read.
  static let cleanRate: Float = 0.0015

  /// The exponent of the language model's probability. On twins.dev 1.2 mends a tenth to a fifth of the errors
  /// that are left, but breaks about twice as many right words.
  static let languageWeight: Float = 1
  /// The same for a text of a known engine that gives no marks, where few words are right as they stand. On 61,000 words of drawn pages 1.1
  /// leaves as many wrong ones, and breaks more right ones.
  static let languageWeightWithoutMarks: Float = 1.05
  /// The exponent of a word's own probability among the readings of one OCR word, before the context is known.
  static let unigramWeight: Float = 0.9
  /// Pieces to learn the channel from in each round, at most, for an engine that was met before: one round, for a second one of
  /// 300 before it mends no more, and none at all leaves twice the errors on report459a. And for one never met.
  static let adaptationSamples = [500]
  static let strangerSamples = [1000, 1000, 1000, 1000]
  /// How much better (natural log) another reading has to explain a piece.
  static let adaptationGain: Float = 0.05
  /// An engine is strange when the best regime explains a piece with less than this (natural log). Measured: -3.2...-5.7 on
  /// pages of an engine whose table was trained on other pages, -6.4...-7.4 on text layers of others.
  static let strangeness: Float = -6.1
  /// How many words the evidence of a sample counts as at most, by hand: neighbours are read alike.
  static let independentWords: Float = 60
  /// The least share of the regime of engines never met before in the channel that such a document begins with.
  static let strangeShare: Float = 0.5
  /// The regime of engines never met before.
  static let unknownRegime = "unknown"
  /// The least share of the engines that know Vietnamese in what they and the clean regime have together, in a document
  /// that is not clean. On 5,102 wrong words of a Vietnamese engine 0.2 leaves 498 for 508 with none, and breaks 22
  /// right ones for 20; 0.6 begins to change names.
  static let leastWorn: Float = 0.2
  /// Pieces read with every regime to find out which one made the document.
  static let sampleSize = 120
  /// Of them, those read first, and how far (natural log, a piece) the best regime may be ahead there.
  static let probeSize = 40
  static let probeMargin: Float = 0.75

  /// - Parameters:
  ///   - syllables: lower-case Vietnamese syllables.
  ///   - fixedWords: words of one spelling: abbreviations, Roman numerals.
  ///   - markedCodes: the symbols of documents that have `Đ`, as they are printed.
  ///   - confusions: misreadings by hand: what the engine wrote, what was printed, log10 P, where the entry stands.
  ///   - channel: the regimes' tables, one at least; the name of a file is that of its regime.
  ///   - confidence: the file with the weights of the confidence.
  ///   - names: where the names of places are.
  ///   - phrases: the formulas of the genre, each with the place of its entry; read when they are needed.
  ///   - titles: the names of kinds of documents; read when they are needed.
  public init(
    model: LanguageModel, syllables: [String], fixedWords: [String], markedCodes: [String] = [],
    confusions: [(ocr: String, printed: String, log10: Float, place: String)] = [], channel: [URL],
    confidence: URL, names: NameSources = NameSources(),
    phrases: @escaping @Sendable () -> [(text: String, place: String)] = { [] },
    titles: @escaping @Sendable () -> [String] = { [] }
  ) throws {
    self.model = model
    self.markedCodes = Dictionary(
      markedCodes.map { (Glyphs.of($0).map(Glyphs.bare), Glyphs.of($0)) }, uniquingKeysWith: { first, _ in first })
    loadNames = names
    loadPhrases = phrases
    loadTitles = titles
    self.confidence = try ConfidenceModel(contentsOf: confidence)
    let entries = syllables.map { spelling in
      var glyphs = Glyphs.of(spelling)
      _ = Glyphs.placeToneOldStyle(&glyphs)
      return Self.entry(glyphs, model.id(of: spelling), prior: 0, model)
    }
    self.syllables = Lexicon(entries)
    fixed = Lexicon(
      fixedWords.map { spelling in
        Self.entry(Glyphs.of(spelling), model.id(of: spelling.lowercased()), prior: -0.5, model)
      }, headLimit: 1)
    lexicons = [self.syllables, fixed]
    listedAcronyms = Self.acronyms(in: fixed)
    var regimes: [(String, ChannelTable)] = [
      ("clean", .general(fidelity: 0.99995, markLoss: 0.6)),
      ("stripped", .general(fidelity: 0.02, markLoss: 0.97)),
      (Self.unknownRegime, .unknown()),
    ]
    precondition(!channel.isEmpty, "a restorer needs a channel table")
    for file in channel {
      regimes.append((file.deletingPathExtension().lastPathComponent, try ChannelTable(contentsOf: file)))
    }
    for entry in confusions
    where WordConfusions.isOfLetter(entry.ocr, entry.printed) && entry.ocr.unicodeScalars.count <= Outputs.limit {
      let output = Glyphs.of(entry.ocr)
      guard let letter = Alphabet.id(of: Glyphs.of(entry.printed)[0]) else { continue }
      for at in regimes.indices.dropFirst(3) {
        regimes[at].1.outputs[Int(letter)][Outputs.pack(output, 0, output.count)] = pow(10, entry.log10)
      }
    }
    self.confusions = WordConfusions(confusions, model: model)
    self.regimes = regimes
    indices = regimes.map { _ in Deferred() }
  }

  private static func acronyms(in lexicon: Lexicon) -> [[Glyph]: Lexicon.Entry] {
    var marked: [[Glyph]: Lexicon.Entry] = [:]
    for entry in lexicon.entries where entry.spelling.contains(0x110) {
      let bare = entry.spelling.map(Glyphs.bare)
      if marked.updateValue(entry, forKey: bare) != nil { marked[bare] = nil }
    }
    for entry in lexicon.entries where marked[entry.spelling] != nil { marked[entry.spelling] = nil }
    return marked
  }

  private static func entry(_ glyphs: [Glyph], _ id: WordID?, prior: Float, _ model: LanguageModel) -> Lexicon.Entry {
    let prior = id == nil ? -4 : prior
    return Lexicon.Entry(
      spelling: glyphs, word: id ?? .unknown, prior: prior, rank: prior + unigramWeight * model.unigram(id ?? .unknown))
  }
}

/// Where the names of places, and words that few documents ask for, are read when they are needed.
public struct NameSources: Sendable {
  /// Provinces and districts.
  public var places: @Sendable () -> PlaceNames?
  /// The communes of some provinces, by the names of these; others may be among them.
  public var communes: @Sendable (Set<String>) -> PlaceNames?
  /// Words of other languages that engines take from their dictionaries, in small letters.
  public var dictionary: @Sendable () -> [String]
  /// The syllables of personal names.
  public var people: @Sendable () -> Names?
  /// Whoever signs.
  public var positions: @Sendable () -> [String]

  public init(
    places: @escaping @Sendable () -> PlaceNames? = { nil },
    communes: @escaping @Sendable (Set<String>) -> PlaceNames? = { _ in nil },
    dictionary: @escaping @Sendable () -> [String] = { [] },
    people: @escaping @Sendable () -> Names? = { nil },
    positions: @escaping @Sendable () -> [String] = { [] }
  ) {
    self.places = places
    self.communes = communes
    self.dictionary = dictionary
    self.people = people
    self.positions = positions
  }
}

/// A value that is made by whoever asks first; others wait for it.
private final class Deferred<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    stored.withLock { stored in
      if let value = stored { return value }
      let value = make()
      stored = value
      return value
    }
  }
}
