internal import DauText

/// `names.tsv`: the syllables of personal names and in how many different full names each was counted.
public struct Names: Sendable {
  /// The place of a syllable in a full name.
  public enum Part: String, Sendable, CaseIterable {
    case surname, middle, given
    /// A word that stands before a name: `Ông`.
    case title
  }

  /// A syllable as one part of names.
  public struct Entry: Sendable, Equatable {
    /// As it is written in a name, with a capital: `Nguyễn`.
    public var syllable: String
    /// The part that was counted.
    public var part: Part
    /// In how many different full names.
    public var count: Int
  }

  /// The entries in the order of the files; a syllable may stand there once for each part.
  public let entries: [Entry]
  private let slot = Slot<[Part: [UInt64: Int]]>()
  /// Counts by part and word key.
  private var counts: [Part: [UInt64: Int]] {
    slot.value {
      var counts: [Part: [UInt64: Int]] = [:]
      for entry in entries { counts[entry.part, default: [:]][WordHash.key(of: entry.syllable)] = entry.count }
      return counts
    }
  }

  static let columns = ["syllable", "part", "count", "source"]

  init(_ files: [RuleFile], _ problems: inout Problems) {
    let rows = TSVRows(files, columns: Self.columns, keyWidth: 2, &problems)
    var entries: [Entry] = []
    rows.forEach { row in
      guard let part = Part(rawValue: row[1]) else {
        problems.add(row.table.file, line: row.line, "\"\(row[1])\" is no part", "use surname, middle, given or title")
        return
      }
      entries.append(Entry(syllable: row[0], part: part, count: row.count(2, &problems)))
    }
    self.entries = entries
  }

  /// In how many names a syllable was counted as this part; 0 for none.
  ///
  /// - Complexity: O(1).
  public func count(of syllable: String, as part: Part) -> Int { counts[part]?[WordHash.key(of: syllable)] ?? 0 }
}
