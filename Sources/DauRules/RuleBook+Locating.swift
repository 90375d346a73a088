public import Foundation

extension RuleBook {
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
}
