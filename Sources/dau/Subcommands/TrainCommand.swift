import ArgumentParser
import Foundation

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Build models from your own documents: of the language, of an OCR engine, of the confidence.",
    subcommands: [TrainLMCommand.self, TrainChannelCommand.self, TrainConfidenceCommand.self])

  /// A file that training reads; looked for before the long work begins.
  ///
  /// - Parameter remedy: what to do when a folder is named.
  static func existingFile(
    _ path: Substring, inFolder remedy: String = "name its files, with commas between them"
  ) throws -> URL {
    let type = kind(of: String(path))
    guard let type else { throw Failure(description: "\(path): there is no such file; check the name") }
    guard type != .typeDirectory else { throw Failure(description: "\(path): is a folder; \(remedy)") }
    guard type == .typeRegular else {
      throw Failure(description: "\(path): is a device or a pipe; training reads a text more than once, so name a file")
    }
    return URL(filePath: String(path))
  }

  private static func kind(of path: String) -> FileAttributeType? {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    return (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType
  }

  /// - Throws: when there is something in the place of the output, or no folder for it.
  static func requireFree(_ path: String, force: Bool) throws {
    guard path != "-" else {
      throw Failure(description: "--out '\(path)': training writes files, beside this one too; name a file")
    }
    if FileManager.default.fileExists(atPath: path) {
      switch kind(of: path) {
      case .typeDirectory?: throw Failure(description: "\(path): is a folder; name a file in it")
      case .typeRegular?:
        guard force else { throw Failure(description: "\(path) exists; name another file or add --force") }
      default:
        throw Failure(description: "\(path): is a device or a pipe, which training does not replace; name another file")
      }
    }
    let folder = URL(filePath: path).deletingLastPathComponent()
    guard FileManager.default.isWritableFile(atPath: folder.path) else {
      let what = FileManager.default.fileExists(atPath: folder.path) ? "may not be written to" : "is not there"
      throw Failure(
        description: "\(path): the folder \(folder.relativePath) \(what); make it first, or name another file")
    }
  }
}
