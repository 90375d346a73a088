internal import Yams

/// One entry of a YAML family while it is read: typed access that reports what is wrong with its line.
struct EntryReader {
  private let file: RuleFile
  private let fields: Fields
  private let defaultSource: String?
  private var used: Set<String> = ["source"]
  let line: Int

  init(_ fields: Fields, line: Int, file: RuleFile, defaultSource: String?) {
    self.fields = fields
    self.line = line
    self.file = file
    self.defaultSource = defaultSource
  }

  /// The source of the entry, its own or the file's.
  mutating func source(_ problems: inout Problems) -> String {
    if let own = fields["source"]?.scalar?.string, !own.isEmpty { return own }
    if let defaultSource { return defaultSource }
    problems.add(file, line: line, "an entry without a source", "add \"source:\" to it or to the head of the file")
    return ""
  }

  mutating func string(_ key: String, _ problems: inout Problems) -> String {
    if let value = optionalString(key, &problems) { return value }
    if fields[key] == nil { problems.add(file, line: line, "no \"\(key)\"", "add it to the entry") }
    return ""
  }

  mutating func optionalString(_ key: String, _ problems: inout Problems) -> String? {
    used.insert(key)
    guard let value = fields[key] else { return nil }
    guard let scalar = value.scalar else {
      problems.add(file, line: value.mark?.line ?? line, "\"\(key)\" is not one text", "write one value behind it")
      return nil
    }
    if scalar.string.isEmpty {
      problems.add(file, line: value.mark?.line ?? line, "\"\(key)\" is empty", "fill it in or remove it")
      return nil
    }
    return scalar.string
  }

  mutating func strings(_ key: String, _ problems: inout Problems) -> [String] {
    used.insert(key)
    guard let value = fields[key] else { return [] }
    guard let items = value.sequence else {
      problems.add(file, line: value.mark?.line ?? line, "\"\(key)\" is not a list", "write [one, two]")
      return []
    }
    var strings: [String] = []
    for item in items {
      if let text = item.scalar?.string, !text.isEmpty {
        strings.append(text)
      } else {
        problems.add(
          file, line: item.mark?.line ?? line, "\"\(key)\" holds an entry that is no text", "write a word there")
      }
    }
    return strings
  }

  /// One of a closed set of words.
  mutating func choice<T: RawRepresentable & CaseIterable>(
    _ key: String, as type: T.Type, _ problems: inout Problems
  ) -> T? where T.RawValue == String {
    guard let text = optionalString(key, &problems) else { return nil }
    if let value = T(rawValue: text) { return value }
    problems.add(
      file, line: fields[key]?.mark?.line ?? line, "\"\(text)\" is no \(key)",
      "use one of \(T.allCases.map(\.rawValue).joined(separator: ", "))")
    return nil
  }

