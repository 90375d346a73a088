internal import DauText

/// `phrases.tsv`: the formulas of the genre, which stand word for word in thousands of documents.
public struct Phrases: Sendable {
  /// A formula.
  public struct Entry: Sendable, Equatable {
    /// The phrase in lower case.
    public var text: String
    /// Where the entry stands, as `phrases.tsv:12`.
    public var place: String
  }

  /// The entries in the order of the files.
  public let entries: [Entry]

  static let columns = ["phrase", "source"]

  init(_ files: [RuleFile], _ problems: inout Problems) {
    let rows = TSVRows(files, columns: Self.columns, keyWidth: 1, &problems)
    var entries: [Entry] = []
    var index = PhraseIndex()
    rows.forEach { row in
      let text = row[0]
      if problems.isThorough, let first = index.insert(text, value: entries.count) {
        problems.add(
          row.table.file, line: row.line, "\"\(text)\" is the same phrase as \"\(entries[first].text)\"", "remove one")
      }
      entries.append(Entry(text: text, place: "phrases.tsv:\(row.line)"))
    }
    self.entries = entries
  }

  /// Reports words of phrases that are no syllables of the list.
  static func check(_ files: [RuleFile], against syllables: Syllables, _ problems: inout Problems) {
    // The faults of the list itself are reported by `init`.
    var ignored = Problems(isThorough: false)
    TSVRows(files, columns: columns, keyWidth: 1, &ignored).forEach { row in
      let text = row.table.text.span
      let field = row.table.range(row.index, 0)
      var offset = field.lowerBound
      while let lexeme = Lexeme.next(in: text, from: offset), lexeme.bytes.upperBound <= field.upperBound {
        offset = lexeme.bytes.upperBound
        if lexeme.kind == .letters, !syllables.contains(lexeme.bytes, in: text) {
          let word = String(decoding: row.table.text[lexeme.bytes], as: UTF8.self)
          // Sessions and quarters: XII, III.
          if word.utf8.allSatisfy({ "ivxlcIVXLC".utf8.contains($0) }) { continue }
          problems.add(
            row.table.file, line: row.line, "\"\(word)\" is no syllable of syllables.tsv",
            "mend the word, or add it there")
        }
      }
    }
  }
}
