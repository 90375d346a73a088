internal import Crypto
internal import DauText
public import Foundation
internal import Synchronization

/// Everything that `rules/` says, loaded when it is asked for and validated while loading.
///
/// A book is cheap to copy and safe to share: each family is read once, by whoever asks first.
///
///     let rules = try RuleBook.load(directory: RuleBook.standardDirectory())
///     let awards = try rules.awards()
///     awards.match(in: text, at: offset)?.entry.name     // "Bằng khen"
public struct RuleBook: Sendable {
  /// The folder it was loaded from.
  public let directory: URL
  /// The user's own folder, whose entries add to or replace those of ``directory``.
  public let overlay: URL?
  private let shelf = Shelf()

  /// Opens a folder of rules.
  ///
  /// Reads no family yet: each is read and validated when first asked for.
  ///
  /// - Parameters:
  ///   - directory: the folder with the README and the families.
  ///   - overlay: a folder with files of the same names; see the README of `rules/`.
  /// - Throws: when a folder is missing or the overlay holds a file that is no family.
  public static func load(directory: URL, overlay: URL? = nil) throws(RuleError) -> RuleBook {
    try checkFolders(directory, overlay)
    return RuleBook(directory: directory, overlay: overlay)
  }

  private init(directory: URL, overlay: URL?) {
    self.directory = directory
    self.overlay = overlay
  }

