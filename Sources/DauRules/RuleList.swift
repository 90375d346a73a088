internal import DauText
internal import Yams

/// An entry of a family that is written in YAML: a canonical name and the ways it is written.
public protocol RuleEntry: Sendable {
  /// The canonical name, which is the entry's key.
  var name: String { get }
  /// The ways it is written in documents; the name is one of them unless the family says otherwise.
  var forms: [String] { get }
  /// Longer phrases that start like a form and are none: `giải quyết` for `giải`.
  var exceptions: [String] { get }
  /// The law, standard or count it comes from.
  var source: String { get }
}

/// A family of entries with the index of their forms.
public struct RuleList<Entry: RuleEntry>: Sendable {
  /// The entries in the order of the files, the user's own behind the program's.
  public let entries: [Entry]
  // Readers make tables of their own from the entries, so these are made when somebody asks for them.
  private let indexSlot = Slot<PhraseIndex>()
  private let nameSlot = Slot<PhraseIndex>()
  /// Where each entry stands.
  let origins: [(file: RuleFile, line: Int)]

  init(_ read: [(entry: Entry, line: Int, file: RuleFile)]) {
    entries = read.map(\.entry)
    origins = read.map { ($0.file, $0.line) }
  }

  /// From each form to the number of its entry in ``entries``; exceptions have the number behind the last.
  private var index: PhraseIndex {
    indexSlot.value {
      var index = PhraseIndex()
      for (number, entry) in entries.enumerated() { for form in entry.forms { index.insert(form, value: number) } }
      for entry in entries { for phrase in entry.exceptions { index.insert(phrase, value: entries.count) } }
      return index
    }
  }

  /// From each name to the number of its entry.
  private var names: PhraseIndex {
    nameSlot.value { PhraseIndex(entries.enumerated().map { (text: $1.name, value: $0) }) }
  }

  /// The entry of this canonical name, in any case and tone style.
  ///
  /// - Complexity: O(*k*) in bytes of the name.
  public subscript(name: String) -> Entry? { names.value(of: name).map { entries[$0] } }

  /// The entry whose longest form starts at the lexeme at `offset`, and the place of that form.
  ///
  /// - Parameters:
  ///   - text: UTF-8 in normalization form C.
  ///   - offset: the first byte of a lexeme.
  ///   - end: where to stop looking; the end of the text when `nil`.
  /// - Returns: `nil` where no form starts, and where an exception is as long as the longest form.
  /// - Complexity: O(*k*) in bytes of the longest form.
  func match(
    in text: Span<UInt8>, at offset: Int, before end: Int? = nil
  ) -> (entry: Entry, bytes: Range<Int>)? {
    guard let match = index.longestMatch(in: text, at: offset, before: end), match.value < entries.count else {
      return nil
    }
    return (entries[match.value], match.bytes)
  }

  /// The forms of a text from left to right, the longest at each place, none inside another.
  ///
  /// - Complexity: O(*n* · *k*), where *k* is the length of the longest form.
  func matches(in text: Span<UInt8>) -> [(entry: Entry, bytes: Range<Int>)] {
    index.matches(in: text).filter { $0.value < entries.count }.map { (entries[$0.value], $0.bytes) }
  }

  /// The entry that a whole text is a form of.
  func entry(for form: String) -> Entry? {
    index.value(of: form).flatMap { $0 < entries.count ? entries[$0] : nil }
  }
}

/// What the loader needs to know of a YAML family.
protocol YAMLFamilyEntry: RuleEntry {
  static var fileName: String { get }
  init(_ reader: inout EntryReader, _ problems: inout Problems)
}

extension RuleList where Entry: YAMLFamilyEntry {
  /// Reads a family and the user's own additions: an entry of the same name takes the other's place.
  init(_ files: [RuleFile], _ problems: inout Problems) {
    let documents = files.map { YAMLDocument($0, &problems) }
    var entries: [(entry: Entry, line: Int, file: RuleFile)] = []
    for document in documents {
      var own: [(entry: Entry, line: Int, file: RuleFile)] = []
      for (fields, line) in document.entries {
        var reader = EntryReader(fields, line: line, file: document.file, defaultSource: document.source)
        let entry = Entry(&reader, &problems)
        reader.finish(&problems)
        own.append((entry, line, document.file))
      }
      if document.file.isOverlay {
        // Names are compared as they are looked up: in any case and tone style.
        var taken = PhraseIndex(own.map { (text: $0.entry.name, value: 0) })
        let known = PhraseIndex(entries.map { (text: $0.entry.name, value: 0) })
        for (name, line) in document.removals {
          if known.value(of: name) == nil {
            problems.add(
              document.file, line: line, "there is no entry \"\(name)\" to take away",
              "write its name, or remove the line")
          }
          taken.insert(name, value: 0)
        }
        entries.removeAll { taken.value(of: $0.entry.name) != nil }
      }
      entries += own
    }
    self.init(entries)
    if problems.isThorough { check(entries, documents, &problems) }
  }

  private func check(
    _ entries: [(entry: Entry, line: Int, file: RuleFile)], _ documents: [YAMLDocument], _ problems: inout Problems
  ) {
    var names = PhraseIndex()
    var forms = PhraseIndex()
    for (number, (entry, line, file)) in entries.enumerated() {
      if let first = names.insert(entry.name, value: line) {
        problems.add(file, line: line, "\"\(entry.name)\" stands on line \(first) too", "join the two entries")
      }
      if entry.forms.isEmpty { problems.add(file, line: line, "\"\(entry.name)\" has no form", "add forms: [...]") }
      for form in entry.forms {
        guard let other = forms.insert(form, value: number) else { continue }
        problems.add(
          file, line: line,
          other == number
            ? "the form \"\(form)\" stands twice (case, tone style and blanks do not count)"
            : "the form \"\(form)\" belongs to \"\(entries[other].entry.name)\" already",
          "remove one of the two")
      }
    }
    for document in documents where document.isReadable {
      let examples = document.examples
      if !document.file.isOverlay,
        !examples.contains(where: { $0.gives != nil }) || !examples.contains(where: { $0.gives == nil })
      {
        problems.add(
          document.file, line: nil, "no examples that are accepted and refused",
          "add examples: accepts: [{text: ..., gives: ...}] and refuses: [...]")
      }
      for example in examples {
        let found = Set(matches(in: Array(example.text.utf8).span).map(\.entry.name))
        if let gives = example.gives {
          if !found.contains(gives) {
            let what = found.isEmpty ? "nothing" : found.sorted().joined(separator: ", ")
            problems.add(
              document.file, line: example.line, "\"\(example.text)\" gives \(what), not \"\(gives)\"",
              "add the form, or mend the example")
          }
        } else if let name = found.first {
          problems.add(
            document.file, line: example.line, "\"\(example.text)\" gives \"\(name)\" and should give nothing",
            "remove the form, or mend the example")
        }
      }
    }
  }
}
