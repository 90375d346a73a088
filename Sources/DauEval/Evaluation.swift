import DauIngest
import DauRestore

/// What was measured on some documents: figures, and every mistake, so that two evaluations can be compared.
///
/// This is what `dau eval --json` writes; names in JSON are in snake case.
public struct Evaluation: Codable, Sendable, Equatable {
  /// The version of the JSON form that this program writes, and the only one that it reads.
  public static let currentFormat = 1

  /// The version of this form.
  public var format = currentFormat
  /// The version of program, rules and model.
  public var version: String
  /// Whether words and records are given as digests; see ``withoutText()``.
  public var isWithoutText = false
  /// The documents, in the order in which they were evaluated.
  public var documents: [Document] = []
  /// All documents together: counts are summed, rates and calibration follow from the sums.
  public var total = Document(name: "all")

  /// An evaluation without documents, made by `version` of program, rules and model.
  public init(version: String) { self.version = version }

  /// One document.
  public struct Document: Codable, Sendable, Equatable {
    /// The name of the files without folder and endings; the path where two have the same.
    public var name: String
    /// The identity of the true text; only documents with the same one can be compared word by word.
    public var goldDigest: String?
    /// The figures of restoration; `nil` where there was nothing to restore.
    public var text: Texts?
    /// The records of the true text, taken as it is.
    public var recordsFromClean: Records?
    /// The records of the restored text.
    public var recordsFromRestored: Records?

    /// A document of which nothing is known yet.
    public init(name: String) { self.name = name }
  }

  /// The figures of a text.
  public struct Texts: Codable, Sendable, Equatable {
    /// The text as the OCR read it, against the true one.
    public var before: Score
    /// The restored text, against the true one.
    public var after: Score
    /// The true words that were right before and are not after.
    public var harmedWords: Int
    /// The true words that were right before.
    public var rightWordsBefore: Int
    /// The share of the words right before that are wrong after, from 0 to 1.
    public var harm: Double
    /// The wrong words after for each wrong one before; 0 when there was none.
    public var errorsLeft: Double
    /// The errors after restoration by kind; see ``WordError/Kind``.
    public var errorKinds: [String: Int]
    /// How far the confidence may be trusted; `nil` where no word has one.
    public var calibration: Reliability?
    /// The wrong words, in the order of the text; empty in the total.
    public var wrongWords: [WrongWord] = []
  }

  /// The figures of ``TextScore``; rates are shares of the true words or characters, so they may exceed 1.
  public struct Score: Codable, Sendable, Equatable {
    /// The true words.
    public var words: Int
    /// Levenshtein's distance of the words.
    public var wordErrors: Int
    /// Errors for each true word.
    public var wordErrorRate: Double
    /// The true words with a digit in them.
    public var numbers: Int
    /// Those of them that do not stand in the text.
    public var wrongNumbers: Int
    /// Wrong numbers for each true one.
    public var numberErrorRate: Double
    /// The true code points, white space as single blanks.
    public var characters: Int
    /// Levenshtein's distance of the code points.
    public var characterErrors: Int
    /// Errors for each true code point.
    public var characterErrorRate: Double

    init(_ score: TextScore) {
      words = score.wordCount
      wordErrors = score.wordErrors
      wordErrorRate = score.wordErrorRate
      numbers = score.numberCount
      wrongNumbers = score.wrongNumbers
      numberErrorRate = score.numberErrorRate
      characters = score.characterCount
      characterErrors = score.characterErrors
      characterErrorRate = score.characterErrorRate
    }
  }

  /// See ``Calibration``.
  public struct Reliability: Codable, Sendable, Equatable {
    /// The words whose confidence lies in one tenth of the scale.
    public struct Bin: Codable, Sendable, Equatable {
      /// The least confidence of the bin.
      public var from: Double
      /// How many words the bin holds.
      public var words: Int
      /// Their mean confidence; `nil` for an empty bin.
      public var confidence: Double?
      /// The share of them that is right; `nil` for an empty bin.
      public var accuracy: Double?
    }
    /// The mean distance of confidence and accuracy of a bin, weighted by its words.
    public var expectedCalibrationError: Double
    /// The share of the wrong words among the least sure 5 %.
    public var errorsAmongLeastSure: Double?
    /// Ten bins, the least sure first.
    public var bins: [Bin]

    init?(_ calibration: Calibration) {
      guard let error = calibration.expectedError else { return nil }
      expectedCalibrationError = error
      errorsAmongLeastSure = calibration.errorsAmongLeastSure
      bins = calibration.bins.enumerated().map { index, bin in
        Bin(
          from: Double(index) / Double(Calibration.binCount), words: bin.wordCount, confidence: bin.confidence,
          accuracy: bin.accuracy)
      }
    }
  }

