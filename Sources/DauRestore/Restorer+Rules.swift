import DauLanguage
public import DauRules
public import Foundation

extension Restorer {
  /// The name of the trained model in `rules/model/`.
  public static let modelName = "admin-vi.daulm"
  /// The weights of the confidence, beside the model.
  public static let confidenceName = "confidence.tsv"

  /// - Parameters:
  ///   - rules: the knowledge of the genre, with the channel tables, the trained model and the weights of the confidence.
  ///   - modelURL: a language model to use instead of that of the rules.
  /// - Throws: `RuleError`, `ModelError`, ``ChannelError``, or what is wrong with the weights of the confidence.
  public convenience init(rules: RuleBook, model modelURL: URL? = nil) throws {
    // A model of one's own was copied from somewhere; that of the distribution is checked by 'dau rules check'.
    let url = try modelURL ?? rules.learned.languageModel(Self.modelName)
    let shipped = LearnedFiles(directory: rules.directory).inModel(Self.modelName)
    let model = try LanguageModel(contentsOf: url, verifying: url.path != shipped.path)
    let abbreviations = try rules.abbreviations().entries.map(\.short)
    let documentCodes = try rules.documentCodes()
    let codes = Self.parts(of: documentCodes)
    let confusions = try rules.confusions().entries.map {
      (ocr: $0.ocr, printed: $0.printed, log10: Float($0.log10Weight), place: $0.place)
    }
    // Names and formulas are read when a document asks for them, which may be long after the start; one's own are checked now, so
    // that a fault in them is told and not passed over.
    if rules.isOfUser {
      _ = try rules.phrases()
      _ = try rules.positions()
      _ = try rules.documentTypes()
      _ = try rules.places()
      _ = try rules.communes()
      _ = try rules.dictionaryWords()
      _ = try rules.names()
    }
    try self.init(
      model: model, syllables: rules.syllables().words,
      fixedWords: Self.romanNumerals + abbreviations + codes,
      markedCodes: Self.marked(documentCodes), confusions: confusions,
      channel: rules.learned.channelTables(), confidence: rules.learned.inModel(Self.confidenceName),
      names: NameSources(
        places: { (try? rules.places()).map(PlaceNames.init) },
        communes: { provinces in (try? rules.communes(of: provinces)).map(PlaceNames.init) },
        dictionary: { (try? rules.dictionaryWords())?.names ?? [] },
        people: { try? rules.names() },
        positions: { (try? rules.positions())?.names ?? [] }),
      phrases: { Self.formulas(of: rules) },
      titles: { (try? rules.documentTypes()).map { $0.entries.flatMap(\.forms) } ?? [] })
  }

  /// The formulas of the genre, and whoever signs: positions stand word for word, alone in their lines or behind an authority.
  private static func formulas(of rules: RuleBook) -> [(text: String, place: String)] {
    let phrases = (try? rules.phrases()).map { $0.entries.map { ($0.text, $0.place) } } ?? []
    guard let positions = try? rules.positions() else { return phrases }
    return phrases
      + zip(positions.names, positions.places).flatMap { name, place in
        ["", "kt. ", "tl. "].map { (text: $0 + name.lowercased(), place: place) }
      }
  }

  /// The parts of the symbols of documents, of two letters and more.
  ///
  /// Legal text has `QD` too, one in hundreds: what is rare beside the same letters with `Đ` is a misprint.
  private static func parts(of codes: DocumentCodes) -> [String] {
    var counts: [String: Int] = [:]
    for entry in codes.entries {
      for part in entry.code.unicodeScalars.split(whereSeparator: { $0 == "/" || $0 == "-" }) where part.count > 1 {
        counts[String(part), default: 0] += entry.count
      }
    }
    var marked: [String: Int] = [:]
    for (part, count) in counts { if let plain = withoutStroke(part) { marked[plain, default: 0] += count } }
    return counts.filter { $0.value * 20 >= marked[$0.key] ?? 0 }.keys.sorted()
  }

  /// The symbols of documents in which `Đ` is no misprint's `D`, the most frequent first.
  private static func marked(_ codes: DocumentCodes) -> [String] {
    let plain = Dictionary(codes.entries.map { ($0.code, $0.count) }, uniquingKeysWith: max)
    return codes.entries.filter { entry in
      // What is listed by hand counts as one.
      withoutStroke(entry.code).map { (plain[$0] ?? 0) * 20 < max(1, entry.count) } ?? false
    }.sorted { ($0.count, $1.code) > ($1.count, $0.code) }.map(\.code)
  }

  /// A code with `D` for each of its `Đ`; nil for one that has none.
  private static func withoutStroke(_ code: String) -> String? {
    guard code.unicodeScalars.contains("Đ") else { return nil }
    return String(String.UnicodeScalarView(code.unicodeScalars.map { $0 == "Đ" ? "D" : $0 }))
  }

  /// Sessions, sections and quarters are counted in these.
  static let romanNumerals: [String] = (2...39).map { number in
    var rest = number
    var text = ""
    for (value, letters) in [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
