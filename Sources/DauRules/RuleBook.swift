internal import Crypto
internal import DauText
public import Foundation

/// Everything that `rules/` says, loaded when it is asked for and validated while loading.
///
/// A book is cheap to copy and safe to share: each family is read once, by whoever asks first.
///
///     let rules = try RuleBook(directory: RuleBook.standardDirectory())
///     try rules.awards()["Bằng khen"]?.grantors     // read and validated by the first who asks
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
  public init(directory: URL, overlay: URL? = nil) throws(RuleError) {
    try Self.checkFolders(directory, overlay)
    self.directory = directory
    self.overlay = overlay
  }

  static func checkFolders(_ directory: URL, _ overlay: URL?) throws(RuleError) {
    for folder in [directory, overlay].compactMap({ $0 }) {
      let type = (try? FileManager.default.attributesOfItem(atPath: folder.resolvingSymlinksInPath().path))?[.type]
      guard let type = type as? FileAttributeType else {
        throw RuleError(at: folder, what: "there is no such folder", remedy: "name a folder of rule files")
      }
      guard type == .typeDirectory else {
        throw RuleError(
          at: folder, what: "is a file and no folder", remedy: "name the folder that your rule files lie in")
      }
    }
    guard let overlay else { return }
    for name in names(in: overlay) {
      if let family = familyMeant(by: name) { throw misnamed(overlay.appending(path: name), family) }
    }
    for name in ruleFileNames(in: overlay) where !familyNames.contains(name) {
      throw RuleError(
        file: RuleFile.displayName(overlay.appending(path: name)), what: "no family of rules has this name",
        remedy: "use one of \(familyNames.joined(separator: ", "))")
    }
  }

  /// The names of all families' files.
  public static let familyNames = [
    "abbreviations.tsv", "awards.yaml", "communes.tsv", "confusions.tsv", "counted-nouns.tsv",
    "cues.tsv", "dictionary-words.tsv", "document-codes.tsv", "document-types.yaml", "grantors.yaml", "issuers.yaml",
    "laws.tsv", "names.tsv", "offices.tsv", "phrases.tsv", "places.tsv", "positions.tsv", "recipients.yaml",
    "syllables.tsv", "units.yaml",
  ]

  /// Rule files in a folder, sorted.
  static func ruleFileNames(in folder: URL) -> [String] {
    names(in: folder).filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".yaml") }
  }

  /// What lies in a folder, sorted; hidden files are left out.
  static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The family whose file somebody meant who named it so: `units.yml`, `Units.yaml`, `names.txt`.
  static func familyMeant(by name: String) -> String? {
    let stem = name.prefix { $0 != "." }.lowercased()
    let ending = name.drop { $0 != "." }.lowercased()
    guard !familyNames.contains(name), [".yml", ".yaml", ".tsv", ".txt", ".csv"].contains(ending) else { return nil }
    return familyNames.first { $0.prefix { $0 != "." } == stem }
  }

  static func misnamed(_ file: URL, _ family: String) -> RuleError {
    RuleError(
      file: RuleFile.displayName(file), what: "no family of rules has this name, so nothing reads it",
      remedy: "rename it to \(family)")
  }

  /// What was learned and not written by hand.
  public var learned: LearnedFiles { LearnedFiles(directory: directory, overlay: overlay) }

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
  /// The communes of some provinces at least, by the provinces' names without their type: what ``communes()`` has of them, for
  /// a tenth of the time when nobody asks for the rest. Not kept.
  public func communes(of provinces: Set<String>) throws(RuleError) -> Places {
    let name = "communes.tsv"
    // What the user adds and takes away goes by all entries.
    if let overlay, FileManager.default.fileExists(atPath: overlay.appending(path: name).path) { return try communes() }
    guard
      let file = try RuleFile(
        directory.appending(path: name), isOverlay: false, rowsWithFieldEndingIn: provinces.sorted())
    else { return try communes() }
    var problems = Problems(isThorough: false)
    let places = Places([file], &problems)
    if let first = problems.all.first { throw first }
    return places
  }
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
  /// `issuers.yaml`.
  public func issuers() throws(RuleError) -> RuleList<Issuer> {
    try read(shelf.issuers, Issuer.fileName, RuleList.init)
  }

  /// `laws.tsv`: names of laws, without the word for a law.
  public func laws() throws(RuleError) -> NameList { try read(shelf.laws, "laws.tsv", NameList.laws) }
  /// `offices.tsv`: bodies and their parts, beside those of `issuers.yaml`.
  public func offices() throws(RuleError) -> NameList { try read(shelf.offices, "offices.tsv", NameList.offices) }
  /// `cues.tsv`: the words that readers go by.
  public func cues() throws(RuleError) -> Cues { try read(shelf.cues, "cues.tsv", Cues.init) }
  /// `positions.tsv`: whoever signs.
  public func positions() throws(RuleError) -> NameList {
    try read(shelf.positions, "positions.tsv", NameList.positions)
  }
  /// `counted-nouns.tsv`: what documents count, beside the nouns of `units.yaml`.
  public func countedNouns() throws(RuleError) -> NameList {
    try read(shelf.countedNouns, "counted-nouns.tsv", NameList.countedNouns)
  }
  /// `dictionary-words.tsv`: words of other languages that engines take for Vietnamese ones.
  public func dictionaryWords() throws(RuleError) -> NameList {
    try read(shelf.dictionaryWords, "dictionary-words.tsv", NameList.dictionaryWords)
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

  static func files(_ name: String, _ directory: URL, _ overlay: URL?) throws(RuleError) -> [RuleFile] {
    let url = directory.appending(path: name)
    guard let base = try RuleFile(url, isOverlay: false) else {
      throw RuleError(
        file: RuleFile.displayName(url), what: "the file is missing", remedy: "take it from the distribution of rules/")
    }
    guard let overlay, let own = try RuleFile(overlay.appending(path: name), isOverlay: true) else { return [base] }
    return [base, own]
  }

  // MARK: - Version

  /// The bytes of a file that count for the version, and the size of the whole file.
  private static func counted(_ url: URL) -> (Data, Int)? {
    guard url.lastPathComponent.hasSuffix(LearnedFiles.modelSuffix) else {
      return (try? Data(contentsOf: url)).map { ($0, $0.count) }
    }
    guard let file = try? FileHandle(forReadingFrom: url) else { return nil }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: 4096), let size = try? file.seekToEnd() else { return nil }
    return (head, Int(size))
  }

  /// SHA-256 over the names and bytes of all rule files, the learned tables in `channel/`, the trained
  /// model in `model/`, and the same of the overlay, in hex.
  ///
  /// Of a model, which is large, the size and the first 4 KiB count: its header holds a checksum of the
  /// rest, and reading all of it would take longer than anything else a short command does. A file
  /// that cannot be read counts as absent.
  ///
  /// - Complexity: O(*n*) in bytes when first asked for, then O(1).
  public var version: String {
    shelf.version.value {
      var hasher = SHA256()
      let learned = ["channel", "model"]
      var folders = [("rules", directory)] + learned.map { ($0, directory.appending(path: $0)) }
      if let overlay {
        folders += [("own", overlay)] + learned.map { ("own/\($0)", overlay.appending(path: $0)) }
      }
      for (label, folder) in folders {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        let takesAll = label != "rules" && label != "own"
        for name in names where takesAll || Self.familyNames.contains(name) {
          let url = folder.appending(path: name)
          guard let (data, size) = Self.counted(url) else { continue }
          // Lengths keep one file's end apart from the next one's name.
          hasher.update(data: Data("\(label)/\(name)\n\(size)\n".utf8))
          hasher.update(data: data)
        }
      }
      return hasher.finalize().hexadecimal
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
  let issuers = Slot<RuleList<Issuer>>()
  let laws = Slot<NameList>()
  let offices = Slot<NameList>()
  let cues = Slot<Cues>()
  let positions = Slot<NameList>()
  let countedNouns = Slot<NameList>()
  let dictionaryWords = Slot<NameList>()
  let version = Slot<String>()
}
