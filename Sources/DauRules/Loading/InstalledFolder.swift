public import Foundation

/// A folder of files that are installed with the program: `rules`, `schema`.
///
/// It is looked for as `../share/dau/NAME` beside the executable; then as a folder NAME in the executable's folder or one
/// above it; then the same from the current folder. A folder counts only when it holds the file that marks it, so
/// that a folder of the user's that happens to have the name is passed over.
public struct InstalledFolder: Sendable {
  /// The name of the folder: `rules`.
  public var name: String
  /// A file that such a folder always holds.
  public var marker: String

  /// A folder that is to be looked for.
  public init(_ name: String, marker: String) {
    self.name = name
    self.marker = marker
  }

  /// Whether `url` is such a folder.
  public func isHeld(at url: URL) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: marker).path)
  }

  /// The folder of this installation.
  ///
  /// - Throws: a ``RuleError`` that names the places that were searched, and `remedy`.
  public func located(remedy: String) throws(RuleError) -> URL {
    try located(
      executable: Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments.first ?? "dau"),
      current: URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory), remedy: remedy)
  }

  func located(executable: URL, current: URL, remedy: String) throws(RuleError) -> URL {
    let binaries = executable.resolvingSymlinksInPath().deletingLastPathComponent()
    let shared = binaries.deletingLastPathComponent().appending(path: "share/dau/\(name)", directoryHint: .isDirectory)
    if isHeld(at: shared) { return shared }
    for start in [binaries, current] {
      var folder = start.standardizedFileURL
      while true {
        let url = folder.appending(path: name, directoryHint: .isDirectory)
        if isHeld(at: url) { return url }
        let above = folder.deletingLastPathComponent().standardizedFileURL
        if above.path == folder.path { break }
        folder = above
      }
    }
    let above =
      current.standardizedFileURL.path == binaries.standardizedFileURL.path ? [binaries] : [binaries, current]
    let places = ["at \(shared.path)"] + above.map { "above \($0.path)" }
    throw RuleError(
      file: name,
      what: "no folder \(name)/ was found \(places.dropLast().joined(separator: ", ")) or \(places[places.count - 1])",
      remedy: remedy)
  }
}