  /// The same, where the entry must have one.
  mutating func required<T: RawRepresentable & CaseIterable>(
    _ key: String, as type: T.Type, _ problems: inout Problems
  ) -> T where T.RawValue == String {
    if fields[key] == nil {
      problems.add(
        file, line: line, "no \"\(key)\"", "use one of \(T.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return choice(key, as: type, &problems) ?? T.allCases.first!
  }

  /// A day, month or year as in ISO 8601.
  mutating func date(_ key: String, _ problems: inout Problems) -> String? {
    guard let text = optionalString(key, &problems) else { return nil }
    if isDate(text) { return text }
    problems.add(
      file, line: fields[key]?.mark?.line ?? line, "\"\(text)\" is no date", "write it as 2024-01-01, 2024-01 or 2024")
    return nil
  }

  /// Reports keys that nobody asked for.
  func finish(_ problems: inout Problems) {
    for (name, value) in fields.all where !used.contains(name) {
      problems.add(
        file, line: value.mark?.line ?? line, "\"\(name)\" is not known here",
        "use one of \(used.sorted().joined(separator: ", "))")
    }
  }
}

/// The keys of a YAML mapping with their values.
///
/// The mapping's own subscript resolves the tag of every key that it passes, which made up most of the
/// time of loading; entries have few keys, so comparing their bytes one after the other is quick.
struct Fields {
  let all: [(name: String, value: Node)]

  init(_ mapping: Node.Mapping) { all = mapping.map { ($0.key.scalar?.string ?? "?", $0.value) } }

  subscript(name: String) -> Node? {
    // By index, for a closure is given a copy of the value.
    all.indices.first { all[$0].name.utf8.elementsEqual(name.utf8) }.map { all[$0].value }
  }
}

/// Whether `text` is a year, a month or a day in the form of ISO 8601.
func isDate(_ text: String) -> Bool {
  // By bytes: lists have thousands of dates.
  let bytes = Array(text.utf8)
  func number(_ range: Range<Int>) -> Int? {
    guard range.upperBound <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[range] {
      guard case 0x30...0x39 = byte else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
  guard bytes.count == 4 || bytes.count == 7 || bytes.count == 10, number(0..<4) != nil else { return false }
  if bytes.count > 4 {
    guard bytes[4] == UInt8(ascii: "-"), let month = number(5..<7), (1...12).contains(month) else { return false }
  }
  if bytes.count > 7 {
    guard bytes[7] == UInt8(ascii: "-"), let day = number(8..<10), (1...31).contains(day) else { return false }
  }
  return true
}

/// A YAML family as it stands in its file.
struct YAMLDocument {
  /// What a family says about itself: texts that hold an entry, and texts that hold none.
  struct Example {
    var text: String
    /// The name of the entry that the text gives; `nil` for a text that must give none.
    var gives: String?
    var line: Int
  }

  let file: RuleFile
  var entries: [(fields: Fields, line: Int)] = []
  var removals: [(name: String, line: Int)] = []
  var examples: [Example] = []
  var source: String?
  /// Whether the file is YAML of the right form, so that it can be asked for examples.
  var isReadable = false

  /// Deeper nesting than any rule file has; the parser would recurse as deep.
  private static let deepest = 32

  init(_ file: RuleFile, _ problems: inout Problems) {
    self.file = file
    // libyaml and the composer recurse on nesting, so hostile text is refused before it gets there.
    if Self.nests(file.text) {
      problems.add(file, line: nil, "nested deeper than \(Self.deepest)", "write entries as in the README of rules/")
      return
    }
    let root: Node?
    do {
      // Every value is taken as the text it is; guessing its type by patterns was half the time of loading.
      root = try Yams.compose(yaml: file.text, .basic)
    } catch let error as YamlError {
      let (line, what) = Self.place(error)
      problems.add(file, line: line, what, "mend the YAML: indent by two spaces, quote texts with a colon")
      return
    } catch {
      problems.add(file, line: nil, "no YAML", "see the README of rules/ for the form")
      return
    }
    guard let top = root?.mapping else {
      problems.add(file, line: 1, "no entries", "start the file with \"source:\", \"examples:\" and \"entries:\"")
      return
    }
    isReadable = true
    for (key, value) in top {
      let line = key.mark?.line ?? 1
      switch key.scalar?.string {
      case "source":
        source = value.scalar?.string
      case "examples":
        readExamples(value, line, &problems)
      case "entries":
        guard let items = value.sequence else {
          problems.add(file, line: line, "\"entries\" is not a list", "start each entry with \"- \"")
          continue
        }
        for item in items {
          let line = item.mark?.line ?? line
          guard let mapping = item.mapping else {
            problems.add(file, line: line, "an entry without keys", "write \"- name: ...\"")
            continue
          }
          let fields = Fields(mapping)
          if let removed = fields["remove"]?.scalar?.string {
            if file.isOverlay {
              removals.append((removed, line))
            } else {
              problems.add(file, line: line, "\"remove\" outside a user's own folder", "remove the entry itself")
            }
            continue
          }
          entries.append((fields, line))
        }
      default:
        problems.add(
          file, line: line, "\"\(key.scalar?.string ?? "?")\" is not known here", "use source, examples or entries")
      }
    }
  }

  private mutating func readExamples(_ node: Node, _ line: Int, _ problems: inout Problems) {
    guard let mapping = node.mapping else {
      problems.add(file, line: line, "\"examples\" has no keys", "write \"accepts:\" and \"refuses:\" under it")
      return
    }
    for item in mapping["accepts"]?.sequence ?? [] {
      let line = item.mark?.line ?? line
      guard let text = item.mapping?["text"]?.scalar?.string, let gives = item.mapping?["gives"]?.scalar?.string else {
        problems.add(file, line: line, "an example without \"text\" or \"gives\"", "write {text: ..., gives: ...}")
        continue
      }
      examples.append(Example(text: text, gives: gives, line: line))
    }
    for item in mapping["refuses"]?.sequence ?? [] {
      guard let text = item.scalar?.string else {
        problems.add(file, line: item.mark?.line ?? line, "a refusing example that is no text", "write one text")
        continue
      }
      examples.append(Example(text: text, gives: nil, line: item.mark?.line ?? line))
    }
  }

  private static func nests(_ text: String) -> Bool {
    var flow = 0
    // Blocks nest by indentation, and "- - - -" nests as deep as it is long.
    var indent = 0
    var isIndent = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): flow += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): flow = max(0, flow - 1)
      default: break
      }
      switch byte {
      case 0x0A:
        indent = 0
        isIndent = true
      case 0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
        if isIndent { indent += 1 }
      default: isIndent = false
      }
      if flow > deepest || indent > 4 * deepest { return true }
    }
    return false
  }

  private static func place(_ error: YamlError) -> (line: Int?, what: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      (context.mark.line, "the key \(duplicates.joined(separator: ", ")) stands twice")
    default:
      (nil, "no YAML")
    }
  }
}
