internal import DauText

/// `syllables.tsv`: the syllables that stand in Vietnamese text.
public struct Syllables: Sendable {
  /// Where a syllable comes from.
  public enum Kind: String, Sendable, CaseIterable {
    /// Built by the rules of Vietnamese spelling and attested in print.
    case native
    /// In names of places and peoples of other languages: `krông`, `đắk`.
    case place
    /// In loans and names in everyday use: `karaoke`, `euro`.
    case loan
  }

  /// The syllables in lower case with the tone in the old style, in the order of their bytes.
  public let words: [String]
  /// The kind of each of ``words``.
  public let kinds: [Kind]
  private let slot = Slot<Set<UInt64>>()
  private var keys: Set<UInt64> { slot.value { Set(words.map { WordHash.key(of: $0) }) } }

  static let columns = ["syllable", "kind", "source"]

  init(_ files: [RuleFile], _ problems: inout Problems) {
    let rows = TSVRows(files, columns: Self.columns, keyWidth: 1, &problems)
    var words: [String] = []
    var kinds: [Kind] = []
    words.reserveCapacity(rows.count)
    kinds.reserveCapacity(rows.count)
    let isThorough = problems.isThorough
    rows.forEach { row in
      let kindBytes = row.table.text[row.table.range(row.index, 1)]
      let kind: Kind
      // Most rows leave the kind out.
      if kindBytes.isEmpty {
        kind = .native
      } else if let named = Kind(rawValue: row[1]) {
        kind = named
      } else {
        problems.add(
          row.table.file, line: row.line, "\"\(row[1])\" is no kind", "use native, place or loan, or leave it empty")
        kind = .native
      }
      let word = row[0]
      words.append(word)
      kinds.append(kind)
      if isThorough, kind == .native {
        if let syllable = Syllable(word) {
          if syllable.spelled(.old) != word || Array(syllable.spelled(.old).utf8) != Array(word.utf8) {
            problems.add(
              row.table.file, line: row.line, "\"\(word)\" has its tone in the new style",
              "write \(syllable.spelled(.old))")
          }
        } else {
          problems.add(
            row.table.file, line: row.line, "\"\(word)\" is no Vietnamese syllable", "name its kind: place or loan")
        }
      }
    }
    rows.checkSorted(&problems)
    self.words = words
    self.kinds = kinds
  }

  /// Whether the word at `word` is in the list, in any case and tone style.
  ///
  /// - Complexity: O(1).
  public func contains(_ word: Range<Int>, in text: Span<UInt8>) -> Bool {
    keys.contains(WordHash.key(of: word, in: text))
  }

  /// Whether a word is in the list, in any case and tone style.
  public func contains(_ word: String) -> Bool { keys.contains(WordHash.key(of: word)) }
}
