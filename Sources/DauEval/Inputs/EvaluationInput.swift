import Foundation

/// The files of one document to evaluate.
public struct EvaluationInput: Sendable, Equatable {
  /// What the document is called in results: the file without folder and endings.
  public var name: String
  /// The true text.
  public var gold: String
  /// What the OCR read; `nil` when there is only clean text.
  public var noisy: String?
  /// The true records, when there are any.
  public var records: String?
  /// The lines whose records are in `records`; `nil` for all.
  public var recordLines: ClosedRange<Int>?
}

/// Why files make no document to evaluate.
public struct EvaluationInputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file or folder that was named.
  public var path: String
  /// What is wrong with it, and what to do.
  public var reason: String
  /// The message for people.
  public var description: String { "\(path): \(reason)" }
}

/// Finds the documents to evaluate by the names of their files.
///
/// `NAME.gold.txt` is a true text, `NAME.noisy.txt` what the OCR made of it, `NAME.records.jsonl` its true records,
/// `NAME.lines1-199.records.jsonl` those of some lines. `NAME.txt` with records beside it is a clean text.
public struct EvaluationInputs: Sendable {
  /// The documents that were found.
  public var inputs: [EvaluationInput] = []
  /// What was named and makes no document.
  public var failures: [EvaluationInputError] = []

  /// The documents in folders and of true texts named one by one.
  public init(paths: [String]) {
    for path in paths {
      guard let names = Self.names(inFolder: path) else {
        add(file: path)
        continue
      }
      let before = inputs.count + failures.count
      let known = Set(names)
      for name in names.sorted() where name.hasSuffix(".txt") {
        let base = String(name.dropLast(4))
        let hasRecords = Self.records(of: base, among: names) != nil
        if base.hasSuffix(".gold") || (hasRecords && !known.contains(base + ".gold.txt")) {
          add(file: Self.joined(path, name))
        }
      }
      if inputs.count + failures.count == before {
        fail(path, "holds no NAME.gold.txt and no NAME.txt with NAME.records.jsonl; 'dau help eval' says what is read")
      }
    }
  }

  /// True texts and readings that lie in different places.
  ///
  /// - Parameters:
  ///   - gold: a true text, or a folder of `NAME.txt` or `NAME.gold.txt` and their records.
  ///   - noisy: readings, or folders of them: `NAME.txt`, `NAME.noisy.txt` or `NAME.ANYTHING.txt`. None: the true texts
  ///     are evaluated as clean ones.
  ///   - records: the true records of a single true text.
  public init(gold: String, noisy: [String], records: String?) {
    guard let names = Self.names(inFolder: gold) else {
      let beside = Self.recordsBeside(gold)
      let found = records.map { (path: $0, lines: Self.lines(in: $0)) } ?? beside
      if noisy.isEmpty { append(Self.base(gold), gold, nil, found) }
      for path in noisy { append(Self.base(path), gold, path, found) }
      return
    }
    if noisy.isEmpty {
      let texts = names.filter { $0.hasSuffix(".txt") && !$0.hasSuffix(".noisy.txt") }.sorted()
      for name in texts {
        append(Self.base(name), Self.joined(gold, name), nil, Self.recordsBeside(Self.joined(gold, name)))
      }
      if texts.isEmpty { fail(gold, "holds no .txt file") }
      return
    }
    let known = Set(names)
    for path in noisy {
      var readings = [path]
      if let inside = Self.names(inFolder: path) {
        readings = inside.filter { $0.hasSuffix(".txt") && !$0.hasSuffix(".gold.txt") }.sorted().map {
          Self.joined(path, $0)
        }
        if readings.isEmpty { fail(path, "holds no .txt file") }
      }
      for reading in readings {
        var base = Self.base(reading)
        var truth: String?
        while truth == nil {
          truth = [base + ".txt", base + ".gold.txt"].first(where: known.contains)
          guard truth == nil, let dot = base.lastIndex(of: ".") else { break }
          base = String(base[..<dot])
        }
        if let truth {
          append(Self.base(reading), Self.joined(gold, truth), reading, Self.recordsBeside(Self.joined(gold, truth)))
        } else {
          fail(
            reading, "\(gold) has no true text of this name (\(Self.base(reading)).txt); add it or rename the reading")
        }
      }
    }
  }

  private mutating func add(file path: String) {
    guard FileManager.default.fileExists(atPath: path) else {
      return fail(path, "no such file or folder; check the spelling")
    }
    let records = Self.recordsBeside(path)
    guard path.hasSuffix(".gold.txt") else {
      if records == nil {
        return fail(
          path,
          "is named as no true text (NAME.gold.txt) and has no NAME.records.jsonl beside it; "
            + "name the files with --gold and --noisy")
      }
      return append(Self.base(path), path, nil, records)
    }
    let noisy = path.dropLast(".gold.txt".count) + ".noisy.txt"
    let hasNoisy = FileManager.default.fileExists(atPath: String(noisy))
    if !hasNoisy, records == nil {
      return fail(path, "has neither \(noisy) nor records beside it; nothing can be measured")
    }
    append(Self.base(path), path, hasNoisy ? String(noisy) : nil, records)
  }

  private mutating func append(
    _ name: String, _ gold: String, _ noisy: String?, _ records: (path: String, lines: ClosedRange<Int>?)?
  ) {
    // Two files of one name in two folders are told apart by their paths.
    let unique = inputs.contains { $0.name == name } ? (noisy ?? gold) : name
    inputs.append(
      EvaluationInput(name: unique, gold: gold, noisy: noisy, records: records?.path, recordLines: records?.lines))
  }

  private mutating func fail(_ path: String, _ reason: String) {
    failures.append(EvaluationInputError(path: path, reason: reason))
  }

  /// The names in a folder; `nil` for what is no folder.
  private static func names(inFolder path: String) -> [String]? {
    (try? FileManager.default.contentsOfDirectory(atPath: path))?.filter { !$0.hasPrefix(".") }
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The name of a document without folder and endings.
  private static func base(_ path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    for ending in [".txt", ".gold", ".noisy"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
    return name
  }

  private static func recordsBeside(_ path: String) -> (path: String, lines: ClosedRange<Int>?)? {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let place = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
    guard let names = names(inFolder: place), let name = records(of: base(path), among: names) else { return nil }
    return (folder.isEmpty && place == "." ? name : joined(place, name), lines(in: name))
  }

  private static func records(of base: String, among names: [String]) -> String? {
    let base = base.hasSuffix(".gold") ? String(base.dropLast(5)) : base
    if names.contains(base + ".records.jsonl") { return base + ".records.jsonl" }
    return names.sorted().first { name in
      name.hasPrefix(base + ".lines") && name.hasSuffix(".records.jsonl") && lines(in: name) != nil
        && !name.dropFirst(base.count + 6).dropLast(".records.jsonl".count).contains(".")
    }
  }

  /// The lines that a name such as `NAME.lines1-199.records.jsonl` gives.
  static func lines(in name: String) -> ClosedRange<Int>? {
    guard let part = name.split(separator: ".").last(where: { $0.hasPrefix("lines") }) else { return nil }
    let ends = part.dropFirst(5).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), 1 <= first, first <= last else {
      return nil
    }
    return first...last
  }
}
