import DauLanguage
public import DauRules
public import Foundation

extension Restorer {
  /// The name of the trained model in `rules/model/`.
  public static let modelName = "admin-vi.daulm"
  /// The weights of the confidence, beside the model.
  public static let confidenceName = "confidence.tsv"

  /// - Parameters:
  ///   - rules: the knowledge of the genre; its folder holds the channel tables and the trained model.
  ///   - modelURL: a language model to use instead of the one in `rules/model/`.
  public convenience init(rules: RuleBook, model modelURL: URL? = nil) throws {
    let model = try LanguageModel(contentsOf: modelURL ?? rules.directory.appending(path: "model/\(Self.modelName)"))
    let abbreviations = try rules.abbreviations().entries.map(\.short)
    let codes = try rules.documentCodes().entries.flatMap {
      $0.code.split(whereSeparator: { "/-".contains($0) }).map(String.init)
    }
    let confusions = try rules.confusions().entries.map {
      (ocr: $0.ocr, printed: $0.printed, log10: Float($0.log10Weight), place: $0.place)
    }
    try self.init(
      model: model, syllables: rules.syllables().words,
      fixedWords: Self.romanNumerals + abbreviations + codes.filter { $0.count > 1 }, confusions: confusions,
      channel: rules.directory.appending(path: "channel"),
      confidence: rules.directory.appending(path: "model/\(Self.confidenceName)"))
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
