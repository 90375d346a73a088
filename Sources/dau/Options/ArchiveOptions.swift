import ArgumentParser
import DauArchive
import Foundation

/// Which archive a command works on.
struct ArchiveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the archive (default: the variable DAU_ARCHIVE, else 'archive' here).", valueName: "dir"),
    completion: .directory)
  var archive: String?

  func validate() throws { try Naming.require(archive, "--archive") }

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

  /// The program as the user called it, for commands that are shown for typing.
  var program: String {
    let name = CommandLine.arguments.first ?? "dau"
    return name.contains("/") ? name : "dau"
  }

  /// How to name this archive in a command for the user to type.
  var hint: String { archive.map { " --archive \($0)" } ?? "" }
}
