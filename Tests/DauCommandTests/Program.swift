import Foundation
import Testing

/// The built `dau`, run as a user runs it.
struct Program {
  struct Result {
    var status: Int32
    var output: String
    var messages: String
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The program lies beside the test bundle.
  static let executable: URL = {
    let bundle = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return bundle.deletingLastPathComponent().appending(path: "dau")
  }()

  /// The root of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Runs it to its end.
  ///
  /// Output goes through files: a pipe that nobody empties would stop the program.
  static func run(
    _ arguments: [String], input: String? = nil, in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    let scratch = try TemporaryFolder()
    let process = try start(arguments, input: input, in: folder, environment: environment, scratch: scratch)
    process.waitUntilExit()
    return try result(of: process, scratch)
  }

  static func start(
    _ arguments: [String], input: String? = nil, in folder: URL? = nil, environment: [String: String] = [:],
    scratch: TemporaryFolder
  ) throws -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? scratch.url
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let input {
      try scratch.write(input, to: "stdin")
      process.standardInput = try FileHandle(forReadingFrom: scratch.url.appending(path: "stdin"))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try scratch.write("", to: "stdout")
    try scratch.write("", to: "stderr")
    process.standardOutput = try FileHandle(forWritingTo: scratch.url.appending(path: "stdout"))
    process.standardError = try FileHandle(forWritingTo: scratch.url.appending(path: "stderr"))
    try process.run()
    return process
  }

  static func result(of process: Process, _ scratch: TemporaryFolder) throws -> Result {
    Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: scratch.url.appending(path: "stdout")), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: scratch.url.appending(path: "stderr")), as: UTF8.self))
  }
}

/// A folder that lives as long as a test.
final class TemporaryFolder: Sendable {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "dau-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}
