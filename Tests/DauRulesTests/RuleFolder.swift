import DauRules
import Foundation

/// A folder of rules for one test, removed with it: the shipped rules with some files replaced.
final class RuleFolder {
  let url: URL

  /// - Parameters:
  ///   - files: the text of files by name.
  ///   - shipped: which other families are there too; all when `nil`.
  init(_ files: [String: String], shipped: [String]? = nil) throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "dau-rules-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for name in shipped ?? RuleBook.familyNames + ["README.md"] where files[name] == nil {
      try FileManager.default.createSymbolicLink(
        at: url.appending(path: name), withDestinationURL: shippedRules.appending(path: name))
    }
    for (name, text) in files { try Data(text.utf8).write(to: url.appending(path: name)) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The faults of this folder, by file name and line instead of the path of the temporary folder.
  func faults(overlay: RuleFolder? = nil) -> [String] {
    RuleBook.check(url, overlay: overlay?.url).map { fault in
      let name = URL(filePath: fault.file).lastPathComponent
      return "\(name):\(fault.line.map(String.init) ?? "-"): \(fault.what)"
    }
  }
}
