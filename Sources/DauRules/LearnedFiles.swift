public import Foundation

/// The files of a rule book that were learned and not written by hand: channel tables, language model, confidence.
///
/// They lie in `channel/` and `model/`, of the program's rules and of the user's own. A table of the user's joins those of the
/// program, or takes the place of the one of its name; a model or a file of weights takes the place of the program's.
public struct LearnedFiles: Sendable, Equatable {
  /// How the names of language models end; see the format in `DauLanguage`.
  static let modelSuffix = ".daulm"
  private static let tableSuffix = ".tsv"

  /// The program's folder of rules.
  public let directory: URL
  /// The user's own folder of rules, when there is one.
  public let overlay: URL?

  /// The learned files of two folders, which are looked at only when a file is asked for.
  public init(directory: URL, overlay: URL? = nil) {
    self.directory = directory
    self.overlay = overlay
  }

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  private static func channel(_ folder: URL) -> URL { folder.appending(path: "channel", directoryHint: .isDirectory) }
  private static func model(_ folder: URL) -> URL { folder.appending(path: "model", directoryHint: .isDirectory) }

  /// The tables in `channel/`, in the order of their names.
  ///
  /// - Throws: when there is none.
  public func channelTables() throws(RuleError) -> [URL] {
    var tables: [String: URL] = [:]
    for folder in [directory, overlay].compactMap({ $0 }) {
      for name in Self.names(in: Self.channel(folder)) where name.hasSuffix(Self.tableSuffix) && !name.hasPrefix(".") {
        tables[name] = Self.channel(folder).appending(path: name)
      }
    }
    guard !tables.isEmpty else {
      throw RuleError(
        file: RuleFile.displayName(Self.channel(directory)), what: "there are no channel tables (*.tsv)",
        remedy: "copy them from the distribution of rules/, or make one with 'dau train channel'")
    }
    return tables.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The file `name` in `model/`: the user's own where there is one, else the program's, which may be missing.
  public func inModel(_ name: String) -> URL {
    if let overlay {
      let own = Self.model(overlay).appending(path: name)
      if FileManager.default.fileExists(atPath: own.path) { return own }
    }
    return Self.model(directory).appending(path: name)
  }

  /// The language model: the one in the user's own `model/`, whatever its name, else `name` of the program.
  ///
  /// - Throws: when the user's own folder holds several.
  public func languageModel(_ name: String) throws(RuleError) -> URL {
    guard let overlay else { return inModel(name) }
    let own = Self.names(in: Self.model(overlay)).filter { $0.hasSuffix(Self.modelSuffix) && !$0.hasPrefix(".") }
    guard own.count < 2 else {
      throw RuleError(
        file: RuleFile.displayName(Self.model(overlay)),
        what: "there are \(own.count) models, \(own.joined(separator: ", "))",
        remedy: "leave one there, or choose with --model")
    }
    return own.first.map { Self.model(overlay).appending(path: $0) } ?? inModel(name)
  }

  /// What lies in these folders and is used by nobody, most likely by mistake.
  ///
  /// - Parameter modelFiles: the names that are known in `model/`, besides models.
  public func unused(modelFiles: Set<String>) -> [RuleError] {
    var faults: [RuleError] = []
    if let overlay {
      let channel = Self.channel(overlay)
      if FileManager.default.fileExists(atPath: channel.path),
        !Self.names(in: channel).contains(where: { $0.hasSuffix(Self.tableSuffix) })
      {
        faults.append(
          RuleError(
            at: channel, what: "holds no channel table (*.tsv)",
            remedy: "make one with 'dau train channel', or remove the folder"))
      }
      for name in Self.names(in: channel) where !name.hasPrefix(".") {
        if name.hasSuffix(Self.tableSuffix) || name.hasSuffix(".md") { continue }
        faults.append(
          RuleError(
            at: channel.appending(path: name), what: "is no channel table, so nothing reads it",
            remedy: "name tables *.tsv, or move it away"))
      }
      for name in Self.names(in: Self.model(overlay)) where name.hasSuffix(Self.tableSuffix) && !name.hasPrefix(".") {
        if modelFiles.contains(name) { continue }
        faults.append(
          RuleError(
            at: Self.model(overlay).appending(path: name), what: "nothing reads a table of this name in model/",
            remedy: "use one of \(modelFiles.sorted().joined(separator: ", ")), or put channel tables into channel/"))
      }
    }
    return faults
  }
}
