import DauIngest
import DauRestore

/// What was measured on some documents: figures, and every mistake, so that two evaluations can be compared.
///
/// This is what `dau eval --json` writes; names in JSON are in snake case.
public struct Evaluation: Codable, Sendable, Equatable {
  public static let currentFormat = 1

  /// The version of this form.
  public var format = currentFormat
  /// The version of program, rules and model.
  public var version: String
  /// Whether words and records are given as digests; see ``withoutText()``.
  public var isWithoutText = false
  public var documents: [Document] = []
  /// All documents together: counts are summed, rates and calibration follow from the sums.
  public var total = Document(name: "all")

  public init(version: String) { self.version = version }

  /// One document.
  public struct Document: Codable, Sendable, Equatable {
    public var name: String
    /// The identity of the true text; only documents with the same one can be compared word by word.
    public var goldDigest: String?
    public var text: Texts?
    /// The records of the true text, taken as it is.
    public var recordsFromClean: Records?
    /// The records of the restored text.
    public var recordsFromRestored: Records?

    public init(name: String) { self.name = name }
  }

  /// The figures of a text.
  public struct Texts: Codable, Sendable, Equatable {
    public var before: Score
    public var after: Score
    public var harmedWords: Int
    public var rightWordsBefore: Int
    public var harm: Double
    public var errorsLeft: Double
    /// The errors after restoration by kind; see ``WordError/Kind``.
    public var errorKinds: [String: Int]
    public var calibration: Reliability?
    /// The wrong words, in the order of the text; empty in the total.
    public var wrongWords: [WrongWord] = []
  }

  public struct Score: Codable, Sendable, Equatable {
    public var words: Int
    public var wordErrors: Int
    public var wordErrorRate: Double
    public var numbers: Int
    public var wrongNumbers: Int
    public var numberErrorRate: Double
    public var characters: Int
    public var characterErrors: Int
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
    public struct Bin: Codable, Sendable, Equatable {
      /// The least confidence of the bin.
      public var from: Double
      public var words: Int
      public var confidence: Double?
      public var accuracy: Double?
    }
    public var expectedCalibrationError: Double
    /// The share of the wrong words among the least sure 5 %.
    public var errorsAmongLeastSure: Double?
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
    public var position: Int
    public var line: Int
    public var gold: String?
    public var found: String?
    public var kind: String
    public var wasRight: Bool
  }

  /// The figures of the records of a document.
  public struct Records: Codable, Sendable, Equatable {
    public struct Kind: Codable, Sendable, Equatable {
      public var gold: Int
      public var found: Int
      public var right: Int
      public var precision: Double
      public var recall: Double
      public var f1: Double
    }
    public struct Entry: Codable, Sendable, Equatable {
      public var kind: String
      /// The values of the ``RecordKey``; a single digest where texts are left out.
      public var key: [String?]
      public var text: String?
      public var line: Int?
    }
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
