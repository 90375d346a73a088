import ArgumentParser
import DauArchive
import Foundation

/// Which archive a command works on.
struct ArchiveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder of the archive (default: the variable DAU_ARCHIVE, else 'archive' here)."),
    completion: .directory)
  var archive: String?

  var folder: URL { URL(filePath: path) }

  var path: String {
    if let archive { return archive }
    let named = ProcessInfo.processInfo.environment["DAU_ARCHIVE"] ?? ""
    return named.isEmpty ? "archive" : named
  }

  /// Opens it to read.
  func open(_ common: CommonOptions) throws -> Archive {
    let archive = try Archive(reading: folder)
    common.detail("archive \(folder.path)")
    return archive
  }

  /// How to name this archive in a command for the user to type.
  var hint: String { archive.map { " --archive \($0)" } ?? "" }
}