  /// See ``WordError``.
  public struct WrongWord: Codable, Sendable, Equatable {
    /// The place of the true word among the true words, from 0; see ``WordError/position``.
    public var position: Int
    /// The line of the true text, from 1.
    public var line: Int
    /// The true word, or its digest; `nil` for an added one.
    public var gold: String?
    /// The word that stands there, or its digest; `nil` for a missing one.
    public var found: String?
    /// The raw value of a ``WordError/Kind``.
    public var kind: String
    /// Whether the OCR had it right.
    public var wasRight: Bool
  }

  /// The figures of the records of a document.
  public struct Records: Codable, Sendable, Equatable {
    /// The figures of one kind of record; see ``RecordScore``.
    public struct Kind: Codable, Sendable, Equatable {
      /// The true records.
      public var gold: Int
      /// The records that were found.
      public var found: Int
      /// The true records that were found.
      public var right: Int
      /// The share of the found records that is true, from 0 to 1.
      public var precision: Double
      /// The share of the true records that was found, from 0 to 1.
      public var recall: Double
      /// The harmonic mean of precision and recall.
      public var f1: Double
    }
    /// A record that was lost or found falsely.
    public struct Entry: Codable, Sendable, Equatable {
      /// One of ``RecordKey/kinds``.
      public var kind: String
      /// The values of the ``RecordKey``; a single digest where texts are left out.
      public var key: [String?]
      /// The text that it was read from; `nil` where texts are left out.
      public var text: String?
      /// The line of that text, from 1; `nil` for the fields of a document.
      public var line: Int?
    }
    /// The figures by kind; kinds that neither side has are left out.
    public var kinds: [String: Kind] = [:]
    /// The true records that were not found; empty in the total.
    public var lost: [Entry] = []
    /// The found records that are not true; empty in the total.
    public var untrue: [Entry] = []

    private enum CodingKeys: String, CodingKey {
      case kinds, lost
      case untrue = "false"
    }

    init(_ evaluation: RecordEvaluation) {
      kinds = evaluation.byKind.mapValues { score in
        Kind(
          gold: score.goldCount, found: score.foundCount, right: score.rightCount, precision: score.precision,
          recall: score.recall, f1: score.f1)
      }
      func entry(_ error: RecordError) -> Entry {
        Entry(kind: error.key.kind, key: error.key.values, text: error.text, line: error.line)
      }
      lost = evaluation.lost.map(entry)
      untrue = evaluation.untrue.map(entry)
    }
  }

  /// The same with words and records as digests, for results that may be kept where the documents may not: positions,
  /// figures and what is equal can still be told.
  public func withoutText() -> Evaluation {
    var copy = self
    copy.isWithoutText = true
    copy.documents = documents.map { document in
      var document = document
      let words = document.text?.wrongWords ?? []
      document.text?.wrongWords = words.map { word in
        var word = word
        word.gold = word.gold.map { Self.digest($0, in: document.name, word.position) }
        word.found = word.found.map { Self.digest($0, in: document.name, word.position) }
        return word
      }
      let name = document.name
      document.recordsFromClean?.leaveOutText(name)
      document.recordsFromRestored?.leaveOutText(name)
      return document
    }
    return copy
  }

  /// A word as ``withoutText()`` gives it; what is a digest already stays.
  static func digest(_ word: String, in document: String, _ position: Int) -> String {
    word.hasPrefix("#") ? word : digest("\(document)\u{0}\(position)\u{0}\(word)")
  }

  static func digest(_ text: String) -> String { "#" + DocumentID(of: Array(text.utf8)).hex.prefix(12) }
}

extension Evaluation.Records {
  fileprivate mutating func leaveOutText(_ document: String) {
    func digested(_ entry: Entry) -> Entry {
      Entry(kind: entry.kind, key: [entry.digest(in: document)], text: nil, line: entry.line)
    }
    lost = lost.map(digested)
    untrue = untrue.map(digested)
  }
}

extension Evaluation.Records.Entry {
  /// The key as a digest.
  func digest(in document: String) -> String {
    if key.count == 1, let only = key[0], only.hasPrefix("#") { return only }
    return Evaluation.digest(([document, kind] + key.map { $0 ?? "" }).joined(separator: "\u{0}"))
  }

  /// The entry as it was judged.
  public var error: RecordError {
    RecordError(key: RecordKey(kind: kind, values: key), text: text ?? "", line: line)
  }

  /// The key for people.
  public var description: String {
    key.first.flatMap { $0 }?.hasPrefix("#") == true
      ? "(kept as a digest)" : RecordKey(kind: kind, values: key).description
  }
}
