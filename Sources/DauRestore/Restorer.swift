public import DauLanguage
import DauText
public import Foundation

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
  let confusions: WordConfusions
  let regimes: [(name: String, table: ChannelTable)]
  let confidence: ConfidenceModel

  /// The exponent of the language model's probability. On twins.dev 1.2 mends a tenth to a fifth of the errors
  /// that are left, but breaks about twice as many right words.
  static let languageWeight: Float = 1
  /// Readings of the sample to learn the channel from, at most; another one has to explain a piece better by this much
  /// (natural log).
  static let adaptationRounds = 6
  static let adaptationGain: Float = 0.02
  /// The regime of engines never met before.
  static let unknownRegime = "unknown"
  /// Pieces read with every regime to find out which one made the document.
  static let sampleSize = 120

  /// - Parameters:
  ///   - syllables: lower-case Vietnamese syllables.
  ///   - fixedWords: words of one spelling: abbreviations, Roman numerals.
  ///   - confusions: misreadings by hand: what the engine wrote, what was printed, log10 P, where the entry stands.
  ///   - channel: the folder of the regimes' tables.
  ///   - confidence: the file with the weights of the confidence.
  public init(
    model: LanguageModel, syllables: [String], fixedWords: [String],
    confusions: [(ocr: String, printed: String, log10: Float, place: String)] = [], channel: URL,
    confidence: URL
  ) throws {
    self.model = model
    self.confidence = try ConfidenceModel(contentsOf: confidence)
    self.syllables = Lexicon(
      syllables.map { spelling in
        var glyphs = Glyphs.of(spelling)
        _ = Glyphs.placeToneOldStyle(&glyphs)
        return Self.entry(glyphs, model.id(of: spelling), prior: 0, model)
      })
    fixed = Lexicon(
      fixedWords.map { spelling in
        Self.entry(Glyphs.of(spelling), model.id(of: spelling.lowercased()), prior: -0.5, model)
      })
    var regimes: [(String, ChannelTable)] = [
      ("clean", .general(fidelity: 0.99995, markLoss: 0.6)),
      ("stripped", .general(fidelity: 0.02, markLoss: 0.97)),
      (Self.unknownRegime, .unknown()),
    ]
    let files = (try? FileManager.default.contentsOfDirectory(at: channel, includingPropertiesForKeys: nil)) ?? []
    for file in files.filter({ $0.pathExtension == "tsv" }).sorted(by: { $0.lastPathComponent < $1.lastPathComponent })
    {
      regimes.append((file.deletingPathExtension().lastPathComponent, try ChannelTable(contentsOf: file)))
    }
    guard regimes.count > 3 else { throw ChannelError.missing(path: channel.path) }
    for entry in confusions
    where entry.printed.unicodeScalars.count == 1 && entry.ocr.unicodeScalars.count <= Outputs.limit {
      let output = Glyphs.of(entry.ocr)
      guard let letter = Alphabet.id(of: Glyphs.of(entry.printed)[0]) else { continue }
      for at in regimes.indices.dropFirst(3) {
        regimes[at].1.outputs[Int(letter)][Outputs.pack(output, 0, output.count)] = pow(10, entry.log10)
      }
    }
    self.confusions = WordConfusions(confusions, model: model)
    self.regimes = regimes
  }

  private static func entry(_ glyphs: [Glyph], _ id: WordID?, prior: Float, _ model: LanguageModel) -> Lexicon.Entry {
    let prior = id == nil ? -4 : prior
    return Lexicon.Entry(
      spelling: glyphs, word: id ?? .unknown, prior: prior, rank: prior + 0.7 * model.unigram(id ?? .unknown))
  }

  /// Restores one document.
  ///
  /// - Parameter text: in normalization form C.
  /// - Complexity: linear in the text; about a dozen readings of its first few hundred words, then two of the whole.
  public func restore(_ text: String, options: RestorationOptions = RestorationOptions()) -> Restoration {
    var reading = Reading(text: text, restorer: self, options: options)
    return reading.run()
  }
}
