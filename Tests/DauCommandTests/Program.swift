import DauTestSupport
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
    _ arguments: [String], input: String? = nil, in folder: URL? = nil, environment: [String: String] = [:],
    behind setting: String? = nil
  ) throws -> Result {
    let scratch = try TemporaryFolder()
    let process = try start(
      arguments, input: input, in: folder, environment: environment, behind: setting, scratch: scratch)
    process.waitUntilExit()
    return try result(of: process, scratch)
  }

  /// - Parameter setting: a command of the shell that goes before it, such as `ulimit -v 500000`.
  static func start(
    _ arguments: [String], input: String? = nil, in folder: URL? = nil, environment: [String: String] = [:],
    behind setting: String? = nil, scratch: TemporaryFolder
  ) throws -> Process {
    let process = Process()
    process.executableURL = setting == nil ? executable : URL(filePath: "/bin/sh")
    process.arguments = setting.map { ["-c", "\($0) && exec \"$0\" \"$@\"", executable.path] + arguments } ?? arguments
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
