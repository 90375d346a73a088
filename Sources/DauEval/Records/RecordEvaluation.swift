public import DauArchive

/// Precision, recall and F1 of one kind of record.
public struct RecordScore: Sendable, Equatable {
  /// The true records.
  public var goldCount = 0
  /// The records that were found.
  public var foundCount = 0
  /// The true records that were found, as multisets of keys.
  public var rightCount = 0

  /// The share of the found records that is true; 0 when nothing was found.
  public var precision: Double { foundCount == 0 ? 0 : Double(rightCount) / Double(foundCount) }
  /// The share of the true records that was found; 0 when there is none.
  public var recall: Double { goldCount == 0 ? 0 : Double(rightCount) / Double(goldCount) }
  /// The harmonic mean of precision and recall; 0 when nothing is right.
  public var f1: Double {
    goldCount + foundCount == 0 ? 0 : 2 * Double(rightCount) / Double(goldCount + foundCount)
  }

  static func += (sum: inout Self, next: Self) {
    sum.goldCount += next.goldCount
    sum.foundCount += next.foundCount
    sum.rightCount += next.rightCount
  }
}

/// A true record that was not found, or a found one that is not true.
public struct RecordError: Sendable, Equatable {
  /// What the record says.
  public var key: RecordKey
  /// The text the record was read from; empty for the fields of a document.
  public var text: String
  /// The line of that text, from 1; `nil` where the record names none.
  public var line: Int?
}

/// The records of one document against the true ones.
public struct RecordEvaluation: Sendable, Equatable {
  /// By kind, in the order of ``RecordKey/kinds``; kinds that neither side has are left out.
  public var scores: [(kind: String, score: RecordScore)] {
    RecordKey.kinds.compactMap { kind in byKind[kind].map { (kind, $0) } }
  }
  /// The figures of each kind that one of the sides has.
  public var byKind: [String: RecordScore] = [:]
  /// The true records that were not found, in their order.
  public var lost: [RecordError] = []
  /// The found records that are not true, in their order.
  public var untrue: [RecordError] = []

  init() {}

  /// Judges records against the true ones.
  ///
  /// - Parameters:
  ///   - gold: the true records. Where the document itself is not among them, its fields are not judged.
  ///   - found: the records to judge.
  ///   - lines: only records that begin on these lines count; `nil` for all.
  /// - Complexity: O(*n*) in records.
  public init(gold: [JSONValue], found: [JSONValue], lines: ClosedRange<Int>? = nil) {
    let truth = Self.keyed(gold, lines)
    let judgesDocument = truth.contains { $0.key.kind == "document" }
    let made = Self.keyed(found, lines).filter { judgesDocument || $0.key.kind != "document" }
    var open: [RecordKey: Int] = [:]
    for entry in truth { open[entry.key, default: 0] += 1 }
    for entry in made {
      byKind[entry.key.kind, default: RecordScore()].foundCount += 1
      if let count = open[entry.key], count > 0 {
        open[entry.key] = count - 1
        byKind[entry.key.kind]!.rightCount += 1
      } else {
        untrue.append(entry)
      }
    }
    for entry in truth { byKind[entry.key.kind, default: RecordScore()].goldCount += 1 }
    // Of several records with one key the last are the lost ones; which of them was meant cannot be known.
    for entry in truth.reversed() {
      if let count = open[entry.key], count > 0 {
        open[entry.key] = count - 1
        lost.append(entry)
      }
    }
    lost.reverse()
  }

  private static func keyed(_ records: [JSONValue], _ lines: ClosedRange<Int>?) -> [RecordError] {
    records.flatMap { record -> [RecordError] in
      let line = record["line"]?.int
      if let lines, let line, !lines.contains(line) { return [] }
      let text = record["text"]?.string ?? ""
      return RecordKey.keys(of: record).map { RecordError(key: $0, text: text, line: line) }
    }
  }
}

/// A lost record and the false one that seems to stand in its place, or one of them alone.
public struct RecordMistake: Sendable, Equatable {
  /// The true record; `nil` for one that was found where none is.
  public var lost: RecordError?
  /// The false record; `nil` where nothing was found.
  public var found: RecordError?

  /// Brings lost and false records of a kind together where they were read from the same text, or from the same line.
  ///
  /// - Complexity: O(*n*).
  public static func pairs(lost: [RecordError], found: [RecordError]) -> [RecordMistake] {
    var mistakes = lost.map { RecordMistake(lost: $0) }
    var rest = Array(found.enumerated())
    let keys: [(RecordError) -> String?] = [
      { $0.text.isEmpty ? nil : $0.key.kind + "\t" + $0.text },
      { error in error.key.kind == "document" ? "document\t\(error.key.values[0] ?? "")" : nil },
      { error in error.line.map { "\(error.key.kind)\t\($0)" } },
    ]
    for key in keys {
      var waiting: [String: [Int]] = [:]
      for index in mistakes.indices.reversed() where mistakes[index].found == nil {
        if let name = mistakes[index].lost.flatMap(key) { waiting[name, default: []].append(index) }
      }
      rest = rest.filter { _, error in
        guard let name = key(error), let index = waiting[name]?.popLast() else { return true }
        mistakes[index].found = error
        return false
      }
    }
    return mistakes + rest.map { RecordMistake(found: $0.element) }
  }
}