  /// The folder `rules/` of this installation.
  ///
  /// Looked for, in this order: the environment variable `DAU_RULES`; `../share/dau/rules` beside the
  /// executable; a folder `rules` with a `README.md` in the executable's folder or one above it; the
  /// same from the current folder.
  ///
  /// - Throws: a ``RuleError`` that names the places, when there is none.
  public static func standardDirectory() throws(RuleError) -> URL {
    try standardDirectory(
      environment: ProcessInfo.processInfo.environment,
      executable: Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments.first ?? "dau"),
      current: URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory))
  }

  static func standardDirectory(
    environment: [String: String], executable: URL, current: URL
  ) throws(RuleError) -> URL {
    func isRules(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.appending(path: "README.md").path) }
    if let named = environment["DAU_RULES"], !named.isEmpty {
      let url = URL(filePath: named, directoryHint: .isDirectory)
      if isRules(url) { return url }
      throw RuleError(
        file: named, what: "the environment variable DAU_RULES names a folder without rules",
        remedy: "point it at a folder rules/ with a README.md, or unset it")
    }
    let binaries = executable.resolvingSymlinksInPath().deletingLastPathComponent()
    let shared = binaries.deletingLastPathComponent().appending(path: "share/dau/rules", directoryHint: .isDirectory)
    if isRules(shared) { return shared }
    for start in [binaries, current] {
      var folder = start.standardizedFileURL
      while true {
        let url = folder.appending(path: "rules", directoryHint: .isDirectory)
        if isRules(url) { return url }
        let above = folder.deletingLastPathComponent().standardizedFileURL
        if above.path == folder.path { break }
        folder = above
      }
    }
    throw RuleError(
      file: "rules",
      what: "no folder rules/ was found at \(shared.path), above \(binaries.path) or above \(current.path)",
      remedy: "name one with --rules DIR or the environment variable DAU_RULES")
  }

  private static func checkFolders(_ directory: URL, _ overlay: URL?) throws(RuleError) {
    for folder in [directory, overlay].compactMap({ $0 }) {
      let type = (try? FileManager.default.attributesOfItem(atPath: folder.resolvingSymlinksInPath().path))?[.type]
      if type as? FileAttributeType != .typeDirectory {
        throw RuleError(
          file: RuleFile.displayName(folder), what: "there is no such folder", remedy: "name a folder of rule files")
      }
    }
    guard let overlay else { return }
    for name in ruleFileNames(in: overlay) where !familyNames.contains(name) {
      throw RuleError(
        file: RuleFile.displayName(overlay.appending(path: name)), what: "no family of rules has this name",
        remedy: "use one of \(familyNames.joined(separator: ", "))")
    }
  }

  /// The names of all families' files.
  public static let familyNames = [
    "abbreviations.tsv", "awards.yaml", "communes.tsv", "confusions.tsv", "document-codes.tsv", "document-types.yaml",
    "grantors.yaml", "issuers.yaml", "names.tsv", "numerals.yaml", "phrases.tsv", "places.tsv", "recipients.yaml",
    "syllables.tsv", "units.yaml",
  ]

  /// Rule files in a folder, sorted.
  private static func ruleFileNames(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
      .filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".yaml") }.sorted()
  }

  // MARK: - Families

  /// `syllables.tsv`.
  ///
  /// - Throws: the first fault of the file, as do all families.
  public func syllables() throws(RuleError) -> Syllables {
    try read(shelf.syllables, "syllables.tsv", Syllables.init)
  }
  /// `phrases.tsv`.
  public func phrases() throws(RuleError) -> Phrases { try read(shelf.phrases, "phrases.tsv", Phrases.init) }
  /// `abbreviations.tsv`.
  public func abbreviations() throws(RuleError) -> Abbreviations {
    try read(shelf.abbreviations, "abbreviations.tsv", Abbreviations.init)
  }
  /// `document-codes.tsv`.
  public func documentCodes() throws(RuleError) -> DocumentCodes {
    try read(shelf.documentCodes, "document-codes.tsv", DocumentCodes.init)
  }
  /// `places.tsv`: provinces and districts.
  public func places() throws(RuleError) -> Places { try read(shelf.places, "places.tsv", Places.init) }
  /// `communes.tsv`: communes, wards and townships, which are many.
  public func communes() throws(RuleError) -> Places { try read(shelf.communes, "communes.tsv", Places.init) }
  /// `names.tsv`.
  public func names() throws(RuleError) -> Names { try read(shelf.names, "names.tsv", Names.init) }
  /// `confusions.tsv`.
  public func confusions() throws(RuleError) -> Confusions {
    try read(shelf.confusions, "confusions.tsv", Confusions.init)
  }
  /// `document-types.yaml`.
  public func documentTypes() throws(RuleError) -> RuleList<DocumentType> {
    try read(shelf.documentTypes, DocumentType.fileName, RuleList.init)
  }
  /// `awards.yaml`.
  public func awards() throws(RuleError) -> RuleList<Award> { try read(shelf.awards, Award.fileName, RuleList.init) }
  /// `grantors.yaml`.
  public func grantors() throws(RuleError) -> RuleList<Grantor> {
    try read(shelf.grantors, Grantor.fileName, RuleList.init)
  }
  /// `recipients.yaml`.
  public func recipients() throws(RuleError) -> RuleList<Recipient> {
    try read(shelf.recipients, Recipient.fileName, RuleList.init)
  }
  /// `units.yaml`.
  public func units() throws(RuleError) -> RuleList<Unit> { try read(shelf.units, Unit.fileName, RuleList.init) }
  /// `numerals.yaml`.
  public func numerals() throws(RuleError) -> RuleList<Numeral> {
    try read(shelf.numerals, Numeral.fileName, RuleList.init)
  }
  /// `issuers.yaml`.
  public func issuers() throws(RuleError) -> RuleList<Issuer> {
    try read(shelf.issuers, Issuer.fileName, RuleList.init)
  }

  private func read<Family: Sendable>(
    _ slot: Slot<Family>, _ name: String, _ make: ([RuleFile], inout Problems) -> Family
  ) throws(RuleError) -> Family {
    try slot.value { () throws(RuleError) in
      let files = try Self.files(name, directory, overlay)
      var problems = Problems(isThorough: false)
      let family = make(files, &problems)
      if let first = problems.all.first { throw first }
      return family
    }
  }

  private static func files(_ name: String, _ directory: URL, _ overlay: URL?) throws(RuleError) -> [RuleFile] {
    let url = directory.appending(path: name)
    guard let base = try RuleFile(url, isOverlay: false) else {
      throw RuleError(
        file: RuleFile.displayName(url), what: "the file is missing", remedy: "take it from the distribution of rules/")
    }
    guard let overlay, let own = try RuleFile(overlay.appending(path: name), isOverlay: true) else { return [base] }
    return [base, own]
  }

  // MARK: - Checking

  /// All faults of a folder of rules, in the order of files and lines; empty when it is clean.
  ///
  /// Beyond what loading refuses it finds duplicates, lists out of order, text that is not in
  /// normalization form C, phrases with unknown syllables, names that another family does not know, and
  /// examples that do not hold.
  ///
  /// - Complexity: O(*n*) in bytes.
  public static func check(_ directory: URL, overlay: URL? = nil) -> [RuleError] {
    do {
      try checkFolders(directory, overlay)
    } catch {
      return [error]
    }
    var problems = Problems(isThorough: true)
    for folder in [directory, overlay].compactMap({ $0 }) {
      for name in ruleFileNames(in: folder) where !familyNames.contains(name) {
        problems.add(
          RuleError(
            file: RuleFile.displayName(folder.appending(path: name)), what: "no family of rules has this name",
            remedy: "use one of \(familyNames.joined(separator: ", "))"))
      }
      for name in familyNames { checkForm(folder.appending(path: name), &problems) }
    }
    func read<Family>(_ name: String, _ make: ([RuleFile], inout Problems) -> Family) -> Family? {
      do {
        return make(try files(name, directory, overlay), &problems)
      } catch {
        problems.add(error)
        return nil
      }
    }
    _ = read("abbreviations.tsv", Abbreviations.init)
    let awards = read(Award.fileName, RuleList<Award>.init)
    _ = read("communes.tsv", Places.init)
    _ = read("confusions.tsv", Confusions.init)
    _ = read("document-codes.tsv", DocumentCodes.init)
    _ = read(DocumentType.fileName, RuleList<DocumentType>.init)
    let grantors = read(Grantor.fileName, RuleList<Grantor>.init)
    _ = read(Issuer.fileName, RuleList<Issuer>.init)
    _ = read("names.tsv", Names.init)
    _ = read(Numeral.fileName, RuleList<Numeral>.init)
    _ = read("phrases.tsv", Phrases.init)
    _ = read("places.tsv", Places.init)
    let recipients = read(Recipient.fileName, RuleList<Recipient>.init)
    let syllables = read("syllables.tsv", Syllables.init)
    _ = read(Unit.fileName, RuleList<Unit>.init)
    if let syllables, let phrases = try? files("phrases.tsv", directory, overlay) {
      Phrases.check(phrases, against: syllables, &problems)
    }
    if let awards, let grantors, let recipients {
      let file = RuleFile(name: RuleFile.displayName(directory.appending(path: Award.fileName)), text: "")
      for award in awards.entries {
        for grantor in award.grantors where grantors[grantor] == nil {
          problems.add(
            file, line: nil, "\"\(award.name)\" names the grantor \"\(grantor)\", which grantors.yaml does not have",
            "add it there, or mend the name")
        }
        for recipient in award.recipients where recipients[recipient] == nil {
          problems.add(
            file, line: nil,
            "\"\(award.name)\" names the recipient \"\(recipient)\", which recipients.yaml does not have",
            "use a code of recipients.yaml")
        }
      }
    }
    return problems.all
  }

  /// Reports lines that are not in normalization form C.
  private static func checkForm(_ url: URL, _ problems: inout Problems) {
    guard let data = try? Data(contentsOf: url) else { return }
    let bytes = Array(data)
    guard let source = try? SourceText.decode(bytes), Array(source.decoded.utf8) != Array(source.text.utf8) else {
      return
    }
    let file = RuleFile(name: RuleFile.displayName(url), text: "")
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if (try? Normalization.isNFC(Array(line).span)) == false {
        problems.add(
          file, line: number + 1, "the line is not in normalization form C",
          "save it with composed letters (uconv -x any-nfc)")
      }
    }
  }

  // MARK: - Version

  /// SHA-256 over the names and bytes of all rule files, the overlay's and the trained model's, in hex.
  ///
  /// A file that cannot be read counts as absent.
  ///
  /// - Complexity: O(*n*) in bytes when first asked for, then O(1).
  public var version: String {
    shelf.version.value {
      var hasher = SHA256()
      for (label, folder) in [("rules", directory), ("model", directory.appending(path: "model")), ("own", overlay)] {
        guard let folder else { continue }
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        for name in names where label == "model" || Self.familyNames.contains(name) {
          let url = folder.appending(path: name)
          guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else { continue }
          // Lengths keep one file's end apart from the next one's name.
          hasher.update(data: Data("\(label)/\(name)\n\(data.count)\n".utf8))
          hasher.update(data: data)
        }
      }
      return hasher.finalize().map { byte in
        let digits = Array("0123456789abcdef")
        return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }.joined()
    }
  }
}

/// What was read already, shared by all copies of a book.
private final class Shelf: Sendable {
  let syllables = Slot<Syllables>()
  let phrases = Slot<Phrases>()
  let abbreviations = Slot<Abbreviations>()
  let documentCodes = Slot<DocumentCodes>()
  let places = Slot<Places>()
  let communes = Slot<Places>()
  let names = Slot<Names>()
  let confusions = Slot<Confusions>()
  let documentTypes = Slot<RuleList<DocumentType>>()
  let awards = Slot<RuleList<Award>>()
  let grantors = Slot<RuleList<Grantor>>()
  let recipients = Slot<RuleList<Recipient>>()
  let units = Slot<RuleList<Unit>>()
  let numerals = Slot<RuleList<Numeral>>()
  let issuers = Slot<RuleList<Issuer>>()
  let version = Slot<String>()
}

/// A value that is made by whoever asks first; others wait for it.
private final class Slot<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)

  func value<E: Error>(_ make: () throws(E) -> Value) throws(E) -> Value {
    try stored.withLock { (stored) throws(E) in
      if let value = stored { return value }
      let value = try make()
      stored = value
      return value
    }
  }
}
