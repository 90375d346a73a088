import ArgumentParser
import Foundation

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Build the models from your own clean documents.",
    subcommands: [TrainLMCommand.self, TrainChannelCommand.self, TrainConfidenceCommand.self])

  /// A file that training reads; looked for before the long work begins.
  static func existingFile(_ path: Substring) throws -> URL {
    guard FileManager.default.fileExists(atPath: String(path)) else {
      throw Failure(description: "\(path): there is no such file; check the name")
    }
    let type = try FileManager.default.attributesOfItem(atPath: String(path))[.type] as? FileAttributeType
    guard type != .typeDirectory else {
      throw Failure(description: "\(path): is a folder; name its files, with commas between them")
    }
    return URL(filePath: String(path))
  }

  /// - Throws: when there is something in the place of the output, or no folder for it.
  static func requireFree(_ path: String, force: Bool) throws {
    guard force || !FileManager.default.fileExists(atPath: path) else {
      throw Failure(description: "\(path) exists; name another file or add --force")
    }
    let folder = URL(filePath: path).deletingLastPathComponent()
    guard FileManager.default.isWritableFile(atPath: folder.path) else {
      throw Failure(description: "\(path): the folder is not there or may not be written to; make it first")
    }
  }
}
