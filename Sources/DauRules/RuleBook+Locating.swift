public import Foundation

extension RuleBook {
  private static let folder = InstalledFolder("rules", marker: "README.md")

  /// The folder `rules/` of this installation: the one that the environment variable `DAU_RULES` names, else as
  /// ``InstalledFolder`` finds it.
  ///
  /// - Throws: a ``RuleError`` that names the places, when there is none.
  public static func standardDirectory() throws(RuleError) -> URL {
    try standardDirectory(environment: ProcessInfo.processInfo.environment) { remedy throws(RuleError) in
      try folder.located(remedy: remedy)
    }
  }

  /// Whether somebody keeps these rules who may have made a fault in them: those of an overlay, and a folder that `DAU_RULES` names.
  public var isOfUser: Bool { isOfUser(environment: ProcessInfo.processInfo.environment) }

  func isOfUser(environment: [String: String]) -> Bool {
    if overlay != nil { return true }
    guard let named = Self.named(in: environment) else { return false }
    return URL(filePath: named, directoryHint: .isDirectory).standardizedFileURL.path
      == directory.standardizedFileURL.path
  }

  /// The folder that the environment names, as it is written there; nil where it names none.
  private static func named(in environment: [String: String]) -> String? {
    environment["DAU_RULES"].flatMap { $0.isEmpty ? nil : $0 }
  }

  static func standardDirectory(
    environment: [String: String], executable: URL, current: URL
  ) throws(RuleError) -> URL {
    try standardDirectory(environment: environment) { remedy throws(RuleError) in
      try folder.located(executable: executable, current: current, remedy: remedy)
    }
  }

  private static func standardDirectory(
    environment: [String: String], orElse located: (_ remedy: String) throws(RuleError) -> URL
  ) throws(RuleError) -> URL {
    guard let named = named(in: environment) else {
      return try located("name one with --rules DIR or the environment variable DAU_RULES")
    }
    let url = URL(filePath: named, directoryHint: .isDirectory)
    guard folder.isHeld(at: url) else {
      throw RuleError(
        file: named, what: "the environment variable DAU_RULES names a folder without rules",
        remedy: "point it at a folder rules/ with a README.md, or unset it")
    }
    return url
  }
}
